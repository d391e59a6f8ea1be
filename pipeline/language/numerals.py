"""Chinese counting numbers, as points are numbered with: 一 … 二十三 … 一百二十九."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
# Digits of the longest whole number; Python itself refuses those of 4,300.
LONGEST = 18
_NAMES = "〇一二三四五六七八九"


def chinese_to_int(text: str) -> int | None:
    """`二十三` → 23, `二〇二五` → 2025, `15` → 15; None if text is no whole number or one of 20 digits."""
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            return None
    return total + digit if text else None


def int_to_chinese(number: int) -> str:
    """23 → `二十三`; for 1 to 999, the range points are numbered in."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_NAMES[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _NAMES[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_NAMES[ones] if ones else "")
