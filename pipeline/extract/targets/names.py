"""Indicator: the noun phrase that a row of the grammar bound, as one name.

A phrase that only measures (建筑面积, 办理时限) takes the thing it measures from the clause before, from the heading
of its point or from the row of its table. Nothing is better than half a word.
"""

# Long: what one name is made of is asked in one order.
from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.agents import is_agent
from pipeline.extract.targets.attributes import sign_of
from pipeline.extract.targets.found import HANDLING, Found
from pipeline.extract.targets.lists import is_place, is_region
from pipeline.extract.targets.phrases import (
    Words,
    betters,
    deed_of,
    head,
    is_counted_by,
    is_how_often,
    is_in_each,
    is_named,
    is_rate,
    is_verb,
    joined,
    measures_doing,
    measures_only,
    share_of,
    thing_done,
    who_does,
    without_deed,
    without_doer,
    without_fringe,
    without_list,
    without_quality,
    without_verb,
)
from pipeline.extract.targets.subjects import (
    ALL_OVER,
    DONE,
    about,
    done_to,
    is_body,
    normed,
    without_making,
    without_measure,
)
from pipeline.language import patterns
from pipeline.language.grammar import compiled, line
from pipeline.language.segmentation import tagged
from pipeline.language.tokens import Token, lex
from pipeline.language.words import words

_PERSONS, _TERMS = "人数", ("期限", "时间", "期")
_SUFFIX = {"area": "面积", "time": "时限"}
# 5个公路项目631公里: how long or large what was counted is.
_EXTENT = {"area": "面积", "length": "长度"}


class Over(NamedTuple):
    """What a value stands under: the name of its point, or of its row in a table."""

    name: str = ""
    is_row: bool = False


NOTHING_OVER = Over()


# 服务站|规范化|建设5家: how they are made.
_MADE_SO = "化"


def _named_by(one: Found) -> Words:
    """The words that name it, with those that count new ones apart."""
    verb = [t for t in one.verb[-1:] if t.kind in ("make", "up")]
    if one.row in HANDLING:
        return without_fringe(one.noun)
    if one.row == "counted" and not one.noun and is_how_often(one.quantity.unit):
        return one.verb[-1:]  # 每学期公示2次
    behind = bool(one.noun) and one.noun[0].start >= one.quantity.number_end
    if one.row in _SHARES_OF and behind and all(said := share_of(one.noun)):
        return deed_of(*said)
    if one.row == "share of whom":
        return without_fringe(one.noun)
    if one.row in ("in places", "for whom") and one.base:  # 在20个村|开展试点
        where = [t for t in one.noun if t.start < one.base[0].start]
        return deed_of(head(where), one.base)
    if one.row in _COUNTED:
        counted = without_quality(one.noun) if betters(one.verb) else one.noun
        noun, deed = who_does(counted, one.verb, one.quantity.unit)
        if _is_visit(one, noun):
            return (*verb, *noun)
        return (*filter(is_named, verb), *deed_of(noun, deed)) if noun and not measures_only(noun) else noun
    if _is_drawn(one):
        return (*verb, *without_fringe(one.noun))
    if _is_compound(one.verb, one.noun):
        return (*one.verb[-1:], *one.noun)
    if one.verb and one.noun and one.verb[0].start < one.noun[0].start:  # 完成|安置房交付8万套
        done = thing_done(one.noun, verb)
        if _is_visit(one, done):
            return (*verb, *done)
        by, whom = one.verb[-1].cls, one.verb[-1].kind == "verb" or one.verb[-1].cls == "drive"
        done = without_doer(done, whom) if by == "be" or whom else done  # 为群众|提供信息, 联合院校|引进人才
        return without_list(done) if one.quantity.dimension == "count" else done
    if one.row == "grows by":
        noun = without_fringe(one.noun)
        noun = noun[1:] if len(noun) > 1 and noun[0].cls == "finish" else noun  # 完成|公路|建设40公里
        so = len(noun) > 1 and noun[-1].kind != "make" and noun[-1].text.endswith(_MADE_SO)  # not 屋顶|绿化
        noun = noun[:-1] if so else noun
        return (*filter(is_named, verb), *noun)
    return _without_what_is_done(one)


def _is_doing_only(one: Found) -> bool:
    """开展培训不少于1场: of words of doing those behind the first are what is counted."""
    doing = len(one.noun) > 1 and all(t[:2] == ("make", "do") for t in one.noun)
    counted = one.row == "state" and one.quantity.dimension == "count"
    return doing and counted and tagged(one.noun[-1].text)[0][1] == "vn"


def _without_what_is_done(one: Found) -> Words:
    """The noun that a value stands behind, without the verb that it may begin with."""
    if _is_doing_only(one):
        return one.noun[1:]
    whole = without_fringe(one.noun)
    if one.quantity.dimension == "money" and len(whole) > 1 and whole[-1].cls == "add":
        return (whole[-1], *whole[:-1])  # 信用贷款|新增20亿元
    rated = one.quantity.dimension in ("share", "points")
    if one.row == "limit" or (one.row == "state" and (rated or one.quantity.dimension == "area")):
        whole = _where_first(whole)
    counted = one.row == "state" and one.quantity.dimension == "count"
    if counted and (put := _put_in_each(one, whole)):
        return put
    return without_verb(without_doer(whole) if counted else whole, rated, counted)


def _is_compound(verb: Words, noun: Words) -> bool:
    """服务半径5公里, 培训人数500人: a measure alone behind what is done is how far or how often that is; 完成投资 is of 投资. 竣工项目
    are apart from 开工项目."""
    if not verb or len(noun) != 1 or verb[-1].end != noun[0].start:
        return False
    if noun[0][:2] == ("noun", "project"):
        return verb[-1][:2] == ("make", "open")
    if noun[0].kind != "measure":
        return False
    return verb[-1].kind == "verb" or verb[-1][:2] in (("make", "do"), ("make", "build"))


