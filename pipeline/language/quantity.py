"""A number with its unit, as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] with its comparator words; [number_start, number_end) is number and unit alone.

    `comparator` is None where no word says one; `unit` keeps its magnitude (`万张`); `words` is True for a
    number in Chinese numerals; `scope` for 及以上/及以下, which nearly always say whom a rule is about.
    `change` is + or - where the number says by how much a value changes (增长8%, 翻一番, 减半); `known` is False
    for a unit of no table (4亿枝); `cumulative` for [3000] in a cell; `misread` where letters stood among the
    digits as character recognition leaves them (3OO张).
    """

    value: float
    unit: str
    dimension: str
    start: int
    end: int
    number_start: int
    number_end: int
    comparator: str | None = None
    value_max: float | None = None
    words: bool = False
    scope: bool = False
    change: str | None = None
    known: bool = True
    cumulative: bool = False
    misread: bool = False
