"""Paragraphs cut where they are longer than any is, for the rules look at all that stands before a number."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.sentences import sentences
from pipeline.model import Passage

# The longest paragraph of the labelled notices has 1,300 characters.
LONGEST_PARAGRAPH = 2000
# Without 。！？ the longest sentence of the labelled notices has 291 characters, of the corpus 371.
LONGEST_SENTENCE = 1000


def in_pieces(passage: Passage) -> Iterator[Passage]:
    """A paragraph cut at the ends of sentences where it is longer than any is, and a sentence where it is.

    Text without line ends or stops comes as one paragraph, and the rules look at all that stands before a number.
    """
    start = 0
    is_long = len(passage.text) > LONGEST_SENTENCE
    for end, is_within in _ends(passage.text) if is_long else ():
        if is_within or end - start > LONGEST_PARAGRAPH:
            yield passage._replace(text=passage.text[start:end], places=passage.places[start:end])
            start = end
    if start < len(passage.text):
        yield passage._replace(text=passage.text[start:], places=passage.places[start:]) if start else passage


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Where sentences end; of one that is longer than any is, also marks within it, each told by True."""
    start = 0
    for _, end in sentences(text):
        while end - start > LONGEST_SENTENCE:
            start = _end_within(text, start)
            yield start, True
        yield end, False
        start = end


def _end_within(text: str, start: int) -> int:
    """Behind the last ； (else ，, else 、) that is not too near; where there is none, between two that are no digits."""
    least, most = start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE
    if (at := max((text.rfind(mark, least, most) for mark in "；，、"), key=lambda at: at >= 0)) >= 0:
        return at + 1
    apart = (at for at in range(most, least, -1) if not text[at - 1].isdigit() and not text[at].isdigit())
    return next(apart, most)
