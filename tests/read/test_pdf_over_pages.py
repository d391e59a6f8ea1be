"""Three-line tables that run over pages: read whole where the columns are proved, refused where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.read.pdf.cell_runs import Ends
from pipeline.read.pdf.shares import shared_but_cut
from pipeline.tables import mend
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf

pytestmark = pytest.mark.usefixtures("here")

SIZE, PITCH, PAD = 12.0, 15.0, 4.0
XS = (60.0, 96.0, 290.0, 400.0, 525.0)
TASKS = [["序号", "工作任务", "责任单位", "完成时限"]] + [
    [str(n), f"新建第{n}片区停车泊位\n{n * 10}个。", unit, f"2026年{n}月底前"]
    for n, unit in enumerate(("市住建局", "市教育局\n市民政局", "市水利局", "市商务局", "市公安局", "市交通局"), 1)
]  # fmt: skip
_BODIES = {"市教育局\n市民政局"}
PLAN = [["序号", "街道", "2025年", "2026年"]] + [
    [str(n), f"第{n}街道", f"{n * 11}", f"{n * 1200:,}"] for n in range(1, 9)
]
WAYS = [(again, ruled) for again in (False, True) for ruled in (False, True)]


def draw(
    rows: Sequence[Sequence[str]], per_page: int, again: bool, ruled: bool, xs: Sequence[float] = XS
) -> bytes:
    """`per_page` rows on each page; the headings on each or once, rules at the ends of pages or none."""
    body = list(rows[1:])
    chunks = [body[i : i + per_page] for i in range(0, len(body), per_page)]
    pages = []
    for n, chunk in enumerate(chunks):
        page, y = Drawn(), 120.0
        page.text(f"— {n + 1} —", 280, 790, 12)
        if not n:
            page.text("某市停车设施建设任务清单", 200, 90)
        shown = [rows[0], *chunk] if not n or again else chunk
        if not n or again or ruled:
            page.line(xs[0], y, xs[-1], y)
        for row in shown:
            y += _row(page, row, y, xs)
            if row is rows[0]:
                page.line(xs[0], y, xs[-1], y)
        if n == len(chunks) - 1:
            page.line(xs[0], y, xs[-1], y)
            page.text("以上数据以年度统计公报为准。", 104, y + 20)
        elif ruled:
            page.line(xs[0], y, xs[-1], y)
        pages.append(page)
    return drawn_to_pdf(pages)


def _row(page: Drawn, row: Sequence[str], y: float, xs: Sequence[float]) -> float:
    high = 2 * PAD + PITCH * max(words.count("\n") + 1 for words in row)
    for x, words in zip(xs, row, strict=False):
        lines = words.split("\n")
        for k, line in enumerate(lines):
            page.text(line, x + 4, y + (high - PITCH * len(lines)) / 2 + PITCH * k, SIZE)
    return high


def tables(content: bytes, tmp_path: Path) -> tuple[list[Table], list[str], list[str]]:
    """The tables, what facts are read, and the codes of what is said."""
    (tmp_path / "a.pdf").write_bytes(content)
    extracted = extract(mend(outline(read(tmp_path / "a.pdf", "a", {}))))
    kinds = [
        fact.table for fact in extracted.facts if fact.table in ("targets", "responsibilities", "table_facts")
    ]
    return list(extracted.mended.tables), kinds, [issue.kind for issue in extracted.mended.issues]


def whole(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words of each cell; bodies on lines of their own are a list."""
    return [[("、" if words in _BODIES else "").join(words.split()) for words in row] for row in rows]


def said(table: Table) -> list[list[str]]:
    rows = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = "".join(cell.text.split())
    return rows


@pytest.mark.parametrize(("again", "ruled"), WAYS)
@pytest.mark.parametrize("per_page", [2, 3, 5])
@pytest.mark.parametrize("rows", [TASKS, PLAN], ids=["tasks", "plan"])
def test_a_table_of_three_rules_is_one_over_all_its_pages(
    rows: list[list[str]], per_page: int, again: bool, ruled: bool, tmp_path: Path
) -> None:
    (table,), _, _ = tables(draw(rows, per_page, again, ruled), tmp_path)
    assert said(table) == whole(rows)


@pytest.mark.parametrize(("again", "ruled"), WAYS)
def test_columns_that_nothing_proves_give_no_fact(again: bool, ruled: bool, tmp_path: Path) -> None:
    """The task and the body behind it stand as near as letters do, under headings apart."""
    glued = [TASKS[0]] + [
        [str(n), "新建停车泊位若干个并完成验收工作市教育局", "", f"2026年{n}月底前"] for n in range(1, 7)
    ]
    found, kinds, issues = tables(draw(glued, 3, again, ruled), tmp_path)
    assert not found
    assert not kinds
    assert "lost_table" in issues


