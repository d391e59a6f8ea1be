"""jieba, asked as rjieba is: for machines that no wheel of rjieba is made for."""

from __future__ import annotations

import logging

from pipeline.installation import cache_folder


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
