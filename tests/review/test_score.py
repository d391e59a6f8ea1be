"""score: the same figures as the measures the labels came with, to the digit; and they can be low."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.review.allowances import settled
from pipeline.review.indicator_names import is_alike, unlike
from pipeline.review.measures import DATED_TARGETS, MEASURES, Rows
from pipeline.review.score import label_files, ratio, score
from pipeline.review.values import figure, first_day, last_day, squeeze

pytestmark = pytest.mark.usefixtures("here")

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
        for fact in label["targets"][1::5]:
            fact["indicator"] = "无人读到的名称"
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
    assert {line[0] for line in misses} == {"-", "+", "~"}
    assert any("养老" in line.partition(": ")[2] for line in misses if line[0] == "-")  # its own words
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


def only(**tables: list[dict[str, Any]]) -> Rows:
    return lambda table: tables.get(table, [])


def found(**columns: Any) -> dict[str, Any]:
    return {"kind": "target", "value": 5.0, "unit": "座", "comparator": "=", "indicator": "桥", **columns}


def labelled(deadline: str | None) -> dict[str, Any]:
    return {"value": 5, "unit": "座", "comparator": "=", "indicator": "危桥", "deadline": deadline}


@pytest.mark.parametrize(
    ("source", "said", "right"),
    [("title", None, 1), ("heading", None, 1), ("sentence", None, 0), ("title", "2027", 0), (None, None, 0)],
)
def test_a_day_from_above_is_no_error_where_the_label_has_none(
    source: str | None, said: str | None, right: int
) -> None:
    (measure,) = (m for m in MEASURES if m.name == DATED_TARGETS)
    rows = only(targets=[found(deadline_date="2026-12-31", deadline_from=source)])
    want, got = settled(measure, {"targets": [labelled(said)]}, rows)
    assert ((want & got).total(), got.total()) == (right, 1)


@pytest.mark.parametrize(("restatements", "extracted"), [("once", 1), (None, 2)])
def test_what_is_said_twice_may_be_labelled_once(restatements: str | None, extracted: int) -> None:
    (measure,) = (m for m in MEASURES if m.name == "targets (value, unit)")
    label = {"targets": [labelled(None)], "restatements": restatements}
    want, got = settled(measure, label, only(targets=[found(), found()]))
    assert ((want & got).total(), got.total()) == (1, extracted)


def test_a_change_is_a_number_and_during_is_by_its_last_day() -> None:
    measures = {m.name: m for m in MEASURES}
    rows = only(
        targets=[found(kind="change"), found(kind="ordinal")],
        deadlines=[
            {"kind": "during", "start_date": "2026-01-01", "end_date": "2026-12-31"},
            {"kind": "during", "text": "春节期间"},
        ],
    )
    assert measures["targets (value, unit)"].extracted(rows) == {(5.0, None, "座"): 1}
    said = {"deadlines": [{"type": "by", "value": "2026"}, {"type": "during", "value": None}]}
    assert measures["deadlines"].extracted(rows) == measures["deadlines"].labelled(said)


@pytest.mark.parametrize(
    ("name", "wanted", "alike"),
    [
        ("危桥", "农村危桥", True),
        ("桥", "农村危桥", False),
        ("农村公路危桥改造", "农村危桥改造数", True),
        ("完成", "危桥", False),
        (None, "危桥", False),
    ],
)
def test_names_of_indicators(name: str | None, wanted: str, alike: bool) -> None:
    assert is_alike(name, wanted) is alike


def test_a_label_takes_the_row_whose_name_is_likest() -> None:
    rows = only(targets=[found(indicator="公园"), found(indicator="农村危桥")])
    assert unlike({"targets": [labelled(None)]}, rows) == (1, [])
    twice = {"targets": [labelled(None), labelled(None)]}
    assert unlike(twice, rows) == (2, ["公园, not 危桥"])


def test_groups_held_out_print_sums_only() -> None:
    command = [
        sys.executable,
        str(ROOT / "tests/bench/dev_labels.py"),
        "--only",
        "held_out2",
        "--misses",
        "1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "only sums" in done.stderr
