"""Rows below headings that might be taken for one more line of these: 西镇 | | 1966, 西镇 | 20 | |."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.tables.cut_headings import is_half_year
from pipeline.tables.draft import Row, Slot

_FEWEST_ALIKE = 3  # names that end as this one does
_BODIES = ("agency", "unit")  # 责任镇街, 单位: names too where towns stand below

_Slots = tuple[Slot, ...]


def is_named(row: Row, names: _Slots, below: Sequence[Row]) -> bool:
    """A row of its own name and one figure that might be a year, or half of one: 西镇 | | 1966 under 镇街 | 新建 | 改建,
    西镇 | 20 | | above 东镇 | 20 | 3."""
    figures = [text for j in row.filled() if (text := row[j].text).isdecimal()]
    first = names[0].text if names else ""
    if not row[0].text or meaning(first) not in (*NAME_MEANINGS, *_BODIES) or len(figures) != 1:
        return False
    return bool(year(figures[0])) or (
        len(row.filled()) == len(figures) + 1 and _end_alike(row[0].text, 0, below)
    )


def _end_alike(name: str, col: int, below: Sequence[Row]) -> bool:
    return sum(other[col].text[-1:] == name[-1] for other in below) >= _FEWEST_ALIKE


def is_one_of_rows(row: Row, names: _Slots, below: Sequence[Row]) -> bool:
    """A row that plans nothing: 西镇 | | | under 镇街, above 南镇 and 北镇, which end alike; no words stand over figures in it."""
    of_rows = [
        j for j in row.filled() if j < len(names) and meaning(names[j].text) in (*NAME_MEANINGS, *_BODIES)
    ]
    over_figures = any(is_value(other[j].text) for j in row.filled() if j not in of_rows for other in below)
    return not over_figures and any(
        _end_alike(row[j].text, j, below)
        for j in of_rows
        if row[j].text != names[j].text and not meaning(row[j].text)
    )


def is_of_body(text: str, above: Sequence[str], below: Sequence[str]) -> bool:
    """A dash or a value, and no year nor half of one whose other half stands on the line above or below: 20 over 26年."""
    if is_dash(text) or not is_value(text) or year(text):
        return is_dash(text)
    return not (
        any(is_half_year(half, text) for half in above) or any(is_half_year(text, half) for half in below)
    )
