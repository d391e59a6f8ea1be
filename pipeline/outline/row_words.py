"""The words of a row, below which headings they may stand: every blank parts two cells but one beside a figure or between bodies, and line
ends do where cells are missing; bodies, times and words each stand below their own headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cell_times import is_time, may_be_time
from pipeline.language.cells import is_dash
from pipeline.language.cut_names import says_where
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.model import Piece, Span
from pipeline.outline.laying import Pieces

_MOST_WORDS = 24  # of a row
_MOST_WAYS = 256  # Of more none is likelier than the others.
_WORDS, BODIES, _TIME, _NOTE, _ANY = "words", "bodies", "time", "note", "any note"
_GO_ON = ("、", "，", ",", "；", "（", "(", "《", "“")
_NO_START = ("、", "，", "。", "；", "）", ")", "》", "”")


#: From which word to which each cell of a row goes.
Way = tuple[tuple[int, int], ...]


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


def _fullest(words: Sequence[Word], kinds: Sequence[str]) -> list[Way]:
    """The ways to lay words below the headings of those that leave as few cells blank as can be; [] where none does, or very many do."""
    if not words or len(words) > _MOST_WORDS:
        return []
    fit = cache(lambda start, end, kind: fits(words[start:end], kind))
    each = (
        _ways(_joints(words, len(kinds) - 1 - empty, empty), kinds, empty, fit) for empty in range(len(kinds))
    )
    found = next(filter(None, each), [])
    return found if len(found) < _MOST_WAYS else []


def _joints(words: Sequence[Word], many: int, empty: int) -> list[str]:
    """What stands before each word, and behind the last: `must` where a cell ends, `may`, or "" where none does.

    Of so many ends of cells blanks are all, and line ends those that are missing; where blanks are too many some stand within cells.
    """
    inner = [n for n in range(1, len(words)) if _may_part(words[n - 1], words[n])]
    sure = {n for n in inner if not words[n].begins}
    some = sure if len(sure) > many and not empty else set(inner) - sure if len(sure) < many else set[int]()
    loose = {
        n for n in some if words[n].begins or _may_be_within(words[n - 1].piece.text, words[n].piece.text)
    }
    marks = ["may" if n in loose else "must" if n in sure else "" for n in range(len(words))]
    return [*marks, "must"]


def _ways(
    joints: Sequence[str], kinds: Sequence[str], empty: int, fit: Callable[[int, int, str], bool]
) -> list[Way]:
    """Those with so many blank cells, as many as are looked at."""

    @cache
    def behind(column: int, start: int, left: int) -> list[Way]:
        """The ways to lay the words from `start` on in the columns from one on, `left` of their cells blank."""
        if column == len(kinds):
            return [()] if start == len(joints) - 1 and not left else []
        found: list[Way] = []
        if left and fit(start, start, kinds[column]):
            found += [((start, start), *rest) for rest in behind(column + 1, start, left - 1)]
        for end in range(start + 1, len(joints)):
            if joints[end] and fit(start, end, kinds[column]):
                found += [((start, end), *rest) for rest in behind(column + 1, end, left)]
            if joints[end] == "must" or len(found) >= _MOST_WAYS:
                break
        return found[:_MOST_WAYS]

    return behind(0, 0, empty)


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
