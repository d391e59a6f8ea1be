"""Times that bind, and those that only name, report or price."""

from __future__ import annotations

import pytest

from pipeline.extract.deadlines import deadlines
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock


def read(text: str, title: str = "某区工作方案", written: str = "2022-05-27") -> list[tuple[object, ...]]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title=title, written_date=written)
    facts = deadlines(Mended(Outline(document, block, (passage,), (), (), ()), ()))
    columns = ("kind", "start_date", "end_date", "period")
    return [tuple(f.values[c] for c in columns) for f in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，占比达到60%。", [("by", None, "2025-12-31", None)]),
        ("2023年，全区基本实现设施全覆盖。", [("by", None, "2023-12-31", None)]),
        ("2023年，在全区启动试点工作。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("对2023年新开工项目优化流程。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("2023年起，每年2月底前完成考核，3月底前完成分析。",
         [("effective_from", "2023-01-01", None, None), ("recurring", None, None, "P1Y"), ("recurring", None, None, "P1Y")]),
        ("本方案自印发之日起施行，有效期5年。",
         [("effective_from", "2022-05-27", None, None), ("duration", None, None, "P5Y")]),
        ("在1个工作日内推送，于10天内反馈。", [("duration", None, None, "P1D"), ("duration", None, None, "P10D")]),
        ("落实“月调度、季通报、年考核”机制。",
         [("recurring", None, None, "P1M"), ("recurring", None, None, "P3M"), ("recurring", None, None, "P1Y")]),
        ("制定2023年数据治理工作要点。", []),
        ("按照《2023年工作方案（2021—2025年）》执行。", []),
        ("截至2021年底，建成16所。", []),
        ("“十三五”期间，成效明显。", []),
        ("给予每人每年360元补助。", []),
        ("每年1000元。", []),
        ("2023年出台实施方案。", [("during", "2023-01-01", "2023-12-31", None)]),
        ("举办2023年国际消费博览会。", []),
        ("继续免征车辆购置税至2027年底。", [("expires", None, "2027-12-31", None)]),
        ("力争今年二季度供地，9月举办推介会。",
         [("during", "2022-04-01", "2022-06-30", None), ("during", "2022-09-01", "2022-09-30", None)]),
        ("今年截至3月底，新增贷款100笔。", []),
        ("申报截止时间为2022年6月30日。", [("by", None, "2022-06-30", None)]),
        ("定期调度，一查到底，及时反馈。", []),
        ("在法定期限5日内办理。", []),
        ("2022年底前已完成转制的企业。", []),
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[tuple[object, ...]]) -> None:
    assert read(text) == expected


def test_the_year_in_the_title_is_the_year_meant() -> None:
    assert read("年底前完成。", title="关于印发2023年度工作要点的通知")[0][2] == "2023-12-31"
    assert read("年底前完成。", title="三年行动方案（2021—2023年）")[0][2] == "2022-12-31"


def test_without_any_year_a_yearless_date_is_left_out() -> None:
    assert read("6月底前完成。", written="") == []


def test_spans_lead_back_to_the_words() -> None:
    text = "（一）加强领导。力争到2025年底，全区基本建成体系。"
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "\n" + text)
    passage = Passage(text, tuple(range(1, len(text) + 1)), clause_id="一")
    (fact,) = deadlines(
        Mended(Outline(document, TitleBlock(written_date="2022-01-01"), (passage,), (), (), ()), ())
    )
    assert document.text[fact.span.start : fact.span.end] == "力争到2025年底，全区基本建成体系"
    assert (fact.values["modality"], fact.values["precision"]) == ("力争", "year")
