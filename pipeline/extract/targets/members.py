"""The member of a list that each of its values is of: 甲率和乙率分别达到30%、35%, 甲率、乙率均达到90%."""

# Long: what one member of a list says for the others is asked in one place.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import TypeVar

from pipeline.extract.targets.found import Found
from pipeline.extract.targets.lists import grade_at, is_place, place_of
from pipeline.extract.targets.phrases import measures_only
from pipeline.extract.targets.subjects import without_measure
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import Token

_MEMBERS = "(?:{!mark.、|mark.，|link.and}+(?:{mark.、|mark.，|link.and}|$)){2,}"
_RATES = "(?:{!mark.、|link.and}*{measure}(?:{mark.、|link.and}|$)){2,}"


# 城镇居民和农村居民参保率、报销率: what joins the last member of a list joins, before others, words of one member.
_LISTED = "{mark.、|mark.，}|(?<={measure}){link.and}|{link.and}(?!(?:{!mark.，})*{mark.、})"
_JOINED = "{mark.、|mark.，|link.and}"


def _members(noun: Sequence[Token], cut: str) -> list[tuple[Token, ...]]:
    """The members of a list of nouns."""
    ends = [m.start() for m in compiled(cut).finditer(line(noun))]
    starts = [0, *(end + 1 for end in ends)]
    return [tuple(noun[a:b]) for a, b in zip(starts, [*ends, len(noun)], strict=True)]


# 上述两项指标: those that were named before.
_THOSE = "{each}?{noun}?{paper.aim|aim}"


_LONGEST_RATE = 4  # characters


def _of_the_same(one: Found, listed: tuple[Token, ...]) -> tuple[Token, ...]:
    """果蔬、肉类处理率分别达到…，腐损率分别降至…: the member before at the place of a rate of each."""
    members = _members(listed, _LISTED)
    rated = one.noun and one.noun[-1].kind == "measure" and _length(one.noun) <= _LONGEST_RATE
    if not rated or len(members) != one.many:
        return ()
    own, first = members[one.place], members[0]
    if own is members[-1] and own is not first:
        own = own[: len(own) - len(_tail(first, own))]
    return (*own, *one.noun) if own and own[-1].kind == "noun" else ()


T = TypeVar("T")


def _of_their_sum(found: Sequence[Found], at: int, before: Sequence[Found]) -> Found | None:
    """治理退化草原180万亩，年度任务分别为50万亩、60万亩、70万亩: of what so many are the parts."""
    one = found[at]
    parts = found[at - one.place : at - one.place + one.many]
    whole = round(sum(part.quantity.value for part in parts), 6)
    alike = (b for b in before if (b.quantity.value, b.quantity.unit) == (whole, one.quantity.unit))
    return next(alike, None) if one.many == len(parts) > 1 else None


def with_those(found: Sequence[tuple[Found, T]], above: Sequence[Found]) -> list[tuple[Found, T]]:
    """The values of a sentence, each whose noun only points to as many as stand before it, or in the sentence `above`, with
    the noun of the one at its place."""
    here: list[tuple[Found, T]] = []
    for at, (one, when) in enumerate(found):
        before = [value for value, _ in here[: len(here) - one.place]] or above
        points = one.noun and compiled(_THOSE).fullmatch(line(one.noun)) is not None
        if points and len(before) == one.many > 1:
            of = before[one.place]
            one = replace(one, noun=of.noun, of=of.of, many=1)
        elif points and (of_all := _of_their_sum([value for value, _ in found], at, before)):
            one = replace(one, noun=of_all.noun, of=of_all.of, verb=of_all.verb, row=of_all.row, many=1)
        elif len(before) == one.many > 1 and (noun := _of_the_same(one, before[one.place].noun)):
            one = replace(one, noun=noun, many=1)
        here.append((one, when))
    return here


# 2026年底，|覆盖率: a clause that a time opens, and a measure alone.
_OPENED_ANEW = (
    "(?:^|{mark.；}|{mark.。})(?:{time}|{mark.，}|{link}|{plan})*{time}(?:{time}|{mark.，}|{link}|{plan})*$"
)


