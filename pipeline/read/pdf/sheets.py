"""A PDF that pdfium opens → its sheets, page by page; those over which one table may reach together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.pdf.laid import Laid, may_go_on, page_to_laid
from pipeline.read.pdf.second import count_pages, second_sheet
from pipeline.read.pdf.sheet import Sheet, laid_to_sheets
from pipeline.read.pdf.side_columns import part_side_columns

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# Pages of one table without rules down that are read together: so many are held in memory.
_MOST_HELD = 40
# What a page that no test has may raise.
_STUMBLES = (ArithmeticError, LookupError, ValueError, TypeError)


def document_to_sheets(
    document: PdfDocument, content: bytes, limits: Limits, is_web: bool = False
) -> Iterator[Sheet]:
    """Each page, released before the next is opened; those that do not open, or stumble us, by pdfplumber.

    Pages over which one table may reach are read together. `is_web`: it is the print of a web page, which may have
    columns of the site beside the text.
    """
    left = limits.max_chars
    held: list[Laid] = []
    for index in range(len(document)):
        laid = _laid(document, index, left, held[-1].foot if held else ())
        if laid is not None and is_web:
            rows, beside = part_side_columns(laid.rows)
            laid = replace(laid, rows=tuple(rows), aside=(*laid.aside, *beside)) if beside else laid
        if held and (laid is None or len(held) == _MOST_HELD or not may_go_on(held[-1])):
            yield from _together(held, content, len(document))
            held.clear()
        if laid is not None:
            held.append(laid)
            left -= laid.n_letters
        else:
            sheet = _second(content, index, len(document))
            left -= sum(map(len, sheet.words()))
            yield sheet
        if left <= 0:
            raise Unreadable(say("over_characters", most=limits.max_chars), say("split_notices"))
    yield from _together(held, content, len(document))


def _together(pages: Sequence[Laid], content: bytes, count: int) -> list[Sheet]:
    """Pages that follow one another as sheets; where our reading stumbles each by itself, or by pdfplumber."""
    try:
        return laid_to_sheets(pages)
    except _STUMBLES:
        if len(pages) == 1:
            return [_second(content, pages[0].view.number - 1, count)]
        return [sheet for page in pages for sheet in _together([page], content, count)]


def _laid(document: PdfDocument, index: int, most: int, foot: tuple[float, ...]) -> Laid | None:
    """None where the page does not open or our reading of it fails."""
    page = page_at(document, index)
    if page is None:
        return None
    try:
        return page_to_laid(page.raw, index + 1, most, foot)
    except _STUMBLES:
        return None
    finally:
        page.close()


def _second(content: bytes, index: int, count: int) -> Sheet:
    """The page by pdfplumber, if both count as many: it leaves out what it cannot find, and others move up."""
    sheet = second_sheet(content, index + 1) if count_pages(content) == count else None
    return sheet or Sheet(index + 1, 0.0, 0.0)


def page_at(document: PdfDocument, index: int) -> PdfPage | None:
    from pypdfium2 import PdfiumError

    try:
        return document[index]
    except PdfiumError:
        return None
