"""Each reason explains its examples, and nothing in its counter-examples."""

from __future__ import annotations

import time

import pytest

from pipeline.check.mentions import text_to_mentions
from pipeline.check.reasons import REASONS, Reason, Reasons


@pytest.mark.parametrize("reason", REASONS, ids=lambda r: r.name)
def test_examples(reason: Reason) -> None:
    assert reason.examples
    for phrase, mention in reason.examples.items():
        start = phrase.index(mention)
        spans = [m.span() for m in reason.pattern.finditer(phrase)]
        assert any(a <= start and start + len(mention) <= b for a, b in spans), phrase
    for phrase in reason.counter_examples:
        assert not reason.pattern.search(phrase), phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "建成镇养老服务中心25个",
        "不低于60%",
        "达到20张以上",
        "给予200万元补助",
        "到2025年底",
        "30日内",
        "每季度末",
    ],
)
def test_what_a_row_should_say_is_never_explained(phrase: str) -> None:
    mentions = [m for m in text_to_mentions(phrase) if m.kind in ("number", "time")]
    assert mentions
    assert all(Reasons(phrase).of(m.start, m.end) is None for m in mentions)


def test_mentions_see_each_kind_once() -> None:
    text = "到2022年，按照《某方案》（渝府办发〔2021〕7号），建成25个中心。（责任单位：区民政局）"
    kinds = [(m.kind, text[m.start : m.end]) for m in text_to_mentions(text)]
    assert kinds == [
        ("time", "2022年"),
        ("citation", "《某方案》"),
        ("citation", "渝府办发〔2021〕7号"),
        ("number", "25"),
        ("agency_marker", "责任单位："),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "7",
        "万",
        "年12月31日前",
        "a.",
        "1.",
        "a1",
        "一",
        "计算方法：",
        "12345、",
        "得1、",
        "电话12345、",
        "《",
        "第1、",
        "（",
        "“",
    ],
)
def test_what_repeats_without_end_costs_no_more_than_its_length(unit: str) -> None:
    """Some 0.1 s each; where a pattern goes back over all that came before, 20,000 characters cost 4 s and more."""
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    reasons = Reasons(text)
    for seen in text_to_mentions(text):
        reasons.of(seen.start, seen.end)
    assert time.process_time() - start < 2.0
