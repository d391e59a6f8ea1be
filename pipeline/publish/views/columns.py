"""Columns that views take over from a row of a table, or make of it."""

from __future__ import annotations

from pipeline.language.units import to_base
from pipeline.publish.sheet import Row

# Where a row of a view was read: the same columns as in the table it comes from.
PLACE = ("clause_id", "table_id", "row", "quote", "char_start", "char_end", "page", "confidence")


def place_of(row: Row) -> tuple[object, object, object]:
    """The point, or the row of a table, that a row stands in."""
    return row.get("clause_id"), row.get("table_id"), row.get("row")


def place(row: Row) -> Row:
    """The columns that say where a row was read, and how sure it is."""
    return {name: row.get(name) for name in PLACE}


def counted_in(row: Row) -> object:
    """What a value is counted in: its base unit, of an amount of money yuan."""
    return "元" if row.get("amount_cny") is not None else row.get("unit_base")


def first_said(*values: object) -> object:
    """The first that is not empty."""
    return next((value for value in values if value not in (None, "")), None)


def in_base(value: object, unit: object) -> Row:
    """A value and its unit without magnitude; a bare number is its own base, one in an unknown unit has none."""
    if not isinstance(value, int | float):
        return {}
    base = to_base(value, unit) if isinstance(unit, str) and unit else (value, None)
    return dict(zip(("value_base", "unit_base"), base, strict=True)) if base else {}
