"""Every number, time expression, 《》 or 文号, and label of a duty of a text.

Deliberately wider than the rules that read facts, and written apart from them: what no rule reads
must still be seen here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal, NamedTuple

import regex

from pipeline.language import patterns
from pipeline.language.cited_numbers import STANDARD_NUMBER
from pipeline.language.doc_numbers import DOC_NUMBER
from pipeline.language.festivals import NAMES
from pipeline.language.labels import UNKNOWN, labels
from pipeline.language.script import simplified
from pipeline.language.times.bases import values
from pipeline.language.units import units

Kind = Literal["number", "time", "citation", "agency_marker"]
CN = "[〇零一二两三四五六七八九十百千万半]"
_NUMBER = r"\d+(?:[.,:]\d+)*(?:[万亿]+)?"
# 壹佰贰拾万元: 伍 and 陆 alone are names as well.
_CAPITAL = "[壹贰叁肆伍陆柒捌玖拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟]+[万萬亿億]?|[壹贰叁肆伍陆柒捌玖拾佰仟][万萬亿億]?(?=[元圆圓])"
_YEAR = r"(?:(?:19|20)\d\d|[〇零一二三四五六七八九]{4})(?:年度?|学年)"
_DAY = rf"(?:\d{{1,2}}|{CN}{{1,3}})"
_EDGE = r"(?:上半年|下半年|第?[一二三四]季度|年?底|末|初|中旬|上旬|下旬)?(?:之?前|以前|以来|起)?"
_CYCLE = "学年|学期|半年|年度|季度|月度|节假日|工作日|汛期|年|季|月|周|旬|日|天"
_TIME = (
    r"(?<![\d.])(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:[12]\d|3[01]|0?[1-9])(?![\d.])"
    rf"|{_YEAR}(?:{_DAY}月(?:份)?)?(?:{_DAY}日)?{_EDGE}"
    rf"|(?:19|20)\d\d(?:年)?[-—~至到](?:19|20)?\d\d(?:学年|年度?)?"
    rf"|(?<![\d.]){_DAY}月(?:{_DAY}日|份)?{_EDGE}"
    rf"|“?十[一二三四五六]五”?(?:期间|时期|期末|末)?"
    rf"|每(?:个)?(?:{_CYCLE})(?:{_DAY}月)?(?:{_DAY}日)?{_EDGE}"
    # 23.2023年4月起 is the number of a point and a year; PM2.5年均浓度 holds no time.
    rf"|(?<![\d.A-Za-z_])(?!\d{{1,3}}\.\s?(?:19|20)\d\d年)(?:\d+(?:\.\d+)?(?:[-—~]\d+)?|{CN}{{1,3}})(?:个)?(?:年|月|周(?![年岁])|日|天|学年|学期|工作日|自然日|小时|分钟)(?:以内|之内|内|以上|以下)?(?![级度会])"
    r"|(?:按|逐)(?:年度|季度|月度|年|季|月|周|旬|日)(?![常照标程计期龄级轻代历节份])"
    rf"|(?:{'|'.join(sorted(NAMES, key=lambda name: (-len(name), name)))})(?:假期|假日|期间|前后|前夕|之?前|之?后)?(?![个条项届路方支])"
    rf"|(?:{'|'.join(values('occasion'))})(?:来临|到来)?(?:之?前(?![期后往])|期间)"
    r"|自?(?:印发|发布|公布|施行|实施)之日起|年底前?|年内|(?<!人)[本当次翌上去今明](?:年度?|月)|全年|第?[一二三四](?:至[一二三四])?季度(?:末|底)?(?:之?前)?|[年季月]度|汛期"
    r"|(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
)
_UNITS = "|".join(
    sorted((regex.escape(u) for u in units() if patterns.search(r"\p{Han}", u)), key=lambda u: (-len(u), u))
)
# 《某方案（以下简称《方案》）: one that is not closed ends before its short name.
_TITLE = "《(?:(?!（以?下(?:统)?(?:简称|称))[^《》]|《[^《》]*》)*》?"
_OFFICE = (
    "(?:任|为|担任)(?:常务)?(?:副?组长|副?总指挥|成员)|(?:副?组长|副?总指挥|副?召集人|成员单位|组员)(?=：)"
)
_ROLES = ("负责", "牵头", "参与", "配合", "落实")
# What none of them begins with is passed over at once.
_UNKNOWN = patterns.compile(
    rf"{UNKNOWN.pattern}|(?=[负牵参配落任为担副组总召成])(?:(?:{'|'.join(_ROLES)})(?=[）〕】])|{_OFFICE})"
)
_PATTERNS: tuple[tuple[Kind, patterns.Pattern], ...] = (
    ("time", patterns.compile(_TIME)),
    # 千 of 千瓦 and 千兆 is part of the unit.
    ("number", patterns.compile(rf"{_NUMBER}|{CN}{{1,8}}分之{CN}+|一半|半数|[一二两三四五六七八九]成半?(?![本为立果员效就交长分熟套型])"
        rf"|(?!千[兆伏瓦升克米户]|百分[点比]){CN}{{1,8}}(?=(?:{_UNITS}))|{CN}{{2,8}}|{_CAPITAL}|翻[一两二三四]?番|倍增|减半")),
)  # fmt: skip


_TITLES, _NUMBERS = patterns.compile(_TITLE), patterns.compile(DOC_NUMBER)
# The letters of every standard.
_STANDARD_SIGN = patterns.compile("[A-Z/]{2}|建标")
# Every label that is not known, and every office, has one of these.
_UNKNOWN_SIGNS = ("：", ":", "组长", "总指挥", "成员", *map("".join, product(_ROLES, "）〕】")))


class Seen(NamedTuple):
    """text[start:end] is a mention of this kind."""

    kind: Kind
    start: int
    end: int


def _kinds(text: str) -> Iterator[tuple[Kind, Iterable[patterns.Match]]]:
    """What matches, kind by kind; a text without the sign that every match of a pattern has is not looked through."""
    yield "citation", _TITLES.finditer(text) if "《" in text else ()
    if "号" in text or "號" in text:  # which every number of a document ends in
        yield "citation", _NUMBERS.finditer(text)
    if _STANDARD_SIGN.search(text):
        yield "citation", STANDARD_NUMBER.finditer(text)
    yield "agency_marker", labels(text)
    if any(map(text.__contains__, _UNKNOWN_SIGNS)):
        yield "agency_marker", _UNKNOWN.finditer(text)
    for kind, pattern in _PATTERNS:
        yield kind, pattern.finditer(text)


def text_to_mentions(text: str) -> Iterator[Seen]:
    """The mentions of a text from left to right; what stands inside an earlier kind is not seen again."""
    taken: list[tuple[int, int]] = []  # In order, and none overlaps another.
    seen: list[Seen] = []
    plain = simplified(text)
    for kind, matches in _kinds(plain):
        for match in matches:
            start, end = match.span()
            at = bisect_left(taken, (end,))
            if start == end or (at and taken[at - 1][1] > start):
                continue
            taken.insert(at, (start, end))
            seen.append(Seen(kind, start, end))
    yield from sorted(seen, key=lambda s: (s.start, s.end))
