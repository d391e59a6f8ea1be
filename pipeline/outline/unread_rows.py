"""Lines below the headings of a table that no way of telling its rows and columns lays: what stands there are cells, no sentences.

序号 任务 牵头单位 完成时限            Headings side by side, or one a line; cells may go over the ends of lines,
1 编制全市农村供                      stand column after column, or lack the blanks that a page had. Read as
水专项规划                            running text they would give duties and aims to whom they do not belong.
市水利局 2026 年 5 月底
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.language import patterns
from pipeline.language.cells import is_note, serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.language.names import is_agency
from pipeline.outline.blank_words import headings_of
from pipeline.outline.cells_in_turn import rows_in_turn
from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.regions import region_at
from pipeline.outline.torn import has_open_bracket

_FEWEST_HEADINGS, _FEWEST_LINES, _LOOKED_AT = 3, 10, 80
_MOST_HEAD_LINES = 4
# What columns beside a name hold; no words of a text are headings like these, several together.
_TELLING = frozenset((*AGENCY_MEANINGS, "row_number", "deadline", "year_value", "unit", "nature", "note"))
_NEAR = 2  # lines of one row that may stand between two with cells side by side
_LONGEST_CELL, _SHORTEST_PROSE, _LEAST_SHARE = 30, 18, 0.85
# A blank between two letters of a line parts cells; one beside a figure may be the program's own.
_PARTED = patterns.compile(r"(?<=[\p{Han}，。、；）])\s+(?=[\p{Han}（“])")


def end_of_headed(lines: Sequence[Line], start: int) -> int:
    """Behind the cells below headings that begin at a line; 0 where none do."""
    if _are_side_by_side(lines[start]):
        end = end_of_cells(lines, start)
        return end if end - start > 1 else 0
    near = lines[start : start + _LOOKED_AT]
    # The few lines first: else what repeats one heading a thousand times is gone through to its end from each of them.
    if not (_is_heading(lines[start]) and _head_columns(near) and _is_below_text(lines[:start])):
        return 0
    end = end_of_cells(lines, start, parted=False)
    return end if end - start >= _FEWEST_LINES and _head_columns(near[: end - start]) else 0


def _head_columns(lines: Sequence[Line]) -> bool:
    """Whether several headings of different meanings are among the lines, one of them of what columns beside a name hold."""
    heads = {line.squeezed for line in lines if _is_heading(line)}
    told = {meaning(head) for head in heads}
    return len(heads) >= _FEWEST_HEADINGS and len(told) >= _FEWEST_HEADINGS - 1 and bool(told & _TELLING)


def _is_below_text(above: Sequence[Line]) -> bool:
    """A sentence, or what names an annex or a table: what stands at the top of a page may be its navigation. A bracket that is
    open above goes on here: …落实（以 | 下任务均需各区落实）."""
    last = next((line.squeezed for line in reversed(above) if not line.furniture), "")
    return not has_open_bracket(last) and any(
        "。" in line.text or ANNEX.match(line.squeezed) or is_caption(line) for line in above
    )


def _are_side_by_side(line: Line) -> bool:
    """序号 任务 牵头单位 完成时限: at least three headings, most of them known ones."""
    text = line.text
    if " " not in text or line.furniture or line.level or "\t" in text or "|" in text:
        return False
    words = ["".join(piece.text.split()) for piece in headings_of(line)]
    if not all(map(may_be_heading, words)):
        return False
    told = [meaning(word) for word in words]
    if told[0] == "row_number" and len(words) > 1 and not patterns.search(r"\d", line.squeezed):
        return True
    if len(words) < _FEWEST_HEADINGS:
        return False
    return 2 * sum(map(bool, told)) > len(told) and len({*told} - {""}) > 1 and bool(_TELLING & {*told})


def _is_heading(line: Line) -> bool:
    """（以下任务均需各区 is the beginning of a remark that goes over the end of its line; 1.3 适用范围, 4 保障措施 head points."""
    words = line.squeezed
    if line.furniture or line.level or words.count("（") != words.count("）"):
        return False
    if text_to_mark(words) is not None or _number_of_row(line):
        return False
    return may_be_heading(words) and bool(meaning(words)) and text_to_date(words) is None


def end_of_cells(lines: Sequence[Line], start: int, *, parted: bool = True) -> int:
    """Behind the last line before one that no table has: running text, a point, the caption of another, a signature."""
    end, count = start + 1, _number_of_row(lines[start])
    for n in range(start + 1, len(lines)):
        line = lines[n]
        if line.furniture:
            continue
        number = _number_of_row(line) if parted else 0
        is_next = number > 0 and (not count or number == count + 1)
        count = number if is_next else count
        if (
            line.level
            or "\t" in line.text
            or "|" in line.text
            or _is_signed(lines, n)
            or is_note(line.squeezed)
        ):
            break
        if _is_prose(line) and not (is_next or (parted and _has_cells_below(lines, n))):
            break
        mark = text_to_mark(line.squeezed)
        if (mark is not None and mark.style.rank <= _DEEPEST) or ANNEX.match(line.squeezed):
            break
        if is_caption(line) or (parted and n > start + _MOST_HEAD_LINES and _are_side_by_side(line)):
            break
        if not parted and _is_heading(line) and (region_at(lines, n) or rows_in_turn(lines, n)):
            break
        end = n + 1
    return end


_DEEPEST = 5  # 一、 and （一） are points of the text; 1. may number a row


def _is_signed(lines: Sequence[Line], n: int) -> bool:
    below = next((line.squeezed for line in lines[n + 1 : n + 3] if not line.furniture), "")
    return is_agency(lines[n].squeezed) and text_to_date(below) is not None


def _number_of_row(line: Line) -> int:
    """3 of `3 建立抽查机制 市司法局`; 0 where a line begins with no number and a blank behind it."""
    first, *more = line.text.split(maxsplit=1)
    return (serial_number(first) or 0) if more else 0


def _has_cells_below(lines: Sequence[Line], n: int) -> bool:
    """Whether right below a line, or the next, stand cells side by side: it was the longest of its row."""
    below = list(takewhile(_may_be_cells, lines[n + 1 : n + 1 + _NEAR]))
    return any("   " in line.text.strip() or _are_parted(line) for line in below)


def _may_be_cells(line: Line) -> bool:
    return not (line.furniture or line.gap or is_caption(line) or ANNEX.match(line.squeezed))


def _are_parted(line: Line) -> bool:
    """市水利局 市财政局 2026年: blanks between words that have none in running text."""
    return len(_PARTED.findall(line.text)) > 1


def _is_prose(line: Line) -> bool:
    """A line as wide as running text, with a stop and nothing that parts cells."""
    words = line.text.strip()
    if "  " in words or _are_parted(line):
        return False
    return len(line.squeezed) > _LONGEST_CELL and any(stop in words for stop in "，。；：")