_PUT_IN_EACH = "(?P<where>{noun}*){make.do}(?P<thing>(?!{noun.project|noun.generic}){noun})"


def _put_in_each(one: Found, whole: Words) -> Words:
    """图书 of 每班配备图书, 中心床位 of 每个中心设置床位: so short a word is of where it is put; 每家服务商服务企业 are served there."""
    each = one.noun[:1] and one.noun[0].kind == "each"
    match = compiled(_PUT_IN_EACH).fullmatch(line(whole)) if each else None
    put = match is not None and not is_agent(whole)
    return (*whole[: match.end("where")], *whole[match.start("thing") :]) if match and put else ()


def _is_drawn(one: Found) -> bool:
    """发放票券30万张，拉动消费2亿元: money that others are brought to spend is of what draws it, not of what was given."""
    driven = any(t[:2] == ("make", "drive") for t in one.verb[-1:])
    return one.row == "done for money" and driven and measures_only(one.noun)


def _where_first(noun: Words) -> Words:
    """城区普及率 of 普及率|城区达到90%, 重点人群签约率 of 签约率|重点人群达到70%."""
    ends = [i + 1 for i, t in enumerate(noun) if t.kind == "measure"]
    where = noun[ends[-1] :] if ends and len(noun[ends[-1] - 1].text) > 1 else ()
    alone = bool(where) and all(t.kind in ("noun", "modal") for t in where)  # not 收入|10万元以上的村
    alone = alone and where[0].text[0] != "（"
    sized = bool(where) and noun[ends[-1] - 1].text.endswith(_SUFFIX["area"])  # 辅导室面积|小学不少于15平方米
    whose = sized or is_region("".join(t.text for t in where)) or is_agent(where) if alone else False
    return (*where, *noun[: ends[-1]]) if whose else noun


def _is_visit(one: Found, noun: Words) -> bool:
    """每月至少走访企业1次: how often something is done to somebody is counted, and not those it is done to."""
    does = bool(one.verb) and one.verb[-1][:2] == ("make", "do")
    return is_how_often(one.quantity.unit) and does and bool(noun) and is_agent(noun)


def _names_no_thing(token: Token, one: Found) -> bool:
    """每年新增不少于120个, 2027年目标值为80%, 每50平方米配置不少于2具: of what, is said before."""
    doing = is_named(token) or (one.row == "state" and one.quantity.dimension == "count")
    finished = token[:2] == ("make", "finish")
    when = token.kind == "noun" and (
        token.cls in ("when", "period") or tagged(token.text)[0][1] == "t"
    )  # 2026年当年完成8个
    alone = one.row in ("verb then number", "grows by") or (
        one.row == "done" and any(t.cls == "finish" for t in one.verb[-1:])
    )
    doing = doing or (alone and one.quantity.dimension == "count")  # 完成改造56个
    return token.kind in ("aim", "apart", "each") or finished or when or (token.kind == "make" and doing)


def _is_put_there(one: Found) -> bool:
    return one.row == "verb then number" and compiled(_PUT_THERE).fullmatch(line(one.noun)) is not None


# 占全省的12%.
_OF_ALL = "{reach.of}(?P<scope>{scope}){link.de}$"


def _base_of(text: str, one: Found) -> str:
    """What the value is a share of, or of how many."""
    if one.base and one.base[-1].kind == "each":
        return ""  # 不低于每千人40平方米
    if not one.base and (scope := compiled(_OF_ALL).search(line(one.way))):
        return joined(text, one.way[slice(*scope.span("scope"))])
    ended = compiled("(?:{core|fill})+$").search(line(one.base))  # 占总值的比重下降至
    whole = one.base[: ended.start()] if ended else one.base
    bare = without_fringe(whole)
    return joined(text, whole if measures_only(bare) else bare)  # 占全省比重


# 签订不低于5年的协议, 按20%的比例抽查.
_LATE = {"made for a time": "期限", "done at a rate": "比例"}


def _says_nothing(one: Found, noun: Words) -> bool:
    """Whether the words only say that something is made, or where; of 培训不少于1场, 巡查2次 the deed itself is counted."""
    often = any(t[:2] == ("make", "do") for t in noun) and is_how_often(one.quantity.unit)
    deed = often or _is_doing_only(one)
    return not deed and (_is_put_there(one) or all(_names_no_thing(t, one) for t in noun))


def _own_name(text: str, one: Found) -> str:
    """What the row itself bound, with what a share is of and what a time is for."""
    if one.row == "share of money":
        return joined(text, one.noun)
    noun = _named_by(one)
    if noun and one.row == "grows by" and text[: noun[0].start].endswith(words("link", "from")):
        return ""  # 由农业农村部门建设73处
    if noun and _says_nothing(one, noun):
        return ""
    if noun and one.verb and one.verb[-1].end == noun[0].start and _is_half(one.verb[-1], noun):
        noun = (*one.verb[-1:], *noun)
    name = joined(text, one.noun if _is_part_of(one) else noun)
    if one.row in ("in places", "for whom") and one.base:
        return name
    base = _base_of(text, one)
    if name and (late := _LATE.get(one.row)):
        return name + late
    if one.row == "who reach" and noun and not one.late:
        said = _without_last_verb(one.noun) or noun
        return joined(text, deed_of(*who) if all(who := share_of(said)) else said)
    if one.row in ("each has", "each count", "to each", "told of each", "share of each") and one.base:
        return _of_each(text, one, name, base)
    if one.row == "share of":
        rated = base.endswith((*words("measure", "ratio"), *words("measure", "part")))
        return f"{name}占{base}" + ("" if rated else "比例" if base else "比")
    if one.row in HANDLING:
        return _time_to_handle(text, one, name)
    if one.row == "by measure":
        return f"{one.quantity.unit}{joined(text, one.verb)}" + (f"（{base}）" if base else "")
    if one.row in ("by share", "done of") and base:
        return f"{name}占{base}比例" if name else f"{joined(text, one.verb)}{base}比例"
    if one.row in _SHARES_OF and name and not _is_rated(one, noun):
        name = joined(text, one.verb) + name if _covers(text, one) else name  # 覆盖80%的社区
        return f"{name}{joined(text, one.late)}{_SHARE}"  # 90%毕业生获得证书
    if one.late and name and one.row != "who reach":
        return name + joined(text, one.late)
    if base and not name and one.quantity.dimension == "share":
        return f"占{base}比例"
    return _with_measure(text, one, (name, noun), base)


