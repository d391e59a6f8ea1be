"""Two branches that each changed what is published → one set of tables: notice by notice, for git.

    git merge → this, a file at a time: (common ancestor, ours, theirs) → ours

What one branch left as it was is taken from the other; what both changed stays ours. `make extract` then makes anew what
only all notices together tell (links between them, the hashes in datapackage.json), so nothing here need be refused.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.messages import say
from pipeline.publish import arrow, package
from pipeline.publish.described import described
from pipeline.publish.promises import rows_to_columns
from pipeline.publish.rows import SHARED, sort_rows
from pipeline.publish.schema import schemas
from pipeline.publish.sheet import Row

# What is merged under one name: of a notice its rows, of a body or region its own row.
Groups = Mapping[Hashable, Any]


def merge_files(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Writes into `ours` what the file `name` is when both branches are merged; `base` is empty where it is new in both.

    OSError if one of them cannot be read.
    """
    # Long: what git hands over.
    if name.endswith(".parquet"):
        _merge_tables(base, ours, theirs, Path(name).stem)
    elif Path(name).name == package.NAME:
        _merge_packages(base, ours, theirs)
    else:
        merge = ["git", "merge-file", "--quiet", "--ours", str(ours), str(base), str(theirs)]
        subprocess.run(merge, check=False)


def chosen(base: Groups, ours: Groups, theirs: Groups) -> dict[Hashable, Any]:
    """By name what one side changed, came with or took away; what both changed is ours."""
    names = dict.fromkeys((*ours, *theirs))
    sides = {name: theirs.get(name) if ours.get(name) == base.get(name) else ours.get(name) for name in names}
    return {name: side for name, side in sides.items() if side is not None}


def _merge_tables(base: Path, ours: Path, theirs: Path, table: str) -> None:
    schema = schemas().get(table)
    sides = [_table(path) for path in (base, ours, theirs)]
    if schema is None or sides[1] is None or sides[2] is None:
        return
    key = "notice_id" if any(c.name == "notice_id" for c in schema.columns) else schema.primary_key[0]
    groups = [_grouped(side.to_pylist() if side is not None else [], key) for side in sides]
    kept = chosen(*groups)
    if table in SHARED:  # What one branch no longer names, the other may: the next run knows.
        kept = {**groups[2], **groups[1], **kept}
    rows = [row for group in kept.values() for row in group]
    columns = {column.name for column in schema.columns}
    rows = [{name: value for name, value in row.items() if name in columns} for row in rows]
    merged = arrow.columns_to_table(schema, rows_to_columns(schema, sort_rows(schema, rows)))
    arrow.write(described(schema, merged), ours)


def _table(path: Path) -> pa.Table | None:
    """None for an empty file: there was none."""
    if not path.stat().st_size:
        return None
    try:
        return pq.ParquetFile(path).read()
    except pa.ArrowException as error:
        raise OSError(say("no_parquet", file=path.name, error=str(error))) from error


def _grouped(rows: Sequence[Row], key: str) -> dict[Hashable, list[Row]]:
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row[key]), []).append(row)
    return groups


def _merge_packages(base: Path, ours: Path, theirs: Path) -> None:
    """The twins of both; a table that both changed is neither's: its hash is not known until it is made anew."""
    old, one, other = (json.loads(path.read_text("utf-8") or "{}") for path in (base, ours, theirs))
    one["twins"] = dict(
        sorted(chosen(old.get("twins", {}), one.get("twins", {}), other.get("twins", {})).items())
    )
    were, theirs_are = ({each["name"]: each for each in side.get("resources", ())} for side in (old, other))
    for resource in one.get("resources", ()):
        mine, before, yours = (
            side.get("sha256")
            for side in (resource, were.get(resource["name"], {}), theirs_are.get(resource["name"], {}))
        )
        if mine == before:
            resource["sha256"] = yours
        elif yours not in (mine, before):
            resource.pop("sha256")
    ours.write_text(json.dumps(one, ensure_ascii=False, indent=1) + "\n", "utf-8")
