"""Rows from lines that lost every column separator.

The headings say what each column holds; a row is the one way to cut its words, in order, into
cells of those kinds. Rows begin where the next serial number begins a line.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.cells import (
    is_note,
    is_page_number,
    squeeze,
)
from pipeline.language.glued_headings import headings_in
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.language.names import is_agency
from pipeline.messages import say
from pipeline.model import Fragment, Issue, Piece, Repair, Span
from pipeline.tables.cut_rows import Word, cut_row, fit, row_starts
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.line_words import lines_to_words

_APART = patterns.compile(r"\s{2,}")
_FEWEST_TORN = 2
_ODD_SHARE, _FEWEST_FILLED = 3, 2


def is_heading_line(text: str) -> list[str]:
    """The headings of which a line consists, spaces inside words ignored; [] if it is no such line.

    >>> is_heading_line("序号 指 标 名 称 2020年 2025年 责任部门")
    ['序号', '指标名称', '2020年', '2025年', '责任部门']
    """
    return list(headings_in(squeeze(text).replace(" ", "")))


def lines_to_draft(fragment: Fragment) -> Draft:
    """A draft with one heading row; no headings found: a draft of one column, as printed."""
    lines = [piece for row in fragment.rows for piece in row if piece.text.strip()]
    heads, used = _heading_lines(lines)
    if not heads:
        return Draft(tuple(Row((Slot(squeeze(p.text), (p.span,)),)) for p in lines), 1)
    if _is_interleaved(lines[used:]):
        return _side_by_side(heads, fragment)
    names = [meaning(head.text) for head in heads]
    headings = {head.text for head in heads}
    shown = [(n, piece) for n, piece in enumerate(lines[used:]) if not _is_chrome(piece, headings)]
    rows, notes, sure = _rows(lines_to_words(shown, names), names)
    if not rows or ("row_number" not in names and _misfit(rows, names)):
        return _side_by_side(heads, fragment)
    header = Row(tuple(heads), "header")
    repairs = [_repair(row, i + 1, sure[i]) for i, row in enumerate(rows) if row.filled()]
    return Draft((header, *rows, *notes), len(heads), tuple(repairs))


def _side_by_side(heads: Sequence[Slot], fragment: Fragment) -> Draft:
    said = say("cells_side_by_side", headings="、".join(head.text for head in heads))
    return Draft((), 0, issues=(Issue("lost_table", said, "table", fragment.span),))


def _misfit(rows: Sequence[Row], names: Sequence[str]) -> bool:
    """Whether in every third row one cell stands alone, or what stands under a heading is of another kind: rows that no
    number begins, of words that came column after column."""
    odd = [row for row in rows if len(row.filled()) < _FEWEST_FILLED or _is_odd(row, names)]
    return _ODD_SHARE * len(odd) > len(rows)


def _is_odd(row: Row, names: Sequence[str]) -> bool:
    cells = [(squeeze(slot.text), name) for slot, name in zip(row.slots, names, strict=True) if slot.text]
    tasks = [text for text, name in cells if name == "task"]
    others = any(
        is_agency(text) or (text[0].isdecimal() and fit(text, "deadline", False) > 0) for text in tasks
    )
    return others or any(fit(text, name, False) < 0 for text, name in cells)


def _is_interleaved(lines: Sequence[Piece]) -> bool:
    """Whether cells go over several lines side by side, so that their words do not stand in the order of the cells: below a
    line with words in several columns stand parts of fewer of them.

    1   供水保障   新增公共停   区城管局   区交通运输   2026年2
                   车泊位7                 局、区民政   月底前
    """
    parts = [len(_APART.split(piece.text.strip())) for piece in lines]
    return sum(1 < b < a for a, b in itertools.pairwise(parts)) >= _FEWEST_TORN


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


# --- rows ---------------------------------------------------------------------------------------


def _rows(words: Sequence[Word], names: Sequence[str]) -> tuple[list[Row], list[Row], list[bool]]:
    """Body rows, note rows below them, and for each whether serial numbers and kinds left one way only."""
    words, notes = _cut_notes(words)
    starts = row_starts(words, names)
    bounds = itertools.pairwise([*starts, len(words)])
    cut = [cut_row(words[a:b], names) for a, b in bounds]
    rows = [
        Row(tuple(_slot(cell, name) for cell, name in zip(cells, names, strict=True))) for cells, _, _ in cut
    ]
    # Where some cells are blank, others may be: then words of one cell may be those of two.
    full = names[:1] == ["row_number"] and all(cell for cells, _, _ in cut for cell in cells)
    sure = [full and ways == 1 and _is_plain(cells) for cells, _, ways in cut]
    return rows, notes, sure


def _is_plain(cells: Sequence[Sequence[Word]]) -> bool:
    """No cell holds a word that looks like two or a name that may be cut by a line end, and no word stands twice."""
    words = [word for cell in cells for word in cell]
    twice = any(a.text == b.text for a, b in itertools.pairwise(words))
    return not twice and all(not w.glued and w.line == cell[0].line for cell in cells for w in cell[1:])


def _cut_notes(words: Sequence[Word]) -> tuple[Sequence[Word], list[Row]]:
    at = next((n for n, w in enumerate(words) if w.opens_line and is_note(w.text)), len(words))
    rest = words[at:]
    if not rest:
        return words, []
    text = squeeze(" ".join(w.text for w in rest))
    return words[:at], [Row((Slot(text, tuple(w.span for w in rest)),), "note")]


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
    why = say("cut_one_way") if sure else say("cut_best_way")
    before = " ".join(slot.text.replace("\n", " ") for slot in row.slots if slot.text)
    certainty = "certified" if sure else "probable"
    after = row.printed().replace("\n", " ")
    return Repair("lost_separators", before, after, why, certainty, row.span(), row=index)  # type: ignore[arg-type]