def _time_to_handle(text: str, one: Found, name: str) -> str:
    """维修|响应|时限: what is done within the time; who does it is no part of the name, but a place is (乡镇30分钟内到达)."""
    done = one.verb[1:] if one.verb[0].cls in ("finish", "perform") and len(one.verb) > 1 else one.verb
    by_whom = is_body(name) and not is_region(name)
    return f"{'' if by_whom else name}{joined(text, done)}{_SUFFIX['time']}"


def _with_measure(text: str, one: Found, named: tuple[str, Words], base: str) -> str:
    """The name with how large it is, and what it is held against."""
    name, noun = named
    if (
        one.row == "by rate" and noun
    ):  # 按照每3000名学生1名配备教师: one of them, and no share; 每百户托育用房面积
        area = _SUFFIX["area"] if one.quantity.dimension == "area" else ""
        area = "" if name.endswith(area) else area
        return base + name + area if base and (area or one.base[-1].cls == "mean") else name
    if one.row == "time each" and noun[-1].kind != "measure":
        return name + _LASTING  # 每天2小时户外活动
    if one.row in _LASTS and noun and noun[-1].kind in ("make", "verb"):
        return name + _LASTING  # 每周开放不少于40小时
    if _is_sized(one, noun) and not is_place(noun[-1].text):
        return name + _SUFFIX["area"]  # 居室不小于12平方米
    if one.again and name:
        name += _extent_of(one)
    if base and measures_doing(noun):  # 替换比例不超过监管资金的50%
        return base + name
    return _held_against(text, one, named, base) if base and name else name


def _held_against(text: str, one: Found, named: tuple[str, Words], base: str) -> str:
    """比例（占B） says itself that it is one; 补偿金额占B比例; 利率（B的倍数）, 利率（B减点）."""
    name, noun = named
    if one.row == "above":  # 增速高于全省平均水平1个百分点
        return name
    if one.quantity.dimension == "ratio":
        return f"{name}（{base}的倍数）"
    if one.row == "reference":
        return f"{name}（{base}{text[one.base[-1].end : one.quantity.number_start]}{_POINTS}）"
    if one.quantity.dimension != "share" or (noun and noun[-1].cls in ("ratio", "part", "rate", "gain")):
        return f"{name}（占{base}）"
    return f"{name}占{base}{_SHARE}"


def _covers(text: str, one: Found) -> bool:
    """Whether a share is one of those that something reaches, and its noun does not say so."""
    verb = one.verb[-1] if one.verb else None
    if verb is None or verb.text != ALL_OVER[-1] or any(t.text == verb.text for t in one.noun):
        return False
    return not any(c.isdigit() for c in text[verb.end : one.quantity.number_start])


_SHARES_OF, _SHARE, _POINTS = ("made share", "share of whom"), "比例", "点"


def _is_rated(one: Found, noun: Words) -> bool:
    """Whether nothing need say that it is a share: 抽检合格率 says so itself, 完成80%的清理工作 how far it has come."""
    return noun[-1].kind == "measure" or any(t.cls == "finish" for t in one.verb)


def _is_half(verb: Token, noun: Words) -> bool:
    """扩|岗, 散|煤替代: a word that is cut before its object; 避险|搬迁: how it is done before what is."""
    only = all(t.kind in ("make", "verb") for t in noun[1:])  # 安置|房|交付
    short = len(noun[0].text) == 1 and (only or len(verb.text) == 1)
    return short or (len(noun) == 1 and noun[0].kind == "make" and verb.kind == "verb")


# 国道, 铁路, 干线: ways are as long as one travels on them.
_WAYS, _TRAVELLED = ("路", "线", "国道", "省道", "航道"), "里程"


def _extent_of(one: Found) -> str:
    """How long or large what was counted is."""
    travelled = one.quantity.dimension == "length" and any(t.text.endswith(_WAYS) for t in one.noun)
    return _TRAVELLED if travelled else _EXTENT.get(one.quantity.dimension, "")


def _of_each(text: str, one: Found, name: str, base: str) -> str:
    """每千名老年人拥有床位 is a rate; 东山县 of 造林面积：东山县2万亩 a place where something is measured."""
    if one.row in ("told of each", "share of each"):
        return name if one.noun and one.noun[-1].kind == "measure" else name + base
    begun, said = one.base[0].start, joined(text, one.base)
    if name.startswith(said) or (not name and one.base[-1][:2] == ("each", "bare")):
        return name  # 设备安装不少于每万平方米1台: no 每 alone
    return said + name if one.base[0].cls == "mean" or is_rate(text[begun:]) else name


