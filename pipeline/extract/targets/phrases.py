"""The noun phrase in the words that a row bound: without what only joins, says when, or tells what is done to it."""

# Long: where a name begins and ends is told in one place.
from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.agents import is_agent
from pipeline.language.grammar import compiled, line
from pipeline.language.segmentation import tagged
from pipeline.language.tokens import Token
from pipeline.language.units import units
from pipeline.language.words import lookup, words
from pipeline.lexicons import rows

Words = Sequence[Token]

# 全市范围的 is where, as 全市 is; 符合条件的 which ones.
_LEADING = "^(?:{reach.be}?{formula.define}(?:{!hard|qty|make}*{make}(?:{mark.、}{make})*)?|(?:(?!{time}{verb|make}{1,2}{link.de})(?:{if.met}{paper|noun}{1,3}{link.de}|(?:{noun.generic|paper|aim})+(?:{includes}|{reach.be})|{modal|plan|link|scope|each|apart|mark.、|mark.”|mark.—|includes|time|past|bound|make.drive|reach|hold|noun.when|noun.some}|(?!{if.met}{paper|noun}){if}|(?<={scope}){noun.range}|(?<=^){noun.range}(?={bound|link.de})))+)"
_TRAILING = "(?:(?<=.){make.finish}|(?<=.){noun.line}|(?<=.){noun.mean}|(?<=.){each.one|each.bare}(?:{verb}{noun}|{noun}{1,3})|{modal|plan|link|time|mark.、|mark.“|mark.—|apart|mark.etc|own|not|reach|hold|if|superlative})+$"
# 具有…能力的自主创新企业, 兼具…等功能的互助点: a clause before 的 tells which ones.
_WHICH = "^(?:{own|verb|make|does|mark.“}|@P*{mark.、})@P*{link.de}(?=@np{2}|{noun})"
# 产品|完成型式检验, 教师|参加企业实践: what those counted do is not their name.
_DOES = "^(?P<name>@np*?{noun|measure|mark.”})(?:{make.finish|make.perform|does|give.gets|reach|handled.end|link.prep|link.at|if.whom|modal})"
_SHORTEST = 2  # characters; what is left of a name without its verb is longer, or the verb is a part of it


#: 2000年以前|建成的|小区: since when there are those that are counted tells which ones.
SINCE = "{time}(?={verb|make}{1,2}{link.de})"


def joined(text: str, tokens: Words) -> str:
    """The words of the tokens in order, a stretch without gaps as it is printed."""
    name, at = "", -1
    which = {m.start() for m in compiled(SINCE).finditer(line(tokens))}
    kept = [
        t
        for i, t in enumerate(tokens)
        if (t.kind != "time" or i in which)
        and not (t.cls == "at" and tokens[i + 1 : i + 2] and tokens[i + 1].kind == "time")
    ]
    for token in kept:
        masked = _MASK in token.text  # a title, which no word was read in
        whole = text[token.start : token.end] if masked else token.text
        name += text[at : token.end] if token.start == at else whole
        at = token.end
    return _with_quote(text, name, kept[0].start) if kept else name


def _with_quote(text: str, name: str, start: int) -> str:
    """“15分钟服务圈”覆盖率 of 圈”覆盖率: a quoted name is one, whatever stands in it."""
    inside, closed, _ = name.partition("”")
    opened = text.rfind("“", 0, start) if closed and "“" not in inside else -1
    return text[opened:start] + name if opened >= 0 and "”" not in text[opened:start] else name


_MASK = "※"


_MANY = tuple("十百千万0123456789")


def is_rate(word: str) -> bool:
    """Whether a word of each says how many of them the rate is of: 每千人口, not 每个村."""
    return word[1:2] in _MANY


def _is_adverb(word: str) -> bool:
    """Whether a closed class holds it as an adverb that may stand before any noun: 累计, 全面; not 原则上, 一般, nor 科学."""
    entry = lookup(word)
    return entry is not None and entry.cls not in ("firm", "field")


_NAMED = ("noun", "measure", "loan", "fund", "paper")
# 以公园为主体的|保护地: what those counted are led by.
_AS_WHAT = "{link.prep}{noun}{1,6}{reach.be}{noun|verb|paper}{1,3}{link.de}"
# 按专业组建的: how those that are counted were made; 按比例|就业.
_BY_WHAT = "{link.by}(?:{noun}{1,4}{make}{link.de}|{measure.ratio}{verb})"


