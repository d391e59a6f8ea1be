"""XLSX: values as printed, merged cells, captions and notes as lines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.xlsx import read_xlsx
from pipeline.read.xlsx_values import number_to_text, time_to_text
from tests.read.word_files import packed

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def parts_of(fill: Callable[[Workbook, Worksheet], None]) -> Parts:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return read_xlsx(target.getvalue(), "annex.xlsx", Limits())


def rows(parts: Parts) -> list[list[str]]:
    (grid,) = parts.grids
    return [[piece.text for piece in row] for row in grid.rows]


def plan(book: Workbook, sheet: Worksheet) -> None:
    for row in (
        ["附件1"], ["养老床位建设计划"], [], ["镇街", "任务", None, "备注"], [None, "2024年", "2025年"],
        ["甲镇", 10, 0.125], ["合计", 10, 1], ["注：含改造。"],
    ):  # fmt: skip
        sheet.append(row)
    sheet["C6"].number_format = "0.0%"
    for merged in ("A2:D2", "A4:A5", "B4:C4", "D4:D5", "A8:D8"):
        sheet.merge_cells(merged)


def test_captions_and_notes_are_lines_and_merged_cells_reach_over() -> None:
    parts = parts_of(plan)
    first, second, *_ = parts.text.splitlines()
    assert (first, second, parts.text.splitlines()[-1]) == ("附件1", "养老床位建设计划", "注：含改造。")
    assert rows(parts) == [
        ["镇街", "任务", "任务", "备注"], ["镇街", "2024年", "2025年", "备注"],
        ["甲镇", "10", "12.5%", ""], ["合计", "10", "1", ""],
    ]  # fmt: skip


def test_hidden_sheets_are_set_aside_and_sheets_are_named_where_there_are_several() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.title = "任务清单"
        for other in (sheet, book.create_sheet("Sheet2"), book.create_sheet("底稿")):
            other.append(["甲", "乙"])
            other.append(["1", "2"])
        book["底稿"].sheet_state = "hidden"

    parts = parts_of(fill)
    assert parts.text == "任务清单\n甲\t乙\n1\t2\n甲\t乙\n1\t2\n"
    assert ["底稿" in repair.evidence.en for repair in parts.repairs] == [True]


def test_one_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["XFD1048576"] = "甲", "乙", "丙"

    assert rows(parts_of(fill)) == [["甲", "乙", ""], ["", "", "丙"]]


def test_formulas_never_counted_are_an_issue() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.append([1, "=A1+1"])

    assert [issue.kind for issue in parts_of(fill).issues] == ["formula_without_value"]


@pytest.mark.parametrize(
    ("number", "pattern", "printed"),
    [
        (12, "General", "12"), (0.1 + 0.2, "General", "0.3"), (1234567.5, "#,##0.00", "1,234,567.50"),
        (0.05, "0%", "5%"), (3, '0"万元"', "3万元"), (2021, "@", "2021"), (5, "[Red]0.0;-0.0", "5.0"),
        (1.5, "# ?/?", "1.5"), (3.0, "General", "3"), (8, "¥#,##0", "¥8"),
    ],
)  # fmt: skip
def test_numbers_in_their_format(number: float, pattern: str, printed: str) -> None:
    assert number_to_text(number, pattern) == printed


@pytest.mark.parametrize(
    ("moment", "pattern", "printed"),
    [
        (datetime(2025, 6, 30), 'yyyy"年"m"月"d"日"', "2025年6月30日"),
        (datetime(2025, 6, 1), 'yyyy"年"m"月"', "2025年6月"),
        (datetime(2025, 1, 1), 'yyyy"年"', "2025年"),
        (datetime(2025, 6, 30), "yyyy/m/d", "2025-06-30"),
        (date(2025, 6, 30), "General", "2025-06-30"),
        (datetime(2025, 6, 30, 9, 5), "General", "2025-06-30 09:05"),
    ],
)
def test_dates_in_their_format(moment: date, pattern: str, printed: str) -> None:
    assert time_to_text(moment, pattern) == printed


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"xl/workbook.xml": "<x/>"}, "damaged XLSX"),
        ({"xl/workbook.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}, "DOCTYPE"),
    ],
)
def test_bad_files_say_why(files: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_xlsx(packed(files), "annex.xlsx", Limits())


def test_limits_hold_for_cells() -> None:
    with pytest.raises(Unreadable, match="a sheet has"):
        book = Workbook()
        assert isinstance(book.active, Worksheet)
        book.active.append(list("甲乙丙"))
        target = io.BytesIO()
        book.save(target)
        read_xlsx(target.getvalue(), "", Limits(max_cells=2))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
def test_real_file() -> None:
    (path,) = CORPUS.glob("xlsx_*.xlsx")
    grid_rows = rows(read_xlsx(path.read_bytes(), path.name, Limits()))
    assert grid_rows[0] == ["序号", "收费编码", "项目名称", "政策依据", "管理方式", "标准"]
    assert [row[0] for row in grid_rows[1:13]] == ["1"] * 12
    assert len(grid_rows) == 52


def test_hidden_filtered_and_flat_rows_and_columns_are_set_aside() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        for row in (
            ["县区", "主管", "旧数", "新数"], ["甲区", "甲局", 55, 120], ["乙区", "乙局", 56, 999], ["丙区", "丙局", 57, 80], ["丁区", "丁局", 58, 77]
        ):  # fmt: skip
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[5].height = 0
        sheet.column_dimensions["C"].hidden = True
        sheet.merge_cells("A3:A4")

    target = io.BytesIO()
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(book, sheet)
    book.save(target)
    with zipfile.ZipFile(target) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    # The library writes no height of 0, Excel does.
    name = "xl/worksheets/sheet1.xml"
    files[name] = re.sub(rb'<row r="5"[^>]*>', b'<row r="5" ht="0" customHeight="1">', files[name])
    parts = read_xlsx(packed(files), "annex.xlsx", Limits())
    assert rows(parts) == [["县区", "主管", "新数"], ["甲区", "甲局", "120"], ["乙区", "丙局", "80"]]
    (repair,) = parts.repairs
    assert repair.kind == "set_aside"
    assert {"旧数", "55", "乙局", "999", "丁区", "77"} <= set(repair.before.split())


def test_struck_words_of_a_cell_are_set_aside_and_raised_figures_stay_raised() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["县区", "床位", "备注"])
        sheet.append(["甲区", None, "旧"])
        sheet["B2"] = CellRichText(
            TextBlock(InlineFont(strike=True), "900"),
            "300",
            TextBlock(InlineFont(vertAlign="superscript"), "1"),
        )
        sheet["C2"].font = Font(strike=True)
        sheet.append(["乙区", "4500\n87.0", "无"])

    parts = parts_of(fill)
    assert rows(parts) == [["县区", "床位", "备注"], ["甲区", "300¹", ""], ["乙区", "4500\n87.0", "无"]]
    assert sorted(repair.before for repair in parts.repairs) == ["900", "旧"]
