"""pdfplumber in place of our own reading: files and pages that pdfium cannot open, and pages that ours stumbles over.

It is slower (8 times) and knows less (no marks raised, nothing struck out, no tables without rules), so what it
read is said in an issue.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.read.parts import CellText, Place
from pipeline.read.pdf.laid import Table
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table as RuledTable


def count_pages(content: bytes) -> int:
    """How many pages pdfplumber finds; 0 if it finds no PDF."""
    try:
        with _opened(content) as document:
            return len(document.pages)
    except MemoryError:
        raise
    except Exception:  # pdfminer raises whatever a damaged file makes it stumble over.
        return 0


def second_sheet(content: bytes, number: int) -> Sheet | None:
    """The page (1-based number) as pdfplumber reads it; None if it finds no word on it."""
    try:
        with _opened(content) as document:
            return _page_to_sheet(document.pages[number - 1], number)
    except MemoryError:
        raise
    except Exception:
        return None


def _opened(content: bytes) -> Any:
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    return pdfplumber.open(io.BytesIO(content))


def _page_to_sheet(page: Page, number: int) -> Sheet | None:
    tables = [table for table in page.find_tables() if len(table.cells) > 1]
    rest = page
    for table in tables:
        rest = rest.outside_bbox(table.bbox, strict=False)
    lines = [Line(line["text"], *_box(line, page)) for line in rest.extract_text_lines(return_chars=False)]
    ruled = [_ruled(table, number, page) for table in tables]
    items: list[Line | Table] = [*lines, *ruled]
    items.sort(key=lambda item: item.box[1])
    if not items:
        return None
    return Sheet(number, float(page.width), float(page.height), tuple(items), is_second=True)


def _box(line: dict[str, Any], page: Page) -> tuple[float, float, float, float]:
    left, top, _, _ = page.bbox
    return line["x0"] - left, line["top"] - top, line["x1"] - left, line["bottom"] - top


def _ruled(table: RuledTable, number: int, page: Page) -> Table:
    """Cells by their boxes; what pdfplumber gives as None is covered by the cell before or above it."""
    cells = tuple(_cells(table, number, page))
    x0, top, x1, bottom = table.bbox
    return Table(cells, (x0 - page.bbox[0], top - page.bbox[1], x1 - page.bbox[0], bottom - page.bbox[1]))


def _cells(table: RuledTable, number: int, page: Page) -> Iterator[CellText]:
    words = table.extract()
    lefts = sorted({cell[0] for cell in table.cells})
    tops = sorted({cell[1] for cell in table.cells})
    for row, (drawn, said) in enumerate(zip(table.rows, words, strict=True)):
        for col, (box, text) in enumerate(zip(drawn.cells, said, strict=True)):
            if box is None:
                continue
            x0, top, x1, bottom = box
            spans = (_reached(tops, top, bottom), _reached(lefts, x0, x1))
            place = Place(number, *(round(side, 2) for side in (x0, top, x1, bottom)))
            yield CellText(text or "", row, col, *spans, place)


def _reached(edges: list[float], start: float, end: float) -> int:
    """How many rows or columns begin between the sides of a cell."""
    return max(1, sum(start <= edge < end - 0.5 for edge in edges))
