"""What stands where a page ends, and whether one ends between two parts of a table."""

from __future__ import annotations

from pipeline.language.cells import is_note, is_page_number, is_rule, squeeze
from pipeline.language.headings import is_continued, names_continued
from pipeline.language.page_heads import is_page_head
from pipeline.model import Document, Span


def is_of_page(words: str) -> bool:
    """What a page prints between the parts of a table: 续表, 建设计划表（续）, its number, its head; what a converter prints for its end:
    ---, <!-- PageBreak -->."""
    words = words.removeprefix("#").removeprefix("Page").rstrip(":：")
    return (
        is_continued(words)
        or names_continued(words)
        or is_page_head(words)
        or is_page_number(words)
        or is_rule(words)
        or (words.startswith("<!--") and words.find("-->") == len(words) - 3)
    )


def is_new_page(document: Document, above: Span, below: Span) -> bool:
    """Between the two a page ends; where the source has no pages, nothing may stand there but what belongs to one, and
    notes below its rows."""
    if not document.pages:
        lines = document.text[above.end : below.start].split("\n")
        return all(is_of_page(words) or is_note(words) for line in lines if (words := squeeze(line)))
    return any(above.end <= page.span.end <= below.start for page in document.pages[:-1])
