"""The words of lines that lost every column separator: two cells glued to one another are two, a figure and its measure one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from pipeline.language import patterns
from pipeline.language.cells import number
from pipeline.language.units import units
from pipeline.model import Piece, Span
from pipeline.tables.cut_rows import Word

# Where a word may hide two cells: a value glued to the bracket or word before it.
_GLUE = patterns.compile(
    r"(?<=[）)\p{Han}])(?=[≥≤＞＜><=]?\d[\d.,]*(?:[%％]|\p{Han}{0,3})$)|(?<=[%％])(?=\d)"
)

_OF_DAYS = ("年", "月", "日")
# Of columns that hold figures alone, or that nobody knows.
_OF_FIGURES = frozenset(("value", "year_value", "unit", "total", ""))


def lines_to_words(lines: Iterable[tuple[int, Piece]], names: Sequence[str]) -> list[Word]:
    """The words of numbered lines below columns that hold what `names` say."""
    figures = not _OF_FIGURES.isdisjoint(names)
    words = [word for n, piece in lines for word in _words(piece, n, figures)]
    return words if figures else list(_with_figures(words))


def _words(piece: Piece, line: int, figures: bool) -> list[Word]:
    """Words of a line, glued ones in halves where columns hold figures."""
    words: list[Word] = []
    for match in patterns.finditer(r"\S+", piece.text):
        glue = _GLUE.finditer(match[0]) if figures else ()
        cuts = [0, *(g.start() for g in glue), len(match[0])]
        for a, b in itertools.pairwise(cuts):
            start = piece.span.start + match.start() + a
            words.append(Word(match[0][a:b], Span(start, start + b - a), line, not words, a > 0))
    return words


def _with_figures(words: Sequence[Word]) -> Iterator[Word]:
    """The words, each figure one with what stands behind it on its line: 680 公里, 2026 年. No column holds figures, and some
    programs set blanks around them. The number of a row, which begins a line, has no measure behind it."""
    held: Word | None = None
    for word in words:
        if held and not word.opens_line and _goes_on(held, word.text):
            span = Span(held.span.start, word.span.end)
            held = Word(held.text + word.text, span, held.line, held.opens_line, held.glued)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _goes_on(figure: Word, behind: str) -> bool:
    measured = behind in units() or behind[:1] in _OF_DAYS
    return number(figure.text) is not None and (measured or not figure.opens_line)
