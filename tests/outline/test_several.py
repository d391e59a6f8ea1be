"""A file of several notices is several; a notice with another inside is one; what is not sure is said."""

from __future__ import annotations

import pytest

from pipeline.messages import say
from pipeline.model import Box, Document, Grid, Issue, Page, Passage, Piece, Span
from pipeline.outline import outline, split
from pipeline.outline.further import further

ANNEX = "附件\n甲市养老服务实施方案\n　　一、总体要求\n　　到2025年，建设床位500张。\n"


def notice(organ: str, title: str, number: str = "", day: str = "2023年3月1日") -> str:
    """Of 甲市民政局 about 印发甲市…方案."""
    lines = [
        f"{organ}关于{title}的通知",
        number,
        "各县（区）人民政府，市政府各部门：",
        f"　　为做好{title[-6:]}有关工作，现将有关事项通知如下。",
        "　　一、到2025年底前，建成服务站30个。",
        day and organ,
        day,
    ]
    return "".join(f"{line}\n" for line in lines if line)


FIRST = notice("甲市人民政府办公室", "印发甲市养老服务实施方案", "甲政办发〔2023〕5号")
SECOND = notice("甲市民政局", "做好托育服务", "甲民发〔2023〕8号", "二〇二三年四月一日")
THIRD = notice("乙省财政厅", "加强助餐补助管理", "乙财社〔2022〕18号")
FORWARDED = notice("国务院办公厅", "加强养老服务工作", "国办发〔2022〕3号", "2022年12月1日")


def document(text: str, **more: object) -> Document:
    return Document("x", "x.txt", "0" * 64, "text/plain", "utf-8", text, **more)  # type: ignore[arg-type]


def ids(text: str) -> list[str]:
    return [one.notice_id for one in split(document(text))]


def unsure(text: str) -> list[str]:
    made = [outline(one) for one in split(document(text))]
    return [issue.message.en for one in made for issue in one.issues if issue.kind == "several_notices"]


SEVERAL = {
    "one after another": FIRST + SECOND + THIRD,
    "blank lines between all lines": (FIRST + SECOND + THIRD).replace("\n", "\n\n"),
    "below an annex": FIRST + ANNEX + SECOND + THIRD,
    "below a list of annexes": FIRST + "附件：1.甲市养老服务实施方案\n" + SECOND + THIRD,
    "red heads with the number above the title": "".join(
        f"{one[0].split('关于')[0]}文件\n{one[1]}\n{one[0]}\n" + "\n".join(one[2:]) + "抄送：市委办公室。\n"
        for one in (text.split("\n") for text in (FIRST, SECOND, THIRD))
    ),
    "titles over two lines": (FIRST + SECOND + THIRD).replace("关于", "\n关于"),
    "numbered": f"一、{FIRST}二、{SECOND}三、{THIRD}",
    "pages": f"# Page 1:\n{FIRST}# Page 2:\n{SECOND}\f{THIRD}",
}  # fmt: skip


@pytest.mark.parametrize("kind", SEVERAL)
def test_each_of_several_is_a_notice(kind: str) -> None:
    text = SEVERAL[kind]
    parts = split(document(text))
    assert [one.notice_id for one in parts] == ["x", "x~甲民发〔2023〕8号", "x~乙财社〔2022〕18号"]
    blocks = [outline(one).title_block for one in parts]
    assert [block.doc_number for block in blocks] == [
        "甲政办发〔2023〕5号",
        "甲民发〔2023〕8号",
        "乙财社〔2022〕18号",
    ]
    assert [block.title.partition("关于")[0] for block in blocks] == [
        "甲市人民政府办公室",
        "甲市民政局",
        "乙省财政厅",
    ]
    assert [block.written_date for block in blocks] == ["2023-03-01", "2023-04-01", "2023-03-01"]
    assert "".join(one.text for one in parts) == text
    for one in parts:
        assert one.source_span and text[one.source_span.start : one.source_span.end] == one.text
    assert unsure(text) == []


ONE = {
    "a notice": FIRST,
    "with the plan it issues": FIRST + ANNEX,
    "with what it forwards, named in its title": FORWARDED.replace("国务院办公厅关于", "甲市政府办公室转发国务院办公厅关于", 1) + FORWARDED,
    "with what it forwards, named in its text": FIRST.replace("现将有关事项", "现将《国务院办公厅关于加强养老服务工作的通知》转发给你们，有关事项") + FORWARDED,
    "with what its list of annexes names": FIRST + "附件：1.国务院办公厅关于加强养老服务工作的通知\n" + FORWARDED,
    "with another under the label of an annex": f"{FIRST}附件2\n{FORWARDED}",
    "with another under 附": f"{FIRST}附：\n{FORWARDED}",
    "with a cover": "甲市人民政府办公室文件\n甲政办发〔2023〕5号\n甲市人民政府办公室关于印发甲市养老服务实施方案的通知\n" + FIRST,
    "with a list of documents": FIRST + "".join(f"{n}.甲市关于加强{x}工作的通知\n甲政发〔201{n}〕1号\n" for n, x in enumerate("子丑寅")),
    "with a blank letter": FIRST + "附件1\n甲市民政局关于申请补助的函\n省民政厅：\n　　申请补助××万元。\n××年×月×日\n",
    "on a draft, with the draft": "甲市民政局关于公开征求《甲市民政局关于加强托育服务的通知（征求意见稿）》意见的公告\n　　意见请于5月1日前反馈。\n甲市民政局\n2023年3月1日\n甲市民政局关于加强托育服务的通知（征求意见稿）\n各区民政局：\n　　到2025年，建成30个。\n2023年5月1日\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", ONE)
