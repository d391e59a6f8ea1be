"""Facts of labelled notices that lie beside the checkout: floors for targets, indicators, deadlines and funding."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.read.office import find_program
from pipeline.review.score import INDICATORS, label_files, score

pytestmark = pytest.mark.usefixtures("here")

LABELS = Path(__file__).parents[1] / "labels"
# Formats that are read without other programs, and those that LibreOffice reads.
READ_HERE = (".txt", ".md", ".html", ".docx", ".pdf")
OFFICE = (".doc",)
NEEDS_OFFICE = {"dev2"}
FLOORS = {
    "dev": {
        "targets (value, unit)": 0.98,
        "targets (+comparator, deadline)": 0.98,
        INDICATORS: 0.91,
        "deadlines": 0.98,
        "funding (amount, unit, comparator)": 0.99,
    },
    # One reader's labels; many of them of rules and measures, where readers agree less on what is a norm.
    "further": {
        "metadata": 0.97,
        "unit mentions (name, role)": 0.98,
        "assignments (whole group)": 0.96,
        "targets (value, unit)": 0.9,
        "targets (+comparator, deadline)": 0.89,
        INDICATORS: 0.8,
        "deadlines": 0.965,
        # A tenth of them are grants by ratio.
        "funding (amount, unit, comparator)": 0.975,
        "citations (title, number)": 0.95,
    },
    # Other kinds of notices: a school's plan by years, an order, an outline.
    "dev2": {
        "metadata": 0.77,
        "unit mentions (name, role)": 0.72,
        "assignments (whole group)": 0.79,
        "targets (value, unit)": 0.86,
        "targets (+comparator, deadline)": 0.86,
        INDICATORS: 0.72,
        "deadlines": 0.9,
        "funding (amount, unit, comparator)": 0.96,
        "citations (title, number)": 0.77,
    },
}
Figures = dict[str, dict[str, float]]


def figures_of(group: str, corpus: Path, folder: Path) -> Figures:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir()
    labels = []
    for path in label_files([LABELS / group]):
        file = json.loads(path.read_text("utf-8"))["file"]
        if file.endswith(READ_HERE + OFFICE if group in NEEDS_OFFICE else READ_HERE):
            cut = LABELS / "sources" / file
            shutil.copy(cut if cut.exists() else corpus / file, raw)
            labels.append(path)
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == 0
    scores = score(out, labels)
    assert not scores.missing
    figures = scores.as_json()
    fields: Figures = figures["fields"]
    return {**fields, INDICATORS: {"f1": figures["indicators"]["share"]}}


@pytest.fixture(scope="module")
def figures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Figures]:
    corpus = shared / "corpus"
    if not corpus.is_dir():
        pytest.skip("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    made: dict[str, Figures] = {}

    def of(group: str) -> Figures:
        if group in NEEDS_OFFICE and find_program() is None:
            pytest.skip("LibreOffice is not installed")
        if group not in made:
            made[group] = figures_of(group, corpus, tmp_path_factory.mktemp(group))
        return made[group]

    return of


@pytest.mark.parametrize(
    ("group", "measure"), [(group, measure) for group, floors in FLOORS.items() for measure in floors]
)
def test_facts_of_labelled_notices(figures: Callable[[str], Figures], group: str, measure: str) -> None:
    assert figures(group)[measure]["f1"] >= FLOORS[group][measure]
