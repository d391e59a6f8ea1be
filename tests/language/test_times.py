"""Time expressions: each rule on its own phrases, and the days they mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from pipeline.language.times import (
    Calendar,
    Day,
    Time,
    bases,
    due,
    edges,
    spans,
    times,
    to_days,
    to_precision,
)

ROWS = [*edges.READINGS, *spans.FRAMES]
EXAMPLES = [(row, phrase, time) for row in ROWS for phrase, time in row.examples.items()]
BASES = [(row, phrase) for row in bases.BASES for phrase in row.examples]
CALENDAR = Calendar(2022, date(2022, 5, 27))


def reads(name: str, phrase: str) -> list[Time]:
    return [one.time for one in times(phrase) if one.rule == name]


@pytest.mark.parametrize(("row", "phrase", "time"), EXAMPLES, ids=[f"{r.name}: {p}" for r, p, _ in EXAMPLES])
def test_each_row_reads_its_examples(row: edges.Row | spans.Frame, phrase: str, time: Time | None) -> None:
    said = reads(row.name, phrase)
    assert time in said if time else not said


@pytest.fixture
def unread() -> Iterator[None]:
    """What was read with other rows is not remembered."""
    times.cache_clear()
    yield
    times.cache_clear()


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
@pytest.mark.usefixtures("unread")
def test_each_row_earns_its_place(row: edges.Row | spans.Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off, one of its examples at least is read otherwise or not at all."""
    monkeypatch.setattr(edges, "_BY_KIND", edges.by_kind(tuple(r for r in edges.READINGS if r is not row)))
    monkeypatch.setattr(spans, "FRAMES", tuple(frame for frame in spans.FRAMES if frame is not row))
    assert any(
        time is not None and time not in reads(row.name, phrase) for phrase, time in row.examples.items()
    )


@pytest.mark.parametrize(("row", "phrase"), BASES, ids=[f"{r.kind}: {p}" for r, p in BASES])
def test_each_base_reads_its_examples(row: bases.Row, phrase: str) -> None:
    assert row.kind in [base.kind for base in bases.bases(phrase)]
    for other in row.counter_examples:
        assert row.kind not in [base.kind for base in bases.bases(other)]


