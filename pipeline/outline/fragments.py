"""Cut the tables out of the lines, each with its caption and the annex it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.model import Document, Fragment, Piece, Span
from pipeline.outline.again import forget_lines, made_once
from pipeline.outline.box_tables import table_to_box
from pipeline.outline.cells_in_turn import rows_in_turn
from pipeline.outline.glued_rows import end_of_glued
from pipeline.outline.grids import grid_to_fragment
from pipeline.outline.laid_fragments import (
    cells_over_lines,
    laid_table,
    laid_to_fragment,
    over_lines_to_fragment,
    rows_of_lines,
    turns_to_laying,
)
from pipeline.outline.laying import Laying
from pipeline.outline.lines import ANNEX, Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.page_heads import page_heads
from pipeline.outline.pieces import blank_pieces, in_place, line_to_pieces, pipes_to_pieces
from pipeline.outline.regions import SENTENCE, Region, begins_page, is_row, region_at
from pipeline.outline.row_lines import PIPE_RULE, are_padded, edges, is_cut_heading, is_parted_by_blanks
from pipeline.outline.running_text import begins_none, is_prose
from pipeline.outline.signed_below import is_signature_and_day
from pipeline.outline.signed_tables import table_to_signature
from pipeline.outline.untold import end_of_unlaid
from pipeline.outline.upright_heads import heads_at, laid_below
from pipeline.outline.wide_blanks import with_half_blanks

_LONGEST_TITLE = 60
_CAPTION = 6  # lines above a table among which its caption is
_FEWEST_APART = 3  # headings, and the first cell below them


@made_once
def cut_fragments(lines: Sequence[Line], document: Document) -> tuple[tuple[Line, ...], tuple[Fragment, ...]]:
    """(lines outside tables, tables as printed). A caption stays a line, and is the table's title too."""
    kept: list[Line] = []
    fragments: list[Fragment] = []
    position = since = 0
    forget_lines()
    seen = with_half_blanks(lines)
    plain = "\t" not in document.text and not any("--" in line.text for line in lines)
    grids = sorted(document.grids, key=lambda grid: grid.span)
    while position < len(lines):
        while grids and grids[0].span.start <= lines[position].span.end:
            grid, first = grids.pop(0), position
            while position < len(lines) and lines[position].span.start < grid.span.end:
                position += 1
            rows, below = lines[first:position], lines[position : position + 3]
            if own := table_to_signature(rows, below) or table_to_box(rows, kept):
                kept += own
            else:
                title, annex = _caption(kept[since:])
                since = len(kept)
                fragments.append(grid_to_fragment(grid, document, title, annex))
            if position == len(lines):
                return tuple(kept), tuple(fragments)
        near = kept[max(since, len(kept) - _CAPTION - 1) :]  # One of them may be a heading of the table.
        none = plain and begins_none(seen[position])
        found = None if none else _table_at(seen, position, near, document)
        if found is None:
            kept.append(lines[position])
            position += 1
            continue
        position = found.end
        kept += found.own
        if found.fragment:
            del kept[len(kept) - found.taken :]
            since = len(kept)
            fragments.append(found.fragment)
    return tuple(kept), tuple(fragments)


class _Found(NamedTuple):
    """A table in the lines that ends before `end`, or the lines of a signature or a box that looked like one; `taken` lines above
    belong to it."""

    end: int
    fragment: Fragment | None = None
    own: tuple[Line, ...] = ()
    taken: int = 0


