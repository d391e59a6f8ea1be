"""Time expressions: each rule on its own phrases, and the days they mean."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.language.rules import Rule
from pipeline.language.time_rules import RULES, times
from pipeline.language.times import Calendar, Day, Time, due, to_days, to_precision

EXAMPLES = [(rule, phrase, time) for rule in RULES for phrase, time in rule.examples.items()]
CALENDAR = Calendar(2022, date(2022, 5, 27))


@pytest.mark.parametrize(("rule", "phrase", "time"), EXAMPLES, ids=[f"{r.name}: {p}" for r, p, _ in EXAMPLES])
def test_each_rule_reads_its_examples(rule: Rule[Time], phrase: str, time: Time | None) -> None:
    assert rule.first(phrase) == time


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_each_rule_has_an_example_it_reads(rule: Rule[Time]) -> None:
    assert any(time is not None for time in rule.examples.values())


@pytest.mark.parametrize(
    "text", ["一查到底", "末端监督", "一刻钟", "〔2021〕7号", "到底", "摸底排查", "2023年度"]
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


def test_longest_reading_wins() -> None:
    text = "自2025年8月1日起施行，有效期至2030年7月31日。"
    assert [(text[f.start : f.end], f.time.kind) for f in times(text)] == [
        ("自2025年8月1日起", "effective_from"),
        ("有效期至2030年7月31日", "expires"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("到2025年", None, "2025-12-31", "year"),
        ("2025年底前", None, "2025-12-31", "year"),
        ("2025年前", None, "2024-12-31", "year"),
        ("2022年3月前", None, "2022-02-28", "month"),
        ("2024年2月底前", None, "2024-02-29", "month"),
        ("2025年6月30日前", None, "2025-06-30", "day"),
        ("6月底前", None, "2022-06-30", "month"),
        ("7月中旬前", None, "2022-07-10", "day"),
        ("7月上旬举办", "2022-07-01", "2022-07-10", "day"),
        ("2022年2月下旬", "2022-02-21", "2022-02-28", "day"),
        ("9月1日至30日", "2022-09-01", "2022-09-30", "day"),
        ("后年年底", None, "2024-12-31", "year"),
        ("年底前", None, "2022-12-31", "year"),
        ("明年底前", None, "2023-12-31", "year"),
        ("全年", "2022-01-01", "2022-12-31", "year"),
        ("2019年上半年", "2019-01-01", "2019-06-30", "month"),
        ("“十四五”末", None, "2025-12-31", "year"),
        ("2023—2025年", "2023-01-01", "2025-12-31", "year"),
        ("自印发之日起施行", "2022-05-27", None, "day"),
    ],
)
def test_days(text: str, first: str | None, last: str | None, precision: str) -> None:
    (found,) = times(text)
    start, end = to_days(found.time, CALENDAR)
    if found.time.kind != "by":
        assert (start.isoformat() if start else None) == first
    assert (end.isoformat() if end else None) == last
    assert to_precision(found.time) == precision


def test_without_a_year_nothing_is_guessed() -> None:
    assert to_days(Time("by", Day(None, 6)), Calendar()) == (None, None)
    assert to_days(Time("effective_from", start=Day(written=True)), Calendar()) == (None, None)


def test_an_impossible_day_is_no_date() -> None:
    assert to_days(Time("by", Day(2023, 2, 30)), CALENDAR) == (None, None)


def test_span_of_years_is_due_at_the_end_of_the_last() -> None:
    assert due(Time("duration", period="P3Y"), CALENDAR) == (date(2025, 12, 31), "year")
    assert due(Time("duration", period="P20D"), CALENDAR) is None
    assert due(Time("recurring", period="P1Y"), CALENDAR) is None


@pytest.mark.parametrize(
    "text", ["本周五7月15日前报送", "附件五7月底前", "7月十5日前", "二〇二五7月1日", "星期五10月1日起"]
)
def test_numerals_run_together_stop_no_run(text: str) -> None:
    assert all(found.start < found.end for found in times(text))
