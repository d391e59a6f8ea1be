"""Notices as they were published before: what cannot be read today keeps its rows, and says so.

extracted/*.parquet → the rows of a notice → Portion, marked stale with the reason
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from pipeline.messages import Message
from pipeline.model import BrokenPromise
from pipeline.publish import arrow, package, twin
from pipeline.publish.listed import path_to_digest
from pipeline.publish.portion import Portion, own_schemas, plain
from pipeline.publish.promises import rows_to_columns
from pipeline.publish.published import columns_of, rows_of
from pipeline.publish.references import without_dangling
from pipeline.publish.rows import LATE, SHARED, sort_rows
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row
from pipeline.publish.views import VIEWS, rows_to_views

# The kind of the issue that says why rows are those of an earlier run.
STALE = "stale"
# Rows that arise between two notices are made anew from the rows of both.
BETWEEN: Mapping[str, frozenset[str]] = {
    "checks": frozenset({"between_notices"}),
    "issues": frozenset({STALE, "ambiguous_citation", "conflicting_entity", "nearly_a_copy"}),
}
Tables = Mapping[str, Sequence[Row]]


def published_ids(out: Path) -> Mapping[str, str]:
    """The notices of the published folder `out`, each with the file it was read from; none where there is none.

    BrokenPromise where the table cannot be read.
    """
    ids, files = columns_of(out, "notices", ("notice_id", "source_file"))
    return dict(zip(map(str, ids), map(str, files), strict=True))


def published(
    out: Path, notice_ids: Iterable[str], others: Callable[[], Iterable[Portion]] = tuple
) -> dict[str, Portion]:
    """Those notices as `out` has them, without what marks them as stale. One whose rows do not fit the tables of
    this program (its columns are others) is left out. BrokenPromise where a table cannot be read.

    A body or region that `out` has lost is taken from one of the `others` that names it too.
    """
    wanted = frozenset(notice_ids)
    if not wanted:
        return {}
    own: dict[str, dict[str, list[Row]]] = {name: {} for name in sorted(wanted)}
    shared: dict[str, list[Row]] = {}
    for name, schema in schemas().items():
        rows = [
            _of_today(schema, row) for row in rows_of(out, name, wanted=None if name in SHARED else wanted)
        ]
        if name in SHARED:
            (key,) = schema.primary_key
            known = (row for other in others() for row in other.merged[name])
            shared[name] = list({row[key]: row for row in (*known, *rows)}.values())
            continue
        between = BETWEEN.get(name, frozenset())
        for row in rows:
            if row.get("notice_id") in wanted and row.get("kind") not in between:
                own[str(row["notice_id"])].setdefault(name, []).append(row)
    found = {}
    for notice_id, tables in own.items():
        with contextlib.suppress(BrokenPromise, LookupError, TypeError, ValueError):
            if "notices" in tables:
                found[notice_id] = _portion(notice_id, tables, shared, out)
    return found


def as_stale(portion: Portion, why: Message) -> Portion:
    """The notice with the reason why its rows are those of an earlier run: in `notices` and in its twin."""
    said: Row = {"stale": True, "stale_reason": why.en}
    rows = [{**row, **said} for row in portion.tables["notices"].to_pylist()]
    return replace(
        portion,
        tables={**portion.tables, "notices": _table(schemas()["notices"], rows)},
        twin=_told(portion.twin, lambda row: {**row, **said}),
    )


def messages_of(portion: Portion) -> frozenset[object]:
    """What is said of a notice in `issues`."""
    return frozenset(row.get("message") for row in portion.merged["issues"])


def _of_today(schema: Schema, row: Row) -> Row:
    """The row in the columns of today."""
    columns = {column.name for column in schema.columns}
    return {name: value for name, value in row.items() if name in columns}


def _portion(notice_id: str, own: Tables, shared: Tables, out: Path) -> Portion:
    """One notice's rows as the portion they came from. BrokenPromise if they do not fit the schemas."""
    own = {name: own.get(name, []) for name in schemas() if name not in (*SHARED, *VIEWS, *LATE)}
    facts = {row["fact_id"] for rows in own.values() for row in rows if "fact_id" in row}
    own = {name: [_of_its_own(row, facts) for row in rows] for name, rows in own.items()}
    own = {**own, "notices": [_fresh(row) for row in own["notices"]]}
    whole, lost = without_dangling({**own, **_named(own, shared)})
    own, named = ({name: whole[name] for name in names} for names in (own, SHARED))
    own["issues"] += lost
    own = {**own, **_views(own, named)}
    for name, rows in (*named.items(), ("issues", own["issues"])):
        rows_to_columns(schemas()[name], rows)
    return Portion(
        notice_id=notice_id,
        source_file=str(own["notices"][0]["source_file"]),
        tables={name: _table(schema, own[name]) for name, schema in own_schemas().items()},
        merged={
            name: [plain(row) for row in rows] for name, rows in (*named.items(), ("issues", own["issues"]))
        },
        twin=_twin(notice_id, own, out),
        facts=sum(len(own[name]) for name, schema in schemas().items() if schema.is_fact),
        checks=Counter(str(row["status"]) for row in own["checks"]),
        mentions=Counter(f"{row['kind']} {row['place']} {row['status']}" for row in own["ledger"]),
    )


