"""A cell in two, two cells in one, two rows on one line, halves of rows, slipped headings: three tables for each kind."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

PLAN = """
    | 序号 | 镇街 | 床位 | 公厕 | 食堂 |
    | 1 | 清溪镇 | 3 | 4 | 5 |
    | 2 | 河口街道 | 6 |  | 2 |
    | 3 | 石桥乡 | 1 | 7 | 9 |
    | 合计 |  | 10 | 11 | 16 |
"""
NAMES = """
    | 县区 | 床位 | 公厕 |
    | 东山区 | 12 | 30 |
    | 西河县 | 8 | 21 |
    | 南屏县 | 5 | 14 |
    | 合计 | 25 | 65 |
"""
GROUPED = """
    | 片区 | 镇街 | 床位 | 公厕 |
    | 东片 | 清溪镇 | 3 | 4 |
    | " | 河口镇 | 6 | 1 |
    | " | 小计 | 9 | 5 |
    | 西片 | 石桥镇 | 1 | 7 |
    | " | 白水镇 | 2 | 2 |
    | " | 小计 | 3 | 9 |
    | 合计 |  | 12 | 14 |
"""


def broken(whole: str, *changes: tuple[str, str]) -> str:
    picture = whole.replace('"', " ")
    for before, after in changes:
        assert before in picture
        picture = picture.replace(before, after)
    return picture


DAMAGE = {
    "name in two cells": [
        (PLAN, ("| 清溪镇 |", "| 清溪 | 镇 |")),
        (NAMES, ("| 西河县 |", "| 西河 | 县 |")),
    ],
    "a name printed twice, no name being the same word twice": [
        (PLAN, ("| 清溪镇 |", "| 清溪镇 | 清溪镇 |")),
        (NAMES, ("| 西河县 |", "| 西河县 | 西河县 |")),
        (GROUPED, ("|   | 白水镇 |", "|   | 白水镇 | 白水镇 |")),
    ],
    "number and name in one cell": [
        (PLAN, ("| 1 | 清溪镇 |", "| 1清溪镇 |")),
        (PLAN, ("| 3 | 石桥乡 |", "| 3、石桥乡 |")),
        (PLAN, ("| 2 | 河口街道 |", "| 2.河口街道 |")),
    ],
    "name and value in one cell": [
        (PLAN, ("| 清溪镇 | 3 |", "| 清溪镇3 |")),
        (NAMES, ("| 西河县 | 8 |", "| 西河县8 |")),
        (GROUPED, ("| 石桥镇 | 1 |", "| 石桥镇1 |")),
    ],
    "two rows on one line": [
        (PLAN, ("| 5 |\n    | 2 |", "| 5 | 2 |")),
        (NAMES, ("| 30 |\n    | 西河县", "| 30 | 西河县")),
        (PLAN, ("| 3 | 4 | 5 |\n    | 2 |", "| 3 | 4 | 52 |")),
    ],
    "a row cut behind its name": [
        (PLAN, ("| 清溪镇 | 3 |", "| 清溪镇 |\n    | 3 |")),
        (NAMES, ("| 西河县 | 8 |", "| 西河县 |\n    |  | 8 |")),
        (NAMES, ("| 西河县 | 8 |", "|  | 西河县 |\n    | 8 |")),
    ],
    "number and name in one cell beside a blank one": [
        (PLAN, ("| 1 | 清溪镇 |", "| 1清溪镇 |  |")),
        (PLAN, ("| 3 | 石桥乡 |", "|  | 3、石桥乡 |")),
        (PLAN, ("| 2 | 河口街道 |", "| 2 河口街道 |  |")),
    ],
    "name and value in one cell beside a blank one": [
        (PLAN, ("| 清溪镇 | 3 |", "| 清溪镇3 |  |")),
        (NAMES, ("| 西河县 | 8 |", "| 西河县 8 |  |")),
        (GROUPED, ("| 石桥镇 | 1 |", "| 石桥镇1 |  |")),
    ],
    "two values in one cell beside a blank one": [
        (PLAN, ("| 1 | 7 | 9 |", "| 1 | 7 9 |  |")),
        (NAMES, ("| 8 | 21 |", "|  | 8 21 |")),
        (GROUPED, ("| 9 | 5 |", "| 9 5 |  |")),
    ],
    "a name in two halves, the figures beside one of them": [
        (PLAN, ("| 2 | 河口街道 | 6 |  | 2 |", "| 2 | 河口 |  |  |  |\n    |  | 街道 | 6 |  | 2 |")),
        (NAMES, ("| 西河县 | 8 | 21 |", "| 西河 | 8 | 21 |\n    | 县 |  |  |")),
        (GROUPED, ("| 白水镇 | 2 | 2 |", "| 白水 | 2 | 2 |\n    - - -\n    |  | 镇 |  |  |")),
    ],
    "a name cut by a line end, a blank lost": [
        (PLAN, ("| 河口街道 | 6 |  | 2 |", "| 河口 |\n    | 街道 | 6 | 2 |")),
        (NAMES, ("| 西河县 |", "| 西河 |\n    | 县 |")),
        (GROUPED, ("| 白水镇 |", "| 白水 |\n    | 镇 |")),
    ],
}


# Nothing says which of two readings is right: the row stays as printed, and the Issue names both.
UNDECIDED = [
    (GROUPED, ("| 石桥镇 |", "| 石桥 | 镇 |")),
]


@pytest.mark.parametrize(("whole", "change"), UNDECIDED, ids=lambda x: str(x)[:24])
def test_what_nothing_decides_stays_as_printed(whole: str, change: tuple[str, str]) -> None:
    found = mend_fragment(drawn(broken(whole, change)))
    assert found.table is not None and found.table.status == "ambiguous"
    assert [issue for issue in found.issues if issue.message.key == "row_ambiguous"]
    assert not [repair for repair in found.repairs if repair.kind == "shifted_row"]


@pytest.mark.parametrize(
    ("whole", "changes"), [(w, c) for made in DAMAGE.values() for w, *c in made], ids=lambda x: str(x)[:24]
)
def test_mended(whole: str, changes: list[tuple[str, str]]) -> None:
    found = mend_fragment(drawn(broken(whole, *changes)))
    assert draw(found.table) == tidy(whole)
    assert found.repairs


HEADINGS = """
    | 镇街 | 床位 | <    | 公厕 | <    |
    | "    | 现有 | 新增 | 现有 | 新增 |
    | 清溪镇 | 1 | 2 | 3 | 4 |
    | 河口镇 | 5 | 6 | 7 | 8 |
    | 石桥镇 | 9 | 1 | 2 | 3 |
