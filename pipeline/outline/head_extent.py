"""Which lines stand above a notice's text: where its head begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.notice_heads import is_addressed
from pipeline.language.words import words
from pipeline.model import Passage
from pipeline.outline.collected import beginnings
from pipeline.outline.dates import line_to_date
from pipeline.outline.mastheads import is_recipients, is_signed_day, mastheads
from pipeline.outline.metadata import box_lines, key_alone, text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import (
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    STOP,
    WHOLE,
    bare_title,
    squeezed,
    without_date,
)

_HEAD, _FARTHEST, _LEAST_BOX, _LONGEST_OPENING, _MOST_TOLD, _MOST_LINES = 24, 60, 3, 24, 8, 4
_OPENS = (
    *words("source"),
    "为了",
    "为规范",
    "为进一步",
    "为贯彻",
    "为加强",
    "为做好",
    "为深入",
    "为全面",
    "经",
    "现将",
    "现就",
    "近日",
    "日前",
)
_BRINGS = ("全文如下：", "原文如下：", "全文如下", "原文如下")
# Who took the picture above a text.
CREDIT = patterns.compile(r"(?:记者|通讯员|作者)\p{Han}{0,12}[摄文图]$")
# Where a page says that it stands in its site; what is above that is the site's.
WHERE = patterns.compile(r"[^。]{0,30}(?:当前|所在|现在|[您你])的?位置")


def head_lines(passages: Sequence[Passage]) -> list[int]:
    """Indexes of the passages above the text: until an addressee, a point or a sentence.

    What stands above the first title of a collection is the end of another text. Where no title stands above the
    text, but soon one with its number or addressees, what is above that is the page's: `简介：…`, `首页？新闻？`.
    """
    begun = next(iter(beginnings(passages)), None)
    head = _lines_from(passages, *((begun.index, begun.last) if begun else (0, -1)))
    if not begun and (box := _box_below(passages, head)):
        return _lines_from(passages, box, -1)
    where = next((i for i, p in enumerate(passages[:_FARTHEST]) if WHERE.match(p.text)), None)
    if not begun and where is not None:
        below = _lines_from(passages, where + 1, -1)
        head = below if any(ENDS_IN_TYPE.search(bare_title(passages[i].text)) for i in below) else head
    titled = [i for i in head if ENDS_IN_TYPE.search(bare_title(passages[i].text))]
    if begun or titled:
        return head if begun else [*head, *_again(passages, head, titled)]
    if (said := _said_above(passages[:_FARTHEST])) is not None:
        return _lines_from(passages, said, -1)
    block = next(iter(mastheads(passages[:_FARTHEST])), None)
    if block is None or _is_signed(passages[: block.first + 1]):
        return head
    return _lines_from(passages, block.first, block.last)


def _said_above(passages: Sequence[Passage]) -> int | None:
    """Where a title begins that a line above it is, or says to be made known (甲网发布了《乙公示》), or the paper that news brings
    (全文如下：): sentences above are the page's, unless they are of a paper."""
    said: set[str] = set()
    for i, passage in enumerate(passages):
        if passage.role == "furniture" or text_to_field(passage.text):
            continue
        if passage.text.endswith(_BRINGS):
            return i + 1
        if _is_of_paper(passage):
            return None
        text = ""
        for below in passages[i : i + _MOST_LINES]:
            text += squeezed(bare_title(below.text))
            if text in said and ENDS_IN_TYPE.search(text):
                return i
        said |= {squeezed(bare_title(passage.text)), *map(squeezed, _made_known(passage.text))} - {""}
    return None


def _made_known(text: str) -> Iterator[str]:
    """The titles in 《》 behind a word that somebody made them known."""
    for before, behind in pairwise(text.split("《")):
        if before.removesuffix("了").endswith(("发布", "公布", "印发", "下发", "出台")):
            yield behind.partition("》")[0]


def _is_signed(passages: Sequence[Passage]) -> bool:
    """Whether a notice is over in these lines: an annex begins, or one is signed below a sentence; a day above all sentences
    stands in the box of a page, whose words were torn (发文机 | 成文日 | 甲办公厅2023年3月1日)."""
    said = next((i for i, p in enumerate(passages) if STOP.search(p.text)), len(passages))
    days = (p for p in passages[said + 1 :] if is_signed_day(p.text) and text_to_field(p.text) is None)
    return any(p.annex for p in passages) or any(days)


