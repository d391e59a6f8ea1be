"""A number printed behind the name of its row stands before it again, if it follows from its neighbours."""

from __future__ import annotations

import pytest
from drawing import draw, drawn

from pipeline.tables import mend_fragment

SWAPPED = [
    (
        """
        | 序号 | 镇街 | 床位 | 公厕 |
        | 1 | 东镇 | 3 | 1 |
        | 西镇 | 2 | 5 | 2 |
        | 3 | 南镇 | 4 | 6 |
        | 4 | 北镇 | 4 | 6 |
        """,
        "2 | 西镇 | 5 | 2",
    ),
    (
        """
        | 序号 | 项目名称 | 投资（万元） |
        | 道路改造 | 1 | 300 |
        | 2 | 管网更新 | 450 |
        | 3 | 绿地提升 | 120 |
        """,
        "1 | 道路改造 | 300",
    ),
    (
        """
        | 序号 | 村 | 户数 |
        | 1 | 上坪 | 30 |
        | 2 | 中坪 | 45 |
        | 3 | 下坪 | 12 |
        | 新坪 | 4 | 19 |
        """,
        "4 | 新坪 | 19",
    ),
]


@pytest.mark.parametrize(("picture", "row"), SWAPPED, ids=["towns", "projects", "villages"])
def test_the_number_stands_before_the_name_again(picture: str, row: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert row in draw(whole.table)
    assert [(r.kind, r.certainty) for r in whole.repairs] == [("swapped_cells", "probable")]


AS_PRINTED = [
    # 7 follows nothing: it may be a value.
    """
    | 序号 | 镇街 | 床位 |
    | 1 | 东镇 | 3 |
    | 西镇 | 7 | 5 |
    | 3 | 南镇 | 4 |
    | 4 | 北镇 | 6 |
    """,
    # The number stands before the name, in one cell: 2 behind it is a value.
    """
    | 序号 | 镇街 | 床位 | 公厕 |
    | 1 | 东镇 | 3 | 1 |
    | 2.西镇 | 2 | 5 |
    | 3 | 南镇 | 4 | 6 |
    """,
    # No 序号: the first column names the rows, the second counts.
    """
    | 镇街 | 床位 | 公厕 |
    | 东镇 | 1 | 3 |
    | 西镇 | 2 | 5 |
    | 南镇 | 3 | 4 |
    """,
]


@pytest.mark.parametrize("picture", AS_PRINTED, ids=["follows_nothing", "glued", "no_number"])
def test_what_may_be_a_value_stays(picture: str) -> None:
    whole = mend_fragment(drawn(picture))
    assert "swapped_cells" not in {repair.kind for repair in whole.repairs}
    assert "西镇" in draw(whole.table)
