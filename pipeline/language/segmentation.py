"""Text → words with their parts of speech, by the dictionary of jieba.

rjieba is jieba's dictionary and model in Rust; where there is no wheel of it, jieba itself stands in. Tests prove
that both cut and tag alike. The dictionary takes a tenth of a second to load (jieba's a second and more), so only
ask where letters alone do not tell a verb from a noun.
"""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from pipeline.installation import cache_folder
from pipeline.language.words import entries, lookup, words
from pipeline.lexicons import rows


class Segmenter(Protocol):
    """What the module rjieba offers, and `SlowSegmenter` too."""

    def tag(self, text: str, hmm: bool, /) -> list[tuple[str, str]]: ...

    def add_word(self, word: str, freq: int | None, tag: str | None, /) -> int: ...

    def has_word(self, word: str, /) -> bool: ...


@cache
def _segmenter() -> Segmenter:
    if find_spec("rjieba") is None:
        return with_own_words(SlowSegmenter())
    # The module's own one: another would load the dictionary again.
    whole: Any = import_module("rjieba")
    return with_own_words(whole)


def with_own_words(segmenter: Segmenter) -> Segmenter:
    """The segmenter, with the words of lexicons/segmentation.tsv and lexicons/words.tsv added."""
    for word, tag in rows("segmentation"):
        segmenter.add_word(word, None if tag != _RARE else 1, tag if tag != _RARE else "n")
    for word in entries():
        if len(word) > 1 and not segmenter.has_word(word):
            segmenter.add_word(word, None, "v")
    return segmenter


# 车位|数 and not 车|位数: a word that the dictionary has and notices hardly ever.
_RARE = "rare"


def load() -> None:
    """Loads the dictionary now: processes that are forked afterwards have it."""
    _segmenter()


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of `text` in order, each with its part of speech as jieba names it (`n`, `v`, `p`…).

    Joined, the words are `text` again. Words of lexicons/segmentation.tsv are never cut, but for those marked `rare`.
    """
    return _segmenter().tag(text, False)


@lru_cache(maxsize=2048)
def says_what(heading: str) -> bool:
    """Whether a heading names something: every word of 重点任务, 工作举措, 办理时限 is of a closed class, not all of 养老床位. 总体目标 is
    two in one."""
    return any(lookup(word) is None and not _is_of_aims(word) for word, _ in tagged(heading))


def _is_of_aims(word: str) -> bool:
    aim = next((aim for aim in words("aim") if word.endswith(aim)), "")
    return bool(aim) and lookup(word.removesuffix(aim)) is not None


class SlowSegmenter:
    """Cuts by jieba's dictionary; parts of speech are those of the dictionary, as in rjieba."""

    def __init__(self) -> None:
        import jieba

        jieba.setLogLevel(logging.ERROR)
        self._jieba = jieba.Tokenizer()
        # jieba would take what it keeps from a file of that name in /tmp, whoever wrote it.
        if folder := cache_folder():
            folder.mkdir(parents=True, exist_ok=True)
            self._jieba.tmp_dir = str(folder)
        self._jieba.initialize()
        with self._jieba.get_dict_file() as lines:
            entries = (line.decode("utf-8").split() for line in lines)
            self._tags = {entry[0]: entry[-1] for entry in entries}

    def add_word(self, word: str, freq: int | None, tag: str | None, /) -> int:
        """A word that is never cut; without `freq` it is as frequent as that needs."""
        self._jieba.add_word(word, freq)
        self._tags[word] = tag or ""
        return int(self._jieba.FREQ[word])

    def has_word(self, word: str, /) -> bool:
        return bool(self._jieba.FREQ.get(word))

    def tag(self, text: str, hmm: bool, /) -> list[tuple[str, str]]:
        """The words of `text` with their tags; `m`, `eng`, `x` for what no dictionary has: figures, letters, others."""
        return [(word, self._tags.get(word) or _kind(word)) for word in self._jieba.cut(text, HMM=hmm)]


def _kind(word: str) -> str:
    letters = [char for char in word if char.isascii() and char.isalnum()]
    if not letters:
        return "x"
    return "m" if all(map(str.isdigit, letters)) else "eng"
