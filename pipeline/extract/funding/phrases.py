"""Noun phrases as tokens: as written, bared of what leads into them, one of a list they tell together."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.agents import is_agent
from pipeline.extract.funding.amounts import Amount
from pipeline.language.grammar import compiled, first, line
from pipeline.language.names import is_agency, is_party
from pipeline.language.tokens import Token


def bound(pattern: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """What a pattern binds as `who`, at the last place where it holds."""
    codes = line(tokens)
    for at in range(len(codes) - 1, -1, -1) if first(pattern, codes) else ():
        if match := compiled(pattern).match(codes, at):
            return tuple(tokens[slice(*match.span("who"))])
    return ()


def clause(amount: Amount) -> tuple[Token, ...]:
    """The tokens before an amount, from the last semicolon or colon on."""
    before = amount.before
    cut = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].cls in ("；", "：")), 0)
    return before[cut:]


def said(text: str, tokens: Sequence[Token]) -> str:
    """The tokens as written, with the brackets that were left out between them and a name's own behind: 合作社（大户）."""
    found, end = "", -1
    for token in tokens:
        gap = text[end : token.start] if end >= 0 else ""
        found += (gap if gap[:1] == "（" and gap[-1:] == "）" else "") + text[token.start : token.end]
        end = token.end
    close = text.find("）", end) if tokens and text[end : end + 1] == "（" else -1
    return found + (text[end : close + 1] if text[end + 1 : max(close, 0)].isalpha() else "")


def is_name(name: str) -> bool:
    """Whether a phrase can stand as a name: brackets closed, no stop in it, not what is left of others."""
    closed = all(name.count(a) == name.count(b) for a, b in ("（）", "“”"))
    return 2 <= len(name) <= 40 and closed and not set(name) & set("，。；：※")


def is_cost(who: Sequence[Token]) -> bool:
    """补贴房租, 支付培训费: what is paid is no one who gets it."""
    return who[-1].kind == "charge" or who[-1].text.endswith(COSTS)


COSTS = ("费", "费用", "款", "租", "票")


def stripped(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """A phrase without what leads into it and out of it: 每个, 其中, 可, marks."""
    kept = list(tokens)
    relative = any(t.cls == "de" for t in kept[:-1])
    loose = {"each", "mark", "apart"} | (set() if relative else {"modal", "plan", "time"})
    while kept and (
        (kept[0].kind in loose and kept[0].cls != "new")
        or kept[0].cls in ("de", "and")
        or kept[0].text in ("于", "其", "其中")
    ):
        kept = kept[1:]
    while kept and (
        kept[-1].text == "另" or kept[-1].kind in ("each", "modal", "mark", "apart", "link", "plan")
    ):
        kept = kept[:-1]
    return tuple(kept)


def distribute(tokens: tuple[Token, ...], place: int, many: int) -> tuple[Token, ...]:
    """三星级、四星级、五星级的养老机构 and three amounts: the second is for 四星级的养老机构."""
    cuts = [i for i, t in enumerate(tokens) if t.cls in ("、", "and")]
    if many < 2 or len(cuts) != many - 1:
        return tokens
    ends = [*cuts[1:], len(tokens)]
    inner = [tokens[a + 1 : b] for a, b in zip(cuts, ends, strict=True)]
    sign = (inner[0] if many > 2 else tokens[: cuts[0]])[-1:]
    if not sign or not all(inner):
        return tokens
    last = next(
        (i + 1 for i, t in enumerate(inner[-1]) if t.text[-1] == sign[0].text[-1]),
        len(inner[0]) if many > 2 else 1,
    )
    first = max(0, cuts[0] - (len(inner[0]) if many > 2 else last))
    members = [tokens[first : cuts[0]], *inner[:-1], inner[-1][:last]]
    if not all(members):
        return tokens
    ends_alike = len({m[-1].text[-1] for m in members}) == 1
    as_long = len({sum(len(t.text) for t in m) for m in members}) == 1
    if not ends_alike and not as_long:
        return tokens
    return tokens[:first] + members[place] + inner[-1][last:]


def member(who: tuple[Token, ...], place: int, many: int) -> tuple[Token, ...]:
    """One of those a list names, where an amount is said of each; all of it where no list is."""
    cuts = [i for i, t in enumerate(who) if t.cls in ("、", "and")]
    if many < 2 or not cuts:
        return who
    # 新认定的省级实验室、工程中心: what stands before 的 is said of each.
    head = next((i + 1 for i in range(cuts[0], -1, -1) if who[i].cls == "de"), 0)
    begins, ends = [head, *(cut + 1 for cut in cuts)], [*cuts, len(who)]
    parts = [who[a:b] for a, b in zip(begins, ends, strict=True)]
    # 领军人才、博士 are names; of 国家级、省级企业 the first is half of one.
    are_names = all(p and (is_agent(p) or is_party("".join(t.text for t in p))) for p in parts)
    if len(parts) == many and are_names and not any(t.cls == "de" for t in who[head:]):
        return who[:head] + parts[place]
    # 国家级|绿色工厂、绿色园区: names that begin alike are whole; what stands before the first is said of each.
    since = max((i for i, t in enumerate(parts[0]) if t.text == parts[-1][0].text), default=0)
    alike = [parts[0][since:], *parts[1:]]
    if len(parts) == many and all(len(p) > 1 and p[0].text == parts[-1][0].text for p in alike):
        return who[: cuts[0] - len(alike[0])] + alike[place]
    own = distribute(who, place, many)
    return own if own != who else ()


def who_acts(head: tuple[Token, ...]) -> tuple[Token, ...]:
    """企业|购置办公用房: who does it is given, but no body (向市知识产权局|进行备案); 养老机构建设项目 is one name."""
    if not head or is_agent(head[-1:]) or head[-1].cls in ("project", "generic"):
        return head
    does = next((i for i in range(1, len(head) - 1) if _acts(head[i]) and is_agent(head[:i])), len(head))
    is_body = does < len(head) and is_agency("".join(t.text for t in head[:does]))
    return () if is_body else head[:does]


def _acts(token: Token) -> bool:
    return token.kind == "verb" or (token.kind == "make" and token.cls != "build")
