"""Look-alike characters are folded one for one."""

from __future__ import annotations

import pytest

from pipeline.language.folding import fold


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("甲府［2024］6号", "甲府〔2024〕6号"),
        ("不小于50平方米［含50平方米］", "不小于50平方米（含50平方米）"),
        ("《防治规划［2025-2030年］》", "《防治规划（2025-2030年）》"),
        ("1,000户,其中3:1", "1,000户，其中3:1"),
        ("３５％", "35%"),
        ("评审专家不少干25人，面积不低千每人6平方米", "评审专家不少于25人，面积不低于每人6平方米"),
        ("不少干部参加，不大千方百计", "不少干部参加，不大千方百计"),
        ("自发布之曰起5个工作曰内", "自发布之日起5个工作日内"),
        ("投资400亿无以上，两年无以往记录", "投资400亿元以上，两年无以往记录"),
        ("依据<甲市污染防治条例>制定", "依据《甲市污染防治条例》制定"),
        ("关于印发<“十五五”规划>的通知", "关于印发《“十五五”规划》的通知"),
        ("氨氮<标准值，COD>标准值", "氨氮<标准值，COD>标准值"),
        ("浓度<35微克，湿度>60%", "浓度<35微克，湿度>60%"),
        ("<p>总则</p>", "<p>总则</p>"),
    ],
)
def test_one_form_is_read_of_each(printed: str, read: str) -> None:
    assert fold(printed) == read
    assert len(printed) == len(read)
