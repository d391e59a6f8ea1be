"""Who is made responsible for what: brackets, bare lines, sentences, and rules that hold for the rest of a notice."""

# Long: the one place where lists, brackets and sentences become assignments.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.duties.assignments import (
    ENDS_AS_DUTY,
    OF_DUTY,
    UNKNOWN_NAME,
    own_words,
    read_bodies,
    read_list,
)
from pipeline.extract.duties.blanks import parted_by_blanks
from pipeline.extract.duties.by_heading import duties_by_heading
from pipeline.extract.duties.in_parts import (
    IN_SENTENCE,
    UNPROVED,
    duties_in_parts,
    ends_deed,
    is_of_what_precedes,
)
from pipeline.extract.duties.marks import marks
from pipeline.extract.duties.signs import Assigned, leads_by, let_first_lead, let_signed_lead
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.brackets import brackets, open_brackets
from pipeline.language.names import is_agency
from pipeline.language.script import simplified
from pipeline.model import Fact, Mended, Passage, Span

_BRACKETS, _NUMERALS = "（〔【[〖", "一二三四五六七八九十0123456789"
_STOPS = ("。", "；")
# No label tells how often these are right.
_IN_HEADING = "heading_by_verb"
_UNPROVED_RULES = (IN_SENTENCE, _IN_HEADING)
# A list on a line begins with it, behind its marks and number, or behind a sentence or a bracket.
_CLOSING = "）〕】]〗"
_NUMBER = patterns.compile(
    r"(?:[^\p{Han}\w（〔【\[〖]|（[\d一二三四五六七八九十]{1,3}）|\d{1,3}[.、．)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}条)*"
)
_BEGINS = patterns.compile(rf"(?:^{_NUMBER.pattern}|[。！）〕】\]〗])[^\p{{Han}}\w（〔【\[〖“《]*")


class _Group(NamedTuple):
    """One assignment: the agencies of a bracket or of the label lines of one point."""

    agencies: tuple[Assigned, ...]
    passages: tuple[Passage, ...]
    spans: tuple[Span, ...]
    rule: str
    places: Sequence[int]
    own: tuple[Span, ...] = ()


def responsibilities(mended: Mended) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `assignment`, from the running text."""
    facts: list[Fact] = []
    first_leads = False
    body = [p for p in mended.outline.passages if p.role == "body"]
    # A sign means the same wherever the notice says what it means: in its first list, or in a note below the last.
    sign = next((said for p in body if (said := leads_by(p.text)) not in ("", "first")), "")
    for group in (*_heading_groups(mended, body), *_groups(body)):
        agencies = tuple(parted_by_blanks(group.agencies, group.places, mended.outline.document.text))
        # 下同: the rule holds from the list it stands behind to the end of the notice.
        first_leads = first_leads or leads_by(group.passages[-1].text) == "first"
        rule = group.rule
        if sign and agencies != (agencies := let_signed_lead(agencies, sign)):
            rule = f"{rule}+signed_is_lead"
        elif first_leads and not any(a.role == "lead" for a in agencies):
            agencies, rule = let_first_lead(agencies), f"{rule}+first_is_lead"
        facts += _group_to_facts(group, agencies, rule)
    return tuple(facts)


def _group_to_facts(group: _Group, agencies: Sequence[Assigned], rule: str) -> Iterator[Fact]:
    span = Span(min(s.start for s in group.spans), max(s.end for s in group.spans))
    place = Place(span, group.passages[0].clause_id, own=group.own)
    sure = UNPROVED if rule.startswith(_UNPROVED_RULES) else 1.0
    for seq, agency in enumerate(agencies, 1):
        duty = Duty(seq, agency.name, agency.role, "assignment")
        yield said_to_fact(duty, place, rule, sure if is_agency(agency.name) else sure * UNKNOWN_NAME)


def passage_duties(passage: Passage) -> Iterator[Fact]:
    """The duties that one passage says by itself: those of a cell of sentences."""
    for group in _groups([passage]):
        yield from _group_to_facts(group, group.agencies, group.rule)


def _groups(passages: Sequence[Passage]) -> Iterator[_Group]:
    lines: list[tuple[Passage, int]] = []
    for passage in passages:
        start = duty_line(passage.text)
        if lines and start is None and _stands_aside(passage) and lines[0][0].clause_id == passage.clause_id:
            continue
        if lines and (
            start is None
            or start > begins_at(passage.text)
            or _label_at(*lines[0]) == _label_at(passage, start)
            or lines[0][0].clause_id != passage.clause_id
        ):
            yield from _lines_to_group(lines)
            lines = []
        if start is not None:
            lines.append((passage, start))
        end = len(passage.text) if start is None else start
        yield from _bracket_groups(passage, end)
        yield from _sentence_groups(passage, end)
    if lines:
        yield from _lines_to_group(lines)


def begins_at(text: str) -> int:
    """How far the marks and the number at the start of a line reach (`▲`, `1.`)."""
    number = _NUMBER.match(text)
    return number.end() if number else 0


def duty_line(text: str) -> int | None:
    """Where, outside brackets, a list begins that runs to the end of the text: at a label, or at names and their verb."""
    plain = simplified(text)
    told = marks(plain)
    labelled = [m.start for m in told if m.role in OF_DUTY]
    ends = ENDS_AS_DUTY.search(plain) is not None
    if not labelled and not ends:
        return None
    depths = open_brackets(plain)
    begins = [m.end() for m in _BEGINS.finditer(plain) if not depths[m.end()]]
    for mark in labelled:
        if depths[mark]:
            continue
        since = max((b for b in begins if b <= mark), default=0)
        opened = any(m.start == since < mark for m in told)  # 完成时限：2026年12月牵头单位：市教育局
        for start in (since, mark):
            begun = _may_begin(plain, mark) or (opened and start == since)
            if begun and (start == mark or read_list(text[start:])):
                return start
    # 市教育局牵头，市财政局配合。 as a sentence of its own: 由市民政局负责 alone is said of what stands before it.
    last = max((b for b in begins if any(map(str.isalpha, plain[b:]))), default=None)
    if last is None or not ends:
        return None
    named = {a.role for a in read_list(text[last:])}
    is_one = plain[last - 1 : last] not in _CLOSING and len(named) > 1
    return last if is_one or (named and is_of_what_precedes(plain[last:])) else None


def _may_begin(text: str, at: int) -> bool:
    """Before a label on a line: its start, a mark, a blank."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "“《")


