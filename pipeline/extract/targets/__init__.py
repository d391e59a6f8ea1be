"""Values that a notice wants reached or kept, from its points and the prose cells of its tables."""

# Long: when a target is due stays here; one more module would lengthen the way of every value.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from pipeline.extract.deadlines import binding_times, governs, is_past
from pipeline.extract.deadlines.limits import time_limits
from pipeline.extract.facts import Target
from pipeline.extract.funding import granted, shares
from pipeline.extract.reading import Reading, readings
from pipeline.extract.targets.attributes import comparator_of, last_word, per_of, sign_of, unit_with_measure
from pipeline.extract.targets.bygone import (
    held_against,
    is_bygone,
    is_rough,
    only_says_how,
    states,
    still_tells,
)
from pipeline.extract.targets.clauses import reading_sentences, without_number
from pipeline.extract.targets.found import Found
from pipeline.extract.targets.in_words import worded
from pipeline.extract.targets.members import distribute, each_rate
from pipeline.extract.targets.names import (
    Over,
    indicator_of,
    is_of_the_same,
)
from pipeline.extract.targets.phrases import naming
from pipeline.extract.targets.reader import (
    numbers_to_targets,
    with_names_whole,
    with_shares,
)
from pipeline.extract.targets.subjects import (
    OUTSIDE,
    ROLES,
    about,
    bracket_at,
    is_body,
    subject_of,
    topic,
    with_rate_of,
)
from pipeline.extract.uncertain_characters import RIGHT
from pipeline.language import scope
from pipeline.language.comparators import EQUAL
from pipeline.language.grammar import compiled, line
from pipeline.language.labels import work_before
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.segmentation import says_what
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, due
from pipeline.language.times.bases import is_in_order
from pipeline.language.tokens import Token
from pipeline.language.words import words
from pipeline.model import Fact, Mended

# A sentence that opens so is about something else: what an earlier one said of time does not hold on.
_FRAMED = "^(?:{link.prep|link.by|link.at|link.and|if|includes})"


# 根据《某方案》，到2025年，…: an aim is set for the paragraph behind what it goes by; 按照方案，6月底前报送: one deed.
_OPENS = "(?:{link.prep|link.by}(?:{!hard|qty|time})*)?@lead$"