def test_a_page_whose_rows_stand_elsewhere_is_not_read_as_prose(tmp_path: Path) -> None:
    pages = [Drawn(), Drawn()]
    y = 120.0
    for n, row in enumerate(TASKS[:4]):
        pages[0].line(XS[0], y, XS[-1], y) if n < 2 else None
        y += _row(pages[0], row, y, XS)
    moved = (60.0, 180.0, 330.0, 400.0, 525.0)
    y = 120.0
    for row in TASKS[4:]:
        y += _row(pages[1], row, y, moved)
    pages[1].line(XS[0], y, XS[-1], y)
    found, kinds, issues = tables(drawn_to_pdf(pages), tmp_path)
    assert not found
    assert not kinds
    assert "lost_table" in issues


@pytest.mark.parametrize("high", [3])
def test_a_label_in_the_middle_of_its_rows_is_of_them_all(high: int, tmp_path: Path) -> None:
    """经济 stands beside the middle of its rows, 生态 beside that of the others."""
    page = Drawn().text("某市主要指标", 240, 90)
    rows = [["类别", "指标", "2025年", "2026年"]]
    rows += [["", f"第{n}项指标", str(n * 7), str(n * 9)] for n in range(1, high + 4)]
    y = 120.0
    tops = []
    for n, row in enumerate(rows):
        page.line(XS[0], y, XS[-1], y) if n < 2 else None
        tops.append(y)
        y += _row(page, row, y, (72.0, 130.0, 300.0, 400.0))
    page.line(XS[0], y, XS[-1], y)
    for label, first, last in (("经济", 1, high), ("生态", high + 1, high + 3)):
        bottom = tops[last] + PITCH + 2 * PAD
        page.text(label, 76, (tops[first] + bottom - PITCH) / 2, SIZE)
    (table,), _, _ = tables(drawn_to_pdf([page]), tmp_path)
    labels = {cell.text: (cell.row, cell.row_span) for cell in table.cells if cell.col == 0 and cell.row}
    assert labels == {"经济": (1, high), "生态": (high + 1, 3)}


@pytest.mark.parametrize("wide", [842.0, 700.0, 560.0])
def test_a_table_goes_on_over_paper_of_another_width(wide: float, tmp_path: Path) -> None:
    """Its rules tell how wide it is on the first page alone; below it keeps to the margins."""
    upright, lying = XS, tuple(60 + (x - 60) * (wide - 130) / (XS[-1] - 60) for x in XS)
    first, second = Drawn(), Drawn(wide, 595.0)
    first.text("某市停车设施建设任务清单", 200, 90)
    y = 120.0
    for row in TASKS[:4]:
        first.line(upright[0], y, upright[-1], y) if row in TASKS[:2] else None
        y += _row(first, row, y, upright)
    y = 80.0
    for row in TASKS[4:]:
        y += _row(second, row, y, lying)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([first, second]))
    (table,) = mend(outline(read(tmp_path / "a.pdf", "a", {}))).tables
    assert [cell.text for cell in table.cells if cell.col == 0] == ["序号", *"123456"]
    assert [cell.text for cell in table.cells if cell.col == 2] == [row[2] for row in whole(TASKS)]


@pytest.mark.parametrize("wide", [True, False])
def test_what_stands_alone_above_headings_is_no_cell_of_the_table_that_ends_there(
    wide: bool, tmp_path: Path
) -> None:
    """The caption of the next table stands between two rules, over one column of the table above."""
    first, second = Drawn().text("某市停车设施建设任务清单", 200, 90), Drawn()
    y = 120.0
    for row in TASKS[:4]:
        first.line(XS[0], y, XS[-1], y) if row in TASKS[:2] else None
        y += _row(first, row, y, XS)
    y = 80.0
    for row in TASKS[4:]:
        y += _row(second, row, y, XS)
    second.line(XS[0], y, XS[-1], y)
    second.text("附件2 任务表" if wide else "计划", 140, y + 12, SIZE)
    y += 40
    for n, row in enumerate(PLAN):
        second.line(XS[0], y, XS[-1], y) if n < 2 else None
        y += _row(second, row, y, XS)
    second.line(XS[0], y, XS[-1], y)
    found, _, _ = tables(drawn_to_pdf([first, second]), tmp_path)
    assert [said(table) for table in found] == [whole(TASKS), PLAN]


@pytest.mark.parametrize("high", [2, 3, 4])
def test_the_first_label_of_a_table_begins_with_its_first_row(high: int) -> None:
    """Of rows as high as one another labels in the middle of 1-4 and 5-8 stand in the middle of 2-3 and 4-9 too."""
    rows = [(20.0 * n, 20.0 * n + 12) for n in range(2 * high + 1)]
    labels = [(20.0 * n, 20.0 * n + 12) for n in (high / 2 - 0.5, 3 * high / 2 - 0.5)]
    cut = [*labels, rows[-1]]
    assert shared_but_cut(cut, rows, 3.0, Ends(True, False)) == [
        (0, high),
        (high, 2 * high),
        (2 * high, 2 * high + 1),
    ]
