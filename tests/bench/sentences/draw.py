"""What a sentence is drawn from: nouns, amounts, times with their last day.

A drawn thing carries its words and its meaning together, so that the right answer is known by construction.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")
NOUNS = Path(__file__).resolve().parent / "nouns"
#: The year in which every notice is written.
YEAR = 2026
#: The day of a row that is due when its sentence is; where the time stands decides that later.
DUE = "due"


@dataclass(frozen=True, slots=True)
class Noun:
    """`kind`: up and down (shares), sum and load (amounts to raise, to cut), limit (a time allowed), built, old, firm,
    staff, event, gear, norm (things that are counted)."""

    text: str
    kind: str
    units: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit as printed, and what it is worth."""

    text: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Want:
    """A row of targets that must come out. `also` are names as good as `indicator`; `change` is `+`, `-`, None."""

    indicator: str
    value: float
    unit: str
    comparator: str = "="
    day: str | None = DUE
    value_max: float | None = None
    change: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Core:
    """A sentence before it has a time: `<`, `|` and `>` mark where one may stand (before, in the middle, behind).

    `tail` says how a time behind it ends: `reach` (…实现), `make` (…完成) or `use` (…见效). `places` are the positions that
    fit, all where none is said. `grants` are (amount, unit) of money that is given away.
    """

    text: str
    rows: tuple[Want, ...] = ()
    tail: str = "make"
    places: tuple[str, ...] = ()
    grants: tuple[tuple[float, str], ...] = ()


