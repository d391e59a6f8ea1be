"""The unit that the headings of a column name, and lines of headings that name nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.brackets import without_round
from pipeline.language.cells import year
from pipeline.language.headings import heading_words, meaning
from pipeline.language.units import units
from pipeline.language.value_cells import is_units, may_be_unit

_MAGNITUDES = "百千万亿"
_UNIT_ONLY = patterns.compile(r"[(（](?:(?:计量)?单位[:：]\s*)?([^()（）\d:：]{1,12})[)）]")


@lru_cache(maxsize=4096)
def heading_unit(text: str) -> str | None:
    """个 of `社区养老服务站(个)`: what stands in the last bracket of a heading, if it may be a unit.

    >>> heading_unit("用水量(万立方米)"), heading_unit("增长率（按可比价计算）"), heading_unit("高标准农田（新建）")
    ('万立方米', None, None)
    """
    found = list(_UNIT_ONLY.finditer(text))
    last = found[-1] if found and found[-1].end() == len(text) else None
    said = last[1] if last else ""
    word = (
        len(said) > 1 and said.isalpha()
    )  # a counter that no lexicon has is one letter; two are as often a word
    return said if said and may_be_unit(said) and (is_units(said) or not word) else None


def is_unit(text: str) -> bool:
    """A unit of measure alone, with its magnitude, in brackets or not: 张, 万元, （个）."""
    bare = _without_brackets(text)
    return bool(bare) and bare.lstrip(_MAGNITUDES) in units()


def _without_brackets(text: str) -> str:
    return text[1:-1].strip() if text[:1] in ("（", "(") and text[-1:] in ("）", ")") else text


def are_units(line: Sequence[str]) -> bool:
    """A line of headings that says nothing but units of measure: 张 | 个; 公厕 | 充电桩 counts no charging posts.

    >>> are_units(["张", "个"]), are_units(["公厕", "充电桩"])
    (True, False)
    """
    return bool(line) and all(is_unit(word) or meaning(word) == "unit" for word in line)


def path_unit(path: Sequence[str], below: bool = True) -> str | None:
    """The unit that the headings of a column name: 个 of 社区养老服务站(个), 张 of 养老床位/张 where it stands in a line of
    units `below`, % of 为上年%."""
    if below and len(path) > 1 and is_unit(path[-1]) and not breaks_year(path[-2], path[-1]):
        return _without_brackets(path[-1])
    return next((unit for unit in map(_unit_of, reversed(path)) if unit), None)


SHARES = ("%", "‰")


def _unit_of(heading: str) -> str | None:
    if (plain := heading.replace("（", "(").replace("）", ")")) in heading_words() and plain.endswith(")"):
        return None  # 县（区）: no counties are counted by districts
    last = without_round(heading)[-1:].replace("％", "%")
    return heading_unit(heading) or (last if last in SHARES else None)


def without_unit_line(path: Sequence[str]) -> tuple[str, ...]:
    """The headings of a column without a unit that stands in a line of units under them."""
    if len(path) > 1 and breaks_year(path[-2], path[-1]):
        return (*path[:-2], path[-2] + path[-1])
    return tuple(path[:-1]) if len(path) > 1 and is_unit(path[-1]) else tuple(path)


def breaks_year(upper: str, lower: str) -> bool:
    """Whether two lines of headings are the year that a narrow column broke, which measures nothing: 2026 over 年.

    >>> breaks_year("2026", "年"), breaks_year("工期", "年"), breaks_year("2026年", "张")
    (True, False, False)
    """
    return lower == "年" and year(upper + lower) is not None
