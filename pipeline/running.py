"""The commands that make a data set: extract, whole or a part of it, and merge, of its parts."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.arguments import Commands, Parser
from pipeline.editing import renew_pages
from pipeline.messages import tell
from pipeline.start import lean
from pipeline.stores import in_folders, text_to_place

if TYPE_CHECKING:
    from pipeline.cache import Cache
    from pipeline.log import Log
    from pipeline.recalled import Make
    from pipeline.run import Outcome, Told
    from pipeline.shards import Shard

# Of more each would hold a hundred notices of a million, in thirty files.
MOST_BUCKETS = 4096

# --- extract ----------------------------------------------------------------------------------


def add_extract(several: Commands[Parser]) -> None:
    parser = several.add_parser("extract", help=tell("help_extract"))
    parser.add_argument("raw", type=text_to_place, metavar="RAW", help=tell("help_raw_or_notice"))
    parser.add_argument(
        "--out", type=text_to_place, default=Path("extracted"), help=tell("help_out_replaced")
    )
    parser.add_argument("--jobs", type=positive, metavar="N", help=tell("help_jobs"))
    parser.add_argument("--full", action="store_true", help=tell("help_full"))
    parser.add_argument("--strict", action="store_true", help=tell("help_strict"))
    parser.add_argument("--shard", type=shard, metavar="I/N", help=tell("help_shard"))
    parser.add_argument("--cluster", type=cluster, metavar="ADDRESS", help=tell("help_cluster"))
    parser.add_argument("--buckets", type=buckets, metavar="N", help=tell("help_buckets"))
    parser.add_argument("--log", type=Path, metavar="FILE", help=tell("help_log"))
    parser.add_argument("--quiet", action="store_true", help=tell("help_quiet"))
    parser.set_defaults(run=extract)


def extract(args: argparse.Namespace) -> int:
    lean()
    from pipeline.recalled import program_cache
    from pipeline.run import run

    cache = None if args.full else program_cache()
    make = maker(args.cluster, cache) if args.cluster else None
    with told_of(args) as log, in_folders(args.raw, args.out, kept_folder()) as (raw, out):
        if args.shard:
            return extract_shard(args, (raw, out), cache, log.told)
        outcome = run(raw, out, args.jobs, log.told, cache, make, args.buckets)
        log.end(outcome)
        renew_pages(raw, out)
    return told_outcome(outcome, args)


def kept_folder() -> Path | None:
    """Where what lies in stores is kept between runs."""
    from pipeline.cache import default_folder

    folder = default_folder()
    return folder.parent if folder else None


@contextlib.contextmanager
def told_of(args: argparse.Namespace) -> Iterator[Log]:
    """Who is told of each notice: people on stderr, and a file of JSON lines where one is wanted."""
    from pipeline.console import teller
    from pipeline.log import Log

    with Log(teller(args.quiet, sys.stderr), args.log) as log:
        yield log


def maker(address: str, cache: Cache | None) -> Make:
    """What reads files on a cluster."""
    from pipeline.cluster import read_on_cluster

    return lambda sources: read_on_cluster(sources, address, cache)


def told_outcome(outcome: Outcome, args: argparse.Namespace) -> int:
    """Says what came of a run; its exit code."""
    from pipeline.console import print_afterwards, print_summary

    print_afterwards(outcome, args.out)
    if not args.quiet:
        print_summary(outcome, args.out)
    return 3 if outcome.is_held_up else 1 if args.strict and outcome.failures else 0


def extract_shard(
    args: argparse.Namespace, folders: tuple[Path, Path], cache: Cache | None, told: Told
) -> int:
    """Reads the files of one shard and writes what came of them as a part; its exit code."""
    from pipeline.listing import hold_apart
    from pipeline.run import read_found, to_reading
    from pipeline.shards import write_part
    from pipeline.sources import find

    raw, out = folders
    hold_apart(raw, out)
    reading = to_reading(out, args.jobs, told, cache)
    results, _ = read_found(args.shard.own(*find(raw)), reading)
    write_part(results, args.shard, out, reading.shelf)
    return 1 if args.strict and results.unread else 0


def cluster(text: str) -> str:
    from pipeline.cluster import text_to_address

    try:
        return text_to_address(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tell("call_cluster")) from None


def shard(text: str) -> Shard:
    from pipeline.shards import text_to_shard

    try:
        return text_to_shard(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tell("call_shard")) from None


def buckets(text: str) -> int:
    number = positive(text)
    if number > MOST_BUCKETS:
        raise argparse.ArgumentTypeError(tell("call_buckets", most=MOST_BUCKETS))
    return number


def add_merge(several: Commands[Parser]) -> None:
    parser = several.add_parser("merge", help=tell("help_merge"))
    parser.add_argument("parts", type=Path, nargs="+", metavar="PART", help=tell("help_part"))
    parser.add_argument("--out", type=Path, default=Path("extracted"), help=tell("help_out_replaced"))
    parser.add_argument("--buckets", type=buckets, metavar="N", help=tell("help_buckets"))
    parser.add_argument("--strict", action="store_true", help=tell("help_strict"))
    parser.add_argument("--quiet", action="store_true", help=tell("help_quiet"))
    parser.set_defaults(run=merge)


def merge(args: argparse.Namespace) -> int:
    lean()
    from pipeline.console import teller
    from pipeline.listing import hold_apart
    from pipeline.recalled import program_cache
    from pipeline.run import gathered, to_reading
    from pipeline.shards import read_parts

    for part in args.parts:
        hold_apart(part, args.out)
    told = teller(args.quiet, sys.stderr)
    reading = to_reading(args.out, None, told, program_cache(), buckets=args.buckets)
    outcome = gathered(read_parts(args.parts, reading.shelf), 0, args.out, reading)
    renew_pages(None, args.out)
    return told_outcome(outcome, args)


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(tell("call_one_or_more"))
    return number
