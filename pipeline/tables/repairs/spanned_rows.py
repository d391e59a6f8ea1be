"""Rows that lack the cells which stand under merged ones, blanks put behind them.

| 公开信息 | 1.公开预算。 | 财务科 |            | 公开信息 | 1.公开预算。 | 财务科 |
| 2.回应网民。 | 各科室 |       |        →     |    "     | 2.回应网民。 | 各科室 |

Bodies stand under bodies, figures under figures, a number mark under marks of its style. A row of which that leaves several
readings is no row of the table: an issue says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import comb
from typing import NamedTuple

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import is_dash, is_total, serial_number
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.draft import UP, Draft, Row
from pipeline.tables.flat_columns import MARK
from pipeline.tables.group_rows import opens_group
from pipeline.tables.headings import heading_meanings

_MOST_READINGS = 500
_FEWEST_WHOLE = 2


class _Column(NamedTuple):
    """What the heading and the whole rows say of a column: bodies, numbers of rows, the styles of number marks; and whether
    all its cells are bodies, have figures (None: some, or dashes alone)."""

    agencies: bool
    serial: bool
    styles: frozenset[str]
    bodies: bool | None
    figures: bool | None


def lay_under_merged(draft: Draft) -> Draft:
    """Lay each such row in the one way that its cells tell; those of which they tell none are set aside."""
    meanings = heading_meanings(draft)
    whole = [row for row in draft.rows if row.role == "body" and len(row.filled()) == draft.n_cols]
    if len(whole) < _FEWEST_WHOLE or not set(meanings) & set(AGENCY_MEANINGS):
        return draft
    columns = [_column([row[j].text for row in whole], name) for j, name in enumerate(meanings)]
    if _are_of_figures([column for column, name in zip(columns, meanings, strict=True) if name != "note"]):
        return draft
    rows, repairs, unread = list(draft.rows), [], []
    for i, row in enumerate(rows):
        # Cells that were told apart by what they are like stand where they do best already.
        is_laid = draft.guessed and len(row.slots) == draft.n_cols
        if not i or is_laid or not _lacks_cells(row, draft.n_cols) or _may_stand_as_printed(row, columns):
            continue
        ways = _ways(row, columns)
        if len(ways) == 1:
            rows[i] = _laid(row, ways[0], draft.n_cols)
            said = say("cells_under_merged")
            repairs.append(
                Repair("shifted_row", row.printed(), rows[i].printed(), said, "probable", row.span(), row=i)
            )
        elif ways or len(row.slots) < draft.n_cols:
            rows[i] = replace(row, role="note")
            unread.append(i)
    return _with_issues(draft, rows, repairs, unread)


def _with_issues(
    draft: Draft, rows: Sequence[Row], repairs: Sequence[Repair], unread: Sequence[int]
) -> Draft:
    if not repairs and not unread:
        return draft
    said = say("rows_misfit", n=len(unread), columns=draft.n_cols)
    issues = [Issue("misread_table", said, f"row {i}", draft.rows[i].span()) for i in unread[:1]]
    return replace(draft.with_rows(rows, *repairs), issues=(*draft.issues, *issues), guessed=True)


def _column(texts: Sequence[str], name: str) -> _Column:
    return _Column(
        agencies=name in AGENCY_MEANINGS,
        serial=name == "row_number",
        styles=frozenset(map(_style, texts)),
        bodies=_alike([may_be_agencies(text) for text in texts]),
        figures=_alike([_has_figures(text) for text in texts if not is_dash(text)]),
    )


def _are_of_figures(columns: Sequence[_Column]) -> bool:
    """责任镇街 | 路灯 | 步道 | 备注: behind the bodies stand figures alone, and notes; sums tell how a row that is short is read."""
    bodies = [j for j, column in enumerate(columns) if column.agencies]
    return len(columns) > bodies[-1] + 2 and all(c.figures is not False for c in columns[bodies[-1] + 1 :])


def _alike(said: Sequence[bool]) -> bool | None:
    return said[0] if len(set(said)) == 1 else None


def _style(text: str) -> str:
    """How the number mark of a text is printed: 一、 of 三、 and 十二、; "" without one."""
    match = MARK.match(text)
    mark = match[0] if match else ""
    return "".join(
        dict.fromkeys("1" if char.isdigit() else "一" if char.isnumeric() else char for char in mark)
    )


def _has_figures(text: str) -> bool:
    return not _style(text) and any(char.isdecimal() for char in text)


def _lacks_cells(row: Row, width: int) -> bool:
    """Cells from the first column on, and none behind them; 合计 and the name of a group stand so themselves."""
    filled = row.filled()
    plain = row.role == "body" and not any(slot.merged for slot in row.slots)
    if not plain or not 0 < len(filled) < width or filled != list(range(len(filled))):
        return False
    first = row[0].text
    lone = len(filled) == 1 and not _style(first)
    return not lone and not is_total(first) and not (len(filled) == 1 and opens_group(first))


def _may_stand_as_printed(row: Row, columns: Sequence[_Column]) -> bool:
    """Nothing that headings or number marks say is against it; figures behind a name, where whole rows have some, are a row of
    their own, whatever the name is of: 石桥镇 | 12 | 3 under 实施单位."""
    filled = row.filled()
    named = [j for j in filled if not columns[j].serial]
    figures = [bool(columns[j].figures and _has_figures(row[j].text)) for j in named[1:]]
    own = bool(figures) and all(figures) and not _has_figures(row[named[0]].text)
    return own or all(_suits_heading(row[j].text, columns[j]) for j in filled)


def _suits_heading(text: str, column: _Column) -> bool:
    if column.serial:
        return serial_number(text) is not None
    return _style(text) in column.styles and (not column.agencies or may_be_agencies(text))


def _ways(row: Row, columns: Sequence[_Column]) -> list[tuple[int, ...]]:
    """The columns in which the cells may stand, their order kept."""
    cells = row.filled()
    if comb(len(columns), len(cells)) > _MOST_READINGS:
        return []
    may = [[_may_stand(row[n].text, column) for column in columns] for n in cells]
    ways = combinations(range(len(columns)), len(cells))
    return [way for way in ways if all(may[n][j] for n, j in enumerate(way))]


def _may_stand(text: str, column: _Column) -> bool:
    bodies, figures = column.bodies, column.figures
    same = bodies in (None, may_be_agencies(text)) and figures in (None, _has_figures(text))
    return _suits_heading(text, column) and (column.serial or same)


def _laid(row: Row, way: Sequence[int], width: int) -> Row:
    slots = [UP] * width
    for n, j in enumerate(way):
        slots[j] = row[n]
    return replace(row, slots=tuple(slots))
