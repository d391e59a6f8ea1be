"""The numbers of a sentence that are targets: which row of the grammar holds for each, and what it binds."""

# Long: a number, the list it is in and what the list is said of are one reading; a module more would lengthen the way.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile, takewhile
from math import inf

from pipeline.extract.agents import is_agent
from pipeline.extract.targets.clauses import Clause, as_noun, parted, seen_from
from pipeline.extract.targets.found import HANDLING, Found
from pipeline.extract.targets.lists import (
    NOUN_BEHIND,
    apart_before,
    goes_on,
    is_region,
    is_where,
    noun_behind,
    placed,
    said_again,
    same_deed,
    with_members_before,
)
from pipeline.extract.targets.nothing import NOTHING
from pipeline.extract.targets.phrases import SINCE, betters, is_attribute, is_in_each
from pipeline.extract.targets.rows import TARGETS
from pipeline.extract.targets.subjects import ALL_OVER, ROLES, is_body, without_making
from pipeline.language import patterns
from pipeline.language.grammar import Row, compiled, holding, line, matches
from pipeline.language.quantity import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.tokens import Token
from pipeline.language.units import units
from pipeline.language.words import lookup, words

# No sentence names more members than this: 教师、医生等600人次 is no sum of its list.
_MOST_LISTED = 100
# 甲水厂、乙泵站等5个项目建设: of projects that are carried on a list may name some only; 河道、管网、泵站等3项提升工程 names all.
_SOME_NAMED = "{make.drive}(?P<named>(?:{!hard})+?){mark.etc}{this}(?:(?!{make.drive})@np|{mark.、|link.and|qty|bound})*?(?P<what>{noun.project})"
_ACTION = "行动"
# What stands in a list of targets needs no verb of its own: these reasons do not hold there.
_WANTS_A_VERB = frozenset({"class", "enumerated", "of those", "sum of a list"})


# 收入突破600亿元，同比增长10%: in a plan that is what is aimed at, in a report what was reached.
_IN_A_REPORT = frozenset({"reported", "people there are"})


def row_against(clause: Clause, but: frozenset[str] = frozenset()) -> Row[str] | None:
    """The row by which the quantity of a clause is no target, `but` those of these names."""
    row = first_against(clause.codes, but) or _against_whole(clause, but)
    said = clause.tokens[clause.at].said
    assert isinstance(said, Quantity)
    if row is not None and row.name == "told":
        return None if said.value > _listed_and_made(clause) else row
    if row is None or row.name != "sum of a list":
        return row
    return None if said.value > _MOST_LISTED or said.value > _all_named(clause) else row


# 共有小区412个，其中2000年以前建成的286个: a part of what there is.
_PART_OF = "(?P<whole>{qty}){bound}?{mark.，}{includes.with}(?:(?:(?!{plan|core|make|time}){!hard|qty}){0,10}|(?:(?!{plan|core}){!hard|qty}){0,10}{link.de}){this}"


def _against_whole(clause: Clause, but: frozenset[str]) -> Row[str] | None:
    """The row by which what the quantity is a part of only tells what there is or was."""
    match = compiled(_PART_OF).search(clause.codes)
    if not match:
        return None
    whole, part = (clause.tokens[at].said for at in (match.start("whole"), clause.at))
    alike = isinstance(whole, Quantity) and isinstance(part, Quantity) and whole.unit == part.unit
    row = first_against(line(clause.tokens, match.start("whole")), but) if alike else None
    return row if row and row.gives == "past" else None


# 培训教师、医生共500人: of what is done to several the count is a sum that nothing else says.
_LISTED_AND_MADE = (
    "{make|spend.pay}(?P<named>(?:{noun|verb|make}|{mark.、}|{link.and})+){includes.list|includes.sum}$"
)


def _listed_and_made(clause: Clause) -> float:
    """How many a list names that something is done to, right before its sum; without end where there is none."""
    match = compiled(_LISTED_AND_MADE).search(clause.codes[: clause.at])
    marks = compiled("{mark.、|link.and}").findall(match["named"]) if match else ()
    return 1 + len(marks) if marks else inf


def _all_named(clause: Clause) -> float:
    """How many projects the list before 等 and the quantity of a clause names; where it counts none, without end."""
    match = compiled(_SOME_NAMED).search(clause.codes)
    # 推进播种、灌溉、收割等5个专项行动 lists what is done, and no names of projects
    if match is None or clause.bound(match, "what")[0].text == _ACTION:
        return inf
    return 1 + len(compiled("{mark.、|link.and}").findall(match["named"]))


# Of a sentence it is asked for the names in it, for its targets and for what is set aside.
@lru_cache(maxsize=2048)
def first_against(codes: str, but: frozenset[str]) -> Row[str] | None:
    """The first row against the quantity of a line of tokens."""
    if but and ((row := first_against(codes, frozenset())) is None or row.name not in but):
        return row
    return next((row for row, _ in holding(NOTHING, codes) if row.name not in but), None)


def reason_against(clause: Clause, but: frozenset[str] = frozenset()) -> str | None:
    """The name of that row, or None."""
    row = row_against(clause, but)
    return row.name if row else None


# 20项重大项目、转化100项成果: from the separator on it is of the next number.
_NEXT = "(?:{mark.、|link.and})(?:{!mark.、|link.and})*$"
# 食堂、因地制宜|解决就餐问题: behind how it is done stands another deed.
_ANOTHER_DEED = "(?<=.){mark.、}(?:{modal}+(?:{make}|{verb})|{up.by|down.by|make.drive}{noun}).*$"