def is_attribute(tokens: Words, at: int) -> bool:
    """一般 of 一般公共预算, 自然 of 自然屯, 再 of 再贷款, 新 of 新注册企业: an adverb that the words of grammar do not know,
    a hedge, or a single character, before what it belongs to."""
    t = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    beside = following is not None and following.start == t.end
    if t[:2] == ("scope", "kind"):  # 县域经济总量, 市域铁路
        return beside
    if t[:2] == ("scope", "within"):  # 县域内住院量占比
        return beside and tokens[-1].kind == "measure"
    if t[:2] == ("link", "prep") and compiled(_AS_WHAT).match(line(tokens)[at:]):
        return True
    if t.kind == "link" and t.cls != "de":  # 在孵企业, 随班就读比例, 按系列组建的评委会; but 在县
        half = (
            following is not None
            and len(following.text) == 1
            and (t.cls == "prep" or following.kind == "verb")
        )
        return beside and (half or compiled(_BY_WHAT).match(line(tokens)[at:]) is not None)
    if (
        t.kind == "each"
    ):  # 每千人口托位数 is a rate, 每床 a half word without 每; 每个村床位 speaks of the beds of each
        return is_rate(t.text) or (
            following is not None and (len(following.text) == 1 or following.text.startswith(_MANY))
        )
    if t.kind == "past":  # 已|建设施
        does = following is not None and following.kind in ("verb", "make")
        return beside and does and len(t.text) == len(tokens[at + 1].text) == 1
    if t.kind != "modal" or following is None:
        return False
    if following.kind == "does" and not lookup(t.text):  # 经常|参加锻炼的人数
        return beside
    if len(t.text) == 1 and following.start == t.end and following.kind in (*_NAMED, "verb"):
        return True
    return following.kind in _NAMED and not (following.kind == "noun" and _is_adverb(t.text))


_POINTS = frozenset(".．、)）")


def _still_open(tokens: Words) -> int:
    """Where the words of a quotation begin that no mark closes: 严格执行“首付款比例不低于20%” says of what in it."""
    marks = [i for i, t in enumerate(tokens) if t.text in ("“", "”")]
    return marks[-1] + 1 if marks and tokens[marks[-1]].text == "“" else 0


def without_fringe(tokens: Words) -> Words:
    """The tokens without function words at either end, nor the number of an item (2.改厕)."""
    if len(tokens) > 2 and tokens[0].text.isdecimal() and tokens[1].text in _POINTS:
        tokens = tokens[2:]
    when = max((i for i, t in enumerate(tokens[:-1]) if t.text in words("spell")), default=-1)
    tokens = tokens[when + 1 :]  # 整治期间|火灾事故
    codes = line(tokens)
    if match := compiled(_LEADING).match(codes):
        end = match.end()
        while end and is_attribute(tokens, end - 1):
            end -= 1
        tokens, codes = tokens[end:], codes[end:]
    if opened := _still_open(tokens):
        tokens, codes = tokens[opened:], codes[opened:]
    if tokens and tokens[0].text == "（":  # 每个镇（街道）区域中心: the other name of what went before
        closed = next((i for i, t in enumerate(tokens) if t.text == "）"), 0)
        tokens, codes = tokens[closed + 1 :], codes[closed + 1 :]
    if match := compiled(_TRAILING).search(codes):
        tokens = tokens[: match.start()]
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].text == _WHOLLY else tokens


_WHOLLY = "全"  # 门店|全|覆盖


# Such words of measure have no meaning without what they are of: 比例, 建筑面积, 办理时限, 首次缴纳比例.
_BARE = "(?:{superlative|handled|spend|charge|modal|up|down|link.de|each|scope})*(?:{measure|aim})+"


def measures_only(tokens: Words) -> bool:
    """Whether every word only measures."""
    measures = [t for t in tokens if t.kind == "measure"]
    if any(t.cls == "flow" or (t.cls == "index" and len(t.text) > _SHORTEST) for t in measures):
        return False  # 外资, 容积率; 指数 says not of what
    closed = all((entry := lookup(t.text)) and entry.kind == "measure" for t in measures)
    return closed and compiled(_BARE).fullmatch(line(tokens)) is not None


# 替换比例, 首次缴纳比例.
_OF_DOING = "(?:{noun})?(?:{superlative|verb|make|spend|charge|handled})*{measure}*{measure.ratio}"


def measures_doing(tokens: Words) -> bool:
    """Whether the words measure what is done, how often that is done before them (首次缴纳比例), and name nothing."""
    times = not tokens or tokens[0].kind != "noun" or tagged(tokens[0].text)[0][1] == "m"
    return times and compiled(_OF_DOING).fullmatch(line(tokens)) is not None


