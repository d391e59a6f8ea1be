"""Heads of which a part stands alone on its line, or whose line ends fall where another line might begin."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Grid, Outline, Piece, Span
from pipeline.outline import outline

PASSED = "《临江市供水管理办法》已经会议审议通过，现予公布，自2024年7月1日起施行。\n"
BELOW = "2024年5月12日\n临江市供水管理办法\n第一章 总则\n第一条 为规范供水，制定本办法。\n"


def read(text: str, kind: str = "text/plain") -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, kind, "utf-8", text))


@pytest.mark.parametrize(
    ("head", "number", "issuers"),
    [
        ("临江市人民政府\n令\n第 61 号\n", "临江市人民政府令第61号", ["临江市人民政府"]),
        ("临江市财政局\n临江市水利局\n令\n第9号\n", "临江市财政局临江市水利局令第9号", ["临江市财政局", "临江市水利局"]),
        ("教育部 财政部\n令\n2024年 第5号\n", "教育部财政部令2024年第5号", ["教育部", "财政部"]),
    ],
)  # fmt: skip
def test_the_word_of_an_order_alone_on_its_line(head: str, number: str, issuers: list[str]) -> None:
    block = read(head + PASSED + BELOW).title_block
    assert (block.title, block.doc_number) == ("临江市供水管理办法", number)
    assert [named.name for named in block.issuers] == issuers


def test_an_order_of_several_that_prints_no_title() -> None:
    block = read(f"临江市财政局\n临江市水利局\n令\n第9号\n{PASSED}局长：甲某某\n2024年5月12日\n").title_block
    assert block.title == "临江市财政局临江市水利局令"
    assert block.doc_number == "临江市财政局临江市水利局令第9号"


@pytest.mark.parametrize("who", ["临江省发展和改革委员会", "市人民政府", "临江县教育局"])
def test_what_became_of_a_paper_goes_on_below_the_body_that_passed_it(who: str) -> None:
    text = f"临江市财政局\n令\n第9号\n\n  《临江市供水管理办法》已经{who}\n第12次会议、局务会议审议通\n过，现予公布。\n"
    passages = read(text + BELOW).passages
    assert any(f"已经{who}第12次会议、局务会议审议通过，现予公布。" in passage.text for passage in passages)


@pytest.mark.parametrize(
    "title", ["关于开展“清水行动\n·第二季”活动的通知", "关于学习《甲某讲话\n·春季篇》的通知"]
)
def test_a_point_within_a_title_begins_no_menu(title: str) -> None:
    text = f"临江市教育局{title}\n各区县教育局：\n请认真组织。\n临江市教育局\n2024年5月12日\n"
    assert read(text).title_block.title == "临江市教育局" + "".join(title.split("\n"))


@pytest.mark.parametrize(
    "last", ["文号：临政办〔2024〕5号 主 题 词：", "文 号：临政办〔2024〕5号 公 开 时 限：", "文号：临政办〔2024〕5号  来 源："]
)  # fmt: skip
def test_a_field_of_letters_with_blanks_between_them_is_one(last: str) -> None:
    title = "临江市人民政府办公室关于春季造林的通知"
    text = f"发布机构：政府办 发文日期：2024年5月7日\n{last}\n{title}\n各乡镇人民政府：\n请认真组织。\n"
    block = read(text).title_block
    assert (block.title, block.doc_number) == (title, "临政办〔2024〕5号")


@pytest.mark.parametrize("marks", ["##", "###", "#", "## "])
def test_a_heading_of_markdown_whose_blank_is_lost(marks: str) -> None:
    text = f"{marks}临江市教育局关于春季入学的通知\n\n各学校：\n请认真组织。\n\n{marks}一、总体要求\n\n按时入学。\n"
    block = read(text, "text/markdown").title_block
    assert block.title == "临江市教育局关于春季入学的通知"
    assert all("#" not in passage.text for passage in read(text).passages if "通知" in passage.text)


def test_a_word_between_two_signs_is_no_heading() -> None:
    texts = [passage.text for passage in read("转发#春季造林#话题。\n#春季造林#\n").passages]
    assert any("#春季造林#" in text for text in texts)


@pytest.mark.parametrize("level", ["特急·明电", "加急 明电", "特提·明电"])
def test_the_form_of_a_telegram_has_its_number_among_its_fields(level: str) -> None:
    text = (
        f"发电单位 临江省防汛抗旱指挥部 签批盖章 甲某某\n等级 {level} 临汛电〔2024〕17号 临机发 号\n"
        "关于做好防汛工作的紧急通知\n各市防汛抗旱指挥部：\n请认真组织。\n"
    )
    block = read(text).title_block
    assert (block.title, block.doc_number) == ("关于做好防汛工作的紧急通知", "临汛电〔2024〕17号")


ROWS = "序号\t重点任务\t牵头单位\n1\t新建幼儿园5所\t区教育局\n2\t改造厕所20座\t区住建局\n"


@pytest.mark.parametrize(
    ("first", "second"), [("附件1：", "附件2："), ("附件1", "附件2"), ("附表1", "附表2")]
)
@pytest.mark.parametrize("below", ["临江区民生实事考核评分细则", "关于印发民生实事办法的通知"])
def test_of_annexes_alone_the_title_is_that_of_the_first(first: str, second: str, below: str) -> None:
    text = f"{first}\n\n临江区2024年民生实事任务分解表\n\n{ROWS}\n{second}\n\n{below}\n\n一、考核依据上级规定。\n"
    block = read(text).title_block
    assert (block.title, block.document_type) == ("临江区2024年民生实事任务分解表", "任务分解表")


def grid(*rows: str) -> Document:
    """A table whose first row is one cell over all columns, as a file that tells cells apart gives it."""
    text, made = "", []
    for n, row in enumerate(rows):
        cells = []
        for words in row.split("|"):
            cells.append(Piece(words, Span(len(text), len(text) + len(words))))
            text += f"{words}\t"
        made.append(tuple(cells * 3 if n == 0 else cells))
        text = f"{text[:-1]}\n"
    table = Grid(tuple(made), Span(0, len(text)))
    return Document(
        "n", "n.html", "0" * 64, "text/html", "utf-8", f"{text}备注：由督查室解释。\n", grids=(table,)
    )


@pytest.mark.parametrize(
    "title", ["临江区2024年民生实事任务分解表", "云山县权责事项清单（2024年版）", "甲镇公共服务指标体系"]
)
def test_a_title_in_the_first_row_of_the_table_a_text_begins_with(title: str) -> None:
    made = outline(grid(title, "序号|重点任务|牵头单位", "1|新建幼儿园5所|区教育局"))
    assert made.title_block.title == title
    assert not [issue for issue in made.issues if issue.kind == "title_not_found"]


def test_a_first_row_that_ends_as_no_title_is_none() -> None:
    assert outline(grid("单位：万元", "序号|重点任务|牵头单位", "1|幼儿园|区教育局")).title_block.title == ""


@pytest.mark.parametrize("ledger", ["重点任务台账", "隐患排查台账"])
def test_a_word_that_only_begins_as_the_end_of_a_name_does_names_no_body(ledger: str) -> None:
    assert read(f"附件：\n临江区“双减”工作\n{ledger}\n{ROWS}").title_block.issuers == ()


def test_who_fills_in_a_list_stands_apart_from_the_day() -> None:
    text = f"云山县问题整改销号表\n\n填报单位（盖章）：云山县农业农村局    填报日期：2024年3月20日\n\n{ROWS}"
    assert read(text).title_block.written_date == "2024-03-20"


def test_fields_above_an_annex_leave_it_its_title() -> None:
    fields = (
        "文档类型：政策类\n发布机构：某部门\n文件名称：临江区农业三年行动计划（2021-2023年）\n文件编号：无\n"
    )
    text = f"{fields}\n附件\n\n临江区农业三年行动计划\n\n（2021-2023年）\n\n为加快发展，制定本计划。\n"
    block = read(text).title_block
    assert block.title == "临江区农业三年行动计划（2021-2023年）" and block.title_span is not None
