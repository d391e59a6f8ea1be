"""datapackage.json: a Frictionless Data Package over the Parquet files."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from pipeline.publish.schema import Schema

NAME = "datapackage.json"
# Of the files that say what is in a bucket, where the tables are in several: see `layout`.
BUCKETS = "buckets"
# What other programs know a folder of ours by.
CREATED_BY = "notice-pipeline"
OWN_WORDS = ("identity", "order")
# What a schema file says of the table as a whole; `warnings` what must not be added up.
ABOUT = ("title", "description", "description_zh", "warnings")
# Of the tables and their columns: more columns raise the second number, others gone or changed the first.
VERSION = "2.2.0"


class Part(NamedTuple):
    """A table of a bucket: its file as seen from the published folder."""

    path: str
    rows: int
    sha256: str


class Pieces(NamedTuple):
    """A list or an object of the data package that grows with the notices, written piece by piece."""

    brackets: str
    each: Iterable[str]


def load(schemas: Mapping[str, Schema]) -> None:
    """Describes the columns now."""
    for schema in schemas.values():
        _described(schema)


def items(each: Iterable[object]) -> str:
    """Things as they stand in a list: a piece of it."""
    return _BETWEEN.join([_indented(one, 2) for one in each])


def pairs(each: Iterable[tuple[str, str]]) -> str:
    """Texts by name as they stand in an object: a piece of it."""
    return _BETWEEN.join([f"{_quoted(name)}: {_quoted(said)}" for name, said in each])


def write(
    schemas: Mapping[str, Schema],
    folder: Path,
    digests: Mapping[str, str | Sequence[Part]],
    besides: IO[bytes],
) -> None:
    """Describes the tables of `folder`, of which `digests` are the SHA-256 of the file or the parts, and says what is
    `besides`; the same files give the same bytes.

    `sha256` is a word of our own: frictionless counts no `bytes` or `hash` of Parquet and calls them wrong.
    """
    package = {
        "name": CREATED_BY,
        "version": VERSION,
        "title": "政策通知 Chinese government policy notices",
        "description": "Who must do what, how much, by when: every value with the words it was read from.",
        "description_zh": "谁做什么、做多少、何时完成：每个值都附有读出它的原文。",
        "resources": [_resource(schema, digests[name]) for name, schema in schemas.items()],
    }
    with (folder / NAME).open("wb") as file, besides:
        file.write(_indented(package).removesuffix("\n}").encode())
        shutil.copyfileobj(besides, file)
        file.write(b"\n}\n")


def written(besides: Mapping[str, object]) -> IO[bytes]:
    """What the data package says besides, as it will stand there: put together before the rest is known."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  Whoever copies it closes it.
    for name, said in besides.items():
        file.write(f",\n {_quoted(name)}: ".encode())
        file.writelines(
            one.encode() for one in (_joined(said) if isinstance(said, Pieces) else [_indented(said, 1)])
        )
    file.seek(0)
    return file


def _joined(pieces: Pieces) -> Iterator[str]:
    """As `_indented` at a depth of one."""
    begin, end, before = pieces.brackets[0], pieces.brackets[1], ""
    for one in filter(None, pieces.each):
        yield f"{before or f'{begin}{_BETWEEN[1:]}'}{one}"
        before = _BETWEEN
    yield f"\n {end}" if before else pieces.brackets


# What stands between two things of a list or an object at that depth.
_BETWEEN = ",\n  "


def _indented(said: object, depth: int = 0) -> str:
    """As `json.dumps` with an indent of 1, which takes ten times as long over ten thousand sources and twins."""
    if isinstance(said, _Written):
        return said.text
    if not isinstance(said, Mapping | list) or not said:
        return _encoded(said)
    line = "\n" + " " * (depth + 1)
    if isinstance(said, list):
        inside = f",{line}".join([_indented(one, depth + 1) for one in said])
        return f"[{line}{inside}{line[:-1]}]"
    lines = [
        f"{_quoted(key)}: {_quoted(one) if type(one) is str else _indented(one, depth + 1)}"
        for key, one in said.items()
    ]
    inside = f",{line}".join(lines)
    return f"{{{line}{inside}{line[:-1]}}}"


_encoded, _quoted = json.JSONEncoder(ensure_ascii=False).encode, json.encoder.encode_basestring


class _Written(NamedTuple):
    """What is JSON already, as it stands in its place."""

    text: str


def _resource(schema: Schema, digest: str | Sequence[Part]) -> dict[str, Any]:
    about = {name: schema.descriptor[name] for name in ABOUT if name in schema.descriptor}
    return {
        "name": schema.table,
        "type": "table",
        "path": f"{schema.table}.parquet" if isinstance(digest, str) else [part.path for part in digest],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **about,
        # A view repeats what stands in the other tables.
        **({"view": True} if schema.is_view else {}),
        **({"sha256": digest} if isinstance(digest, str) else {}),
        "schema": _described(schema),
    }


@cache
def _described(schema: Schema) -> _Written:
    """Of whatever notices, the same: written once for all data sets that one process publishes."""
    said = {**schema.descriptor, "fields": [_field(field) for field in schema.descriptor["fields"]]}
    # Within a resource, which is one of a list within the package.
    kept = {name: value for name, value in said.items() if name not in (*OWN_WORDS, *ABOUT)}
    return _Written(_indented(kept, depth=3))


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    """The field as programs that read Parquet through pandas can hold it against the file.

    There an empty integer is the float NaN, which frictionless 5.21 (with pandas 3) takes for a number,
    and for one below any minimum. The file itself has whole numbers and nulls, within the limits.
    """
    limits = field.get("constraints", {})
    if field["type"] == "integer" and not limits.get("required"):
        return {**{k: v for k, v in field.items() if k != "constraints"}, "type": "number"}
    return dict(field)
