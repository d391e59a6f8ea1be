"""Headings one a line that are not all those of the columns, by what stands in them and below them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import serial_number
from pipeline.language.headings import meaning
from pipeline.outline.lines import Line


def are_incomplete(heads: Sequence[Line], below: Sequence[str]) -> bool:
    return _counts_on(below) or any(map(_holds_two, heads))


def _holds_two(line: Line) -> bool:
    """重点任务 具体措施 above 牵头部门: some headings stand side by side, so cells do too."""
    words = line.text.split()
    return len(words) > 1 and all(map(meaning, words))


def _counts_on(cells: Sequence[str]) -> bool:
    """Whether rows are numbered though no heading says so: the headings are not all those of the columns."""
    numbers = [n for n in map(serial_number, cells) if n]
    return len(numbers) > 1 and numbers[:2] == [numbers[0], numbers[0] + 1]
