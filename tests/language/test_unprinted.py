"""Characters that print nothing belong to no word."""

from __future__ import annotations

import pytest

from pipeline.language.unprinted import prints_nothing, without_unprinted


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u2060", "\u00ad", "\ufeff", "\u202e", "\ue004", "\U000f0001", "\x07", "\x80"]
)
def test_they_are_left_out_of_words(mark: str) -> None:
    assert without_unprinted(f"养{mark}老 服务") == "养老 服务"
    assert prints_nothing(f" {mark}\n")


@pytest.mark.parametrize("words", ["a\tb\nc", "\u3000一", "50㎡", "①", "𠮷", "é", "甲\u2028乙"])
def test_what_is_printed_or_parts_words_stays(words: str) -> None:
    assert without_unprinted(words) == words
    assert not prints_nothing(words)
