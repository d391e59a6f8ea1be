"""The commands: `python -m pipeline COMMAND`. Exit codes: 0 done, 1 asked to fail (--strict), 2 nothing done."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

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
    for add in (add_extract, add_score):
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