def _without_last_verb(tokens: Words) -> Words:
    """示范社区全面建成: what is done last to those counted is not their name; 敬老院达到要求 stays."""
    match = compiled("{modal}*(?:{make|handled.end|make.open}|{modal}{verb})+$").search(line(tokens))
    return tokens[: match.start()] if match and match.start() else tokens


_ABLE = "能力"


def _is_sized(one: Found, noun: Words) -> bool:
    """Whether a thing itself is said to have an area: 居室不小于12平方米."""
    said = noun
    if noun and noun[-1].text == "）":  # 粮食生产总面积（复种）
        said = noun[: next((i for i, t in enumerate(noun) if t.text == "（"), 0)]
    said = said[:-1] if said and said[-1][:2] == ("paper", "rate") else said  # 建筑面积标准
    has_area = one.row in ("state", "sized", "bare count") and one.quantity.dimension == "area"
    if said and (said[-1].text.endswith(_ABLE) or any(t.text.endswith(_SUFFIX["area"]) for t in said[:-1])):
        return False  # 作业能力; 辅导室面积小学
    return has_area and [t.kind for t in said][-1:] not in ([], ["measure"])


# 主干道每公里设置20个, 每层配置1个: where so many are put; what is put there is said before, or above.
_PUT_THERE = "(?:(?P<where>(?:{!each})*){each}{noun}*|{bound})?{make.do|make.build|make.add}"

# Rows whose verb stands alone: 泵站建设工程。到2028年，新建37座。
_ALONE = frozenset({"counted", "grows by", "state without subject", "verb then number"})
_WHOLE = frozenset({"by measure", "by share", "done of", "share of money"})
_COUNTED = frozenset(
    {"made", "made there", "made which", "listed and made", "there to be", "made for a time", "in places"}
)
# 治理率, 发证率: a rate of one word is of something that is said before, or by a heading that names what is done.
_LONGEST_RATE = 3


def indicator_of(text: str, one: Found, subject: Words, over: Over = NOTHING_OVER) -> str:
    """The name of what is to reach the value, "" where nothing says it.

    `subject` is what the clauses before speak of, `over` the name of the point or row.
    """
    if any(t.text.endswith("%") for t in subject):
        subject = ()  # 按租金第一年100%、第二年80%，面积不超过200平方米: what is so much each year names nothing
    if one.row in _COUNTED and one.noun and not _named_by(one):
        return ""  # 推荐3所参加评审: nobody says three of what
    name = _own_name(text, _said_whole(text, one))
    if not name and one.row == "verb then number" and _are_persons(one) and not _is_doing(text, subject):
        name = joined(text, without_fringe(one.noun))
    if not name and (deed := _deed_alone(one, subject, over)):
        return joined(text, deed)
    if one.quantity.dimension == "count" and _only_grades(one.noun) and not over.is_row:
        return _of_level(text, one, (subject, over))
    if not any(map(str.isalpha, name)):
        name = ""  # 2023年达到55%、2024年达到58%: the mark between is no name, nor is 2023 that lost its 年
    if len(one.noun) == 1 and one.noun[0][:2] == ("noun", "project") and not over.is_row:
        name = _project_of(text, subject, over.name) + name
    of = joined(text, without_fringe(one.of)) if one.of and name and one.row not in HANDLING else ""
    if over.is_row and name and not of and _is_of_its_row(one, name, over.name):
        return over.name + name
    if name and not of and _is_short(without_fringe(one.noun), name) and (where := _where(text, one)):
        return where + name
    named = of + (
        name
        if _is_whole(text, one, name, (subject, over))
        else _with_subject(text, one, name, (subject, over))
    )
    return _for_each(one.noun or subject, named) or _done_to_persons(one)


def _for_each(noun: Words, name: str) -> str:
    """人均|服务时长 of 服务时长人均不少于20小时: for each of whom, said behind, is a part of the name; 平均 of them all is none."""
    measured = any(t.kind in ("measure", "fund", "verb", "make") for t in noun[:-1])  # 淡季日均: only when
    each = noun[-1].text if measured and noun[-1].cls == "mean" else ""
    bare = name.removesuffix(each)
    return each + bare if bare and each[:1] != "平" and each not in bare else name


def _done_to_persons(one: Found) -> str:
    """培训100人: what is done to so many, where nothing else names them; "" of others."""
    deed = one.verb[-1] if one.row == "counted" and _are_persons(one) else None
    doing = deed is not None and deed[:2] == ("make", "do") and tagged(deed.text)[0][1] == "vn"
    return deed.text if deed and doing else ""


def _project_of(text: str, subject: Words, heading: str) -> str:
    """农村饮水安全提升 of 实施农村饮水安全提升工程。建设项目18个: what a project is of that the words before, or the heading, call one."""
    for said in (joined(text, subject), about(heading)):
        if name := next(
            (said.removesuffix(word) for word in words("noun", "project") if said.endswith(word)), ""
        ):
            return name
    return ""


def _deed_alone(one: Found, subject: Words, over: Over) -> Words:
    """新增床位40张，培训120人次: so many are trained, and no beds; 城东区 | 改造提升0.8万亩: the row only says where; 检查1次."""
    deed = one.verb[-1:] if one.row == "counted" else ()
    done = bool(deed) and deed[0][:2] == ("make", "do")
    others = _are_persons(one) and bool(subject) and subject[-1].kind == "noun" and not is_agent(subject)
    where = over.is_row and not subject and is_region(over.name)
    if deed and deed[0].text in words("deed"):
        return deed  # 治理率达到45%，改厕5000户
    return deed if done and (others or where or _names_itself(one, deed[0], subject)) else ()


