"""The notices of raw/ as markdown with headings and pipe tables: the same facts and tables as from text."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Mended, Passage, Table
from pipeline.outline import outline
from pipeline.outline.numbering import text_to_mark
from pipeline.read import read
from pipeline.tables import mend
from tests.read.test_docx_round_trip import NOTICES, facts


def paragraph(passage: Passage) -> str:
    """Titles and 一、 as headings, as programs write them that do not know GB/T 9704."""
    mark = text_to_mark(passage.text)
    heading = passage.role == "title" or (mark is not None and mark.style.name == "一、")
    return f"## {passage.text}" if heading else passage.text


def table_to_pipes(table: Table) -> str:
    """Spans are lost: a merged cell stands where it begins, the places it reaches are empty."""
    lines = []
    for i, row in enumerate(table.grid()):
        texts = [c.text if c and (c.row, c.col) == (i, j) else "" for j, c in enumerate(row)]
        lines.append(f"| {' | '.join(texts)} |")
        if i == 0:
            lines.append("|" + " --- |" * table.n_cols)
    return "\n".join(lines)


def markdown(mended: Mended) -> str:
    parts = [
        (passage.places[0], paragraph(passage))
        for passage in mended.outline.passages
        if passage.places and passage.role != "furniture"
    ]
    parts += [(table.span.start, table_to_pipes(table)) for table in mended.tables]
    return "\n\n".join(text for _, text in sorted(parts)) + "\n"


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_markdown_gives_the_facts_of_the_text(path: Path, tmp_path: Path) -> None:
    from_text = mend(outline(read(path, path.stem, {})))
    file = tmp_path / f"{path.stem}.md"
    file.write_text(markdown(from_text), "utf-8")
    from_markdown = mend(outline(read(file, path.stem, {})))
    want, got = facts(from_text), facts(from_markdown)
    assert want, "nothing to compare"
    assert [*(want - got), "|", *(got - want)] == ["|"]
    assert from_markdown.outline.title_block.title == from_text.outline.title_block.title
    assert len(from_markdown.tables) == len(from_text.tables)
