"""What every view asks of a notice: whose it is, since when it holds, what a task or a point is called, who is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import itemgetter

from pipeline.publish.sheet import Row
from pipeline.publish.views.columns import counted_in, place_of
from pipeline.publish.views.steps import held_by_later, held_by_years

_BETWEEN = "、"
_STEPS = " › "


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
            said = (self.table_title(row["table_id"]), row.get("row_label"))
            return _STEPS.join(str(one) for one in said if one) or None
        steps = [
            f"{c.get('number') or ''}{c.get('heading') or ''}" for c in self.clauses_to(row.get("clause_id"))
        ]
        return _STEPS.join(filter(None, reversed(steps))) or None

    def clauses_to(self, clause_id: object) -> Iterator[Row]:
        """The point of that id, the one it belongs to, and so on up."""
        clause = self._clauses.get(clause_id)
        while clause is not None:
            yield clause
            clause = self._clauses.get(clause.get("parent_id"))

    def clauses_above(self, clause_id: object) -> Iterator[Row]:
        """The points that one belongs to, from the nearest up."""
        return islice(self.clauses_to(clause_id), 1, None)

    def table_title(self, table_id: object) -> str:
        return self._table_titles.get(table_id, "")

    @cached_property
    def _table_titles(self) -> Mapping[object, str]:
        return {row["table_id"]: str(row.get("title") or "") for row in self.rows["tables"]}

    def is_summed(self, row: Row) -> bool:
        """Is a value of a table known to be one of those that add up: by its unit, or by a sum printed under its column?

        985 under 类型 and 100124 under 代码 are numbers, and nothing is so many.
        """
        return bool(row.get("unit_base")) or (row.get("table_id"), row.get("column_path")) in self._summed

    @cached_property
    def _summed(self) -> frozenset[tuple[object, object]]:
        total = (row for row in self.rows["table_facts"] if row.get("is_total"))
        return frozenset((row.get("table_id"), row.get("column_path")) for row in total)

    def headings_over(self, row: Row) -> tuple[str, ...]:
        """The headings of the column in which a row of a table was read; none outside tables."""
        if not row.get("table_id"):
            return ()
        heads, places = self._columns[row["table_id"]]
        place = int(str(row["char_start"]))
        at = bisect_right(places, place, key=itemgetter(0)) - 1
        _, end, column = places[at] if at >= 0 else (0, 0, None)
        return tuple(str(c["text"]) for c in heads if place < end and _reaches(c, column))

    @cached_property
    def _columns(self) -> Mapping[object, tuple[list[Row], list[tuple[int, int, object]]]]:
        """Of each table its headings, and the places of its other cells, from the first, with their columns."""
        found: dict[object, tuple[list[Row], list[tuple[int, int, object]]]] = defaultdict(lambda: ([], []))
        for cell in self.rows["cells"]:
            heads, places = found[cell["table_id"]]
            start, end = cell.get("char_start"), cell.get("char_end")
            if cell["role"] == "header":
                heads.append(cell)
            elif isinstance(start, int) and isinstance(end, int):
                places.append((start, end, cell["col"]))
        for _, places in found.values():
            places.sort(key=itemgetter(0, 1))
        return found

    def names(self, row: Row, role: str) -> str | None:
        """The bodies in a role of what a row is about, in the order of the page."""
        named = (str(one["agency_name"]) for one in self.bodies(row) if one["role"] == role)
        return _BETWEEN.join(dict.fromkeys(named)) or None

    def bodies(self, row: Row) -> Sequence[Row]:
        """Who is made responsible: for the task of a row, or where it has none for the row of its table, or its point."""
        if row.get("task_id"):
            return self.of_task("responsibilities", row["task_id"])
        return self._without_task.get(place_of(row), ())

    @cached_property
    def _without_task(self) -> Mapping[object, Sequence[Row]]:
        found: dict[object, list[Row]] = defaultdict(list)
        for row in self.rows["responsibilities"]:
            if not row.get("task_id") and row["kind"] == "assignment":
                found[place_of(row)].append(row)
        return found

    @cached_property
    def to_date(self) -> frozenset[object]:
        return frozenset(held_by_years(self.rows["targets"]))

    @cached_property
    def earlier(self) -> frozenset[object]:
        return frozenset(held_by_later(self.rows["targets"]))

    def places_of_units(self, table: str) -> Mapping[object, Sequence[int]]:
        """Where the values of a table stand in the text, in order, by what they are counted in."""
        return self._places_of_units[table]

    @cached_property
    def _places_of_units(self) -> Mapping[str, Mapping[object, Sequence[int]]]:
        found: dict[str, dict[object, list[int]]] = {}
        for table in ("targets", "funding"):
            found[table] = defaultdict(list)
            for row in self.rows[table]:
                found[table][counted_in(row)].append(int(str(row["char_start"])))
        return {table: {unit: sorted(those) for unit, those in of.items()} for table, of in found.items()}

    @cached_property
    def text(self) -> str:
        return "".join(str(one["text"] or "") for one in self.rows["texts"])


def _reaches(cell: Row, column: object) -> bool:
    """Does a heading stand over a column, alone or with others beside it?"""
    first = int(str(cell["col"]))
    return isinstance(column, int) and first <= column < first + int(str(cell["col_span"]))
