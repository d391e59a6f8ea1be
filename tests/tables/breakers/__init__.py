"""Ways in which tables get broken on their way to us, each the inverse of a repair.

A true table is printed, and one or several breakers are applied to what is printed; mending must give
back the true table. What cannot be applied to a table gives None.
"""

from __future__ import annotations

from random import Random

from breakers.cells import (
    bare_headings,
    broken_name,
    centred_label,
    duplicated_cell,
    letter_for_figure,
    lost_blank,
    merged_numbers,
    ocr_digit,
    phantom_cell,
    ragged_groups,
    shifted_row,
    side_by_side,
)
from breakers.lines import cell_a_line, lost_separators, wrapped_cells
from breakers.pages import (
    halved_row,
    page_split,
    page_split_heading,
    running_head,
    second_heading,
    split_row,
    vanished_columns,
)
from breakers.printed import Breaker, Printed, print_truth
from breakers.truths import (
    Maker,
    Truth,
    budget,
    grouped,
    indicators,
    plan,
    plan_with_dashes,
    responsibilities,
    size,
    standards,
    with_notes,
)

__all__ = ["ALL", "DAMAGE", "Breaker", "Printed", "Truth", "break_truth", "broken", "print_truth"]

ALL: tuple[Maker, ...] = (plan, plan_with_dashes, responsibilities, grouped, indicators, standards, budget)


def whole(printed: Printed, random: Random) -> Printed | None:
    return printed


# Each kind of damage with the tables it is done to: those where the truth is still to be told.
DAMAGE: dict[str, tuple[tuple[Maker, ...], Breaker]] = {
    "whole": (ALL, whole),
    "page_split": (ALL, page_split),
    "page_split_heading": (ALL, page_split_heading),
    "second_heading": (ALL, second_heading),
    "split_row": ((responsibilities, standards, grouped), split_row),
    "running_head": (ALL, running_head),
    "vanished_columns": ((with_notes,), vanished_columns),
    "shifted_row": ((plan, plan_with_dashes, responsibilities, budget), shifted_row),
    "phantom_cell": ((plan, plan_with_dashes, responsibilities, budget), phantom_cell),
    "lost_blank": ((plan, plan_with_dashes, budget), lost_blank),
    "duplicated_cell": ((plan, responsibilities, indicators, budget), duplicated_cell),
    "merged_numbers": ((plan, budget), merged_numbers),
    "ocr_digit": ((plan, budget), ocr_digit),
    "letter_for_figure": ((plan, budget), letter_for_figure),
    "broken_name": ((plan, budget, indicators), broken_name),
    "halved_row": ((plan, budget), halved_row),
    "bare_headings": (ALL, bare_headings),
    "dash_pattern": ((plan_with_dashes,), whole),
    "ragged_groups": ((grouped,), ragged_groups),
    "centred_label": ((standards,), centred_label),
    "side_by_side": ((responsibilities, indicators), side_by_side),
    "lost_separators": ((indicators, responsibilities), lost_separators),
    "wrapped_cells": ((indicators, responsibilities), wrapped_cells),
    "cell_a_line": ((indicators, responsibilities), cell_a_line),
}
# In this order damage is combined: what befalls a cell first, what befalls the page after it, separators last.
_ORDER = (
    "shifted_row", "phantom_cell", "lost_blank", "duplicated_cell", "merged_numbers", "ocr_digit", "centred_label",
    "ragged_groups", "split_row", "bare_headings", "page_split", "page_split_heading", "second_heading", "running_head",
    "wrapped_cells", "lost_separators",
)  # fmt: skip
# Heading lines without separators are told by their words alone; one a page may be letter-spaced, not half of them.
_APART = ({"wrapped_cells", "lost_separators"}, {"page_split_heading", "second_heading", "bare_headings"})


def broken(kind: str, random: Random, most: int = 400) -> tuple[Truth, Printed]:
    """A true table and the same with this kind of damage."""
    makers, breaker = DAMAGE[kind]
    while True:
        truth = random.choice(makers)(random, size(random, most))
        if printed := breaker(print_truth(truth), random):
            return truth, printed


def break_truth(random: Random, several: int, most: int = 400) -> tuple[Truth, Printed, tuple[str, ...]]:
    """A true table, the same with `several` kinds of damage, and which ones these are."""
    while True:
        kinds = tuple(sorted(random.sample(_ORDER, several), key=_ORDER.index))
        makers = set.intersection(*(set(DAMAGE[kind][0]) for kind in kinds))
        if not makers or any(len(set(kinds) & apart) > 1 for apart in _APART):
            continue
        truth = random.choice(sorted(makers, key=lambda maker: maker.__name__))(random, size(random, most))
        printed: Printed | None = print_truth(truth)
        for kind in kinds:
            printed = DAMAGE[kind][1](printed, random) if printed else None
        if printed:
            return truth, printed, kinds
