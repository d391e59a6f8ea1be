"""Figures of the running text against the tables of the same notice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.check.likeness import likeness
from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Check, CheckStatus, Extracted, Fact, Span, Table

# See likeness(): pairs that mean one thing lie above, others below.
_ALIKE = 0.52
_YEAR = patterns.compile(r"(20\d\d)年?")
_NUMBER = patterns.compile(r"-?\d+(?:\.\d+)?")
_COUNT_UNITS = patterns.compile(r"^(?:个|所|家|张|名|人|户|处|座|支|项|套|台|辆|条|件)$")


class _Planned(NamedTuple):
    """A measure of a plan table: what its total row plans over all years."""

    table: Table
    measure: str
    total: float
    last_year: int
    addends: str
    span: Span


def narrative(extracted: Extracted) -> list[Check]:
    """Targets of the text against planned totals, against rows of indicator tables, against standards."""
    targets = [f for f in extracted.of("targets") if f.values.get("value") is not None]
    told = [f for f in targets if f.table_id is None]
    tabled = [f for f in targets if f.table_id is not None]
    planned = [p for table in extracted.mended.tables for p in _planned(table)]
    return [
        *(c for f in told for c in _against_plan(f, planned, extracted)),
        *(c for f in told for c in _against_rows(f, tabled, extracted)),
    ]


def _planned(table: Table) -> Iterator[_Planned]:
    """The total row of a plan table, added up over the years by the lowest heading."""
    totals = [c for c in table.cells if c.role == "total"]
    rows = sorted({c.row for c in totals})
    if not rows or table.kind != "plan":
        return
    sums: dict[str, list[tuple[int, float, Span]]] = defaultdict(list)
    for cell in totals:
        path = table.paths()[cell.col]
        year = next((m for m in map(_YEAR.search, reversed(path)) if m), None)
        if (
            cell.row == rows[0]
            and cell.col_span == 1
            and year
            and cell.parts
            and _NUMBER.fullmatch(cell.text)
        ):
            words = [w for w in path if not _YEAR.search(w)]
            sums[words[-1] if words else ""].append((int(year[1]), float(cell.text), cell.parts[0]))
    for measure, found in sums.items():
        if measure:
            yield _Planned(
                table,
                measure,
                sum(value for _, value, _ in found),
                max(year for year, _, _ in found),
                " + ".join(f"{value:g}" for _, value, _ in found),
                found[0][2],
            )


def _name(fact: Fact, extracted: Extracted) -> str:
    quote = extracted.mended.outline.document.text[fact.span.start : fact.span.end]
    return str(fact.values.get("indicator") or quote)


def _against_plan(fact: Fact, planned: list[_Planned], extracted: Extracted) -> Iterator[Check]:
    values = fact.values
    due = str(values.get("deadline_date") or "")
    if values.get("per") or not due or not _COUNT_UNITS.match(str(values.get("unit") or "")):
        return
    name = _name(fact, extracted)
    scored = sorted(((likeness(name, p.measure), p.measure, p) for p in planned), key=lambda x: (-x[0], x[1]))
    if not scored or scored[0][0] < _ALIKE or scored[0][2].last_year != int(due[:4]):
        return
    plan = scored[0][2]
    agrees = plan.total == values["value"]
    yield Check(
        kind="narrative_vs_table",
        status="pass" if agrees else "fail",
        expected=f"{values['value']:g}",
        actual=f"{plan.total:g}",
        where=f"{fact.clause_id or 'text'} / {plan.table.title}",
        message=say(
            "text_against_plan",
            name=name,
            said=f"{values['value']:g}",
            addends=plan.addends,
            total=f"{plan.total:g}",
            measure=plan.measure,
        ),
        span=fact.span,
        clause_id=fact.clause_id,
        table_id=plan.table.table_id,
    )


def _against_rows(fact: Fact, tabled: list[Fact], extracted: Extracted) -> Iterator[Check]:
    """The row or cell of a table that is about the same thing in the same unit of measure, a level or a change like it."""
    name = _name(fact, extracted)
    alike = [
        (likeness(name, _row_name(row, extracted)), row)
        for row in tabled
        if all(row.values.get(column) == fact.values.get(column) for column in ("unit", "change"))
    ]
    best = max((score for score, _ in alike), default=0.0)
    if best < _ALIKE:
        return
    near = [row for score, row in alike if score >= max(_ALIKE, best - 0.1)]
    same_value = [row for row in near if row.values.get("value") == fact.values.get("value")]
    row = (
        next((r for s, r in alike if r in same_value and s == best), None)
        or (same_value or [r for s, r in alike if s == best])[0]
    )
    yield from _compare(name, fact, row, extracted)


def _row_name(row: Fact, extracted: Extracted) -> str:
    label, indicator = (str(row.values.get(k) or "") for k in ("row_label", "indicator"))
    return indicator if indicator.startswith(label) else label + indicator


def _said(values: Mapping[str, object]) -> str:
    sign = str(values.get("comparator"))
    return f"{'' if sign == '=' else sign}{values['value']:g}{values.get('unit') or ''}"


def _compare(name: str, fact: Fact, row: Fact, extracted: Extracted) -> Iterator[Check]:
    told, tabled = fact.values, row.values
    status: CheckStatus = "pass" if told["value"] == tabled["value"] else "undecided"
    where = f"{fact.clause_id or 'text'} / {row.table_id} row {row.row}"
    same_sign = told.get("comparator") == tabled.get("comparator")
    if status == "pass" and not same_sign:
        status = "fail"
    yield Check(
        kind="narrative_vs_table",
        status=status,
        expected=_said(told),
        actual=_said(tabled),
        where=where,
        message=say(
            "text_against_table",
            name=name,
            said=_said(told),
            tabled=_said(tabled),
            row=_row_name(row, extracted),
        ),
        span=fact.span,
        clause_id=fact.clause_id,
        table_id=row.table_id,
    )
    due, table_due = told.get("deadline_date"), tabled.get("deadline_date")
    if due and table_due and due != table_due and status == "pass":
        yield Check(
            kind="narrative_vs_table",
            status="fail",
            expected=str(due),
            actual=str(table_due),
            where=where,
            message=say("due_against_table", name=name, said=_said(told), due=due, table_due=table_due),
            span=fact.span,
            clause_id=fact.clause_id,
            table_id=row.table_id,
        )
