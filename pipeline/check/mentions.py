"""Every number, time expression, 《》 or 文号, and agency marker of a text.

Deliberately wider than the rules that read facts, and written apart from them: what no rule reads
must still be seen here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.language import patterns
from pipeline.language.doc_numbers import DOC_NUMBER
from pipeline.language.labels import WORDS
from pipeline.language.units import units

Kind = Literal["number", "time", "citation", "agency_marker"]
CN = "[〇零一二两三四五六七八九十百千万半]"
_NUMBER = r"\d+(?:[.,:]\d+)*(?:[万亿]+)?"
# 壹佰贰拾万元: capital numerals stand for money only; 伍 and 陆 are names as well.
_CAPITAL = "[零壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億]*[壹贰叁肆伍陆柒捌玖拾佰仟][万萬亿億]?(?=[元圆圓])"
_YEAR = r"(?:(?:19|20)\d\d|[〇零一二三四五六七八九]{4})年度?"
_DAY = rf"(?:\d{{1,2}}|{CN}{{1,3}})"
_EDGE = r"(?:上半年|下半年|第?[一二三四]季度|年?底|末|初|中旬|上旬|下旬)?(?:之?前|以前|以来|起)?"
_TIME = (
    rf"{_YEAR}(?:{_DAY}月(?:份)?)?(?:{_DAY}日)?{_EDGE}"
    rf"|(?:19|20)\d\d(?:年)?[-—~至到](?:19|20)?\d\d年?"
    rf"|(?<![\d.]){_DAY}月(?:{_DAY}日|份)?{_EDGE}"
    rf"|“?十[一二三四五六]五”?(?:期间|时期|期末|末)?"
    rf"|每(?:个)?(?:半年|年|季度|季|月|周|旬|日|天)(?:度)?(?:{_DAY}月)?(?:{_DAY}日)?{_EDGE}"
    rf"|(?<![\d.])(?:\d+(?:[-—~]\d+)?|{CN}{{1,3}})(?:个)?(?:年|月|周(?![年岁])|日|天|工作日|小时)(?:以内|之内|内|以上|以下)?(?![级度会])"
    r"|自?(?:印发|发布|公布|施行|实施)之日起|年底前|年内|本年度|今年|明年|全年"
)
_UNITS = "|".join(
    sorted((regex.escape(u) for u in units() if patterns.search(r"\p{Han}", u)), key=lambda u: (-len(u), u))
)
_TITLE = "《(?:[^《》]|《[^《》]*》)*》|《[^》。；]*"
_PATTERNS: tuple[tuple[Kind, patterns.Pattern], ...] = (
    ("citation", patterns.compile(rf"{_TITLE}|{DOC_NUMBER}")),
    ("agency_marker", patterns.compile(rf"(?:{WORDS})[：:]|(?:负责|牵头|参与|配合|落实)(?=[）〕】])|(?:任|为|担任)(?:副?组长|成员)")),
    ("time", patterns.compile(_TIME)),
    # 千 of 千瓦 and 千兆 is part of the unit.
    ("number", patterns.compile(rf"{_NUMBER}|{CN}{{1,8}}分之{CN}+|(?!千[兆伏瓦升克米户]){CN}{{1,8}}(?=(?:{_UNITS}))|{CN}{{2,8}}|{_CAPITAL}|翻[一两二三四]?番|倍增|减半")),
)  # fmt: skip
# Of a text without 号, which every number of a document ends in.
_ONLY_TITLES: tuple[Kind, patterns.Pattern] = ("citation", patterns.compile(_TITLE))


@dataclass(frozen=True, slots=True)
class Seen:
    """text[start:end] is a mention of this kind."""

    kind: Kind
    start: int
    end: int


def text_to_mentions(text: str) -> Iterator[Seen]:
    """The mentions of a text from left to right; what stands inside an earlier kind is not seen again."""
    taken: list[tuple[int, int]] = []  # In order, and none overlaps another.
    seen: list[Seen] = []
    numbered = any(sign in text for sign in "号號")
    for kind, pattern in _PATTERNS if numbered else (_ONLY_TITLES, *_PATTERNS[1:]):
        for match in pattern.finditer(text):
            start, end = match.span()
            at = bisect_left(taken, (end,))
            if start == end or (at and taken[at - 1][1] > start):
                continue
            taken.insert(at, (start, end))
            seen.append(Seen(kind, start, end))
    yield from sorted(seen, key=lambda s: (s.start, s.end))
