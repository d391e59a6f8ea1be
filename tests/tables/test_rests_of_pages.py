"""What stands between the parts of a table and belongs to the page; rows that a page cuts anywhere."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Table
from pipeline.outline import outline
from pipeline.tables import mend

TOP = "关于印发建设计划的通知\n\n各镇人民政府：\n\n现将计划印发给你们，请认真执行。\n\n建设计划表\n\n"
HEAD = "| 序号 | 镇街 | 床位 | 公厕 | 食堂 |"
ROWS = [
    "| 1 | 清溪镇 | 3 | 4 | 5 |",
    "| 2 | 河口街道 | 6 |  | 2 |",
    "| 3 | 石桥乡 | 1 | 7 | 9 |",
    "| 4 | 白水镇 |  | 2 | 8 |",
    "| 合计 |  | 10 | 13 | 24 |",
]


def tables(lines: list[str]) -> list[Table]:
    text = TOP + "\n".join(lines) + "\n"
    return list(mend(outline(Document("n", "n.md", "0" * 64, "text/markdown", "utf-8", text))).tables)


def grid(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "?" for cell in row] for row in table.grid()]


WHOLE = grid(tables([HEAD, "|---|---|---|---|---|", *ROWS])[0])


@pytest.mark.parametrize("words", ["临江市人民政府文件", "某省人民政府公报", "— 7 —", "第 2 页", "续表"])
@pytest.mark.parametrize("at", [1, 2, 4])
def test_the_head_of_a_page_parts_no_table(words: str, at: int) -> None:
    lines = [
        HEAD,
        "|---|---|---|---|---|",
        *ROWS[:at],
        "",
        words,
        "",
        HEAD,
        "|---|---|---|---|---|",
        *ROWS[at:],
    ]
    (found,) = tables(lines)
    assert grid(found) == WHOLE


def test_a_caption_parts_two_tables() -> None:
    lines = [HEAD, "|---|---|---|---|---|", *ROWS, "", "改造计划表", "", HEAD, "|---|---|---|---|---|", *ROWS]
    assert len(tables(lines)) == 2


@pytest.mark.parametrize(
    ("row", "cut"),
    [
        (0, ["| 1 | 清溪镇 | 3 | 4 |", "— 3 —", "| 5 |"]),
        (2, ["| 3 | 石桥乡 | 1 | 7 |", "第 2 页", "| 9 |"]),
        # The rest begins with a blank cell.
        (1, ["| 2 | 河口街道 | 6 |", "— 3 —", "|  | 2 |"]),
        (3, ["| 4 | 白水镇 |", "临江市人民政府文件", "|  | 2 | 8 |"]),
    ],
)
def test_a_row_that_the_page_cuts_is_whole(row: int, cut: list[str]) -> None:
    lines = [HEAD, "|---|---|---|---|---|", *ROWS[:row], *cut, *ROWS[row + 1 :]]
    (found,) = tables(lines)
    assert grid(found) == WHOLE


def test_a_number_of_a_page_below_a_whole_row_is_no_cell() -> None:
    (found,) = tables([HEAD, "|---|---|---|---|---|", *ROWS[:2], "", "3", "", *ROWS[2:]])
    assert grid(found) == WHOLE


@pytest.mark.parametrize(
    "head",
    [
        "| 乡镇 | 任务数 | 1月 | 2月 | 3月 |",
        "| 乡镇 | 任务数 | 10日 | 20日 | 30日 |",
        "| 乡镇 | 2025年 | 1月 | 2月 | 3月 |",
    ],
)
def test_times_one_after_another_are_headings(head: str) -> None:
    rows = ["| 东岭乡 | 10 | 1 | 2 | 3 |", "| 西坡乡 | 9 | 3 | 3 | 3 |", "| 合计 | 19 | 4 | 5 | 6 |"]
    (found,) = tables([head, "|---|---|---|---|---|", *rows])
    assert found.header_rows == 1 and found.status == "certified"


HEADS = [
    (
        ["|  | 2025年 |  | 2026年 |  |", "| 镇街 | 新建 | 改建 | 新建 | 改建 |"],
        ["镇街", "2025年/新建", "2025年/改建", "2026年/新建", "2026年/改建"],
    ),
    (
        ["| 序号 | 镇街 | 床位 |  | 备注 |", "|  | （街道） | 新建 | 改建 |  |"],
        ["序号", "镇街/（街道）", "床位/新建", "床位/改建", "备注"],
    ),
    (
        ["|  |  | 建设任务 |  |  |", "| 序号 | 乡镇 | 床位 | 公厕 | 食堂 |"],
        ["序号", "乡镇", "建设任务/床位", "建设任务/公厕", "建设任务/食堂"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "said"), HEADS)
def test_a_second_line_names_the_rows_where_the_first_does_not(
    heads: list[str], said: list[str] | None
) -> None:
    rows = ["| 1 | 东岭乡 | 1 | 2 | 3 |", "| 2 | 西坡乡 | 3 | 3 | 3 |", "| 3 | 南湾乡 | 4 | 5 | 6 |"]
    if "序号" not in "".join(heads):
        rows = ["| 东岭乡 | 1 | 2 | 3 | 4 |", "| 西坡乡 | 3 | 3 | 3 | 2 |", "| 南湾乡 | 4 | 5 | 6 | 1 |"]
    (found,) = tables([heads[0], "|---|---|---|---|---|", heads[1], *rows])
    printed = grid(found)[: found.header_rows]
    paths = [
        "/".join(dict.fromkeys(text for text in column if text)) for column in zip(*printed, strict=True)
    ]
    assert paths == said


@pytest.mark.parametrize(
    ("total", "laid"),
    [
        # 320 stands where the column adds up to it; under the rate it would add up to nothing.
        ("| 总计 | 247 | 320 |  |", ["总计", "247", "320", "", ""]),
        ("| 总计 | 247 | 320 |", ["总计", "247", "320", "", ""]),
    ],
)
def test_the_reading_in_which_more_sums_come_out_is_likelier(total: str, laid: list[str]) -> None:
    rows = [
        "| 东岭乡 | 100 | 120 | 85.5 | 新建 |",
        "| 西坡乡 | 47 | 80 | 90 |  |",
        "| 南湾乡 | 100 | 120 | 76.3 | 改建 |",
    ]
    lines = ["| 乡镇 | 床位 | 公厕 | 完成率（%） | 备注 |", "|---|---|---|---|---|", *rows, total]
    (found,) = tables(lines)
    assert grid(found)[-1] == laid
    assert found.status != "ambiguous"


def test_a_small_minus_is_one() -> None:
    rows = ["| 东岭乡 | 4 | ﹣5 |", "| 西坡乡 | 3 | －2 |", "| 南湾乡 | 2 | 3 |", "| 合计 | 9 | −4 |"]
    (found,) = tables(["| 乡镇 | 床位 | 增减数 |", "|---|---|---|", *rows])
    assert found.status == "certified"
