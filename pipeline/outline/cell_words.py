"""The words of a cell as blanks and line ends part them, what they say together, and below which kind of heading they may stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cell_times import is_time, may_be_time
from pipeline.language.cells import is_dash
from pipeline.language.cut_names import says_where
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.model import Piece, Span

_WORDS, BODIES, _TIME, _NOTE, _ANY = "words", "bodies", "time", "note", "any note"
_GO_ON = ("、", "，", ",", "；", "（", "(", "《", "“")
_NAMES = patterns.compile("[、，,；;]")
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


def may_part(before: Word, word: Word) -> bool:
    return not goes_on(before.piece.text, word.piece.text)


def goes_on(before: str, words: str) -> bool:
    """No cell ends where a list goes on, or begins with a stop."""
    return before.endswith(_GO_ON) or words.startswith(_NO_START)


def fits(words: Sequence[Word], kind: str) -> bool:
    """Whether words may stand under a heading; below one of words or notes stand no bodies that say where they are, and no time."""
    if not words:
        return kind != _WORDS
    if kind == BODIES:
        named = _said(words, kind)
        return is_dash(named) or may_be_agencies(named)
    text = " ".join(word.piece.text for word in words)
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
    return Piece(_said(words, kind), Span(words[0].piece.span.start, words[-1].piece.span.end))


def _said(words: Sequence[Word], kind: str) -> str:
    """The words of a cell: a line end within a body is none (县住|建局), nor one within a sentence."""
    said = words[0].piece.text
    for before, word in pairwise(words):
        if kind == BODIES and may_part(before, word):
            said += "" if word.begins and _cuts_body(before.piece.text, word.piece.text) else "\n"
            said += word.piece.text
        else:
            said += ("" if word.begins else " ") + word.piece.text
    return said


def _cuts_body(before: str, after: str) -> bool:
    """县财政局、县住|建局、县水利局: between two lines of which the last name and the first are no bodies each."""
    return not (may_be_agencies(_NAMES.split(before)[-1]) and may_be_agencies(_NAMES.split(after)[0]))
