"""Numerals as Chinese official writing prints them, turned into numbers.

Arabic (`1,500`, `1.2`, full width), Chinese (`一百二十`, `二〇二五`, `一点五`, `两`, `半`), capital (`壹佰贰拾`),
in groups (`3万5千`, `1亿3000万`, `12亿零500万`), shares (`百分之六十`, `万分之三`, `三分之二`, `一半`).
A share is returned in per cent. What has more digits than any figure of a notice is no number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int

_FOLDS = str.maketrans("０１２３４５６７８９．，％萬億", "0123456789.,%万亿")
# The spaces that stand for a comma between thousands: no-break, narrow no-break, thin.
SPACES = "\u00a0\u202f\u2009"
_ROUNDED = str.maketrans("", "", "余多")
_NO_SPACES = str.maketrans("", "", SPACES + ",")
#: Most digits of a figure: what is longer is a code, and no float tells its last digits.
LONGEST = 15
MAGNITUDES = {"": 1, "十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
              "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip

#: Patterns without groups, for use in larger ones.
ARABIC = rf"(?:\d{{1,3}}(?:[,，{SPACES}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?)"
CHINESE = r"(?:[零〇○一二三四五六七八九十百千两]+(?:点[零〇一二三四五六七八九]+)?)"
CAPITALS = "壹贰貳叁肆伍陆柒捌玖拾佰仟"
# 队|伍30支, 统|一20项标准: a numeral in words goes on in words, so before a figure it is the end of one.
_NO_FIGURE = r"(?!\d)"
CAPITAL = f"[零{CAPITALS}]++{_NO_FIGURE}"
# 千 of 千瓦 and 百 of 百分点 belong to the unit.
MAGNITUDE = "(?:[余多]?(?=[万亿萬億])(?:万亿|[万亿萬億])|[十百千][万亿萬億]|[百千](?![瓦伏米克分兆升帕]))"
_ATOM = rf"(?:{ARABIC}|(?:[零〇○一二三四五六七八九十两]|[百千](?![瓦伏米克分兆升帕]))++(?:点[零〇一二三四五六七八九]+)?{_NO_FIGURE}|{CAPITAL})"
NUMERAL = rf"(?:(?:零?{_ATOM}{MAGNITUDE}?)+)"
_PART = rf"(?:{ARABIC}|{CHINESE})"
FRACTION = rf"(?:(?:[十百千万]+|{_PART})分之{_PART})"

_GROUP = patterns.compile(rf"(?P<zero>零(?=\d))?(?P<atom>{_ATOM})(?P<size>{MAGNITUDE})?")
_SLASH = patterns.compile(r"(\d)/(\d)")
_CAPITALS = str.maketrans(CAPITALS, "一二二三四五六七八九十百千")
_D = "[一二两三四五六七八九]"
# 三千二百零五, 一十五, 一百二 (120); digits one by one only from three on: 三四个 is three or four.
_SECTION = patterns.compile(
    rf"(?:(?P<k>{_D}?)千)?(?:零?(?P<h>{_D}?)百)?(?:零?(?P<t>{_D}?)(?P<ten>十))?(?P<zero>零?)(?P<one>{_D})?"
)
_BY_PLACE = patterns.compile("[〇零○一二三四五六七八九]{3,}")


class Number(NamedTuple):
    """What a numeral says: `value` in the magnitude printed last (`1亿3000万` is 13000 of `万`).

    `words` is True for a number in Chinese numerals, `capital` in 大写; `bare` for 百, 千 or 万 without a digit.
    """

    value: float
    size: str
    words: bool = False
    capital: bool = False
    bare: bool = False


def _section(text: str) -> float | None:
    """A Chinese numeral below ten thousand as official writing has it, or None: 三四 and 十百 are none."""
    if _BY_PLACE.fullmatch(text):
        return chinese_to_int(text)
    match = _SECTION.fullmatch(text)
    if not match or not text:
        return 0 if text in ("零", "〇", "○") else None
    spoken = match["one"] and not match["zero"] and not match["ten"] and text[-2:-1] in ("百", "千")
    if spoken:  # 一百二 is 120
        head, tail = chinese_to_int(text[:-1]), chinese_to_int(match["one"])
        return None if head is None or tail is None else head + tail * MAGNITUDES[text[-2]] / 10
    return chinese_to_int(text)


def _atom(text: str) -> float | None:
    """One group of a numeral, without its magnitude."""
    if text[0].isdecimal():
        plain = text.translate(_NO_SPACES)
        return float(plain) if len(plain) <= LONGEST else None
    whole, _, decimals = text.translate(_CAPITALS).partition("点")
    value = _section(whole)
    if value is None or not decimals:
        return value
    digits = [chinese_to_int(c) for c in decimals]
    return value + float("0." + "".join(map(str, digits)))


def _joined(head: float, size: int, group: patterns.Match, value: float) -> float | None:
    """What a further group adds to `head`, whose last magnitude is `size`; None where it is no part of the number.

    3万5000 and 1亿3000万, but not 3万50: nobody leaves out the 零 of 3万零50. 三万五 is 35,000.
    """
    added = value * MAGNITUDES[(group["size"] or "").translate(_FOLDS)]
    spoken = not group["atom"][0].isdecimal() and not group.string[0].isdecimal()
    if spoken and not group["size"] and len(group["atom"]) == 1 and 0 < value < 10 and size >= 100:
        return head + value * size / 10
    gap = group["zero"] or group["atom"][0] in "零〇○"
    return head + added if added < size and (gap or added >= size / 10) else None


# The same figures come again and again.
@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """What the numeral `text` says; None where it is none, as 三四 (three or four) or a code of 40 digits.

    >>> read_number("1亿3000万"), read_number("3万5000")
    (Number(value=13000.0, size='万', words=False, capital=False, bare=False), Number(value=35000.0, size='', words=False, capital=False, bare=False))
    """
    text = text.translate(_FOLDS).translate(_ROUNDED)
    groups, at = [], 0
    while at < len(text) and (match := _GROUP.match(text, at)):
        groups.append(match)
        at = match.end()
    if at < len(text) or not groups:
        return None
    total, last, size = 0.0, 0, ""
    for i, group in enumerate(groups):
        value = _atom(group["atom"])
        size = group["size"] or ""
        joined = value if i == 0 else None if value is None else _joined(total, last, group, value)
        if joined is None:
            return None
        total = joined * MAGNITUDES[size] if i == 0 else joined
        last = MAGNITUDES[size]
    first = groups[0]["atom"]
    words, capital = not first[0].isdecimal(), first[0] in CAPITALS
    if len(groups) > 1:
        size = "万亿" if size == "万亿" else size[-1:] if size[-1:] in ("万", "亿") else ""
    return Number(round(total / MAGNITUDES[size], 6), size, words, capital, first[0] in "百千")


def numeral_to_number(text: str) -> float:
    """A numeral without unit as a number (`3万5千` → 35000). Raises ValueError for anything else."""
    if text == "半":
        return 0.5
    plain = text.translate(_FOLDS)
    if len(plain) == 2 and (digits := chinese_to_int(plain)) is not None and plain[0] not in "百千":
        return digits  # 二五 of a year, 十五, 15
    number = read_number(plain) if plain else None
    if number is None:
        raise ValueError(f"no numeral: {text}")
    return number.value * MAGNITUDES[number.size]


def share_to_percent(text: str) -> float:
    """A share in words as per cent: 百分之六十 → 60, 万分之三 → 0.03, 三分之二 → 66.666667, 一半 → 50, 六成半 → 65.

    Raises ValueError for anything else.
    """
    if text in ("一半", "半数", "半"):
        return 50
    if slash := _SLASH.fullmatch(text):
        return round(100 * int(slash[1]) / int(slash[2]), 6)
    whole, found, part = text.partition("分之")
    if found:
        base = MAGNITUDES.get(whole) or numeral_to_number(whole)
        if not base:
            raise ValueError(f"no share: {text}")
        return round(100 * numeral_to_number(part) / base, 6)
    tenths = text.removesuffix("半").removesuffix("成")
    if tenths + "成" == text.removesuffix("半"):
        return round(numeral_to_number(tenths) * 10 + (5 if text.endswith("半") else 0), 6)
    raise ValueError(f"no share: {text}")
