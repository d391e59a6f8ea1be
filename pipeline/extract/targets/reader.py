"""The numbers of a sentence that are targets: which row of the grammar holds for each, and what it binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.targets.nothing import NOTHING
from pipeline.extract.targets.rows import TARGETS
from pipeline.language import patterns
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token
from pipeline.language.words import words

# A number of these kinds describes the noun it stands in (3岁以下婴幼儿): inside a sentence it is a part of the name.
_DESCRIBES = frozenset({"age", "rank", "generation", "voltage", "temperature"})
# 由35万元提高到45万元: where the value starts from; 较2020年提高: what it is held against.
_START = (
    "{link.from}(?:{!stop|mark.，|this}){0,16}?(?P<start>{qty}){bound}?"
    "(?={mark.，}?(?:{up|down}{qty}{bound}?{mark.，})?(?:{fill})*(?:{core}|{verb|make}(?={reach}))(?:{fill|core})*(?:@np{1,6}{link.de})?{this})"
)
_AGAINST = (
    "(?:{link.than}(?:{time|past|noun|mark.“|mark.”|link|measure}){1,6}|{link.and}(?:{time|past}{noun|link|measure}{0,3}))"
    "(?=(?:{modal|plan})*(?:{up|down|multiple})(?:{fill|core})*{this})"
)
# 建设5个项目631公里: how long or wide what was counted is.
_EXTENT = frozenset({"length", "area", "volume", "mass", "power"})
# A member of a list is of the kind of the one before; a share, a time or money never of another.
_APART = frozenset({"share", "time", "money", "points"})
_NOUN_BEHIND = frozenset({"made", "listed and made", "there to be", "made share", "in places", "who reach", "share of whom", "put to use"})
# 到2026年、2027年分别升至: times in a list pair with the values.
_TIMES = "(?:{time|noun}{mark.、|link.and})*{time}{mark.、|link.and}{time}"
# What may stand between two members of a list: 1个老年协会、1名助理和1支队伍; 瞪羚企业1000家、独角兽企业80家.
_GAP = "(?P<after>@np*?){bound}?(?P<sep>{mark.、|mark.，|mark.；|link.and}|{mark.（}{includes.with})(?P<noun>(?:{fill})*(?:{!hard|qty|this|plan|comparator|apart|up|down|hold|time})*?)(?:{fill|comparator})*$"


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that is a target: the row that said so, the words it binds, where it starts from.

    `at` is its token in the sentence; `place` of `many` in a list said 分别.
    """

    quantity: Quantity
    at: int
    row: str
    noun: tuple[Token, ...] = ()
    way: tuple[Token, ...] = ()
    base: tuple[Token, ...] = ()
    verb: tuple[Token, ...] = ()
    late: tuple[Token, ...] = ()
    of: tuple[Token, ...] = ()
    start: Quantity | None = None
    place: int = 0
    many: int = 1


@dataclass(frozen=True, slots=True)
class Clause:
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


def _as_noun(token: Token) -> Token:
    return token._replace(kind="noun", cls="")


# 镇（街道）: a bracket of a noun or two belongs to the name; 200平方米（含）: a bracket that repeats the bound.
# 培养医师（含规培医师）6名: what a bracket before the number includes or puts in other words.
_ASIDE = "(?<!{qty}{bound}?){mark.（}{link|includes}(?:{!qty|time|stop|mark.，|mark.：|mark.（|mark.）}){1,14}{mark.）}(?=(?:{fill|core})*{qty})"
# “双高建设计划”: words in quotation marks without a number are one name.
_QUOTED = "{mark.“}(?:{!hard|time|mark.“|mark.”})+{mark.”}"
_NAME_IN_BRACKETS = "(?<!{qty}{bound}?){mark.（}(?:{noun|verb|make|measure|mark.、}){1,4}{mark.）}"
# 2车位/户, 90元/户/年: for each of what.
_EACH_OF = "(?<={qty})(?:{mark./}(?:{noun|verb|make|measure}))+"
# 网约车: a character that compares stands before a number.
_NO_COMPARISON = "{comparator}(?!(?:{fill|core})*{qty})"
_BOUND_TOO = "{mark.（}{not}?{includes}@np{0,2}{mark.）}"


