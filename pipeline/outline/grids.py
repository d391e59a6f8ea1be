"""A grid that a reader found, as a table printed."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.language.folding import fold
from pipeline.language.raised import without_marks
from pipeline.language.unprinted import says_nothing, without_unprinted
from pipeline.model import Document, Fragment, Grid, Span
from pipeline.outline.formula_markup import as_printed
from pipeline.outline.lines import Line
from pipeline.outline.readings import without_readings


def grid_to_fragment(grid: Grid, document: Document, title: tuple[Line, ...], annex: str | None) -> Fragment:
    starts = [min((p.span.start for p in row if p.text), default=grid.span.start) for row in grid.rows]
    ends = [page.span.end for page in document.pages]
    pages = [bisect_right(ends, start) for start in starts]
    return Fragment(
        kind="grid",
        rows=tuple(tuple(piece._replace(text=_words(piece.text)) for piece in row) for row in grid.rows),
        span=grid.span,
        title=" ".join(line.text.strip() for line in title),
        title_span=Span(title[0].span.start, title[-1].span.end) if title else None,
        annex=annex,
        breaks=tuple(i for i in range(1, len(pages)) if pages[i] != pages[i - 1]),
        is_guessed=grid.is_guessed,
        is_unread=grid.is_unread,
    )


def _words(cell: str) -> str:
    return (
        ""
        if says_nothing(cell)
        else fold(without_readings(without_unprinted(without_marks(as_printed(cell)[0]))))
    )
