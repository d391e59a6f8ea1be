"""Spans of the source → the columns that say where a row was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import BrokenPromise, Document, Span


@dataclass(frozen=True, slots=True)
class Places:
    """Turns spans of one notice into quotes, offsets and pages."""

    document: Document

    def quoted(self, span: Span | None) -> dict[str, object]:
        """quote, char_start, char_end, page of a span; nothing for None."""
        if span is None:
            return {}
        return {"quote": self.words(span), **self.offsets(span), "page": self.page(span)}

    def offsets(self, span: Span | None, prefix: str = "") -> dict[str, object]:
        """The two offsets, as `<prefix>char_start` and `<prefix>char_end`; nothing for None."""
        if span is None:
            return {}
        self.words(span)
        return {f"{prefix}char_start": span.start, f"{prefix}char_end": span.end}

    def words(self, span: Span) -> str:
        """The source between the offsets. BrokenPromise if they point at nothing."""
        if not 0 <= span.start < span.end <= len(self.document.text):
            where = f"notice {self.document.notice_id}: characters {span.start} to {span.end}"
            raise BrokenPromise(f"{where} are no words of a text of {len(self.document.text)}")
        return self.document.text[span.start : span.end]

    def page(self, span: Span) -> int | None:
        """Number of the page the span begins on; None where the source has no pages."""
        pages = self.document.pages
        at = bisect_right(pages, span.start, key=lambda page: page.span.start) - 1
        return pages[at].number if at >= 0 else None

    def pages(self, span: Span) -> str | None:
        """`9` or `9-10`: the pages a span covers."""
        first, last = self.page(span), self.page(Span(span.end - 1, span.end))
        return None if first is None else str(first) if first == last else f"{first}-{last}"


def hull(parts: Sequence[Span]) -> Span | None:
    """The span from the first character of all parts to the last; None for no parts."""
    if not parts:
        return None
    return Span(min(part.start for part in parts), max(part.end for part in parts))
