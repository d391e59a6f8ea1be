"""What editors decided, held against the schemas before it is applied, so that a slip is said with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.decisions.values import FOLLOWING
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction
from pipeline.publish.promises import refusal
from pipeline.publish.schema import schemas


def hold_corrections(corrections: Sequence[Correction]) -> None:
    """Raises BrokenPromise for the first that is about no table of facts, or has a value which its column may not have.

    `a.corrections.toml:14, correction 2: comparator is '至少', not one of <, <=, =, …`
    """
    for said in corrections:
        if wrong := next(_refused(said), None):
            raise BrokenPromise(say("correction_wrong", where=said.where, why=wrong))


def _refused(said: Correction) -> Iterator[Message]:
    schema = schemas().get(said.table)
    if schema is None or not schema.is_fact:
        known = tuple(name for name, one in schemas().items() if one.is_fact)
        yield say("correction_of_no_facts", table=said.table, known=known)
        return
    columns = {column.name: column for column in schema.columns if column.name in schema.own}
    if unknown := sorted(said.values.keys() - columns.keys()):
        yield say("column_unknown", table=schema.table, columns=", ".join(unknown))
    needed = (name for name, column in columns.items() if column.required and name not in FOLLOWING)
    lacking = needed if said.verdict == "missing" else ()
    for name in dict.fromkeys((*said.values, *lacking)):
        if name in columns and (wrong := refusal(columns[name], said.values.get(name))):
            yield wrong
