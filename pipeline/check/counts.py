"""Claims of counts (分为14个方面) against what follows; what the side file promises against what was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int
from pipeline.messages import say
from pipeline.model import Check, CheckStatus, Extracted, Passage

_CLAIM = patterns.compile(
    r"(?:分为|分成|包括|包含|涵盖|共有?|提出|明确|部署|从|以下|如下|围绕|聚焦|下列)[^。；]{0,40}?"
    r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|大|条|项)?"
    r"(?P<what>方面|部分|章|项(?:重点)?(?:任务|措施|举措|工作|内容)|条(?:措施|意见|举措)|大任务|条)(?=[，。；：、（）]|的?内容|$|进行|推进)"
)


class _Claim(NamedTuple):
    value: int
    passage: Passage
    start: int
    end: int


def counts(extracted: Extracted) -> list[Check]:
    """Each claim of a count, against the points under the point that makes it; each promise of the side file."""
    return [*(_checked(claim, extracted) for claim in _claims(extracted)), *_promises(extracted)]


def _claims(extracted: Extracted) -> Iterator[_Claim]:
    for passage in extracted.mended.outline.passages:
        if passage.role != "body":
            continue
        for match in _CLAIM.finditer(passage.text):
            value = chinese_to_int(match["n"])
            if value and value > 1:
                yield _Claim(value, passage, match.start(), match.end())


def _checked(claim: _Claim, extracted: Extracted) -> Check:
    clauses = extracted.mended.outline.clauses
    here = claim.passage.clause_id
    children = [c for c in clauses if c.parent_id == here and (here or c.annex == claim.passage.annex)]
    later = [c for c in children if c.span.start >= claim.passage.span(claim.start, claim.end).start]
    status: CheckStatus = "undecided" if not later else "pass" if len(later) == claim.value else "fail"
    # A count of what another text holds, or of things that are not numbered here, proves nothing.
    if status == "fail" and not claim.passage.text[claim.end :].startswith(("：", "，并", "内容：", "。")):
        status = "undecided"
    return Check(
        kind="count_claim",
        status=status,
        expected=str(claim.value),
        actual=str(len(later)) if later else "",
        where=here or "text",
        message=say("count_claim", words=claim.passage.text[claim.start : claim.end]),
        span=claim.passage.span(claim.start, claim.end),
        clause_id=here,
    )


def _promises(extracted: Extracted) -> Iterator[Check]:
    """`expect = {tasks = 129}` of the side file: rows of that table read from this notice."""
    expected = extracted.mended.outline.document.promises.get("expect")
    if not isinstance(expected, dict):
        return
    found = {"clauses": len(extracted.mended.outline.clauses), "tables": len(extracted.mended.tables)}
    for fact in extracted.facts:
        found[fact.table] = found.get(fact.table, 0) + 1
    for table, number in sorted(expected.items()):
        actual = found.get(str(table), 0)
        yield Check(
            kind="count_claim",
            status="pass" if actual == number else "fail",
            expected=str(number),
            actual=str(actual),
            where=str(table),
            message=say("rows_promised", n=number, table=table),
        )
