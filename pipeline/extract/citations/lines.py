"""Paragraphs that a title and its number run across are one: 《某意见》 / （临政办〔2022〕8号）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pipeline.language import patterns
from pipeline.language.cited_numbers import STANDARD_NUMBER
from pipeline.language.doc_numbers import NUMBERED, line_to_number
from pipeline.model import Passage

_REACH, _LONGEST_LINE = 160, 30
_HEAD = ("title", "recipients")
# What a text says above the papers it lists: 按照下列文件执行：; 延伸阅读： is the page's.
_MOST_IN_FOOT, _LISTED = 12, ("下列", "以下", "如下", "下述")
# What the number of a line of a list begins with.
NUMBERS = tuple("（(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩")
# A title with the bracket behind it.
_TITLE = patterns.compile(
    r"《(?:[^《》。；：]|《[^《》。；：]*》){1,120}》(?P<behind>（[^（）。；]{4,60}）)?"
)


def head_begins(passages: Sequence[Passage]) -> int:
    """Where the title and the addressees begin, of a page whose lines above them say no sentence: these name the notice
    or lead to it (首页 > 政策文件, 粤建规范〔2019〕2号); of one whose title stands above the addressees, whatever is said above it."""
    if addressed := next((i for i, p in enumerate(passages) if p.role == "recipients"), None):
        block = takewhile(lambda p: p.role != "body", reversed(passages[:addressed]))
        if titles := [p.places[0] for p in block if p.role == "title" and p.places]:
            return titles[-1]
    lines = takewhile(lambda p: not _is_sentence(p), passages)
    heads = [p.places[0] for p in lines if p.role in _HEAD and p.places]
    return max(heads, default=0)


def foot_begins(passages: Sequence[Passage]) -> int | None:
    """Where a few lines begin below the last sentence, the signature and the annexes, none of them a point: a page names there
    what it has besides (图解丨《甲规划》, 政策解读链接：《甲规划》解读)."""
    printed = [p for p in passages if p.places]
    below = [*takewhile(lambda p: not _is_of_notice(p), reversed(printed))]
    shown = [p for p in below if p.role != "furniture"]
    last = next(iter(printed[: len(printed) - len(below)][-1:]), None)
    no_text = last is None or last.role in _HEAD  # all that the notice says
    is_list = last is not None and last.text.endswith("：") and any(word in last.text for word in _LISTED)
    return None if no_text or is_list or not 0 < len(shown) <= _MOST_IN_FOOT else shown[-1].places[0]


def _is_of_notice(passage: Passage) -> bool:
    text = passage.text
    is_text = passage.role == "body" and ("，" in text or "；" in text or text.startswith(NUMBERS))
    return (
        _is_sentence(passage)
        or is_text
        or (text.endswith("：") and any(word in text for word in _LISTED))
        or passage.annex is not None
        or passage.role not in ("body", "furniture", "written_date")
    )


def _is_sentence(passage: Passage) -> bool:
    """Whether a paragraph says something, though its stop is lost: 根据《甲条例》，经市政府同意，现将《乙办法》印发给你们."""
    text = passage.text
    return "。" in text or (passage.role == "body" and "，" in text and len(text) > _LONGEST_LINE)


def whole(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The paragraphs, those joined that a title or its number goes across; what is set aside between is no part."""
    held: Passage | None = None
    for passage in passages:
        if held is None:
            held = passage
        elif held.role == passage.role and goes_on(held.text, passage.text):
            held = held._replace(text=held.text + passage.text, places=held.places + passage.places)
        else:
            yield held
            held = passage
    if held is not None:
        yield held


def goes_on(above: str, below: str) -> bool:
    """Does a title or the bracket with its number begin above and end below?

    >>> goes_on("贯彻落实《某意见》", "（临政办〔2022〕8号）等文件"), goes_on("贯彻《某意见》", "（一）目标")
    (True, False)
    """
    above = above[-_REACH:]
    end = len(above)
    for title in _TITLE.finditer(above + below[:_REACH]):
        behind = title.start("behind")
        if title.start() < end < title.end() and (behind < 0 or end < behind or _is_number(title["behind"])):
            return True
    return False


def _is_number(bracket: str) -> bool:
    """Whether a bracket holds the number of a document: a 文号, that of an order or of a standard."""
    held = bracket.strip("（）")
    return bool(NUMBERED.first(held) or STANDARD_NUMBER.match(held) or line_to_number(held))
