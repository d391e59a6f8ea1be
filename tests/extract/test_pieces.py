"""A sentence longer than any is cut where it may be; nothing of it is lost, and shorter ones stay whole."""

from __future__ import annotations

import itertools

import pytest

from pipeline.extract.pieces import LONGEST_SENTENCE, in_pieces
from pipeline.model import Passage


def pieces(text: str) -> list[str]:
    return [piece.text for piece in in_pieces(Passage(text, tuple(range(len(text)))))]


@pytest.mark.parametrize(
    "phrase", ["比2020年增长5%", "新增床位30张；", "市民政局、", "2025年12月底前", "床", "1234567890"]
)
def test_what_has_no_stop_is_cut(phrase: str) -> None:
    text = phrase * (5 * LONGEST_SENTENCE // len(phrase))
    cut = pieces(text)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= LONGEST_SENTENCE + 1
    assert min(map(len, cut[:-1])) >= LONGEST_SENTENCE // 2
    if phrase[-1] in "；、":
        assert all(piece.endswith(phrase[-1]) for piece in cut)
    elif not phrase.isdigit():
        assert not any(a[-1].isdigit() and b[0].isdigit() for a, b in itertools.pairwise(cut))


@pytest.mark.parametrize(
    "text", ["一、建设床位。" * 100, "新增床位30张；" * 100 + "。", "到2025年，新增床位30张。"]
)
def test_what_is_no_longer_than_sentences_are_stays_whole(text: str) -> None:
    assert pieces(text) == [text]