_FAR_BACK = 12  # sentences; no reader looks further back for another of the name


def with_rates_of_before(
    tokens: Sequence[Token], every: Sequence[Found], before: list[list[tuple[Token, ...]]]
) -> list[Found]:
    """2025年，建制村覆盖率超过90%，服务站达到60个；2026年，覆盖率超过95%: a measure alone that only a time opens is the one that was named in
    full in this sentence or the one right `before`, and so are those listed behind it; of two names, wherever told, it
    is neither. `before` holds the measures of each sentence, and gets this one's."""
    before[:] = [*before[-_FAR_BACK:], []]
    done: list[Found] = []
    anew = False
    for one in every:
        noun = one.noun
        if noun and noun[-1].kind == "measure":
            begins = next((i for i, t in enumerate(tokens) if t.start == noun[0].start), 0)
            anew = anew or compiled(_OPENED_ANEW).search(line(tokens)[:begins]) is not None
            if anew and (full := _named_in_full(noun, before)):
                one = replace(one, noun=full, of=())
            before[-1].append(one.noun)
        done.append(one)
    return done


def _named_in_full(noun: Sequence[Token], told: Sequence[Sequence[tuple[Token, ...]]]) -> tuple[Token, ...]:
    """The one longer name that ends as the words do, of the last two sentences, () where there are two, or none."""
    said = _text_of(noun)
    longer = {_text_of(name) for names in told for name in names if _text_of(name).endswith(said)} - {said}
    near = [name for names in told[-2:] for name in names if _text_of(name) in longer]
    return near[-1] if near and len(longer) == 1 else ()


def each_rate(one: Found) -> list[Found]:
    """检查率、公示率达到100% says it of both, and so does 甲、乙排放总量分别下降15% with one value; 支出与收入之比达到1.1% of one."""
    if one.noun and one.noun[-1].text.endswith("之比"):
        return [one]
    codes = line(one.noun)
    of_each = any(t[:2] == ("each", "all") or t.kind == "apart" for t in one.way)
    all_of = of_each and compiled(_MEMBERS).fullmatch(codes)
    if one.many > 1 or not (all_of or compiled(_RATES).fullmatch(codes)):
        return [one]
    members = _members(_level_by_level(one.noun, len(_members(one.noun, _LISTED))), _LISTED)
    return [replace(one, noun=_in_full(own, members)) for own in members]


_LEVEL = "级"
_ORDINALS = tuple("一二三四五六七八九十")


def _end_of_like(own: Sequence[Token], last: Sequence[Token]) -> int:
    """Behind what in the last member is the word that ends as one before it does (氮氧化|物, 挥发性有机|物), 0 if none is."""
    for size in (2, 1):
        alike = [i for i, t in enumerate(last[:-1]) if own and t.text[-size:] == own[-1].text[-size:]]
        if alike:
            return alike[-1] + 1
    return 0


def _said_for_all(members: Sequence[tuple[Token, ...]]) -> Sequence[Token]:
    """What the last member of a list says for those before it, by one with its like there, else the most for one."""
    last = members[-1]
    bare = [member for member in members[:-1] if not compiled("{measure}$").search(line(member))]
    liked = [member for member in bare if _end_of_like(member, last)]
    return max((_tail(member, last) for member in liked or bare or members[:-1]), key=_length)


# 三大|主粮, 两|类|设施.
_SUMS = tuple(f"{number}{of}" for number in "两三四五六七八九" for of in ("大", "类", "种", "项"))


def _summed_up(last: Sequence[Token]) -> tuple[int, int]:
    """From where to where the last member of a list says what all are called together: 水稻|三大主粮|统防统治覆盖率."""
    for at in range(1, len(last) - 2):
        if _text_of(last[at : at + 2]).startswith(_SUMS):
            return at, at + (2 if last[at].text.startswith(_SUMS) else 3)
    return 0, 0


