"""Who is made responsible for what: brackets, bare lines, and rules that hold for the rest of a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.duties.assignments import FIRST_LEADS, LABEL, Assigned, let_first_lead, read_list
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.brackets import brackets
from pipeline.language.names import is_agency
from pipeline.model import Fact, Mended, Passage, Span

# Right on the labels of the five notices without exception; unknown names and inferred roles less sure.
_SURE, _INFERRED, _UNKNOWN = 0.99, 0.95, 0.7


@dataclass(frozen=True, slots=True)
class _Group:
    """One assignment: the agencies of a bracket or of the label lines of one point."""

    agencies: tuple[Assigned, ...]
    passages: tuple[Passage, ...]
    spans: tuple[Span, ...]
    rule: str


def responsibilities(mended: Mended) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `assignment`, from the running text."""
    facts: list[Fact] = []
    first_leads = False
    body = [p for p in mended.outline.passages if p.role == "body"]
    for group in _groups(body):
        agencies = group.agencies
        here = group.passages[-1].text
        # 下同: the rule holds from the list it stands behind to the end of the notice.
        first_leads = first_leads or _sets_rule(here, group)
        rule = group.rule
        if first_leads and not any(a.role == "lead" for a in agencies):
            agencies, rule = let_first_lead(agencies), f"{rule}+first_is_lead"
        facts += _group_to_facts(group, agencies, rule)
    return tuple(facts)


def _sets_rule(text: str, group: _Group) -> bool:
    match = FIRST_LEADS.pattern.search(text)
    return match is not None


def _group_to_facts(group: _Group, agencies: Sequence[Assigned], rule: str) -> Iterator[Fact]:
    span = Span(min(s.start for s in group.spans), max(s.end for s in group.spans))
    place = Place(span, group.passages[0].clause_id)
    sure = _INFERRED if "+" in rule else _SURE
    for seq, agency in enumerate(agencies, 1):
        duty = Duty(seq, agency.name, agency.role, "assignment")
        yield said_to_fact(duty, place, rule, sure if is_agency(agency.name) else _UNKNOWN)


def _groups(passages: Sequence[Passage]) -> Iterator[_Group]:
    lines: list[tuple[Passage, int]] = []
    for passage in passages:
        start = _label_line(passage.text)
        if lines and (
            start != 0 or _same_label(lines[0][0], passage) or lines[0][0].clause_id != passage.clause_id
        ):
            yield from _lines_to_group(lines)
            lines = []
        if start is not None:
            lines.append((passage, start))
            if start > 0:
                yield from _lines_to_group(lines)
                lines = []
            yield from _bracket_groups(passage, start)
            continue
        yield from _bracket_groups(passage, len(passage.text))
    if lines:
        yield from _lines_to_group(lines)


def _label_line(text: str) -> int | None:
    """Where a label outside brackets begins a list that runs to the end of the passage."""
    for match in LABEL.finditer(text):
        before = text[: match.start()]
        opened = sum(before.count(mark) for mark in "（〔【") - sum(before.count(mark) for mark in "）〕】")
        if opened <= 0 and patterns.search(r"(?:^|[。；！）]|^\d{1,2}[.、])$", before):
            return match.start()
    return None


def _same_label(first: Passage, passage: Passage) -> bool:
    a, b = LABEL.match(first.text), LABEL.match(passage.text)
    return a is not None and b is not None and a[1] == b[1]


def _lines_to_group(lines: Sequence[tuple[Passage, int]]) -> Iterator[_Group]:
    """The label lines of one point: 牵头单位：… and 责任单位：… below it are one assignment."""
    text, spans, used = "", list[Span](), list[Passage]()
    for passage, start in lines:
        part = passage.text[start:]
        if LABEL.match(part) is None:
            continue
        text += ("；" if text else "") + part
        spans.append(passage.span(start))
        used.append(passage)
    agencies = read_list(text)
    if agencies:
        yield _Group(agencies, tuple(used), tuple(spans), "label_lines")


def _bracket_groups(passage: Passage, end: int) -> Iterator[_Group]:
    text = passage.text
    for start, stop, closed in brackets(text[:end], "（〔【"):
        inside = text[start + 1 : stop - 1 if closed else stop]
        agencies = read_list(inside)
        if not agencies:
            continue
        rule = "bracket_labelled" if LABEL.search(inside) else "bracket_by_verb"
        yield _Group(agencies, (passage,), (passage.span(start, stop),), rule)
