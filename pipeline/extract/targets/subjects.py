"""What a value is of where the words beside it only measure: the clause before, the heading of the point, the row."""

# Long: where what a clause speaks of begins and ends is told in one place.
from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, takewhile

from pipeline.extract.agents import is_agent
from pipeline.extract.targets.found import Found
from pipeline.extract.targets.lists import NOUN_BEHIND, is_region, place_of
from pipeline.extract.targets.phrases import Words, is_verb, joined, without_fringe
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_party
from pipeline.language.segmentation import tagged
from pipeline.language.tokens import Token, lex
from pipeline.language.words import lookup, words
from pipeline.lexicons import rows

# 加快书房建设，年内…; 书房培育行动。每年…;
# 区级中心，每处…; 单独设立互助养老点，…; 购买首套住房的，…: a clause that is a noun phrase, or a verb and one;
# 土地出让金可分期支付，筛查工作应在年底前完成，…: what something is done to; 提高污水收集率，力争达到…: what is raised.
_TOPIC = (
    "(?:^|{hard})(?:{fill|if|mark.、|hold})*(?:"
    "(?:(?<={modal})|{make.drive})(?P<driven>{noun}{!hard|qty|link.at|link.by|link.prep|not}*{make})"
    "|{make.drive}*(?P<whole>{noun}(?:{noun|measure|fund|loan|verb|up.by|mark.“|mark.”})*{make|verb|up.by}+{noun.project}{make.build}?)|"
    "(?:{verb}(?:{noun|measure})+{link.de})?(?P<done>(?!{verb}){noun|verb|make|fund|loan|measure|charge|spend|link.de}*{noun|fund|loan|measure|make}{paper.aim}?)(?:{modal|plan|time|apart}|{link.at}@P{1,6}?{link.when|rank})+{noun|measure}?{make|verb|spend|handled|charge}|"
    "(?P<who>(?!(?!{make.do}{noun}+{noun.project}){make.do|make.found|make.pay|make.add|make.open|make.perform|make.finish|make.drive})"
    "(?:{!fill|reach|does|give|verb|hold|up|down|comparator|hard|qty})+)(?:{reach.make|does|give.gets}|{verb}(?=@np{2}))@np+"
    "|{up.by|down.by}(?P<raised>@n*{measure})"
    "|(?P<grown>(?:{noun|fund|loan|verb|due}|(?<={noun}){mark.、|link.and|if.whom}(?={noun|verb}))*{measure})(?:(?:{fill|hold|up|down})+|{comparator}@np+|(?:{fill})*(?:{ranked}|{verb})(?:{fill})*(?:{rank}{qty|noun}|{noun|verb}{1,2}))"
    "|(?:(?:@np|{plan})*?(?:{doing}(?:{up.by|make.drive})?|(?<={noun}){up.by})|(?:{make.drive}{own}@np*?{link.de}@np*?)?{verb}(?={mark.“}))(?=@np)(?P<made>(?:{noun|verb|measure|handled|mark.“|mark.”|own|link.de|mark.、}|(?<={noun}){bound}(?={noun})|{make|up.by}+{noun.project|noun.generic})+{make}{0,2})"
    "|{make.drive}*(?P<noun>@n+{reach.of}@n+{measure}|(?:{!make|fill|does|reach|hold|up|down|comparator|hard|qty|not|own}|(?<={noun})(?:{link.and}|{each.one|each.bare})(?={noun}))+(?:{make}+{noun.project|noun.generic}?)?)"
    "){link.de}?$"
)
#: Words of roles: 市民政局|牵头 says who does it, and not what.
ROLES = frozenset(word for word, kind, *_ in rows("duty_words") if kind == "role")
# 将污水治理率纳入考核，…: what is taken up, and into what.
_TAKEN = "{link.object}(?P<taken>(?:{noun|fund|loan|measure|verb|make|mark.（|mark.）})*?{noun|fund|loan|measure}{make.do|make.build}?){modal}*(?:{make|does}|{verb}(?=@np))(?=@np+$)"
_LEAST = 2  # characters; less is no name
_NEGATED = frozenset("无未不")
_ONE_TIME = frozenset(f"{one}{time}" for one in "一1" for time in "次场轮")
# 加大冷库建设力度, 扩大普惠托位供给, 补齐社区食堂短板: how something is done, and not what.
_HOW_DONE = (
    "(?:^|{hard})(?:{fill})*(?:{up.by|make}|{verb})+?(?P<thing>@n+){link.de}?{noun.how|noun.gap|noun.range}$"
)


