"""A second line of headings that divides nothing goes on with the words above; a level of its own stays one."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

GOES_ON = [
    ("| 镇街 | 床位 | 公厕（座） | 食堂 |\n|  | （个） |  | （个） |\n| 东镇 | 3 | 1 | 2 |\n| 西镇 | 2 | 4 | 5 |", "| 镇街 | 床位（个） | 公厕（座） | 食堂（个） |"),
    ("| 镇街 | 村级互助 | 老年 |\n|  | 养老点 | 食堂 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |", "| 镇街 | 村级互助养老点 | 老年食堂 |"),
    ("| 序号 | 乡镇 | 污水 | 公厕 |\n|  |  | 处理站 |  |\n| 1 | 东乡 | 3 | 1 |\n| 2 | 西乡 | 2 | 4 |", "| 序号 | 乡镇 | 污水处理站 | 公厕 |"),
    ("| 镇街 | 老年 | 养老 | 床位数 |\n|  | 学校 | 机构数 | （张） |\n| 东镇 | 2 | 1 | 30 |\n| 西镇 | 3 | 4 | 50 |", "| 镇街 | 老年学校 | 养老机构数 | 床位数（张） |"),
    (
        "| 县区 | 2025年 |  | 2026年 |  |\n|  | 农村 | 文化 | 农村 | 文化 |\n|  | 公路 | 广场 | 公路 | 广场 |\n| 东县 | 3 | 1 | 2 | 4 |\n| 西县 | 5 | 1 | 2 | 6 |",
        '| " | 农村公路 | 文化广场 | 农村公路 | 文化广场 |',
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("picture", "line"), GOES_ON, ids=["units", "both", "one", "known_words_beside_one", "under_years"]
)
def test_the_words_of_the_second_line_stand_behind_those_of_the_first(picture: str, line: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert line in draw(whole.table)
    assert [(r.kind, r.certainty) for r in whole.repairs] == [("heading_lines", "probable")]


LEVELS = {
    "years": "| 镇街 | 床位 | 公厕 |\n|  | 2025年 | 2026年 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
    "units": "| 镇街 | 床位 | 公厕 |\n|  | 张 | 座 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
    "one_word_for_all": "| 镇街 | 公办 | 民办 |\n|  | 园所 | 园所 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
    "known_words": "| 镇街 | 床位 | 公厕 |\n|  | 新建 | 改建 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
    "in_brackets_alone": "| 镇街 | 床位 | 公厕 |\n|  | （张） | （座） |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
    "some_in_brackets": "| 镇街 | 床位 | 公厕 | 食堂 |\n|  | （张） |  | （张） |\n| 东镇 | 3 | 1 | 2 |\n| 西镇 | 2 | 4 | 5 |",
    "divides": "| 镇街 | 床位 |  |\n|  | 城区 | 农村 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |",
}


@pytest.mark.parametrize("picture", LEVELS.values(), ids=LEVELS)
def test_a_level_of_its_own_stays_one(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert "heading_lines" not in {repair.kind for repair in whole.repairs}


def test_one_heading_on_two_lines_under_each_year_is_one() -> None:
    whole = mend_fragment(
        drawn("| 镇 | 2025年 |  | 2026年 |  |\n|  | 公厕 | 日间照料 | 公厕 | 日间照料 |\n|  |  | 中心 |  | 中心 |\n| 东镇 | 3 | 1 | 2 | 2 |\n| 西镇 | 5 | 6 | 1 | 4 |")
    )  # fmt: skip
    assert '| " | 公厕 | 日间照料中心 | 公厕 | 日间照料中心 |' in draw(whole.table)


def test_the_heading_of_the_names_may_go_on_too() -> None:
    whole = mend_fragment(
        drawn("| 镇街 | 污水 | 文化 |\n| 名称 | 处理站 | 广场 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |")
    )
    assert "| 镇街名称 | 污水处理站 | 文化广场 |" in draw(whole.table)


def test_a_name_of_a_row_printed_too_far_right_is_no_heading() -> None:
    """南镇 ends like the names below."""
    whole = mend_fragment(drawn("| 镇街 | 床位 | 公厕 |\n|  | 南镇 |  |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |"))
    assert "heading_lines" not in {repair.kind for repair in whole.repairs}
    assert whole.table is not None and whole.table.header_rows == 1


CUT = {
    "years_in_halves": (
        "| 镇街 | 互助点 |  |\n|  | 20 | 20 |\n|  | 26 | 27 |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |\n| 合计 | 5 | 5 |",
        '| " | 2026 | 2027 |',
    ),
    "one_year_in_halves": (
        "| 镇街 | 改造户数 |  |\n|  | 20 | 2027年 |\n|  | 26年 |  |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |\n| 合计 | 5 | 5 |",
        '| " | 2026年 | 2027年 |',
    ),
    "inside_a_word": (
        "| 镇街 | 护理 | 食堂 |\n|  | 员人数 |  |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |\n| 合计 | 5 | 5 |",
        "| 镇街 | 护理员人数 | 食堂 |",
    ),
    "a_known_ending_is_no_heading_by_itself": (
        "| 镇街 | 互助 | 床位数 |\n|  | 点数量 | （张） |\n| 东镇 | 3 | 1 |\n| 西镇 | 2 | 4 |\n| 合计 | 5 | 5 |",
        "| 镇街 | 互助点数量 | 床位数（张） |",
    ),
    "beside_columns_of_words": (
        "| 镇街 | 建设 | 护理 |\n|  | 方式 | 站数 |\n| 东镇 | 新建 | 1 |\n| 西镇 | 改建 | 4 |\n| 合计 |  | 5 |",
        "| 镇街 | 建设方式 | 护理站数 |",
    ),
}


@pytest.mark.parametrize(("picture", "line"), CUT.values(), ids=CUT)
def test_a_line_end_that_cuts_years_or_words_makes_no_level_and_no_row(picture: str, line: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert line in draw(whole.table)
    assert whole.table is not None and whole.table.n_rows - whole.table.header_rows == 3


def test_words_in_a_row_without_a_name_are_no_headings_where_the_column_says_them_again() -> None:
    whole = mend_fragment(
        drawn(
            "| 镇街 | 建设方式 | 床位 |\n|  | 新建 | 停建 |\n| 东镇 | 新建 | 1 |\n| 西镇 | 改建 | 4 |\n| 合计 |  | 5 |"
        )
    )
    assert whole.table is not None and whole.table.header_rows == 1


def test_a_second_line_that_may_have_slipped_proves_no_table() -> None:
    """学校 and 点数量 lost the blanks before them: sums say nothing of headings."""
    whole = mend_fragment(
        drawn(
            "| 镇街 | 村 | 老年 | 互助 |\n| 学校 | 点数量 |\n| 东镇 | 甲村 | 3 | 1 |\n| 西镇 | 乙村 | 2 | 4 |\n| 合计 |  | 5 | 5 |"
        )
    )
    assert whole.table is None or whole.table.status != "certified"
    joined = mend_fragment(drawn(CUT["inside_a_word"][0]))
    assert joined.table is not None and joined.table.status == "consistent"


def test_a_word_in_brackets_tells_nothing_of_a_word_beside_it() -> None:
    """（含续建） may go on with 互助点; 民生 divides 长椅 or stands above 新建."""
    heads = "| 镇街 | 互助点 |  | 长椅 |  |\n|  | （含续建） |  | {} |  |\n|  | 新建 | 改建 | 新建 | 改建 |"
    rows = "| 东镇 | 3 | 1 | 2 | 6 |\n| 西镇 | 2 | 4 | 5 | 7 |"
    for word, joined in (("民生", False), ("（含更新）", True)):
        whole = mend_fragment(drawn(f"{heads.format(word)}\n{rows}"))
        assert whole.table is not None
        said = {cell.text for cell in whole.table.cells if cell.role == "header"}
        assert ("互助点（含续建）" in said) is joined, word
