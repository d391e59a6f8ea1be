"""The rows of a notice as text beside the Parquet, so that a difference can be read where no tool is installed.

One row a line, in the order of the page: a point, then what it says. Where a row stands (offsets, pages, numbers of
points) is not written: inserting a paragraph must change the lines about that paragraph and no other.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from pipeline.language.file_names import id_to_file_stem
from pipeline.language.places import NUMBERED, PLACE_COLUMNS, without_number
from pipeline.publish.sheet import Row

FOLDER = "notices"
# On one place of the page: the point first, then what hangs on it. Tables not named are not written: `texts` is the
# source itself, and of the ledger only what nothing claims is news.
TABLES = (
    "notices", "issuers", "recipients", "annexes", "clauses", "tables", "cells", "tasks", "responsibilities", "targets",
    "deadlines", "funding", "citations", "members", "table_facts", "corrections", "repairs", "ledger", "checks", "issues",
)  # fmt: skip
KEYS = (
    "fact_id", "check_id", "repair_id", "mention_id", "issue_id", "correction_id", "task_id", "assignment_id",
)  # fmt: skip
_SHORTENED = frozenset(KEYS)
SHORT_KEY = (
    8  # Of 20 hexadecimal digits: within one notice two fall together once in 200 notices of 5,000 rows.
)
# Keys of checks and issues are made of where they stand.
WITHOUT = PLACE_COLUMNS | {"notice_id", "char_count", "seq", "table_id", "row", "check_id", "issue_id"}
# Says in Chinese what stands beside it in English: one change of a message is one line to read.
WITHOUT |= {"message_zh", "evidence_zh"}


Load = Callable[[], "Sequence[Twin]"]


class Twin(NamedTuple):
    """`packed` is the text, compressed; `digest` the SHA-256 of the text."""

    notice_id: str
    digest: str
    packed: bytes

    @property
    def path(self) -> str:
        """Seen from the published folder."""
        return id_to_path(self.notice_id)


def id_to_path(notice_id: str) -> str:
    """Of the twin of a notice, seen from the published folder."""
    return f"{FOLDER}/{id_to_file_stem(notice_id)}.jsonl"


def rows_to_twin(notice_id: str, rows: Mapping[str, Sequence[Row]]) -> Twin:
    """The twin of a notice whose `rows` by table are sorted as the schemas say."""
    lines = [line for _, line in sorted(_lines(rows), key=lambda pair: pair[0])]
    return text_to_twin(notice_id, "".join(f"{line}\n" for line in lines))


def text_to_twin(notice_id: str, text: str) -> Twin:
    """The twin whose text is known."""
    content = text.encode("utf-8")
    return Twin(notice_id, hashlib.sha256(content).hexdigest(), zlib.compress(content, 1))


def write(paths: Set[str], folder: Path, load: Load) -> None:
    """Fills a folder with some twins; `load` has them, and others."""
    for one in load() if paths else ():
        if one.path in paths:
            (folder / one.path).write_bytes(zlib.decompress(one.packed))


def _lines(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[tuple[int, int, int], str]]:
    """(where it sorts, line): by place on the page, then table, then the table's own order; the notice itself first."""
    for rank, table in enumerate(TABLES):
        of_table = rows.get(table, ())
        for seq, row in enumerate(_printed_rows(of_table) if table == "cells" else of_table):
            if table != "ledger" or row["status"] == "unclaimed":
                start = row.get("char_start")
                place = start if isinstance(start, int) else -1 if table == "notices" else END
                yield (place, rank, seq), _line(table, row)


END = 1 << 60  # After every character: what is about the notice as a whole.


def _printed_rows(cells: Sequence[Row]) -> Iterator[Row]:
    """A row of a table a line: who reads a difference reads rows."""
    for _, those in groupby(cells, key=lambda cell: (cell["table_id"], cell["row"])):
        row = list(those)
        starts = [cell["char_start"] for cell in row if isinstance(cell.get("char_start"), int)]
        roles = sorted({str(cell["role"]) for cell in row})
        words = [str(cell["text"]) for cell in row]
        yield {"role": "/".join(roles), "cells": words, "char_start": starts[0] if starts else None}


def _line(table: str, row: Row) -> str:
    said = {
        k: v if type(v) is str and k not in _SHORTENED else _short(k, v)
        for k, v in row.items()
        if k not in WITHOUT and not (v is None or v is False or v == "")
    }
    said |= {k: without_number(str(said[k])) for k in NUMBERED & said.keys()}
    keys = {k: said.pop(k) for k in KEYS if k in said}
    return _JSON.encode({"table": table, **said, **keys})


_JSON = json.JSONEncoder(ensure_ascii=False, default=str)


def _short(column: str, value: object) -> object:
    if column in _SHORTENED:
        return str(value)[:SHORT_KEY]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
