"""Bare numbers of pages inside sentences, and lines printed twice, are no words of the notice."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline
from pipeline.outline.lines import text_to_lines
from pipeline.outline.printed_again import mark_page_counts, mark_pages_again

HEAD = "某市人民政府关于推进养老服务的通知\n某政发〔2024〕20号\n各区人民政府：\n"
FILL = ["建立工作专班，统筹推进各项任务落地见效", "完善政策措施，引导社会力量参与运营服务"]


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "", "text/plain", "utf-8", text))


def said(made: Outline) -> str:
    return "".join(passage.text for passage in made.passages if passage.role != "furniture")


def aside(made: Outline) -> list[str]:
    return [repair.before for repair in made.repairs if repair.kind == "set_aside"]


def paged(*cuts: tuple[str, str], apart: int = 12) -> str:
    """Pages of as many lines, each ending in the first half of a sentence and begun by the second."""
    lines = [*HEAD.splitlines(), *(FILL * apart)[: apart - 4]]
    for number, (above, below) in enumerate(cuts, 1):
        lines += [above, str(number), below, *(FILL * apart)[: apart - 3]]
    return "\n".join(lines) + "。\n"


@pytest.mark.parametrize(
    "cuts",
    [
        [("全市管网漏损率要求控制在5", ".2%以内。"), ("各区要加强统筹，新增床位1", "20张。")],
        [("深入推进适老化改造工程，至少完", "成23处。"), ("市民政局要加强指导。", "各区抓好落实。")],
        [
            ("全市护理型床位占比，力争达到6", "1%。"),
            ("新建社区食堂，不少于3", "0家。"),
            ("（责任单位：市民政局、", "市财政局）"),
        ],
    ],
)
def test_bare_numbers_count_the_pages(cuts: list[tuple[str, str]]) -> None:
    made = outlined(paged(*cuts))
    assert all(above + below in said(made) for above, below in cuts)
    assert aside(made) == [str(n) for n in range(1, len(cuts) + 1)]


@pytest.mark.parametrize(
    "text",
    [
        # Numbers of rows stand where something is over, closer together, or not from the beginning on.
        paged(("市教育局", "2.改善校舍"), ("市财政局", "3.改善宿舍")),
        paged(("全市管网漏损率要求控制在5", ".2%以内。"), ("各区要加强统筹，新增床位1", "20张。"), apart=6),
        paged(*[("深入推进改造工程，至少完", "成23处。")] * 2).replace(
            HEAD, HEAD + "加强统筹，推进落实。\n" * 40
        ),
    ],
)
def test_other_numbers_count_no_pages(text: str) -> None:
    assert not {"1", "2"} & set(aside(outlined(text)))


@pytest.mark.parametrize(
    "line", ["到2025年，新增床位300张。", "养老床位达到500张，护理型", "建立工作专班，统筹推进落实；"]
)
def test_a_sentence_printed_twice_is_read_once(line: str) -> None:
    made = outlined(f"{HEAD}{line}\n{line}\n各区要抓好落实。\n")
    assert said(made).count(line) == 1 and aside(made) == [line]


@pytest.mark.parametrize("line", ["到2025年，新增床位300张。", "养老床位逐年增加，其中护理型"])
def test_the_last_line_of_a_page_printed_again_on_the_next_is_read_once(line: str) -> None:
    made = outlined(f"{HEAD}{line}\n- 3 -\n{line}\n各区要抓好落实。\n")
    assert said(made).count(line) == 1 and aside(made) == ["-3-", line]


def test_names_on_either_side_of_a_page_end_are_two_cells() -> None:
    names = "市教育局、市财政局、市住建局"
    assert aside(outlined(f"{HEAD}{names}\n- 3 -\n{names}\n")) == ["-3-"]


@pytest.mark.parametrize(
    "lines",
    [
        ["市教育局、市财政局、市住建局"] * 2,  # lead and support, one cell a line
        ["张三\t建成床位300张，12月底前"] * 2,
        ["新增床位300张，12月底前", "", "新增床位400张，12月底前"],
    ],
)
def test_names_rows_and_other_sentences_are_not(lines: list[str]) -> None:
    assert not aside(outlined(HEAD + "\n".join(lines) + "\n"))


def test_what_a_site_says_of_a_text_above_it_is_its_beginning() -> None:
    text = "某省政府关于实施\n《甲决定》的意见\n（某政〔2001〕85号）\n各市人民政府，省政府各部门：\n为贯彻《甲决定》（国发〔2001〕21号）精神，提出意见。\n一、加强领导\n"
    preview = "".join(text.split())[:60]
    made = outlined(f"某省政府关于实施《甲决定》的意见\n{preview}\n{text}")
    assert aside(made) == [preview]
    assert (made.title_block.title, made.title_block.doc_number) == (
        "某省政府关于实施《甲决定》的意见",
        "某政〔2001〕85号",
    )


def test_a_row_that_begins_as_the_next_one_stays() -> None:
    row = "责任单位：市教育局、市财政局、市民政局、市卫生健康委员会、市医疗保障局"
    assert aside(outlined(f"{HEAD}{row}\n{row}、市残联\n请执行。\n")) == []


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("全县城乡居民养老保险参保率到年底，稳定在99.5\n4\n%以上，新建公路120公里。", "稳定在99.5%以上"),
        ("年底前改造老旧小区30个，建成投用的养老服务中心达到15\n5\n个，新增床位300张。", "达到15个"),
        ("全年新建高标准农田12万亩，改造提升\n6\n3万亩，粮食产量45万吨。", "改造提升3万亩"),
    ],
    ids=["behind a point", "before a unit", "before a figure"],
)
def test_a_bare_number_alone_inside_a_number_of_a_sentence_is_of_a_page(printed: str, said: str) -> None:
    text = f"某县工作方案\n各乡镇：\n一、{printed}\n"
    read = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert said in "".join(passage.text for passage in read.passages)


def test_a_number_below_a_cell_of_words_is_a_cell() -> None:
    text = "某县工作方案\n新增托位，扩建公办园\n120\n县教育局\n改造老旧小区，加装电梯\n30\n县住建局\n"
    lines = mark_page_counts(text_to_lines(text, markdown=False))
    assert [line.furniture for line in lines] == [""] * 7


PAGE = [
    "政村光纤网络全覆盖，建成示范镇15个、示",
    "范村120个，培育龙头企业10家以上。",
    "二、重点任务",
    "（一）发展智慧农业。",
    "建设智慧农场30个。",
    "（二）提升治理效能。",
    "90%以上的事务纳入平台。",
    "（三）夯实基础。新建基站600座，农户均配变",
]
ABOVE, BELOW = "一、行动目标\n到2026年底，全市行", "容量不低于2.8千伏安。（市供电公司负责）"


@pytest.mark.parametrize("between", [[], ["", "— 2 —", ""], ["2"]])
@pytest.mark.parametrize("times", [2, 3])
def test_a_page_printed_again_is_said_once(between: list[str], times: int) -> None:
    page = [*PAGE, *between]
    once, more = (outlined("\n".join([HEAD + ABOVE, *page * n, BELOW])) for n in (1, times))
    assert said(more).count("示范村120个") == said(more).count("重点任务") == 1
    assert [passage.text for passage in more.passages if passage.role != "furniture"] == [
        passage.text for passage in once.passages if passage.role != "furniture"
    ]
    assert set(PAGE) <= set(aside(more))


def test_the_last_lines_of_a_page_printed_again_on_the_next() -> None:
    made = outlined("\n".join([HEAD + ABOVE, *PAGE, "", "— 2 —", "", *PAGE[-2:], BELOW]))
    assert "农户均配变容量不低于2.8千伏安" in said(made)


@pytest.mark.parametrize(
    "text",
    [
        # A figure is another; the rows of a table; two lines that no page parts; lines without a sentence.
        "\n".join([*PAGE, *PAGE]).replace("120", "130", 1),
        "\n".join([f"{n}\t建成示范村，共120个，总投资{n * 10}万元；\t市住建局" for n in (1, 2, 1, 2, 1, 2)]),
        "\n".join(["按时报送工作进展，每月5日前。", "市住建局"] * 4),
        "\n".join(
            ["姓名（签字或者盖章）", "所在单位及其主要职务", "联系电话和电子邮箱", "附件目录以及页数"] * 4
        ),
    ],
)
def test_what_is_no_page_printed_again(text: str) -> None:
    lines = text_to_lines(text, markdown=False)
    assert mark_pages_again(lines) == lines


def test_what_comes_again_is_no_longer_than_a_page() -> None:
    """Longer ones were compared from each of their lines on, which took minutes of a text that comes twice but for its end."""
    for size, aside_ in ((60, 60), (150, 0)):
        body = [f"第{i}项工作由各单位认真落实，按时完成。" for i in range(size)]
        marked = mark_pages_again(text_to_lines("\n".join(body * 2), markdown=False))
        assert sum(line.furniture == "doubled" for line in marked) == aside_
