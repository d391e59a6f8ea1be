"""Are the points of a notice numbered without gap, repetition or lost number?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int, int_to_chinese
from pipeline.messages import say
from pipeline.model import Check, Clause, Extracted, Passage

# 一是…；二是… inside a paragraph; 之一是, 唯一是 and 万一是 are no enumerators.
_ENUMERATOR = patterns.compile(r"(?:^|(?<=[：；。，、]))([一二三四五六七八九十]{1,3})(?:是|要)")


def numbering(extracted: Extracted) -> list[Check]:
    """One check a run of sibling points, one more for each number that breaks it; one an 一是…二是 list."""
    outline = extracted.mended.outline
    checks = [c for run in _runs(outline.clauses) for c in _run_checks(run)]
    for passage in outline.passages:
        if passage.role == "body":
            checks += _enumerators(passage)
    return checks


def _runs(clauses: tuple[Clause, ...]) -> Iterator[list[Clause]]:
    """Siblings: the points under one point, in reading order."""
    for _, siblings in groupby(sorted(clauses, key=lambda c: (_family(c), c.seq)), key=_family):
        yield list(siblings)


def _family(clause: Clause) -> tuple[str, str]:
    return clause.annex or "", clause.parent_id or ""


def _run_checks(run: list[Clause]) -> Iterator[Check]:
    wrong = [c for c in run if c.number != c.number_expected]
    where = run[0].parent_id or run[0].annex or "top level"
    if not wrong:
        yield Check(
            kind="numbering",
            status="pass",
            expected=f"{run[0].number_expected} … {run[-1].number_expected}"
            if len(run) > 1
            else run[0].number_expected,
            actual=f"{run[0].number} … {run[-1].number}" if len(run) > 1 else run[0].number,
            where=where,
            message=say("points_numbered"),
            span=run[0].span,
            clause_id=run[0].parent_id,
        )
    for clause in wrong:
        yield Check(
            kind="numbering",
            status="fail",
            expected=clause.number_expected,
            actual=clause.number,
            where=clause.clause_id,
            message=say(
                "point_out_of_sequence",
                point=f"{clause.number}{clause.heading}",
                expected=clause.number_expected,
            ),
            span=clause.span,
            clause_id=clause.clause_id,
        )


def _enumerators(passage: Passage) -> Iterator[Check]:
    marks = [(m[1], m.span(1)) for m in _ENUMERATOR.finditer(passage.text)]
    values = [chinese_to_int(text) for text, _ in marks]
    if len(marks) < 2 or values[0] != 1:
        return
    expected = list(range(1, len(marks) + 1))
    agrees = values == expected
    yield Check(
        kind="numbering",
        status="pass" if agrees else "fail",
        expected="、".join(f"{int_to_chinese(n)}是" for n in expected),
        actual="、".join(f"{text}是" for text, _ in marks),
        where=passage.clause_id or "text",
        message=say("items_numbered") if agrees else say("items_misnumbered"),
        span=passage.span(marks[0][1][0], marks[-1][1][1] + 1),
        clause_id=passage.clause_id,
    )
