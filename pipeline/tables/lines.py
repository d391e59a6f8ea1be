"""Rows from lines that lost every column separator.

The headings say what each column holds; a row is the one way to cut its words, in order, into
cells of those kinds. Rows begin where the next serial number begins a line.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.language.cells import (
    is_dash,
    is_nature,
    is_note,
    is_page_number,
    is_value,
    number,
    squeeze,
    year,
)
from pipeline.language.headings import AGENCY_MEANINGS, heading_words, meaning
from pipeline.language.names import is_agency
from pipeline.model import Fragment, Piece, Repair, Span
from pipeline.tables.draft import BLANK, Draft, Row, Slot

# Where a word may hide two cells: a value glued to the bracket or word before it.
_GLUE = regex.compile(r"(?<=[）)\p{Han}])(?=[≥≤＞＜><=]?\d[\d.,]*(?:[%％]|\p{Han}{0,3})$)|(?<=[%％])(?=\d)")
_DEADLINE = regex.compile(r".*(?:年|月|日|底|长期|持续|季度|时)前?")
_AGENCY = regex.compile(
    r".*(?:[局委办会部院所厅署处室府站队社库馆园校行司]|中心|集团|公司|大学|街道|单位|部门|[镇乡区县市州])(?:[（(].*[)）])?"
)
_KNOWN = 0.5  # a cell that begins with a whole name is likelier than one that begins with half a sentence
_LONGEST_ROW = 120  # words; a row of prose that long is not a row


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word (or half of a glued one); `line` is the line it stands on."""

    text: str
    span: Span
    line: int
    opens_line: bool = False
    glued: bool = False


def is_heading_line(text: str) -> list[str]:
    """The headings of which a line consists, spaces inside words ignored; [] if it is no such line.

    >>> is_heading_line("序号 指 标 名 称 2020年 2025年 责任部门")
    ['序号', '指标名称', '2020年', '2025年', '责任部门']
    """
    return list(_headings(squeeze(text).replace(" ", "")))


