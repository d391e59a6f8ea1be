"""A reading as tokens, sentence by sentence: brackets left out, words and numbers that only name turned into nouns; and
the clause of a number without where its value comes from.
"""

# Long: what of a sentence only names, words and numbers alike, is told here before any row is asked.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.extract.deadlines import governs
from pipeline.extract.reading import Reading, Sense
from pipeline.extract.targets.described import names_only, sizes_what_holds
from pipeline.language import patterns
from pipeline.language.grammar import compiled, first, line, matches, may_any_hold
from pipeline.language.quantity import Quantity
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime
from pipeline.language.tokens import Token, lex, told_once
from pipeline.language.words import alternation

# The number of a point is no part of what it says; 一、二、三产业 lists ordinals.
_NUMBER = patterns.compile(
    r"(?:(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d|[一二三四五六七八九十]{1,2}[、和及与])|第[一二三四五六七八九十百]{1,5}条(?=\s))\s*)+"
)


def without_number(name: str) -> str:
    """服务管理 of （四）服务管理."""
    return _NUMBER.sub("", name, count=1) if _NUMBER.match(name) else name


@cache
def compiled_only() -> patterns.Pattern:
    """六年内只提供一个学位 says how often, not by when."""
    return patterns.compile(alternation("only"))


def _is_effort(sense: Sense, found: FoundTime) -> bool:
    """三年内, 用五年时间: a span of years in which something is to be done."""
    end = around(sense.sentences, found.start).end
    only = compiled_only().search(sense.masked, found.end, end)
    return (found.time.period or "").endswith("Y") and governs(sense, found) and not only


def reading_sentences(reading: Reading) -> tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]:
    """The tokens of a reading sentence by sentence, as they stand and with brackets that only name left out: for its targets
    and for what is set aside."""
    return _sentences(reading.sense)


@lru_cache(maxsize=2048)
def _sentences(sense: Sense) -> tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]:
    every = _with_parts(sentence_tokens(_tokens(sense), [s.end for s in sense.sentences]))
    return tuple((said, without_brackets(said)) for said in every)


_OF_WHICH = "其中"


# 新建桩群3万个。（2029年）: a bracket behind the stop that says when, or who does it and until when.
_DATED = (
    "{mark.（}(?:{!mark.。|qty|mark.（|mark.）})*{time}(?:{!mark.。|qty|mark.（|mark.）})*{mark.）}{mark.。}?"
)


def _with_parts(every: Iterable[tuple[Token, ...]]) -> list[tuple[Token, ...]]:
    """计划投资5亿元。其中，公路3亿元: a sentence that parts what the one before says is one with it, and so is a bracket that
    dates it."""
    joined: list[tuple[Token, ...]] = []
    for said in every:
        follows = bool(joined and joined[-1] and said and joined[-1][-1].kind == "mark")
        if follows and said[0].text == _OF_WHICH:
            stop = joined[-1][-1]._replace(cls="；")
            joined[-1] = (*joined[-1][:-1], stop, *said)
        elif follows and said[0].cls == "（" and compiled(_DATED).fullmatch(line(said)):
            joined[-1] = (*joined[-1][:-1], *said)
        else:
            joined.append(said)
    return joined


def _tokens(sense: Sense) -> tuple[Token, ...]:
    times = [t for t in sense.times if t.time.kind != "duration" or _is_effort(sense, t)]
    number = _NUMBER.match(sense.masked)
    end = number.end() if number else 0
    return lex(" " * end + sense.masked[end:], [q for q in sense.quantities if q.start >= end], times)


def sentence_tokens(tokens: Sequence[Token], ends: Sequence[int]) -> Iterator[tuple[Token, ...]]:
    """The tokens sentence by sentence; `ends` are the ends of the sentences."""
    at = 0
    for end in ends:
        stop = next((i for i in range(at, len(tokens)) if tokens[i].start >= end), len(tokens))
        yield tuple(tokens[at:stop])
        at = stop


def as_noun(token: Token) -> Token:
    return Token("noun", "", *token[2:])