def test_one_notice_is_one(kind: str) -> None:
    whole = document(ONE[kind])
    assert split(whole) == (whole,)
    assert unsure(ONE[kind]) == []


UNSURE = {
    "without number below an annex": FIRST + ANNEX + notice("甲市民政局", "做好托育服务"),
    "the same once more": FIRST + FIRST,
    "quoted": f"{FIRST}另一通知全文如下：\n{SECOND}",
    "a letter that is filled in": f"{FIRST}附件1\n公函格式\n{notice('甲市民政局', '申请补助')}",
    "addressees alone": FIRST + notice("甲市民政局", "做好托育服务", day=""),
}


@pytest.mark.parametrize("kind", UNSURE)
def test_what_is_not_sure_stays_and_is_said(kind: str) -> None:
    assert ids(UNSURE[kind]) == ["x"]
    (said,) = unsure(UNSURE[kind])
    assert said.startswith("another notice may begin here: 甲市")


def test_a_document_that_is_only_cited_is_another() -> None:
    cited = FIRST.replace("现将", "根据《国务院办公厅关于加强养老服务工作的通知》要求，现将")
    assert ids(cited + FORWARDED) == ["x", "x~国办发〔2022〕3号"]


def test_notices_without_addressees_or_number_above() -> None:
    public = "甲市民政局关于公布养老机构名单的公告\n　　现将名单公布如下。\n甲市民政局\n2023年3月1日\n"
    other = (
        "甲市财政局关于发布补助标准的公告\n甲财〔2023〕6号\n　　每人每月200元。\n甲市财政局\n2023年4月1日\n"
    )
    assert ids(public + other) == ["x", "x~甲财〔2023〕6号"]


def test_what_is_set_aside_above_a_title_is_no_notice() -> None:
    lines = ("上一页的一句话。", "2023年2月1日", *SECOND.splitlines())
    passages = [
        Passage(line, tuple(range(n * 100, n * 100 + len(line))), "furniture" if n < 2 else "body")
        for n, line in enumerate(lines)
    ]
    assert list(further(passages)) == []


def test_a_table_of_contents_begins_none() -> None:
    contents = "目录\n1.甲市民政局关于做好托育服务的通知\n2.乙省财政厅关于加强助餐补助管理的通知\n"
    assert ids(contents + FIRST + SECOND + THIRD) == ["x", "x~甲民发〔2023〕8号", "x~乙财社〔2022〕18号"]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("甲市人民政府令\n第61号\n", "甲市人民政府令第61号"),
        ("甲市人民政府公告\n2023年第5号\n", "甲市人民政府公告2023年第5号"),
    ],
)
def test_the_head_of_an_order_begins_a_notice(head: str, number: str) -> None:
    order = f"{head}《甲市养老服务管理办法》已经通过，现予公布。\n甲市人民政府\n2023年3月1日\n"
    assert ids(FIRST + order) == ["x", f"x~{number}"]


def test_names_do_not_change_when_another_notice_is_put_behind_or_between() -> None:
    bare = notice("甲市民政局", "做好托育服务")
    (_, first), (_, again, _) = ids(FIRST + bare), ids(FIRST + bare + THIRD)
    assert first == again and ids(FIRST + THIRD + bare)[2] == first
    assert ids(FIRST) == ["x"]


def test_two_with_one_number_have_two_names() -> None:
    misprinted = THIRD.replace("乙财社〔2022〕18号", "甲民发〔2023〕8号")
    assert ids(FIRST + SECOND + misprinted) == ["x", "x~甲民发〔2023〕8号", "x~甲民发〔2023〕8号-2"]


def test_all_that_points_into_the_text_goes_with_it() -> None:
    text, at = FIRST + SECOND, len(FIRST)
    piece = Piece("甲", Span(at + 1, at + 2))
    whole = document(
        text,
        starts=(at,),
        pages=(Page(7, Span(0, at - 3)), Page(8, Span(at - 3, at + 9)), Page(9, Span(at + 9, len(text)))),
        boxes=(Box(Span(1, 2), 7, 0, 0, 1, 1), Box(Span(at, at + 3), 8, 0, 0, 1, 1)),
        grids=(Grid(((piece, piece),), Span(at + 1, at + 5)),),
        issues=(
            Issue("side_file", say("side_file_alone")),
            Issue("x", say("side_file_alone"), "", Span(at + 2, at + 4)),
        ),
        doubtful=(Span(at + 6, at + 7),),
    )
    first, second = split(whole)
    assert [(page.number, page.span) for page in second.pages] == [(8, Span(0, 9)), (9, Span(9, len(SECOND)))]
    assert [page.number for page in first.pages] == [7, 8]
    assert (first.boxes[0].span, second.boxes[0].span) == (Span(1, 2), Span(0, 3))
    assert second.grids[0].rows[0][0] is second.grids[0].rows[0][1]
    assert second.grids[0].rows[0][0].span == Span(1, 2)
    assert [issue.kind for issue in first.issues] == ["side_file"]
    assert [issue.span for issue in second.issues] == [Span(2, 4)]
    assert second.doubtful == (Span(6, 7),)


def test_a_file_of_its_own_begins_a_notice_whatever_it_begins_with() -> None:
    text = FIRST + "甲市某方案\n一、建站30个。\n"
    parts = split(document(text, starts=(len(FIRST),)))
    assert [one.text for one in parts] == [FIRST, text[len(FIRST) :]]
