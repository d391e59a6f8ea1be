"""Values that a notice wants reached or kept, from its points and the prose cells of its tables."""

# Long: what the sentences of a paragraph hand on to one another is one reading.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from pipeline.extract.deadlines import binding_times
from pipeline.extract.deadlines.limits import time_limits
from pipeline.extract.facts import Target
from pipeline.extract.funding import granted, shares
from pipeline.extract.reading import Reading, readings
from pipeline.extract.targets.attributes import (
    comparator_of,
    last_word,
    per_of,
    scope_of,
    sign_of,
    start_of,
    unit_with_measure,
)
from pipeline.extract.targets.bygone import (
    held_against,
    is_bygone,
    is_rough,
    only_asks,
    only_says_how,
    states,
    still_tells,
)
from pipeline.extract.targets.clauses import reading_sentences, without_number
from pipeline.extract.targets.days import Timed, When, bound_in, day_of, lasting_times, of_all, times_of
from pipeline.extract.targets.ends import limit_at_end
from pipeline.extract.targets.found import HANDLING, Found
from pipeline.extract.targets.in_words import worded
from pipeline.extract.targets.members import (
    at_its_place,
    distribute,
    each_rate,
    with_rates_of_before,
    with_those,
)
from pipeline.extract.targets.names import Over, indicator_of, is_of_the_same, names_no_thing
from pipeline.extract.targets.parts import parts_of_sums, wholes_by_sum
from pipeline.extract.targets.phrases import is_named, naming, thing_done, without_fringe
from pipeline.extract.targets.reader import numbers_to_targets, with_names_whole, with_shares
from pipeline.extract.targets.subjects import (
    OUTSIDE,
    about,
    bracket_at,
    is_body,
    is_topic,
    subject_of,
    topic,
    with_rate_of,
    without_who_came_before,
)
from pipeline.extract.uncertain_characters import RIGHT
from pipeline.language import scope
from pipeline.language.comparators import EQUAL
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.section_kinds import NO_AIMS
from pipeline.language.segmentation import says_what
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime
from pipeline.language.tokens import Token
from pipeline.language.words import words
from pipeline.model import Fact, Mended

# A sentence that opens so is about something else: what an earlier one said of time does not hold on.
_FRAMED = "^(?:{link.prep|link.by|link.at|link.and|if|includes})"


# 根据《某方案》，到2025年，…: an aim is set for the paragraph behind what it goes by; 按照方案，6月底前报送: one deed.
# 用3年时间，到2026年底，…: so is it behind how long it takes.
_OPENS = "(?:{link.prep|link.by}(?:{!hard|qty|time})*|{time.duration}{measure}?)?@lead$"


