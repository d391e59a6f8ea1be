"""Which points tell somebody to do something, and what their tasks are called."""

from __future__ import annotations

import pytest

from pipeline.extract.cells.rows import table_rows
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.extract.targets import targets
from pipeline.extract.targets.rows import TARGETS
from pipeline.extract.tasks import _DEEDS, tasks
from pipeline.model import Document, Mended
from pipeline.outline import outline
from pipeline.tables import mend

LEAD = "某区人民政府关于加强某项工作的通知\n\n各单位：\n\n"


def titles(text: str) -> list[object]:
    whole = Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", LEAD + text)), ())
    return [f.values["title"] for f in tasks(whole, responsibilities(whole)) if f.table == "tasks"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、推进社区养老\n建设服务站。\n", ["推进社区养老"]),
        # Why the notice is.
        ("第一条 为了规范管理，提高服务水平，根据有关法律，制定本办法。\n第二条 加强监督管理。\n", ["加强监督管理"]),
        ("第一条 【立法目的】为加强监管，维护合法权益，制定本办法。\n", []),
        # What it tells about itself.
        ("一、发展目标\n到2025年，基本建成。\n二、建设主体\n高校院所。\n三、出台背景\n形势发展。\n", []),
        ("一、明确部门职责分工\n各司其职。\n二、做好宣传解读\n及时发布。\n", ["明确部门职责分工", "做好宣传解读"]),
        # Who does it stands in a point of its own.
        ("一、优化土地出让\n（一）适用范围：地块。\n（二）责任单位及承办科室：市自然资源局，储备中心。\n", ["优化土地出让"]),
    ],
)  # fmt: skip
def test_titles_of_tasks(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("point", "is_task"),
    [
        ("每个乡镇至少建成1个标准化卫生院。", True),
        ("全年放映公益电影2400场。", True),
        ("到2027年，县城新增泊位900个。", True),
        # What holds, and what is done at no day.
        ("县城供水普及率达到99%。", False),
        ("单个用户申报量为10千瓦。", False),
    ],
)
def test_a_point_that_says_how_much_is_done_by_a_day_is_a_task(point: str, is_task: bool) -> None:
    """每个乡镇至少建成1个…, 全年放映…: points of a list that begin with no verb of doing were no tasks."""
    text = f"某县2026年民生实事项目\n\n各单位：\n\n一、民生项目\n1.改善办学条件。\n2.{point}\n"
    whole = Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)), ())
    found = [f.values["title"] for f in tasks(whole, list(targets(whole)))]
    assert found == ["改善办学条件", *([point.rstrip("。")] * is_task)]


def test_targets_that_tell_of_deeds_are_rows_of_the_grammar() -> None:
    assert {rule.removeprefix("target/") for rule in _DEEDS} <= {row.name for row in TARGETS}


TABLE = "一、职责分工\n\n| 责任部门 | {head} |\n| --- | --- |\n| 市民政局 | {one} |\n| 市教育局 | {other} |\n"


@pytest.mark.parametrize(
    ("head", "one", "other", "expected"),
    [
        # Whatever the column is called that tells each what to do.
        ("政策开发重点领域", "提高社会救助水平。", "改善学校卫生环境，抓好食品安全。", ["提高社会救助水平", "改善学校卫生环境，抓好食品安全"]),
        ("职责", "加强社区服务建设。", "开展健康教育。", ["加强社区服务建设", "开展健康教育"]),
        ("主要职责", "推进养老服务。", "组织校园活动。", ["推进养老服务", "组织校园活动"]),
        # A register tells nobody to do anything.
        ("地址", "东山路1号", "西河路2号", []),
        ("联系人", "王先生", "李女士", []),
    ],
)  # fmt: skip
def test_rows_of_a_table_of_duties(head: str, one: str, other: str, expected: list[str]) -> None:
    text = LEAD + TABLE.format(head=head, one=one, other=other)
    whole = mend(outline(Document("n", "n.md", "0" * 64, "text/markdown", "utf-8", text)))
    found = tasks(whole, list(table_rows(whole)))
    assert [fact.values["title"] for fact in found if fact.table_id] == expected
