"""The words that make agencies responsible: a labelled list, or names and a verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline import lexicons
from pipeline.extract.duties.charges import read_charges
from pipeline.language import patterns
from pipeline.language.names import is_party, is_sentence, split_names
from pipeline.language.rules import Rule

_ROLES = {row["label"]: row["role"] for row in lexicons.records("role_labels")}
_LABELS = "|".join(sorted(_ROLES, key=lambda w: (-len(w), w)))
# 责任单位及承办科室（单位）： says in two words what one label says.
LABEL = patterns.compile(
    rf"({_LABELS})(?:[及和与、/](?:牵头|责任|承办|协办|配合|参与)?(?:单位|部门|科室|处室))?"
    r"(?:（(?:单位|部门|科室|处室|人)）)?(?:为|是)?："
)

# What agencies do in a bracket without a label, and the role it gives them.
_VERBS = {
    r"(?:共同)?牵头(?:负责|组织|实施|落实|推进|推动)*": "lead",
    r"(?:等)?会同": "lead",
    r"(?:积极)?(?:参与|参加|配合|协助|协同|支持)(?:实施|落实|配合|推进)?": "support",
    r"(?:按照?)?(?:各自)?(?:职责|职能|任务)?(?:职责)?(?:分工)?(?:分别|共同|具体|组织|指导)?(?:负责|落实)(?:落实|实施|推进)?": "other",
    r"(?:按照?)(?:各自)?(?:职责|职能)(?:分工)?(?:分别|共同|抓好|做好)?(?:推进|实施|组织实施|落实)?": "other",
    r"(?:加强)?指导": "other",
    r"组织实施": "other",
}  # fmt: skip
_VERB = patterns.compile("|".join(f"(?P<v{i}>{pattern})" for i, pattern in enumerate(_VERBS)))
_VERB_ROLES = list(_VERBS.values())
_TAIL = patterns.compile(
    r"[，、；。\s]*(?:等)?(?:[，、]?(?:按照?)?(?:各自)?(?:职责|职能)?分工(?:分别)?(?:负责|落实)|(?:共同|分别|具体)?(?:负责|牵头|落实|参与|配合))[。；，\s]*$"
)
# 排首位的责任单位为牵头单位，下同; 列第一位者为牵头单位; 排在第一位的部门为牵头部门.
FIRST_LEADS = Rule(
    "first_is_lead",
    patterns.compile(
        r"(?:(?:排|列)(?:在|名)?(?:首位|第一(?:位)?|最前)|第一(?:个|位)?(?:责任)?(?:单位|部门))[^，。；（）]{0,12}?(?:为|是)(?:主要)?牵头"
    ),
    lambda match: True,
    {
        "（排首位的责任单位为牵头单位，下同）": True,
        "排在第一位的部门为牵头部门，下同": True,
        "列第一位者为牵头单位，下同": True,
        "排在首位的为牵头单位": True,
        "第一责任单位为区民政局": None,
    },
)
# A remark on the rule or on who else is always meant, standing after the names.
_REMARK = patterns.compile(
    r"[。；，]?(?:(?:排|列)(?:在|名)?(?:首位|第一)|第一(?:个|位)?(?:责任)?单位|以下(?:各项)?[^。]{0,12}均|具体任务均|以上[^。]{0,8}均|无牵头单位).*$"
)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Assigned:
    """An agency made responsible: name as written, place in the text it was read from, role."""

    name: str
    start: int
    end: int
    role: str


def read_list(text: str) -> tuple[Assigned, ...]:
    """The agencies of a bracket's inside or of a line, with roles lead, support or joint; () if it is none.

    >>> [(a.name, a.role) for a in read_list("牵头单位：州民政局责任单位：州住建局、州教育局")]
    [('州民政局', 'lead'), ('州住建局', 'support'), ('州教育局', 'support')]
    """
    if len(text) > _LONGEST:
        return ()
    remark = _REMARK.search(text)
    body = text[: remark.start()] if remark and remark.start() > 1 else text
    found = tuple(_labelled(body)) if _begins_with_label(body) else tuple(_by_verb(body))
    return settle_roles(found)


def settle_roles(found: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """`other` becomes support beside a lead, joint without one."""
    other = "support" if any(a.role == "lead" for a in found) else "joint"
    return tuple(replace(a, role=other) if a.role == "other" else a for a in found)


def let_first_lead(found: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """The first of a list leads, the others support it: the rule a notice set for its lists."""
    if any(a.role == "lead" for a in found):
        return found
    return tuple(replace(a, role="lead" if i == 0 else "support") for i, a in enumerate(found))


def _begins_with_label(text: str) -> bool:
    match = LABEL.search(text)
    return match is not None and match.start() <= 1


def _labelled(text: str) -> Iterator[Assigned]:
    marks = list(LABEL.finditer(text))
    for i, mark in enumerate(marks):
        role = _ROLES[mark[1]]
        if role == "scope":
            continue
        end = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        if stop := patterns.search(r"[。](?=.)|(?<=[；，])(?=[^，；、：]{2,8}：)", text[mark.end() : end]):
            end = mark.end() + stop.start()
        yield from _segment(text[mark.end() : end], mark.end(), role)


def _segment(text: str, offset: int, role: str) -> Iterator[Assigned]:
    """What stands behind a label: names that may say who leads, until a sentence begins."""
    # 责任科室：甲科牵头，乙科配合.
    by_verb = settle_roles(tuple(_by_verb(text))) if role == "other" else ()
    if any(a.role == "lead" for a in by_verb):
        yield from (replace(a, start=offset + a.start, end=offset + a.end) for a in by_verb)
        return
    names = split_names(_TAIL.sub("", text).rstrip("，；、。 "))
    if any(is_sentence(_TAIL.sub("", name)) for name, _, _ in names) and (charges := read_charges(text)):
        for (name, start, stop), charge in charges:
            yield Assigned(name, offset + start, offset + stop, role if charge == "other" else charge)
        return
    for name, start, stop in names:
        bare = _TAIL.sub(
            "", name
        )  # 市直部门按职责分工负责，各区政府: the tail is not the list's but one name's
        if is_sentence(bare):
            return
        yield Assigned(bare, offset + start, offset + stop - len(name) + len(bare), role)


def _by_verb(text: str) -> Iterator[Assigned]:
    """`A、B牵头，C参与`: names, then the verb that says what they do."""
    body = text.rstrip("。；， ")
    start, found = 0, list[Assigned]()
    for verb in _VERB.finditer(body):
        if not _ends_phrase(body, verb.end()) and not verb[0].endswith("会同"):
            continue
        role = _VERB_ROLES[next(i for i in range(len(_VERB_ROLES)) if verb[f"v{i}"])]
        names = split_names(body[start : verb.start()])
        if not names or not all(is_party(name) for name, _, _ in names):
            return
        found += [Assigned(name, start + a, start + b, role) for name, a, b in names]
        if verb[0].endswith("会同"):
            rest = patterns.match(r"(.+?)(?=(?:共同|按职责|负责|组织|落实)|$)", body[verb.end() :])
            partners = split_names(rest[1]) if rest else []
            if not all(is_party(name) for name, _, _ in partners):
                return
            found += [Assigned(n, verb.end() + a, verb.end() + b, "support") for n, a, b in partners]
            start = len(body)
            break
        start = verb.end() + (1 if body[verb.end() : verb.end() + 1] in ("，", "；", "、", "。") else 0)
    if start >= len(body):
        yield from found


def _ends_phrase(text: str, end: int) -> bool:
    return end == len(text) or text[end] in "，；。、"