# 本规划的主要目标：到2025年，…。…。
_AFTER_AIM = "(?:{!hard|qty|time})*{aim|paper}(?:{noun|link.de})*{reach.be}?{mark.：}(?:{fill})*$"


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the time that is token `at` opens a paragraph; 到2022年和2030年 does not say which of them."""
    lead = _OPENS if tokens[at].text.startswith("到") else "@lead$"
    lead = f"(?:{lead}|{_AFTER_AIM})"
    listed = compiled("{time}(?:{mark.、}|{link.and}){time}").match(line(tokens), at)
    return bool(compiled(lead).fullmatch(line(tokens)[:at])) and not listed


# 2026年主要预期目标是：…。…。: the year that aims are set for, in a sentence that only lists them.
# 2027年重点推进以下事项。…。: or for what is listed behind.
_ANNOUNCED = "@lead(?P<time>{time})(?:(?:{!hard|qty})*{aim}{reach.be}?{mark.：}|{mark.，}?(?:{!hard|qty})*(?:{bound.<}|{includes.list})(?:{noun|paper|aim}){1,3}(?:{mark.。|mark.：}|$))"


def _announced(tokens: Sequence[Token]) -> FoundTime | None:
    match = compiled(_ANNOUNCED).match(line(tokens))
    said = tokens[match.start("time")].said if match else None
    return said if isinstance(said, FoundTime) else None


def _asked(reading: Reading) -> Iterator[tuple[Token, ...]]:
    """The sentences that may set an aim."""
    return (tokens for _, tokens in reading_sentences(reading) if not only_says_how(reading, tokens))


def _numeric(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    sense = reading.sense
    if not sense.quantities or reading.section in (*NO_AIMS, "grants", "caption"):
        return
    limit = limit or limit_at_end(reading)
    granted_, spent = {g.quantity for g in granted(sense)}, set(shares(sense))
    binds = {t.start: t for t in binding_times(reading)}
    named: tuple[Token, ...] = ()  # by a sentence that is only a noun phrase: 街道服务中心。
    rates: list[list[tuple[Token, ...]]] = []  # 建制村快递服务覆盖率, as the sentences before name it
    opened: FoundTime | None = None
    told, above, gone = "", list[Found](), list[Found]()  # … the values before; if only told
    for tokens in _asked(reading):
        opened = None if _is_framed(tokens) else opened
        whole, bound = with_names_whole(tokens), bound_in(reading, tokens, binds)
        every = with_rates_of_before(whole, numbers_to_targets(whole, _is_planned(reading, tokens)), rates)
        said = _without_parts(whole, with_shares(every, tokens, spent), granted_)
        found = [one for one in said if _is_aim(reading, tokens, one, named)]
        named_in = {OUTSIDE: (thing := _told_before(said, found) or _counted_alike(gone, found) or named)}
        found = [] if (told := still_tells(reading, tokens, told)) else found
        gone = [] if found else said
        timed = list(zip(found, times_of(whole, found, bound, lasting_times(bound, binds)), strict=True))
        wanted = with_those(timed if limit else _wanted(reading, tokens, timed, opened), above)
        last, above = above[-1:], [one for one, _ in wanted] or above
        for one, when, asked in _in_turn(wanted, timed):
            bracket = bracket_at(whole, one.at)
            subject = _unless_on_money(whole, one, named_in.get(bracket, named_in[OUTSIDE]), granted_)
            spoken = subject_of(whole, _begun(tokens, one), _may_have(one, thing, subject), one.noun)
            spoken, last = at_its_place(spoken, one) or _what_goes_on(one, last), [one]
            parted, aside = is_topic(whole, spoken), bracket != OUTSIDE
            members = _members(without_who_came_before(whole, one, spoken) if parted else one, when, found)
            for each, at in product(members, scope.of_each(whole, one.at, bound) or (when,)) if asked else ():
                around_it = _Words(tokens, _said_of(each, one, spoken), each.quantity in spent)
                day = of_all(reading, one, timed, day_of(reading, each, (at, opened, limit)))
                yield _fact(reading, with_rate_of(each, spoken, aside, parted), around_it, day)
            said_of = _named_then(whole, one, spoken, (members[0], aside, parted)) or subject
            subject = named_in[bracket] = subject if subject and _is_part(whole, one) else said_of
            thing = thing if _are_reached(one) or aside else said_of
        if not found and tokens and tokens[-1].kind == "mark":
            named = _spoken_of(reading, tokens, named)
        opened = _opened_by(tokens, bound, opened, reading.section == "aims")


def _is_framed(tokens: tuple[Token, ...]) -> bool:
    return bool(compiled(_FRAMED).match(line(tokens)) and not compiled("{aim}").search(line(tokens)))


def _members(one: Found, when: FoundTime | None, found: Sequence[Found]) -> list[Found]:
    """The members of a list that a value is of; of 建成甲站、乙站19座，按年度分别为9座、10座 all of it, year by year."""
    yearly = when is not None and when.time.kind == "recurring" and one.at in wholes_by_sum(found)
    return each_rate(one if yearly else distribute(one))


def _in_turn(wanted: Sequence[Timed], timed: Sequence[Timed]) -> list[tuple[Found, FoundTime | None, bool]]:
    """The wanted of a sentence in the order of its words, and between them (False) what only tells: 起付线为1.4万元，支付比例不低于60%
    says by it what the next is of."""
    asked = {one.at for one, _ in wanted}
    telling = [(one, when, False) for one, when in timed if wanted and one.at not in asked]
    return sorted([*((one, when, True) for one, when in wanted), *telling], key=lambda each: each[0].at)


def _without_parts(tokens: Sequence[Token], every: Iterable[Found], granted_: Set[Quantity]) -> list[Found]:
    """What is nothing `granted`: 总投资6.8亿元，其中：县级财政2.1亿元，争取上级资金4.7亿元: what a sum is made up of that is no aim is none
    either."""
    said = [one for one in every if one.quantity not in granted_]
    of, wanted = parts_of_sums(tokens), {one.at for one in said}
    return [one for one in said if of.get(one.at, one.at) in wanted]


def _is_aim(reading: Reading, tokens: tuple[Token, ...], one: Found, named: tuple[Token, ...]) -> bool:
    """Whether a value is wanted: （一）设施农业。2026年5000亩: a time and a number alone are of what the point or the sentence before
    names, else of nothing; a number alone is of the row of its cell (养老设施 | 25处，覆盖率达到70%)."""
    if only_asks(reading, tokens, one.at) or is_bygone(reading, tokens, one.at):
        return False
    if one.row != "until when so many":
        return True
    of_row = reading.subject if reading.table_id and one.at == 0 else ""
    timed = any(t.kind == "time" for t in tokens[: one.at])
    return bool(of_row or (timed and (named or about(without_number(reading.heading)))))


# 床位2000张，其中护理型床位1300张，2027年…: what is told of a part is said of the whole again.
_PART = "{includes.with}{!hard}*$"


def _is_part(tokens: Sequence[Token], one: Found) -> bool:
    return compiled(_PART).search(line(tokens)[: one.at]) is not None


def _named_then(
    tokens: Sequence[Token], one: Found, spoken: tuple[Token, ...], listed: tuple[Found, bool, bool]
) -> tuple[Token, ...]:
    """What the values behind are of: what each of has all that is listed, or this one names, or where it, or the first that is
    `listed`, is of what was spoken of before, that."""
    if each := _each_with(tokens, one):
        return each
    kept = with_rate_of(listed[0], spoken, *listed[1:]) is not listed[0] or is_of_the_same(one, spoken)
    part = (*one.way[-1:], *without_fringe(one.base)) if one.row == "share of" else ()  # 占生产总值比重
    done = bool(one.noun) and one.noun[0].kind in ("make", "up")  # 改造|提升农贸市场
    said = tuple(thing_done(one.noun, ())) if done else (*one.noun, *part)
    return (() if kept or names_no_thing(one) else naming(said)) or spoken


# 每座城市书房|面积不小于150平方米、座席不少于30个.
_EACH_WITH = "(?:^|{mark.，|mark.；}){each.one}(?P<each>{noun}+)(?={measure|make|own})(?:{!hard}|{mark.、})*{mark.、}(?:{!hard}|{mark.、})*$"


def _each_with(tokens: Sequence[Token], one: Found) -> tuple[Token, ...]:
    """What each of is said to have all that is listed, and so what follows is of: 城市书房 where 每座城市书房面积不小于150平方米、座席不少于30个，每周开放不少于56小时."""
    match = compiled(_EACH_WITH).search(line(tokens)[: one.at])
    return tuple(tokens[slice(*match.span("each"))]) if match else ()


def _unless_on_money(
    tokens: Sequence[Token], one: Found, subject: tuple[Token, ...], granted_: Set[Quantity]
) -> tuple[Token, ...]:
    """站点人员不少于4人；全年安排经费1032万元，支付进度不低于80%: behind ； and a sum that is given, nothing is of what was named before."""
    parted = max((i for i, t in enumerate(tokens[: one.at]) if t.text == "；"), default=-1)
    if parted < 0 or not subject or subject[-1].start > tokens[parted].start:
        return subject
    on_money = any(t.said in granted_ for t in tokens[parted : one.at] if isinstance(t.said, Quantity))
    return () if on_money else subject


def _what_goes_on(one: Found, last: Sequence[Found]) -> tuple[Token, ...]:
    """改造危房120户。6月底完成60%: how far it is then is said of what was to be done last, and so is as much of it each year (造林30万亩，
    年均6万亩)."""
    again = bool(last) and last[0].quantity.unit == one.quantity.unit and last[0].at < one.at
    if any(t.cls != "mean" for t in one.noun) or not last or not (again or one.row == "progress"):
        return ()
    return last[0].noun if again else tuple(naming(last[0].noun))


def _are_reached(one: Found) -> bool:
    """惠及居民3600户, 吸纳就业200人: who has something of it."""
    return one.quantity.unit.endswith(words("counter", "person", "household"))


def _may_have(one: Found, thing: tuple[Token, ...], subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """What was spoken of last; of an area the last that is no persons: 改造小区12个，惠及居民3600户，面积32万平方米; of a share a
    part too: 床位2000张，其中护理型床位1300张，占比65%."""
    share = bool(one.noun) and one.noun[-1].cls in ("ratio", "part")
    return thing if share or one.quantity.dimension == "area" else subject


def _spoken_of(reading: Reading, tokens: Sequence[Token], named: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the next sentences are of, behind one without a value that ends in a mark: what it names itself, where it is one
    clause (驿站建设。); of several (加强宣传，营造良好氛围。) only where neither a sentence before nor a heading names a thing."""
    known = named or about(without_number(reading.heading or reading.subject))
    several = compiled("{hard}").search(line(tokens)[:-1]) is not None
    built = tokens[0][:2] == ("make", "build") and not is_named(tokens[0])  # 建设|村级寄递物流服务站。
    return named if known and several else tuple(topic(tokens[built:-1])) or named


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
    """The token at which what a value says begins; a body that deals with something (某局应在…内办结) says nothing of what."""
    if one.row in HANDLING and is_body("".join(t.text for t in one.noun)):
        return one.at
    return min(
        next((i for i, t in enumerate(tokens) if one.noun and t.start == one.noun[0].start), one.at), one.at
    )


