"""Which notices of the set are copies of one another (the page beside the PDF), and which stand whole within another.

    titles, numbers and texts → Copies

A title and a number only say where to look: two lists of one day have one title, and a corrected notice has the number of the
first. Copies say the same words, and nothing otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pipeline.language.documents import bare, named_within, short_title
from pipeline.publish.cited import ISSUES
from pipeline.publish.company import Seen, with_company
from pipeline.publish.overlap import Worded, may_overlap, said_otherwise, share
from pipeline.publish.sheet import Row

if TYPE_CHECKING:
    from pipeline.publish.called import Named

# Characters below which a title is no reason to look: 通知, 公告, 重点任务分解表.
_TELLING = 10
# Share of the shorter text that stands in the longer one, of copies. Page and PDF: 0.96 and more; every hundredth letter
# misread: 0.98, every twentieth 0.78, see test_copies.py; two lists of one title, a draft and what was issued: less, or
# something is said otherwise.
_COPY = 0.75
_WITHIN = 0.9


class Near(NamedTuple):
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


class Words(Protocol):
    """The words of notices, and what was found when two were held against each other before."""

    def of(self, notice_id: str) -> Worded:
        """The words of a notice."""

    def before(self, one: str, other: str) -> Verdict | None:
        """What was found of the two as they are now; None if they were not held against each other."""

    def found(self, one: str, other: str, verdict: Verdict) -> None:
        """For the next time."""


# What one notice is to another: `same`, `near`, `within` or nothing; and the words that they put otherwise.
Verdict = tuple[str, str, str]


def find_copies(named: Iterable[Named], words: Words) -> Copies:
    """Of copies the longest is the notice (another may be a part of it, or its page with a summary); of two as long the
    one whose id sorts first. Notices of one number or title are held against one another, word by word."""
    found, seen = Copies(), Seen()
    for notice in with_company(sorted(named, key=_longest_first)):
        for other in seen.company(notice):
            if notice.notice_id in found.same:
                break
            _hold_against(notice, other, words, found)
        if notice.notice_id not in found.same:
            seen.add(notice)
    return found


def _longest_first(notice: Named) -> tuple[int, str]:
    return -int(str(notice.row["char_count"])), notice.notice_id


def names(row: Row) -> frozenset[str]:
    """The names that a notice goes by: its title, what that says behind the issuer, the plan it issues."""
    title = str(row["title"] or "")
    return _long(
        title, short_title(title), str(row["subject_title"] or "") if row["action"] in ISSUES else ""
    )


def held(row: Row, annexes: Sequence[str]) -> frozenset[str]:
    """The names of what stands in a notice: its annexes, and what it forwards, which may be in the set too."""
    return _long(*named_within(str(row["title"] or "")), str(row["subject_title"] or ""), *annexes)


def _long(*names: str) -> frozenset[str]:
    return frozenset(name for one in names if len(name := bare(one)) >= _TELLING)


def _hold_against(notice: Named, longer: Named, words: Words, found: Copies) -> None:
    """What a notice is to one that is as long or longer: its copy, a part of it, nearly the same, or nothing."""
    one, other = notice.notice_id, longer.notice_id
    verdict = words.before(one, other)
    if verdict is None:
        verdict = _verdict(notice, longer, (words.of(one), words.of(other)))
        words.found(one, other, verdict)
    kind, here, there = verdict
    if kind == "near":
        found.near.append(Near(one, other, here, there))
    elif kind == "same":
        found.same[one] = other
    elif kind == "within" and _is_older(notice, longer):
        found.again.setdefault(other, one)
    elif kind == "within":
        found.again.setdefault(one, other)


def _verdict(notice: Named, longer: Named, texts: tuple[Worded, Worded]) -> Verdict:
    if not may_overlap(*texts):
        return "", "", ""
    alike = share(*texts)
    is_one = bool(notice.names & longer.names) or _same(notice, longer, "doc_number")
    if alike < (_COPY if is_one else _WITHIN):
        return "", "", ""
    if other := _otherwise(notice, longer, texts) if is_one else said_otherwise(*texts):
        return ("near", *other) if is_one else ("", "", "")
    return ("same" if is_one else "within"), "", ""


def _otherwise(one: Named, other: Named, texts: tuple[Worded, Worded]) -> tuple[str, str] | None:
    """What two notices of one name say otherwise: their number, their day, or a word of their text."""
    for name in ("doc_number", "written_date"):
        here, there = one.row[name], other.row[name]
        if here and there and here != there:
            return str(here), str(there)
    return said_otherwise(*texts)


def _same(one: Named, other: Named, column: str) -> bool:
    return bool(one.row[column]) and one.row[column] == other.row[column]


def _is_older(part: Named, whole: Named) -> bool:
    """Was what stands within a notice issued before it, as a plan is that another forwards?"""
    here, there = part.row["written_date"], whole.row["written_date"]
    return bool(here and there) and str(here) < str(there)
