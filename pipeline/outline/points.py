"""Lines → lines whose points are told, by the sequence their numbers stand in; a line that holds several is cut.

No list of words says that `（二）项目建设` is a heading and `（二）项规定` none: after （一） comes （二）. What begins like a
number of a point and may be part of a sentence (4.2名 below …达到) is one only where its number comes next and the
right one stands nowhere below.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Many
from dataclasses import replace
from itertools import pairwise

from pipeline.language import patterns
from pipeline.outline.again import made_once
from pipeline.outline.beginnings import HEADING_LENGTH, NO_HEADING, Below, Candidate, Page
from pipeline.outline.lines import ANNEX, Line, shown
from pipeline.outline.numbering import Mark, is_quantity, marks_at, text_to_mark
from pipeline.outline.sequence import Fit, Sequence
from pipeline.outline.unbroken import is_unbroken

# 第三条第二款规定, （二）项情形: what names a point of this or of another text.
_REFERENCE = patterns.compile(r"[款项之的第、，规目和（]")
# 一、 and （一） number headings, what ranks below may number the words of a sentence.
_HEADS = 5


@made_once
def mark_points(lines: Many[Line], layout: str = "lines") -> tuple[Line, ...]:
    """The lines, each with the mark of the point it begins, those cut in which further points stand.

    `layout` as in Document.
    """
    told = _Reader(lines, layout).read()
    cuts: dict[int, list[tuple[int, Mark]]] = {}
    for candidate, mark in told:
        cuts.setdefault(candidate.line, []).append((candidate.at, mark))
    return tuple(part for i, line in enumerate(lines) for part in _cut(line, cuts.get(i, [])))


def lines_to_marks(lines: Many[Line]) -> dict[int, Mark]:
    """Offset of its first character → the number that a line begins with."""
    return {
        next(
            place for char, place in zip(line.text, line.places, strict=True) if not char.isspace()
        ): line.mark
        for line in lines
        if line.mark
    }


def _cut(line: Line, points: Many[tuple[int, Mark]]) -> Iterator[Line]:
    """`一、目标（一）数量。` → `一、目标` and `（一）数量。`"""
    if not any(at for at, _ in points):
        yield replace(line, mark=points[0][1]) if points else line
        return
    there = shown(line)
    starts = [0, *(there[at] for at, _ in points if at), len(line.text)]
    marks = [*([None] if points[0][0] else []), *(mark for _, mark in points)]
    for n, (mark, (start, end)) in enumerate(zip(marks, pairwise(starts), strict=True)):
        yield replace(line.part(start, end, cut=line.cut or n > 0), mark=mark)


class _Reader:
    """One walk over the candidates, with the sequence so far and what comes of each style below."""

    def __init__(self, lines: Many[Line], layout: str) -> None:
        self.page = Page(lines, layout)
        self.sequence = Sequence()
        self.lineless = is_unbroken(lines) or any(line.cut for line in lines)
        self.cut_lines: set[int] = set()
        self.candidates = list(self.page.candidates())
        self.plain, self.likely = Below(), Below()
        for candidate in self.candidates:
            for mark in candidate.marks:
                shorter = mark.over and mark is not candidate.marks[0]  # the 1.1. of 1.1.2
                if mark.misprint or shorter or not self._is_plain(candidate, mark):
                    continue
                self.likely.add(candidate, mark)
                if mark.over or not mark.figure:
                    self.plain.add(candidate, mark)

    def _is_plain(self, candidate: Candidate, mark: Mark) -> bool:
        """Whether it says by itself where a run goes on."""
        listed = self.lineless or mark.style.rank <= _HEADS or not candidate.inside
        return candidate.stand == "firm" or (candidate.stand == "apart" and listed)

    def read(self) -> list[tuple[Candidate, Mark]]:
        told: list[tuple[Candidate, Mark]] = []
        passed: list[Candidate] = []
        annexes = [i for i, words in enumerate(self.page.words) if ANNEX.match(words)]
        for candidate in self.candidates:
            while annexes and annexes[0] <= candidate.line:
                annexes.pop(0)
                self.sequence.clear()
            mark = self._mark(candidate, told[-1] if told else None)
            if mark is None:
                passed.append(candidate)
                continue
            for found in (*self._elders(mark, passed), (candidate, mark)):
                self._take(*found)
                told.append(found)
            passed.clear()
        return told

    def _take(self, candidate: Candidate, mark: Mark) -> None:
        self.sequence.take(mark, lambda open_: self.plain.next(open_, candidate) == open_.value + 1)
        if candidate.inside:
            self.cut_lines.add(candidate.line)

    def _elders(self, mark: Mark, passed: Many[Candidate]) -> list[tuple[Candidate, Mark]]:
        """The points inside the lines above that the sequence misses before `mark`: …险种：1.甲 above 2.乙."""
        elder = self.sequence.elder(mark)
        missed = range(elder.value + 1 if elder else 1, mark.value)
        if not missed or len(missed) > len(passed) or mark.figure:
            return []
        found = [
            (c, m)
            for c in passed
            for m in c.marks
            if m.style is mark.style and c.inside and c.stand != "torn"
        ]
        last = found[-len(missed) :]
        return last if [m.value for _, m in last] == [*missed] else []

    # --- which of the readings the sequence bears out

    def _mark(self, c: Candidate, before: tuple[Candidate, Mark] | None) -> Mark | None:
        text = self.page.words[c.line]
        for mark in c.marks:
            behind = c.at + mark.length
            if any(m.style is mark.style for m in marks_at(text, behind) if not m.figure):
                continue  # 一、二、三级医院
            fit = self.sequence.fit(mark)
            if c.inside:
                held = self._is_inside_point(c, mark, fit, before)
            elif mark.misprint or mark.over or self.page.runs_in(c, mark):
                sure = c.stand == "firm" or (c.stand == "apart" and self._is_likely(c, mark))
                held = sure and self._is_proven(c, mark, fit)
            elif c.stand == "torn":
                held = self._is_proven(c, mark, fit) or (
                    fit == "gap" and self.plain.next(mark, c) == mark.value + 1
                )
            else:
                refers = mark.style.name in ("article", "（一）") and bool(_REFERENCE.match(text, behind))
                held = not refers or fit == "next" or self._is_proven(c, mark, fit)
            if held:
                return mark
        plain = None if c.inside or c.stand != "firm" or is_quantity(text) else text_to_mark(text)
        return plain if plain and plain.figure else None

    def _is_likely(self, c: Candidate, mark: Mark) -> bool:
        """Whether the figure behind is no part of a number by its words, or a younger point follows: 二、三年行动, then 三、"""
        if mark.over or self.plain.next(mark, c) == mark.value + 1:
            return True
        return mark.style.name == "1." and not is_quantity(self.page.words[c.line])

    def _is_proven(self, c: Candidate, mark: Mark, fit: Fit) -> bool:
        """Its number comes next and the right one does not stand below; of a first one a second follows."""
        if fit == "first":
            return mark.value + 1 in (self.plain.next(mark, c), self.likely.next(mark, c))
        return fit == "next" and self.plain.next(mark, c) != mark.value

    def _is_inside_point(
        self, c: Candidate, mark: Mark, fit: Fit, before: tuple[Candidate, Mark] | None
    ) -> bool:
        if self.page.runs_in(c, mark):
            return False
        many = self.lineless or c.line in self.cut_lines
        heads = self._stands_behind_heading(c, before)
        if fit == "next" and (c.stand == "firm" or (many and (heads or c.stand == "apart"))):
            return many or self._is_proven(c, mark, fit)
        begins = heads or (c.stand != "torn" and (many or mark.style.rank <= _HEADS))
        return fit == "first" and begins and self._is_proven(c, mark, fit)

    def _stands_behind_heading(self, c: Candidate, before: tuple[Candidate, Mark] | None) -> bool:
        """一、总体目标（一）: the words since the point before, on the same line, name it."""
        if before is None or before[0].line != c.line:
            return False
        start = before[0].at + before[1].length
        said = self.page.words[c.line][start : c.at] if c.at - start <= HEADING_LENGTH else ""
        return len(said) > 1 and not NO_HEADING.search(said[:-1])
