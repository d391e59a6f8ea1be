"""The body of a Word file → its paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.messages import say
from pipeline.model import Issue
from pipeline.read.docx.grids import Slot, children, slot_to_cell, table_to_slots
from pipeline.read.docx.lists import package_to_numbering
from pipeline.read.docx.numbering import Numbering
from pipeline.read.docx.package import Package, is_on, value, w
from pipeline.read.docx.runs import _MC, Aside, chosen, endless_fields, paragraph_to_text
from pipeline.read.parts import CellText

_OPEN = frozenset(w(name) for name in ("sdtContent", "customXml", "ins", "moveTo"))
_DELETED = frozenset((w("del"), w("moveFrom")))
# Two columns and one row, or one column, are how red heads, frames and 抄送 lines are set, not a table.
_FEWEST_ROWS = _FEWEST_COLS = 2
_FEWEST_COLS_OF_A_ROW = 3

Block = str | tuple[CellText, ...]


@dataclass(slots=True)
class Body:
    """A reading of one file: what it knows of its lists and notes, and what it set aside."""

    package: Package
    numbering: Numbering
    aside: Aside = field(default_factory=Aside)
    carried: str = ""

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs (one line of words each) and tables (their cells) under `parent`."""
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child)
                yield from self._attached(with_notes=not _is_in_cell(child))
            elif child.tag == w("tbl"):
                yield from self._table(child)
                yield from self._attached()
            elif child.tag == w("sdt"):
                yield from self._control(child)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self.blocks(chosen(child))
            elif child.tag in _OPEN:
                yield from self.blocks(child)
            elif child.tag in _DELETED:
                self.aside.put(_all_words(child), say("aside_deleted"))
            elif child.tag in (w("altChunk"), w("subDoc")):
                self.aside.issues.append(Issue("embedded_file", say("embedded_file")))

    def _control(self, control: etree._Element) -> Iterator[Block]:
        gallery = value(control.find(w("sdtPr")), "docPartObj/docPartGallery")
        content = control.find(w("sdtContent"))
        if gallery == "Table of Contents" and content is not None:
            self.aside.put(_all_words(content), say("aside_contents"))
        elif content is not None:
            yield from self.blocks(content)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        """The lines of a paragraph, with the number that Word prints before it."""
        words = paragraph_to_text(paragraph, self.aside)
        if _runs_into_next(paragraph):
            self.carried += words
            return
        words, self.carried = self.carried + words, ""
        if words.strip():
            label = self.numbering.next_label(paragraph)
            words = label + words.lstrip() if label else words
        elif not words:
            label = self.numbering.next_label(paragraph)
            words = label if _is_in_cell(paragraph) else ""
        yield from (line for line in words.split("\n") if line.strip())

    def _table(self, table: etree._Element) -> Iterator[Block]:
        slots = table_to_slots(table)
        if not slots:
            return
        rows, cols = max(s.row + s.row_span for s in slots), max(s.col + s.col_span for s in slots)
        if cols < _FEWEST_COLS or (rows < _FEWEST_ROWS and cols < _FEWEST_COLS_OF_A_ROW):
            for slot in slots:
                yield from self.blocks(slot.element)
            return
        nested: list[Block] = []
        yield tuple(slot_to_cell(slot, self._cell(slot, nested)) for slot in slots)
        yield from nested

    def _cell(self, slot: Slot, nested: list[Block]) -> str:
        """The words of a cell; a table inside it comes after the table, and so do the notes it refers to."""
        lines: list[str] = []
        for block in self.blocks(slot.element):
            if isinstance(block, str):
                lines.append(block)
            else:
                nested.append(block)
        return "\n".join(lines)

    def _attached(self, with_notes: bool = True) -> Iterator[Block]:
        """The text boxes and notes that hang on what was read last; those of a cell stand below its table."""
        while self.aside.boxes:
            yield from self.blocks(self.aside.boxes.pop(0))
        while self.aside.notes and with_notes:
            kind, key = self.aside.notes.pop(0)
            for root in self.package.parts(kind):
                for note in children(root, kind.rstrip("s")):
                    if note.get(w("id")) == key:
                        yield from self.blocks(note)


def open_body(package: Package) -> Body:
    return Body(package, package_to_numbering(package), Aside(endless=endless_fields(package.main)))


def _runs_into_next(paragraph: etree._Element) -> bool:
    """Whether the end of the paragraph was deleted (tracked): its words go on in the next one."""
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return is_on(properties, "del") or is_on(properties, "moveFrom")


def _is_in_cell(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == w("tc")


def _all_words(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t"), w("delText")))
