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
# 您可能感兴趣的 | 文章, 热门 | 推荐: which other texts of the site stand below, and what these are.
_WHICH, _TEXTS = (sorted(_words(at), key=len, reverse=True) for at in ("which", "texts"))
_LONGEST_HEAD = 16


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
    """`首页 今日和田 政务公开 招商引资 在线办事`, `无障碍浏览 长者模式`: what a page leads to, in one row."""
    if len(words) > 1 and all(_bare(word) in _LINES for word in words):
        return True
    short = all(len(word) <= _LONGEST_ITEM for word in words)
    return len(words) >= _LEAST_ITEMS and short and "".join(words).startswith(("首页", "主页", "网站首页"))


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
    return (
        bare in _NEXT
        or bare.startswith(_LISTED_UNDER)
        or any(held in bare for held in _WITHIN)
        or _heads_others(bare.partition("：")[0].rstrip(f">＞»{_MARKS}"))
    )


def _heads_others(bare: str) -> bool:
    """Whether a line is made of words that say which other texts of the site are listed below it, and of nothing else.

    >>> _heads_others("您可能感兴趣的文章"), _heads_others("相关政策文件"), _heads_others("相关政策落实情况")
    (True, True, False)
    """
    rest, which = bare[: _LONGEST_HEAD + 1], 0
    while len(bare) <= _LONGEST_HEAD and rest:
        word = next((word for word in (*_WHICH, *_TEXTS) if rest.startswith(word)), None)
        if word is None or (not which and word not in _WHICH):
            return False
        which += word in _WHICH
        rest = rest[len(word) :]
    return which > 0 and not rest and (which > 1 or bare.endswith(tuple(_TEXTS)))


def is_said_of_page(words: str) -> bool:
    """Whether a line, sentence or not, has words that a page says to those who read it on a screen."""
    return any(held in words for held in _SENTENCES)