# 镇（街道）, 小班（3至4岁）: a bracket of a noun or two, or of an age, belongs to the name; 200平方米（含）: a bracket that repeats the bound.
# 培养医师（含规培医师）6名: what a bracket before the number includes or puts in other words.
_ASIDE = "(?<!{qty}{bound}?){mark.（}(?:{link}|{not}?{includes})(?:{!qty|time|stop|mark.，|mark.：|mark.（|mark.）}){1,14}{mark.）}(?={measure}?(?:{fill|core})*{qty})"
# “双高建设计划”: words in quotation marks without a number are one name.
_QUOTED = "{mark.“}(?:{!hard|time|mark.“|mark.”})+{mark.”}"
# 示范社（县级以上）20家: or of which grade on.
_NAME_IN_BRACKETS = "(?<!{qty}{bound}?){mark.（}(?:{noun}{1,2}{bound}|(?:{noun|verb|make|measure|hold|handled|spend|ranked|mark.、}){1,4}|{qty.age}{bound}?){mark.）}"
# 水质优良（达到或优于Ⅲ类）比例, 丧失使用功能（劣于Ⅴ类）的断面比例, 上市（过会）企业: a bracket between the words of one name.
_INSIDE_A_NAME = "(?<={noun|verb|measure|make}){mark.（}(?!{link|includes})(?:{!qty|time|stop|mark.，|mark.：|mark.（|mark.）}){1,8}{mark.）}(?={link.de}?{noun|measure})"
# 水质优良（一、二类）比例: which kinds.
_KINDS_IN_BRACKETS = "{mark.（}(?:{noun|mark.、})*{qty.count}{mark.）}"
# 2车位/户, 90元/户/年: for each of what.
_EACH_OF = "(?<={qty})(?:{mark./}(?:{noun|verb|make|measure}))+"
# 覆盖率、达标率三个100%: how many rates are named.
_SO_MANY_SHARES = "(?<={measure}){qty.count}(?={qty.share})"
# 危桥22座/864延米: counted once more in another way.
_IN_ANOTHER_WAY = "(?<={qty}){mark./}(?={qty})"
# 用三年|时间: a span is one whether that is said or not.
_TIME = "时间"
# 网约车: a character that compares stands before a number.
_NO_COMPARISON = "{comparator}(?!{reach.of}|(?:{fill|core})*{qty})"
# 其中：甲镇1000户、乙镇2000户; 其中，甲镇1000户.
_OPENS_PARTS = "(?<={includes.with}){mark.：|mark.，}"
# 建设|任务：|书房3座、中心5个; 建设|规模为：|20个站点: the label of a list of what is made.
_LABEL_OF_MADE = (
    "(?<=(?:^|{hard})(?:{fill})*{make.build|make.add|make.do})(?:{paper.aim}|{measure}|{paper.part}){reach.be}?{mark.：}"
    "(?=(?:{fill|comparator})*(?:{qty.count|qty.length}{bound}?@n|(?!{make|up|down})@n{1,8}{qty.count|qty.length}{bound}?(?:{hard}|{mark.、}|{link.and}|$)))"
)
# 实现收入增长4%|的年度目标任务, 朝着建成街区3个|的目标迈进: what a value is called that is aimed at.
_CALLED_AN_AIM = (
    "(?<={qty}{bound}?){link.de}(?:{noun|measure|time|modal|scope|paper}{0,2}){aim|paper.aim}(?:{noun|measure|paper}|{verb}(?={hard}|$)){0,2}"
    "(?={hard|mark.”}|$)"
)
# 占应分担资金的40%: what is due to be done to it.
_DUE_TO_BE = "(?<={reach.of}){plan}(?={!hard|qty|fill|core|link}@n)"
# 销售额（营业额）增长8%: the same measure of others.
_ALSO_CALLED = "(?<={measure}){mark.（}{measure}{mark.）}(?=(?:{fill|core})*{qty})"
# 对其中患者随访不少于4次: whom of those named before it is done to.
_OF_THEM = "(?<={if.whom}){includes.with}"
# 应救尽救|率: a rate of all who are to have it.
_OF_ALL_WHO = "{plan}(?:{!hard|qty|plan|measure}){1,3}(?={measure}(?:{fill|core})*{qty})"
_ALL_WHO = "尽"
# 除续建驿站20个外，…: the word that closes what is counted already.
_BESIDES = "(?<={if}(?:{!hard|qty})+{qty}{bound}?){noun}(?={mark.，})"
# 接种率以乡镇为单位保持在95%以上: of what each the value is taken.
_TAKEN_BY = "(?<={measure}){link.prep}(?:{noun|mark.（|mark.）}){1,5}{reach.be}{noun}(?=(?:{fill})*{core})"
_BOUND_TOO = "{mark.（}{not}?{includes}@np{0,2}{mark.）}|(?<={qty}{bound}?(?:{!hard|qty})*){mark.（}{not}?{includes}{qty}{bound}?(?:{mark.，|mark.、}{not}?{includes}(?:{!mark.）|mark.（|qty})*)?{mark.）}"


