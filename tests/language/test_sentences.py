"""Cuts keep every offset and never split a name with an alternative in brackets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.sentences import around, mask, parts, sentences

WORDS = st.text(alphabet="建2成。，；（）《》〔〕镇街道", max_size=40)


@given(WORDS)
def test_mask_keeps_length(text: str) -> None:
    assert len(mask(text)) == len(text)


@given(WORDS)
def test_sentences_cover_the_text(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences(text)) == text


def test_titles_and_document_numbers_are_blank() -> None:
    masked = mask("按照《2021年工作要点（3项）》（渝府办发〔2021〕7号）建成2所")
    assert not {"2021", "3项", "7号"} & {masked[i : i + n] for n in (2, 4) for i in range(len(masked))}
    assert masked.endswith("建成2所")


def test_a_missing_close_blanks_only_what_could_be_a_title() -> None:
    assert mask("《起草了方案。建成2所").endswith("建成2所")


def test_short_bracket_belongs_to_its_word() -> None:
    text = "每个镇（街道）布局1个，面积300平方米（老年人口较少的社区不低于200平方米）"
    assert [text[a:b] for a, b in parts(text)] == [
        "每个镇（街道）布局1个", "面积300平方米", "老年人口较少的社区不低于200平方米",
    ]  # fmt: skip


def test_around_finds_the_stretch() -> None:
    cut = parts("甲，乙，丙")
    assert [around(cut, i) for i in (0, 2, 4)] == list(cut)
