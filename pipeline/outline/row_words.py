"""The ways to lay the words of a row below its headings: every blank parts two cells but one beside a figure or between bodies, and line
ends do where cells are missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pipeline.language import patterns
from pipeline.language.agency_cells import may_be_agencies
from pipeline.outline.cell_words import Word, fits, may_part, words_to_cell
from pipeline.outline.laying import Pieces

_MOST_WORDS = 24  # of a row
_MOST_WAYS = 256  # Of more none is likelier than the others.
_OF_TIME = ("年", "月", "日", "季")
_FIGURE = patterns.compile(r"[\d.,%‰～~、\-]+")


#: From which word to which each cell of a row goes.
Way = tuple[tuple[int, int], ...]


def words_to_row(words: Sequence[Word], kinds: Sequence[str]) -> Pieces:
    """The number of a row and its cells; what can be laid in two ways is one; () where all can in none."""
    number, *rest = words
    ways = _fullest(rest, kinds)
    if not ways:
        return ()
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


def words_to_cells(words: Sequence[Word], kinds: Sequence[str]) -> Pieces:
    """The words as cells, none of them blank; () where there are more ways than one, or none."""
    ways = [way for way in _fullest(words, kinds) if all(start < end for start, end in way)]
    if len(ways) != 1:
        return ()
    return tuple(
        words_to_cell(words[start:end], kind, 0) for kind, (start, end) in zip(kinds, ways[0], strict=True)
    )


def _fullest(words: Sequence[Word], kinds: Sequence[str]) -> list[Way]:
    """The ways to lay words below the headings of those that leave as few cells blank as can be; [] where none does, or very many do."""
    if not words or len(words) > _MOST_WORDS:
        return []
    fit = cache(lambda start, end, kind: fits(words[start:end], kind))
    blanks = sum(not words[n].begins and may_part(words[n - 1], words[n]) for n in range(1, len(words)))
    tried = [(False, 0)] if blanks == len(kinds) - 1 else []
    tried += [(inside, empty) for inside in (True, False) for empty in range(len(kinds))]
    each = (
        _ways(_joints(words, len(kinds) - 1 - empty, empty, inside), kinds, empty, fit)
        for inside, empty in tried
    )
    found = next(filter(None, each), [])
    return found if len(found) < _MOST_WAYS else []


def _joints(words: Sequence[Word], many: int, empty: int, inside: bool) -> list[str]:
    """What stands before each word, and behind the last: `must` where a cell ends, `may`, or "" where none does.

    Of so many ends of cells blanks are all, and line ends those that are missing; where blanks are too many some stand within cells.
    `inside`: those beside a figure do.
    """
    inner = [n for n in range(1, len(words)) if may_part(words[n - 1], words[n])]
    inner = [n for n in inner if words[n].begins or not (inside and _is_inside(words, n))]
    sure = {n for n in inner if not words[n].begins}
    some = sure if len(sure) > many and not empty else set(inner) - sure if len(sure) < many else set[int]()
    loose = {
        n for n in some if words[n].begins or _is_beside_figure(words, n) or _is_between_bodies(words, n)
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


def _is_between_bodies(words: Sequence[Word], n: int) -> bool:
    """县水务局 县财政局, also where a line cuts one of them: 县水|务局 县财政局."""
    before, after = words[n - 1].piece.text, words[n].piece.text
    if n > 1 and words[n - 1].begins and not may_be_agencies(before):
        before = words[n - 2].piece.text + before
    if n + 1 < len(words) and words[n + 1].begins and not may_be_agencies(after):
        after += words[n + 1].piece.text
    return may_be_agencies(before) and may_be_agencies(after)


def _is_inside(words: Sequence[Word], n: int) -> bool:
    """新建 120 个, 2024 年 12 月底: the blank that a program sets between letters and figures; not one before a time or a body."""
    before, after = words[n - 1].piece.text, words[n].piece.text
    if before[-1].isascii():
        return not after[0].isascii() and not may_be_agencies(after)
    follows = words[n + 1].piece.text if n + 1 < len(words) else ""
    begins_time = follows.startswith(_OF_TIME) and not before.endswith(_OF_TIME)
    return bool(_FIGURE.fullmatch(after)) and not begins_time


def _is_beside_figure(words: Sequence[Word], n: int) -> bool:
    return may_be_within(words[n - 1].piece.text, words[n].piece.text)


def may_be_within(before: str, word: str) -> bool:
    """新建学校 3 所: the blank that a program sets between letters and figures."""
    return before[-1].isascii() != word[0].isascii()
