"""Spans of the source → the columns that say where a row was read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.messages import say
from pipeline.model import BrokenPromise, Document, Span


@dataclass(frozen=True)
class Places:
    """Turns spans of one notice into quotes, offsets and pages."""

    document: Document

    def quoted(self, span: Span | None) -> dict[str, object]:
        """quote, char_start, char_end, page of a span; nothing for None."""
        if span is None:
            return {}
        return {"quote": self.words(span), **self.offsets(span), "page": self.page(span)}

    def boxed(self, span: Span | None) -> dict[str, object]:
        """As quoted, with the box of the span's words on the page it begins on, where there are boxes."""
        return self.quoted(span) | (self.box(span) if span else {})

    def box(self, span: Span) -> dict[str, object]:
        """x0, top, x1, bottom around every box of the span on its first page; nothing without boxes."""
        first, last = bisect_right(self._box_ends, span.start), bisect_left(self._box_starts, span.end)
        within = self.document.boxes[first:last]
        found = [box for box in within if box.page == within[0].page]
        if not found:
            return {}
        return {
            "x0": min(box.x0 for box in found),
            "top": min(box.top for box in found),
            "x1": max(box.x1 for box in found),
            "bottom": max(box.bottom for box in found),
        }

    @cached_property
    def _box_starts(self) -> list[int]:
        return [box.span.start for box in self.document.boxes]

    @cached_property
    def _box_ends(self) -> list[int]:
        return [box.span.end for box in self.document.boxes]

    def offsets(self, span: Span | None, prefix: str = "") -> dict[str, object]:
        """The two offsets, as `<prefix>char_start` and `<prefix>char_end`; nothing for None."""
        if span is None:
            return {}
        self.words(span)
        return {f"{prefix}char_start": span.start, f"{prefix}char_end": span.end}

    def words(self, span: Span) -> str:
        """The source between the offsets. BrokenPromise if they point at nothing."""
        if not 0 <= span.start < span.end <= len(self.document.text):
            place = {"notice": self.document.notice_id, "start": span.start, "end": span.end}
            raise BrokenPromise(say("words_outside_text", **place, length=len(self.document.text)))
        return self.document.printed[span.start : span.end]

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
    """The span from the first character of all parts to the last; None where they hold none."""
    printed = [part for part in parts if part.start < part.end]
    if not printed:
        return None
    return Span(min(part.start for part in printed), max(part.end for part in printed))
