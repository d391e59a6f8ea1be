"""What a person sees of a run: a line a notice on a terminal, a line a problem, a summary."""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from pipeline.mention_counts import STATUSES, in_all, shares, words_to_counts
from pipeline.messages import published, say, tell, told
from pipeline.model import Phase, Unread, is_of_machine
from pipeline.recalled import Laid, LaidOf, one_by_one
from pipeline.run import Outcome, Told
from pipeline.wording import table_word

NAMED = 3
# Notices whose pace counts, and how many it takes to know one; seconds that are worth saying.
LAST, FEWEST, LEAST = 200, 10, 30
# Lines that a step over all notices has.
PARTS = 20


def teller(quiet: bool, stderr: TextIO) -> Told:
    """Prints problems on stderr as they come and, on a terminal, a line a notice."""
    progress = None if quiet or not stderr.isatty() else _progress(stderr)
    is_said = False

    def told(done: int, total: int, result: LaidOf | Phase) -> None:
        nonlocal is_said
        if isinstance(result, str):
            if progress is not None:
                progress(done, total, result)
            return
        for one in one_by_one(result, if_told=progress is None):
            if lacks_tool(one) and not is_said:
                from pipeline.doctor import missing_tools

                is_said = True
                print(*missing_tools(), sep="\n", file=stderr)
            for file, message in problems(one):
                print(f"{file}: {message}", file=stderr)
            if progress is not None:
                progress(done, total, one)

    return told


def lacks_tool(result: Laid) -> bool:
    """Whether a notice was not read because of what can be installed; the first brings the list of all that is missing."""
    return isinstance(result, Unread) and is_of_machine(result.issue.message)


def problems(result: Laid) -> list[tuple[str, str]]:
    """(file, message) of what is wrong with the files of a notice."""
    if isinstance(result, Unread):
        return [(result.source_file, told(result.issue.message))]
    return [(result.source_file, published(row, "message")) for row in result.told]


def _progress(stderr: TextIO) -> Callable[[int, int, Laid | Phase], None]:
    from rich.console import Console

    console = Console(file=stderr, highlight=False)
    paces: dict[str, Pace] = defaultdict(Pace)
    shown: dict[str, int] = {}

    def line(done: int, total: int, result: Laid | Phase) -> None:
        phase = result if isinstance(result, str) else ""
        left = paces[phase].left(done, total, time.monotonic())
        part = done * PARTS // total
        if phase and shown.get(phase) == part:
            return
        shown[phase] = part
        came = _came_to(result) if isinstance(result, str) else _came_of(result)
        console.print(f"[dim]{done:>{len(str(total))}}/{total}{left}[/]", came, soft_wrap=True)

    return line


def _came_to(phase: Phase) -> str:
    return tell("phase_compared") if phase == "compared" else tell("phase_published")


class Pace:
    """How long what is left takes at the pace of the last notices: those that were read before come all at once."""

    def __init__(self) -> None:
        self._times: deque[tuple[int, float]] = deque(maxlen=LAST)

    def left(self, done: int, total: int, now: float) -> str:
        """` · 3 min left`; nothing while the pace is not known, or where it is less than half a minute."""
        self._times.append((done, now))
        if len(self._times) < FEWEST:
            return ""
        (before, then), *_ = self._times
        seconds = (total - done) * (now - then) / max(1, done - before)
        if seconds < LEAST:
            return ""
        hours, minutes = divmod(round(seconds / 60) or 1, 60)
        return f" · {tell('hours_left', hours=hours, minutes=minutes) if hours else tell('minutes_left', minutes=minutes)}"


def _came_of(result: Laid) -> str:
    if isinstance(result, Unread):
        return f"[red]✗[/] {_plain(result.notice_id)}"
    said = tell("notice_done", facts=result.facts)
    if failed := result.checks.get("fail", 0):
        said = tell("notice_done_failed", facts=result.facts, failed=failed)
    return f"[green]✓[/] {_plain(result.notice_id)} [{'yellow' if failed else 'dim'}]{said}[/]"


def _plain(words: str) -> str:
    from rich.markup import escape

    return escape(words)


def summary(outcome: Outcome, out: Path) -> str:
    """Notices, rows by table, checks, issues, mentions in all and by kind and place: a line each."""
    rows, checks, counts = outcome.rows, Counter(outcome.checks), words_to_counts(outcome.mentions)
    counted = tuple(
        say("n_of_table", n=n, table=table_word(name))
        for name, n in rows.items()
        if n and name not in ("notices", "texts")
    )
    lines = (
        say(
            "summary_head",
            read=say("n_notices", n=rows["notices"]),
            out=str(out),
            recalled=say("n_recalled", n=outcome.recalled) if outcome.recalled else "",
            failed=say("n_unread", n=len(outcome.failures)) if outcome.failures else "",
        ),
        say("summary_rows", said=counted or say("none")),
        say("summary_checks", passed=checks["pass"], failed=checks["fail"], undecided=checks["undecided"]),
        say("summary_issues", n=rows["issues"]),
        say("summary_mentions", **{status: in_all(counts).get(status, 0) for status in STATUSES}),
        *shares(counts),
    )
    return "\n".join(map(told, lines))


def print_afterwards(outcome: Outcome, out: Path) -> None:
    """Lines on stderr about what was published before: files that were not so, notices kept, notices gone."""
    said = (
        (outcome.strays, say("files_not_as_published", out=str(out), files=_some(outcome.strays))),
        (outcome.stale, say("notices_kept", out=str(out), names=_some(outcome.stale))),
        (outcome.gone, say("notices_gone", names=_some(outcome.gone))),
    )
    for names, message in said:
        if names:
            print(told(message), file=sys.stderr)


def _some(names: Sequence[str]) -> object:
    """The first few names, the rest counted."""
    named, more = tuple(names[:NAMED]), len(names) - NAMED
    return say("files_and_more", files=named, n=more) if more > 0 else named


def print_summary(outcome: Outcome, out: Path) -> None:
    print(summary(outcome, out), file=sys.stdout)
