"""Which rows below the headings of a table without rules are of it, where words follow that are not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.read.pdf.extents import Columns
from pipeline.read.pdf.gutters import Printed
from pipeline.read.pdf.settings import Reach, Spread, bands_to_setting, has_room

# Letters of one table are of one size: others differ by more than this share.
_OTHER_SIZE = 0.15
# What is in line is so within so many points.
_LEVEL = 1.5


def rows_in_columns(rows: Sequence[Printed], columns: Columns, above: Sequence[Printed] = ()) -> int:
    """How many rows are of the table: down to the last with words side by side, and the rest of the column there, in line
    with its lines and no farther apart, on this page or on those before, with the rows `above`."""
    last = max((n for n, row in enumerate(rows) if len(row.chunks) > 1), default=-1)
    if last < 0:
        return 0
    spread, upper = columns.spread(rows), columns.spread(above)
    end = last + 1
    while (
        end < len(rows) and not is_other(rows[end], rows[last]) and _is_rest(spread[: end + 1], last, upper)
    ):
        end += 1
    return end


def _is_rest(lines: Sequence[Spread], last: int, upper: Sequence[Spread]) -> bool:
    """The only words of the last line go on with a column of the lines down to `last`, or of those of pages before."""
    (reach,) = lines[-1].cells
    own, before = ([line for line in part if reach in line.cells] for part in (lines, upper))
    gaps, others = _gaps(own, reach), _gaps(before, reach)
    known = [gap for gap, below in zip(gaps, own[1:], strict=True) if below.top <= lines[last].top]
    known += [gap for gap in others if gap > 0]  # a page may end between two
    return (
        reach[1] == 1
        and bool(known and gaps)
        and gaps[-1] <= max(known) + _LEVEL
        and _is_in_line([*before, *own], reach)
    )


def _gaps(own: Sequence[Spread], reach: Reach) -> list[float]:
    return [below.top_of(reach) - above.top_of(reach) for above, below in pairwise(own)]


def _is_in_line(own: Sequence[Spread], reach: Reach) -> bool:
    """The last line begins or ends where others of its column do, or has its middle where they have theirs."""
    *others, (left, right) = [(line.cells[reach][0].x0, line.cells[reach][-1].x1) for line in own]
    return any(
        min(abs(x0 - left), abs(x1 - right), abs(x0 + x1 - left - right) / 2) <= _LEVEL for x0, x1 in others
    )


def is_other(row: Printed, other: Printed) -> bool:
    """Of letters of another size."""
    one, two = (median(g.bottom - g.top for c in r.chunks for g in c.glyphs) for r in (row, other))
    return abs(one - two) > _OTHER_SIZE * two


def rest_of_cell(above: Sequence[Printed], rows: Sequence[Printed], columns: Columns) -> int:
    """How many rows of a page are the rest of the one cell that the end of the page before, with the rows `above`, cut."""
    upper, lines = columns.spread(above), columns.spread(rows)
    (reach, *others) = lines[0].cells
    own = [line for line in upper if reach in line.cells]
    if others or reach[1] > 1 or not own or own[-1] is not upper[-1]:
        return 0
    rooms = bands_to_setting([upper], columns.edges).rooms
    if has_room(upper[-1], lines[0], reach, rooms):
        return 0
    end = 0
    while end < len(rows) and list(lines[end].cells) == [reach] and not is_other(rows[end], above[-1]):
        if not _is_in_line([*own, lines[end]], reach):
            break
        end += 1
    return end