"""
UNLIKE = """
    | 镇街 | 床位 | < | < | 公厕 | < | 备注 |
    | " | 2025年 | 2026年 | 小计 | 2025年 | 2026年 | " |
    | 清溪镇 | 1 | 2 | 3 | 4 | 5 | 新建 |
    | 河口镇 | 5 | 6 | 11 | 8 | 2 |  |
    | 石桥镇 | 9 | 1 | 10 | 3 | 4 | 改建 |
"""
YEARS = """
    | 序号 | 镇街 | 床位   | 公厕   |
    | "    | "    | 2025年 | 2026年 |
    | 1 | 清溪镇 | 1 | 2 |
    | 2 | 河口镇 | 5 | 6 |
    | 3 | 石桥镇 | 9 | 1 |
"""


@pytest.mark.parametrize(
    ("whole", "change"),
    [
        (HEADINGS, ("|      | 现有 | 新增 | 现有 | 新增 |", "| 现有 | 新增 | 现有 | 新增 |")),
        (HEADINGS, ("|      | 现有 |", "|  |  | 现有 |")),
        (YEARS, ("|      |      | 2025年 |", "|  | 2025年 |")),
        (YEARS, ("|      |      | 2025年 |", "|  |  |  | 2025年 |")),
        (YEARS, ("| 序号 | 镇街 |", "| 序号镇街 |")),
        (HEADINGS, ("| 床位 |      | 公厕 |", "| 床位 | 公厕 |")),
        (HEADINGS, ("| 现有 | 新增 | 现有 | 新增 |", "| 现有新增 | 现有 | 新增 |")),
        (UNLIKE, ("| 床位 |   |   | 公厕 |", "| 床位 |   | 公厕 |")),
        (UNLIKE, ("| 2026年 | 小计 |", "| 2026年小计 |")),
    ],
)
def test_headings_stand_under_those_they_divide(whole: str, change: tuple[str, str]) -> None:
    picture = whole.replace('"', " ").replace("<", " ")
    assert change[0] in picture
    assert draw(mend_fragment(drawn(picture.replace(*change))).table) == tidy(whole)


@pytest.mark.parametrize(
    "heads", ["| 镇街 | 床位 | 公厕 |\n| 甲镇 | 好 | 好 |", "| 镇街 | 床位 |  |\n|  | 2025年 | 2026年 |"]
)
def test_headings_that_stand_right_stay(heads: str) -> None:
    found = mend_fragment(drawn(f"{heads}\n| 乙镇 | 1 | 2 |\n| 丙镇 | 3 | 4 |"))
    assert not [repair for repair in found.repairs if repair.kind == "shifted_row"]


@pytest.mark.parametrize("year", ["2O25年", "202O年", "2O2O年"])
def test_a_letter_in_the_year_of_a_heading(year: str) -> None:
    found = mend_fragment(drawn(f"| 镇街 | {year} | 2026年 |\n| 甲镇 | 1 | 2 |\n| 乙镇 | 3 | 4 |"))
    assert found.table is not None and found.table.cells[1].text == year.replace("O", "0")


def test_a_row_without_a_name_is_not_vouched_for() -> None:
    """It may be the rest of the row above, whatever the sums say."""
    picture = "| 镇街 | 床位 | 公厕 |\n| 甲镇 | 1 | 2 |\n| 乙镇 | 3 | 4 |\n| 丙镇 | 2 | 2 |\n|  | 5 | 6 |\n| 丁镇 | 1 | 1 |\n| 合计 | 12 | 15 |"
    found = mend_fragment(drawn(picture))
    assert found.table is not None and found.table.status != "certified"


STRANGE = {
    "a name among the figures": (PLAN, ("| 河口街道 | 6 |  | 2 |", "| 河口街道 | 6 | 石桥乡 | 2 |")),
    "half a name": (NAMES, ("| 西河县 | 8 | 21 |", "| 西河 |  |  |\n    | 县 | 8 | 21 |")),
    "a heading again": (
        PLAN,
        ("| 2 | 河口街道 |", "| 镇 | 街道 | 床位 | 公厕 | 食堂 |\n    | 2 | 河口街道 |"),
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_what_adds_nothing_to_a_sum_is_not_vouched_for(kind: str) -> None:
    whole, change = STRANGE[kind]
    found = mend_fragment(drawn(broken(whole, change)))
    assert found.table is not None
    names = [cell.text for cell in found.table.cells if cell.role == "body"]
    assert found.table.status != "certified" or not {"县", "食堂"} & set(names)
    if kind == "a name among the figures":
        assert found.table.status != "certified"


@pytest.mark.parametrize(
    "heads",
    [
        "| 序号 | 镇街 | 床位公园 | 食堂 |",
        "| 序号 | 镇街 | 床位 | 公厕 |",
        "| 序号 | 镇街 | 床位 | 床位 | 食堂 |",
    ],
)
def test_figures_under_no_heading_of_their_own_are_not_certified(heads: str) -> None:
    """The sums come out, and say nothing of which heading is whose."""
    found = mend_fragment(drawn(PLAN.replace("| 序号 | 镇街 | 床位 | 公厕 | 食堂 |", heads)))
    assert found.table is not None and found.table.status not in ("certified", "consistent")


@pytest.mark.parametrize("total", ["| 合计 | 10 | 11 |", "|  | 合计 | 10 | 11 |", "|  |  | 总计 | 10 | 11 |"])
def test_a_sum_below_the_headings_is_none_of_them(total: str) -> None:
    whole = "| 镇街 | 床位 | 公厕 |\n| {} |\n| 清溪镇 | 3 | 4 |\n| 河口镇 | 6 | 2 |\n| 石桥乡 | 1 | 5 |\n"
    found = mend_fragment(drawn(whole.replace("| {} |", total)))
    name = total.strip("| ").split(" ")[0]
    assert draw(found.table) == tidy(whole.format(f"{name} | 10 | 11"))


@pytest.mark.parametrize(
    ("row", "lead"),
    [
        ("| 3 | 石桥乡 |", "|  |  | 3 | 石桥乡 |"),
        ("| 2 | 河口街道 |", "|  |  | 2 | 河口街道 |"),
        ("| 3 | 石桥乡 |", "|  | 3 | 石桥乡 |"),
    ],
)
def test_a_row_too_far_right_below_the_end_of_a_page_is_its_own(row: str, lead: str) -> None:
    """Its number follows that of the row above: no merged cell reaches over it."""
    found = mend_fragment(drawn(PLAN.replace(row, f"- - -\n    {lead}")))
    assert draw(found.table) == tidy(PLAN)
