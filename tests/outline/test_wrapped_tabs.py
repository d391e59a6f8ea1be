"""Rows of cells that tabs part, broken at one width."""

from __future__ import annotations

from pipeline.outline.lines import text_to_lines
from pipeline.outline.wrapped_tabs import wrapped_rows

_WHOLE = [
    ["序号", "任务", "责任单位", "时限"],
    ["1", "改造供水管网四十二公里，分期验收", "市水务局、市财政局", "2026年"],
    ["2", "新建泵站三座", "市水务局", "2026年底"],
    ["3", "整修闸门五处，更换启闭设备，逐处建立台账。", "市水务局", "长期"],
]


_WIDTH = 20


def broken(*rows: list[str]) -> str:
    """Each line broken at one width."""
    lines = ("\t".join(row) for row in rows)
    return "".join(f"{line[at : at + _WIDTH]}\n" for line in lines for at in range(0, len(line), _WIDTH))


def rows(text: str) -> list[list[str]] | None:
    found = wrapped_rows(text_to_lines(text, markdown=False), 0)
    return None if found is None else [[piece.text for piece in row] for row in found.rows]


def test_lines_are_joined_until_all_tabs_of_a_row_are_there() -> None:
    assert rows(broken(*_WHOLE)) == _WHOLE
    assert rows(broken(*_WHOLE) + "各单位抓好落实。\n") == _WHOLE


def test_the_rest_of_a_last_cell_stands_below_where_rows_follow() -> None:
    long = [*_WHOLE[:2], ["2", "新建泵站", "市水务局", "2027年第一季度末以前"], _WHOLE[3]]
    assert rows(broken(*long)) == long


def test_a_full_last_line_may_go_on_below() -> None:
    full = [*_WHOLE[:3], ["3", "整修闸门五处", "市水务局", "2027年前"]]
    assert len("\t".join(full[-1])) == _WIDTH
    assert rows(broken(*full) + "各单位抓好落实。\n") == []


def test_a_short_line_ends_its_row_whatever_it_lacks() -> None:
    lacks = [
        ["1", "改造供水管网"],
        ["四十二公里", "市水务局", "2026年"],
        ["2", "新建泵站", "市水务局", "2026年"],
    ]
    assert rows(broken(_WHOLE[0], *lacks)) is None


def test_whole_rows_are_left_to_others() -> None:
    assert rows("序号\t任务\t责任单位\n1\t修路\t交通局\n2\t建桥\t水利局\n") is None


def test_a_cell_with_lines_of_its_own_leaves_all_unread() -> None:
    """The line may be the last of the row above."""
    own = [*_WHOLE, ["4\n5", "整修闸门五处，更换启闭设备，逐处建立台账。", "市水务局", "长期"]]
    assert rows(broken(*own[:-1]) + "市人社局\n" + broken(*own[-1:]).replace("4\n5", "医保中心")) == []
