"""Passages → numbered points: the tree of numbers, what each number should be, who stands under whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.language import patterns
from pipeline.model import Clause, Issue, Passage, Span
from pipeline.outline.numbering import Mark, Style, mark_to_segment, text_to_mark

_LONGEST_HEADING = 60
_HEADING_END = patterns.compile(r"[。：]|（(?=牵头|责任|配合)|(?<=[\p{Han}”])　")


@dataclass(slots=True)
class _Point:
    """A number as printed, and the style it stands in for when its own was lost."""

    index: int
    mark: Mark
    style: Style
    part: str | None


def number_clauses(
    passages: Sequence[Passage],
) -> tuple[tuple[Passage, ...], tuple[Clause, ...], tuple[Issue, ...]]:
    """Passages with clause_id, the clauses in reading order, and what is odd about their numbers."""
    points = [
        _Point(i, mark, mark.style, p.annex)
        for i, p in enumerate(passages)
        if p.role == "body" and (mark := text_to_mark(p.text)) is not None
    ]
    _restore_lost_styles(points)
    clauses: list[Clause] = []
    marked = list(passages)
    stack: list[tuple[Style, str]] = []
    last: dict[tuple[str | None, str], int] = {}
    used: dict[str, int] = {}
    at = {point.index: point for point in points}
    part: str | None = None
    for i, passage in enumerate(passages):
        if passage.role in ("title", "annex_label") or passage.annex != part:
            stack, part = [], passage.annex
        if passage.role != "body":
            continue
        if (point := at.get(i)) is not None:
            while stack and stack[-1][0].rank >= point.style.rank:
                stack.pop()
            parent = stack[-1][1] if stack else None
            clause = _point_to_clause(point, passage, parent, len(stack) + 1)
            expected = _expected(point, parent, last, clauses)
            clause = replace(
                clause, clause_id=_unique(clause.clause_id, used), seq=len(clauses), number_expected=expected
            )
            stack.append((point.style, clause.clause_id))
            clauses.append(clause)
        if stack:
            marked[i] = replace(passage, clause_id=stack[-1][1])
    return tuple(marked), tuple(_with_extent(clauses, marked)), ()


def _restore_lost_styles(points: Sequence[_Point]) -> None:
    """Word writes `1.` for a 一、 or （一） whose list it lost: the next sibling's number shows it.

    A point of value v > 1 in style s without a point v - 1 of that style before it, but with a first
    point of a deeper style and value v - 1 in that place: that one is its elder sibling.
    """
    for k, point in enumerate(points):
        wanted = point.mark.value - 1
        if wanted < 1 or point.style.rank > 5:
            continue
        for j in range(k - 1, -1, -1):
            elder = points[j]
            if elder.part != point.part or elder.style.rank < point.style.rank:
                elder = None  # type: ignore[assignment]
            if elder is None or elder.style is point.style:
                break
            if elder.mark.value == wanted and _is_first_of_run(points, j) and _is_oldest(points, j, point):
                points[j].style = point.style
                break


def _is_first_of_run(points: Sequence[_Point], j: int) -> bool:
    """No point of the same style and the value before or after stands next to it: it is alone."""
    for neighbour in points[j + 1 :]:
        if neighbour.style.rank < points[j].style.rank:
            break
        if neighbour.style is points[j].style and neighbour.mark.value == points[j].mark.value + 1:
            return False
    return points[j].mark.value == 1


def _is_oldest(points: Sequence[_Point], j: int, younger: _Point) -> bool:
    """Nothing of the younger one's style stands between the common parent and it."""
    for elder in reversed(points[:j]):
        if elder.part != younger.part or elder.style.rank < younger.style.rank:
            return True
        if elder.style is younger.style:
            return False
    return True


def _point_to_clause(point: _Point, passage: Passage, parent: str | None, level: int) -> Clause:
    text = passage.text[point.mark.length :]
    stop = _HEADING_END.search(text)
    heading = text[: stop.start()] if stop else text
    base = parent or passage.annex
    segment = mark_to_segment(point.mark)
    return Clause(
        clause_id=f"{base}/{segment}" if base else segment,
        parent_id=parent,
        seq=0,
        level=level,
        number=point.mark.printed,
        number_expected="",
        heading=heading if len(heading) <= _LONGEST_HEADING else "",
        span=passage.span(),
        annex=passage.annex,
    )


def _expected(
    point: _Point, parent: str | None, last: dict[tuple[str | None, str], int], clauses: Sequence[Clause]
) -> str:
    """The number that would follow on: one more than its elder sibling's, or than the last of its
    style in the notice where numbers run on over the headings (（一）–（二十三）)."""
    key = (parent or point.part, point.style.name)
    running = (point.part, "*" + point.style.name)
    if point.style.name == "article":
        key = running
    before = last.get(key)
    follows_on = before is None and point.mark.value == last.get(running, 0) + 1
    value = point.mark.value if follows_on else (before or 0) + 1
    # A gap is reported once, not at every later number.
    last[key] = last[running] = point.mark.value
    if value == point.mark.value and point.style is point.mark.style:
        return point.mark.printed
    return point.style.render(value)


def _unique(clause_id: str, used: dict[str, int]) -> str:
    used[clause_id] = used.get(clause_id, 0) + 1
    return clause_id if used[clause_id] == 1 else f"{clause_id}~{used[clause_id]}"


def _with_extent(clauses: Sequence[Clause], passages: Sequence[Passage]) -> list[Clause]:
    """Clauses whose span reaches to their last passage, those of points below them left out."""
    ends: dict[str, int] = {}
    for passage in passages:
        if passage.clause_id and passage.role == "body":
            ends[passage.clause_id] = passage.span().end
    return [replace(c, span=Span(c.span.start, max(c.span.end, ends.get(c.clause_id, 0)))) for c in clauses]
