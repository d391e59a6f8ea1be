"""Lists of values: the next member of one, the same thing said again, the nouns that 分别 pairs with the values."""

# Long: what one member of a list owes to the others is told in one place.
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from pipeline.extract.agents import is_agent
from pipeline.extract.targets.clauses import Clause, as_noun
from pipeline.extract.targets.found import HANDLING, Found
from pipeline.extract.targets.parts import parts_in_brackets
from pipeline.extract.targets.phrases import is_how_often, is_in_each, is_rate
from pipeline.language import patterns
from pipeline.language.departments import is_agency_or_department
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token
from pipeline.language.words import words

# 建设5个项目631公里: how long or wide what was counted is.
_EXTENT = frozenset({"length", "area", "volume", "mass", "power", "energy"})
# A member of a list is of the kind of the one before; a share, a time or money never of another.
_APART = frozenset({"share", "time", "money", "points"})
#: Rows whose noun stands behind the number.
NOUN_BEHIND = frozenset(
    {
        "made",
        "each so many",
        "each by norm",
        "made there",
        "made which",
        "listed and made",
        "there to be",
        "made share",
        "in places",
        "who reach",
        "share of whom",
        "put to use",
        "time each",
    }
)


def _noun_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words that may name something: 街巷步道 of 其中街巷步道, nothing of 为全区."""
    named = tuple(t for t in tokens if t.kind not in ("includes", "modal", "plan", "scope", "link"))
    return named if any(t.kind in ("noun", "measure") for t in named) else ()


_OF_WHICH = "其中"
# 国家|级, 3|A|级: words of a level.
_LONGEST_LEVEL = 4
# What may stand between two members of a list: 1个老年协会、1名助理和1支队伍; 瞪羚企业1000家、独角兽企业80家.
_GAP = "(?P<after>@np*?){bound}?{mark.）}?(?:{mark.（}(?:@n{1,4}|{time}|{qty}{bound}?){mark.）})?(?P<sep>{mark.、|mark.，|mark.；|link.and}|{mark.（}{includes.with}?)(?P<noun>(?:{fill})*(?:{!hard|qty|this|plan|comparator|apart|up|down|hold|time})*?)(?:{fill|comparator})*$"


def noun_behind(clause: Clause) -> tuple[Token, ...]:
    """The noun right behind the quantity of a clause: 5个|村文化站."""
    rest = clause.tokens[clause.at + 1 :]
    match = compiled(
        "^{bound}?+{link.de}?+(?P<noun>(?!{mark.、|link.and})(?:(?!{link.de}{paper})@np)+)"
    ).match(line(rest))
    return rest[slice(*match.span("noun"))] if match else ()


def _is_level(noun: Sequence[Token]) -> bool:
    """Whether words only grade what is counted: 省级, 国家级, 3A级, 县级以上, 10亿元以上."""
    noun = noun[:-1] if len(noun) > 1 and noun[-1].kind == "bound" else noun
    return (
        noun[-1].cls == "size"
        or _is_sum(noun[-1])
        or (
            noun[-1].text.endswith(words("noun", "grade"))
            and sum(t.kind == "noun" for t in noun) < _LONGEST_LEVEL
        )
    )


def _is_sum(token: Token) -> bool:
    """亿元 of 亿元以上项目, and 5000万元: how large those counted are."""
    return token.cls == "money" or (token.text.endswith("元") and set(token.text[:-1]) <= _MAGNITUDES)


_MAGNITUDES = frozenset("十百千万亿")


def _is_like(noun: Sequence[Token], whole: Sequence[Token]) -> bool:
    """肉牛存栏30万头、出栏15万头: a word that ends as the last of what was named does, and stands for it."""
    both = [*noun, *whole[-1:]]
    return len(both) == 2 and len(whole) > 1 and len({(len(t.text), t.text[-1]) for t in both}) == 1


def _part_of_it(last: Found, noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """改建公路90公里，其中东山县30公里、其余各县60公里: of a place that stands alone what was named before is counted."""
    where = noun[1:] if noun and noun[0].kind == "includes" else noun
    parted = last.row == "done by places"  # 建设口袋公园，市区15个、县城8个
    apart = (
        is_where(where)
        if parted
        else all(t.kind in ("noun", "scope") for t in where) and is_region(_text(where))
    )
    told = _where_at(last.noun) if parted else _named_place(last.noun)
    if (
        not where
        or not apart
        or not last.noun
        or last.noun[-1].kind == "measure"
        or not (told or where != noun)
    ):
        return ()
    known = next((i for i, t in enumerate(last.noun) if t.text not in words("named")), 0)
    rest = noun[:1] if where != noun and noun[0].text != _OF_WHICH else ()
    return (*(t._replace(kind="noun", cls="") for t in (*rest, *where)), *last.noun[max(known, told) :])


def is_where(words_: Sequence[Token]) -> bool:
    """Whether words say where, or of which level, so many are: 城区, 各镇, 市级."""
    said = all(t.kind in ("noun", "scope") for t in words_)
    return (
        bool(words_)
        and said
        and (is_region(_text(words_)) or words_[-1].text.endswith(words("noun", "grade")))
    )


def _where_at(noun: Sequence[Token]) -> int:
    """How many of the first words say where."""
    return max((n for n in range(1, len(noun)) if is_where(noun[:n])), default=0)


def _is_of_making(token: Token) -> bool:
    """新增, 净增, 培育: how so many come to be."""
    return token.text in words("named") or token.kind in ("make", "up", "verb")


_KINDS_OF_PLACES = ("社区", "小区", "农村", "乡村", "城区", "镇区")
_SHORTEST_PLACE = 3  # characters; 农村, 城区 are kinds of places


def _named_place(noun: Sequence[Token]) -> int:
    """How many of the first words, but not all, name one place: 临溪|县."""
    names = ((n, "".join(t.text for t in noun[:n])) for n in range(len(noun)))
    named = ((n, name) for n, name in names if len(name) >= _SHORTEST_PLACE and is_place(name))
    return max((n for n, name in named if not name.endswith(_KINDS_OF_PLACES)), default=0)


def _only_grades(noun: Sequence[Token]) -> str:
    """`level` of 市级, 其中县级以上, `place` of 城区: of which level, or where, and not what; "" of other words."""
    said = [t for t in noun if t.kind not in ("includes", "link", "modal", "plan", "bound")]
    if not said or any(t.kind != "noun" for t in said):
        return ""
    grades = said[-1].text.endswith(words("noun", "grade"))
    return "level" if grades else "place" if is_region(_text(said)) else ""


# 改造厕所500座，其中城区改造100座; 安装器材447套，其中市级支持安装350套: the same deed, and where or by whom.
_DONE_BY = "{includes.with}?(?P<where>{noun|scope}+)(?:{make|give|modal})*{make}"


def _where_again(last: Found, noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """其中城区改造100座: where, or for whom, so many of what was named before have the same done to them."""
    whose = compiled(_DONE_BY).fullmatch(line(noun))
    where = noun[slice(*whose.span("where"))] if whose else ()
    if not whose or noun[-1].text not in [t.text for t in last.verb] or not is_where(where):
        return ()
    of_it = _part_of_it(last, noun[: whose.end("where")])
    return of_it or (where if is_region(_text(where)) else last.noun)


def _is_own_deed(last: Found, said: Quantity, deed: Sequence[Token]) -> bool:
    """义务植树60万株、育苗800亩, 扶持农户200户、种植3000亩: in another unit a deed that no closed class holds, and any behind
    those it is done for, is done to nothing that was named."""
    if len(deed) == len(("避险", "搬迁")) and last.quantity.unit != said.unit:
        return deed[0].kind == "verb" and deed[1].kind in ("make", "verb")
    if len(deed) != 1 or len(deed[0].text) == 1:
        return False
    if is_how_often(said.unit) and is_how_often(last.quantity.unit):  # 培训2次，抽检3次
        return deed[0].kind == "verb" or deed[0][:2] == ("make", "do")
    if last.quantity.dimension == said.dimension:
        return False
    persons = last.quantity.unit.endswith(words("counter", "person", "household"))
    return deed[0].kind == "verb" or (persons and deed[0][:2] == ("make", "do"))


def _of_such(last: Found, noun: Sequence[Token]) -> tuple[Token, ...]:
    """教师 of 每校配备1名教师，在校生超过1000人的|配备2名: what those of another size have is what was named before."""
    return (
        last.noun
        if len(noun) > 1 and noun[-1].kind in ("make", "verb", "spend") and noun[-2].cls == "de"
        else ()
    )


def _noun_between(last: Found, said: Quantity, gap: Sequence[Token], mark: str) -> tuple[Token, ...]:
    """What the words between two values say the second is of; `gap` is what stands behind the separator.

    开工39个、完工135个: of the same thing; 其中新建30万亩: of the same thing, and how it comes to be.
    """
    noun = tuple(t for t in gap if t.kind != "time")
    if _is_own_deed(last, said, noun):
        return noun
    if of_it := _part_of_it(last, noun) or _where_again(last, noun) or _of_such(last, noun):
        return of_it
    if noun[-1:] and noun[-1].cls == "de" and _only_grades(noun[:-1]):
        noun = noun[:-1]  # 其中国家级的3家
    if _only_grades(noun) and _only_grades(last.noun) == _only_grades(noun):
        return noun  # 建成市级79个、县级78个: of what, is said before
    if (
        last.noun
        and compiled("{includes}*@n*(?:{noun.grade}|{noun}|{qty.money}){bound}?").fullmatch(line(noun))
        and _is_level(noun)
    ):
        begun = next((i for i, t in enumerate(last.noun) if t.start < last.noun[0].start), 0)
        behind = tuple(t for t in last.noun[grade_at(last.noun) :] if t.kind != "bound")
        graded = behind or last.noun[begun:]  # 国家级园区1个、省级2个
        return (*(t for t in noun if t.kind != "includes"), *graded)  # 其中省级5口, 其中县级以上20个
    each = is_in_each(last.noun, last.quantity.unit)  # 每个镇不少于1个，累计投放300吨
    if not _noun_of(noun) and (each or all(t.kind not in ("make", "verb", "includes") for t in noun)):
        return ()
    which = max((i + 1 for i, t in enumerate(last.noun) if t.cls == "de"), default=0)
    if noun[-1].cls == "de" and (
        thing := [i for i, t in enumerate(last.noun) if i >= which and not _is_of_making(t)]
    ):
        return (*noun, *last.noun[thing[0] : thing[-1] + 1])  # 净增企业100家，其中营收过亿元的20家
    if len(noun) == 1 and _is_like(noun, last.noun) and noun[0].text.endswith(words("ordered")):
        return (*last.noun[:-1], *noun)  # 步道一期12公里、二期8公里
    if noun and all(t.kind in ("make", "verb", "modal", "up", "includes") for t in noun):
        if mark == "、" and _is_like(noun, last.noun):
            return (*last.noun[:-1], *noun)
        named = tuple(t for t in noun if t.text in words("named")) if mark != "、" else ()
        known = next((i for i, t in enumerate(last.noun) if t.text not in words("named")), 0)
        return (*named, *last.noun[known:])
    return noun


def is_done_only(between: Sequence[Token]) -> bool:
    """Whether only a deed stands between two values."""
    return any(t.kind in ("make", "verb") for t in between) and not _noun_of(tuple(between))


def _is_done_else(last: Found, between: Sequence[Token]) -> bool:
    """新建书房3座、改造2座: another deed alone, so that those are not new; 完成2座 is said of the new ones."""
    deeds = [t for t in between if t.kind in ("make", "up")]
    return (
        is_done_only(between)
        and bool(deeds)
        and deeds[-1].cls not in ("finish", *(t.cls for t in last.verb[-1:]))
    )


def _is_said_apart(last: Found, before: Sequence[Token]) -> bool:
    """Whether 分别 stands before the last value."""
    return any(t.kind == "apart" for t in (*last.way, *before))


# 建水库1座，总库容128万立方米: how much it holds.
_HELD = frozenset({"volume", "mass", "power", "energy"})


def _member(last: Found, said: Quantity, at: int, noun: tuple[Token, ...]) -> Found:
    """`said` as a value of `noun` beside `last`."""
    one = replace(last, quantity=said, at=at, noun=noun, start=None)
    if noun and all(t.cls == "extent" for t in noun):  # 桥梁1座，全长470米、宽30米: of what was counted
        thing = tuple(t for t in last.noun if t.cls != "extent")
        return replace(one, row="done", noun=(*thing, *noun))
    # 新开工项目300个，治理面积5000公顷: not what is new of it
    held = said.dimension in _HELD or (noun and noun[-1].kind == "measure")
    measured = noun and held and last.quantity.dimension != said.dimension
    # 更新客车6辆，报废货车9辆; 改建公路9公里，危桥改造6座; 新建项目20个、前期项目8个
    deed = bool(noun) and (noun[0].kind in ("make", "verb") or noun[-1].kind in ("make", "verb"))
    done = deed or _says_nothing(last.noun)
    mean = bool(noun) and noun[0].cls == "mean"  # 新增场地面积10万平方米，人均面积2.8平方米
    return replace(one, verb=()) if noun and (measured or done or mean) else one


# 搬迁800户|3200人, 更新管网51公里（413处）: what is counted is counted once more in another way, and nothing is said of that.
_AGAIN = "{bound}*(?P<open>{mark.（})?$"


def _is_counted_again(clause: Clause, gap: Sequence[Token], alike: bool) -> bool:
    beside = compiled(_AGAIN).match(line(gap))
    ends = "{bound}?{mark.）}" if beside and beside["open"] else "{bound}?(?:{hard|mark.、}|$)"
    return bool(beside and (alike or beside["open"]) and compiled(ends).match(clause.codes, clause.at + 1))


# 配备从业人员1名，500人以上的|学校至少配备管理员1人: those of that size do something themselves.
_WHO_DO = "{bound}{link.de}?@n+?(?:{fill|comparator|superlative})*{make|own}(?:{!hard|qty})*{qty}"


# 一季度开工项目20个，上半年35个，全年50个: only until when.
_BY_WHEN = "{bound}?{hard}(?:{time}|{modal}|{comparator})*{time}(?:{modal}|{comparator})*"
_AHEAD = "提前"
# 甲由50万元提高到60万元: from where a value starts.
_STARTS_AT = "{link.from}{this}(?:{up.to}|{down.to}|{reach})"


def _between(
    gap: tuple[Token, ...], match: patterns.Match, alike: bool, is_part: bool
) -> tuple[Token, ...] | None:
    """What stands between two values behind what parts them; of a bracket only where so many are: 书房20个（市区12个、镇区8个),
    but 器材500件（更新200件）, or what the sum proves to be the parts."""
    at, between = match.start("sep"), gap[slice(*match.span("noun"))]
    if gap[at].cls == "（" and gap[at + 1].kind != "includes":
        if not alike and between and all(t[:2] == ("noun", "") for t in between):
            return between  # 停车场5处（车位1200个）
        if not between or not (is_part or is_where(between)):
            return None
        between = (between[0]._replace(kind="includes", cls="with", text=_OF_WHICH), *between)
    if between and between[-1].text == _AHEAD:
        return None  # 停用时间不超过3日，并提前2日公告
    if is_part and all(t.kind in ("noun", "verb", "includes") for t in between):  # 供水18公里、排水12公里
        return tuple(as_noun(t) if t.kind == "verb" else t for t in between)
    return (*between, *(t for t in gap[-1:] if between and t.cls == "de"))


def _is_of_body(noun: Sequence[Token]) -> bool:
    return bool(noun) and is_agency_or_department(_text(noun))


def _no_more_each(last: Found, parted_by: str) -> Found:
    """每千人拥有企业40家，“个转企”2000家: what a comma parts is of all, and not of so many; 大棚新增300亩；果园2万亩: nor is it new."""
    if last.row == "grows by" and parted_by == "；":
        return replace(last, row="done", verb=())
    return replace(last, row="done", base=()) if last.row == "each has" and parted_by == "，" else last


def _starts_here(clause: Clause) -> bool:
    return clause.at > 0 and compiled(_STARTS_AT).match(clause.codes, clause.at - 1) is not None


def _noun_of_next(clause: Clause, last: Found, gap: Sequence[Token]) -> tuple[tuple[Token, ...], Found]:
    """The noun behind a further value where that of the `last` stands behind it too, or where the word that parts it stands right
    before it (支管860公里，其余42公里旧管道|完成修复; in another unit also 、: 新生1.2万人、280个班), and the last as one of such a list."""
    if last.row in NOUN_BEHIND:
        return noun_behind(clause), last
    said = clause.tokens[clause.at].said
    others = len(gap) == 1 and gap[0].cls == "、" and getattr(said, "unit", "") != last.quantity.unit
    parted = others or gap[-1][:2] == ("includes", "with")
    noun = tuple(takewhile(lambda t: t.kind == "noun", noun_behind(clause))) if parted else ()
    return noun, replace(last, row="made") if noun and not others else last


def goes_on(clause: Clause, last: Found | None, last_at: int) -> Found | None:
    """The next member of the list that `last` is in, if only a separator and a noun stand between them."""
    said = clause.tokens[clause.at].said
    if last is None or _starts_here(clause) or not isinstance(said, Quantity):
        return None
    gap, was = clause.tokens[last_at + 1 : clause.at], last.quantity
    here = replace(last, quantity=said, at=clause.at, start=None)
    if compiled("{bound}?@n+").fullmatch(line(gap)) and said.dimension in _EXTENT:
        return replace(here, row="done", noun=gap, again=gap == last.noun)
    counted = {was.dimension, said.dimension} <= {*_EXTENT, "count"}
    if counted and was.unit != said.unit and _is_counted_again(clause, gap, was.dimension == said.dimension):
        return replace(here, again=True)
    match = compiled(_GAP).match(line(gap))
    apart = _is_said_apart(last, clause.tokens[max(0, last_at - 4) : last_at])
    mixed = _APART & {was.dimension, said.dimension} and was.dimension != said.dimension
    if not match or not match["sep"] or (mixed and not apart):  # 甲率、乙人口分别达到65%、120万人
        return None
    parted_by = gap[match.start("sep")].cls
    noun, last = _noun_of_next(clause, last, gap)
    between = _between(gap, match, was.unit == said.unit, clause.at in parts_in_brackets(clause.tokens))
    if between is None or (noun and compiled(_WHO_DO).match(clause.codes, clause.at + 1)):
        return None
    if not noun and (last.row not in NOUN_BEHIND or _noun_of(between) or _part_of_it(last, between)):
        noun = _noun_between(last, said, between, parted_by)  # 建设5条步道，其中街巷步道3条
        last = replace(last, row="done") if last.row in NOUN_BEHIND else last
    until_when = was.unit == said.unit and compiled(_BY_WHEN).fullmatch(line(gap))
    noun, last = last.noun if until_when and not noun else noun, _no_more_each(last, parted_by)
    if said.dimension == "time" and _is_of_body(noun):
        return None  # 公示期不少于5个工作日；财政部门应在20个工作日内兑付: who does something else
    # 改造小区120个、25万平方米、3.5万户: counted once more in another way; 步道3条、29公里: and how long they are
    again = parted_by == "、" and counted and was.unit != said.unit
    other = not again and was.unit != said.unit
    # 将5家企业纳入名单，每月检查20次: something else is counted
    if other and (not (noun or apart) or (is_done_only(between) and was.dimension == said.dimension)):
        return None
    last = replace(last, way=gap[-1:]) if noun and gap[-1].cls == "all" else last  # 好婆婆、好媳妇各50名
    if (deed := _deed_behind(clause, last)) is None:
        return None
    kept = () if (noun and _is_done_else(last, between)) or _is_whole(last, gap) else deed
    return replace(_member(replace(last, verb=kept), said, clause.at, noun), again=again and not noun)


# 一般问题5日内办结，疑难问题15日内|提出解决方案: what else is done within the time.
_DEED = "{bound}{modal|plan}*(?P<deed>(?:{make|verb|spend}{!hard|qty}{0,5}))(?={hard}|$)"


# 甲件3日、乙件5日内办结: the deed that stands behind the list is that of each.
_SAME_DEED = "{bound}?(?:{modal|plan}*{handled}|{hard|mark.、}|$)"


def _deed_behind(clause: Clause, last: Found) -> tuple[Token, ...] | None:
    """What is done within the time of a clause, or what the `last` one does as well; None where that is something else
    (…，10个工作日内将期限载入合同)."""
    if last.row not in HANDLING:
        return last.verb
    if match := compiled(_DEED).match(clause.codes, clause.at + 1):
        return clause.bound(match, "deed")
    return last.verb if compiled(_SAME_DEED).match(clause.codes, clause.at + 1) else None


# …；到2027年提升至70亿元; …，9月底前再换装38辆: a verb alone; …95个，每村1个; （2027年2所、2028年3所）: a time alone; 三年累计5000个.
_SAME = "(?:@lead(?P<way>(?:{core}|(?!{make.drive}{verb}|(?<={make.drive}){verb}){verb|make|spend}+)(?:{fill|core})*)|(?:{hard}|{mark.、})(?:{time}|{qty.time}(?={modal|includes}))(?P<way>(?:{fill|core})*)|{mark.，}{each.one}(?P<way>)){this}(?={bound}?(?:{hard|mark.、}|$))"


def said_again(clause: Clause, found: Sequence[Found]) -> Found | None:
    """到2027年提升至70亿元: the same thing as the value before, where it has the same unit."""
    said = clause.tokens[clause.at].said
    match = None if _is_paired(clause, found) else compiled(_SAME).search(clause.codes)
    alike = _of_like_measure(clause, found)
    # 农田10万亩（含节水灌溉2万亩），其中2026年完成4万亩: of what the bracket is said of
    outside = [one for one in alike if not _is_aside(clause.tokens, one.at, clause.at)]
    # 床位2000张，其中护理型1300张；2027年新增1500张: of the whole
    wholes = [one for one in outside if not _is_part_before(clause.tokens, one.at, clause.at)]
    last = next(reversed(wholes or outside or alike), None)
    if not match or not last or not isinstance(said, Quantity):
        return None
    if found[-1].quantity.dimension != said.dimension and _changes_by(clause.bound(match, "way"), said):
        return None  # 合格率达到98%，交易额达到8亿元，较上年增长15%: of what was named last
    moved = found[-1].quantity.dimension != said.dimension and _moves(found[-1])
    if found[-1].noun and last is not found[-1] and moved:
        return None  # 进出口额突破500亿元，电商交易额增长两成，达到100亿元: of what grows so; 回收率提高8个百分点，达到70% is that again
    way = clause.bound(match, "way")
    deed = tuple(t for t in way if t.kind == "make")
    noun = _done_else(last, deed, said)
    base = last.base if last.row == "done of" else ()  # 9月底前完成工程量的40%，12月底前完成70%
    # 新建站点12处，改造8处: those are not new; of the new ones 完成8处 is said
    like = ("finish", last.verb[-1].cls if last.verb else "")
    same = noun is last.noun and [t.text for t in noun] == [t.text for t in deed[-1:]]
    other = bool(deed) and not same and (deed[-1].cls not in like or noun[:1] == deed[-1:])
    verb = () if other or _is_whole(last, clause.tokens[last.at + 1 : clause.at]) else last.verb
    said = _by_how_much(way, said) if _is_held_against(clause) else said
    return replace(last, quantity=said, way=way, noun=noun, base=base, start=None, verb=verb)


def _is_held_against(clause: Clause) -> bool:
    """Whether the clause of a value says than what: 较上年增加45部."""
    opened = max((i for i in range(clause.at) if clause.tokens[i].kind == "mark"), default=-1)
    return any(t[:2] == ("link", "than") for t in clause.tokens[opened + 1 : clause.at])


def _of_like_measure(clause: Clause, found: Sequence[Found]) -> list[Found]:
    """The values before that are measured as that of a clause is."""
    said, against = clause.tokens[clause.at].said, _is_held_against(clause)
    return [one for one in found if isinstance(said, Quantity) and _is_measured_alike(one, said, against)]


def _by_how_much(way: Sequence[Token], said: Quantity) -> Quantity:
    """新增320部，较上年增加45部: by how many more there are to be, and not how many."""
    signs = {"up": "+", "down": "-"}
    moves = bool(way) and way[-1].cls == "by" and way[-1].kind in signs
    return replace(said, change=signs[way[-1].kind]) if moves else said


# 分别达到1000张、260名: one clause, parted by 分别.
_PARTED = "(?<time>{time}(?:{mark.、}|{link.and}){time}(?:{fill|core})*)?{apart}(?:{!hard|qty})*(?P<values>{qty}{bound}?(?:(?:{mark.、}|{link.and}){qty}{bound}?)+)"


def _is_paired(clause: Clause, found: Sequence[Found]) -> bool:
    """床位达到800张，护理员达到200名；到2028年分别达到1000张、260名: whether 分别 parts values of the units that as many before it have, in
    order, and not one value by years."""
    every = compiled(_PARTED).finditer(line(clause.tokens))
    match = next((m for m in every if m.start("values") <= clause.at < m.end("values")), None)
    if match is None or match["time"]:
        return False
    said = [t.said.unit for t in clause.bound(match, "values") if isinstance(t.said, Quantity)]
    before = [one.quantity.unit for one in found if one.at < match.start()]
    return len(set(said)) > 1 and before[-len(said) :] == said


def _is_whole(last: Found, way: Sequence[Token]) -> bool:
    """面积新增6万亩、累计达到45万亩, 新增设备120套，累计达到460套: all there is, and not what is new of it; 新增就业1.2万人，累计达到5万人
    are all new."""
    things = not last.quantity.unit.endswith(words("counter", "person"))
    # 三年累计达到6000个: what is new in that time
    sums = (
        "{modal.sum}"
        if last.row == "grows by"
        else "(?<!{qty.time|time.duration|time.during}){modal.sum}{reach}"
    )
    return (things or last.row == "grows by") and bool(compiled(sums).search(line(way)))


_GREAT = "十百千万亿"


def _is_measured_alike(one: Found, said: Quantity, against: bool) -> bool:
    """机械化率提高2个百分点，达到82%: by how much a share changes is of that share; what is held `against` another year is of
    the like in any magnitude (面积2.3万亩，比上年增加3000亩)."""
    share = (one.quantity.dimension, said.dimension) == ("points", "share")
    near = against and one.quantity.unit.lstrip(_GREAT) == said.unit.lstrip(_GREAT)
    return share or near or one.quantity.unit == said.unit


def _done_else(last: Found, deed: tuple[Token, ...], said: Quantity) -> tuple[Token, ...]:
    """What has another deed done to it: 续建项目 of 新开工项目58个、续建46个; of 造林14万亩，2027年完成15万亩 it is the same."""
    finished = bool(deed) and deed[-1].cls == "finish"
    if not deed or (finished and said.dimension != "share"):
        return last.noun
    if last.noun and all(t.kind == "make" for t in last.noun):
        same = deed[-1].text == last.noun[-1].text  # 完成整改28个，年底前完成整改38个
        return last.noun if same else deed  # 8月底开工80%，9月底竣工70%
    new = tuple(t for t in deed if t.text in words("named"))
    known = next((i for i, t in enumerate(last.noun) if t.text not in words("named")), 0)
    were_new = known or any(t.text in words("named") for t in last.verb)  # 新建驿站12所，改扩建8所
    return (*new, *last.noun[known:]) if were_new or (new and not last.verb) else last.noun


def _moves(one: Found) -> bool:
    """增长15%, 翻一番: how much more or less there is to be of what it names."""
    return any(t[:2] in _BY or t.kind == "multiple" for t in one.way)


_BY = frozenset({("up", "by"), ("down", "by")})


def _changes_by(way: Sequence[Token], said: Quantity) -> bool:
    """增长15%: by how much, and not to what."""
    return said.dimension == "share" and any(t[:2] in (("up", "by"), ("down", "by")) for t in way)


def _goes_straight_on(tokens: Sequence[Token], at: int, until: int) -> bool:
    """Whether nothing of another noun stands between two values that 分别 parts: 50、60公里，漏损率降至8%."""
    between = line(tokens)[at + 1 : until]
    return compiled("(?:{!stop|time|noun|measure|make|verb|apart}|{mark.；})*").fullmatch(between) is not None


def _is_part_before(tokens: Sequence[Token], at: int, until: int) -> bool:
    """Whether the value at token `at` is of a part, in what a semicolon closes before token `until`."""
    closed = compiled("{mark.；}").search(line(tokens)[:until], at) is not None
    return closed and compiled("{includes.with}{!hard}*$").search(line(tokens)[:at]) is not None


def _is_aside(tokens: Sequence[Token], at: int, until: int) -> bool:
    """Whether token `at` stands in a bracket that is closed before token `until`."""
    ends = [t.text for t in tokens[at:until] if t.text in ("（", "）")]
    return ends[:1] == ["）"]


def placed(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """Number the members of 分别达到30%、35%, whose later ones have no noun of their own."""
    groups: list[list[Found]] = []
    for one in found:
        if (
            groups
            and (not one.noun or one.noun == groups[-1][0].noun)
            and (
                (apart_before(groups[-1][0], tokens) and _goes_straight_on(tokens, groups[-1][-1].at, one.at))
                or _are_paired(groups[-1][0], found)
                or _are_beside(groups[-1][-1], one, tokens)
            )
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    all_: list[Found] = []
    for group in groups:
        if paired := _of_values_before(group, all_, tokens) or _of_members_before(group, all_, tokens):
            all_ += paired
            continue
        noun = _with_clauses_before(group, tokens)
        all_ += [replace(one, noun=noun, place=i, many=len(group)) for i, one in enumerate(group)]
    return _without_parts_of_a_whole(_with_shared_rates(_with_shared_heads(all_, tokens), tokens), tokens)


def same_deed(one: Found, found: Sequence[Found], tokens: Sequence[Token]) -> Found:
    """市级每年组织演出不少于20场，县级每年组织不少于10场; 一类公厕配备保洁员2名，二类公厕配备1名: of what is done that was named with
    that deed before, who of the like does it else."""
    noun = [t for t in one.noun if t.kind not in ("each", "time")]
    if len(noun) < 2 or noun[-1].kind != "make":
        return one
    who, deed = noun[:-1], noun[-1].text
    for last in reversed(found):
        done = next((i for i, t in enumerate(last.noun) if t.text == deed), -1)
        does = [*last.verb[-1:], *last.noun] if done < 0 else last.noun[done:]
        follows = bool(does[1:]) and does[0].start < does[1].start
        if last.quantity.unit != one.quantity.unit or not follows or does[0].text != deed:
            continue
        before = [t for t in tokens if t.end <= does[0].start and t.kind not in ("plan", "modal")]
        if is_region("".join(t.text for t in who)) or _is_level(who) or _is_of_which_like(who, before):
            return replace(one, noun=(*(who if who[-1].cls != "de" else ()), *does[1:]))
    return one


def _is_of_which_like(who: Sequence[Token], before: Sequence[Token]) -> bool:
    """二类公厕 behind 一类公厕, 200张以下的 behind those of which something was said: others of those that do a thing."""
    return bool(before) and before[-1].kind == "noun" and who[-1].text in ("的", before[-1].text)


_WHOLE, _RATE = 100, "率"


def _is_part(one: Found) -> bool:
    """Whether a share only says of how much of a whole something is: 成绩占比：笔试60%, not 供暖率：城区60%，县城40%."""
    q = one.quantity
    told = one.row == "told of each" and not is_region("".join(t.text for t in one.noun))
    return told and q.unit == "%" and not (q.comparator or one.start or q.value_max)


def _without_parts_of_a_whole(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """成绩占比：笔试60%，面试40%: shares that make up the whole tell how it is divided, and nothing is to be reached; but for
    到2027年，产业占比：一产20%，其他80%."""
    if any(t.kind in ("plan", "time") for t in tokens[: found[0].at]):
        return found
    kept: list[Found] = []
    for is_part, group in groupby(found, _is_part):
        members = list(group)
        total = sum(one.quantity.value for one in members)
        if not is_part or len(members) == 1 or round(total, 6) != _WHOLE:
            kept += members
    return kept


_PLACES = tuple("省市县区镇乡村州盟旗城")
_LONGEST_PLACE = 5
_REGIONS = ("地区", "片区", "山区", "平原", "流域", "上游", "下游", "东部", "中部", "西部")


def is_place(name: str) -> bool:
    """Whether a name is that of a place or of a kind of places: 城区, 东山镇, 县（市）."""
    bare = name.partition("（")[0] if name.endswith("）") else name
    return not bare or (len(bare) <= _LONGEST_PLACE and bare.endswith((*_PLACES, "街道", "省会")))


def is_region(name: str) -> bool:
    """Whether a name is that of a place, or of a stretch of country: 山区, 东部地区."""
    return is_place(name) or name.endswith(_REGIONS)


def place_of(noun: Sequence[Token]) -> int:
    """How many of the first words name a place: 1 of 城区受训率, 4 of 县（市）入园率, 3 of 特大城市|建成|区|清扫率."""
    begun = max(n for n in range(len(noun) + 1) if is_region("".join(t.text for t in noun[:n])))
    return begun or next((i + 1 for i in range(len(noun) - 1, 0, -1) if is_place(noun[i].text)), 0)


def _says_nothing(noun: Sequence[Token]) -> bool:
    """项目, 工程 alone: of the kind that was named before."""
    return len(noun) == 1 and noun[0][:2] == ("noun", "project")


def _is_end_of(noun: Sequence[Token], whole: Sequence[Token]) -> bool:
    """开展职业技能培训5000万人次，其中2019年培训1500万人次: the last word of what was named in full."""
    alone = compiled("{includes}{time}?(?:{make}|{verb}|{noun})").fullmatch(line(noun))
    return alone is not None and len(whole) > 1 and noun[-1].text == whole[-1].text


def _may_stand_for(noun: Sequence[Token], other: Token, lasts: bool) -> bool:
    last = noun[-1]
    kind = lasts and len(noun) == 1 and last[:2] == other[:2] == ("noun", "")
    alike = kind and (len(last.text), last.text[-1]) == (len(other.text), other.text[-1])
    ends = len(last.text) > 1 and other.text.endswith(last.text)  # 商场 and 大型商场
    return len(other.text) > 1 and (ends or alike)


def _measure_of_like(one: Found, whole: Sequence[Token]) -> Sequence[Token]:
    """低压用户接电时间压缩至3天，高压用户压缩至20天: what is measured of the like of what was named in full, and of how long it
    lasts, of what ends as that does (工作日开放时间8小时，节假日4小时)."""
    noun, lasts = one.noun, one.quantity.dimension == "time"
    like = [i for i, t in enumerate(whole[:-1]) if noun and _may_stand_for(noun, t, lasts)]
    measured = like and whole[-1].kind == "measure" and noun[-1].kind != "measure"
    return whole[like[-1] + 1 :] if measured else ()


def _rate_at(noun: Sequence[Token], whole: Sequence[Token], share: bool) -> Sequence[Token]:
    """绿化率北部地区达到40%，南部地区达到30%: what is measured stands before the place where it is, or before whom it is of
    (报销比例居民达到70%、职工达到80%)."""
    ends = [i + 1 for i, t in enumerate(whole[:-1]) if t.kind == "measure"]
    if not ends:
        return ()
    both = (noun, whole[ends[-1] :])
    places = all(is_region("".join(t.text for t in place if t.cls != "mean")) for place in both)
    of_whom = all((len(one) == 1 and one[0][:2] == ("noun", "")) or (share and is_agent(one)) for one in both)
    return whole[: ends[-1]] if places or of_whom else ()


def _is_of_which(one: Found, tokens: Sequence[Token]) -> bool:
    """签约率达到80%，其中重点人群达到90%: whether a share is said of a part of those counted."""
    part = _opens_part(one, tokens) and one.noun[-1:] != () and one.noun[-1].kind == "noun"
    return part and one.quantity.dimension == "share" and not one.base  # 其中高技能人才占技能劳动者比例


def _whose(whole: Sequence[Token], other: Token) -> int:
    """How many of the first words of a rate say whose it is: 居民 of 居民签约率, 老年人 that was put before a 签约率 said above it,
    城区学校 of 城区学校校医配备率 beside 农村学校."""
    if alike := [i for i, t in enumerate(whole[:-1], 1) if t[:2] == ("noun", "") and t.text == other.text]:
        return alike[-1]
    if put := next((i for i, (a, b) in enumerate(pairwise(whole), 1) if b.start < a.start), 0):
        return put
    return len(whole) - 1 if len(whole) > 1 and is_agent(whole[:-1]) else 0


_EACH_OF_THEM = "{each.one}(?P<where>{noun})"


def _is_of_each(noun: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """每个社区培育5个组织，农村社区不少于3个: some of those, each of which has so many of what was named."""
    at = _begun(noun, tokens)
    each = compiled(_EACH_OF_THEM).search(line(tokens)[:at]) if len(noun) > 1 else None
    return each is not None and tokens[each.start("where")].text == noun[-1].text


def _part_of(noun: Sequence[Token]) -> Sequence[Token]:
    """山区县 of 其中山区县."""
    return [t for t in noun if t.kind != "includes"]


def _has_some(noun: Sequence[Token], one: Found) -> bool:
    """Whether a part says where so many of the whole are: 偏远乡镇, and of persons 乡镇卫生院, which is none."""
    persons = one.quantity.unit.endswith(words("counter", "person"))
    body = persons and is_agent(noun) and not _text(noun).endswith(words("agent", "person"))
    return bool(noun) and (is_where(noun) or is_region(_text(noun)) or body)


def _is_kind_of(noun: Sequence[Token], whole: Sequence[Token]) -> bool:
    """工业园区 of 园区, 精品村 of 美丽乡村: a part that is the thing itself, and no place where it is."""
    return _text(noun)[-1] in _text(whole)[-2:]


def _begun(noun: Sequence[Token], tokens: Sequence[Token]) -> int:
    """The token of a sentence at which a noun begins, the first where it has none there."""
    return next((i for i, t in enumerate(tokens) if noun and t.start == noun[0].start), 0)


def _opens_part(one: Found, tokens: Sequence[Token]) -> bool:
    """Whether 其中 opens what a value is said of."""
    begun = _begun(one.noun, tokens)
    return _OF_WHICH in (tokens[begun].text, tokens[begun - 1].text if begun else "")


def _is_put_too(one: Found, last: Found, tokens: Sequence[Token]) -> bool:
    """新建小区按…配建用房，老旧小区按…补建: where else so much of what was named is put, or in some of those that each have it;
    投放车辆200辆，其中山区县不少于80辆 where a part of it is."""
    if one.row == "state":
        part = _opens_part(one, tokens) and last.noun[-1].kind != "measure"
        part = part and not _is_kind_of(one.noun, last.noun)
        return (part and _has_some(_part_of(one.noun), one)) or _is_of_each(one.noun, tokens)
    return one.row == last.row == "by rate" and is_where(one.noun)


def _noun_after(one: Found, last: Found, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The noun of a value with what the noun of the value before says for both: 农村受训率 of 城区受训率达到90%，农村达到80%."""
    noun, whole = one.noun, last.noun
    if whole[1:] and _says_nothing(noun) and whole[-1].text == noun[0].text:
        # 4个国道项目，建成甲线、乙线等5个项目; 新开工|项目 is another kind
        beside = bool(one.verb) and one.verb[-1].end == noun[0].start
        return (*one.verb, *noun) if beside else whole
    if not noun or not whole or one.quantity.unit != last.quantity.unit:
        return noun
    if _is_put_too(one, last, tokens):
        return (*_part_of(noun), *whole)
    if measured := _with_its_rate(one, last, tokens):
        return measured
    share = one.quantity.dimension == "share" and not one.base
    if often := _as_often(noun, whole):
        return often
    if rate := _rate_at(noun, whole, share):
        return (*rate, *noun)
    if _is_end_of(noun, whole):
        return whole
    # 商标注册量突破3500件，地理标志商标达到6件: things are counted themselves
    things = one.quantity.dimension == "count" and not one.quantity.unit.endswith(words("counter", "person"))
    alike = not things and not one.base and one.row not in HANDLING
    if alike and not _is_opposed(one, last) and (tail := _measure_of_like(one, whole)):
        again = _text(_part_of(noun)) + _text(tail) == _text(whole)  # 大豆油料面积…，其中大豆350万亩
        return (*noun, *(tail[-1:] if again else tail))
    if one.quantity.dimension == "share" and (which := _which(noun, whole)):
        return (*which, *noun)
    if whole[-1].kind == "measure" and _is_of_which(one, tokens):
        return (*(t for t in noun if t.kind != "includes"), *whole)
    if begun := _in_each_of(noun, whole):
        return whole[:begun]
    if is_rate(whole[0].text) and whole[0].kind == "each" and _is_listed(one, tokens):
        return (whole[0], *noun)  # 每千人口医师数达到3人、护士数达到4人
    if _is_grade_alone(noun, whole):
        own = grade_at(noun) + sum(t.kind == "bound" for t in noun)  # 4A级以上
        return (*noun[:own], *whole[grade_at(whole) :], *noun[own:])
    return noun


