"""Points are told by the sequence they stand in: each mark, what only looks like one, several in a line."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

LEAD = "关于加强某项工作的通知\n\n各镇人民政府，有关单位：\n\n"


def outlined(text: str, layout: str = "lines") -> Outline:
    return outline(
        Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text, layout=layout)  # type: ignore[arg-type]
    )


def points(text: str, layout: str = "lines") -> list[str]:
    return [c.clause_id for c in outlined(LEAD + text, layout).clauses]


def body(text: str, layout: str = "lines") -> list[str]:
    return [p.text for p in outlined(LEAD + text, layout).passages if p.role == "body"]


@pytest.mark.parametrize(
    ("marks", "ids"),
    [
        (("1﹒", "2﹒", "3﹒"), ["1", "2", "3"]),
        (("1．", "2．", "3．"), ["1", "2", "3"]),
        (("1·", "2·", "3·"), ["1", "2", "3"]),
        (("1 、", "2 、", "3 、"), ["1", "2", "3"]),
        (("1)", "2)", "3)"), ["1）", "2）", "3）"]),
        (("（1）", "(2)", "（３）"), ["（1）", "（2）", "（3）"]),
        (("⑴", "⑵", "⑶"), ["（1）", "（2）", "（3）"]),
        (("⒈", "⒉", "⒊"), ["1", "2", "3"]),
        (("①", "②", "③"), ["①", "②", "③"]),
        (("㈠", "㈡", "㈢"), ["（一）", "（二）", "（三）"]),
        (("(一)", "〔二〕", "（三）"), ["（一）", "（二）", "（三）"]),
        (("一、", "二．", "三、"), ["一", "二", "三"]),
        (("第一条 ", "第二条　", "第三条"), ["第一条", "第二条", "第三条"]),
        (("第1章 ", "第2章 ", "第3章 "), ["第1章", "第2章", "第3章"]),
        (("第一部分 ", "第二部分 ", "第三部分 "), ["第一部分", "第二部分", "第三部分"]),
        (("l.", "2.", "3."), ["1", "2", "3"]),
        (("—、", "二、", "三、"), ["一", "二", "三"]),
        (("8.", "9.", "1O."), ["8", "9", "10"]),
    ],
)
@pytest.mark.parametrize(
    "texts",
    [
        ("项目建设。新建步道13公里。", "款项管理。专账核算。", "目标任务。按期完成。"),
        ("和谐共建", "目录编制", "条件保障"),
        ("2026年底前建成。", "100周岁以上的每月发放。", "三年内全部完成。"),
    ],
)
def test_marks(marks: tuple[str, ...], ids: list[str], texts: tuple[str, ...]) -> None:
    lines = [mark + text for mark, text in zip(marks, texts, strict=True)]
    for layout in ("lines", "paragraphs"):
        assert points("\n".join(lines) + "\n", layout) == ids


@pytest.mark.parametrize(
    "heading",
    ["项目建设。新建步道13公里。", "目标任务。抓紧落实。", "和谐共建。", "款项拨付。", "（示范）工程。"],
)
def test_no_word_of_a_heading_hides_its_point(heading: str) -> None:
    text = f"一、总体要求\n（一）指导思想。坚持稳步推进。\n（二）{heading}（责任单位：市园林局）\n（三）保障措施。\n"
    assert points(text) == ["一", "一/（一）", "一/（二）", "一/（三）"]


@pytest.mark.parametrize("heading", ["2025年重点工作", "2026—2028年目标", "“十五五”任务"])
def test_a_year_may_follow_the_number(heading: str) -> None:
    assert points(f"一、总体要求\n1.甲。\n二、{heading}\n1.乙。\n") == ["一", "一/1", "二", "二/1"]


@pytest.mark.parametrize(
    "sentence",
    [
        "每千人拥有健身指导员达到\n4.2名左右。",
        "新建住宅每户配建停车位\n1.5辆以上。",
        "每千名老年人配备护理床\n2.8张左右，逐步提高。",
        "研发投入年均增长\n3.4%，高于全省。",
        "人均公园面积\n12.5平方米以上。",
    ],
)
@pytest.mark.parametrize("before", ["", "一、总体目标\n", "1.做好服务。\n2.", "（一）甲。\n1."])
def test_a_number_that_continues_a_sentence_is_no_point(sentence: str, before: str) -> None:
    made = body(before + sentence + "\n")
    assert made[-1] == before.rpartition("\n")[2] + sentence.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1.三年内建成。\n2.五年内覆盖。\n3.4.5年内全部完成。\n", ["1", "2", "3"]),
        ("1.甲。\n2.乙。\n3.丙。\n4．44%的企业完成改造。\n5.20个社区开展试点。\n", ["1", "2", "3", "4", "5"]),
        ("1.5个镇开展试点。\n2.3个村开展试点。\n3.全面推开。\n", ["1", "2", "3"]),
        ("1.总则\n1.1目的\n1.2依据\n2.职责\n2.1领导机构\n2.2成员单位\n", ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.2"]),
        ("一、总则\n1.1目的。\n1.1.1甲。\n1.1.2乙。\n1.2依据。\n", ["一", "一/1.1", "一/1.1/1.1.1", "一/1.1/1.1.2", "一/1.2"]),
    ],
)  # fmt: skip
def test_a_number_run_into_a_figure_is_read_by_the_sequence(text: str, ids: list[str]) -> None:
    assert points(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "一、职责\n（一）甲。\n（二）乙。\n（一）项所列情形除外。\n（三）丙。\n",
        "一、职责\n（一）加强一、二、三级医院协作。\n（二）符合第\n（一）项规定的，予以支持。\n（三）丙。\n",
        "一、职责\n（一）甲。\n（二）推进\n一、二、三产业融合。\n（三）丙。\n",
        "一、职责\n（一）甲。\n（二）鼓励\n二、三级医院参与，推进一、\n二、三产业融合。\n（三）丙。\n",
        "一、职责\n（一）甲。\n（二）符合第一条、第\n（三）项规定的，予以支持。\n（三）丙。\n",
    ],
)
def test_what_names_a_point_is_none(text: str) -> None:
    assert points(text) == ["一", "一/（一）", "一/（二）", "一/（三）"]


def test_articles_that_are_named_are_none() -> None:
    text = "第一条 甲。\n第二条 乙，按照\n第一条的规定办理。\n第一条第二款所列，从其规定。\n第三条项目单位应当配合。\n"
    assert points(text) == ["第一条", "第二条", "第三条"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # Under a point of what ranks lower by custom, where its own run goes on behind.
        ("1.甲：\n（一）子。\n（二）丑。\n2.乙。\n", ["1", "1/（一）", "1/（二）", "2"]),
        ("（一）甲。\n1.子。\n2.丑。\n一、乙。\n（一）丙。\n1.寅。\n", ["（一）", "（一）/1", "（一）/2", "一", "一/（一）", "一/（一）/1"]),
        ("（1）甲：\n①子。\n②丑。\n（2）乙。\n", ["（1）", "（1）/①", "（1）/②", "（2）"]),
    ],
)  # fmt: skip
def test_levels_by_nesting(text: str, ids: list[str]) -> None:
    assert points(text) == ids


def test_a_new_list_begins_with_its_one() -> None:
    made = outlined(LEAD + "一、甲。\n二、乙。\n一、丙。\n二、丁。\n").clauses
    assert [(c.number, c.number_expected) for c in made] == [(n, n) for n in ("一、", "二、", "一、", "二、")]
    made = outlined(LEAD + "一、甲。\n二、乙。\n一、丙。\n四、丁。\n").clauses
    assert [c.number_expected for c in made] == ["一、", "二、", "三、", "二、"]


def test_a_page_mark_does_not_part_a_point_of_an_annex_from_what_it_stands_under() -> None:
    text = LEAD + "一、甲。\n附件\n二级目录\n一、目标\n（一）子。\n- 3 -\n（二）丑。\n"
    assert [c.clause_id for c in outlined(text).clauses][-1] == "附件/一/（二）"


# --- several in a line ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("一、目标。（一）甲。抓好落实。（二）乙。\n二、保障。\n", ["一", "一/（一）", "一/（二）", "二"]),
        ("一、总体目标（一）甲。抓好落实。（二）乙。\n二、保障。\n", ["一", "一/（一）", "一/（二）", "二"]),
        ("1.甲。2.乙。3.丙。\n4.丁。\n", ["1", "2", "3", "4"]),
        ("（一）甲。（二）乙。\n（三）丙。\n", ["（一）", "（二）", "（三）"]),
        ("（一）险种：1.甲险\n2.乙险\n（二）丙。\n", ["（一）", "（一）/1", "（一）/2", "（二）"]),
    ],
)
@pytest.mark.parametrize("layout", ["lines", "paragraphs"])
def test_points_inside_a_line(text: str, ids: list[str], layout: str) -> None:
    assert points(text, layout) == ids


@pytest.mark.parametrize(
    "sentence",
    [
        "一、对象：（1）甲；（2）乙；（3）丙。",
        "一、按照《办法》第二条“（一）甲。（二）乙。”的规定执行。",
        "一、推进一、二、三产业融合，落实第（一）、（二）项要求。",
        "一、投入1.5亿元，增长2.3%。",
    ],
)
def test_what_stands_inside_a_sentence_is_not_cut(sentence: str) -> None:
    assert points(sentence + "\n二、保障。\n") == ["一", "二"]


# --- blanks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blank", ["   ", "\t", "\u3000\u3000\u3000", "\u200b\u200b", " \t ", "\u2800", "\ufeff", "\u3164 "]
)
def test_a_line_of_blanks_is_an_empty_line(blank: str) -> None:
    assert body(f"一、甲。\n{blank}\n二、乙。\n") == ["一、甲。", "二、乙。"]


@pytest.mark.parametrize("day", ["11月底前", "12月15日前", "6月份", "10月上旬"])
def test_a_month_may_follow_the_number(day: str) -> None:
    text = f"1.制定方案。\n\n2.组织实施。\n\n3.{day}，完成验收。\n"
    assert points(text) == ["1", "2", "3"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headings_begin_below_sentences_that_lost_their_stops(gap: str) -> None:
    """A text whose last stops are lost had no point: 通知如下 | 一、提高标准 was one paragraph."""
    lines = (
        "某市关于做好工作的通知", "各区：", "根据国家有关文件精神，现将有关事项通知如下", "一、提高补助标准",
        "2026年补助标准为104元，较上年提高5元", "二、明确任务", "（一）加快建设，提高质量", "（二）加快培训，加大投入",
        "三、工作要求", "各市要于4月20日前报送方案",
    )  # fmt: skip
    found = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", gap.join(lines))).passages
    assert [p.text for p in found][2:] == list(lines[2:])
    assert [p.clause_id for p in found][-4:] == ["二/（一）", "二/（二）", "三", "三"]
