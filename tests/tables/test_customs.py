"""How the rows of a table are used to be written parts readings that no sum parts."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

HEAD = "| 镇街 | 村数 | 现有点 | 缺口 | 床位 | 公厕 | 食堂 |"
# Where there is none the first three say 0, the others stay blank; 缺口 = 村数 - 现有点.
BLANK = """
    | 东岭镇 | 4 | 4 | 0 | 2 |  | 1 |
    | 西溪镇 | 6 | 2 | 4 |  | 1 |  |
    | 南桥镇 | 5 | 5 | 0 |  |  | 2 |
    | 北坪镇 | 3 | 0 | 3 | 1 |  |  |
    | 上湖镇 | 7 | 7 | 0 |  | 2 |  |
    | 下河镇 | 2 | 0 | 2 |  |  | 1 |
    | 石塘镇 | 8 | 8 | 0 |  |  |  |
    | 云台镇 | 9 | 3 | 6 | 3 |  |  |
    | 平林镇 | 6 | 0 | 6 |  | 1 |  |
    | 长港镇 | 5 | 1 | 4 |  | 2 | 1 |
"""
# Where there is none all say 0; whose villages are not known has neither 现有点 nor 缺口.
ZERO = """
    | 东岭镇 | 4 | 4 | 0 | 2 | 0 | 1 |
    | 西溪镇 | 6 | 2 | 4 | 0 | 1 | 0 |
    | 南桥镇 | 5 | 5 | 0 | 0 | 0 | 2 |
    | 北坪镇 | 3 | 0 | 3 | 1 | 0 | 0 |
    | 上湖镇 | 7 | 7 | 0 | 0 | 2 | 0 |
    | 下河镇 | 2 | 0 | 2 | 0 | 0 | 1 |
    | 石塘镇 | 8 |  |  | 0 | 0 | 0 |
    | 云台镇 | 9 | 3 | 6 | 3 | 0 | 0 |
    | 平林镇 | 6 | 0 | 6 | 0 | 1 | 0 |
    | 长港镇 | 5 | 1 | 4 | 0 | 2 | 1 |
