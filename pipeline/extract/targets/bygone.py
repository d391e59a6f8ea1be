"""Whether a sentence tells what is over or how things are, and which of its times are only what a value is held against."""

# Long: what is over is told in one place, of a value, of its sentence and of those behind it.

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.deadlines import is_ahead, is_past, was_due
from pipeline.extract.reading import Reading
from pipeline.extract.targets.found import Found
from pipeline.language import scope
from pipeline.language.grammar import compiled, first, line
from pipeline.language.quantity import Quantity
from pipeline.language.section_kinds import LOOKS_BACK, Section
from pipeline.language.times import Calendar, FoundTime
from pipeline.language.tokens import Token, told_once
from pipeline.language.words import words

# 较2020年提高, 由2025年的29%降至, 以2025年能耗为基数: the time of what a value is held against, or starts from.
_HELD_AGAINST = "{link.than}{time}|{link.prep}{time.during}(?:{!hard|time})*{reach.be}{noun|measure}{mark.，}|{link.prep}{time}{reach}{noun|measure}|{core|link}{time}{link.de}|{link.from}{time}{link.de}|{link.and}{time}{link.than}|{!hard}?{time}(?:(?!{time})@P){0,3}{link.base}|{!hard}?{time}{link.de}{qty}"


_RECKONED = ("link", "told")
# 例如，某区建成泊位300个，可在全市推广: what another did.
_EXAMPLE = ("if", "example")
# 根据第七次人口普查数据，…; 经调查，…; 调查结果显示，…: what somebody found.
_FOUND_OUT = "^(?P<link>{link.prep|link.told})?(?:{!hard|qty|plan}){1,8}{mark.，}"
# 与去年同期相比，…: a sentence that opens with what it is held against, and wants nothing, tells what came of it.
_OPENS_AGAINST = "^{link.and}{past.year}{noun}{0,2}{link.than}?{mark.，}(?:{!plan})*$"
# 自2023年3月启动以来, 农田基建开工以来，…: since when something has been so.
_SINCE = "{time}@P{0,4}{past.since}|^(?:{!hard|qty})*{past.since}{mark.，}"
# 截至8月底，已开工20个，完成投资3亿元: what is so by then already, whatever year that is of.
_SO_FAR = "{time.past}(?:{!stop|plan|time})*{past}(?:{!stop|plan|time})*$"


def is_reached_then(tokens: Sequence[Token], at: int) -> bool:
    """由46%提升|至2030年|的97%: the time at `at` is that of the level that is reached."""
    moved = at > 0 and tokens[at - 1].kind in ("up", "down")
    return (
        moved
        and tokens[at].text.startswith(words("reach", "to"))
        and compiled("{link.de}(?!{qty.ratio}){qty}").match(line(tokens)[at + 1 : at + 3]) is not None
    )


# 从2020年的85提高到95, 由2020年3.5%降至2%: from when it has moved.
_MOVED = "{time.during}(?:{!hard|time})+?{up|down|reach.adjust}"


@told_once
def held_against(tokens: Sequence[Token]) -> frozenset[int]:
    """Where the times begin that say what a value is held against or starts from."""
    return frozenset(
        t.start
        for i, t, _ in scope.times_in(tokens)
        if (
            compiled(_HELD_AGAINST).match(line(tokens), max(0, i - 1))
            or (t.text.startswith(words("link", "from")) and compiled(_MOVED).match(line(tokens), i))
        )
        and not is_reached_then(tokens, i)
    )


def _is_found_out(tokens: Sequence[Token], codes: str) -> bool:
    """Whether a sentence opens with what somebody found out, and wants nothing."""
    match = compiled(_FOUND_OUT).match(codes)
    told = words("finding") if match and match["link"] else words("finding", "told")
    if not match or not tokens[match.end() - 2].text.endswith(told):
        return False
    return all(t.kind != "plan" and t[:2] != ("time", "by") for t in tokens)


# 据预测，2030年需求将达到1.2亿人次: what is to come without anybody's doing.
_FORETOLD = "^(?:(?P<sure>{link.foretold})|{link.told}(?:{!hard|qty|plan|time}){1,4}){mark.，}"


