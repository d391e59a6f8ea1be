"""A Word table → cells with the rows and columns they reach over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from lxml import etree

from pipeline.read.docx.package import is_on, number, value, w
from pipeline.read.parts import CellText

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
# Rows drawn at other times have edges some hairs apart, and each pair makes a column of its own. Measured in
# converted DOC files: such slivers up to 1 point wide, columns that hold words from 28 points.
_SLIVER = 5 * 20  # twentieths of a point


@dataclass(frozen=True, slots=True)
class Slot:
    """A `w:tc` and where it lies. `merged`: `up` or `left` for the rest of a cell that begins there, `begins`
    for one that says it will reach down."""

    element: etree._Element
    row: int
    col: int
    row_span: int
    col_span: int
    merged: str = ""

    @property
    def end(self) -> int:
        return self.col + self.col_span


def table_to_slots(table: etree._Element) -> list[Slot]:
    """The cells of a table row by row, merges joined, columns where no cell begins closed up."""
    rows = [_row_to_slots(row, i) for i, row in enumerate(_rows(table))]
    if not any(rows):
        return []
    widths = [column.get(w("w"), "") for column in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    edges = [0, *accumulate(int(width) if width.isdecimal() else 0 for width in widths)]
    last = max(slot.end for row in rows for slot in row)
    if len(edges) > last and all(a < b for a, b in pairwise(edges)):
        rows = [_align(row, rows[0], edges) for row in rows]
    else:
        edges = [_SLIVER * j for j in range(last + 1)]
    return _close_up(_join(rows), edges)


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The `w:name` children of parent, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, name)


def slot_to_cell(slot: Slot, words: str) -> CellText:
    return CellText(words, slot.row, slot.col, slot.row_span, slot.col_span)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row in children(table, "tr") if not _is_deleted(row))


def _is_deleted(row: etree._Element) -> bool:
    """A row that an editor struck out: the file says so of it, or of every word in it."""
    if is_on(row.find(w("trPr")), "del"):
        return True
    return next(row.iter(w("delText")), None) is not None and not _says(row)


def _says(row: etree._Element) -> bool:
    """Whether any words of a row are left."""
    words = (text for text in row.iter(w("t")) if (text.text or "").strip())
    return any(next(text.iterancestors(w("moveFrom")), None) is None for text in words)


def _row_to_slots(row: etree._Element, i: int) -> list[Slot]:
    col = max(number(row.find(w("trPr")), "gridBefore") or 0, 0)
    slots: list[Slot] = []
    for element in children(row, "tc"):
        properties = element.find(w("tcPr"))
        # Word has 63 columns at most; a span of millions is an attack.
        span = min(max(number(properties, "gridSpan") or 1, 1), 1_000)
        merged = "up" if _continues(properties, "vMerge") else "begins" if value(properties, "vMerge") else ""
        merged = "left" if _continues(properties, "hMerge") and slots else merged
        slots.append(Slot(element, i, col, 1, span, merged))
        col += span
    return slots


def _continues(properties: etree._Element | None, name: str) -> bool:
    if properties is None or properties.find(w(name)) is None:
        return False
    return value(properties, name) != "restart"


def _align(row: list[Slot], heading: Sequence[Slot], edges: Sequence[int]) -> list[Slot]:
    """The row under the heading's columns: rows drawn at other times have the same cells at other edges.

    Only if it has as many cells, and each shares most of its width with the heading's in its place.
    """
    if len(row) != len(heading) or not row:
        return row
    for slot, above in zip(row, heading, strict=True):
        shared = min(edges[slot.end], edges[above.end]) - max(edges[slot.col], edges[above.col])
        if 2 * shared <= edges[slot.end] - edges[slot.col]:
            return row
    return [
        replace(slot, col=above.col, col_span=above.col_span)
        for slot, above in zip(row, heading, strict=True)
    ]


def _join(rows: Sequence[Sequence[Slot]]) -> list[Slot]:
    """The slots that begin a cell, reaching as far as those that go on with it."""
    joined: list[Slot] = []
    above: Mapping[int, int] = {}
    for row in rows:
        current: dict[int, int] = {}
        for slot in row:
            if slot.merged == "left":
                joined[-1] = replace(joined[-1], col_span=joined[-1].col_span + slot.col_span)
                continue
            upper = above.get(slot.col) if slot.merged == "up" else None
            if upper is not None and (joined[upper].merged == "begins" or not _has_words(slot)):
                joined[upper] = replace(joined[upper], row_span=slot.row - joined[upper].row + 1)
            else:
                joined.append(slot)
                upper = None
            current[slot.col] = len(joined) - 1 if upper is None else upper
        above = current
    return joined


def _has_words(slot: Slot) -> bool:
    """The rest of a cell that no cell above began, as converters leave it, is a cell if it says something."""
    return any((text.text or "").strip() for text in slot.element.iter(w("t")))


def _close_up(slots: Sequence[Slot], edges: Sequence[int]) -> list[Slot]:
    """The same cells in a grid that has a column only where a cell begins, edges a hair apart as one."""
    begun: list[int] = []
    for col in sorted({slot.col for slot in slots}):
        if not begun or edges[col] - edges[begun[-1]] >= _SLIVER:
            begun.append(col)

    def place(col: int) -> int:
        return sum(edges[col] - edges[begin] >= _SLIVER for begin in begun)

    return [
        replace(slot, col=place(slot.col), col_span=max(place(slot.end) - place(slot.col), 1))
        for slot in slots
    ]