def _names_itself(one: Found, deed: Token, subject: Words) -> bool:
    """每月巡查2次: how often that is done, whatever was spoken of before, unless it was that: 加强河道巡查，每月巡查2次."""
    named = any(t.text.endswith(deed.text) for t in subject)
    return is_how_often(one.quantity.unit) and not named and tagged(deed.text)[0][1] == "vn"


def _are_persons(one: Found) -> bool:
    return one.quantity.unit.endswith(words("counter", "person", "person_times"))


def _is_doing(text: str, subject: Words) -> bool:
    """加强护理员培训，累计培训500人: of that; 整合培训机构，累计培训500人 is of what is done to those counted."""
    return bool(subject) and subject[-1][:2] == ("make", "do") and not is_body(joined(text, subject[-2:]))


def _only_grades(noun: Words) -> bool:
    """市级, 其中县级: of which level, and not what."""
    bare = without_fringe(noun)
    return (
        bool(bare) and all(t.kind == "noun" for t in bare) and bare[-1].text.endswith(words("noun", "grade"))
    )


def _of_level(text: str, one: Found, said: tuple[Words, Over]) -> str:
    """县级驿站 of 建成市级5个、县级20个 behind what speaks of 驿站, "" where nothing does."""
    level, whole = joined(text, without_fringe(one.noun)), without_fringe(without_making(said[0]))
    levelled = len(whole) > 1 and whole[0].cls == "level"  # 镇级|队伍 behind 县级队伍
    of = joined(text, whole[1:] if levelled else whole)
    if not of or of.endswith(words("noun", "grade")):
        of = _of_heading(one, said[1].name)
    return level + of if of else ""


def _put_there(text: str, one: Found, subject: str, heading: str) -> str:
    """What there are to be so many of where the words beside the number only say where, or that they are made."""
    thing = done_to(heading)
    put = compiled(_PUT_THERE).fullmatch(line(one.noun)) if one.noun else None
    if not put:
        return subject or thing
    place = joined(text, without_fringe(one.noun[slice(*put.span("where"))])) if put["where"] else ""
    if normed(heading):
        where = place or subject
        return where if thing in where else where + thing
    return "" if place or is_place(subject) else subject


def _where(text: str, one: Found) -> str:
    """县域内 of 县域内就诊率: within what a rate of one word is measured, which tells it from what the clause before is of."""
    before = text[: one.noun[0].start]
    within = (word for word in words("scope", "within") if before.endswith(word))
    return max(within, key=len, default="")


def _is_part_of(one: Found) -> bool:
    """占生产总值比重: what part of another it is, and not what is."""
    return bool(compiled("{reach.of}@np+{measure.ratio|measure.part}$").match(line(one.noun)))


def _is_whole(text: str, one: Found, name: str, said: tuple[Words, Over]) -> bool:
    """Whether a name says what is measured: not 核定比率 behind 核定发票, nor 治理率, nor what only measures."""
    subject, over = said
    noun = without_fringe(one.noun)
    if _is_part_of(one) or (subject and _is_in_those(one)):
        return False
    if _is_in_each(one) and _of_heading(one, over.name):
        return False
    if (subject or over.is_row) and (_is_multiple(one) or _is_in_each(one)):
        return False
    if not name or one.row in _WHOLE or _is_drawn(one):
        return bool(name)
    if one.base and measures_doing(noun):
        return not _is_of(text, one, subject)
    bare = is_body(joined(text, noun)) if one.row in HANDLING else measures_only(noun)
    excepted = _is_sized(one, noun) and is_place(noun[-1].text)
    bare = bare or _is_mean(noun) or _is_deed(one, noun) or (one.row in _LASTS and _only_does(noun))
    return bool(noun) and not (bare or excepted or _is_of(text, one, subject) or _is_short(noun, name))


def _is_in_each(one: Found) -> bool:
    """选聘防疫员，每个村不少于1名: how many there are to be of what the clause before names."""
    return (
        one.row == "state"
        and one.quantity.dimension in ("count", "length")
        and is_in_each(one.noun, one.quantity.unit)
    )


def _is_in_those(one: Found) -> bool:
    """建成养老机构24家，每家床位不少于10张: so many in each of those that were counted before."""
    each = one.row == "state" and len(one.noun) > 1 and one.noun[0][:2] == ("each", "one")
    each = each and not is_rate(one.noun[0].text)  # 每千人口床位数 says of what it is
    return each and is_counted_by(one.noun[1:], one.quantity.unit)


def _is_multiple(one: Found) -> bool:
    """贷款利率，按基准利率的1.1倍执行: what the clause before names is a multiple of another."""
    return one.row == "by share" and one.quantity.dimension == "ratio" and not one.noun


def _is_of(text: str, one: Found, subject: Words) -> bool:
    """Whether a measure of what is done stands behind that being done: 核定发票，核定比率…; 危房改造1000户，改造合格率…."""
    if not subject or not one.noun or one.verb or one.noun[-1].kind != "measure":
        return False
    done = one.noun[0].text
    thing = any(t.kind == "noun" for t in one.noun[1:])  # 再就业2500人，就业困难人员就业率65%
    again = one.noun[0].kind in DONE and len(one.noun) > 1 and subject[-1].text.endswith(done) and not thing
    return again or text[: subject[0].start].endswith(done)


def is_of_the_same(one: Found, words: Words) -> bool:
    """垃圾分类覆盖率达到90%，参与率达到80%，准确率达到70%: whether a rate of one word is of what was spoken of before."""
    noun = without_fringe(one.noun)
    return bool(words) and _is_short(noun, "".join(t.text for t in noun))


