"""The pages a table stands on as one picture: rules and words as pdfplumber sees them, cells as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.messages import say
from pipeline.review.show import find_table, rows_of

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from PIL.Image import Image

# Small print is read well at 110 dots an inch.
_DPI = 110
_MOST_PAGES = 20
_WORD, _RULE, _HEAD, _CELL = (170, 170, 170), (240, 170, 60), (200, 60, 40), (40, 90, 200)


def draw(out: Path, raw: Path, which: tuple[str, str], png: Path) -> int:
    """Draws the table `which` (notice_id, number or table_id) on its pages, one below the other; how many pages.

    `raw` is the folder that the notices were read from. Raises LookupError if there is no such table, its source
    is no PDF, or the file is not there.
    """
    notice_id, table = which
    found = find_table(out, notice_id, table)
    notice = rows_of(out, "notices", notice_id)[0]
    source = raw / str(notice["source_file"])
    cells = [c for c in rows_of(out, "cells", notice_id, found["table_id"]) if c["page"]]
    if source.suffix.lower() != ".pdf" or not source.is_file() or not cells:
        raise LookupError(say("table_not_drawable", file=str(source)))
    numbers = sorted({cell["page"] for cell in cells})[:_MOST_PAGES]
    import pdfplumber

    with pdfplumber.open(source) as document:
        sheets = [_sheet(document.pages[n - 1], [c for c in cells if c["page"] == n]) for n in numbers]
    _below_each_other(sheets).save(png)
    return len(sheets)


def _sheet(page: Page, cells: Sequence[dict[str, Any]]) -> Image:
    from PIL import ImageDraw

    drawn = page.to_image(resolution=_DPI)
    drawn.draw_rects(page.extract_words(), fill=(0, 0, 0, 0), stroke=_WORD)
    drawn.draw_lines(page.edges, stroke=_RULE)
    picture = drawn.annotated.convert("RGB")
    pen = ImageDraw.Draw(picture)
    for cell in cells:
        box = (cell["x0"], cell["top"], cell["x1"], cell["bottom"])
        if None not in box:
            pen.rectangle(_scaled(box), outline=_HEAD if cell["role"] == "header" else _CELL, width=2)
    return picture


def _scaled(box: Sequence[float]) -> tuple[float, ...]:
    return tuple(edge * _DPI / 72 for edge in box)


def _below_each_other(sheets: Sequence[Image]) -> Image:
    from PIL import Image

    whole = Image.new("RGB", (max(s.width for s in sheets), sum(s.height for s in sheets)), "white")
    top = 0
    for sheet in sheets:
        whole.paste(sheet, (0, top))
        top += sheet.height
    return whole
