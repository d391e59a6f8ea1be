"""Text → words with their parts of speech, by the dictionary of jieba.

rjieba is jieba's dictionary and model in Rust; a test proves that both cut our notices alike. Its dictionary
takes a quarter of a second to load, so only ask where letters alone do not tell a verb from a noun.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from pipeline.language.words import entries
from pipeline.lexicons import rows


class _Tagger(Protocol):
    def tag(self, text: str, hmm: bool, /) -> list[tuple[str, str]]: ...


@cache
def _tagger() -> _Tagger:
    import rjieba

    jieba = rjieba.Jieba()
    for word, tag in rows("segmentation"):
        jieba.add_word(word, None, tag)
    for word in entries():
        if len(word) > 1 and not jieba.has_word(word):
            jieba.add_word(word, None, "v")
    tagger: _Tagger = jieba
    return tagger


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of `text` in order, each with its part of speech as jieba names it (`n`, `v`, `p`…).

    Joined, the words are `text` again. Words of lexicons/segmentation.tsv are never cut.
    """
    return [(word, tag) for word, tag in _tagger().tag(text, False)]
