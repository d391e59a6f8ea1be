"""What the tables and views say once it is known which notices are copies, which say another again, and who cites whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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


def link_repeats(tables: Mapping[str, pa.Table], again: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables with `repeats` where a notice says a fact of another again: in the same words, of the same value.

    `again`: notice → the notice that says it first. What the notice says beside it counts as ever.
    """
    if not again:
        return dict(tables)
    linked = dict(tables)
    said: dict[object, str] = {}
    for name, schema in schemas().items():
        if schema.is_fact:
            told = ["fact_id", "notice_id", *schema.identity]
            found = dict(_said_again(tables[name].select(told).to_pylist(), again, schema.identity))
            linked[name] = _repeating(tables[name], found, "fact_id")
            said |= found
    for name in VIEWS:
        linked[name] = _repeating(tables[name], said, _KEY.get(name, "fact_id"))
    return linked


def _said_again(
    rows: Sequence[Row], again: Mapping[str, str], identity: Sequence[str]
) -> Iterator[tuple[object, str]]:
    """(fact, the fact of the other notice it repeats): of facts in the same words the first the first, and so on."""
    about: dict[object, dict[tuple[str, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    involved = {*again, *again.values()}
    for row in rows:
        if row["notice_id"] in involved:
            words = tuple(squeezed(row[name]) for name in identity)
            about[row["notice_id"]][words].append(str(row["fact_id"]))
    for notice_id, first in again.items():
        for words, facts in about[notice_id].items():
            yield from zip(facts, about[first].get(words, ()), strict=False)


def _repeating(table: pa.Table, said: Mapping[object, str], key: str) -> pa.Table:
    """A table with `repeats` of the rows that `said` names, and a view where they do not count."""
    found = [said.get(one) for one in table[key].to_pylist()]
    if "repeats" in table.schema.names:
        own = table["repeats"].to_pylist()
        table = arrow.with_column(table, "repeats", [b or a for a, b in zip(own, found, strict=True)])
    return _not_counted(table, list(map(bool, found))) if "countable" in table.schema.names else table


def link_facts(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with `cited_notice_id` in the view of facts, as it stands in `citations`."""
    cited = tables["citations"].select(["fact_id", "cited_notice_id"]).to_pylist()
    known = {row["fact_id"]: row["cited_notice_id"] for row in cited if row["cited_notice_id"]}
    if not known:
        return dict(tables)
    ids = [known.get(one) for one in tables["facts"]["fact_id"].to_pylist()]
    return {**tables, "facts": arrow.with_column(tables["facts"], "cited_notice_id", ids)}


def near_to_rows(tables: Mapping[str, pa.Table], near: Sequence[Near]) -> list[Row]:
    """Rows of `issues`: two notices that are nearly one are both counted, and a reader is told what sets them apart."""
    notices = tables["notices"].select(["notice_id", "source_file"]).to_pylist()
    files = {row["notice_id"]: str(row["source_file"]) for row in notices}
    rows: list[Row] = []
    for one in near:
        here, there = (words[:_LONGEST] or "—" for words in (one.here, one.there))
        message = say("nearly_a_copy", notice=one.other, here=here, there=there)
        key = Keys(one.notice_id, "issues").key(("nearly_a_copy", one.other))
        said = issue_row(files[one.notice_id], Issue("nearly_a_copy", message, "notices"))
        rows.append({"issue_id": key, "notice_id": one.notice_id, **said})
    return rows
