"""PDF → text with its lines, ruled tables, pages and boxes.

pdfium gives characters and drawn lines; `sheet` makes a page of them, `verdict` says whether its words can be
trusted, `furniture` sets aside what is printed at the edge of every page. What pdfium cannot open, `second` reads.
"""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.messages import Message, say
from pipeline.model import Issue, Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.pdf.assemble import (
    DAMAGED,
    EMPTY,
    GUESSED,
    PICTURE,
    ReadPage,
    pages_to_parts,
    remedy,
    sheets_to_aside,
)
from pipeline.read.pdf.fonts import stand_in_for_missing
from pipeline.read.pdf.laid import Laid, may_go_on, page_to_laid
from pipeline.read.pdf.second import count_pages, second_sheet
from pipeline.read.pdf.sheet import Sheet, laid_to_sheets
from pipeline.read.pdf.verdict import is_picture, lie
from pipeline.read.pdf.webpage import is_web_print

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from pipeline.read.ocr import OcrPage

# Best for character recognition; 72 points are an inch.
_DPI = 300
# Pages of one table without rules down that are read together: so many are held in memory.
_MOST_HELD = 40
# What a page that no test has may raise.
_STUMBLES = (ArithmeticError, LookupError, ValueError, TypeError)


def read_pdf(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice in a PDF, layout "lines". Boxes are one a line and one a cell.

    A page whose text layer cannot be what is printed on it, or that is a picture, goes to character
    recognition; without the extra `ocr` its words are left out and an issue says so. Raises Unreadable
    if the file is encrypted, damaged or larger than the limits, or no page of it can be read.
    """
    document = _open(content)
    if document is None:
        return _read_second(content, limits)
    # Millions of small tuples and no cycles: looking for those costs a tenth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        if (count := len(document)) > limits.max_pages:
            raise Unreadable(say("too_many_pages", count=count, most=limits.max_pages), say("split_notices"))
        is_web = is_web_print(document.get_metadata_dict())
        sheets = list(_sheets(document, content, limits))
        aside = sheets_to_aside(sheets, is_web)
        pages = [_judged(document, sheet, aside.get(n, {}), limits) for n, sheet in enumerate(sheets)]
        parts = _whole(pages, limits, is_web)
        if document.count_attachments():
            attached = Issue("embedded_file", say("embedded_file"))
            parts = dataclasses.replace(parts, issues=(*parts.issues, attached))
        return parts
    finally:
        document.close()
        if collects:
            gc.enable()


def _whole(pages: Sequence[ReadPage], limits: Limits, is_web: bool) -> Parts:
    parts = pages_to_parts(pages, limits, is_web)
    if not parts.text.strip():
        flaw = next((page.flaw for page in pages if page.flaw and page.is_left_out), EMPTY)
        raise Unreadable(say("no_page_readable", flaw=flaw), remedy(flaw))
    return parts


def _read_second(content: bytes, limits: Limits) -> Parts:
    """A file that pdfium does not open. A page without words may be a picture: it is said as damaged."""
    if (count := count_pages(content)) > limits.max_pages:
        raise Unreadable(say("too_many_pages", count=count, most=limits.max_pages), say("split_notices"))
    sheets = [second_sheet(content, n) for n in range(1, count + 1)]
    if not any(sheets):
        raise Unreadable(say("damaged_pdf"), say("fetch_or_open"))
    made = [
        ReadPage(sheet, _flaw(sheet)) if sheet else ReadPage(Sheet(n, 0.0, 0.0), DAMAGED)
        for n, sheet in enumerate(sheets, 1)
    ]
    return _whole(made, limits, is_web=False)


def _flaw(sheet: Sheet) -> Message | None:
    return lie("\n".join(sheet.words()), guessed=False)


def _open(content: bytes) -> PdfDocument | None:
    """None if pdfium finds no PDF in it."""
    from pypdfium2 import PdfDocument, PdfiumError

    stand_in_for_missing()
    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(say("encrypted_file"), say("save_without_password")) from error
        return None


def _sheets(document: PdfDocument, content: bytes, limits: Limits) -> Iterator[Sheet]:
    """Each page, released before the next is opened; those that do not open, or stumble us, by pdfplumber.

    Pages over which one table may reach are read together.
    """
    left = limits.max_chars
    held: list[Laid] = []
    for index in range(len(document)):
        laid = _laid(document, index, left, held[-1].foot if held else ())
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
    page = _page_at(document, index)
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


def _page_at(document: PdfDocument, index: int) -> PdfPage | None:
    from pypdfium2 import PdfiumError

    try:
        return document[index]
    except PdfiumError:
        return None


def _judged(document: PdfDocument, sheet: Sheet, aside: Mapping[int, Message], limits: Limits) -> ReadPage:
    """The page with what speaks against its words, and then what character recognition makes of it."""
    if not (sheet.width and sheet.height):
        return ReadPage(sheet, DAMAGED)
    words = sheet.words(aside)
    covered = sheet.pictured >= GUESSED and sheet.hidden > GUESSED
    flaw = lie("\n".join(words), guessed=covered)
    if not flaw and is_picture(words, sheet.pictured, sheet.curves):
        flaw = PICTURE
    return ReadPage(sheet, flaw, _recognised(document, sheet, limits) if flaw else None)


def _recognised(document: PdfDocument, sheet: Sheet, limits: Limits) -> OcrPage | None:
    """The page by character recognition; None where that is not installed."""
    from pipeline.read.ocr import is_available, page_to_lines

    page = _page_at(document, sheet.number - 1) if is_available() else None
    if page is None:
        return None
    pixels = sheet.width * sheet.height * (_DPI / 72) ** 2
    dpi = _DPI * min(1.0, (limits.max_pixels / pixels) ** 0.5)
    try:
        picture: Any = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()
    finally:
        page.close()
    return page_to_lines(picture[:, :, :3], dpi)