def _table_at(
    lines: Sequence[Line], position: int, kept: Sequence[Line], document: Document
) -> _Found | None:
    """The table that begins at a line, below the lines `kept` since the last one, of which the last are enough."""
    if laid := cells_over_lines(lines, position, document):
        fragment = over_lines_to_fragment(laid, lines[position : laid.end], *_caption(kept))
        return _Found(laid.end, fragment)
    if end := end_of_glued(lines, position):
        unread = Laying((), end), lines[position:end]
        return _Found(end, laid_to_fragment(*unread, *_caption(kept)))
    if is_prose(lines[position]):
        return None
    if table := laid_table(lines, position):
        fragment = laid_to_fragment(table, lines[position : table.end], *_caption(kept))
        return _Found(table.end, fragment)
    heads, below = heads_at(lines, position)
    if below:
        rows = lines[position + len(heads) : below.end]
        return _Found(below.end, laid_below(heads, _region_to_fragment(rows, below, *_caption(kept))))
    region = region_at(lines, position)
    # Cells with a pipe behind each, of which nobody can tell the rows; names and figures without headings.
    cells = region is not None and (region.kind, region.separator) == ("lines", "|")
    if region is None and (turns := rows_in_turn(lines, position)):
        read = turns_to_laying(lines, turns), lines[position : turns.end]
        return _Found(turns.end, laid_to_fragment(*read, *_caption(kept)))
    if region is None and (laid := rows_of_lines(lines, position, document)):
        return _Found(laid.end, over_lines_to_fragment(laid, lines[position : laid.end], *_caption(kept)))
    if region is None or cells:
        end = region.end if region else end_of_unlaid(lines, position)
        unread = Laying((), end), lines[position:end]
        return _Found(end, laid_to_fragment(*unread, *_caption(kept))) if end else None
    rows, above = lines[position : region.end], lines[:position]
    if own := table_to_signature(rows, lines[region.end : region.end + 3]) or table_to_box(rows, above):
        return _Found(region.end, own=own)
    cut = bool(kept) and lines[position - 1] is kept[-1] and is_cut_heading(kept[-1], lines[position])
    title, annex = _caption(kept[:-1] if cut else kept)
    fragment = _region_to_fragment(lines[position - cut : region.end], region, title, annex)
    return _Found(region.end, fragment, taken=int(cut))


def _caption(kept: Sequence[Line]) -> tuple[tuple[Line, ...], str | None]:
    """The lines of the caption right above, and the annex label above that."""
    title: list[Line] = []
    near = kept[-_CAPTION:]
    for n, line in reversed(list(enumerate(near))):
        words = line.squeezed
        if ANNEX.match(words):
            label = patterns.sub(r"[\s：:.、]", "", words)  # `附件 1`, `附件1：` → `附件1`
            return tuple(reversed(title)), label
        if line.furniture in ("page_number", "running_head"):
            continue
        if (
            line.furniture
            or len(words) > _LONGEST_TITLE
            or SENTENCE.search(words)
            or words.endswith(("：", ":", "，"))
            or is_signature_and_day(near[max(0, n - 1) : n + 1])
        ):
            break
        if text_to_mark(words) is not None:
            break
        title.append(line)
    return tuple(reversed(title))[-3:], None


def _region_to_fragment(
    lines: Sequence[Line], region: Region, title: tuple[Line, ...], annex: str | None
) -> Fragment:
    rows, breaks, close = list[tuple[Piece, ...]](), list[int](), list[int]()
    chrome = page_heads(lines) if region.kind == "lines" else ()
    outer = edges(lines) if region.separator == "|" else (False, False)
    padded = region.separator == "|" and are_padded(lines)
    apart = region.kind == "lines" and _are_apart(lines)
    for i, line in enumerate(lines):
        if region.separator == "|" and PIPE_RULE.match(line.text):
            continue
        if region.kind == "lines" and (line.furniture or i in chrome):
            breaks.append(len(rows))
            continue
        if apart and not line.gap and rows:
            close.append(len(rows))
        if i and region.kind == "tabs" and begins_page(lines[i - 1], line, all(outer)):
            breaks.append(len(rows))
        if region.separator == "|" and "|" in line.text:
            rows.append(pipes_to_pieces(line, *outer, padded))
        elif region.kind == "tabs" and is_parted_by_blanks(line):
            rows.append(blank_pieces(line, len(rows[-1]) if rows else 0))
        elif region.kind == "lines" or (not is_row(line) and "\t" not in line.text):
            rows.append(in_place(line))
        else:
            rows.append(line_to_pieces(line))
    return Fragment(
        kind="lines" if region.kind == "lines" else "tabs",
        rows=tuple(rows),
        span=Span(lines[0].span.start, lines[-1].span.end),
        title=" ".join(line.text.strip() for line in title),
        title_span=Span(title[0].span.start, title[-1].span.end) if title else None,
        annex=annex,
        breaks=tuple(dict.fromkeys(breaks)),
        goes_on=tuple(close),
    )


def _are_apart(lines: Sequence[Line]) -> bool:
    """Whether an empty line stands before each cell, the headings too, and none before the further lines of one."""
    shown = [line for line in lines[1:] if not line.furniture]
    return all(line.gap for line in shown[:_FEWEST_APART]) and any(not line.gap for line in shown)
