"""The commands that show what was read, the dashboard and a table beside its page, and what can be read: doctor."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.arguments import PROGRAM, Commands, Parser
from pipeline.messages import say, tell, told


def add_dashboard(several: Commands[Parser]) -> None:
    parser = several.add_parser("dashboard", help=tell("help_dashboard"))
    parser.add_argument("out", type=Path, metavar="OUT", help=tell("help_out"))
    parser.set_defaults(run=dashboard)


def dashboard(args: argparse.Namespace) -> int:
    from pipeline.dashboard import MissingPackage, write_dashboard

    try:
        print(tell("dashboard_written", file=str(write_dashboard(args.out))))
    except MissingPackage as missing:
        print(f"{PROGRAM}: {told(missing)}", file=sys.stderr)
        return 2
    return 0


def add_show(several: Commands[Parser]) -> None:
    parser = several.add_parser("show", help=tell("help_show"))
    parser.add_argument("notice", metavar="NOTICE", help="notice_id")
    parser.add_argument("--table", default="1", metavar="N", help=tell("help_table"))
    parser.add_argument("--out", type=Path, default=Path("extracted"), help=tell("help_out"))
    parser.add_argument("--draw", "--png", type=Path, metavar="FILE", help=tell("help_png"))
    parser.add_argument("--raw", type=Path, default=Path("raw"), help=tell("help_raw_read"))
    parser.set_defaults(run=show)


def show(args: argparse.Namespace) -> int:
    from pipeline.review.show import show

    if not (args.out / "tables.parquet").exists():
        raise FileNotFoundError(say("no_tables", folder=str(args.out)))
    try:
        if args.draw:
            from pipeline.review.draw import draw

            pages = draw(args.out, args.raw, (args.notice, args.table), args.draw)
            print(tell("pages_drawn", n=pages, file=str(args.draw)))
        else:
            print(show(args.out, args.notice, args.table))
    except LookupError as error:
        print(f"{PROGRAM}: {told(error)}", file=sys.stderr)
        return 2
    return 0


def add_doctor(several: Commands[Parser]) -> None:
    parser = several.add_parser("doctor", help=tell("help_doctor"))
    parser.set_defaults(run=doctor)


def doctor(args: argparse.Namespace) -> int:
    from pipeline.doctor import is_fit, report

    for line in report():
        print(line)
    return 0 if is_fit() else 2