# 本规划的主要目标：到2025年，…。…。
_AFTER_AIM = "(?:{!hard|qty|time})*{aim|paper}(?:{noun|link.de})*{reach.be}?{mark.：}(?:{fill})*$"


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the time that is token `at` opens a paragraph; 到2022年和2030年 does not say which of them."""
    lead = _OPENS if tokens[at].text.startswith("到") else "@lead$"
    lead = f"(?:{lead}|{_AFTER_AIM})"
    listed = compiled("{time}(?:{mark.、}|{link.and}){time}").match(line(tokens), at)
    return bool(compiled(lead).fullmatch(line(tokens)[:at])) and not listed


# 2026年主要预期目标是：…。…。: the year that aims are set for, in a sentence that only lists them.
_ANNOUNCED = "@lead(?P<time>{time})(?:{!hard|qty})*{aim}{reach.be}?{mark.：}"


def _announced(tokens: Sequence[Token]) -> FoundTime | None:
    match = compiled(_ANNOUNCED).match(line(tokens))
    said = tokens[match.start("time")].said if match else None
    return said if isinstance(said, FoundTime) else None


# （责任单位：市供电公司，完成时限：2027年9月） at the end of a paragraph: of all that stands in it.
# So too （市民政局牵头，2026年底前完成）, which says as well who does all that; a bracket with a time alone is of what stands before it.
_CLOSED = "{mark.（}(?P<who>(?:{!mark.（|mark.）|qty})*)(?P<time>{time}){make.finish}?{mark.）}{mark.。}?$"


def _tells_who(tokens: Sequence[Token]) -> bool:
    """市民政局牵头: whether a body is named, and that it is to do something."""
    kept = "".join("、" if t.text in ROLES or t.kind == "mark" else t.text for t in tokens)
    return any(t.text in ROLES for t in tokens) and any(map(is_body, filter(None, kept.split("、"))))


# 新建公厕120座，改造厕所3000座。以上任务于2026年10月底前全部完成。: a last sentence that only says by when all before it is done.
_ALL_DONE = "{mark.（}?(?:{each.all|plan|modal|mark.，|noun.generic|noun.project|paper})*(?P<time>{time})(?:{plan|modal})*(?:{make.finish|make.open}|{make.drive}{verb})+{mark.）}?{mark.。}?$"


def _last_part(text: str, last: Sequence[Token]) -> int:
    """The token at which the last part of a last sentence begins, behind what takes up all before it (以上任务, 该项工作)."""
    behind = text.rfind("。（") + 1  # 培育示范村60个。（2026年11月底前完成）
    begun = max(
        (i + (t.cls == "；") for i, t in enumerate(last[:-1]) if t.cls == "；" or t.start == behind),
        default=0,
    )
    said = last[begun].start + work_before(text[last[begun].start :])
    return next((i for i, t in enumerate(last) if t.start >= said), 0)


_WHOLLY = "全部"


def _units(tokens: Sequence[Token]) -> set[str]:
    return {t.said.unit for t in tokens if isinstance(t.said, Quantity) and t.cls != "share"}


def _last_step(last: Sequence[Token], before: Sequence[tuple[Token, ...]]) -> int:
    """6月底前开工，10月底前完工35公里，11月底前全部完工: the token at which the last of the steps begins by which all is done; none
    where anything else is counted on the way."""
    begun = max((i + 1 for i, t in enumerate(last) if t.cls == "，"), default=0)
    else_ = _units(last) - {unit for said in before for unit in _units(said)}
    return begun if not else_ and any(t.text == _WHOLLY for t in last[begun:]) else 0


def _all_done_by(text: str, every: Sequence[tuple[Token, ...]]) -> FoundTime | None:
    """The time by which a last sentence, or its last part, says that all before it is done."""
    last = every[-1]
    begun = _last_part(text, last) or _last_step(last, every[:-1])
    match = compiled(_ALL_DONE).match(line(last)[begun:]) if begun or len(every) > 1 else None
    said = last[begun + match.start("time")].said if match else None
    return said if isinstance(said, FoundTime) and said.time.kind == "by" else None


def _in_last_bracket(last: Sequence[Token]) -> FoundTime | None:
    """The time in the bracket at the end of a paragraph that has a label for it, or says who does it all."""
    match = compiled(_CLOSED).search(line(last))
    found = last[match.start("time")] if match else None
    if match is None or found is None or not isinstance(found.said, FoundTime):
        return None
    is_of_all = "：" in found.text or _tells_who(last[slice(*match.span("who"))])
    return found.said if is_of_all else None


def _limit_at_end(reading: Reading) -> Due | None:
    """When all of a paragraph is due, as the end of it says."""
    every = [said for said, _ in reading_sentences(reading) if said]
    found = (_all_done_by(reading.sense.text, every) or _in_last_bracket(every[-1])) if every else None
    return due(found.time, reading.calendar) if found else None


def _asked(reading: Reading) -> Iterator[tuple[Token, ...]]:
    """The sentences that may set an aim."""
    return (tokens for _, tokens in reading_sentences(reading) if not only_says_how(reading, tokens))


def _numeric(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    sense = reading.sense
    if not sense.quantities or reading.section in ("conditions", "grants", "caption"):
        return
    limit = limit or _limit_at_end(reading)
    granted_ = {g.quantity for g in granted(sense)}
    spent = set(shares(sense))
    binds = {t.start: t for t in binding_times(reading)}
    named: tuple[Token, ...] = ()  # by a sentence that is only a noun phrase: 街道服务中心。
    opened: FoundTime | None = None
    told = ""
    for tokens in _asked(reading):
        if compiled(_FRAMED).match(line(tokens)) and not compiled("{aim}").search(line(tokens)):
            opened = None
        whole, bound = with_names_whole(tokens), _bound_in(reading, tokens, binds)
        every = with_shares(numbers_to_targets(whole, _is_planned(reading, tokens)), tokens, spent)
        said = [one for one in every if one.quantity not in granted_]
        found = [one for one in said if not is_bygone(reading, tokens, one.at)]
        thing = _told_before(said, found) or named
        named_in = {OUTSIDE: thing}
        found = [] if (told := still_tells(reading, tokens, told)) else found
        timed = list(zip(found, _times_of(whole, found, bound, _lasting(bound, binds)), strict=True))
        for one, when in timed if limit else _wanted(reading, tokens, timed, opened):
            bracket = bracket_at(whole, one.at)
            subject = named_in.get(bracket, named_in[OUTSIDE])
            spoken = subject_of(whole, _begun(tokens, one), _may_have(one, thing, subject), one.noun)
            for each, at in product(
                each_rate(distribute(one)), scope.of_each(whole, one.at, bound) or (when,)
            ):
                around_it = _Words(tokens, _said_of(each, one, spoken), each.quantity in spent)
                day = _of_all(reading, one, timed, _due(reading, each, (at, opened, limit)))
                yield _fact(reading, with_rate_of(each, spoken), around_it, day)
            subject = named_in[bracket] = _named_then(one, spoken) or subject
            thing = thing if _are_reached(one) else subject
        if not found and tokens and tokens[-1].kind == "mark":
            named = _spoken_of(reading, tokens, named)
        opened = _opened_by(tokens, bound, opened)


def _named_then(one: Found, spoken: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the values behind are of: what this one names, or where it is of what was spoken of before, that."""
    kept = with_rate_of(one, spoken) is not one or is_of_the_same(one, spoken)
    return (() if kept else naming(one.noun)) or spoken


