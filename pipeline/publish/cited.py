"""Which notices of the set cite which: `cited_notice_id` of a citation, and what became of a notice by others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyarrow as pa

from pipeline.decisions.keys import Keys
from pipeline.language.doc_numbers import number_to_key
from pipeline.language.documents import bare
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.publish.findings import issue_row
from pipeline.publish.sheet import Row

if TYPE_CHECKING:
    from pipeline.publish.called import Named

_CITATION = [
    "notice_id", "fact_id", "title", "doc_number", "kind", "relation", "issuer", "char_start", "char_end", "quote",
]  # fmt: skip
# Actions by which a plan becomes the notice itself; what is forwarded stays another document.
ISSUES = frozenset(("印发", "发布", "公布", "下发"))
_OTHERS = frozenset(("policy", "law", "standard"))
# What another notice did to one → the column that names it.
_BECAME = {"repeals": "repealed_by", "replaces": "repealed_by", "amends": "amended_by"}


@dataclass(slots=True)
class _Known:
    """The notices of the set: by number, by title with the issuer in it, by title from 关于 on or of the plan issued."""

    rows: dict[str, Row]
    same: Mapping[str, str]
    by_number: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_title: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_short: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Links:
    """`cited`: (notice, fact of its `citations`) → the notice meant; `became`: (notice, column) → the notice that issued, amended or
    repealed it, and (notice, `until`) → its last day then; `unclear`: an issue for each citation that two notices fit."""

    cited: dict[tuple[str, str], str] = field(default_factory=dict)
    became: dict[tuple[str, str], str] = field(default_factory=dict)
    unclear: list[Row] = field(default_factory=list)


def names_of(row: Row) -> tuple[str, frozenset[str]]:
    """(title, short names) by which a citation may mean the notice of a row of `notices`, as `bare` gives them."""
    title = str(row["title"] or "")
    # What a notice forwards, amends or repeals is another document.
    plan = str(row["subject_title"] or "") if row["action"] in ISSUES else ""
    short = {bare(title[title.find("关于") :]) if "关于" in title else "", bare(plan)}
    return bare(title), frozenset(short - {"", bare(title)})


def cited_rows(citations: pa.Table) -> Iterator[Row]:
    """The citations of one notice that may mean another; `called` are the titles to look for, with the issuer and without."""
    for row in citations.select(_CITATION).to_pylist():
        title = str(row["title"] or "")
        if row["kind"] in _OTHERS and (title or row["doc_number"]):
            called = [bare(title), bare(f"{row['issuer'] or ''}{title}")] if title else []
            yield {**row, "called": called}


def link(named: Iterable[Named], citations: Iterable[Row], same: Mapping[str, str]) -> Links:
    """What citations mean, whatever the order of notices.

    A citation is linked by its 文号; where no notice has that, by its title with the issuer; by a title without one
    only to a notice of the same place or of one above it. `same`: copy → the notice it is a copy of, which is meant.
    """
    known = _known(named, same)
    links, done = Links(), list[tuple[str, str, str]]()
    for row in citations:
        fit = _fitting(row, known)
        if len(fit) == 1:
            links.cited[str(row["notice_id"]), str(row["fact_id"])] = fit[0]
            done.append((str(row["notice_id"]), fit[0], str(row["relation"])))
        elif fit:
            links.unclear.append(_issue(row, fit, known))
    links.became = _became(done, known)
    return links


def _known(named: Iterable[Named], same: Mapping[str, str]) -> _Known:
    known = _Known({}, same)
    for one in named:
        notice_id = one.notice_id
        known.rows[notice_id] = one.row
        if notice_id in same:  # Who cites a copy means the notice.
            continue
        if one.row["doc_number"]:
            known.by_number[number_to_key(str(one.row["doc_number"]))].append(notice_id)
        if one.title:
            known.by_title[one.title].append(notice_id)
        for short in one.short:
            known.by_short[short].append(notice_id)
    return known


def _fitting(row: Row, known: _Known) -> list[str]:
    """The notices that a citation may mean: one, or none, or several that nothing here tells apart."""
    number = str(row["doc_number"] or "")
    if number and (fit := _others(known.by_number.get(number_to_key(number), []), row, known)):
        return fit
    called: Sequence[str] = row["called"]  # type: ignore[assignment]
    if not called:
        return []
    whole = [i for name in called for i in known.by_title.get(name, ())]
    short = known.by_short.get(called[0], ())
    if not whole and not short:  # Most citations mean no notice of the set.
        return []
    near = [i for i in short if _is_above(known.rows[i], known.rows[str(row["notice_id"])])]
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


def _became(done: Sequence[tuple[str, str, str]], known: _Known) -> dict[tuple[str, str], str]:
    """(notice, column) → the notice that issued, amended or repealed it: of several amendments the last; a draft does neither.

    `done`: (notice, the notice it cites, how).
    """
    became: dict[tuple[str, str], str] = {}
    changed = [
        (*_when(by, known), other, column)
        for by, other, how in done
        if (column := _BECAME.get(how)) and known.rows[by]["status"] != "draft"
    ]
    for _, by, other, column in sorted(changed, key=lambda one: one[:2]):
        became[other, column] = by
        if column == "repealed_by" and (until := _day_before(known.rows[by])):
            became[other, "until"] = until
    for notice_id, row in known.rows.items():
        if row["status"] == "draft" and (issued := _issued(row, known)):
            became[notice_id, "issued_as"] = issued
    return became


def _day_before(by: Row) -> str | None:
    """The last day of a notice that another repeals: the day before that one takes effect."""
    begins = by["effective_date"] or by["written_date"]
    return str(date.fromisoformat(str(begins)) - timedelta(days=1)) if begins else None


def _when(notice_id: str, known: _Known) -> tuple[str, str]:
    return str(known.rows[notice_id]["written_date"] or ""), notice_id


def _issued(draft: Row, known: _Known) -> str | None:
    """The notice that a draft became: of its title and place, and the only one."""
    title = bare(str(draft["subject_title"] or draft["title"] or ""))
    fit = {
        i
        for i in (*known.by_title.get(title, ()), *known.by_short.get(title, ()))
        if known.rows[i]["status"] != "draft" and known.rows[i]["region_code"] == draft["region_code"]
    }
    return fit.pop() if len(fit) == 1 else None


def _issue(row: Row, fit: Sequence[str], known: _Known) -> Row:
    notice_id, name = str(row["notice_id"]), str(row["title"] or row["doc_number"])
    message = say("cited_ambiguous", name=name, notices=", ".join(fit))
    file = str(known.rows[notice_id]["source_file"])
    said = issue_row(file, Issue("ambiguous_citation", message, "citations"))
    key = Keys(notice_id, "issues").key((name, row["char_start"]))
    place = {column: row[column] for column in ("quote", "char_start", "char_end")}
    return {"issue_id": key, "notice_id": notice_id, **said, **place}
