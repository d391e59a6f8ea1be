"""Values and columns as decisions have them."""

from __future__ import annotations

import datetime

# Columns that follow from others: a decision changes the name and the id follows, the value and its base.
FOLLOWING = frozenset({
    "task_id", "assignment_id", "agency_id", "region_code", "cited_notice_id", "status", "seq", "value_base",
    "unit_base", "per_unit", "indicator_id", "repeats",
})  # fmt: skip


def plain(value: object) -> object:
    """A value as TOML, JSON and Parquet have it in common: a day as text, nothing (and no) as empty text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None or value is False else value
