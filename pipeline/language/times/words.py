"""The words of time expressions (lexicons/times.tsv) and the numerals in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline import lexicons
from pipeline.language.numbers import numeral_to_number
from pipeline.language.numerals import chinese_to_int

# What a scan reads for a digit: 2O26年, l2月, 二O二五年.
_MISREAD = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "〇": "0", "○": "0", "零": "0"})
_HALF_OF = {"Y": "P6M", "M": "P15D", "TH": "PT30M"}


@cache
def values(cls: str) -> Mapping[str, str]:
    """The words of a class with their values, longest first."""
    rows = [row for row in lexicons.records("times") if row["class"] == cls]
    return {row["word"]: row["value"] for row in sorted(rows, key=lambda row: -len(row["word"]))}


@cache
def choice(cls: str) -> str:
    """The words of a class as an alternation, longest first, each with the letters that must not follow."""
    rows = [row for row in lexicons.records("times") if row["class"] == cls]
    rows.sort(key=lambda row: -len(row["word"]))
    return "|".join(row["word"] + (f"(?![{row['not before']}])" if row["not before"] else "") for row in rows)


def to_int(text: str | None) -> int | None:
    """The whole number of a numeral: 12, 十二, 二〇二五, l2; None where it is none."""
    plain = (text or "").translate(_MISREAD)
    return int(plain) if plain.isdecimal() else chinese_to_int(plain.replace("0", "〇"))


def to_period(number: str, unit: str) -> str:
    """(20, 工作日) → P20D, (半, 年) → P6M, (三, 年) → P3Y, (8.5, 分钟) → PT8.5M."""
    code = values("unit")[unit]
    if number == "半":
        return _HALF_OF.get(code, "P0.5D")
    clock, letter = ("T", code[1]) if code.startswith("T") else ("", code)
    return f"P{clock}{numeral_to_number(number):g}{letter}"
