"""Who signs below the last row of a table, and the day: no cells, though they stand as cells do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pipeline.language.names import is_agency
from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import ANNEX, Line


def is_signature(lines: Sequence[Line], n: int) -> bool:
    """Who signs, the day below, and nothing else up to the end of the notice or to an annex."""
    if not is_agency(lines[n].squeezed):
        return False
    shown = (lines[i].squeezed for i in range(n + 1, len(lines)) if not lines[i].furniture)
    below = list(islice(shown, 2))
    ends = len(below) == 1 or (
        len(below) > 1 and bool(ANNEX.match(below[1]) or below[1].startswith("（此件"))
    )
    return ends and text_to_date(below[0]) is not None


def is_signature_and_day(lines: Sequence[Line]) -> bool:
    """某县人民政府 over 2026年3月1日; 截至2026年3月1日 below the title of a table is none."""
    bodies = [line.squeezed for line in lines[:-1]]
    return bool(bodies) and is_agency(bodies[-1]) and text_to_date(lines[-1].squeezed) is not None
