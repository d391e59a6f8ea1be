"""Tables without an outer side: rules down stand between columns only, rules across end where the table does."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.pdf.lattice import TOLERANCE, Line, join_lines
from pipeline.read.pdf.strokes import Edge, Sides

# Rules across of one table; a lone one is a line of a form, or under a heading.
_FEWEST_RULES = 2


def close_sides(sides: Sides) -> Sides:
    """`sides` with the outer ones that tables leave open on the left or right.

    |  a  |  b        rules across that begin and end one above the other, and rules down within them
    """
    if not sides.down:
        return sides
    columns = join_lines((edge.x0, edge.top, edge.bottom) for edge in sides.down)
    added: list[Edge] = []
    for stack in rules_to_stacks(join_lines((edge.top, edge.x0, edge.x1) for edge in sides.across)):
        left, right = stack[0][1], stack[0][2]
        inner = [c for c in columns if left + TOLERANCE < c[0] < right - TOLERANCE and _meets(c, stack)]
        if len(stack) < _FEWEST_RULES or not inner:
            continue
        for x in (left, right):
            if not any(abs(c[0] - x) <= TOLERANCE and _meets(c, stack) for c in columns):
                added += [Edge(x, top, x, bottom) for _, top, bottom in inner]
    return Sides(sides.across, sides.down + added) if added else sides


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