@cache
def _headings(text: str) -> tuple[str, ...]:
    """Fewest heading words that make up the text; units in brackets belong to the word before."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(text)]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 16), end):
            before, word = best[start], text[start:end]
            if before is None or not _is_heading_word(word):
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, word)
    return best[-1] or ()


_WITH_UNIT = regex.compile(r"(.+?)[（(][^（）()]{1,8}[）)]")


@cache
def _is_heading_word(word: str) -> bool:
    match = _WITH_UNIT.fullmatch(word)
    bare = match[1] if match else word
    return bare.replace("（", "(").replace("）", ")") in heading_words() or (year(bare) is not None and "年" in bare)


def lines_to_draft(fragment: Fragment) -> Draft:
    """A draft with one heading row; no headings found: a draft of one column, as printed."""
    lines = [piece for row in fragment.rows for piece in row if piece.text.strip()]
    heads, used = _heading_lines(lines)
    if not heads:
        return Draft(tuple(Row((Slot(squeeze(p.text), (p.span,)),)) for p in lines), 1)
    names = [meaning(head.text) for head in heads]
    headings = {head.text for head in heads}
    words = [w for n, p in enumerate(lines[used:]) for w in _words(p, n) if not _is_chrome(p, headings)]
    rows, notes, sure = _rows(words, names)
    header = Row(tuple(heads), "header")
    repairs = [_repair(row, i + 1, sure) for i, row in enumerate(rows) if row.filled()]
    return Draft((header, *rows, *notes), len(heads), tuple(repairs))


def _heading_lines(lines: Sequence[Piece]) -> tuple[list[Slot], int]:
    """Headings from the first lines (all on one, or one a line), and how many lines they take."""
    heads: list[Slot] = []
    for n, piece in enumerate(lines):
        found = is_heading_line(piece.text)
        if not found or len(heads) + len(found) > 24:
            return (heads, n) if len(heads) > 1 else ([], 0)
        heads += _place(piece, found)
    return [], 0


def _place(piece: Piece, texts: Sequence[str]) -> list[Slot]:
    """Slots for consecutive stretches of a line, spaces ignored, with their places."""
    offsets = [i for i, char in enumerate(piece.text) if not char.isspace()]
    slots, at = [], 0
    for text in texts:
        first, last = offsets[at], offsets[at + len(text) - 1]
        slots.append(Slot(text, (Span(piece.span.start + first, piece.span.start + last + 1),)))
        at += len(text)
    return slots


def _is_chrome(piece: Piece, headings: set[str]) -> bool:
    """A heading line printed again, or a page number of the form `- 12 -`."""
    again = is_heading_line(piece.text)
    bare = piece.text.strip()
    return (len(again) > 1 and set(again) <= headings) or (is_page_number(bare) and not bare.isdecimal())


def _words(piece: Piece, line: int) -> list[Word]:
    """Words of a line, glued ones in halves."""
    words: list[Word] = []
    for match in regex.finditer(r"\S+", piece.text):
        cuts = [0, *(g.start() for g in _GLUE.finditer(match[0])), len(match[0])]
        for a, b in itertools.pairwise(cuts):
            start = piece.span.start + match.start() + a
            words.append(Word(match[0][a:b], Span(start, start + b - a), line, not words, a > 0))
    return words


# --- rows ---------------------------------------------------------------------------------------


def _rows(words: Sequence[Word], names: Sequence[str]) -> tuple[list[Row], list[Row], bool]:
    """Body rows, note rows below them, and whether serial numbers and kinds left one way only."""
    words, notes = _cut_notes(words)
    if names and names[0] == "row_number":
        starts = _numbered_starts(words, names)
    else:
        starts = _free_starts(words, names)
    bounds = list(zip(starts, [*starts[1:], len(words)], strict=True))
    cut = [cut_row(words[a:b], names) for a, b in bounds]
    rows = [Row(tuple(_slot(cell, name) for cell, name in zip(cells, names, strict=True))) for cells, _, _ in cut]
    return rows, notes, all(ways == 1 for _, _, ways in cut) and names[0] == "row_number"


def _cut_notes(words: Sequence[Word]) -> tuple[Sequence[Word], list[Row]]:
    at = next((n for n, w in enumerate(words) if w.opens_line and is_note(w.text)), len(words))
    rest = words[at:]
    if not rest:
        return words, []
    text = squeeze(" ".join(w.text for w in rest))
    return words[:at], [Row((Slot(text, tuple(w.span for w in rest)),), "note")]


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
            fits = [(s + cut_row(words[q:p], names)[1], c) for q, (s, c) in chains.items() if 0 < p - q <= _LONGEST_ROW]
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
                options.append((score + cut_row(words[start:end], names)[1] - len(names) / 2, (*chain, start)))
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
    texts = [w.text for w in words]
    for j, name in enumerate(names):
        for end in range(size + 1):
            for start in range(end + 1) if _is_long(name) else range(max(0, end - 4), end + 1):
                if score[j][start] == float("-inf"):
                    continue
                fit = _fit("".join(texts[start:end]), name, words[start].glued if start < end else False)
                if name in AGENCY_MEANINGS and start < end:
                    fit += _KNOWN * is_agency(texts[start])
                ways[j + 1][end] += ways[j][start] if fit > 0 else 0
                if score[j][start] + fit > score[j + 1][end] + 1e-9:
                    score[j + 1][end], back[j + 1][end] = score[j][start] + fit, start
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


@cache
def _fit(text: str, name: str, glued: bool) -> float:
    """How well a text sits under a heading: 2 sure, 1 possible, 0 blank, negative wrong."""
    penalty = 0.2 if glued else 0.0
    if not text:
        return -0.5 if name in ("row_number", "indicator", "task", "label") else 0.0
    if name == "row_number":
        return 2.0 if text.isdecimal() else -9.0
    if name in ("year_value", "value", "total"):
        return (2.0 if is_value(text) or is_dash(text) else -3.0) - penalty
    if name == "nature":
        return 2.0 if is_nature(text) else -9.0
    if name in AGENCY_MEANINGS:
        return _fit_agency(text)
    if name == "deadline":
        return 2.0 if _DEADLINE.fullmatch(text) else -2.0
    wrong = is_nature(text) or is_dash(text) or number(text) is not None
    return (-1.0 if wrong else 1.0) - penalty


def _fit_agency(text: str) -> float:
    """A list of bodies has no sentences in it, and its last word ends like the name of a body."""
    wrong = "。" in text or is_value(text) or is_nature(text) or text[0] in "，、；）"
    return -2.0 if wrong or not _AGENCY.fullmatch(text) else 2.0


def _slot(words: Sequence[Word], name: str) -> Slot:
    """The words of a cell as one text; line ends inside an agency list are kept for `list_lines`."""
    if not words:
        return BLANK
    between = "\n" if name in AGENCY_MEANINGS else ""
    text = words[0].text
    for before, word in itertools.pairwise(words):
        text += (between if word.line != before.line else "") + word.text
    return Slot(text, tuple(w.span for w in words))


def _repair(row: Row, index: int, sure: bool) -> Repair:
    why = "continuous serial numbers and the kinds of the columns leave one way to cut the words"
    if not sure:
        why = "the way to cut the words that fits the kinds of the columns best"
    before = " ".join(slot.text.replace("\n", " ") for slot in row.slots if slot.text)
    certainty = "certified" if sure else "probable"
    after = row.printed().replace("\n", " ")
    return Repair("lost_separators", before, after, why, certainty, row.span(), row=index)  # type: ignore[arg-type]
