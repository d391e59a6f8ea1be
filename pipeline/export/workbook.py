"""任务清单.xlsx: a sheet a view, and one of what to be careful with, for people who work in Excel, WPS or LibreOffice.

The head is frozen and says what a column is in both languages; every sheet has filters; dates are dates, coded values are
words (牵头 leads); the first column leads to the words on the review page. Keys stand in columns folded away at the end.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline.export.published import Published, Resource
from pipeline.export.warnings import HEADINGS, TITLE, warnings
from pipeline.language import patterns
from pipeline.language.file_names import id_to_file_stem
from pipeline.language.formulas import without_formula

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.workbook import Workbook

# What a sheet can hold besides its head, and what a cell can.
MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
# Spreadsheets count days from 1900, and the first of these wrong.
FIRST_DAY = datetime.date(1900, 3, 1)
UNPRINTED = patterns.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LINK = "原文 ↗\nwords"
# For programs: keys, and where in the text.
FOLDED = ("char_start", "char_end", "rule", "region_code", "seq", "row")
WRAPPED = ("task", "targets", "lead", "support", "joint", "in_words", "what", "indicator")
LONG = (*WRAPPED, "text", "quote", "notice_title", "point", "zh", "en")
WIDTHS = {"date": 12, "number": 12, "integer": 8, "boolean": 9}
WIDE, NARROW, LINKED = 36, 16, 9


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its key in the rows, its head, and how it looks. `words` are those of coded values."""

    name: str
    head: str
    width: int
    is_folded: bool
    words: Mapping[object, str]


def write(published: Published, file: Path) -> None:
    """Makes `file`; more rows than a sheet can hold are left out, and the sheet of warnings says so."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    pages = Path(os.path.relpath((published.out / "review" / "notices").resolve(), file.parent.resolve()))
    for view in published.views:
        rows = ((row_to_address(row, pages), row) for row in _rows(view))
        _write_sheet(book, view.said["title"].partition(" ")[0], resource_to_columns(view, published.views), rows)
    columns = [Column(name, head, width, False, {}) for name, head, width in HEADINGS]
    said = (("", dict(zip((c.name for c in columns), row, strict=True))) for row in warnings(published, MOST_ROWS))
    _write_sheet(book, TITLE, columns, said)
    book.save(file)


def resource_to_columns(view: Resource, views: Sequence[Resource]) -> list[Column]:
    """What people ask first stands first: the place, the view's own columns, then the notice; keys are last."""
    shared = set.intersection(*({field["name"] for field in one.fields} for one in views))

    def rank(field: Mapping[str, Any]) -> int:
        name = field["name"]
        return 3 if _is_folded(name) else 0 if name == "region" else 2 if name in shared else 1

    return [
        Column(
            name=field["name"],
            head="\n".join(field["title"].split(" ", 1)),
            width=WIDE if field["name"] in LONG else WIDTHS.get(field["type"], NARROW),
            is_folded=_is_folded(field["name"]),
            words={one["value"]: one["label"] for one in field.get("categories", ())},
        )
        for field in sorted(view.fields, key=rank)
    ]


def row_to_address(row: Mapping[str, Any], pages: Path) -> str:
    """The review page of a row's notice, at its first character; `pages` is where these lie, seen from the workbook."""
    name = quote(f"{id_to_file_stem(row['notice_id'])}.html", errors="replace")
    return f"{quote(pages.as_posix())}/{name}#at={row['char_start']}"


def _is_folded(name: str) -> bool:
    return name in FOLDED or name.endswith("_id")


def _rows(view: Resource) -> Iterator[Mapping[str, Any]]:
    names = [field["name"] for field in view.fields]
    for _, values in zip(range(MOST_ROWS), view.rows(), strict=False):
        yield dict(zip(names, values, strict=True))


def _write_sheet(
    book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """A sheet of `rows`, each with the address its first cell leads to."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.column_dimensions["A"].width = LINKED
    for n, column in enumerate(columns, 2):
        shape = sheet.column_dimensions[get_column_letter(n)]
        shape.width, shape.hidden = column.width, column.is_folded
        shape.outlineLevel = int(column.is_folded)
    sheet.append([_head(sheet, head) for head in (LINK, *(column.head for column in columns))])
    last = 1
    for last, (address, row) in enumerate(rows, 2):
        sheet.append([_link(sheet, address), *(_cell(sheet, column, row[column.name]) for column in columns)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns) + 1)}{last}"


def _head(sheet: Any, words: str) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E8EEF4")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _link(sheet: Any, address: str) -> object:
    from openpyxl.cell import WriteOnlyCell

    if not address:
        return None
    cell = WriteOnlyCell(sheet, "原文")
    cell.hyperlink = address
    cell.style = "Hyperlink"
    return cell


def _cell(sheet: Any, column: Column, value: object) -> object:
    """A value as a cell may have it: text is text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if isinstance(value, datetime.date) and value < FIRST_DAY:
        value = value.isoformat()
    if not isinstance(value, str):
        return value
    text = str(without_formula(UNPRINTED.sub("", column.words.get(value, value))))
    cell = WriteOnlyCell(sheet, text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…")
    cell.data_type = "s"  # #N/A, too, is a text.
    if column.name in WRAPPED:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
