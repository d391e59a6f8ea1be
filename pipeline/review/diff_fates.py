"""What happened to notices between two editions: added, removed, renamed, changed, or kept for want of a reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pipeline.language.places import without_number
from pipeline.review.diff_edition import Edition

CauseKind = Literal[
    "notice added",
    "notice removed",
    "notice renamed",
    "notice kept",
    "notice changed",
    "rule changed",
    "lexicon",
    "correction",
    "state",
]


def fates(old: Edition, new: Edition) -> dict[str, CauseKind]:
    """By notice. One that was renamed is in both editions under its new name."""
    before, after = _digests(old), _digests(new)
    fate: dict[str, CauseKind] = dict.fromkeys(before.keys() - after.keys(), "notice removed")
    fate |= dict.fromkeys(after.keys() - before.keys(), "notice added")
    fate |= {
        notice: "notice changed" for notice in before.keys() & after.keys() if before[notice] != after[notice]
    }
    return fate | dict.fromkeys(_kept(old) ^ _kept(new), "notice kept")


def renamed(old: Edition, new: Edition) -> dict[str, str]:
    """New name → old name of each notice that went under one name and came under another, and is the same file."""
    before, after = (_by_digest(edition) for edition in (old, new))
    pairs = {}
    for digest, ids in after.items():
        # Sets: of a form that a hundred thousand hand in empty each would be looked for among all.
        here, there = set(ids), set(before.get(digest, ()))
        went, came = there - here, here - there
        if len(went) == len(came) == 1:
            pairs[came.pop()] = went.pop()
    return pairs


def _by_digest(edition: Edition) -> dict[object, list[str]]:
    """The notices of each file. A file of several notices has several."""
    found: dict[object, list[str]] = {}
    if (notices := edition.whole("notices")) is not None:
        for row in notices.select(["notice_id", "source_sha256"]).to_pylist():
            found.setdefault(row["source_sha256"], []).append(str(row["notice_id"]))
    return found


def _kept(edition: Edition) -> set[str]:
    """Notices that could not be read and keep the rows they had."""
    notices = edition.whole("notices")
    if notices is None or "stale" not in notices.column_names:
        return set()
    rows = notices.select(["notice_id", "stale"]).to_pylist()
    return {str(row["notice_id"]) for row in rows if row["stale"]}


def _digests(edition: Edition) -> dict[str, object]:
    """What each notice was read from; of one that could not be read, its name alone."""
    found: dict[str, object] = {}
    for table, column in (("issues", "source_file"), ("notices", "source_sha256")):
        if (held := edition.whole(table)) is not None:
            rows = held.select(["notice_id", column]).to_pylist()
            found |= {str(row["notice_id"]): row[column] for row in rows}
    return found


def same_points(
    old: Edition, new: Edition, fate: Mapping[str, CauseKind]
) -> frozenset[tuple[object, object, bool]]:
    """The points, as (notice, number in the old or new edition), of changed notices whose words both editions have."""
    changed = {notice for notice, kind in fate.items() if kind == "notice changed"}
    sides = []
    for edition in (old, new):
        clauses = edition.whole("clauses")
        rows = clauses.to_pylist() if clauses is not None and changed else []
        sides.append(
            {
                (row["notice_id"], row["clause_id"]): without_number(str(row.get("text") or ""))
                for row in rows
                if row["notice_id"] in changed
            }
        )
    texts = [{(notice, text) for (notice, _), text in side.items()} for side in sides]
    return frozenset(
        (notice, clause, is_new)
        for is_new, side in zip((False, True), sides, strict=True)
        for (notice, clause), text in side.items()
        if (notice, text) in texts[1 - is_new]
    )
