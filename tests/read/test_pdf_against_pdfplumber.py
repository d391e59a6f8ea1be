"""The same glyphs, words and cells as plain pdfplumber finds, on real files and on drawn ones.

pdfplumber reads everything struck twice twice; its `dedupe_chars` mends that and is used for it here. Blanks
of less than 3 points are lost by pdfium, so words are compared by their letters in order.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from pdf_fixtures import Drawn, drawn_to_pdf

from pipeline.language.folding import FOLDS
from pipeline.read.pdf.fonts import stand_in_for_missing
from pipeline.read.pdf.frame import page_to_frame
from pipeline.read.pdf.glyphs import Glyph, page_to_glyphs
from pipeline.read.pdf.lattice import sides_to_tables
from pipeline.read.pdf.lines import glyphs_to_lines, glyphs_to_words
from pipeline.read.pdf.tables import Ruled, boxes_to_ruled, share_out

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
NATIVE = sorted(
    path for path in CORPUS.glob("*.pdf") if "garbled" not in path.name and "scan" not in path.name
)
MOST_PAGES = 8
# Pages on which both find the same letters and order them otherwise. In the first two files the digits of
# 〔2020〕2号 and the page numbers sit a little higher than the rest of their line, and pdfplumber, which goes by the
# tops of the boxes, puts them before or after it. In the third a chart has words in boxes side by side whose base
# lines are 3.15 points apart: to pdfplumber two lines (more than 3 points), to us one (less than 0.4 letters).
MISORDERED = {
    "pdf_text_东莞_东公积金委2020-2": {1, 3, 4, 5},
    "pdf_text_东莞_东公积金委2023-2": {1, 2, 4, 5, 6, 7, 8},
    "pdf_gandli_fwzn": {8},
}

Rows = list[list[str | None]]


def squeezed(words: str | None) -> str:
    return "".join((words or "").split()).translate(FOLDS)


def ours(content: bytes) -> Iterator[tuple[list[Glyph], list[Ruled]]]:
    stand_in_for_missing()
    document = pypdfium2.PdfDocument(content)
    for index in range(min(len(document), MOST_PAGES)):
        page = document[index]
        frame = page_to_frame(page.raw)
        glyphs, _, strokes = page_to_glyphs(page.raw, frame, 10**6)
        yield (
            glyphs,
            [
                boxes_to_ruled(boxes)
                for boxes in sides_to_tables(strokes.lines + strokes.areas + strokes.idle)
            ],
        )
        page.close()
    document.close()


def rows_of(table: Ruled, glyphs: list[Glyph]) -> Rows:
    inside, _ = share_out(glyphs, [table])
    rows: Rows = [[None] * table.n_cols for _ in range(table.n_rows)]
    for cell, within in zip(table.cells, inside[0], strict=True):
        rows[cell.row][cell.col] = squeezed("".join(line.text for line in glyphs_to_lines(within)))
    return rows


def has_overlaps(table: Ruled) -> bool:
    """Whether cells lie over one another: pdfplumber then gives a glyph to each of them, we to one."""
    areas = [(x1 - x0) * (bottom - top) for x0, top, x1, bottom in (cell.box for cell in table.cells)]
    x0, top, x1, bottom = table.box
    return sum(areas) > (x1 - x0) * (bottom - top) + 1


def assert_same(content: bytes, misordered: Collection[int] = ()) -> None:
    """`misordered`: numbers of the pages whose words stand in another order."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page, (glyphs, tables) in zip(document.pages[:MOST_PAGES], ours(content), strict=True):
            once = page.dedupe_chars(extra_attrs=())
            printed = squeezed("".join(char["text"] for char in once.chars))
            assert Counter(squeezed("".join(glyph.char for glyph in glyphs))) == Counter(printed)
            words = squeezed("".join(glyphs_to_words(glyphs)))
            expected = squeezed("".join(word["text"] for word in once.extract_words()))
            assert Counter(words) == Counter(expected)
            assert (words != expected) == (page.page_number in misordered)
            theirs = once.extract_tables()
            assert [(table.n_rows, table.n_cols) for table in tables] == [(len(t), len(t[0])) for t in theirs]
            for table, rows in zip(tables, theirs, strict=True):
                if not has_overlaps(table):
                    expected_rows = [[None if c is None else squeezed(c) for c in row] for row in rows]
                    assert rows_of(table, glyphs) == expected_rows


@pytest.mark.skipif(not NATIVE, reason="../shared/corpus is not there")
@pytest.mark.parametrize("path", NATIVE, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    assert_same(path.read_bytes(), MISORDERED.get(path.stem, ()))


def test_a_drawn_table() -> None:
    page = Drawn().text("关于印发养老服务体系建设方案的通知", 90, 60, 22)
    page.grid(
        [90, 150, 250, 350, 450],
        [120, 160, 190, 220, 260],
        [
            ["序号", "指标", "2025年\n目标", None],
            ["1", "床位", "3000", "5000"],
            ["2", "机构", None, "60"],
            ["合计", None, None, "5060"],
        ],
    )
    assert_same(drawn_to_pdf([page]))


def test_tables_side_by_side_one_in_another_and_none() -> None:
    page = Drawn().grid([60, 120, 180], [100, 130, 160], [["甲", "乙"], ["丙", "丁"]])
    page.grid([300, 360, 420], [110, 140, 170], [["一", "二"], ["三", "四"]])
    outer = Drawn().grid([60, 500, 520], [100, 400, 420], [["", "外"], ["", "边"]])
    outer.grid([100, 200, 300], [150, 200, 250], [["甲", "乙"], ["丙", "丁"]])
    assert_same(drawn_to_pdf([page, Drawn().text("没有表格", 90, 90)]))
    assert [(t.n_rows, t.n_cols) for _, tables in ours(drawn_to_pdf([outer])) for t in tables] == [
        (2, 2),
        (2, 2),
    ]
