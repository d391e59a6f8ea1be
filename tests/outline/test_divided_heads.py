"""Headings of an upper line over the columns below them, told by what these hold."""

from __future__ import annotations

import pytest

from pipeline.outline.blank_words import words_of
from pipeline.outline.divided_heads import heads_over
from pipeline.outline.lines import text_to_lines

YEARS = "2025年 2026年 2025年 2026年"
STOCK = [
    "甲镇 9 5 4 1 2 3 4",
    "乙镇 7 2 5 3 3 8 1",
    "丙镇 6 1 5 2 7 1 9",
    "丁镇 8 6 2 5 4 4 2",
    "戊镇 5 3 2 9 6 7 3",
]


def laid(heads: list[str], rows: list[str]) -> list[list[str]] | None:
    lines = [words_of(line) for line in text_to_lines("\n".join([*heads, *rows]), False)]
    found = heads_over(lines[: len(heads)], lines[len(heads) :], max(map(len, lines[len(heads) :])))
    return found and [[piece.text for piece in row] for row in found]


def test_what_adds_up_in_every_row_stands_beside_one_another() -> None:
    upper = "镇街 村数 现有 缺口 2025年 2026年"
    assert laid([upper, "公厕 食堂 公厕 食堂"], STOCK) == [
        ["镇街", "村数", "现有", "缺口", "2025年", "", "2026年", ""],
        ["", "", "", "", "公厕", "食堂", "公厕", "食堂"],
    ]
    wrong = [row.replace(" 9 5 4", " 8 5 4") for row in STOCK]
    assert laid([upper, "公厕 食堂 公厕 食堂"], wrong) is None


def test_parts_of_a_total_stand_below_its_heading() -> None:
    rows = [f"{name}镇 {a + b} {a} {b} {c + d} {c} {d} 1" for name, a, b, c, d in zip("甲乙丙丁戊", (1, 4, 2, 8, 3), (5, 2, 9, 1, 6), (7, 3, 1, 2, 4), (2, 8, 6, 3, 9), strict=True)]  # fmt: skip
    lower = "小计 新建 改建 小计 新建 改建"
    found = laid(["镇街 床位 公厕 食堂", lower], rows)
    assert found is not None
    assert found[0] == ["镇街", "床位", "", "", "公厕", "", "", "食堂"]
    none = [f"{name}镇 {n} 2 3 {n + 4} 5 1 6" for n, name in enumerate("甲乙丙丁戊", 1)]
    assert laid(["镇街 床位 公厕 食堂", lower], none) is None


def test_words_stand_below_no_figures_heading() -> None:
    rows = [f"{name}镇 3 4 5 6 已立项" for name in "甲乙丙"]
    assert laid(["镇街 床位 公厕 备注", YEARS], rows) == [
        ["镇街", "床位", "", "公厕", "", "备注"],
        ["", "2025年", "2026年", "2025年", "2026年", ""],
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "row"),
    [
        ("镇街 村数 床位 公厕", YEARS, "3 4 5 6 7"),  # which two of three
        ("镇街 床位 公厕", "现有 2025年 新建 2026年 现有 2027年", "3 4 5 6 7 8"),  # two or four
        ("镇街 床位", YEARS, "3 4 5 6"),  # 2025年 twice below one heading
    ],
)
def test_headings_of_which_nothing_tells(upper: str, lower: str, row: str) -> None:
    assert laid([upper, lower], [f"{name}镇 {row}" for name in "甲乙丙丁戊己"]) is None
