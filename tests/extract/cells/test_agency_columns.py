"""A column headed just 部门 or 单位 lists those responsible where it stands beside duties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from filled import filled

from pipeline.extract.cells.duties import cell_duties
from pipeline.extract.cells.rows import table_rows
from pipeline.extract.unknown import labels_of_no_role
from pipeline.model import Document, Fragment, Mended, Outline, Piece, Span, TitleBlock
from pipeline.tables import mend

DUTIES = (
    "市教育局|提高学生健康素养，改善学校卫生环境",
    "市公安局|维护社会治安，加强道路交通安全管理",
    "市民政局|提高社会救助水平，开展困难家庭帮扶",
    "市税务局、市统计局|落实税收优惠政策，做好统计监测工作",
)


def whole(heading: str, rows: Sequence[str]) -> Mended:
    """A notice of one table, cells parted by `|`."""
    at, made = 0, []
    for row in (heading, *rows):
        pieces = []
        for text in row.split("|"):
            pieces.append(Piece(text, Span(at, at + len(text))))
            at += len(text) + 1
        made.append(tuple(pieces))
    text = "\n".join(row.replace("|", "\t") for row in (heading, *rows)) + "\n"
    document = Document("a", "a.txt", "", "text/plain", "utf-8", text)
    fragment = Fragment("tabs", tuple(made), Span(0, at), "清单", annex="附件1")
    return mend(Outline(document, TitleBlock(), (), (), (), (fragment,)))


def with_roles(heading: str, rows: Sequence[str]) -> list[tuple[str, str]]:
    found = [f for f in table_rows(whole(heading, rows)) if f.table == "responsibilities"]
    return [(str(f.values["agency_name"]), str(f.values["role"])) for f in found]


def agencies(heading: str, rows: Sequence[str]) -> list[str]:
    """The agencies made responsible by a table."""
    return [name for name, _ in with_roles(heading, rows)]


@pytest.mark.parametrize("heading", ["部门", "单位", "成员单位", "部门名称", "责任单位"])
def test_agencies_beside_duties_are_responsible(heading: str) -> None:
    found = agencies(f"{heading}|主要职责", DUTIES)
    assert found == ["市教育局", "市公安局", "市民政局", "市税务局", "市统计局"]


def test_agencies_beside_sums_are_not() -> None:
    rows = ("市教育局|120", "市公安局|80", "市民政局|95", "市税务局|60")
    assert agencies("单位|金额", rows) == []


def test_units_that_are_no_agencies_are_not() -> None:
    rows = [duty.replace("市教育局", "甲公园").replace("市公安局", "乙酒楼") for duty in DUTIES]
    assert agencies("单位|主要职责", rows) == []


TASKS = (
    "1|修缮花坛、增设步道|绿化处|规划处",
    "2|引导认养绿地和树木|规划处|绿化处、人事处",
    "3|完善管护制度和台账|绿化处|法规科",
)


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        ("牵头处室|配合处室", ("lead", "support")),
        ("局内牵头处室|局内配合处室", ("lead", "support")),
        ("牵头科室|会办单位", ("lead", "support")),
        ("主办单位|协办处室", ("lead", "support")),
        ("责任(牵头)单位|参与科室", ("lead", "support")),
        ("责任处室|承办机构", ("joint", "joint")),
    ],
)
def test_headings_are_read_by_the_grammar_of_labels(headings: str, roles: tuple[str, str]) -> None:
    found = with_roles(f"序号|工作事项|{headings}", TASKS)
    assert found == [
        ("绿化处", roles[0]),
        ("规划处", roles[1]),
        ("规划处", roles[0]),
        ("绿化处", roles[1]),
        ("人事处", roles[1]),
        ("绿化处", roles[0]),
        ("法规科", roles[1]),
    ]


def test_a_heading_of_no_role_beside_agencies_is_read_and_named() -> None:
    rows = (
        "1|修缮花坛、增设步道|市园林局|市科技局",
        "2|引导认养绿地|市园林局|市体育局",
        "3|完善管护制度|市城管局|市科技局",
    )
    heading = "序号|工作事项|牵头单位|技术攻坚单位"
    assert with_roles(heading, rows)[:2] == [("市园林局", "lead"), ("市科技局", "support")]
    made = whole(heading, rows)
    (issue,) = labels_of_no_role(made, table_rows(made))
    assert issue.message.fields == (("labels", ("技术攻坚单位",)),)
    assert list(labels_of_no_role(whole("序号|工作事项|牵头单位|申报单位", rows), ())) == []


def test_a_form_with_a_label_for_a_heading_has_no_agencies() -> None:
    assert agencies("责任单位|内容", ("编制人员|某某", "编制日期|某日", "联系方式|电话")) == []


@pytest.mark.parametrize("mark", ["", "："])
def test_a_row_that_begins_with_a_label_names_those_responsible(mark: str) -> None:
    rows = (
        f"牵头单位{mark}|市城管局",
        f"配合单位{mark}|市公安局、各区政府",
        f"工作内容{mark}|治理违法建设，促进分类治理",
    )
    found = list(cell_duties(whole(f"重点任务{mark}|违法建设治理", rows)))
    assert [(f.values["agency_name"], f.values["role"]) for f in found] == [
        ("市城管局", "lead"),
        ("市公安局", "support"),
        ("各区政府", "support"),
    ]
    assert len({f.values["assignment_id"] for f in found if "assignment_id" in f.values}) <= 1


def test_a_label_before_words_that_name_nobody_is_none() -> None:
    assert not list(cell_duties(whole("项目|内容", ("牵头单位|签字盖章处，并注明日期", "责任单位|2026年"))))
    assert not list(
        cell_duties(whole("学校名称|某市职业学校", ("主管部门|某市教育局", "举办单位|某市人民政府")))
    )


@pytest.mark.parametrize("heading", ["考核单位", "考核部门", "主管部门"])
def test_who_marks_what_was_done_is_not_responsible_for_it(heading: str) -> None:
    rows = (
        f"一级指标|二级指标|分值|{heading}",
        "经济|农民收入|15|县发改局",
        "经济|道路|15|县投促局",
        "环境|水质|10|县信访局",
    )
    assert not [fact for fact in table_rows(filled(rows)) if fact.table == "responsibilities"]


def test_a_total_over_the_columns_at_the_left_is_no_body() -> None:
    """合计 stands over number, project and 实施单位, and nobody of that name does anything."""
    mended = whole(
        "序号|工作任务|实施单位|投资", ("1|修建泵站|市水利局|20", "2|铺设管网|市城管局|30", "合计|||50")
    )
    table = mended.tables[0]
    cells = tuple(
        cell._replace(col_span=3) if cell.text == "合计" else cell
        for cell in table.cells
        if cell.row < 3 or cell.col in (0, 3)
    )
    made = replace(mended, tables=(replace(table, cells=cells),))
    named = [f.values["agency_name"] for f in table_rows(made) if f.table == "responsibilities"]
    assert named == ["市水利局", "市城管局"]
