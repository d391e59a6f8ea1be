"""Totals, identities and serial numbers of tables, added up again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.check.totals import totals
from pipeline.model import (
    Check,
    Document,
    Extracted,
    Fragment,
    Mended,
    Outline,
    Piece,
    Span,
    TitleBlock,
)  # fmt: skip
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend

RAW = Path(__file__).parents[2] / "raw"


def checked(*rows: str) -> list[Check]:
    made = tuple(
        tuple(
            Piece(text, Span(100 * i + 10 * j, 100 * i + 10 * j + len(text)))
            for j, text in enumerate(row.split("|"))
        )
        for i, row in enumerate(rows)
    )
    fragment = Fragment("tabs", made, Span(0, 999), "表")
    document = Document("a", "a.txt", "", "text/plain", "utf-8", "")
    whole = mend(Outline(document, TitleBlock(), (), (), (), (fragment,)))
    return totals(Extracted(whole, ()))


def counted(found: list[Check]) -> Counter[tuple[str, str]]:
    return Counter((c.kind, c.status) for c in found)


def test_a_wrong_column_total_is_found() -> None:
    found = checked("镇街|甲|乙", "东镇|1|2", "西镇|3|4", "合计|4|7")
    assert counted(found) == {("column_total", "pass"): 1, ("column_total", "fail"): 1}
    (wrong,) = [c for c in found if c.status == "fail"]
    assert (wrong.expected, wrong.actual) == ("6", "7")
    assert wrong.span is not None


def test_subtotals_cover_their_section_and_the_total_all() -> None:
    found = checked("镇街|甲", "东镇|1", "西镇|3", "小计|4", "南镇|5", "北镇|6", "小计|11", "合计|15")
    assert counted(found) == {("column_total", "pass"): 3}
    # So too where each stands above what it adds up, also with one of three wrong.
    above = ["合计|15", "小计|4", "东镇|1", "西镇|3", "小计|11", "南镇|5", "北镇|6"]
    assert counted(checked("镇街|甲", *above)) == {("column_total", "pass"): 3}
    above[1] = "小计|5"
    assert counted(checked("镇街|甲", *above)) == {("column_total", "pass"): 2, ("column_total", "fail"): 1}


def test_rates_are_not_added_up() -> None:
    found = checked("镇街|数量|覆盖率", "东镇|1|20", "西镇|3|40", "合计|4|33")
    assert counted(found) == {("column_total", "pass"): 1}


def test_rounded_figures_may_differ_by_their_last_digit() -> None:
    assert counted(checked("镇街|金额", "东镇|1.24", "西镇|1.24", "合计|2.5")) == {
        ("column_total", "pass"): 1
    }
    assert counted(checked("镇街|金额", "东镇|1.24", "西镇|1.24", "合计|2.7")) == {
        ("column_total", "fail"): 1
    }


def test_row_totals() -> None:
    found = checked("镇街|甲|乙|合计", "东镇|1|2|3", "西镇|3|4|7", "南镇|3|1|4", "北镇|2|2|4", "中镇|5|1|7")
    assert counted(found) == {("row_total", "pass"): 4, ("row_total", "fail"): 1}


def test_an_identity_between_columns_and_the_row_that_breaks_it() -> None:
    rows = [f"{n}镇|{n + 2 * n + 1}|{n}|{2 * n + 1}" for n in range(1, 12)]
    found = checked("镇街|村数|现有|缺口", *rows)
    assert counted(found) == {("row_identity", "pass"): 1}
    assert "缺口 = 村数 − 现有" in found[0].message.en
    broken = checked("镇街|村数|现有|缺口", *rows, "末镇|9|1|7")
    assert counted(broken) == {("row_identity", "fail"): 2}


def test_serial_numbers() -> None:
    assert counted(checked("序号|任务", "1|甲事", "2|乙事", "3|丙事")) == {("row_numbers", "pass"): 1}
    (gap,) = checked("序号|任务", "1|甲事", "2|乙事", "4|丙事")
    assert (gap.status, gap.actual) == ("fail", "2 → 4")


@pytest.mark.parametrize(
    ("notice", "want"),
    [
        (
            "jiangjin-2021-78",
            {("column_total", "pass"): 10, ("row_identity", "pass"): 1, ("row_numbers", "pass"): 2},
        ),
        ("dadukou-2020-17", {("column_total", "pass"): 14, ("group_total", "pass"): 4}),
        ("jiangjin-2022-88", {("row_numbers", "pass"): 1}),
        ("bazhou-2025-draft", {}),
    ],
)
def test_the_five_notices(notice: str, want: dict[tuple[str, str], int]) -> None:
    whole: Mended = mend(outline(read(RAW / f"{notice}.txt", notice, {})))
    assert counted(totals(Extracted(whole, ()))) == want


def test_group_totals_of_the_breakdown_table() -> None:
    whole = mend(outline(read(RAW / "dadukou-2020-17.txt", "d", {})))
    groups = [c for c in totals(Extracted(whole, ())) if c.kind == "group_total"]
    assert [c.actual for c in groups] == ["5", "56", "3", "27"]


PARTS = [
    "乡镇|任务|资金",
    "合计|60|120",
    "甲镇|30|70",
    "其中：东村|10|30",
    "西村|5|20",
    "乙镇|20|40",
    "丙镇|10|10",
]


def test_what_is_part_of_the_row_above_is_not_added_up() -> None:
    one = [row for row in PARTS if not row.startswith("西村")]
    assert counted(checked(*one)) == {("column_total", "pass"): 2}
    # How far 其中 reaches the sums tell: over 西村 too.
    assert counted(checked(*PARTS)) == {("column_total", "pass"): 2}
    wrong = [row.replace("丙镇|10|10", "丙镇|10|19") for row in PARTS]
    assert counted(checked(*wrong)) == {("column_total", "pass"): 1, ("column_total", "fail"): 1}


def test_parts_reach_as_far_in_one_column_as_in_the_others() -> None:
    """With 西村 among the addends 人数 comes out, without it the others: one of these is misprinted."""
    rows = [
        "乡镇|任务|资金|人数",
        "合计|60|120|9",
        "甲镇|30|70|4",
        "其中：东村|10|30|1",
        "西村|5|20|2",
        "乙镇|20|40|2",
        "丙镇|10|10|1",
    ]
    assert counted(checked(*rows)) == {("column_total", "pass"): 2, ("column_total", "fail"): 1}


def test_a_total_whose_first_part_is_named_so_counts_it() -> None:
    found = checked("乡镇|任务", "合计|60", "其中：甲镇|30", "乙镇|20", "丙镇|10")
    assert counted(found) == {("column_total", "pass"): 1}


def test_sums_of_groups_beside_the_years_of_building() -> None:
    rows = [
        "序号|项目|建设年限|投资",
        "|合计||98",
        "一|产业项目||62",
        "1|铝厂|2023-2025|42",
        "2|菇房|2024|20",
    ]
    found = checked(*rows, "二|民生项目||36", "3|医院|2022-2024|30", "4|小区|2024|6")
    assert counted(found) == {("column_total", "pass"): 3, ("row_numbers", "pass"): 1}
