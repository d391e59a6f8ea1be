"""What the tables and views say once it is known which notices are copies, which say another again, and who cites whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pyarrow as pa

from pipeline.decisions.keys import Keys, squeezed
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.publish import arrow
from pipeline.publish.copies import Near
from pipeline.publish.findings import issue_row
from pipeline.publish.schema import schemas
from pipeline.publish.sheet import Row
from pipeline.publish.views import VIEWS

# Longer words of two notices are cut where an issue quotes them.
_LONGEST = 40
# Column of a view that holds the key of the fact it was made of.
_KEY = {"task_list": "task_id"}


def link_copies(tables: Mapping[str, pa.Table], same: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables with `same_as` of each copy, in `notices` and in the views. There the rows of a copy do not count, nor
    those of a draft beside the notice it became (`issued_as`)."""
    linked = dict(tables)
    ids = tables["notices"]["notice_id"].to_pylist()
    linked["notices"] = arrow.with_column(tables["notices"], "same_as", [same.get(one) for one in ids])
    became = zip(ids, tables["notices"]["issued_as"].to_pylist(), strict=True)
    again = {*same, *(one for one, issued in became if issued)}
    for name in VIEWS if again else ():
        of = tables[name]["notice_id"].to_pylist()
        marked = arrow.with_column(tables[name], "same_as", [same.get(one) for one in of])
        linked[name] = _not_counted(marked, [one in again for one in of])
    return linked


def _not_counted(view: pa.Table, again: Sequence[bool]) -> pa.Table:
    counted = zip(view["countable"].to_pylist(), again, strict=True)
    return arrow.with_column(view, "countable", [yes and not one for yes, one in counted])


def link_repeats(tables: Mapping[str, pa.Table], said: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables with `repeats` where a notice says a fact of another again; `said`: fact → the fact said again."""
    if not said:
        return dict(tables)
    linked = dict(tables)
    for name, schema in schemas().items():
        if schema.is_fact:
            linked[name] = _repeating(tables[name], said, "fact_id")
    for name in VIEWS:
        linked[name] = _repeating(tables[name], said, _KEY.get(name, "fact_id"))
    return linked


def said_again(one: Mapping[str, pa.Table], first: Mapping[str, pa.Table]) -> dict[str, str]:
    """Fact of one notice → the fact of the other that it says again: in the same words, of the same value.

    What the notice says beside it counts as ever.
    """
    found: dict[str, str] = {}
    for name, schema in schemas().items():
        if schema.is_fact:
            here, there = (_by_words(tables[name], schema.identity) for tables in (one, first))
            for words, facts in here.items():
                found.update(zip(facts, there.get(words, ()), strict=False))
    return found


def _by_words(table: pa.Table, identity: Sequence[str]) -> Mapping[tuple[str, ...], list[str]]:
    """The facts of a notice by what tells them apart: of facts in the same words the first is the first, and so on."""
    about: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in table.select(["fact_id", *identity]).to_pylist():
        about[tuple(squeezed(row[name]) for name in identity)].append(str(row["fact_id"]))
    return about


def _repeating(table: pa.Table, said: Mapping[str, str], key: str) -> pa.Table:
    """A table with `repeats` of the rows that `said` names, and a view where they do not count."""
    found = [said.get(one) for one in table[key].to_pylist()]
    if "repeats" in table.schema.names:
        own = table["repeats"].to_pylist()
        table = arrow.with_column(table, "repeats", [b or a for a, b in zip(own, found, strict=True)])
    return _not_counted(table, list(map(bool, found))) if "countable" in table.schema.names else table


def link_cited(tables: Mapping[str, pa.Table], cited: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables with `cited_notice_id`, in `citations` and in the view of facts; `cited`: fact → the notice meant."""
    linked = dict(tables)
    for name in ("citations", "facts"):
        if not cited and tables[name]["cited_notice_id"].null_count == tables[name].num_rows:
            continue
        ids = [cited.get(one) for one in tables[name]["fact_id"].to_pylist()]
        linked[name] = arrow.with_column(tables[name], "cited_notice_id", ids)
    return linked


def link_became(tables: Mapping[str, pa.Table], became: Mapping[tuple[str, str], str]) -> dict[str, pa.Table]:
    """The tables with what became of a notice; `became`: (notice, column) → the notice that did it, (notice, `until`) → its last day."""
    linked = dict(tables)
    ids = tables["notices"]["notice_id"].to_pylist()
    for column in ("issued_as", "amended_by", "repealed_by"):
        values = [became.get((one, column)) for one in ids]
        linked["notices"] = arrow.with_column(linked["notices"], column, values)
    until = {one: day for (one, column), day in became.items() if column == "until"}
    for name in VIEWS if until.keys() & set(ids) else ():
        linked[name] = _until(tables[name], until)
    return linked


def _until(view: pa.Table, last: Mapping[str, str]) -> pa.Table:
    """A view with the last day of each notice that another repeals; one that ended before keeps its own."""
    own = view["in_force_until"].to_pylist()
    of = zip(own, view["notice_id"].to_pylist(), strict=True)
    days = [min(filter(None, (str(day or ""), last.get(one, ""))), default=None) for day, one in of]
    return arrow.with_column(view, "in_force_until", [date.fromisoformat(d) if d else None for d in days])


def near_to_rows(near: Sequence[Near], file: Callable[[str], str]) -> list[Row]:
    """Rows of `issues`: notices that are nearly one are all counted, and a reader is told what sets them apart.

    One row a notice, however many it is near to: it names the first, so that one more of them changes no row of the
    others. `file`: notice → the file it was read from.
    """
    firsts: dict[str, Near] = {}
    for one in sorted(near, key=lambda one: (one.notice_id, one.other)):
        firsts.setdefault(one.notice_id, one)
    rows: list[Row] = []
    for notice_id, one in firsts.items():
        here, there = (words[:_LONGEST] or "—" for words in (one.here, one.there))
        message = say("nearly_a_copy", notice=one.other, here=here, there=there)
        key = Keys(notice_id, "issues").key(("nearly_a_copy", one.other))
        said = issue_row(file(notice_id), Issue("nearly_a_copy", message, "notices"))
        rows.append({"issue_id": key, "notice_id": notice_id, **said})
    return rows