def _views(own: Tables, named: Tables) -> dict[str, list[Row]]:
    """The views, made anew: what other notices had told of this one may be otherwise now."""
    plain_rows = {name: [plain(row) for row in rows] for name, rows in own.items()}
    made = rows_to_views(plain_rows, *([plain(row) for row in named[name]] for name in SHARED))
    return {name: sort_rows(schemas()[name], rows) for name, rows in made.items()}


def _of_its_own(row: Row, facts: Container[object]) -> Row:
    """The row without a fact of another notice that it repeats: that is found anew."""
    return {**row, "repeats": None} if row.get("repeats") and row["repeats"] not in facts else row


def _fresh(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("stale", "stale_reason")}


def _table(schema: Schema, rows: Sequence[Row]) -> pa.Table:
    return arrow.columns_to_table(schema, rows_to_columns(schema, rows))


def _named(own: Tables, shared: Tables) -> dict[str, Sequence[Row]]:
    """The agencies and regions that the notice's rows name, and those that these name."""
    found: dict[str, dict[object, Row]] = {name: {} for name in SHARED}
    known = {name: {row[schemas()[name].primary_key[0]]: row for row in shared[name]} for name in SHARED}
    todo = [(name, row) for name, rows in own.items() for row in rows]
    while todo:
        name, row = todo.pop()
        for foreign in schemas()[name].foreign_keys:
            key = row.get(foreign.columns[0])
            if foreign.table in SHARED and key in known[foreign.table] and key not in found[foreign.table]:
                found[foreign.table][key] = known[foreign.table][key]
                todo.append((foreign.table, known[foreign.table][key]))
    return {name: list(rows.values()) for name, rows in found.items()}


def _twin(notice_id: str, own: Tables, out: Path) -> twin.Twin:
    """The published twin if it is as it was published; else one made of the rows."""
    made = twin.rows_to_twin(notice_id, own)
    try:
        listed = json.loads((out / package.NAME).read_text("utf-8"))["twins"][made.path]
        text = (out / made.path).read_bytes()
    except (OSError, ValueError, LookupError, TypeError):
        return made
    said = twin.Twin(notice_id, listed, zlib.compress(text, 1))
    return _told(said, _fresh) if path_to_digest(out / made.path) == listed else made


def _told(said: twin.Twin, change: Callable[[Row], Row]) -> twin.Twin:
    """The twin with the line about the notice itself changed."""
    lines = zlib.decompress(said.packed).decode("utf-8").splitlines(keepends=True)
    told = [
        f"{json.dumps(change(row), ensure_ascii=False)}\n" if row.get("table") == "notices" else line
        for line in lines
        for row in (json.loads(line) if line.startswith('{"table": "notices"') else {},)
    ]
    return twin.text_to_twin(said.notice_id, "".join(told))