# 在驿站建设方面, 以驿站建设为重点: what is spoken of in a frame of words.
_FRAMED = "(?:^|{hard})(?:{link.at}(?P<side>@n+){paper.part}|{link.prep}(?P<chief>@np+){reach.be}(?:{noun|verb|paper|aim})+)$"


def _framed(part: Words) -> Words:
    """What stands in such a frame, () where there is none."""
    match = compiled(_FRAMED).search(line(part))
    return part[slice(*match.span("side" if match["side"] else "chief"))] if match else ()


# 残疾人托养机构, 农村集中供水工程建设: names of which no word tells where one ends.
_COMPOUND = (
    "(?P<who>{noun}+)(?:{noun|verb|make.do|make.build|measure})*{noun|make.do|make.build|measure}{paper.aim}?"
)
_LONGEST_COMPOUND = 16  # characters


def _parted(part: Words) -> Words:
    """住房|供给 of 住房供给: such a word that the dictionary has as one with what it is of."""
    if not part or part[-1].kind != "noun" or part[-1].cls:
        return part
    last = part[-1]
    how = next((word for word in words("noun", "how") if last.text.endswith(word)), "")
    cut = last.end - len(how)
    thing = last._replace(end=cut, text=last.text.removesuffix(how))
    return (*part[:-1], thing, Token("noun", "how", cut, last.end, how)) if how else part


def _names_nothing(tokens: Words) -> bool:
    """各项工作, 重点任务: words that only point, before one that says nothing of what is done."""
    return all(t.cls == "generic" or tagged(t.text)[0][1] == "r" for t in tokens)


def is_body(name: str) -> bool:
    """Whether a name is one of bodies: who deals with a case is not what is measured."""
    return bool(name) and all(is_party(n) or n.endswith(words("ending", "body")) for n in name.split("、"))


# A heading that is reached everywhere: what its rate is of stands before.
ALL_OVER = ["全", "覆盖"]


# 按照“一村一站”要求，年内建成90个: how, and not what.
_AS_ASKED = "(?:{fill})*{link.by|link.prep}(?:{!hard})*{paper.aim|paper.rate}"


def topic(part: Words) -> Words:
    """What a clause without a number speaks of: a noun phrase, what a verb does it to (实施改造, …), what itself does
    something and is no body (新建项目实行承诺制，审批时限…), or what something is done to (土地出让金可分期支付，首次缴纳比例…)."""
    if [t.text for t in part[-2:]] == ALL_OVER:  # 实现助餐服务全覆盖
        return without_fringe([t for t in part[:-2] if t.kind != "time" and t[:2] != ("reach", "make")])
    if taken := compiled(_TAKEN).search(line(part)):
        return without_fringe(part[slice(*taken.span("taken"))])
    if compiled(_AS_ASKED).fullmatch(line(part)):
        return ()
    framed = _framed(part)
    if framed and framed[0].kind == "noun" and sum(len(t.text) for t in framed) > _LEAST:  # 以村为单位
        return without_making(framed)
    part = _parted(part)
    if how := compiled(_HOW_DONE).search(line(part)):
        thing = without_making(without_fringe(part[slice(*how.span("thing"))]))
        return thing if thing and thing[-1].kind != "make" else ()
    if (named := compiled(_COMPOUND).fullmatch(line(part))) and not _does(part[: named.end("who")]):
        return without_fringe(part)
    match = compiled(_TOPIC).search(line(part))
    if not match:
        return ()
    group = next(
        name for name in ("driven", "whole", "raised", "grown", "made", "noun", "who", "done") if match[name]
    )
    found = without_fringe(part[_begin(part, match.start(group)) : match.end(group)])
    held = group == "made" and len(found) > 1 and found[0].text in _ONE_TIME
    if held and len(found[1].text) == _LEAST and part[match.start(group) - 1].cls == "do":
        return found[1:]  # 组织|一次|演练
    if group in ("who", "done") and is_body("".join(t.text for t in found)):
        return ()  # 各镇落实责任，覆盖率…: who does it is not what is measured
    if found and found[-1].text in ROLES and is_body("".join(t.text for t in found[:-1])):
        return ()
    if part[-1].cls == "de" and found and found[0].text[0] in _NEGATED:
        return ()  # 公示无异议的，…
    if _names_nothing(found) or [t.text for t in found if t.text in "“”"][:1] == ["”"]:
        return ()  # 实施“算力强基”工程: the half of a name
    return found if sum(len(t.text) for t in found) > _LEAST or _is_put(part, found) else ()


