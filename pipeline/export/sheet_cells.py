"""What a cell of the workbook holds, and how it looks: the end of its element, behind `<c r="B2"`."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pipeline.export import sheet_parts as parts
from pipeline.language import patterns
from pipeline.language.formulas import without_formula

MOST_CHARACTERS = 32_767  # that a cell can hold
# Spreadsheets count days from 1900, and the first of these wrong.
FIRST_DAY, DAY_ZERO = datetime.date(1900, 3, 1), datetime.date(1899, 12, 30)
UNPRINTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
# _x0041_ is how such a file writes a character that XML has not.
_CODED = patterns.compile("_(?=x[0-9A-Fa-f]{4}_)")
# Shown whole over several lines; and what is cut at the edge of its cell.
WRAPPED = frozenset(
    ["task", "targets", "lead", "support", "joint", "in_words", "what", "indicator", "point", "zh", "en"]
)  # fmt: skip
CUT = frozenset({"text", "quote", "notice_title"})
# In points; more lines than that hide the other rows.
LINE, MOST_LINES = 15, 8
_NARROW, _WIDE = 0.6, 1.1
EMPTY = ""


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

    @property
    def look(self) -> int:
        return parts.CUT if self.name in CUT else parts.WRAPPED if self.name in WRAPPED else parts.PLAIN


def lines_of_row(columns: Sequence[Column], row: Mapping[str, Any]) -> int:
    """How many lines a row needs to show its wrapped texts, up to MOST_LINES: not every program finds out by itself."""
    texts = ((str(row[column.name] or ""), column.width) for column in columns if column.name in WRAPPED)
    return min(MOST_LINES, max((math.ceil(_ems(text) * 2 / width) for text, width in texts), default=1) or 1)


def _ems(text: str) -> float:
    """The width of a text in Chinese characters; others are half as wide. By its bytes: three of a Chinese character."""
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2
    return _NARROW * (len(text) - wide) + _WIDE * wide


def text_cell(words: str, look: int) -> str:
    """A text is a text, whatever it looks like: #N/A, too."""
    return f' s="{look}" t="inlineStr"><is><t xml:space="preserve">{_said(words)}</t></is></c>'


def _said(words: str) -> str:
    text = words.translate(UNPRINTED).replace("\r\n", "\n").replace("\r", "\n")
    text = str(without_formula(text))
    text = text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"
    return escape(_CODED.sub("_x005F_", text) if "_x" in text else text)


def value_cell(column: Column, value: Any, look: int) -> str:
    """A value as a cell may have it; `look` is that of the column."""
    if value is None:
        return EMPTY
    if isinstance(value, bool):
        return f' s="{look}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f' s="{look}"><v>{value!r}</v></c>' if math.isfinite(value) else text_cell(str(value), look)
    if isinstance(value, datetime.date) and value >= FIRST_DAY:
        return f' s="{parts.DAY}"><v>{(value - DAY_ZERO).days}</v></c>'
    return text_cell(column.words.get(value, str(value)), look)
