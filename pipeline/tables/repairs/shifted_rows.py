"""Rows printed in the wrong columns: shifted, with a phantom cell, or with a blank cell lost.

| A | 1 | 2 | 3 |            | A | 1 | 2 | 3 |
|   | B | 4 | 5 | 6      →   | B | 4 | 5 | 6 |
| 合计 | 5 | 7 | 9 |         | 合计 | 5 | 7 | 9 |
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.language.cells import number
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.choice import Choice, broken_sums, choose
from pipeline.tables.draft import BLANK, Draft, Row
from pipeline.tables.frame import Frame, frame
from pipeline.tables.readings import Reading, is_suspect, lay, readings
from pipeline.tables.relations import ColumnSum, column_sums, row_values
from pipeline.tables.repairs.group_totals import group_total_rows

# Suspect rows times columns squared, what their readings cost to list: 200 rows of 20 columns, some
# seconds. Beyond it a table is not damaged here and there but misread as a whole.
_MOST_EFFORT = 80_000


def realign(draft: Draft) -> Draft:
    """Lay each row on the columns; where the totals leave several readings, leave it as printed."""
    if not any(row.role == "header" for row in draft.rows):
        return draft
    skip = group_total_rows(draft)
    known = frame(draft)
    rows = [i for i in draft.body() if i not in skip]
    suspects = [i for i in rows if is_suspect(draft.rows[i], known)]
    if len(suspects) * draft.n_cols**2 > _MOST_EFFORT:
        issue = Issue("misread_table", say("rows_misfit", n=len(suspects), columns=draft.n_cols))
        return replace(draft, issues=(*draft.issues, issue), ambiguous=True)
    options = {i: found for i in suspects if (found := readings(draft.rows[i], known))}
    sums = column_sums(_likeliest(draft, options), skip)
    options |= _cross_suspects(draft, rows, known, (options, sums))
    if not options:
        return draft
    choice = choose(draft, options, sums)
    return _apply(draft, options, choice, sums)


def _likeliest(draft: Draft, options: dict[int, list[Reading]]) -> Draft:
    """Total rows laid as they most likely stand, so that it is known which columns they add up."""
    totals = {i: found[0] for i, found in options.items() if draft.rows[i].role == "total"}
    if not totals:
        return draft
    rows = [replace(r, slots=totals[i].slots) if i in totals else r for i, r in enumerate(draft.rows)]
    return replace(draft, rows=tuple(rows))


def _cross_suspects(
    draft: Draft, rows: list[int], known: Frame, given: tuple[dict[int, list[Reading]], list[ColumnSum]]
) -> dict[int, list[Reading]]:
    """Rows that look right but whose shift would make sums come out that now do not.

    Only a reading that takes away exactly what the broken sums have too much or too little.
    """
    options, sums = given
    picked = {i: found[0] for i, found in options.items()}
    broken = broken_sums(draft, picked, sums)
    if not 2 <= len(broken) <= len(sums):
        return {}
    wanted = {s.col: _gap(draft, picked, s) for s in broken}
    extra = {}
    for i in rows:
        row = draft.rows[i]
        if i in options or row.role == "total" or not _may_fix(row_values(row, known.n_cols), wanted):
            continue
        printed = lay(row, (), known.n_cols)
        fixing = [r for r in readings(row, known) if _change(printed, r) == wanted]
        if fixing:
            extra[i] = [Reading(printed, 0.0), *fixing]
    return extra


def _may_fix(values: list[Decimal | None], wanted: dict[int, Decimal]) -> bool:
    """Moving part of the row by one or two columns changes the broken sums by what they lack.

    A column gets the value that stood one or two columns off, or none where the move begins.
    """

    def value(col: int) -> Decimal:
        return (values[col] or Decimal(0)) if 0 <= col < len(values) else Decimal(0)

    return any(
        all(gap in (value(j - by) - value(j), -value(j)) for j, gap in wanted.items())
        for by in (1, -1, 2, -2)
    )


def _gap(draft: Draft, picked: dict[int, Reading], stated: ColumnSum) -> Decimal:
    def value(i: int) -> Decimal:
        slot = picked[i].slots[stated.col] if i in picked else draft.rows[i][stated.col]
        return number(slot.text) or Decimal(0)

    return value(stated.total_row) - sum((value(i) for i in stated.rows), Decimal(0))


def _change(printed: tuple[object, ...], reading: Reading) -> dict[int, Decimal]:
    """What a reading adds to each column sum, columns without a change left out."""
    change = {}
    for j, (old, new) in enumerate(zip(printed, reading.slots, strict=True)):
        delta = (number(new.text) or Decimal(0)) - (number(old.text) or Decimal(0))  # type: ignore[attr-defined]
        if delta:
            change[j] = delta
    return change


def _apply(draft: Draft, options: dict[int, list[Reading]], choice: Choice, sums: list[ColumnSum]) -> Draft:
    rows = list(draft.rows)
    repairs: list[Repair] = []
    issues: list[Issue] = []
    proof = say("sums_one_way", n=len(sums)) if choice.proved else say("only_fitting_reading")
    for i, reading in sorted(choice.picked.items()):
        row, rival = rows[i], choice.rivals.get(i)
        if rival is not None:
            issues.append(_undecided(row, i, reading, rival))
            continue
        if not reading.steps:
            continue
        rows[i] = replace(row, slots=reading.slots)
        repairs.append(
            Repair("shifted_row", row.printed(), rows[i].printed(), say("row_realigned", steps=reading.steps, proof=proof),
                   "certified" if choice.proved else "probable", row.span(), row=i)
        )  # fmt: skip
    if not repairs and not issues:
        return draft
    widest = max([draft.n_cols, *(max(rows[i].filled(), default=-1) + 1 for i in draft.body())])
    fixed = draft.with_rows((_padded(row, widest) for row in rows), *repairs)
    return replace(
        fixed, n_cols=widest, issues=(*fixed.issues, *issues), ambiguous=draft.ambiguous or bool(issues)
    )


def _padded(row: Row, width: int) -> Row:
    slots = (*row.slots, *(BLANK,) * (width - len(row.slots)))[:width]
    return row if slots == row.slots else replace(row, slots=slots)


def _undecided(row: Row, i: int, one: Reading, other: Reading) -> Issue:
    ways = {name: Row(r.slots).printed() for name, r in (("one", one), ("other", other))}
    return Issue(
        "ambiguous_row",
        say("row_ambiguous", row=i + 1, **ways),
        f"row {i}",
        row.span(),
    )
