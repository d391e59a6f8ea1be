"""PDF → text with its lines, ruled tables, pages and boxes.

pdfium gives characters and drawn lines; `sheet` makes a page of them, `verdict` says whether its words can be
trusted, `furniture` sets aside what is printed at the edge of every page. What pdfium cannot open, `second` reads.
"""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Mapping, Sequence
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
from pipeline.read.pdf.second import count_pages, second_sheet
from pipeline.read.pdf.sheet import Sheet
from pipeline.read.pdf.sheets import document_to_sheets, page_at
from pipeline.read.pdf.verdict import is_picture, lie
from pipeline.read.pdf.webpage import is_web_print, prints_address

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from pipeline.read.ocr import OcrPage

# Best for character recognition; 72 points are an inch.
_DPI = 300
# Letters, with the address of a page and its number.
_FOOT = 600


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
        is_web = is_web_print(document.get_metadata_dict()) or prints_address(_first_text(document))
        sheets = list(document_to_sheets(document, content, limits, is_web))
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


def _first_text(document: PdfDocument) -> str:
    """The end of what the first page prints; "" where it does not open."""
    page = page_at(document, 0)
    if page is None:
        return ""
    try:
        text = page.get_textpage()
        count = text.count_chars()
        return str(text.get_text_range(max(0, count - _FOOT), min(count, _FOOT)))
    finally:
        page.close()


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

    page = page_at(document, sheet.number - 1) if is_available() else None
    if page is None:
        return None
    pixels = sheet.width * sheet.height * (_DPI / 72) ** 2
    dpi = _DPI * min(1.0, (limits.max_pixels / pixels) ** 0.5)
    try:
        picture: Any = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()
    finally:
        page.close()
    return page_to_lines(picture[:, :, :3], dpi)
