"""Running heads below numbers of pages that are figures alone."""

from __future__ import annotations

import pytest

from pipeline.outline.counted_heads import counted_heads
from pipeline.outline.lines import text_to_lines


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("甲\n1\n某市人民政府文件\n乙\n2\n某市人民政府文件\n丙\n", [1, 2, 4, 5]),
        ("甲\n7\n\n某州重点工作责任清单\n乙\n8\n\n某州重点工作责任清单\n", [1, 2, 4, 5]),
        # Rows with the same body; numbers that do not run on; one page alone.
        ("1\n市水利局\n修桥\n2\n市水利局\n修路\n", []),
        ("甲\n1\n某市人民政府文件\n乙\n5\n某市人民政府文件\n", []),
        ("甲\n1\n某市人民政府文件\n乙\n", []),
    ],
)
def test_the_numbers_run_on(text: str, aside: list[int]) -> None:
    assert sorted(counted_heads(text_to_lines(text, False))) == aside
