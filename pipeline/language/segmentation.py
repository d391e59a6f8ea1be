"""Text → words with their parts of speech, by the dictionary of jieba.

rjieba is jieba's dictionary and model in Rust; where there is no wheel of it, jieba itself stands in. Tests prove
that both cut and tag alike. The dictionary takes a tenth of a second to load (jieba's a second and more), so only
ask where letters alone do not tell a verb from a noun.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from pipeline.language.words import entries, lookup
from pipeline.lexicons import rows


class Segmenter(Protocol):
    """What the module rjieba offers, and `SlowSegmenter` too."""

    def tag(self, text: str, hmm: bool, /) -> list[tuple[str, str]]: ...

    def add_word(self, word: str, freq: int | None, tag: str | None, /) -> int: ...

    def has_word(self, word: str, /) -> bool: ...


@cache
def _segmenter() -> Segmenter:
    if find_spec("rjieba") is None:
        from pipeline.language.slow_segmenter import SlowSegmenter

        return with_own_words(SlowSegmenter())
    # The module's own one: another would load the dictionary again.
    whole: Any = import_module("rjieba")
    return with_own_words(whole)


def with_own_words(segmenter: Segmenter) -> Segmenter:
    """The segmenter, with the words of lexicons/segmentation.tsv and lexicons/words.tsv added."""
    for word, tag in rows("segmentation"):
        segmenter.add_word(word, None, tag)
    for word in entries():
        if len(word) > 1 and not segmenter.has_word(word):
            segmenter.add_word(word, None, "v")
    return segmenter


def load() -> None:
    """Loads the dictionary now: processes that are forked afterwards have it."""
    _segmenter()


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of `text` in order, each with its part of speech as jieba names it (`n`, `v`, `p`…).

    Joined, the words are `text` again. Words of lexicons/segmentation.tsv are never cut.
    """
    return _segmenter().tag(text, False)


@lru_cache(maxsize=2048)
def says_what(heading: str) -> bool:
    """Whether a heading names something: every word of 重点任务, 工作举措, 办理时限 is of a closed class, not all of 养老床位."""
    return any(lookup(word) is None for word, _ in tagged(heading))