def _opened_by(
    tokens: Sequence[Token], bound: Mapping[int, FoundTime], opened: FoundTime | None, sets_aims: bool
) -> FoundTime | None:
    """The time that holds for the sentences behind this one: its own, where that opens it; else what held before."""
    if announced := _announced(tokens):
        return announced
    told = [i for i, t in enumerate(tokens) if t.kind == "time" and t.start in bound]
    # 用3年时间，到2026年底: by when, where that is said besides
    first = next((i for i in told if bound[tokens[i].start].time.kind != "duration"), next(iter(told), None))
    if first is None:
        return opened
    # 4月20日前报送方案。于4月20日前完成更新。: only that is due then.
    # but under 目标 力争在2027年前基本实现现代化。 sets the time of what is aimed at
    hands_in = any(t.text in scope.HANDS_IN for t in tokens[first + 1 :])
    one_deed = hands_in or (not sets_aims and not scope.is_set_off(tokens, first))
    if one_deed and all(t.kind != "qty" for t in tokens):
        return None
    # 到2027年建成公园30个，其中2025年建成10个。绿地率达到38%: when the parts are made is within it
    parts = next(
        (i for i, t in enumerate(tokens) if i > first and t[:2] == ("includes", "with")), len(tokens)
    )
    last = next(t for t in reversed(tokens[:parts]) if t.kind == "time" and t.start in bound)
    # 6月底前完成320家；年底前再改造280家。: two days, of which neither holds on.
    if bound[last.start].time.end != bound[tokens[first].start].time.end:
        return None
    return bound[tokens[first].start] if _opens(tokens, first) else None


