"""Which notices of the set cite which: `cited_notice_id` of a citation, and what became of a notice by others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from pipeline.decisions.keys import Keys
from pipeline.language.doc_numbers import number_to_key
from pipeline.language.documents import bare
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.publish import arrow
from pipeline.publish.findings import issue_row
from pipeline.publish.sheet import Row

_NOTICE = [
    "notice_id",
    "source_file",
    "title",
    "action",
    "subject_title",
    "doc_number",
    "status",
    "written_date",
    "region_code",
]
_CITATION = [
    "notice_id",
    "title",
    "doc_number",
    "kind",
    "relation",
    "issuer",
    "char_start",
    "char_end",
    "quote",
]
# Actions by which a plan becomes the notice itself; what is forwarded stays another document.
ISSUES = frozenset(("印发", "发布", "公布", "下发"))
_OTHERS = frozenset(("policy", "law", "standard"))
# What another notice did to one → the column that names it.
_BECAME = {"repeals": "repealed_by", "replaces": "repealed_by", "amends": "amended_by"}


@dataclass(slots=True)
class _Known:
    """The notices of the set: by number, by title with the issuer in it, by title from 关于 on or of the plan issued."""

    rows: Mapping[str, Row]
    same: Mapping[str, str]
    by_number: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_short: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def link(tables: Mapping[str, pa.Table], same: Mapping[str, str]) -> tuple[dict[str, pa.Table], list[Row]]:
    """(the tables with their links, an issue for each citation that two notices fit), whatever the order of notices.

    A citation is linked by its 文号; where no notice has that, by its title with the issuer; by a title without one
    only to a notice of the same place or of one above it. `same`: copy → the notice it is a copy of, which is meant.
    """
    known = _known(tables["notices"].select(_NOTICE).to_pylist(), same)
    cited = tables["citations"].select(_CITATION).to_pylist()
    found = [_fitting(row, known) if row["kind"] in _OTHERS else [] for row in cited]
    ids = [fit[0] if len(fit) == 1 else None for fit in found]
    became = _became(cited, ids, known)
    linked = dict(tables)
    linked["citations"] = arrow.with_column(tables["citations"], "cited_notice_id", ids)
    for column in ("issued_as", "amended_by", "repealed_by"):
        values = [became.get((row, column)) for row in tables["notices"]["notice_id"].to_pylist()]
        linked["notices"] = arrow.with_column(linked["notices"], column, values)
    return linked, list(_issues(cited, found, known))


def _known(rows: Sequence[Row], same: Mapping[str, str]) -> _Known:
    known = _Known({str(row["notice_id"]): row for row in rows}, same)
    for notice_id, row in sorted(known.rows.items()):
        if notice_id in same:  # Who cites a copy means the notice.
            continue
        title = str(row["title"] or "")
        # What a notice forwards, amends or repeals is another document.
        plan = str(row["subject_title"] or "") if row["action"] in ISSUES else ""
        if row["doc_number"]:
            known.by_number[number_to_key(str(row["doc_number"]))].append(notice_id)
        if title:
            known.by_title[bare(title)].append(notice_id)
        for short in {
            bare(title[title.find("关于") :]) if "关于" in title else "",
            bare(plan),
        }:
            if short and short != bare(title):
                known.by_short[short].append(notice_id)
    return known


def _fitting(row: Row, known: _Known) -> list[str]:
    """The notices that a citation may mean: one, or none, or several that nothing here tells apart."""
    number, title = str(row["doc_number"] or ""), str(row["title"] or "")
    if number and (fit := _others(known.by_number.get(number_to_key(number), []), row, known)):
        return fit
    if not title:
        return []
    whole = [
        *known.by_title.get(bare(title), []),
        *known.by_title.get(bare(f"{row['issuer'] or ''}{title}"), []),
    ]
    near = [
        i
        for i in known.by_short.get(bare(title), [])
        if _is_above(known.rows[i], known.rows[str(row["notice_id"])])
    ]
    fit = _others(dict.fromkeys(whole or near), row, known)
    # Of two numbers that differ, one is another document.
    fit = [i for i in fit if not (number and known.rows[i]["doc_number"])]
    issued = [i for i in fit if known.rows[i]["status"] != "draft"]
    return issued or fit


def _others(notice_ids: Sequence[str] | Mapping[str, None], row: Row, known: _Known) -> list[str]:
    own = str(row["notice_id"])
    return [i for i in notice_ids if i not in (own, known.same.get(own))]


def _is_above(cited: Row, citing: Row) -> bool:
    """Is a notice of the same place as another, or of a place that holds it?"""
    place = str(cited["region_code"] or "").rstrip("0")
    return bool(place) and str(citing["region_code"] or "").startswith(place)


def _became(cited: Sequence[Row], ids: Sequence[str | None], known: _Known) -> dict[tuple[str, str], str]:
    """(notice, column) → the notice that issued, amended or repealed it: of several amendments the last."""
    became: dict[tuple[str, str], str] = {}
    dated = sorted(known.rows, key=lambda i: (str(known.rows[i]["written_date"] or ""), i))
    after = {notice_id: n for n, notice_id in enumerate(dated)}
    done = [
        (str(row["notice_id"]), other, str(row["relation"]))
        for row, other in zip(cited, ids, strict=True)
        if other
    ]
    for by, other, relation in sorted(done, key=lambda one: after[one[0]]):
        if column := _BECAME.get(relation):
            became[other, column] = by
    for notice_id, row in known.rows.items():
        if row["status"] == "draft" and (issued := _issued(row, known)):
            became[notice_id, "issued_as"] = issued
    return became


def _issued(draft: Row, known: _Known) -> str | None:
    """The notice that a draft became: of its title and place, and the only one."""
    title = str(draft["subject_title"] or draft["title"] or "")
    fit = {
        i
        for i in (*known.by_title.get(bare(title), []), *known.by_short.get(bare(title), []))
        if known.rows[i]["status"] != "draft" and known.rows[i]["region_code"] == draft["region_code"]
    }
    return fit.pop() if len(fit) == 1 else None


def _issues(cited: Sequence[Row], found: Sequence[list[str]], known: _Known) -> Iterator[Row]:
    for row, fit in zip(cited, found, strict=True):
        if len(fit) < 2:
            continue
        notice_id, name = str(row["notice_id"]), str(row["title"] or row["doc_number"])
        message = say("cited_ambiguous", name=name, notices=", ".join(fit))
        said = issue_row(
            str(known.rows[notice_id]["source_file"]), Issue("ambiguous_citation", message, "citations")
        )
        key = Keys(notice_id, "issues").key((name, row["char_start"]))
        place = {column: row[column] for column in ("quote", "char_start", "char_end")}
        yield {"issue_id": key, "notice_id": notice_id, **said, **place}
