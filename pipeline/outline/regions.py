"""Where in the lines tables stand: runs of tabs or pipes, and tables that lost every separator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_page_number, is_value, unit_line, year
from pipeline.language.headings import is_continued
from pipeline.language.page_heads import is_page_head
from pipeline.outline.flattened import cells_end, heading_end
from pipeline.outline.lines import ANNEX, Line
from pipeline.outline.lost_headings import is_lost_heading
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.row_lines import (
    end_of_pipe_cells,
    has_pipes,
    has_rule_below,
    is_last_cell,
    is_parted_by_blanks,
    is_pipe_row,
    pipes_begin,
)

SENTENCE = patterns.compile(r"[。；！？]")
# Between the two halves of a table a page break puts a running head, a page number, empty lines.
_LONGEST_INTRUDER, _MOST_INTRUDERS, _LONGEST_CELL, _MOST_LONE = 40, 2, 20, 6
_TITLE, _SHORT = 3, 5  # lines of a title; letters of what may be the name of a group of rows
# 表2 配建标准, 附表3, 附件3某县主要指标: a caption, and so another table.
_CAPTIONED = tuple(word + n for word in ("表", "附表", "附件", "附录") for n in "123456789一二三四五六七八九")


class Region(NamedTuple):
    """Lines [position, end) of a table; kind as in Fragment; separator of its pieces."""

    kind: str
    end: int
    separator: str = "\t"


def region_at(lines: Sequence[Line], start: int) -> Region | None:
    if least := pipes_begin(lines, start):
        return Region("tabs", _end_of_rows(lines, start, least), "|")
    if is_row(lines[start]):
        return Region("tabs", _end_of_rows(lines, start), "\t")
    if end := end_of_pipe_cells(lines, start):
        return Region("lines", end, "|")
    if body := heading_end(lines, start):
        return Region("lines", cells_end(lines, start, body))
    if is_lost_heading(lines, start):
        return Region("lines", _end_of_lines(lines, start))
    return None


def is_row(line: Line) -> bool:
    # One tab may be an indent or a letter-spaced heading; a row of a table has cells on both sides.
    # 索 引 号：⇥000014349/2025 of a page's metadata box is a line, whatever parts it.
    return is_pipe_row(line) or (
        "\t" in line.text.strip(" ")
        and (line.text.count("\t") >= 2 or "\t" in line.text.strip())
        and text_to_field(line.squeezed) is None
    )


def is_of_page(line: Line) -> bool:
    """The line belongs to the page: its number, its head (某市人民政府文件), 续表."""
    words = line.squeezed
    printed = "\t" not in line.text and len(words) <= _LONGEST_INTRUDER
    return bool(line.furniture) or (printed and (is_page_head(words) or is_continued(words)))


def begins_page(above: Line, line: Line, closed: bool) -> bool:
    """A line is the first behind an empty one or what is of the page; so is the bare number of one between rows that pipes close,
    where no cell goes on."""
    numbers = any("|" not in one.text and is_page_number(one.squeezed) for one in (above, line))
    return line.gap >= 1 or is_of_page(line) or is_of_page(above) or (closed and numbers)


def _end_of_rows(lines: Sequence[Line], start: int, pipes: int = 0) -> int:
    """Behind the rows from `start`; `pipes`: how many part the cells of one at least, 0 where tabs do."""
    end, position, intruders = start + 1, start + 1, 0
    while position < len(lines) and intruders <= _MOST_INTRUDERS:
        line = lines[position]
        goes_on = _is_row_of(line, pipes) and not _is_another_table(lines, end - 1, position)
        beside = (
            _is_lone_cell(lines, position, pipes)
            or is_parted_by_blanks(line)
            or _is_half_row(lines, position)
            or is_last_cell(lines, position)
        )
        if position > end and has_rule_below(lines, position):
            break
        if goes_on or (position == end and beside):
            end, position, intruders = position + 1, position + 1, 0
        elif is_of_page(line) or _is_title_again(lines, start, position):
            position += 1
        elif _is_intruder(line):
            position, intruders = position + 1, intruders + 1
        else:
            break
    return end


def _is_title_again(lines: Sequence[Line], start: int, position: int) -> bool:
    """A line of the title of the table stands once more between its rows, at the head of a new page; figures follow."""
    titles = {line.squeezed for line in lines[max(0, start - _TITLE) : start]}
    words = lines[position].squeezed
    rest = (line for line in lines[position + 1 :] if not (is_of_page(line) or line.squeezed in titles))
    below = next(rest, None)
    again = words in titles and (len(words) > _SHORT or unit_line(words)) and not ANNEX.match(words)
    return bool(again) and below is not None and is_row(below) and _is_of_body(below)


def _is_another_table(lines: Sequence[Line], above: int, below: int) -> bool:
    """After empty lines a row of a far smaller grid is another table's."""
    if lines[below].gap == 0 and below == above + 1:
        return False
    wide = lines[above].text.count("\t")
    return wide >= 4 and lines[below].text.count("\t") * 2 < wide


