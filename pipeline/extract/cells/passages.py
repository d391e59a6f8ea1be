"""Cells that hold sentences, or say when their row is due: what the rules of running text read in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.cells.doing import says_what_is_done
from pipeline.extract.cells.indicator_names import bare_name
from pipeline.extract.cells.layout import Column, Layout, is_prose, places
from pipeline.extract.cells.norm_headings import asks, grants, scores, tells_how
from pipeline.extract.cells.norm_names import name_of
from pipeline.extract.cells.norms import indicates, is_of, norm_columns
from pipeline.extract.cells.row_names import NO_PROSE, is_of_time, name_before
from pipeline.extract.cells.rows import layouts
from pipeline.extract.cells.things import thing_counted, things_listed
from pipeline.language.cells import item_number
from pipeline.language.cut_names import cuts_word
from pipeline.language.folding import fold
from pipeline.language.quantities import quantities
from pipeline.language.section_kinds import Section, heading_to_section
from pipeline.language.times import times_of_limit
from pipeline.language.value_cells import value_cell
from pipeline.model import Cell, Mended, Passage, Table

_SHORTEST_PROSE = 5


class CellPassage(NamedTuple):
    """A cell that holds sentences, for the rules of running text: it stands in rows [row, until) of its table, and
    `subject` is the first cell of words in the first of them, `name` the nearest before it that is a name, `is_limit`
    where its column says when a row is due, `year` the year its column is of, `heading` the lowest over it, `section` what its heading
    says of it: to be reached (目标, 标准), given (补助标准), or a condition (补贴条件); `lasts` where the cell under 完成时限, whose words are `limit`, says no day."""

    table: Table
    row: int
    until: int
    passage: Passage
    subject: str
    name: str
    is_limit: bool
    year: int | None = None
    heading: str = ""
    section: Section | None = None
    lasts: bool = False
    limit: str = ""


def cell_passages(mended: Mended) -> Iterator[CellPassage]:
    """Cells that hold sentences, each at the row it begins in."""
    document = mended.outline.document
    source = document.text
    lined = not document.media_type.startswith(_LINES_AS_LAID_OUT)
    for layout in layouts(mended):
        table = layout.table
        for row in layout.rows():
            for cell, column in layout.cells(row):
                if cell.row == row and holds_prose(layout, cell, column):
                    text, offsets = fold(cell.text), places(cell, source)
                    is_limit = column.meaning == "deadline"
                    whole = ((0, len(text)),)
                    for start, end in whole if is_limit else _paragraphs(text, offsets, source, lined):
                        passage = Passage(text[start:end], offsets[start:end], "body", None, table.annex)
                        yield CellPassage(
                            table,
                            row,
                            row + cell.row_span,
                            passage,
                            _subject(layout, row),
                            _named(layout, row, column),
                            is_limit,
                            column.year,
                            column.heading,
                            _section(layout, column, _subject(layout, row)),
                            _lasts(_limits(layout, row)),
                            "".join(_limits(layout, row)),
                        )


def _named(layout: Layout, row: int, column: Column) -> str:
    """What the cells before call it; under a heading that is a thing of its own, that of the row: 综合公园厕所 | 每公顷不少于2座."""
    name = name_before(layout, row, column.index)
    nameless = not column.path or bool(column.meaning) or asks(column.heading)
    thing = bool(name) and not nameless and column in norm_columns(layout)
    return name_of(layout, name, column) if thing else name


def _limits(layout: Layout, row: int) -> list[str]:
    """What stands under 完成时限."""
    return [fold(cell.text) for cell, column in layout.cells(row) if column.meaning == "deadline"]


def _lasts(limits: Sequence[str]) -> bool:
    """长期坚持, 立行立改: whether what stands under 完成时限 says no time, so that none set over the table is of the row."""
    said = [text for text in limits if any(c.isalpha() for c in text)]
    return bool(said) and not any(map(times_of_limit, limits))


def _section(layout: Layout, column: Column, label: str) -> Section | None:
    """What the heading of a column, or the label with a colon that its row begins with (进展情况：), says of the sentences
    there."""
    if label.endswith(("：", ":")) and heading_to_section(label) == "review":
        return "review"
    if grants(column):
        return "grants"
    # Each place missed costs 1 point; what is bought has 5 ploughs or more; a tenth is looked at; 每点不少于30箱 is noted
    # beside what is to be reached.
    noted = column.meaning == "note" and (indicates(layout) or bool(norm_columns(layout)))
    if scores(column) or column.meaning == "make" or tells_how(column) or noted:
        return "scored"
    heading = column.heading
    said = heading_to_section(heading)
    if said == "conditions" or (said == "review" and not heading.endswith(_GAINS)):  # 申报条件; 目前完成情况
        return said
    if layout.over.tells() and said != "plans" and not column.year:
        return layout.over.section
    ruled = (
        is_of(layout, "rules") and column.meaning != "note"
    )  # 移动式1套 beside what is asked only describes
    asked = column.meaning == "measure" or said == "review" or column in norm_columns(layout) or ruled
    return "aims" if asked else None


# What is looked for beside tasks, where the notice is no report.
_GAINS = ("成效", "成果")
# Where a line of a cell ends because the cell is narrow; elsewhere a line of a cell is a paragraph of its own.
_LINES_AS_LAID_OUT = ("text/plain", "text/markdown", "application/pdf", "application/ofd", "image/")
# A line that ends so goes on in the next.
_STOPS = tuple("。；;")
# The number of an item and its mark are of so many letters at most.
_NUMBERED = 5
_WORD = 6  # letters of the next line that tell whether a word goes on
_GOES_ON = tuple("，、：（《“及和与或年月日0123456789")


def _paragraphs(text: str, offsets: Sequence[int], source: str, lined: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a cell's text that are paragraphs of their own: 95%获得证书⏎就业率达90%; a day stays in one. Where
    lines are as laid out (not `lined`), those that begin with the number of an item after a stop."""
    start = 0
    for at in range(1, len(offsets)):
        between, last = source[offsets[at - 1] + 1 : offsets[at]], source[offsets[at - 1]]
        begins = last not in _GOES_ON if lined else last in _STOPS and item_number(text[at : at + _NUMBERED])
        if "\n" in between and begins and not _goes_on(text[start:at], text[at:]):
            yield start, at
            start = at
    yield start, len(offsets)


