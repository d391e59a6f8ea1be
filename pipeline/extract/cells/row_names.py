"""What the cells of a row before one call it: 护理人员 of 人员配备 | 护理人员 | 不少于5名."""

from __future__ import annotations

from pipeline.extract.calendars import is_of_the_year
from pipeline.extract.cells.indicator_names import bare_name
from pipeline.extract.cells.layout import Column, Layout, is_prose
from pipeline.extract.cells.norm_headings import asks
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.times import times_of_limit

#: Columns whose cells are names or values, not sentences that a rule of prose could read.
NO_PROSE = {
    "row_number", "label", "category", "indicator", "nature", "person", "level", "unit", "code", "address",
    "progress", *AGENCY_MEANINGS,
}  # fmt: skip
#: A cell that is longer is a sentence.
LONGEST_NAME = 16


def name_before(layout: Layout, row: int, col: int) -> str:
    """The nearest cell before a column that is a name, without its unit; "" where none is."""
    return bare_name(label_before(layout, row, col))


def label_before(layout: Layout, row: int, col: int) -> str:
    """The nearest cell before a column that is a name, as it stands there; "" where none is."""
    before = [c for c in layout.columns[:col] if c.index in layout.label_columns or _names(c)]
    for column in reversed(before):
        cell = layout.grid[row][column.index]
        if cell and (_is_name(cell.text) or (column.meaning == "indicator" and is_prose(cell.text))):
            return cell.text
    return ""


def _names(column: Column) -> bool:
    """Whether cells that are no labels may name what is asked behind them: 内容 | 消毒柜; whom it is for (培训对象), how it is made
    (型号), when, what else is done for the task (推行全程网办 behind 企业开办), and what is asked itself (水质目标 | Ⅲ类) do not."""
    asked = bool(column.path) and asks(column.heading)
    return (
        column.meaning not in (*NO_PROSE, "scope", "make", "note", "task")
        and not asked
        and not is_of_time(column)
    )


def is_of_time(column: Column) -> bool:
    """Whether a heading begins with a time: what stands under 一季度 or 2027年目标 is done then, and names nothing."""
    heading = column.heading
    return is_of_the_year(heading) or timeless(heading) != heading


def timeless(heading: str) -> str:
    """目标 of 2027年目标, 再生水利用率 of 2026年再生水利用率; 每周开放时间 as it is."""
    begun = (found for found in times_of_limit(heading) if not found.start and found.time.kind in _ONCE)
    return heading[max((found.end for found in begun), default=0) :]


_ONCE = ("by", "during", "range")


def _is_name(text: str) -> bool:
    """Whether a cell is no sentence, no figure and no list: what is built for a row (书架、桌椅) is not what it is."""
    return (
        is_prose(text)
        and len(text) <= LONGEST_NAME
        and not any(c.isdigit() or c in "，。；：、" for c in text)
    )
