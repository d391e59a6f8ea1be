"""Numerals as Chinese official writing prints them, turned into numbers.

Arabic (`1,500`, `1.2`, full width), Chinese (`一百二十`, `二〇二五`, `一点五`, `两`, `半`), mixed
(`3万5千`), shares (`百分之六十`, `六成`, `三分之二`, `一半`). A share is returned in per cent.
"""

from __future__ import annotations

import regex

_DIGIT = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_PLACE = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUP = {"万": 10**4, "亿": 10**8}
_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")

#: Patterns, without groups, for use in larger ones.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?)"
CHINESE = r"(?:[零〇○一二三四五六七八九十百千两]+(?:点[零〇一二三四五六七八九]+)?)"
MIXED = r"(?:\d+(?:\.\d+)?万\d+千)"
NUMERAL = rf"(?:{MIXED}|{ARABIC}|{CHINESE})"
SHARE = (
    rf"(?:百分之(?:{ARABIC}|{CHINESE})|{CHINESE}分之{CHINESE}|[1-9]/[2-9](?![\d/])"
    rf"|{NUMERAL}成半?(?![本为立果员效就交长分熟套])|一半|半数)"
)

_FRACTION = regex.compile(rf"(?P<whole>{CHINESE})分之(?P<part>{CHINESE})|(?P<part>\d)/(?P<whole>\d)")
_MIXED = regex.compile(r"(\d+(?:\.\d+)?)万(\d+)千")


def _section(text: str) -> int:
    """A Chinese numeral below 万: 三千二百零五 → 3205, 十五 → 15."""
    total = digit = 0
    for char in text:
        if char in _PLACE:
            total += (digit or 1) * _PLACE[char]
            digit = 0
        else:
            digit = _DIGIT[char]
    return total + digit


def chinese_to_number(text: str) -> float:
    """A Chinese numeral as a number; digits in a row (二〇二五) are read by position.

    Raises KeyError where a character is no numeral.
    """
    whole, _, decimals = text.partition("点")
    if decimals:
        return chinese_to_number(whole) + float("0." + "".join(str(_DIGIT[c]) for c in decimals))
    if len(whole) > 1 and all(c in _DIGIT for c in whole):
        return int("".join(str(_DIGIT[c]) for c in whole))
    total = 0
    rest = whole
    for name, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = rest.partition(name)
        if found:
            total, rest = (total + _section(head)) * size, tail
            if name == "亿" and "万" in rest:
                head, _, rest = rest.partition("万")
                total += _section(head) * 10**4
    return total + _section(rest)


def numeral_to_number(text: str) -> float:
    """A numeral without unit as a number (`3万5千` → 35000). Raises ValueError for anything else."""
    plain = text.translate(_WIDTH).replace(",", "")
    if plain == "半":
        return 0.5
    if mixed := _MIXED.fullmatch(plain):
        return float(mixed[1]) * 10**4 + int(mixed[2]) * 1000
    if plain[:1].isascii():
        value = float(plain)
        return int(value) if value.is_integer() and "." not in plain else value
    try:
        return chinese_to_number(plain)
    except KeyError as error:
        raise ValueError(f"no numeral: {text}") from error


def share_to_percent(text: str) -> float:
    """A share in words as per cent: 百分之六十 → 60, 六成 → 60, 六成半 → 65, 一半 → 50, 五分之一 → 20."""
    if text in ("一半", "半数"):
        return 50
    if text.startswith("百分之"):
        return numeral_to_number(text[3:])
    if fraction := _FRACTION.fullmatch(text):
        return round(100 * numeral_to_number(fraction["part"]) / numeral_to_number(fraction["whole"]), 6)
    if text.endswith("成半"):
        return numeral_to_number(text[:-2]) * 10 + 5
    if text.endswith("成"):
        return numeral_to_number(text[:-1]) * 10
    raise ValueError(f"no share: {text}")