def _without_next(clause: Clause, span: tuple[int, int]) -> tuple[Token, ...]:
    """The noun behind a number, without what is counted by the number that follows it."""
    start, end = span
    if (norm := compiled("{link.de}{paper.rate}").search(clause.codes[start:end])) and norm.start():
        return clause.tokens[start : start + norm.start()]  # 按每万人建1所幼儿园|的标准补齐缺口
    follows = compiled("(?:{fill|comparator})*{qty}").match(clause.codes, end)
    cut = compiled(_NEXT if follows else _ANOTHER_DEED).search(clause.codes[start:end])
    return clause.tokens[start : start + cut.start()] if cut else clause.tokens[start:end]


def _deed_alone(thing: Sequence[Token]) -> Sequence[Token]:
    """整治 of 整治、提升通行能力."""
    cut = compiled(_ANOTHER_DEED).search(line(thing))
    return thing[: cut.start()] if cut else thing


def _own_behind(clause: Clause) -> tuple[Token, ...]:
    """The noun right behind the quantity, without what the number that follows counts."""
    if not (behind := noun_behind(clause)):
        return ()
    start = clause.tokens.index(behind[0])
    return _without_next(clause, (start, start + len(behind)))


def _is_no_noun(clause: Clause, start: int, noun: Sequence[Token]) -> bool:
    """实行6小时内放行 binds a verb, 1个环节0.5个工作日办结 the noun of the number before, 自收到材料之日起5日内办结 from when
    the time runs: none is what is dealt with."""
    before = clause.tokens[start - 1 : start]
    begins = any(t[:2] in (("link", "from"), ("link", "at")) for t in before)
    runs = begins and any(t.cls == "when" for t in clause.tokens[start + len(noun) :][:1])
    ends = ("verb", ""), ("handled", "end"), ("mark", "、")  # 24小时内响应、|7日内办结
    bound = clause.tokens[start + len(noun) : clause.at]
    alone = len(noun) > 1 or any(t.kind == "plan" or t.cls == "at" for t in bound[:1])  # 退税|在3日内办结
    event = alone and all(t.kind == "verb" for t in noun)  # 突发|停水2小时内响应
    return (
        runs
        or (not event and all(t.kind == "make" or t[:2] in ends for t in noun))
        or any(t.kind == "qty" for t in before)
    )


# Words of what is done to something, and when; alone they name nothing that is counted: 2028年完成3所.
_ONLY_DONE = frozenset({"verb", "make", "spend", "modal", "time", "includes"})
# Words that name nothing.
_NO_NAME = frozenset({"scope", "modal", "plan", "link", "includes", "mark"})


