"""Changes as a terminal shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

from pipeline.messages import say, tell
from pipeline.review.diff import Change, Kind
from pipeline.review.diff_show import MARKS, a_few, by_cause, by_notice, by_table, columns, summary, words
from pipeline.wording import table_word

if TYPE_CHECKING:
    from rich.text import Text

COLOURS: Mapping[Kind, str] = {"added": "green", "removed": "red", "changed": "yellow"}
TITLED = frozenset({"tasks", "clauses"})  # Their words begin with what they are called.


def print_terminal(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """How many of each table; then a line a change, or a few of each kind where they are more than `limit` (0: all)."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    shown = a_few(changes, limit)
    kept = {id(change) for change in shown}
    console.print(summary(changes), style="bold")
    for sums in by_table(changes):
        console.print(Text(sums))
    for notice, those, rest in by_notice(changes):
        lines = list(_lines(those, kept))
        has_rest = rest and not those and any(c.kind != "moved" for c in changes if c.notice_id == notice)
        if lines or has_rest:
            console.print(Text(words(notice) if notice else tell("agencies_and_regions"), "bold"))
            for line in lines:
                console.print(line)
            if rest:
                console.print(Text(f"  {tell('not_listed', rest=rest)}", "dim"))
    out = sum(change.listed for change in changes) - len(shown)
    if out:
        console.print(tell("changes_left_out_limit", changes=say("n_changes", n=out)))


def _lines(changes: Sequence[Change], kept: Collection[int]) -> Iterator[Text]:
    """The changes of a notice that are kept, under their table and cause, the others counted."""
    from rich.text import Text

    for table, cause, those in by_cause(changes):
        shown = [change for change in those if id(change) in kept]
        if not shown:
            continue
        yield Text.assemble(f"  {table_word(table)}  ", (cause, "dim"))
        yield from map(_line, shown)
        if len(shown) < len(those):
            yield Text(f"    … {tell('and_more', n=len(those) - len(shown))}", "dim")


def _line(change: Change) -> Text:
    from rich.text import Text

    mark = (f"    {MARKS[change.kind]} ", COLOURS[change.kind])
    said = f"  {columns(change)}" if change.columns else ""
    rest = _beyond_title(change)
    return Text.assemble(mark, words(change.shown), said, (f"  「{words(rest)}」" if rest else "", "dim"))


def _beyond_title(change: Change) -> str:
    """The words it was read from; of a point those behind its title, which is said already."""
    title = change.shown.partition(" · ")[0]
    at = change.quote.find(title) if change.table in TITLED and title else -1
    if at < 0:
        return change.quote
    rest = change.quote[at + len(title) :].lstrip("。，；：、 \n")
    return f"…{rest}" if rest else ""
