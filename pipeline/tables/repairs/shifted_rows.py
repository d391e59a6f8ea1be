"""Rows printed in the wrong columns: shifted, with a phantom cell, or with a blank cell lost.

| A | 1 | 2 | 3 |            | A | 1 | 2 | 3 |
|   | B | 4 | 5 | 6      →   | B | 4 | 5 | 6 |
| 合计 | 5 | 7 | 9 |         | 合计 | 5 | 7 | 9 |

Rows printed with the right number of cells stand as printed while any reading with them so makes the printed
sums come out. One way left is certified; where headings or identities part several, that one is probable;
else what all readings share stands there, numbers without one column are given for none, an issue names two readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.addends import addend
from pipeline.language.cells import number
from pipeline.messages import say
from pipeline.model import Certainty, Doubt, Issue, Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import BLANK, Draft, Row
from pipeline.tables.frame import Frame, faults, frame, of_totals
from pipeline.tables.likely_ways import likeliest, likely
from pipeline.tables.readings import best_readings, fits_as_printed, lay
from pipeline.tables.repairs.group_dashes import widen_dashes
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.repairs.undecided_rows import misfit, undecided, undecided_rows
from pipeline.tables.row_breaks import other_breaks
from pipeline.tables.shared_cells import shared
from pipeline.tables.sums import column_sums, total_scopes
from pipeline.tables.verdicts import Case, Options, Verdict, settle

# Damaged rows times columns squared, what their readings cost to list: 200 rows of 20 columns, some
# seconds. Beyond it a table is not damaged here and there but misread as a whole.
_MOST_EFFORT = 80_000
_NEARLY_ALL = 0.8  # of the rows have a name
_FEWEST_NAMED = 3
_FEWEST_NUMERIC = 3


def realign(draft: Draft) -> Draft:
    """Lay each row on the columns; where several readings are left, leave it as printed.

    Where no sums prove it dashes may stand for groups, unless that leaves more ways; rows may begin and end elsewhere.
    """
    laid, has_sums = _realigned(draft), _has_sums(draft)
    if (laid.ambiguous or not (laid.unique and has_sums)) and (wide := widen_dashes(draft)) is not draft:
        again = _realigned(wide)
        return laid if has_sums and again.ambiguous and not laid.ambiguous else again
    if not has_sums or (laid.n_cols == draft.n_cols and comes_out(laid)):
        return laid
    found: dict[tuple[Row, ...], Draft] = {}
    for way in map(_realigned, other_breaks(draft)):
        if comes_out(way, alone=True):
            found.setdefault(way.rows, way)
    return next(iter(found.values())) if len(found) == 1 else laid


def _has_sums(draft: Draft) -> bool:
    return any(row.role == "total" and _has_numbers(row) for row in draft.rows)


def comes_out(laid: Draft, alone: bool = False) -> bool:
    """Every sum comes out, and all rows are laid, in the one way that does so where it must be `alone`."""
    whole = all(len(laid.rows[i].slots) == laid.n_cols for i in laid.body())
    sums = column_sums(laid, group_total_rows(laid))
    return (
        whole
        and (laid.unique or not (alone or _has_nameless([laid.rows[i] for i in laid.body()], laid.n_cols)))
        and not laid.ambiguous
        and bool(sums)
        and not broken_sums(laid, sums)
    )


def _realigned(draft: Draft) -> Draft:
    if not any(row.role == "header" for row in draft.rows):
        return draft
    skip = group_total_rows(draft)
    known = frame(draft, skip)
    draft = replace(draft, rows=tuple(_without_padding(row, known) for row in draft.rows))
    rows = [i for i in draft.body() if i not in skip]
    sums = any(draft.rows[i].role == "total" and _has_numbers(draft.rows[i]) for i in rows)
    strict = sums or draft.lost_blanks or _keeps_blanks([draft.rows[i] for i in rows], known)
    damaged = [i for i in rows if _is_damaged(draft.rows[i], known, strict)]
    if len(damaged) * draft.n_cols**2 > _MOST_EFFORT:
        issue = Issue("misread_table", say("rows_misfit", n=len(damaged), columns=draft.n_cols))
        return replace(draft, issues=(*draft.issues, issue), ambiguous=True, unique=False, loose=True)
    found = {i: best_readings(draft.rows[i], known) for i in damaged}
    options = {i: ways for i, ways in found.items() if ways}
    scopes = total_scopes(likeliest(draft, options), skip) if sums else {}
    case = Case(draft, known, options, scopes, rows)
    return _applied(case, settle(case, [i for i in damaged if i not in options]))


def _has_numbers(row: Row) -> bool:
    return any(addend(slot.text) is not None for slot in row.slots)


def _without_padding(row: Row, known: Frame) -> Row:
    """A total row without the blanks behind it, where a number stands under the names: 合计 | 30 | 12 | |, its label
    across two columns."""
    end = max(row.filled(), default=-1) + 1
    names = [j for j in known.wordy if j < known.lead]
    slid = row.role == "total" and any(number(row[j].text) is not None for j in names)
    plain = len(row.slots) == known.n_cols and not any(slot.merged for slot in row.slots)
    return replace(row, slots=row.slots[:end]) if slid and plain else row


def _keeps_blanks(rows: Sequence[Row], known: Frame) -> bool:
    """Rows of figures as long as the headings end in a blank: so one that is shorter lacks a blank, nobody knows where."""
    whole = [row for row in rows if len(row.slots) == known.n_cols]
    return len(known.numeric) >= _FEWEST_NUMERIC and any(not row.slots[-1].text for row in whole)


def _is_damaged(row: Row, known: Frame, sums: bool) -> bool:
    """The row has too few or too many cells, or some where they may not stand.

    A reader that tells of merged cells knows the columns. Without a sum that could tell better, a row of a usual
    length ends where it is printed to end, unless blanks behind it are printed elsewhere.
    """
    if any(slot.merged for slot in row.slots):
        return False
    if len(row.slots) == known.n_cols:
        if row.role == "total":  # 小计 stands beside its group
            known = replace(known, labels=frozenset())
        wrong = faults(lay(row, (), known.n_cols), known)
        return bool(wrong) and any(r.faults < wrong for r in best_readings(row, known) or ())
    known = of_totals(known) if row.role == "total" else known
    return sums or len(row.slots) not in known.lengths or not fits_as_printed(row, known)


def _applied(case: Case, verdict: Verdict) -> Draft:
    """The rows laid out, with a repair each; or an issue for each row of which two readings stay possible."""
    draft = case.draft
    rows, repairs = list(draft.rows), []
    alike = likely(case.options)
    for i, reading in sorted(verdict.picked.items()):
        row, steps = rows[i], reading.steps
        doubt: Doubt = "likely" if i in verdict.chosen or (steps and not verdict.proved) else ""
        rows[i] = replace(row, slots=reading.slots, doubt=doubt)
        if steps or i in verdict.chosen:
            why = say("row_realigned", steps=steps, proof=verdict.because) if steps else verdict.because
            no_words = len(row.slots) != draft.n_cols or _has_numbers(row)  # no sum counts words that move
            sure: Certainty = "certified" if verdict.proved and no_words else "probable"
            after = rows[i].printed()
            repairs.append(Repair("shifted_row", row.printed(), after, why, sure, row.span(), row=i))
    repairs += _left_open(rows, verdict, alike, case.known)
    settled = {*case.options, *verdict.picked}
    misfits = [i for i in case.rows if i not in settled and len(rows[i].slots) != draft.n_cols]
    rows = [replace(row, doubt="open") if i in verdict.unread else row for i, row in enumerate(rows)]
    issues = [*undecided(draft, verdict, alike), *misfit(draft, verdict.unread)]
    unique = draft.unique and (verdict.proved or not settled) and not (misfits and case.scopes)
    doubtful = _lacks_heading(draft, case.rows) or _has_nameless([rows[i] for i in case.rows], draft.n_cols)
    unique = unique and not doubtful
    if not repairs and not issues and rows == list(draft.rows):
        return draft if unique == draft.unique else replace(draft, unique=unique)
    widest = max([draft.n_cols, *(max(rows[i].filled(), default=-1) + 1 for i in draft.body())])
    return replace(
        draft.with_rows((_padded(row, widest) for row in rows), *repairs), n_cols=widest, unique=unique,
        issues=(*draft.issues, *issues), ambiguous=draft.ambiguous or bool(verdict.rivals),
    )  # fmt: skip


def _left_open(rows: list[Row], verdict: Verdict, likely_ways: Options, known: Frame) -> Iterator[Repair]:
    """Lays of each row of which several readings are left what they share."""
    for i in undecided_rows(verdict):
        ways = verdict.ways.get(i) or likely_ways.get(i, ())
        row = rows[i]
        found = ways or [one[i] for one in verdict.rivals]
        laid = shared(row, found, known, all_known=bool(ways))
        rows[i] = replace(laid or row, doubt="likely" if laid else "open")
        if laid:
            why = say("cells_sums_leave") if i in verdict.ways else say("cells_all_readings_share")
            yield Repair("shifted_row", row.printed(), laid.printed(), why, "probable", row.span(), row=i)


def _lacks_heading(draft: Draft, rows: Sequence[int]) -> bool:
    """All rows that neither begin nor end with a blank are as long as one another and longer than the headings: one of these
    is lost, and no cell too many."""
    slots = [draft.rows[i].slots for i in rows]
    lengths = [len(row) for row in slots if row and row[0].text and row[-1].text]
    return len(lengths) > 1 and len(set(lengths)) == 1 and lengths[0] > draft.n_cols


def _has_nameless(rows: Sequence[Row], n_cols: int) -> bool:
    """A row without a name where (nearly) all others have one: it may be the rest of the row above."""
    body = [row for row in rows if row.role == "body"]
    names = (
        [bool(row[j].text or row[j].merged) and number(row[j].text) is None for row in body]
        for j in range(n_cols)
    )
    first = next((column for column in names if sum(column) >= _NEARLY_ALL * len(body)), None)
    return first is not None and len(body) >= _FEWEST_NAMED and not all(first)


def _padded(row: Row, width: int) -> Row:
    slots = (*row.slots, *(BLANK,) * (width - len(row.slots)))[:width]
    return row if slots == row.slots else replace(row, slots=slots)
