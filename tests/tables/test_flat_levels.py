"""Flattened lists of other columns, marks between names and page ends; headings of two levels a line each."""

from __future__ import annotations

from random import Random

import pytest
from drawing import texts
from flattened_lists import whole
from prefecture_lists import IN_LEVELS, drawn, parties, printed
from test_flattened import read

from pipeline.extract import extract
from pipeline.language.headings import meaning
from pipeline.model import Mended, Span
from pipeline.tables.draft import Slot
from pipeline.tables.flat_columns import CellLine
from pipeline.tables.flat_fits import needs_more
from pipeline.tables.flat_levels import in_levels
from pipeline.tables.flat_pieces import counted, has_stray, without_pieces
from pipeline.tables.flat_rows import FlatRow
from tests import draws


def duties(mended: Mended) -> list[tuple[int, str, str]]:
    above = mended.tables[0].header_rows - 1
    return [
        (fact.row - above, fact.values["role"], fact.values["agency_name"])
        for fact in extract(mended).facts
        if fact.table == "responsibilities"
    ]


MARKS = [("、", 1), ("，", 2), ("；", 4), ("、\n", 5)]
# Every mark, and what stands between pages every way, with headings of one level and of two.
EACH = [(*MARKS[n % 4], furniture) for n, furniture in enumerate((0, 1, 2, 3, 4, 0))]


@pytest.mark.parametrize(
    ("mark", "seed", "furniture"), draws.drawn(EACH, [(*mark, n) for mark in MARKS for n in range(5)])
)
def test_a_list_comes_out_whole(mark: str, seed: int, furniture: int) -> None:
    random = Random(seed * 10 + furniture)
    columns, heads, rows = drawn(random, mark, in_levels=furniture % 2 == seed % 2)
    mended = read(printed(random, columns, heads, rows, furniture))
    (table,) = mended.tables
    said = [[cell.replace("\n", "") for cell in row] for row in whole(columns, rows)]
    assert texts(table)[table.header_rows :] == said
    assert duties(mended) == parties(columns, rows)


@pytest.mark.parametrize("mark", [" ", "\n"])
def test_names_that_no_mark_parts_are_not_told(mark: str) -> None:
    """Where a cell of names ends, and where a name, nothing says: no row, and an issue."""
    for seed in range(draws.drawn(1, 3)):
        random = Random(seed)
        columns, heads, rows = drawn(random, mark)
        mended = read(printed(random, columns, heads, rows, 0))
        assert not mended.tables
        assert {issue.message.code for issue in mended.issues} == {"cells_not_told_apart"}


def test_the_path_of_a_divided_heading() -> None:
    """责任单位 stands over 牵头单位 and 配合单位, which are printed behind 完成时限."""
    heads = IN_LEVELS[0][1]
    random = Random(3)
    while (drawn_list := drawn(random, "、", in_levels=True))[1] != heads:
        pass
    (table,) = read(printed(random, *drawn_list, 1)).tables
    assert table.header_rows == 2
    grid = table.grid()
    assert [[cell.text for cell in row] for row in grid[:2]] == [
        ["序号", "工作任务", "责任单位", "责任单位", "完成时限"],
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
    ]


@pytest.mark.parametrize(
    ("heads", "over"),
    [
        ("序号 工作任务 责任单位 完成时限 牵头单位 配合单位", {"责任单位"}),
        ("序号 工作任务 责任分工 牵头单位 配合单位 完成时限", {"责任分工"}),
        ("序号 指标 单位 2025年 目标值 牵头单位 2026年 2028年", {"目标值"}),
        ("序号 工作任务 时间安排 责任单位 启动时间 完成时间", {"时间安排"}),
        # What leads stands over no others, and one heading alone is not divided.
        ("序号 工作任务 牵头单位 责任单位 配合单位", set()),
        ("序号 工作任务 责任单位 完成时限", set()),
    ],
)
def test_what_may_stand_over_others(heads: str, over: set[str]) -> None:
    ways = list(in_levels([Slot(text) for text in heads.split()]))
    assert {way.over.text for way in ways if way.over} == over
    assert all(meaning(way.columns[0].text) == "row_number" for way in ways)


@pytest.mark.parametrize(
    "rows",
    [
        # As many cells as headings: none of them is divided.
        [["1", "修桥。", "市水利局", "年底前", "市园林局", "市财政局"], ["2", "修路。", "市交通局", "6月底前", "市公安局", "市水利局"],
         ["3", "修渠。", "市林业局", "年底前", "市水利局", "市园林局"]],
    ],
)  # fmt: skip
def test_a_cell_for_each_heading(rows: list[list[str]]) -> None:
    heads = ["序号", "工作任务", "责任单位", "完成时限", "牵头单位", "配合单位"]
    (table,) = read([*heads, *(cell for row in rows for cell in row)]).tables
    assert texts(table) == [heads, *rows]


def test_behind_a_cell_that_begins_in_a_word_nobody_is_named() -> None:
    """结果报州委改革办 ends 改 | 革办: neither is 革办 a body nor whom the next cell names the one that supports."""
    texts = ["修桥，结果报州委改", "革办", "公安分局", "修路。", "公安分局", "税务分局", "修渠。", "税务分局"]
    lines = [CellLine(text, Span(n, n + 1)) for n, text in enumerate(texts)]
    rows = [FlatRow(((0,), (1,), (2,))), FlatRow(((3,), (4,), (5,))), FlatRow(((6,), (7,), ()))]
    kept, issues = without_pieces(rows, lines, ["task", "lead_agency", "support_agency"])
    assert kept == [FlatRow(((0,), (), ())), *rows[1:]]
    assert [issue.message.code for issue in issues] == ["names_cut_in_pieces"] * 2


def test_a_line_of_another_cell_is_no_part_of_a_name() -> None:
    standing = counted(["区检察院", "区检察院、区妇联", "区检新增察院", "县教育和体育局", "县教育局"])
    assert has_stray(("修通断头路", "区检察院"), standing)
    assert has_stray(("区妇联、区检", "新增", "察院"), standing)
    assert not has_stray(("区妇联、区", "检察", "院"), standing)
    assert not has_stray(
        ("县教育", "和体育", "局"), counted(["县教育和体育局", "县教育和体育局", "县教育局"])
    )


@pytest.mark.parametrize("line", ["每月调度，结果报", "形成问题清单送", "逐项登记造册，月底前交"])
def test_a_line_that_lacks_the_body_it_tells_does_not_end_a_cell(line: str) -> None:
    """结果报 | 州委改革办: the body that is told came out as the one that leads."""
    assert needs_more(line) > needs_more("开展项目建设对") > needs_more("每月上报") == 0
