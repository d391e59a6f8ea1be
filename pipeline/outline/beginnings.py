"""Where points may begin: every place of the lines that begins like a number, and whether the text before it has ended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pipeline.language import patterns
from pipeline.language.brackets import brackets
from pipeline.outline.annex_labels import LIST
from pipeline.outline.joining import is_labelled
from pipeline.outline.lines import Line, shown
from pipeline.outline.numbering import BEGINNING, YEAR, Mark, marks_at, misprinted_marks
from pipeline.outline.torn import ends_sentence, has_open_bracket, is_unfinished
from pipeline.outline.widths import is_full, wrap_width

HEADING_LENGTH = 40
NO_HEADING = patterns.compile(r"[，。；！？]")
_STOP, _PAUSE, _BLANKS = "。！？", "；：;:", patterns.compile(r"\s{2,}$|　$")
# The longest bracket of agencies measured in 97 real files has 190 characters.
_REACH = 240


class Candidate(NamedTuple):
    """A place that may begin a point: character `at` of line `line` without its blanks.

    `stand`: `firm` where the text above or before it has ended, `apart` where it may have, `torn` where it has not.
    """

    line: int
    at: int
    marks: tuple[Mark, ...]
    stand: Literal["firm", "apart", "torn"]

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.at

    @property
    def inside(self) -> bool:
        """Whether the line begins with something else."""
        return self.at > 0


class Below:
    """What numbers of each style stand further down."""

    def __init__(self) -> None:
        self.places: dict[str, list[tuple[int, int]]] = {}
        self.values: dict[str, list[int]] = {}

    def add(self, candidate: Candidate, mark: Mark) -> None:
        self.places.setdefault(mark.style.name, []).append(candidate.place)
        self.values.setdefault(mark.style.name, []).append(mark.value)

    def next(self, mark: Mark, at: Candidate) -> int | None:
        """The next number of the style of `mark` below `at`."""
        places = self.places.get(mark.style.name, [])
        i = bisect_right(places, at.place)
        return self.values[mark.style.name][i] if i < len(places) else None


class Page:
    """The lines, their words without blanks, and what may begin a point in them. `layout` as in Document."""

    def __init__(self, lines: Sequence[Line], layout: str) -> None:
        self.lines, self.whole, self.width = lines, layout == "paragraphs", wrap_width(lines)
        self.words = [line.squeezed for line in lines]
        self._shown: dict[int, list[int]] = {}

    def candidates(self) -> Iterator[Candidate]:
        for i, line in enumerate(self.lines):
            if not line.furniture:
                yield from self._candidates(i)

    def runs_in(self, candidate: Candidate, mark: Mark) -> bool:
        """Whether the figure behind may be part of the number: not of `3. 5年内`, nor of `3.2023年4月`."""
        line, text = self.lines[candidate.line], self.words[candidate.line]
        if not mark.figure or YEAR.match(text, candidate.at + mark.length):
            return False
        end = self._there(candidate.line)[candidate.at + mark.length - 1] + 1
        return not line.text[end : end + 1].isspace()

    def _there(self, i: int) -> list[int]:
        """Where the words of line i stand in it, asked many times of a long line."""
        if i not in self._shown:
            self._shown[i] = shown(self.lines[i])
        return self._shown[i]

    def _candidates(self, i: int) -> Iterator[Candidate]:
        text = self.words[i]
        marks = (*marks_at(text), *misprinted_marks(text))
        above = self._above(i) if marks else ""
        closes = bool(marks) and marks[0].style.name == "1）" and has_open_bracket(above)
        if marks and not closes and not above.endswith(("第", "、")):
            yield Candidate(i, 0, marks, self._stand(i))
        if LIST.match(text) and "。" not in text:  # 附件：1.甲表
            return
        for match in BEGINNING.finditer(text, 1):
            at = match.start()
            inside = marks_at(text, at)
            if inside and not _is_bracketed(text, at):
                yield Candidate(i, at, inside, self._stand_inside(i, at))

    def _above(self, i: int) -> str:
        """The end of the text above line i."""
        text = ""
        while i > 0 and len(text) < _REACH:
            i -= 1
            if not self.lines[i].furniture:
                text = self.words[i] + text
        return text[-_REACH:]

    def _stand(self, i: int) -> Literal["firm", "apart", "torn"]:
        line = self.lines[i]
        above = next((k for k in range(i - 1, -1, -1) if not self.lines[k].furniture), None)
        if above is None or line.level or ends_sentence(self.words[above]) or _is_closed(self._above(i)):
            return "firm"
        text = self.words[above]
        if is_unfinished(text) or text.endswith(("，", "、")):
            return "torn"
        heads = len(text) <= HEADING_LENGTH and not NO_HEADING.search(text)
        named = len(text) <= HEADING_LENGTH and "。" not in text and bool(marks_at(text))
        if self.whole or named or line.text.startswith("　　"):
            return "apart"
        if is_full(self.lines[above], self.width):
            return "torn"
        # 现将有关事项通知如下 | 一、提高标准: the stop is lost, and what stands below is a heading or a paragraph of its own.
        begins = line.gap > 0 or (
            len(line.squeezed) <= HEADING_LENGTH and not NO_HEADING.search(line.squeezed)
        )
        return "apart" if heads or begins or self.width is not None else "torn"

    def _stand_inside(self, i: int, at: int) -> Literal["firm", "apart", "torn"]:
        text, line = self.words[i], self.lines[i]
        if text[at - 1] in _PAUSE:
            return "apart"
        if ends_sentence(before := text[max(0, at - _REACH) : at]) or _is_closed(before):
            return "firm"
        raw = self._there(i)[at]
        return "firm" if _BLANKS.search(line.text[max(0, raw - 4) : raw]) else "torn"


def _is_closed(text: str) -> bool:
    """Whether a bracket ends the text that stands behind its last sentence or names agencies: …。（见附件）, …（责任单位：甲局）."""
    if not text.endswith(("）", "〕")):
        return False
    start = next((start for start, end, _ in reversed([*brackets(text)]) if end == len(text)), 0)
    return text[start - 1 : start] in tuple(_STOP + "；") or is_labelled(text[start + 1 :])


def _is_bracketed(text: str, at: int) -> bool:
    """Whether text[at] stands in a bracket or in a quotation."""
    near = text[max(0, at - _REACH) : at]
    return has_open_bracket(near) or near.rfind("“") > near.rfind("”")
