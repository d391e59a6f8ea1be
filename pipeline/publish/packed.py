"""What one notice brings to the tables, as it is kept and handed on from process to process.

Portion → a line of JSON, then its parts, each compressed → Portion, whose parts are decoded when they are asked for
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

import pyarrow as pa

from pipeline.messages import json_to_message, message_to_json
from pipeline.publish import arrow
from pipeline.publish.portion import Portion, own_schemas
from pipeline.publish.sheet import Row
from pipeline.publish.twin import Twin


def portions_to_bytes(portions: Sequence[Portion]) -> bytes:
    """The notices of one file: a line of JSON with their lengths, then each."""
    stored = [portion_to_bytes(portion) for portion in portions]
    return json.dumps([len(one) for one in stored]).encode() + b"\n" + b"".join(stored)


def portion_to_bytes(portion: Portion) -> bytes:
    """A line of JSON that says what follows: what is merged, the twin and every table that has rows, each compressed."""
    plain = {MERGED_PART: json.dumps(portion.merged).encode()}
    plain |= {name: _table_to_bytes(table) for name, table in portion.tables.items() if table.num_rows}
    parts = {name: codec().compress(part, asbytes=True) for name, part in plain.items()}
    parts[TWIN_PART] = portion.twin.packed
    said = {
        **{name: getattr(portion, name) for name in PLAIN},
        "told": [row for row in portion.merged["issues"] if row["kind"] in ABOUT_FILES],
        "wants": [message_to_json(one) for one in portion.wants],
        "digest": portion.twin.digest,
        "parts": {name: [len(part), len(plain.get(name, b""))] for name, part in parts.items()},
    }
    return json.dumps(said, ensure_ascii=True).encode() + b"\n" + b"".join(parts.values())


def bytes_to_portion(stored: bytes) -> Portion:
    """The inverse; its tables are decoded when they are asked for. What is not of this program fails with ValueError, KeyError
    or an Arrow error (a ValueError too)."""
    head, _, body = stored.partition(b"\n")
    said: dict[str, Any] = json.loads(head)
    packed, at = dict[str, tuple[bytes, int]](), 0
    for name, (length, plain) in said["parts"].items():
        packed[name] = body[at : at + length], plain
        at += length
    if at != len(body):
        raise ValueError("not as long as it says")
    plain = {name: said[name] for name in PLAIN}
    twin = Twin(said["notice_id"], said["digest"], packed[TWIN_PART][0])
    wants = tuple(json_to_message(one) for one in said["wants"])
    return Portion(**plain, tables=_Tables(packed), merged=_Merged(packed), twin=twin, wants=wants)


PLAIN = ("notice_id", "source_file", "facts", "checks", "mentions")
MERGED_PART, TWIN_PART = "merged", "twin"
# Kinds of issue that are not about the notice's words but about files: they are said at once.
ABOUT_FILES = frozenset({"side_file"})
Packed = Mapping[str, tuple[bytes, int]]


@cache
def codec() -> pa.Codec:
    """Makes a ninth of the tables of a notice in the time that reading the rest from a disk takes."""
    return pa.Codec("zstd", compression_level=1)


def joined(portions: Sequence[Portion], name: str) -> pa.Table:
    """A table of several notices, put together before it is decoded: a hundred times one table cost as much as writing them."""
    parts = [part for one in portions if (part := _encoded(one.tables, name)) is not None]
    empty = _empty(name)
    if not parts:
        return empty
    stream = b"".join((empty.schema.serialize(), *parts))
    return pa.ipc.open_stream(stream).read_all()


def _encoded(tables: Mapping[str, pa.Table], name: str) -> bytes | None:
    """A table of one notice as a message of Arrow; None where it has no rows."""
    if isinstance(tables, _Tables):
        return tables.encoded(name)
    table = tables[name]
    return _table_to_bytes(table) if table.num_rows else None


class _Tables(Mapping[str, pa.Table]):
    """The tables of a notice, each decoded when it is asked for: who wants to know its citations reads no cells."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed

    def __getitem__(self, name: str) -> pa.Table:
        if name not in self._packed:
            return _empty(name)
        batch = pa.ipc.read_record_batch(pa.py_buffer(self.encoded(name)), _empty(name).schema)
        return pa.Table.from_batches([batch])

    def encoded(self, name: str) -> bytes | None:
        """A table as a message of Arrow; None where it has no rows. Bytes: a buffer of Arrow takes half as long again."""
        if name not in self._packed:
            return None
        part, length = self._packed[name]
        return bytes(codec().decompress(part, length, asbytes=True))

    def __contains__(self, name: object) -> bool:
        return name in own_schemas()

    def __iter__(self) -> Iterator[str]:
        return iter(own_schemas())

    def __len__(self) -> int:
        return len(own_schemas())


class _Merged(Mapping[str, Sequence[Row]]):
    """The same of what is merged with other notices."""

    def __init__(self, packed: Packed) -> None:
        self._part = packed[MERGED_PART]

    @cached_property
    def _rows(self) -> Mapping[str, Sequence[Row]]:
        part, length = self._part
        rows: Mapping[str, Sequence[Row]] = json.loads(codec().decompress(part, length, asbytes=True))
        return rows

    def __getitem__(self, name: str) -> Sequence[Row]:
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _table_to_bytes(table: pa.Table) -> bytes:
    """The rows alone: their columns are those of the schema."""
    (batch,) = table.combine_chunks().to_batches()
    return bytes(batch.serialize())


@cache
def _empty(name: str) -> pa.Table:
    return arrow.empty_table(own_schemas()[name])
