"""Whether what looks like a number counts in its place: 百个, 2/3, 减半, which are as often part of a name.

Each asks the words around it: 建设百个社区 counts, 百日攻坚 and 千家万户 do not; 2/3以上业主 is a share, 2/3号楼 none.
"""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.segmentation import tagged
from pipeline.language.units import PAUSE, Unit, unit_at
from pipeline.language.words import lookup, words

_NEAR = 8
_BARE_COUNTERS = frozenset("个家名项所场件处条户支座套")
_DOES = ("make", "reach", "give", "own", "comparator")
# 千家万户; 百人计划: a second such number, or a name.
_NO_COUNT = patterns.compile("[十百千万]|计划|工程|行动|攻坚")


def _last_word(text: str, at: int) -> tuple[str, str]:
    """The word that ends at `at`, with its part of speech."""
    return tagged(text[max(0, at - _NEAR) : at])[-1] if at else ("", "")


def _bare_before(text: str, start: int) -> int | None:
    """Where a 百 or 千 with a counter stands in the member of the list before that at `start`."""
    opened = max(text.rfind(mark, 0, start - 1) for mark in "，。；：、")
    found = [i for i in range(opened + 1, start - 1) if text[i] in "百千" and text[i + 1] in _BARE_COUNTERS]
    return found[0] if found else None


def is_counted(text: str, start: int, unit: Unit) -> bool:
    """Whether the 百, 千 at `start` counts: behind a verb or a comparison, before a counter and what is counted; 千个美丽庭院
    beside 百个示范村 as that does; 千亿元 behind a comparison, where nothing more is said of it (not 超百亿元企业)."""
    word, tag = _last_word(text, start)
    entry = lookup(word)
    if unit.dimension == "money":
        return (
            entry is not None and entry.kind in ("reach", "comparator") and bool(PAUSE.match(text, unit.end))
        )
    if unit.name not in _BARE_COUNTERS or _NO_COUNT.match(text, unit.end):
        return False
    if word == "、" and (before := _bare_before(text, start)) is not None:
        return is_counted(text, before, unit)
    made = text.endswith(words("make"), 0, start)  # 建|好 is one word of making
    return tag.startswith("v") or made or (entry is not None and entry.kind in _DOES)


def is_share(text: str, start: int, end: int) -> bool:
    """Whether 2/3 is a share: 2/3以上业主, 占1/3, 达到2/3成员; not 4/5G, 3/4级, 2/3号楼."""
    numerator, _, denominator = text[start:end].partition("/")
    if int(numerator) >= int(denominator):
        return False
    if patterns.match(r"及?以[上下内]|左右|的\p{Han}", text[end : end + _NEAR]):
        return True
    word, _ = _last_word(text, start)
    entry = lookup(word)
    if entry is None or (
        entry.kind not in ("reach", "own", "comparator") and word not in words("link", "prep")
    ):
        return False
    if PAUSE.match(text, end):
        return True
    after, tag = tagged(text[end : end + _NEAR])[0]
    return len(after) > 1 and tag.startswith("n") and unit_at(text, end) is None


def is_done(text: str, end: int) -> bool:
    """Whether nothing is said of it behind `end`: 材料减半。 and 材料减半（5月底前）, but not 减半征收, 倍增计划."""
    return text[end : end + 1] == "（" or bool(PAUSE.match(text, end))


# 差异系数到2027年控制在: so many characters may stand between what is measured without a unit and its number.
_FAR = 16
_RATE, _PERSONS, _VALUE, _GREAT = "率", "人数", "值", ("万", "亿")


def is_index(text: str, start: int, end: int, value: float) -> bool:
    """Whether a number without a unit is how much an index, a coefficient or a ratio of plots comes to (差异系数控制在0.4以内), or
    a rate that is told as a part of one (死亡率控制在0.02以内; of 95 the sign was lost)."""
    if not PAUSE.match(text, end):
        return False
    before = text[max(0, start - _FAR) : start]
    small = value < 1 or any(great in before for great in _GREAT)  # 万车死亡率控制在1.2以内
    rate = (_RATE, *((_PERSONS,) if value % 1 else ()))  # 万台设备死亡人数低于0.1
    told = (*words("measure", "index"), *(rate if small else ()))
    sign = before.rfind(_VALUE)  # CMI值不低于0.95
    if sign > 0 and before[sign - 1].isascii() and before[sign - 1].isalpha():
        told = (*told, before[sign - 1 : sign + 1])
    named = max((before.rfind(word) + len(word) for word in told if word in before), default=0)
    return named > 0 and not any(mark in before[named:] for mark in "，。；、：")


_MADE = ("build", "add", "finish", "do", "pay")


def is_made(text: str, start: int, floor: int) -> bool:
    """Whether a noun that is made or handed out stands right before the number at `start`: 投放蜂群300箱."""
    before = text[max(floor, start - _FAR) : start]
    word, tag = _last_word(text, start)
    named = tag.startswith("n") and lookup(word) is None
    return named and any(word in before for cls in _MADE for word in words("make", cls))
