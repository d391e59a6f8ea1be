"""What a person sees of a run: a line a notice on a terminal, a line a problem, a summary."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from pipeline.messages import language, told
from pipeline.model import Unread
from pipeline.run import Outcome, Result, Told

# Kinds of issue that are not about the notice's words but about files: they are said at once.
ABOUT_FILES = frozenset({"side_file"})


def teller(quiet: bool, stderr: TextIO) -> Told:
    """Prints problems on stderr as they come and, on a terminal, a line a notice."""
    progress = None if quiet or not stderr.isatty() else _progress(stderr)

    def told(done: int, total: int, result: Result) -> None:
        for file, message in problems(result):
            print(f"{file}: {message}", file=stderr)
        if progress is not None:
            progress(done, total, result)

    return told


def problems(result: Result) -> list[tuple[str, str]]:
    """(file, message) of what is wrong with the files of a notice."""
    if isinstance(result, Unread):
        return [(result.source_file, told(result.issue.message))]
    column = "message_zh" if language() == "zh" else "message"
    issues = (row for row in result.merged["issues"] if row["kind"] in ABOUT_FILES)
    return [(result.source_file, str(row[column])) for row in issues]


def _progress(stderr: TextIO) -> Callable[[int, int, Result], None]:
    from rich.console import Console

    console = Console(file=stderr, highlight=False)

    def line(done: int, total: int, result: Result) -> None:
        console.print(f"[dim]{done:>{len(str(total))}}/{total}[/]", _came_of(result), soft_wrap=True)

    return line


def _came_of(result: Result) -> str:
    if isinstance(result, Unread):
        return f"[red]✗[/] {_plain(result.notice_id)}"
    failed = result.checks.get("fail", 0)
    marks = f", [yellow]{counted(failed, 'check')} failed[/]" if failed else ""
    return f"[green]✓[/] {_plain(result.notice_id)} [dim]{counted(result.facts, 'fact')}[/]{marks}"


def _plain(words: str) -> str:
    from rich.markup import escape

    return escape(words)


def summary(outcome: Outcome, out: Path) -> str:
    """Notices, rows by table, checks, issues, unclaimed mentions: a line each."""
    rows = outcome.rows
    read = counted(rows["notices"], "notice")
    recalled = f", {outcome.recalled} as read before" if outcome.recalled else ""
    failed = f", {len(outcome.failures)} not read (see issues)" if outcome.failures else ""
    facts = ", ".join(f"{n} {name}" for name, n in rows.items() if n and name not in ("notices", "texts"))
    checks = ", ".join(
        f"{outcome.checks.get(status, 0)} {status}" for status in ("pass", "fail", "undecided")
    )
    mentions = ", ".join(
        f"{outcome.mentions.get(status, 0)} {status}" for status in ("claimed", "explained", "unclaimed")
    )
    return (
        f"{read} → {out}{recalled}{failed}\n  rows      {facts or 'none'}\n  checks    {checks}\n"
        f"  issues    {rows['issues']}\n  mentions  {mentions}"
    )


def counted(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"


def print_strays(outcome: Outcome, out: Path) -> None:
    """A line on stderr if files of the old folder were not as published."""
    if outcome.strays:
        named, more = ", ".join(outcome.strays[:3]), len(outcome.strays) - 3
        also = f" and {more} more" if more > 0 else ""
        say = "were not as published (edited, or merged by git), so tables and their text twins disagreed"
        print(f"{out}: {named}{also} {say}; written anew", file=sys.stderr)


def print_summary(outcome: Outcome, out: Path) -> None:
    print(summary(outcome, out), file=sys.stdout)
