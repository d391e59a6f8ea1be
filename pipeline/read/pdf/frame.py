"""Page space of a PDF → what a reader sees: points from the upper left corner of the upright page."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2.raw as pdfium

# A rectangle as x0, top, x1, bottom.
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in page space, and how many quarter turns clockwise it is shown by."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of page space as (distance from the left, distance from the top) of the shown page."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the shown page lies on it."""
        return 0 <= x <= self.width and 0 <= y <= self.height


def page_to_frame(page: pdfium.FPDF_PAGE) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4)


def turned(box: Rectangle, width: float, height: float, turns: int) -> Rectangle:
    """`box` on a page of this size after the page is turned by quarters clockwise."""
    x0, top, x1, bottom = box
    if turns == 1:
        return height - bottom, x0, height - top, x1
    if turns == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turns == 3:
        return top, width - x1, bottom, width - x0
    return box
