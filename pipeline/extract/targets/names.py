"""Indicator: the noun phrase that a row of the grammar bound, as one name.

A phrase that only measures (建筑面积, 办理时限) takes the thing it measures from the clause before, from the heading
of its point or from the row of its table. Nothing is better than half a word.
"""

# Long: the name and the other columns that are read from the same words.
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.targets.found import HANDLING, Found
from pipeline.language import patterns
from pipeline.language.grammar import compiled, line
from pipeline.language.names import is_party
from pipeline.language.segmentation import tagged
from pipeline.language.tokens import Token, lex
from pipeline.language.words import lookup, words

Words = Sequence[Token]

_LEADING = "^(?:{modal|plan|link|scope|each|apart|mark.、|mark.”|mark.—|includes|time|past|if|bound|make.drive|reach|hold})+"
_TRAILING = "(?:{modal|plan|link|mark.、|mark.“|mark.—|apart|mark.etc|own|not|reach|hold|if|superlative})+$"
# 具有…能力的自主创新企业, 兼具…等功能的互助点: a clause before 的 tells which ones.
_WHICH = "^(?:{own|verb|make|does|mark.“}|@P*{mark.、})@P*{link.de}(?=@np{2}|{noun})"
# 产品|完成型式检验, 教师|参加企业实践: what those counted do is not their name.
_DOES = "^(?P<name>@np*?{noun|measure|mark.”})(?:{make.finish|make.perform|does|reach|handled.end|link.prep|link.at|modal})"
_SUFFIX = {"area": "面积", "time": "时限"}


def joined(text: str, tokens: Words) -> str:
    """The words of the tokens in order, a stretch without gaps as it is printed."""
    name, at = "", -1
    kept = [
        t
        for i, t in enumerate(tokens)
        if t.kind != "time" and not (t.cls == "at" and tokens[i + 1 : i + 2] and tokens[i + 1].kind == "time")
    ]
    for token in kept:
        name += text[at : token.end] if token.start == at else token.text
        at = token.end
    return name


_MANY = tuple("十百千万0123456789")


def _is_attribute(tokens: Words, at: int) -> bool:
    """一般 of 一般公共预算, 自然 of 自然屯: an adverb that the words of grammar do not know, or a hedge, before a noun."""
    t = tokens[at]
    if t.kind == "each":  # 每千人口托位数 is a rate; 每个村床位 speaks of the beds of each
        return t.text[1:2] in _MANY
    entry = lookup(t.text)
    following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    adverb = following == "noun" and entry is not None and entry.cls != "firm"
    return t.kind == "modal" and not adverb and following in ("noun", "measure")


def without_fringe(tokens: Words) -> Words:
    """The tokens without function words at either end."""
    codes = line(tokens)
    if match := compiled(_LEADING).match(codes):
        end = match.end()
        while end and _is_attribute(tokens, end - 1):
            end -= 1
        tokens, codes = tokens[end:], codes[end:]
    if tokens and tokens[0].text == "“" and all(t.text != "”" for t in tokens):
        tokens, codes = tokens[1:], codes[1:]
    if tokens and tokens[0].text == "（":  # 每个镇（街道）区域中心: the other name of what went before
        closed = next((i for i, t in enumerate(tokens) if t.text == "）"), 0)
        tokens, codes = tokens[closed + 1 :], codes[closed + 1 :]
    if match := compiled(_TRAILING).search(codes):
        tokens = tokens[: match.start()]
    return tokens