# 推进老旧小区|加装|电梯: a thing that something is provided with, however short its name; 落实责任 names none.
_PUT = "{make.drive}(?P<where>{noun}+)(?P<does>{make.do|make.build|make.add}){noun}$"


def _is_put(part: Words, thing: Words) -> bool:
    """Whether a clause ends with such a thing; 支持农户发展产业 tells what somebody is to do."""
    named = len(thing) == 1 and not thing[0].cls and not thing[0].text.endswith(words("noun", "vague"))
    match = compiled(_PUT).search(line(part)) if named else None
    done = match is not None and part[match.start("does")].cls == "do"
    return match is not None and not (done and is_agent(part[slice(*match.span("where"))]))


def _begin(part: Words, at: int) -> int:
    """Where the name begins whose words from token `at` on are bound: with 慢行 of 慢行|绿廊, 秸秆|收储 of 秸秆|收储|点, 急救|培训
    of 急救|培训|导师队伍; but 各村|建设|书房."""
    before = part[at - 1] if at else None
    if before and before[:2] == ("modal", "") and before.end == part[at].start and not lookup(before.text):
        return at - 1
    named = compiled("(?:{noun}|{verb}(?={make.do}))+{make|verb}$").search(line(part)[:at])
    if not named or any(a.end != b.start for a, b in pairwise(part[named.start() : at + 1])):
        return at
    half = len(part[at].text) == 1 and compiled("{noun}(?!{noun})").match(line(part)[at:])
    over = part[named.start() - 1] if named.start() else None
    driven = over is not None and (over[:2] == ("make", "drive") or over.kind == "if")  # 对|修缮工匠|开展轮训
    last = part[at - 1]
    done = last[:2] == ("make", "do") and (driven or tagged(last.text)[0][1] == "vn")
    return named.start() if half or (done and not _does(part[named.start() : at - 1])) else at


def _does(who: Words) -> bool:
    """Whether words are of somebody, or of a place where something is done: 各村|建设|书房."""
    return not who or is_agent(who) or is_region("".join(t.text for t in who))


DONE = frozenset({"verb", "make", "spend", "charge", "handled", "up", "down"})


# 完成农户信息登记，登记率…: what is to be finished, and of which that is the rate.
_ENDED = "{make.finish}(?P<name>(?:{noun|verb})*{noun}(?:{handled.decide}|{verb}|{make.do}))$"


def _named_before(part: Words, noun: Words) -> Words:
    """What the words of a value's own noun were said of in a clause before it: 发票 where 核定发票，核定比率…; 小微贷款额度
    where 小微贷款额度按…计算，最高额度…."""
    if not noun:
        return ()
    codes = line(part)
    if noun[0].kind in DONE and len(noun[0].text) > 1:
        at = max((i for i, t in enumerate(part) if t.text == noun[0].text), default=len(part))
        if compiled("{up.by}{noun}+$").search(line(part)[:at]):
            return ()  # 提升|不动产|登记|便利度
        match = compiled("(?:{noun|fund|loan|measure|verb|mark.“|mark.”}){1,8}(?=$|{link.de}$)").match(
            codes[at + 1 :]
        )
        thing = part[at + 1 : at + 1 + match.end()] if match else ()
        return thing if sum(len(t.text) for t in thing) > _LEAST else ()
    if part and noun[-1].text == part[-1].text + _RATE and (ended := compiled(_ENDED).search(codes)):
        return part[slice(*ended.span("name"))]
    begun = compiled(
        "^(?:{fill|make.drive})*(?P<name>(?:{noun|loan|fund|verb})+{measure})(?!{mark|noun})"
    ).match(codes)
    if begun and part[begun.end() - 1].text == noun[-1].text:
        return part[slice(*begun.span("name"))]
    return ()