@told_once
def _is_foretold(tokens: Sequence[Token]) -> bool:
    match = compiled(_FORETOLD).match(line(tokens))
    ahead = match and (match["sure"] or tokens[match.end() - 2].text.endswith(words("finding", "ahead")))
    return bool(ahead)


_WHOLE = 100


def _is_composed(tokens: Sequence[Token], at: int) -> bool:
    """笔试占60%、面试占40%; 基金支付70%，个人承担30%: the parts of which a whole is made, which its shares add up to."""
    if tokens[at].cls != "share" or any(t.kind in ("plan", "time", "aim") for t in tokens):
        return False
    shares = [i for i, t in enumerate(tokens[1:], 1) if t.cls == "share" and tokens[i - 1][:2] in _PARTS]
    values = [said.value for i in shares if isinstance(said := tokens[i].said, Quantity)]
    return at in shares and len(values) > 1 and round(sum(values), 6) == _WHOLE


_PARTS = (
    ("reach", "of"),
    ("spend", "pay"),
    ("spend", ""),
    ("does", "bear"),
    ("divide", ""),
    ("divide", "bear"),
)
_FIRST_YEAR = 1950
# 2025年底, 2025年6月末: not 2025年底前, by which something was to be done.
_ENDS = ("底", "末")


def _stood_then(token: Token, calendar: Calendar) -> bool:
    """2025年底，志愿者达到42万人 in a notice of 2026: how things stood when that year ended."""
    end = token.said.time.end if isinstance(token.said, FoundTime) else None
    year = calendar.first_year
    bare = token.text[:1].isdigit() and token.text.endswith(_ENDS)
    return bool(bare and end and end.year and year and end.year < year)


# 2027年底前，巩固2025年整治成果，…: the year of what something is done to, where another time is still to come.
_OF_OBJECT = "(?:^|{hard})(?:{fill})*(?:{verb}|{make.drive}|{link.by}|{link.prep})(?P<time>{time})(?:{!hard|time|qty})+{mark.，}"
# 对2023年排查出的问题开展整改，整改率达到95%: the year tells which ones, and what is done to them is still to be done.
_OF_THOSE = "(?:{if.whom}|{link.object})(?:{!hard|time})*(?P<time>{time})(?:{!hard|time})*{link.de}(?:{!hard|time|past.aspect})*?{make|verb|up|down}(?:{!hard|time|past.aspect})*{mark.，}(?:{!past.aspect})*$"


def _of_those(tokens: Sequence[Token], at: int) -> set[int]:
    """Where times before token `at` begin that only tell to which ones something is still to be done."""
    return {tokens[m.start("time")].start for m in compiled(_OF_THOSE).finditer(line(tokens)[:at])}


_HAS_DONE = "{past.aspect}(?:{!stop|plan|time.by})*$"
# 改造2005年底前建成的小区19个: the last time tells which ones.
_WHICH_ONES = "{time}(?:{!hard|time})*{link.de}(?:{!time})*$"
# 确定了|今年|的10件实事: which ones those are that were chosen; 制定了今年的计划，培训500人 is another clause.
_CHOSEN = "{time}{link.de}(?:{!hard|time})*$"


