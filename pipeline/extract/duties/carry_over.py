"""Agencies that a heading or a carry-over rule adds to points that do not name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.facts import Duty, with_columns
from pipeline.language import patterns
from pipeline.language.names import is_party, split_names
from pipeline.model import Clause, Fact, Mended

# 以下责任单位中均包含各市、县〔区〕政府，不再列出; 以下均需试点城市政府落实，不再列出.
_ALWAYS_MEANT = patterns.compile(
    r"(?:以下|具体)(?:各项)?(?:任务|工作|措施|责任单位)?(?:中)?均(?:包含|包括|含|需|由|涉及)(?:相关)?(?P<names>[^，。；）]{2,40}?)"
    r"(?:负责|落实|参与|配合)?(?:落实)?[，。；]?(?:以下)?不再(?:一一|逐一|重复)?(?:列出|列示|做分工|说明)"
)
_CONFIDENCE = 0.85


def always_meant(text: str) -> tuple[int, int, tuple[str, ...]] | None:
    """Where a text says who is meant in every list from there on, and whom; None where it does not."""
    match = _ALWAYS_MEANT.search(text)
    names = tuple(name for name, _, _ in split_names(match["names"])) if match else ()
    return (match.start(), match.end(), names) if match and names and all(map(is_party, names)) else None


def carry_over(mended: Mended, found: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts of kind `inherited`: a heading's agencies on each point below, and who is always meant."""
    assigned = [
        f for f in found if f.table == "responsibilities" and f.values["kind"] == "assignment" and f.clause_id
    ]
    return (*_from_headings(mended.outline.clauses, assigned), *_from_rules(mended, assigned))


def _from_headings(clauses: Sequence[Clause], assigned: Sequence[Fact]) -> Iterator[Fact]:
    """（一）加快建设（牵头单位：市交通局） and then 1., 2. with lists of their own, or none."""
    children: dict[str, list[Clause]] = {}
    for clause in clauses:
        if clause.parent_id:
            children.setdefault(clause.parent_id, []).append(clause)
    headed = {c.clause_id: c for c in clauses if c.clause_id in children}
    for fact in assigned:
        heading = headed.get(fact.clause_id or "")
        if heading and fact.span.end <= children[heading.clause_id][0].span.start:
            for child in children[heading.clause_id]:
                yield _inherited(fact, child.clause_id, "from_heading")


def _from_rules(mended: Mended, assigned: Sequence[Fact]) -> Iterator[Fact]:
    for passage in mended.outline.passages:
        said = always_meant(passage.text) if passage.role == "body" else None
        if said is None:
            continue
        start, end, names = said
        span = passage.span(start, end)
        later: dict[str, Fact] = {}
        for fact in assigned:
            if fact.span.start > span.end and fact.clause_id:
                later.setdefault(fact.clause_id, fact)
        for clause_id, fact in later.items():
            for seq, name in enumerate(names, 1):
                meant = with_columns(
                    replace(fact, span=span), Duty, agency_name=name, seq=seq, role="support"
                )
                yield _inherited(meant, clause_id, "always_meant")


def _inherited(fact: Fact, clause_id: str, rule: str) -> Fact:
    below = replace(fact, clause_id=clause_id, rule=rule, confidence=_CONFIDENCE)
    return with_columns(below, Duty, kind="inherited", inherited=True)
