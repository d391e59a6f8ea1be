"""Every number of the dashboard: a query of one view, said once.

A figure is read in two ways that must agree (a test in a browser compares them): `figure_to_sql` says it as the SELECT that
the page shows, and static/columns.js evaluates it over the rows in the page when a reader filters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

# Column, operator, value: `true`, `set` and `null` need no value.
Condition = tuple[str, str, str]
COUNTABLE: Condition = ("countable", "true", "")
# Stands in the SELECT where the conditions of the reader go.
READER = "TRUE"
FOLDER = "'extracted/"
# Notices have no view: what the tables say of each, in a row.
NOTICES = """WITH notices AS (
  SELECT n.*, n.title AS notice_title, n.status AS notice_status, n.same_as IS NULL AS countable, r.name AS region, i.issuer,
    coalesce(c.failed, 0) AS failed, coalesce(l.unclaimed, 0) AS unclaimed, coalesce(s.issues, 0) AS issues
  FROM 'extracted/notices.parquet' n
  LEFT JOIN 'extracted/regions.parquet' r USING (region_code)
  LEFT JOIN (SELECT notice_id, string_agg(name, '、' ORDER BY seq) AS issuer FROM 'extracted/issuers.parquet' GROUP BY ALL) i USING (notice_id)
  LEFT JOIN (SELECT notice_id, count(*) AS failed FROM 'extracted/checks.parquet' WHERE status = 'fail' GROUP BY ALL) c USING (notice_id)
  LEFT JOIN (SELECT notice_id, count(*) AS unclaimed FROM 'extracted/ledger.parquet' WHERE status = 'unclaimed' GROUP BY ALL) l USING (notice_id)
  LEFT JOIN (SELECT notice_id, count(*) AS issues FROM 'extracted/issues.parquet' GROUP BY ALL) s USING (notice_id)
)
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of a figure: `count` of rows, `sum` or `max` of a column, how many `distinct` values of columns."""

    name: str
    how: str = "count"
    columns: Sequence[str] = ()
    where: Sequence[Condition] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers by groups. A group is a column, or a part of one: `written_date:year`, `due_date:month`.

    `having` are measures of which a row is kept only where each is more than so many; None stands for "is there".
    """

    name: str
    view: str
    group: Sequence[str] = ()
    measures: Sequence[Measure] = (Measure("n"),)
    where: Sequence[Condition] = ()
    having: Sequence[tuple[str, int | None]] = ()


def sum_of(name: str, column: str, *where: Condition) -> Measure:
    return Measure(name, "sum", (column,), where)


def some(name: str, *where: Condition) -> Measure:
    return Measure(name, "count", (), where)


def tasks_as(role: str) -> Measure:
    return Measure(role, "distinct", ("notice_id", "task_id"), (("role", "=", role),))


_FUNDING: Condition = ("kind", "=", "funding")
_YUAN: Condition = ("unit_base", "=", "元")
_MONEY = (
    sum_of("yuan", "value_base", COUNTABLE, _YUAN),
    some("n", COUNTABLE),
    some("apart", ("countable", "false", "")),
)
_WORK = (
    Measure("tasks", "distinct", ("notice_id", "task_id")),
    tasks_as("lead"),
    tasks_as("support"),
    tasks_as("joint"),
)
_BY_TABLE = ("notice_id", "table_id", "column_path")
# One value is due: an indicator of a place and year, for the same scope, counted by the same.
_ONE_VALUE = (
    "indicator_id", "region_code", "region", "year", "unit_base", "scope", "per", "change", "comparator",
)  # fmt: skip

