"""Cut the words of lines into rows, and the words of a row into cells, as the kinds of the columns want it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.cell_times import may_be_time
from pipeline.language.cells import is_dash, is_nature, is_value, number
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_agency
from pipeline.language.units import units
from pipeline.model import Span

_AGENCY = patterns.compile(
    r".*(?:[局委办会部院所厅署处室府站队社库馆园校行司]|中心|集团|公司|大学|街道|单位|部门|[镇乡区县市州])(?:[（(].*[)）])?"
)
_UNIT_LETTERS = (1, 2, 3)
_FIGURE = patterns.compile(r"\d(%|\p{Han}+)")
_KNOWN = 0.5  # a cell that begins with a whole name is likelier than one that begins with half a sentence
_GAP = 0.4  # a blank between two words of one line parts cells more often than it stands inside one
_SEPARATOR = patterns.compile("[、，,；;]")
_LONGEST_ROW = 120  # words; a row of prose that long is not a row
_MOST_SHORT = 4  # words of a cell that holds a number or the like


class Word(NamedTuple):
    """A printed word (or half of a glued one); `line` is the line it stands on."""

    text: str
    span: Span
    line: int
    opens_line: bool = False
    glued: bool = False


def row_starts(words: Sequence[Word], names: Sequence[str]) -> list[int]:
    """Indexes of the words that begin a row; `names` are the meanings of the columns."""
    if names and names[0] == "row_number":
        return _numbered_starts(words, names)
    return _free_starts(words, names)


def _numbered_starts(words: Sequence[Word], names: Sequence[str]) -> list[int]:
    """Words that begin rows 1, 2, 3…: the chain of line-opening numbers whose rows fit best."""
    places: dict[int, list[int]] = {}
    for n, word in enumerate(words):
        if word.opens_line and word.text.isdecimal():
            places.setdefault(int(word.text), []).append(n)
    first = 1 if 1 in places else min(places, default=0)
    chains: dict[int, tuple[float, tuple[int, ...]]] = {p: (0.0, (p,)) for p in places.get(first, [])[:1]}
    expected = first
    while chains:
        expected += 1
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for p in places.get(expected, []):
            fits = [
                (s + cut_row(words[q:p], names)[1], c)
                for q, (s, c) in chains.items()
                if 0 < p - q <= _LONGEST_ROW
            ]
            if fits:
                score, chain = max(fits)
                longer[p] = (score, (*chain, p))
        if not longer:
            return list(max(chains.values())[1])
        chains = longer
    return []


def _free_starts(words: Sequence[Word], names: Sequence[str]) -> list[int]:
    """Without serial numbers: the cut of the lines into rows that fits best."""
    opens = [n for n, word in enumerate(words) if word.opens_line] + [len(words)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for k, end in enumerate(opens[1:], 1):
        options = []
        for start in opens[max(0, k - 12) : k]:
            if start in best and end - start <= _LONGEST_ROW:
                score, chain = best[start]
                # Each row has to earn its keep, else every line would be a row.
                options.append(
                    (score + cut_row(words[start:end], names)[1] - len(names) / 2, (*chain, start))
                )
        if options:
            best[end] = max(options)
    return list(best.get(len(words), (0.0, ()))[1])


def cut_row(words: Sequence[Word], names: Sequence[str]) -> tuple[list[Sequence[Word]], float, int]:
    """Words cut into one cell a column: the cells, how well they fit, and how many ways fit at all."""
    size, width = len(words), len(names)
    score = [[float("-inf")] * (size + 1) for _ in range(width + 1)]
    ways = [[0] * (size + 1) for _ in range(width + 1)]
    back = [[0] * (size + 1) for _ in range(width + 1)]
    score[0][0], ways[0][0] = 0.0, 1
    texts, at = "".join(w.text for w in words), [*accumulate((len(w.text) for w in words), initial=0)]
    # gaps[n]: blanks inside printed lines before the first n words.
    gaps = [*accumulate((not w.opens_line and not w.glued for w in words), initial=0)]
    for j, name in enumerate(names):
        is_long, is_of_bodies = _is_long(name), name in AGENCY_MEANINGS
        begins = [start for start in range(size + 1) if score[j][start] != float("-inf")]
        for end in range(size + 1):
            for start in begins[: bisect_right(begins, end)]:
                if not is_long and start < end - _MOST_SHORT:
                    continue
                text = texts[at[start] : at[end]]
                good = fit(text, name, words[start].glued if start < end else False)
                ways[j + 1][end] += ways[j][start] if good > 0 else 0
                if is_of_bodies and text:
                    good += _KNOWN * is_agency(_SEPARATOR.split(text, maxsplit=1)[0])
                good -= _GAP * (gaps[end] - gaps[start + 1]) if start < end else 0
                if score[j][start] + good > score[j + 1][end] + 1e-9:
                    score[j + 1][end], back[j + 1][end] = score[j][start] + good, start
    cells: list[Sequence[Word]] = []
    end = size
    for j in range(width, 0, -1):
        start = back[j][end]
        cells.insert(0, words[start:end])
        end = start
    return cells, score[width][size], ways[width][size]


def _is_long(name: str) -> bool:
    """Cells of words may run over many lines; numbers, natures and the like over few."""
    return name not in ("row_number", "year_value", "value", "nature", "level", "total")


@lru_cache(maxsize=4096)
def fit(text: str, name: str, glued: bool) -> float:
    """How well a text sits under a heading: 2 sure, 1 possible, 0 blank, negative wrong."""
    penalty = 0.2 if glued else 0.0
    if not text:
        return -0.5 if name in ("row_number", "indicator", "task", "label") else 0.0
    if name == "row_number":
        return 2.0 if text.isdecimal() else -9.0
    if name in ("year_value", "value", "total"):
        return (2.0 if is_dash(text) or is_value(text) else -3.0) - penalty
    if name == "nature":
        return 2.0 if is_nature(text) else -9.0
    if name in AGENCY_MEANINGS:
        return _fit_agency(text)
    if name == "deadline":
        return 2.0 if may_be_time(text) else -2.0
    wrong = is_nature(text) or is_dash(text) or number(text) is not None
    return (-1.0 if wrong else 1.0) - penalty


def _fit_agency(text: str) -> float:
    """A list of bodies has no sentences in it and measures nothing, and its last word ends like the name of a body."""
    wrong = "。" in text or text[0] in "，、；）" or not _AGENCY.fullmatch(text) or _measures(text)
    return -2.0 if wrong or is_nature(text) or is_value(text) else 2.0


def _measures(text: str) -> bool:
    """680公里公路处, 60%市公路中心: a figure with its measure stands in it."""
    return any(match[1][:n] in units() for match in _FIGURE.finditer(text) for n in _UNIT_LETTERS)