# No reader looks further back for what a clause is about.
_CLAUSES_BACK = 2


# 灭火器每50平方米配置不少于2具, 中转站按半径2公里设置1座: of what there are to be so many for each so much of another; of all that is
# listed before how often (图书馆、文化馆每周开放不少于60小时).
_FOR_EACH = "(?:{fill})*(?P<thing>{noun}(?:{noun|verb|make})*(?={each.bare}{qty}|{link.by}@P*?{qty}{bound}?{noun}?{make}?$)|{noun}+(?:(?:{mark.、}|{link.and}){noun}+)+(?={time.recurring}))"


# 企业数量力争|总数突破450家: of what is measured in the clause itself.
_OWN_CLAUSE = "^(?:{fill})*(?P<thing>@n*{measure}){plan.wish}+$"
# 应在收到申请材料后|5个工作日内完成初审: what is dealt with, where nothing before names it.
_RECEIVED = "{link.at|link.from}(?:{verb}|{make.do})(?P<thing>{noun}){link.when}{link.de}?$"


def _last_named(tokens: Words, last: Words) -> tuple[Token, ...]:
    """What was named last, or else what the words right before a value say is dealt with."""
    match = None if last else compiled(_RECEIVED).search(line(tokens))
    return tuple(tokens[slice(*match.span("thing"))] if match else last)


_HAD = "(?:(?P<noun>@n*{measure})(?:{fill|core})*{qty}|{make}(?P<noun>{noun}+){qty.count}){bound}?(?:{reach.be}{noun|measure})?$"


def _measured(part: Words) -> tuple[Token, ...]:
    """上云率 of 上云率已达85%, 公厕 of 去年新建公厕32座, …: what had a value that is none to be reached."""
    match = compiled(_HAD).search(line(part))
    noun = tuple(without_fringe(part[slice(*match.span("noun"))])) if match else ()
    return noun if any(t.kind not in DONE for t in without_measure(noun)) else ()  # 服务半径 names no thing


def _those(part: Words) -> tuple[Token, ...]:
    """问题 of 反馈的42个问题，6月底前整改28个: those that there are, of which so many are dealt with; 示范村 of
    在20个示范村的基础上，再建10个, 良田 of 在建成良田3万亩的基础上，再建2万亩."""
    match = compiled(
        "(?:{link.de}{qty.count}{bound}?(?P<noun>(?:{noun|verb|measure|paper})+)"
        "|(?P<base>(?:{noun|verb|paper})+{make.do}?)(?:{qty}{bound}?(?:{link.de}?{link.base}|{link.when})|{link.de}?{link.base}))$"
    ).search(line(part))
    named = part[slice(*match.span("noun" if match["noun"] else "base"))] if match else ()
    return tuple(t for t in named if not t.text[0].isdigit())


