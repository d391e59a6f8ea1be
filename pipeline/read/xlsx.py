"""XLSX → Parts: each sheet a table, the lines above and below it as lines."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from pipeline.language import patterns
from pipeline.messages import say, with_remedy
from pipeline.model import Issue, Repair, Unreadable
from pipeline.read.archive import Archive, open_archive
from pipeline.read.limits import Limits
from pipeline.read.parts import CellText, Parts, TextBuilder

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AGAIN = say("save_in_excel")
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
    builder, repairs = TextBuilder(), []
    sheets = [(sheet.title, sheet.sheet_state, sheet_to_cells(sheet, limits)) for sheet in _sheets(content)]
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

    from openpyxl import load_workbook
    from openpyxl.worksheet.worksheet import Worksheet

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of styles and extensions it drops; values are not among them.
            book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
            return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
    except MemoryError:
        raise
    except Exception as error:  # It raises whatever a damaged part happens to break.
        raise Unreadable(say("damaged_xlsx", error=type(error).__name__), _AGAIN) from error


def sheet_to_cells(sheet: Worksheet, limits: Limits) -> list[CellText]:
    """The cells of a sheet that hold something, in a grid without the rows and columns where none begins."""
    # The public iterators visit every position up to the last, which may be a billion empty ones.
    filled = {place: words for place, cell in sheet._cells.items() if (words := cell_to_text(cell))}
    if len(filled) > limits.max_cells:
        raise Unreadable(say("too_large_sheet", cells=len(filled)), say("split_notices"))
    rows = {row: i for i, row in enumerate(sorted({row for row, _ in filled}))}
    cols = {col: j for j, col in enumerate(sorted({col for _, col in filled}))}
    reach = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    cells = []
    for (row, col), words in sorted(filled.items()):
        last_row, last_col = reach.get((row, col), (row, col))
        row_span = sum(row <= other <= last_row for other in rows) if last_row > row else 1
        col_span = sum(col <= other <= last_col for other in cols) if last_col > col else 1
        cells.append(CellText(words, rows[row], cols[col], row_span, col_span))
    return cells


def cut_table(
    cells: Sequence[CellText],
) -> tuple[list[CellText], list[CellText], list[CellText]]:
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


@dataclass(frozen=True, slots=True)
class _Format:
    """What a number format prints: its decimals, and the words around the digits."""

    decimals: int
    grouped: bool
    percent: bool
    before: str
    after: str


def cell_to_text(cell: object) -> str:
    """A cell's value as the sheet prints it: `0.125` in the format `0.0%` is `12.5%`."""
    content, pattern = getattr(cell, "value", None), getattr(cell, "number_format", "General") or "General"
    if content is None:
        return ""
    if isinstance(content, bool):
        return "TRUE" if content else "FALSE"
    if isinstance(content, datetime.date | datetime.time):
        return time_to_text(content, pattern)
    if isinstance(content, int | float):
        return number_to_text(content, pattern)
    return str(content).strip()


def time_to_text(moment: datetime.date | datetime.time, pattern: str) -> str:
    """`2025年6月30日` where the format says 年, else ISO 8601; only as precise as the format."""
    if isinstance(moment, datetime.time):
        return moment.isoformat("minutes")
    if "年" in pattern:
        day = f"{moment.day}日" if "d" in pattern.lower() else ""
        return f"{moment.year}年" + (f"{moment.month}月{day}" if "m" in pattern.lower() else "")
    if isinstance(moment, datetime.datetime) and (moment.hour or moment.minute):
        return moment.isoformat(" ", "minutes")
    return f"{moment.year}-{moment.month:02}-{moment.day:02}"


def number_to_text(number: float, pattern: str) -> str:
    """A number in its format; without one as short as it is exact to the 15 digits Excel keeps."""
    form = _pattern_to_format(pattern.split(";")[0])
    if form is None:
        return f"{number:.15g}" if abs(number) < 1e15 else f"{number:.0f}"
    value = number * 100 if form.percent else number
    digits = f"{value:{',' if form.grouped else ''}.{form.decimals}f}"
    return f"{form.before}{digits}{'%' if form.percent else ''}{form.after}"


def _pattern_to_format(pattern: str) -> _Format | None:
    """None for General, text and whatever else is not a plain pattern of digits."""
    plain = patterns.sub(r"\[[^\]]*\]|_.|\*.", "", pattern)
    match = patterns.fullmatch(
        r'((?:"[^"]*"|\\.|[¥￥$\s])*)([#0,]+)(?:\.([0#?]+))?(%?)((?:"[^"]*"|\\.|\s)*)', plain
    )
    if match is None:
        return None
    before, whole, decimals, percent, after = match.groups()
    words = [patterns.sub(r'["\\]', "", part).strip() for part in (before, after)]
    return _Format(len(decimals or ""), "," in whole, bool(percent), *words)
