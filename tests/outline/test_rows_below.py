"""Cells one a line below headings of two levels, below labels that stand once, and of one pattern."""

from __future__ import annotations

from itertools import chain

import pytest

from pipeline.model import Document, Mended
from pipeline.outline import outline
from pipeline.outline.rows_below import rows_below_levels
from pipeline.tables import mend

TOWNS = ["东镇", "西镇", "南镇", "北镇"]
FIGURES = [(n + 3, 2 * n + 1, 3 * n + 4, 7 * n + 60) for n in range(4)]
LEVELS = ["序号", "乡镇", "搬迁（户）", "投资（万元）", "2026年", "2027年", "合计"]
NUMBERED = [
    [str(n), town, *map(str, row)] for n, (town, row) in enumerate(zip(TOWNS, FIGURES, strict=True), 1)
]
TOTAL = ["合计", *(str(sum(column)) for column in zip(*FIGURES, strict=True))]
LABELLED = [
    ["东镇", "甲村", "3", "9"],
    ["乙村", "4", "8"],
    ["西镇", "丙村", "5", "7"],
    ["丁村", "6", "6"],
    ["合计", "18", "30"],
]
PATTERN = [
    ["消费", "夜市", "建成夜市4个，引进首店16家", "市商务局", "2026年10月底前"],
    ["步行街", "改造步行街2条", "市住建局", "2026年12月底前"],
    ["物流", "体系", "新建物流站38个", "市邮政管理局", "2026年11月底前"],
    ["商贸中心", "改造商贸中心21个", "市商务局", "2027年底前"],
]


def mended(*rows: list[str], before: str = "附件1 任务分配表") -> Mended:
    text = f"临江市通知\n\n各镇人民政府：\n请执行。\n{before}\n" + "\n".join(chain(*rows)) + "\n附件2 其他\n"
    return mend(outline(Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text)))


def grid(made: Mended) -> list[list[str]]:
    (table,) = made.tables
    return [[c.text for c in table.cells if c.row == i] for i in range(table.n_rows)]


def test_sums_tell_which_heading_stands_over_others() -> None:
    """搬迁 over 2026年, 2027年 and their 合计: what adds up in every row is below one heading."""
    rows = grid(mended(LEVELS, *NUMBERED, TOTAL))
    assert rows[:2] == [["序号", "乡镇", "搬迁（户）", "投资（万元）"], ["2026年", "2027年", "合计"]]
    assert rows[2:6] == NUMBERED


def test_headings_that_nothing_lays_give_no_figures() -> None:
    figures = [["序号", "乡镇", "床位", "公厕", "新建", "改建"], *([*row[:-2], row[-1]] for row in NUMBERED)]
    made = mended(*figures)
    assert not any(
        text.isdecimal() and len(text) > 1 for table in made.tables for c in table.cells for text in [c.text]
    )
    assert made.issues


@pytest.mark.parametrize("numbered", [False, True])
def test_a_label_stands_once_for_the_names_below(numbered: bool) -> None:
    rows = [["乡镇", "行政村", "户数（户）", "人数（人）"], *LABELLED]
    if numbered:
        rows = [["序号", *rows[0]], *([str(n), *row] for n, row in enumerate(rows[1:-1], 1)), rows[-1]]
    made = mended(*rows)
    (table,) = made.tables
    assert {c.text: c.row_span for c in table.cells if c.text in TOWNS} == {"东镇": 2, "西镇": 2}
    assert table.status == "certified"


@pytest.mark.parametrize("bare", range(4))
def test_a_village_without_figures_is_no_label(bare: int) -> None:
    """Beside the label, the total or another village: 桃村 above 小计 was held for a label, and the sums certified it."""
    rows = [
        ["东镇", "甲村", "3", "9"],
        ["乙村", "4", "8"],
        ["小计", "7", "17"],
        ["西镇", "丙村", "5", "7"],
        ["丁村", "6", "6"],
        ["小计", "11", "13"],
        ["合计", "18", "30"],
    ]
    at = (0, 1, 2, 5)[bare]
    label = rows[at][:1] if len(rows[at]) > 3 else []
    rows[at] = rows[at][len(label) :]
    made = mended(["乡镇", "行政村", "户数（户）", "人数（人）"], *rows[:at], [*label, "桃村"], *rows[at:])
    (table,) = made.tables
    under = {c.text: range(c.row, c.row + c.row_span) for c in table.cells if c.text in TOWNS}
    villages = {c.text: c.row for c in table.cells if c.col == 1 and c.role == "body"}
    assert set(villages) >= {"甲村", "桃村", "丁村"} and not set(villages) & set(TOWNS)
    assert all(
        (villages[name] in under["西镇"]) == (name in "丙村丁村" or (name == "桃村" and at == 5))
        for name in villages
    )
    assert table.status == "certified"


def test_a_pattern_of_kinds_tells_rows_below_labels() -> None:
    made = mended(["类别", "重点任务", "具体措施", "牵头单位", "完成时限"], *PATTERN)
    rows = grid(made)
    assert rows[1] == PATTERN[0] and rows[2] == PATTERN[1] and rows[4] == PATTERN[3]


def test_a_caption_is_no_heading() -> None:
    """农村供水主要指标 above 指标 单位 2026年: as many headings as a row has cells stand below it."""
    rows = [
        ["指标", "单位", "2026年", "2027年"],
        *([name, "%", "9", "11"] for name in ("普及率", "达标率", "保证率", "满意率")),
    ]
    assert grid(mended(*rows, before="主要指标")) == rows


def test_rows_without_blanks_end_where_the_next_name_stands() -> None:
    """The caption was held for the first heading, and the last heading for the beginning of a name."""
    rows = [["东镇", "3", "9"], ["西镇", "8"], ["南镇", "4", "6"], ["北镇", "5", "7"], ["合计", "20", "22"]]
    (table,) = mended(["乡镇", "户数（户）", "人数（人）"], *rows, before="设施建设分年度计划表").tables
    assert table.status == "certified"
    assert {(c.text, c.col) for c in table.cells} >= {("户数（户）", 1), ("8", 1), ("22", 2), ("北镇", 0)}


def test_a_unit_on_a_line_of_its_own_heads_no_column() -> None:
    words = ["序号", "镇街", "养老床位", "（张）", "公厕", "（座）", "路灯", "（盏）"]
    assert (
        rows_below_levels(
            [
                *words,
                *["1", "甲镇", "12", "3", "40", "2", "乙镇", "8", "2", "15", "3", "丙镇", "20", "6", "33"],
            ]
        )
        == ()
    )
