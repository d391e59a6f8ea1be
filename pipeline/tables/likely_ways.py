"""Of the ways to read damaged rows those that agree best with headings, identities, dashes and how rows are used to be written."""

from __future__ import annotations

from dataclasses import replace

from pipeline.tables.choice import Choice, Options, choose
from pipeline.tables.draft import Draft
from pipeline.tables.equations import Equations
from pipeline.tables.readings import Reading
from pipeline.tables.solver import ENOUGH

_EVIDENCE = 1.0  # a reading that agrees with the headings by less is as likely
_MARGINS = (_EVIDENCE, 3.0, 6.0)  # no reading that does: one dash or identity more that is broken, or two


def likely(options: Options, margin: float = _EVIDENCE) -> dict[int, list[Reading]]:
    """Of each row the readings that agree best with headings, identities and dashes."""
    narrowed = {}
    for i, found in options.items():
        best = max(reading.evidence for reading in found)
        narrowed[i] = [reading for reading in found if reading.evidence > best - margin]
    return narrowed


def likeliest_ways(options: Options, equations: Equations) -> tuple[Choice, dict[int, list[Reading]]]:
    """The ways that make the sums come out with the likeliest readings that do, and these."""
    for margin in _MARGINS:
        among = likely(options, margin)
        choice = choose(among, equations)
        if choice.found or not choice.finished:
            break
    return choice, among


def clearly(choice: Choice) -> dict[int, Reading] | None:
    """The one way, or that of two which agrees with headings, identities and dashes by more than readings as likely do."""
    if choice.proved:
        return choice.found[0]
    if not choice.finished or len(choice.found) < ENOUGH:
        return None
    first, second = (sum(reading.evidence for reading in way.values()) for way in choice.found)
    return choice.found[0] if first - second >= _EVIDENCE else None


def likeliest(draft: Draft, options: Options) -> Draft:
    """Damaged rows as they most likely stand, so that it is known which rows the totals add up."""
    best = {i: found[0] for i, found in likely(options).items()}
    rows = [replace(r, slots=best[i].slots) if i in best else r for i, r in enumerate(draft.rows)]
    return replace(draft, rows=tuple(rows))