def _is_of_its_row(one: Found, name: str, row: str) -> bool:
    """街道健身中心 | 每周开放时间不少于56小时: how long what is done there lasts is of the thing that names the row; 人员配备 and
    推进站点建设 name none. 车位 | 长不小于5.3米: one letter says what of it is measured."""
    tokens = lex(row, (), ())
    thing = bool(tokens) and tokens[0].kind == tokens[-1].kind == "noun" and name not in row
    return thing and (len(name) == 1 or (one.row == "limit" and names_no_thing(one)))


def names_no_thing(one: Found) -> bool:
    """服务半径 measures what is done, 材料精简70% tells of what there is to be less: what follows is not of that."""
    cut = (
        one.quantity.dimension == "share" and sign_of(one) == "-" and all(t.kind == "noun" for t in one.noun)
    )
    of = without_measure(one.noun)
    return len(one.noun) == 1 if cut else len(of) < len(one.noun) and all(t.kind in DONE for t in of)


def _is_deed(one: Found, noun: Words) -> bool:
    """桥梁改造，8月底竣工50%: how much of it is done, and not what."""
    return one.quantity.dimension == "share" and all(t.kind == "make" for t in noun)


# 高标准农田建设。新增10万亩: that much more of it there is to be, and not that large is it to be.
_MORE_OF_IT = frozenset({"grows by", "counted"})
# Rows that say how long something is done.
_LASTS, _LASTING = frozenset({"act within limits", "kept for", "bare time"}), "时间"


def _only_does(noun: Words) -> bool:
    """每周开放不少于40小时: what is open is said before, or by the row."""
    return all(t.kind in ("make", "verb", "handled", "each") for t in noun)


def _who_does(subject: Words) -> Words:
    """图书馆 of 图书馆开放(时间不少于60小时，每年闭馆…): without what else it does."""
    match = compiled("{make|verb}+$").search(line(subject))
    return subject[: match.start()] if match and match.start() else subject


def _is_mean(noun: Words) -> bool:
    """人均不低于6平方米: how it is shared out, not what is."""
    return bool(noun) and all(t.cls == "mean" for t in noun)


def _is_short(noun: Words, name: str) -> bool:
    one_word = len(noun) == 1 or all(len(t.text) == 1 for t in noun)  # 参|训|率
    one_word = one_word or (bool(noun) and name == noun[-1].text)  # 竣工|交付率
    rated = bool(noun) and noun[-1].kind == "measure" and noun[-1].cls != "index"  # 容积率 says of what it is
    return rated and one_word and len(name) <= _LONGEST_RATE


def _with_subject(text: str, one: Found, name: str, said: tuple[Words, Over]) -> str:
    """The name under what the clauses before or the heading speak of."""
    subject, over = said
    if _is_multiple(one) and subject:
        return f"{joined(text, subject)}（{joined(text, without_fringe(one.base))}的倍数）"
    noun = without_fringe(one.noun)
    name = joined(text, noun) if one.base and measures_doing(noun) else name
    if _is_in_each(one):
        name = ""
    short = _is_short(noun, name) and not measures_only(noun)
    subject = _may_be_of(text, one, name, subject)
    subject = () if over.is_row and subject and _is_asked_beside(text, subject, one) else subject
    suffix = "" if _is_as_before(text, one, subject) else _suffix_of(one)
    bare = name and not _is_part_of(one)
    subject = _measured_too(one, noun, subject) if bare else subject
    above = joined(text, _who_does(subject) if one.row in _LASTS else without_making(subject))
    unsaid = (name or suffix) and not (short and name[:-1] not in over.name)
    if not above and (over.is_row or unsaid):
        above = _over(one, over.name)
    if not name and not over.is_row:
        above = _if_counted(text, one, above) or _of_heading(one, over.name)
    if not name and one.row in _ALONE:
        above = _put_there(text, one, above, over.name)
    if not above and not name and suffix and (each := [t for t in one.way if t.kind == "each"]):
        above = joined(text, each)  # 每床不小于5平方米
    if _is_mean(noun) and above:
        return joined(text, noun) + _measured(above, suffix)
    if _is_sized(one, noun):  # 偏远社区不低于200平方米: of what else is at least 300
        return _under(name, _measured(above, suffix))
    if one.row == "who reach" and above and one.noun[:1] and one.noun[0].kind == "reach":  # 4所|达到推荐标准
        return f"{name}的{above}"
    above = "" if _says_it_too(name, above, short) else above
    in_each = not name and any(t[:2] == ("each", "one") for t in one.way)
    if above and in_each and _are_persons(one) and not is_agent(subject):
        return above + _PERSONS  # 队伍20支，每支不少于25人
    above = "" if one.row in HANDLING and not over.is_row and _acts(one, said[0], above) else above
    new = [t for t in one.verb[-1:] if t.cls == "add" and one.quantity.dimension == "money" and bare]
    name = joined(text, new) + name  # 新增产值
    # 新增300亩: 面积 alone says no more than the unit
    return _under(above, name) if name else above and _measured(above, suffix)


def _says_it_too(name: str, above: str, short: bool) -> bool:
    """改造率 behind 危房改造 says it itself, and so does 养老率 behind 养老床位."""
    stem = name[:-1] if short else ""
    return bool(name) and (name[-2:] in above or (bool(stem) and above.startswith(stem)))


def _is_asked_beside(text: str, subject: Words, one: Found) -> bool:
    """卫生院 | 停车位不少于5个，建筑面积不少于380平方米: what is asked beside another thing is of the row, as that is; 设托养区1个，面积…
    is of what is made, and 持证率 of the 工作人员 before it."""
    asked = one.quantity.dimension != "share" and text[subject[0].start - 1 : subject[0].start] in _PARTING
    return asked and any(map(str.isdigit, text[subject[-1].end : one.quantity.start]))


_PARTING = "，；。、"


