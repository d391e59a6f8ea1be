"""Words: rjieba stands in for jieba because it cuts as jieba does."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pipeline.language.segmentation import tagged
from pipeline.lexicons import words

RAW = sorted((Path(__file__).resolve().parents[2] / "raw").glob("*.txt"))
JOINED = {"-", "+", "#", "&", ".", "_", "%"}


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_rjieba_cuts_as_jieba_does(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    import jieba
    import rjieba

    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = str(tmp_path_factory.getbasetemp())
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    other = [
        (a, b) for line in lines if (a := rjieba.cut(line, True)) != (b := list(jieba.cut(line, HMM=True)))
    ]
    # Known: where signs join numerals (1-2), jieba keeps or cuts them otherwise; between Han characters never.
    for ours, theirs in other:
        differing = {*ours} ^ {*theirs}
        assert all(word.isascii() for word in differing), differing
    assert len(other) <= len(lines) // 10


def test_nothing_is_lost_and_own_words_are_whole() -> None:
    text = "各县市区、所辖县市区召开 融资对接会，配备1-2名养老助理。"
    assert "".join(word for word, _ in tagged(text)) == text
    assert {"各县市区", "县市区", "对接会", "养老助理"} <= {word for word, _ in tagged(text)}


@pytest.mark.parametrize("word", words("segmentation"))
def test_every_own_word_is_one_word(word: str) -> None:
    assert [found for found, _ in tagged(f"新的{word}。")][-2] == word
