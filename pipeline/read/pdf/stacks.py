"""Rules across a page → those of one table, which begin and end one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.pdf.grounds import Ground, Part
from pipeline.read.pdf.lattice import TOLERANCE, Line
from pipeline.read.pdf.open_sides import rules_to_stacks

# Shorter ones (points) underline words.
_SHORTEST_RULE = 100.0


def long_rules(ground: Ground) -> list[Line]:
    return [rule for rule in ground.rules if rule[2] - rule[1] >= _SHORTEST_RULE]


def outer_stacks(stacks: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The stacks but for those within others: a rule under a heading over some columns."""

    def is_inside(stack: Sequence[Line], other: Sequence[Line]) -> bool:
        beside = other[0][1] - TOLERANCE <= stack[0][1] and stack[0][2] <= other[0][2] + TOLERANCE
        return stack is not other and beside and other[0][0] < stack[0][0] < other[-1][0]

    return [stack for stack in stacks if not any(is_inside(stack, other) for other in stacks)]


def going_stack(ground: Ground, last: Part, width: float) -> list[Line]:
    """The rules of a page as long as those of the table; on paper of another size those of the first stack."""
    for stack in rules_to_stacks(long_rules(ground)):
        alike = max(abs(stack[0][1] - last.left), abs(stack[0][2] - last.right)) <= TOLERANCE
        if alike or abs(ground.width - width) > TOLERANCE:
            return stack
    return []
