"""The number of a document that stands beside its title, behind the words 的通知 too."""

from __future__ import annotations

import pytest

from pipeline.extract.citations.titles import quoted


def numbered(text: str) -> list[tuple[str, str | None]]:
    return [(cited.title, cited.number) for cited in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "《关于印发〈救助办法〉的通知》、财政部关于印发《甲办法》的通知（财资环〔2020〕245号）",
        "1.某市人民政府关于发布《甲办法》的公告（财资环〔2020〕245号）",
        "按省厅《关于某事的意见》和印发《甲办法》的通知（财资环〔2020〕245号，以下简称《办法》）",
    ],
)
def test_the_number_of_the_notice_that_issues_it(text: str) -> None:
    assert ("甲办法", "财资环〔2020〕245号") in numbered(text)


@pytest.mark.parametrize("does", ["贯彻", "转发", "修改", "废止"])
def test_the_number_of_a_notice_about_another_paper_is_not_that_ones(does: str) -> None:
    assert numbered(f"某市关于{does}《甲办法》的通知（某政发〔2020〕245号）") == [("甲办法", None)]


@pytest.mark.parametrize("number", ["2023年第12号", "2016年第2号", "〔2024〕第3号"])
def test_a_number_by_the_year_alone_behind_a_title(number: str) -> None:
    assert numbered(f"执行《关于延续税收政策的公告》{number}规定") == [("关于延续税收政策的公告", number)]


@pytest.mark.parametrize("behind", ["2023年版第12号令", "第12号", "（修订）2023年第3季度"])
def test_what_else_stands_behind_a_title_is_no_number(behind: str) -> None:
    assert numbered(f"执行《甲办法》{behind}") == [("甲办法", None)]


@pytest.mark.parametrize(
    "history",
    [
        "国务院令第379号，2016年国务院令第666号修订",
        "国务院令第379号公布，根据2007年8月26日国务院令第504号第一次修订，2016年2月6日国务院令第666号第二次修订",
        "国务院令第379号，以国务院令第726号修改",
    ],
)
def test_what_amended_a_paper_is_left_to_be_cited_by_itself(history: str) -> None:
    text = f"根据《物业管理条例》（{history}）制定"
    assert [text[: cited.number_end][-8:] for cited in quoted(text)] == ["国务院令第379号"[-8:]]
    assert numbered(text) == [("物业管理条例", "国务院令第379号")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "根据《教育法》、《实施条例》（国务院令第399号，国务院令第741号修订）",
            [("教育法", None), ("实施条例", "国务院令第399号")],
        ),
        (
            "按国务院令第379号《物业管理条例》（2018年国务院令第698号修订）",
            [("物业管理条例", "国务院令第379号")],
        ),
        (
            "《许可办法》（建设部令第18号，建设部令第42号、第52号修正）第三条",
            [("许可办法", "建设部令第18号")],
        ),
        ("《广告办法》（市政府令第45号公布，市政府令第98号废止）", [("广告办法", "市政府令第45号")]),
    ],
)
def test_the_number_of_what_amended_it_is_nobodys_own(text: str, want: list[tuple[str, str | None]]) -> None:
    assert numbered(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("执行《甲通知》【甲教财〔2024〕3号】", ("甲通知", "甲教财〔2024〕3号")),
        ("参照《乙条例》〔国务院令第617号〕", ("乙条例", "国务院令第617号")),
        ("参照《丙办法》[教育部令第23号]", ("丙办法", "教育部令第23号")),
        ("参照《丁公告》〔2024〕第3号", ("丁公告", "〔2024〕第3号")),
        ("【重点】《戊办法》【市民政局负责】", ("戊办法", None)),
    ],
)
def test_the_number_in_another_bracket(text: str, want: tuple[str, str | None]) -> None:
    assert numbered(text) == [want]


@pytest.mark.parametrize(
    ("titles", "last"),
    [
        ("《甲条例》和《关于开展绿化工作的通知》", "关于开展绿化工作的通知"),
        ("《甲省绿化法》、《甲局关于开展绿化工作的通知》", "甲局关于开展绿化工作的通知"),
        (
            "《甲省绿化办法》《省水利厅、省财政厅关于开展绿化工作的通知》",
            "省水利厅、省财政厅关于开展绿化工作的通知",
        ),
        (
            "《绿化规定》和《市水利局市财政局关于开展绿化工作的通知》",
            "市水利局市财政局关于开展绿化工作的通知",
        ),
    ],
)
def test_two_numbers_of_a_paper_of_two_bodies(titles: str, last: str) -> None:
    """A law has no 文号, and who writes together gives a number each."""
    assert (last, "建城〔2022〕2号") in (
        found := numbered(f"根据{titles}（建城〔2022〕2号、财建〔2022〕15号）")
    )
    assert [number for _, number in found] == [None, "建城〔2022〕2号"]


def test_two_papers_have_a_number_each() -> None:
    text = "根据《甲办法》《乙局关于绿化的通知》（建城〔2022〕2号、财建〔2022〕15号）"
    assert [number for _, number in numbered(text)] == ["建城〔2022〕2号", "财建〔2022〕15号"]
    orders = "《甲条例》《乙条例》（国务院令第5号、国务院令第7号）"
    assert [number for _, number in numbered(orders)] == ["国务院令第5号", "国务院令第7号"]