def _is_half_row(lines: Sequence[Line], position: int) -> bool:
    """⇥南镇 or 南镇, right below a row, the rest of it behind the page number or an empty line: one of the two begins with a
    blank cell, or the rest with a figure or with the same name once more."""
    line = lines[position]
    if line.gap or len(line.squeezed) > _LONGEST_CELL:
        return False
    rest = next((below for below in lines[position + 1 :] if not is_of_page(below)), None)
    if rest is None or not is_row(rest) or not (rest.gap or rest is not lines[position + 1]):
        return False
    first = rest.text.partition("\t")[0].strip()
    goes_on = first in ("", line.squeezed) or is_value(first) or is_dash(first)
    return line.text.startswith("\t") or (goes_on and _may_be_lone(line, rest))


def _is_row_of(line: Line, pipes: int) -> bool:
    """A row; of a table of pipes also one that lost a pipe at its end, or, right below another, most of its cells."""
    return is_row(line) or bool(pipes and has_pipes(line, max(pipes, 2) if line.gap else 1))


def _is_lone_cell(lines: Sequence[Line], position: int, pipes: int) -> bool:
    """A line between two rows, with no empty line about it: a row whose blanks are lost, or half a cell; also one of a few."""
    near = range(position + 1, min(len(lines), position + _MOST_LONE + 1))
    below = next((n for n in near if _is_row_of(lines[n], pipes)), len(lines))
    lone = lines[position:below]
    if below == len(lines) or len(lone) > _MOST_LONE or any(line.gap for line in lines[position : below + 1]):
        return False
    return all(_may_be_lone(line, lines[below]) for line in lone)


def _may_be_lone(line: Line, row: Line) -> bool:
    words = line.squeezed
    return (
        not is_of_page(line)
        and not line.level
        and len(words) <= _LONGEST_CELL
        and not SENTENCE.search(words)
        and not ANNEX.match(words)
        and not words.startswith(_CAPTIONED)
        and (text_to_mark(words) is None or _is_of_body(row))
        and not words.endswith(("表", "：", ":", "，"))
    )


def _is_of_body(row: Line) -> bool:
    """The row has values or dashes, or its number: under 一、东部片区 it goes on, and no other table begins."""
    texts = [text.strip() for text in row.text.strip("|").split("|" if "|" in row.text else "\t")]
    return any(is_dash(text) or (is_value(text) and not year(text)) for text in texts)


def _is_intruder(line: Line) -> bool:
    words = line.squeezed
    return (
        line.gap >= 1
        and len(words) <= _LONGEST_INTRUDER
        and not line.level
        and not SENTENCE.search(words)
        and not ANNEX.match(words)
        and text_to_mark(words) is None
        and not words.endswith(("表", "：", "清单", "指标", "目录"))
        and not words.startswith(_CAPTIONED)
    )


def _end_of_lines(lines: Sequence[Line], start: int) -> int:
    for position in range(start + 1, len(lines)):
        line = lines[position]
        mark = text_to_mark(line.squeezed)
        deep = mark is None or mark.style.rank > 5
        if line.level or ANNEX.match(line.squeezed) or not deep or is_row(line):
            return position
    return len(lines)