def _measured_too(one: Found, noun: Words, subject: Words) -> Words:
    """What a measure of its own is of, behind another: 粮食 of 粮食播种面积达到40万亩，总产量达到16万吨; where 网络零售额 has 年均增速15%、占比60%, and
    产量达到6万吨，占全省的12%, it is of that measure itself."""
    gains = bool(noun) and (noun[-1].cls == "gain" or [t.cls for t in noun] == ["part"])
    if gains or any(t[:2] == ("reach", "of") for t in one.way):
        return subject
    of = without_measure(subject)
    if of and of[0].cls == "mean" and of[-1].kind == "measure" and noun and noun[-1].kind == "measure":
        return ()  # 平均跑动次数0.3次，办理时限压缩60%: a mean alone is nothing that is measured otherwise
    moved = one.quantity.dimension == "share" and sign_of(one)  # 产量达到40万吨，增长2%
    return without_deed(of) if of and (one.quantity.dimension == "mass" or moved) else of


def _measured(above: str, suffix: str) -> str:
    """A thing with how large or long it is; 租赁合同期限 says so itself."""
    return above + (
        "" if above.endswith((suffix, *(_TERMS if suffix == _SUFFIX["time"] else ()))) else suffix
    )


def _acts(one: Found, who: Words, name: str) -> bool:
    """乡镇, 专职队, 申请人: who deals with it, or asks that it be dealt with, and not what is; nor is what was measured before
    where the deed has an object of its own (响应时间不超过2小时，24小时内恢复供水), or that is a rate (设施完好率98%，5分钟内到达)."""
    rate = bool(who) and who[-1].kind == "measure" and who[-1].text.endswith(_RATE)
    own = rate or (bool(who) and who[-1].kind == "measure" and any(t.kind == "noun" for t in one.verb))
    agent = is_body(name) or (bool(who) and is_agent(who))
    return own or agent or [t.kind for t in who] == ["applicant"]


def _over(one: Found, heading: str) -> str:
    """What a heading is about, or all of it; 建立巡查制度 tells to do something, and names nothing that is dealt with in time."""
    tokens = lex(heading, (), ())
    tells = len(tokens) > 1 and is_verb(tokens[0]) and tokens[1].kind != "measure"
    said = about(heading) or ("" if tells and one.row in HANDLING else heading)
    deeds = all(t.kind in ("make", "verb", "handled", "link", "mark", "up") for t in lex(said, (), ()))
    return "" if deeds and one.row in HANDLING else said  # 受理与审核


def _may_be_of(text: str, one: Found, name: str, subject: Words) -> Words:
    """As much of what the clauses before speak of as a value may be of."""
    if one.row == "done at a rate":
        return ()  # 重点企业全部检查，其他企业按20%的比例抽查: of the others
    noun = without_fringe(one.noun)
    measures = {t.kind for t in subject if t.kind not in ("mark", "link")} == {"measure"}
    if measures and measures_only(noun) and noun[-1].kind == "measure":
        return ()  # 开工率达到50%；完成投资70%: one measure is not of another
    if all(t.kind == "make" or t[:2] == ("noun", "project") for t in subject):
        return ()  # 新开工项目300个，治理面积5000公顷: 项目 alone does not say of what
    if noun and subject and (subject[0].start <= noun[0].start < subject[-1].end or measures_only(subject)):
        return ()  # 响应率、办结率、满意率分别达到…: one of the list itself; 面积12万亩，产值增长15%: not of the area
    if one.row == "counted" and is_how_often(one.quantity.unit) and name:
        return ()  # 合格率达到98%，每年抽检2次; 开展演练2次，每季度检查1次: to none of them is that done
    if is_region(joined(text, subject)) and is_region(joined(text, noun)):
        return ()  # 城区15分钟内、乡镇30分钟内到达: one place is not of the other
    if subject and subject[0].kind == "each" and subject[-1].text in name:
        return ()  # 每校抽检2批次，抽检合格率达到98%: of what is done there, in all
    if subject and _is_short(noun, name) and not measures_only(noun):
        return _subject_of_rate(text, noun, name, subject)
    if name or not _is_no_count(one, subject):
        return subject
    thing = without_deed(without_measure(subject))
    when = [t.text[-1:] for t in thing] == [_YEARS]  # 三年|保存率: of no thing
    return thing if len(thing) < len(subject) and any(t.kind == "noun" for t in thing) and not when else ()


def _suffix_of(one: Found) -> str:
    """What tells that so much of a thing is how large it is, or how long it takes."""
    if one.again:
        return _extent_of(one)
    if one.row == "state without subject" and one.quantity.comparator == ">=":
        return {"time": _LASTING}.get(one.quantity.dimension, _SUFFIX.get(one.quantity.dimension, ""))
    return "" if one.row in _MORE_OF_IT else _SUFFIX.get(one.quantity.dimension, "")


def _is_as_before(text: str, one: Found, subject: Words) -> bool:
    """改造茶园6万亩，每年2万亩: as much of what was counted in that unit, and not how large it is."""
    unit = one.quantity.unit
    between = text[subject[-1].end : one.quantity.number_start] if subject else ""
    before, said, behind = between.partition(unit or "\0")
    return bool(said) and any(c.isdigit() for c in before) and any(c in behind for c in "每均")


def _is_vague(name: str) -> bool:
    """工作合力, 人居环境: of such there are never so many."""
    return name.endswith(words("noun", "vague"))


def _if_counted(text: str, one: Found, above: str) -> str:
    """What the clauses before speak of, where there may be so many of it."""
    return "" if one.quantity.dimension == "count" and _is_vague(above) else above


