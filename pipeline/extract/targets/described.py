"""Numbers that only describe or name: 3岁以下婴幼儿, 第十九条, 一批举措, 三项制度."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token
from pipeline.language.words import words

# A number of these kinds describes the noun it stands in (3岁以下婴幼儿): inside a sentence it is a part of the name.
_DESCRIBES = frozenset({"age", "rank", "generation", "voltage", "temperature", "pressure"})
# 一批, 两类, 三次 say how much is spoken of; of these, things that stand in a room are counted in words too.
_COUNTED_IN_WORDS = frozenset("名人间台座个组辆")
# 2026届毕业生, 2026级新生: the year that persons are of.
_OF_A_YEAR, _YEARS = ("届", "级"), range(1950, 2100)
# 新培育两家合作社, 建设三所学校: things that are counted by ones, where they are made.
_THINGS = frozenset("家所处条户场栋艘")
_MADE = "{make.build|make.add|make.found|make.do|make.finish|make.open}(?:{fill|comparator})*$"
_FIGURES = ("数字", "字母", "代码", "编码", "字符", "密码", "编号", "号码")
_OCCASIONS = frozenset("次遍轮")
# 一类至八类行业: from which to which, and no number of them.
_KINDS = frozenset("类级档种项")
_GRADES = frozenset("类级档等")
_ONCE = frozenset("一壹")
# 两万个, 三千户: no handful.
_GREAT = frozenset("百千万亿")
# 公交站点500米覆盖率达到100%, 24小时内办结率98%: how far or how fast is a part of what the share is of.
_RANGES = frozenset({"length", "time"})
_OF_A_SHARE = "^{bound.<=}?(?:{noun|verb|make|circle|measure}){0,3}{measure}(?:(?:{mark.、|link.and})(?:{!hard|qty})+)?(?:{fill|core})*{qty.share}"
# 建设两个…; what is grasped or widened by the handful is only spoken of: 拓展两个市场.
_CREATES = "{up.by|reach|make.build|make.found|make.add|make.pay|make.finish|own|comparator|plan.wish|each}"

# 力争每年创建一个景区, 新建一个公园: one that is asked for.
_WANTED = "{plan.wish|time.recurring}(?:{fill})*{make}|{make.build|make.found}(?:{fill})*$"

# 新建驿站八家, 建设不少于60亩的茶园一处: a number in words behind what is made and before a pause counts it.
_COUNTS_OFF = "(?:{make.build|make.add|make.finish|make.do|make.open})(?:{comparator}?{qty}{bound}?{link.de})?(?:{noun}|{verb})+$"


def _is_numbered(tokens: Sequence[Token], at: int) -> bool:
    """第十九条, 第三十三、三十四条: whether 第 stands before a number or the list it ends; 第一季度|400个 counts."""
    before = at - 1
    while (
        before > 0
        and tokens[before].kind in ("qty", "mark", "link")
        and tokens[before].cls in ("、", "and", tokens[at].cls)
    ):
        before -= 1
    return before >= 0 and tokens[before].kind != "time" and tokens[before].text.startswith("第")


def _is_how_often(counted: Token, before: Sequence[Token]) -> bool:
    """每半年至少组织一次, 每月更新1次: at least once in so long says how often, and is no number to reach, as 每年至少40场 and 不少于1次 are."""
    said = counted.said
    if not isinstance(said, Quantity) or said.unit not in _OCCASIONS:
        return False
    once = counted.text[0] in _ONCE or (said.value == 1 and not said.comparator and not said.value_max)
    # 3月、9月各开展1次: so too once at each of the times named
    at_each = any(t[:2] == ("each", "all") for t in before) and any(t.kind == "time" for t in before)
    return once and (at_each or any(t[:2] == ("time", "recurring") for t in before))


def _counts_parts(said: object) -> bool:
    """把握好3方面: how many sides of a matter are spoken of."""
    return isinstance(said, Quantity) and said.unit in words("paper", "part")


# 66人以上|大班额, 20户以上的|自然村: what holds so many is of a size, which is not what is counted.
_OF_SIZE = (
    "{bound}{link.de}?(?P<held>(?:{noun}|{measure}){1,3})(?={hard}|{qty}|{make}|{verb}|{modal}|{plan}|$)"
)
# 3人|户, 4人以上|户, 4人|间
_HOLDS = frozenset("户间桌房制")


# 增长20%以上的|企业，…: those that grew so much; 压减30%以上的会议 is wanted.
_WHO_GREW = "{bound}{link.de}(?P<held>{noun}{1,3}){mark.，}"


def tells_who_grew(tokens: Sequence[Token], at: int) -> bool:
    """Whether a share is by how much those have grown of whom a clause begins to speak."""
    grown = tokens[at].cls == "share" and at > 0 and tokens[at - 1].text in words("grows")
    opens = at == 1 or (at > 1 and tokens[at - 2].kind == "mark")
    return grown and opens and compiled(_WHO_GREW).match(line(tokens), at + 1) is not None


def sizes_what_holds(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number of persons or households says how large that is which holds them."""
    said = tokens[at].said
    if not isinstance(said, Quantity) or not said.unit.endswith(words("counter", "person", "household")):
        return False
    behind = [t for t in tokens[at + 1 : at + 3] if t.kind != "bound"]
    if behind and behind[0].text in _HOLDS:
        return True
    match = compiled(_OF_SIZE).match(line(tokens), at + 1)
    held = "".join(t.text for t in tokens[slice(*match.span("held"))]) if match else ""
    persons = said.unit.endswith(words("counter", "person"))
    return held.endswith(words("sized") if persons else words("sized", ""))


