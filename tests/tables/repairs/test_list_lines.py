"""Names of a list printed one a line in a cell, whoever read the cell."""

from __future__ import annotations

from typing import Literal

import pytest
from drawing import texts

from pipeline.model import Fragment, Piece, Span
from pipeline.tables import mend_fragment

ROWS = [
    ["序号", "任务", "责任单位"],
    ["1", "新添候车亭2座", "交通局\n财政局\n各镇街"],
    ["2", "翻修旧茶坊", "住房和城\n乡建设局"],
    ["3", "补种行道树", "市委\n宣传部"],
    ["4", "疏浚水渠", "水利局"],
]


@pytest.mark.parametrize("kind", ["grid", "tabs"])
def test_a_whole_name_on_each_line_is_a_list(kind: Literal["grid", "tabs"]) -> None:
    places = {(i, j): 100 * i + 30 * j for i in range(len(ROWS)) for j in range(len(ROWS[0]))}
    pieces = (
        tuple(Piece(cell, Span(places[i, j], places[i, j] + len(cell))) for j, cell in enumerate(row))
        for i, row in enumerate(ROWS)
    )
    whole = mend_fragment(Fragment(kind, tuple(pieces), Span(0, 500)))
    assert whole.table
    assert [row[2] for row in texts(whole.table)[1:]] == [
        "交通局、财政局、各镇街",
        "住房和城乡建设局",
        "市委宣传部",
        "水利局",
    ]
    assert [repair.before for repair in whole.repairs if repair.kind == "list_lines"] == [
        "交通局 ⏎ 财政局 ⏎ 各镇街"
    ]
