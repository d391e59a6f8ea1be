"""What a cell of the workbook holds, and how it looks."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from pipeline.language import patterns
from pipeline.language.formulas import without_formula

MOST_CHARACTERS = 32_767  # that a cell can hold
# Spreadsheets count days from 1900, and the first of these wrong.
FIRST_DAY = datetime.date(1900, 3, 1)
UNPRINTED = patterns.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Shown whole over several lines; and what is cut at the edge of its cell.
WRAPPED = frozenset(
    ["task", "targets", "lead", "support", "joint", "in_words", "what", "indicator", "point", "zh", "en"]
)  # fmt: skip
CUT = frozenset({"text", "quote", "notice_title"})
# In points; more lines than that hide the other rows.
LINE, MOST_LINES = 15, 8
_NARROW, _WIDE = 0.6, 1.1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its key in the rows, its head, and how it looks. `words` are those of coded values.

    Only what stands first (`is_own`) is printed: a task with who and when, on a page's width.
    """

    name: str
    head: str
    width: int
    words: Mapping[object, str]
    is_own: bool = True
    is_folded: bool = False


def lines_of_row(columns: Sequence[Column], row: Mapping[str, Any]) -> int:
    """How many lines a row needs to show its wrapped texts, up to MOST_LINES: not every program finds out by itself."""
    texts = ((str(row[column.name] or ""), column.width) for column in columns if column.name in WRAPPED)
    return min(MOST_LINES, max((math.ceil(_ems(text) * 2 / width) for text, width in texts), default=1) or 1)


def _ems(text: str) -> float:
    """The width of a text in Chinese characters; others are half as wide. By its bytes: three of a Chinese character."""
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    return _NARROW * (len(text) - wide) + _WIDE * wide


def head_cell(sheet: Any, words: str) -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E8EEF4")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def link_cell(sheet: Any, address: str) -> object:
    from openpyxl.cell import WriteOnlyCell

    if not address:
        return None
    cell = WriteOnlyCell(sheet, "原文")
    cell.hyperlink = address
    return _styled(sheet, cell, "Hyperlink")


def value_cell(sheet: Any, column: Column, value: Any) -> object:
    """A value as a cell may have it: text is text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    if isinstance(value, datetime.date) and value < FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        text = str(without_formula(UNPRINTED.sub("", column.words.get(value, value))))
        value = text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # #N/A, too, is a text.
    look = "cut" if column.name in CUT else "wrapped" if column.name in WRAPPED else ""
    return _styled(sheet, cell, f"{look} day" if isinstance(value, datetime.date) else look)


def _styled(sheet: Any, cell: Any, look: str) -> Any:
    """The cell as others of its look: a workbook compares each new style with all it has, and there are millions of cells."""
    known: dict[str, Any] = _LOOKS.setdefault(sheet.parent, {})
    if look not in known:
        if look == "Hyperlink":
            cell.style = look
        cell.alignment = _alignment(look.partition(" ")[0])
        known[look] = cell._style
    cell._style = known[look]
    return cell


# Of each workbook: the looks of its cells.
_LOOKS: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()


@cache
def _alignment(look: str) -> Any:
    """How cells of that look stand."""
    from openpyxl.styles import Alignment

    horizontal = "fill" if look == "cut" else None
    return Alignment(wrap_text=look == "wrapped", horizontal=horizontal, vertical="top")