def _again(passages: Sequence[Passage], head: Sequence[int], titled: Sequence[int]) -> list[int]:
    """The lines of a second head, below what a page tells of the paper, whose title the first one prints alone: it has the
    number or the addressees."""
    said = {squeezed(bare_title(passages[i].text)) for i in titled}
    first = head[-1] + 1
    block = next(iter(mastheads(passages[first : first + _MOST_TOLD])), None)
    if block is None or squeezed(block.title) not in said:
        return []
    if any(_is_of_paper(p) for p in passages[head[0] : first + block.first]):
        return []
    return _lines_from(passages, first + block.first, first + block.last)


def _box_below(passages: Sequence[Passage], head: Sequence[int]) -> int | None:
    """Where the box of a collection begins that stands below sentences of the page (`下载前请…。`), and above the title
    and its addressees; a headline may stand above these sentences, but nothing that a paper has besides."""
    first = max(head, default=-1) + 1
    texts = [p.text for p in passages[first:_FARTHEST]]
    known = [bool(text_to_field(text)) for text in texts]
    at = next((i for i in range(len(known)) if sum(known[i : i + _LEAST_BOX]) == _LEAST_BOX), None)
    if at is None or any(_is_of_paper(p) for p in passages[: first + at]):
        return None
    below = mastheads(passages[first + at : first + at + _FARTHEST])
    return first + at if below and below[0].first <= _HEAD else None


def _is_of_paper(passage: Passage) -> bool:
    """Whether a line is one that a paper has besides its title: its number, its day, its addressees, an annex, a point."""
    text = passage.text
    mark = text_to_mark(text)
    return bool(passage.annex or is_signed_day(text) or line_to_number(text) or is_recipients(text)) or (
        mark is not None and mark.style.rank <= 2
    )


def _lines_from(passages: Sequence[Passage], first: int, titled: int) -> list[int]:
    head: list[int] = []
    shown = range(first, min(first + _HEAD * 3, len(passages)))
    boxed = {first + i for i in box_lines([passages[i].text for i in shown])}
    unboxed = 0
    for i in shown:
        if passages[i].role == "furniture":
            continue
        if i not in boxed and i > titled and _is_text(passages, i, first):
            break
        head.append(i)
        unboxed += i not in boxed
        if unboxed >= _HEAD:
            break
    return head


def _is_text(passages: Sequence[Passage], i: int, first: int) -> bool:
    text = passages[i].text
    if i < first + 3 and is_titled_point(passages, i):
        return False
    if NO_ADDRESSEE.match(text) or CREDIT.search(text) or line_to_date(text) or line_to_number(text):
        return False
    # 分类： above 绿化；通知: the value of a field.
    if i and key_alone(passages[i - 1].text) and not text.endswith("：") and "。" not in text:
        return False
    mark = text_to_mark(text)
    # 政策文件： above a number is the page's word for it.
    if (
        text.endswith("：")
        and any(line_to_number(p.text) for p in passages[i + 1 : i + 2])
        and not is_addressed(text)
    ):
        return False
    # 为规范管理，根据《甲条例》，制定本办法: a first sentence that lost its stop.
    is_sentence = "，" in text and len(text) > _LONGEST_OPENING and text.startswith(_OPENS)
    return bool(text.endswith("：") or STOP.search(text) or is_sentence or (mark and mark.style.rank > 2))


def is_titled_point(passages: Sequence[Passage], i: int) -> bool:
    """Whether a numbered line is the title of a notice in a collection: `4. …关于印发…的通知（2023年5月10日）`."""
    shown = [p for p in passages[i : i + 6] if p.role != "furniture"]
    return text_to_mark(passages[i].text) is not None and _begins_title(shown[:4])


def _begins_title(passages: Sequence[Passage]) -> bool:
    text = ""
    for passage in passages:
        text += without_date(passage.text)
        if patterns.search(r"[。：；]", text):
            return False
        if "关于" in text and WHOLE.search(text):
            return True
    return False
