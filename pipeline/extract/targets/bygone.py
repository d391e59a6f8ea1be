"""Whether a sentence tells what is over, and which of its times are only what a value is held against."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.deadlines import is_ahead, is_past
from pipeline.extract.reading import Reading
from pipeline.language import scope
from pipeline.language.grammar import compiled, line
from pipeline.language.sections import LOOKS_BACK
from pipeline.language.times import Calendar, FoundTime
from pipeline.language.tokens import Token
from pipeline.language.words import words

# 较2020年提高, 由2025年的29%降至: the time of what a value is held against, or starts from.
_HELD_AGAINST = "{link.than}{time}|{link.prep}{time}{reach}{noun|measure}|{core|link}{time}{link.de}|{link.from}{time}{link.de}|{link.and}{time}{link.than}|{!hard}?{time}@P{0,3}{link.base}|{!hard}?{time}{link.de}{qty}"


_RECKONED = ("link", "told")
# 根据第七次人口普查数据，…; 经调查，…: what somebody found.
_FOUND_OUT = "^(?:{link.prep|link.told}){!hard|qty|plan}{0,8}{mark.，}"
# 自2023年3月启动以来: since when something has been so.
_SINCE = "{time}@P{0,4}{past.since}"


def is_reached_then(tokens: Sequence[Token], at: int) -> bool:
    """由46%提升|至2030年|的97%: the time at `at` is that of the level that is reached."""
    moved = at > 0 and tokens[at - 1].kind in ("up", "down")
    return (
        moved
        and tokens[at].text.startswith(words("reach", "to"))
        and compiled("{link.de}(?!{qty.ratio}){qty}").match(line(tokens[at + 1 : at + 3])) is not None
    )


# 从2020年的85提高到95, 由2020年3.5%降至2%: from when it has moved.
_MOVED = "{time.during}(?:{!hard|time})+?{up|down|reach.adjust}"


def held_against(tokens: tuple[Token, ...]) -> set[int]:
    """Where the times begin that say what a value is held against or starts from."""
    times = [(i, t) for i, t in enumerate(tokens) if isinstance(t.said, FoundTime)]
    if not times:
        return set()
    codes = line(tokens)
    return {
        t.start
        for i, t in times
        if (
            compiled(_HELD_AGAINST).match(codes, max(0, i - 1))
            or (t.text.startswith(words("link", "from")) and compiled(_MOVED).match(codes, i))
        )
        and not is_reached_then(tokens, i)
    }


def _is_found_out(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with what somebody found out, and wants nothing."""
    match = compiled(_FOUND_OUT).match(line(tokens))
    if not match or not tokens[match.end() - 2].text.endswith(words("finding")):
        return False
    return all(t.kind != "plan" for t in tokens)


# 2025年底, 2025年6月末: not 2025年底前, by which something was to be done.
_ENDS = ("底", "末")


def _stood_then(token: Token, calendar: Calendar) -> bool:
    """2025年底，志愿者达到42万人 in a notice of 2026: how things stood when that year ended."""
    end = token.said.time.end if isinstance(token.said, FoundTime) else None
    year = calendar.written.year if calendar.written else calendar.year
    bare = token.text[:1].isdigit() and token.text.endswith(_ENDS)
    return bool(bare and end and end.year and year and end.year < year)


def is_bygone(reading: Reading, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what a sentence says up to its token `at` lies behind: of a look back, or of a time that is over."""
    before = tokens[:at]
    against = held_against(before)
    since = {before[m.start()].start for m in compiled(_SINCE).finditer(line(before))}
    named = [t for t in before if t.start not in against and t.start not in since]
    said = {t.start: t.said for t in named if isinstance(t.said, FoundTime)}
    told = list(scope.with_years(named, said).values())  # 2020年，全年新增…: of that year
    # 据气象部门统计，降水减少69%: what somebody reckoned.
    if reading.section in LOOKS_BACK or tokens[0][:2] == _RECKONED or since or _is_found_out(before):
        return not any(is_ahead(t, reading.calendar, reading.section) for t in told)
    last = max(said, default=None)
    stood = any(t.start == last and _stood_then(t, reading.calendar) for t in named)
    return bool(told) and (stood or is_past(told[-1], reading.calendar))


def _of_then(token: Token) -> bool:
    """全年 behind a year: of that year."""
    end = token.said.time.end if isinstance(token.said, FoundTime) else None
    return end is not None and scope.lacks_year(token.text, end)


def still_tells(reading: Reading, tokens: tuple[Token, ...], told: bool) -> bool:
    """Whether what follows a sentence without a time of its own tells of a year that is over, as `told` what stands before
    it does: 2013年，就业规模扩大。新增就业48万人。"""
    against = held_against(tokens)
    said = {
        i: t.said
        for i, t in enumerate(tokens)
        if isinstance(t.said, FoundTime) and t.start not in against and not (told and _of_then(t))
    }
    if not said:
        return told and not compiled("{plan}").search(line(tokens))
    over = all(t.time.kind in ("during", "range") and is_past(t, reading.calendar) for t in said.values())
    return over and compiled("@lead$").fullmatch(line(tokens[: min(said)])) is not None
