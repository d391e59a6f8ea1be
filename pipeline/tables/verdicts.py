"""Which readings of the damaged rows of a table are settled on, and by what.

Asked in this order: the printed sums; the same where cells printed twice, or numbers printed as one, are counted as such; one
more row some cells of which slipped aside; all sums but a misprinted one; last headings, identities and dashes alone. Only the
first two prove anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.messages import Message, say
from pipeline.tables.choice import choose, choose_with_move, despite_one, fullest, possible
from pipeline.tables.draft import Draft
from pipeline.tables.equations import Equations
from pipeline.tables.frame import Frame, of_totals
from pipeline.tables.label_columns import named_alone
from pipeline.tables.likely_ways import clearly, likeliest, likeliest_ways, likely
from pipeline.tables.printed_ends import end_where_filled, never_end_blank
from pipeline.tables.readings import Reading, fits_as_printed, odd_readings, plain_readings, run_readings
from pipeline.tables.row_ends import (
    all_but_for_ends,
    are_alike,
    as_ended,
    ended_alike,
    holds,
    mostly_ended,
    runs_on,
    with_ends_kept,
)
from pipeline.tables.slipped_rows import noughts_twice, other_ways, parts_nought
from pipeline.tables.sums import column_sums

_FEW_PARTED = 8  # of so many rows one that lost a blank inside does not say that the others did

Options = dict[int, list[Reading]]


@dataclass(frozen=True, slots=True)
class Case:
    """A table with its damaged rows, the ways to read each, and the rows that each total covers."""

    draft: Draft
    known: Frame
    options: Options
    scopes: Mapping[int, tuple[int, ...]]
    rows: Sequence[int]

    def equations(self) -> Equations:
        return Equations(self.draft, list(self.options), self.scopes)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The readings settled on, why, whether sums prove them; two ways that nothing parts, by row, and in `ways` of each
    row all readings that the sums leave, if all are known; rows of which they leave several and one is taken."""

    picked: dict[int, Reading]
    because: Message
    proved: bool = False
    rivals: tuple[dict[int, Reading], ...] = ()
    unread: tuple[int, ...] = ()
    ways: Mapping[int, Sequence[Reading]] = field(default_factory=dict)
    chosen: frozenset[int] = frozenset()


def settle(case: Case, missing: Sequence[int]) -> Verdict:
    """By the sums, if all damaged rows can be read and any way makes all come out; else by what else is known."""
    if missing:
        odd = {i: odd_readings(case.draft.rows[i], case.known) for i in missing}
        if case.scopes and all(odd.values()):
            counted = replace(case, options=case.options | odd)
            found = _by_sums(counted) or _with_odd(counted, missing)
            if found:
                return found
        found = _by_evidence(replace(case, options=case.options | {i: r for i, r in odd.items() if r}))
        return replace(found, unread=tuple(i for i, ways in odd.items() if not ways))
    if not case.scopes:
        return _by_evidence(case)
    return (
        _by_sums(case)
        or _with_odd(case)
        or _with_runs(case)
        or _with_one_moved(case)
        or _misprint(case)
        or _by_evidence(case)
    )


def _by_sums(case: Case) -> Verdict | None:
    """The one way, or two that nothing parts; None where no way satisfies the sums, or that is not known."""
    equations = case.equations()
    choice = choose(case.options, equations)
    ended = as_ended(case)
    if ended and not (choice.proved and are_alike(ended, choice.found[0])) and holds(case, ended):
        return Verdict(ended, say("rows_end_so"))
    if choice.proved:
        way = choice.found[0]
        return Verdict(way, say("sums_one_way", n=choice.sums), _without_rival(case, way, equations))
    if not choice.found:
        return None
    narrowed, among = likeliest_ways(case.options, equations)
    if not narrowed.proved and len(full := fullest(likely(case.options), equations).found) == 1:
        return Verdict(full[0], say("sums_one_way", n=choice.sums))
    if clear := clearly(narrowed):
        return Verdict(clear, say("only_fitting_reading"))
    if ended:
        return Verdict(ended, say("rows_end_so"))
    if (kept := with_ends_kept(case)) and (only := choose(kept, equations)).proved:
        return Verdict(only.found[0], say("only_fitting_reading"))
    left, among = (narrowed, among) if len(narrowed.found) > 1 else (choice, case.options)
    ways = possible(among, equations, left)
    known = ways or {i: list(found) for i, found in among.items()}
    alike = {i: found[0] for i, found in known.items() if len({reading.slots for reading in found}) == 1}
    if told := all_but_for_ends(case) or ended_alike(case, known):
        return Verdict(told, say("rows_end_alike"), chosen=frozenset(told.keys() - alike.keys()))
    return Verdict(alike, say("only_fitting_reading"), rivals=left.found, ways=ways)


