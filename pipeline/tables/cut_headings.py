"""Whether two lines of headings say of themselves that they are halves of one: 20 over 26年, 养老点（ over 个）, 护理 over 员人数."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.brackets import has_half
from pipeline.language.cells import number, year, year_within
from pipeline.language.headings import meaning
from pipeline.language.segmentation import tagged
from pipeline.tables.draft import Row, Slot

_CENTURY = 2  # figures of a year that say that one is cut: 20 | 26, not 2 | 026


def is_cut(upper: str, lower: str) -> bool:
    """A year, a bracket or a word of one begins in the upper and ends in the lower."""
    if not (upper and lower):
        return False
    if lower[0].isdecimal() and upper[-1].isdecimal():
        return is_half_year(upper, lower)
    if has_half(upper):
        return has_half(lower) and not has_half(upper + lower)
    return bool(cut_word(upper, lower))


def ends_heading(upper: str, lower: str) -> bool:
    """目标 of 工作目标, and what with the words above is a known heading that these alone are none of: 内容 of 主要内容."""
    return is_cut(upper, lower) or bool(upper and meaning(upper + lower) and not meaning(upper))


def is_half_year(upper: str, lower: str) -> bool:
    """A year begins in the upper and ends in the lower."""
    digits = len(upper) - len(upper.rstrip("0123456789"))
    return (
        lower[:1].isdecimal()
        and digits >= _CENTURY
        and bool(year_within(upper + lower))
        and not year_within(upper)
    )


def cut_word(upper: str, lower: str) -> str:
    """The word inside which the line end stands."""
    at = 0
    for word, _ in tagged(upper + lower):
        if at < len(upper) < at + len(word):
            return word
        at += len(word)
    return ""


def heading_above(block: Sequence[Sequence[Slot]], col: int) -> str:
    """The heading that stands above a column, on whichever line it is printed."""
    return next((line[col].text for line in reversed(block) if col < len(line) and line[col].text), "")


def is_plain_number(rows: Sequence[Row], block: Sequence[Sequence[Slot]], col: int) -> bool:
    """What the row below a block of headings has here is a number, and no year nor half of one."""
    text = rows[len(block)][col].text
    if number(text) is None or year(text) or is_cut(heading_above(block, col), text):
        return False
    return not any(is_cut(text, row[col].text) for row in rows[len(block) + 1 :][:1])
