"""Every fact of every kind in one long table."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.publish.sheet import Row
from pipeline.publish.views.adding import adds_up
from pipeline.publish.views.columns import first_said, in_base, place
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.words import amount_to_words, target_to_words, value_to_words

# Table → what one of its facts is called.
KINDS = {
    "targets": "target",
    "deadlines": "deadline",
    "funding": "funding",
    "responsibilities": "responsibility",
    "citations": "citation",
    "tasks": "task",
    "table_facts": "table_value",
}


def facts(spine: Spine) -> Iterator[Row]:
    """A row a fact: what it is about, its value, day, agency and words, whatever table it stands in."""
    for table, kind in KINDS.items():
        for row in spine.rows[table]:
            task = spine.tasks.get(row.get("task_id"), {})
            yield {
                **place(row),
                "fact_id": row["fact_id"],
                "kind": kind,
                "subkind": row.get("kind") if table not in ("tasks", "table_facts") else None,
                **_said(table, row),
                **_value(table, row),
                **(spine.agency(row) if table in ("responsibilities", "targets") else {}),
                **(spine.region(row["region_code"]) if row.get("region_code") else {}),
                "task_id": row.get("task_id"),
                "task": task.get("title"),
                **{name: row.get(name) for name in _TAKEN if name in row},
                "countable": adds_up(spine, table, row),
            }


_TAKEN = (
    "comparator", "value_max", "unit", "year", "role", "payer", "recipient", "amount_kind", "per_unit", "per", "scope",
    "change", "indicator_id", "row_label", "column_path", "relation", "repeats", "is_total", "inherited", "rule",
    "proved",
)  # fmt: skip


def _said(table: str, row: Row) -> Row:
    """What the fact is about, in a line, and by when."""
    what = {
        "targets": lambda: row.get("indicator") or row.get("value_text"),
        "deadlines": lambda: row.get("text"),
        "funding": lambda: first_said(row.get("type"), row.get("recipient"), row.get("amount_text")),
        "responsibilities": lambda: row.get("agency_name"),
        "citations": lambda: first_said(row.get("title"), row.get("doc_number")),
        "tasks": lambda: row.get("title"),
        "table_facts": lambda: first_said(row.get("measure"), row.get("column_path")),
    }[table]()
    date = {"targets": "deadline_date", "deadlines": "end_date"}.get(table, "")
    words = {"targets": target_to_words, "funding": amount_to_words}.get(table)
    said = words(row) if words else first_said(value_to_words(row), what)
    return {"what": what, "in_words": said, "date": row.get(date), "start_date": row.get("start_date")}


def _value(table: str, row: Row) -> Row:
    """The value and what it is in its base unit; of an amount of money, yuan."""
    if table != "funding":
        return {"value": row.get("value"), **in_base(row.get("value"), row.get("unit"))}
    amount = {"value": row.get("amount"), "value_max": row.get("amount_max")}
    yuan = row.get("amount_cny")
    in_yuan = (
        in_base(row.get("amount"), row.get("unit"))
        if yuan is None
        else {"value_base": yuan, "unit_base": "元"}
    )
    return amount | in_yuan
