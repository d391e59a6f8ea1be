"""Changes as a person reads them: on a terminal, in a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.language import patterns
from pipeline.messages import Message, say, tell, told
from pipeline.review.diff import Change, Kind
from pipeline.review.diff_causes import Cause
from pipeline.review.diff_fates import CauseKind
from pipeline.wording import column_word, table_word, value_word

MARKS: Mapping[Kind, str] = {"added": "+", "removed": "-", "changed": "~"}
LONGEST = 80  # Characters of a value or quote on a line.
BESIDE = 8  # Characters shown before a difference.
FEW = 3  # Changes of one kind of a table, where there are too many to show.
# Nothing in a notice may move the cursor, colour the screen or turn the direction of a line.
CAUSES: Mapping[CauseKind, Message] = {
    "notice added": say("cause_notice_added"),
    "notice removed": say("cause_notice_removed"),
    "notice renamed": say("cause_notice_renamed"),
    "notice kept": say("cause_notice_kept"),
    "notice changed": say("cause_notice_changed"),
    "rule changed": say("cause_rule_changed"),
    "lexicon": say("cause_lexicon"),
    "correction": say("cause_correction"),
    "state": say("cause_state"),
}
UNSEEN = patterns.compile(r"[\p{Cc}\p{Cf}\p{Co}\p{Cs}]")


def words(value: object, longest: int = LONGEST) -> str:
    """A value on one line, safe to print; nothing is ∅."""
    if value in (None, ""):
        return "∅"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    line = UNSEEN.sub(lambda m: m[0].encode("unicode_escape").decode(), " ".join(str(value).split()))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def summary(changes: Sequence[Change]) -> str:
    """`43 changes (41 added, 2 changed) in 3 notices`; rows that only stand elsewhere, if there are."""
    listed = [change for change in changes if change.listed]
    moved = sum(change.kind == "moved" for change in changes)
    said = {
        "changes": say("n_changes", n=len(listed)),
        "notices": say("n_notices", n=len({change.notice_id for change in listed if change.notice_id})),
        "moved": say("n_moved", n=moved) if moved else "",
    }
    if kinds := _kinds(Counter(change.kind for change in listed)):
        return tell("changes_of_kinds_in_notices", **said, kinds=tuple(kinds))
    return tell("changes_in_notices", **said)


def _kinds(counted: Mapping[Kind, int]) -> list[str]:
    n = Counter(counted)
    said = (
        (n["added"], say("n_added", n=n["added"])),
        (n["removed"], say("n_removed", n=n["removed"])),
        (n["changed"], say("n_changed", n=n["changed"])),
    )
    return [told(words) for count, words in said if count]


def by_table(changes: Sequence[Change]) -> Iterator[str]:
    """`目标  +41 ~2 -1`, a line a table, in the order in which tables are shown."""
    counted: dict[str, Counter[Kind]] = {}
    for change in changes:
        if change.listed:
            counted.setdefault(change.table, Counter())[change.kind] += 1
    for table, kinds in counted.items():
        yield f"  {table_word(table)}  " + " ".join(
            f"{mark}{kinds[kind]}" for kind, mark in MARKS.items() if kinds[kind]
        )


def by_notice(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change], str]]:
    """(notice, its listed changes, what else is only counted), a notice each."""
    for notice, those in groupby(changes, key=lambda change: change.notice_id):
        of_notice = list(those)
        counted = Counter((c.kind, c.table) for c in of_notice if not c.listed)
        rest = tuple(_of_kind(kind, n, table_word(table)) for (kind, table), n in sorted(counted.items()))
        yield (
            notice,
            [change for change in of_notice if change.listed],
            told(say("several", names=rest)) if rest else "",
        )


def _of_kind(kind: Kind, n: int, table: str) -> Message:
    said: Mapping[Kind, Message] = {
        "added": say("rows_added", n=n, table=table),
        "removed": say("rows_removed", n=n, table=table),
        "changed": say("rows_changed", n=n, table=table),
        "moved": say("rows_moved", n=n, table=table),
    }
    return said[kind]


def a_few(changes: Sequence[Change], limit: int) -> Sequence[Change]:
    """All that are listed; of more than `limit` (0: none are too many) the first of each kind of a table and cause, so many."""
    listed = [change for change in changes if change.listed]
    if not limit or len(listed) <= limit:
        return listed
    seen: Counter[tuple[str, str, Cause, Kind]] = Counter()
    kept: list[Change] = []
    for change in listed:
        of = (change.notice_id, change.table, change.cause, change.kind)
        seen[of] += 1
        if seen[of] <= FEW:
            kept.append(change)
    return kept[:limit]


def by_cause(changes: Sequence[Change]) -> Iterator[tuple[str, str, list[Change]]]:
    """(table, cause in words, changes) of the changes of one notice."""
    for (table, cause), those in groupby(changes, key=lambda change: (change.table, change.cause)):
        yield table, _cause(cause), list(those)


def _cause(cause: Cause) -> str:
    kind = CAUSES[cause.kind]
    return (
        tell("cause_because", cause=kind, because=words(told(cause.because))) if cause.because else told(kind)
    )


def columns(change: Change) -> str:
    """`value: 95 → 97` of each column that says something else."""
    return tell("several", names=tuple(_column(change.table, *one) for one in change.columns))


def _column(table: str, column: str, old: object, new: object) -> str:
    said = [value_word(table, column, one) if isinstance(one, str) else one for one in (old, new)]
    return f"{column_word(table, column)}: {' → '.join(apart(*said))}"


def apart(old: object, new: object) -> tuple[str, str]:
    """Two values on one line; of two long texts what is around their first difference."""
    if not (isinstance(old, str) and isinstance(new, str)) or max(len(old), len(new)) <= LONGEST // 2:
        return words(old, LONGEST // 2), words(new, LONGEST // 2)
    alike = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(0, alike - BESIDE)
    cut = "…" if start else ""
    one, other = (words(text[start:], LONGEST // 2) for text in (old, new))
    return cut + one, cut + other