def without_brackets(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence with brackets that only name turned into nouns, and such as say （含） left out."""
    kept = list(tokens)
    for match in reversed(list(compiled(_BOUND_TOO).finditer(line(kept)))):
        del kept[match.start() : match.end()]
    for match in reversed(list(compiled(_EACH_OF).finditer(line(kept)))):
        del kept[match.start() : match.end()]
    for match in reversed(list(compiled(_ASIDE).finditer(line(kept)))):
        del kept[match.start() : match.end()]
    for match in compiled(_QUOTED).finditer(line(kept)):
        said = [t.said for t in kept[match.start() : match.end()] if isinstance(t.said, Quantity)]
        if any(not q.words or q.dimension != "count" for q in said):  # “3分钟填报” may be what is to be reached
            continue
        kept[match.start() + 1 : match.end() - 1] = [_as_noun(t) for t in kept[match.start() + 1 : match.end() - 1]]
    for match in compiled(_NAME_IN_BRACKETS).finditer(line(kept)):
        kept[match.start() : match.end()] = [_as_noun(t) for t in kept[match.start() : match.end()]]
    for match in compiled(_NO_COMPARISON).finditer(line(kept)):
        if len(kept[match.start()].text) == 1:
            kept[match.start()] = _as_noun(kept[match.start()])
    return tuple(_as_noun(t) if t.kind == "qty" and _names(kept, i) else t for i, t in enumerate(kept))


# 一批, 两类, 三次 say how much is spoken of; of these, things that stand in a room are counted in words too.
_COUNTED_IN_WORDS = frozenset("名人间台座个组辆")
_OCCASIONS = frozenset("次遍轮")
# 建设两个…; what is grasped or widened by the handful is only spoken of: 拓展两个市场.
_CREATES = "{up.by|reach|make.build|make.found|make.add|make.pay|make.finish|own|comparator|plan.wish|each}"


def _is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """第十九条, 第三十三、三十四条: whether 第 stands before a number or the list it ends."""
    before = at - 1
    while before > 0 and tokens[before].kind in ("qty", "mark", "link") and tokens[before].cls in ("、", "and", tokens[at].cls):
        before -= 1
    return before >= 0 and tokens[before].text.startswith("第")


def _names(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quantity only describes or names: 3岁以下婴幼儿, 第十九条, 一批举措, 三项制度."""
    token, q = tokens[at], tokens[at].said
    grown = at and tokens[at - 1].kind in ("reach", "up", "down", "hold", "comparator")
    if (token.cls in _DESCRIBES and not grown) or _is_numbered(tokens, at):
        return True
    if not isinstance(q, Quantity) or not q.words or q.comparator or q.dimension != "count":
        return False
    opened = max((i for i in range(at) if tokens[i].kind == "mark" and tokens[i].cls in "，；。："), default=-1)
    each = any(t.kind == "each" and t.cls == "one" for t in tokens[opened + 1 : at])
    last = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    if q.value >= 10:
        return False
    if q.unit == "个" and not compiled(_CREATES).search(line(tokens[opened + 1 : at])):
        return True
    return q.unit in _OCCASIONS or (not each and (q.unit not in _COUNTED_IN_WORDS or (q.value == 1 and q.unit == "个" and not last)))


def seen_from(tokens: Sequence[Token], at: int) -> Clause:
    """The tokens of a sentence with the one at `at` as the quantity asked about."""
    return Clause(tuple(tokens), at, line(tokens, at))


def parted(clause: Clause) -> tuple[Clause, Quantity | None]:
    """The clause without where its value starts from and what it is held against; and that start."""
    start: Quantity | None = None
    if match := compiled(_START).search(clause.codes):
        said = clause.tokens[match.start("start")].said
        start = said if isinstance(said, Quantity) else None
        comma = compiled("{mark.，}(?!(?:{up|down}){qty})").match(clause.codes, match.end())
        clause = clause.without(match.start(), comma.end() if comma else match.end())
    if match := compiled(_TIMES).search(clause.codes[: clause.at]):
        clause = clause.without(match.start(), match.end())
    if match := compiled(_AGAINST).search(clause.codes):
        clause = clause.without(match.start(), match.end())
    return clause, start


# No sentence names more members than this: 教师、医生等600人次 is no sum of its list.
_MOST_LISTED = 100
# What stands in a list of targets needs no verb of its own: these reasons do not hold there.
_WANTS_A_VERB = frozenset({"class", "enumerated", "of those", "sum of a list"})


def reason_against(clause: Clause, listed: bool = False) -> str | None:
    """Why the quantity of a clause is no target, or None; `listed` where the list it goes on with is one of targets."""
    rows = (row for row in NOTHING if not (listed and row.name in _WANTS_A_VERB))
    name = next((row.name for row in rows if row.search(clause.codes)), None)
    said = clause.tokens[clause.at].said
    assert isinstance(said, Quantity)
    return None if name == "sum of a list" and said.value > _MOST_LISTED else name


def _by_row(clause: Clause) -> Found | None:
    """The first row that makes a target of the clause's quantity."""
    said = clause.tokens[clause.at].said
    assert isinstance(said, Quantity)
    for row in TARGETS:
        if row.name == "fold" and not said.change:  # 倍增, 减半 say by themselves that something changes
            continue
        if match := row.search(clause.codes):
            groups = ("noun", "way", "base", "verb", "late", "object")
            noun, way, base, verb, late, thing = (clause.bound(match, group) for group in groups)
            return Found(said, clause.at, row.name, (*noun, *thing) if row.name == "for whom" else thing or noun, way, base, verb, late)
    return None


def _goes_on(clause: Clause, last: Found | None, last_at: int) -> Found | None:
    """The next member of the list that `last` is in, if only a separator and a noun stand between them."""
    said = clause.tokens[clause.at].said
    if last is None or not isinstance(said, Quantity):
        return None
    gap = clause.tokens[last_at + 1 : clause.at]
    if compiled("{bound}?@n+").fullmatch(line(gap)) and said.dimension in _EXTENT:
        return replace(last, quantity=said, at=clause.at, row="done", noun=gap, start=None)
    match = compiled(_GAP).match(line(gap))
    if not match or not match["sep"]:
        return None
    if (last.quantity.dimension in _APART or said.dimension in _APART) and last.quantity.dimension != said.dimension:
        return None
    if last.row in _NOUN_BEHIND:
        right = compiled("^{bound}?{link.de}?(?P<noun>@np+)").match(line(clause.tokens[clause.at + 1 :]))
        noun = clause.tokens[clause.at + 1 :][slice(*right.span("noun"))] if right else ()
    else:
        noun = gap[slice(*match.span("noun"))]
    parted_by = gap[match.start("sep")].cls
    if noun and all(t.kind in ("make", "verb", "modal", "up", "includes") for t in noun):  # 开工39个、完工135个: of the same thing
        # 其中新建30万亩: of the same thing, and how it comes to be
        named = tuple(t for t in noun if t.text in words("named")) if parted_by != "、" else ()
        noun = (*named, *last.noun) if last.row not in _NOUN_BEHIND else noun
    both_counted = last.quantity.dimension == said.dimension == "count" and parted_by == "、"
    if not noun and last.quantity.unit != said.unit and not both_counted:
        return None
    return replace(last, quantity=said, at=clause.at, noun=noun, start=None)


# …；到2027年提升至70亿元; …，9月底前再换装38辆: a verb alone.
_SAME = "@lead(?P<way>(?:{core}|{verb|make}+)(?:{fill|core})*){this}(?={bound}?(?:{hard}|$))"


def _again(clause: Clause, found: Sequence[Found]) -> Found | None:
    """到2027年提升至70亿元: the same thing as the value before, where it has the same unit."""
    said = clause.tokens[clause.at].said
    match = compiled(_SAME).search(clause.codes)
    if not match or not found or not isinstance(said, Quantity) or found[-1].quantity.unit != said.unit:
        return None
    return replace(found[-1], quantity=said, way=clause.bound(match, "way"), base=(), start=None)


def _as_before(one: Found, found: Sequence[Found]) -> Found:
    """不低于300平方米，偏远社区降低至200平方米: an exception is a floor as the norm is; so is 最高额度为55万元，单方的为45万元."""
    last = found[-1].quantity if found else None
    if one.quantity.comparator or not last or not last.comparator or last.unit != one.quantity.unit:
        return one
    own = any(t.kind == "measure" for t in one.noun)
    lowered = not own and any(t.kind == "down" and t.cls == "to" for t in one.way)
    other = bool(one.noun) and one.noun[-1].cls == "de" and all(t.kind == "reach" for t in one.way)
    return replace(one, quantity=replace(one.quantity, comparator=last.comparator)) if lowered or other else one


# 购买首套住房的，首付款比例不低于20%: the clause that says of whom or of which a value holds.
_OF_WHOM = "(?:^|{mark.。|mark.；|mark.，})(?:{fill|if})*(?P<of>(?:{!hard|qty|this|time|plan|if}){2,12}){link.de}{mark.，}$"


def _of_whom(clause: Clause, one: Found) -> tuple[Token, ...]:
    begun = next((i for i, t in enumerate(clause.tokens) if one.noun and t.start == one.noun[0].start), 0)
    match = compiled(_OF_WHOM).search(clause.codes[:begun])
    return clause.bound(match, "of") if match else ()


_NO_SUBJECT = frozenset({"state without subject", "changed time"})


def _is_weak(one: Found) -> bool:
    """退货承诺店3000家: a verb that only the dictionary knows may be a part of a name."""
    return one.row == "bare count" or (one.row in ("done", "verb then number") and all(t.kind == "verb" for t in one.verb))


def _placed(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """Number the members of 分别达到30%、35%, whose later ones have no noun of their own."""
    groups: list[list[Found]] = []
    for one in found:
        if groups and not one.noun and _apart_before(groups[-1][0], tokens):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [
        replace(one, noun=noun, place=i, many=len(group))
        for group in groups
        for noun in [_with_clauses_before(group, tokens)]
        for i, one in enumerate(group)
    ]


def _apart_before(one: Found, tokens: Sequence[Token]) -> bool:
    """Whether 分别 stands before the first member of a list, in its clause."""
    opened = max((i for i in range(one.at) if tokens[i].kind == "mark" and tokens[i].cls in "，；：。"), default=-1)
    return any(t.kind == "apart" for t in tokens[opened + 1 : one.at])


def _with_clauses_before(group: Sequence[Found], tokens: Sequence[Token]) -> tuple[Token, ...]:
    """稻田面积，茶园面积，果园面积分别达到…: members that commas part are one list with the last."""
    first = group[0]
    joined = 1 + sum(t.cls in ("、", "and") for t in first.noun)
    if len(group) < 2 or not first.noun or joined >= len(group):
        return first.noun
    start = next(i for i, t in enumerate(tokens) if t.start == first.noun[0].start)
    match = compiled(f"(?:^|{{mark.，|mark.：|mark.；}})((?:(?:{{!hard|qty}})+{{mark.，}}){{{len(group) - 1}}})$").search(
        line(tokens[:start])
    )
    return (*tokens[match.start(1) : start], *first.noun) if match else first.noun


# 年产值超5亿元的企业: such a number is a part of the name of what is counted.
_DESCRIBING = frozenset({"attribute", "class", "bounds of a class"})


def with_names_whole(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence with numbers that only describe a noun, and their comparisons, turned into nouns."""
    whole = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind == "qty" and reason_against(parted(seen_from(whole, at))[0]) in _DESCRIBING:
            for i in (at - 1, at, at + 1):
                if i == at or (0 <= i < len(whole) and whole[i].kind in ("comparator", "bound", "reach")):
                    whole[i] = _as_noun(whole[i])
    return tuple(whole)


def numbers_to_targets(tokens: Sequence[Token]) -> list[Found]:
    """The targets among the numbers of one sentence."""
    tokens = with_names_whole(tokens)
    found: list[Found] = []
    last_at = -1
    for at, token in enumerate(tokens):
        if token.kind != "qty":
            continue
        whole = seen_from(tokens, at)
        clause, start = parted(whole)
        member = _goes_on(whole, found[-1] if found else None, last_at)
        if reason_against(clause, member is not None):
            continue
        one = _by_row(clause)
        again = _again(clause, found)
        if again and one and (one.row in _NO_SUBJECT or all(t.kind in ("verb", "make", "modal") for t in one.noun)):
            one = again
        elif member and member.noun and (one is None or _is_weak(one)):
            one = member
        one = one or member or again
        if one:
            one = replace(one, of=_of_whom(clause, one))
        if one:
            if start:  # 由30%、35%提高到40%: the numbers of the way there are no targets
                gone = {t.start for t in whole.tokens} - {t.start for t in clause.tokens}
                found = [f for f in found if tokens[f.at].start not in gone]
            found.append(_as_before(replace(one, at=at, start=start), found))
            last_at = at
    return _placed(found, tokens)


def sentence_tokens(tokens: Sequence[Token], ends: Sequence[int]) -> Iterator[tuple[Token, ...]]:
    """The tokens sentence by sentence; `ends` are the ends of the sentences."""
    at = 0
    for end in ends:
        stop = next((i for i in range(at, len(tokens)) if tokens[i].start >= end), len(tokens))
        yield tuple(tokens[at:stop])
        at = stop
