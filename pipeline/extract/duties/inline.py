"""Duties in running text: 各镇街要…, 区发展改革委积极争取… — somebody told to do something, without a list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.by_body import listed_by_body
from pipeline.extract.duties.responsibilities import begins_at
from pipeline.extract.duties.signs import Assigned
from pipeline.extract.duties.told import AFTER_NAME, text_to_duty
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.brackets import open_brackets
from pipeline.model import Clause, Fact, Mended, Passage, Span

_PART = patterns.compile(r"[^，。；：！？]+")
_CONFIDENCE = 0.8


def inline_duties(mended: Mended, listed: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `inline`, outside the lists that other rules read."""
    taken = [f.span for f in listed if f.table == "responsibilities"]
    body = [p for p in mended.outline.passages if p.role == "body"]
    closing = _closing_points(body, listed, mended.outline.clauses)
    own = [_of_its_point(passage, closing) for passage in body]
    headed = listed_by_body(own, [begins_at(passage.text) for passage in own])
    facts: list[Fact] = []
    for found in (
        (_facts(h.agencies, h.passage, h.passage.span(h.start, h.end), "duty_by_body") for h in headed),
        map(_passage_duties, own),
    ):
        new = [
            f
            for one in found
            for f in one
            if not any(s.start < f.span.end and f.span.start < s.end for s in taken)
        ]
        facts += new
        taken += [fact.span for fact in new]
    return tuple(facts)


def _of_its_point(passage: Passage, closing: Mapping[str, int]) -> Passage:
    """A passage behind the list of agencies of its point is of no point."""
    ends = closing.get(passage.clause_id or "")
    return passage._replace(clause_id=None) if ends is not None and passage.places[:1] > (ends,) else passage


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
    text = passage.text
    told = [match.start() for match in AFTER_NAME.finditer(text, 1)]
    parts = [*_PART.finditer(text)] if told else []
    for n, part in enumerate(parts):
        first = bisect_right(told, part.start())
        if first == len(told) or told[first] >= part.end():
            continue
        start = part.start() + _opened(part[0])
        agencies = text_to_duty(text[start : part.end()])
        # 甲局牵头，乙局保障资金，丙局提供数据: who is told more behind one that leads helps it.
        if any(a.role == "joint" for a in agencies) and _is_led(text, parts[: n + 1]):
            agencies = [a._replace(role="support") if a.role == "joint" else a for a in agencies]
        if agencies:  # What a bracket opens at the end of a paragraph holds no words.
            yield from _facts(agencies, passage, passage.span(start, part.end()), "inline_duty")


def _is_led(text: str, parts: Sequence[patterns.Match]) -> bool:
    """Whether somebody leads in a part before the last one, with nothing but commas between."""
    for before, part in pairwise(reversed(parts)):
        if text[before.start() - 1] != "，":
            return False
        if any(a.role == "lead" for a in read_list(part[0][_opened(part[0]) :])):
            return True
    return False


def _opened(part: str) -> int:
    """Where the words of a bracket begin that is not closed in a part: 发放资金（|甲局负责."""
    ends = (i for i in range(len(part), 0, -1) if part[i - 1] in "（(") if "（" in part or "(" in part else ()
    return next((i for i in ends if open_brackets(part[i - 1 :])[-1]), 0)


def _facts(agencies: Sequence[Assigned], passage: Passage, span: Span, rule: str) -> Iterator[Fact]:
    for seq, named in enumerate(agencies, 1):
        duty = Duty(seq, named.name, named.role, "inline")
        yield said_to_fact(duty, Place(span, passage.clause_id), rule, _CONFIDENCE)
