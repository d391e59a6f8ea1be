"""Units that headings name, and years that narrow columns break."""

from __future__ import annotations

import pytest

from pipeline.language.heading_units import breaks_year, path_unit, without_unit_line


@pytest.mark.parametrize(
    ("path", "unit", "said"),
    [
        (("农村公路（公里）", "2026", "年"), "公里", ("农村公路（公里）", "2026年")),
        (("养老床位", "张"), "张", ("养老床位",)),
        (("工期", "年"), "年", ("工期",)),
    ],
)
def test_a_year_that_a_narrow_column_broke_measures_nothing(
    path: tuple[str, ...], unit: str, said: tuple[str, ...]
) -> None:
    assert (path_unit(path), without_unit_line(path)) == (unit, said)
    assert breaks_year(*path[-2:]) == (path[-2] == "2026")


@pytest.mark.parametrize("heading", ["县（区）", "镇（街道）", "市（州）", "村（社区）"])
def test_a_bracket_that_belongs_to_a_heading_is_no_unit(heading: str) -> None:
    assert path_unit((heading,)) is None
    assert path_unit((f"{heading}数（个）",)) == "个"
