"""Sums say nothing of the names of the rows and of the headings: a table where one is odd is not proved."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.model import Document, Table
from pipeline.outline import outline
from pipeline.tables import mend, mend_fragment

# Each whole and as it is damaged: only the whole one is certified.
ODD = {
    "words before a year": (
        "| 年度 | 东镇 | 西镇 |\n| 2024年 | 38 | 9 |\n| 2025年 | 53 | 21 |\n| 2026年 | 5 | 54 |\n| 合计 | 96 | 84 |",
        "2025年",
        "市政府规范性文件2025年",
    ),
    "a label that reaches too far": (
        "| 镇街 | 类型 | 床位 | 公厕 |\n| 东镇 | 新建 | 3 | 1 |\n|  | 改建 | 4 | 2 |\n| 西镇 | 新建 | 5 | 3 |\n|  | 改建 | 6 | 1 |\n| 合计 |  | 18 | 7 |",
        "| 西镇 | 新建 | 5 | 3 |\n|  | 改建 | 6 | 1 |",
        "|  | 改建 | 6 | 1 |\n| 西镇 | 新建 | 5 | 3 |",
    ),
    "half a bracket": (
        "| 镇街 | 床位（张） | 公厕（座） |\n| 东镇 | 3 | 1 |\n| 西镇 | 5 | 3 |\n| 合计 | 8 | 4 |",
        "床位（张）",
        "床位（张",
    ),
    "a sum that some rows do not have": (
        "| 镇街 | 合计 | 床位 | 公厕 | 食堂 |\n| 东镇 | 6 | 1 | 2 | 3 |\n| 西镇 | 7 | 2 | 2 | 3 |\n| 南镇 | 9 | 3 | 3 | 3 |\n"
        "| 北镇 | 9 | 5 | 2 | 2 |\n| 上镇 | 10 | 2 | 4 | 4 |\n| 合计 | 41 | 13 | 13 |  |",
        "| 10 | 2 | 4 | 4 |",
        "| 10 | 2 | 4 | 5 |",
    ),
}  # fmt: skip


def table(picture: str) -> Table:
    found = mend_fragment(drawn(picture)).table
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_name_is_not_vouched_for(kind: str) -> None:
    whole, printed, damaged = ODD[kind]
    assert printed in whole
    assert table(whole).status == "certified"
    assert table(whole.replace(printed, damaged)).status != "certified"


def of_text(text: str) -> Table:
    source = f"某县公共服务设施建设任务表\n{text}"
    (found,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", source))).tables
    return found


def test_one_name_where_other_rows_have_two_is_not_vouched_for() -> None:
    rows = "片区    单位名称    健身步道    卫生室    食堂\n{}    凤岭镇    3    26    13\n{}柳山镇        5    14\n{}凤川镇    17        10\n小计    20    31    37\n{}    马江镇    6        \n{}金山镇            9\n小计    6    0    9\n合计        26    31    46\n"
    whole = of_text(rows.format("东部片区", "东部片区    ", "东部片区    ", "中部片区", "中部片区    "))
    assert whole.status == "certified"
    assert of_text(rows.format("东部片区", "", "", "中部片区", "")).status != "certified"


def test_headings_of_another_table_are_no_row() -> None:
    rows = "| 片区 | 镇街 | 2028年 | 2029年 |\n| 东部 | 大潭镇 | 1 | 3 |\n{}| 西部 | 东洲镇 |  | 2 |\n| 北部 | 北洲镇 | 4 | 2 |\n| 合计 |  | 5 | 7 |"
    assert table(rows.format("")).status == "certified"
    assert table(rows.format("| 片区 | 镇街 | 2026年 | 2027年 |\n")).status != "certified"


def test_a_name_of_several_lines_told_by_their_turn_is_judged() -> None:
    """片区⏎镇街⏎… one cell a line: 东部片区⏎梅岭镇 are two cells of a row, and no name."""
    rows = "镇街⏎床位⏎公厕⏎{}梅岭镇⏎192⏎149⏎平山镇⏎145⏎204⏎柳坪乡⏎74⏎229⏎合计⏎411⏎582⏎"
    assert of_text(rows.format("").replace("⏎", "\n")).status == "certified"
    assert of_text(rows.format("东部片区⏎").replace("⏎", "\n")).status != "certified"


HEADS = {
    "years": (
        "| 镇街 | 总计 | 公路（公里）\n| 2026年 | 2027年 |\n| 东镇 | 5 | 3 | 2 |\n| 西镇 | 6 | 1 | 5 |\n| 合计 | 11 | 4 | 7 |",
        "| 镇街 | 总计 | 公路（公里） | < |\n| \" | \" | 2026年 | 2027年 |",
    ),
    "kinds": (
        "| 镇街 | 合计 | 公厕\n| 新建 | 改建 |\n| 东镇 | 5 | 3 | 2 |\n| 西镇 | 6 | 1 | 5 |\n| 合计 | 11 | 4 | 7 |",
        "| 镇街 | 合计 | 公厕 | < |\n| \" | \" | 新建 | 改建 |",
    ),
    "a bracket": (
        "| 片区 | 镇街 | 养老点（\n| 个） | 食堂（个） | 公厕（座） |\n| 东片 | 东镇 | 5 | 3 | 2 |\n| 西片 | 西镇 | 6 | 1 | 5 |\n| 合计 |  | 11 | 4 | 7 |",
        "| 片区 | 镇街 | 养老点（个） | 食堂（个） | 公厕（座） |",
    ),
    "a year": (
        "| 序号 | 镇街 | 2026年 | 202\n| 7年 |\n| 1 | 东镇 | 3 | 2 |\n| 2 | 西镇 | 1 | 5 |\n| 合计 |  | 4 | 7 |",
        "| 序号 | 镇街 | 2026年 | 2027年 |",
    ),
    "a sum beside": (
        "| 序号 | 镇街 | 公厕 | 小计 |\n| 新建 | 改建 |\n| 1 | 东镇 | 3 | 2 | 5 |\n| 2 | 西镇 | 1 | 5 | 6 |\n| 合计 |  | 4 | 7 | 11 |",
        "| 序号 | 镇街 | 公厕 | < | 小计 |\n| \" | \" | 新建 | 改建 | \" |",
    ),
    "a sum beside one with its unit": (
        "| 镇街 | 养老站（个） | 合计 |\n| 2026年 | 2027年 |\n| 东镇 | 3 | 2 | 5 |\n| 西镇 | 1 | 5 | 6 |\n| 南镇 | 1 |  | 1 |\n| 合计 | 5 | 7 | 12 |",
        "| 镇街 | 养老站（个） | < | 合计 |\n| \" | 2026年 | 2027年 | \" |",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HEADS)
def test_what_a_second_line_of_headings_divides(kind: str) -> None:
    picture, heads = HEADS[kind]
    found = table(picture)
    assert draw(found).startswith(heads)
    assert found.status == "certified"


def test_a_heading_that_may_go_on_or_stand_over_others_is_not_vouched_for() -> None:
    picture = "| 镇街 | 合计 | 日间照料\n| 中心 | 老年食堂 |\n| 东镇 | 5 | 3 | 2 |\n| 西镇 | 6 | 1 | 5 |\n| 合计 | 11 | 4 | 7 |"
    found = table(picture)
    assert draw(found).startswith("| 镇街 | 合计 | 日间照料中心 | 老年食堂 |")
    assert found.status == "consistent"


def test_a_blank_before_every_line_is_no_column() -> None:
    """Also where one row has another blank before it: `|  | 平冲镇 | 2 |` without the bar that ends a line."""
    picture = "|  | 镇街 | 食堂 | 总计 |\n|  | 安山镇 | 3 | 3 |\n|  |  | 平冲镇 | 2 | 2 |\n|  | 赤泉镇 | 2 | 2 |\n|  | 合计 | 7 | 7 |"
    assert draw(table(picture)).splitlines()[2] == "| 平冲镇 | 2 | 2 |"


def test_labels_are_no_part_of_a_sum_along_the_row() -> None:
    picture = "| 镇街 | 合计 | 床位 | 公厕 |\n| 东镇 | 3 | 1 | 2 |\n| 西镇 | 4 | 2 | 2 |\n| 南镇 | 6 | 3 | 3 |\n| 总计 | 13 | 6 | 7 |"
    assert {cell.col for cell in table(picture).cells if cell.proved} == {1, 2, 3}


def test_a_row_that_lost_its_name_is_in_doubt_with_an_issue() -> None:
    """Its figures are of nothing that is known: not stated as the others are."""
    rows = "| 序号 | 镇街 | 床位 | 公厕 |\n| 1 | {} | 3 | 1 |\n| 2 | 西镇 | 5 | 3 |\n| 3 | 南镇 | 1 | 1 |\n| 4 | 北镇 | 2 | 1 |\n|  | 合计 | 11 | 6 |"
    whole, lost = mend_fragment(drawn(rows.format("东镇"))), mend_fragment(drawn(rows.format("")))
    assert not whole.issues and whole.table is not None and whole.table.status == "certified"
    assert [issue.kind for issue in lost.issues] == ["ambiguous_row"] and lost.table is not None
    assert lost.table.status != "certified"
    assert {cell.row for cell in lost.table.cells if cell.doubt == "open"} == {1}


ATTACKS = {
    "figures that cancel in a small table": ("| 镇街 | 床位 | 公厕 | 合计 |\n| 东镇 | 3 | 1 | 4 |\n| 西镇 | 5 | 3 | 8 |\n| 南镇 | 6 | 2 | 8 |\n| 合计 | 14 | 6 | 20 |", "3 | 1 | 4 |\n| 西镇 | 5", "4 | 1 | 4 |\n| 西镇 | 4"),
    "a column that slipped down by a row": ("| 镇街 | 床位 | 公厕 | 合计 |\n| 东镇 | 3 | 1 | 4 |\n| 西镇 | 5 | 3 | 8 |\n| 南镇 | 6 | 2 | 8 |\n| 合计 | 14 | 6 | 20 |", "3 | 1 | 4 |\n| 西镇 | 5 | 3 | 8 |\n| 南镇 | 6 | 2", "3 | 2 | 4 |\n| 西镇 | 5 | 1 | 8 |\n| 南镇 | 6 | 3"),
    "the first row lost": ("| 序号 | 镇街 | 床位 |\n| 1 | 东镇 |  |\n| 2 | 西镇 | 5 |\n| 3 | 南镇 | 6 |\n| 合计 |  | 11 |", "| 1 | 东镇 |  |\n", ""),
    "a row of nothing printed twice": ("| 镇街 | 床位 | 公厕 |\n| 东镇 | 0 | 0 |\n| 西镇 | 5 | 3 |\n| 南镇 | 6 | 2 |\n| 合计 | 11 | 5 |", "| 东镇 | 0 | 0 |", "| 东镇 | 0 | 0 |\n| 东镇 | 0 | 0 |"),
    "two names in one": ("| 镇街 | 床位 | 公厕 |\n| 东岭镇 | 5 | 3 |\n| 西坪镇 | 5 | 1 |\n| 南湾镇 | 6 | 2 |\n| 合计 | 16 | 6 |", "| 东岭镇", "| 柳林街道东岭镇"),
    "a heading lost, rows whole": ("| 片区 | 镇街 | 床位 | 公厕 |\n| 东片 | 东镇 | 5 | 3 |\n| 西片 | 西镇 | 5 | 1 |\n| 南片 | 南镇 | 6 | 2 |\n| 合计 |  | 16 | 6 |", "| 床位 | 公厕 |", "| 床位 |"),
    "a sum that lost its name": ("| 镇街 | 床位 | 公厕 | 食堂 |\n| 东镇 | 5 | 3 | 1 |\n| 西镇 | 5 | 1 | 2 |\n| 南镇 | 6 | 2 | 4 |\n| 合计 | 16 | 6 | 7 |", "| 合计 |", "|  |"),
    "a name lost beside the label of its group": ("| 片区 | 镇街 | 床位 |\n| 东片 | 东镇 | 2 |\n|  | 西镇 | 2 |\n|  | 小计 | 4 |\n| 西片 | 南镇 | 3 |\n|  | 北镇 | 1 |\n|  | 小计 | 4 |\n| 合计 |  | 8 |", "| 东片 | 东镇 |", "| 东片 |  |"),
    "a point misprinted": ("| 镇街 | 公路 | 床位 |\n| 东镇 | 19.3 | 2 |\n| 西镇 | 5.2 | 4 |\n| 合计 | 24.5 | 6 |", "19.3", "19,3"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ATTACKS)
def test_what_sums_do_not_see_is_not_certified(kind: str) -> None:
    whole, printed, damaged = ATTACKS[kind]
    assert printed in whole
    assert table(whole).status == "certified"
    assert table(whole.replace(printed, damaged)).status != "certified"


def test_a_heading_of_the_lexicon_is_one() -> None:
    """单位名称 is no 单位 and 名称, though the rows have a cell more."""
    picture = "| 片区 | 单位名称 | 公厕 | 步道 |\n| 东部 | 东镇 | 21 | 38 | 36 |\n| 西部 | 西镇 | 27 | 4 | 36 |\n| 南部 | 南镇 | 2 | 4 | 3 |\n| 合计 |  | 50 | 46 | 75 |"
    assert "| 单位 | 名称 |" not in draw(table(picture))


def test_a_part_of_a_row_gets_no_number() -> None:
    picture = "| 序号 | 镇街 | 床位 |\n| 1 | 东镇 | 3 |\n|  | 其中：城区 | 1 |\n| 3 | 西镇 | 5 |\n| 4 | 南镇 | 5 |\n| 合计 |  | 13 |"
    assert "|  | 其中：城区 | 1 |" in draw(table(picture))
    assert table(picture).status != "certified"


def test_a_point_misprinted_is_put_where_the_sum_says_so() -> None:
    rows = "| 镇街 | 公路 | 床位 |\n| 东镇 | 19{}3 | 2 |\n| 西镇 | 5.2 | 4 |\n| 南镇 | 2.5 | 1 |\n"
    for mark in ",，。、·":
        found = mend_fragment(drawn(rows.format(mark) + "| 合计 | 27.0 | 7 |"))
        assert "| 东镇 | 19.3 | 2 |" in draw(found.table)
        assert [(repair.kind, repair.certainty) for repair in found.repairs] == [
            ("misread_digit", "probable")
        ]
        open_ = mend_fragment(drawn(rows.format(mark)))
        assert f"| 东镇 | 19{mark}3 | 2 |" in draw(open_.table)
        assert [issue.kind for issue in open_.issues] == ["undecided_digit"]


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_columns_without_headings_are_not_certified(mark: str) -> None:
    """Sums come out, and of what the figures are nobody found: the headings may be lost."""
    rows = [["东镇", "3", "1"], ["西镇", "2", "4"], ["南镇", "5", "6"], ["合计", "10", "11"]]
    if mark == "|":
        rows.insert(1, ["---"] * 3)
    text = "\n".join(f"| {' | '.join(row)} |" if mark == "|" else "\t".join(row) for row in rows)
    document = Document(
        "n", "n.md", "0" * 64, "text/markdown", "utf-8", f"# 某市2026年床位计划表\n\n{text}\n"
    )
    (table,) = mend(outline(document)).tables
    assert (table.header_rows, table.status) == (0, "consistent")


@pytest.mark.parametrize(
    "rows",
    [
        "| 东镇 |  |\n| 西镇 |  |  |\n| 南镇 |  |  |\n| 合计 | 0 | 0 |",
        "| 东镇 |  |\n|  | 西镇 |  |  |\n| 南镇 |  |  |  |\n| 合计 | 0 | 0 |",
        "| 东镇 |\n| 西镇 | 2 |  |\n| 南镇 |  | 5 |\n| 合计 | 2 | 5 |",
    ],
)
def test_a_row_below_the_headings_may_be_no_rest_of_them(rows: str) -> None:
    """养老中心东镇 came out as a heading, and the sums of zeros certified it."""
    found = table(f"| 镇街 | 敬老院 | 养老中心 |\n{rows}")
    heads = [cell.text for cell in found.cells if cell.role == "header"]
    assert heads == ["镇街", "敬老院", "养老中心"] or found.status != "certified"