def _goes_on(upper: str, lower: str) -> bool:
    """A word, or what is counted, goes on behind the line's end: 新招聘教⏎师46名, 新招聘教师⏎46名."""
    if cuts_word(upper, lower[:_WORD], compounds=False):
        return True
    counted = lower[:1].isdigit() and not item_number(lower[:_NUMBERED])
    return counted and not any(map(str.isdigit, upper)) and not upper.endswith(_STOPS)


def _is_said_in_full(layout: Layout, label: Cell) -> bool:
    """Whether another cell of its row that is read gives each value that a label does."""
    counted = _counted(label)
    return bool(counted) and any(
        counted <= _counted(cell) and (column in norm_columns(layout) or len(cell.text) >= _SHORTEST_PROSE)
        for cell, column in layout.cells(label.row)
        if column.index not in layout.label_columns and column.meaning not in (*NO_PROSE, "note", "deadline")
    )


def _counted(cell: Cell) -> set[tuple[float, str]]:
    return {(found.value, found.unit) for found in quantities(fold(cell.text))}


def _subject(layout: Layout, row: int) -> str:
    return next((bare_name(c.text) for c in layout.grid[row] if c and c.text and not c.text.isdigit()), "")


def holds_prose(layout: Layout, cell: Cell, column: Column) -> bool:
    """Whether the rules of running text read a cell; not one that names its row by what another says in full: 新建驿站20处 before
    在主要路口新建驿站20处."""
    doing = says_what_is_done(layout, column)
    if not cell.parts or (column.meaning in NO_PROSE and not doing):
        return False
    if column.index in layout.label_columns and doing and _is_said_in_full(layout, cell):
        return False
    if column.meaning == "deadline":  # 6月底, 2025, 2026.9: short as it is, it says when the row is due
        return is_prose(cell.text) or bool(times_of_limit(fold(cell.text)))
    if grants(column) and any(q.dimension == "money" for q in quantities(fold(cell.text))):
        return True
    asked = column in norm_columns(layout)
    bare = cell.text.rstrip("。；") if asked else cell.text
    if value_cell(bare) is not None or (asked and (thing_counted(bare) or things_listed(bare))):
        return False
    if column.index in layout.label_columns and not doing:
        return False
    counted = is_of_time(column) and any(map(str.isdigit, cell.text))  # 建成8个 under 上半年
    short = asked and any(map(str.isdigit, cell.text))  # 水泵2台
    return is_prose(cell.text) and (counted or short or len(cell.text) >= _SHORTEST_PROSE)
