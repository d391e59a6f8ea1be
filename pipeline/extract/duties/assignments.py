"""The words that make agencies responsible: a labelled list, or names and a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.extract.duties.marks import marks, own_roles
from pipeline.extract.duties.persons import without_person
from pipeline.extract.duties.rows import DUTIES
from pipeline.extract.duties.signs import SIGNED, Assigned, sign_at, without_signs
from pipeline.extract.duties.tokens import lex_duty, may_name_duties
from pipeline.language import patterns
from pipeline.language.departments import is_agency_or_department
from pipeline.language.grammar import Row, holding, line
from pipeline.language.labels import duty_alternation
from pipeline.language.names import is_party, is_possible_name
from pipeline.language.script import simplified
from pipeline.language.tokens import Token

# A remark on the rule or on who else is always meant, standing after the names.
_REMARK = patterns.compile(
    rf"[。；，（〔]?(?:下同$|{SIGNED}[^，。；（）]{{0,12}}?(?:为|是|系|表示)(?:主要)?(?:牵头|责任|主办)|"
    r"(?:排|列)(?:在|名)?(?:首位|第一)|第一(?:个|位)?(?:责任)?单位|(?:[本该]\p{Han}{1,8}的)?以下(?:各项)?[^。]{0,12}均|具体任务均|以上[^。]{0,8}均|无牵头单位|(?<=[。；，（])注[：:]).*$"
)
_LONGEST = 400
#: 甲局牵头, 乙局配合, 各县区抓好落实: the words before are of bodies and what they do.
ENDS_AS_DUTY = patterns.compile(rf"(?:{duty_alternation('role', 'act')}|工作)\W*$")
#: What lowers the confidence of a name that is none of a body.
UNKNOWN_NAME = 0.7
OF_DUTY = ("lead", "support", "other")


# Plans give task after task to the same bodies.
@lru_cache(maxsize=1024)
def read_list(text: str, in_brackets: bool = False) -> tuple[Assigned, ...]:
    """The agencies of a bracket's inside or of a line, with roles lead, support or joint; () if it is none.

    In brackets it is a list also where each is told what to do (甲局负责方案，乙局负责实施).

    >>> [(a.name, a.role) for a in read_list("牵头单位：州民政局责任单位：州住建局、州教育局")]
    [('州民政局', 'lead'), ('州住建局', 'support'), ('州教育局', 'support')]
    """
    if len(text) > _LONGEST:
        return ()
    body = _without_remark(text)
    own = own_roles(simplified(body))
    for start, (end, _) in own.items():
        body = body[:start] + "、" * (end - start) + body[end:]
    said = without_signs(body)
    if not own and not may_name_duties(said):
        return ()
    found = _read(lex_duty(said), in_brackets, "other" if own else "")
    return settle_roles(
        tuple(a._replace(role=own.get(a.end, (0, a.role))[1], sign=sign_at(body, a)) for a in found)
    )


def _without_remark(text: str) -> str:
    remark = _REMARK.search(text)
    return text[: remark.start()] if remark and remark.start() > 1 else text


def read_bodies(text: str) -> tuple[Assigned, ...]:
    """The bodies of a bracket that holds nothing else, or when they have to be done, all joint; () if it holds anything else.

    Divisions of a body count beside a body or an office (营林科、各林场; 教务处、各年级组); of 眼科、口腔科 they may be subjects.

    >>> [a.name for a in read_bodies("县委政法委、县法院，4月底前完成")], read_bodies("县法院除外")
    (['县委政法委', '县法院'], ())
    """
    body = _without_remark(text)
    tokens = lex_duty(without_signs(body)) if len(text) <= _LONGEST else ()
    # …；完成时限：2024年6月底 says when.
    aside = any(token.kind == "when" for token in tokens)
    said = [token for token in tokens if not _is_of_time(token, aside)]
    if not all(token.kind == "body" for token in said) or not _are_bodies([token.text for token in said]):
        return ()
    found = (Assigned(without_person(t.text), t.start, t.end, "joint") for t in said)
    return tuple(a._replace(sign=sign_at(body, a)) for a in found)


_DIVISIONS, _OFFICE_ENDS = ("科", "处", "股", "部", "组", "室"), ("处", "股")
_SHORTEST_DIVISION = 3  # 文科, 总部


def _are_bodies(names: Sequence[str]) -> bool:
    """Whether all are bodies, or divisions beside one that is a body or an office."""
    divided = [name for name in names if not is_agency_or_department(name)]
    if not divided:
        return True
    of_body = len(divided) < len(names) or any(name.endswith(_OFFICE_ENDS) for name in names)
    return (
        len(names) > 1
        and of_body
        and all(n.endswith(_DIVISIONS) and len(n) >= _SHORTEST_DIVISION and is_party(n) for n in divided)
    )


def _is_of_time(token: Token, told: bool) -> bool:
    return token.kind in ("mark", "when") or (told and token.kind == "label" and token.cls == "aside")


def settle_roles(found: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """`other` becomes support beside a lead, joint without one; who is in `charge` leads where others only support:
    责任单位：甲局，乙局配合，各镇落实 has no lead."""
    roles = {a.role for a in found}
    charged = "lead" if "support" in roles and not roles & {"lead", "other"} else "other"
    settled = tuple(a._replace(role=charged) if a.role == "charge" else a for a in found)
    other = "support" if any(a.role == "lead" for a in settled) else "joint"
    return tuple(a._replace(role=other) if a.role == "other" else a for a in settled)


def _read(tokens: Sequence[Token], in_brackets: bool, role: str) -> Iterator[Assigned]:
    """What the rows take from left to right, the first with that role. Without a label every word of the list must be taken."""
    codes = line(tokens)
    labelled = any(_is_label(token) for token in tokens)
    found: list[Assigned] = []
    at, told = 0, False
    while at < len(tokens):
        if tokens[at].kind == "label":
            role, told = (tokens[at].cls if _is_label(tokens[at]) else ""), False
        beside = in_brackets and (_is_charge(tokens[at:]) or _stands_beside(tokens[at:], found))
        row, match = _first(codes[at:], role or "other" * beside, told)
        if row is None or match is None:
            at = next((i for i in range(at + 1, len(tokens)) if _is_label(tokens[i])), len(tokens))
            if not labelled:
                return
            role, told = "", False
            continue
        told = (told or row.gives == "told") and tokens[at].text not in "；。"
        found += _assigned(tokens[at : at + match.end()], match, role)
        at += match.end()
    yield from found


def _is_charge(tokens: Sequence[Token]) -> bool:
    """甲局、乙局负责…: bodies and a verb of duty with what they are in charge of."""
    verb = next((token for token in tokens if token.kind != "body"), None)
    return verb is not None and verb.kind == "does" and "负责" in verb.text[:4]


def _stands_beside(tokens: Sequence[Token], found: Sequence[Assigned]) -> bool:
    """甲局牵头；各街道: bodies alone behind one that leads help it, behind those who share (甲局、乙局按职责分工负责；各县区) they share too."""
    behind = next((token for token in tokens if token.kind != "body"), None)
    alone = tokens[0].kind == "body" and (behind is None or behind.kind == "mark")
    return alone and found != [] and found[-1].role != "support"


def _is_label(token: Token) -> bool:
    return token.kind == "label" and token.cls in OF_DUTY


@lru_cache(maxsize=4096)
def _first(codes: str, role: str, told: bool) -> tuple[Row[str] | None, patterns.Match | None]:
    """The first row that holds here: names alone and what each does need a label, a clause one who was told."""
    asked = {"read": True, "aside": True, "listed": bool(role), "told": bool(role), "told on": told}
    return next(((row, match) for row, match in holding(DUTIES, codes) if asked[row.gives]), (None, None))


def _assigned(tokens: Sequence[Token], match: patterns.Match, role: str) -> Iterator[Assigned]:
    for group, spans in match.capturesdict().items():
        for text in spans[:1]:
            start = match.start(group)
            for token in tokens[start : start + len(text)]:
                if token.kind == "body" or (token.kind == "noun" and is_possible_name(token.text)):
                    of = (role or "other") if group == "same" else group
                    yield Assigned(without_person(token.text), token.start, token.end, of)


def own_words(text: str, agencies: Sequence[Assigned]) -> list[tuple[int, int]]:
    """Where the labels of a list stand behind which somebody is named, and what is said of the last one named (责任单位：
    甲局、乙局按职责分工负责); all of it where only verbs say who does what."""
    labels = [m for m in marks(simplified(text)) if m.role in OF_DUTY]
    if not labels:
        return [(0, len(text))]
    stops = [*(m.start for m in labels[1:]), len(text)]
    last = max(a.end for a in agencies)
    named = [
        (m.start, m.end)
        for m, stop in zip(labels, stops, strict=True)
        if any(m.end <= a.start < stop for a in agencies)
    ]
    return [*named, (last, len(text))] if labels[-1].end < last < len(text) else named