def is_how_often(unit: str) -> bool:
    """Whether a unit counts how often something is done: 次, 家次, but not 人次."""
    return unit.endswith(words("counter", "times")) and not unit.endswith(words("counter", "person_times"))


def is_counted_by(tokens: Words, unit: str) -> bool:
    """床位 are counted by 张."""
    return len(tokens) > 0 and any(
        tokens[-1].text == noun and unit == of for noun, of in rows("counted_nouns")
    )


_EACH_OF_IT = 2  # characters: 每餐; 每10万人口 is longer


def _is_had(holder: str, thing: str, unit: str) -> bool:
    """Whether each such place or group has a thing, and is not that thing: 每村|路灯, 每班|学生 of so many persons, 每村|示范户 of so many
    户; not 每支|队伍, 每户|家庭."""
    person = unit.endswith(words("counter", "person")) and thing.endswith(words("agent", "person"))
    return (
        person
        or (bool(unit) and thing != unit and thing.endswith(unit))
        or (holder in words("agent") and not thing.endswith(words("agent")))
    )


def is_in_each(tokens: Words, unit: str = "") -> bool:
    """每个村, 每支队伍, 每个县（市、区）: in each of what there are to be so many; in 每家|床位 beds are what the `unit` counts,
    and 每餐|菜品 says itself of what each."""
    one_of_it = tokens and tokens[0].cls == "one" and len(tokens[0].text) == _EACH_OF_IT
    if is_counted_by(tokens, unit) or (one_of_it and tokens[0].text[1:] not in units()):
        return False
    if one_of_it and len(tokens) > 1 and _is_had(tokens[0].text[1:], tokens[-1].text, unit):
        return False
    opened = next((i for i, t in enumerate(tokens) if t.text == "（"), len(tokens))
    bare = tokens[:opened] if tokens and tokens[-1].text == "）" else tokens
    whose = "+" if len(bare) > 1 and is_agent(bare[1:]) else ""  # 每个粮食|主产县
    return compiled("{each.one|each.bare}{noun}" + whose).fullmatch(line(bare)) is not None


