"""The title blocks of real notices, as their pages print them: `corpus_titles.tsv`, where the corpus is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.outline import outline
from pipeline.read import read

pytestmark = pytest.mark.usefixtures("here")

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
LINES = (HERE / "corpus_titles.tsv").read_text("utf-8").splitlines()
HEADINGS, *ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
NOT_COMPARED = "—"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus lies beside the checkout only")
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_title_block_is_read_as_it_is_printed(row: list[str]) -> None:
    file, *printed = row
    try:
        block = outline(read(CORPUS / file, "n", {})).title_block
    except Unreadable as reason:
        pytest.skip(str(reason))
    said = (block.title, block.doc_number, block.written_date, block.document_type, block.status)
    names = ("；".join(named.name for named in many) for many in (block.issuers, block.recipients))
    read_as = [value or "" for value in (*said, *names)]
    pairs = zip(HEADINGS[1:], printed, read_as, strict=True)
    assert [pair for pair in pairs if pair[1] not in (pair[2], NOT_COMPARED)] == []
