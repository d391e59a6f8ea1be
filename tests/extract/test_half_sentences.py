"""Names of indicators: the phrase a reader would put in a table, not half a sentence."""

from __future__ import annotations

import pytest

from pipeline.extract import half_sentences
from pipeline.extract.half_sentences import (
    TRIMS,
    Trim,
    doing_of,
    joined,
    noun_phrase,
    share_base,
    with_whole_marks,
)
from pipeline.language.segmentation import tagged

PHRASES = [(trim, name, phrase) for trim in TRIMS for name, phrase in trim.examples.items()]


@pytest.mark.parametrize(("trim", "name", "phrase"), PHRASES, ids=[name for _, name, _ in PHRASES])
def test_trims_do_as_their_examples_say(trim: Trim, name: str, phrase: str) -> None:
    assert joined(trim.trim(tagged(name))) == phrase
    assert phrase == name or trim.hint.search(name), "the letters that call for it do not stand in it"
    assert noun_phrase(name) == phrase


def test_names_that_are_no_half_sentence_load_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> list[tuple[str, str]]:
        raise AssertionError(text)

    monkeypatch.setattr(half_sentences, "tagged", refuse)
    for name in ("护理型床位占比", "养老服务床位", "升级改造敬老院", "每千人口托位数"):
        assert noun_phrase(name) == name


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("标准地”出让", "“标准地”出让"),
        ("高频事项“一证通办", "高频事项“一证通办”"),
        ("街道）区域中心覆盖率", "区域中心覆盖率"),
        ("镇（街道）中心", "镇（街道）中心"),
        ("“一网”通办“一次”办成率", "“一网”通办“一次”办成率"),
    ],
)
def test_marks_stand_in_pairs(name: str, whole: str) -> None:
    assert with_whole_marks(name) == whole


def test_what_is_done_with_those_counted_is_one_name() -> None:
    assert doing_of("困难老年人家庭开展适老化改造") == "困难老年人家庭适老化改造"
    assert doing_of("科技特派员到基层开展科技服务") == "科技特派员到基层开展科技服务"


def test_a_share_says_of_what() -> None:
    assert share_base("不低于供应总量的") == "供应总量"
    assert share_base("不少于评委会人数的") == "评委会人数"
    assert share_base("不低于") is None
    assert share_base("最高用电负荷的") is None
