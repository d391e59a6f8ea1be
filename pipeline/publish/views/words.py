"""A fact in the words it was printed in, short enough for a cell."""

from __future__ import annotations

from pipeline.publish.sheet import Row

# What a target says beside its indicator: kinds that are read without a value are their own words.
_SIGNS = {">=": "≥", "<=": "≤", "=": "", ">": ">", "<": "<", "~=": "≈", "all": ""}


def target_to_words(row: Row) -> str:
    """`养老床位 ≥3000张（2025年底前）` becomes its indicator and what is printed: 养老床位：不少于3000张, with its last day.

    >>> target_to_words({"indicator": "养老床位", "value_text": "不少于3000张", "deadline_date": "2025-12-31"})
    '养老床位：不少于3000张（2025-12-31）'
    """
    said, unit = str(row.get("value_text") or ""), str(row.get("unit") or "")
    # A column of its own may hold the unit.
    said += unit if said and unit not in said and row.get("table_id") else ""
    name = str(row.get("indicator") or "")
    until = f"（{row['deadline_date']}）" if row.get("deadline_date") else ""
    return f"{name}：{said}{until}" if name and said else f"{name or said}{until}"


def amount_to_words(row: Row) -> str:
    """What is given, to whom, for each of what."""
    parts = (row.get("recipient"), row.get("type"), row.get("amount_text"))
    each = f"/{row['per_unit']}" if row.get("per_unit") else ""
    return " ".join(str(part) for part in parts if part) + each
