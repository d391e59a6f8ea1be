"""Pages of a PDF as read → what the reader hands over: text, tables, boxes, repairs, issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from pipeline.language import patterns
from pipeline.messages import Message, say, with_remedy
from pipeline.model import Issue, Repair, Span, TextQuality, Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts, TextBuilder
from pipeline.read.pdf.furniture import sheets_to_furniture
from pipeline.read.pdf.indents import INDENT, sheet_to_indents
from pipeline.read.pdf.laid import Table
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet
from pipeline.read.pdf.webpage import sheets_to_chrome

if TYPE_CHECKING:
    from pipeline.read.ocr import OcrPage

_DIGITS = patterns.compile(r"\d+")
PICTURE = say("page_is_picture")
DAMAGED = say("page_damaged")
EMPTY = say("page_empty")
# Share of a page under pictures: a seal takes at most 0.04, a table printed as a picture 0.28 and more; a
# picture as large as the page lies behind the words.
_PICTURED, _PAPER = 0.1, 0.9
# A text layer most of which is printed in no ink was put under a picture of the page.
GUESSED = 0.5


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as read: `flaw` says why its text layer is not used, `seen` what recognition made of it."""

    sheet: Sheet
    flaw: Message | None = None
    seen: OcrPage | None = None

    @property
    def is_guessed(self) -> bool:
        return self.sheet.hidden > GUESSED

    @property
    def is_left_out(self) -> bool:
        return self.flaw is not None and self.seen is None


def remedy(flaw: Message) -> Message:
    """What to do about a page that is left out."""
    if flaw in (DAMAGED, EMPTY):
        return say("fetch_or_open")
    from pipeline.read.ocr import REMEDY

    return REMEDY


def pages_to_parts(pages: Sequence[ReadPage], limits: Limits, is_web: bool = False) -> Parts:
    """`is_web`: they are the print of a web page. Raises Unreadable if the tables have more cells than the limits allow."""
    builder, doubtful = TextBuilder(), list[Span]()
    furniture = sheets_to_aside([page.sheet for page in pages], is_web)
    for n, page in enumerate(pages):
        start = builder.length
        if page.seen is not None:
            from pipeline.read.ocr import add_ocr_page

            doubtful += add_ocr_page(page.seen, n + 1, builder)
        elif not page.flaw:
            _add_sheet(page.sheet, furniture.get(n, {}), builder)
            if page.is_guessed and builder.length > start:
                doubtful.append(Span(start, builder.length))
        builder.end_page(page.sheet.width, page.sheet.height, _done(page))
    cells = sum(len(row) for grid in builder.grids for row in grid.rows)
    if cells > limits.max_cells:
        raise Unreadable(say("too_many_cells", cells=cells, most=limits.max_cells), say("split_notices"))
    return Parts(
        text=builder.text(),
        media_type="application/pdf",
        pages=tuple(builder.pages),
        grids=tuple(builder.grids),
        boxes=tuple(builder.boxes),
        text_quality=_quality(pages),
        doubtful=tuple(doubtful),
        repairs=tuple(_repairs(pages, furniture)),
        issues=tuple(_issues(pages, furniture)),
    )


def sheets_to_aside(sheets: Sequence[Sheet], is_web: bool) -> dict[int, dict[int, Message]]:
    """Index of the page → index of each line that is no text of the notice → why."""
    aside = sheets_to_furniture(sheets)
    if any(sheet.turns for sheet in sheets):
        for n, lines in sheets_to_furniture([sheet.upright() for sheet in sheets]).items():
            aside.setdefault(n, {}).update(lines)
    if is_web:
        for n, lines in sheets_to_chrome(sheets, aside).items():
            aside.setdefault(n, {}).update(lines)
    return aside


def _add_sheet(sheet: Sheet, furniture: Mapping[int, Message], builder: TextBuilder) -> None:
    indents = sheet_to_indents(sheet, furniture)
    for i, item in enumerate(sheet.items):
        if isinstance(item, Table):
            builder.add_grid(item.cells, item.is_guessed, is_unread=item.is_unread)
        elif i not in furniture:
            builder.add_line(INDENT * (i in indents) + item.text, item.place(sheet.number))


def _done(page: ReadPage) -> str:
    if page.seen is not None:
        return f"ocr: {page.flaw}"
    if page.flaw:
        return f"unreadable: {page.flaw}"
    if page.sheet.is_second:
        return "text: by pdfplumber"
    return "text: the guesses of another program" if page.is_guessed else "text"


def _quality(pages: Sequence[ReadPage]) -> TextQuality:
    if sum(page.is_left_out for page in pages) * 2 > len(pages):
        return "unreadable"
    return "ocr" if any(page.seen is not None or page.is_guessed for page in pages) else "clean"


def _issues(pages: Sequence[ReadPage], furniture: Mapping[int, Mapping[int, Message]]) -> Iterator[Issue]:
    """One issue for each run of pages that are left out for one reason, and for pictures among words."""
    left_out = [(page.flaw, page.sheet) for page in pages if page.flaw and page.is_left_out]
    for flaw, run in groupby(left_out, key=itemgetter(0)):
        sheets = [sheet for _, sheet in run]
        beside_it = [word for one in sheets for word in one.words(furniture.get(one.number - 1, {})) if word]
        why = say("page_left_out", flaw=flaw)
        if flaw == PICTURE and beside_it:
            why = say("page_left_out_beside", flaw=flaw, words=" / ".join(beside_it))
        yield Issue("unreadable_page", with_remedy(why, remedy(flaw)), _where(sheets))
    if second := [page.sheet for page in pages if page.sheet.is_second and not page.flaw]:
        yield Issue(
            "second_reader", with_remedy(say("read_by_second"), say("compare_with_source")), _where(second)
        )
    if shown := [page.sheet for page in pages if not page.flaw and _PICTURED <= page.sheet.pictured < _PAPER]:
        yield Issue("picture", say("picture_among_words"), _where(shown))


def _where(sheets: Sequence[Sheet]) -> str:
    numbers = ", ".join(str(sheet.number) for sheet in sheets)
    return f"page {numbers}" if len(sheets) == 1 else f"pages {numbers}"


def _repairs(pages: Sequence[ReadPage], furniture: Mapping[int, Mapping[int, Message]]) -> Iterator[Repair]:
    """What is printed on the pages and not in the text: lines that differ in their digits alone once."""
    told: set[str] = set()
    for n, page in enumerate(pages):
        if page.flaw:
            continue
        set_aside = list(page.sheet.aside)
        for i, why in furniture.get(n, {}).items():
            item = page.sheet.items[i]
            if isinstance(item, Line):
                set_aside.append((item.text, why))
        for words, why in set_aside:
            if (key := _DIGITS.sub("#", words)) not in told:
                told.add(key)
                yield Repair(
                    "set_aside", words, "", say("aside_first_on_page", why=why, page=n + 1), "probable"
                )
