"""Changes as a person reads them: on a terminal, in a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from pipeline.language import patterns
from pipeline.messages import Message, say, tell, told
from pipeline.review.diff import Change, Kind
from pipeline.review.diff_causes import Cause
from pipeline.review.diff_fates import CauseKind

if TYPE_CHECKING:
    from rich.text import Text

MARKS: Mapping[Kind, str] = {"added": "+", "removed": "-", "changed": "~"}
COLOURS: Mapping[Kind, str] = {"added": "green", "removed": "red", "changed": "yellow"}
LONGEST = 80  # Characters of a value or quote on a line.
BESIDE = 8  # Characters shown before a difference.
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
        return tell("changes_of_kinds_in_notices", **said, kinds=", ".join(kinds))
    return tell("changes_in_notices", **said)


def _kinds(counted: Mapping[Kind, int]) -> list[str]:
    n = Counter(counted)
    said = (
        (n["added"], say("n_added", n=n["added"])),
        (n["removed"], say("n_removed", n=n["removed"])),
        (n["changed"], say("n_changed", n=n["changed"])),
    )
    return [told(words) for count, words in said if count]


def by_notice(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change], str]]:
    """(notice, its listed changes, what else is only counted), a notice each."""
    for notice, those in groupby(changes, key=lambda change: change.notice_id):
        of_notice = list(those)
        counted = Counter((c.kind, c.table) for c in of_notice if not c.listed)
        rest = ", ".join(f"{n} {table} {kind}" for (kind, table), n in sorted(counted.items()))
        yield notice, [change for change in of_notice if change.listed], rest


def by_cause(changes: Sequence[Change]) -> Iterator[tuple[str, str, list[Change]]]:
    """(table, cause in words, changes) of the changes of one notice."""
    for (table, cause), those in groupby(changes, key=lambda change: (change.table, change.cause)):
        yield table, _cause(cause), list(those)


def _cause(cause: Cause) -> str:
    kind = CAUSES[cause.kind]
    return tell("cause_because", cause=kind, because=words(cause.because)) if cause.because else told(kind)


def columns(change: Change) -> str:
    """`value: 95 → 97` of each column that says something else."""
    return ", ".join(f"{column}: {' → '.join(apart(old, new))}" for column, old, new in change.columns)


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


# --- terminal ---------------------------------------------------------------------------------


def print_terminal(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """A line a change, `limit` of them at most (0: all), with a count of those left out."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    left = limit or len(changes)
    for notice, listed, rest in by_notice(changes):
        shown, left = listed[:left], max(0, left - len(listed))
        if shown or (rest and not listed and not rest.endswith("moved")):
            console.print(Text(words(notice) if notice else tell("agencies_and_regions"), "bold"))
            for table, cause, those in by_cause(shown):
                console.print(Text.assemble(f"  {table}  ", (cause, "dim")))
                for change in those:
                    console.print(_line(change))
            if rest:
                console.print(Text(f"  {tell('not_listed', rest=rest)}", "dim"))
    out = sum(change.listed for change in changes) - (limit or len(changes))
    if out > 0:
        console.print(tell("changes_left_out_limit", changes=say("n_changes", n=out)))
    console.print(summary(changes), style="bold")


def _line(change: Change) -> Text:
    from rich.text import Text

    mark = (f"    {MARKS[change.kind]} ", COLOURS[change.kind])
    said = f"  {columns(change)}" if change.columns else ""
    quote = f"  「{words(change.quote)}」" if change.quote else ""
    return Text.assemble(mark, words(change.about), said, (quote, "dim"))


# --- Markdown ---------------------------------------------------------------------------------


def print_markdown(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """A table a notice, fit for a pull request; nothing a notice holds is taken for markup."""
    print(f"**{summary(changes)}**", file=stream)
    left = limit or len(changes)
    for notice, listed, rest in by_notice(changes):
        shown, left = listed[:left], max(0, left - len(listed))
        if shown:
            heads = (
                tell("changes_table_head"),
                tell("changes_what_head"),
                tell("changes_words_head"),
                tell("changes_cause_head"),
            )
            print(f"\n### {_escaped(notice or tell('agencies_and_regions'))}\n", file=stream)
            print(f"| | {' | '.join(heads)} |\n|---|---|---|---|---|", file=stream)
        for table, cause, those in by_cause(shown):
            for change in those:
                what = ": ".join(part for part in (words(change.about), columns(change)) if part)
                cells = (MARKS[change.kind], table, what, words(change.quote), cause)
                print(f"| {' | '.join(map(_escaped, cells))} |", file=stream)
        if rest and shown:
            print(f"\n{tell('not_listed_sentence', rest=_escaped(rest))}", file=stream)
    out = sum(change.listed for change in changes) - (limit or len(changes))
    if out > 0:
        print(f"\n{tell('changes_left_out', changes=say('n_changes', n=out))}", file=stream)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return patterns.sub(r"([\\`*_{}\[\]()#+!|~@-])", r"\\\1", text)
