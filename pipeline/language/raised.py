"""Raised figures and marks: a note's number behind a word (300¹张), or the power of a unit (50万m²).

Readers write what a page prints raised as the raised characters of Unicode, so that the text keeps it and a rule
can tell it from a figure: in the words that rules read a note's mark is no letter, the power of a unit is one.
"""

from __future__ import annotations

from pipeline.language import patterns

_DIGITS = str.maketrans("0123456789()[]（）〔〕", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾⁽⁾⁽⁾")
_FIGURES = patterns.compile(r"[\[（(〔]?\d{1,3}(?:\s*[,，、\-—–]\s*\d{1,3}){0,4}[\]）)〕]?")
_SIGNS = patterns.compile(r"[①-⑳*＊※†‡]{1,3}")
_RAISED = "⁰¹²³⁴-⁹⁽⁾"
# The power of a length is part of a unit, that of ten part of a number: m², 万km³, 5×10⁴.
_POWER = r"(?<=[mM])[²³](?![⁰¹²³⁴-⁹])|(?<=[×x*]\s*10)[⁰¹²³⁴-⁹]+"
# Behind a figure a sign that no word follows up, or a counted noun does, is a note's too: 20*, 300①张.
_MARK = patterns.compile(
    rf"(?:{_POWER})(*SKIP)(*FAIL)|[{_RAISED}](?:[,，、\-—–]?[{_RAISED}])*|(?<=[\d%])[①-⑳*＊※†‡]{{1,3}}(?=\s*(?:\p{{Han}}|[，。；、）]|$))"
)


# Every mark has one of these.
SIGNS = rf"{_RAISED}①-⑳*＊※†‡"


def raised(words: str) -> str:
    """What a page prints raised, as the text keeps it: figures as raised ones, anything else as it is.

    >>> raised("2"), raised("[1]"), raised("th")
    ('²', '⁽¹⁾', 'th')
    """
    bare = words.strip()
    return bare.translate(_DIGITS) if _FIGURES.fullmatch(bare) else words


def is_mark(words: str) -> bool:
    """Whether what is printed raised can only be the mark of a note: `1`, `[2]`, `*`, `①`."""
    bare = words.strip()
    return bool(_FIGURES.fullmatch(bare) or _SIGNS.fullmatch(bare))


def marks(text: str) -> set[int]:
    """The places in `text` of the marks of notes.

    >>> sorted(marks("300¹张")), sorted(marks("50万m²")), sorted(marks("20*"))
    ([3], [], [2])
    """
    if text.isascii() and "*" not in text:
        return set()
    return {i for match in _MARK.finditer(text) for i in range(*match.span())}


def without_marks(text: str) -> str:
    """`text` without the marks of notes."""
    out = marks(text)
    return "".join(char for i, char in enumerate(text) if i not in out) if out else text
