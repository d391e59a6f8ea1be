"""Lines of text and markdown: what their markup says of the words."""

from __future__ import annotations

import pytest

from pipeline.outline.lines import text_to_lines


@pytest.mark.parametrize(
    ("raw", "read", "struck"),
    [
        ("新增床位300<sup>1</sup>张", "新增床位300张", ""),
        ("新增床位300<sup>[2]</sup>张", "新增床位300张", ""),
        ("绿地50万m<sup>2</sup>", "绿地50万m2", ""),
        ("新增床位300¹张", "新增床位300张", ""),
        ("新增床位<del>500</del><ins>300</ins>张", "新增床位300张", "500"),
        ("新增床位~~500~~300张", "新增床位300张", "500"),
        ("| 在校生<br>毛入学率 | 4500<br/>87.0 |", "| 在校生\n毛入学率 | 4500\n87.0 |", ""),
        ("10~~20个", "10~~20个", ""),
    ],
)
def test_marks_of_notes_and_struck_words_are_no_words(raw: str, read: str, struck: str) -> None:
    (line,) = text_to_lines(raw, markdown=True)
    assert (line.text, line.struck) == (read, struck)
    assert len(line.places) == len(line.text)
