"""A notice drawn on pages as a printer would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pipeline.model import Cell, Mended, Passage, Table

# A4 at 300 dots an inch.
WIDTH, HEIGHT = 2480, 3508
LEFT, TOP, BOTTOM = 330, 380, 3150
TEXT_SIZE, TABLE_SIZE = 60, 38
_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/System/Library/Fonts/PingFang.ttc",
)


def font_file() -> str | None:
    """A font with Chinese characters, if there is one on this machine."""
    return next((font for font in _FONTS if Path(font).exists()), None)


@dataclass
class Printer:
    """Pages as they fill up."""

    font: str
    pages: list[Image.Image] = field(default_factory=list)
    y: int = HEIGHT

    def sized(self, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self.font, size, index=2 if "CJK" in self.font else 0)

    def room(self, height: int) -> ImageDraw.ImageDraw:
        if self.y + height > BOTTOM:
            self.pages.append(Image.new("RGB", (WIDTH, HEIGHT), "white"))
            self.y = TOP
            number = f"- {len(self.pages)} -"
            ImageDraw.Draw(self.pages[-1]).text(
                (WIDTH // 2, 3250), number, "black", self.sized(50), anchor="mm"
            )
        return ImageDraw.Draw(self.pages[-1])

    def paragraph(self, text: str, indent: bool) -> None:
        font = self.sized(TEXT_SIZE)
        for line in wrapped(("　　" if indent else "") + text, WIDTH - 2 * LEFT, font):
            draw = self.room(110)
            draw.text((LEFT, self.y), line, "black", font)
            self.y += 110

    def heading(self, text: str) -> None:
        font = self.sized(80)
        for line in wrapped(text, WIDTH - 2 * LEFT, font):
            draw = self.room(140)
            draw.text((WIDTH // 2, self.y + 60), line, "black", font, anchor="mm")
            self.y += 140

    def table(self, table: Table) -> None:
        font = self.sized(TABLE_SIZE)
        left, widths = 200, column_widths(table, font, WIDTH - 400)
        xs = [left + x for x in accumulate(widths, initial=0)]
        heights = row_heights(table, widths, font)
        for first, last in sheets(table, heights, self.y):
            draw = self.room(sum(heights[first:last]))
            ys = [self.y + y for y in accumulate(heights[first:last], initial=0)]
            for cell in table.cells:
                if first <= cell.row < last:
                    self.cell(draw, cell, (xs, ys, first), font)
            self.y = ys[-1] + 40

    def cell(
        self,
        draw: ImageDraw.ImageDraw,
        cell: Cell,
        grid: tuple[Sequence[int], Sequence[int], int],
        font: ImageFont.FreeTypeFont,
    ) -> None:
        xs, ys, first = grid
        x0, x1 = xs[cell.col], xs[cell.col + cell.col_span]
        y0, y1 = ys[cell.row - first], ys[min(cell.row + cell.row_span - first, len(ys) - 1)]
        draw.rectangle((x0, y0, x1, y1), outline="black", width=3)
        lines = list(wrapped(cell.text, x1 - x0 - 16, font))
        y = (y0 + y1) // 2 - len(lines) * 26
        for line in lines:
            draw.text(((x0 + x1) // 2, y + 26), line, "black", font, anchor="mm")
            y += 52


def sheets(table: Table, heights: Sequence[int], y: int) -> Iterator[tuple[int, int]]:
    """Runs of rows that stand on one page."""
    free = [
        row for row in range(table.n_rows) if not any(c.row < row < c.row + c.row_span for c in table.cells)
    ]
    start, room = 0, BOTTOM - y
    for row, following in pairwise([*free, table.n_rows]):
        if sum(heights[start:following]) > room and (row > start or room < BOTTOM - TOP):
            if row > start:
                yield start, row
            start, room = row, BOTTOM - TOP
    yield start, table.n_rows


_NEVER_FIRST, _NEVER_LAST = "，。、；：）〕》”！？%", "（〔《“"


def wrapped(text: str, width: int, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Lines as a word processor breaks them: no number cut, no mark where it may not stand."""
    line = ""
    for char in text:
        if line and font.getlength(line + char) > width:
            cut = len(line)
            while cut > 1 and not _may_break(line[cut - 1], (line + char)[cut]):
                cut -= 1
            cut = cut if cut > 1 else len(line)
            yield line[:cut]
            line = line[cut:]
        line += char
    if line:
        yield line


def _may_break(before: str, after: str) -> bool:
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())


def column_widths(table: Table, font: ImageFont.FreeTypeFont, room: int) -> list[int]:
    wanted = [90.0] * table.n_cols
    for cell in table.cells:
        if cell.col_span == 1:
            wanted[cell.col] = max(wanted[cell.col], min(700.0, font.getlength(cell.text) ** 0.8 + 40))
    return [int(w * room / sum(wanted)) for w in wanted]


def row_heights(table: Table, widths: Sequence[int], font: ImageFont.FreeTypeFont) -> list[int]:
    heights = [80] * table.n_rows
    for cell in sorted(table.cells, key=lambda c: c.row_span):
        width = sum(widths[cell.col : cell.col + cell.col_span]) - 16
        wanted = 52 * len(list(wrapped(cell.text, width, font))) + 24
        have = sum(heights[cell.row : cell.row + cell.row_span])
        heights[cell.row + cell.row_span - 1] += max(0, wanted - have)
    return heights


def draw_notice(mended: Mended, font: str) -> list[Image.Image]:
    """The pages of a notice whose tables are whole."""
    printer = Printer(font)
    passages: list[Passage | Table] = [p for p in mended.outline.passages if p.role != "furniture"]
    parts = [*passages, *mended.tables]
    for part in sorted(parts, key=lambda p: p.span.start if isinstance(p, Table) else p.places[0]):
        if isinstance(part, Table):
            printer.table(part)
        elif part.role in ("title", "annex_title", "table_title"):
            printer.heading(part.text)
        else:
            printer.paragraph(part.text, part.role not in ("recipients", "doc_number", "annex_label"))
    return printer.pages
