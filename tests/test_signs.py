"""Where a text has no sign of a thing, the thing is not looked for: it would not be found there either.

Each sign is held against its pattern on the notices of `raw/`, line by line, and on texts drawn of the pieces that
such a thing is made of, in any order.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.check import mentions
from pipeline.extract.targets import in_words
from pipeline.language import labels, section_kinds
from pipeline.language.cited_numbers import STANDARD_NUMBER
from pipeline.language.doc_numbers import DOC_NUMBER
from pipeline.language.patterns import Match, Pattern, compile
from pipeline.language.times import bases
from pipeline.outline import lines, metadata, numbering

RAW = Path(__file__).resolve().parents[1] / "raw"
LINES = [line for path in sorted(RAW.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
ROLES = [*labels.duty_words("role"), *labels.duty_words("named"), *labels.duty_words("rank")]
HEADS = [*labels.duty_words("head"), "单位", "部门", "领导", "责任分工", "副组长", "总指挥", "成员"]
PIECES = [
    *"：:【】（）〔〕；、及和与，。\n ",
    "是",
    "为",
    "以及",
    "局",
    "市",
    "各",
    "任",
    "名称",
    "甲",
    "技术",
    "2025",
    "第",
]
NUMBERS = [
    *"一二十百零〇两第章节条编篇、．.，（）〔〕()1235①⑴⒈㈠·0９٣l—总则",
    "部分",
    "3.2",
    "2.100",
    "2022",
    "名",
    "万",
]
MARKS = [
    *"[]<>&#*~/甲乙 \t",
    "<br>",
    "<sup>1</sup>",
    "&nbsp;",
    "**",
    "# ",
    "\u200b",
    "\ue004",
    "~~乙~~",
    "`甲`",
    "__乙__",
    "> ",
    "¹",
    "300",
    "](",
]
CITED = [
    *"〔〕[]【】（）() 第号號年、和及中甲国发办函的在",
    "2021",
    "1998",
    "7",
    "落实",
    "政府",
    "关于",
    "A",
    "GB",
    "T/",
]


ASKING = [
    *(
        "申请",
        "适用",
        "以下",
        "下列",
        "如下",
        "情形",
        "同时",
        "应当",
        "认定",
        "评选",
        "哪些",
        "诊断",
        "症",
        "场地",
    ),
    *("情况", "设置"),
]


def drawn(pieces: list[str], n: int = 12_000) -> Iterator[str]:
    draw = random.Random(1)
    for _ in range(n):
        yield "".join(draw.choices(pieces, k=draw.randint(1, 9)))


def spans(found: Iterator[Match]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@pytest.mark.parametrize(
    ("found", "pattern"),
    [
        (labels.labels, labels.LABEL),
        (labels.unknown_labels, labels.UNKNOWN),
        (
            lambda text: next(found for kind, found in mentions._kinds(text) if kind == "agency_marker"),
            labels.LABEL,
        ),
    ],
)
def test_signs_of_labels(found: Callable[[str], Iterator[Match]], pattern: Pattern) -> None:
    texts = [*LINES, *drawn(ROLES + HEADS * 2 + PIECES * 3)]
    wanted = [spans(pattern.finditer(text)) for text in texts]
    assert sum(map(bool, wanted)) > 100
    assert [text for text, those in zip(texts, wanted, strict=True) if spans(found(text)) != those] == []


def test_signs_of_mentions() -> None:
    texts = [*LINES, *drawn(ROLES + HEADS * 2 + PIECES * 3), *drawn(CITED)]
    every = [text for text in texts if mentions._UNKNOWN.search(text)]
    assert len(every) > 100
    assert [text for text in every if not any(sign in text for sign in mentions._UNKNOWN_SIGNS)] == []
    numbered = [text for text in texts if mentions._NUMBERS.search(text)]
    assert numbered
    assert [text for text in numbered if "号" not in text and "號" not in text] == []
    standards = [text for text in texts if STANDARD_NUMBER.search(text)]
    assert standards
    assert [text for text in standards if not mentions._STANDARD_SIGN.search(text)] == []
    assert [text for text in texts if mentions._TITLES.search(text) and "《" not in text] == []


def test_signs_of_conditions_and_of_what_is_done_to_all() -> None:
    """Of the headings of conditions, and of 全部清除 and its like."""
    pieces = [*"的应为是：？（）之一", *section_kinds._OF_CONDITIONS, *ASKING]
    found = [text for text in drawn(pieces, 5_000) if section_kinds._CONDITIONS.search(text)]
    assert len(found) > 50
    assert [t for t in found if not any(sign in t for sign in section_kinds._OF_CONDITIONS)] == []
    rule = next(rule for rule in in_words.RULES if rule.name == "coverage/all")
    pieces = [*"甲平，的", "安全隐患", *in_words.TO_ALL, *in_words.DONE_TO_ALL]
    found = [text for text in drawn(pieces, 5_000) if rule.pattern.search(text)]
    assert len(found) > 50
    assert [t for t in found if not any(sign in t for sign in in_words._SIGNS[rule.name])] == []


def test_a_year_in_brackets_behind_the_code_of_an_agency() -> None:
    plainly = compile(
        DOC_NUMBER.partition(")(?P<agency>")[1].lstrip(")") + DOC_NUMBER.partition(")(?P<agency>")[2]
    )
    texts = [*LINES, *drawn(CITED, 30_000), *(f"甲政办发〔2021〕{text}号" for text in drawn(CITED))]
    wanted = [spans(plainly.finditer(text)) for text in texts]
    assert sum(map(bool, wanted)) > 100
    numbers = compile(DOC_NUMBER)
    assert [t for t, those in zip(texts, wanted, strict=True) if spans(numbers.finditer(t)) != those] == []


def test_what_a_mark_of_a_point_begins_with(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*LINES, *drawn(NUMBERS, 20_000)]
    read = [(numbering.marks_at(text), numbering.text_to_mark(text)) for text in texts]
    monkeypatch.setattr(numbering, "_OF_DIGITS", numbering.STYLES)
    monkeypatch.setattr(numbering, "_BY_OPENING", dict.fromkeys({t[:1] for t in texts}, numbering.STYLES))
    assert sum(bool(marks) for marks, _ in read) > 1000
    whole = [(numbering.marks_at(text), numbering.text_to_mark(text)) for text in texts]
    assert [text for text, one, other in zip(texts, read, whole, strict=True) if one != other] == []


def test_signs_of_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*LINES, *drawn(MARKS, 10_000)]
    read = [lines._line(text, 7, markdown, 2) for text in texts for markdown in (False, True)]
    monkeypatch.setattr(lines, "_NOT_PLAIN", compile(""))
    assert read == [lines._line(text, 7, markdown, 2) for text in texts for markdown in (False, True)]


class Whatever:
    """A set that holds everything."""

    def __contains__(self, _: object) -> bool:
        return True


def test_signs_of_the_box_above_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = list(metadata._FIELDS)
    texts = [
        *LINES,
        *(
            before + key + behind
            for key in keys
            for before in ("", "【", "1.[")
            for behind in ("：甲", "|甲", "】：", "]甲", "甲")
        ),
    ]
    read = [metadata.text_to_field(text) for text in texts]
    assert sum(map(bool, read)) > 100
    monkeypatch.setattr(metadata, "_BEGIN", Whatever())
    assert read == [metadata.text_to_field(text) for text in texts]


HAN = [
    chr(code)
    for code in (
        *range(0x20, 0x250),
        *range(0x2000, 0x2100),
        *range(0x3000, 0x3100),
        *range(0x4E00, 0xA000),
        *range(0xFF00, 0xFFF0),
    )
]


def test_what_a_base_of_a_time_begins_with() -> None:
    """Asked of every row and every character, also behind what must stand before it: of all rows at once, then of each that
    begins with the character."""
    opens = compile(bases._OPENS)
    texts = [(before + c, len(before)) for c in HAN for before in ("", "从", "：", "6月1日、")]
    texts = [(text, at) for text, at in texts if bases._SCAN.any.match(text, at, partial=True)]
    for row in bases.BASES:
        begins = compile(row.pattern)
        first = {text[-1] for text, at in texts if begins.match(text, at, partial=True)}
        assert first, row.kind
        assert [c for c in first if not opens.match(c, partial=True)] == [], row.kind


def test_how_a_base_of_a_time_goes_on() -> None:
    """Asked of every row and every two characters of what such bases are written with."""
    opens = compile(bases._OPENS)
    said = "".join(example for row in bases.BASES for example in row.examples)
    letters = sorted(
        {*said, *"0O〇零一十年月日季", *(c for cls in bases._CLASSES for w in bases.values(cls) for c in w)}
    )
    pairs = [a + b for a in letters for b in letters if not opens.match(a + b, partial=True)]
    assert [pair for pair in pairs if bases._SCAN.any.match(pair, partial=True)] == []
