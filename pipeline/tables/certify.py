"""How far a table proves itself, and which cells that covers.

`certified`   at least one sum is printed, every one comes out to the last figure, and no other reading of the rows would do;
`consistent`  serial numbers run 1, 2, 3…, each row satisfies an identity, or sums come out as the rows were laid;
`ambiguous`   somewhere two readings were equally good and the table stands as printed;
`unverified`  nothing to check, or a check that fails (the source may be wrong).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language.addends import addend
from pipeline.language.brackets import has_half
from pipeline.language.cells import is_dash, number, year
from pipeline.language.heading_units import are_units
from pipeline.model import TableStatus
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.relations import (
    RowRelation,
    differences,
    meant_totals,
    row_totals,
    row_values,
    tolerance,
)
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.strange_rows import has_strange_rows
from pipeline.tables.sums import ColumnSum, column_sums

_CLOSED = ("year_value", "value", "total", "nature", "deadline")
_FEWEST_LINES = 2  # of headings
_FEWEST = 3  # two rows numbered 1 and 2 prove little

Places = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Proof:
    """The status of a table, and the places (row, column) that its sums vouch for."""

    status: TableStatus
    proved: Places = frozenset()


# Which lines are one row, where a name or a half of a row stood alone; whether a row is one of those that are numbered.
_LINES_JUDGED = frozenset(
    [
        "half_of_name",
        "half_without_name",
        "half_without_label",
        "line_divides_nothing",
        "line_end_in_heading",
        "number_runs_on",
        "second_row_begins",
        "sums_of_one_row",
        "sums_of_two_rows",
    ]
)


def _rows_judged(draft: Draft) -> bool:
    """Whether lines were joined by what they are like: sums that come out then prove one reading, not the only one."""
    return any(
        repair.evidence.key in _LINES_JUDGED
        or (
            repair.evidence.key == "line_end_in_cell"
            and (repair.row is None or repair.row >= draft.header_rows)
        )
        for repair in draft.repairs
    )


def _cuts_headings(draft: Draft) -> bool:
    """A heading has half a bracket: its other half stands elsewhere."""
    return any(has_half(slot.text) for row in draft.rows if row.role == "header" for slot in row.slots)


def _divides_nothing(draft: Draft) -> bool:
    """Of the last line of headings none stands below one that reaches over several columns, and they are neither units nor
    years: 机构 below 托育 may end it."""
    heads = [row for row in draft.rows if row.role == "header"]
    if len(heads) < _FEWEST_LINES:
        return False
    upper, last = heads[-2:]
    own = [j for j in range(draft.n_cols) if last[j].text]
    alone = not any(upper[j].merged == "left" or upper[j + 1].merged == "left" for j in own)
    words = [last[j].text for j in own]
    return alone and not are_units(words) and not all(year(word) for word in words)


def _figure_changed(draft: Draft) -> bool:
    """Whether a printed figure was taken for another: no reading that keeps the printed cells has these sums."""
    changed = (
        "digit_for_sums",
        "point_for_sum",
        "point_as_in_column",
        "thousands_for_sum",
        "page_number_for_sums",
    )
    return any(repair.evidence.key in changed for repair in draft.repairs)


def certify(draft: Draft, cut: bool = False) -> Proof:
    """What is proved. `cut`: the table had no separators, and its rows were found by their own numbers."""
    if draft.ambiguous:
        return Proof("ambiguous")
    sums = column_sums(draft, group_total_rows(draft))
    totals = row_totals(draft)
    if broken_sums(draft, sums) or _broken_rows(draft) or _shares_headings(draft):
        return Proof("unverified")
    # Sums say nothing of columns whose headings nobody found.
    judged = (
        not draft.header_rows
        or cut
        or _rows_judged(draft)
        or _figure_changed(draft)
        or any(sum_gap(draft, stated) for stated in sums)  # two figures as far apart may have changed places
        or _cuts_headings(draft)
        or _divides_nothing(draft)
    )
    if sums and draft.unique and not judged and not has_strange_rows(draft, sums):
        return Proof("certified", _covered(draft, sums, totals))
    agrees = (
        totals
        or differences(draft)
        or (sums and (cut or draft.unique))
        or (_runs_on(draft) and (not cut or _falls_into_place(draft)))
    )
    return Proof("consistent" if agrees else "unverified")


def _shares_headings(draft: Draft) -> bool:
    """Two columns of figures stand under one heading, also one beside blanks; or one under none, or under that of the group beside
    it alone: a heading may be lost or slipped."""
    rows = [row for row in draft.rows if row.role == "body"]
    counted = [any(addend(row[j].text) is not None for row in rows) for j in range(draft.n_cols)]
    paths = draft.paths()
    figures = Counter(path for path, is_counted in zip(paths, counted, strict=True) if is_counted)
    beside = (
        (a == b and (counted[j] or counted[j + 1]))
        or (a and a == b[:-1] and counted[j])
        or (b and a[:-1] == b and counted[j + 1])
        for j, (a, b) in enumerate(itertools.pairwise(paths))
    )
    bare = (counted[j] and not path for j, path in enumerate(paths) if j)
    return draft.header_rows > 0 and (max(figures.values(), default=0) > 1 or any(beside) or any(bare))


def _broken_rows(draft: Draft) -> bool:
    """A row's own printed sum does not come out, by more than rounding explains."""
    meant = meant_totals(draft)
    return any(_off(row, relation) for row in draft.rows if row.role == "body" for relation in meant)


def _off(row: Row, relation: RowRelation) -> bool:
    gap = relation.residual(row_values(row, relation.last + 1))
    return gap is not None and abs(gap) > tolerance([row[j].text for j in relation.columns])


def _covered(draft: Draft, sums: Sequence[ColumnSum], totals: Sequence[RowRelation]) -> Places:
    """The cells that are added up, and the sums."""
    down = {(i, s.col) for s in sums for i in (*s.rows, s.total_row)}
    rows = [(i, row) for i, row in enumerate(draft.rows) if row.role == "body"] if totals else []
    along = {(i, j) for i, row in rows for r in totals if row[r.total].text for j in r.columns}
    return frozenset((i, j) for i, j in down | along if not _says_words(draft.rows[i][j].text))


def _says_words(text: str) -> bool:
    return bool(text) and addend(text) is None and not is_dash(text)


def _falls_into_place(draft: Draft) -> bool:
    """Some column takes nothing but values, natures or times, and has one in every row: words cut elsewhere leave it bare."""
    texts = [[row[j].text for j in range(draft.n_cols)] for row in draft.rows if row.role == "body"]
    kinds = [(j, name) for j, name in enumerate(heading_meanings(draft)) if name in _CLOSED]
    return any(all(row[j] and fit(row[j], name, False) > 1 for row in texts) for j, name in kinds)


def _runs_on(draft: Draft) -> bool:
    """The serial numbers of the rows run on without a gap."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    texts = [row[col].text for row in draft.rows if row.role == "body" and row[col].merged != "up"]
    numbers = [number(text) for text in texts]
    if len(numbers) < _FEWEST or None in numbers:
        return False
    return all(b is not None and a is not None and b == a + 1 for a, b in itertools.pairwise(numbers))
