"""Every document that a real notice cites has a number, ends in a noun of documents, or is called one beside its title."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.language.documents import is_short_name, title_to_kind
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "tests" / "labels"
READ = {
    path.name.removesuffix(".json")
    for group in ("dev", "further")
    for path in (LABELS / group).glob("*.json")
}
SOURCES = (*(ROOT / "raw").glob("*.txt"), *(p for p in (LABELS / "sources").glob("*.txt") if p.name in READ))


def test_what_the_notices_beside_the_program_cite(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for path in SOURCES:
        (raw / path.name).write_bytes(path.read_bytes())
    run(raw, tmp_path / "out", None, lambda *_: None)
    rows = pq.read_table(tmp_path / "out" / "citations.parquet").to_pylist()
    cited = [row for row in rows if row["kind"] in ("policy", "law", "standard")]
    assert len(cited) > 30
    odd = [row["title"] for row in cited if not row["doc_number"] and title_to_kind(row["title"]) is None]
    assert odd == []
    assert [
        row["title"]
        for row in cited
        if row["title"] and not row["doc_number"] and is_short_name(row["title"])
    ] == []
