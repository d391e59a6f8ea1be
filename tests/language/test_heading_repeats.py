from __future__ import annotations

import pytest

from pipeline.language.heading_repeats import groups_of


@pytest.mark.parametrize(
    ("names", "many", "starts"),
    [
        ("户数 资金 户数 资金 总户数 资金", 3, [0, 2, 4]),
        ("新建 改建 新建 改建 扩建 新建 扩建", 3, [0, 2, 5]),
        ("保留 撤并 现有 2025 2026 现有 2025", 3, [0, 2, 5]),
        ("现有 2025 2026 2027 2025年 2026年 现有 2025", 3, [0, 4, 6]),
        ("护理型 普通型 新建 改建", 2, []),
        ("护理型 普通型 新建 改建", 1, [0]),
        ("床位 床位", 1, []),
        ("2025年 2026年 2025年 2026年 2025年 2026年", 3, [0, 2, 4]),
    ],
)
def test_groups_begin_where_headings_come_again(names: str, many: int, starts: list[int]) -> None:
    assert groups_of(names.split(), many) == starts
