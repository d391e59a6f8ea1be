"""Values as the kinds of columns have them: text, whole number, number, truth, day."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from types import NoneType

from pipeline.publish.schema import Kind


def as_they_are(kind: Kind, values: Sequence[object]) -> set[object] | None:
    """The values without repetition if all are of the type published, or none; None if they must be looked at one by one.

    Nearly all columns are so, and looking at each value took a tenth of a run.
    """
    if set(map(type, values)) - {PLAIN[kind], NoneType}:
        return None
    distinct = set(values)
    try:
        if kind == "string":
            "".join([value for value in distinct if isinstance(value, str)]).encode("utf-8")
    except UnicodeEncodeError:
        return None
    strange = kind == "number" and not all(math.isfinite(v) for v in distinct if isinstance(v, float))
    return None if strange else distinct


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode("utf-8")  # Lone surrogates cannot be published.
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
        raise TypeError(value)
    return int(value)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError(value)
    return float(value)


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if not isinstance(value, str) or len(value) != len("2025-12-31"):
        raise TypeError(value)
    return datetime.date.fromisoformat(value)


PLAIN: Mapping[Kind, type] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": datetime.date,
}
READERS: Mapping[Kind, Callable[[object], object]] = {
    "string": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
}
