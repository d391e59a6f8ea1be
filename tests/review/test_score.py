"""score: the same figures as the measures the labels came with, to the digit; and they can be low."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.review.measures import MEASURES
from pipeline.review.score import label_files, ratio, score
from pipeline.review.values import figure, first_day, last_day, squeeze

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "tests" / "labels"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("score") / "out"
    assert main(["extract", str(ROOT / "raw"), "--out", str(folder), "--quiet"]) == 0
    return folder


def changed(labels: Path) -> Path:
    """The labels with every seventh fact spoilt, so that figures are neither 0 nor 1."""
    for path in LABELS.glob("*.json"):
        label: dict[str, Any] = json.loads(path.read_text("utf-8"))
        for key in ("targets", "deadlines", "funding", "citations", "responsibilities"):
            label[key] = [fact for i, fact in enumerate(label[key]) if i % 7 != 3]
        for fact in label["targets"][::5]:
            fact["value"], fact["deadline"] = fact["value"] + 1, "2031-06"
        for table in label["tables"]:
            table["rows"][0] = [f"{cell}!" for cell in table["rows"][0]]
        (labels / path.name).write_text(json.dumps(label, ensure_ascii=False), "utf-8")
    (labels / "zz.json").write_text(json.dumps({**label, "file": "unknown.txt", "not_labelled": ["funding"]}))
    return labels


@pytest.mark.parametrize("spoilt", [False, True], ids=["labels", "spoilt labels"])
def test_figures_are_those_of_the_shared_measures(
    out: Path, shared: Path, tmp_path: Path, spoilt: bool
) -> None:
    labels = changed(tmp_path) if spoilt else LABELS
    command = [sys.executable, str(shared / "score" / "score.py"), str(out), str(labels), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert score(out, label_files([labels])).as_json() == theirs
    assert not spoilt or any(0 < f["f1"] < 1 for f in theirs["fields"].values())


def test_spoilt_labels_lower_every_measure(out: Path, tmp_path: Path) -> None:
    figures = score(out, label_files([changed(tmp_path)])).as_json()["fields"]
    for name in (*(measure.name for measure in MEASURES), "table facts"):
        assert figures[name]["f1"] < 1, name


def test_misses_are_listed_with_their_side(out: Path, tmp_path: Path) -> None:
    misses = score(out, label_files([changed(tmp_path)]), misses=1).misses
    assert {line[0] for line in misses} == {"-", "+"}
    assert score(out, label_files([LABELS]), misses=0).misses == []


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-06-30", "2022-06-30", "2022-06-30"),
        (None, None, None),
        ("P1Y", "P1Y", "P1Y"),
    ],
)
def test_days(value: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


def test_figures_and_text_are_compared_without_their_dress() -> None:
    assert figure(1.2000000001) == figure("1.2") == 1.2
    assert figure("—") == "—"
    assert figure("") is None
    assert squeeze("（ 一 ），70％") == "(一),70%"


@pytest.mark.parametrize(
    ("counts", "figures"),
    [
        ((0, 0, 0), (1.0, 1.0, 1.0)),
        ((0, 3, 0), (0.0, 1.0, 0.0)),
        ((0, 0, 3), (0.0, 0.0, 0.0)),
        ((2, 4, 2), (0.5, 1.0, 0.6667)),
    ],
)
def test_ratio(counts: tuple[int, int, int], figures: tuple[float, float, float]) -> None:
    found = ratio(counts)
    assert (found["p"], found["r"], found["f1"]) == figures


def test_no_tables_and_no_labels_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make extract"):
        score(tmp_path, label_files([LABELS]))
    with pytest.raises(FileNotFoundError, match="no label file"):
        label_files([tmp_path])