def _told_before(said: Sequence[Found], found: Sequence[Found]) -> tuple[Token, ...]:
    """清扫率2025年为41%，2027年目标值为80%: what the value that is over is of, right before the first to be reached."""
    at = next((i for i, one in enumerate(said) if found and one is found[0]), 0)
    return naming(said[at - 1].noun) if at else ()


def _counted_alike(gone: Sequence[Found], found: Sequence[Found]) -> tuple[Token, ...]:
    """截至2025年底建成驿站56个。2026年新增18个: what was counted so in the sentence before that only tells."""
    alike = (one for one in reversed(gone) if found and one.quantity.unit == found[0].quantity.unit)
    return next((named for one in alike if (named := naming(one.noun))), ())


# Values without a word that says what is to be done.
_BARE = frozenset({"bare count", "bare measure", "bare share", "bare time", "in each"})


def _only_tells(one: Found, found: Sequence[Found]) -> bool:
    """管理人员12名 only tells; with a day to be done by, or among aims, it is a target, and so is 旅游收入100亿元 beside one, or what is
    compared: 参赛队伍100支以上."""
    asks = one.row == "bare measure" or one.quantity.comparator
    beside = asks and any(other.row not in _BARE for other in found)
    deed = bool(one.noun) and one.noun[-1].text in words("deed")  # 改厕5000户
    return one.row in _BARE and not beside and not deed


