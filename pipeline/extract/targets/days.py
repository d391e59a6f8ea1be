"""The day by which a value is to be reached, and where that is said: in its sentence, over it, or behind it."""

# Long: each place where a time may stand is asked in one order.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.deadlines import governs, is_past
from pipeline.extract.reading import Reading
from pipeline.extract.targets.bygone import held_against
from pipeline.extract.targets.found import Found
from pipeline.language import scope
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.times import FoundTime, due
from pipeline.language.times.bases import is_in_order
from pipeline.language.tokens import Token

Timed = tuple[Found, FoundTime | None]
When = tuple[Due | None, scope.From | None, FoundTime | None]


def lasting_times(bound: Mapping[int, FoundTime], binds: Mapping[int, FoundTime]) -> dict[int, FoundTime]:
    """The times that may be said behind a value: those that are due, but no span (缴纳50%，余款一年内缴清 says it of the
    rest), and until when a measure lasts."""
    due_ = {at: t for at, t in bound.items() if t.time.kind != "duration"}
    until = ((at, t) for at, t in binds.items() if t.time.kind == "expires")
    return due_ | {at: replace(t, time=replace(t.time, kind="by")) for at, t in until}


def bound_in(
    reading: Reading, tokens: tuple[Token, ...], binds: Mapping[int, FoundTime]
) -> dict[int, FoundTime]:
    """The times of a sentence that say when something is due, by where they begin; of one with neither a value nor a time
    nobody asks."""
    if not any(t.kind in ("qty", "time") for t in tokens):
        return {}
    times = scope.times_in(tokens)
    adverbs = scope.adverbial(tokens) if times else set()
    bound = {at: t for at, t in binds.items() if governs(reading.sense, t) or at in adverbs}
    alone = scope.years_alone(tokens) if times else {}
    bound |= {at: t for at, t in alone.items() if not is_past(t, reading.calendar)}
    against = held_against(tokens)
    set_for = [t for _, t, _ in times if t.start not in against]  # 较2025年下降2%，11月底前完成: not of 2025
    # 年内抽查20个，明年起每季度抽查30个: what begins later ends what was said before.
    begun = {t.start: said for _, t, said in times if t.cls == "effective_from"}
    return {t.start: (bound | begun)[t.start] for t in set_for if t.start in bound | begun}


# 每年分别为8所、10所、8所; 建成26所，按年度分别为9所、10所、7所: of years that nobody names.
_YEAR_BY_YEAR = "{time.recurring}(?:{!hard|qty|time})*{apart}(?:{!hard|time})*$"


def _of_years(tokens: tuple[Token, ...], one: Found) -> FoundTime | None:
    """What comes round, where each of several values is of another year."""
    match = compiled(_YEAR_BY_YEAR).search(line(tokens)[: one.at]) if one.many > 1 else None
    said = tokens[match.start()].said if match else None
    return said if isinstance(said, FoundTime) else None


# 确定2024年度地价涨幅控制目标为5%: the year that an aim is set for, and not the one that had another value (2025年95%，2026年目标96%).
_AIMED = "(?P<time>{time})(?:{!stop|time|qty})*?{aim}"


def _aimed(tokens: tuple[Token, ...], one: Found) -> FoundTime | None:
    match = compiled(_AIMED).search(line(tokens)[: one.at])
    said = tokens[match.start("time")].said if match else None
    return said if isinstance(said, FoundTime) else None


# 三年累计新增, 三年内共建成: the sum of so many years.
_IN_ALL = "(?P<years>{qty.time}){modal|includes}(?:{!hard})*$"


def _is_of_more_years(tokens: tuple[Token, ...], when: FoundTime) -> bool:
    """2026年新增500个，三年累计1600个: whether the sum is of more years than end with the one that was named."""
    match = compiled(_IN_ALL).search(line(tokens))
    said = tokens[match.start("years")].said if match else None
    if not isinstance(said, Quantity) or when.time.kind != "during":
        return False
    named = {t.said.time.end.year for t in tokens if isinstance(t.said, FoundTime) and t.said.time.end}
    return said.unit == "年" and len(named) < said.value


# 总投资3亿元，2026年3月开工; 面积2万平方米，年内主体完工: what is begun or done by then is no size.
_DEED = "(?:{!stop|time})*{time}(?:{!hard|qty|time|noun})*(?:{make.open}|(?<={time}{fill}*){noun})"


def _is_size_of_it(tokens: Sequence[Token], one: Found) -> bool:
    """Whether a value only tells how large something is of which a deed is told behind it."""
    return one.row == "bare measure" and bool(compiled(_DEED).match(line(tokens)[one.at + 1 :]))


