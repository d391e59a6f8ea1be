"""Passages → numbered points: the tree of numbers, what each number should be, who stands under whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.model import Clause, Passage, Span
from pipeline.outline import sequence
from pipeline.outline.numbering import Mark, Style, mark_to_segment

_LONGEST_HEADING = 60
_HEADING_END = patterns.compile(r"[。：]|（(?=牵头|责任|配合)|(?<=[\p{Han}”])　")


@dataclass(slots=True)
class _Point:
    """A number as printed, and the style it stands in for when its own was lost.

    `below`: the number of the next point of each style.
    """

    index: int
    mark: Mark
    style: Style
    part: str | None
    below: Mapping[str, int]

    @property
    def stands_for(self) -> Mark:
        return self.mark._replace(style=self.style)


def number_clauses(
    passages: Sequence[Passage], marks: Mapping[int, Mark]
) -> tuple[tuple[Passage, ...], tuple[Clause, ...]]:
    """Passages with clause_id, and the clauses in reading order; `marks` by the offset of their first character."""
    points = _points(passages, marks)
    _restore_lost_styles(points)
    clauses: list[Clause] = []
    marked = list(passages)
    stack: list[str] = []
    numbers = sequence.Sequence()
    used: dict[str, int] = {}
    at = {point.index: point for point in points}
    part: str | None = None
    for i, passage in enumerate(passages):
        if passage.role == "furniture":  # a page mark stands in no part
            continue
        if passage.role in ("title", "annex_label") or passage.annex != part:
            stack, part = [], passage.annex
            numbers.clear()
        if passage.role != "body":
            continue
        if (point := at.get(i)) is not None:
            expected = _expected(point, numbers)
            del stack[_place(point, numbers) :]
            clause = _point_to_clause(point, passage, stack)
            stack.append(_unique(clause.clause_id, used))
            clauses.append(clause._replace(clause_id=stack[-1], seq=len(clauses), number_expected=expected))
        if stack:
            marked[i] = passage._replace(clause_id=stack[-1])
    return tuple(marked), tuple(_with_extent(clauses, marked))


def _points(passages: Sequence[Passage], marks: Mapping[int, Mark]) -> list[_Point]:
    points: list[_Point] = []
    below: dict[tuple[str | None, str], int] = {}
    for i in range(len(passages) - 1, -1, -1):
        passage = passages[i]
        if passage.role == "body" and passage.places and (mark := marks.get(passage.places[0])):
            of_part = {style: value for (part, style), value in below.items() if part == passage.annex}
            points.append(_Point(i, mark, mark.style, passage.annex, of_part))
            below[passage.annex, mark.style.name] = mark.value
    return points[::-1]


def _place(point: _Point, numbers: sequence.Sequence) -> int:
    """How many points it stands under, once it is part of the sequence."""
    return numbers.take(point.stands_for, lambda open_: point.below.get(open_.style.name) == open_.value + 1)


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


def _point_to_clause(point: _Point, passage: Passage, above: Sequence[str]) -> Clause:
    text = passage.text[point.mark.length :]
    stop = _HEADING_END.search(text)
    heading = text[: stop.start()] if stop else text
    parent = above[-1] if above else None
    base = parent or passage.annex
    segment = mark_to_segment(point.mark)
    return Clause(
        clause_id=f"{base}/{segment}" if base else segment,
        parent_id=parent,
        seq=0,
        level=len(above) + 1,
        number=passage.text[: point.mark.length],
        number_expected="",
        heading=heading if len(heading) <= _LONGEST_HEADING else "",
        span=passage.span(),
        annex=passage.annex,
    )


def _expected(point: _Point, numbers: sequence.Sequence) -> str:
    """The number that would follow on: one more than its elder sibling's, or than the last of its style in the notice
    where numbers run on over the headings (（一）–（二十三）). A 1 with a 2 behind it begins a new list.
    """
    mark = point.stands_for
    fit = numbers.fit(mark)
    elder = numbers.elder(mark)
    begins = fit == "first" and (elder is None or point.below.get(mark.style.name) == 2)
    value = mark.value if fit == "next" or begins else (elder.value if elder else 0) + 1
    if value == mark.value and point.style is point.mark.style and not mark.misprint:
        return mark.printed
    return numbers.rendered(mark, value)


def _unique(clause_id: str, used: dict[str, int]) -> str:
    used[clause_id] = used.get(clause_id, 0) + 1
    return clause_id if used[clause_id] == 1 else f"{clause_id}~{used[clause_id]}"


def _with_extent(clauses: Sequence[Clause], passages: Sequence[Passage]) -> list[Clause]:
    """Clauses whose span reaches to their last passage, those of points below them left out."""
    ends: dict[str, int] = {}
    for passage in passages:
        if passage.clause_id and passage.role == "body":
            ends[passage.clause_id] = passage.span().end
    return [c._replace(span=Span(c.span.start, max(c.span.end, ends.get(c.clause_id, 0)))) for c in clauses]