@pytest.mark.parametrize("row", bases.BASES, ids=[row.kind for row in bases.BASES])
def test_each_base_earns_its_place(row: bases.Row, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {phrase: tuple(bases.bases(phrase)) for phrase in row.examples}
    monkeypatch.setattr(bases, "_SCAN", bases.Scan(tuple(r for r in bases.BASES if r is not row)))
    assert any(tuple(bases.bases(phrase)) != said for phrase, said in before.items())


@pytest.mark.parametrize(
    "text", ["一查到底", "末端监督", "一刻钟", "〔2021〕7号", "到底", "摸底排查", "2023年度"]
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize("word", bases.values("occasion"))
def test_what_comes_every_year_on_no_day(word: str) -> None:
    assert [one.time for one in times(f"务必于{word}前完成")] == [Time("by", Day(occasion=True))]
    assert times(f"{word}前期工作") == ()


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


def said(text: str) -> list[tuple[str, str, object]]:
    """What is read of a text: the words, the kind, and the last day, the first or the period."""
    rows = []
    for one in times(text):
        first, last = to_days(one.time, CALENDAR)
        day = last or first
        rows.append(
            (text[one.start : one.end], one.time.kind, one.time.period or (day.isoformat() if day else None))
        )
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月15日、7月15日和10月15日前",
         [("4月15日", "by", "2022-04-15"), ("7月15日", "by", "2022-07-15"), ("10月15日前", "by", "2022-10-15")]),
        ("请于2024年4月15日、7月15日和2025年1月15日前报送",
         [("于2024年4月15日", "by", "2024-04-15"), ("7月15日", "by", "2024-07-15"), ("2025年1月15日前", "by", "2025-01-15")]),
        ("将于7月份和10月份分别督查", [("于7月份", "during", "2022-07-31"), ("10月份", "during", "2022-10-31")]),
        ("拟于5月9日、6月9日集中会商", [("拟于5月9日", "during", "2022-05-09"), ("6月9日", "during", "2022-06-09")]),
        ("4月底、5月初开展检查", [("4月底", "by", "2022-04-30"), ("5月初", "by", "2022-05-10")]),
        ("分别在6月、9月和12月底上报",
         [("在6月", "by", "2022-06-30"), ("9月", "by", "2022-09-30"), ("12月底", "by", "2022-12-31")]),
        ("5月动员部署，6月至8月集中整治，9月市级验收、11月通报",
         [("5月", "during", "2022-05-31"), ("6月至8月", "range", "2022-08-31"), ("9月", "during", "2022-09-30"), ("11月", "during", "2022-11-30")]),
        ("7月底前完成摸底，8月县级自查", [("7月底前", "by", "2022-07-31"), ("8月", "during", "2022-08-31")]),
        ("按照“11月前完成、12月查漏补缺”的要求", [("11月前", "by", "2022-10-31"), ("12月", "during", "2022-12-31")]),
        ("10月、11月各督查一次，12月进行考核", [("10月", "during", "2022-10-31"), ("11月", "during", "2022-11-30"), ("12月", "during", "2022-12-31")]),
        ("自12月1日至2月底开展行动", [("自12月1日至2月底", "range", "2023-02-28")]),
        # As a scan misreads them, with a hole, or with a year of two figures.
        ("请于6月10目前报送", [("于6月10目前", "by", "2022-06-10")]),
        ("6月1日一6月30日开展", [("6月1日一6月30日", "range", "2022-06-30")]),
        ("于2026年6月日召开会议", []),
        ("于26年6月底前完成", [("于26年6月底前", "by", "2026-06-30")]),
        ("工龄满26年6个月", []),
        ("1月增长5%，2月增长6%", []),
        ("会议于3月召开，4月的任务是防汛", [("于3月", "during", "2022-03-31")]),
        ("2026年4月起至11月中旬", [("2026年4月起至11月中旬", "range", "2026-11-20")]),
        ("11月15日至3月15日", [("11月15日至3月15日", "range", "2023-03-15")]),
        ("于3月、6月、9月底前",
         [("于3月", "by", "2022-03-31"), ("6月", "by", "2022-06-30"), ("9月底前", "by", "2022-09-30")]),
        ("2023年6月底、12月底前",
         [("2023年6月底", "by", "2023-06-30"), ("12月底前", "by", "2023-12-31")]),
        ("到2025年和2030年，分别达到", [("到2025年", "by", "2025-12-31"), ("2030年", "by", "2030-12-31")]),
        ("2025年和2030年", [("2025年", "during", "2025-12-31"), ("2030年", "during", "2030-12-31")]),
        ("每年10月1日至次年5月31日为防火期", [("每年10月1日至次年5月31日", "recurring", "P1Y")]),
        ("每年的3月1日至10月31日开放", [("每年的3月1日至10月31日", "recurring", "P1Y")]),
        ("每年4月和10月检查", [("每年4月和10月", "recurring", "P1Y")]),
        ("每年2月底前", [("每年2月底前", "recurring", "P1Y")]),
        ("每年1月15日、7月15日前", [("每年1月15日、7月15日前", "recurring", "P1Y")]),
        ("于每学期开学前一周", [("每学期开学前一周", "recurring", "P6M")]),
        ("每季度前5个工作日内", [("每季度前5个工作日内", "recurring", "P3M")]),
        ("每月25日前报送，每周五前汇总", [("每月25日前", "recurring", "P1M"), ("每周五前", "recurring", "P1W")]),
        ("每季度末月25日前报送、每季度末汇总", [("每季度末月25日前", "recurring", "P3M"), ("每季度末", "recurring", "P3M")]),
        ("每隔12个月复查", [("每隔12个月", "recurring", "P12M")]),
        ("每年的重点工作", []),
        ("每人每年360元", []),
        ("实行月排名、年度发布", [("月", "recurring", "P1M"), ("年度", "recurring", "P1Y")]),
        ("纳入年度考核", []),
        ("自本文件发布之日起至2023年2月20日24:00止", [("自本文件发布之日起至2023年2月20日24:00止", "range", "2023-02-20")]),
        ("自即日起至6月30日开展", [("自即日起至6月30日", "range", "2022-06-30")]),
        ("从9月到年底", [("从9月到年底", "range", "2022-12-31")]),
        ("11月至次年3月", [("11月至次年3月", "range", "2023-03-31")]),
        ("自印发之日起30日后施行", [("自印发之日起30日后施行", "effective_from", "2022-06-26")]),
        ("有效期可选2年、4年或6年", [("有效期可选2年", "duration", "P2Y"), ("4年", "duration", "P4Y"), ("6年", "duration", "P6Y")]),
        ("分别压缩至2.5、5个工作日以内", [("2.5", "duration", "P2.5D"), ("5个工作日以内", "duration", "P5D")]),
        ("1、2年内无住房", [("2年内", "duration", "P2Y")]),
        ("本月底前，下月10日前", [("本月底前", "by", "2022-05-31"), ("下月10日前", "by", "2022-06-10")]),
        ("6月31日前，2月29日前", [("6月31日前", "by", None), ("2月29日前", "by", None)]),
    ],
)  # fmt: skip
def test_several_bases_together(text: str, expected: list[tuple[str, str, object]]) -> None:
    assert said(text) == expected


def test_every_two_to_three_years_has_both_periods() -> None:
    (one,) = times("每2～3年参加一次培训")
    assert (one.time.period, one.time.period_max) == ("P2Y", "P3Y")


@pytest.mark.parametrize(
    ("text", "real"),
    [("6月30日前", True), ("6月31日前", False), ("2023年2月29日前", False), ("2月29日前", True)],
)
def test_a_day_no_calendar_has_is_told_apart(text: str, real: bool) -> None:
    (one,) = times(text)
    assert one.time.is_real == real


@pytest.mark.parametrize(
    "digits", ["2021年12月31日前" * 2000, "1" * 4000 + "年", "一二三四五六七八九十" * 400 + "月"]
)
def test_long_texts_take_no_long_time(digits: str) -> None:
    times(digits)
