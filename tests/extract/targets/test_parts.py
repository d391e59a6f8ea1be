"""Values in a bracket, or behind 其中, that make up the value before them are its parts."""

from __future__ import annotations

import pytest

from tests.extract.targets.test_rows import columns


def read(text: str) -> list[tuple[object, object]]:
    return [(c["indicator"], c["value"]) for c in columns(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "改造管网30公里（供水18公里、排水12公里）。",
            [("管网", 30.0), ("供水", 18.0), ("排水", 12.0)],
        ),
        (
            "培训骨干教师600人（中学200人、小学300人、幼儿园100人）。",
            [("骨干教师", 600.0), ("中学", 200.0), ("小学", 300.0), ("幼儿园", 100.0)],
        ),
        (
            "完成营造林38.6万亩，其中：人工造林21.6万亩（乔木林4.3万亩、灌木林17.3万亩）、退化林修复17万亩。",
            [("营造林", 38.6), ("人工造林", 21.6), ("乔木林", 4.3), ("灌木林", 17.3), ("退化林修复", 17.0)],
        ),
    ],
)
def test_the_sum_proves_the_parts(text: str, expected: list[tuple[object, object]]) -> None:
    assert sorted(read(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "改造管网30公里（供水18公里、排水11公里）。",
        "新购器材500件（更新200件）。",
        "新建大棚300亩（投资200万元）。",
    ],
)
def test_what_does_not_add_up_is_no_list_of_parts(text: str) -> None:
    assert len(read(text)) < 3


def test_parts_of_what_there_is_are_no_targets() -> None:
    assert read("现有护理员20人（男8人、女12人）。") == []
