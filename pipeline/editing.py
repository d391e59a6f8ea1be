"""The commands of those who check and edit notices: diff, review, ledger, and rows for git."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.arguments import PROGRAM, Commands, Parser
from pipeline.messages import Message, tell, told
from pipeline.start import lean

if TYPE_CHECKING:
    from pipeline.review.saving import Desk

OUT = Path("extracted")
KINDS = ("added", "removed", "changed")
FORMATS = ("terminal", "md", "json", "csv")


# --- diff -------------------------------------------------------------------------------------


def add_diff(several: Commands[Parser]) -> None:
    parser = several.add_parser("diff", help=tell("help_diff"))
    parser.add_argument("old", nargs="?", default="HEAD", metavar="OLD", help=tell("help_old"))
    parser.add_argument("new", nargs="?", metavar="NEW", help=tell("help_new"))
    parser.add_argument("--out", type=Path, default=OUT, help=tell("help_out_of_revisions"))
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help=tell("help_default"))
    parser.add_argument("--limit", type=int, default=200, metavar="N", help=tell("help_limit"))
    parser.add_argument(
        "--fail-on", type=kinds, default=(), metavar="KINDS", help=tell("help_fail_on", kinds=",".join(KINDS))
    )
    parser.add_argument("--since", metavar="REV", help=tell("help_since"))
    parser.add_argument("--to", type=Path, metavar="FILE", help=tell("help_since_to"))
    parser.set_defaults(run=diff)


def kinds(text: str) -> tuple[str, ...]:
    said = tuple(text.split(","))
    if unknown := [kind for kind in said if kind not in KINDS]:
        raise argparse.ArgumentTypeError(tell("call_none_of", unknown=tuple(unknown), known=KINDS))
    return said


def diff(args: argparse.Namespace) -> int:
    if args.since:
        from pipeline.review.history_files import tell_history

        tell_history(args.since, args.out, args.to)
        return 0
    lean()
    from pipeline.review.diff import differences
    from pipeline.review.diff_edition import place_to_edition
    from pipeline.review.diff_export import FORMATS

    old, new = (place_to_edition(place, args.out) for place in (args.old, args.new or str(args.out)))
    changes = differences(old, new)
    FORMATS[args.format](changes, args.limit if args.format in ("terminal", "md") else 0, sys.stdout)
    return int(any(change.listed and change.kind in args.fail_on for change in changes))


# --- rows -------------------------------------------------------------------------------------


def add_rows(several: Commands[Parser]) -> None:
    parser = several.add_parser("rows", help=tell("help_rows"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=rows)


def rows(args: argparse.Namespace) -> int:
    from pipeline.review.twin import parquet_to_lines

    sys.stdout.writelines(f"{line}\n" for line in parquet_to_lines(args.file))
    return 0


# --- saving ---------------------------------------------------------------------------------


def read(raw: Path, out: Path) -> list[tuple[str, Message]]:
    """Reads a folder into another, in silence; gives back what is wrong with notices that could not be read, by id."""
    from pipeline.recalled import program_cache
    from pipeline.run import run

    failures = run(raw, out, None, lambda *_: None, program_cache()).failures
    return [(one.notice_id, one.issue.message) for one in failures]


def desk(raw: Path, out: Path) -> Desk:
    """Where an editor saves: tried on the one notice, then the set read again and its pages written anew."""
    from pipeline.review.saving import Desk, Reader, has_page
    from pipeline.trial import Trial, words_to_values

    return Desk(raw, Trial(), Reader(raw, out, read), words_to_values, has_page(out))


# --- review -----------------------------------------------------------------------------------


def add_review(several: Commands[Parser]) -> None:
    parser = several.add_parser("review", help=tell("help_review"))
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("help_out"))
    parser.add_argument("--serve", action="store_true", help=tell("help_serve"))
    parser.add_argument("--raw", type=Path, default=Path("raw"), help=tell("help_raw_read"))
    parser.add_argument("--port", type=int, default=0, help=tell("help_port"))
    parser.set_defaults(run=review)


def renew_pages(raw: Path | None, out: Path) -> None:
    """Writes the review pages anew, where there are some: they never show what was read before. `raw` may not be known."""
    from pipeline.review import NAME

    if (out / NAME).is_dir():
        from pipeline.review.changed import changed_since_commit
        from pipeline.review.pages import write_pages

        write_pages(out, changed_since_commit(out), raw if raw and raw.is_dir() else None)


def review(args: argparse.Namespace) -> int:
    from pipeline.review.changed import changed_since_commit
    from pipeline.review.pages import write_pages

    index = write_pages(args.out, changed_since_commit(args.out), args.raw)
    print(tell("pages_written", file=str(index)))
    if args.serve:
        from pipeline.review.serve import serve

        server = serve(index.parent, desk(args.raw, args.out), args.port)
        print(tell("pages_served", address=server.address), flush=True)
        server.serve_forever()
    return 0


# --- ledger -----------------------------------------------------------------------------------


def add_ledger(several: Commands[Parser]) -> None:
    parser = several.add_parser("ledger", help=tell("help_ledger"))
    parser.add_argument("notice", metavar="NOTICE", nargs="?", help="notice_id")
    parser.add_argument("--out", type=Path, default=OUT, help=tell("help_out"))
    parser.set_defaults(run=ledger)


def ledger(args: argparse.Namespace) -> int:
    from rich.console import Console

    from pipeline.review.ledger import ledger

    try:
        Console(highlight=False, soft_wrap=True).print(ledger(args.out, args.notice))
    except LookupError as error:
        print(f"{PROGRAM}: {told(error)}", file=sys.stderr)
        return 2
    return 0
