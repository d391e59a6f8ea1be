"""Text → typed tokens: times and quantities first, then the words between them.

What is between times and quantities is cut by the segmenter, and each word is looked up in the closed classes
(lexicons/words.tsv); of a word that is in none its part of speech says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.comparators import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.times import FoundTime
from pipeline.language.words import lookup

Said = Quantity | FoundTime | None
MARKS = "，；。：、（）“”—/·+~"


class Token(NamedTuple):
    """text[start:end] as one word. `kind` and `cls` as lexicons/words.tsv names them, besides `time`, `qty` (class: its
    dimension), `mark` (class: the character), `noun`, `verb`, `modal`, `link`; `said` what a time or quantity says."""

    kind: str
    cls: str
    start: int
    end: int
    text: str
    said: Said = None


# What jieba's parts of speech are for us, by their first letters; the longest that fits wins.
_SPEECH = {"vn": "noun", "v": "verb", "p": "link", "c": "link", "d": "modal", "ad": "modal", "u": "link", "y": "link"}


def _word(word: str, tag: str) -> tuple[str, str]:
    """The kind and class of a word of the segmenter."""
    if entry := lookup(word):
        return entry
    if not word[0].isalnum() and word[0] != "※":
        return "mark", word[0] if word[0] in MARKS else "other"
    return next((_SPEECH[tag[:n]] for n in (2, 1) if tag[:n] in _SPEECH), "noun"), ""


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for word, tag in tagged(text[start:end]):
        if not word.isspace():
            kind, cls = _word(word, tag)
            yield Token(kind, cls, start, start + len(word), word)
        start += len(word)


def lex(text: str, quantities: Sequence[Quantity], times: Sequence[FoundTime]) -> tuple[Token, ...]:
    """The tokens of `text`, left to right, without its blanks. A quantity inside a time belongs to the time."""
    spans = [Token("time", t.time.kind, t.start, t.end, text[t.start : t.end], t) for t in times]
    spans += [
        Token("qty", q.dimension, q.number_start, q.number_end, text[q.number_start : q.number_end], q)
        for q in quantities
        if not any(t.start < q.number_end and q.number_start < t.end for t in times)
    ]
    tokens: list[Token] = []
    at = 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start >= at:
            tokens += _words(text, at, span.start)
            tokens.append(span)
            at = span.end
    return (*tokens, *_words(text, at, len(text)))
