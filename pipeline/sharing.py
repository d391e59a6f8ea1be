"""The commands of those who hand the tables on: export."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.arguments import Commands, Parser
from pipeline.messages import tell

if TYPE_CHECKING:
    from rich.progress import TaskID


def add_export(several: Commands[Parser]) -> None:
    parser = several.add_parser("export", help=tell("help_export"))
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("help_out"))
    kinds = parser.add_mutually_exclusive_group(required=True)
    for kind, said in (
        ("xlsx", tell("help_xlsx")),
        ("csv", tell("help_csv")),
        ("sqlite", tell("help_sqlite")),
        ("duckdb", tell("help_duckdb")),
    ):
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=said)
    parser.add_argument("--to", type=Path, metavar="PATH", help=tell("help_to"))
    parser.set_defaults(run=export)


def export(args: argparse.Namespace) -> int:
    from pipeline.export import export

    with progress(sys.stderr) as watch:
        written = export(args.out, args.kind, args.to, watch)
    print(tell("exported", file=str(written)))
    return 0


@contextmanager
def progress(stderr: TextIO) -> Iterator[Callable[[str, int, int], None]]:
    """On a terminal a line that tells which table is being written, how far it is and how long it will take."""
    if not stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*shown, console=Console(file=stderr), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def watch(table: str, done: int, total: int) -> None:
            if table not in tasks:
                for before in tasks.values():
                    bar.update(before, visible=False)
                tasks[table] = bar.add_task(table, total=total)
            bar.update(tasks[table], completed=done)

        yield watch
