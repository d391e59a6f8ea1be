"""The commands of those who hand the tables on: export."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.arguments import Commands, Parser
from pipeline.messages import tell


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

    print(tell("exported", file=str(export(args.out, args.kind, args.to))))
    return 0
