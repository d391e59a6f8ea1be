"""What is told by a few letters before a pattern is tried: nothing that the pattern would find is passed over."""

from __future__ import annotations

import pytest

from pipeline.language import cited_numbers, labels
from pipeline.outline.dates import printed_date, signed_date


@pytest.mark.parametrize(
    "text",
    [
        "按国务院令第722号办理",
        "见工业和信息化部37号令第5号",
        "依财政部公告2019年第76号执行",
        "按（86）财税字第82号文件办理",
        "见财税字〔87〕第15号",
    ],
)
def test_orders_and_old_numbers_are_found(text: str) -> None:
    assert cited_numbers._ORDER.search(text)
    assert list(cited_numbers.numbers_in(text))


def test_a_text_of_other_numbers_holds_no_order() -> None:
    assert not cited_numbers._may_have_order("按某政办发〔2024〕15号（第3条）办理")


@pytest.mark.parametrize("head", labels.duty_words("head"))
@pytest.mark.parametrize("form", ["牵头{}", "责任{}（人）", "配合{}名称", "责任（牵头）{}"])
def test_a_heading_ends_as_labels_do(head: str, form: str) -> None:
    heading = form.format(head)
    found = labels._HEADING.search(heading)
    assert bool(found) == bool(labels.heading_role(heading))


@pytest.mark.parametrize("word", [*labels.duty_words("role", "lead", "support"), "责任分工"])
def test_a_role_alone_is_a_heading_as_before(word: str) -> None:
    assert bool(labels._HEADING.search(word)) == bool(labels.heading_role(word))


@pytest.mark.parametrize(
    "day", ["2024年3月1日", "二〇二四年三月一日", "2024.3.1", "2024年3月l号", "2024-3-О1"]
)
def test_a_day_behind_who_signs(day: str) -> None:
    assert bool(signed_date(f"某市民政局{day}")) == (not day.endswith("О1"))


def test_who_printed_it_and_when() -> None:
    assert [
        bool(printed_date(f"某市人民政府办公室2024年3月2日{end}")) for end in ("印发", "印制", "印", "公开")
    ] == [
        True,
        True,
        True,
        False,
    ]
