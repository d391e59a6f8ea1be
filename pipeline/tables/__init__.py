"""Fragments → whole tables, with a repair for each change and a status that says what proves them.

The order of the steps (`steps.py`) matters: what belongs to the page goes first, then the headings give the
columns, then rows are joined, laid on the columns and merged cells spread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipeline.language.cells import is_value
from pipeline.messages import Message, say, with_remedy
from pipeline.model import Fragment, Issue, Mended, Outline, Repair, Table

if TYPE_CHECKING:
    from pipeline.tables.draft import Draft

_MOST_CELLS = 200_000  # The longest real list measured, 59 pages of parks, has 13,500 cells.
_QUOTED = 60

__all__ = ["Whole", "mend", "mend_fragment"]


class Whole(NamedTuple):
    """What became of one fragment: a table, or None and an issue that says why."""

    table: Table | None
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()


def load() -> None:
    """Loads the steps now: processes that are forked afterwards have them."""
    from pipeline.tables.steps import steps

    steps()


def mend(outline: Outline) -> Mended:
    """Every fragment of a notice made a table; forms and lost tables become issues."""
    from pipeline.tables.captions import lost_tables

    lost = tuple(lost_tables(outline))
    if not outline.fragments:
        return Mended(outline, (), (), lost)
    from pipeline.tables.over_pages import join_over_pages
    from pipeline.tables.repairs.class_behind import with_class_behind

    words = "\n".join(passage.text for passage in outline.passages)
    fragments, joins = join_over_pages(outline)
    wholes = [mend_fragment(with_class_behind(fragment, outline), words) for fragment in fragments]
    mended = _gathered(outline, wholes)
    return replace(mended, repairs=(*joins, *mended.repairs), issues=(*lost, *mended.issues))


def _gathered(outline: Outline, wholes: list[Whole]) -> Mended:
    from pipeline.tables.build import unique_ids

    tables = unique_ids([w.table for w in wholes if w.table])
    ids, repairs = iter(tables), list[Repair]()
    for whole in wholes:
        table_id = next(ids).table_id if whole.table else None
        repairs += [replace(repair, table_id=table_id) for repair in whole.repairs]
    issues = tuple(issue for whole in wholes for issue in whole.issues)
    return Mended(outline, tuple(_as_sure_as_read(t, outline) for t in tables), tuple(repairs), issues)


def _as_sure_as_read(table: Table, outline: Outline) -> Table:
    """A sum that comes out proves a layout, not characters that recognition itself doubts."""
    if table.status != "certified" or not any(
        doubt.start < part.end and part.start < doubt.end
        for doubt in outline.document.doubtful
        for cell in table.cells
        for part in cell.parts
    ):
        return table
    return replace(table, status="consistent", cells=tuple(c._replace(proved=False) for c in table.cells))


def mend_fragment(fragment: Fragment, notice_text: str = "") -> Whole:
    """One fragment made a table. `notice_text`, the words of the notice, helps to join cut names."""
    from pipeline.tables.build import draft_to_table, fragment_to_draft, issue
    from pipeline.tables.certify import certify
    from pipeline.tables.flattened import flattened_to_draft
    from pipeline.tables.forms import is_form, is_page_box
    from pipeline.tables.lines import lines_to_draft
    from pipeline.tables.repairs.list_lines import join_lists
    from pipeline.tables.stacked import unstack
    from pipeline.tables.steps import steps
    from pipeline.tables.unheaded import leave_out
    from pipeline.tables.upright_headings import lay_upright
    from pipeline.tables.written_levels import part_levels

    if said := _refused(fragment):
        return Whole(None, (), (issue("lost_table", said, fragment.span),))
    if fragment.kind == "lines":
        draft = flattened_to_draft(fragment) or lines_to_draft(fragment)
    else:
        fragment, leveled = part_levels(fragment)
        fragment, parted, unmatched = unstack(fragment)
        draft = lay_upright(fragment_to_draft(fragment))
        draft = replace(draft.with_rows(draft.rows, *leveled, *parted), issues=(*draft.issues, *unmatched))
    if not draft.rows:
        return Whole(None, (), draft.issues)
    if is_form(draft):
        return Whole(None, (), (issue("form", say("blank_form"), fragment.span),))
    if is_page_box(draft):
        return Whole(None, (), (issue("page_box", say("page_box"), fragment.span),))
    for step in steps():
        draft = step(draft)
    draft = leave_out(join_lists(draft, notice_text))
    if _says_nothing(draft):
        return Whole(None, (), (*draft.issues, issue("lost_table", say("table_without_rows"), fragment.span)))
    proof = certify(draft, cut=fragment.kind == "lines" or _joins_lines(fragment))
    if (fragment.is_guessed or draft.guessed) and proof.status == "consistent":
        proof = replace(proof, status="unverified")
    table = draft_to_table(draft, fragment, proof)
    return Whole(table, tuple(replace(r, table_id=table.table_id) for r in draft.repairs), draft.issues)


def _joins_lines(fragment: Fragment) -> bool:
    """Rows and cells were told by the turn of their lines, and one cell is made of several: another may be one of them."""
    pieces = [piece for row in fragment.rows for piece in row if piece.text]
    return fragment.is_guessed and any(p.span.end - p.span.start > len(p.text) for p in pieces)


def _says_nothing(draft: Draft) -> bool:
    """A column alone, headings alone; a row alone, which says of no figure what it is."""
    if draft.n_cols < 2 or not any(row.role in ("body", "total") for row in draft.rows):
        return True
    texts = [slot.text for row in draft.rows for slot in row.slots if slot.text]
    return len(draft.rows) == 1 and 2 * sum(map(is_value, texts)) >= len(texts)


def _refused(fragment: Fragment) -> Message | None:
    """Why a fragment is read as no table at all."""
    if sum(map(len, fragment.rows)) > _MOST_CELLS:
        return say("table_too_large", most=_MOST_CELLS)
    if fragment.is_unread:
        words = fragment.rows[0][0].text[:_QUOTED]
        return with_remedy(say("table_not_read", words=words), say("get_table_with_cells"))
    return None
