"""Rows of the views as the page holds them: columns of codes and numbers, compressed, words apart from what is filtered by.

A block is gzip in base64 of: the length of its heading (4 bytes), the heading as JSON (rows, and for each column its place,
its width and its words), and the columns one after another. A code is the place of a word in the list, from 1; 0 is empty.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.dashboard.discretion import LEFT_OUT, columns_of_names, discreet, personal_columns, persons_of
from pipeline.dashboard.figures import FOLDER, source_to_sql

_WIDTHS = (1, 2, 4)
_CODES = {1: "uint8", 2: "uint16", 4: "uint32"}
_ALIGNED = 8
_INTEGER = 4


@dataclass(frozen=True, slots=True)
class Embedded:
    """What of a view is in the page: columns to count and filter by, and words that are shown and searched."""

    counted: Sequence[str]
    words: Sequence[str] = ()


_OF_NOTICE = ("notice_id", "region_code", "written_date", "same_as", "countable")
_THERE = "CASE WHEN {0} IS NOT NULL THEN 'x' END AS {0}"
_QUOTED = "CASE WHEN kind NOT IN ('responsibility', 'task', 'table_value') THEN {0} END AS {0}"
# Of a row whose heading asks for a person or a number to ring up, nothing is said.
_DISCREET = (
    "CASE WHEN list_contains($personal, split_part(column_path, '/', -1)) THEN $left_out "
    "WHEN kind NOT IN ('responsibility', 'task') THEN {0} END AS {0}"
)
EMBEDDED: Mapping[str, Embedded] = {
    "notices": Embedded((
        *_OF_NOTICE, "notice_title", "document_type", "doc_number", "region", "issuer", "notice_status", "failed", "unclaimed", "issues",
    )),
    "task_list": Embedded(
        (*_OF_NOTICE, "task_id", "task", "lead", "support", "joint", "due_date", "due_from", "recurring", _THERE.format("table_id"), _THERE.format("targets").replace("AS targets", "AS aims"), "confidence"),
        ("text", "targets", "point", "due_text", "quote", "char_start"),
    ),
    "task_agencies": Embedded((*_OF_NOTICE, "task_id", "agency_id", "agency_full_name", "agency_type", "role")),
    "due": Embedded(
        (*_OF_NOTICE, "kind", "subkind", "due_date", "start_date", "period", "recurring", "notice_status", "in_force_from", "in_force_until", "lead", "support", "joint", "task", "in_words"), ("point", "quote", "char_start"),
    ),
    "target_tracker": Embedded(
        (*_OF_NOTICE, "fact_id", "region", "stage", "indicator_id", "indicator", "CAST(year AS VARCHAR) AS year", "comparator", "value", "value_max", "unit", "value_base", "unit_base", "per", "scope", "change", _THERE.format("repeats")),
        ("quote", "char_start"),
    ),
    "facts": Embedded(
        (*_OF_NOTICE, "kind", "table_id", "column_path", "value", "value_base", "unit_base", "is_total", "proved", "payer", "recipient", "amount_kind", _THERE.format("repeats")),
        (_QUOTED.format("what"), _DISCREET.format("in_words"), _QUOTED.format("quote"), _DISCREET.format("row_label"), "char_start"),
    ),
}  # fmt: skip


def view_to_tables(ask: Any, view: str) -> dict[str, Any]:
    """`view` and `view.words`, each an Arrow table; `ask` runs a SELECT. Rows come in the order of the file, by notice."""
    embedded = EMBEDDED[view]
    # Those of notices are joined from several files.
    order = "\nORDER BY notice_id" if view == "notices" else ""
    values = {"personal": sorted(personal_columns()), "left_out": LEFT_OUT}
    held = {view: embedded.counted, f"{view}.words": embedded.words}
    return {
        name: ask(f"{source_to_sql(view, columns)}{order}", values)
        for name, columns in held.items()
        if columns
    }


def ask_persons(ask: Any) -> frozenset[str]:
    """Names that stand in columns for names, of all notices."""
    sql = (
        f"SELECT DISTINCT body.text FROM {FOLDER}cells.parquet' head JOIN {FOLDER}cells.parquet' body USING (notice_id, table_id, col)\n"
        "WHERE head.role = 'header' AND body.role <> 'header' AND list_contains($names, head.text) ORDER BY ALL"
    )
    return persons_of(
        text or "" for text in ask(sql, {"names": list(columns_of_names())}).column(0).to_pylist()
    )


def table_to_block(table: Any, persons: Collection[str] = ()) -> str:
    """An Arrow table as a block; the same rows give the same bytes."""
    columns: dict[str, dict[str, Any]] = {}
    parts: list[bytes] = []
    at = 0
    for name in table.column_names:
        said, data = _column(table.column(name).combine_chunks(), None if _is_code(name) else persons)
        data += bytes(-len(data) % _ALIGNED)
        columns[name] = {**said, "at": at}
        at += len(data)
        parts.append(data)
    heading = json.dumps(
        {"rows": table.num_rows, "columns": columns}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    heading += b" " * (-(len(heading) + 4) % _ALIGNED)
    whole = b"".join((len(heading).to_bytes(4, "little"), heading, *parts))
    return base64.b64encode(gzip.compress(whole, 6, mtime=0)).decode("ascii")


def _is_code(name: str) -> bool:
    """Keys and codes are no words: digits in them are no telephone."""
    return name.endswith(("_id", "_code", "_date")) or name == "same_as"


def _column(array: Any, persons: Collection[str] | None) -> tuple[dict[str, Any], bytes]:
    """Whole numbers as 4 bytes each, others as 8, NaN where empty; all else as codes of its words."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_integer(array.type) and not array.null_count and _fits(array):
        return {"width": _INTEGER}, _data(array.cast(_CODES[_INTEGER]))
    if pa.types.is_integer(array.type) or pa.types.is_floating(array.type) or pa.types.is_decimal(array.type):
        return {"width": _ALIGNED}, _data(array.cast(pa.float64()).fill_null(float("nan")))
    coded = array.cast(pa.string()).dictionary_encode()
    words = coded.dictionary.to_pylist()
    if persons is not None:
        words = [discreet(word, persons) for word in words]
    width = next(width for width in _WIDTHS if len(words) < 256**width)
    codes = pc.add(coded.indices.cast(pa.int64()).fill_null(-1), 1)
    return {"width": width, "words": words}, _data(codes.cast(_CODES[width]))


def _fits(array: Any) -> bool:
    """Whether all are whole numbers of 4 bytes without a sign."""
    import pyarrow.compute as pc

    least, most = pc.min_max(array).as_py().values() if len(array) else (0, 0)
    return bool(least >= 0 and most < 256**_INTEGER)


def _data(array: Any) -> bytes:
    """The numbers of an Arrow array, little-endian, without empty ones."""
    width = array.type.bit_width // 8
    held = array.buffers()[1].to_pybytes() if len(array) else b""
    return held[array.offset * width : (array.offset + len(array)) * width]
