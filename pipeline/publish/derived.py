"""Columns that follow from others of the same notice: base units, what a value is counted by, what is said twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b

from pipeline.decisions.keys import squeezed
from pipeline.language import patterns
from pipeline.language.indicators import plain_name
from pipeline.language.units import to_base
from pipeline.language.words import words
from pipeline.publish.aims import mark_aims_said_again
from pipeline.publish.schema import Schema
from pipeline.publish.sheet import Row

_TIMES = {"yearly": "年", "quarterly": "季度", "monthly": "月", "daily": "日"}
# Characters below which a task's title is no evidence that two tasks are one: 加强领导 stands in every notice twice.
_TELLING = 8
# The same of a sentence with an amount: 给予20万元资助 stands in many points.
_TELLING_SENTENCE = 20
_STOPS = "。；;"
_YEAR = patterns.compile(r"20\d\d年")
_OF_GRANT = ("amount", "amount_max", "unit", "per", "comparator")
# What of a task is said again with it, and what makes two of them one.
_SAID_OF_TASK: Mapping[str, Sequence[str]] = {
    "funding": (*_OF_GRANT, "payer", "recipient", "type", "row_label"),
    "deadlines": ("kind", "start_date", "end_date", "period", "text", "row_label"),
    "responsibilities": ("agency_name", "role", "kind", "row_label"),
}
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
    """A hash of the indicator's name without place and verb: the same in every notice, whatever it is counted in there.

    住房 of 500套 and of 3万平方米 have one id and two base units, 食堂 of 20个 and 20家 too: values are added within one unit.
    """
    indicator = row.get("indicator")
    if "indicator_id" not in schema.own or not isinstance(indicator, str) or not indicator:
        return {}
    plain = plain_name(indicator, tuple(places))
    return {"indicator_id": blake2b(plain.encode(), digest_size=_ID_BYTES).hexdigest()}


# --- said twice ---------------------------------------------------------------------------------


def mark_repeats(facts: Mapping[str, Sequence[Row]], text: str, headings: Mapping[str, str]) -> None:
    """Adds `repeats`: the first fact of the notice that says the same, of what an annex or table says again.

    A task and a target are told by their name, a grant by its whole sentence (20万元资助 stands in many points); and
    whatever belongs to a task that is said again is said again with it. `text` is that of the notice, `headings` those of its
    points.
    """
    _mark(facts["targets"], _target)
    mark_aims_said_again(facts["targets"], headings)
    _mark(facts["tasks"], _task)
    _mark(facts["funding"], lambda row: _grant(row, text, headings))
    _mark_times_of_grants(facts["deadlines"], facts["funding"])
    again = {row["fact_id"]: row["repeats"] for row in facts["tasks"] if row.get("repeats")}
    for name, said in _SAID_OF_TASK.items() if again else ():
        _mark(facts[name], partial(_of_task, again=again, said=said))


def _mark(rows: Iterable[Row], same: Callable[[Row], tuple[object, ...] | None]) -> None:
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if (about := same(row)) is None:
            continue
        said = first.setdefault(about, row)
        if said is not row and _place(said) != _place(row):
            row.setdefault("repeats", said.get("repeats") or said["fact_id"])


def _place(row: Row) -> tuple[object, object]:
    return row.get("clause_id"), row.get("table_id")


_SAID = [
    "kind", "comparator", "value", "value_max", "unit", "per", "scope", "change", "baseline_value", "deadline_date",
    "row_label",
]  # fmt: skip


def _target(row: Row) -> tuple[object, ...] | None:
    """What makes two targets one: the indicator and everything said of it. None for a target without name or value."""
    if not row.get("indicator") or (row.get("value") is None and row.get("kind") != "coverage"):
        return None
    return (row.get("indicator_id"), *(str(row.get(name)) for name in _SAID))


def _task(row: Row) -> tuple[object, ...] | None:
    title = squeezed(row.get("title"))
    return (title,) if len(title) >= _TELLING else None


def _grant(row: Row, text: str, headings: Mapping[str, str]) -> tuple[object, ...] | None:
    """A grant of prose: its amount, and the sentence it stands in, if that is long enough to be told by.

    Under a heading that speaks of money the sum of a year is told by that year: 2024年，投入资金60万元 stands under 资金预算, and
    again under 经费保障.
    """
    if row.get("table_id"):
        return None
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    since = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    years = [match.start() for match in _YEAR.finditer(text, since, end)]
    heading = headings.get(str(row.get("clause_id")), "")
    if years and row.get("amount_kind") == "total" and any(word in heading for word in words("fund")):
        return (*_values(row, _OF_GRANT), squeezed(text[years[-1] : end]))
    until = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    sentence = squeezed(text[since:until])
    return (*_values(row, _OF_GRANT), sentence) if len(sentence) >= _TELLING_SENTENCE else None


def _mark_times_of_grants(times: Sequence[Row], grants: Sequence[Row]) -> None:
    """The time of a grant that is said again is said again with it: 2018年度，资金投入80万元."""
    again = [grant for grant in grants if grant.get("repeats")]
    by_id = {grant["fact_id"]: grant for grant in grants}
    by_clause: dict[object, list[Row]] = defaultdict(list)
    for one in times if again else ():
        by_clause[one.get("clause_id")].append(one)
    for grant in again:
        time, first = (_time_of(row, by_clause) for row in (grant, by_id[grant["repeats"]]))
        if time and first and time["text"] == first["text"]:
            time.setdefault("repeats", first["fact_id"])


def _time_of(grant: Row, by_clause: Mapping[object, Sequence[Row]]) -> Row | None:
    """The time in whose clause of a sentence an amount stands."""
    at = int(str(grant["char_start"]))
    those = by_clause.get(grant.get("clause_id"), ())
    return next((t for t in those if int(str(t["char_start"])) <= at < int(str(t["char_end"]))), None)


def _of_task(row: Row, again: Mapping[object, object], said: Sequence[str]) -> tuple[object, ...] | None:
    """What is said of a task, under the task that says it first."""
    task = row.get("task_id")
    return (again.get(task, task), *_values(row, said)) if task else None


def _values(row: Row, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(squeezed(row.get(name)) for name in names)
