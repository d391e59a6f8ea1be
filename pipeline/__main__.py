"""The commands: `python -m pipeline COMMAND`. Exit codes: 0 done, 1 asked to fail (--strict), 2 nothing done,
3 done, but a notice waits for a tool or a correction and keeps the rows it had."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pipeline
from pipeline.adding import add_add
from pipeline.arguments import PROGRAM, Commands, Parser, split_language, told_of_system
from pipeline.bounds import leave_cleanly, open_standard
from pipeline.editing import add_diff, add_ledger, add_review, add_rows, renew_pages
from pipeline.installation import NAME
from pipeline.merging import add_merge_file
from pipeline.messages import LANGUAGES, speaking, tell, told
from pipeline.model import BrokenPromise, Unread
from pipeline.sharing import add_export
from pipeline.showing import add_dashboard, add_doctor, add_show
from pipeline.start import lean

if TYPE_CHECKING:
    from pipeline.cache import Cache
    from pipeline.run import Outcome
    from pipeline.shards import Shard


def main(argv: Sequence[str] | None = None) -> int:
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
    except KeyboardInterrupt:
        return 130
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


# --- extract ----------------------------------------------------------------------------------


def add_extract(several: Commands[Parser]) -> None:
    parser = several.add_parser("extract", help=tell("help_extract"))
    parser.add_argument("raw", type=Path, metavar="RAW", help=tell("help_raw_or_notice"))
    parser.add_argument("--out", type=Path, default=Path("extracted"), help=tell("help_out_replaced"))
    parser.add_argument("--jobs", type=positive, metavar="N", help=tell("help_jobs"))
    parser.add_argument("--full", action="store_true", help=tell("help_full"))
    parser.add_argument("--strict", action="store_true", help=tell("help_strict"))
    parser.add_argument("--shard", type=shard, metavar="I/N", help=tell("help_shard"))
    parser.add_argument("--quiet", action="store_true", help=tell("help_quiet"))
    parser.set_defaults(run=extract)


def extract(args: argparse.Namespace) -> int:
    lean()
    from pipeline.console import teller
    from pipeline.recalled import program_cache
    from pipeline.run import run

    cache = None if args.full else program_cache()
    if args.shard:
        return extract_shard(args, cache)
    return told_outcome(run(args.raw, args.out, args.jobs, teller(args.quiet, sys.stderr), cache), args)


def told_outcome(outcome: Outcome, args: argparse.Namespace) -> int:
    """Says what came of a run; its exit code."""
    from pipeline.console import print_afterwards, print_summary

    print_afterwards(outcome, args.out)
    renew_pages(getattr(args, "raw", None), args.out)
    if not args.quiet:
        print_summary(outcome, args.out)
    return 3 if outcome.is_held_up else 1 if args.strict and outcome.failures else 0


def extract_shard(args: argparse.Namespace, cache: Cache | None) -> int:
    """Reads the files of one shard and writes what came of them as a part; its exit code."""
    from pipeline.console import teller
    from pipeline.run import read_found
    from pipeline.shards import write_part
    from pipeline.sources import find, hold_apart

    hold_apart(args.raw, args.out)
    found = args.shard.own(*find(args.raw))
    results, _ = read_found(found, args.jobs, teller(args.quiet, sys.stderr), cache)
    write_part(results, args.shard, args.out)
    return 1 if args.strict and any(isinstance(one, Unread) for one in results) else 0


def shard(text: str) -> Shard:
    from pipeline.shards import text_to_shard

    try:
        return text_to_shard(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tell("call_shard")) from None


def add_merge(several: Commands[Parser]) -> None:
    parser = several.add_parser("merge", help=tell("help_merge"))
    parser.add_argument("parts", type=Path, nargs="+", metavar="PART", help=tell("help_part"))
    parser.add_argument("--out", type=Path, default=Path("extracted"), help=tell("help_out_replaced"))
    parser.add_argument("--strict", action="store_true", help=tell("help_strict"))
    parser.add_argument("--quiet", action="store_true", help=tell("help_quiet"))
    parser.set_defaults(run=merge)


def merge(args: argparse.Namespace) -> int:
    lean()
    from pipeline.run import gathered
    from pipeline.shards import read_parts
    from pipeline.sources import hold_apart

    for part in args.parts:
        hold_apart(part, args.out)
    return told_outcome(gathered(read_parts(args.parts), 0, args.out), args)


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(tell("call_one_or_more"))
    return number


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


if __name__ == "__main__":
    sys.exit(main())
