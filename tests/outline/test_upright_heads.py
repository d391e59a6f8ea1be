"""Headings one a line above rows whose cells tabs part, and what is not taken for such."""

from __future__ import annotations

import pytest
from test_aligned_blanks import grid, tables

ROWS = "1\t东镇\t30\t2\n2\t西镇\t\t1\n3\t南乡\t12\t\n4\t北乡\t8\t4"


@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_headings_that_are_as_many_as_the_cells_stand_over_them(gap: str) -> None:
    heads = ["序号", "镇街", "养老床位（张）", "公共厕所（座）"]
    (table,) = tables(f"\n{gap}".join(heads) + f"\n{gap}" + ROWS)
    assert grid(table)[0] == heads
    assert grid(table)[2] == ["2", "西镇", "", "1"]


def test_headings_of_two_lines_are_parted_where_the_lower_come_again() -> None:
    rows = "东镇\t1\t2\t3\t4\t9\n西镇\t5\t\t7\t8\t9\n南镇\t1\t\t\t8\t\n合计\t7\t2\t10\t20\t18"
    (table,) = tables(
        "\n".join(["镇街", "2026年", "2027年", "床位", "公厕", "床位", "公厕", "食堂"]) + "\n" + rows
    )
    assert grid(table)[0] == ["镇街", "2026年", "2026年", "2027年", "2027年", "2027年"]
    assert grid(table)[1][1:] == ["床位", "公厕", "床位", "公厕", "食堂"]


@pytest.mark.parametrize(
    ("heads", "laid"),
    [
        ("序号 镇街 村数 2026年 2027年 床位 公厕 床位 公厕 食堂", "序号|镇街|村数|2026年/床位|2026年/公厕|2027年/床位|2027年/公厕|2027年/食堂"),
        (
            "序号 片区 县（市、区） 床位 公厕 现状 2026年 小计 现状 2026年 小计",
            "序号|片区|县（市、区）|床位/现状|床位/2026年|床位/小计|公厕/现状|公厕/2026年|公厕/小计",
        ),
        (
            "镇街 2026年 2027年 养老 助餐 养老 助餐 新建 改造 中心 点 新建 改造 中心 点",
            "镇街|"
            + "|".join(f"{y}/{x}" for y in ("2026年", "2027年") for x in ("养老/新建", "养老/改造", "助餐/中心", "助餐/点")),
        ),
        ("镇街 充电桩 公路 停车位 个 公里 个", "镇街|充电桩/个|公路/公里|停车位/个"),
        # Nothing says which headings stand over others: names alone are left.
        ("镇街 床位 公厕 食堂 新建 改建 新建 改建", "镇街|||||"),
        ("镇街 总投资（万元） 资金来源（万元） 中央 省级 市县", "镇街||||"),
        ("序号 镇街 养老床位 公厕 备注", "序号|镇街||"),
        ("镇街 床位 养老院 护理型 普通型 新建 改建", "镇街||||"),
    ],
)  # fmt: skip
def test_headings_of_several_lines_are_laid_where_they_divide_one_another_in_one_way(
    heads: str, laid: str
) -> None:
    paths = laid.split("|")
    names = [path for path in paths if path in ("序号", "片区", "镇街", "县（市、区）")]
    figures = [str(7 * j) for j in range(len(names), len(paths))]
    rows = [
        [
            *["东片" if name == "片区" else f"{i}" if name == "序号" else f"{town}镇" for name in names],
            *figures,
        ]
        for i, town in enumerate("东西南北", 1)
    ]
    (table,) = tables("\n".join(heads.split()) + "\n" + "\n".join(map("\t".join, rows)))
    found = grid(table)[: table.header_rows]
    said = [[text for row in found if (text := row[j])] for j in range(table.n_cols)]
    assert ["/".join(dict.fromkeys(path)) for path in said] == paths


@pytest.mark.parametrize(
    "heads",
    [["序号", "镇街", "养老床位（张）"], ["现就有关事项说明如下", "镇街", "床位", "厕所"]],
    ids=["too few", "no name of rows first"],
)
def test_lines_that_are_fewer_than_the_cells_are_no_headings(heads: list[str]) -> None:
    found = tables("\n".join(heads) + "\n" + ROWS)
    assert all(
        cell is None or cell.text not in heads for table in found for row in table.grid() for cell in row
    )
