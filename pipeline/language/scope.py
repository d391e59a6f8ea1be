"""Which time governs a value, a duty, a grant: said once for all of them.

The nearest binding time to the left in the sentence; else one to the right of it, in a clause without a value of its
own; else the time that opened the paragraph. What opened a list, the 完成时限 of the point, the year over a section
and that in the title are found by whoever knows the points, and hold only where nothing nearer does.
"""

# Long: every place where the time of a value may stand is told in one module.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.times import Day, FoundTime, Precision, Time
from pipeline.language.times.bases import values
from pipeline.language.tokens import Token, told_once
from pipeline.language.words import words

#: The last day something is due, and how exactly it was said.
Due = tuple[date, Precision]
From = Literal["sentence", "item", "row", "heading", "title"]


@told_once
def times_in(tokens: Sequence[Token]) -> tuple[tuple[int, Token, FoundTime], ...]:
    """The times of a sentence, each with the number of its token."""
    return tuple((i, t, t.said) for i, t in enumerate(tokens) if isinstance(t.said, FoundTime))


# 新建100个，2025年底前完成: from the value to the time no other value, and none behind it before the stop.
_BEHIND = "^(?:{!stop|qty|this|time}){0,24}?(?P<time>{time})(?P<rest>(?:{!stop|qty|this|time|mark.，|mark.）})*)(?P<end>$|{mark.，|mark.）|stop})(?P<next>(?:{!stop})*)"


# 新增学位540个，新院区10月投入使用; 参数扩至1500项，实验室6月底前通过验收: when another thing is; 改造小区12个，所有小区10月底前完工 is when
# those are.
_OTHERS = "^(?:{!stop|qty|this|time})*{mark.，}(?P<who>(?:{scope|noun|each})*{noun}(?<!{noun.project|noun.generic})){time}(?:{fill|noun})*(?:{make.open}|{make.do}|{does}|{verb})"
# 打造3个示范村，3月底前报送名单; 培训300人，年底前建立名册; 建设桩群，6月底前完成选址: something else is done by then, or a step.
_OTHER_DEED = "(?:{fill})*(?:{verb}(?:{noun})+|(?:{make.do|make.found|make.perform|make.finish}){noun|paper|measure|verb|make|give}*{noun|paper|make|measure|give}|{reach.make}(?!{noun.generic|noun.project}){noun|measure}{noun|verb|measure}*{make})"
# 新建100个；2025年底前完成。: behind the stop nothing but the time and that it is done.
_ALONE = "^(?:{!stop|qty|this|time}){0,24}?{mark.；}(?:{fill})*(?P<time>{time})(?P<rest>(?:{fill|make.finish|make.open|handled|reach})*)(?P<end>$|{mark.。})(?P<next>)"


# （牵头单位：…；完成时限：2026年底前）: all of a bracket right behind the value.
_IN_BRACKET = "^{bound}?(?:{!hard|qty|this|time})*{mark.（}(?:{!mark.）|qty|this|time})*(?P<time>{time})(?P<deed>(?:{!hard|mark.、|qty|this})*)(?:{!mark.）|qty|this})*(?:{mark.）}|$)"


# 达到39%（2026年）、57%（2028年）: a bracket that holds nothing but a time is of the value before it.
_RIGHT_BEHIND = "{bound}?{mark.（}(?:{fill})*(?P<time>{time})(?:{fill|make.finish})*{mark.）}"


