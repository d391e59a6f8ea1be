"""Tables without an outer side: rules down stand between columns only, or a page ends within a row of the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.pdf.lattice import TOLERANCE, Line, join_lines
from pipeline.read.pdf.strokes import Edge, Sides

# Rules across of one table; a lone one is a line of a form, or under a heading.
_FEWEST_RULES = 2
# A row that names a group is no higher (points) than two lines of big letters.
_HIGHEST_GROUP = 60.0


def close_sides(sides: Sides) -> Sides:
    """`sides` with the outer ones that tables leave open on the left or right, at the top or bottom.

    |  a  |  b        rules across that begin and end one above the other, and rules down within them
    |  a  |  b  |     rules down that end at one height, and a rule across from one to the other somewhere
    """
    if not sides.down:
        return sides
    return _close_ends(_close_left_and_right(sides))


def _close_left_and_right(sides: Sides) -> Sides:
    columns = join_lines((edge.x0, edge.top, edge.bottom) for edge in sides.down)
    added: list[Edge] = []
    for stack in rules_to_stacks(join_lines((edge.top, edge.x0, edge.x1) for edge in sides.across)):
        left, right = stack[0][1], stack[0][2]
        inner = [c for c in columns if left + TOLERANCE < c[0] < right - TOLERANCE and _meets(c, stack)]
        if len(stack) < _FEWEST_RULES or not inner:
            continue
        for x in (left, right):
            if not any(abs(c[0] - x) <= TOLERANCE and _meets(c, stack) for c in columns):
                added += [Edge(x, top, x, bottom) for top, bottom in _bands_of(inner, stack)]
    return Sides(sides.across, sides.down + added) if added else sides


def _bands_of(inner: Sequence[Line], stack: Sequence[Line]) -> list[tuple[float, float]]:
    """From where to where rules down stand, and the bands between two rules across beside them, which a group's heading takes."""
    parted = [(top, bottom) for _, top, bottom in inner]

    def is_parted(upper: float, lower: float) -> bool:
        return any(top <= upper + TOLERANCE and lower - TOLERANCE <= bottom for top, bottom in parted)

    bands = [(upper[0], lower[0]) for upper, lower in pairwise(stack)]
    full = [is_parted(*band) for band in bands]
    beside = [
        band
        for n, band in enumerate(bands)
        if not full[n] and any(full[max(0, n - 1) : n + 2]) and band[1] - band[0] <= _HIGHEST_GROUP
    ]
    return [*parted, *beside]


def _close_ends(sides: Sides) -> Sides:
    rules = join_lines((edge.top, edge.x0, edge.x1) for edge in sides.across)
    columns = join_lines((edge.x0, edge.top, edge.bottom) for edge in sides.down)
    levels = [(level, end) for end in (1, 2) for level in _levels(columns, end)]
    added = [edge for level, end in levels for edge in _lacking(level, end, rules)]
    return Sides(sides.across + added, sides.down) if added else sides


def _levels(columns: Sequence[Line], end: int) -> list[list[Line]]:
    """Rules down that end (1: above, 2: below) at one height, from left to right."""
    levels: list[list[Line]] = []
    for column in sorted(columns, key=lambda column: column[end]):
        if levels and column[end] - levels[-1][-1][end] <= TOLERANCE:
            levels[-1].append(column)
        else:
            levels.append([column])
    return [sorted(level) for level in levels]


def _lacking(level: Sequence[Line], end: int, rules: Sequence[Line]) -> Iterator[Edge]:
    """The sides from one rule down to the next, where they end and there is none.

    A rule joins the two elsewhere; or they are as long, and outside of those that rules join: the label of
    many rows, cut above and below.
    """
    pairs = list(pairwise(level))
    across = [_across(one, other, rules) for one, other in pairs]
    ruled = [k for k, found in enumerate(across) if found]
    if len({round(y) for found in across for y in found}) < _FEWEST_RULES:
        return  # rules down that hang from one bar are a drawing
    for k, (one, other) in enumerate(pairs):
        alike = max(abs(one[1] - other[1]), abs(one[2] - other[2])) <= TOLERANCE
        outside = ruled and not ruled[0] < k < ruled[-1] and alike
        if (across[k] or outside) and not any(abs(y - one[end]) <= TOLERANCE for y in across[k]):
            yield Edge(one[0], one[end], other[0], one[end])


def _across(one: Line, other: Line, rules: Sequence[Line]) -> list[float]:
    """Where rules across join two rules down."""
    left, right = one[0] + TOLERANCE, other[0] - TOLERANCE
    top, bottom = max(one[1], other[1]) - TOLERANCE, min(one[2], other[2]) + TOLERANCE
    return [y for y, start, stop in rules if start <= left and right <= stop and top <= y <= bottom]


def rules_to_stacks(rules: Sequence[Line]) -> list[list[Line]]:
    """Rules across that begin and end one above the other, from top to bottom."""
    stacks: list[list[Line]] = []
    for rule in sorted(rules):
        for stack in stacks:
            if max(abs(rule[1] - stack[0][1]), abs(rule[2] - stack[0][2])) <= TOLERANCE:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return stacks


def _meets(column: Line, stack: Sequence[Line]) -> bool:
    """Whether a rule down reaches from one rule of the stack to another at least."""
    reached = [y for y, _, _ in stack if column[1] - TOLERANCE <= y <= column[2] + TOLERANCE]
    return len(reached) > 1
