"""PDF → text with its lines, ruled tables, pages and boxes.

pdfium gives characters and drawn lines; `sheet` makes a page of them, `verdict` says whether its words can be
trusted, `furniture` sets aside what is printed at the edge of every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.pdf.assemble import DAMAGED, GUESSED, PICTURE, ReadPage, pages_to_parts, remedy
from pipeline.read.pdf.sheet import Sheet, page_to_sheet
from pipeline.read.pdf.verdict import is_picture, lie
from pipeline.read.pdf.webpage import is_web_print

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from pipeline.read.ocr import OcrPage

# Best for character recognition; 72 points are an inch.
_DPI = 300


def read_pdf(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice in a PDF, layout "lines". Boxes are one a line and one a cell.

    A page whose text layer cannot be what is printed on it, or that is a picture, goes to character
    recognition; without the extra `ocr` its words are left out and an issue says so. Raises Unreadable
    if the file is encrypted, damaged or larger than the limits, or no page of it can be read.
    """
    document = _open(content)
    try:
        if (count := len(document)) > limits.max_pages:
            raise Unreadable(
                f"it has {count:,} pages, more than the {limits.max_pages:,} a notice may have",
                "split it into its notices",
            )
        is_web = is_web_print(document.get_metadata_dict())
        pages = list(_pages(document, limits))
    finally:
        document.close()
    if pages and all(page.is_left_out for page in pages):
        raise Unreadable(f"no page of it can be read: {pages[0].flaw}", remedy(pages[0].flaw))
    if not any(page.sheet.items or page.seen for page in pages):
        raise Unreadable("its pages are empty", "fetch the notice again")
    return pages_to_parts(pages, limits, is_web)


def _open(content: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("it is encrypted", "open it with its password and save it without") from error
        raise Unreadable(
            "it is damaged or no PDF at all", "fetch it again, or open it and save it anew"
        ) from error


def _pages(document: PdfDocument, limits: Limits) -> Iterator[ReadPage]:
    """Each page, released before the next is opened."""
    from pypdfium2 import PdfiumError

    left = limits.max_chars
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError:
            yield ReadPage(Sheet(index + 1, 0.0, 0.0), DAMAGED)
            continue
        try:
            one = _page(page, index + 1, left, limits)
        finally:
            page.close()
        left -= sum(len(words) for words in one.sheet.words())
        if left <= 0:
            raise Unreadable(
                f"it holds more than the {limits.max_chars:,} characters a notice may have",
                "split it into its notices",
            )
        yield one


def _page(page: PdfPage, number: int, most: int, limits: Limits) -> ReadPage:
    sheet = page_to_sheet(page.raw, number, most)
    words = sheet.words()
    covered = sheet.pictured >= GUESSED and sheet.hidden > GUESSED
    flaw = lie("\n".join(words), guessed=covered)
    if not flaw and is_picture(words, sheet.pictured, sheet.curves):
        flaw = PICTURE
    return ReadPage(sheet, flaw, _recognised(page, sheet, limits) if flaw else None)


def _recognised(page: PdfPage, sheet: Sheet, limits: Limits) -> OcrPage | None:
    """The page by character recognition; None where that is not installed."""
    from pipeline.read.ocr import is_available, page_to_lines

    if not is_available() or not sheet.width or not sheet.height:
        return None
    pixels = sheet.width * sheet.height * (_DPI / 72) ** 2
    dpi = _DPI * min(1.0, (limits.max_pixels / pixels) ** 0.5)
    picture: Any = page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()
    return page_to_lines(picture[:, :, :3], dpi)
