"""Each row of the grammar of duties by its own examples, and each word of duty_words.tsv in the frame of its kind."""

from __future__ import annotations

import pytest

from pipeline import lexicons
from pipeline.extract.duties import assignments
from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.rows import DUTIES
from pipeline.extract.duties.tokens import lex_duty
from pipeline.language.grammar import Row, line
from pipeline.language.labels import label_role

NAMES = [row.name for row in DUTIES]
# Kind and class → sentences with a place for the word, and what is read; `None`: nothing.
FRAMES = {
    ("role", "lead"): [("{w}单位：市民政局", [("市民政局", "lead")]), ("市民政局{w}，市财政局配合", [("市民政局", "lead"), ("市财政局", "support")])],
    ("role", "support"): [("{w}单位：市民政局", [("市民政局", "support")]), ("市财政局牵头，市民政局{w}", [("市财政局", "lead"), ("市民政局", "support")])],
    ("role", "other"): [("{w}部门：市民政局", [("市民政局", "joint")]), ("市民政局{w}", [("市民政局", "joint")])],
    ("named", "other"): [("{w}单位：市民政局、某团", [("市民政局", "joint"), ("某团", "joint")])],
    ("named", "support"): [("{w}单位：市民政局、某团", [("市民政局", "support"), ("某团", "support")])],
    ("head", "office"): [("牵头{w}：市民政局", [("市民政局", "lead")])],
    ("head", ""): [("牵头{w}：市民政局", [("市民政局", "lead")])],
    ("rank", ""): [("{w}责任单位：市民政局", [("市民政局", "lead")])],
    ("with", ""): [("市民政局{w}市财政局负责", [("市民政局", "lead"), ("市财政局", "support")])],
    ("manner", ""): [("市民政局{w}负责", [("市民政局", "joint")])],
    # Nobody leads where each does its part.
    ("sharing", ""): [("市民政局{w}负责，市财政局配合", [("市民政局", "joint"), ("市财政局", "support")])],
    ("act", ""): [("市民政局牵头{w}", [("市民政局", "lead")])],
    ("lasting", ""): [("责任单位：市民政局，{w}", [("市民政局", "joint")])],
    ("aside", ""): [("责任单位：市民政局{w}：某团", [("市民政局", "joint")])],
    ("away", ""): [("{w}单位：市民政局", [])],
}  # fmt: skip
WORDS = [(row[0], row[1], row[2] if len(row) > 2 else "") for row in lexicons.rows("duty_words")]


def read(text: str) -> list[tuple[str, str]]:
    return [(a.name, a.role) for a in read_list(text)]


def decides(row: Row[str], phrase: str) -> bool:
    """Whether `row` is the first that holds somewhere in the list, as far as the rows before it have taken it."""
    codes = line(lex_duty(phrase))
    for at in range(len(codes)):
        first = next((r for r in DUTIES if r.search(codes[at:])), None)
        if first is row:
            return True
    return False


@pytest.mark.parametrize("row", DUTIES, ids=NAMES)
def test_a_row_decides_its_examples_and_leaves_the_others(row: Row[str]) -> None:
    assert row.examples and row.counterexamples
    assert [phrase for phrase in row.examples if not decides(row, phrase)] == []
    taken = [phrase for phrase in row.counterexamples if row.search(line(lex_duty(phrase)))]
    first = [p for p in taken if next(r for r in DUTIES if r.search(line(lex_duty(p)))) is row]
    assert first == []


@pytest.mark.parametrize("row", [r for r in DUTIES if r.gives != "aside"], ids=lambda r: r.name)
def test_without_a_row_one_of_its_examples_reads_otherwise(
    row: Row[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [read(labelled(phrase)) for phrase in row.examples]
    monkeypatch.setattr(assignments, "DUTIES", tuple(r for r in DUTIES if r is not row))
    assert [read(labelled(phrase)) for phrase in row.examples] != before


def labelled(phrase: str) -> str:
    """Names alone, and a clause, are read under a label."""
    return phrase if read(phrase) else f"责任单位：市审计局甲科受理申请，{phrase}，市民政局"


@pytest.mark.parametrize(("word", "kind", "cls"), WORDS, ids=["-".join(filter(None, w)) for w in WORDS])
def test_a_word_is_read_in_the_frames_of_its_kind(word: str, kind: str, cls: str) -> None:
    for frame, wanted in FRAMES[kind, cls]:
        assert read(frame.format(w=word)) == wanted, frame.format(w=word)


def test_other_words_are_not_read_in_these_frames() -> None:
    for kind in (("role", "lead"), ("head", "office"), ("with", ""), ("act", ""), ("rank", "")):
        for frame, wanted in FRAMES[kind]:
            assert read(frame.format(w="张罗")) != wanted, frame


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头单位", "lead"), ("牵头考核单位", "lead"), ("局内牵头处室", "lead"), ("市级牵头责任部门", "lead"),
        ("第一责任单位", "lead"), ("主要责任单位", "lead"), ("责任（牵头）单位", "lead"), ("主办", "lead"),
        ("配合考核单位", "support"), ("配合责任处室", "support"), ("会办单位", "support"), ("协办科室", "support"),
        ("责任单位及承办科室（单位）", "other"), ("牵头及责任单位", "other"), ("落实单位", "other"), ("责任镇街", "other"),
    ],
)  # fmt: skip
def test_a_label_gives_a_role(words: str, role: str) -> None:
    assert label_role(words) == role
    assert [r for _, r in read(f"{words}：市民政局、某团")] == [role.replace("other", "joint")] * 2
