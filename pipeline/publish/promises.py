"""What the schemas promise of every row, held against the rows: types, limits, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from pipeline.language import patterns
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise
from pipeline.publish.kinds import READERS, as_they_are
from pipeline.publish.schema import Column, Schema

Row = Mapping[str, object]
Columns = dict[str, list[object]]


def rows_to_columns(schema: Schema, rows: Sequence[Row]) -> Columns:
    """The rows as one list a column, each value of the column's type; an empty text is None.

    Raises BrokenPromise naming the table, the column, the notice and the value for an unknown column,
    a missing required value, a value of another type, outside its limits or not unique.
    """
    known = {column.name for column in schema.columns}
    said = set[str]().union(*rows)
    for row in rows if not known.issuperset(said) else ():
        if not known.issuperset(row):
            unknown = ", ".join(sorted(row.keys() - known))
            raise _broken(schema, row, say("column_unknown", columns=unknown, table=schema.table))
    if not rows:
        return {column.name: [] for column in schema.columns}
    return {column.name: _column_of(schema, column, rows, column.name in said) for column in schema.columns}


def _column_of(schema: Schema, column: Column, rows: Sequence[Row], is_said: bool) -> list[object]:
    """The values of a column; `is_said` where any row has it: of sixty columns most are of other tables of facts."""
    name, default = column.name, column.default
    if is_said:
        values = [row.get(name) for row in rows]
        if "" in values or (default is not None and None in values):
            values = [default if value is None or value == "" else value for value in values]
    else:
        values = [default] * len(rows)
    if not column.required and values.count(None) == len(values):
        return values
    distinct = as_they_are(column.kind, values)
    if distinct is None:
        values = [_read(schema, column, *one) for one in zip(rows, values, strict=True)]
        distinct = set(values)
    for holds, wrong in _limits(column):
        if all(map(holds, distinct)):
            continue
        for row, value in zip(rows, values, strict=True):
            if not holds(value):
                raise _broken(schema, row, wrong(value))
    if column.unique and (doubled := _doubled(zip(values, strict=True))):
        raise _broken(schema, rows[doubled[0]], _said_twice((column.name,), doubled[1]))
    return values


def _read(schema: Schema, column: Column, row: Row, value: object) -> object:
    """The value as its column has it, or none."""
    try:
        return None if value is None else READERS[column.kind](value)
    except (TypeError, ValueError) as error:
        raise _broken(schema, row, _other_type(column, value)) from error


def _other_type(column: Column, value: object) -> Message:
    return say("value_of_other_type", column=column.name, value=repr(value), type=column.kind)


def refusal(column: Column, value: object) -> Message | None:
    """What the schema says against a value alone, whatever row it stands in; None where it takes it. An empty text is none."""
    said = column.default if value is None or value == "" else value
    try:
        read = None if said is None else READERS[column.kind](said)
    except (TypeError, ValueError):
        return _other_type(column, value)
    return next((wrong(read) for holds, wrong in _limits(column) if not holds(read)), None)


@cache
def _limits(column: Column) -> tuple[tuple[Callable[[object], bool], Callable[[object], Message]], ...]:
    return tuple(_limits_of(column))


def _limits_of(column: Column) -> Iterable[tuple[Callable[[object], bool], Callable[[object], Message]]]:
    """What must hold of every value of the column, with the message for a value of which it does not."""

    def named(value: object) -> dict[str, str]:
        return {"column": column.name, "value": repr(value)}

    if column.required:
        yield (lambda v: v is not None), lambda v: say("value_missing", **named(v))
    if column.enum:
        allowed = ", ".join(sorted(map(str, column.enum)))
        yield (
            (lambda v: v is None or v in column.enum),
            lambda v: say("value_not_allowed", **named(v), allowed=allowed),
        )
    if column.pattern:
        matches = patterns.compile(column.pattern).search
        yield (
            (lambda v: v is None or matches(str(v)) is not None),
            lambda v: say("value_of_other_form", **named(v), pattern=column.pattern),
        )
    if (least := column.minimum) is not None:
        yield (
            (lambda v: not isinstance(v, (int, float)) or v >= least),
            lambda v: say("value_too_small", **named(v), limit=least),
        )
    if (most := column.maximum) is not None:
        yield (
            (lambda v: not isinstance(v, (int, float)) or v <= most),
            lambda v: say("value_too_large", **named(v), limit=most),
        )


def hold_keys(schemas: Mapping[str, Schema], tables: Mapping[str, Columns]) -> None:
    """BrokenPromise for a doubled key, or a key that points at no row. `tables` as rows_to_columns made them."""
    for name, schema in schemas.items():
        columns = tables[name]
        for key in (schema.primary_key, *schema.unique_keys):
            doubled = _doubled(zip(*(columns[c] for c in key), strict=True))
            if doubled is not None:
                raise _broken(schema, _row_at(columns, doubled[0]), _said_twice(key, doubled[1]))
        for foreign in schema.foreign_keys:
            there = set(zip(*(tables[foreign.table][c] for c in foreign.to_columns), strict=True))
            here = zip(*(columns[c] for c in foreign.columns), strict=True)
            for at, value in enumerate(here):
                if value not in there and None not in value:
                    said = {"columns": ", ".join(foreign.columns), "value": _shown(value)}
                    why = say("value_points_nowhere", **said, table=foreign.table)
                    raise _broken(schema, _row_at(columns, at), why)


def _doubled(values: Iterable[tuple[object, ...]]) -> tuple[int, tuple[object, ...]] | None:
    """The first value that was there before, and where it stands again; one that lacks a part is like no other."""
    seen: set[tuple[object, ...]] = set()
    for at, value in enumerate(values):
        if value in seen and None not in value:
            return at, value
        seen.add(value)
    return None


def _said_twice(key: tuple[str, ...], value: tuple[object, ...]) -> Message:
    return say("value_doubled", columns=", ".join(key), value=_shown(value))


def _row_at(columns: Columns, at: int) -> Row:
    return {name: values[at] for name, values in columns.items()}


def _shown(value: tuple[object, ...]) -> str:
    return ", ".join(map(repr, value))


def _broken(schema: Schema, row: Row, why: Message) -> BrokenPromise:
    return BrokenPromise(say("promise_broken", place=_place(schema, row), why=why))


def _place(schema: Schema, row: Row) -> Message | str:
    """Where a reader should look: table, notice, characters, rule, as far as the row has them."""
    named = {
        "notice_id": say("place_notice", said=row.get("notice_id")),
        "char_start": say("place_character", said=row.get("char_start")),
        "rule": say("place_rule", said=row.get("rule")),
        "kind": say("place_kind", said=row.get("kind")),
    }
    said = tuple(words for column, words in named.items() if row.get(column) is not None)
    return say("place_of_row", table=schema.table, rest=said) if said else schema.table
