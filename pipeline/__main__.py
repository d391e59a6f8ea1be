"""The commands: `python -m pipeline COMMAND`. Exit codes: 0 done, 1 asked to fail (--strict), 2 nothing done."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.editing import add_add, add_diff, add_ledger, add_rows
from pipeline.model import BrokenPromise

PROGRAM = "python -m pipeline"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; argparse itself exits with 2 on a wrong call."""
    args = commands().parse_args(argv)
    try:
        return int(args.run(args))
    except BrokenPromise as broken:
        print(f"{PROGRAM}: nothing was published: {broken}", file=sys.stderr)
    except ImportError as error:
        print(
            f"{PROGRAM}: {error}; the installation is not whole: make clean, then make extract",
            file=sys.stderr,
        )
    except BrokenPipeError:  # The reader of our output (`| head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        why = f"{error.strerror}: {error.filename}" if error.strerror and error.filename else error
        print(f"{PROGRAM}: {why}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 2


def commands() -> argparse.ArgumentParser:
    """Every command with its arguments; each adds itself in a function of its own, named add_<command>."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description="Chinese government policy notices as normalized, traceable Parquet."
    )
    several = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (add_extract, add_add, add_diff, add_review, add_show, add_ledger, add_rows, add_score):
        add(several)
    return parser


# --- extract ----------------------------------------------------------------------------------


def add_extract(several: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("extract", help="read notices and write their tables")
    parser.add_argument("raw", type=Path, metavar="RAW", help="folder of notices, or one notice")
    parser.add_argument(
        "--out", type=Path, default=Path("extracted"), help="folder to replace (default: %(default)s)"
    )
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes to read with (default: as many as pay)"
    )
    parser.add_argument("--full", action="store_true", help="read every notice again, changed or not")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a notice could not be read")
    parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
    parser.set_defaults(run=extract)


def extract(args: argparse.Namespace) -> int:
    from pipeline.console import print_strays, print_summary, teller
    from pipeline.run import program_cache, run

    # What notices become is trees without cycles: looking for cycles 700 objects apart took 6 % of a warm run.
    gc.set_threshold(100_000, 50, 50)
    cache = None if args.full else program_cache()
    outcome = run(args.raw, args.out, args.jobs, teller(args.quiet, sys.stderr), cache)
    print_strays(outcome, args.out)
    if not args.quiet:
        print_summary(outcome, args.out)
    return 1 if args.strict and outcome.failures else 0


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


# --- review, show -----------------------------------------------------------------------------


def add_review(several: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("review", help="write pages that hold every fact against its words")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder of extracted tables")
    parser.add_argument("--serve", action="store_true", help="open them to this machine, to save corrections")
    parser.add_argument(
        "--raw",
        type=Path,
        default=Path("raw"),
        help="folder the notices were read from (default: %(default)s)",
    )
    parser.add_argument("--port", type=int, default=0, help="port to serve at (default: any free one)")
    parser.set_defaults(run=review)


def review(args: argparse.Namespace) -> int:
    from pipeline.review.changed import changed_since_commit
    from pipeline.review.pages import write_pages

    index = write_pages(args.out, changed_since_commit(args.out), args.raw)
    print(f"review pages → {index}")
    if args.serve:
        from pipeline.review.serve import serve

        server = serve(index.parent, args.raw, args.port)
        print(f"open {server.address} (Ctrl-C ends)", flush=True)
        server.serve_forever()
    return 0


def add_show(several: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("show", help="draw a mended table with its repairs")
    parser.add_argument("notice", metavar="NOTICE", help="notice_id")
    parser.add_argument("--table", default="1", metavar="N", help="its number in the notice, or its table_id")
    parser.add_argument("--out", type=Path, default=Path("extracted"), help="folder of extracted tables")
    parser.add_argument(
        "--png", type=Path, metavar="FILE", help="draw words and cells on the pages of the PDF instead"
    )
    parser.add_argument(
        "--raw",
        type=Path,
        default=Path("raw"),
        help="folder the notices were read from (default: %(default)s)",
    )
    parser.set_defaults(run=show)


def show(args: argparse.Namespace) -> int:
    from pipeline.review.show import show

    if not (args.out / "tables.parquet").is_file():
        raise FileNotFoundError(f"{args.out} holds no extracted tables; run make extract first")
    try:
        if args.png:
            from pipeline.review.draw import draw

            pages = draw(args.out, args.raw, (args.notice, args.table), args.png)
            print(f"{pages} pages → {args.png}")
        else:
            print(show(args.out, args.notice, args.table))
    except LookupError as error:
        print(f"{PROGRAM}: {error.args[0]}", file=sys.stderr)
        return 2
    return 0


# --- score ------------------------------------------------------------------------------------


def add_score(several: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = several.add_parser("score", help="compare extracted tables with labels")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder of extracted tables")
    parser.add_argument(
        "labels", type=Path, nargs="+", metavar="LABELS", help="label file, or folder of them"
    )
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N misses (-) and extras (+) a field"
    )
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.set_defaults(run=score)


def score(args: argparse.Namespace) -> int:
    from pipeline.review.score import print_scores

    print_scores(args.out, args.labels, args.misses, args.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
