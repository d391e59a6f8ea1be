"""A Word table → cells with the rows and columns they reach over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.read.docx.package import is_on, number, value, w
from pipeline.read.parts import CellText

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
# Rows drawn at other times have edges some hairs apart, and each pair makes a column of its own. Real columns
# that hold words are wider than a letter of the smallest print (7 points); measured in converted DOC files:
# slivers up to 3 points, the narrowest true column 15.
_SLIVER = 5 * 20  # twentieths of a point


@dataclass(frozen=True, slots=True)
class Slot:
    """A `w:tc` and where it lies; `words` are filled in by who knows how to read it."""

    element: etree._Element
    row: int
    col: int
    row_span: int
    col_span: int


def table_to_slots(table: etree._Element) -> list[Slot]:
    """The cells of a table row by row, vertical merges joined, columns where no cell begins closed up."""
    slots: list[Slot] = []
    open_above: dict[int, int] = {}
    for i, row in enumerate(_rows(table)):
        col = number(row.find(w("trPr")), "gridBefore") or 0
        below: dict[int, int] = {}
        for element in children(row, "tc"):
            properties = element.find(w("tcPr"))
            span = max(number(properties, "gridSpan") or 1, 1)
            merge = _merge(properties, "vMerge")
            upper = open_above.get(col) if merge == "continue" else None
            if _merge(properties, "hMerge") == "continue" and slots and slots[-1].row == i:
                slots[-1] = replace(slots[-1], col_span=slots[-1].col_span + span)
            elif upper is not None:
                slots[upper] = replace(slots[upper], row_span=i - slots[upper].row + 1)
                below[col] = upper
            else:
                slots.append(Slot(element, i, col, 1, span))
                if merge is not None:
                    below[col] = len(slots) - 1
            col += span
        open_above = below
    return _close_up(slots, _narrow(table))


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The `w:name` children of parent, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, name)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row in children(table, "tr") if not is_on(row.find(w("trPr")), "del"))


def _merge(properties: etree._Element | None, name: str) -> str | None:
    """`restart` or `continue` (what a bare element means), None if the cell is not merged that way."""
    if properties is None or properties.find(w(name)) is None:
        return None
    return value(properties, name) or "continue"


def _narrow(table: etree._Element) -> frozenset[int]:
    """The columns of the table's grid that are too narrow for a letter."""
    widths = [column.get(w("w"), "") for column in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    return frozenset(j for j, width in enumerate(widths) if width.isdecimal() and int(width) < _SLIVER)


def _close_up(slots: list[Slot], narrow: frozenset[int]) -> list[Slot]:
    """The same cells in a grid that has a column only where some cell begins.

    An edge right of a sliver is the edge left of it.
    """
    if not slots:
        return []
    last = max(slot.col + slot.col_span for slot in slots)
    edge = {j: j for j in range(last + 1)}
    for j in range(1, last):
        if j - 1 in narrow and j - 1 > 0:
            edge[j] = edge[j - 1]
    begun = sorted({edge[slot.col] for slot in slots})
    place = {j: k for k, j in enumerate(begun)}
    place[last] = len(begun)

    def at(col: int) -> int:
        return place[last] if col >= last else sum(b < edge[col] for b in begun)

    return [
        replace(slot, col=at(slot.col), col_span=max(at(slot.col + slot.col_span) - at(slot.col), 1))
        for slot in slots
    ]


def slot_to_cell(slot: Slot, words: str) -> CellText:
    return CellText(words, slot.row, slot.col, slot.row_span, slot.col_span)