def naming(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, none where they name nothing: of 2023年达到55%、2024年达到58% the mark between, of 新建3座、改建5座
    the deed; nor what only measures."""
    named = without_fringe(tokens)
    deed = all(t.kind == "make" and (is_named(t) or t.cls in ("build", "finish")) for t in named)
    only_put = all(
        t.kind in ("each", "bound", "make") or t.cls == "period" for t in named
    )  # 每公里设置, 年度
    only_put = only_put or is_in_each(named) or is_in_each(tokens) or is_grade(named)
    return () if deed or only_put or measures_only(named) else tokens


def is_grade(tokens: Words) -> bool:
    """市级, 国家级: of which level, and not what."""
    graded = bool(tokens) and tokens[-1].text.endswith(words("noun", "grade"))
    return graded and all(t.kind == "noun" for t in tokens)


def head(tokens: Words) -> Words:
    """The things counted, without the clause that tells which ones and without what they do."""
    return _head_and_deed(tokens)[0]


def _head_and_deed(tokens: Words) -> tuple[Words, Words]:
    """The things counted, and what they do."""
    tokens = without_fringe(tokens)
    if compiled("{does}").match(line(tokens)):
        return (), ()  # 推荐3所|参加评审: what those counted do, whoever they are
    match = compiled(_WHICH).match(line(tokens))
    if match and not any(c.isdigit() for t in tokens[: match.end()] for c in t.text):  # 占地80亩以上的菜园
        tokens = tokens[match.end() :]
    if (match := compiled(_DOES).match(_with_attributes(tokens))) and _length(
        tokens[: match.end("name")]
    ) > 1:  # but 区|实现全覆盖: one character is no name
        return without_fringe(tokens[slice(*match.span("name"))]), tokens[match.end("name") :]
    return without_fringe(tokens), ()


# 企业|建设研发中心, 村|开展试点: a body or a person before a verb that has an object.
_ACTS = "^(?P<who>(?:{noun|measure|verb|make|mark.“|mark.”})*?{noun})(?P<does>{make|own|reach.make|verb})(?=(?:{!hard|qty})*{noun|measure})"
_LONGEST_DEED = 30  # characters; a longer clause is no name


def _acts(token: Token, behind: Words, verb: Words) -> bool:
    """Whether a word that the dictionary knows as a verb alone has an object behind it: 实施, 开展; 建设 only of those who are
    driven to it (支持企业建设研发中心, but 新建企业建设项目, 支持企业中心建设)."""
    if behind[-1].cls in ("project", "generic") or (len(behind) == 1 and len(behind[0].text) == 1):
        return False  # 儿童|探索|园
    if token.cls == "build":
        driven = bool(verb) and verb[-1][:2] == ("make", "drive")
        return driven and behind[-1].kind != "make"
    return len(token.text) > 1 and (token.cls == "drive" or tagged(token.text)[0][1] == "v")


# 务工人员|返乡创业: verbs alone.
_ALONE_DOES = "(?<={noun}){verb}{verb|noun}$"
# 企业|与乡村结对共建: with whom.
_TOGETHER = "(?<={noun}){link.and}{noun}+(?:{verb|make}+|{make.do}{noun|verb|make}*{noun})$"
_CREATES = ("build", "add", "found", "finish", "open")


def _are_otherwise_counted(who: Words, unit: str) -> bool:
    """6个退役军人|就业|创业园: persons before a verb of no closed class, the last of the words, are not counted by 个."""
    persons = who[-1].kind == "verb" and who[-2].text.endswith(words("agent", "person"))
    return persons and bool(unit) and not unit.endswith(words("counter", "person"))


def who_does(tokens: Words, verb: Words, unit: str = "") -> tuple[Words, Words]:
    """Those counted, and what they do, where more is said of them than who they are: 外贸企业 and 参加广交会 of
    外贸企业参加广交会."""
    name, deed = _head_and_deed(tokens)
    created = bool(verb) and verb[-1].kind == "make" and verb[-1].cls in _CREATES
    match = compiled(_ACTS).match(line(name)) if not deed and not created else None
    if match:
        at = match.start("does")
        agent = (
            is_agent(name[:at]) and not is_agent(name) and not _are_otherwise_counted(name[: at + 1], unit)
        )
        if agent and _acts(name[at], name[at + 1 :], verb):
            name, deed = name[:at], name[at:]
    alone = (
        None
        if deed or created or not unit.endswith(words("counter", "person"))
        else compiled(_ALONE_DOES).search(line(name))
    )
    if alone and is_agent(name[: alone.start()]) and not is_agent(name):
        name, deed = name[: alone.start()], name[alone.start() :]
    together = None if deed or created else compiled(_TOGETHER).search(line(name))
    if together and is_agent(name[: together.start()]):
        name, deed = name[: together.start()], name[together.start() :]
    said = without_fringe(deed) if deed and deed[0].kind == "modal" else deed
    whole = len(said) > 1 and not compiled(_HALF).search(line(said)) and _length(said) <= _LONGEST_DEED
    return name, said if whole else ()


# 80%的|乡镇|建成服务中心, 公共场所|配备除颤器: of so many in a hundred more is said, whoever they are, by a verb with an object.
_HAS_OBJECT = "(?<={noun|mark.）})%s{!mark.（|mark.）}*{noun|measure|mark.”}"
# A word of grammar before one that only the dictionary knows as a verb: 道路养护单位|配备机械.
_DEEDS = "{make|own|reach|hold|spend|give}", "{verb}"


def share_of(tokens: Words) -> tuple[Words, Words]:
    """Those of whom a share is to do something, and what: 设立金融服务点, but not 服务 of 养老服务设施."""
    who, deed = who_does(tokens, ())
    if deed:
        return who, deed
    for kinds in _DEEDS:
        for match in compiled(_HAS_OBJECT % kinds).finditer(line(tokens), overlapped=True):
            at = match.start()
            alone = len(tokens[at].text) > 1 and tagged(tokens[at].text)[0][1] not in ("n", "vn")
            if alone and _length(tokens[:at]) > 1:
                return without_fringe(tokens[:at]), tokens[at:]
    return who, ()


# 到|, 参加|: a word that wants another behind it.
_HALF = "{link|reach|does|make.perform|make.finish|modal}$"


# No letter of the sentence: 的 between two stretches of it.
_OF = Token("link", "de", -2, -2, "的")


def deed_of(who: Words, deed: Words) -> Words:
    """参加广交会的外贸企业: those counted, by what they do."""
    if not deed or not who:
        return who
    return (*deed, _OF, *who)


def _with_attributes(tokens: Words) -> str:
    """The line of the tokens; 快速 of 快速充电设施, an adverb of no closed class, may be a part of a name."""
    return line(
        [t._replace(kind="noun", cls="") if t.kind == "modal" and not lookup(t.text) else t for t in tokens]
    )


def _length(tokens: Words) -> int:
    return sum(len(t.text) for t in tokens)


def is_named(token: Token) -> bool:
    """新增 of 新增停车位, 续建 of 续建公路: new ones are counted apart from all there are."""
    return token.text in words("named")


def is_verb(token: Token) -> bool:
    """Whether a word of doing is that alone: 壮大, 建成; 培训 and 服务 may as well begin a name."""
    if token.kind == "make" and token.cls != "do":
        return token.cls != "drive"
    return (token.kind, token.cls) in (("make", "do"), ("up", "by")) and tagged(token.text)[0][1] != "vn"


# 建设|和改造城镇管网, 培育|壮大农业品牌: verbs in a row; 改造项目, 治理面积 are names.
_MORE = "^(?:{mark.、|link.and|modal}*{make|up.by})+(?={noun|verb|mark.“|measure.flow}|{time}{verb|make}{1,2}{link.de})(?!{noun.project|noun.generic})"
# …提质项目、|新增床位, …机房并|完成培训任务: a verb behind a noun and a joint begins another clause.
_ANEW = "^@np*{noun|measure|mark.”}(?:{mark.、|link.and|modal})(?={make|up.by}(?:{noun|verb|mark.“|measure|fund})(?!{noun.project|noun.generic}))"


# 改造|小区涉及|居民659户: those are counted that it is done for.
_TAKES_IN = "^(?:{noun|verb|make})+{includes.list}(?=(?:{noun|verb})*{noun}$)"


def thing_done(tokens: Words, verb: Words) -> Words:
    """The words that name what is done, of those behind its verb, which may be followed by more verbs: 城镇管网 of
    和改造城镇管网, 新增床位 of 提质项目、新增床位; 新建、改建 that count new ones apart stay before it."""
    if (match := compiled(_ANEW).match(line(tokens))) and is_verb(tokens[match.end()]):
        tokens, verb = tokens[match.end() :], ()
    if match := compiled(_TAKES_IN).match(line(tokens)):
        return tokens[match.end() :]
    tokens = _without_purposes(tokens)
    match = compiled(_MORE).match(line(tokens))
    run = tokens[: match.end()] if match else ()
    rest = without_fringe(tokens[len(run) :])
    verbs = [t for t in run if t.kind in ("make", "up")]
    in_a_row = all(map(is_verb, verbs)) or verbs[-1].cls == "drive"  # 更新|改造完善农田林网
    short = (
        bool(verb) and [t.kind for t in rest] == ["noun"] and not any(map(is_named, verbs))
    )  # 整治|提升|村庄
    if not (_is_thing(rest, verbs) or (short and _length(rest) == _SHORTEST)) or not in_a_row:
        run, verbs, rest = (), [], without_fringe(tokens)
    new = rest and not measures_only(rest) and all(map(is_named, (*verb, *verbs)))
    return (*verb, *run, *rest) if new else rest


_ADDS = ("增", "扩")


def betters(verb: Words) -> bool:
    """提升21个景区 makes them better, 增加12个工位 makes them more."""
    return bool(verb) and verb[-1][:2] == ("up", "by") and not any(sign in verb[-1].text for sign in _ADDS)


def without_quality(tokens: Words) -> Words:
    """景区 of 景区运营水平, 卫生室 of 卫生室服务能力: what of those counted is bettered is no part of their name."""
    match = compiled("(?<={noun}){noun|verb|make}?{measure}$").search(line(tokens))
    rest = tokens[: match.start()] if match else tokens
    return rest if _length(rest) > _SHORTEST else tokens


# 集展示、培训于一体的: what it serves, all in one.
_ALL_IN_ONE = "(?<=^|{make})(?:{noun})@P+{link.at}{noun}{link.de}(?=@np)"


def _without_purposes(tokens: Words) -> Words:
    """建设集展示、培训于一体的议事厅 without what it is for."""
    match = compiled(_ALL_IN_ONE).search(line(tokens))
    alone = match and len(tokens[match.start()].text) == 1
    return (*tokens[: match.start()], *tokens[match.end() :]) if match and alone else tokens


# 安置|房 is half a word; 产|教|融合|基地 is a name that the dictionary does not know.
_CUT = 3


def _is_thing(tokens: Words, verbs: Words = ()) -> bool:
    """Whether what is left without its verbs is a name: not 房 of 安置房, not 投资 of 新签约投资, but 交通投资 of
    完成交通投资 and 村庄 of 完成治理村庄."""
    classes = {t.cls for t in verbs}
    if not tokens or (tokens[0].text.isalnum() and len(tokens[0].text) == 1 and len(tokens) < _CUT):
        return False
    if tokens[-1].kind == "measure" and classes != {"finish"}:
        return False
    return _length(tokens) > _SHORTEST - (len(verbs) > 1)


def without_deed(tokens: Words) -> Words:
    """书亭 of 书亭服务(半径): of what it is done by."""
    entry = lookup(tokens[-1].text) if len(tokens) > 1 else None
    return tokens[:-1] if entry and entry.kind == "make" else tokens


_WHO_DO = "{make.do}{noun}{1,3}{link.de}{noun}+$"


def without_verb(tokens: Words, rated: bool = False, counted: bool = False) -> Words:
    """办好法治宣讲不少于45场: what is held is its name; so is 日常检查 of 开展日常检查, and of 建设储能电站 where it is `counted`
    that is built."""
    match = compiled(
        "^{doing|make.finish|up.by|down.by}(?={noun|mark.“|verb}(?:@P|$)|{measure}|{modal}{make.do}$)(?!{noun.project|noun.generic}@P*{measure})"
    ).match(line(tokens))
    if match and compiled(_WHO_DO).match(line(tokens)):
        return tokens  # 开展试点的茶馆达到9家: which ones
    # 生产安全事故, 培训合格率: a verb that is a noun as well begins the name
    built = counted and match is not None and tokens[0].cls in ("build", "found")
    if match and (is_named(tokens[0]) or (tagged(tokens[0].text)[0][1] == "vn" and not built)):
        return tokens
    rest = tokens[match.end() :] if match else tokens
    if match and tokens[0][:2] == ("make", "do") and tokens[-1].kind == "measure" and rated:
        return tokens  # 抽查结果公示率: of what was done
    if match and tokens[0][:2] == ("make", "do") and measures_doing(rest):
        return tokens  # 改造合格率
    if match and tokens[0][:2] == ("make", "finish") and measures_only(rest) and not rated:
        return rest  # 完成投资
    return rest if _length(rest) > _SHORTEST else tokens


# 退休教师、医生等|银龄人才: what the list is of.
_LISTED = "^@np+{mark.、}@np+{mark.etc}(?={noun}(?!{noun.project|noun.generic})|{noun}{2})"


def without_list(tokens: Words) -> Words:
    """银龄人才 of 退休教师、医生等银龄人才; 水厂、泵站等项目 is no more than its list."""
    match = compiled(_LISTED).match(line(tokens))
    rest = tokens[match.end() :] if match else tokens
    named = bool(rest) and all(t.kind == "noun" for t in rest) and rest[0].cls not in ("project", "generic")
    return rest if named and _length(rest) > _SHORTEST else tokens


# 各馆|建设流通点不少于2个, 向金融机构|推荐企业不少于50家: who does it, and to whom.
_DONE_BY = "^(?:@np*{noun}|{if.whom|link.prep|link.at}@np+?){time.recurring}?(?={make}{noun|loan|fund}(?!{noun.project|noun.generic})(?:{noun|loan|fund|mark.（|mark.）|mark.“|mark.”|verb})*$)"


def without_doer(tokens: Words, driven: bool = False) -> Words:
    """What is counted of those who do it: 流通点 of 各馆建设流通点; where they are `driven` to it (推动各馆建设流通点, but
    推进城市更新单元), only of somebody, or of a list."""
    match = compiled(_DONE_BY).match(line(tokens))
    who = [t for t in tokens[: match.end()] if t.kind != "time"] if match else ()
    if is_rate("".join(t.text for t in who)):  # 每千名老年人|配备护理员
        return tokens
    if (
        driven
        and who
        and not (is_agent(who) or any(t.kind == "mark" and t.cls in ("、", "etc") for t in who))
    ):
        return tokens
    does = tokens[match.end()] if match else None
    built = driven and does is not None and does[:2] == ("make", "build")  # 支持企业|建设研发中心
    if not match or not does or not (built or is_verb(does)):
        return tokens
    rest = tokens[match.end() + 1 :]
    if rest[0].text == "（":  # 在线纠纷解决（ODR）企业: a bracket is no object
        return tokens
    short = driven and _length(rest) == _SHORTEST  # 鼓励企业开发|岗位
    return rest if short or _is_thing(rest) else tokens
