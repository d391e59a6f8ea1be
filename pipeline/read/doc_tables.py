"""Tables of a DOC file that a conversion ran together to one paragraph: parted again by the marks that Word stored.

类别序号工作任务组织实施1制定计划  →  | 类别 | 序号 | 工作任务 |
                              | 组织实施 | 1 | 制定计划 |
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.messages import say
from pipeline.model import Repair
from pipeline.read.doc_text import CELL_END, DocText, letters
from pipeline.read.docx.package import open_package, w
from pipeline.read.limits import Limits

_MAIN = "word/document.xml"
_FEWEST = 2  # rows, and columns
_FEWEST_CELLS = 6


def with_lost_tables(converted: bytes, stored: DocText, limits: Limits) -> tuple[bytes, tuple[Repair, ...]]:
    """The converted file with each paragraph that says what the cells of a stored table say made that table."""
    tables = {letters("".join(cells)): cells for cells in _tables(stored.marked)}
    if not tables:
        return converted, ()
    main = open_package(converted, limits).main
    repairs: list[Repair] = []
    for paragraph in list(main.iter(w("p"))):
        words = "".join(text.text or "" for text in paragraph.iter(w("t")))
        cells = tables.get(letters(words)) if words else None
        above = paragraph.getparent()
        if cells and above is not None and above.tag == w("body"):
            rows = _rows(cells) or [[cell] for cell in cells if cell]
            for made in [_table(rows)] if len(rows[0]) > 1 else [_paragraph(row[0]) for row in rows]:
                paragraph.addprevious(made)
            above.remove(paragraph)
            after = " ⏎ ".join(" | ".join(row) for row in rows)
            repairs.append(Repair("lost_separators", words, after, say("cells_as_stored"), "probable"))
    return (_packed(converted, main), tuple(repairs)) if repairs else (converted, ())


def _tables(marked: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The cells of each run of them, from (words, the mark behind them); paragraphs of a cell are parted by a line's end.

    An empty mark ends a row: what follows, if it is no cell, stands behind the table.
    """
    cells: list[str] = []
    lines: list[str] = []
    for words, end in (*marked, ("", "")):
        lines.append(words)
        if end == CELL_END:
            cells.append("\n".join(lines))
            lines = []
        elif not cells or not cells[-1] or not end:
            if len(cells) >= _FEWEST_CELLS:
                yield tuple(cells)
            cells, lines = [], []


def _rows(cells: Sequence[str]) -> list[Sequence[str]]:
    """The cells in rows of one length, each with the empty mark that ends a row; [] where cells over several columns make
    the rows unlike: then each cell is a line, as where text extraction flattens a table."""
    for size in range(_FEWEST + 1, len(cells) // _FEWEST + 1):
        if len(cells) % size == 0 and not any(cells[size - 1 :: size]):
            return [cells[at : at + size - 1] for at in range(0, len(cells), size)]
    return []


def _table(rows: Sequence[Sequence[str]]) -> etree._Element:
    table = etree.Element(w("tbl"))
    for row in rows:
        line = etree.SubElement(table, w("tr"))
        for words in row:
            etree.SubElement(line, w("tc")).extend(map(_paragraph, words.split("\n")))
    return table


def _paragraph(words: str) -> etree._Element:
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = words
    return paragraph


def _packed(converted: bytes, main: etree._Element) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(converted)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(main) if name == _MAIN else old.read(name))
    return target.getvalue()
