"""Which notices of the set are copies of one another (the page beside the PDF), and what the views say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from pipeline.language.documents import bare
from pipeline.publish import arrow
from pipeline.publish.sheet import Row
from pipeline.publish.views import VIEWS

_TOLD_BY = ["notice_id", "title", "doc_number", "written_date", "status", "char_count"]
# Characters below which a title and a day are no evidence that two notices are one: 通知, 公告.
_TELLING = 10


def copies(tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Copy → the notice it is a copy of.

    Two notices are one if number and title agree, or without a number title, issuers and day. Of copies the longest is
    the notice (another may be a part of it, or its page with a summary); of two as long the one whose id sorts first.
    """
    return same_as(tables["notices"].select(_TOLD_BY).to_pylist(), _issuers(tables["issuers"]))


def link_copies(tables: Mapping[str, pa.Table], same: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables with `same_as` of each copy, in `notices` and in the views, where a copy's rows do not count."""
    linked = dict(tables)
    ids = tables["notices"]["notice_id"].to_pylist()
    linked["notices"] = arrow.with_column(tables["notices"], "same_as", [same.get(one) for one in ids])
    for name in VIEWS if same else ():
        linked[name] = _not_counted(tables[name], same)
    return linked


def _issuers(table: pa.Table) -> Mapping[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for row in table.select(["notice_id", "name"]).to_pylist():
        named[row["notice_id"]] = (*named.get(row["notice_id"], ()), row["name"])
    return named


def same_as(notices: Sequence[Row], issuers: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """See `copies`; `issuers` by notice."""
    first: dict[object, str] = {}
    same: dict[str, str] = {}
    for row in sorted(notices, key=lambda row: (-int(str(row["char_count"])), str(row["notice_id"]))):
        notice_id, title = str(row["notice_id"]), bare(str(row["title"] or ""))
        if row["doc_number"] and title:
            about: object = (row["doc_number"], title)
        elif len(title) >= _TELLING and row["written_date"]:
            about = (title, str(row["written_date"]), row["status"], issuers.get(notice_id, ()))
        else:
            continue
        if (other := first.setdefault(about, notice_id)) != notice_id:
            same[notice_id] = other
    return same


def _not_counted(view: pa.Table, same: Mapping[str, str]) -> pa.Table:
    ids = view["notice_id"].to_pylist()
    counted = zip(view["countable"].to_pylist(), ids, strict=True)
    marked = arrow.with_column(view, "same_as", [same.get(one) for one in ids])
    return arrow.with_column(marked, "countable", [yes and one not in same for yes, one in counted])


def link_facts(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with `cited_notice_id` in the view of facts, as it stands in `citations`."""
    cited = tables["citations"].select(["fact_id", "cited_notice_id"]).to_pylist()
    known = {row["fact_id"]: row["cited_notice_id"] for row in cited if row["cited_notice_id"]}
    if not known:
        return dict(tables)
    ids = [known.get(one) for one in tables["facts"]["fact_id"].to_pylist()]
    return {**tables, "facts": arrow.with_column(tables["facts"], "cited_notice_id", ids)}