def right_behind(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The binding time that stands alone in a bracket behind token `at`."""
    match = compiled(_RIGHT_BEHIND).match(line(tokens)[at + 1 : at + 9])
    return bound.get(tokens[at + 1 + match.start("time")].start) if match else None


# 51%（2025年）、58%: what is said in a bracket behind another value is of that value, where a list or a change goes on.
_BRACKETED = "(?<={qty}){bound}?{mark.（}(?:{fill})*(?P<time>{time})(?:{fill|make.finish})*{mark.）}(?={mark.、|mark.；|link.and|up|down})"


def bracketed(tokens: Sequence[Token], at: int) -> set[int]:
    """Where times begin that stand alone in brackets behind values before token `at`."""
    return {tokens[m.start("time")].start for m in compiled(_BRACKETED).finditer(line(tokens)[: at + 1])}


# 达标率100%（2026年底前），新建站点36个（6月底前20个，年底前16个），在线率达到95%: what a bracket behind a value says is not of what
# another clause or member says, but of a part of it (其中农村20个).
_CLOSED_BRACKET = "{qty}{bound}?{mark.（}(?P<inside>(?:{!mark.（|mark.）|stop}|{mark.；})+){mark.）}(?:{mark.，|mark.；}(?!{includes})|{mark.、})"


def _is_bracketed(tokens: Sequence[Token], time: int, at: int) -> bool:
    """Whether the time token `time` stands in a bracket behind a value that another clause or member follows."""
    closed = compiled(_CLOSED_BRACKET).finditer(line(tokens)[:at])
    return any(m.start("inside") <= time < m.end("inside") for m in closed)


# 甲县85%、乙区91%（2025年）: the rest of a list of values without a bracket of their own.
_LIST_ON = "{bound}?(?:{mark.、|mark.，|link.and}(?:{noun|measure|scope|fill})*{qty}{bound}?)+(?={mark.（})"


def right_behind_list(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The time that stands alone in a bracket behind the list of values which token `at` begins or goes on."""
    match = compiled(_LIST_ON).match(line(tokens)[at + 1 :])
    listed = tokens[at : at + 1 + match.end()] if match else ()
    alike = {t.cls for t in listed if t.kind == "qty"} == {tokens[at].cls}
    return right_behind(tokens, at + len(listed) - 1, bound) if alike else None


# 建成15个，11月底前完工；新增3000个: what was to be done by then is over with its part, unless a comma opens more by it.
_CLOSED = (
    "{time}(?!{mark.，|mark.：})(?:{!stop|qty|this|time})*{mark.；}"
    # 2026年、2027年分别达到A、B；新建…: each is of its own value.
    "|{time}(?:(?:{mark.、}|{link.and}){time})*(?:{fill|core})*{apart}(?:{!stop|this})*{mark.；}"
    # 新院区10月投入使用，就诊率达到92%: when one thing opens is not when another is reached.
    "|(?<={noun}){time}(?:{fill|noun})*{make.open}{mark.，}(?:{scope|noun|measure})"
)


# 到2030年达到73%，其中2027年达到65%；每千人有床位45张: a time behind 其中 is of that part.
_OF_WHICH = "{includes.with}(?:{fill})*?$"


def _is_over(tokens: Sequence[Token], time: int, at: int) -> bool:
    """Whether token `at` stands behind the part of a sum that the time token `time` is of: behind ；, or behind ， where
    something is named that was not before 其中; 其中2026年，… opens what it is of as 2026年，… does."""
    if not compiled(_OF_WHICH).search(line(tokens)[:time]):
        return False
    marks = [i for i in range(time, at) if tokens[i].cls in ("，", "；")]
    if any(tokens[i].cls == "；" for i in marks):
        return True
    if not marks or marks[0] == time + 1:
        return False
    nouns = {t.text for t in tokens[marks[-1] : at] if t.kind in ("noun", "measure")}
    return bool(nouns) and nouns.isdisjoint(t.text for t in tokens[:time])


# 首剂接种率2026年达到70%，2027年达到80%: a clause with a time of its own, which no comma sets off; 2026年达到60%、2027年达到80%.
_OWN_TIME = (
    "(?:^|{mark.，}|(?<={qty}{bound}?){mark.、})(?:{!hard|time})*{time.by|time.during}(?!{mark.，|mark.：})"
)
# 每季度巡查, 登记后一个月内提供: how often, or how soon behind what happens.
_SOON_AFTER = "{link.when}(?:{!hard|time}){0,3}{qty.time}{bound.<=}"
# 3个工作日内响应: a limit that something is handled in is no value to be reached by then.
_LIMIT = "内"
_PARTS = ("，", "；")


def is_set_off(tokens: Sequence[Token], time: int) -> bool:
    """到2027年新建, 2027年，…: whether a time is said of more than the deed behind it."""
    behind = tokens[time + 1].cls if time + 1 < len(tokens) else ""
    return tokens[time].text.startswith("到") or behind in ("，", "：")


def _each_has_its_own(tokens: Sequence[Token], time: int, at: int) -> bool:
    """2027年达到80%，2028年底前达到90%；全程接种率…: of times that each have a clause of one part, the last is over with it."""
    end = next((i for i in range(time, at) if tokens[i].cls == "；"), None)
    begun = max((i + 1 for i in range(time) if tokens[i].cls in ("；", "。")), default=0)
    return end is not None and len(compiled(_OWN_TIME).findall(line(tokens)[begun:end])) > 1


def _comes_round(tokens: Sequence[Token], time: int, at: int) -> bool:
    """2月底前公布名单，每季度巡查1次: whether the clause of a value says how often or how soon, and not by the day of the deed
    before it; 10月15日前，建成5个；有效率每月不低于90% neither."""
    marks = [i for i in range(time, at) if tokens[i].cls in _PARTS]
    said = tokens[time].said
    if not marks or not isinstance(said, FoundTime) or said.time.kind == "range":
        return False
    to_day = said.time.end and said.time.end.precision != "year"
    own = line(tokens[marks[-1] + 1 : at + 2])
    soon = compiled(_SOON_AFTER).search(own)
    over = to_day and (soon or any(tokens[i].cls == "；" for i in marks))
    if is_set_off(tokens, time) and not over:
        return False
    limit = tokens[at].cls == "time" and at + 1 < len(tokens) and tokens[at + 1].text == _LIMIT
    return bool(limit or soon or compiled("{time.recurring}").search(own))


# 结转的5座4月底前完工，: a time right behind a value, with what is done by then.
_OF_PORTION = "(?<=(?P<of>{qty}){bound}?{noun}{0,3}){time}(?:{!hard|qty|time})*{make|verb|handled|reach}(?:{!hard|qty|time})*{mark.，}"


def _is_of_portion(tokens: Sequence[Token], time: int, at: int) -> bool:
    """结转的5座4月底前完工，新开工的7座: whether a time is of another part of what is counted at `at`."""
    match = compiled(_OF_PORTION).match(line(tokens)[:at], time)
    other = tokens[match.start("of")].said if match else None
    here = tokens[at].said
    return isinstance(other, Quantity) and isinstance(here, Quantity) and other.unit == here.unit


# 橙色预警期间减排比例, 同年覆盖率, 暑期组织活动: a time that no calendar has, said by a word of the value's own clause; 成活率一年后不低于85%,
# 近视率年度下降1个百分点.
_SPELLS = tuple("期季假")
# 早稻栽插前到位25台, 前两年完成20个, 第一年完成5个: before what happens, and years counted from some day.
_THAT_YEAR = "当年"  # of the year named before it
_SPELL = "{qty.time}{link.when}|{noun.period}(?={up|down|hold|reach})|^(?:{rank|link.when}{qty.time}|{noun.when})(?:{!qty})|^(?:{noun|verb|make}){1,4}{rank}(?!{qty})"


def unnamed(tokens: Sequence[Token], at: int) -> FoundTime | None:
    """The time that the clause of token `at` says without any day."""
    begun = max((i + 1 for i in range(at) if tokens[i].cls in ("，", "；", "。", "：")), default=0)
    clause = tokens[begun:at]
    lasts = tuple(word for word in values("occasion") if word.endswith(_SPELLS))
    opens = "".join(t.text for t in clause).startswith(lasts)
    said = clause[:1] if opens else [t for t in clause if t.text in words("spell")]
    match = compiled(_SPELL).search(line(clause))
    if match and clause[match.start()].text != _THAT_YEAR:
        said = clause[match.start() :]
    if not said or any(t.kind == "time" and t.cls != "recurring" for t in clause):
        return None
    day = Day(occasion=True)
    return FoundTime(Time("during", day, day), said[0].start, said[0].end, "spell")


# 9月底前，完成摸排；此后每半年核查一次，更新率100%: what comes after it is not done by it.
_AFTERWARDS = ("之后", "此后")


def _is_before(tokens: Sequence[Token], time: int, at: int) -> bool:
    """Whether a clause between says that it comes after the time."""
    return any(tokens[i].cls in _PARTS and tokens[i + 1].text in _AFTERWARDS for i in range(time, at - 1))


def _holds_on(tokens: Sequence[Token], time: int, at: int) -> bool:
    """Whether the time token `time` still holds where token `at` stands."""
    over = compiled(_CLOSED).match(line(tokens)[:at], time) or any(
        ends(tokens, time, at)
        for ends in (_is_over, _each_has_its_own, _comes_round, _is_of_portion, _is_before, _is_bracketed)
    )
    return not over


def before(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The nearest binding time to the left of token `at` in its sentence that holds on to there."""
    earlier = (
        bound[tokens[i].start]
        for i in reversed(range(at))
        if tokens[i].kind == "time" and tokens[i].start in bound and _holds_on(tokens, i, at)
    )
    return next(earlier, None)


def in_own_part(
    tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime], lasting: Mapping[int, FoundTime]
) -> FoundTime | None:
    """The time said behind token `at`, where its own part of the sentence says none before it: 到2027年新建20个；改造22个，2026年底前完工."""
    opened = max((i for i in range(at) if tokens[i].cls == "；"), default=-1)
    if opened < 0 or any(t.kind == "time" and t.start in bound for t in tokens[opened:at]):
        return None
    return behind(tokens, at, lasting)


# 新建冷库3座，3月开工，10月底前完工; 3座（3月开工、8月竣工）: the clauses behind a value that say by when what is done.
_STAGE = "(?:{mark.，|mark.（}|{mark.、}(?={time})){modal|plan|scope|includes}*(?P<time>{time})(?P<deed>(?:{!stop|qty|time|mark.，|mark.、|mark.）})*)(?=$|{mark.，|stop|mark.）}|{mark.、}{time})"
# 投入使用, 全部完成改造任务: no other thing; 完成选址, 出台办法 tell of a step or of another one.
_IS_DONE = "{modal|plan|scope|each|includes}*(?:{make|handled.decide}+{modal}*)+(?:{noun.generic|noun.project|paper.aim})*"


# 名额20名，请于5月10日前报送回执; 各镇4月20日前将具体方案报县农业局: what hands a paper in.
HANDS_IN = frozenset({"报", "报送", "上报"})


def _begins(tokens: Sequence[Token]) -> bool:
    return any(t.text in words("begun") for t in tokens)


def finished(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The time by which a later clause, of the steps told behind token `at`, says that all of it is done: the last such.
    How far it is by then (6月底前完成50%) may stand between, and what it costs or how large it is (总投资8000万元)."""
    rest, codes = tokens[at + 1 :], line(tokens)[at + 1 :]
    end = compiled("(?<!{mark.，}{noun}*{measure|fund}(?:{fill})*)(?!{qty.share}){qty}|{stop}").search(codes)
    stages = [m for m in compiled(_STAGE).finditer(codes) if not end or m.start() < end.start()]
    for stage in reversed(stages):
        deed = rest[slice(*stage.span("deed"))]
        if compiled(_IS_DONE).fullmatch(line(deed)) and not _begins(deed):
            return bound.get(rest[stage.start("time")].start)
    return None


def behind(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The binding time to the right of token `at`, where it opens no statement of another value."""
    if said := finished(tokens, at, bound):
        return said
    rest, codes = tokens[at + 1 :], line(tokens)[at + 1 :]
    if match := compiled(_IN_BRACKET).match(codes):
        return (
            None if _begins(rest[slice(*match.span("deed"))]) else bound.get(rest[match.start("time")].start)
        )
    if not (match := compiled(_BEHIND).match(codes) or compiled(_ALONE).match(codes)):
        return None
    opens_another = not match["rest"] and compiled("{qty}").search(match["next"])
    found = rest[match.start("time")]
    deed = rest[slice(*match.span("rest"))]
    others = compiled(_OTHERS).match(codes)
    named = {t.text for t in tokens[:at]}
    if others and rest[others.end("who") - 1].text not in named:
        return None
    if _begins(deed) or any(t.text in HANDS_IN for t in deed):
        return None
    if opens_another or compiled(_OTHER_DEED).fullmatch(match["rest"]):
        return None
    said = bound.get(found.start)
    # 安葬率达到55%，清明节期间零事故: what is done in days that the page does not name dates nothing before it
    nameless = said is not None and said.time.kind == "during" and said.time.end and said.time.end.occasion
    return None if nameless else said


# 培训400人，其中6月底前完成150人，其余在11月底前完成; 改造240台（10月底前完成100台，年底前全部完成）: when what is left of a whole is done,
# or the whole is, behind one of its parts.
_REST = "(?:{mark.，}?{includes.with}|{mark.（|mark.，})(?:{!stop|qty|mark.，})*{qty}(?:{!stop|qty|mark.，})*{mark.，|mark.；}(?P<rest>{includes.with}(?:{noun|link.de}|{qty}){0,3})?(?:{fill}){0,2}?(?P<time>{time.by|time.during})(?:{plan})*(?P<deed>(?:{!hard|qty|time})+)(?:{stop}|{mark.）}|$)"
_WHOLLY = "全部"


def rest_done(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The time by which what is left of token `at` is done, behind a part of it."""
    rest = tokens[at + 1 :]
    match = compiled(_REST).match(line(rest))
    deed = rest[slice(*match.span("deed"))] if match else ()
    if not match or not compiled(_IS_DONE).fullmatch(line(deed)) or _begins(deed):
        return None
    part = next(t.said for t in rest if t.kind == "qty")
    here = tokens[at].said
    alike = isinstance(part, Quantity) and isinstance(here, Quantity) and part.unit == here.unit
    wholly = match["rest"] or any(t.text == _WHOLLY for t in deed)
    return bound.get(rest[match.start("time")].start) if alike and wholly else None


# 剩余的12座2027年建成, 其余8个明年完成: a time right behind a value and before what is done by then.
_RIGHT_AFTER = "{bound}?(?:{noun}){0,3}(?P<time>{time})(?:{fill|noun})*(?:{make|verb|handled|reach})(?:{!hard|qty|time})*(?:{hard}|{time}|$)"


def right_after(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The binding time right behind token `at`, where a verb without another value follows."""
    match = compiled(_RIGHT_AFTER).match(line(tokens)[at + 1 :])
    return bound.get(tokens[at + 1 + match.start("time")].start) if match else None


# 2026年、2027年各新建12座: of each of the years listed.
_OF_EACH = "(?P<times>{time}(?:{mark.、|link.and}{time})+){mark.，}?(?:{modal|plan|scope})*{each.all}(?:{!hard|qty|time})*$"


def of_each(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> list[FoundTime]:
    """The times listed before token `at` of each of which it is said; none where it is said of one."""
    match = compiled(_OF_EACH).search(line(tokens)[:at])
    listed = tokens[slice(*match.span("times"))] if match else ()
    said = [bound.get(t.start, t.said) for t in listed if t.kind == "time"]
    times = [found for found in said if isinstance(found, FoundTime) and found.time.end]
    return times if len(times) == len(said) else []


def holds_back(tokens: Sequence[Token], earlier: int, later: int, found: FoundTime) -> bool:
    """Whether a time behind a value holds for the one before: 3座，5处，2027年底前完成; not 30平方米，6个在3月前补齐."""
    whose = [t for t in tokens[later + 1 :] if t.end <= found.start][-1:]
    named = {t.text for t in tokens[:earlier]}
    if any(t[:2] == ("noun", "") and t.text not in named for t in whose):
        return False  # 牧场2个，网箱300口，网箱11月底前投产: of the last alone
    behind_it = {t.text for t in tokens[later:] if t.start < found.start}
    return not behind_it.isdisjoint("，（；") or all(t.text != "，" for t in tokens[earlier:later])


# 培训3000人，两年内完成: a span of years behind the value, with nothing else done in it.
_WITHIN = "^(?:{!stop|qty|this|time}){0,24}?{mark.，}(?:{fill})*(?P<time>{time.duration})(?:{fill|make.finish|make.open|make.build|make.drive|handled|reach|verb})+(?:$|{mark.。}|{mark.；})"


def done_within(tokens: Sequence[Token], at: int, bound: Mapping[int, FoundTime]) -> FoundTime | None:
    """The span of years in which what token `at` counts is to be done, said behind it."""
    match = compiled(_WITHIN).match(line(tokens)[at + 1 :])
    return bound.get(tokens[at + 1 + match.start("time")].start) if match else None


def paired(tokens: Sequence[Token], place: int, many: int) -> FoundTime | None:
    """到2026年和2028年，…分别达到A和B; 2026、2029年分别…: the time of the same place in its own list."""
    if many < 2:
        return None
    times = {i: said for i, _, said in times_in(tokens) if said.time.end}
    # 2026年180公里，2027年、2028年分别210、240公里: the list of times begins behind the value of another one.
    values = (i for i, t in enumerate(tokens) if t.kind == "qty" and i < max(times, default=0))
    since = max(values, default=0)
    places = [i for i in times if i >= since]
    if len(places) == 1 and (of_years := _years_of(tokens[places[0]], many)):
        return of_years[place]
    listed = [times[i] for i in places]
    # 2027年投入运行；实验室2026年、2027年分别为2家、3家: only the times of one list.
    if match := compiled("{time}(?:(?:{mark.、}|{link.and}){time})+(?=(?:{!hard|time})*$)").search(
        line(tokens)
    ):
        listed = [said for i, said in times.items() if i >= match.start()]
    # 2015年20个；2016年15个、5个: two times, and no list of them.
    return listed[place] if len(listed) == many else None


_QUARTERS = "季度"


def _years_of(token: Token, many: int) -> list[FoundTime]:
    """2026—2028年分别14、77、287座, 一至四季度分别2、3、3、2座: a stretch of as many years, quarters or months as there are values, one
    after the other; else none."""
    found = token.said
    if not isinstance(found, FoundTime):
        return []
    first, last = found.time.start, found.time.end
    if first and last and first.month and last.month and last.precision == "month":
        step, over = divmod(last.month - first.month + 1, many)
        same = first.year == last.year and not over and step == (3 if _QUARTERS in token.text else 1)
        ends = range(first.month + step - 1, last.month + 1, step) if same else ()
        days = [replace(last, month=month) for month in ends]
        return [replace(found, time=replace(found.time, kind="during", start=None, end=day)) for day in days]
    if found.time.kind != "range" or not first or not last or last.precision != "year":
        return []
    if not first.year and not last.year and last.ahead - first.ahead + 1 == many:  # 明后两年
        days = [replace(last, ahead=ahead) for ahead in range(first.ahead, last.ahead + 1)]
    elif first.year and last.year and last.year - first.year + 1 == many:
        days = [replace(last, year=year) for year in range(first.year, last.year + 1)]
    else:
        return []
    return [replace(found, time=replace(found.time, kind="during", start=None, end=day)) for day in days]


# X 2027年达到39%, 力争2028年更新155只, 2027年每个街道增设9个: a time where an adverb stands; so too 其中2026年，….
_ADVERB = "(?<!{if.whom}{!hard}*){time.by|time.during|time.range}(?=(?:{fill})*(?:{core|make|verb|own|each|gift|give.support|handled|link.from|qty})|{measure}(?:{fill})*(?:{core}|{qty})|{mark.）})|(?<=(?:^|{hard}){includes.with}){time.by|time.during|time.range}(?={mark.，})"


# （2029年） right behind a value; 2026年规划建设7座: a year with nothing but a deed behind it; 提升至2030年的97%; 完成今年造林40万亩.
_YEAR_ALONE = "(?:{qty|bound}{mark.（}(?P<a>{time.during}){mark.）}|(?:^|{hard})(?:{fill})*?(?P<b>{time.during})(?={noun}?{make}(?:{!stop})*{qty}|{noun}+{verb}{qty})|(?:{up|down|reach})(?P<c>{time.by|time.during}){link.de}(?!{qty.ratio}){qty}|{make.finish}(?P<d>{time.during})(?=(?:{noun|measure|verb|make})+{qty}))"


def years_alone(tokens: Sequence[Token]) -> dict[int, FoundTime]:
    """Years that look like a part of a name and are when something is done, by where they begin."""
    places = (max(map(m.start, "abcd")) for m in compiled(_YEAR_ALONE).finditer(line(tokens)))
    said = (tokens[i].said for i in places)
    return {t.start: t for t in said if isinstance(t, FoundTime)}


def adverbial(tokens: Sequence[Token]) -> set[int]:
    """Where times begin that say when something is done, by their place in the sentence."""
    return {tokens[m.start()].start for m in compiled(_ADVERB).finditer(line(tokens))}


def lacks_year(text: str, day: Day) -> bool:
    """Whether a day is of the year that was named before it: 9月底前, 年底前 of 2027年3月底前…，9月底前…, 全年 of 2027年，全年…;
    not 今年9月底前."""
    of_a_year = day.month or text.startswith(("年底", "年末", "全年", "年内"))
    told = day.year or day.ahead or day.occasion or any(word in text for word in values("year"))
    return bool(of_a_year) and not told


def _of_year(found: FoundTime, last: Day, year: int) -> FoundTime:
    """A time without a year, of this year."""
    start = found.time.start
    first = replace(start, year=year) if start and not start.year else start
    return replace(found, time=replace(found.time, start=first, end=replace(last, year=year)))


def with_years(tokens: Sequence[Token], bound: Mapping[int, FoundTime]) -> dict[int, FoundTime]:
    """`bound`, a month without a year taking that of the time before it: 2027年3月底前…，9月底前…."""
    dated = {at: found for at, found in bound.items() if not found.time.end}
    year: int | None = None
    for token in tokens:
        if not isinstance(token.said, FoundTime) or not (end := token.said.time.end):
            continue
        if found := bound.get(token.start):
            last = found.time.end
            if year and last and lacks_year(token.text, last):
                found = _of_year(found, last, year)
            dated[token.start] = found
        # 到2027年达到5000张，年底前新增500张: an aim of years ahead is not the year of what is done on the way.
        sets = end.month or token.said.time.kind != "by"
        year = end.year if end.year and sets else year
    return dated
