"""The commands. Exit codes: 0 done, 1 asked to fail (--strict), 2 nothing done, 3 done, but a notice waits for a tool or
a correction and keeps the rows it had."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pipeline
from pipeline.adding import add_add
from pipeline.arguments import PROGRAM, Commands, Parser, split_language, told_of_system
from pipeline.bounds import leave_cleanly, open_standard
from pipeline.editing import add_diff, add_ledger, add_review, add_rows
from pipeline.installation import NAME
from pipeline.merging import add_merge_file
from pipeline.messages import LANGUAGES, speaking, tell, told
from pipeline.model import BrokenPromise
from pipeline.running import add_extract, add_merge
from pipeline.sharing import add_export
from pipeline.showing import add_dashboard, add_doctor, add_show


def called(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; argparse itself exits with 2 on a wrong call."""
    open_standard()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal may have no → or 通.
            stream.reconfigure(errors="backslashreplace")
    leave_cleanly()
    chosen, rest = split_language(argv)
    with speaking(chosen):
        return run(commands().parse_args(rest))


def run(args: argparse.Namespace) -> int:
    """The exit code of the command; what goes wrong is told on stderr."""
    try:
        return int(args.run(args))
    except BrokenPromise as broken:
        print(f"{PROGRAM}: {tell('nothing_published', why=told(broken))}", file=sys.stderr)
    except ImportError as error:
        print(
            f"{PROGRAM}: {tell('installation_not_whole', error=str(error), program=PROGRAM)}", file=sys.stderr
        )
    except BrokenPipeError:  # The reader of our output (`| head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"{PROGRAM}: {told_of_system(error)}", file=sys.stderr)
    return 2


def commands() -> argparse.ArgumentParser:
    """Every command with its arguments; each adds itself in a function of its own, named add_<command>."""
    parser = Parser(prog=PROGRAM, description=tell("help_program"))
    parser.add_argument(
        "--version", action="version", version=f"{NAME} {pipeline.__version__}", help=tell("help_version")
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=tell("help_lang"))
    several = parser.add_subparsers(title=tell("help_commands"), metavar="COMMAND", required=True)
    for add in (
        add_extract,
        add_add,
        add_diff,
        add_review,
        add_dashboard,
        add_show,
        add_ledger,
        add_rows,
        add_export,
        add_merge,
        add_merge_file,
        add_score,
        add_doctor,
    ):
        add(several)
    return parser


# --- score ------------------------------------------------------------------------------------


def add_score(several: Commands[Parser]) -> None:
    parser = several.add_parser("score", help=tell("help_score"))
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("help_out"))
    parser.add_argument("labels", type=Path, nargs="+", metavar="LABELS", help=tell("help_labels"))
    parser.add_argument("--misses", type=int, default=0, metavar="N", help=tell("help_misses"))
    parser.add_argument("--json", action="store_true", help=tell("help_json"))
    parser.set_defaults(run=score)


def score(args: argparse.Namespace) -> int:
    from pipeline.review.score import print_scores

    print_scores(args.out, args.labels, args.misses, args.json)
    return 0
