"""Whether the words an editor gives for a value say that value: 96 beside 97个 would tell two truths of one fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.language.quantities import quantities
from pipeline.language.units import to_base
from pipeline.messages import say
from pipeline.model import BrokenPromise, Correction


class _Told(NamedTuple):
    """The columns of a table that hold the words of a value, and the value."""

    words: str
    value: str
    most: str
    unit: str


_TOLD: Mapping[str, _Told] = {
    "targets": _Told("value_text", "value", "value_max", "unit"),
    "table_facts": _Told("value_text", "value", "value_max", "unit"),
    "funding": _Told("amount_text", "amount", "amount_max", "unit"),
}
_DIGITS = 6


def hold_together(said: Correction, values: Mapping[str, object]) -> None:
    """Raises BrokenPromise where an editor's words for a value are read as another one; `values` are those of the fact as decided.

    Words that the editor leaves alone are what is printed: 95个 beside a value put right to 96 is no fault. What is not read
    as one quantity (全覆盖, 百余个) is taken as it is.
    """
    told = _TOLD.get(said.table)
    if told is None or not said.values.get(told.words):
        return
    found = quantities(str(said.values[told.words]))
    ours = {_in_base(values.get(name), values.get(told.unit)) for name in (told.value, told.most)} - {None}
    if len(found) != 1 or not ours or _in_base(found[0].value, found[0].unit) in ours:
        return
    wrong = {"words": said.values[told.words], "value": values.get(told.value), "unit": values.get(told.unit)}
    raise BrokenPromise(say("correction_two_truths", where=said.where, column=told.words, **wrong))


def _in_base(value: object, unit: object) -> float | None:
    """A value in its base unit; one without number is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    base = to_base(value, unit) if isinstance(unit, str) and unit else None
    return round(base[0] if base else value, _DIGITS)