@cache
def nouns(name: str) -> tuple[Noun, ...]:
    """The nouns of a set: `nouns/<name>.tsv`."""
    with (NOUNS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return tuple(Noun(r["noun"], r["kind"], tuple(r["units"].split("|")), r["field"]) for r in rows)


# --- numbers ----------------------------------------------------------------------------------

# From, to and places behind the point of what is likely in a notice.
RANGES: Mapping[str, tuple[float, float, int]] = {
    "‰": (1, 20, 0), "万亩": (0.5, 80, 1), "亩": (200, 9000, 0), "公顷": (50, 3000, 0), "万吨": (0.3, 90, 1),
    "吨": (50, 9000, 0), "亿元": (1, 900, 0), "万元": (100, 9000, 0), "公里": (3, 600, 0), "万人次": (5, 900, 0),
    "万千瓦": (1, 120, 0), "兆瓦": (10, 500, 0), "万立方米": (2, 900, 0), "立方米": (3, 400, 0), "万套": (0.5, 10, 1),
    "平方米": (20, 3000, 0), "万平方米": (1, 90, 0), "张": (30, 9000, 0), "万人": (0.5, 60, 1), "人": (20, 40000, 0),
    "名": (20, 5000, 0), "位": (3, 90, 0), "万株": (5, 900, 0), "万盆": (5, 900, 0), "万枝": (5, 900, 0),
    "万只": (2, 300, 0), "万羽": (2, 300, 0), "万盏": (2, 30, 0), "万件": (10, 900, 0), "眼": (20, 900, 0),
    "分钟": (5, 60, 0), "小时": (2, 48, 0), "个工作日": (2, 20, 0), "天": (3, 60, 0), "微克/立方米": (20, 40, 0),
    "万千瓦时": (50, 900, 0), "盏": (300, 9000, 0),
}  # fmt: skip
COUNTED = (2, 300, 0)
DIGITS = "零一二三四五六七八九"


def han(number: int) -> str:
    """A number below one hundred in words: 2 → 二, 12 → 十二, 30 → 三十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")


def counting(number: int) -> str:
    """As `han`, before a counter or a unit: 2 → 两."""
    return "两" if number == 2 else han(number)


def share_to_amount(draw: Draw, high: bool, above: float) -> Amount:
    """A share, mostly in digits: 85%, 85.5%, 百分之八十五, 三分之二, 九成."""
    least = min(int(max(above, 30)) + 1, 98)
    value = draw.whole(least, 98) if high else draw.whole(int(above) + 2, int(above) + 20)
    roll = draw.random.random()
    if roll < 0.03:
        return Amount(f"百分之{han(value)}", value, "%")
    if high and roll < 0.05 and above < 66:
        return Amount("三分之二", 66.666667, "%")
    if high and roll < 0.06 and above < 90:
        return Amount("九成", 90, "%")
    tenth = draw.whole(1, 9) if roll < 0.2 else 0
    return Amount(f"{value}.{tenth}%" if tenth else f"{value}%", round(value + tenth / 10, 1), "%")


def count_to_amount(draw: Draw, value: float, unit: str) -> Amount:
    """A number of things, mostly in digits: 30个, 三十个, 1.2万名, 3万5000人."""
    if value == int(value) and value <= 60 and len(unit) == 1 and draw.chance(0.1):
        return Amount(counting(int(value)) + unit, value, unit)
    if unit == "人" and value >= 10_000:
        value = round(value, -3)
        rest = f"{int(value) % 10_000 or ''}"
        return Amount(f"{int(value) // 10_000}万{rest}人" if rest else f"{int(value)}人", value, unit)
    if unit in ("名", "张", "盏") and value >= 1000 and draw.chance(0.4):
        value = round(value / 10_000, 1) or 0.1
        return Amount(f"{value:g}万{unit}", value, f"万{unit}")
    return Amount(f"{value:g}{unit}", value, unit)


# --- times ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """Words for a time and the last day they mean."""

    text: str
    day: str


def last_day(year: int, month: int = 12) -> str:
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


#: Words of a pattern → its last day, from year, month, day of the month, quarter and number of years drawn; first that fits.
DAYS: tuple[tuple[str, Callable[[int, int, int, int, int], str]], ...] = (
    ("{d", lambda year, month, day, quarter, years: f"{year}-{month:02}-{day:02}"),
    ("{m", lambda year, month, day, quarter, years: last_day(year, month)),
    ("{M", lambda year, month, day, quarter, years: last_day(year, month)),
    ("{q", lambda year, month, day, quarter, years: last_day(year, 3 * quarter)),
    ("{n", lambda year, month, day, quarter, years: last_day(YEAR + years)),
    ("十五五", lambda year, month, day, quarter, years: last_day(2030)),
    ("上半年", lambda year, month, day, quarter, years: last_day(year, 6)),
    ("明年", lambda year, month, day, quarter, years: last_day(YEAR + 1)),
    ("", lambda year, month, day, quarter, years: last_day(year)),
)


def fill(draw: Draw, pattern: str) -> When:
    """A pattern with its year, month and day drawn: `到{Y}年` → 到2028年, due on 2028-12-31.

    Where the words hold several years the day stands behind an @: `行动计划（2026—2028年）@2028-12-31`.
    {Y} is a year, {m} a month ({M}: in words), {d} a day, {q} a quarter in words, {n} a number of years in words, {P} the notice's year.
    """
    if "@" in pattern:
        return When(*pattern.split("@"))
    exact = "{m" in pattern or "{M}" in pattern or "{q" in pattern
    year = draw.whole(YEAR + (not exact), YEAR + 4) if "{Y}" in pattern else YEAR
    month, day, quarter, years = (
        draw.whole(4, 12),
        draw.pick((10, 15, 20, 25)),
        draw.whole(2, 4),
        draw.whole(2, 5),
    )
    words = {
        "Y": year,
        "P": YEAR,
        "m": month,
        "M": han(month),
        "d": day,
        "q": han(quarter),
        "n": counting(years),
    }
    days = next(rule for words_of_rule, rule in DAYS if words_of_rule in pattern)
    return When(pattern.format(**words), days(year, month, day, quarter, years))


class Draw:
    """Chance, held by a seed; no noun twice in one sentence."""

    def __init__(self, random: Random, name: str) -> None:
        self.random = random
        self.nouns = nouns(name)
        self.used: set[str] = set()

    def pick(self, options: Sequence[T]) -> T:
        return options[self.random.randrange(len(options))]

    def some(self, options: Sequence[T], number: int) -> list[T]:
        return self.random.sample(list(options), number)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def whole(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def weighted(self, options: Mapping[T, float]) -> T:
        return self.random.choices(list(options), list(options.values()))[0]

    def noun(self, *kinds: str) -> Noun:
        """A noun of one of the kinds that the sentence does not hold yet."""
        chosen = self.pick([n for n in self.nouns if n.kind in kinds and n.text not in self.used])
        self.used.add(chosen.text)
        return chosen

    def siblings(self, number: int, *kinds: str) -> list[Noun]:
        """So many nouns of one kind that are counted in the same unit."""
        groups: dict[tuple[str, str], list[Noun]] = {}
        for one in self.nouns:
            if one.kind in kinds and one.text not in self.used:
                groups.setdefault((one.kind, one.units[0]), []).append(one)
        chosen = self.some(self.pick([g for g in groups.values() if len(g) >= number]), number)
        self.used.update(one.text for one in chosen)
        return chosen

    def amount(self, noun: Noun, unit: str = "", above: float = 0, plain: bool = False) -> Amount:
        """What the noun may amount to; more than `above`, where that is said; `plain`: in digits."""
        unit = unit or self.pick(noun.units)
        if unit == "%" and plain:
            value = self.whole(31, 98) if noun.kind != "down" else self.whole(2, 25)
            return Amount(f"{value}%", value, unit)
        if unit == "%":
            return share_to_amount(self, noun.kind not in ("down", "load"), above)
        low, high, places = RANGES.get(unit, COUNTED)
        low = max(low, above * 1.1 + (1 if not places else 0.1)) if above else low
        value = round(self.random.uniform(low, max(high, low * 1.5)), places)
        if not places and value > 40:
            value = float(-(-value // 5) * 5)
        return count_to_amount(self, value, unit)
