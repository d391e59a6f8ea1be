"""What one notice brings to the tables: made once, kept in the cache, put together with the others.

    Checked → rows → columns that hold what schemas/ promise → Arrow tables (as bytes: `packed`)

Nothing of another notice is needed, so that adding one to five hundred costs the reading of one.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from pipeline.messages import Message
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