def subject_of(
    tokens: tuple[Token, ...], at: int, last: tuple[Token, ...], noun: Words = ()
) -> tuple[Token, ...]:
    """What the clauses before token `at`, where the value's own `noun` begins, speak of: `last` where a value of it stands
    nearer, else the nearest clause without a number that is a noun phrase."""
    hard = [-1, *(m.start() for m in compiled("{hard}").finditer(line(tokens)[:at]))]
    if any(t.cls == "order" for t in tokens[hard[-1] + 1 : at]):
        return ()  # 一是新建公园5个；二是覆盖率达到90%: of something else
    if each := compiled(_FOR_EACH).match(line(tokens[hard[-1] + 1 : at])):
        return tokens[hard[-1] + 1 :][slice(*each.span("thing"))]
    if own := compiled(_OWN_CLAUSE).search(line(tokens[hard[-1] + 1 : at])):
        return tokens[hard[-1] + 1 :][slice(*own.span("thing"))]
    if compiled("{qty}(?<!{qty.time}(?={bound|modal.sum}))").search(line(tokens[hard[-1] + 1 : at])) and last:
        return last  # but 一个月内缴纳比例…: only when
    if hard[-1] > 0 and tokens[hard[-1]].text == "（":  # 多子女家庭（上浮20%）: what the bracket is said of
        before = compiled("{includes.with}?{noun|measure}+$").search(line(tokens[: hard[-1]]))
        if before:  # 之比不小于1：4（且不小于6平方米）: not of 4
            of = tokens[slice(*before.span())]
            return () if "".join(t.text for t in of).isdigit() else of
        named = topic(
            tokens[hard[-2] + 1 : hard[-1]]
        )  # 实施管网更新（2026年完成80公里）, not 土地申请调整限高（100米以下）
        return tuple(named) if named and named[-1].end == tokens[hard[-1]].start else last
    parts = [
        tokens[start + 1 : end]
        for start, end in list(pairwise(hard))[::-1]
        if start < 0 or (tokens[start].text, tokens[end].text) != ("（", "）")  # 场地（含阳台、走廊）人均…
    ]
    parts = list(takewhile(lambda part: not compiled("(?<!{rank}){qty}").search(line(part)), parts))
    if not parts and not last and len(hard) > 1:
        last_part = tokens[hard[-2] + 1 : hard[-1]]
        return _measured(last_part) or _those(last_part)
    near = parts[:_CLAUSES_BACK]
    said = (*(_named_before(part, noun) for part in parts), *map(topic, near), *map(_those, near))
    return next((tuple(named) for named in said if named), _last_named(tokens[:at], last))


#: No bracket is open.
OUTSIDE = -1


def bracket_at(tokens: Words, at: int) -> int:
    """The token that opens the bracket in which token `at` stands: 新增厕所8万户（其中甲局3万户），普及率达到78% is not of 甲局."""
    opened: list[int] = []
    for i, token in enumerate(tokens[:at]):
        if token.text == "（":
            opened.append(i)
        elif token.text == "）" and opened:
            opened.pop()
    return opened[0] if opened else OUTSIDE


# Which of the classes of one thing.
_CLASSES = frozenset(order + kind for order in "一二三四五甲乙丙" for kind in ("类", "级"))


def _ends_alike(one: Token, other: Token) -> bool:
    """文化馆 and 图书馆: of one kind."""
    return (len(one.text), one.text[-1]) == (len(other.text), other.text[-1])


_RATE = "率"


def is_topic(tokens: Words, subject: Words) -> bool:
    """审批时间，政府项目不超过50天: whether the `subject` among the tokens of a sentence is a measure that stands alone before a comma,
    to be parted among whose it is."""
    inside = [i for i, t in enumerate(tokens) if subject and subject[0].start <= t.start < subject[-1].end]
    if not inside or subject[-1].kind != "measure":
        return False
    before, behind = compiled("{!hard}*$").search(line(tokens[: inside[0]])), tokens[inside[-1] + 1 :][:1]
    begins = (
        tokens[before.start()] if before else tokens[inside[0]]
    )  # 提升|审批效率，…: what is bettered is no topic
    return (begins.kind == "noun" or begins == subject[0]) and [t.text for t in behind] in (["，"], ["："])


def without_who_came_before(tokens: Words, one: Found, spoken: Words) -> Found:
    """旅游收入，假期突破5亿元，全年达到80亿元: behind another value nobody is said to have this one."""
    values = [t.end for t in tokens[: one.at] if t.kind == "qty" or t[:2] == ("time", "duration")]
    taken = bool(values) and bool(one.noun) and one.noun[-1].end <= values[-1]
    return replace(one, noun=tuple(spoken)) if taken else one


