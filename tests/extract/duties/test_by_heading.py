"""Headings that say who does all that stands below them."""

from __future__ import annotations

import pytest

from pipeline.extract.duties.by_heading import read_heading
from pipeline.extract.duties.carry_over import carry_over
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.extract.tasks import tasks
from pipeline.model import Document, Mended
from pipeline.outline import outline


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("县农业农村局牵头工作（8项）", [("县农业农村局", "lead")]),
        ("市教育局牵头负责的重点任务", [("市教育局", "lead")]),
        ("由省水利厅、省林业局负责的事项（共2项）", [("省水利厅", "joint"), ("省林业局", "joint")]),
        ("各县（市、区）政府负责落实事项", [("各县（市、区）政府", "joint")]),
        ("县财政局配合事项（3条）", [("县财政局", "support")]),
        # What is to be done, a thing with such a name, a body alone.
        ("加强组织工作", []),
        ("县重点项目", []),
        ("市重点项目办公室", []),
        ("明确部门职责任务", []),
        ("责任单位：市教育局", []),
    ],
)
def test_what_a_heading_says(heading: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.name, a.role) for a in read_heading(heading)] == expected


def told(text: str) -> tuple[list[tuple[object, object, object]], list[object]]:
    """Who is made responsible, of which kind, and the tasks."""
    whole = Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)), ())
    found = [*responsibilities(whole)]
    found += carry_over(whole, found)
    duties = [(f.values["agency_name"], f.values["role"], f.values["kind"]) for f in found]
    return duties, [f.values["title"] for f in tasks(whole, found)]


LIST = "{title}\n\n各单位：\n\n一、{one}\n1.全年接待游客300万人次。\n2.修建步道20公里。\n二、{other}\n3.新增学位900个。\n"


def test_points_below_have_what_the_heading_says() -> None:
    """区教育局牵头任务 over 3.新增学位900个: the heading's duty, and each point's; none of them was read."""
    duties, titles = told(
        LIST.format(title="某区2026年工作要点", one="区文旅局牵头任务（2项）", other="由区教育局负责的工作")
    )
    assert duties == [
        ("区文旅局", "lead", "assignment"), ("区教育局", "joint", "assignment"), ("区文旅局", "lead", "inherited"),
        ("区文旅局", "lead", "inherited"), ("区教育局", "joint", "inherited"),
    ]  # fmt: skip
    assert titles == ["全年接待游客300万人次", "修建步道20公里", "新增学位900个"]


def test_bodies_alone_in_a_division_of_tasks() -> None:
    """区文旅局 alone says who does it where tasks are divided, and nothing in a directory."""
    divided = told(LIST.format(title="某区2026年重点任务分工", one="区文旅局", other="区教育局、区财政局"))[0]
    assert [d for d in divided if d[2] == "assignment"] == [
        ("区文旅局", "joint", "assignment"), ("区教育局", "joint", "assignment"), ("区财政局", "joint", "assignment"),
    ]  # fmt: skip
    assert told(LIST.format(title="某区2026年工作要点", one="区文旅局", other="区教育局"))[0] == []
    assert told(LIST.format(title="某区2026年重点任务分工", one="区文旅局", other="提升教育质量"))[0] == []


def test_a_heading_states_no_more_than_a_sentence_does() -> None:
    """No label tells how often such headings are right: 0.9, and not what labelled lists earn."""
    text = LIST.format(title="某区2026年重点任务分工", one="区文旅局牵头任务（2项）", other="区教育局")
    whole = Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)), ())
    assert {f.confidence for f in responsibilities(whole)} == {0.9}
