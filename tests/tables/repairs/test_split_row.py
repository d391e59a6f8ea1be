"""Rows under a label that stands once are rows, though their number and label are blank."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

WHOLE = {
    # Both have bodies and a time of their own.
    "tasks": """
        | 序号 | 重点任务 | 主要内容 | 责任单位 | 时间要求 |
        | 1 | 提升城市品质 | 新建公园6个，改造旧桥4座 | 市民政局、市科技局 | 2026年12月底前 |
        | | | 完成89个小区改造，惠及居民342户 | 市体育局、市水利局 | 2026年底 |
        | 2 | 推进乡村振兴 | 整治违法建设84处 | 市交通局 | 2027年6月 |
        | 3 | 优化营商环境 | 实现60个事项免申即享 | 市数据局 | 持续推进 |
        """,
    # A sum is whole.
    "a village below the sum of its town": """
        | 乡镇 | 村 | 桥梁 | 公厕 |
        | 山星街道 | 小计 | 24 | 51 |
        | | 水谷村 | 9 | 22 |
        | | 罗凤村 | 15 | 29 |
        | 清永乡 | 小计 | 7 | 13 |
        | | 湖永村 | | |
        | | 西白社区 | 7 | 13 |
        """,
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_row_without_its_label_is_no_half(name: str) -> None:
    whole = mend_fragment(drawn(WHOLE[name]))
    assert {repair.kind for repair in whole.repairs} == {"merged_label"}
    assert whole.table is not None
    assert whole.table.n_rows == len(WHOLE[name].strip().splitlines())


def test_a_time_or_a_list_of_points_has_a_number_of_its_own() -> None:
    picture = """
        | 序号 | 类别 | 任务 | 牵头单位 | 责任单位 | 完成时间 |
        | 1 | 提升品质 | 新建公园6个。 | 市园林局 | 市水利局 | 2026年底 |
        | | | 1.改造旧桥4座。2.修建道路3公里。 | 市交通局 | | 2027年6月 |
        | 2 | 优化服务 | 建成大厅2个。 | 市政务中心 | 市财政局 | 长期坚持 |
        | | | 培训专员30名。 | 市人社局 | 市财政局 | 2026年6月底前 |
        """
    drawing = draw(mend_fragment(drawn(picture)).table)
    assert '| " | " | 1.改造旧桥4座。2.修建道路3公里。 | 市交通局 |  | 2027年6月 |' in drawing
    assert '| " | " | 培训专员30名。 | 市人社局 | 市财政局 | 2026年6月底前 |' in drawing