def _without_rival(case: Case, picked: dict[int, Reading], equations: Equations) -> bool:
    """Where one cell is read as two, or two as one: no reading of the cells as printed makes the sums come out too, nor one of a
    long row in which a nought is printed twice; nor are names told by how they end alone, below labels printed once."""
    if named_alone([case.draft.rows[i] for i in case.rows]):
        return False
    twice = {i: noughts_twice(case.draft, i, case.known, case.scopes) for i in case.options}
    more = {i: [*found, *twice[i]] for i, found in case.options.items()}
    for i in (i for i, reading in picked.items() if reading.is_odd):
        plain = plain_readings(case.draft.rows[i], case.known)
        if plain is None or parts_nought(case.draft.rows[i], picked[i].slots):
            return False  # too many to look at
        more[i] = [*more[i], *plain]
    return more == case.options or choose(more, equations).proved


def _with_odd(case: Case, counted: Sequence[int] = ()) -> Verdict | None:
    """The same where cells printed twice, and numbers printed as one, are counted as such too; so they are in rows `counted`."""
    odd = {i: odd_readings(case.draft.rows[i], case.known) for i in case.options if i not in counted}
    more = {i: [*found, *odd.get(i, ())] for i, found in case.options.items()}
    return (
        _by_sums(replace(case, options=more))
        if any(len(more[i]) > len(case.options[i]) for i in more)
        else None
    )


def _with_runs(case: Case) -> Verdict | None:
    """The one way in which figures of damaged rows run together, those of the sums last, which alone makes the sums come
    out; likely, not proved."""
    for of_sums in (False, True):
        more, counted = dict(case.options), False
        for i, found in case.options.items():
            row, known = case.draft.rows[i], of_totals(case.known) if i in case.scopes else case.known
            runs = run_readings(row, known) if of_sums or i not in case.scopes else []
            least = min(reading.faults for reading in found)
            more[i] = [*found, *(r for r in (*odd_readings(row, known), *runs) if r.faults <= least)]
            counted = counted or bool(runs)
        verdict = _by_sums(replace(case, options=more)) if counted else None
        if verdict:
            return None if verdict.rivals else replace(verdict, proved=False)
    return None


def _with_one_moved(case: Case) -> Verdict | None:
    """The one row printed with the right number of cells that is read otherwise, so that all sums come out."""
    moves = other_ways(case.draft, case.options, case.known)
    choice = choose_with_move(case.options, case.equations(), moves) if moves else None
    if choice is None or not choice.proved:
        return None
    return Verdict(choice.found[0], say("sums_one_way", n=choice.sums))


def _misprint(case: Case) -> Verdict | None:
    """One of the totals is wrong in the source, and all others leave one way."""
    if not case.options:
        return None
    sums = [(s.total_row, s.col) for s in column_sums(likeliest(case.draft, case.options))]
    choice = despite_one(case.options, case.equations(), sums)
    return Verdict(choice.found[0], say("sums_one_way", n=choice.sums)) if choice.proved else None


def _by_evidence(case: Case) -> Verdict:
    """The reading of each row that headings and identities prefer; a row that can stand as printed does, if rows end here where
    their last filled cell does, and no sum is stated (few of them lost a blank elsewhere) or most come out so."""
    ended = mostly_ended(case) if case.scopes else {}
    ways = likely(case.options) | {i: [reading] for i, reading in ended.items()}
    parted = [i for i, found in ways.items() if not any(runs_on(case.draft.rows[i].slots, r) for r in found)]
    ends = end_where_filled(case.draft, case.rows)
    if surely := not case.scopes and ends and never_end_blank(case.draft, case.rows):
        ways = {i: found for i, found in ways.items() if not fits_as_printed(case.draft.rows[i], case.known)}
    trims = surely or (ends and _FEW_PARTED * len(parted) < len(ways))
    picked: dict[int, Reading] = {}
    one: dict[int, Reading] = {}
    other: dict[int, Reading] = {}
    for i, found in ways.items():
        if len(found) == 1:
            picked[i] = found[0]
        elif case.scopes or not trims or not fits_as_printed(case.draft.rows[i], case.known):
            one[i], other[i] = sorted(found, key=lambda reading: -reading.weight)[:2]
    return Verdict(picked, say("only_fitting_reading"), rivals=(one, other) if one else ())
