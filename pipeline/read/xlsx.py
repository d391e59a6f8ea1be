"""XLSX → Parts: each sheet a table, the lines above and below it as lines."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from pipeline.language import patterns
from pipeline.messages import say, with_remedy
from pipeline.model import Issue, Repair, Unreadable
from pipeline.read.archive import Archive, open_archive
from pipeline.read.limits import Limits
from pipeline.read.parts import CellText, Parts, TextBuilder
from pipeline.read.xlsx_values import cell_to_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AGAIN = say("save_in_excel")
_LAST_COLUMN = 16_384
_UNNAMED = patterns.compile(r"(?i)^(?:sheet|工作表|表)\s*\d*$")
_NOTE = patterns.compile(r"^\s*(?:备?注|说明|填表)")
# A formula whose result was never stored: such a cell would be read as empty.
_UNCOUNTED = regex.compile(rb"<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)(?!\s*<v>[^<])")


def read_xlsx(content: bytes, name: str, limits: Limits) -> Parts:
    """The sheets of an XLSX file that are shown, in order. Values are as printed, formulas as last counted.

    Raises Unreadable for what is no sound XLSX file or is beyond `limits`. Links to other files are not
    followed, macros not run.
    """
    archive = open_archive(content, limits)
    issues = list(_issues(archive))
    builder, repairs = TextBuilder(), list[Repair]()
    sheets = [
        (sheet.title, sheet.sheet_state, sheet_to_cells(sheet, limits, repairs)) for sheet in _sheets(content)
    ]
    filled = [sheet for sheet in sheets if sheet[2]]
    for title, state, cells in filled:
        if state != "visible":
            words = " ".join(cell.text for cell in cells)
            repairs.append(Repair("set_aside", words, "", say("aside_sheet", title=title), "certified"))
            continue
        above, table, below = cut_table(cells)
        if len(filled) > 1 and not above and not _UNNAMED.match(title):
            builder.add_line(title)
        for cell in above:
            builder.add_line(cell.text)
        builder.add_grid(table)
        for cell in below:
            builder.add_line(cell.text)
    if not builder.text().strip():
        raise Unreadable(say("blank_file"), say("fetch_or_remove"))
    return Parts(
        text=builder.text(),
        media_type=MEDIA_TYPE,
        layout="paragraphs",
        grids=tuple(builder.grids),
        repairs=tuple(repairs),
        issues=tuple(issues),
    )


def _issues(archive: Archive) -> Iterator[Issue]:
    """What cannot be read; Unreadable if a part declares entities, as only attacks do."""
    for name in sorted(archive.members):
        if not name.endswith(".xml"):
            continue
        part = archive.read(name)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise Unreadable(say("part_with_doctype", part=name), _AGAIN)
        if name.startswith("xl/worksheets/") and (uncounted := len(_UNCOUNTED.findall(part))):
            why = say("formulas_without_result", n=uncounted, part=name)
            yield Issue("formula_without_value", with_remedy(why, _AGAIN))


def _sheets(content: bytes) -> list[Worksheet]:
    import warnings

    from pipeline.read.workbooks import Worksheet, load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of styles and extensions it drops; values are not among them.
            book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False, rich_text=True)
            return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
    except MemoryError:
        raise
    except Exception as error:  # It raises whatever a damaged part happens to break.
        raise Unreadable(say("damaged_xlsx", error=type(error).__name__), _AGAIN) from error


def sheet_to_cells(sheet: Worksheet, limits: Limits, repairs: list[Repair]) -> list[CellText]:
    """The cells of a sheet that hold something, in a grid without the rows and columns where none begins.

    What the sheet hides or strikes out is no cell; `repairs` lists it.
    """
    # The public iterators visit every position up to the last, which may be a billion empty ones.
    filled = {place: words for place, cell in sheet._cells.items() if (words := cell_to_text(cell, repairs))}
    if len(filled) > limits.max_cells:
        raise Unreadable(say("too_large_sheet", cells=len(filled)), say("split_notices"))
    reach = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    seen = seen_places(sheet, {place: reach.get(place, place) for place in sorted(filled)})
    if hidden := [words for place, words in sorted(filled.items()) if place not in seen]:
        why = say("aside_hidden_cells")
        repairs.append(Repair("set_aside", " ".join(hidden), "", why, "certified"))
    rows = {row: i for i, row in enumerate(sorted({row for row, _ in seen.values()}))}
    cols = {col: j for j, col in enumerate(sorted({col for _, col in seen.values()}))}
    cells = []
    for place, (row, col) in seen.items():
        last_row, last_col = reach.get(place, place)
        row_span = sum(row <= other <= last_row for other in rows) if last_row > row else 1
        col_span = sum(col <= other <= last_col for other in cols) if last_col > col else 1
        cells.append(CellText(filled[place], rows[row], cols[col], row_span, col_span))
    return cells


_Place = tuple[int, int]


def seen_places(sheet: Worksheet, reach: Mapping[_Place, _Place]) -> dict[_Place, _Place]:
    """Of these (row, column), with the last ones that they reach, those that are seen → where they begin to be.

    Rows and columns may be hidden, filtered out, or printed without height or width.
    """
    columns = {
        col
        for one in sheet.column_dimensions.values()
        if one.hidden or one.width == 0
        for col in range(one.min or 0, min(one.max or 0, _LAST_COLUMN) + 1)
    }
    rows = {row for row, one in sheet.row_dimensions.items() if one.hidden or one.height == 0}
    seen: dict[_Place, _Place] = {}
    for (row, col), (last_row, last_col) in reach.items():
        first_row = next((i for i in range(row, last_row + 1) if i not in rows), None)
        first_col = next((j for j in range(col, last_col + 1) if j not in columns), None)
        if first_row is not None and first_col is not None:
            seen[row, col] = first_row, first_col
    return seen


def cut_table(cells: Sequence[CellText]) -> tuple[list[CellText], list[CellText], list[CellText]]:
    """(captions above, the table, notes below): rows with a single cell at the top; such notes at the end."""
    by_row: dict[int, list[CellText]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    rows = [by_row[row] for row in sorted(by_row)]
    first = next((i for i, row in enumerate(rows) if len(row) > 1), len(rows))
    last = len(rows)
    wide = max((cell.col + cell.col_span for cell in cells), default=0)
    while last > first and len(rows[last - 1]) == 1 and _is_note(rows[last - 1][0], wide):
        last -= 1
    above = [cell for row in rows[:first] for cell in row]
    below = [cell for row in rows[last:] for cell in row]
    table = [cell for row in rows[first:last] for cell in row]
    top = table[0].row if table else 0
    return above, [replace(cell, row=cell.row - top) for cell in table], below


def _is_note(cell: CellText, wide: int) -> bool:
    return bool(_NOTE.match(cell.text)) or (cell.col == 0 and cell.col_span == wide > 1)