def _is_of_an_order(tokens: Sequence[Token], at: int, said: Quantity) -> bool:
    """达到二类|以上标准, 8号线|二期: which of several, in words, and no number of them."""
    graded = said.unit in _GRADES and [t.kind for t in tokens[at + 1 : at + 2]] == ["bound"]
    return graded or (said.unit in words("ordered") and at > 0 and tokens[at - 1].kind == "noun")


# 由77岁|提高到79岁
_FROM_HERE = "{link.from}{qty}{up|down}"


def names_only(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quantity only describes or names: 3岁以下婴幼儿, 2026届毕业生, 第十九条, 一批举措, 三项制度."""
    token, q = tokens[at], tokens[at].said
    held = at > 1 and tokens[at - 1][:2] == ("link", "at")  # 控制|在|14℃至24℃
    grown = at and tokens[at - 1 - held].kind in ("reach", "up", "down", "hold", "comparator")
    grown = grown or compiled(_FROM_HERE).match(line(tokens), max(at - 1, 0)) is not None
    if ((token.cls in _DESCRIBES or _counts_parts(q)) and not grown) or _is_numbered(tokens, at):
        return True
    if _is_figure(tokens, at) or sizes_what_holds(tokens, at) or tells_who_grew(tokens, at):
        return True
    if at and isinstance(q, Quantity) and q.words and tokens[at - 1].text.endswith(_OF_A_YEAR):
        return True  # 十届|四十二次会议
    if token.cls in _RANGES and compiled(_OF_A_SHARE).match(line(tokens)[at + 1 : at + 40]):
        return True
    if isinstance(q, Quantity) and q.unit in _OF_A_YEAR and q.value in _YEARS and not q.comparator:
        return True
    opened = max(
        (i for i in range(at) if tokens[i].kind == "mark" and tokens[i].cls in "，；。："), default=-1
    )
    if _is_how_often(token, tokens[opened + 1 : at]):
        return True
    if not isinstance(q, Quantity) or not q.words or q.dimension != "count":
        return False
    if _is_of_an_order(tokens, at, q) or q.comparator:
        return _is_of_an_order(tokens, at, q)
    each = any(t.kind == "each" and t.cls == "one" for t in tokens[opened + 1 : at]) or (
        at > 0 and tokens[at - 1][:2] == ("each", "all")  # 足球场、门球场各四片
    )
    last = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    many = q.value >= 10 or q.unit[:1] in _GREAT or (q.value_max and q.unit not in _KINDS)
    if many or (last and compiled(_COUNTS_OFF).search(line(tokens)[opened + 1 : at])):
        return False
    if q.unit == "个" and not last and not compiled(_CREATES).search(line(tokens)[opened + 1 : at]):
        return True
    before = line(tokens)[opened + 1 : at]
    things, a_piece = q.unit in _THINGS and q.value > 1, q.value == 1 and q.unit == "个"
    if (things and compiled(_MADE).search(before)) or (a_piece and compiled(_WANTED).search(before)):
        return False
    return q.unit in _OCCASIONS or (not each and (q.unit not in _COUNTED_IN_WORDS or (a_piece and not last)))


def _is_figure(tokens: Sequence[Token], at: int) -> bool:
    """6位数字, 证书编号为11位: of how many figures a number is made up."""
    said, before = tokens[at].said, tokens[max(at - 2, 0) : at]
    named = len(before) > 1 and before[1].kind == "reach" and before[0].text.endswith(_FIGURES)
    is_it = named or any(t.text in _FIGURES for t in tokens[at + 1 : at + 2])
    return is_it and isinstance(said, Quantity) and said.unit == "位"


def why_a_name(tokens: Sequence[Token], at: int) -> str:
    """Why a quantity is read as a part of a name: 3岁以下婴幼儿 describes, 第十九条 is numbered, 三项制度 only spoken of."""
    if _is_numbered(tokens, at):
        return "ordinal"
    return "description" if tokens[at].cls in _DESCRIBES else "name"
