"""Fragments into drafts at the start of the mending, drafts into tables at its end."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.cells import (
    is_dash,
    number,
    squeeze,
    unit_line,
    year_within,
)
from pipeline.language.heading_units import are_units, path_unit
from pipeline.language.ranked_headings import deepest_indicators
from pipeline.messages import Message
from pipeline.model import Cell, Fragment, Issue, Piece, Span, Table
from pipeline.tables.caption_rows import is_unit_alone, without_units
from pipeline.tables.certify import Places, Proof
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot, joined, slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.kinds import table_kind
from pipeline.tables.repairs.furniture import drop_title_again


def _kind(draft: Draft) -> str:
    meanings = deepest_indicators(heading_meanings(draft), draft.paths())
    dated = sum(any(year_within(heading) for heading in path) for path in draft.paths())
    return table_kind(meanings, body_numeric(draft), dated)


def fragment_to_draft(fragment: Fragment) -> Draft:
    """Rows as printed, text squeezed; a piece printed over several places covers them."""
    breaks = set(fragment.breaks)
    rows: list[Row] = []
    above: Sequence[Piece] = ()
    for i, pieces in enumerate(fragment.rows):
        slots = tuple(_piece_to_slot(pieces, above, j, fragment.kind) for j in range(len(pieces)))
        if i in fragment.goes_on:
            rows[-1] = replace(rows[-1], slots=tuple(map(joined, rows[-1].slots, above, pieces)))
        else:
            rows.append(Row(slots, after_break=i in breaks))
        above = pieces
    filled = [row for row in rows if row.filled() or any(s.merged for s in row.slots)]
    width = max((len(row.slots) for row in filled), default=0)
    return drop_title_again(Draft(tuple(filled), width, lost_blanks=fragment.lost_blanks), fragment.title)


def _piece_to_slot(pieces: Sequence[Piece], above: Sequence[Piece], col: int, kind: str) -> Slot:
    """A reader of grids repeats the very same piece (same span) wherever a merged cell reaches."""
    piece = pieces[col]
    if kind == "grid" and piece.text.strip() and piece.span.end > piece.span.start:
        if col and pieces[col - 1].span == piece.span:
            return LEFT if not (col < len(above) and above[col].span == piece.span) else UP
        if col < len(above) and above[col].span == piece.span:
            return UP
    return slot(piece.text, (piece.span,))


def body_numeric(draft: Draft) -> float:
    """The share of filled body cells, labels left out, that are numbers or dashes."""
    texts = [row[j].text for row in draft.rows if row.role == "body" for j in row.filled() if j]
    return sum(number(t) is not None or is_dash(t) for t in texts) / len(texts) if texts else 0.0


def draft_to_table(draft: Draft, fragment: Fragment, proof: Proof) -> Table:
    """The table, with an id that depends on nothing but its annex, title and headings."""
    title = squeeze(without_units(fragment.title))
    if not title or (draft.caption and is_unit_alone(title)):
        title = f"{draft.caption} {title}".strip()
    headings = "/".join("|".join(path) for path in draft.paths())
    cells = tuple(_cells(draft, proof.proved))
    units = {
        unit for unit in (unit_line(f"{fragment.title} {draft.caption}"), *_heading_units(draft)) if unit
    }
    return Table(
        table_id=_table_id(fragment.annex, title, headings),
        title=title,
        annex=fragment.annex,
        kind=_kind(draft),
        cells=cells,
        n_rows=len(draft.rows),
        n_cols=draft.n_cols,
        header_rows=draft.header_rows,
        status=proof.status,
        span=fragment.span,
        unit=unit_line(f"{fragment.title} {draft.caption}") or (units.pop() if len(units) == 1 else None),
        title_span=fragment.title_span,
        clause_id=fragment.clause_id,
    )


def _heading_units(draft: Draft) -> list[str | None]:
    """The unit of each column, if every column that has one has the same."""
    lines = [row for row in draft.rows if row.role == "header"]
    below = bool(lines) and are_units([slot.text for slot in lines[-1].slots if slot.text])
    return [path_unit(path, below) for path in draft.paths()]


def _table_id(annex: str | None, title: str, headings: str) -> str:
    digest = hashlib.blake2b("\n".join((annex or "", title, headings)).encode(), digest_size=4).hexdigest()
    return f"{squeeze(annex or '') or '表'}-{digest}"


def _cells(draft: Draft, proved: Places) -> list[Cell]:
    cells = []
    for i, row in enumerate(draft.rows):
        for j in range(draft.n_cols):
            place = row[j]
            if place.merged and not (place.merged == "left" and j == 0):
                continue
            width = 1
            while j + width < draft.n_cols and row[j + width].merged == "left":
                width += 1
            height = 1
            while i + height < len(draft.rows) and _reaches(draft.rows[i + height], row, j, width):
                height += 1
            sums = (i, j) in proved
            doubt = "" if sums else row.doubt
            cells.append(Cell(i, j, place.text, row.role, height, width, place.parts, sums, doubt))
    return cells


def _reaches(lower: Row, upper: Row, col: int, width: int) -> bool:
    # The label of a group reaches the 小计 row of the group.
    alike = lower.role == upper.role or {upper.role, lower.role} == {"body", "total"}
    return alike and all(lower[k].merged == "up" for k in range(col, col + width))


def unique_ids(tables: Sequence[Table]) -> list[Table]:
    """Ids made different where two tables of a notice have one title and one heading."""
    seen: dict[str, int] = {}
    result = []
    for table in tables:
        n = seen[table.table_id] = seen.get(table.table_id, 0) + 1
        result.append(table if n == 1 else replace(table, table_id=f"{table.table_id}-{n}"))
    return result


def issue(kind: str, message: Message, span: Span) -> Issue:
    return Issue(kind, message, "table", span)
