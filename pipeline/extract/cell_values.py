"""The quantity that a table cell is, and what the name of its row says about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.quantities import quantities
from pipeline.language.numbers import ARABIC, numeral_to_number

_PREFIXES = {
    ">=": "≥|>=|≧|⩾|不低于|不少于|不小于|至少",
    "<=": "≤|<=|≦|⩽|不超过|不高于|不大于|至多",
    ">": ">|大于|超过|高于|突破",
    "<": "<|小于|低于|少于",
    "~=": "≈|约|大约",
    "=": "=|达到|达|为",
}
_SUFFIXES = {">=": "及?以上", "<": "以下", "<=": "以内|之内", "~=": "左右"}
_CHANGE = "(?:较[^\\d]{1,10}?)?(?:年均|每年|累计|逐年)?(?:增长|提高|增加|上升|下降|降低|减少|压减)(?:率)?"
_CELL = patterns.compile(
    rf"(?P<change>{_CHANGE})?(?P<prefix>{'|'.join(_PREFIXES.values())})?"
    rf"(?P<sign>-)?(?P<low>{ARABIC})(?P<low_unit>%)?(?:[-—~至]{{1,2}}(?P<high>{ARABIC}))?"
    rf"(?P<unit>[%‰]|个百分点|(?!及?以[上下内]|之内|左右)[\p{{Han}}㎡/]{{1,8}}?)?(?:（(?P<remark>[^（）]*)）)?"
    rf"(?P<suffix>{'|'.join(_SUFFIXES.values())})?"
)
# A date or a part of one is no quantity: 2025年底前, 6月, 12月31日. 6个月 is one.
_DATE = patterns.compile(r"(?:到|至|自|从)?(?:(?:19|20)\d{2}年|\d{1,2}月(?!\p{Han}*[/／])).*")
_PER_TIME = patterns.compile(r"每(年|月|季度|半年|周|日|天|学年|学期)(?!\p{Han}*个百分点)")
_PER_HEAD = patterns.compile(
    r"每((?:[十百千万亿]+|\d+)(?:名|位|个|户)?(?:常住|户籍)?(?:人口|老年人|老人|儿童|学生|居民|人|平方公里|公里|亩|户|床))"
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """A quantity: `unit` as printed in the cell ("" if there is none), `change` 增长, 下降…"""

    value: float
    comparator: str
    unit: str = ""
    value_max: float | None = None
    change: str | None = None


@cache
def cell_value(text: str) -> CellValue | None:
    """The quantity if the whole cell is one.

    >>> cell_value("≥4.5"), cell_value("500人次")
    (CellValue(value=4.5, comparator='>=', unit='', value_max=None, change=None), CellValue(value=500.0, comparator='=', unit='人次', value_max=None, change=None))
    """
    plain = fold(text).replace(" ", "")
    match = _CELL.fullmatch(plain)
    if not match or _DATE.fullmatch(plain):
        return None
    value = float(numeral_to_number(match["low"])) * (-1 if match["sign"] else 1)
    high = float(numeral_to_number(match["high"])) if match["high"] else None
    comparator = _named(match["suffix"], _SUFFIXES) or _named(match["prefix"], _PREFIXES) or "="
    return CellValue(value, comparator, match["unit"] or match["low_unit"] or "", high, match["change"])


def _named(word: str | None, table: dict[str, str]) -> str | None:
    return next((sign for sign, words in table.items() if word and patterns.fullmatch(words, word)), None)


def per_of(indicator: str) -> str | None:
    """年 of 培训数量（每年）, 千人口 of 每千人口拥有…托位数; None if the name says no such thing.

    >>> per_of("培训数量（每年）"), per_of("每千人口拥有3岁以下婴幼儿托位数"), per_of("老年人月探访率")
    ('年', '千人口', None)
    """
    match = _PER_HEAD.search(indicator) or _PER_TIME.search(indicator)
    return match[1] if match else None


def unit_said(indicator: str, value: float, texts: list[str]) -> str | None:
    """The unit that the notice's own words give this number where they name the same thing.

    The same thing: the last four characters of the indicator stand shortly before the number.
    """
    tail = patterns.sub(r"（[^（）]*）", "", fold(indicator))[-3:]
    for text in texts:
        if tail not in text:
            continue
        for found in quantities(text):
            before = text[max(0, found.start - 16) : found.number_start]
            if found.value == value and tail in before and found.dimension == "count":
                return found.unit
    return None


def unit_of_noun(indicator: str) -> str | None:
    """The measure word of a counted noun: 个 of …托位数, 张 of …床位数."""
    bare = patterns.sub(r"[（(][^（()）]*[)）]", "", indicator)
    endings = {row[0]: row[1] for row in lexicons.rows("counted_nouns")}
    found = max((noun for noun in endings if bare.endswith(noun)), key=len, default=None)
    return endings[found] if found else None