def is_bygone(reading: Reading, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what a sentence says up to its token `at` lies behind: of a look back, or of a time that is over."""
    return _is_bygone(tokens, at, reading.calendar, reading.section)


# Asked for the targets, and for why a number is none.
@told_once
def _is_bygone(tokens: Sequence[Token], at: int, calendar: Calendar, section: Section | None) -> bool:
    if tokens[0][:2] == _EXAMPLE or _is_foretold(tokens):
        return True
    if (own := _dated_back(calendar, tokens, at)) is not None:
        return own
    before, codes = tokens[:at], line(tokens)[:at]
    if _is_composed(tokens, at) or first(_SO_FAR, codes):
        return True
    times = [t for i, t, _ in scope.times_in(tokens) if i < at]
    against = held_against(before) | scope.bracketed(tokens, at) if times else frozenset()
    since = {before[m.start()].start for m in compiled(_SINCE).finditer(codes)} if times else set()
    named = [t for t in times if t.start not in against and t.start not in since]
    named = _without_objects(calendar, tokens, at, named)
    said = {t.start: t.said for t in named if isinstance(t.said, FoundTime)}
    told = list(scope.with_years(named, said).values())  # 2020年，全年新增…: of that year
    # 据气象部门统计，降水减少69%: what somebody reckoned.
    if (
        section in (*LOOKS_BACK, "facts")
        or tokens[0][:2] == _RECKONED
        or since
        or _is_found_out(before, codes)
        or compiled(_OPENS_AGAINST).match(codes)
    ):
        return not any(is_ahead(t, calendar, section) for t in told)
    # 组建了3支队伍，全年处置险情430起: of the year that is told of.
    done = compiled(_HAS_DONE).search(codes)
    then = [i for i in range(done.start(), at) if isinstance(tokens[i].said, FoundTime)] if done else []
    chosen = compiled(_CHOSEN).search(codes) if then else None
    if then and all(_of_then(tokens[i]) or (chosen and i == chosen.start()) for i in then):
        return True
    last = max(said, default=None)
    stood = any(t.start == last and _stood_then(t, calendar) for t in named)
    met = bool(told) and was_due(told[-1], calendar) and not compiled(_WHICH_ONES).search(codes)
    return bool(told) and (stood or met or is_past(told[-1], calendar))


# 泊位3000个（2025年为2100个）: a year that opens a bracket is of the value in it.
_OF_YEAR = "{mark.（}{qty.time}{fill|core}*$"


def _without_objects(calendar: Calendar, tokens: Sequence[Token], at: int, named: list[Token]) -> list[Token]:
    """The times without those of what something is done to, if one of the others is still to come, or they only tell which ones."""
    those = _of_those(tokens, at) if named else set()
    named = [t for t in named if t.start not in those]
    found = compiled(_OF_OBJECT).finditer(line(tokens)[:at]) if named else ()
    of_object = {tokens[m.start("time")].start for m in found}
    others = (said for _, t, said in scope.times_in(tokens) if t.start not in of_object)
    ahead = any(is_ahead(said, calendar) for said in others) if of_object else False
    return [t for t in named if t.start not in of_object] if ahead else named


def _dated_back(calendar: Calendar, tokens: Sequence[Token], at: int) -> bool | None:
    """Whether the year in brackets that a value has to itself is over: 西岭区91%（2025年）in a notice of 2026, of the list it
    ends too; None where it has none."""
    if match := compiled(_OF_YEAR).search(line(tokens)[:at]):
        said = tokens[match.start() + 1].said
        year = calendar.written.year if calendar.written else calendar.year
        return (isinstance(said, Quantity) and bool(year) and _FIRST_YEAR <= said.value < (year or 0)) or None
    every = {t.start: said for _, t, said in scope.times_in(tokens)}
    found = every and (scope.right_behind(tokens, at, every) or scope.right_behind_list(tokens, at, every))
    return is_past(found, calendar) if found else None


def _of_then(token: Token) -> bool:
    """全年 behind a year: of that year."""
    end = token.said.time.end if isinstance(token.said, FoundTime) else None
    return end is not None and scope.lacks_year(token.text, end)


# What ends the telling of a year that is over, and of how things stood on a day.
_OVER, _STOOD = "{plan}", "{plan|make|up|down|hold|comparator.>=|comparator.<=}"
# 根据各县上报情况，截至8月20日，完成改造490户。完成率分别为…: told too.
_OPENS_TELLING = "(?:(?:{link.prep|link.told})(?:{!hard|qty|plan})*{mark.，})?@lead$"
_STANDS = "^(?:{fill|noun|make}){0,3}(?:{past}{qty.time}?{mark.，}|{past.since}|{comparator.~=}?{qty.time}{come})|^(?:{scope|modal}){0,3}{past.year}"


def still_tells(reading: Reading, tokens: tuple[Token, ...], told: str) -> str:
    """What ends the telling that a sentence begins or, without a time of its own, goes on with as `told` says: 2013年，就业规
    模扩大。新增就业48万人。截至2025年底，共有学校30所。完好率达98%。"""
    return _still_tells(tokens, told, reading.calendar)


@told_once
def _still_tells(tokens: Sequence[Token], told: str, calendar: Calendar) -> str:
    against, codes = held_against(tokens) | _of_those(tokens, len(tokens)), line(tokens)
    said = {
        i: time
        for i, t, time in scope.times_in(tokens)
        if t.start not in against and not (told and _of_then(t))
    }
    if not said:
        begins = compiled(_STANDS).match(codes)
        ended = compiled(_OVER if begins else told or _OVER).search(codes)
        return "" if ended else told or (_STOOD if begins else "")
    if not compiled(_OPENS_TELLING).fullmatch(codes[: min(said)]) or not all(
        is_past(t, calendar) for t in said.values()
    ):
        return ""
    kinds = {t.time.kind for t in said.values()}
    return _OVER if kinds <= {"during", "range"} else _STOOD if kinds == {"past"} else ""


# 2026年拟认定示范工厂20家: how many are to be chosen.
_MEANT = "{plan.wish|aim}|{plan.mean}(?:{!hard|qty})*{qty.count}"


def only_says_how(reading: Reading, tokens: Sequence[Token]) -> bool:
    """每队领队1名，队员不超过8名 of a notice that calls to a contest: how it is held; 力争参赛500人 is aimed at."""
    return reading.section == "event" and not compiled(_MEANT).search(line(tokens))


def only_asks(reading: Reading, tokens: Sequence[Token], at: int) -> bool:
    """Whether a value stands among conditions that its paragraph has led in, in a sentence that wants nothing and is of no time
    to come."""
    if tokens[at].start < reading.asks_from or compiled(_MEANT).search(line(tokens)):
        return False
    return not any(is_ahead(found, reading.calendar) for _, _, found in scope.times_in(tokens))


_FOR_WHOM = frozenset({"for whom", "for so many"})
# 为, 是, 占 and no word at all tell what is, but for 占 behind what is reached (装机达到300万千瓦，占总装机的60%); 达到, 不低于, 提高 may as well tell what is wanted.
_COMPARED = "comparator.<|comparator.<=|comparator.>|comparator.>=|bound.<|bound.<=|bound.>=|bound.~=|bound.="
_WANTS = f"{{plan|make|up|down|hold|handled|{_COMPARED}|superlative|aim|each|if|multiple|paper}}"
_IS = "{reach.be|comparator.~=}(?:{fill})*{qty}|(?<!(?:^|{!past}){core}(?:{fill|core})*{qty}{bound}?{mark.，}){reach.of}(?:(?!(?<={measure}{fill}*){core}){!hard|qty})*{qty}"
# 整合后的保护地面积占…: what is done in the clause that tells which ones is not wanted; nor in the whole of a share (占全省种植面积的28%).
_WHICH = "(?:^|{hard})(?:{!hard|reach|plan})*{link.de}|{reach.of}(?:{!hard|qty|plan|comparator|superlative|up|down|hold})*(?={qty})"
# 入驻企业102家；今年要引进25家: what is to be done goes on behind the stop.
_THEN = "{mark.；}(?:{fill})*{time.by|time.during}(?:{fill|core|noun})*(?:{plan|make|modal.new})"


# 200余处, 1000多万元: nobody aims at some more than a number.
_ROUGH = ("余", "多")


def is_rough(tokens: Sequence[Token], one: Found) -> bool:
    """Whether a value is such a number in a sentence that wants nothing."""
    rough = one.row not in _FOR_WHOM and any(word in tokens[one.at].text for word in _ROUGH)
    return rough and not compiled("{plan|time|aim}").search(line(tokens))


def states(tokens: Sequence[Token], one: Found) -> bool:
    """森林覆盖率为71.2%，合格率88%, 负荷率约70%: whether the words up to a value and in its part want nothing, and tell how things are."""
    if (
        one.row in _FOR_WHOM or one.quantity.dimension == "time"
    ):  # 为300名儿童筛查 is done for them, 公示期为5日 a norm
        return False
    if is_rough(tokens, one):
        return True
    before = max(
        (i for i in range(one.at) if tokens[i].cls in "；。" and tokens[i].kind == "mark"), default=-1
    )
    ends = (i for i in range(one.at, len(tokens)) if tokens[i].kind == "mark" and tokens[i].cls in "，；。")
    part = line(tokens)[before + 1 : next(ends, len(tokens))]
    told = compiled(_IS).search(part[: one.at - before])
    rest = line(tokens)[one.at :]
    then = compiled("(?:{!stop|time|plan|make})*" + _THEN).search(rest) if not told else None
    wants = compiled(_WANTS).search(compiled(_WHICH).sub("", part))
    return bool(told or then) and not wants
