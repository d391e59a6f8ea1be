"""Which notices of the set are copies of one another (the page beside the PDF), and which stand whole within another.

    titles, numbers and texts → Copies

A title and a number only say where to look: two lists of one day have one title, and a corrected notice has the number of the
first. Copies say the same words, and nothing otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from pipeline.language.documents import bare, named_within, short_title
from pipeline.publish.cited import ISSUES
from pipeline.publish.overlap import Worded, may_overlap, said_otherwise, share, text_to_words
from pipeline.publish.sheet import Row

_TOLD_BY = [
    "notice_id",
    "title",
    "action",
    "subject_title",
    "doc_number",
    "written_date",
    "status",
    "char_count",
]
# Characters below which a title is no reason to look: 通知, 公告, 重点任务分解表.
_TELLING = 10
# Share of the shorter text that stands in the longer one, of copies. Page and PDF: 0.96 and more; every hundredth letter
# misread: 0.98, every twentieth 0.78, see test_copies.py; two lists of one title, a draft and what was issued: less, or
# something is said otherwise.
_COPY = 0.75
_WITHIN = 0.9


@dataclass(frozen=True)
class Near:
    """Two notices of one title or number that say nearly the same: `here` stands in the one, `there` in the other."""

    notice_id: str
    other: str
    here: str
    there: str


@dataclass
class Copies:
    """`same`: copy → the notice it is a copy of. `again`: notice → the one that says all it shares with it first, a plan
    forwarded or an annex that is a file of its own. `near`: what is no copy for a word or a day."""

    same: dict[str, str] = field(default_factory=dict)
    again: dict[str, str] = field(default_factory=dict)
    near: list[Near] = field(default_factory=list)


@dataclass(frozen=True)
class _Notice:
    notice_id: str
    row: Row
    # Its own title and that of the plan it issues.
    names: frozenset[str]
    # What stands in it: the titles in its title, and its annexes.
    holds: frozenset[str]
    text: Worded

    @property
    def is_draft(self) -> bool:
        return self.row["status"] == "draft"


def find_copies(tables: Mapping[str, pa.Table]) -> Copies:
    """Of copies the longest is the notice (another may be a part of it, or its page with a summary); of two as long the
    one whose id sorts first. Notices of one number or title are held against one another, word by word."""
    found = Copies()
    longest = sorted(
        tables["notices"].select(_TOLD_BY).to_pylist(), key=lambda r: (-int(r["char_count"]), r["notice_id"])
    )
    seen: dict[str, list[_Notice]] = defaultdict(list)
    for notice in _with_company(longest, tables):
        keys = _keys(notice.names, notice.holds, notice.row)
        others = {one.notice_id: one for key in keys for one in seen[key]}
        for other in others.values():
            if notice.notice_id in found.same:
                break
            _hold_against(notice, other, found)
        if notice.notice_id not in found.same:
            for key in keys:
                seen[key].append(notice)
    return found


def _with_company(rows: Sequence[Row], tables: Mapping[str, pa.Table]) -> Iterator[_Notice]:
    """The notices that share a title or a number with another, with their words."""
    annexes: dict[str, list[str]] = defaultdict(list)
    for row in tables["annexes"].select(["notice_id", "title"]).to_pylist():
        annexes[str(row["notice_id"])].append(str(row["title"] or ""))
    names = {str(row["notice_id"]): _names(row) for row in rows}
    holds = {one: _long(*_forwarded(row), *annexes[one]) for one, row in zip(names, rows, strict=True)}
    at = {one: n for n, one in enumerate(tables["texts"]["notice_id"].to_pylist())}
    keys: dict[str, set[str]] = defaultdict(set)
    for one, row in zip(names, rows, strict=True):
        for key in _keys(names[one], holds[one], row):
            keys[key].add(one)
    several = {one for those in keys.values() if len(those) > 1 for one in those}
    for one, row in zip(names, rows, strict=True):
        if one in several:
            text = text_to_words(tables["texts"]["text"][at[one]].as_py() or "")
            yield _Notice(one, row, names[one], holds[one], text)


def _keys(names: frozenset[str], holds: frozenset[str], row: Row) -> list[str]:
    """By what a notice is found: two that share one of these are held against one another."""
    return sorted({*names, *holds, str(row["doc_number"] or "")} - {""})


def _names(row: Row) -> frozenset[str]:
    title = str(row["title"] or "")
    return _long(
        title, short_title(title), str(row["subject_title"] or "") if row["action"] in ISSUES else ""
    )


def _forwarded(row: Row) -> Sequence[str]:
    """What a notice forwards is another document, which may be in the set too."""
    return [*named_within(str(row["title"] or "")), str(row["subject_title"] or "")]


def _long(*names: str) -> frozenset[str]:
    return frozenset(name for one in names if len(name := bare(one)) >= _TELLING)


def _hold_against(notice: _Notice, longer: _Notice, found: Copies) -> None:
    """What a notice is to one that is as long or longer: its copy, a part of it, nearly the same, or nothing."""
    if notice.is_draft != longer.is_draft or not may_overlap(notice.text, longer.text):
        return
    alike = share(notice.text, longer.text)
    is_one = bool(notice.names & longer.names) or _same(notice, longer, "doc_number")
    if alike < (_COPY if is_one else _WITHIN):
        return
    other = _otherwise(notice, longer) if is_one else said_otherwise(notice.text, longer.text)
    if other:
        found.near += [Near(notice.notice_id, longer.notice_id, *other)] if is_one else []
    elif is_one:
        found.same[notice.notice_id] = longer.notice_id
    elif _is_older(notice, longer):
        found.again.setdefault(longer.notice_id, notice.notice_id)
    else:
        found.again.setdefault(notice.notice_id, longer.notice_id)


def _otherwise(one: _Notice, other: _Notice) -> tuple[str, str] | None:
    """What two notices of one name say otherwise: their number, their day, or a word of their text."""
    for name in ("doc_number", "written_date"):
        here, there = one.row[name], other.row[name]
        if here and there and here != there:
            return str(here), str(there)
    return said_otherwise(one.text, other.text)


def _same(one: _Notice, other: _Notice, column: str) -> bool:
    return bool(one.row[column]) and one.row[column] == other.row[column]


def _is_older(part: _Notice, whole: _Notice) -> bool:
    """Was what stands within a notice issued before it, as a plan is that another forwards?"""
    here, there = part.row["written_date"], whole.row["written_date"]
    return bool(here and there) and str(here) < str(there)