# 建设驿站, 驿站建设目标, 驿站改造工程, 扩大驿站供给: a heading that says what is made; 交通安全 and 推进乡村振兴 name a field.
_MADE = "^{modal}*(?:(?!{make.drive}){make}(?={noun})|(?:{noun}|{verb})+{make.build}{aim}?$|@P*{noun.project|noun.how|noun.gap}$)|^{up.by}@n+{noun.how|noun.gap}$"


def _of_heading(one: Found, heading: str) -> str:
    """What a heading says that a value without a word of its own is of: a measure where it is no count (降低学生近视率); of
    what so many are made, or are to be in each, where it is one (云岭驿站建设目标)."""
    said, codes = about(heading), line(lex(heading, (), ()))
    tokens = without_making(lex(said, (), ()))
    if not tokens:
        return ""
    if one.quantity.dimension != "count":
        whole = lex(heading, (), ())
        moved = compiled("^{modal}*{up.by|down.by}").match(codes)
        by = moved is not None and joined(heading, whole[moved.end() :]) == said
        return said if by or tokens[-1].kind in ("measure", "fund", "spend") else ""
    if one.many > 1:
        return _member_of(said, tokens, one)
    named = compiled(_MADE).search(codes) or _is_in_each(one)
    deed = tokens[-1].kind in ("make", "verb", "up")
    finished = deed and any(t.cls == "finish" for t in one.verb)  # 数字化升级。完成53家
    thing = named and tokens[-1].kind == "noun" and tokens[-1].cls != "generic"
    return joined(said, tokens) if (thing or finished) and not _is_vague(said) else ""


def _member_of(said: str, tokens: Words, one: Found) -> str:
    """前置仓 of 建设前置仓和菜园。分别达到40座、37处."""
    cut = [-1, *(m.start() for m in compiled("{mark.、|link.and}").finditer(line(tokens))), len(tokens)]
    members = [tokens[a + 1 : b] for a, b in pairwise(cut)]
    return joined(said, without_verb(members[one.place])) if len(members) == one.many else ""


def _subject_of_rate(text: str, noun: Words, name: str, subject: Words) -> Words:
    """What a rate of one word is of: all of the clause before, or what that measures as well (毕业生帮扶率达到100%，就业率达到90%);
    not where another is measured (覆盖率达到90%，发证率达到95%), nor of how many there are, or of a share."""
    if subject[-1].kind == "verb" and any(t.cls == "mean" for t in subject):
        return ()  # 亩均增产100公斤，节水率达到20%: of what so much is done, and not whose it is
    if name[:1] in _LACKING and name[1:-1] == subject[-1].text[-1]:
        return ()  # 新增就业8000人，失业率: what is counted is not among those of its opposite
    rest = _rest_of_clause(text[subject[-1].end : noun[0].start])
    if not any(c.isdigit() for c in rest):
        return subject
    if _IN_TIME in rest and name[:-1] not in rest:
        return ()  # 一般故障24小时内修复，入住率保持在90%
    of = without_measure(subject)
    if len(of) == len(subject) and subject[-1].kind != "measure":
        return subject  # 厂房500平方米，入住率达到70%: of those that are counted
    like = _is_like(subject) or not name.endswith(_RATE)
    # 按时办结率100%，满意率90%; 每天活动时间2小时，近视率下降: how it is kept, and how often, is not whose it is
    says_whose = any(t.kind != "modal" for t in of) and of[0].kind != "each"
    return of if len(of) < len(subject) and like and says_whose else ()


_LACKING = tuple("失待无未缺漏")
_YEARS = "年"
# 人数, 保有量: such are counted themselves.
_COUNTS = ("数", "量")
_RATE, _IN_TIME = "率", "内"


def _is_no_count(one: Found, subject: Words) -> bool:
    """服务半径不大于500米，每千人不少于1处; 加快建设进度，年内新开工9个: how many there are to be is not of how far, but of what
    that is of."""
    counts = one.quantity.dimension == "count"
    return (
        counts and bool(subject) and subject[-1].kind == "measure" and not subject[-1].text.endswith(_COUNTS)
    )


def _is_like(subject: Words) -> bool:
    """Whether what was named before is a rate, or of somebody for each time: 学生每天锻炼时间."""
    return subject[-1].text.endswith(_RATE) or any(t.kind == "each" for t in subject)


def _said_whole(text: str, one: Found) -> Found:
    """90%的居民享受到|15分钟|健身服务: with all that its clause says of those who do something."""
    if one.row not in (*_SHARES_OF, "who reach") or not one.noun or one.late:
        return one
    at = one.noun[-1].end
    rest = lex(_rest_of_clause(text[at:]), (), ())
    if any(t.text == "%" for t in rest):
        return one  # 覆盖90%以上的城市社区和60%以上的农村社区: of others another share
    return replace(one, noun=(*one.noun, *(t._replace(start=t.start + at, end=t.end + at) for t in rest)))


def _rest_of_clause(text: str) -> str:
    """To the next mark that stands in no title: 达到《特困人员供养服务设施（敬老院）基础指标》要求."""
    marks = (m.start() for m in patterns.finditer("[，。；：（）]", text))
    end = next((at for at in marks if text.count("《", 0, at) <= text.count("》", 0, at)), len(text))
    return text[:end]


def _under(above: str, name: str) -> str:
    """生活污水治理 and 治理率 are 生活污水治理率, 结果互认项目 and 互认率 are 结果互认率."""
    of = next((above.removesuffix(word) for word in words("noun", "project") if above.endswith(word)), above)
    if len(of) < len(above) and name[:2] == of[-2:]:
        above = of
    shared = max(n for n in range(len(name)) if n != 1 and above.endswith(name[:n]))  # 应改尽改, 改造率
    return above + name[shared:]
