"""Number marks of points: 第一章, 第一条, 一、, （一）, 1., 1.1, （1）, ①; what they count and how deep they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int, int_to_chinese

CN = r"[一二三四五六七八九十百零〇两]{1,6}"


@dataclass(frozen=True, slots=True)
class Style:
    """A way of numbering. Styles stand in the order in which GB/T 9704-2012 nests them."""

    name: str
    rank: int
    pattern: patterns.Pattern
    value: Callable[[str], int | None]
    render: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a passage: its style, value, printed form and length."""

    style: Style
    value: int
    printed: str
    length: int


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

STYLES = (
    Style("chapter", 1, patterns.compile(rf"(第({CN}|\d{{1,3}})[章篇编])"), chinese_to_int, lambda n: f"第{int_to_chinese(n)}章"),
    Style("section", 2, patterns.compile(rf"(第({CN}|\d{{1,3}})节)"), chinese_to_int, lambda n: f"第{int_to_chinese(n)}节"),
    Style("article", 3, patterns.compile(rf"(第({CN}|\d{{1,4}})条)(?![款项之的第、，规])"), chinese_to_int, lambda n: f"第{int_to_chinese(n)}条"),
    Style("一、", 4, patterns.compile(rf"(({CN})(?:、|[．.](?!\d)))"), chinese_to_int, lambda n: f"{int_to_chinese(n)}、"),
    Style("（一）", 5, patterns.compile(rf"([（〔]({CN})[）〕])[、.]?(?![（〔项款目和])"), chinese_to_int, lambda n: f"（{int_to_chinese(n)}）"),
    Style("1.", 6, patterns.compile(r"((\d{1,3})(?:[.、]|，(?=\p{Han})))(?![\d.])(?!$)|((\d{1,3})[.、])(?:$|(?=(?:19|20)\d\d年|\d{2,3}周?岁|\d{1,2}月[\d底末初上中下份前]|\d{1,2}年内|[1-9]\d?0个(?!百)))"), int, lambda n: f"{n}."),
    Style("1.1", 7, patterns.compile(r"(\d{1,2}\.(\d{1,2}))\.?(?![\d.%]|[万亿个家项年月天岁米吨元倍亩]|周岁|公里|公顷|千米|小时|分钟|平方)(?=\p{Han}|[“《（])"), int, lambda n: f"{n}"),
    Style("（1）", 8, patterns.compile(r"([（〔](\d{1,3})[）〕])[、.]?"), int, lambda n: f"（{n}）"),
    Style("1）", 9, patterns.compile(r"((\d{1,3})[）])"), int, lambda n: f"{n}）"),
    Style("①", 10, patterns.compile(rf"(([{_CIRCLED}]))"), lambda s: _CIRCLED.index(s) + 1, lambda n: _CIRCLED[n - 1] if n <= 20 else str(n)),
)  # fmt: skip


def text_to_mark(text: str) -> Mark | None:
    """The number mark that `text` begins with, or None.

    `2022 年`, `1.2 万张`, `（区民政局负责）` and `3 岁以下` begin with no mark.
    """
    for style in STYLES:
        if (match := style.pattern.match(text)) is None:
            continue
        groups = [g for g in match.groups() if g is not None]
        value = style.value(groups[1])
        if value is not None and 0 < value < 1000:
            return Mark(style, value, groups[0], match.end())
    return None


def mark_to_segment(mark: Mark) -> str:
    """The number as it stands in a clause_id: `一`, `（二）`, `3`, `第四条`."""
    return mark.printed.translate(_SEGMENT).strip("、.，/")


_SEGMENT = str.maketrans({"〔": "（", "〕": "）"})
