"""A fact in the words it was printed in, short enough for a cell."""

from __future__ import annotations

import json
from typing import NamedTuple

from pipeline.publish.sheet import Row

# What a target says beside its indicator: kinds that are read without a value are their own words.
_SIGNS = {">=": "≥", "<=": "≤", "=": "", ">": ">", "<": "<", "~=": "≈", "all": ""}


class Printed(NamedTuple):
    """The columns that hold what is printed of a value, and the value."""

    words: str
    value: str
    most: str


TARGET = Printed("value_text", "value", "value_max")
AMOUNT = Printed("amount_text", "amount", "amount_max")


def value_to_words(row: Row, told: Printed = TARGET) -> str:
    """What is printed of a value; of one that an editor put right what it is, and what is printed.

    >>> value_to_words({"value_text": "95个", "value": 96.0, "unit": "个", "machine_value": '{"value": 95}'})
    '96个（更正；原文95个）'
    """
    said = str(row.get(told.words) or "")
    machine = json.loads(str(row.get("machine_value") or "{}"))
    value, most = row.get(told.value), row.get(told.most)
    if told.words in machine or not machine.keys() & {told.value, told.most, "unit"} or value is None:
        return said
    upto = f"–{most:.12g}" if most is not None else ""
    return f"{value:.12g}{upto}{row.get('unit') or ''}（更正；原文{said}）"


def target_to_words(row: Row) -> str:
    """`养老床位 ≥3000张（2025年底前）` becomes its indicator and what is printed: 养老床位：不少于3000张, with its last day.

    >>> target_to_words({"indicator": "养老床位", "value_text": "不少于3000张", "deadline_date": "2025-12-31"})
    '养老床位：不少于3000张（2025-12-31）'
    """
    said, unit = value_to_words(row), str(row.get("unit") or "")
    # A column of its own may hold the unit.
    said += unit if said and unit not in said and row.get("table_id") else ""
    name = str(row.get("indicator") or "")
    until = f"（{row['deadline_date']}）" if row.get("deadline_date") else ""
    return f"{name}：{said}{until}" if name and said else f"{name or said}{until}"


def amount_to_words(row: Row) -> str:
    """What is given, to whom, for each of what."""
    parts = (row.get("recipient"), row.get("type"), value_to_words(row, AMOUNT))
    each = f"/{row['per_unit']}" if row.get("per_unit") else ""
    return " ".join(str(part) for part in parts if part) + each
