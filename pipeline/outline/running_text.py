"""Lines that are running text: no heading, row or cell of a table that was printed without lines."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from pipeline.language.heading_units import is_unit
from pipeline.language.headings import heading_words, meaning
from pipeline.outline.lines import Line
from pipeline.outline.turn_rows import kind

LONGEST_CELL = 24
_STOPS = frozenset("。；！？")
# 道路、桥梁 under 项目 3 5: a list may be the name of a row whose cells blanks part.
_MARKS, _MARKS_OF_ROWS = frozenset("。；，、："), frozenset("。；，")
_BRACKETS = frozenset("（()）")
_PARTED = frozenset('\t|,"')
_FEWEST_PARTED = 3  # blanks of a line of words and figures


def is_prose(line: Line) -> bool:
    """Whether a line is longer than any heading or cell that stands alone in one, and nothing in it parts cells."""
    words = line.squeezed
    alone = len(words) > LONGEST_CELL and "|" not in words and not line.furniture
    return alone and "\t" not in line.text and line.text.strip() == words


def begins_none(line: Line) -> bool:
    """Whether no table begins at a line, whatever stands below it, but for one whose headings stand over dashes or between
    lines of tabs: it has a stop or a comma outside brackets, and nothing that parts cells.

    组织对2022 年已立项标准进行评审。梳理汇编全省; no 镇 床位（张） 公厕（座）, no 甲镇 1，200 3.
    """
    text, words = line.text, line.squeezed
    if line.furniture or "  " in text.strip() or words[-1:] in _last_of_numbers():
        return False
    if not (_PARTED.isdisjoint(text) and _PARTED.isdisjoint(line.printed)):
        return False
    blanks = text.count(" ")
    if (blanks and words[-1:].isdecimal()) or not _is_parted(words, _MARKS_OF_ROWS if blanks else _MARKS):
        return False
    if not _STOPS.isdisjoint(words):
        return True
    # 1，200 and 道路、桥梁建设 may be the first of many cells, each on its line.
    is_cell = len(words) <= LONGEST_CELL and not words.endswith(("，", "："))
    told = is_cell and (meaning(words) or is_unit(words) or kind(words) == "v")
    return blanks < _FEWEST_PARTED and not told


def _is_parted(words: str, marks: Set[str]) -> bool:
    """Whether one of the marks stands before all brackets, or behind them."""
    if not _BRACKETS.isdisjoint(words):
        brackets = [at for at, char in enumerate(words) if char in _BRACKETS]
        words = words[: brackets[0]] + words[brackets[-1] :]
    return not marks.isdisjoint(words)


@cache
def _last_of_numbers() -> frozenset[str]:
    """What 序号 and its likes end in, or a bracket behind them."""
    return frozenset({word[-1] for word, said in heading_words().items() if said == "row_number"} | _BRACKETS)