def _with_attribute(clause: Clause, noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """偏远|村, 再|贷款: an adverb of no closed class right before a noun is the first word of it, and so is a hedge that is
    an adjective as well (一般|工程), and what says of which kind it is (县域|经济, 在|孵|企业)."""
    at = clause.tokens.index(noun[0]) - 1
    before = clause.tokens[at] if at >= 0 else None
    if before is None or before.end != noun[0].start:
        return noun
    if before[:2] == ("if", "met"):  # 符合|条件的家庭: what is left out whole
        return (before, *noun)
    if before.kind in ("scope", "link", "past"):
        return (before, *noun) if is_attribute((before, *noun), 0) else noun
    if before.kind != "modal":
        return noun
    if before.cls == "new" and is_attribute((before, *noun), 0):  # 新|就业职工
        return (before, *noun)
    hedges = (
        before.cls in ("firm", "field")
        and noun[0].kind in ("noun", "paper")
        and tagged(before.text)[0][1] != "d"
    )
    return (before, *noun) if hedges or not lookup(before.text) else noun


def _with_list(clause: Clause, noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun that begins with 等, with the list before it."""
    at = clause.tokens.index(noun[0])
    begun = compiled("(?:{!hard|qty|time})*$").search(line(clause.tokens)[:at])
    return (*clause.tokens[begun.start() if begun else at : at], *noun)


# What the dictionary calls words of doing that are nouns as well: 培训, 研发.
_ALSO_NOUN = frozenset({"vn", "n", "j"})


def _may_name(verb: Token, unit: str) -> bool:
    """Whether a word of doing may stand in a name: 候, 提升, 服务, and 接待 where the unit counts how often it is done."""
    if len(verb.text) == 1 or verb[:2] == ("up", "by"):
        return True
    if verb.kind == "verb":
        return unit.endswith(words("counter", "times"))
    return verb[:2] == ("make", "do") and tagged(verb.text)[0][1] in _ALSO_NOUN


_PLAN = "计划"


def _without_task(noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """药品抽检 of 下达药品抽检任务316批次: what is handed out is the doing of it."""
    ends = len(noun) > 1 and (noun[-1].text == _PLAN or noun[-1][:2] == ("paper", "aim"))
    return noun[:-1] if ends else noun


def _verb_in_a_name(
    clause: Clause, verb: tuple[Token, ...], noun: tuple[Token, ...], unit: str
) -> tuple[Token, ...]:
    """候 of 出租车候客点数量, 研发 of 新型研发机构: a word that may as well name what is done, between nouns that one name holds."""
    planned = all(t.kind == "aim" or t[:2] == ("paper", "aim") or t.text == _PLAN for t in noun)
    named_so = noun and (planned or noun[-1].kind == "measure" or noun[-1][:2] == ("paper", "aim"))
    if len(verb) != 1 or not noun or not (_may_name(verb[0], unit) or named_so):
        return ()
    at = clause.tokens.index(verb[0])
    before = compiled(
        "(?:^|{hard}|{scope}|{spend}|{qty}{bound}?{mark.、|link.and})(?P<name>{noun}(?:{noun}|{verb|make.do}(?={noun}))*)$"
    ).search(clause.codes[:at])
    joined = (
        before is not None and clause.tokens[at - 1].end == verb[0].start and verb[0].end == noun[0].start
    )
    named = clause.bound(before, "name") if before and joined else ()
    if planned:
        return (*named, *verb)  # 床位建设目标600张, 危房修缮计划90户, 驿站建设任务20个
    return (*named, *verb, *noun) if named and not is_body("".join(t.text for t in named)) else ()


def _whole_noun(
    clause: Clause, row: str, span: tuple[int, int], noun: tuple[Token, ...]
) -> tuple[Token, ...]:
    """The noun that a row bound at `span`, with the word that belongs to it before, without what is no noun of its value."""
    if row in NOUN_BEHIND:
        return _without_next(clause, span)
    alone = len(noun) == 1 and noun[0].kind != "measure"  # 每千人口床位数7.2张
    if row == "each count" and alone and clause.tokens[span[0] - 1].kind == "each":
        return ()  # 每个社区1个: in each of what, and not of what
    noun = _with_attribute(clause, noun) if noun[0].kind != "time" else noun
    if compiled("{each.bare}{qty}$").search(clause.codes[: clause.tokens.index(noun[0])]):
        return tuple(dropwhile(lambda t: t.kind == "noun", noun))  # 每100辆|车配备1人
    if row == "state" and (is_in_each(noun) or is_where(noun)):
        return (*noun, *_own_behind(clause))  # 每名儿童只到一所学校登记, 城区不少于20个充电站
    if row == "done" and noun[-1].kind == "bound":
        return (*noun, *_own_behind(clause))  # 县级以上20个示范村
    if row == "state" and clause.tokens[span[0] - 1].kind == "qty" and span[0]:
        ends = [i for i, t in enumerate(noun) if t.cls in ("、", "and")]
        return noun[ends[0] + 1 :] if ends else noun  # 不少于100张床位、|建筑面积不少于8000平方米
    if row == "done to share" and compiled("{qty.time}(?:{!hard})?{make|verb}$").search(
        clause.codes[: span[0]]
    ):
        ends = [i for i, t in enumerate(noun) if t.cls == "、"]
        return noun[ends[-1] + 1 :] if ends else noun  # 3日内制定方案、|转介率100%
    if row == "grows by" and noun[-1].cls == "de":
        return ()  # 人口超过3000人的|建2处: of what is said before
    if row == "progress" and noun[-1].text in ROLES and is_body("".join(t.text for t in noun[:-1])):
        return ()
    if row not in HANDLING:
        return noun
    behind = clause.tokens[clause.tokens.index(noun[-1]) + 1 : clause.at]
    asked = bool(behind) and (behind[0].kind == "plan" or behind[0].cls == "at")  # 街道应在5日内完成初审
    if (asked and _acts(noun)) or _is_no_noun(clause, span[0], noun):
        return ()
    received = len(noun) > 1 and noun[0].kind == "verb" and bool(behind) and behind[0].cls == "when"
    return noun[1:] if received else noun  # 收到|诉求后3日内答复


def _acts(noun: Sequence[Token]) -> bool:
    """Whether words are of those who deal with something: 街道, 各乡镇, 县级民政部门."""
    named = "".join(t.text for t in noun if t.kind == "noun")
    return is_agent(noun) or (bool(named) and is_region(named))


def _only_deeds(clause: Clause, verb: tuple[Token, ...], noun: tuple[Token, ...]) -> bool:
    """管网更新|改造95公里: deeds in a row behind what they are done to."""
    at = clause.tokens.index(verb[0]) if verb else 0
    behind = at > 0 and clause.tokens[at - 1].kind == "noun" and clause.tokens[at - 1].end == verb[0].start
    extent = clause.tokens[clause.at].cls in ("count", "length", "area")
    return behind and extent and all(t.kind in ("make", "up") for t in noun)


def _done_there(clause: Clause, match: patterns.Match) -> tuple[Token, ...]:
    """开展试点 of 在20个村开展试点: what is done where so many are; to whom it is done (为300户改造住房) is what it is done to."""
    end = compiled("(?={hard})|$").search(clause.codes, match.end("noun"))
    said = clause.tokens[match.end("noun") : end.start()] if end else ()
    # 旗县政务|服务|大厅开展试点: a word of doing that is a noun as well may belong to the place
    verbs = [i for i, t in enumerate(said) if t.kind == "make"]
    alone = [i for i in verbs if tagged(said[i].text)[0][1] == "v"] or verbs
    return said[alone[0] :] if alone and compiled(_IN_SO_MANY).search(clause.codes[: clause.at]) else ()


_A_DAY_OR_YEAR, _LONGEST_PACE = ("日", "月", "年"), 4


def _paced_by(tokens: tuple[Token, ...]) -> Token | None:
    """提升至 of 提升至|年产, 日处理, 日接待: what comes to so much a day or a year."""
    for at, token in enumerate(tokens[:-1]):
        how = tokens[at + 1 :]
        short = sum(len(t.text) for t in how) <= _LONGEST_PACE
        comes = token.kind in ("reach", "up", "down") or token[:2] == ("make", "add")
        if comes and how[0].text.startswith(_A_DAY_OR_YEAR) and short:
            return token
    return None


def _reached(clause: Clause, verb: tuple[Token, ...], noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """寄递网点覆盖乡镇 of 寄递网点覆盖20个乡镇, 寄递网点全覆盖乡镇 of 寄递网点实现20个乡镇全覆盖: what reaches those counted; 冷库产能 of
    冷库产能提升至年产20万吨: what comes to so many a year."""
    if verb and verb[-1][:2] == ("spend", "pay"):
        return _without_task(noun)
    behind = [t.text for t in noun[-2:]] == ALL_OVER and len(noun) > len(ALL_OVER)
    covers = bool(verb) and verb[-1].text == ALL_OVER[-1]
    reach = _paced_by((*verb[-1:], *noun)) if verb and noun else None
    if not verb or not noun or not (behind or covers or reach):
        return noun
    before = compiled("(?:^|{hard})(?:{fill})*(?P<what>@n+)$").search(
        clause.codes[: clause.tokens.index(reach or verb[0])]
    )
    if not before:
        return noun
    what = clause.bound(before, "what")
    if reach:
        return (reach, *what) if reach.kind == "make" else what  # 烘干能力新增|日处理3000吨
    return (*what, *noun[-2:], *noun[:-2]) if behind else (*what, verb[-1], *noun)


def _thing_behind(clause: Clause) -> tuple[Token, ...]:
    """示范村 of 达到20个示范村, nothing of 2个学时."""
    behind = _own_behind(clause) if clause.tokens[clause.at].cls == "count" else ()
    named = all(t.kind == "noun" and t.text not in units() for t in behind)
    return behind if named and sum(len(t.text) for t in behind) > 1 else ()


_AHEAD = "提前"


_YEARS, _PARTS_OF_A_DAY, _WORKDAYS = "年", ("分钟", "小时"), "工作日"
# 移交, 推送, 上报: what is handed on is dealt with by others.
_HANDS_ON = ("交", "送", "报", "报告")
# 提出分期缴纳申请, 制定工作方案: papers that are written and handed in.
_HANDED_IN = ("申请", "方案", "计划", "报告", "总结")


def _is_limit(clause: Clause, verb: tuple[Token, ...]) -> bool:
    """Whether something is dealt with within a time: not 三年内缴清, nor what is handed over once (3个月内移交至档案馆, 10日内报送方案,
    5个工作日内将材料移交窗口), but 险情30分钟内上报, 2小时内通知到责任人, 3个工作日内出具意见."""
    said = clause.tokens[clause.at].said
    unit = said.unit if isinstance(said, Quantity) else ""
    dealt_with = verb[0].cls in ("perform", "open", "finish", "pay")
    how = clause.tokens[clause.at + 1 : clause.tokens.index(verb[0])]
    ends = verb[-1].text.endswith(_HANDED_IN)
    handed_on = ends or verb[0].text.endswith(_HANDS_ON) or any(t[:2] == ("link", "object") for t in how)
    return not unit.endswith(_YEARS) and (
        dealt_with or unit.endswith(_PARTS_OF_A_DAY) or (unit.endswith(_WORKDAYS) and not handed_on)
    )


def _is_dealt_with(clause: Clause, last: Token) -> bool:
    """备案不超过1个工作日: a noun before a limit in working days tells what is done; 会议不超过2小时 does not."""
    said = clause.tokens[clause.at].said
    in_workdays = isinstance(said, Quantity) and said.unit.endswith(_WORKDAYS)
    return in_workdays or last.kind not in ("noun", "spend")


def _binds_a_name(clause: Clause, row: str, bound: tuple[tuple[Token, ...], ...]) -> bool:
    """Whether the words that a row bound may name what its number is of: not 为全区739艘, 每公里设置3座或每10000人设置1座."""
    noun, base, verb = bound
    if row == "done by places" and not is_where(base):
        return False  # 建设公园，绿地20个
    if row in ("done", "made") and noun and noun[-1].kind == "spend" and noun[-1].text.endswith("用于"):
        return False  # 募集资金用于|10个学校改造
    if row == "done" and any(t.text == "”" for t in noun) and all(t.text != "“" for t in noun):
        return False  # “跨省|通|办”200项
    helps = verb and (verb[-1][:2] == ("give", "noun") or verb[-1][:2] == ("due", "aid"))
    if row == "done" and helps and not is_agent(noun):
        return False  # 资助学生2100名, but 补助标准3档
    if row == "in each" and is_where(noun):
        return False  # 食堂，主城区每个社区1个: where, and not what
    if row == "done" and _only_deeds(clause, verb, noun):
        return False
    if row == "handled" and noun and noun[-1].text == _AHEAD:
        return False  # 提前30分钟到场
    if row == "done within" and not _is_limit(clause, verb):
        return False
    if row == "act within limits" and not _is_dealt_with(clause, noun[-1]):
        return False
    if row == "made there" and not _has_what_is_done(clause, verb[-1]):
        return False
    if row == "made there" and verb[-1].cls in (
        "drive",
        "open",
    ):  # 推进危桥240座提升, but 推进城东片区200亩用地收储
        return is_region(
            "".join(t.text for t in clause.tokens[clause.tokens.index(verb[-1]) + 1 : clause.at])
        )
    often = clause.tokens[clause.at].text.endswith(words("counter", "times"))  # 开展不少于4次巡查
    only_done = row in NOUN_BEHIND and all(t.kind == "make" for t in noun) and not (often and noun)
    return not noun or not (only_done or all(t.kind in _NO_NAME for t in noun))


def _listed_by(found: Sequence[Found], token: Token) -> Found:
    """The value whose parts a list goes on with: 总额达到90亿元、增长8%，其中出口60亿元 is of the sum, and not of its growth."""
    last, whole, said = found[-1], found[-2:][0], token.said
    parts = isinstance(said, Quantity) and said.dimension == whole.quantity.dimension
    return whole if last.quantity.change and parts else last


def _has_what_is_done(clause: Clause, verb: Token) -> bool:
    """Whether what stands between a deed and a number has, or is where, so many of what is behind it: 完成全县中小学36栋校舍加固; not
    选派特派员300名下沉一线, nor 完成全市水库80座除险加固."""
    before = clause.tokens[clause.tokens.index(verb) + 1 : clause.at]
    counted = (*words("counter", "person", "person_times", "household"), *_OF_BODIES)
    if is_agent(before):
        return not clause.tokens[clause.at].text.endswith(counted)
    return all(t.kind != "scope" for t in before)


# What bodies, and the houses they are in, are counted by.
_OF_BODIES = ("家", "所", "个", "支", "批", "座", "处", "间")


def _is_paid_each(row: str, way: Sequence[Token]) -> bool:
    """支持20个村，每村不少于25万元: that each of them gets, and none that they come to."""
    return row == "sum again" and any(t[:2] == ("each", "one") for t in way[:1])


_DONE_IN = frozenset({"in places", "for whom"})
_IN_SO_MANY = "{link.at}(?:{!hard|make})*$"


def _undated(noun: tuple[Token, ...]) -> tuple[Token, ...]:
    """A noun without the time that it begins with, where that does not tell which ones: 2000年以前建成的小区."""
    since = compiled(SINCE).match(line(noun)) is not None
    return noun[1:] if noun and noun[0].kind == "time" and not since else noun


def _only_when(row: str, noun: tuple[Token, ...], way: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    """条件成熟|后推广至30个 says when, and not of what: a row, and the noun that it binds, which is 税收 in 税收剔除减税因素|后增长4%."""
    if row != "state" or not way or way[0].cls != "when":
        return row, noun
    measured = compiled(_BUT_FOR).search(line(noun))
    return (row, noun[: measured.end()]) if measured else ("state without subject", ())


# 收入|剔除价格因素: without what a measure is compared.
_BUT_FOR = "^@n*{measure}(?={verb|charge|give|spend|down|make}@np+$)"


def _by_row(clause: Clause) -> Found | None:
    """The first row that makes a target of the clause's quantity."""
    said = clause.tokens[clause.at].said
    assert isinstance(said, Quantity)
    for row, match in holding(TARGETS, clause.codes):
        if row.name != "fold" or said.change:  # 倍增, 减半 say by themselves that something changes
            groups = ("noun", "way", "base", "verb", "late", "object")
            noun, way, base, verb, late, thing = (clause.bound(match, group) for group in groups)
            noun = _undated(noun)
            by, noun = _only_when(row.name, noun, way)
            if noun and noun[0].cls == "etc":  # 路面维修等养护工程60公里: with what the list is of
                noun, verb = _with_list(clause, noun), ()
            # 开展小巷提升285处, 提升21个景区运营水平: so many are bettered, and none becomes more
            if row.name == "work on" or (row.name == "made" and betters(verb)):
                said = replace(said, change=None)
            if row.name == "done" and (named := _verb_in_a_name(clause, verb, noun, said.unit)):
                noun, verb = named, ()
            if not _binds_a_name(clause, row.name, (noun, base, verb)) or _is_paid_each(row.name, way):
                continue
            if row.name == "done by places":
                noun, base = (*base, *without_making(noun)), ()
            noun = _whole_noun(clause, row.name, match.span("noun"), noun) if noun else noun
            if row.name == "state without subject":
                noun = noun or _thing_behind(clause)
            noun = _reached(clause, verb, noun)
            if row.name in _DONE_IN and (deed := _done_there(clause, match)):
                where = clause.tokens[match.start("noun") : clause.tokens.index(deed[0])]
                noun, base, thing = tuple(takewhile(lambda t: t.cls not in ("、", "and"), where)), deed, ()
            thing = () if clause.tokens[match.start()].cls == "object" else thing  # 将23种疾病纳入范围
            return Found(
                said,
                clause.at,
                by,
                (*noun, *_deed_alone(thing)) if row.name == "for whom" else thing or noun,
                way,
                base,
                verb,
                late,
            )
    return None


def _as_before(one: Found, found: Sequence[Found]) -> Found:
    """不低于300平方米，偏远社区降低至200平方米: an exception is a floor as the norm is; so is 最高额度为55万元，单方的为45万元."""
    last = found[-1].quantity if found else None
    if (
        one.quantity.comparator
        or one.start
        or not last
        or not last.comparator
        or last.unit != one.quantity.unit
    ):
        return one
    own = any(t.kind == "measure" for t in one.noun)
    lowered = not own and any(t.kind == "down" and t.cls == "to" for t in one.way)
    other = bool(one.noun) and one.noun[-1].cls == "de" and all(t.kind == "reach" for t in one.way)
    return (
        replace(one, quantity=replace(one.quantity, comparator=last.comparator)) if lowered or other else one
    )


# 购买首套住房的，首付款比例不低于20%: the clause that says of whom or of which a value holds.
_OF_WHOM = "(?:^|{mark.。|mark.；|mark.，})(?:{fill|if})*(?:{link.by|link.prep|link.at|if.whom}@P+?{verb|applicant}(?=@np{2}))?(?P<of>(?:{!hard|qty|this|time|plan|if}){2,12}){link.de}{mark.，}$"


def _as_listed_before(
    member: Found | None, found: Sequence[Found], tokens: Sequence[Token], gap: Sequence[Token]
) -> Found | None:
    """建成检测室20个、市场6家；2026年新增15个、5家: a member without a noun of its own is of what had its unit before; so is 修复剩余11座
    behind 矿山15座、面积2600亩, and 力争188万吨 behind 总产量达到186万吨. Those that 分别 parts are paired in order."""
    if member is None or apart_before(member, tokens):
        return member
    if member.quantity.unit == found[-1].quantity.unit:
        hoped = not member.noun and any(t[:2] == ("plan", "wish") for t in gap)
        return replace(member, noun=found[-1].noun) if hoped else _not_by_how_much(member, found)
    measured = member.noun == found[-1].noun and [t.kind for t in member.noun[-1:]] == ["measure"]
    if member.noun and not (measured and member.quantity.dimension == "count"):
        return member
    alike = next((one for one in reversed(found) if one.quantity.unit == member.quantity.unit), None)
    # 机耕道120公里；河道18条、96公里: counted once more is what was named since
    since = alike and member.again and found[-1].noun and found[-1].noun[0].start > tokens[alike.at].start
    return replace(member, noun=alike.noun) if alike and not since else member


def _not_by_how_much(member: Found, found: Sequence[Found]) -> Found:
    """早稻面积86万亩，比上年增加2万亩；再生稻面积30万亩: how much of another there is to be, as of the first, and not how much more."""
    of_it = len(found) > 1 and found[-1].noun == found[-2].noun
    other = bool(member.noun) and member.noun != found[-1].noun
    return replace(member, way=found[-2].way) if of_it and other and member.way == found[-1].way else member


# 每户业主只能购买1个车位, 一个系列只组建一个评委会: what each may do no more often is named by who does what.
_EACH_DOES = "(?P<each>{each.one|each.bare})?(?P<who>{noun|applicant}+)(?:{bound.<=}|{modal|time|scope|superlative|comparator})*$"
_ONE = "一"


def _who_may(clause: Clause, one: Found) -> tuple[Token, ...]:
    """业主购买 of 每户业主只能购买1个车位: who does what, where that is capped for each."""
    if one.quantity.comparator != "<=" or len(one.verb) != 1 or one.verb[0].kind not in ("make", "verb"):
        return ()
    match = compiled(_EACH_DOES).search(clause.codes[: clause.tokens.index(one.verb[0])])
    who = clause.bound(match, "who") if match else ()
    each = match and (match["each"] or who[0].text.startswith(_ONE))
    half = len(one.verb[0].text) == 1  # 限|报, which the name has whole
    return (*who, *(() if half else one.verb)) if each else ()


# 城镇新增就业, 县城新增人口: where so many are new is a part of the name.
_WHERE_NEW = "(?:^|{hard|time|scope|plan}|{qty}{bound}?{mark.、|link.and})(?P<where>{noun}{1,3})$"


def _where_new(clause: Clause, one: Found) -> tuple[Token, ...]:
    """The place before the verb that counts new ones apart."""
    if not one.verb or one.verb[-1].text not in words("named"):
        return ()
    at = clause.tokens.index(one.verb[-1])
    match = compiled(_WHERE_NEW).search(clause.codes[:at])
    where = clause.bound(match, "where") if match else ()
    beside = bool(where) and where[-1].end == one.verb[-1].start
    alone = not compiled("{hard}").search(clause.codes[at : clause.at])
    whose = bool(where) and where[-1].text.endswith(words("agent", "person"))  # 残疾人新增就业
    return where if beside and alone and (whose or is_region("".join(t.text for t in where))) else ()


def _of_whom(clause: Clause, one: Found) -> tuple[Token, ...]:
    if said := _who_may(clause, one) or _where_new(clause, one):
        return said
    begun = next((i for i, t in enumerate(clause.tokens) if one.noun and t.start == one.noun[0].start), 0)
    match = compiled(_OF_WHOM).search(clause.codes[:begun])
    return clause.bound(match, "of") if match else ()


def _each_as_before(one: Found, last: Found | None, gap: Sequence[Token]) -> Found:
    """每千人口拥有医师数达到3.8人、注册护士数达到4.5人: the second of a list is of as many people as the first."""
    listed = last and compiled("{bound}?(?:{mark.、|link.and})").match(line(gap))
    if not last or not listed or last.row != "each has" or one.row not in ("state", "each count"):
        return one
    same = one.row == "each count" or last.quantity.unit == one.quantity.unit
    return replace(one, row="each has", base=last.base) if same and last.base else one


# 每镇至少建成示范村2个、示范户20户: a bound before the verb is one of each member of what is made; so it is of the one behind
# 至少培育年营收2000万元以上的企业.
# So is the one before the first of a list of nouns: 不少于医师5名、护士5名.
_OVER_ALL = "(?P<bound>{comparator})(?:(?:{time|modal|plan}*{make}|(?={noun}+{qty.count}))(?:(?:(?!{make})@n|{link.and}(?={noun})){1,10}{qty}{bound}?(?:{mark.、|link.and}))+|{time|modal|plan}*{make}(?=@n*{link.de})(?:(?!{make})@n|{link.de}){1,10})(?:(?!{make})@n){1,10}$"


# 达到500个品种以上: what is counted may stand between the number and its bound.
_BEHIND_NOUN = "{this.count}{noun}{1,2}(?P<bound>{bound})(?={hard}|{mark.、}|$)"


def _bound_elsewhere(one: Found, tokens: Sequence[Token]) -> Found:
    """The target with the comparator that does not stand beside its number."""
    if one.quantity.comparator:
        return one
    before = compiled(_OVER_ALL).search(line(tokens)[: one.at])
    behind = None if before else compiled(_BEHIND_NOUN).match(line(tokens, one.at), one.at)
    if not (match := before or behind):
        return one
    bound = tokens[match.start("bound")]
    noun = tuple(t for t in one.noun if t != bound)
    return replace(one, noun=noun, quantity=replace(one.quantity, comparator=bound.cls))


# 产值突破9亿元、|同比增长12%.
_BESIDE = "{bound}?{mark.、|mark.，}(?:{fill|core})+$"


def _moves_as_before(one: Found, found: Sequence[Found], gap: Sequence[Token]) -> Found:
    """林果面积稳定在60万亩，产值突破9亿元、同比增长12%: a change without a noun is of the measure right before it, whatever that is of;
    behind 、 of anything that is: 其中税收收入70亿元、增长6%."""
    last = found[-1] if found else None
    beside = bool(gap) and gap[0].cls == "、" and bool(last and last.noun)
    if not last or not (beside or [t.kind for t in last.noun] == ["measure"]):
        return one
    if last.many > 1 or not _only_moves(one, gap):
        return one
    # 500万人次，收入30亿元，分别增长10%和12%: of both
    shared = any(t.kind in ("apart", "each") for t in (*gap, *one.way))
    return one if shared else replace(one, noun=last.noun)


def _only_moves(one: Found, gap: Sequence[Token]) -> bool:
    """同比增长12%: a change without a noun, with nothing but a mark between it and the value before."""
    bare = one.row == "state without subject" and not one.noun
    moves = any(t.kind in ("up", "down") for t in one.way) and one.quantity.dimension in ("share", "points")
    return bare and moves and compiled(_BESIDE).fullmatch(line(gap)) is not None


_NO_SUBJECT = frozenset({"state without subject", "changed time"})


def _is_weak(one: Found) -> bool:
    """退货承诺店3000家: a verb that only the dictionary knows may be a part of a name."""
    extent = one.row == "counted" and one.quantity.dimension != "count"  # 其中新建5万亩、改造3万亩
    return (
        extent
        or one.row in ("bare count", "bare measure")
        or (one.row == "bare share" and one.noun[-1].kind == "noun")
        or (one.row in ("done", "verb then number") and all(t.kind == "verb" for t in one.verb))
    )


def _goes_on_behind(one: Found, member: Found) -> bool:
    """培养不少于10名院士，不少于20名专家: the noun of a further member stands behind its number as that of the first does."""
    return one.row == "state without subject" and member.row in NOUN_BEHIND


# 年产值超5亿元的企业: such a number is a part of the name of what is counted.
# 学前三年毛入园率: or of that of what is measured.
_DESCRIBING = frozenset(
    {"attribute", "attributes", "class", "bounds of a class", "which are so", "names a rate"}
)


# 1所200张床位以上的养老机构, 1支不少于10人的小分队, 2个过50亿元、过100亿元项目, 企业3家、超5亿元的20家: how large what is counted is.
_SIZE_OF = "(?<={qty.count})(?<!{each.bare}{qty})(?:(?:{comparator}?{qty.count|qty.area}{noun}{0,3}{bound}|{comparator}{qty.count|qty.area}){link.de}|{comparator}{qty.money}{bound}?(?:{mark.、}{comparator}{qty.money}{bound}?)*(?={noun|link.de}))|(?<={qty.count}(?:{mark.、}|{mark.，}){includes.with}?)(?:{comparator}{qty}{bound}?|{qty}{bound})(?={link.de}{qty.count}{bound}?(?:{hard}|{mark.、}|$))"
# 6个10亿元以上、9个亿元以上项目, 2个30万吨级码头: so too right behind a count, before the next count or the noun.
# 引进10亿元以上项目8个、50亿元以上项目1个: or before the noun that a count stands behind.
_SIZE = "(?:(?<={qty.count})|(?<={includes.with}|{qty.count}(?:{mark.、}|{link.and}))(?={qty}{bound}{link.de}?{qty.count}))(?:{qty.money|qty.mass|qty.power|qty.area|qty.energy|qty.volume}(?:{bound}|{noun.grade})?|(?P<words>{noun})(?:{bound}|{noun.grade})?)(?={mark.、|link.and}{qty.count}(?:{noun}|{qty}(?:{bound}|{noun.grade}))|{noun}|(?<={bound}){link.de}?{qty.count})|(?<={link.de}{qty.count}(?:{mark.、}|{link.and})){qty.area|qty.mass|qty.power|qty.energy|qty.volume|qty.length}{bound}?(?={link.de}{qty.count})|{qty.money|qty.mass|qty.power|qty.area|qty.energy|qty.volume}(?:{noun.grade}?{bound}|{noun.grade})(?={noun}{1,3}(?:{fill|core})*{qty.count})|{qty.mass|qty.power|qty.energy|qty.volume|qty.length|qty.time}(?=(?:{noun}|{verb}){1,3}{qty.count})"
# 亿元, 百万千瓦: a magnitude and a unit without a number.
_MAGNITUDES = "十百千万亿"


def _is_size(token: Token) -> bool:
    unit = token.text.lstrip(_MAGNITUDES)
    return unit != token.text and unit in units()


def _sizes(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where a size stands right behind a count."""
    for match in matches(_SIZE, line(tokens)):
        if match["words"] is None or _is_size(tokens[match.start()]):
            yield match.span()


_COMPARING = ("comparator", "bound", "reach")


# 科研经费三年累计达到6000万元: in how many years, between a noun and its value.
_YEARS_TOGETHER = "(?<={noun|measure|fund}){qty.time}(?={modal.sum})"


def with_names_whole(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with numbers that only describe a noun, and their comparisons, turned into nouns; the sentence
    itself where there are none."""
    if not any(t.kind == "qty" for t in tokens):
        return tokens
    sized = list(tokens)
    for match in matches(_SIZE_OF, line(tokens)):
        sized[match.start() : match.end()] = map(as_noun, sized[match.start() : match.end()])
    for match in matches(_YEARS_TOGETHER, line(tokens)):
        sized[match.start()] = tokens[match.start()]._replace(kind="modal", cls="sum")
    for start, end in _sizes(tokens):
        sized[start:end] = (t._replace(kind="noun", cls="size") for t in sized[start:end])
    whole = tokens if tuple(sized) == tokens else tuple(sized)
    for at, token in enumerate(sized):
        if token.kind == "qty" and reason_against(parted(whole, at)[0]) in _DESCRIBING:
            near = [i for i in (at - 1, at + 1) if 0 <= i < len(whole) and whole[i].kind in _COMPARING]
            whole = tuple(as_noun(t) if i == at or i in near else t for i, t in enumerate(whole))
    return whole


def numbers_to_targets(tokens: Sequence[Token], is_planned: bool = False) -> list[Found]:
    """The targets among the numbers of one sentence, its names whole; `is_planned` where what stands over it sets aims."""
    found: list[Found] = []
    planned = _IN_A_REPORT if is_planned else frozenset()
    last_at = before = -1
    for at, token in enumerate(tokens):
        if token.kind != "qty":
            continue
        # 预计用电负荷420万千瓦，同比增长6%: what a value that is no target changes by is none.
        left, before = tokens[before + 1 : at] if before > last_at else (), at
        whole = seen_from(tokens, at)
        clause, start = parted(tokens, at)
        gap = tokens[last_at + 1 : at]
        member = goes_on(whole, _listed_by(found, token), last_at) if found else None
        member = _as_listed_before(member, found, tokens, gap)
        if reason_against(clause, planned | _WANTS_A_VERB if member else planned):
            continue
        one = _by_row(clause)
        if one and one.row == "sum again" and not found:
            one = None
        one = _of_readings(one, member, said_again(clause, found) if found else None)
        if one and not (left and _only_moves(one, left)):
            one = _each_as_before(one, found[-1] if found else None, gap)
            one = _moves_as_before(same_deed(one, found, tokens), found, gap)
            if start:  # 由30%、35%提高到40%: the numbers of the way there are no targets
                gone = {t.start for t in whole.tokens} - {t.start for t in clause.tokens}
                found = [f for f in found if tokens[f.at].start not in gone]
            one = _bound_elsewhere(replace(one, of=_of_whom(clause, one), at=at, start=start), tokens)
            one = with_members_before(one, tokens)
            found.append(_as_before(one, found))
            last_at = at
    return placed(found, tokens) if len(found) > 1 else found


def _of_readings(one: Found | None, member: Found | None, again: Found | None) -> Found | None:
    """Which of the readings of a value holds: by its own row, as a member of the list before, as what was named before again."""
    listed = member is not None and bool(member.noun)
    bare = one is not None and (one.row in _NO_SUBJECT or (_only_done(one) and not _is_own_round(one)))
    if again and one and bare and not (listed and _is_weak(one)):
        return again
    if member and listed and (one is None or _is_weak(one) or _goes_on_behind(one, member)):
        return member
    return one or member or again


def _only_done(one: Found) -> bool:
    return all(t.kind in _ONLY_DONE for t in one.noun)


def _is_own_round(one: Found) -> bool:
    """日常检查每周1次，集中督查每季度1次: how often another thing is done, and not the same once more."""
    does = all(t.kind == "verb" or t[:2] == ("make", "do") for t in one.noun)
    return does and len(one.noun) > 1 and one.quantity.unit.endswith(words("counter", "times"))


# 土地收益的10%用于住房建设, 不少于50%的公益金用于养老服务: what money goes to what.
_SPENT_ON = "(?:(?P<money>(?:{noun|measure})*{noun|fund|measure}(?:{noun}?{spend|verb|divide}{paper.part})?){link.de}?{comparator}?{this}{bound}?|{comparator}?{this}{bound}?{link.de}(?P<behind>@np+))(?P<on>{spend}@np+)"


def _spent_on(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The money and what it goes to, of the share that is token `at`."""
    match = compiled(_SPENT_ON).search(line(tokens, at))
    group = "money" if match and match["money"] else "behind"
    return (*tokens[slice(*match.span(group))], *tokens[slice(*match.span("on"))]) if match else ()


def with_shares(found: list[Found], tokens: tuple[Token, ...], spent: set[Quantity]) -> list[Found]:
    """The targets of a sentence with the shares of money that must go somewhere, in the order of the words."""
    known = {one.quantity for one in found}
    more = [
        Found(t.said, i, "share of money", _spent_on(tokens, i))
        for i, t in enumerate(tokens)
        if isinstance(t.said, Quantity) and t.said in spent and t.said not in known
    ]
    return sorted([*found, *more], key=lambda one: one.at)
