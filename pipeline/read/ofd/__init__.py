"""OFD (GB/T 33190-2016) → Parts: a page says where each character stands and what is drawn, as in a PDF.

container → pages (what is drawn on each) → sheets → text, tables, boxes, by the geometry of read.pdf
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.messages import Message, say
from pipeline.model import Repair, Unreadable
from pipeline.read.archive import open_archive
from pipeline.read.limits import Limits
from pipeline.read.ofd.package import archive_to_pages
from pipeline.read.ofd.page import page_to_drawn
from pipeline.read.parts import Parts
from pipeline.read.pdf.assemble import PICTURE, ReadPage, pages_to_parts
from pipeline.read.pdf.frame import Frame
from pipeline.read.pdf.laid import Laid, drawn_to_laid
from pipeline.read.pdf.sheet import Sheet, laid_to_sheets
from pipeline.read.pdf.verdict import is_picture, lie

MEDIA_TYPE = "application/ofd"
_POINTS = 72 / 25.4  # OFD measures in millimetres.


def read_ofd(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice in an OFD file, layout "lines"; boxes are one a line and one a cell.

    Words of page templates (frames, running heads) are set aside; seals and notes stuck on are not read.
    A page that is a picture, or whose characters cannot be what is printed, is left out and an issue says
    so. Raises Unreadable for what is no sound OFD file, is beyond `limits`, or holds no readable page.
    """
    archive = open_archive(content, limits)
    laid: list[Laid] = []
    aside: list[str] = []
    for number, page in enumerate(archive_to_pages(archive, limits), 1):
        drawn, templates = page_to_drawn(page, _POINTS)
        frame = Frame(0.0, 0.0, page.width * _POINTS, page.height * _POINTS)
        laid.append(drawn_to_laid(drawn, number, frame))
        aside += templates
    sheets = laid_to_sheets(laid)
    pages = [ReadPage(sheet, _flaw(sheet)) for sheet in sheets]
    if not any(sheet.items for sheet in sheets) or all(page.is_left_out for page in pages):
        flaw = next((page.flaw for page in pages if page.flaw), say("pages_empty"))
        raise Unreadable(say("no_page_readable", flaw=flaw), say("save_ofd_as_pdf"))
    parts = pages_to_parts(pages, limits)
    templates_said = (
        Repair("set_aside", words, "", say("aside_template"), "probable") for words in dict.fromkeys(aside)
    )
    return replace(parts, media_type=MEDIA_TYPE, repairs=(*parts.repairs, *templates_said))


def _flaw(sheet: Sheet) -> Message | None:
    words = sheet.words()
    if is_picture(words, sheet.pictured, sheet.curves):
        return PICTURE
    return lie("\n".join(words)) if words else None
