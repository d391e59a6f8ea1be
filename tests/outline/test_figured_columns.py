"""Tables in plain text whose headings no list holds: figures below words, in the same places."""

from __future__ import annotations

import pytest

from pipeline.outline.figured_columns import figured_table
from pipeline.outline.lines import text_to_lines

TABLES = {
    "wide letters": "推广技术      推广面积  增产幅度\n水稻机插秧    18万亩    5%以上\n测土配方施肥  60万亩    3%以上\n",
    "narrow letters": "河段   控制采量     采砂船\n上游段  不超过20万吨  不超过4艘\n中游段  不超过35万吨  不超过6艘\n下游段  禁采       —\n",
    "figures at the right": "渡口  年客流  渡船\n东渡    12万   3艘\n西渡     9万  10艘\n",
    "known headings": "设施名称  配建标准  备注\n阅览室  每千人30座  可综合设置\n活动室  应独立设置  首层\n",
    "one blank": "设施名称 配建标准 备注\n阅览室 每千人设置 可综合设置\n活动室 独立设置 首层\n健身点 每街道设置 无\n",
    "sentences": "建设任务  建设内容\n智慧渡口  改造渡口3处，新添渡船2艘。\n平安渡口  培训渡工40人次。\n",
}


def read(text: str) -> list[list[str]] | None:
    found = figured_table(text_to_lines(text, False), 0)
    return [[piece.text for piece in row] for row in found.rows] if found else None


@pytest.mark.parametrize("name", TABLES)
def test_figures_below_words_are_a_table(name: str) -> None:
    text = TABLES[name]
    assert read(text + "\n某市人民政府\n2026年3月4日\n") == [line.split() for line in text.splitlines()]


def test_a_name_alone_stands_above_rows() -> None:
    body = "序号  设施名称  备注\n一、城区\n1  阅览室  首层\n二、镇村\n2  活动室  二层\n三、其他\n3  健身点  首层\n"
    assert read(body + "四、加强管理，落实责任。\n") == [line.split() for line in body.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        # Names, which are in no need of columns.
        "张三  李四  王五\n赵六  钱七  孙八\n周九  吴十  郑一\n",
        # Each cell on two lines: of such, half have figures.
        "河段    控制采量\n上游段  不超过\n以上    20万吨\n中游段  不超过\n以下    35万吨\n",
        # Figures above figures: no line is headings.
        "东渡  12万  3艘\n西渡  9万   4艘\n南渡  7万   2艘\n",
        # Cells in other places; a row that lacks one; a list that goes on.
        "渡口  客流\n东渡长长长  12万\n西渡长  9万\n",
        "渡口  客流  渡船\n东渡  12万\n西渡  9万   4艘\n",
        "渡口  物资\n东渡  绳索2条、\n西渡  船桨4支、\n",
        # Known headings over the rests of cells, over rows whose numbers do not follow, over fewer cells.
        "设施名称  配建标准  备注\n阅览室  每千人，  可综合\n活动室  30座  设置\n",
        "序号  设施名称  备注\n1  阅览室  首层\n3  活动室  二层\n",
        "设施名称  配建标准  备注\n阅览室  每千人设置  可综合设置\n活动室  独立设置\n健身点  独立设置  首层\n",
        "设施名称  配建标准  备注\n阅览室  每千人设置  可综合设置\n活动室  独立设置  首层\n或二层\n",
        "单位 时间 备注\n某局 六月 无\n",
        # A sentence.
        "为便利群众，各渡口要：  备足物资\n一是救生圈12个，  二是绳索4条\n三是船桨30支，  四是灯8盏\n",
    ],
)
def test_where_nothing_says_so_there_is_none(text: str) -> None:
    assert read(text) is None
