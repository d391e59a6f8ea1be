"""Which facts are right, what that says of a rule, and how stated confidences are checked."""

from __future__ import annotations

import pytest

from pipeline.extract.confidence import stated
from pipeline.review.reliability import (
    Judged,
    best_strength,
    calibrate,
    cross_validate,
    judge,
    log_loss,
    print_reliability,
    reliability,
)


def facts(table: str, rule: str, right: int, wrong: int, notice: str = "a") -> list[Judged]:
    return [Judged(notice, table, rule, 0.9, True)] * right + [
        Judged(notice, table, rule, 0.9, False)
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


def test_a_rule_seen_once_is_stated_like_its_table() -> None:
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


def test_a_rule_without_labels_is_stated_like_its_table() -> None:
    assert stated("targets", "no such rule") == stated("targets", "*")
    assert 0 < stated("no such table", "r") < stated("targets", "*")