def _text_of(tokens: Sequence[Token]) -> str:
    return "".join(t.text for t in tokens)


def _tail(own: Sequence[Token], last: Sequence[Token]) -> Sequence[Token]:
    """参保人数 of 失业保险、工伤保险参保人数, 专任教师本科率 of 小学、初中专任教师本科率: what the last member of a list says
    for all, which begins behind the word that all end with, or behind as many words as the first has."""
    if len(own) == 1 and own[0].text in _ORDINALS and last[0].text[0] in _ORDINALS:  # 一 of 一、二、三产业
        return (last[0]._replace(start=last[0].start + 1, text=last[0].text[1:]), *last[1:])
    if own and all(t.kind == "make" for t in own):  # 新建、改扩建|驿站分别为20个、8个
        return tuple(dropwhile(lambda t: t.kind == "make", last))
    if len(last) > 1 and last[1].text == _LEVEL and is_place("".join(t.text for t in own)):
        return last[1:]
    if own and grade_at(own) == len(own) and grade_at(last):  # 特级 of 特级、一级资质企业
        return last[grade_at(last) :]
    if not compiled("{measure}$").search(line(last)):
        return ()
    if is_place("".join(t.text for t in own)):
        size = _length(own)
        if len(last[0].text) > size and is_place(last[0].text[:size]):  # 城镇、农村居民收入
            return (last[0]._replace(start=last[0].start + size, text=last[0].text[size:]), *last[1:])
        if of_place := place_of(last):
            return last[of_place:]  # 镇区、农村供水率
    if behind := _summed_up(last)[1]:
        return last[behind:]
    # 高血压 and 2|型|糖尿病: a number and its word are no words of the name
    words_ = len(own) + (2 if last[0].text.isdigit() and len(last) > len(own) + 2 else 0)
    tail = last[_end_of_like(own, last) or words_ :] or last[-1:]
    if own and tail and tail[0].text.startswith(own[-1].text):  # 居住|建筑 and 公共|建筑节能率
        said = len(own[-1].text)
        tail = (tail[0]._replace(start=tail[0].start + said, text=tail[0].text[said:]), *tail[1:])
    return tail


