"""Pipes behind a backslash: those about every cell part cells, one among pipes that do is a letter of its cell."""

from __future__ import annotations

import pytest

from pipeline.outline.lines import text_to_lines
from pipeline.read.text import media_type


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (r"\| 东镇 \| 3 \|", "| 东镇 | 3 |"),
        (r"| 东镇 | 新建\|改造 | 3 |", "| 东镇 | 新建｜改造 | 3 |"),
        (r"| 甲\|乙 | 丙\|丁 |", "| 甲｜乙 | 丙｜丁 |"),
        (r"步行街 \| 夜市", "步行街 | 夜市"),
    ],
)
def test_what_part_cells(raw: str, read: str) -> None:
    (line,) = text_to_lines(raw, markdown=True)
    assert line.text == read
    assert "".join(raw[at] for at in line.places) == read.replace("｜", "|")


def test_rows_of_escaped_pipes_are_markdown_whatever_the_file_is_called() -> None:
    assert media_type("计划\n\\| 东镇 \\| 3 \\|\n\\| 西镇 \\| 4 \\|\n", ".txt") == "text/markdown"
    assert media_type("计划\n东镇 \\| 3\n西镇 \\| 4\n", ".txt") == "text/plain"
