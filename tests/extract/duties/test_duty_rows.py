"""Each row of the grammar of duties by its own examples, and each word of duty_words.tsv in the frame of its kind."""

from __future__ import annotations

import pytest

from pipeline import lexicons
from pipeline.extract.duties import assignments
from pipeline.extract.duties.assignments import read_list
from pipeline.extract.duties.rows import DUTIES
from pipeline.extract.duties.tokens import lex_duty
from pipeline.language.grammar import Row, holding, line
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
    ("back", ""): [],  # test_responsibilities has their sentence
}  # fmt: skip
WORDS = [(row[0], row[1], row[2] if len(row) > 2 else "") for row in lexicons.rows("duty_words")]


def read(text: str) -> list[tuple[str, str]]:
    read_list.cache_clear()  # What was read with another row or word is no answer.
    assignments._first.cache_clear()
    return [(a.name, a.role) for a in read_list(text)]


def decides(row: Row[str], phrase: str) -> bool:
    """Whether `row` is the first that holds somewhere in the list, as far as the rows before it have taken it."""
    codes = line(lex_duty(phrase))
    return any(_first_of(codes[at:]) is row for at in range(len(codes)))


def _first_of(codes: str) -> Row[str] | None:
    return next((row for row, _ in holding(DUTIES, codes)), None)


@pytest.mark.parametrize("row", DUTIES, ids=NAMES)
def test_a_row_decides_its_examples_and_leaves_the_others(row: Row[str]) -> None:
    assert row.examples and row.counterexamples
    assert [phrase for phrase in row.examples if not decides(row, phrase)] == []
    taken = [phrase for phrase in row.counterexamples if _first_of(line(lex_duty(phrase))) is row]
    assert taken == []


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


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (
            "省教育厅、在川高校和科研院所参与，省科技厅牵头",
            [("省教育厅", "support"), ("在川高校", "support"), ("科研院所", "support"), ("省科技厅", "lead")],
        ),
        (
            "区科创委牵头，驻区央企、各功能区、各镇街协同推进",
            [("区科创委", "lead"), ("驻区央企", "support"), ("各功能区", "support"), ("各镇街", "support")],
        ),
        ("省国防科工办，驻鲁部队按职责分工负责", [("省国防科工办", "joint"), ("驻鲁部队", "joint")]),
        ("责任单位：市自然资源局、各国有林场", [("市自然资源局", "joint"), ("各国有林场", "joint")]),
        (
            "县教体局统筹，各中小学、幼儿园各司其职",
            [("县教体局", "joint"), ("各中小学", "joint"), ("幼儿园", "joint")],
        ),
        ("由乡镇（街道）负责，村（居）委会协助", [("乡镇（街道）", "lead"), ("村（居）委会", "support")]),
    ],
)
def test_sets_of_bodies_are_told_by_what_they_are(text: str, read_as: list[tuple[str, str]]) -> None:
    assert read(text) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("市律师协会、市工商联各负其责", [("市律师协会", "joint"), ("市工商联", "joint")]),
        ("第1项由市商务局负责，第2项由市文旅局负责", [("市商务局", "joint"), ("市文旅局", "joint")]),
        ("2026年3月底前由市财政局完成，市审计局督促落实", [("市财政局", "joint"), ("市审计局", "joint")]),
        ("【牵头】市林长办【配合】市林业局【时限】长期", [("市林长办", "lead"), ("市林业局", "support")]),
        ("牵头处（室）：规划处；配合处（室）：人事处", [("规划处", "lead"), ("人事处", "support")]),
        (
            "牵头单位：市政府研究室完成时限：3月底配合单位：市统计局",
            [("市政府研究室", "lead"), ("市统计局", "support")],
        ),
        (
            "责任单位：省教育厅省财政厅各市、县人民政府",
            [
                ("省教育厅", "joint"),
                ("省财政厅", "joint"),
                ("各市人民政府", "joint"),
                ("县人民政府", "joint"),
            ],
        ),
    ],
)
def test_shapes_of_lists_seen_by_nobody_before(text: str, read_as: list[tuple[str, str]]) -> None:
    assert read(text) == read_as


def test_a_word_before_a_label_belongs_to_it() -> None:
    assert read("技术支持单位：市民政局；配合单位：市统计局") == [
        ("市民政局", "support"),
        ("市统计局", "support"),
    ]


@pytest.mark.parametrize(
    "text", ["县委政法委、县法院", "市财政局", "营林科、各林场", "生产技术部、安全环保处", "教务处、各年级组"]
)
def test_a_bracket_may_hold_bodies_alone(text: str) -> None:
    assert "、".join(a.name for a in assignments.read_bodies(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "县委政法委、县法院；完成时限：2024年6月底",
        "县委政法委、县法院，完成时间：2024年底前",
        "县委政法委、县法院；时限：4月底",
    ],
)
def test_a_bracket_may_say_besides_when_it_has_to_be_done(text: str) -> None:
    assert [a.name for a in assignments.read_bodies(text)] == ["县委政法委", "县法院"]


@pytest.mark.parametrize(
    "text",
    [
        "县法院除外",
        "试点地区",
        "市财政局要求",
        "",
        "市财政局；联系人：王某",
        "成员单位为市教育局、市财政局",
        "营林科",
        "图书室、阅览室",
        "学校、幼儿园、养老院",
        "垃圾中转站、污水处理站",
        "眼科、口腔科",
        "文科、理科、工科",
        "总部、分公司、子公司",
        "创业中心、孵化中心",
        "教室、卧室",
    ],
)
def test_a_bracket_of_anything_else_makes_nobody_responsible(text: str) -> None:
    assert assignments.read_bodies(text) == ()


@pytest.mark.parametrize("kind", lexicons.words("body_kinds"))
def test_each_kind_of_body_in_its_frames(kind: str) -> None:
    assert read(f"市民政局牵头，驻市{kind}、各{kind}配合")[1:] == [
        (f"驻市{kind}", "support"),
        (f"各{kind}", "support"),
    ]
    assert read(f"市民政局牵头，{kind}配合")[1:] == [(kind, "support")]
