"""The words of a row, below which headings they may stand: every blank parts two cells but one beside a figure or between bodies, and line
ends do where cells are missing; bodies, times and words each stand below their own headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cell_times import is_time, may_be_time
from pipeline.language.cells import is_dash
from pipeline.language.cut_names import says_where
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.model import Piece, Span
from pipeline.outline.laying import Pieces

_MOST_WORDS = 24  # of a row
_WORDS, BODIES, _TIME, _NOTE, _ANY = "words", "bodies", "time", "note", "any note"
_GO_ON = ("、", "，", ",", "；", "（", "(", "《", "“")
_NO_START = ("、", "，", "。", "；", "）", ")", "》", "”")


class Word(NamedTuple):
    """What blanks part, and whether it begins a line."""

    piece: Piece
    begins: bool


def heading_kinds(headings: Sequence[str]) -> list[str]:
    """What stands below each: bodies, a time, words, or notes, which may be times where these have no heading."""
    meanings = [meaning(heading) for heading in headings]
    note = _NOTE if "deadline" in meanings else _ANY
    kinds = {"deadline": _TIME, "note": note, **dict.fromkeys(AGENCY_MEANINGS, BODIES)}
    return [kinds.get(said, _WORDS) for said in meanings]


def words_to_row(words: Sequence[Word], kinds: Sequence[str]) -> Pieces:
    """The number of a row and its cells; what can be laid in two ways is one, and what in none is as it is printed."""
    number, *rest = words
    ways = _fullest(rest, kinds)
    if not ways:
        return (number.piece, *(word.piece for word in rest))
    cells = list(ways[0])
    open_ = [k for k, found in enumerate(zip(*ways, strict=True)) if len(set(found)) > 1]
    if open_:
        first, last = open_[0], open_[-1]
        cells[first : last + 1] = [(cells[first][0], cells[last][1])]
        kinds = [*kinds[:first], *kinds[last:]]
    found = [number.piece]
    for kind, (start, end) in zip(kinds, cells, strict=False):
        found.append(words_to_cell(rest[start:end], kind, found[-1].span.end))
    return tuple(found)


def _fullest(words: Sequence[Word], kinds: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
    """The ways to lay words below the headings, each cell from where to where, of those that leave as few cells blank as can be;
    [] where none does."""
    if not words or len(words) > _MOST_WORDS:
        return []
    each = (sorted(set(_ways(words, kinds, empty))) for empty in range(len(kinds)))
    return next(filter(None, each), [])


def _ways(words: Sequence[Word], kinds: Sequence[str], empty: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Those with so many blank cells: every blank parts two cells but one beside a figure, and line ends as many as are missing."""
    inner = [n for n in range(1, len(words)) if _may_part(words[n - 1], words[n])]
    sure = [n for n in inner if not words[n].begins]
    ends = [n for n in inner if words[n].begins]
    more = len(kinds) - 1 - empty - len(sure)
    loose = [n for n in sure if _may_be_within(words[n - 1].piece.text, words[n].piece.text)]
    parts: Iterator[list[int]] = (
        ([*sure, *few] for few in combinations(ends, more))
        if more >= 0
        else ([n for n in sure if n not in out] for out in combinations(loose, -more) if not empty)
    )
    for part in parts:
        cells = [*pairwise([0, *sorted(part), len(words)])]
        for blank in combinations(range(len(kinds)), empty):
            laid = _with_blanks(cells, blank, len(kinds))
            if all(fits(words[a:b], kind) for (a, b), kind in zip(laid, kinds, strict=True)):
                yield laid


def _with_blanks(
    cells: Sequence[tuple[int, int]], blank: Sequence[int], width: int
) -> tuple[tuple[int, int], ...]:
    laid: list[tuple[int, int]] = []
    left = iter(cells)
    for column in range(width):
        at = laid[-1][1] if laid else 0
        laid.append((at, at) if column in blank else next(left))
    return tuple(laid)


def _may_part(before: Word, word: Word) -> bool:
    return not goes_on(before.piece.text, word.piece.text)


def goes_on(before: str, words: str) -> bool:
    """No cell ends where a list goes on, or begins with a stop."""
    return before.endswith(_GO_ON) or words.startswith(_NO_START)


def _may_be_within(before: str, word: str) -> bool:
    """新建学校 3 所: the blank that a program sets between letters and figures; 县水务局 县财政局: one between bodies."""
    return before[-1].isascii() != word[0].isascii() or all(map(may_be_agencies, (before, word)))


def fits(words: Sequence[Word], kind: str) -> bool:
    """Whether words may stand under a heading; below one of words or notes stand no bodies that say where they are, and no time."""
    text = " ".join(word.piece.text for word in words)
    if not text:
        return kind != _WORDS
    if kind == BODIES:
        return is_dash(text) or may_be_agencies(text)
    if kind == _TIME:
        bodies = any(not is_dash(word) and may_be_agencies(word) for word in text.split())
        return is_dash(text) or (not bodies and may_be_time("".join(text.split())))
    return (kind == _ANY or not is_time(text)) and not (
        may_be_agencies(text) and all(map(says_where, text.split()))
    )


def words_to_cell(words: Sequence[Word], kind: str, at: int) -> Piece:
    """Words as a cell, a blank one at a place of the text; bodies stay on lines of their own."""
    if not words:
        return Piece("", Span(at, at))
    said = words[0].piece.text
    for before, word in pairwise(words):
        bodies = kind == BODIES and _may_part(before, word)
        said += ("\n" if bodies else "" if word.begins else " ") + word.piece.text
    return Piece(said, Span(words[0].piece.span.start, words[-1].piece.span.end))
