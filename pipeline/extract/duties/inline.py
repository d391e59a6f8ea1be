"""Duties in running text: 各镇街要…, 区发展改革委积极争取… — somebody told to do something, without a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline import lexicons
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.names import is_agency, is_party, split_names
from pipeline.model import Clause, Fact, Mended, Passage

# Names end in few letters (局, 委, 政府, 单位 …); asking for the rest is what costs time.
_LAST_LETTERS = frozenset("局委办厅部院会署处心府街镇道乡州区县市省旗盟位门司行组联关团队所室校站构体业员）")
_MODAL = r"(?:要|应当|应|须|必须|负责|牵头|会同|将|分别|联合|具体负责)"
_ADVERB = r"(?:积极|及时|定期|认真|严格|切实|共同|统一|每[年月季]|根据|按照?|对|依法|主动|统筹|加快|加强|进一步|全面)"
_DUTY = patterns.compile(rf"(?P<modal>{_MODAL})|{_ADVERB}|(?:{lexicons.alternation('task_verbs')})")
_AFTER_NAME = patterns.compile(rf"(?<=[{''.join(sorted(_LAST_LETTERS))}])(?:{_DUTY.pattern})")
_PART = patterns.compile(r"[^，。；：！？]+")
_LONGEST_NAMES = 60
_LONGEST_REST = 6
_ALIAS = patterns.compile(r"（(?:以下|下)?(?:统)?简称[^）]*）$")
_CONFIDENCE = 0.8


def inline_duties(mended: Mended, listed: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `inline`, outside the lists that other rules read."""
    taken = [f.span for f in listed if f.table == "responsibilities"]
    body = [p for p in mended.outline.passages if p.role == "body"]
    closing = _closing_points(body, listed, mended.outline.clauses)
    facts: list[Fact] = []
    for passage in body:
        ends = closing.get(passage.clause_id or "")
        if ends is not None and passage.places[:1] > (ends,):
            passage = passage._replace(clause_id=None)
        for fact in _passage_duties(passage):
            if not any(s.start < fact.span.end and fact.span.start < s.end for s in taken):
                facts.append(fact)
    return tuple(facts)


def _closing_points(
    body: Sequence[Passage], listed: Sequence[Fact], clauses: Sequence[Clause]
) -> Mapping[str, int]:
    """Points → where they end, of those behind whose list of agencies no more is theirs: where each point ends in its
    list, the paragraphs behind the list of the last one (各县要加强领导) are of none."""
    ends: dict[str, int] = {}
    for fact in listed:
        if fact.values.get("kind") == "assignment" and fact.clause_id and fact.table_id is None:
            ends[fact.clause_id] = max(ends.get(fact.clause_id, 0), fact.span.end)
    behind = {p.clause_id for p in body if p.clause_id in ends and p.places[:1] > (ends[p.clause_id],)}
    last = {clause.parent_id: clause.clause_id for clause in clauses}
    if len(ends) < 2 or not behind <= set(last.values()):
        return {}
    return {clause_id: ends[clause_id] for clause_id in behind if clause_id}


def _passage_duties(passage: Passage) -> Iterator[Fact]:
    for part in _PART.finditer(passage.text) if _AFTER_NAME.search(passage.text, 1) else ():
        found = text_to_duty(part[0])
        span = passage.span(part.start(), part.end())
        for seq, (name, _, _) in enumerate(found, 1):
            duty = Duty(seq, name, "joint", "inline")
            yield said_to_fact(duty, Place(span, passage.clause_id), "inline_duty", _CONFIDENCE)


_SEPARATORS = "、和及"


def _is_in_a_name(part: str, at: int) -> bool:
    """宣传 of 市委宣传部、市委网信办: the word is no verb where what stands between two marks of a list is a body."""
    start = max(part.rfind(mark, 0, at) for mark in _SEPARATORS) + 1
    end = min((e for mark in _SEPARATORS if (e := part.find(mark, at)) > 0), default=0)
    return end > 0 and end - start <= _LONGEST_REST * 2 and is_agency(part[start:end])


def text_to_duty(part: str) -> list[tuple[str, int, int]]:
    """The agencies a part of a sentence begins with, if it goes on with a duty; [] if it does not.

    `part` holds no comma or stop; names in it are parted by 、 or 和.
    """
    if not _AFTER_NAME.search(part, 1):
        return []
    start = patterns.match(
        r"(?:第[一二三四五六七八九十百\d]+条)?\s*(?:【[^】]{1,12}】)?\s*(?:（[一二三四五六七八九十\d]+）|\d+\.|[一二三四五六七八九十]是|请|\p{Han}{0,4}由(?!于)|其中)?",
        part,
    )
    offset = start.end() if start else 0
    found: list[tuple[str, int, int]] = []
    for verb in _DUTY.finditer(part, offset + 2, min(len(part), offset + _LONGEST_NAMES)):
        # 市委 before 宣传 is the head of 市委宣传部.
        if found and verb.start() - found[-1][2] > _LONGEST_REST:
            break
        if part[verb.start() - 1] not in _LAST_LETTERS:
            continue
        if not verb["modal"] and _is_in_a_name(part, verb.start()):
            continue
        names = split_names(part[offset : verb.start()])
        if names and is_agency(names[0][0]) and all(is_party(name) for name, _, _ in names):
            found = [(_ALIAS.sub("", name), offset + a, offset + b) for name, a, b in names]
        if found and verb["modal"]:
            break
    return found
