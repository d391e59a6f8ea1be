"""A web page printed to PDF → which of its lines are the site's and not the notice's.

Browsers print what stands around an article too: menus and the path to the page above it, the operator of the
site below it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.bodies import PLACE, is_agency
from pipeline.language.chrome import is_page_line
from pipeline.language.doc_numbers import line_to_number
from pipeline.messages import Message, say
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet

_BROWSER = patterns.compile(r"Skia/PDF|Chrom(?:e|ium)/|Firefox/|wkhtmltopdf|Safari/")
_ADDRESSES = ("http://", "https://", "file:///")
_ABOVE, _BELOW = say("aside_above_box"), say("aside_site_foot")
# The longest menu seen above a notice has 12 lines, the longest foot of a site 9.
_MOST_ABOVE = 30
_MOST_BELOW = 20
_SHORTEST_TITLE, _SHORTEST_PLACED, _DOES = 10, 7, ("关于", "印发", "转发")
_PLACED = patterns.compile(PLACE)
_TYPES = tuple(lexicons.words("document_types"))


def is_web_print(properties: Mapping[str, str]) -> bool:
    """Whether the properties of a PDF (Producer, Creator) name a browser."""
    return any(_BROWSER.search(properties.get(key, "")) for key in ("Producer", "Creator"))


def prints_address(text: str) -> bool:
    """Whether a page prints its address and its number at its foot, as browsers do whatever program makes the PDF.

    >>> prints_address("临江县…的通知\\nhttps://www.example.cn/t1.html 1/2"), prints_address("详见https://www.example.cn")
    (True, False)
    """
    feet = (line.split() for line in text.splitlines() if line.lstrip().startswith(_ADDRESSES))
    return any(
        len(words) > 1 and words[-1].replace("/", "", 1).isdecimal() and "/" in words[-1] for words in feet
    )


def sheets_to_chrome(
    sheets: Sequence[Sheet], aside: Mapping[int, Mapping[int, Message]]
) -> dict[int, dict[int, Message]]:
    """Index of the sheet → index of each line that is the site's → why that is thought.

    `aside` are the lines known as furniture, in the same form; they are passed over.
    """
    spots = [
        (n, i, "".join(item.text.split()))
        for n, sheet in enumerate(sheets)
        for i, item in enumerate(sheet.items)
        if isinstance(item, Line) and i not in aside.get(n, {})
    ]
    found: dict[int, dict[int, Message]] = defaultdict(dict)
    for n, i, _ in spots[: _above([words for _, _, words in spots[:_MOST_ABOVE]])]:
        found[n][i] = _ABOVE
    tail = spots[-_MOST_BELOW:]
    for n, i, _ in tail[_below([words for _, _, words in tail]) :]:
        found[n][i] = _BELOW
    return found


def _above(lines: Sequence[str]) -> int:
    """How many lines stand above the title and the box of `名：值` lines, if one of them is plainly the site's; else 0."""
    # A title may go over the end of its line: 甲市人民代表大会及其常务委员会制定 | 地方性法规条例.
    below = [*lines[1:], ""]
    above = next(
        (k for k, words in enumerate(lines) if _box_line().match(words) or _is_of_paper(words, below[k])), 0
    )
    of_site = any(is_page_line(words) or _is_path(words) for words in lines[:above])
    return above if of_site and not _is_sentence(lines[above]) else 0


def _is_of_paper(words: str, below: str) -> bool:
    """Whether a line is one of the title, which a site may print above the box: 甲局关于乙的 | 通知, 甲县乙条例; 关于我们 is a
    menu's. So are its number and its red head. A sentence, too: where the text begins, its title stands above."""
    if (
        _is_sentence(words)
        or line_to_number(words)
        or is_agency(words.removesuffix("文件")) > is_agency(words)
    ):
        return True
    is_long = len(words) >= (_SHORTEST_PLACED if _PLACED.match(words) else _SHORTEST_TITLE)
    ends = words.endswith(_TYPES) or (len(words) >= _SHORTEST_TITLE and below.endswith(_TYPES))
    is_title = ends or any(word in words for word in _DOES)
    return is_title and is_long and not (is_page_line(words) or _is_path(words))


def _is_sentence(words: str) -> bool:
    return "。" in words or "，" in words


def _below(lines: Sequence[str]) -> int:
    """Where the foot of the site begins: from there on most lines are plainly the site's."""
    marks = [is_page_line(words) and not _box_line().match(words) for words in lines]
    for k, mark in enumerate(marks):
        if mark and 2 * sum(marks[k:]) > len(marks[k:]) and sum(marks[k:]) >= 2:
            return k
    return len(lines)


def _is_path(words: str) -> bool:
    """`首页>信息公开>政策文件`."""
    return words.count(">") + words.count("＞") + words.count("»") >= 2


@cache
def _box_line() -> patterns.Pattern:
    keys = "|".join(key for key, field in lexicons.rows("metadata_keys") if field != "page")
    return patterns.compile(rf"[-—•·*●]?(?:\d{{1,2}}\.)?[\[【]?(?:{keys})[\]】]?[：:\]】]")
