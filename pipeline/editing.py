"""The commands of those who add, check and edit notices: diff, add, ledger, and rows for git."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

OUT = Path("extracted")
KINDS = ("added", "removed", "changed")
FORMATS = ("terminal", "md", "json", "csv")
Commands = argparse._SubParsersAction


# --- diff -------------------------------------------------------------------------------------


def add_diff(several: Commands[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("diff", help="say what changed, fact by fact, and why")
    parser.add_argument(
        "old", nargs="?", default="HEAD", metavar="OLD", help="folder or git revision (default: %(default)s)"
    )
    parser.add_argument("new", nargs="?", metavar="NEW", help="folder or git revision (default: --out)")
    parser.add_argument(
        "--out", type=Path, default=OUT, help="folder of which revisions are meant (default: %(default)s)"
    )
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="default: %(default)s")
    parser.add_argument(
        "--limit", type=int, default=200, metavar="N", help="changes listed, 0 for all (default: %(default)s)"
    )
    parser.add_argument(
        "--fail-on", type=kinds, default=(), metavar="KINDS", help=f"exit with 1 on any of {','.join(KINDS)}"
    )
    parser.set_defaults(run=diff)


def kinds(text: str) -> tuple[str, ...]:
    said = tuple(text.split(","))
    if unknown := [kind for kind in said if kind not in KINDS]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(KINDS)}")
    return said


def diff(args: argparse.Namespace) -> int:
    from pipeline.review.diff import differences
    from pipeline.review.diff_edition import place_to_edition
    from pipeline.review.diff_export import FORMATS

    old, new = (place_to_edition(place, args.out) for place in (args.old, args.new or str(args.out)))
    changes = differences(old, new)
    FORMATS[args.format](changes, args.limit if args.format in ("terminal", "md") else 0, sys.stdout)
    return int(any(change.listed and change.kind in args.fail_on for change in changes))


# --- rows -------------------------------------------------------------------------------------


def add_rows(several: Commands[argparse.ArgumentParser]) -> None:
    parser = several.add_parser(
        "rows", help="print a Parquet file as text, a row a line (what git-setup uses)"
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=rows)


def rows(args: argparse.Namespace) -> int:
    from pipeline.review.twin import parquet_to_lines

    sys.stdout.writelines(f"{line}\n" for line in parquet_to_lines(args.file))
    return 0


# --- add --------------------------------------------------------------------------------------


def add_add(several: Commands[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("add", help="put a notice into raw/, read it, say what to look at first")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--id", metavar="ID", help="what it is to be called (default: the name of the file)")
    parser.add_argument("--url", default="", help="where it was found")
    parser.add_argument("--publisher", default="", help="who published it there")
    parser.add_argument(
        "--on",
        type=datetime.date.fromisoformat,
        metavar="DATE",
        help="day it was fetched, such as 2025-12-31",
    )
    parser.add_argument("--raw", type=Path, default=Path("raw"), help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=OUT, help="default: %(default)s")
    parser.set_defaults(run=add)


def add(args: argparse.Namespace) -> int:
    from pipeline.console import teller
    from pipeline.review.add import Origin, first_look, put
    from pipeline.review.diff import differences
    from pipeline.review.diff_edition import PACKAGE, Edition, folder_to_edition
    from pipeline.review.diff_show import print_terminal
    from pipeline.run import program_cache, run
    from pipeline.sources import UNSAFE

    notice_id = args.id or args.file.stem
    if UNSAFE.search(notice_id):
        raise OSError(f"{notice_id!r} is no name for a notice; give one with --id")
    old = folder_to_edition(args.out) if (args.out / PACKAGE).is_file() else Edition("nothing")
    origin = Origin(args.url, args.publisher, args.on.isoformat() if args.on else "")
    there = put(args.file, args.raw, notice_id, origin)
    print(f"{args.file} → {there}")
    outcome = run(args.raw, args.out, None, teller(True, sys.stderr), program_cache())
    new = folder_to_edition(args.out)
    print_terminal(differences(old, new), 40, sys.stdout)
    sys.stdout.writelines(f"{line}\n" for line in first_look(new, notice_id))
    return int(any(failure.notice_id == notice_id for failure in outcome.failures))


# --- ledger -----------------------------------------------------------------------------------


def add_ledger(several: Commands[argparse.ArgumentParser]) -> None:
    parser = several.add_parser(
        "ledger", help="colour every mention of a notice: claimed, explained, unclaimed"
    )
    parser.add_argument("notice", metavar="NOTICE", help="notice_id")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of extracted tables")
    parser.set_defaults(run=ledger)


def ledger(args: argparse.Namespace) -> int:
    from rich.console import Console

    from pipeline.review.ledger import ledger

    try:
        Console(highlight=False, soft_wrap=True).print(ledger(args.out, args.notice))
    except LookupError as error:
        print(f"python -m pipeline: {error.args[0]}", file=sys.stderr)
        return 2
    return 0
