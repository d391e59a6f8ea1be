"""What one notice brings to the tables: made once, kept in the cache, put together with the others.

    Checked → rows → columns that hold what schemas/ promise → Arrow tables → bytes and back

Nothing of another notice is needed, so that adding one to five hundred costs the reading of one.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from pipeline.messages import Message, json_to_message, message_to_json
from pipeline.model import Checked, is_of_machine
from pipeline.publish import arrow
from pipeline.publish.promises import hold_keys, rows_to_columns
from pipeline.publish.rows import LATE, MERGED, notice_to_rows
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row, Sheet
from pipeline.publish.twin import Twin, rows_to_twin


@dataclass(frozen=True)
class Portion:
    """The tables of one notice, and what is merged with other notices before it becomes one (`merged`, by table).

    `checks` count by status, `mentions` by kind, place and status with blanks between; `facts` are the rows read;
    `wants` say which parts were not read for want of a tool or a higher limit.
    """

    notice_id: str
    source_file: str
    tables: Mapping[str, pa.Table]
    merged: Mapping[str, Sequence[Row]]
    twin: Twin
    facts: int
    checks: Mapping[str, int]
    mentions: Mapping[str, int]
    wants: tuple[Message, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether every page could be read, with all tools it needs: another try, on another day, would give the same."""
        done = self.tables["pages"]["done"].to_pylist()
        return not self.wants and not any(str(said).startswith("unreadable") for said in done)


def checked_to_portion(checked: Checked) -> Portion:
    """Raises BrokenPromise if a row of the notice breaks what schemas/ promise, as far as one notice can show it."""
    sheet = Sheet(checked)
    rows = notice_to_rows(checked)
    columns = {name: rows_to_columns(schema, rows[name]) for name, schema in own_schemas().items()}
    hold_keys(own_schemas(), columns)
    merged = {name: [plain(row) for row in rows.get(name, sheet.entities(name))] for name in MERGED}
    return Portion(
        notice_id=sheet.notice_id,
        source_file=sheet.document.source_file,
        tables={
            name: arrow.columns_to_table(schema, columns[name]) for name, schema in own_schemas().items()
        },
        merged=merged,
        twin=rows_to_twin(sheet.notice_id, rows),
        facts=len(checked.extracted.facts),
        checks=Counter(check.status for check in checked.checks),
        mentions=Counter(f"{m.kind} {m.place} {m.status}" for m in checked.ledger),
        wants=tuple(issue.message for issue in sheet.document.issues if is_of_machine(issue.message)),
    )


@cache
def own_schemas() -> Mapping[str, Schema]:
    """The tables whose rows one notice makes alone, with the keys that it can be held to alone."""
    return {
        name: dataclasses.replace(schema, foreign_keys=tuple(k for k in schema.foreign_keys if k.is_inner))
        for name, schema in schemas().items()
        if name not in (*MERGED, *LATE)
    }


def plain(row: Mapping[str, object]) -> Row:
    """A row as JSON would give it back: from the cache or not, it must be the same."""
    return {k: v.isoformat() if isinstance(v, datetime.date) else v for k, v in row.items()}


# --- bytes ------------------------------------------------------------------------------------


def portions_to_bytes(portions: Sequence[Portion]) -> bytes:
    """The notices of one file: a line of JSON with their lengths, then each."""
    stored = [portion_to_bytes(portion) for portion in portions]
    return json.dumps([len(one) for one in stored]).encode() + b"\n" + b"".join(stored)


def bytes_to_portions(stored: bytes) -> tuple[Portion, ...]:
    """The inverse; fails as `bytes_to_portion`."""
    head, _, body = stored.partition(b"\n")
    portions, start = [], 0
    for length in json.loads(head):
        portions.append(bytes_to_portion(body[start : start + length]))
        start += length
    return tuple(portions)


def portion_to_bytes(portion: Portion) -> bytes:
    """A line of JSON that says what follows, then the twin and every table that has rows."""
    parts = {name: _table_to_bytes(table) for name, table in portion.tables.items() if table.num_rows}
    parts[""] = portion.twin.packed
    said = {
        **{name: getattr(portion, name) for name in PLAIN},
        "wants": [message_to_json(one) for one in portion.wants],
        "digest": portion.twin.digest,
        "parts": {name: len(part) for name, part in parts.items()},
    }
    return json.dumps(said, ensure_ascii=True).encode() + b"\n" + b"".join(parts.values())


def bytes_to_portion(stored: bytes) -> Portion:
    """The inverse. What is not of this program fails with ValueError, KeyError or an Arrow error (a ValueError too)."""
    head, _, body = stored.partition(b"\n")
    said: dict[str, Any] = json.loads(head)
    parts: dict[str, memoryview] = {}
    rest = memoryview(body)
    for name, length in said["parts"].items():
        parts[name], rest = rest[:length], rest[length:]
    tables = {name: _bytes_to_table(parts[name]) if name in parts else _empty(name) for name in own_schemas()}
    plain = {name: said[name] for name in PLAIN}
    twin = Twin(said["notice_id"], said["digest"], bytes(parts[""]))
    wants = tuple(json_to_message(one) for one in said["wants"])
    return Portion(**plain, tables=tables, twin=twin, wants=wants)


PLAIN = ("notice_id", "source_file", "merged", "facts", "checks", "mentions")


def _table_to_bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def _bytes_to_table(stored: memoryview) -> pa.Table:
    return pa.ipc.open_stream(pa.py_buffer(stored)).read_all()


@cache
def _empty(name: str) -> pa.Table:
    return arrow.empty_table(schemas()[name])
