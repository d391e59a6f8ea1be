"""Are flattened lines laid as a table has them, or were columns mistaken for one another?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.cut_names import NAME_MARKS, goes_on, says_where
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_party, split_names
from pipeline.tables.flat_columns import CellLine, main_column
from pipeline.tables.flat_rows import FlatRow

# Of lists laid right 0.97 and more are; where columns were mistaken for one another, less than half.
_NEARLY_ALL = 0.8
_FEW = 0.05  # cells of names that seem several by chance


def is_told(rows: Sequence[FlatRow], lines: Sequence[CellLine], names: Sequence[str]) -> bool:
    """Nearly every row says what it is about, and what stands under agencies are agencies."""
    body = [row for row in rows if row.kind == "body"]
    main = main_column(names)
    cells = [
        row.cells[j]
        for row in body
        for j, name in enumerate(names)
        if name in AGENCY_MEANINGS and row.cells[j]
    ]
    texts = ["".join(lines[n].text for n in cell) for cell in cells]
    bodies = [_are_parties(text) for text in texts if not is_dash(text)]
    filled = sum(bool(row.cells[main]) for row in body)
    some = sum(any(row.cells[j] for j, name in enumerate(names) if name in AGENCY_MEANINGS) for row in body)
    if set(names) & set(AGENCY_MEANINGS) and some * 2 < len(body):
        return False
    if _is_unmarked(cells, lines) and not _can_do_without(texts, names):
        return False
    mixed = sum(
        any(_mixes(cell, lines, name) for cell, name in zip(row.cells, names, strict=True)) for row in body
    )
    if mixed > len(body) * (1 - _NEARLY_ALL):
        return False
    return bool(body) and filled >= _NEARLY_ALL * len(body) and sum(bodies) >= _NEARLY_ALL * len(bodies)


def _is_unmarked(cells: Sequence[Sequence[int]], lines: Sequence[CellLine]) -> bool:
    """No mark parts the names of a cell, blanks and ends of lines do: 经济发展局 ⏎ 党群工作部."""
    texts = [[part for n in cell for part in lines[n].text.split()] for cell in cells]
    marked = sum(not NAME_MARKS.isdisjoint("".join(parts)) for parts in texts)
    several = sum(
        any(is_party(a) and is_party(b) and not goes_on(a, b, False) for a, b in pairwise(parts)) for parts in texts
    )
    return marked < several and several > _FEW * len(texts)


def _can_do_without(texts: Sequence[str], names: Sequence[str]) -> bool:
    """Each name says its level or place, so that it is seen where one begins, and no other column of names is beside."""
    beside = any(a in AGENCY_MEANINGS and b in AGENCY_MEANINGS for a, b in pairwise(names))
    return not beside and sum(map(says_where, texts)) >= _NEARLY_ALL * len(texts)


def _mixes(cell: Sequence[int], lines: Sequence[CellLine], name: str) -> bool:
    """A figure stands among words, or for a unit: there are more columns than headings. A time has figures in it."""
    if name == "deadline":
        return False
    figures = sum(is_value(lines[n].text) and not year(lines[n].text) for n in cell)
    return bool(figures) and name not in AGENCY_MEANINGS and (len(cell) > 1 or name == "unit")


def _are_parties(text: str) -> bool:
    """Names of bodies and their divisions, and nothing else: 经济发展局、党群工作部."""
    names = [name for name, _, _ in split_names(text)]
    return bool(names) and all(map(is_party, names))