def _heading_groups(mended: Mended, passages: Sequence[Passage]) -> Iterator[_Group]:
    """一、县教育局牵头任务（8项）, over the points that are its."""
    headed = duties_by_heading(mended)
    headings = {c.clause_id: c.heading for c in mended.outline.clauses if c.clause_id in headed}
    for passage in passages:
        heading = headings.pop(passage.clause_id or "", "")
        start = passage.text.find(heading) if heading else -1
        if start >= 0:
            span = (passage.span(start, start + len(heading)),)
            agencies = headed[passage.clause_id or ""]
            yield _Group(agencies, (passage,), span, _IN_HEADING, passage.places[start:], span)


def _stands_aside(passage: Passage) -> bool:
    """完成时限：2025年6月底 between 牵头单位：… and 责任单位：…."""
    first = next(iter(marks(simplified(passage.text))), None)
    return first is not None and first.start <= begins_at(passage.text) and first.role not in OF_DUTY


def _label_at(passage: Passage, start: int) -> str:
    return next((m.words for m in marks(simplified(passage.text[start:]))), "")


def _lines_to_group(lines: Sequence[tuple[Passage, int]]) -> Iterator[_Group]:
    """The label lines of one point: 牵头单位：… and 责任单位：… below it are one assignment."""
    joined = "；".join(passage.text[start:] for passage, start in lines)
    agencies = read_list(joined)
    if agencies:
        spans = tuple(passage.span(start) for passage, start in lines)
        places = [at for passage, start in lines for at in (*passage.places[start:], passage.places[-1])]
        own = tuple(Span(places[a], places[b - 1] + 1) for a, b in own_words(joined, agencies))
        rule = (
            "label_lines" if any(marks(simplified(p.text[start:])) for p, start in lines) else "line_by_verb"
        )
        yield _Group(agencies, tuple(passage for passage, _ in lines), spans, rule, places, own)


def _bracket_groups(passage: Passage, end: int) -> Iterator[_Group]:
    text = passage.text
    for start, stop, closed in brackets(text[:end], _BRACKETS):
        first, last = start + 1, stop - 1 if closed else stop
        while text[first : first + 1] == text[start] and text[last - 1] == text[last : last + 1]:  # （（…））
            first, last = first + 1, last - 1
        inside = text[first:last]
        if not inside.strip(_NUMERALS):  # the number of a point
            continue
        agencies = read_list(inside, in_brackets=True)
        rule = "bracket_labelled" if marks(simplified(inside)) else "bracket_by_verb"
        if not agencies and (text[:start].endswith(_STOPS) or ends_deed(text, start, stop, begins_at(text))):
            agencies, rule = read_bodies(inside), "bracket_of_bodies"
        if agencies:
            own = tuple(passage.span(first + a, first + b) for a, b in own_words(inside, agencies))
            spans = (passage.span(start, stop),)
            yield _Group(agencies, (passage,), spans, rule, passage.places[first:], own)


def _sentence_groups(passage: Passage, end: int) -> Iterator[_Group]:
    begin = begins_at(passage.text)
    for start, stop, agencies in duties_in_parts(" " * begin + passage.text[begin:end]):
        span = (passage.span(start, stop),)
        yield _Group(agencies, (passage,), span, IN_SENTENCE, passage.places[start:], span)
