"""trial: what the grammar reads in words that an editor marked, to fill the form of a missing fact."""

from __future__ import annotations

import pytest

from pipeline.trial import words_to_values


@pytest.mark.parametrize(
    ("words", "table", "values"),
    [
        ("到2026年底前，新增护理床位40张以上", "targets", {"indicator": "新增护理床位", "value": 40, "unit": "张", "comparator": ">=", "deadline_date": "2026-12-31"}),
        ("每年培训护理员200人；", "targets", {"value": 200, "unit": "人"}),
        ("2027年6月底前完成", "deadlines", {"end_date": "2027-06-30", "precision": "month"}),
        ("（牵头单位：市民政局）", "responsibilities", {"agency_name": "市民政局", "role": "lead"}),
    ],
)  # fmt: skip
def test_marked_words_are_read_as_in_any_notice(words: str, table: str, values: dict[str, object]) -> None:
    found = words_to_values(words)[table]
    assert {name: found.get(name) for name in values} == values


@pytest.mark.parametrize("words", ["", "。", "样板若干", "x" * 2000])
def test_of_other_words_nothing_is_said(words: str) -> None:
    assert words_to_values(words).get("targets") is None
