"""Rows of a notice as its page needs them: sections of facts, checks, mentions, repairs, issues."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.decisions.address import Standing, addresses, neighbours, point_places, table_places
from pipeline.decisions.values import FOLLOWING, plain
from pipeline.review.folder import Folder, Row
from pipeline.review.pages_words import values_to_words

# Below this an editor should look: a table with two readings, a name that is none of a body, characters of a scan that
# are not sure. What only belongs to a kind that is less often right stands above it (targets at 0.88).
LOW = 0.75
# A check of a whole chapter says nothing about each fact in it.
LONGEST_CHECKED = 300
# What a row shows before it is opened; what is empty in every row is left out.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "targets": ("indicator", "comparator", "value", "value_max", "unit", "change", "value_text", "deadline_date", "row_label", "clause_id"),
    "tasks": ("title", "clause_id"),
    "responsibilities": ("agency_name", "role", "kind", "row_label", "clause_id"),
    "deadlines": ("text", "kind", "start_date", "end_date", "period", "clause_id"),
    "funding": ("recipient", "comparator", "amount", "amount_max", "unit", "base", "per", "type", "clause_id"),
    "citations": ("title", "doc_number", "relation", "kind"),
    "table_facts": ("row_label", "column_path", "value_text", "unit"),
    "checks": ("status", "kind", "expected", "actual", "where", "message"),
    "ledger": ("status", "kind", "text", "claimed_by", "reason"),
    "repairs": ("certainty", "kind", "before", "after", "evidence"),
    "corrections": ("verdict", "fact_table", "quote", "right_value", "machine_value", "because", "decided_by", "decided_on"),
    "issues": ("kind", "message", "where", "quote"),
}  # fmt: skip
KEYS = {"checks": "check_id", "ledger": "mention_id", "repairs": "repair_id", "corrections": "correction_id", "issues": "issue_id"}  # fmt: skip
# Of checks and mentions those that somebody should look at come first.
FIRST = {"fail": 0, "unclaimed": 0, "undecided": 1, "pass": 2, "explained": 2, "claimed": 3}
Changed = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of a folder; `changed` are the keys, by table, that differ from the last commit."""

    folder: Folder
    notice_id: str
    changed: Changed

    def rows(self, table: str) -> Sequence[Row]:
        return self.folder.rows(table, self.notice_id)

    @property
    def fact_tables(self) -> Sequence[str]:
        return self.folder.fact_tables

    @property
    def text(self) -> str:
        return "".join(row["text"] or "" for row in self.rows("texts"))


def sections(notice: Notice) -> list[dict[str, Any]]:
    """Each table with rows as a section: titles, columns, which are shown, rows with flags and address; what failed first.

    A column is its name, type, titles, whether an editor can correct it, the words of its values, what it means, and
    which column says the same in Chinese. A row is `k` (key), `s`, `e` (offsets), `v` (all columns), `f` (flags: changed, low, failed,
    unclaimed, decided), `a` (address for a correction; only of facts), `m` (what the machine had read).
    """
    failed = [
        (c["char_start"], c["char_end"])
        for c in notice.rows("checks")
        if c["status"] == "fail" and _is_local(c)
    ]
    places = _addresses(notice)
    first = ("checks",) if any(c["status"] == "fail" for c in notice.rows("checks")) else ()
    order = [name for name in dict.fromkeys((*first, *COLUMNS)) if name in notice.folder.schemas]
    facts = notice.folder.fact_tables
    return [
        _section(notice, name, failed, places)
        for name in (*order, *(one for one in facts if one not in order))
        if notice.rows(name)
    ]


def _is_local(check: Row) -> bool:
    return check["char_start"] is not None and check["char_end"] - check["char_start"] <= LONGEST_CHECKED


def _section(
    notice: Notice, table: str, failed: Sequence[tuple[int, int]], places: Mapping[str, object]
) -> dict[str, Any]:
    rows = sorted(notice.rows(table), key=lambda row: FIRST.get(str(row.get("status")), len(FIRST)))
    columns = [one for one in notice.folder.titled(table) if one.name != "notice_id"]
    names = [one.name for one in columns]
    wanted = COLUMNS.get(table) or tuple(names[:6])
    shown = [names.index(n) for n in wanted if n in names and any(_has(row[n]) for row in rows)]
    key = KEYS.get(table, "fact_id")
    changed = notice.changed.get(table, ())
    zh, en = notice.folder.title(table)
    return {
        "table": table,
        "zh": zh,
        "en": en,
        "why": notice.folder.why(table),
        "columns": [
            [
                *(one.name, one.kind, one.zh, one.en, _is_own(notice.folder, one.name, table)),
                values_to_words(notice.folder, (table, one.name), rows),
                *(one.why_zh, one.why_en),
                names.index(f"{one.name}_zh") if f"{one.name}_zh" in names else None,
            ]
            for one in columns
        ],
        "shown": shown,
        "rows": [
            {
                "k": row[key],
                "s": row["char_start"],
                "e": row["char_end"],
                "v": [_shown(row[name]) for name in names],
                "f": _flags(row, failed, row[key] in changed),
                "a": places.get(row[key]),
                "m": json.loads(row.get("machine_value") or "null") if key == "fact_id" else None,
            }
            for row in rows
        ],
    }


def _shown(value: object) -> object:
    return value if isinstance(value, bool) else plain(value) if _has(value) else None


def _has(value: object) -> bool:
    return value is not None and value != ""


def _is_own(folder: Folder, name: str, table: str) -> bool:
    """Whether an editor can correct the column."""
    return table in folder.fact_tables and name not in folder.carried and name not in FOLLOWING


def _flags(row: Row, failed: Iterable[tuple[int, int]], is_changed: bool) -> list[str]:
    start, end = row["char_start"], row["char_end"]
    is_fact = "confidence" in row
    said = {
        "changed": is_changed,
        "low": is_fact and row["confidence"] < LOW,
        "failed": row.get("status") == "fail"
        or (is_fact and any(start < last and first < end for first, last in failed)),
        "unclaimed": row.get("status") == "unclaimed",
        "decided": is_fact and row.get("correction_id") is not None,
    }
    return [flag for flag, holds in said.items() if holds]


def _addresses(notice: Notice) -> dict[str, object]:
    """fact_id → the address by which a correction would find the fact, as the machine had read it."""
    text = notice.text
    points = {
        row["clause_id"]: point_places(
            row["clause_id"],
            row["heading"] or "",
            (row["text"] or "").partition("\n")[0],
            row["number"] or "",
        )
        for row in notice.rows("clauses")
    }
    titles = {row["table_id"]: row["title"] or "" for row in notice.rows("tables")}
    keys: list[str] = []
    standings: list[Standing] = []
    for table in notice.folder.fact_tables:
        own = [one.name for one in notice.folder.titled(table) if _is_own(notice.folder, one.name, table)]
        for row in notice.rows(table):
            values = {name: row[name] for name in own} | json.loads(row.get("machine_value") or "{}")
            if row["table_id"]:
                places = table_places(titles.get(row["table_id"], ""), row["table_id"], values)
            else:
                places = points.get(row["clause_id"] or "", ("",))
            beside = neighbours(text, row["char_start"], row["char_end"])
            keys.append(row["fact_id"])
            standings.append(Standing(table, row["quote"], places, values, *beside))
    return dict(zip(keys, addresses(standings), strict=True))
