"""Full points that end sentences where no 。 does."""

from __future__ import annotations

import pytest

from pipeline.outline.dotted_stops import with_stops
from pipeline.outline.lines import text_to_lines

_TYPED = "一.总体要求.\n坚持统筹协调.到2027年覆盖率达到90%以上. 建成投用后交付.\n（一）.要求.\n第二章.附则.\n2.建设30.5公里.\n"


def test_points_behind_words_are_stops() -> None:
    assert with_stops(_TYPED) == (
        "一.总体要求。\n坚持统筹协调。到2027年覆盖率达到90%以上。 建成投用后交付。\n（一）.要求。\n第二章.附则。\n2.建设30.5公里。\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        # One name among sentences that end with 。; addresses; a list of contents; too few to tell.
        "组长：艾力.买买提。副组长：阿依.古丽。成员：买买.提江。联络员：热合.曼江。",
        "见www.甲市.gov.cn、www.乙市.gov.cn、www.丙市.gov.cn",
        "总则......1\n分则......3\n附则......9\n要求......11",
        "做好工作.",
        # Names and lists with points among sentences that end with 。
        "任命古丽.热合曼为某县副县长。\n免去阿里木.江的职务。\n统筹山.水.林.田.湖治理。\n",
    ],
)
def test_other_points_stay(text: str) -> None:
    assert with_stops(text) == text


def test_lines_are_read_with_them() -> None:
    lines = text_to_lines(_TYPED, False)
    assert [line.text for line in lines][1] == "坚持统筹协调。到2027年覆盖率达到90%以上。 建成投用后交付。"
    assert _TYPED[lines[1].places[6]] == "."


def test_names_and_lists_stay_where_others_are_stops() -> None:
    text = "任命古丽.热合曼任职.\n统筹山.水.林.田.湖治理.\n种植棉花.小麦.玉米等作物30万亩.\n"
    assert (
        with_stops(text)
        == "任命古丽.热合曼任职。\n统筹山.水.林.田.湖治理。\n种植棉花.小麦.玉米等作物30万亩。\n"
    )
