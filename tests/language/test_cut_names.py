"""A name at the end of a line: whole, or cut."""

from __future__ import annotations

import pytest

from pipeline.language.cut_names import cuts_word, goes_on


@pytest.mark.parametrize(
    ("upper", "lower", "listed", "one"),
    [
        ("市财政局、市住", "建局", True, True),  # half a name
        ("市财政局、市委", "宣传部", True, True),  # no 、 is printed
        ("市委", "组织部", False, True),
        ("县蚕桑办", "公室", False, True),  # the ending is cut
        ("市竹编发展中", "心", False, True),
        ("人力资源社会", "保障部", False, True),
        ("市财政局", "市教育局", False, False),  # a name a line
        ("绿化处", "规划处", False, False),
        ("区民政局", "江津区规划自然", False, False),  # the next is cut itself, and begins anew
        ("市财政局、市教育局", "各县（区）人民政府", True, False),
        ("市财政局、", "市教育局", True, False),
        ("省财政厅、金融监管总局", "某省监管局", True, True),  # what it has in a place
    ],
)
def test_where_a_name_goes_on(upper: str, lower: str, listed: bool, one: bool) -> None:
    assert goes_on(upper, lower, listed) is one


@pytest.mark.parametrize(
    ("upper", "lower", "whole_words", "cut"),
    [
        ("组织开", "展培训", True, True),
        ("城市更新", "改造提升管网", True, False),
        ("城市更新", "改造提升管网", False, True),
    ],
)
def test_a_line_that_ends_within_a_word(upper: str, lower: str, whole_words: bool, cut: bool) -> None:
    assert cuts_word(upper, lower, compounds=not whole_words) is cut
