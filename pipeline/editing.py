"""The commands of those who add, check and edit notices: diff, add, review, ledger, rows for git, and doctor."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from pipeline.arguments import PROGRAM, Commands, Parser
from pipeline.messages import Message, say, tell, told

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


# --- add --------------------------------------------------------------------------------------


def add_add(several: Commands[Parser]) -> None:
    parser = several.add_parser("add", help=tell("help_add"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--id", metavar="ID", help=tell("help_id"))
    parser.add_argument("--url", default="", help=tell("help_url"))
    parser.add_argument("--publisher", default="", help=tell("help_publisher"))
    parser.add_argument(
        "--on",
        type=datetime.date.fromisoformat,
        metavar="DATE",
        help=tell("help_on"),
    )
    parser.add_argument("--raw", type=Path, default=Path("raw"), help=tell("help_default"))
    parser.add_argument("--out", type=Path, default=OUT, help=tell("help_default"))
    parser.set_defaults(run=add)


def add(args: argparse.Namespace) -> int:
    from pipeline.beside import is_of_side_file
    from pipeline.console import print_afterwards, teller
    from pipeline.recalled import program_cache
    from pipeline.review.add import Origin, first_look, put
    from pipeline.review.diff import differences
    from pipeline.review.diff_edition import PACKAGE, Edition, folder_to_edition
    from pipeline.review.diff_show import print_terminal
    from pipeline.run import run
    from pipeline.sources import UNSAFE

    notice_id = args.id or args.file.stem
    if UNSAFE.search(notice_id) or is_of_side_file(notice_id):
        raise OSError(say("no_name_for_notice", name=repr(notice_id)))
    old = folder_to_edition(args.out) if (args.out / PACKAGE).is_file() else Edition("nothing")
    origin = Origin(args.url, args.publisher, args.on.isoformat() if args.on else "")
    there = put(args.file, args.raw, notice_id, origin)
    print(tell("put_there", file=str(args.file), there=str(there)))
    outcome = run(args.raw, args.out, None, teller(True, sys.stderr), program_cache())
    print_afterwards(outcome, args.out)
    new = folder_to_edition(args.out)
    print_terminal(differences(old, new), 40, sys.stdout)
    sys.stdout.writelines(f"{line}\n" for line in first_look(new, notice_id))
    is_unread = any(failure.notice_id.partition("~")[0] == notice_id for failure in outcome.failures)
    return 3 if outcome.is_held_up else int(is_unread)


def read(raw: Path, out: Path) -> list[Message]:
    """Reads a folder into another, in silence; gives back what is wrong with notices that could not be read."""
    from pipeline.recalled import program_cache
    from pipeline.run import run

    return [one.issue.message for one in run(raw, out, None, lambda *_: None, program_cache()).failures]


# --- review -----------------------------------------------------------------------------------


def add_review(several: Commands[Parser]) -> None:
    parser = several.add_parser("review", help=tell("help_review"))
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("help_out"))
    parser.add_argument("--serve", action="store_true", help=tell("help_serve"))
    parser.add_argument(
        "--raw",
        type=Path,
        default=Path("raw"),
        help=tell("help_raw_read"),
    )
    parser.add_argument("--port", type=int, default=0, help=tell("help_port"))
    parser.set_defaults(run=review)


def review(args: argparse.Namespace) -> int:
    from pipeline.review.changed import changed_since_commit
    from pipeline.review.pages import write_pages

    index = write_pages(args.out, changed_since_commit(args.out), args.raw)
    print(tell("pages_written", file=str(index)))
    if args.serve:
        from pipeline.review.serve import serve

        server = serve(index.parent, args.raw, read, args.port)
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


# --- doctor -----------------------------------------------------------------------------------


def add_doctor(several: Commands[Parser]) -> None:
    parser = several.add_parser("doctor", help=tell("help_doctor"))
    parser.set_defaults(run=doctor)


def doctor(args: argparse.Namespace) -> int:
    from pipeline.doctor import is_fit, report

    for line in report():
        print(line)
    return 0 if is_fit() else 2
