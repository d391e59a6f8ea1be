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
