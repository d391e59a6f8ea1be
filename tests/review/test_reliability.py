"""Which facts are right, what that says of a rule, and how stated confidences are checked."""

from __future__ import annotations

import pytest

from pipeline.lexicons.confidence import like_what, stated
from pipeline.review.calibration import Judged, best_strength, calibrate, cross_validate, log_loss
from pipeline.review.reliability import judge, print_reliability, reliability


def facts(table: str, rule: str, right: int, wrong: int, notice: str = "a") -> list[Judged]:
    return [Judged(notice, table, rule, 0.9, True, rule)] * right + [
        Judged(notice, table, rule, 0.9, False, rule)
    ] * wrong


def test_of_two_equal_facts_and_one_label_one_is_right() -> None:
    row = {"amount": 5.0, "unit": "万元", "comparator": "=", "rule": "r", "confidence": 0.9}
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


def test_what_was_seen_once_is_stated_like_its_table() -> None:
    known = calibrate(facts("t", "often", 80, 20) + facts("t", "once", 1, 0), 10)
    assert known["t", "often"] == pytest.approx(0.80, abs=0.02)
    assert known["t", "*"] < known["t", "once"] < 0.9
    assert calibrate(facts("t", "sure", 100_000, 0), 1)["t", "sure"] == 0.999


def test_a_notice_says_nothing_of_itself() -> None:
    good, bad = facts("t", "r", 30, 0, "a"), facts("t", "r", 0, 30, "b")
    pairs = cross_validate(good + bad, 1)
    assert all(p < 0.5 for p, right in pairs if right) and all(p > 0.5 for p, right in pairs if not right)


def test_rules_that_differ_are_mixed_less() -> None:
    apart = [f for n in "abcd" for f in facts("t", "good", 30, 0, n) + facts("t", "bad", 0, 30, n)]
    alike = [f for n in "abcd" for f in facts("t", "x", 9, 1, n) + facts("t", "y", 9, 1, n)]
    assert best_strength(apart) < best_strength(alike)
    assert log_loss([(0.9, True)]) < log_loss([(0.6, True)])


def test_bins_hold_every_fact_once() -> None:
    pairs = [(0.5, False), (0.5, True), (0.95, True), (0.97, True), (1.0, True)]
    bins = list(reliability(pairs))
    assert sum(n for _, _, n, _, _ in bins) == len(pairs)
    assert bins[0][2:] == (2, 0.5, 0.5)


def test_the_table_names_weak_rules_first(capsys: pytest.CaptureFixture[str]) -> None:
    print_reliability(facts("t", "weak", 1, 3) + facts("t", "firm", 4, 0, "b"))
    printed = capsys.readouterr().out
    assert printed.index("weak") < printed.index("firm")
    assert "cross-validated" in printed and "1/4" in printed


def test_a_table_is_lowered_by_what_notices_held_out_show() -> None:
    seen = facts("t", "firm", 97, 3) + facts("t", "weak", 80, 20) + facts("u", "firm", 97, 3)
    held_out = facts("t", "firm", 30, 10) + facts("u", "firm", 40, 0)
    known, lowered = calibrate(seen, 10), calibrate(seen, 10, held_out)
    assert lowered["t", "*"] == pytest.approx((30 + 9) / 50)
    assert lowered["t", "weak"] < lowered["t", "firm"] < known["t", "firm"]
    assert lowered["u", "firm"] == pytest.approx(known["u", "firm"]), "never raised"


def test_what_a_fact_is_like_is_told_by_its_row() -> None:
    row = {"kind": "target", "comparator": "=", "indicator": "桥", "deadline_date": "2026-12-31"}
    assert like_what("targets", row) == "target/exact/dated/named"
    assert like_what("targets", {**row, "deadline_from": "title"}) == "target/exact/title/named"
    assert like_what("funding", {"unit": "%", "comparator": "<="}) == "ratio/compared/open"
    assert like_what("tasks", {}) == "*"


def test_what_is_without_labels_is_stated_like_its_table() -> None:
    assert stated("targets", "like nothing") == stated("targets", "*")
    assert 0 < stated("no such table", "r") < 1