def _are_reached(one: Found) -> bool:
    """惠及居民3600户, 吸纳就业200人: who has something of it."""
    return one.quantity.unit.endswith(words("counter", "person", "household"))


def _may_have(one: Found, thing: tuple[Token, ...], subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """What was spoken of last; of an area the last that is no persons: 改造小区12个，惠及居民3600户，面积32万平方米."""
    return thing if one.quantity.dimension == "area" else subject


def _spoken_of(reading: Reading, tokens: Sequence[Token], named: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the next sentences are of, behind one without a value that ends in a mark: what it names itself, where it is one
    clause (驿站建设。); of several (加强宣传，营造良好氛围。) only where neither a sentence before nor a heading names a thing."""
    known = named or about(without_number(reading.heading or reading.subject))
    several = compiled("{hard}").search(line(tokens)[:-1]) is not None
    return named if known and several else tuple(topic(tokens[:-1])) or named


def _said_of(each: Found, one: Found, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """What a member of a list is of: of nothing said before where the first names its own thing (卷宗合格率达到95%，文件审核率、备案率
    均达到98%)."""
    first, bare = each.noun[:1] == one.noun[:1], [t.kind for t in one.noun[1:2]] in (["mark"], ["link"])
    return words if first or bare else ()


def _is_ahead(found: FoundTime, written: date | None) -> bool:
    """到2027年, and 2027年 in a notice of 2026; 2026年 too where most of it was to come when the notice was written. 全年 may be
    the last one."""
    if found.time.kind == "by":
        return True
    end = found.time.end
    if found.time.kind != "during" or end is None or end.precision != "year" or not (end.year and written):
        return False
    return end.year > written.year or (end.year == written.year and written.month <= _FIRST_HALF)


_FIRST_HALF = 6


def _is_planned(reading: Reading, tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence is itself said of a time to come, or stands under 目标 and names no time that it may tell of. Without
    any, 建成床位5600张，同比增长12% tells what there is, whatever is planned around it."""
    against = held_against(tokens)
    said = [time for _, t, time in scope.times_in(tokens) if t.start not in against]
    ahead = all(_is_ahead(found, reading.calendar.written) for found in said)
    return ahead and (bool(said) or reading.section == "aims")


def _begun(tokens: Sequence[Token], one: Found) -> int:
    """The token at which what a value says begins."""
    return min(
        next((i for i, t in enumerate(tokens) if one.noun and t.start == one.noun[0].start), one.at), one.at
    )


# 各镇4月20日前将具体方案报县农业局: what hands a paper in.
_HANDS_IN = frozenset({"报", "报送", "上报"})


def _opened_by(
    tokens: Sequence[Token], bound: Mapping[int, FoundTime], opened: FoundTime | None
) -> FoundTime | None:
    """The time that holds for the sentences behind this one: its own, where that opens it; else what held before."""
    if announced := _announced(tokens):
        return announced
    first = next((i for i, t in enumerate(tokens) if t.kind == "time" and t.start in bound), None)
    if first is None:
        return opened
    # 4月20日前报送方案。于4月20日前完成更新。: only that is due then.
    one_deed = any(t.text in _HANDS_IN for t in tokens[first + 1 :]) or not scope.is_set_off(tokens, first)
    if one_deed and all(t.kind != "qty" for t in tokens):
        return None
    last = next(t for t in reversed(tokens) if t.kind == "time" and t.start in bound)
    # 6月底前完成320家；年底前再改造280家。: two days, of which neither holds on.
    if bound[last.start].time.end != bound[tokens[first].start].time.end:
        return None
    return bound[tokens[first].start] if _opens(tokens, first) else None


def _told_before(said: Sequence[Found], found: Sequence[Found]) -> tuple[Token, ...]:
    """清扫率2025年为41%，2027年目标值为80%: what the value that is over is of, right before the first to be reached."""
    at = next((i for i, one in enumerate(said) if found and one is found[0]), 0)
    return naming(said[at - 1].noun) if at else ()


# Values without a word that says what is to be done.
_BARE = frozenset({"bare count", "bare measure", "bare share", "bare time"})


def _only_tells(one: Found, found: Sequence[Found]) -> bool:
    """管理人员12名 only tells; with a day to be done by, or among aims, it is a target, and so is 旅游收入100亿元 beside one."""
    beside = one.row == "bare measure" and any(other.row not in _BARE for other in found)
    return one.row in _BARE and not beside


Timed = tuple[Found, FoundTime | None]
When = tuple[Due | None, scope.From | None, FoundTime | None]


def _wanted(
    reading: Reading, tokens: Sequence[Token], timed: Sequence[Timed], opened: FoundTime | None
) -> list[Timed]:
    """The targets without those that have no time in their sentence and only tell; one that nothing but a heading or the
    title dates may tell how things are."""
    dated = (
        opened or reading.row_due or reading.section == "aims" or (reading.above or ("", ""))[1] != "title"
    )
    found = [one for one, _ in timed]
    return [
        (one, when)
        for one, when in timed
        if when
        or not (
            (not dated and states(tokens, one))
            or (reading.above is None and not opened and reading.section != "aims" and is_rough(tokens, one))
            or (not _sets_aims(reading) and _only_tells(one, found))
        )
    ]


def _sets_aims(reading: Reading) -> bool:
    """Whether what is only counted is to be reached: under 目标, in the column of a year, in a section of a year's work."""
    of_a_year = reading.above is not None and reading.above[1] == "heading"
    return bool(reading.row_due) or reading.section == "aims" or of_a_year


def _lasting(bound: Mapping[int, FoundTime], binds: Mapping[int, FoundTime]) -> dict[int, FoundTime]:
    """The times that may be said behind a value: those that are due, but no span (缴纳50%，余款一年内缴清 says it of the
    rest), and until when a measure lasts."""
    due_ = {at: t for at, t in bound.items() if t.time.kind != "duration"}
    until = ((at, t) for at, t in binds.items() if t.time.kind == "expires")
    return due_ | {at: replace(t, time=replace(t.time, kind="by")) for at, t in until}


def _bound_in(
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


# 每年分别为8所、10所、8所: of years that nobody names.
_YEAR_BY_YEAR = "{time.recurring}(?:{!hard|qty|time})*{apart}(?:{!hard|qty|time})*$"


def _of_years(tokens: tuple[Token, ...], one: Found) -> FoundTime | None:
    """What comes round, where each of several values is of another year."""
    first = next((i for i in range(one.at) if tokens[i].kind == "qty"), one.at) if one.many > 1 else 0
    match = compiled(_YEAR_BY_YEAR).search(line(tokens)[:first]) if first else None
    said = tokens[match.start()].said if match else None
    return said if isinstance(said, FoundTime) else None


# 确定2024年度地价涨幅控制目标为5%: the year that an aim is set for.
_AIMED = "(?P<time>{time})(?:{!stop})*?{aim}"


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


def _times_of(
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


def _of_all(reading: Reading, one: Found, timed: Sequence[Timed], day: When) -> When:
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


def _due(reading: Reading, one: Found, said: tuple[FoundTime | None, FoundTime | None, Due | None]) -> When:
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


# 位居全国前列, 高于全省平均水平: what it is held against is not where it is to be reached.
_SCOPE = "(?<!{ranked|comparator|link.than}){scope}"


class _Words(NamedTuple):
    """The words of a target's sentence, those of its subject, and whether it is a share of money to be spent."""

    tokens: tuple[Token, ...]
    subject: tuple[Token, ...]
    is_spent: bool


def _fact(
    reading: Reading,
    one: Found,
    words: _Words,
    when: When,
) -> Fact:
    """One target of a sentence."""
    tokens, subject, is_spent = words
    sense, q = reading.sense, one.quantity
    day, source, time = when
    own = [(said.start, said.end) for said in (q, one.start, time) if said]
    part = around(sense.parts, q.number_start)
    name = without_number(reading.heading or reading.subject)
    over = Over(name if says_what(name) else "", reading.table_id is not None)
    said = Target(
        kind="funding_rate" if is_spent else "target" if day or not q.comparator else "standard",
        comparator=comparator_of(one) or EQUAL,
        value=q.value,
        value_max=q.value_max,
        unit=unit_with_measure(sense.text, q) or None,
        value_text=sense.text[q.start : q.end],
        per=per_of(tokens, one.at, bool(one.noun)),
        scope=last_word(tokens, one.at, _SCOPE),
        modality=last_word(tokens, one.at, "{plan.wish|modal.firm}"),
        change=q.change or sign_of(one),
        baseline_value=one.start.value if one.start else None,
        baseline_value_text=sense.text[one.start.start : one.start.end] if one.start else None,
        row_label=reading.subject or None,
        deadline_date=day[0] if day else None,
        deadline_precision=day[1] if day else None,
        deadline_from=source,
        indicator=indicator_of(sense.text, one, subject, over) or None,
    )
    fact = reading.fact(said, [(part.start, max(part.end, q.end)), *own], f"target/{one.row}")
    # l00 for 100: letters among the figures were read as what they look like
    return replace(fact, confidence=round(fact.confidence * RIGHT, 4)) if q.misread else fact


def targets(mended: Mended) -> tuple[Fact, ...]:
    """Every target of a notice's body and prose cells, in the order of the source."""
    every = readings(mended)
    limits = time_limits(mended, every)
    return tuple(
        fact
        for reading, limit in zip(every, limits, strict=True)
        for fact in (*_numeric(reading, limit), *worded(reading))
    )
