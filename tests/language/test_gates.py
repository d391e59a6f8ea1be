"""What is told by a few letters before a pattern is tried: nothing that the pattern would find is passed over."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.extract.citations import numbers_beside
from pipeline.extract.duties import in_parts
from pipeline.extract.duties import tokens as duty_tokens
from pipeline.language import cited_numbers, labels, value_cells
from pipeline.language.brackets import open_brackets
from pipeline.language.times import bases
from pipeline.model import Document
from pipeline.outline import fragments
from pipeline.outline.dates import printed_date, signed_date
from pipeline.outline.lines import text_to_lines
from pipeline.outline.running_text import begins_none, is_prose


@pytest.mark.parametrize(
    "text",
    [
        "按国务院令第722号办理",
        "见工业和信息化部37号令第5号",
        "依财政部公告2019年第76号执行",
        "按（86）财税字第82号文件办理",
        "见财税字〔87〕第15号",
    ],
)
def test_orders_and_old_numbers_are_found(text: str) -> None:
    assert cited_numbers._ORDER.search(text)
    assert list(cited_numbers.numbers_in(text))


def test_a_text_of_other_numbers_holds_no_order() -> None:
    assert not cited_numbers._may_have_order("按某政办发〔2024〕15号（第3条）办理")


@pytest.mark.parametrize("head", labels.duty_words("head"))
@pytest.mark.parametrize("form", ["牵头{}", "责任{}（人）", "配合{}名称", "责任（牵头）{}"])
def test_a_heading_ends_as_labels_do(head: str, form: str) -> None:
    heading = form.format(head)
    found = labels._HEADING.search(heading)
    assert bool(found) == bool(labels.heading_role(heading))


@pytest.mark.parametrize("word", [*labels.duty_words("role", "lead", "support"), "责任分工"])
def test_a_role_alone_is_a_heading_as_before(word: str) -> None:
    assert bool(labels._HEADING.search(word)) == bool(labels.heading_role(word))


@pytest.mark.parametrize(
    "day", ["2024年3月1日", "二〇二四年三月一日", "2024.3.1", "2024年3月l号", "2024-3-О1"]
)
def test_a_day_behind_who_signs(day: str) -> None:
    assert bool(signed_date(f"某市民政局{day}")) == (not day.endswith("О1"))


def test_who_printed_it_and_when() -> None:
    assert [
        bool(printed_date(f"某市人民政府办公室2024年3月2日{end}")) for end in ("印发", "印制", "印", "公开")
    ] == [
        True,
        True,
        True,
        False,
    ]


def texts(*examples: str) -> list[str]:
    """The examples, and a thousand short texts of their letters."""
    draw, letters = Random(11), "".join(examples)
    return [*examples, *("".join(draw.choices(letters, k=draw.randint(1, 7))) for _ in range(1000))]


def test_a_text_without_the_beginning_of_a_time_has_none() -> None:
    found = 0
    for text in texts(
        *(example for row in bases.BASES for example in row.examples), "市财政局、区政府办公室"
    ):
        if bases._SCAN.any.search(text):
            found += 1
            assert "之日" in text or not bases._BEGINNINGS.isdisjoint(text), text
    assert found > 100


def test_a_phrase_without_a_word_of_duty_has_no_verb() -> None:
    words = [word for kind in ("act", "role", "with") for word in labels.duty_words(kind)]
    found = 0
    for text in texts(
        *(f"甲局{word}" for word in words), "按各自职责做好工作", "各司其职", "具体事宜", "会同乙局"
    ):
        if duty_tokens._VERB.search(text):
            found += 1
            assert any(word in text for word in duty_tokens._OF_VERBS), text
    assert found > 50


def test_what_stands_beside_a_title_has_a_sign() -> None:
    examples = (
        "JGJ450",
        "GB 50016—2014",
        "建标143—2010",
        "91号主席令",
        "财政部公告2023年第28号",
        "T/CNS 12-2021",
    )
    found = 0
    for text in texts(*examples):
        assert [n.number for n in numbers_beside._beside(text)] == [
            m[0] for m in numbers_beside._BESIDE.finditer(text)
        ]
        found += bool(numbers_beside._beside(text))
    assert found >= len(examples)


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("", [0]),
        ("甲乙", [0, 0, 0]),
        ("甲（乙〔丙〕）丁", [0, 0, 1, 1, 2, 2, 1, 0, 0]),
        ("甲）乙（丙》", [0, 0, 0, 0, 1, 1, 1]),
        ("(甲]【乙）", [0, 1, 1, 0, 1, 1, 0]),
    ],
)
def test_open_brackets(text: str, depths: list[int]) -> None:
    assert open_brackets(text) == depths


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("各镇人民政府要加强组织领导，明确工作责任，确保各项任务落到实处", True),
        ("　　各镇人民政府要加强组织领导，明确工作责任，确保各项任务落到实处", True),
        ("\t\t各镇人民政府要加强组织领导，明确工作责任，确保各项任务落到实处", False),
        ("各镇人民政府要加强组织领导|明确工作责任，确保各项任务落到实处", False),
        ("各镇人民政府 30 20 10 各镇人民政府要加强组织领导，明确工作责任", False),
        ("各镇人民政府", False),
    ],
)
def test_a_long_line_that_nothing_parts_is_no_table(text: str, prose: bool) -> None:
    (line,) = text_to_lines(text, markdown=False)
    assert is_prose(line) == prose


def test_words_alone_are_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = texts(
        "约三成", "十张", "两年", "百元", "五天", "六个月", "半年", "翻番", "减半", "二期", "市局", "Ⅲｏ"
    )
    read = [value_cells.value_cell.__wrapped__(text) for text in drawn]
    assert sum(map(bool, read)) > 15
    monkeypatch.setattr(value_cells, "NUMERALS", frozenset("".join(drawn)))
    assert read == [value_cells.value_cell.__wrapped__(text) for text in drawn]


def test_who_leads_in_a_sentence_is_asked_where_somebody_does(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Random(3)
    parts = [
        *(
            "市教育局牵头",
            "县公安局配合",
            "由市水利局负责",
            "会同市财政局组织实施",
            "各镇街落实",
            "堤防由市水利局承担",
        ),
        *("市民政局支撑", "县残联按职责分工负责", "6月底前完成", "市教育局、市财政局参与工作"),
    ]
    drawn = ["，".join(draw.choices(parts, k=draw.randint(1, 4))) + "。" for _ in range(150)]
    read = [list(in_parts.duties_in_parts(text)) for text in drawn]
    assert sum(map(bool, read)) > 20
    monkeypatch.setattr(in_parts, "_leading", lambda: ("",))
    assert read == [list(in_parts.duties_in_parts(text)) for text in drawn]


def test_no_table_is_lost_with_the_lines_at_which_none_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    draw, found = Random(5), 0
    tables = [
        "序号\n任务\n牵头单位\n完成时限\n1\n修桥\n县住建局\n6月底\n2\n植树，护绿\n县林业局\n7月底\n3\n清淤\n县水利局\n8月底",
        "镇街 床位（张） 公厕（座）\n甲镇 1，200 3\n乙镇 30 2\n丙镇 8 1",
        "设施，标准\t数量\t备注\n书房\t3\t\n驿站\t5\t新建",
        "序号 任务 牵头单位 配合单位\n1 修桥。 县住建局 县财政局、\n县水利局\n2 植树， 县林业局 县公安局\n3 清淤。 县水利局 县财政局",
        "部门，单位      职责\n----------  --------\n市财政局     保障经费。",
        "镇街|床位（张）|公厕（座）\n甲镇|3|4\n乙镇|5|6\n丙镇|7|8",
        "序号任务名称主要内容责任单位完成时限\n1通道绿化绿化国省干道86公里县林业局2026年12月底前\n2水系绿化建设林带42公里县水利局2027年6月底前",
        '序号,任务,责任单位\n1,"修路，\n修桥",交通局\n2,植树,林业局',
        "学区\n学校\n人数\n班数\n城关学区\n一小\n989\n26\n二小\n1，093\n29\n东学区\n三小\n400\n9\n四小\n300\n8",
        "甲镇，含园区 30\n乙镇 20\n丙镇 8\n丁镇 6\n戊镇 5\n己镇 7",
        "任务分解，序号\n任务\n牵头单位\n完成时限\n1\n修桥\n县住建局\n6月底\n2\n植树\n县林业局\n7月底\n3\n清淤\n县水利局\n8月底\n4\n护坡\n县水利局\n9月底",
        "1，200\n甲镇\n3\n乙镇\n4\n丙镇\n5\n丁镇\n6\n戊镇\n7\n己镇\n8\n庚镇\n9\n辛镇\n3\n壬镇\n2\n癸镇\n5",
        "指标（亿元，现价） 2025年 2026年\n收入 3 5\n支出 4 6\n结余 5 7",
        "农业、林业 甲镇 3 5\n工业 乙镇 4 6\n旅游、康养 丙镇 5 7",
    ]
    said = [
        "组织对2022 年已立项标准进行评审。梳理汇编全省",
        "技术委员会，",
        "（一）严格按标准开展审批，全面完成改造（含自建，",
        "各级审改部门、各级大数据管",
        "新增床位30张，新建公厕 2",
        "二、重点任务",
        "附件：计划表（序号、任务，",
        "2，300",
        "联系人：王某  电话：023-1234567",
    ]
    for _ in range(60):
        parts = [*draw.sample(tables, 2), *draw.choices(said, k=8)]
        draw.shuffle(parts)
        text = "\n".join(parts)
        one = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
        lines = text_to_lines(text, markdown=False)
        cut = fragments.cut_fragments.__wrapped__(lines, one)  # type: ignore[attr-defined]
        with monkeypatch.context() as patch:
            patch.setattr(fragments, "begins_none", lambda line: False)
            assert fragments.cut_fragments.__wrapped__(lines, one) == cut  # type: ignore[attr-defined]
        found += len(cut[1])
    assert found > 50


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("组织对2022 年已立项标准进行评审。梳理汇编全省", True),
        ("各级审改部门、各级大数据管", True),
        ("技术委员会，", True),
        ("甲镇 1，200 3", False),
        ("道路、桥梁 3 5", False),
        ("1，200", False),
        ("社会消费品零售总额（亿元，可比价）", False),
        ("设施，标准\t数量", False),
        ("指标（亿元，现价） 2025年 2026年", False),
        ("甲，乙  丙，丁", False),
        ("镇街", False),
    ],
)
def test_a_line_of_running_text_begins_no_table(text: str, none: bool) -> None:
    (line,) = text_to_lines(text, markdown=False)
    assert begins_none(line) == none