def times_of(
    tokens: tuple[Token, ...],
    found: list[Found],
    bound: Mapping[int, FoundTime],
    lasting: Mapping[int, FoundTime],
) -> list[FoundTime | None]:
    """When each target of a sentence is due: a time behind the last of a list holds for the whole list."""
    if not found:
        return []
    times: list[FoundTime | None] = []
    late: FoundTime | None = None
    later = len(tokens)
    against = held_against(tokens)
    of_then = [t for t in tokens if t.start not in against]
    every = {t.start: said for _, t, said in scope.times_in(tokens)}
    bracketed = [scope.right_behind(tokens, one.at, lasting) for one in found]
    alone = [scope.right_behind(tokens, i, every) for i, t in enumerate(tokens) if t.kind == "qty"]
    each = sum(map(bool, alone)) > 1  # 43%（2026年）、63%（2028年）; 3座、5处（2028年） says it of both
    parts: dict[int, FoundTime] = {}  # what is said at the end of a part is of all values in it
    for one, beside in zip(reversed(found), reversed(bracketed), strict=True):
        opened = max((i for i in range(one.at) if tokens[i].cls == "；"), default=-1)
        is_size = _is_size_of_it(tokens, one)
        if not is_size and (said := scope.in_own_part(tokens, one.at, bound, lasting)):
            parts.setdefault(opened, said)
        right = None if is_size else scope.right_after(tokens, one.at, lasting)
        own = (
            (beside if each else None)
            or right
            or scope.paired([t for t in of_then if t.start < tokens[one.at].start], one.place, one.many)
            or parts.get(opened)
            or _before(tokens, one, bound)
        )
        held = late if late and scope.holds_back(tokens, one.at, later, late) else None
        behind = scope.behind(tokens, one.at, lasting) or scope.done_within(tokens, one.at, bound)
        late, later = (right if own is right else None) if own else behind or held, one.at
        own = own or (None if is_size else late)
        times.append(None if own and _is_of_more_years(tokens[: one.at], own) else own)
    return _with_wholes(tokens, found, times[::-1], lasting)


def _before(tokens: tuple[Token, ...], one: Found, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The time said before a value, or that of its aim."""
    return (
        scope.unnamed(tokens, one.at)
        or scope.before(tokens, one.at, bound)
        or _aimed(tokens, one)
        or _of_years(tokens, one)
    )


def _with_wholes(
    tokens: Sequence[Token],
    found: Sequence[Found],
    times: list[FoundTime | None],
    lasting: Mapping[int, FoundTime],
) -> list[FoundTime | None]:
    """The times, with that of a whole of which none is said: 改造家庭2400户（2026年1000户，2027年1400户）. When the last of its
    parts is due that add up to it, or what is left of it (其余11月底前完成)."""
    whole = list(times)
    for n, one in enumerate(found):
        if times[n] is None and one.quantity.dimension != "share":
            whole[n] = _last_of_parts(found, times, n) or scope.rest_done(tokens, one.at, lasting)
    return whole


def _last_of_parts(found: Sequence[Found], times: Sequence[FoundTime | None], whole: int) -> FoundTime | None:
    """The time of the last of the dated values right behind a whole that add up to it, where each is later than the one before."""
    total, last = 0.0, None
    for one, when in zip(found[whole + 1 :], times[whole + 1 :], strict=True):
        end = when.time.end if when else None
        if end is None or one.quantity.unit != found[whole].quantity.unit:
            return None
        if last and last.time.end and not is_in_order(last.time.end, end):
            return None
        total, last = round(total + one.quantity.value, 6), when
        if total >= found[whole].quantity.value:
            break
    return last if total == found[whole].quantity.value else None


def of_all(reading: Reading, one: Found, timed: Sequence[Timed], day: When) -> When:
    """The day of a value, where none of its parts is due behind it: no year over 改造2400户，其中2028年600户 is of all of them."""
    if not day[0] or day[1] not in ("heading", "title"):
        return day
    parts = (
        due(when.time, reading.calendar)
        for other, when in timed
        if when and other.at > one.at and other.quantity.unit == one.quantity.unit
    )
    goes_on = any(part[0] > day[0][0] for part in parts if part)
    return (None, None, None) if goes_on else day


# 面积不低于80平方米: a size holds on, whatever an earlier sentence says of time; 超过90亩 sets an aim.
_SIZES = frozenset({"area", "time"})


def day_of(reading: Reading, one: Found, said: tuple[FoundTime | None, FoundTime | None, Due | None]) -> When:
    """The day a target is due and where that is said: in its sentence, in what opened the paragraph or list or in the
    line of the point, over the section, or in the title; and the time that says it, if it stands in the paragraph."""
    when, opened, limit = said
    if when and (day := due(when.time, reading.calendar)):
        return day, "sentence", when
    # 汛期前, 每年分别为: a day that no calendar has, and years that nobody names
    if when and (when.time.kind == "recurring" or (when.time.end and when.time.end.occasion)):
        return None, None, when
    # 2028年起换电率稳定在90%以上: from then on, and not by the end of what a heading or the title is of
    if when and when.time.kind == "effective_from":
        return None, None, None
    changes = any(t.kind in ("up", "down", "hold", "reach") for t in one.way)
    is_size = one.quantity.dimension in _SIZES and one.quantity.comparator != ">"
    norm = is_size and one.quantity.comparator and not changes
    if opened and not norm and (day := due(opened.time, reading.calendar)):
        return day, "item", opened
    if reading.row_due:
        return reading.row_due, "row", None
    if limit:
        return limit, "row" if reading.table_id else "item", None
    if reading.above:
        return *reading.above, None
    return None, None, None
