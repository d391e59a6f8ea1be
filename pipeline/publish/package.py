"""datapackage.json: a Frictionless Data Package over the Parquet files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.publish.schema import Schema

NAME = "datapackage.json"
# Of the files that say what is in a bucket, where the tables are in several: see `layout`.
BUCKETS = "buckets"
# What other programs know a folder of ours by.
CREATED_BY = "notice-pipeline"
OWN_WORDS = ("identity", "order")
# What a schema file says of the table as a whole; `warnings` what must not be added up.
ABOUT = ("title", "description", "description_zh", "warnings")
# How `write` says whose it is, and how git marks what two branches say differently.
OURS, CONFLICT = f'"name": "{CREATED_BY}"', "<<<<<<< "
# Of the tables and their columns: more columns raise the second number, others gone or changed the first.
VERSION = "2.2.0"


class Part(NamedTuple):
    """A table of a bucket: its file as seen from the published folder."""

    path: str
    rows: int
    sha256: str


def write(
    schemas: Mapping[str, Schema],
    folder: Path,
    digests: Mapping[str, str | Sequence[Part]],
    besides: Mapping[str, object],
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
        **besides,
    }
    (folder / NAME).write_text(_indented(package) + "\n", "utf-8")


def written(besides: Mapping[str, object]) -> Mapping[str, object]:
    """What the data package says besides, as it will stand there: put together before the rest is known."""
    return {name: _Written(_indented(one, 1)) for name, one in besides.items()}


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


def is_ours(folder: Path) -> bool:
    """Whether this program wrote the folder; also where git could not merge it and left its marks in the data package."""
    try:
        package = _read(folder)
    except OSError:
        return False
    except ValueError:
        said = (folder / NAME).read_text("utf-8", "replace")
        try:
            package = json.loads(said)
        except ValueError:
            return said.startswith(("{", CONFLICT)) and OURS in said and f"\n{CONFLICT}" in f"\n{said}"
    return isinstance(package, dict) and package.get("name") == CREATED_BY


def path_to_digest(path: Path | str) -> str | None:
    """SHA-256 of a file; None where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def strays(folder: Path, digest: Callable[[str], str | None] = path_to_digest) -> list[str]:
    """Files of a published folder that are not those its data package lists: edited by hand, or merged by git.

    The tables and their twins can then say different things. Empty where there is no such folder.
    """
    return [path for path, said in listed(folder).items() if digest(f"{folder}/{path}") != said]


def buckets(folder: Path) -> int:
    """In how many buckets the tables of a published folder are; one where it does not say so. Fails as what says nothing of it."""
    return int(_read(folder).get("buckets", 1))


def _read(folder: Path) -> Any:
    """The data package of a folder, read once as long as it is the same file: of ten thousand notices it is two megabytes."""
    path = folder / NAME
    found = path.stat()
    return _parsed(path, (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


@lru_cache(1)
def _parsed(path: Path, sign: tuple[int, ...]) -> Any:
    return json.loads(path.read_text("utf-8"))


def listed(folder: Path) -> Mapping[str, str]:
    """SHA-256 of every table and twin of a published folder by path, as its data package says; empty where there is none."""
    try:
        package = _read(folder)
        # A table that git merged has no hash yet.
        resources = [resource for resource in package["resources"] if "sha256" in resource]
        found: dict[str, str] = {resource["path"]: resource["sha256"] for resource in resources}
        found |= package["twins"]
        for path in sorted((folder / BUCKETS).glob("*.json")):
            parts = json.loads(path.read_text("utf-8"))["tables"].values()
            found |= {part["path"]: part["sha256"] for part in parts}
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return found


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
