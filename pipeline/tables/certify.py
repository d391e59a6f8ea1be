"""How far a table proves itself, and which cells that covers.

`certified`   at least one sum is printed, every one comes out, and no other reading of the rows would do;
`consistent`  serial numbers run 1, 2, 3…, each row satisfies an identity, or sums come out as the rows were laid;
`ambiguous`   somewhere two readings were equally good and the table stands as printed;
`unverified`  nothing to check, or a check that fails (the source may be wrong).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import is_dash, is_value, number
from pipeline.model import TableStatus
from pipeline.tables.choice import broken_sums
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.relations import (
    RowRelation,
    differences,
    row_totals,
    row_values,
    tolerance,
)
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.sums import ColumnSum, column_sums

_CLOSED = ("year_value", "value", "total", "nature", "deadline")
_TWO_NAMES = patterns.compile(rf"\p{{Han}}{{2,}}({'|'.join(CLASS_ALONE)})\p{{Han}}{{2,}}\1")
_VALUE_BEFORE = patterns.compile(r"(?:[-—–/]+|\d[\d.]*)\s*\p{Han}{2,}")
_FEW = 4  # one name of four
_FEWEST = 3  # two rows numbered 1 and 2 prove little

Places = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Proof:
    """The status of a table, and the places (row, column) that its sums vouch for."""

    status: TableStatus
    proved: Places = frozenset()


# Which lines are one row, where a name or a half of a row stood alone.
_JUDGED = frozenset({"half_without_name", "line_end_in_cell"})


def _rows_judged(draft: Draft) -> bool:
    """Whether lines of the body were joined by what they are like: sums that come out then prove one reading, not the only one."""
    judged = (repair.row for repair in draft.repairs if repair.evidence.key in _JUDGED)
    return any(row is None or row >= draft.header_rows for row in judged)


def certify(draft: Draft, cut: bool = False) -> Proof:
    """What is proved. `cut`: the table had no separators, and its rows were found by their own numbers."""
    if draft.ambiguous:
        return Proof("ambiguous")
    sums = column_sums(draft, group_total_rows(draft))
    totals = row_totals(draft)
    if broken_sums(draft, sums) or _broken_rows(draft, totals):
        return Proof("unverified")
    if sums and draft.unique and not cut and not _rows_judged(draft) and not _has_strange_rows(draft, sums):
        return Proof("certified", _covered(draft, sums, totals))
    agrees = (
        totals
        or differences(draft)
        or (sums and cut)
        or (_runs_on(draft) and (not cut or _falls_into_place(draft)))
    )
    return Proof("consistent" if agrees else "unverified")


def _has_strange_rows(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Words among figures that are added up, or half a name: another row, or a heading, stands in a row or is one.

    They add nothing to any sum, so the sums come out all the same.
    """
    added = (draft.rows[i][s.col].text for s in sums for i in s.rows)
    strange = any(text and not is_value(text) and not is_dash(text) for text in added)
    return (
        strange
        or _has_half_name(draft)
        or _has_two_names(draft)
        or _adds_words(draft, sums)
        or _has_rest(draft, sums)
    )


def _has_half_name(draft: Draft) -> bool:
    """A name of one character (镇), or the end of others of its column (街道 beside 北坡街道): the rest stands elsewhere."""
    body = [row for row in draft.rows if row.role == "body"]
    names = [next((row[j].text for j in row.filled()), "") for row in body]
    words = [name for name in names if name and number(name) is None]
    short = any(len(name) == 1 for name in words) and any(len(name) > 1 for name in words)
    return short or any(_has_end_of_another([row[j].text for row in body]) for j in range(draft.n_cols))


def _has_end_of_another(column: Sequence[str]) -> bool:
    ends = {text for text in column if text in CLASS_ALONE}
    return any(text not in ends and text.endswith(tuple(ends)) for text in column)


def _has_two_names(draft: Draft) -> bool:
    """One name of a column is two of its kind (东风镇南山镇), or holds a value or a dash of the row above (0 南山镇)."""
    body = [row for row in draft.rows if row.role == "body"]
    columns = ([row[j].text for row in body if row[j].text] for j in range(draft.n_cols))
    return any(_is_lone(_TWO_NAMES, column) or _is_lone(_VALUE_BEFORE, column) for column in columns)


def _is_lone(odd: patterns.Pattern, column: Sequence[str]) -> bool:
    """One or few of many are so; where many are, that is how names are written here (3号楼, 4号楼)."""
    found = sum(bool(odd.fullmatch(text)) for text in column)
    return found > 0 and _FEW * found <= len(column)


def _has_rest(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Values in a column that is added up stand in a row that no total covers: the table goes on elsewhere."""
    added = {(i, s.col) for s in sums for i in s.rows}
    cols, rows = {s.col for s in sums}, [i for i, row in enumerate(draft.rows) if row.role == "body"]
    return any((i, j) not in added and number(draft.rows[i][j].text) is not None for i in rows for j in cols)


def _adds_words(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A total stated over words that is not how many they are: figures that were not recognised stand among them."""
    covered = {(s.total_row, s.col) for s in sums}
    scopes = {s.total_row: s.rows for s in sums}
    open_cells = ((i, j) for i in scopes for j in draft.rows[i].filled() if (i, j) not in covered)
    return any(
        (total := number(draft.rows[i][j].text)) is not None
        and total != sum(bool(draft.rows[k][j].text) for k in scopes[i])
        for i, j in open_cells
    )


def _broken_rows(draft: Draft, totals: Sequence[RowRelation]) -> bool:
    """A row's own printed sum does not come out, by more than rounding explains."""
    return any(_off(row, relation) for row in draft.rows if row.role == "body" for relation in totals)


def _off(row: Row, relation: RowRelation) -> bool:
    gap = relation.residual(row_values(row, relation.last + 1))
    return gap is not None and abs(gap) > tolerance([row[j].text for j in relation.columns])


def _covered(draft: Draft, sums: Sequence[ColumnSum], totals: Sequence[RowRelation]) -> Places:
    """The cells that are added up, and the sums."""
    down = {(i, s.col) for s in sums for i in (*s.rows, s.total_row)}
    rows = [(i, row) for i, row in enumerate(draft.rows) if row.role == "body"] if totals else []
    along = {(i, j) for i, row in rows for r in totals if row[r.total].text for j in r.columns}
    return frozenset(down | along)


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