def _others(noun: tuple[Token, ...], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """其他|地区: the word that parts a place from those named is a part of its name, as 其中 is not."""
    at = _begun(noun, tokens)
    before = tokens[at - 1] if at else None
    apart = before is not None and before.kind == "includes" and before.text != _OF_WHICH
    return (as_noun(before), *noun) if before and apart else noun


def _with_its_rate(one: Found, last: Found, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """农村受训率 of 城区受训率达到90%，农村达到80%: a place, people, or a further part, of which the rate before is said; () for others."""
    noun, whole = one.noun, last.noun
    if whole[-1].kind != "measure" or any(t.kind == "measure" for t in noun) or one.row != last.row:
        return ()
    if place_of(noun) == len(noun):
        return (*_others(noun, tokens), *whole[place_of(whole) :])
    # 签约率达到45%，重点人群达到75%: of whom alone is said of the rate before; not where 率 is all that is named
    rated = whole[-1].text.endswith(_RATE) and _text(whole) != _RATE
    whose = _whose(whole, noun[-1])
    # 机械化率达到82%，其中玉米达到92%、马铃薯达到70%: a further part of which the rate is said
    part_too = bool(whose) and whole[whose].start < whole[0].start and _is_listed(one, tokens)
    people = rated and one.row == "state" and is_agent(noun)
    share = one.quantity.dimension == "share" and not one.base
    return (*noun, *whole[whose:]) if share and (people or part_too) else ()


def _as_often(noun: Sequence[Token], whole: Sequence[Token]) -> tuple[Token, ...]:
    """县级河长每季度巡河1次、乡级河长每月2次: what each of another grade does so often is what the first does."""
    at = len(noun)
    if at < 2 or len(whole) <= at or [t.text for t in noun[1:]] != [t.text for t in whole[1:at]]:
        return ()
    does = whole[at + 1 :] if whole[at].cls == "recurring" else whole[at:]
    said = whole[at].cls == "recurring" or whole[at].start < whole[0].start  # of the first, by the second
    return (*noun, *does) if does and said and _is_level(noun[:1]) else ()


def _is_opposed(one: Found, other: Found) -> bool:
    """资金使用率达到95%以上，结转资金不得超过10%: a floor and a ceiling are not of one measure."""
    ways = {found.quantity.comparator[0] for found in (one, other) if found.quantity.comparator}
    return ways == {"<", ">"}


def _which(noun: Sequence[Token], whole: Sequence[Token]) -> Sequence[Token]:
    """达到规范的书房不低于95%，驿站不低于85%: which ones so many are of, said of the first for both."""
    said = compiled("{reach}(?:{!link.de})+{link.de}(?=@n*{noun}$)").match(line(whole))
    return (
        whole[: said.end()] if said and compiled("(?:{noun|verb|make})*{noun}").fullmatch(line(noun)) else ()
    )


def _with_shared_rates(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """The values of a sentence, each with what the one before it says for both."""
    kept: list[Found] = found[:1]
    for one in found[1:]:
        noun = _beside_a_part(one, kept, tokens) or _noun_after(one, kept[-1], tokens)
        kept.append(replace(one, noun=noun) if noun is not one.noun else one)
    return kept


def _beside_a_part(one: Found, before: Sequence[Found], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """新建公厕50座，其中城区20座、乡村30座; 设立站点10个，其中园区4个、商会3个: of what the whole is, as the part before it is."""
    part = before[-1]
    if len(before) < 2 or not one.noun or one.quantity.unit != part.quantity.unit:
        return ()
    ends = (f for f in reversed(before[:-1]) if 0 < len(f.noun) < len(part.noun))
    whole = next((f for f in ends if part.noun[-len(f.noun) :] == f.noun), before[-2])
    if (
        not whole.noun
        or one.noun[-len(whole.noun) :] == whole.noun
        or part.noun[-len(whole.noun) :] != whole.noun
    ):
        return ()
    listed = compiled("{includes.with}(?:{!hard})*$").search(line(tokens[whole.at : one.at]))
    named = not whole.verb or listed is None or _is_kind_of(one.noun, whole.noun)
    parts = [
        f.noun[: -len(whole.noun)]
        for f in before
        if f.at > whole.at and f.noun[-len(whole.noun) :] == whole.noun
    ]
    is_part = all(t.kind == "noun" for t in one.noun) and not named  # 县级1家、乡镇2家
    is_part = any(p and is_where(p) for p in parts) and (is_part or is_where(one.noun))
    return (*one.noun, *whole.noun) if is_part else ()


def _text(tokens: Sequence[Token]) -> str:
    return "".join(t.text for t in tokens)


def _of_values_before(group: list[Found], before: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """游客3000万人次，收入260亿元，分别增长12%和15%: changes without a noun, each of one of as many values before it;
    nothing where they are of something else."""
    last = before[-len(group) :]
    if group[0].noun or len(group) < 2 or len(last) < len(group) or not apart_before(group[0], tokens):
        return []
    # 甲率、乙率分别达到68%和82%，分别提高9个和11个百分点: of the one member, as that value is
    return [
        replace(one, noun=of.noun, place=of.place, many=of.many) for one, of in zip(group, last, strict=True)
    ]


def grade_at(noun: Sequence[Token]) -> int:
    """Behind the last word of a name that grades what is counted (国家|级|工厂, 省级|工厂), 0 where none does."""
    graded = (
        i + 1
        for i, t in enumerate(noun)
        if t.cls in ("grade", "size")
        or (t.kind == "noun" and t.text.endswith(words("noun", "grade")))
        or (_is_sum(t) and noun[i + 1 : i + 2] and noun[i + 1].kind == "bound")
    )
    return max(graded, default=0)


def _in_each_of(noun: Sequence[Token], whole: Sequence[Token]) -> int:
    """Where 每个城市社区 begins in 食堂每个城市社区不少于2个、农村社区不少于1个: what is put in each is said before it."""
    each = next((i for i, t in enumerate(whole) if t.kind == "each" and t.cls != "time"), 0)
    return each if whole[-1].text == noun[-1].text and all(t.kind != "each" for t in noun) else 0


def _is_listed(one: Found, tokens: Sequence[Token]) -> bool:
    """Whether 、 stands right before the noun of a value."""
    begun = _begun(one.noun, tokens)
    return begun > 0 and tokens[begun - 1].cls == "、" and one.noun[0].kind in ("noun", "verb")


def _is_grade_alone(noun: Sequence[Token], whole: Sequence[Token]) -> bool:
    """市级河长每季度巡河1次，县级每月2次: a grade, and how many of it there are (市级总量), of the like of what was named in full."""
    named = [t for t in noun[: grade_at(noun)] if t.kind == "noun"]
    rest = noun[grade_at(noun) :]
    alone = named and all(t.kind in ("noun", "bound", "includes") for t in noun[: grade_at(noun)])
    measured = all(t.kind in ("measure", "bound") for t in rest)
    return bool(alone) and measured and 0 < grade_at(whole) < len(whole) and _is_level(named)


def _with_shared_heads(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """1个千亿级、3个百亿级产业集群, 5个国家级、15个省级工厂: what stands behind the grade of the last member is what those before count too."""
    whole = found[-1:]
    for one in found[-2::-1]:
        at, own = grade_at(whole[0].noun), grade_at(one.noun)
        alone = own and all(t.cls == "、" for t in one.noun[own:])
        if alone and 0 < at < len(whole[0].noun) and one.row in NOUN_BEHIND:
            one = replace(one, noun=(*one.noun[:own], *whole[0].noun[at:]))
        whole.insert(0, one)
    return _with_last_noun(whole, tokens)


# 到2026年底建成15个、2027年底建成30个、2028年底建成50个助餐点.
_NAMELESS = "^(?:{make|up.by|fill|time|mark.、})*$"


def _with_last_noun(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """Values that open a sentence and have no noun, each of what the first one with a noun behind its number counts, as
    often as their units agree."""
    bare = next((i for i, one in enumerate(found) if not compiled(_NAMELESS).match(line(one.noun))), 0)
    last = found[bare]
    # 2024年建成6个、2025年建成8个，累计|建成儿童友好社区14个
    sums = bool(last.noun) and any(t[:2] == ("modal", "sum") for t in _clause_before(last, tokens))
    if (
        not bare
        or not (last.row in NOUN_BEHIND or sums)
        or any(one.quantity.unit != last.quantity.unit for one in found[:bare])
    ):
        return found
    return [*(replace(one, noun=last.noun) for one in found[:bare]), *found[bare:]]


def _of_members_before(group: list[Found], before: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """肉类、果蔬、水产流通率分别达到85%、45%、90%，损耗率分别控制在5%、8%、6%: another rate of each member of the list before, which one
    word names; nothing where it is a list of its own."""
    last, noun = before[-len(group) :], group[0].noun
    marks = [i for i, t in enumerate(last[0].noun) if t.cls in ("、", "and")] if last else []
    alone = noun and noun[-1].kind == "measure" and all(t.cls not in ("、", "and") for t in noun)
    listed = len(marks) + 1 == len(group) == len(last) and all(one.many == len(group) for one in last)
    if not (marks and alone and listed and apart_before(group[0], tokens)):
        return []
    each = [last[0].noun[at + 1] for at in (-1, *marks)]
    if any(b - a != 2 for a, b in pairwise((-1, *marks))) or each[-1].kind != "noun":
        return []
    return [replace(one, noun=(of, *noun)) for one, of in zip(group, each, strict=True)]


def _are_paired(first: Found, found: Sequence[Found]) -> bool:
    """入学率、巩固率保持在97%、95%以上: as many values without a noun of their own as there are nouns."""
    members = 1 + sum(t.cls in ("、", "and") for t in first.noun)
    at = found.index(first)
    values = [one for one in found[at + 1 : at + members] if not one.noun and one.row == first.row]
    more = found[at + members : at + members + 1]
    return members > 1 and len(values) == members - 1 and not (more and not more[0].noun)


# 甲率，乙率，丙率均达到60%: members that commas part, each a noun that measures and no more.
_MEMBERS_BEFORE = "(?:^|{mark.：|mark.；}|{time}{measure}?{mark.，})((?:(?:{!hard|qty|time|core|link.prep|link.by})*{measure}(?:{mark.，}|{mark.、}|{link.and}))+)$"


def with_members_before(one: Found, tokens: Sequence[Token]) -> Found:
    """均 said of a noun that measures, behind others that commas part from it, is said of them all."""
    said_of_all = (
        one.noun and one.noun[-1].kind == "measure" and any(t[:2] == ("each", "all") for t in one.way)
    )
    if not said_of_all:
        return one
    start = _begun(one.noun, tokens)
    match = compiled(_MEMBERS_BEFORE).search(line(tokens)[:start])
    return replace(one, noun=(*tokens[match.start(1) : start], *one.noun)) if match else one


def _are_beside(one: Found, other: Found, tokens: Sequence[Token]) -> bool:
    """比例达到37%以上和40%以上: two values of one thing, as there are two times for them."""
    between = line(tokens)[one.at + 1 : other.at]
    return (
        one.row == other.row and compiled("{bound}?(?:{mark.、}|{link.and})").fullmatch(between) is not None
    )


def _clause_before(one: Found, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a value's clause before it."""
    opened = max(
        (i for i in range(one.at) if tokens[i].kind == "mark" and tokens[i].cls in "，；：。"), default=-1
    )
    return tokens[opened + 1 : one.at]


def apart_before(one: Found, tokens: Sequence[Token]) -> bool:
    """Whether 分别 stands before the first member of a list, in its clause."""
    return any(t.kind == "apart" for t in _clause_before(one, tokens))


def _with_clauses_before(group: Sequence[Found], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """稻田面积，茶园面积，果园面积分别达到…: members that commas part are one list with the last."""
    first = group[0]
    joined = 1 + sum(t.cls in ("、", "and") for t in first.noun)
    if len(group) < 2 or not first.noun or joined >= len(group):
        return first.noun
    start = next(i for i, t in enumerate(tokens) if t.start == first.noun[0].start)
    match = compiled(
        f"(?:^|{{mark.，|mark.：|mark.；|time}})((?:(?:{{!hard|qty|time}})*{{noun|measure}}{{mark.，}}){{{len(group) - 1}}})$"
    ).search(line(tokens)[:start])
    return (*tokens[match.start(1) : start], *first.noun) if match else first.noun