def _is_size_in_prose(reading: Reading, one: Found) -> bool:
    """候车厅300平方米: in a cell of norms it is asked for; in a sentence it may describe what is built, or where."""
    return one.row == "bare count" and one.quantity.dimension != "count" and reading.table_id is None


def _wanted(
    reading: Reading, tokens: Sequence[Token], timed: Sequence[Timed], opened: FoundTime | None
) -> list[Timed]:
    """The targets without those that have no time in their sentence and only tell; one that nothing but a heading or the
    title dates may tell how things are."""
    dated = (
        opened or reading.row_due or reading.section == "aims" or (reading.above or ("", ""))[1] != "title"
    )
    found = [one for one, _ in timed]
    wanted = [
        (one, when)
        for one, when in timed
        if when
        or not (
            (not dated and states(tokens, one))
            or (reading.above is None and not opened and reading.section != "aims" and is_rough(tokens, one))
            or (not _sets_aims(reading) and _only_tells(one, found))
            or _is_size_in_prose(reading, one)
        )
    ]
    return wanted if len(wanted) == len(timed) else _with_parts(wanted, timed)


def _with_parts(wanted: Sequence[Timed], timed: Sequence[Timed]) -> list[Timed]:
    """The wanted of a sentence with the parts that make one of them up, in the order of the words."""
    wholes = wholes_by_sum([one for one, _ in timed])
    kept = {one.at for one, _ in wanted}
    for one, _ in timed:  # a whole stands before its parts
        if wholes.get(one.at) in kept:
            kept.add(one.at)
    return [(one, when) for one, when in timed if one.at in kept]


def _sets_aims(reading: Reading) -> bool:
    """Whether what is only counted is to be reached: under 目标, in the column of a year, in a section of a year's work."""
    of_a_year = reading.above is not None and reading.above[1] == "heading"
    return bool(reading.row_due) or reading.section == "aims" or of_a_year


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
        per=per_of(tokens, one.at, one.noun),
        scope=scope_of(tokens, one),
        modality=last_word(tokens, one.at, "{plan.wish|modal.firm}"),
        change=q.change or sign_of(one),
        baseline_value=start_of(one),
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
        fact for reading, limit in zip(every, limits, strict=True) for fact in _of_reading(reading, limit)
    )


def _of_reading(reading: Reading, limit: Due | None) -> Iterator[Fact]:
    """The targets of a text; a number in words that one is read from says no rate besides: 每周至少安排两次集中夜查."""
    numeric = [*_numeric(reading, limit)]
    counted = [str(f.values["value_text"]) for f in numeric]
    yield from numeric
    for f in worded(reading):
        often = str(f.values["value_text"]) if f.values["kind"] == "rate" else ""
        if not often or not any(said.endswith(often) for said in counted):
            yield f