# 办结率, 满意度, 占比: a rate has shares, and no time or money.
_RATES = tuple("率度比")


def _is_value_of(one: Found, where: Words, subject: Words) -> bool:
    """Whether a value of somebody may be of the topic before a comma: 县城达到98%, but not 污泥处置达到98%, 化肥减量10%."""
    rate = subject[-1].cls == "ratio" or subject[-1].text.endswith(_RATES)
    measured = one.quantity.dimension in (("share",) if rate else ("time", "money"))
    changes = any(t.kind in ("up", "down") for t in one.way) and one.quantity.dimension != "time"
    who = all(t.kind in ("noun", "payer", "ordered") or t.cls == "put" for t in where)
    last = where[-1].kind in ("noun", "ordered", "payer")
    return measured and who and last and not changes and one.row not in NOUN_BEHIND


def with_rate_of(one: Found, subject: Words, aside: bool = False, parted: bool = False) -> Found:
    """普惠水平进一步提升，城区达到68%: a place alone is where it is reached what the clause before measures, and where so many are
    made of what it speaks of (推进口袋公园建设，城区新建12个); 小学作业时间不超过60分钟，初中不超过90分钟: so is whoever has a time,
    and anything where a `parted` topic stands before (审批时间，政府项目不超过50天)."""
    where = tuple(t for t in one.noun if t.kind not in ("link", "reach"))
    if parted and where and _is_value_of(one, where, subject):
        behind = where[-1].start > subject[-1].start
        alike = "".join(t.text for t in where).endswith(subject[0].text)  # 重大隐患 of 隐患整改率
        alike = alike or (is_agent(where) and is_agent(subject[:1]))  # 初中生 of 学生近视率
        own = 1 if alike else place_of(subject)
        return replace(one, noun=(*where, *subject[own:])) if behind else one
    alike = bool(where and subject) and _ends_alike(where[-1], subject[0]) and one.row == "bare time"
    timed = alike or one.row == "limit" or (one.row == "changed time" and bool(subject))
    of_class = len(where) == 1 and where[0].text in _CLASSES
    measured = bool(subject) and subject[-1].kind == "measure"
    rated = one.quantity.dimension in ("share", "money")
    rate = measured and subject[-1].text != _RATE and rated
    # 签约率，重点人群达到70%; in a bracket `aside` of anything: 利用率达到60%（粉煤灰达到80%）
    whose = rate and bool(where) and (is_agent(where) or aside)
    alone = all(t.kind == "noun" for t in where) and (
        timed or of_class or whose or is_region("".join(t.text for t in where))
    )
    if not where or not alone or one.row in (*NOUN_BEHIND, "share of"):
        return one
    if measured and of_class:
        return replace(one, noun=(*where, *subject))  # 公厕建筑面积：一类不低于80平方米
    if timed:
        own = 1 if alike else _measured_at(subject)
        return replace(one, noun=(*where, *subject[own:])) if measured else one
    if rated and measured:
        return _with_measure_of(one, where, subject)
    if one.row != "grows by":
        return one
    thing = () if measured else without_making(subject)
    return replace(one, noun=(*where, *thing[place_of(thing) :]) if thing else (), of=())


def _with_measure_of(one: Found, where: Words, subject: Words) -> Found:
    """公办机构占比, 民办; 教师交流比例, 骨干|教师; but not 双职工最高贷款额度100万元；单职工50万元: whose the sum before is stands in its name."""
    alike = _ends_alike(where[-1], subject[0]) or where[-1].text.endswith(subject[0].text)
    own = 1 if alike else place_of(subject)
    if not own and one.quantity.dimension == "money":
        return one
    new = [t for t in subject[own:] if t.text not in words("named")]  # 新增|固废|利用率
    return replace(one, noun=(*where, *new))


def _measured_at(subject: Words) -> int:
    """Where 每周开放时间 of 图书馆每周开放时间 begins, and 审批时间 of 项目审批时间: what is done within the time goes with it."""
    at = len(without_measure(subject))
    done = compiled("(?<=.){handled}+$").search(line(subject)[:at])
    return done.start() if done else at


