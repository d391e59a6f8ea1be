"""Quantities: what is found, how it is compared, what lists share, and that each word and form is needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType

import pytest
import regex
from phrases_of_quantities import CHANGES, NOTHING, PHRASES, UNKNOWN, WORDS
from test_value_cells import CUMULATIVE, NONE, VALUES

from pipeline import lexicons
from pipeline.language import patterns, words
from pipeline.language.comparators import compared_before
from pipeline.language.quantities import quantities
from pipeline.language.units import to_base, units
from pipeline.language.value_cells import value_cell


@pytest.mark.parametrize(("text", "expected"), PHRASES.items())
def test_phrases(text: str, expected: list[tuple[float, float | None, str, str | None]]) -> None:
    assert [(q.value, q.value_max, q.unit, q.comparator) for q in quantities(text)] == expected


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: text[:12])
def test_nothing_measured(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "expected"), CHANGES.items())
def test_changes(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert [(q.value, q.unit, q.change) for q in quantities(text)] == expected


@pytest.mark.parametrize(("text", "expected"), UNKNOWN.items())
def test_counters_of_no_table(text: str, expected: list[str]) -> None:
    assert [q.unit for q in quantities(text) if not q.known] == expected


@pytest.mark.parametrize(("text", "sign"), WORDS.items())
def test_words_of_comparison(text: str, sign: str | None) -> None:
    found = quantities(text)
    assert (found[0].comparator if found else "none") == sign


def test_ratios_and_times_ask_for_the_same_words() -> None:
    signs = [
        compared_before(text, text.index("1")) for text in ("按照不小于1:3标准", "不得低于1:5", "配比为1:3")
    ]
    assert [said and said.sign for said in signs] == [">=", ">=", None]


def test_letters_among_digits_are_said() -> None:
    found = quantities("新增床位3OO张、托位l50个，覆盖率9O%以上，新增20个")
    assert [(q.value, q.misread) for q in found] == [(300, True), (150, True), (90, True), (20, False)]


def test_offsets_hold_the_words() -> None:
    text = "力争到2025年床位不少于1,500张，占比达60%以上，投入1亿3000万元，产值翻一番。"
    for q in quantities(text):
        assert 0 <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
    said = [text[q.start : q.end] for q in quantities(text)][1:]
    assert said == ["不少于1,500张", "60%以上", "1亿3000万元", "翻一番"]


def test_scope_is_marked() -> None:
    assert [quantities(text)[0].scope for text in ("20千伏及以下", "近三年内", "20个以上")] == [
        True,
        True,
        False,
    ]


def test_units_are_named_once_and_have_a_dimension() -> None:
    assert len(units()) > 100
    for unit, dimension in units().items():
        assert dimension and not regex.search(r"\s", unit), unit


def test_every_unit_is_read() -> None:
    spelt = {row["unit"]: row["same as"] or row["unit"] for row in lexicons.records("measures")}
    unread = {unit for unit in units() if [q.unit for q in quantities(f"12{unit}")] != [spelt[unit]]}
    assert unread == set()


def test_values_in_base_units() -> None:
    said = {(1.2, "万张"): (12000, "张"), (3, "公里"): (3000, "米"), (90, "万元/年"): (900000, "元/年"), (2, "万"): (20000, ""),
            (3, "万人"): (30000, "人"), (15, "亩"): (10000, "平方米"), (5, "‰"): (0.5, "%"), (5, "吨"): (5000, "千克"), (2, "担"): (100, "千克"), (60, "/万"): (0.6, "%"),
            (2, "微克/立方米"): (2, "微克/立方米"), (22, "万套（间）"): (220000, "套"), (5, "万千瓦时"): (50000, "千瓦时"), (5, "米/秒"): (18, "公里/小时")}  # fmt: skip
    for (value, unit), base in said.items():
        assert to_base(value, unit) == (pytest.approx(base[0]), base[1])
    assert to_base(3, "枝") is None


def test_a_base_unit_is_its_own() -> None:
    rows = {row["unit"]: row for row in lexicons.records("measures")}
    for unit, row in rows.items():
        base = rows.get(row["base unit"])
        assert base is None or (base["base unit"], float(base["factor"])) == (row["base unit"], 1), unit


# What is switched off below: words of these kinds, and the patterns of these modules.
_KINDS = ("bound", "comparator", "superlative", *words.BESIDE_NUMBERS)
_MODULES = (
    "numbers",
    "units",
    "counted",
    "comparators",
    "comparing",
    "changes",
    "quantities",
    "value_cells",
)
_NEVER = r"(?!)"


def _modules() -> list[ModuleType]:
    return [importlib.import_module(f"pipeline.language.{name}") for name in (*_MODULES, "words")]


def _forget() -> None:
    """Clears what functions remember of the words."""
    for module in _modules():
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.fixture
def forgetful() -> Iterator[None]:
    _forget()
    yield
    _forget()


def _readings(texts: list[str]) -> list[object]:
    _forget()
    return [(quantities(text), value_cell(text)) for text in texts]


_ALL = [*PHRASES, *NOTHING[:-2], *CHANGES, *UNKNOWN, *WORDS, *VALUES, *CUMULATIVE, *NONE[:-4]]


@pytest.mark.parametrize(
    "row", [row for row in lexicons.rows("words") if row[1] in _KINDS], ids=lambda row: f"{row[1]}-{row[0]}"
)
def test_every_word_is_needed(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, forgetful: None) -> None:
    texts = [text for text in _ALL if row[0] in text]
    before = _readings(texts)
    rest = tuple(other for other in lexicons.rows("words") if other is not row)
    kept = lexicons.rows
    monkeypatch.setattr(lexicons, "rows", lambda name: rest if name == "words" else kept(name))
    assert _readings(texts) != before


_FORMS = [
    (module.__name__, name)
    for module in _modules()
    for name, value in vars(module).items()
    if isinstance(value, regex.Pattern) and name != "NUMBER" and module.__name__ != "pipeline.language.words"
]


@pytest.mark.parametrize(("module", "name"), _FORMS, ids=[name for _, name in _FORMS])
def test_every_form_is_needed(
    module: str, name: str, monkeypatch: pytest.MonkeyPatch, forgetful: None
) -> None:
    before = _readings(_ALL)
    monkeypatch.setattr(importlib.import_module(module), name, patterns.compile(_NEVER))
    try:
        after = _readings(_ALL)
    except (AssertionError, AttributeError, IndexError, TypeError, ValueError):
        return
    assert after != before


@pytest.mark.parametrize("kind", ["share", "slash", "times", "fold", "misread", "half", "number"])
def test_every_kind_of_number_has_its_phrase(kind: str) -> None:
    number = importlib.import_module("pipeline.language.quantities").NUMBER
    assert any(
        (match := number.search(text)) and match[kind]
        for text in [*PHRASES, *CHANGES, *WORDS, *NOTHING, "3OO张"]
    )
