"""Facts of labelled notices that lie beside the checkout: floors for targets, deadlines and funding."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.review.score import label_files, score

LABELS = Path(__file__).parents[1] / "labels"
# Formats that are read without other programs; the labels of the rest are of tables.
READ_HERE = (".txt", ".md", ".html", ".docx")
FLOORS = {
    "dev": {
        "targets (value, unit)": 0.93,
        "targets (+comparator, deadline)": 0.85,
        "deadlines": 0.88,
        "funding (amount, unit, comparator)": 0.95,
    },
    # One reader's labels; many of them of rules and measures, where readers agree less on what is a norm.
    "further": {
        "metadata": 0.97,
        "unit mentions (name, role)": 0.98,
        "assignments (whole group)": 0.96,
        "targets (value, unit)": 0.90,
        "targets (+comparator, deadline)": 0.82,
        "deadlines": 0.88,
        "funding (amount, unit, comparator)": 0.92,
        "citations (title, number)": 0.95,
    },
}
Figures = dict[str, dict[str, float]]


def figures_of(group: str, corpus: Path, folder: Path) -> Figures:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir()
    labels = []
    for path in label_files([LABELS / group]):
        file = json.loads(path.read_text("utf-8"))["file"]
        if file.endswith(READ_HERE):
            cut = LABELS / "sources" / file
            shutil.copy(cut if cut.exists() else corpus / file, raw)
            labels.append(path)
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == 0
    scores = score(out, labels)
    assert not scores.missing
    fields: Figures = scores.as_json()["fields"]
    return fields


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Figures]:
    corpus = shared / "corpus"
    if not corpus.is_dir():
        pytest.skip("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    made: dict[str, Figures] = {}

    def of(group: str) -> Figures:
        if group not in made:
            made[group] = figures_of(group, corpus, tmp_path_factory.mktemp(group))
        return made[group]

    return of


@pytest.mark.parametrize(
    ("group", "measure"), [(group, measure) for group, floors in FLOORS.items() for measure in floors]
)
def test_facts_of_labelled_notices(figures: Callable[[str], Figures], group: str, measure: str) -> None:
    assert figures(group)[measure]["f1"] >= FLOORS[group][measure]
