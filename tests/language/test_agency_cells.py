"""What may stand in a cell under 责任单位."""

from __future__ import annotations

import pytest

from pipeline.language.agency_cells import may_be_agencies


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
