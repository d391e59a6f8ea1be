"""What every view asks of a notice: whose it is, since when it holds, what a task or a point is called, who is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.language.units import to_base
from pipeline.publish.sheet import Row

# Where a row of a view was read: the same columns as in the table it comes from.
PLACE = ("clause_id", "table_id", "row", "quote", "char_start", "char_end", "page", "confidence")
_BETWEEN = "、"
_STEPS = " › "
# Shares and points add up to nothing.
_NOT_ADDED = ("%", "‰", "个百分点")
_PART = "其中"
_STOPS = "。；;\n"
_AVERAGES = ("人均", "户均", "亩均", "地均", "平均", "年均", "每千", "每万", "每百")


class Spine:
    """The rows of one notice, found by what they are about. `rows` are those of every table."""

    def __init__(
        self, rows: Mapping[str, Sequence[Row]], agencies: Sequence[Row], regions: Sequence[Row]
    ) -> None:
        self.rows = rows
        self.agencies = {row["agency_id"]: row for row in agencies}
        self.regions = {row["region_code"]: row for row in regions}

    @cached_property
    def notice(self) -> Row:
        """The columns every view begins with."""
        (row,) = self.rows["notices"]
        held = row["status"] == "issued"
        return {
            "notice_id": row["notice_id"],
            **self.region(row.get("region_code")),
            "issuer": _BETWEEN.join(str(r["name"]) for r in self.rows["issuers"]) or None,
            "notice_title": row.get("title"),
            "doc_number": row.get("doc_number"),
            "written_date": row.get("written_date"),
            "notice_status": row["status"],
            "in_force_from": (row.get("effective_date") or row.get("written_date")) if held else None,
            "in_force_until": row.get("expires_date") if held else None,
            "countable": True,
        }

    def region(self, code: object) -> Row:
        known = self.regions.get(code)
        return {"region_code": code, "region": known["name"] if known else None}

    def agency(self, row: Row) -> Row:
        """The body of a row: as printed, and what is known of it."""
        known: Row = self.agencies.get(row.get("agency_id"), {})
        return {
            "agency_name": row.get("agency_name"),
            "agency_id": row.get("agency_id"),
            "agency_full_name": known.get("full_name"),
            "agency_type": known.get("agency_type"),
        }

    def of_task(self, table: str, task_id: object) -> Sequence[Row]:
        return self._by_task[table].get(task_id, ()) if task_id else ()

    @cached_property
    def _by_task(self) -> Mapping[str, Mapping[object, Sequence[Row]]]:
        found: dict[str, dict[object, list[Row]]] = {}
        for table in ("responsibilities", "targets", "deadlines", "funding"):
            found[table] = defaultdict(list)
            for row in self.rows[table]:
                found[table][row.get("task_id")].append(row)
        return found

    @cached_property
    def tasks(self) -> Mapping[object, Row]:
        return {row["task_id"]: row for row in self.rows["tasks"]}

    @cached_property
    def _clauses(self) -> Mapping[object, Row]:
        return {row["clause_id"]: row for row in self.rows["clauses"]}

    @cached_property
    def table_statuses(self) -> Mapping[object, object]:
        return {row["table_id"]: row.get("status") for row in self.rows["tables"]}

    def point(self, row: Row) -> str | None:
        """Where a row stands, as a reader would say it: the headings above it, or the title of its table and its row."""
        if row.get("table_id"):
            title = next(
                (r.get("title") for r in self.rows["tables"] if r["table_id"] == row["table_id"]), None
            )
            return _STEPS.join(str(said) for said in (title, row.get("row_label")) if said) or None
        steps: list[str] = []
        clause = self._clauses.get(row.get("clause_id"))
        while clause is not None:
            steps.insert(0, f"{clause.get('number') or ''}{clause.get('heading') or ''}")
            clause = self._clauses.get(clause.get("parent_id"))
        return _STEPS.join(filter(None, steps)) or None

    def names(self, task_id: object, *roles: str) -> str | None:
        """The bodies of a task in a role, in the order of the page."""
        named = (
            str(r["agency_name"]) for r in self.of_task("responsibilities", task_id) if r["role"] in roles
        )
        return _BETWEEN.join(dict.fromkeys(named)) or None

    def adds_up(self, table: str, row: Row) -> bool:
        """May the row be counted, and its value in base unit be added to others of its kind and unit?"""
        if row.get("is_total") or row.get("repeats") or _is_part(row) or self._is_within(table, row):
            return False
        if self.table_statuses.get(row.get("table_id")) == "ambiguous":
            return False
        if table == "funding":
            return _is_sum_of_money(row)
        if table == "targets":
            counted = row.get("kind") == "target" and not row.get("per")
            return counted and row.get("unit_base") not in _NOT_ADDED and not _is_average(row)
        return row.get("unit_base") not in _NOT_ADDED

    @cached_property
    def _text(self) -> str:
        return "".join(str(one["text"] or "") for one in self.rows["texts"])

    def _is_within(self, table: str, row: Row) -> bool:
        """Of 资金1.5亿元，其中建设8000万元，运营5000万元 the two that follow 其中 are in the first already."""
        if table not in ("targets", "funding") or row.get("table_id"):
            return False
        text = self._text
        start, end = int(str(row["char_start"])), int(str(row["char_end"]))
        since = max(text.rfind(stop, 0, start) for stop in _STOPS)
        return _PART in text[since + 1 : start] or text[start:end].startswith(_PART)


def _is_sum_of_money(row: Row) -> bool:
    """A sum that somebody sets aside; not what each who is entitled gets (对五星级机构一次性奖励15万元), nor under a condition."""
    if row.get("amount_kind") != "total" or row.get("condition") or row.get("frequency") == "once":
        return False
    named = str(row.get("type") or "").endswith(("资金", "经费", "投资"))
    return bool(row.get("payer")) or named or not row.get("recipient")


def _is_average(row: Row) -> bool:
    """人均收入, 平均床位, 每千人口托位数 add up to nothing."""
    name = str(row.get("indicator") or "")
    return any(word in name for word in _AVERAGES)


def _is_part(row: Row) -> bool:
    """其中：农村 is counted in the value it is a part of."""
    said = (step for name in ("row_label", "column_path") for step in str(row.get(name) or "").split("/"))
    return any(step.startswith(_PART) for step in said)


def place(row: Row) -> Row:
    """The columns that say where a row was read, and how sure it is."""
    return {name: row.get(name) for name in PLACE}


def first_said(*values: object) -> object:
    """The first that is not empty."""
    return next((value for value in values if value not in (None, "")), None)


def in_base(value: object, unit: object) -> Row:
    """A value and its unit without magnitude; a bare number is its own base, one in an unknown unit has none."""
    if not isinstance(value, int | float):
        return {}
    base = to_base(value, unit) if isinstance(unit, str) and unit else (value, None)
    return dict(zip(("value_base", "unit_base"), base, strict=True)) if base else {}
