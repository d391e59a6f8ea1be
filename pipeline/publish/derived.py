"""Columns that follow from others of the same notice: base units, what a value is counted by, what is said twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from pipeline.decisions.keys import squeezed
from pipeline.language.indicators import plain_name
from pipeline.language.units import to_base
from pipeline.publish.schema import Schema
from pipeline.publish.sheet import Row

_TIMES = {"yearly": "年", "quarterly": "季度", "monthly": "月", "daily": "日"}
# Characters below which a task's title is no evidence that two tasks are one: 加强领导 stands in every notice twice.
_TELLING = 8
_ID_BYTES = 8


def derive(schema: Schema, row: Row, places: Sequence[str] = ()) -> Row:
    """The columns of one row of a fact table that its other columns give; `places` are the names of the notice's region."""
    return _in_base_unit(schema, row) | _per_unit(schema, row) | _indicator_id(schema, row, places)


def _in_base_unit(schema: Schema, row: Row) -> Row:
    """The value and its unit without a magnitude: 1.2 万张 is 12000 张. Of the value as corrected, if it was."""
    value, unit = row.get("value"), row.get("unit")
    if "value_base" not in schema.own or not isinstance(value, int | float) or not isinstance(unit, str):
        return {}
    base = to_base(value, unit)
    return {"value_base": base[0], "unit_base": base[1]} if base else {}


def _per_unit(schema: Schema, row: Row) -> Row:
    """What an amount is counted by, as a denominator: 每人每月 is 人/月; a grant by the year without 每 is 年."""
    if "per_unit" not in schema.own:
        return {}
    per = squeezed(row.get("per")).replace("每", "/").strip("/")
    time = _TIMES.get(str(row.get("frequency") or ""), "")
    parts = [part for part in per.split("/") if part]
    parts += [time] if time and time not in parts else []
    return {"per_unit": "/".join(parts) or None}


def _indicator_id(schema: Schema, row: Row, places: Sequence[str]) -> Row:
    """A hash of the indicator's name without place and verb and of its base unit: the same in every notice."""
    indicator = row.get("indicator")
    if "indicator_id" not in schema.own or not isinstance(indicator, str) or not indicator:
        return {}
    plain = plain_name(indicator, tuple(places))
    return {"indicator_id": blake2b(plain.encode(), digest_size=_ID_BYTES).hexdigest()}


# --- said twice ---------------------------------------------------------------------------------


def mark_repeats(facts: Mapping[str, Sequence[Row]]) -> None:
    """Adds `repeats`: the first fact of the notice that says the same, of a target or task that an annex says again."""
    _mark(facts["targets"], _target)
    _mark(facts["tasks"], _task)


def _mark(rows: Iterable[Row], same: Callable[[Row], tuple[object, ...] | None]) -> None:
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if (about := same(row)) is None:
            continue
        said = first.setdefault(about, row)
        if said is not row and _place(said) != _place(row):
            row["repeats"] = said["fact_id"]


def _place(row: Row) -> tuple[object, object]:
    return row.get("clause_id"), row.get("table_id")


_SAID = [
    "kind",
    "comparator",
    "value",
    "value_max",
    "unit",
    "per",
    "scope",
    "change",
    "baseline_value",
    "deadline_date",
    "row_label",
]


def _target(row: Row) -> tuple[object, ...] | None:
    """What makes two targets one: the indicator and everything said of it. None for a target without name or value."""
    if not row.get("indicator") or (row.get("value") is None and row.get("kind") != "coverage"):
        return None
    return (row.get("indicator_id"), *(str(row.get(name)) for name in _SAID))


def _task(row: Row) -> tuple[object, ...] | None:
    title = squeezed(row.get("title"))
    return (title,) if len(title) >= _TELLING else None
