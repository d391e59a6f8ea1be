"""The notices of raw/ as Word files: the same facts and the very same tables as from text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from pipeline.extract import extract
from pipeline.model import Mended, Passage, Table
from pipeline.outline import outline
from pipeline.outline.numbering import text_to_mark
from pipeline.read import read
from pipeline.resolve import resolve
from pipeline.tables import mend
from tests.read.word_files import abstract, docx, level, listed, num, p, tbl, tc, tr

pytestmark = pytest.mark.usefixtures("here")

NOTICES = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))
# The two marks that Word counts by itself in nearly every notice written in it.
AUTOMATIC = {"一、": 0, "（一）": 1}
LEVELS = abstract(
    0, level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "chineseCountingThousand")
)


class Words:
    """A notice as a Word file; with `automatic`, Word writes the numbers of its points."""

    def __init__(self, mended: Mended, automatic: bool) -> None:
        self.automatic = automatic
        self.nums: list[str] = []
        inside = [
            (passage.places[0], self.paragraph(passage))
            for passage in mended.outline.passages
            if passage.places and passage.role != "furniture"
        ]
        inside += [(table.span.start, table_to_xml(table)) for table in mended.tables]
        self.body = "".join(xml for _, xml in sorted(inside))

    def paragraph(self, passage: Passage) -> str:
        mark = text_to_mark(passage.text)
        if not self.automatic or mark is None or mark.style.name not in AUTOMATIC or "(" in mark.printed:
            return p(escape(passage.text))
        depth = AUTOMATIC[mark.style.name]
        begin = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{mark.value}"/></w:lvlOverride>'
        self.nums.append(num(len(self.nums) + 1, 0, begin))
        return listed(escape(passage.text[len(mark.printed) :]), depth, len(self.nums))

    def file(self) -> bytes:
        return docx(self.body, numbering=LEVELS + "".join(self.nums))


def table_to_xml(table: Table) -> str:
    rows = []
    for i, row in enumerate(table.grid()):
        cells, j = [], 0
        while j < table.n_cols:
            cell = row[j]
            if cell is None:
                cells.append(tc())
                j += 1
                continue
            merge = "" if cell.row_span == 1 else "restart" if cell.row == i else "continue"
            cells.append(tc(escape(cell.text) if cell.row == i else "", cell.col_span, merge))
            j = cell.col + cell.col_span
        rows.append(tr(*cells))
    return tbl(*rows)


def facts(mended: Mended) -> Counter[str]:
    """Every fact with all its columns but the one that is a place in the text."""
    told: Counter[str] = Counter()
    for fact in resolve(extract(mended)).facts:
        values = sorted((k, str(v)) for k, v in fact.values.items())
        told[f"{fact.table} {fact.clause_id} {fact.row} {values}"] += 1
    return told


def cells(mended: Mended) -> list[list[tuple[object, ...]]]:
    return [
        [(c.row, c.col, c.row_span, c.col_span, c.role, c.text) for c in table.cells]
        for table in mended.tables
    ]


@pytest.mark.parametrize("automatic", [False, True], ids=["numbers written", "numbers by Word"])
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_word_file_gives_the_facts_of_the_text(path: Path, automatic: bool, tmp_path: Path) -> None:
    from_text = mend(outline(read(path, path.stem, {})))
    words = Words(from_text, automatic)
    file = tmp_path / f"{path.stem}.docx"
    file.write_bytes(words.file())
    from_word = mend(outline(read(file, path.stem, {})))
    assert facts(from_text), "nothing to compare"
    assert bool(words.nums) == automatic
    assert facts(from_word) == facts(from_text)
    assert cells(from_word) == cells(from_text)
    block = from_text.outline.title_block
    assert (from_word.outline.title_block.title, from_word.outline.title_block.doc_number) == (
        block.title,
        block.doc_number,
    )
