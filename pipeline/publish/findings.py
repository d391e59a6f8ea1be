"""What was found in a notice → rows: facts, checks, repairs, mentions, issues."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pipeline.decisions.keys import Keys, correction_key, values_to_json
from pipeline.decisions.values import FOLLOWING
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Check, Fact, Issue, Span, Unread
from pipeline.publish.derived import derive
from pipeline.publish.schema import Schema, schemas
from pipeline.publish.sheet import Row, Sheet, same

# Tables whose facts belong to a task, and the tasks themselves.
_OF_TASKS = ("tasks", "responsibilities", "targets", "deadlines", "funding")


def facts(sheet: Sheet, schema: Schema) -> Iterator[Row]:
    """Rows of one fact table. BrokenPromise for a value that would hide a column every fact carries."""
    statuses = {table.table_id: table.status for table in sheet.checked.extracted.mended.tables}
    keys = Keys(sheet.notice_id, schema.table)
    for fact in sorted(sheet.checked.extracted.of(schema.table), key=operator.attrgetter("span")):
        if unknown := sorted(fact.values.keys() - schema.own):
            where = {"notice": sheet.notice_id, "start": fact.span.start, "rule": fact.rule}
            columns = ", ".join(unknown)
            raise BrokenPromise(say("fact_columns_unknown", columns=columns, table=schema.table, **where))
        row: Row = {
            **same(fact, "clause_id", "table_id", "row", "rule", "confidence"),
            "why": fact.why or None,
            **fact.values,
        }
        if schema.table == "table_facts":
            row.setdefault("status", statuses.get(fact.table_id or ""))
        row |= sheet.places.boxed(fact.span) | derive(schema, row, sheet.place_names)
        place = fact.table_id or sheet.headings.get(fact.clause_id or "")
        # A corrected fact keeps the key it had before, so that what was said of it still finds it.
        as_read = {**row, **fact.machine}
        row["fact_id"] = keys.key((place, *(as_read.get(name) for name in schema.identity)))
        yield row | _decided(sheet, fact)


def _decided(sheet: Sheet, fact: Fact) -> Row:
    """The columns by which a row says that an editor decided about it."""
    if fact.correction is None:
        return {}
    machine = values_to_json(fact.machine) if fact.machine else None
    return {"correction_id": correction_key(sheet.notice_id, fact.correction), "machine_value": machine}


def corrections(sheet: Sheet) -> Iterator[Row]:
    """What editors decided: of a wrong fact all columns it had, of others those decided about."""
    for said, read in ((one.correction, one.read) for one in sheet.checked.extracted.decisions):
        columns = said.values if said.verdict != "wrong" else read.values.keys() - FOLLOWING
        machine = {name: read.values.get(name) for name in columns if said.verdict != "missing"}
        yield {
            "correction_id": correction_key(sheet.notice_id, said),
            "fact_table": said.table,
            **same(said, "verdict", "place", "because"),
            "right_value": values_to_json(said.values) if said.values else None,
            "machine_value": values_to_json(machine) if machine else None,
            "decided_by": said.by,
            "decided_on": said.on,
            "rule": read.rule,
            **sheet.places.quoted(read.span),
        }


def tie(facts: Mapping[str, Sequence[Row]]) -> None:
    """Adds the keys by which facts name one another.

    A fact belongs to the task of its point or row, which is known by its own fact; an agency to the assignment that
    begins at the same character (and is of the same row, where a cell spans several), known by its first fact.
    """
    tasks = {_point(row): row["fact_id"] for row in facts["tasks"]}
    first: dict[object, object] = {}
    for row in facts["responsibilities"]:
        list_ = (row["char_start"], row["table_id"], row["row"])
        row["assignment_id"] = first.setdefault(list_, row["fact_id"])
    for row in chain.from_iterable(facts[name] for name in _OF_TASKS):
        row["task_id"] = tasks.get(_point(row))


def _point(row: Row) -> tuple[object, object]:
    return (row["table_id"], row["row"]) if row["table_id"] else ("", row["clause_id"])


def checks(sheet: Sheet) -> Iterator[Row]:
    return _noted(sheet, "checks", ((check_row(one), one.span) for one in sheet.checked.checks))


def check_row(check: Check) -> Row:
    said = same(check, "kind", "status", "expected", "actual", "where", "clause_id", "table_id")
    return {**said, **_in_both_languages("message", check.message)}


def _in_both_languages(column: str, message: Message) -> Row:
    """A message as three columns: its key, its English, its Chinese."""
    return {"code": message.code, column: message.en, f"{column}_zh": message.zh}


def repairs(sheet: Sheet) -> Iterator[Row]:
    said = ("kind", "clause_id", "table_id", "row", "before", "after", "certainty")
    rows = (
        ({**same(one, *said), **_in_both_languages("evidence", one.evidence)}, one.span)
        for one in sheet.repairs
    )
    return _noted(sheet, "repairs", rows)


def ledger(sheet: Sheet) -> Iterator[Row]:
    said = ("kind", "place", "status", "claimed_by", "reason")
    mentions = (
        ({**same(one, *said), "text": sheet.places.words(one.span)}, one.span) for one in sheet.checked.ledger
    )
    for row in _noted(sheet, "ledger", mentions):
        del row["quote"]
        yield row


def issues(sheet: Sheet) -> Iterator[Row]:
    extracted = sheet.checked.extracted
    mended = extracted.mended
    found = (*sheet.document.issues, *sheet.outline.issues, *mended.issues, *extracted.issues)
    return _noted(sheet, "issues", ((issue_row(sheet.document.source_file, one), one.span) for one in found))


def unread(failures: Iterable[Unread]) -> Iterator[Row]:
    """Rows of `issues` for the notices that could not be read."""
    for failure in failures:
        row = issue_row(failure.source_file, failure.issue)
        key = Keys(failure.notice_id, "issues").key(row[name] for name in ("source_file", "kind", "message"))
        yield {"issue_id": key, "notice_id": failure.notice_id, **row}


def issue_row(source_file: str, issue: Issue) -> Row:
    said = _in_both_languages("message", issue.message)
    return {"source_file": source_file, **same(issue, "kind", "where"), **said}


def _noted(sheet: Sheet, table: str, noted: Iterable[tuple[Row, Span | None]]) -> Iterator[Row]:
    """Rows with a key of their own: made of what they say and of the words around their place."""
    schema, keys = schemas()[table], Keys(sheet.notice_id, table)
    for row, span in sorted(noted, key=lambda pair: (pair[1] is not None, pair[1])):
        about = (*(row.get(name) for name in schema.identity), sheet.context(span))
        yield {schema.primary_key[0]: keys.key(about), **row, **sheet.places.quoted(span)}
