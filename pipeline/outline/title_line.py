"""A title that ends in no 文种: the first line above a text, where nothing says that it is the page's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.mastheads import is_recipients
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import is_bracketed, squeezed, title_to_type

_LONGEST_OF_PAGE, _LEAST_OF_MENU = 8, 4
# 高级, 其他: a word of so few letters is the page's. A day with fields behind it (2024-05-06来源：本站) is said of the page.
_SAYS = r"^(?!.{0,4}$)(?!\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.*：).*\p{Han}{2}"


def title_line(passages: Sequence[Passage], may_be: Sequence[int], boxed: str) -> list[int]:
    """Index of the first line of those that may be a title, or of the one that a page prints again, and of the line it
    goes on in; [] where the box of the page names the title (`boxed`) or the line is the page's."""
    lines = [i for i in may_be if patterns.search(_SAYS, passages[i].text)]
    # 《甲办法》已经乙会议 | 通过, 甲会议听取了 | 乙报告: half a sentence is no title, nor is a numbered point.
    lines = [
        i
        for i in lines
        if not (
            text_to_mark(passages[i].text)
            or _is_half(passages[i].text)
            or patterns.search("，|》(?:已|业|经)|了$", passages[i].text)
        )
    ]
    # A page prints its headline again above the text.
    words = [squeezed(passages[i].text) for i in lines]
    again = [i for n, i in enumerate(lines) if words[n] and words[n] in words[n + 1 :]]
    is_none = boxed or _is_letter(passages, lines) or _is_menu(passages, lines)
    titles = [] if is_none else [_goes_on(passages, lines, i) for i in again or lines]
    # 甲区卫生健康局 above 春季传染病防控工作提示 says whose it is, and is no title.
    # （经校长办公会通过） says how a paper came to be.
    return next((t for t in titles if len(t) > 1 or not _says_other(passages[t[0]].text)), [])


def _says_other(text: str) -> bool:
    return is_body_name(text) or (text.startswith("（") and text.endswith("）"))


def _is_half(text: str) -> bool:
    """Whether a line is the rest of one above it, where a text was cut: 务部门）, 策、所购房屋面积小."""
    return text[1:2] == "、" or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))


def _goes_on(passages: Sequence[Passage], lines: Sequence[int], first: int) -> list[int]:
    return [first, *(i for i in lines if i == first + 1 and _ends(passages, first, i))]


def _ends(passages: Sequence[Passage], first: int, below: int) -> bool:
    """Whether a title that ends in no 文种 goes on in the line below it: with what stands in brackets, or up to what the
    paper is: 甲市农机补贴 | 机具一览表（第二批）."""
    text = passages[below].text
    if is_bracketed(text):
        return True
    gaps = sum(b - a > 1 for a, b in pairwise(passages[below].places))
    is_row = 0 < gaps < len(text) // 2  # letters printed apart are no cells
    return not (is_row or title_to_type(passages[first].text)) and bool(
        title_to_type(passages[first].text + text)
    )


def _is_letter(passages: Sequence[Passage], lines: Sequence[int]) -> bool:
    """Whether one short line stands right above who is addressed, or the number above that: what a letter is called ends in
    its type, so it is the page's (文章播报)."""
    below = (
        [p.text for p in passages[lines[0] + 1 :] if p.role != "doc_number"][:1] if len(lines) == 1 else []
    )
    return bool(below) and len(passages[lines[0]].text) <= _LONGEST_OF_PAGE and is_recipients(below[0])


def _is_menu(passages: Sequence[Passage], lines: Sequence[int]) -> bool:
    """Whether the first lines are words of a page one below the other (文库, 登录, 注册, 搜索), where nothing is said."""
    first = [passages[i].text for i in lines[:_LEAST_OF_MENU]]
    return len(first) == _LEAST_OF_MENU and all(len(text) <= _LONGEST_OF_PAGE for text in first)
