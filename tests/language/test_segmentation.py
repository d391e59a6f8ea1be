"""Words: jieba stands in for rjieba because it cuts and tags as rjieba does."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.language import segmentation
from pipeline.language.segmentation import Segmenter, SlowSegmenter, tagged, with_own_words
from pipeline.lexicons import rows

RAW = sorted((Path(__file__).resolve().parents[2] / "raw").glob("*.txt"))


@pytest.fixture(scope="module")
def slow() -> Segmenter:
    return with_own_words(SlowSegmenter())


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_rjieba_cuts_and_tags_as_jieba_does(path: Path, slow: Segmenter) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [tagged(line) for line in lines] == [slow.tag(line, False) for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "配备1-2名养老助理，A类不低于３０%，COVID-19疫情防控，PM2.5浓度下降3.5％。",
        "3.2万亩②第(十一)条〔2024〕5号“十四五”№7\t㎡𠮷",
        "",
    ],
)
def test_figures_letters_and_signs_alike(text: str, slow: Segmenter) -> None:
    assert tagged(text) == slow.tag(text, False)


def test_letters_of_tradition_differ_by_their_kind_only(slow: Segmenter) -> None:
    """rjieba's dictionary knows some that stand alone; texts are read with simplified ones."""
    text = "發放覽表及檔案，獲得語音"
    assert [word for word, _ in tagged(text)] == [word for word, _ in slow.tag(text, False)]


def test_without_rjieba_jieba_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmentation, "find_spec", lambda _: None)
    asked = segmentation._segmenter.__wrapped__()
    assert isinstance(asked, SlowSegmenter)
    assert asked.tag("新增养老床位", False) == tagged("新增养老床位")


def test_nothing_is_lost_and_own_words_are_whole() -> None:
    text = "各县市区、所辖县市区召开 融资对接会，配备1-2名养老助理。"
    assert "".join(word for word, _ in tagged(text)) == text
    assert {"各县市区", "县市区", "对接会", "养老助理"} <= {word for word, _ in tagged(text)}


def test_a_word_that_notices_hardly_have_cuts_no_other() -> None:
    rare = {word for word, tag in rows("segmentation") if tag == "rare"}
    cut = {word for text in ("每处车位数", "每所托位数", "泊位数和点位数") for word, _ in tagged(text)}
    assert rare and not rare & cut


@pytest.mark.parametrize("word", [word for word, tag in rows("segmentation") if tag != "rare"])
def test_every_own_word_is_one_word(word: str) -> None:
    assert [found for found, _ in tagged(f"新的{word}。")][-2] == word
