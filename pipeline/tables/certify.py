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
_LINES_JUDGED = "half_without_name line_end_in_cell second_row_begins sums_of_one_row sums_of_two_rows"


def _rows_judged(draft: Draft) -> bool:
    """Whether lines of the body were joined by what they are like: sums that come out then prove one reading, not the only one."""
    judged = (repair.row for repair in draft.repairs if repair.evidence.key in _LINES_JUDGED.split())
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
        or (sums and (cut or draft.unique))
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
        or _has_odd_names(draft, sums)
        or _jumps(draft)
        or _adds_words(draft, sums)
        or _has_rest(draft, sums)
    )


def _has_odd_names(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A row has no name of its own, half a one, two of them, or one with a value of the row above before it.

    Names stand in the columns before the first that is added up.
    """
    body = [row for row in draft.rows if row.role == "body"]
    columns = ([row[j].text for row in body] for j in range(min((s.col for s in sums), default=0)))
    names = [column for column in columns if 2 * sum(map(_is_word, column)) >= len(body)]
    if any(not any(found) for found in zip(*names, strict=True)):
        return True
    return any(_has_half(column) or _has_two(column, body) for column in names)


def _is_word(text: str) -> bool:
    return bool(text) and number(text) is None


def _has_half(column: Sequence[str]) -> bool:
    """A name of one character (镇) beside longer ones, or the end of others (街道 beside 北坡街道)."""
    words = [text for text in column if _is_word(text)]
    ends = tuple(text for text in words if text in CLASS_ALONE)
    whole = [text for text in words if text not in ends]
    short = any(len(text) == 1 for text in words) and any(len(text) > 1 for text in words)
    return short or any(text.endswith(ends) for text in whole if ends)


def _has_two(column: Sequence[str], body: Sequence[Row]) -> bool:
    """Names of a column that are two of its kind (东风镇南山镇); a value before one (0 南山镇), which the row above lacks."""
    lacks = [True, *(not row.slots[-1].text for row in body)]
    two = [text for text in column if _TWO_NAMES.fullmatch(text)]
    behind = [
        text
        for text, lack in zip(column, lacks, strict=False)
        if _VALUE_BEFORE.fullmatch(text) and (lack or not text[0].isdecimal())
    ]
    return any(found and _FEW * len(found) <= len(column) for found in (two, behind))


def _jumps(draft: Draft) -> bool:
    """Under 序号 a number is left out or stands twice: a row is lost, or one is two."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    found = [number(row[col].text) for row in draft.rows if row.role == "body" and row[col].text]
    steps = itertools.pairwise(value for value in found if value is not None)
    return any(b not in (a + 1, 1) for a, b in steps)


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
    for i, j in open_cells:
        total, words = number(draft.rows[i][j].text), [draft.rows[k][j].text for k in scopes[i]]
        filled = [text for text in words if text and not is_dash(text)]
        if total is not None and filled and all(map(_is_word, filled)) and total != len(filled):
            return True
    return False


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
