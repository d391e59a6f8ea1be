"""Which facts are right, how stated confidences are checked, and what the points of the table say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline.language.signs import signs
from pipeline.lexicons.confidence import points, stated, why
from pipeline.review.reliability import Judged, judge, print_reliability, reliability

sys.path.append(str(Path(__file__).parents[1] / "bench"))

from calibration import (
    best_strength,
    brier,
    by_kind,
    calibrate,
    cross_validate,
    expected,
    fit,
    log_loss,
    one_by_one,
)  # isort: skip


def facts(sign: str, right: int, wrong: int, notice: str = "a") -> list[Judged]:
    said = ("kind k", f"rule {sign}")
    return [Judged(notice, "t", sign, 0.9, True, said)] * right + [
        Judged(notice, "t", sign, 0.9, False, said)
    ] * wrong


def share(known: dict[str, float], sign: str) -> float:
    return expected(known, ("kind k", f"rule {sign}"))


def test_of_two_equal_facts_and_one_label_one_is_right() -> None:
    row = {"amount": 5.0, "unit": "万元", "comparator": "=", "rule": "r", "confidence": 0.9, "quote": ""}
    label = {
        "file": "a.txt",
        "funding": [{"amount": 5, "unit": "万元", "comparator": "="}],
        "not_labelled": ["targets", "deadlines", "citations", "responsibilities"],
    }
    judged = list(judge(label, lambda table: [row, row] if table == "funding" else []))
    assert [(one.table, one.right) for one in judged] == [("funding", True), ("funding", False)]


def test_what_was_not_labelled_is_not_judged() -> None:
    skipped = {
        "file": "a.txt",
        "not_labelled": ["targets", "deadlines", "citations", "responsibilities", "funding"],
    }
    assert list(judge(skipped, lambda table: [{}])) == []


# --- how the table is made -----------------------------------------------------------------------


def test_what_was_seen_often_is_stated_as_it_was_seen() -> None:
    known = dict(fit(one_by_one(facts("often", 400, 100) + facts("other", 480, 20)), 1))
    assert share(known, "often") == pytest.approx(0.80, abs=0.02)
    assert share(known, "other") == pytest.approx(0.96, abs=0.02)


def test_what_was_seen_once_is_stated_nearly_like_its_table() -> None:
    known = dict(fit(one_by_one(facts("often", 80, 20) + facts("once", 0, 1)), 8))
    assert share(known, "often") - share(known, "once") < 0.05


def test_a_notice_says_nothing_of_itself() -> None:
    pairs = cross_validate(facts("r", 30, 0, "a") + facts("r", 0, 30, "b"), 1)
    assert all(p < 0.5 for p, right in pairs if right) and all(p > 0.5 for p, right in pairs if not right)


def test_signs_that_tell_facts_apart_are_drawn_less() -> None:
    apart = [f for n in "abcd" for f in facts("good", 30, 0, n) + facts("bad", 10, 20, n)]
    alike = [f for n in "abcd" for f in facts("x", 9, 1, n) + facts("y", 9, 1, n)]
    assert best_strength(apart) < best_strength(alike)
    assert log_loss([(0.9, True)]) < log_loss([(0.6, True)]) and brier([(0.9, True)]) < brier([(0.6, True)])


def test_notices_held_out_enter_as_sums_and_lower_their_kind() -> None:
    unseen = facts("r", 20, 20, "h")
    assert [(one.facts, one.right) for one in by_kind(unseen)] == [(40.0, 20.0)]
    seen = facts("r", 97, 3)
    alone, both = dict(fit(one_by_one(seen), 1)), dict(calibrate(seen, unseen, 1))
    assert share(alone, "r") > 0.95 > share(both, "r") > 0.7


def test_kinds_of_few_facts_held_out_are_summed_up_together() -> None:
    rare = [Judged("h", "t", "r", 0.9, True, (f"kind {n}",)) for n in range(4)]
    assert [one.facts for one in by_kind(facts("r", 10, 0) + rare)] == [4.0, 10.0]


# --- what it says --------------------------------------------------------------------------------


def test_points_add_up_to_the_share_and_the_heaviest_are_told() -> None:
    (table, sign), _ = max(
        ((key, n) for key, n in points().items() if key[1] != "*"), key=lambda one: abs(one[1])
    )
    plain, marked = stated(table, ()), stated(table, (sign,))
    assert (marked > plain) == (points()[table, sign] > 0)
    assert why(table, (sign, "no such sign")) == f"{sign} {'+' if points()[table, sign] > 0 else '−'}"
    assert stated("no such table", ()) < 1 and why("no such table", ("kind k",)) == ""


@pytest.mark.parametrize(
    ("columns", "quote", "sign"),
    [
        ({"value_text": "4个", "value": 4, "unit": "个", "indicator": "口岸"}, "新增三合、集安4个口岸", "list before"),
        ({"value_text": "7部", "value": 7, "unit": "部", "indicator": "条例"}, "修订《条例》等7部", "after 等"),
        ({"value_text": "4亿枝", "value": 4, "unit": "亿枝", "indicator": "荷花"}, "荷花产量达到4亿枝", "unit unknown"),
        ({"value_text": "三分之一", "value": 33.3, "unit": "%", "indicator": "形象"}, "形象达到三分之一", "in words"),
        ({"value_text": "9%", "value": 9, "unit": "%", "indicator": "地价"}, "地价在本年度内的涨幅不超过9%", "name far"),
        ({"value_text": "9%", "value": 9, "unit": "%", "indicator": "床位利用率"}, "使床位的利用率达到9%", "name put together"),
        ({"value_text": "9%", "value": 9, "unit": "%", "baseline_value": 4.0}, "由4%提高到9%", "from a start"),
        ({"value_text": "9%", "value": 9, "unit": "%", "table_id": "t"}, "9%", "in a cell"),
        ({"value_text": "9%", "value": 9, "unit": "%", "deadline_from": "title"}, "9%", "due title"),
    ],
)  # fmt: skip
def test_the_signs_of_a_target(columns: dict[str, object], quote: str, sign: str) -> None:
    plain = {
        "kind": "target",
        "comparator": "=",
        "value_text": "25个",
        "value": 25,
        "unit": "个",
        "indicator": "桥",
    }
    assert sign in signs("targets", {"kind": "target", "comparator": "=", **columns}, "target/done", quote)
    assert sign not in signs("targets", plain, "target/done", "新建桥25个")


def test_what_no_label_tells_right_from_wrong_has_no_signs() -> None:
    assert signs("tasks", {}, "r", "") == signs("targets", {"kind": "coverage"}, "r", "") == ()
    assert signs("responsibilities", {"kind": "inline", "role": "joint"}, "inline_duty", "") == ()


# --- what is printed -----------------------------------------------------------------------------


def test_bins_hold_every_fact_once() -> None:
    pairs = [(0.5, False), (0.5, True), (0.95, True), (0.97, True), (1.0, True)]
    bins = list(reliability(pairs))
    assert sum(n for _, _, n, _, _ in bins) == len(pairs)
    assert bins[0][2:] == (2, 0.5, 0.5)


def test_the_table_names_weak_rules_first(capsys: pytest.CaptureFixture[str]) -> None:
    print_reliability(facts("weak", 1, 3) + facts("firm", 4, 0, "b"))
    printed = capsys.readouterr().out
    assert printed.index("weak") < printed.index("firm")
    assert "Brier" in printed and "1/4" in printed
