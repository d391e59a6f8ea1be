"""Agencies that a heading or a carry-over rule adds to points that do not name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.facts import Duty, with_columns
from pipeline.language import patterns
from pipeline.language.names import is_party, split_names
from pipeline.language.rules import Rule
from pipeline.model import Clause, Fact, Mended


def _read(match: patterns.Match) -> tuple[str, ...] | None:
    names = [name for name, _, _ in split_names(match["names"])]
    return tuple(names) if names and all(map(is_party, names)) else None


# 以下责任单位中均包含各市、县〔区〕政府，不再列出; 以下均需试点城市政府落实，不再列出.
ALWAYS_MEANT: Rule[tuple[str, ...]] = Rule(
    "always_meant",
    patterns.compile(
        r"(?:以下|具体)(?:各项)?(?:任务|工作|措施|责任单位)?(?:中)?均(?:包含|包括|含|需|由|涉及)(?:相关)?(?P<names>[^，。；）]{2,40}?)"
        r"(?:负责|落实|参与|配合)?(?:落实)?[，。；]?(?:以下)?不再(?:一一|逐一|重复)?(?:列出|列示|做分工|说明)"
    ),
    _read,
    {
        "（以下责任单位中均包含各市、县〔区〕政府，不再列出）": ("各市政府", "县〔区〕政府"),
        "（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）": ("试点城市政府",),
        "市民政局牵头，以下各项工作均需各区、市政府负责落实，不再一一列出": ("各区政府", "市政府"),
        "责任单位：区民政局，下同": None,
    },
)  # fmt: skip
_CONFIDENCE = 0.85


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
        match = ALWAYS_MEANT.pattern.search(passage.text) if passage.role == "body" else None
        names = ALWAYS_MEANT.read(match) if match else None
        if match is None or names is None:
            continue
        span = passage.span(match.start(), match.end())
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
