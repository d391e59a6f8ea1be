"""Lines that are a web page's own by their words: menus, counts of visits, what it lists beside a notice."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import lexicons


def _words(*places: str) -> tuple[str, ...]:
    return tuple(words for words, at in lexicons.rows("page_chrome") if at in places)


_MARKS = "·|[]【】"
_STARTS, _WITHIN, _SENTENCES = _words("start"), _words("within"), _words("sentence")
_LINES, _NEXT = frozenset(_words("line", "next")), _words("next")
_LISTED_UNDER = tuple(f"{words}：" for words in _NEXT)


def _bare(words: str) -> str:
    return "".join(words.split()).replace(":", "：").lstrip(_MARKS)


def is_page_line(words: str) -> bool:
    """Whether a line that is no sentence is the page's own.

    >>> is_page_line("上一篇：关于放假的通知"), is_page_line("附件：1.任务表")
    (True, False)
    """
    bare = _bare(words)
    return bare.rstrip(f"：{_MARKS}") in _LINES or begins_or_holds(bare) or is_said_of_page(bare)


def _is_menu(words: Sequence[str]) -> bool:
    """`首页 今日和田 政务公开 招商引资 在线办事`: what a page leads to, in one row."""
    short = all(len(word) <= _LONGEST_ITEM for word in words)
    return len(words) >= _LEAST_ITEMS and short and words[0] in ("首页", "主页", "网站首页")


_LONGEST_ITEM, _LEAST_ITEMS = 6, 4


def begins_or_holds(words: str) -> bool:
    """Whether a line has words of the page at its start, or such as stand nowhere else."""
    bare = _bare(words)
    return bare.startswith(_STARTS) or is_surely_of_page(bare) or _is_menu(words.split())


def is_surely_of_page(words: str) -> bool:
    """Whether it has words that no notice says of its own matter (`主办单位：` is said of a contest, too).

    >>> is_surely_of_page("下一条：关于放假的通知"), is_surely_of_page("主办单位：市教育局")
    (True, False)
    """
    bare = _bare(words)
    return bare in _NEXT or bare.startswith(_LISTED_UNDER) or any(held in bare for held in _WITHIN)


def is_said_of_page(words: str) -> bool:
    """Whether a line, sentence or not, has words that a page says to those who read it on a screen."""
    return any(held in words for held in _SENTENCES)