def naming(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, none where they name nothing: of 2023年达到55%、2024年达到58% the mark between."""
    return tokens if without_fringe(tokens) else ()


def _head(tokens: Words) -> Words:
    """The things counted, without the clause that tells which ones and without what they do."""
    tokens = without_fringe(tokens)
    match = compiled(_WHICH).match(line(tokens))
    if match and not any(c.isdigit() for t in tokens[: match.end()] for c in t.text):  # 占地80亩以上的菜园
        tokens = tokens[match.end() :]
    if (match := compiled(_DOES).match(line(tokens))) and sum(
        len(t.text) for t in tokens[: match.end("name")]
    ) > 1:
        tokens = tokens[slice(*match.span("name"))]  # but 区|实现全覆盖: one character is no name
    return without_fringe(tokens)


# 区级中心，每处…; 单独设立互助养老点，…; 购买首套住房的，…: a clause that is a noun phrase, or a verb and one.
_TOPIC = "(?:^|{hard})(?:{fill|if|mark.、})*(?:(?P<who>(?!{make.do|make.found|make.pay|make.add|make.open|make.perform|make.finish|make.drive})(?:{!fill|reach|does|give|verb|hold|up|down|comparator|hard|qty})+)(?:{reach.make|does|give.gets}|{verb}(?=@np{2}))@np+|@np*{doing}(?=@np)(?P<made>(?:{noun|verb|measure|handled|mark.“|mark.”|own|link.de})+{make}{0,2})|(?P<noun>{!make|fill|does|reach|hold|up|down|comparator|hard|qty|not|own}+{make}?)){link.de}?$"


def _without_verb(tokens: Words) -> Words:
    """办好法治宣讲不少于45场: what is held is its name."""
    match = compiled("^{doing|make.finish|up.by|down.by}(?={noun|mark.“|verb}@P|{measure})").match(
        line(tokens)
    )
    # 生产安全事故, 培训合格率: a verb that is a noun as well begins the name
    if match and (tokens[0].text in words("named") or tagged(tokens[0].text)[0][1] == "vn"):
        return tokens
    rest = tokens[match.end() :] if match else tokens
    return rest if sum(len(t.text) for t in rest) > 2 else tokens


_SHORTEST = 2  # characters; less is no name


def topic(part: Words) -> Words:
    """What a clause without a number speaks of: a noun phrase, what a verb does it to (实施改造, …), or what itself does
    something and is no body (新建项目实行承诺制，审批时限…)."""
    match = compiled(_TOPIC).search(line(part))
    if not match:
        return ()
    group = next(name for name in ("made", "noun", "who") if match[name])
    found = without_fringe(part[slice(*match.span(group))])
    if group == "who" and _is_body("".join(t.text for t in found)):
        return ()  # 各镇落实责任，覆盖率…: who does it is not what is measured
    return found if sum(len(t.text) for t in found) > _SHORTEST else ()


# No reader looks further back for what a clause is about.
_CLAUSES_BACK = 2


def subject_of(tokens: tuple[Token, ...], at: int, last: tuple[Token, ...]) -> tuple[Token, ...]:
    """What the clauses before token `at` speak of: `last` where a value of it stands nearer, else the nearest clause
    without a number that is a noun phrase."""
    hard = [-1, *(m.start() for m in compiled("{hard}").finditer(line(tokens[:at])))]
    if any(t.cls == "order" for t in tokens[hard[-1] + 1 : at]):
        return ()  # 一是新建公园5个；二是覆盖率达到90%: of something else
    if any(t.kind == "qty" for t in tokens[hard[-1] + 1 : at]):
        return last
    if hard[-1] > 0 and tokens[hard[-1]].text == "（":  # 多子女家庭（上浮20%）: what the bracket is said of
        before = compiled("{noun|measure}+$").search(line(tokens[: hard[-1]]))
        return tokens[slice(*before.span())] if before else last
    for start, end in list(pairwise(hard))[: -_CLAUSES_BACK - 1 : -1]:
        part = tokens[start + 1 : end]
        if any(t.kind == "qty" for t in part):
            break
        if named := tuple(topic(part)):
            return named
    return last


# Such words of measure have no meaning without what they are of: 比例, 建筑面积, 办理时限, 首次缴纳比例.
_BARE = "(?:{superlative|handled|spend|charge|modal|up|down|link.de|each|scope})*(?:{measure})+"


def _measures_only(tokens: Words) -> bool:
    measures = [t for t in tokens if t.kind == "measure"]
    closed = all((entry := lookup(t.text)) and entry.kind == "measure" for t in measures)
    return closed and compiled(_BARE).fullmatch(line(tokens)) is not None


def _without_measure(tokens: Words) -> Words:
    match = compiled("{link.de}?{measure}{1,2}$").search(line(tokens))
    return tokens[: match.start()] if match and match.start() else tokens


def _is_body(name: str) -> bool:
    """Whether a name is one of bodies: who deals with a case is not what is measured."""
    return bool(name) and all(is_party(n) or n.endswith(words("ending", "body")) for n in name.split("、"))


def _manner(one: Found) -> Words:
    """新增 of 新增停车位500个, 续建 of 续建公路80公里: new ones are counted apart from all there are."""
    return [t for t in one.verb[-1:] if t.text in words("named")]


def _named_by(one: Found) -> Words:
    """The words of the noun that name it."""
    if one.row in _COUNTED:
        return _head(one.noun)
    whole = without_fringe(one.noun)
    return whole if one.verb else _without_verb(whole)  # 完成|安置房交付8万套: its verb is known


def _own_name(text: str, one: Found) -> str:
    """What the row itself bound, with what a share is of and what a time is for."""
    noun = _named_by(one)
    manner = _manner(one) if noun and not _measures_only(noun) else ()
    if len(noun) == 1 and len(noun[0].text) == 1 and one.verb and one.verb[-1].end == noun[0].start:
        noun = (*one.verb[-1:], *noun)  # 扩|岗, 植|绿: half a word
    name = joined(text, (*manner, *noun))
    ended = compiled("(?:{core|fill})+$").search(line(one.base))  # 占总值的比重下降至
    base = joined(text, without_fringe(one.base[: ended.start()] if ended else one.base))
    if one.row == "made for a time" and name:
        return f"{name}期限"
    if one.row == "who reach" and noun:
        clause = patterns.split("[，。；：（）]", text[noun[0].start :], 1)[0]
        return joined(text, _without_last_verb(lex(clause, (), ()), noun[0].start)) or clause
    if one.row == "each has" and one.base:  # 每千名老人拥有床位: a rate
        whole = one.base[0]
        return text[whole.start : one.base[-1].end] + name if text[whole.start + 1] in _MANY else name
    if one.row == "share of":
        rated = base.endswith((*words("measure", "ratio"), *words("measure", "part")))
        return f"{name}占{base}" + ("" if rated else "比例")
    if one.row in HANDLING:
        return f"{'' if _is_body(name) else name}{joined(text, one.verb)}时限"
    if one.row == "by measure":
        return f"{one.quantity.unit}{joined(text, one.verb)}" + (f"（{base}）" if base else "")
    if one.row in ("by share", "done of") and base:
        return f"{name}占{base}比例" if name else f"{joined(text, one.verb)}{base}比例"
    if one.late and name:
        return name + joined(text, one.late)
    if base and not name and one.quantity.dimension == "share":
        return f"占{base}比例"
    return name + (f"（占{base}）" if base and name else "")


def _without_last_verb(tokens: Words, moved: int) -> Words:
    """示范社区全面建成: what is done last to those counted is not their name; 敬老院达到要求 stays."""
    match = compiled("{modal}*(?:{make|handled.end|make.open}|{modal}{verb})+$").search(line(tokens))
    kept = tokens[: match.start()] if match and match.start() else tokens
    return [t._replace(start=t.start + moved, end=t.end + moved) for t in kept]


_WHOLE = frozenset({"by measure", "by share", "done of"})
_COUNTED = frozenset({"made", "made there", "listed and made", "there to be", "made for a time", "in places"})


def indicator_of(text: str, one: Found, subject: Words, headings: str = "") -> str:
    """The name of what is to reach the value, "" where nothing says it.

    `subject` is what the clauses before speak of, `headings` the name of the point or row.
    """
    name = _own_name(text, one)
    if not any(map(str.isalnum, name)):
        name = ""  # 2023年达到55%、2024年达到58%: the mark between is no name
    if one.of and name:
        return joined(text, without_fringe(one.of)) + name
    noun = without_fringe(one.noun)
    bare = _is_body(joined(text, noun)) if one.row in HANDLING else _measures_only(noun)
    short = not bare and len(noun) == 1 and noun[0].kind == "measure" and len(name) <= _LONGEST_RATE
    if name and ((noun and not bare and not short) or one.row in _WHOLE):
        return name
    if short and subject and any(c.isdigit() for c in text[subject[-1].end : noun[0].start]):
        subject = ()  # 覆盖率达到90%，发证率达到95%: another is measured
    suffix = _SUFFIX.get(one.quantity.dimension, "")
    above = joined(text, _without_measure(subject) if name else subject)
    if not above and (name or suffix) and not (short and name[:-1] not in headings):
        above = _about(headings) or headings
    if name and name[-2:] in above:
        above = ""
    return _under(above, name) if name else above + ("" if above.endswith(suffix) else suffix)


# 治理率, 发证率: a rate of one word is of something that is said before, or by a heading that names what is done.
_LONGEST_RATE = 3


# A heading that is reached everywhere: what its rate is of stands before.
_ALL_OVER = ["全", "覆盖"]


@lru_cache(maxsize=2048)
def _about(heading: str) -> str:
    """What a heading speaks of: 生活污水治理 of 推进生活污水治理, 社区食堂 of 实现社区食堂全覆盖, nothing of one that names no
    thing."""
    tokens = lex(heading, (), ())
    begun = compiled("^{modal|make.drive|up.by|down.by|reach.make}+").match(line(tokens))
    rest = tokens[begun.end() :] if begun else tokens
    all_over = [t.text for t in rest[-2:]] == _ALL_OVER
    return joined(heading, topic(rest[:-2] if all_over else rest))


def _under(above: str, name: str) -> str:
    """生活污水治理 and 治理率 are 生活污水治理率."""
    shared = max(n for n in range(len(name)) if above.endswith(name[:n]))
    return above + name[shared:]


def comparator_of(one: Found) -> str | None:
    """最高贷款额度由60万元提高至80万元 sets a most, 最低工资 a least; by how much one changes is neither."""
    said = [t.cls for t in one.noun if t.kind == "superlative"]
    worded = one.quantity.comparator
    if sign_of(one):
        return None if said and worded == said[-1] and not one.start else worded
    return worded or (said[-1] if said and one.row == "sum of money" else None)


_SIGNS = {"up": "+", "down": "-"}
# 提高5个百分点, 压减三分之一 say by how much; 提高到60% says what level is reached.
_CHANGES = frozenset(
    {"changed", "made share", "done", "done to share", "done for money", "state", "state without subject"}
)


def sign_of(one: Found) -> str | None:
    """+ or - where the value is by how much something changes, and no level."""
    words = [t for t in (*one.verb, *one.way) if t.kind in ("up", "down", "reach", "hold")]
    grown = one.quantity.dimension in ("share", "points", "ratio") or one.row in ("state", "changed")
    if not words or words[-1].cls != "by" or one.row not in _CHANGES or not grown:
        return None
    return _SIGNS[words[-1].kind]


def per_of(tokens: Words, at: int, own: bool = False) -> str | None:
    """村 of 每个村至少有1个: for each of what; the last such word before the number, in its
    clause where that has a noun of its `own`."""
    codes = line(tokens[:at])
    opened = [m.end() for m in compiled("{hard}").finditer(codes)] if own else []
    since = opened[-1] if opened else 0
    found = [
        m for m in compiled("{each.one|each.bare}(?P<what>{noun}+)").finditer(codes) if m.start() >= since
    ]
    return "".join(t.text for t in tokens[slice(*found[-1].span("what"))]) if found else None


def last_word(tokens: Words, kinds: str) -> str | None:
    """The last word of these kinds (as a pattern names them) among the tokens, as printed."""
    found = list(compiled(kinds).finditer(line(tokens)))
    return tokens[found[-1].start()].text if found else None
