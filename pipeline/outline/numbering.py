"""Number marks of points: 第一章, 第一条, 一、, （一）, 1., 1.1, （1）, ①; what they count and how deep they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int, int_to_chinese
from pipeline.language.units import unit_at

CN = r"[一二三四五六七八九十百零〇两]{1,6}"


class Style(NamedTuple):
    """A way of numbering. Styles stand in the order in which GB/T 9704-2012 nests them.

    `pattern` finds the mark (group 1) and its number (group 2) without asking what follows.
    """

    name: str
    rank: int
    pattern: patterns.Pattern
    value: Callable[[str], int | None]
    render: Callable[[int], str]


class Mark(NamedTuple):
    """A number at the start of a passage: its style, value, printed form and length.

    `figure`: a figure follows at once, so that it may as well be part of a number (4.2名, 4．44%, 二、三级医院). `over` is what
    stands before the last dot of 3.2. `misprint`: a letter or stroke stands for a digit, as in l. or —、.
    """

    style: Style
    value: int
    printed: str
    length: int
    figure: bool = False
    over: str = ""
    misprint: bool = False


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_WITH_DOT = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_HAN_IN_BRACKETS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"


def _count(text: str) -> int | None:
    """`12`, `十二`, `⑿` → 12."""
    for one in (_CIRCLED, _IN_BRACKETS, _WITH_DOT, _HAN_IN_BRACKETS):
        if text in one:
            return one.index(text) + 1
    return chinese_to_int(text)


def _style(name: str, rank: int, pattern: str, render: Callable[[int], str]) -> Style:
    return Style(name, rank, patterns.compile(pattern), _count, render)


STYLES = (
    _style("part", 0, rf"(第({CN}|\d{{1,3}})(?:部分|[编篇]))", lambda n: f"第{int_to_chinese(n)}部分"),
    _style("chapter", 1, rf"(第({CN}|\d{{1,3}})章)", lambda n: f"第{int_to_chinese(n)}章"),
    _style("section", 2, rf"(第({CN}|\d{{1,3}})节)", lambda n: f"第{int_to_chinese(n)}节"),
    _style("article", 3, rf"(第({CN}|\d{{1,4}})条)", lambda n: f"第{int_to_chinese(n)}条"),
    _style("一、", 4, rf"(({CN})[、.．])", lambda n: f"{int_to_chinese(n)}、"),
    _style("（一）", 5, rf"([（〔]({CN})[）〕][、.]?|([{_HAN_IN_BRACKETS}]))", lambda n: f"（{int_to_chinese(n)}）"),
    _style("1.1.1", 7, r"(\d{1,2}\.\d{1,2}\.(\d{1,2})\.?)(?![\d.])", str),
    _style("1.1", 7, r"(\d{1,2}\.(\d{1,2})(?![\d.]|月[底末初前上中下份\d])|\d{1,2}\.(\d{1,2})\.(?!\d\.))", str),
    _style("1.", 6, rf"((\d{{1,3}})(?:[.、·]|，(?=\p{{Han}}))|([{_WITH_DOT}]))", lambda n: f"{n}."),
    _style("（1）", 8, rf"([（〔](\d{{1,3}})[）〕][、.]?|([{_IN_BRACKETS}]))", lambda n: f"（{n}）"),
    _style("1）", 9, r"((\d{1,3})[）])", lambda n: f"{n}）"),
    _style("①", 10, rf"(([{_CIRCLED}]))", lambda n: _CIRCLED[n - 1] if n <= 20 else str(n)),
)  # fmt: skip
# What a mark begins with → the styles it may be of; where it begins with another, it is none.
_OPENINGS = (
    ("第", STYLES[:4]),
    ("一二三四五六七八九十百零〇两", STYLES[4:5]),
    ("（〔", tuple(s for s in STYLES if s.name in ("（一）", "（1）"))),
    (_HAN_IN_BRACKETS, tuple(s for s in STYLES if s.name == "（一）")),
    (_IN_BRACKETS, tuple(s for s in STYLES if s.name == "（1）")),
    (_WITH_DOT, tuple(s for s in STYLES if s.name == "1.")),
    (_CIRCLED, STYLES[-1:]),
)
_BY_OPENING = {char: styles for chars, styles in _OPENINGS for char in chars}
_OF_DIGITS = tuple(s for s in STYLES if s.name in ("1.1.1", "1.1", "1.", "1）"))
# What may begin a mark of any style, to look for them inside a line.
BEGINNING = patterns.compile(
    rf"第(?=[一二三四五六七八九十百\d])|[（〔](?=[一二三四五六七八九十百\d])|(?<![\d.第百千万])\d(?=\d{{0,2}}[.、·，）])"
    rf"|(?<![\p{{N}}一二三四五六七八九十百千万第（〔几数])[一二三四五六七八九十]{{1,3}}(?=、)"
    rf"|[{_CIRCLED}{_IN_BRACKETS}{_WITH_DOT}{_HAN_IN_BRACKETS}]"
)
# Character recognition writes l and I for 1, O for 0, a stroke for 一.
_AS_DIGIT = str.maketrans("lI|Oo", "11100")
_AS_HAN = str.maketrans("—-ー", "一一一")
_MISPRINTED = frozenset("lI|Oo—-ー")
_HAN_DIGITS = tuple("一二三四五六七八九十")
_LONGEST_MARK = 12
YEAR = patterns.compile(r"(?:19|20)\d\d(?!\d)")
_FIGURE = patterns.compile(r"\d+\.(\d+)(?!\.\d)")
_SIZE = patterns.compile(r"[百千万亿]+")


@lru_cache(maxsize=4096)
def marks_at(text: str, at: int = 0) -> tuple[Mark, ...]:
    """Every way to read a number mark at `at`, those that print more of it first: 3.2总则 is 3.2, or 3. and 2总则.

    What follows and what stands before is not asked: whoever takes one of them asks the sequence.
    """
    opening = text[at : at + 1]
    found = []
    for style in _OF_DIGITS if opening.isdecimal() else _BY_OPENING.get(opening, ()):
        if (match := style.pattern.match(text, at)) is None:
            continue
        number = next(g for g in match.groups()[1:] if g is not None)
        value = style.value(number)
        if value is None or not 0 < value < 1000:
            continue
        printed, end = match[1], match.end(1)
        over = printed[: printed.rstrip(".").rindex(".")] if style.rank == 7 else ""
        counts = text[end : end + 1].isdecimal() or (
            style.name == "一、" and text[end : end + 1] in _HAN_DIGITS
        )
        figure = counts or (style.name == "1.1" and not printed.endswith("."))
        found.append(Mark(style, value, printed, end - at, figure, over))
    return tuple(found)


def misprinted_marks(text: str) -> tuple[Mark, ...]:
    """The marks that `text` begins with if a letter or stroke in them stands for a digit: l.总则, —、总则, （O）."""
    head = text[:_LONGEST_MARK]
    if _MISPRINTED.isdisjoint(head):
        return ()
    return tuple(
        Mark(m.style, m.value, head[: m.length], m.length, m.figure, m.over, misprint=True)
        for table in (_AS_DIGIT, _AS_HAN)
        if (read := head.translate(table)) != head
        for m in marks_at(read)
        if m.printed != head[: m.length]
    )


def is_quantity(text: str) -> bool:
    """Whether text begins with a decimal number that counts or measures something: 4.2名, 12.5公里, 4.44%.

    Of 2.100周岁 and 1.2022年 nobody prints the figures as one number: its fraction would end in 0 or be a year.
    """
    number = _FIGURE.match(text) if text[:1].isdecimal() else None
    return (
        number is not None
        and not number[1].endswith("0")
        and not _is_year(number[1])
        and _is_measured(text, number)
    )


def _is_year(figures: str) -> bool:
    return bool(YEAR.fullmatch(figures))


def _is_measured(text: str, number: patterns.Match) -> bool:
    size = _SIZE.match(text, number.end())
    end = size.end() if size else number.end()
    return end > number.end() or text[end : end + 1] in ("%", "‰", "") or unit_at(text, end) is not None


@lru_cache(maxsize=4096)
def text_to_mark(text: str) -> Mark | None:
    """The number mark that `text` begins with as it stands alone, or None.

    `2022 年`, `1.2 万张`, `（区民政局负责）` and `3 岁以下` begin with no mark.
    """
    read = marks_at(text)
    if not read and not text[:1].isdecimal():
        return None
    number = _FIGURE.match(text) if text[:1].isdecimal() else None
    if number is None:
        return read[0] if read else None
    if is_quantity(text):
        return None
    run_in = _is_year(number[1]) or _is_measured(text, number)  # 1.2022年, 1.80周岁
    return next((mark for mark in read if (mark.style.name == "1.") == run_in), None)


def mark_to_segment(mark: Mark) -> str:
    """The number as it stands in a clause_id: `一`, `（二）`, `3`, `第四条`."""
    if mark.misprint or mark.printed in _IN_BRACKETS + _WITH_DOT + _HAN_IN_BRACKETS:
        return mark.style.render(mark.value).strip("、.，/")
    return mark.printed.translate(_SEGMENT).strip("、.，/·")


_SEGMENT = str.maketrans({"〔": "（", "〕": "）"})