FIGURES: Sequence[Figure] = (
    Figure("notices", "notices", (), (
        some("n", COUNTABLE), some("copies", ("same_as", "set", "")), some("stale", ("notice_status", "in", "abolished,expired")),
        some("drafts", ("notice_status", "=", "draft")), sum_of("failed", "failed"), sum_of("unclaimed", "unclaimed"), sum_of("issues", "issues"),
    )),
    Figure("notices_by_place", "notices", ("region_code", "region"), where=(COUNTABLE,)),
    Figure("notices_by_year", "notices", ("written_date:year",), where=(COUNTABLE,)),
    Figure("notices_by_kind", "notices", ("document_type",), where=(COUNTABLE,)),
    Figure("quality", "notices", ("notice_id",), (sum_of("failed", "failed"), sum_of("unclaimed", "unclaimed"), sum_of("issues", "issues"))),
    Figure("facts_by_kind", "facts", ("kind",), (some("n", ("same_as", "null", ""), ("repeats", "null", "")), some("countable", COUNTABLE), some("repeats", ("repeats", "set", "")))),
    Figure("tasks", "task_list", (), (Measure("n"), some("dated", ("due_date", "set", "")), some("recurring", ("recurring", "set", "")), some("led", ("lead", "set", ""))), (COUNTABLE,)),
    Figure("tasks_by_year", "task_list", ("due_date:year",), where=(COUNTABLE, ("due_date", "set", ""))),
    Figure("due", "due", (), (some("n", ("due_date", "set", "")), some("recurring", ("recurring", "true", ""))), (COUNTABLE,)),
    Figure("due_by_month", "due", ("due_date:month",), (some("deadline", ("kind", "=", "deadline")), some("target", ("kind", "=", "target"))), (COUNTABLE, ("due_date", "set", ""))),
    Figure("recurring", "due", ("period",), where=(COUNTABLE, ("recurring", "true", ""))),
    Figure("work_by_type", "task_agencies", ("agency_type",), _WORK, (COUNTABLE,)),
    Figure("work_by_body", "task_agencies", ("agency_type", "agency_id", "agency_full_name"), _WORK, (COUNTABLE,)),
    Figure("indicators", "target_tracker", ("indicator_id",), (
        Measure("indicator", "max", ("indicator",)), Measure("notices", "distinct", ("notice_id",)), Measure("places", "distinct", ("region_code",)),
        Measure("years", "distinct", ("year",)), some("target", ("stage", "=", "target")), some("baseline", ("stage", "=", "baseline")),
    ), (("repeats", "null", ""), ("same_as", "null", ""))),
    Figure("conflicts", "target_tracker", _ONE_VALUE, (
        Measure("indicator", "max", ("indicator",)), Measure("values", "distinct", ("value_base", "value_max")), Measure("notices", "distinct", ("notice_id",)),
    ), (("stage", "=", "target"), ("year", "set", ""), ("same_as", "null", ""), ("repeats", "null", "")), (("values", 1),)),
    Figure("proofs", "facts", _BY_TABLE, (sum_of("added_up", "value", COUNTABLE), Measure("reported", "max", ("value",), (("is_total", "true", ""),)), some("rows")), (("kind", "=", "table_value"),), (("added_up", None), ("reported", None))),
    Figure("tables", "facts", ("notice_id", "table_id"), (
        Measure("n"), Measure("columns", "distinct", ("column_path",)), some("totals", ("is_total", "true", "")), some("proved", ("proved", "true", "")),
    ), (("kind", "=", "table_value"), ("same_as", "null", ""))),
    Figure("money", "facts", (), _MONEY, (_FUNDING,)),
    Figure("money_by_payer", "facts", ("payer",), _MONEY, (_FUNDING,)),
    Figure("money_by_recipient", "facts", ("recipient",), _MONEY, (_FUNDING,)),
    Figure("money_by_kind", "facts", ("amount_kind",), _MONEY, (_FUNDING,)),
)  # fmt: skip

_PARTS = {"year": 4, "month": 7}


def figures_to_json() -> list[dict[str, Any]]:
    """The figures as the page has them, each with its SELECT."""
    return [asdict(figure) | {"sql": figure_to_sql(figure)} for figure in FIGURES]


def figure_to_sql(figure: Figure) -> str:
    """One SELECT on one view; `TRUE` stands where the page puts what its reader chose.

    >>> print(figure_to_sql(Figure("x", "facts", ("kind",), (Measure("n"),), (COUNTABLE,))))
    SELECT kind, count(*) AS n
    FROM 'extracted/facts.parquet'
    WHERE countable AND TRUE
    GROUP BY ALL ORDER BY ALL
    """
    columns = [*map(_group_to_sql, figure.group), *map(_measure_to_sql, figure.measures)]
    where = " AND ".join([*map(condition_to_sql, figure.where), READER])
    grouped = "\nGROUP BY ALL" if figure.group else ""
    having = " AND ".join(
        f"{name} IS NOT NULL" if least is None else f"{name} > {least}" for name, least in figure.having
    )
    ordered = f"{grouped}{' HAVING ' if having else ''}{having} ORDER BY ALL" if figure.group else ""
    return f"{source_to_sql(figure.view, columns)}\nWHERE {where}{ordered}"


def source_to_sql(view: str, columns: Sequence[str]) -> str:
    """SELECT … FROM a view, or from what is known of each notice."""
    said = f"SELECT {', '.join(columns)}\nFROM "
    return f"{NOTICES}{said}notices" if view == "notices" else f"{said}{FOLDER}{view}.parquet'"


def condition_to_sql(condition: Condition) -> str:
    column, operator, value = condition
    if operator == "in":
        return f"{column} IN ({', '.join(map(_quoted, value.split(',')))})"
    said = {"true": "{}", "false": "NOT {}", "set": "{} IS NOT NULL", "null": "{} IS NULL"}.get(operator)
    return said.format(column) if said else f"{column} {operator} {_quoted(value)}"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _group_to_sql(group: str) -> str:
    column, _, part = group.partition(":")
    return f"substr(CAST({column} AS VARCHAR), 1, {_PARTS[part]}) AS {part}" if part else column


def _measure_to_sql(measure: Measure) -> str:
    what = " || '/' || ".join(
        f"coalesce(CAST({one} AS VARCHAR), '')" if len(measure.columns) > 1 else one
        for one in measure.columns
    )
    call = {
        "count": "count(*)",
        "sum": f"sum({what})",
        "max": f"max({what})",
        "distinct": f"count(DISTINCT {what})",
    }[measure.how]
    where = " AND ".join(map(condition_to_sql, measure.where))
    return f"{call}{f' FILTER ({where})' if where else ''} AS {measure.name}"