def without_making(tokens: Words) -> Words:
    """书房 of 书房建设, 书房建成投用, 书房建设项目: what is made, of its making."""
    match = compiled("{make.build|make.open|make.finish}+{noun.project}?$").search(line(tokens))
    return tokens[: match.start()] if match and match.start() else tokens


def without_measure(tokens: Words) -> Words:
    """托育 of 托育覆盖率, 公交线路 of 公交线路平均候车时间, 学生 of 学生每天锻炼时间: what is measured by something else as well; 事项 of
    事项网|办|率, 诉求 of 诉求按时办结率: how and how far it is measured goes with the measure; 住院 of 住院年度最高支付限额: so does what is limited."""
    if often := compiled("^{noun}+(?={each.time})").match(line(tokens)):
        return tokens[: often.end()]
    match = compiled("{link.de}?(?:{noun.mean}{noun|verb|make}{0,2})?{measure}{1,2}$").search(line(tokens))
    if not match or not match.start():
        return tokens
    bare = tokens[: match.start()]
    if len(bare) > 1 and bare[-1].text in words("income"):  # 餐饮业|营业|收入
        bare = bare[:-1]
    if tokens[match.end() - 1].cls == "most" and (
        most := compiled("(?<=.)(?:{noun.period|superlative|spend})+$").search(line(bare))
    ):
        return bare[: most.start()]
    cut = len(tokens[-1].text) == 1 and bare[-1].end == tokens[-1].start
    whole = [i + 1 for i, t in enumerate(bare) if len(t.text) > 1 or not cut]
    bare = bare[: whole[-1]] if whole else bare
    how = compiled("(?<=.){modal}+$").search(line(bare))
    return bare[: how.start()] if how else bare


_BETTER = frozenset({("up", "by"), ("down", "by"), ("make", "drive")})


@lru_cache(maxsize=2048)
def about(heading: str) -> str:
    """What a heading speaks of: 生活污水治理 of 推进生活污水治理, 社区食堂 of 实现社区食堂全覆盖, nothing of one that names no
    thing."""
    tokens = lex(heading, (), ())
    begun = compiled("^{modal|make.drive|up.by|down.by|reach.make}+").match(line(tokens))
    rest = tokens[_begin(tokens, begun.end()) :] if begun and begun.end() < len(tokens) else tokens
    if len(rest) > 1 and rest[0].kind == "make" and is_verb(rest[0]) and rest[1].kind == "noun":
        rest = rest[1:]  # 建设前置仓和共享菜园
    if [t.text for t in rest[-2:]] == ALL_OVER:
        rest = rest[:-2]
    elif rest and (rest[-1][:2] in _BETTER or rest[-1].kind == "aim"):  # 农村公路提升, 驿站建设目标
        rest = rest[:-1]
    if compiled(_COMPOUND).fullmatch(line(rest)) and len(joined(heading, rest)) <= _LONGEST_COMPOUND:
        return joined(heading, rest)
    return joined(heading, topic(rest))


# 泵站建设工程, 服务站扩面行动: what is done, and that it is; 公共厕所的设置标准如下: by which norm.
_BY_NORM = "{link.de}?{make.do|make.build}{paper.rate|paper.aim}{noun}?$"
_DONE_THERE = "(?:{make|up.by}{noun.project}|{make})$|" + _BY_NORM


def normed(heading: str) -> bool:
    """Whether a heading is over norms of what is put where: 公共厕所的设置标准如下."""
    return compiled(_BY_NORM).search(line(lex(heading, (), ()))) is not None


@lru_cache(maxsize=2048)
def done_to(heading: str) -> str:
    """What a heading says something is done to, without that: 泵站 of 泵站建设工程; nothing of any other heading."""
    tokens = lex(heading, (), ())
    match = compiled(_DONE_THERE).search(line(tokens))
    thing = topic(tokens[: match.start()]) if match else ()
    return joined(heading, thing) if thing and thing[-1].kind == "noun" else ""
