"""A cell that is one value: ≥4.5, 不得低于100张, 下降15%, ￥350,000.00, [3000]; read as running text is.

In a cell the unit may be missing or of no table, brackets say that a value is the sum of several years (the plans
of five years print [3000] so), and nothing else may stand beside the value.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.changes import change_before
from pipeline.language.comparing import compare
from pipeline.language.folding import fold
from pipeline.language.numbers import SPACES
from pipeline.language.quantities import NUMBER, NUMERALS, number_at, quantity_at
from pipeline.language.quantity import Quantity
from pipeline.language.units import to_base
from pipeline.language.words import alternation, words

# 10 000 and 1 234 567 are one number; 4500 87.0 are two lines of a cell and none.
_THOUSANDS = patterns.compile(rf"(?<!\d)\d{{1,3}}(?:[ {SPACES}]\d{{3}})+(?![\d])")
_TWO = patterns.compile(r"\d\s+[\d.]")
_CUMULATIVE = patterns.compile(
    r"(?P<before>[^\[〔【（\d]*)[\[〔【（](?P<value>[^\[〔【（\]〕】）]*\d[^\]〕】）]*)[\]〕】）](?P<after>(?!\s*[\d.]).*)"
)
# A date or a part of one is no quantity: 2025年底前, 6月, 12月31日. 6个月 is one.
_DATE = patterns.compile(r"(?:到|至|自|从)?(?:(?:19|20)\d{2}年|\d{1,2}月(?!\p{Han}*[/／])).*")
_UNIT = patterns.compile(r"(?!及?以[上下内]|之内|左右)[\p{Han}㎡/]{1,8}?(?=$|（|及?以[上下内]|之内|左右)")
_REMARK = patterns.compile(r"（[^（）]*）")
_SIGNS = "-+"


@lru_cache(1)
def _lead() -> patterns.Pattern:
    """What may stand before the value: 较2020年下降, 年均增长, 累计, 达到, 控制在, 每周, 原则上."""
    verbs = "|".join((*map(alternation, ("up", "down", "reach", "hold")), *words("make", "add")))
    before = rf"(?:{alternation('modal', 'firm')})?(?:{alternation('each', 'time')})?"
    return patterns.compile(
        rf"=?{before}(?:较\D{{1,10}}?|较(?:20)?\d\d年)?(?:年均|每年|累计|逐年|平均)?(?:(?:{verbs})(?:率|在|于)?){{0,2}}(?:{alternation('reach')})?=?"
    )


def _plain(text: str) -> str | None:
    """The cell without blanks; None where they part two numbers."""
    folded = _THOUSANDS.sub(lambda m: "".join(m.group().split()), fold(text).strip())
    return None if _TWO.search(folded) else "".join(folded.split())


def _whole(plain: str, found: Quantity) -> Quantity | None:
    """`found` with its comparators, if nothing stands in the cell besides."""
    found = compare(plain, found, 0)
    if remark := _REMARK.match(plain, found.end):
        found = compare(plain, replace(found, end=remark.end()), 0)
    before = plain[: found.start]
    if plain[found.end :] or not _lead().fullmatch(before.rstrip(_SIGNS)):
        return None
    change = found.change or change_before(before, len(before.rstrip(_SIGNS + "率")))  # 下降率15%
    change = change or ("+" if before.endswith(words("make", "add")) else None)  # 新增10
    return replace(found, value=-found.value if before.endswith("-") else found.value, change=change)


def _says_more(plain: str, found: Quantity | None, end: int) -> bool:
    """15分钟内到场 says more than how many minutes; 3个班 and 350元/平方米 may be in a unit of their own."""
    measured = found and found.known and found.dimension != "count"
    return bool(found and measured and plain[found.end : end][:1] not in ("", "/"))


def _is_said(plain: str, found: Quantity) -> bool:
    """至少配备1名代办员 is a sentence, and 名代办员 no unit; 至少3个班 is so many of a unit of its own."""
    return not found.known and plain[found.start : found.number_start].endswith(words("make"))


def _free(plain: str, match: patterns.Match) -> Quantity | None:
    """The figure of a cell without unit, or with one of no table: 420; 420标台; 15个以下; none of 15分钟内到场."""
    number = number_at(plain, match)
    unit = _UNIT.match(plain, number.end) if number else None
    if number is None or unit is None:
        return number
    if _says_more(plain, quantity_at(plain, match), unit.end()):
        return None
    shown = number.unit + unit.group()
    known = to_base(1, shown) is not None
    return replace(number, unit=shown, end=unit.end(), number_end=unit.end(), known=known)


@lru_cache(65536)
def value_cell(text: str) -> Quantity | None:
    """The quantity if the whole cell is one; `unit` is empty where the cell has none.

    >>> value_cell("＞[85]").value, value_cell("＞[85]").comparator, value_cell("＞[85]").cumulative
    (85.0, '>', True)
    >>> value_cell("二期"), value_cell("2期").value
    (None, 2.0)
    """
    if text.isalpha() and NUMERALS.isdisjoint(text):
        return None
    plain = _plain(text)
    cumulative = _CUMULATIVE.fullmatch(plain) if plain else None
    if cumulative:
        plain = cumulative["before"] + cumulative["value"] + cumulative["after"]
    if not plain or _DATE.fullmatch(plain):
        return None
    for match in NUMBER.finditer(plain):
        for read in (quantity_at, _free):
            found = read(plain, match)
            if (
                found
                and (whole := _whole(plain, found))
                and not (whole.words and whole.unit in words("ordered"))
                and not _is_said(plain, whole)
            ):
                return replace(whole, cumulative=cumulative is not None)
    return None


def ratio_cell(text: str) -> tuple[str, str] | None:
    """The comparator and the two figures of a cell that is one ratio.

    >>> ratio_cell("不低于1∶4"), ratio_cell("1:1.62"), ratio_cell("2.2：1以内"), ratio_cell("1:2:3")
    (('>=', '1:4'), ('=', '1:1.62'), ('<=', '2.2:1'), None)
    """
    first, mark, second = fold(text).replace("∶", ":").partition(":")
    of, to = (value_cell(first), value_cell(second)) if mark else (None, None)
    if not (of and to) or of.unit or to.unit:
        return None
    return of.comparator or to.comparator or "=", f"{of.value:g}:{to.value:g}"


_LONGEST_COUNTER = 2


@lru_cache(maxsize=4096)
def is_units(text: str) -> bool:
    """Whether a text is nothing but known units of measure, one or some after one another.

    >>> is_units("万千瓦时"), is_units("万人%%"), is_units("盏"), is_units("市水利局")
    (True, True, False, False)
    """
    rest = fold(text)
    while rest:
        number = NUMBER.match(f"1{rest}")
        found = quantity_at(f"1{rest}", number) if number else None
        if found is None or not (found.known and found.unit):
            return False
        rest = rest[found.end - 1 :]
    return bool(text)


def may_be_unit(text: str) -> bool:
    """Whether a cell under 单位 is nothing but known units, says one per another, or is as short as a counter is.

    >>> may_be_unit("万千瓦时"), may_be_unit("立方米/人·年"), may_be_unit("盏"), may_be_unit("市水利局")
    (True, True, True, False)
    """
    return len(text) <= _LONGEST_COUNTER or "/" in fold(text) or is_units(text)
