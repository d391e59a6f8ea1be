"""Facts of labelled notices that lie beside the checkout: floors for targets, deadlines and funding."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.review.score import label_files, score

LABELS = Path(__file__).parents[1] / "labels" / "dev"
# Formats that are read without other programs; the labels of the rest are of tables.
READ_HERE = (".txt", ".md", ".html", ".docx")
FLOORS = {
    "targets (value, unit)": 0.93,
    "targets (+comparator, deadline)": 0.85,
    "deadlines": 0.88,
    "funding (amount, unit, comparator)": 0.95,
}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    corpus = shared / "corpus"
    if not corpus.is_dir():
        pytest.skip("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("run") / "out"
    labels = []
    for path in label_files([LABELS]):
        file = json.loads(path.read_text("utf-8"))["file"]
        if file.endswith(READ_HERE):
            shutil.copy(corpus / file, raw)
            labels.append(path)
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == 0
    scores = score(out, labels)
    assert not scores.missing
    return scores.as_json()["fields"]


@pytest.mark.parametrize("measure", FLOORS)
def test_facts_of_labelled_notices(figures: dict[str, dict[str, float]], measure: str) -> None:
    assert figures[measure]["f1"] >= FLOORS[measure]