def _in_full(own: tuple[Token, ...], members: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """A member of a list with what its last member says for all: the most that it says for one."""
    ended = compiled("{measure}$").search(line(own)) or own is members[-1]
    return own if ended else (*own, *_said_for_all(members))


def _length(tokens: Sequence[Token]) -> int:
    return sum(len(t.text) for t in tokens)


_NAME = 3  # characters; less is half a rate


def _with_front(own: tuple[Token, ...], first: tuple[Token, ...]) -> tuple[Token, ...]:
    """开工率 behind 签约项目履约率 with what the first member is of, 水耗 behind 单位生产总值能耗 with that of which so much is used."""
    front = first[:-1] if first and first[-1].cls == "flow" else without_measure(first)
    short = len(own) == 1 and own[0].kind == "measure" and not measures_only(own)
    shared = _NAME <= _length(front) < _length(first)  # 换电率、供水率 are each of their own
    return (*front, *own) if short and shared else own


def _member_in_full(one: Found, members: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The member whose value `one` is, with what the last says for all, or the first (签约项目履约率、开工率)."""
    own, last = members[one.place], members[-1]
    measured = [compiled("{measure}$").search(line(member)) is not None for member in members]
    # 化学需氧量、氨氮、氮氧化物减排量: of substances one may end as a measure does, where another does not
    complete = measured[one.place] and (all(measured) or one.quantity.dimension in ("share", "count"))
    unlike = (
        bool(last) and last[-1].cls == "part" and one.quantity.dimension == "time"
    )  # 住院日、药占比降至8天和28%
    if own is not last and not complete and not unlike:
        return (*own, *_said_for_all(members))
    if own is last and (summed := _summed_up(last))[1]:
        return (*last[: summed[0]], *last[summed[1] :])
    return _with_front(own, members[0] if one.place else ())


_BOTH, _TOWN_AND_LAND = "城乡", ("城镇", "农村")
_HOW_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def _level_by_level(noun: tuple[Token, ...], many: int) -> tuple[Token, ...]:
    """县级医院 of 市、县两级医院: how many levels there are is no part of what each is called; 三级医院 beside 一级、二级 is one."""
    if sum(t.text[1:] == _LEVEL for t in noun) > 1:
        return noun
    return tuple(
        t._replace(start=t.start + 1, text=_LEVEL)
        if t.text[1:] == _LEVEL and _HOW_MANY.get(t.text[:1]) == many
        else t
        for t in noun
    )


def _ordinal_at(noun: tuple[Token, ...], place: int, many: int) -> tuple[Token, ...]:
    """二产增加值 of 一二三产增加值分别增长3%、7%、5%; 农村居民收入 of 城乡居民收入分别增长6%、7%."""
    first = noun[0].text if noun else ""
    if many == len(_TOWN_AND_LAND) and first.startswith(_BOTH):
        return (noun[0]._replace(start=-2, text=_TOWN_AND_LAND[place] + first[len(_BOTH) :]), *noun[1:])
    if many < 2 or len(first) != many or any(c not in _ORDINALS for c in first):
        return noun
    return (noun[0]._replace(start=noun[0].start + place, text=first[place]), *noun[1:])


_QUOTED = "{mark.“}{!mark.”}+{mark.”}"


def _quoted_at(noun: tuple[Token, ...], place: int, many: int) -> tuple[Token, ...]:
    """事项“网上办”“掌上办”比例分别达95%、80%: what stands around quoted words side by side is said of each; () of others."""
    if not (run := compiled(f"(?:{_QUOTED}){{2,}}").search(line(noun))):
        return ()
    quoted = [m.span() for m in compiled(_QUOTED).finditer(line(noun), *run.span())]
    apart = any(t.text == "，" for t in noun)  # “甲”“乙”两大工程，年供水…
    own = slice(*quoted[place]) if len(quoted) == many and not apart else None
    return (*noun[: run.start()], *noun[own], *noun[run.end() :]) if own else ()


def at_its_place(listed: tuple[Token, ...], one: Found) -> tuple[Token, ...]:
    """对企业、农户和商户，走访率分别达到100%、80%和50%: those listed at the place of the value; all that is listed where they are not
    as many."""
    every = (_members(listed, cut) for cut in (_LISTED, _JOINED)) if one.many > 1 else ()
    return next((found[one.place] for found in every if len(found) == one.many), listed)


def _before_comma(noun: tuple[Token, ...], one: Found) -> tuple[Token, ...]:
    """对药店、医院，检查覆盖率分别不低于30%和20%: what is measured of each of those listed before it; () of others."""
    commas = [i for i, t in enumerate(noun) if t.text == "，"]
    if len(commas) != 1 or not compiled("^(?:{!hard|mark.、|link.and})*{measure}$").match(
        line(noun)[commas[0] + 1 :]
    ):
        return ()
    listed = at_its_place(noun[: commas[0]], one)
    return (*listed, *noun[commas[0] + 1 :]) if len(listed) < commas[0] else ()


def distribute(one: Found) -> Found:
    """甲率和乙率分别达到30%、35%: the member of the list that the value at its place is of."""
    noun = _level_by_level(one.noun, one.many)
    if one.many > 1 and (own := _quoted_at(noun, one.place, one.many) or _before_comma(noun, one)):
        return replace(one, noun=own)
    every = (_members(noun, cut) for cut in (_LISTED, _JOINED))
    members = next((found for found in every if len(found) == one.many), [])
    if one.many < 2 or not members:
        named = _ordinal_at(one.noun, one.place, one.many)
        return replace(one, noun=named) if named is not one.noun else one
    # 货物贸易、对外投资分别占比达30%、20%: what is measured of all stands behind 分别
    return replace(one, noun=members[one.place] if one.late else _member_in_full(one, members))
