"""What the end of a page cuts shows it by the words alone, or by the cells that the row lacks."""

from __future__ import annotations

import pytest

from pipeline.tables.rests import are_two, finishes


@pytest.mark.parametrize(
    ("upper", "lower", "name"),
    [
        ("发展水平（31", "分）", ""),
        ("市民政局（市老龄", "办）", "agency"),
        ("市民政局、", "市财政局", "agency"),
        ("新增床位三十张", "，建成公厕", "task"),
        ("市农业", "农村局", "lead_agency"),
        ("市教育局、市卫生", "健康委、市财政局", "support_agency"),
        ("2026年6", "月底前", "deadline"),
        ("约束", "性", "nature"),
    ],
)
def test_the_lower_words_are_the_rest(upper: str, lower: str, name: str) -> None:
    assert finishes(upper, lower, name)
    assert not are_two(upper, lower, name)


@pytest.mark.parametrize(
    ("upper", "lower", "name"),
    [
        ("市教育局", "市财政局", "agency"),
        ("市教育局、市民政局", "各县人民政府", "support_agency"),
        ("2026年6月底前", "2027年底前", "deadline"),
        ("约束性", "预期性", "nature"),
    ],
)
def test_two_whole_cells_are_two(upper: str, lower: str, name: str) -> None:
    assert are_two(upper, lower, name)
    assert not finishes(upper, lower, name)


@pytest.mark.parametrize(
    ("upper", "lower"), [("新建养老院", "改造公厕"), ("发展水平（31分）", "保障（9分）")]
)
def test_words_alone_say_neither(upper: str, lower: str) -> None:
    assert not finishes(upper, lower, "task")
    assert not are_two(upper, lower, "task")
