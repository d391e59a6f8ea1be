"""What may stand in a cell under 责任单位."""

from __future__ import annotations

import pytest

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.names import split_names


@pytest.mark.parametrize(
    "text",
    [
        "", "——", "县水利局", "党政办", "各科室", "市财政局、各区", "公安部门", "商务、税务部门", "规划科牵头，各股室配合",
        "牵头单位：市民政局；配合单位：市财政局", "市场监管部门 消防救援机构",
    ],
)  # fmt: skip
def test_bodies(text: str) -> None:
    assert may_be_agencies(text)


@pytest.mark.parametrize(
    "text", ["建设公园", "2022年底前", "3月底", "持续推进", "加强责任落实", "按责任分工落实到位。", "10%"]
)
def test_other_words(text: str) -> None:
    assert not may_be_agencies(text)


@pytest.mark.parametrize(
    "text, first",
    [
        ("教育、市场监管部门", "教育部门"),
        ("人力资源和社会保障、市场监管部门", "人力资源和社会保障部门"),
        ("公安、应急管理部门", "公安部门"),
        ("教育、卫生健康主管部门", "教育主管部门"),
    ],
)
def test_no_field_gets_the_words_that_name_another(text: str, first: str) -> None:
    assert split_names(text)[0][0] == first