"""


def table(body: str) -> str:
    return "\n".join(line.strip() for line in f"{HEAD}\n{body}".strip().splitlines()) + "\n"


def total(body: str) -> str:
    columns = zip(*([cell.strip() for cell in line.strip().strip("|").split("|")[1:]] for line in body.strip().splitlines()), strict=True)  # fmt: skip
    return (
        f"{table(body)}| 合计 | {' | '.join(str(sum(int(x or 0) for x in column)) for column in columns)} |\n"
    )


def tidied(picture: str) -> str:
    return draw(mend_fragment(drawn(picture)).table)


@pytest.mark.parametrize(
    ("whole", "row", "short"),
    [
        (BLANK, "| 南桥镇 | 5 | 5 | 0 |  |  | 2 |", "| 南桥镇 | 5 | 5 | 0 | 2 |"),
        (BLANK, "| 石塘镇 | 8 | 8 | 0 |  |  |  |", "| 石塘镇 | 8 | 8 | 0 |  |"),
        (BLANK, "| 上湖镇 | 7 | 7 | 0 |  | 2 |  |", "| 上湖镇 | 7 | 7 | 0 | 2 |  |"),
        (ZERO, "| 石塘镇 | 8 |  |  | 0 | 0 | 0 |", "| 石塘镇 | 8 |  | 0 | 0 | 0 |"),
        (ZERO, "| 石塘镇 | 8 |  |  | 0 | 0 | 0 |", "| 石塘镇 | 8 | 0 | 0 | 0 |"),
        (ZERO, "| 石塘镇 | 8 |  |  | 0 | 0 | 0 |", "|  | 石塘镇 | 8 |  | 0 | 0 | 0 |"),
    ],
)  # fmt: skip
def test_none_is_written_as_elsewhere(whole: str, row: str, short: str) -> None:
    made = total(whole)
    assert row in made
    found = mend_fragment(drawn(made.replace(row, short)))
    assert found.table is not None
    assert draw(found.table) == tidied(made)
    assert found.table.status in ("consistent", "unverified")


@pytest.mark.parametrize(
    ("row", "short"),
    [
        ("| 平林镇 | 6 | 0 | 6 |  | 1 |  |", "| 平林镇 | 6 |  | 0 |  |"),
        ("| 下河镇 | 2 | 0 | 2 |  |  | 1 |", "| 下河镇 |  |  | 0 |"),
    ],
)  # fmt: skip
def test_where_two_ways_are_usual_nothing_is_chosen(row: str, short: str) -> None:
    """Columns that write none now as 0 and now as blank say nothing of a 0."""
    mixed = BLANK.replace("|  | 1 |  |", "| 0 | 1 | 0 |").replace("|  |  | 1 |", "| 0 |  | 1 |")
    made = "\n".join(line.strip() for line in f"{HEAD}\n{mixed}".strip().splitlines())
    before = next(line for line in made.splitlines() if line.startswith(row.split(" |")[0]))
    found = mend_fragment(drawn(made.replace(before, short) + "\n" + total(mixed).splitlines()[-1]))
    assert found.table is not None and found.table.status in ("ambiguous", "unverified")


SIZES = """
    | 镇街 | 中心 | 床位 | 食堂 |
    | 东岭镇 | 1 | 40 | 3 |
    | 西溪镇 | 2 | 65 |  |
    | 南桥镇 |  | 30 | 4 |
    | 北坪镇 | 3 | 52 | 1 |
    | 上湖镇 | 1 | 77 | 2 |
    | 下河镇 | 2 | 48 | 6 |
    | 石塘镇 | 1 | 35 | 2 |
    | 平林镇 {row} |
    """


@pytest.mark.parametrize(
    ("row", "laid"),
    [("| 50 |", "|  | 50 |  |"), ("| 45 | 2 |", "|  | 45 | 2 |"), ("| 3 | 60 |", "| 3 | 60 |  |")],
)
def test_figures_stand_where_others_are_as_large(row: str, laid: str) -> None:
    made = SIZES.replace("{row} |", row)
    whole = mend_fragment(drawn(made))
    assert draw(whole.table) == tidied(SIZES.replace("{row} |", laid))
    assert whole.table is not None and whole.table.status == "unverified"


def test_a_figure_that_two_columns_may_have_is_given_for_none() -> None:
    whole = mend_fragment(drawn(SIZES.replace("{row} |", "| 2 |  |")))
    assert whole.table is not None and whole.table.status == "ambiguous"


def test_few_figures_do_not_show_how_large_they_are() -> None:
    few = "\n".join(SIZES.splitlines()[:5]) + "\n    | 平林镇 | 50 |"
    whole = mend_fragment(drawn(few))
    assert whole.table is not None and "| 平林镇 |  | 50 |" not in draw(whole.table)


# A group of columns in which a row has none: a dash in each of them, or one in the first.
EACH = """
    | 镇街 | 中心 | | | 服务站 | | |
    | | 现有 | 2025 | 2026 | 现有 | 2025 | 2026 |
    | 东街道 | 1 | 2 | 2 | — | — | — |
    | 西街道 | 4 |  | 1 | — | — | — |
    | 南镇 | — | — | — | 3 | 1 |  |
    | 北镇 | — | — | — | 2 |  | 4 |
    {row}
    | 合计 | {total} |
    """
FIRST = EACH.replace("— | — | — |", "— |  |  |")


@pytest.mark.parametrize(
    ("picture", "row", "short"),
    [
        (EACH, "| 中街道 | 3 | 1 |  | — | — | — |", "| 中街道 | 3 | 1 | — | — | — |"),
        (EACH, "| 中街道 |  | 1 |  | — | — | — |", "| 中街道 | 1 | — | — | — |"),
        (FIRST, "| 中镇 | — |  |  | 5 | 2 | 1 |", "| 中镇 | — | 5 | 2 | 1 |"),
    ],
    ids=["each", "each_of_two", "first"],
)
def test_dashes_stand_in_a_group_as_elsewhere(picture: str, row: str, short: str) -> None:
    rows = [
        line.strip().strip("|").split("|")[1:]
        for line in picture.replace("{row}", row).strip().splitlines()[2:-1]
    ]
    sums = (
        sum(int(cell) for cell in column if cell.strip().isdecimal()) for column in zip(*rows, strict=True)
    )
    made = picture.replace("{total}", " | ".join(map(str, sums)))
    found = draw(mend_fragment(drawn(made.replace("{row}", short))).table)
    assert found == tidied(made.replace("{row}", row))


def test_words_stand_where_other_rows_have_them() -> None:
    """租赁 is a way to build, and no note; nothing else tells which blanks the row lost."""
    whole = mend_fragment(
        drawn(
            """
            | 镇街 | 床位 | 公厕 | 备注 | 方式 |
            | 东镇 | 3 |  | 已立项 | 扩建 |
            | 西镇 |  | 1 |  | 租赁 |
            | 南镇 | 4 | 2 | 重点 | 新建 |
            | 北镇 | 2 | 1 | 租赁 |
            | 上镇 | 5 |  |  | 新建 |
            | 合计 | 14 | 4 |  |  |
            """
        )
    )
    assert "| 北镇 | 2 | 1 |  | 租赁 |" in draw(whole.table)
