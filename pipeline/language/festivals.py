"""The day of a festival that a notice names instead of a date: 春节前, 国庆节前."""

from __future__ import annotations

from datetime import date
from functools import cache

from pipeline import lexicons

# Festivals of the same day each year, and the short names of all.
_FIXED = {
    "元旦": "01-01",
    "妇女节": "03-08",
    "植树节": "03-12",
    "劳动节": "05-01",
    "儿童节": "06-01",
    "建党节": "07-01",
    "建军节": "08-01",
    "教师节": "09-10",
    "国庆节": "10-01",
}
_SHORT = {
    "元旦节": "元旦",
    "五一": "劳动节",
    "五一节": "劳动节",
    "五一劳动节": "劳动节",
    "十一": "国庆节",
    "三八妇女节": "妇女节",
    "六一": "儿童节",
    "六一儿童节": "儿童节",
    "七一": "建党节",
    "八一": "建军节",
    "国庆": "国庆节",
    "元宵": "元宵节",
    "清明": "清明节",
    "端午": "端午节",
    "中秋": "中秋节",
    "重阳": "重阳节",
}


@cache
def _by_year() -> dict[tuple[int, str], str]:
    return {(int(row["年"]), name): day for row in lexicons.records("festivals") for name, day in row.items()}


#: Every name and short name of a festival.
NAMES = frozenset((*_FIXED, *_SHORT, *(name for row in lexicons.rows("festivals")[:1] for name in row[1:])))


def festival_to_day(name: str, year: int) -> date | None:
    """(元宵, 2026) → 3 March 2026; None in a year the lexicon does not reach."""
    name = _SHORT.get(name, name)
    day = _FIXED.get(name) or _by_year().get((year, name))
    return date.fromisoformat(f"{year}-{day}") if day else None
