"""A file of several notices → each as a document of its own, as if it had come alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NamedTuple, TypeVar

from pipeline.language import patterns
from pipeline.language.notice_heads import text_to_number
from pipeline.model import Box, Document, Grid, Issue, Page, Passage, Piece, Repair, Span
from pipeline.outline.collected import beginnings
from pipeline.outline.fragments import cut_fragments
from pipeline.outline.further import further
from pipeline.outline.lines import text_to_lines
from pipeline.outline.mastheads import mastheads
from pipeline.outline.page_lines import mark_page_lines
from pipeline.outline.paragraphs import lines_to_passages
from pipeline.outline.points import mark_points

# Between the name of the file and what tells the notice from the others in it: no name of a file is made of both.
APART = "~"
# A second notice has a second 文号 or day at the end of a line, or second addressees: most files have none, and are
# not looked through.
_NUMBERS = patterns.compile(r"(?m)[〕\]）)][第 \t]*\d{1,5}[ \t]*[号號][ \t]*\r?$")
_DAYS = patterns.compile(r"(?m)月[ \t]*[\d一二三四五六七八九十]{1,3}[ \t]*日[ \t]*[）)]?(?:印发)?[ \t]*\r?$")
_ADDRESSEES = patterns.compile(
    r"(?m)(?:^[^。\n]*各[^。\n]*|[府位门局委办室司构院校行业处县区市旗会心所部厅乡镇](?:[（(][^）)\n]*[）)])?)[ \t]*[:：][ \t]*\r?$"
)
_HASH = 8

Pointed = TypeVar("Pointed", Repair, Issue, Box)


class Beginning(NamedTuple):
    """Where in the text a further notice begins, its title and 文号 as far as they are known."""

    start: int
    title: str
    number: str


def split(document: Document) -> tuple[Document, ...]:
    """The notices of a file in their order; the document itself where it is one, or none is sure to be another.

    The first keeps the name of the file; the others are told by their 文号, or by a hash of their title, which no
    notice before or behind them changes. Their texts, and all that points into them, begin with them;
    `source_span` says where that is in the text of the file.
    """
    begun = sorted(_beginnings(document), key=lambda one: one.start)
    if not begun:
        return (document,)
    starts = [0, *(one.start for one in begun), len(document.text)]
    first, *others = (Span(start, end) for start, end in pairwise(starts))
    made = [_cut(document, first)]
    taken = {document.notice_id}
    for one, span in zip(begun, others, strict=True):
        notice_id = _free(f"{document.notice_id}{APART}{_own_name(one)}", taken)
        made.append(replace(_cut(document, span), notice_id=notice_id))
    return tuple(made)


def _own_name(one: Beginning) -> str:
    words = patterns.sub(r"\s", "", one.title)
    return one.number or hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:_HASH]


def _free(notice_id: str, taken: set[str]) -> str:
    n, free = 1, notice_id
    while free in taken:
        n += 1
        free = f"{notice_id}-{n}"
    taken.add(free)
    return free


def _beginnings(document: Document) -> Iterator[Beginning]:
    if not document.starts and not any(
        _has_two(one, document.text) for one in (_NUMBERS, _DAYS, _ADDRESSEES)
    ):
        return
    passages = _passages(document)
    at: dict[int, Beginning] = {}
    collected = beginnings(passages)
    for begun in collected[1:]:
        number = next(
            (n for p in passages[begun.index : begun.last + 1] if (n := text_to_number(p.text))), ""
        )
        start = _line_start(document.text, passages[begun.index].span().start)
        at[start] = Beginning(start, begun.title, number)
    for one in further(passages):
        # What is the block of a numbered title of the collection, its 文号 above or below, is no further one.
        if one.is_sure and not any(b.index <= one.masthead.first <= b.last for b in collected):
            start = _line_start(document.text, passages[one.masthead.first].span().start)
            at.setdefault(start, Beginning(start, one.masthead.title, one.masthead.number))
    for start in document.starts:
        at.setdefault(start, _at_start(document.text, start, passages))
    yield from at.values()


def _has_two(line: patterns.Pattern, text: str) -> bool:
    return len(list(islice(line.finditer(text), 2))) == 2


def _at_start(text: str, start: int, passages: Sequence[Passage]) -> Beginning:
    """A notice that is a file of its own begins here, whatever it begins with."""
    here = next((m for m in mastheads(passages) if m.span.start >= start), None)
    if here is not None and here.span.start - start < _NEAR:
        return Beginning(start, here.title, here.number)
    return Beginning(start, text[start : start + _NEAR], "")


_NEAR = 300


def _passages(document: Document) -> tuple[Passage, ...]:
    lines = mark_page_lines(text_to_lines(document.text, markdown=document.media_type == "text/markdown"))
    lines, _ = cut_fragments(lines, document)
    return lines_to_passages(mark_points(lines, document.layout), document.layout)[0]


def _line_start(text: str, place: int) -> int:
    return max(text.rfind(end, 0, place) for end in "\n\r\f\v\u0085\u2028\u2029") + 1


# --- cutting ------------------------------------------------------------------------------------


def _cut(document: Document, span: Span) -> Document:
    """What stands in the span, and all that points there; what points nowhere is the first notice's."""

    def here(one: Span) -> bool:
        return span.start <= one.start and one.end <= span.end

    def moved(one: Span) -> Span:
        return Span(one.start - span.start, one.end - span.start)

    def pointed(those: tuple[Pointed, ...]) -> tuple[Pointed, ...]:
        kept = (one for one in those if (here(one.span) if one.span else span.start == 0))
        return tuple(replace(one, span=moved(one.span)) if one.span else one for one in kept)

    return replace(
        document,
        text=document.text[span.start : span.end],
        traditional=document.traditional and document.traditional[span.start : span.end],
        source_span=span,
        starts=(),
        pages=tuple(_pages(document.pages, span)),
        grids=tuple(_moved_grid(grid, span.start) for grid in document.grids if here(grid.span)),
        boxes=pointed(document.boxes),
        doubtful=tuple(moved(one) for one in document.doubtful if here(one)),
        repairs=pointed(document.repairs),
        issues=pointed(document.issues),
    )


def _pages(pages: Sequence[Page], span: Span) -> Iterator[Page]:
    """The pages of which a part is in the span, numbered as in the file."""
    for page in pages:
        start, end = max(page.span.start, span.start), min(page.span.end, span.end)
        if start < end:
            yield replace(page, span=Span(start - span.start, end - span.start))


def _moved_grid(grid: Grid, by: int) -> Grid:
    # A merged cell is the same piece in each place: one new one for each old.
    new = {
        id(piece): Piece(piece.text, Span(piece.span.start - by, piece.span.end - by))
        for row in grid.rows
        for piece in row
    }
    rows = tuple(tuple(new[id(piece)] for piece in row) for row in grid.rows)
    return Grid(rows, Span(grid.span.start - by, grid.span.end - by))
