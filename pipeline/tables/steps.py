"""The steps from a draft as printed to a whole table, in their order: each takes a draft and gives one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tables.draft import Draft


def steps() -> tuple[Callable[[Draft], Draft], ...]:
    """All of them; loaded where they are needed first."""
    return *_heading_steps(), *_row_steps()


def _heading_steps() -> tuple[Callable[[Draft], Draft], ...]:
    """What belongs to the page goes, and the headings give the columns."""
    from pipeline.tables.caption_rows import lift_caption
    from pipeline.tables.forms import cut_form
    from pipeline.tables.headings import find_headings
    from pipeline.tables.repairs.broken_cells import join_broken_cells
    from pipeline.tables.repairs.class_behind import join_class_behind
    from pipeline.tables.repairs.furniture import drop_furniture
    from pipeline.tables.repairs.heading_lines import join_heading_lines
    from pipeline.tables.repairs.lost_merges import hold_lost_merges
    from pipeline.tables.repairs.phantom_columns import drop_phantom_columns
    from pipeline.tables.repairs.repeated_heading import drop_repeated_headings
    from pipeline.tables.repairs.rests_of_headings import join_rests_of_headings
    from pipeline.tables.repairs.side_by_side import stack_parts

    return (
        cut_form, drop_furniture, join_class_behind, join_broken_cells, lift_caption, drop_phantom_columns, hold_lost_merges, find_headings, join_rests_of_headings, join_heading_lines, drop_repeated_headings, stack_parts,
    )  # fmt: skip


def _row_steps() -> tuple[Callable[[Draft], Draft], ...]:
    """Rows are joined and laid on the columns, merged cells spread."""
    from pipeline.tables.repairs.beside_numbers import carry_beside
    from pipeline.tables.repairs.cut_by_page import join_cut_rows
    from pipeline.tables.repairs.displaced_figures import put_back_figures
    from pipeline.tables.repairs.doubled_rows import drop_doubled_rows
    from pipeline.tables.repairs.furniture import drop_lone_figures
    from pipeline.tables.repairs.glued_rows import part_glued_rows
    from pipeline.tables.repairs.group_totals import spread_group_totals
    from pipeline.tables.repairs.half_names import doubt_half_names
    from pipeline.tables.repairs.halved_rows import join_halves, join_laid_halves
    from pipeline.tables.repairs.letters_for_figures import mend_letters, mend_summed
    from pipeline.tables.repairs.lost_numbers import fill_numbers
    from pipeline.tables.repairs.lost_signs import doubt_lost_signs
    from pipeline.tables.repairs.merged_labels import carry_labels
    from pipeline.tables.repairs.misprinted_points import mend_points
    from pipeline.tables.repairs.misread_digits import mend_digits
    from pipeline.tables.repairs.not_applicable import spread_dashes
    from pipeline.tables.repairs.numbers_in_names import part_numbers
    from pipeline.tables.repairs.open_merges import hold_open_merges
    from pipeline.tables.repairs.shifted_rows import realign
    from pipeline.tables.repairs.spanned_rows import lay_under_merged
    from pipeline.tables.repairs.split_row import join_split_rows
    from pipeline.tables.repairs.strayed_names import bring_names
    from pipeline.tables.repairs.swapped_cells import swap_back
    from pipeline.tables.repairs.vanished_columns import put_back_columns
    from pipeline.tables.repairs.whole_names import join_half_names
    from pipeline.tables.roles import lower_notes, mark_roles
    from pipeline.tables.whole_rows import mark_whole_rows

    return (
        part_numbers, part_glued_rows, mend_letters, join_half_names, join_halves, bring_names, put_back_columns, fill_numbers, join_cut_rows, join_split_rows, lay_under_merged, hold_open_merges, mark_roles, lower_notes, drop_lone_figures, mark_whole_rows, mend_summed, swap_back, drop_doubled_rows, realign, join_laid_halves, mark_whole_rows, fill_numbers,
        spread_group_totals, mend_points, put_back_figures, mend_digits, spread_dashes,
        carry_beside, carry_labels, doubt_half_names, doubt_lost_signs,
    )  # fmt: skip
