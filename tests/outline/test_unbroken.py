"""A notice that lost every line end has its title, number, days, issuers and points all the same, or says why not."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

PLAN = (
    "临江市人民政府办公室关于印发临江市绿色出行实施方案的通知临政办发〔2024〕5号各县（区）人民政府，市政府各部门:"
    "《临江市绿色出行实施方案》已经市政府同意，现印发给你们，请认真贯彻执行。临江市人民政府办公室2024年5月6日(此件公开发布)"
    "临江市绿色出行实施方案为贯彻落实《某省绿色出行条例》，制定本方案。一、总体目标到2026年，新建步道13公里。"
    "二、重点任务(一)项目建设。新建停车位200个。(责任单位：市园林局)(二)和谐共建。1.开展宣传。每年举办4场。2.开展评选。"
    "三、保障措施(一)加强领导。(二)强化督导。附件：1.任务分工表2.指标表"
)
DIRECT = (
    "临园发〔2025〕12号临江市园林局关于调整养护标准的通知各区园林局，有关单位：为做好养护工作，现就有关事项通知如下："
    "一、养护标准为每平方米12元。二、自2025年4月1日起执行。临江市园林局2025年3月1日"
)
RULES = "临江市园林管理办法第一章总则第一条为了规范管理，制定本办法。第二条本办法适用于本市。第二章管理第三条市园林局负责监督。第四条每年检查2次。"
VARIANTS = (
    (
        PLAN,
        ("临江市人民政府办公室关于印发临江市绿色出行实施方案的通知", "临政办发〔2024〕5号", "2024-05-06", ["临江市人民政府办公室"]),
        ["一", "二", "二/（一）", "二/（二）", "二/（二）/1", "二/（二）/2", "三", "三/（一）", "三/（二）"],
    ),
    (
        DIRECT,
        ("临江市园林局关于调整养护标准的通知", "临园发〔2025〕12号", "2025-03-01", ["临江市园林局"]),
        ["一", "二"],
    ),
    (
        RULES,
        ("临江市园林管理办法", None, None, []),
        ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条", "第二章/第四条"],
    ),
)  # fmt: skip


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


@pytest.mark.parametrize(("text", "head", "points"), VARIANTS)
def test_a_notice_in_one_line(text: str, head: tuple[object, ...], points: list[str]) -> None:
    made = outlined(text)
    block = made.title_block
    assert (block.title, block.doc_number, block.written_date, [n.name for n in block.issuers]) == head
    assert [c.clause_id for c in made.clauses] == points
    assert not made.issues


def test_what_is_issued_and_annexed_is_told_too() -> None:
    made = outlined(PLAN)
    assert made.title_block.subject_title == "临江市绿色出行实施方案"
    assert [n.name for n in made.title_block.recipients] == ["各县（区）人民政府", "市政府各部门"]
    assert [a.title for a in made.annexes] == ["任务分工表", "指标表"]
    assert made.passages[-2].text == "（二）强化督导。"


@pytest.mark.parametrize(
    "text",
    ["抓好落实，形成合力，" * 20, "新建步道13公里，按期完成。" * 12, "一、抓好落实。二、形成合力。" * 8],
)
def test_where_no_title_is_found_one_issue_says_so(text: str) -> None:
    assert [issue.kind for issue in outlined(text).issues] == ["no_line_ends"]


@pytest.mark.parametrize(
    "annexes", ["附件：1.任务分工表2.指标清单", "附件：绿地名录", "附表：1.图书目录2.申请书3.样式"]
)
def test_a_signature_below_the_annexes_and_what_is_issued_below_that(annexes: str) -> None:
    text = (
        "关于印发某方案的通知各单位：现印发给你们，请认真执行。"
        + annexes
        + "临江市园林局2025年3月1日临江市绿地养护工作方案一、目标。建成绿地20处。二、任务。（一）甲。（二）乙。"
    )
    made = outlined(text)
    assert [n.name for n in made.title_block.issuers] == ["临江市园林局"]
    assert made.title_block.written_date == "2025-03-01"
    assert len(made.annexes) == annexes.count(".") or len(made.annexes) == 1
    assert [c.clause_id for c in made.clauses] == ["一", "二", "二/（一）", "二/（二）"]


def test_every_character_stays_in_its_place() -> None:
    shown = [(p.text[i], PLAN[place]) for p in outlined(PLAN).passages for i, place in enumerate(p.places)]
    assert len(shown) == len(PLAN)
    assert all(a == b or (a, b) in {("（", "("), ("）", ")"), ("：", ":")} for a, b in shown)
