"""The ways a damaged row may be read: which printed cell belongs to which column.

Text never changes and never changes its order. In a row with too few or too many cells blanks are put in or
taken out anywhere; where no such reading will do, a cell printed twice or in two is one, and two in one cell
are two. A lone dash means the same wherever it stands among the blanks of its group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log

from pipeline.messages import Message
from pipeline.tables.chances import chance, losses
from pipeline.tables.draft import BLANK, Row, Slot
from pipeline.tables.frame import Frame, breaks, evidence, faults, of_totals, opens_with_number
from pipeline.tables.homes import at_home, label_left, strangeness
from pipeline.tables.odd_cells import Odd, odd_cells
from pipeline.tables.placements import Columns, moves, placements
from pipeline.tables.reading_steps import steps_to
from pipeline.tables.run_together import run_together
from pipeline.tables.thousands import is_parted_elsewhere


@dataclass(frozen=True, slots=True)
class Reading:
    """A row laid on the columns, how it was got, and how well it agrees with what is known beside sums.

    `chance`: how often other rows have something in these columns, and what (a logarithm). `is_odd`: a printed cell
    was taken for the double or a part of another, or for two.
    """

    slots: tuple[Slot, ...]
    steps: tuple[Message, ...] = ()
    evidence: float = 0.0
    faults: int = 0
    chance: float = 0.0
    is_odd: bool = False

    @property
    def weight(self) -> float:
        """Of readings that satisfy the sums, the one with more is likelier."""
        return self.evidence * _EVIDENCE + self.chance


_NONE: frozenset[int] = frozenset()
_REFILLED = 1.5  # blanks lost elsewhere too, in a row that lacks those before its name
_ALIKE = 0.48  # a row printed so after eight losses is as much likelier than after one as one that agrees with a heading
_EVIDENCE = 10.0  # headings and identities say more than how often a column is filled


def lay(row: Row, cols: Sequence[int], n_cols: int) -> tuple[Slot, ...]:
    """The filled cells of a row put on `cols` (as printed if that is empty); the rest blank."""
    filled = row.filled()
    slots = [BLANK] * n_cols
    for j, col in zip(filled, cols or filled, strict=True):
        if col < n_cols:
            slots[col] = row[j]
    return tuple(slots)


def fits_as_printed(row: Row, known: Frame) -> bool:
    """Nothing stands beyond the columns, and nothing where it may not."""
    filled = row.filled()
    inside = not filled or filled[-1] < known.n_cols
    return inside and not faults(lay(row, (), known.n_cols), known)


def readings(row: Row, known: Frame) -> list[Reading] | None:
    """The readings with blanks put in or taken out that have the fewest faults; None for too many."""
    found = _places(row, known)
    return None if found is None else _distinct(row, found, known)


def plain_readings(row: Row, known: Frame) -> list[Reading] | None:
    """Every reading with blanks put in or taken out, also where a cell may not stand there; None for too many."""
    found = _places(row, known)
    anywhere = replace(known, numeric=_NONE, wordy=_NONE, labels=_NONE, totals=(), lead=0)
    return None if found is None else _distinct(row, found, anywhere)


def _places(row: Row, known: Frame) -> list[Columns] | None:
    filled, length = row.filled(), len(row.slots)
    found = placements(filled, length, known.n_cols) if length != known.n_cols else [tuple(filled)]
    # Its number and its name stand where they belong.
    if found is None and filled[: known.lead] == list(range(known.lead)):
        rest = placements(
            [j - known.lead for j in filled[known.lead :]], length - known.lead, known.n_cols - known.lead
        )
        found = rest and [(*range(known.lead), *(j + known.lead for j in cols)) for cols in rest]
    lead = filled[0] if filled else 0
    if lead and (known.labels or opens_with_number(row, known)):  # blanks before the label are no cells
        shifted = placements([j - lead for j in filled], length - lead, known.n_cols)
        found = None if found is None or shifted is None else [*found, *shifted]
    return found


def best_readings(row: Row, known: Frame) -> list[Reading] | None:
    """Those with blanks put in or taken out; where such put cells where they may not stand, odd ones that do not; where all
    break an identity of the other rows, those in which figures ran together that do not, and these too where in all others
    a figure is far from those of its column."""
    known = of_totals(known) if row.role == "total" else known
    found = readings(row, known)
    if found and not found[0].faults and all(breaks(r.slots, known) for r in found):
        return [r for r in run_readings(row, known) if not (r.faults or breaks(r.slots, known))] or found
    if (
        row.role == "body"
        and found
        and not found[0].faults
        and all(known.customs.strange(r.slots) for r in found)
    ):
        runs = run_readings(row, known)
        return [*found, *(r for r in runs if not (r.faults or known.customs.strange(r.slots)))]
    if found is None or not found or not found[0].faults:
        return found
    odd = [*odd_readings(row, known), *run_readings(row, known)]
    least = min((r.faults for r in odd), default=found[0].faults)
    return [r for r in odd if r.faults == least] if least < found[0].faults else found


def odd_readings(row: Row, known: Frame) -> list[Reading]:
    """Readings in which a cell was printed twice or in two, or several cells in one: this is likelier in a row that lacks
    as many as the blanks in it part."""
    found = _counted(odd_cells(row, known), known)
    one = "figures_spaced" if len(row.slots) == known.n_cols - 1 else ""
    odd = (any(s.key == one or is_parted_elsewhere(row, known.lead, s) for s in r.steps) for r in found)
    return [
        replace(r, evidence=r.evidence - _REFILLED * is_odd) for r, is_odd in zip(found, odd, strict=True)
    ]


def run_readings(row: Row, known: Frame) -> list[Reading]:
    """Readings in which the figures of two cells ran together."""
    return _counted(run_together(row, known), known)


def _counted(variants: Iterable[Odd], known: Frame) -> list[Reading]:
    """The readings of a row with its cells counted otherwise."""
    found: list[Reading] = []
    for variant, step in variants:
        found += [replace(r, steps=(step, *r.steps), is_odd=True) for r in readings(variant, known) or ()]
    return _unlike(found, known)


def moved_readings(row: Row, known: Frame) -> list[Reading]:
    """Readings of a row with the right number of cells, some of which slipped into the column beside."""
    cols = moves(row.filled(), known.n_cols)
    found = _distinct(row, cols, known)
    printed = _alike(lay(row, (), known.n_cols), known)
    return [r for r in found if _alike(r.slots, known) != printed]


def without_blank(row: Row, known: Frame) -> list[Reading]:
    """Readings of a row that is no longer than the headings, with one blank too many: taken out wherever one stands."""
    filled, length = row.filled(), min(len(row.slots), known.n_cols)
    cols = [tuple(j - (j > gone) for j in filled) for gone in range(length) if not row[gone].text]
    return _distinct(row, dict.fromkeys(one for one in cols if one != tuple(filled)), known) if cols else []


def _distinct(row: Row, found: Iterable[Columns], known: Frame) -> list[Reading]:
    """The readings with the fewest faults, equal ones once."""
    laid = [(cols, lay(row, cols, known.n_cols)) for cols in dict.fromkeys(found)]
    wrong = [faults(slots, known) for _, slots in laid]
    least = min(wrong, default=0)
    best = [one for one, n in zip(laid, wrong, strict=True) if n == least]
    laid_out = (
        Reading(
            at_home(slots, known),
            steps_to(row.filled(), cols),
            evidence(slots, known)
            + _ALIKE * log(losses(row, cols, known.n_cols))
            - _REFILLED * _is_refilled(row, cols, known),
            least,
            chance(slots, known),
        )
        for cols, slots in best
    )
    return _unlike(laid_out, known)


def _is_refilled(row: Row, cols: Columns, known: Frame) -> bool:
    """A row that lacks as many cells before its name as it is short lacks no others."""
    lost = known.n_cols - len(row.slots)
    before, behind = (cols[k] - row.filled()[k] for k in (0, -1)) if cols else (0, 0)
    return 0 < lost == before < behind and len(row.slots) not in known.lengths


def _unlike(found: Iterable[Reading], known: Frame) -> list[Reading]:
    """Equal readings once: of those that differ in where 合计 stands the one where it is usual."""
    unique: dict[tuple[str, ...], Reading] = {}
    for reading in found:
        key = label_left(reading.slots, known)
        if key not in unique or strangeness(reading.slots, known) < strangeness(unique[key].slots, known):
            unique[key] = reading
    return list(unique.values())


def _alike(slots: Sequence[Slot], known: Frame) -> tuple[str, ...]:
    return label_left(at_home(slots, known), known)
