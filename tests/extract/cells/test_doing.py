"""Rows as tasks: only where a column says what is to be done."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from pipeline.model import Document, Fact
from pipeline.outline import outline
from pipeline.tables import mend

HEAD = "某市人民政府关于印发清单的通知\n某政发〔2025〕3号\n各县：\n现印发给你们。\n2025年3月1日\n附件\n有关清单\n"


def facts(rows: str, table: str) -> list[Fact]:
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + rows)
    return [fact for fact in extract(mend(outline(document))).facts if fact.table == table]


REGISTERS = [
    "序号\t学校名称\t主管部门\n1\t东山师范学院\t市教育局\n2\t西岭职业学院\t市教育局\n3\t南河学院\t市民政局\n",
    "序号\t医院\t主管单位\t级别\n1\t东山医院\t市卫生健康委\t三级\n2\t西岭医院\t市教育局\t二级\n",
    "序号\t场馆名称\t举办单位\n1\t花木馆\t市园林局\n2\t渡口馆\t市交通局\n",
]


@pytest.mark.parametrize("rows", REGISTERS)
def test_a_register_is_no_list_of_tasks(rows: str) -> None:
    assert not facts(rows, "tasks")
    assert not facts(rows, "responsibilities")


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (
            "序号\t任务\t主管部门\n1\t绿地看护\t市园林局\n2\t渡口看护\t市交通局\n",
            ["绿地看护", "渡口看护"],
        ),
        (
            "序号\t项目名称\t主管部门\n1\t建设东山渡口\t市交通局\n2\t改造西岭茶园\t市农业农村局\n",
            ["建设东山渡口", "改造西岭茶园"],
        ),
        (
            # Not the longest cell, which here lists agencies.
            "序号\t重点任务\t主要内容\t责任单位\n1\t1.改善校舍\t推进教室改造。\t市教育局、市财政局、市住房城乡建设局、市卫生健康委\n"
            "2\t2.修缮渡口\t加固码头。\t市交通局\n",
            ["1.改善校舍", "2.修缮渡口"],
        ),
    ],
)
def test_the_task_is_what_its_column_says(rows: str, titles: list[str]) -> None:
    assert [fact.values["title"] for fact in facts(rows, "tasks")] == titles


@pytest.mark.parametrize(
    ("heading", "values"),
    [("民生实事", [2, 120]), ("实事项目", [2, 120]), ("指标名称", [])],
)
def test_what_names_a_row_by_verbs_of_doing_sets_targets(heading: str, values: list[float]) -> None:
    rows = f"序号\t{heading}\t责任单位\n1\t新建2座人行天桥。\t市交通局\n2\t培训渡工120人次。\t市花木局\n"
    assert [fact.values["value"] for fact in facts(rows, "targets")] == values
    named = rows.replace("新建2座人行天桥。", "2座人行天桥").replace("培训渡工", "渡工")
    assert not facts(named, "targets")


@pytest.mark.parametrize(
    ("cell", "comparator", "value", "unit"),
    [("≥60%", ">=", 60, "%"), ("大于4类。", ">", 4, "类"), ("不少于30张；", ">=", 30, "张")],
)
def test_a_standard_is_of_the_indicator_of_its_row(
    cell: str, comparator: str, value: float, unit: str
) -> None:
    rows = (
        f"序号\t指标名称\t评价标准\t责任单位\n1\t绿地情况\t{cell}\t市园林局\n2\t公厕管理\t有制度\t市城管局\n"
    )
    (target,) = facts(rows, "targets")
    said = [target.values[name] for name in ("indicator", "comparator", "value", "unit")]
    assert said == ["绿地情况", comparator, value, unit]


def test_scores_are_no_targets() -> None:
    assert not facts("序号\t考核指标\t评分标准\t分值\n1\t绿地情况\t5分\t10\n2\t公厕管理\t3分\t5\n", "targets")


@pytest.mark.parametrize("heading", ["收费编码", "联系电话", "批准文号", "邮政编码"])
def test_a_code_is_text(heading: str) -> None:
    rows = f"序号\t项目名称\t{heading}\n1\t停车费\t103050001\n2\t过桥费\t103050002\n"
    cells = [f for f in facts(rows, "table_facts") if f.values["column_path"] == heading]
    assert [(f.values["value"], f.values["value_text"]) for f in cells] == [
        (None, "103050001"),
        (None, "103050002"),
    ]
