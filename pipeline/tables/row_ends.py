"""Rows that are printed no further than their last cell: what they lack are the blanks behind it.

| 镇   | 甲 | 乙 | 丙 |          | 镇   | 甲 | 乙 | 丙 |
| 东镇 | 1  |               →     | 东镇 | 1  |    |    |
| 西镇 | 2  |    | 3  |          | 西镇 | 2  |    | 3  |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.language.addends import addend
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.choice import choose
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.equations import Equations
from pipeline.tables.frame import Frame, breaks, of_totals
from pipeline.tables.printed_ends import end_where_filled
from pipeline.tables.readings import Reading, without_blank
from pipeline.tables.sums import ColumnSum, column_sums

if TYPE_CHECKING:
    from pipeline.tables.verdicts import Case

_FEWEST_WHOLE = 1  # row that shows it
_FEWEST_ALIKE = 2  # rows of a length that show how the others were damaged
_MOST_DAMAGED = 3  # rows of a table that are damaged besides

_FEWEST_ENDED = 4  # rows whose ends alone are damaged
_CLEAR = 1.5  # more than customs alone say: an identity, a dash
_FEWEST_LACKING = 4  # sums: of rows read aside some would be too small
_FEWEST_SUMS, _MOSTLY = 2, 0.6  # sums that do not come out by chance

_Options = Mapping[int, Sequence[Reading]]


def as_ended(case: Case) -> dict[int, Reading] | None:
    """Where rows end so: the one way that makes the sums come out with the fewest rows read otherwise than printed, also of those
    as long as the headings, which may have a blank too many."""
    if not end_where_filled(case.draft, case.rows, _FEWEST_WHOLE):
        return None
    printed = {i: _ways(case, i, found)[:1] for i, found in case.options.items()}
    if all(not ways[0].chance for ways in printed.values()) and (found := _least(case, printed)):
        return found
    damaged = {i: _ways(case, i, found) for i, found in case.options.items()}
    whole = {i: _ways(case, i, ()) for i in case.rows if i not in damaged}
    return _least(case, {**damaged, **{i: ways for i, ways in whole.items() if len(ways) > 1}})


def mostly_ended(case: Case) -> dict[int, Reading]:
    """Where rows end so and not all sums come out: the rows as printed, if most of the sums do with them, or lack what one more
    row would add."""
    if not end_where_filled(case.draft, case.rows, _FEWEST_WHOLE):
        return {}
    ways = {i: _as_printed(case.draft.rows[i].slots, found) for i, found in case.options.items()}
    picked = {i: found[0] for i, found in ways.items() if len(found) == 1}
    rows = (replace(r, slots=picked[i].slots) if i in picked else r for i, r in enumerate(case.draft.rows))
    laid = replace(case.draft, rows=tuple(rows))
    sums = column_sums(laid)
    come_out = len(sums) - len(broken_sums(laid, sums))
    mostly = come_out >= _FEWEST_SUMS and come_out >= _MOSTLY * len(sums)
    return picked if mostly or _lack_row(laid, sums) else {}


def _lack_row(laid: Draft, sums: Sequence[ColumnSum]) -> bool:
    """Each column adds up to less than its sum, or as much, by no more than a row of it has: a row is lost."""
    if len(sums) < _FEWEST_LACKING:
        return False
    most = [max((addend(laid.rows[i][s.col].text) or 0 for i in s.rows), default=0) for s in sums]
    lack = [-sum_gap(laid, stated) for stated in sums]
    return any(lack) and all(0 <= short <= whole for short, whole in zip(lack, most, strict=True))


def with_ends_kept(case: Case) -> dict[int, list[Reading]]:
    """Where rows as long as the headings end in a blank, blanks behind the last cell are printed: the readings of short rows
    that keep those and put in as many as the row lacks; nothing where rows may have lost them."""
    whole = [
        r
        for i in case.rows
        if len((r := case.draft.rows[i]).slots) == case.draft.n_cols and i not in case.options
    ]
    if sum(not row.slots[-1].text for row in whole) < _FEWEST_ALIKE:
        return {}
    return {i: _keeping_end(case.draft.rows[i].slots, found) or found for i, found in case.options.items()}


def _keeping_end(printed: Sequence[Slot], found: Sequence[Reading]) -> list[Reading]:
    """The readings in which at least the blanks printed behind the last cell stand behind it."""
    return [r for r in found if len(printed) >= len(r.slots) or _behind(r.slots) >= _behind(printed)]


def _behind(slots: Sequence[Slot]) -> int:
    return next((n for n, slot in enumerate(reversed(slots)) if slot.text), len(slots))


def are_alike(one: Mapping[int, Reading], other: Mapping[int, Reading]) -> bool:
    """Two ways to read the rows lay them alike; those that stand as printed need not be read in one of them."""
    return all(one[i].slots == reading.slots for i, reading in other.items())


def holds(case: Case, way: Mapping[int, Reading]) -> bool:
    """No row breaks an identity of the others."""
    return not any(breaks(reading.slots, case.known) for reading in way.values())


def ended_alike(case: Case, known: _Options) -> dict[int, Reading]:
    """The rows of which several readings are left read as those of their length are that have one: as printed, but for blanks
    at the end; nothing where some of these are read otherwise, or the sums do not come out so."""
    picked = {i: found[0] for i, found in known.items() if len({reading.slots for reading in found}) == 1}
    for i in known.keys() - picked.keys():
        row = case.draft.rows[i]
        like = [k for k in picked if k in case.options and _is_like(case.draft.rows[k], row)]
        ends = [k for k in like if _but_for_end(case.draft.rows[k].slots, picked[k])]
        ways = [reading for reading in known[i] if _but_for_end(row.slots, reading)]
        if len(ways) != 1 or not _FEWEST_ALIKE <= len(ends) == len(like):
            return {}
        picked = {**picked, i: ways[0]}
    options = {i: [reading] for i, reading in picked.items()}
    return picked if choose(options, Equations(case.draft, list(options), case.scopes)).found else {}


def all_but_for_ends(case: Case) -> dict[int, Reading]:
    """Where several rows have blanks too many or too few: all as printed, but for blanks at the end or before the label, if so
    all sums come out and no row agrees less with what is known beside them."""
    picked: dict[int, Reading] = {}
    for i, found in case.options.items():
        printed, best = case.draft.rows[i].slots, max(reading.evidence for reading in found)
        ways = [r for r in found if _but_for_end(printed, r) or (not printed[0] and runs_on(printed, r))]
        if len(ways) != 1 or ways[0].evidence < best - _CLEAR:
            return {}
        picked[i] = ways[0]
    if len(picked) < _FEWEST_ENDED or not holds(case, picked):
        return {}
    options = {i: [reading] for i, reading in picked.items()}
    return picked if choose(options, Equations(case.draft, list(options), case.scopes)).found else {}


def _is_like(other: Row, row: Row) -> bool:
    """As long, and begun as this one: a row that slipped aside is damaged otherwise."""
    return len(other.slots) == len(row.slots) and bool(other.slots[0]) == bool(row.slots[0])


def _but_for_end(printed: Sequence[Slot], reading: Reading) -> bool:
    """The cells stand where they are printed, blanks behind the last put in or left out."""
    size = min(len(printed), len(reading.slots))
    return reading.slots[:size] == tuple(printed[:size]) and not any((*printed[size:], *reading.slots[size:]))


def _least(case: Case, options: _Options) -> dict[int, Reading] | None:
    """The one way with the fewest rows damaged, if the sums come out."""
    ways = choose(options, Equations(case.draft, list(options), case.scopes))
    damaged = [-sum(reading.weight for reading in one.values()) for one in ways.found]
    if not ways.finished or ways.rounded or not damaged or damaged[0] > _MOST_DAMAGED:
        return None
    picked = {i: replace(reading, chance=0.0) for i, reading in ways.found[0].items()}
    return picked if len(damaged) == 1 or damaged[0] < damaged[1] else None


def _ways(case: Case, i: int, found: Sequence[Reading]) -> list[Reading]:
    """The readings of a row, the one as printed first: each that is not counts as one damage."""
    row = case.draft.rows[i]
    known: Frame = of_totals(case.known) if i in case.scopes else case.known
    more = [r for r in without_blank(row, known) if not r.faults]
    printed = _as_printed(row.slots, found)[:1] or ([] if found else [Reading(row.slots)])
    others = [r for r in (*found, *more) if all(r.slots != one.slots for one in printed)]
    best = max((reading.evidence for reading in found), default=0.0)
    weighed = [
        *((one, 0.0 - (one.evidence < best - _CLEAR)) for one in printed),
        *((one, -1.0) for one in others),
    ]
    return [replace(one, evidence=0.0, chance=chance) for one, chance in weighed]


def _as_printed(printed: Sequence[Slot], found: Sequence[Reading]) -> list[Reading]:
    """The readings of a row with its cells where they are printed; of one that slipped aside, as far from one another."""
    return [r for r in found if _ends_so(printed, r) and not r.faults] or [
        r for r in found if not printed[0].text and runs_on(printed, r)
    ]


def _ends_so(printed: Sequence[Slot], reading: Reading) -> bool:
    """Each cell stands in the column in which it is printed, and blanks behind the last."""
    size = len(printed)
    return reading.slots[:size] == tuple(printed) and not any(slot.text for slot in reading.slots[size:])


def runs_on(printed: Sequence[Slot], reading: Reading) -> bool:
    """The cells stand as far from one another as they are printed, or were counted otherwise: no blank is put in between."""
    words = _trimmed(printed)
    return reading.is_odd or _trimmed(reading.slots) == words


def _trimmed(slots: Sequence[Slot]) -> list[str]:
    """The texts without the blanks before and behind them."""
    filled = [j for j, slot in enumerate(slots) if slot.text]
    return [slot.text for slot in slots[filled[0] : filled[-1] + 1]] if filled else []
