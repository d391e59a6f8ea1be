"""Numerals as Chinese official writing prints them, turned into numbers.

Arabic (`1,500`, `1.2`, full width), Chinese (`一百二十`, `二〇二五`, `一点五`, `两`, `半`), mixed
(`3万5千`), shares (`百分之六十`, `六成`, `三分之二`, `一半`). A share is returned in per cent.
"""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int

_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_GROUPS = (("亿", 10**8), ("万", 10**4))

#: Patterns without groups, for use in larger ones.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?)"
CHINESE = r"(?:[零〇○一二三四五六七八九十百千两]+(?:点[零〇一二三四五六七八九]+)?)"
MIXED = r"(?:\d+(?:\.\d+)?万\d+千)"
NUMERAL = rf"(?:{MIXED}|{ARABIC}|{CHINESE})"
SHARE = (
    rf"(?:百分之(?:{ARABIC}|{CHINESE})|{CHINESE}分之{CHINESE}|[1-9]/[2-9](?![\d/])"
    rf"|{NUMERAL}成半?(?![本为立果员效就交长分熟套])|一半|半数)"
)

_FRACTION = patterns.compile(rf"(?P<whole>{CHINESE})分之(?P<part>{CHINESE})|(?P<part>\d)/(?P<whole>\d)")
_MIXED = patterns.compile(r"(\d+(?:\.\d+)?)万(\d+)千")


def chinese_to_number(text: str) -> float:
    """A Chinese numeral as a number; digits in a row (二〇二五) are read by position.

    Raises ValueError where it is no numeral.
    """
    whole, _, decimals = text.partition("点")
    if decimals:
        digits = "".join(str(chinese_to_int(c)) for c in decimals)
        return chinese_to_number(whole) + float(f"0.{digits}")
    total, rest = 0.0, whole
    for name, size in _GROUPS:
        head, found, tail = rest.rpartition(name)
        if found:
            total, rest = total + chinese_to_number(head or "一") * size, tail
    if not rest:
        return total
    section = chinese_to_int(rest)
    if section is None:
        raise ValueError(f"no numeral: {text}")
    return total + section


def numeral_to_number(text: str) -> float:
    """A numeral without unit as a number (`3万5千` → 35000). Raises ValueError for anything else."""
    plain = text.translate(_WIDTH).replace(",", "")
    if plain == "半":
        return 0.5
    if mixed := _MIXED.fullmatch(plain):
        return float(mixed[1]) * 10**4 + int(mixed[2]) * 1000
    return float(plain) if plain[:1].isascii() else chinese_to_number(plain)


def share_to_percent(text: str) -> float:
    """A share in words as per cent: 百分之六十 → 60, 六成 → 60, 六成半 → 65, 一半 → 50, 五分之一 → 20.

    Raises ValueError for anything else.
    """
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
