"""Tables of a DOC file that a conversion lost: their words, loose or run together, are a table again by the marks that Word stored.

类别序号工作任务组织实施1制定计划  →  | 类别 | 序号 | 工作任务 |
                              | 组织实施 | 1 | 制定计划 |

Where the file does not say which cells make a row, or how far they reach, the table is not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lxml import etree

from pipeline.messages import say
from pipeline.model import Grid, Repair
from pipeline.read.doc_cells import StoredCell, StoredTable, stored_tables
from pipeline.read.doc_text import DocText, letters
from pipeline.read.docx import read_docx
from pipeline.read.docx.package import open_package, w
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts

_MAIN = "word/document.xml"
# So many lines of lost cells one below the other are what a conversion left of a table.
_FEWEST_LOOSE = 3

# Paragraphs of the notice that follow one another, each with its letters.
_Run = list[tuple[etree._Element, str]]


def read_with_tables(converted: bytes, stored: DocText, limits: Limits) -> tuple[bytes, Parts]:
    """The converted file with the words of lost tables made tables, and what it says."""
    main = open_package(converted, limits).main
    kept = "".join(_letters(table) for table in main.iter(w("tbl")))
    lost = [table for table in stored_tables(stored) if table.letters not in kept]
    made = [pair for table in lost for pair in _put_back(main, table)]
    if not made:
        return converted, read_docx(converted, "", limits)
    converted = _packed(converted, main)
    parts = read_docx(converted, "", limits)
    unread = {table.letters for table, _ in made if not table.is_told}

    def as_told(grid: Grid) -> Grid:
        words = parts.text[grid.span.start : grid.span.end]
        return replace(grid, is_unread=letters(words) in unread)

    repairs = (*parts.repairs, *(repair for _, repair in made))
    return converted, replace(parts, grids=tuple(map(as_told, parts.grids)), repairs=repairs)


def struck_paragraphs(converted: bytes, limits: Limits) -> list[str]:
    """The letters of each paragraph in which an editor struck something out, with that."""
    paragraphs = open_package(converted, limits).main.iter(w("p"))
    return [_letters(p) for p in paragraphs if next(p.iter(w("delText")), None) is not None]


def _put_back(main: etree._Element, table: StoredTable) -> Iterator[tuple[StoredTable, Repair]]:
    """The table in the place of the paragraphs that say what it says; else what is left of its cells, which is not read."""
    for run in _runs(main):
        if (found := _whole(run, table.letters)) is not None:
            struck = [cut for paragraph, _ in run[found] for cut in _struck(paragraph)]
            left = table.without(struck)
            yield left, _replaced(run[found], left)
            return
    lines = {letters(line) for row in table.rows for cell in row for line in cell.words.split("\n")}
    for run in list(_runs(main)):
        for loose in _loose(run, lines):
            left = StoredTable([[StoredCell(_words(paragraph)) for paragraph, _ in loose]], is_told=False)
            yield left, _replaced(loose, left)


def _runs(main: etree._Element) -> Iterator[_Run]:
    body = main.find(w("body"))
    run: _Run = []
    for block in [] if body is None else list(body):
        if block.tag == w("p"):
            run.append((block, _letters(block)))
        elif block.tag == w("tbl"):
            yield run
            run = []
    yield run


def _letters(block: etree._Element) -> str:
    return letters(_words(block))


def _words(block: etree._Element) -> str:
    """What a block says, with what an editor struck out: Word stores both."""
    return "".join(text.text or "" for text in block.iter(w("t"), w("delText")))


def _struck(block: etree._Element) -> Iterator[bool]:
    """Of each letter of a block whether an editor struck it out, or moved it to another place."""
    for text in block.iter(w("t"), w("delText")):
        cut = text.tag == w("delText") or any(above.tag == w("moveFrom") for above in text.iterancestors())
        yield from (cut for _ in letters(text.text or ""))


def _whole(run: _Run, wanted: str) -> slice | None:
    """The paragraphs that together say just that."""
    for start, (_, first) in enumerate(run):
        if not first or not wanted.startswith(first):
            continue
        said = ""
        for end in range(start, len(run)):
            said += run[end][1]
            if said == wanted:
                return slice(start, end + 1)
            if not wanted.startswith(said):
                break
    return None


def _loose(run: _Run, lines: set[str]) -> Iterator[_Run]:
    """Paragraphs one below the other that are lines of cells."""
    shown = [pair for pair in run if pair[1]]
    for is_loose, group in groupby(shown, key=lambda pair: pair[1] in lines):
        found = list(group)
        if is_loose and len(found) >= _FEWEST_LOOSE:
            yield found


def _replaced(run: _Run, table: StoredTable) -> Repair:
    before = " ⏎ ".join(_words(paragraph) for paragraph, said in run if said)
    after = " ⏎ ".join(" | ".join(cell.words for cell in row) for row in table.rows)
    run[0][0].addprevious(_table(table))
    for paragraph, _ in run:
        above = paragraph.getparent()
        if above is not None:
            above.remove(paragraph)
    return Repair("lost_separators", before, after, say("cells_as_stored"), "probable")


def _table(table: StoredTable) -> etree._Element:
    made = etree.Element(w("tbl"))
    for row in table.rows:
        line = etree.SubElement(made, w("tr"))
        for stored in row:
            cell = etree.SubElement(line, w("tc"))
            how = etree.SubElement(cell, w("tcPr"))
            etree.SubElement(how, w("gridSpan")).set(w("val"), str(stored.span))
            if stored.merge:
                etree.SubElement(how, w("vMerge")).set(w("val"), stored.merge)
            cell.extend(map(_paragraph, stored.words.split("\n")))
    return made


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
