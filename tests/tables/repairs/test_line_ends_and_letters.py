"""Cells broken by line ends, letters for figures, headings on a second line, a heading over all columns printed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import draw, drawn, tidy

from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend, mend_fragment

DRAWINGS = {
    "a name broken behind its row number": (
        """
        | 序号 | 镇街 | 甲 | 乙 |
        | 1 | 东山镇 | 3 | 4 |
        | 2 | 永安 |
        | 镇 | | 5 |
        | 3 | 南河镇 | 2 | |
        | 合计 | | 5 | 9 |
        """,
        """
        | 序号 | 镇街 | 甲 | 乙 |
        | 1 | 东山镇 | 3 | 4 |
        | 2 | 永安镇 | | 5 |
        | 3 | 南河镇 | 2 | |
        | 合计 | | 5 | 9 |
        """,
    ),
    "a name broken in the first column": (
        """
        | 镇街 | 甲 | 乙 |
        | 桃源镇 | 6 | 2 |
        | 石桥镇 | 9 | 2 |
        | 大田 |
        | 街道 | 8 | 1 |
        | 白马街道 | 1 | 2 |
        | 合计 | 24 | 7 |
        """,
        """
        | 镇街 | 甲 | 乙 |
        | 桃源镇 | 6 | 2 |
        | 石桥镇 | 9 | 2 |
        | 大田街道 | 8 | 1 |
        | 白马街道 | 1 | 2 |
        | 合计 | 24 | 7 |
        """,
    ),
    "the unit of a heading on the next line": (
        """
        | 县区 | 道路 |
        | （公里） | 桥梁（座） |
        | 东县 | 3 | 4 |
        | 西县 | 1 | 2 |
        """,
        """
        | 县区 | 道路（公里） | 桥梁（座） |
        | 东县 | 3 | 4 |
        | 西县 | 1 | 2 |
        """,
    ),
    "years under headings of one column each": (
        """
        | 序号 | 镇街 | 食堂（家） | 床位（张） |
        | | | 2025年 | 2025年 |
        | 1 | 东镇 | 3 | 4 |
        | 2 | 西镇 | 1 | 2 |
        """,
        """
        | 序号 | 镇街 | 食堂（家） | 床位（张） |
        | " | " | 2025年 | 2025年 |
        | 1 | 东镇 | 3 | 4 |
        | 2 | 西镇 | 1 | 2 |
        """,
    ),
    "a heading over all columns printed again": (
        """
        | 镇街 | 设施 | |
        | | 2025年 | |
        | | 甲 | 乙 |
        | 东镇 | 3 | 4 |
        - - -
        | 镇街 | 设施 | |
        | | 2025年 | |
        | | 甲 | 乙 |
        | 西镇 | 1 | 2 |
        """,
        """
        | 镇街 | 设施 | < |
        | " | 2025年 | < |
        | " | 甲 | 乙 |
        | 东镇 | 3 | 4 |
        | 西镇 | 1 | 2 |
        """,
    ),
    "a row with its number printed too far right that lost a blank": (
        """
        | 序号 | 片区 | 镇街 | 甲 | 乙 |
        | 1 | 东片 | 三江乡 | 3 | 9 |
        | | | 2 | 马鞍镇 | 5 | 8 |
        | 3 | 西片 | 长坪镇 | 1 | 7 |
        | 4 | | 西坪镇 | 2 | 6 |
        | 5 | | 兴隆镇 | 2 | 4 |
        """,
        """
        | 序号 | 片区 | 镇街 | 甲 | 乙 |
        | 1 | 东片 | 三江乡 | 3 | 9 |
        | 2 | " | 马鞍镇 | 5 | 8 |
        | 3 | 西片 | 长坪镇 | 1 | 7 |
        | 4 | " | 西坪镇 | 2 | 6 |
        | 5 | " | 兴隆镇 | 2 | 4 |
        """,
    ),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing(name: str) -> None:
    before, after = DRAWINGS[name]
    assert draw(mend_fragment(drawn(before)).table) == tidy(after)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("1O", "10"), ("l8", "18"), ("3OI", "301"), ("9O%", "90%"), ("O", "0"), ("2O.l", "20.1")],
)
def test_a_letter_among_figures_is_the_figure_it_looks_like(printed: str, read: str) -> None:
    drawing = f"| 镇街 | 床位 |\n| 东镇 | 25 |\n| 西镇 | {printed} |\n| 南镇 | 31 |\n| 北镇 | 47 |"
    whole = mend_fragment(drawn(drawing))
    assert whole.table is not None
    assert [cell.text for cell in whole.table.cells if (cell.row, cell.col) == (2, 1)] == [read]
    assert [(r.kind, r.before, r.after, r.certainty) for r in whole.repairs] == [
        ("misread_digit", printed, read, "probable")
    ]


@pytest.mark.parametrize(
    "column", [["I", "O", "A"], ["1O室", "B栋", "C栋"], ["O", "甲", "乙"], ["20", "甲O", "30"]]
)
def test_letters_among_words_stay(column: list[str]) -> None:
    drawing = "| 镇街 | 编号 |\n" + "\n".join(
        f"| {x}镇 | {text} |" for x, text in zip("东西南", column, strict=True)
    )
    whole = mend_fragment(drawn(drawing))
    assert whole.table is not None
    assert [cell.text for cell in whole.table.cells if cell.col == 1 and cell.row] == column


@pytest.mark.parametrize(
    "lines",
    ["| 三江镇 |\n| 东镇 | 1 | 2 |", "| 大田 | 4 |\n| 乡镇 | 1 | 2 |", "| 一、东部 |\n| 马鞍镇 | 1 | 2 |"],
)
def test_whole_rows_are_not_joined(lines: str) -> None:
    whole = mend_fragment(
        drawn(f"| 镇街 | 甲 | 乙 |\n| 石桥镇 | 9 | 2 |\n| 白马镇 | 3 | 5 |\n{lines}\n| 青山镇 | 3 | 4 |")
    )
    assert "split_row" not in [repair.kind for repair in whole.repairs]


@pytest.mark.parametrize(
    "lower",
    [
        "| | | 开办时间 | 0.5个工作日以内 | 市数据局 |",
        "| | | 注销时间 | 15天 | 市税务局 |",
        "| | | 缴税次数 | 每年 | 市场监管局 |",
    ],
)
def test_a_whole_value_or_the_same_words_go_on_in_no_cell(lower: str) -> None:
    """Two values with their units are two, and a rest is never what it began with."""
    head = "| 一级指标 | 二级指标 | 三级指标 | 目标值 | 牵头单位 |"
    upper = "| 市场准入 | 企业开办 | 开办环节 | 2个以内 | 市场监管局 |"
    whole = mend_fragment(drawn(f"{head}\n{upper}\n{lower}\n| 政务服务 | 网办 | 网办率 | 100% | 市数据局 |"))
    assert "split_row" not in [repair.kind for repair in whole.repairs]


@pytest.mark.parametrize("lone", ["青山镇", "鼎山街道", "白马"])
def test_a_line_of_one_word_between_rows_does_not_end_the_table(tmp_path: Path, lone: str) -> None:
    """A row whose blanks are lost, or half a cell: 鼎山街道 with nothing behind it."""
    rows = ["镇街\t甲\t乙", "石桥镇\t9\t2", "白马镇\t3\t5", lone, "南河镇\t1\t6", "合计\t13\t13"]
    path = tmp_path / "n.txt"
    path.write_text(
        "某市关于印发方案的通知\n\n各镇：\n\n现印发给你们。\n\n附件1\n\n建设计划表\n\n"
        + "\n".join(rows)
        + "\n",
        "utf-8",
    )
    tables = mend(outline(read(path, "n", {}))).tables
    assert [table.n_rows for table in tables] == [6]


@pytest.mark.parametrize(
    "halves",
    [
        "| 2 | 永安镇 | 5 |\n- - -\n| 1 | 6 |",
        "| 2 | 永安镇 |\n- - -\n| 5 | 1 | 6 |",
        "| 2 | 永安镇 | 5 |\n- - -\n| | | | 1 | 6 |",
    ],
)
def test_a_row_of_figures_cut_by_the_page_is_one_row(halves: str) -> None:
    """The lower half names nothing and begins where the upper ends."""
    whole = mend_fragment(
        drawn(
            f"| 序号 | 镇街 | 甲 | 乙 | 丙 |\n| 1 | 东山镇 | 3 | 4 | 2 |\n{halves}\n| 3 | 南河镇 | 2 | 8 | 9 |"
        )
    )
    assert "| 2 | 永安镇 | 5 | 1 | 6 |" in draw(whole.table)
    assert [(r.kind, r.certainty) for r in whole.repairs] == [("split_row", "probable")]


@pytest.mark.parametrize("lower", ["| 3 | 4 | 7 |", "| | | 4 | 7 | 1 |", "| 3 | 西坪镇 |"])
def test_a_line_that_is_no_half_stays(lower: str) -> None:
    whole = mend_fragment(
        drawn(
            f"| 序号 | 镇街 | 甲 | 乙 | 丙 |\n| 1 | 东山镇 | 3 | 4 | 2 |\n| 2 | 永安镇 | 5 | 1 | 6 |\n{lower}\n| 4 | 南河镇 | 2 | 8 | 9 |"
        )
    )
    assert "split_row" not in [repair.kind for repair in whole.repairs]


@pytest.mark.parametrize("name", ["a name broken behind its row number", "a name broken in the first column"])
def test_rows_joined_by_what_they_are_like_certify_nothing(name: str) -> None:
    """The sums come out whatever the label is: 大田⏎街道 may be two places of which one lost its figures."""
    table = mend_fragment(drawn(DRAWINGS[name][0])).table
    assert table is not None
    assert table.status != "certified"


def test_a_zero_between_rows_is_no_page_number() -> None:
    printed = drawn(
        """
        | 镇街 | 甲 | 乙 |
        | 桃源镇 | 4 | 6 |
        | 石桥镇 | 5 |
        | 0 |
        | 白马街道 | 1 | 2 |
        | 合计 | 10 | 8 |
        """
    )
    assert not [repair for repair in mend_fragment(printed).repairs if repair.kind == "furniture"]


def test_a_ring_among_figures_is_a_nought() -> None:
    whole = mend_fragment(
        drawn(
            "| 镇街 | 床位 | 公厕 |\n| 东镇 | 〇 | 1 |\n| 西镇 | 2 | 3〇 |\n| 南镇 | 5 | 4 |\n| 合计 | 7 | 35 |"
        )
    )
    assert "| 东镇 | 0 | 1 |\n| 西镇 | 2 | 30 |" in draw(whole.table)
    assert {repair.kind for repair in whole.repairs} == {"misread_digit"}


def test_rings_that_mark_where_something_is_stay() -> None:
    whole = mend_fragment(
        drawn("| 镇街 | 床位 | 公厕 |\n| 东镇 | 2 | ○ |\n| 西镇 | 2 |  |\n| 南镇 | 5 | ○ |\n| 合计 | 9 | 2 |")
    )
    assert "| 东镇 | 2 | ○ |" in draw(whole.table)
