"""Editions one after another → a row a fact: since when it is known, when and how it last changed.

    revisions since REV → editions → what changed from each to the next → FactHistory by fact

A fact keeps its row while the notice changes around it: where its key changes, the row goes on under the new one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from pipeline.review.diff import Change, differences
from pipeline.review.diff_edition import Edition, folder_to_edition, git, revision_to_edition
from pipeline.review.diff_rows import details, name

# The folder as it is now, where no commit has it.
UNCOMMITTED = "uncommitted"


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed the tables, or UNCOMMITTED."""

    commit: str
    day: datetime.date


@dataclass(frozen=True, slots=True)
class FactHistory:
    """A fact of the newest edition, or one that is gone (`is_there`). What was there at the beginning has no `first_seen`.

    `columns` are those that last changed, with what stood there before and after; `cause` and `because` say why.
    """

    notice_id: str
    kind: str
    fact_id: str
    what: str
    quote: str
    is_there: bool = True
    first_seen: datetime.date | None = None
    first_commit: str | None = None
    last_change: str | None = None
    last_changed: datetime.date | None = None
    last_commit: str | None = None
    columns: str | None = None
    cause: str | None = None
    because: str | None = None


COLUMNS = tuple(one.name for one in fields(FactHistory))
Key = tuple[str, str]
Facts = dict[Key, FactHistory]


def history(since: str, out: Path) -> list[FactHistory]:
    """The history of every fact from the revision `since` to the folder `out` as it is now, in the order of notices.

    OSError if git does not know the revision, or if `out` holds no tables.
    """
    begin = revision_to_edition(since, out)
    editions = [(one, revision_to_edition(one.commit, out)) for one in revisions(since, out)]
    now = Revision(UNCOMMITTED, datetime.datetime.now(tz=datetime.UTC).date())
    known = editions_to_history(begin, [*editions, (now, folder_to_edition(out))])
    return sorted(known, key=lambda one: (one.notice_id, one.kind, not one.is_there, one.fact_id))


def revisions(since: str, out: Path) -> Iterator[Revision]:
    """The commits after `since` that changed the tables, oldest first; a merge is one, with all that it brought."""
    asked = ("log", "--first-parent", "--reverse", "--format=%H %cs", f"{since}..HEAD", "--", f"./{out.name}")
    for line in git(out.resolve().parent, *asked).decode().splitlines():
        commit, _, day = line.partition(" ")
        yield Revision(commit, datetime.date.fromisoformat(day))


def editions_to_history(begin: Edition, editions: Iterable[tuple[Revision, Edition]]) -> list[FactHistory]:
    """What becomes of the facts of `begin`, and of those that come later, through one edition after another."""
    known, gone, before = _facts(begin), {}, begin
    for revision, edition in editions:
        now = _facts(edition)
        after = {key: _goes_on(fact, known.get(key)) for key, fact in now.items()}
        for change in differences(before, edition):
            key, was = (change.table, change.key), (change.table, change.was)
            if change.kind == "removed" and was in known:
                gone[was] = _changed(replace(known[was], is_there=False), change, revision)
            elif key in now:
                fact = _goes_on(now[key], known.get(was))
                after[key] = fact if change.kind == "moved" else _changed(fact, change, revision)
        known, before = after, edition
    return [*known.values(), *(fact for key, fact in gone.items() if key not in known)]


def _facts(edition: Edition) -> Facts:
    """The facts of an edition, without any history."""
    return {
        (table, row["fact_id"]): FactHistory(
            notice_id=row["notice_id"],
            kind=table,
            fact_id=row["fact_id"],
            what=name(table, row) + details(table, row),
            quote=row["quote"],
        )
        for table in edition.tables
        if edition.is_fact(table)
        for row in edition.tables[table].to_pylist()
    }


def _goes_on(fact: FactHistory, was: FactHistory | None) -> FactHistory:
    """The fact as it is now, with what is known of it so far."""
    if was is None:
        return fact
    now = {column: getattr(fact, column) for column in ("notice_id", "fact_id", "what", "quote")}
    return replace(was, is_there=True, **now)


def _changed(fact: FactHistory, change: Change, revision: Revision) -> FactHistory:
    columns = "; ".join(f"{column}: {_said(old)} → {_said(new)}" for column, old, new in change.columns)
    is_new = change.kind == "added"
    return replace(
        fact,
        first_seen=revision.day if is_new else fact.first_seen,
        first_commit=revision.commit if is_new else fact.first_commit,
        last_change=change.kind,
        last_changed=revision.day,
        last_commit=revision.commit,
        columns=columns or None,
        cause=change.cause.kind,
        because=str(change.cause.because) or None,
    )


def _said(value: object) -> str:
    return "∅" if value in (None, "") else str(value)