def _without_time(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without 时间 right behind a span."""
    beside = {
        i
        for i, t in enumerate(tokens)
        if t.text == _TIME and i and (tokens[i - 1].kind == "time" or tokens[i - 1][:2] == ("qty", "time"))
    }
    return tuple(t for i, t in enumerate(tokens) if i not in beside) if beside else tokens


def without_brackets(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence with brackets that only name turned into nouns, and such as say （含） left out; the sentence
    itself where there are none."""
    tokens = _without_time(tokens)
    if may_any_hold(_NAMING, line(tokens)):
        tokens = _with_names(tokens)
    counts = [i for i, t in enumerate(tokens) if t.kind == "qty"]
    named = {i + 1 for i in counts if sizes_what_holds(tokens, i)} | {
        i for i in counts if names_only(tokens, i)
    }
    # 每年举办茶会1次、组织展销不少于5次: what is done so often is over with that
    over = {m.start("over") for m in compiled(_ANOTHER_DEED).finditer(line(tokens)) if m.start() in named}
    return _measures_apart(
        tuple(
            as_noun(t) if i in named else t._replace(cls="，") if i in over else t
            for i, t in enumerate(tokens)
        )
        if named
        else tokens
    )


_ANOTHER_DEED = "{qty.count}(?P<over>{mark.、}){make|verb|does}"


# 合格率（≥95%）、差错率（≤3%）: a bracket behind a measure that holds nothing but its value.
_VALUE_IN_BRACKET = "(?<={measure}){mark.（}(?={comparator}{1,2}{qty}{bound}?{mark.）}(?!{link.de}))"
_LEFT_OUT = (
    _VALUE_IN_BRACKET,
    _LABEL_OF_MADE,
    _CALLED_AN_AIM,
    _BOUND_TOO,
    _EACH_OF,
    _ASIDE,
    _OPENS_PARTS,
    _SO_MANY_SHARES,
    _TAKEN_BY,
    _OF_THEM,
    _ALSO_CALLED,
)
_NAMING = (
    *_LEFT_OUT,
    _QUOTED,
    _KINDS_IN_BRACKETS,
    _NAME_IN_BRACKETS,
    _INSIDE_A_NAME,
    _NO_COMPARISON,
    _BESIDES,
    _DUE_TO_BE,
    _OF_ALL_WHO,
)


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with what rows of words only name, and without what says （含）."""
    kept, codes = list(tokens), line(tokens)
    for pattern in _LEFT_OUT:
        for match in reversed(matches(pattern, codes)):
            del kept[match.start() : match.end()]
            codes = codes[: match.start()] + codes[match.end() :]
    for match in (found := matches(_QUOTED, codes)):
        said = [t.said for t in kept[match.start() : match.end()] if isinstance(t.said, Quantity)]
        rated = compiled("{measure}").match(codes, match.end()) is not None  # “10分钟健身圈”覆盖率
        if not rated and any(not q.words or q.dimension != "count" for q in said):
            continue  # “3分钟填报” may be what is to be reached
        kept[match.start() + 1 : match.end() - 1] = [
            as_noun(t) for t in kept[match.start() + 1 : match.end() - 1]
        ]
    codes = line(kept) if found else codes
    for match in (found := matches(_KINDS_IN_BRACKETS, codes)):
        at = match.end() - 2
        kept[at] = as_noun(kept[at]) if kept[at].text.endswith("类") else kept[at]
    codes = line(kept) if found else codes
    for match in (found := [*matches(_NAME_IN_BRACKETS, codes), *matches(_INSIDE_A_NAME, codes)]):
        kept[match.start() : match.end()] = [as_noun(t) for t in kept[match.start() : match.end()]]
    codes = line(kept) if found else codes
    for match in (found := matches(_NO_COMPARISON, codes)):
        if len(kept[match.start()].text) == 1:
            kept[match.start()] = as_noun(kept[match.start()])
    codes = line(kept) if found else codes
    for match in reversed(found := matches(_BESIDES, codes)):
        del kept[match.start()]
    codes = line(kept) if found else codes
    for match in matches(_DUE_TO_BE, codes):
        kept[match.start()] = as_noun(kept[match.start()])
    for match in matches(_OF_ALL_WHO, codes):
        whose = kept[slice(*match.span())]
        if any(_ALL_WHO in t.text for t in whose):
            kept[slice(*match.span())] = [as_noun(t) for t in whose]
    return tokens if tuple(kept) == tokens else tuple(kept)


# 沟渠98条|长119公里, 步道3条|29公里: how long what was counted is, without a comma between.
_RUN_ON = "(?<={qty.count}{bound}?)(?={measure.extent}{qty}|{qty.length}|{qty.area|qty.volume}(?!{bound}?{link.de}?{noun}))"


def _measures_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a comma where a count and an extent of the same thing stand side by side."""
    if strokes := {m.start() for m in matches(_IN_ANOTHER_WAY, line(tokens))}:
        tokens = tuple(t._replace(cls="、") if i in strokes else t for i, t in enumerate(tokens))
    for match in reversed(matches(_RUN_ON, line(tokens))):
        at = tokens[match.start()].start
        comma = Token("mark", "、", at, at, "")
        tokens = (*tokens[: match.start()], comma, *tokens[match.start() :])
    return tokens


class Clause(NamedTuple):
    """A sentence as tokens, seen from the quantity number `at` of it."""

    tokens: tuple[Token, ...]
    at: int
    codes: str

    def without(self, start: int, end: int) -> Clause:
        """The clause without its tokens [start, end), which stand before its quantity."""
        tokens = self.tokens[:start] + self.tokens[end:]
        return Clause(tokens, self.at - (end - start), self.codes[:start] + self.codes[end:])

    def bound(self, match: patterns.Match, group: str) -> tuple[Token, ...]:
        """The tokens of a group of a match; none where the pattern has no such group."""
        start, end = match.span(group) if group in match.re.groupindex else (-1, -1)
        return self.tokens[start:end] if start >= 0 else ()


def seen_from(tokens: Sequence[Token], at: int) -> Clause:
    """The tokens of a sentence with the one at `at` as the quantity asked about."""
    return Clause(tuple(tokens), at, line(tokens, at))


# 由35万元提高到45万元: where the value starts from; 较2020年提高: what it is held against; 提高|到2025年|的54%: a level that is reached.
_START = (
    "(?:{link.from}|(?<!{up|down}){link.than}?(?!{time.duration}){time}(?={link.de}?{qty}))(?:(?!{qty}{bound}?{core})(?:{!stop|mark.，|this})){0,16}?(?P<start>{qty}){bound}?"
    "(?={mark.，}?(?:{up|down}{qty}{bound}?{mark.，}|(?:{fill})*{up|down}{mark.，})?(?:{fill})*(?:{core}|{verb|make}(?={reach}))(?:{fill|core})*(?:@np{1,6}{link.de})?{this})"
)
_AGAINST = (
    "(?:{link.than}(?!{noun}{link.de})(?:{time|past|noun|mark.“|mark.”|link|measure}){1,6}|{link.and}(?:{time|past}{noun|link|measure}{0,3}))"
    "(?=(?:{modal|plan})*(?:{up|down|multiple})(?:{fill|core})*{this})"
)
# 将现有36处厂站整合为12处: how many there are that become fewer.
_MERGED = "{link.object}(?:{!hard|qty|this}){0,3}(?P<start>{qty.count})(?=(?:{!hard|qty|this}){1,10}{reach.be|reach.to}{this.count}(?:{hard|mark.、}|$))"
# 指数从2020年的85提高到95, 系数由0.52提高到0.58: a bare number is where the value starts from.
_BARE_START = "(?:{link.from}(?:{time}{link.de}?)?|{time}{link.de}?)(?P<bare>(?:{noun|mark.other})+)(?=(?:{fill})*{up|down}(?:{fill|core})*{this})"
# 覆盖率（2025年为32%）提高到69.5%: a bracket behind what is measured that says where its value starts from.
_START_IN_BRACKET = "{mark.（}(?:{fill}|{qty.time})*(?<={qty.time}|{past}|{time})(?:{reach.be}|{mark.：})?(?P<start>{qty}){bound}?{mark.）}(?=(?:{fill})*{core}(?:{fill|core})*{this})"
_IN_FIGURES = frozenset("0123456789.万亿")
# but 老年人较少的社区降低至… tells which.
# 在2023年基础上增长20%, 在现有75%的基础上提高到90%: what a change is reckoned from.
_BASIS = "(?:(?:{link.at}|(?={time}))(?:{!hard|this|make|verb}){1,8}?|(?<={noun|measure}){link.at}(?:{!hard|this|past.aspect}){1,8}?){link.base}{mark.，}?"
# 逐年降低1个百分点，2028年降至8%: the step on the way to a level.
_STEP = "{up.by|down.by}{qty}{bound}?{mark.，}(?=(?:{fill}){0,2}{reach.adjust|up.to|down.to}(?:{fill|core})*{this})"
# 到2026年、2027年分别升至: times in a list pair with the values.
_TIMES = "(?:{time|noun}{mark.、|link.and})*{time}{mark.、|link.and}{time}"
# 家庭养老床位数三年累计不少于1500张: in how many years.
_YEARS_IN_ALL = "(?<={noun|measure}){qty.time}(?={modal.sum})"
# 到2027年，现有床位由1200张增加到2000张: what there is is to grow; without a time ahead it has grown.
_THERE_IS = "(?:{plan}|{time.by})(?:{!stop}*{hard})?{past.now}(?=@np+$)"


_BESIDE = (_START, _MERGED, _BARE_START, _START_IN_BRACKET, _BASIS, _STEP, _YEARS_IN_ALL, _TIMES, _AGAINST)


@told_once
def parted(tokens: Sequence[Token], at: int) -> tuple[Clause, Quantity | None]:
    """The clause of the quantity at `at`, without where its value starts from and what it is held against; and that start."""
    clause = seen_from(tokens, at)
    start: Quantity | None = None
    if not may_any_hold(_BESIDE, clause.codes):
        return clause, start
    if match := first(_START, clause.codes):
        said = clause.tokens[match.start("start")].said
        start = said if isinstance(said, Quantity) else None
        comma = compiled("{mark.，}(?!(?:{up|down}){qty})").match(clause.codes, match.end())
        there_is = compiled(_THERE_IS).search(clause.codes[: match.start()])
        clause = clause.without(match.start(), comma.end() if comma else match.end())
        if there_is:
            at = clause.codes[: match.start()].rindex(there_is.group()[-1])
            clause = clause.without(at, at + 1)
    elif match := first(_MERGED, clause.codes) or first(_START_IN_BRACKET, clause.codes):
        said = clause.tokens[match.start("start")].said
        start = said if isinstance(said, Quantity) else None
        clause = clause.without(*match.span())
    elif (match := first(_BARE_START, clause.codes)) and all(
        _IN_FIGURES.issuperset(t.text) for t in clause.bound(match, "bare")
    ):
        clause = clause.without(match.start(), match.end())
    if match := first(_BASIS, clause.codes[: clause.at]):
        said = next((t.said for t in clause.tokens[match.start() : match.end()] if t.kind == "qty"), None)
        start = said if isinstance(said, Quantity) else start
        clause = clause.without(match.start(), match.end())
    for pattern in (_STEP, _YEARS_IN_ALL):
        if match := first(pattern, clause.codes[: clause.at + 1]):
            clause = clause.without(*match.span())
    if match := first(_TIMES, clause.codes[: clause.at]):
        clause = clause.without(match.start(), match.end())
    if match := first(_AGAINST, clause.codes):
        clause = clause.without(match.start(), match.end())
    return clause, start
