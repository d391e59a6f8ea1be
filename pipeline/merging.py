"""The command that git calls for each published file that two branches changed: see `make git-setup`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.arguments import Commands, Parser
from pipeline.messages import tell


def add_merge_file(several: Commands[Parser]) -> None:
    parser = several.add_parser("merge-file", help=tell("help_merge_file"))
    for name in ("base", "ours", "theirs"):
        parser.add_argument(name, type=Path, metavar=name.upper())
    parser.add_argument("name", metavar="NAME", help=tell("help_merged_name"))
    parser.set_defaults(run=merge_file)


def merge_file(args: argparse.Namespace) -> int:
    from pipeline.publish.package import NAME
    from pipeline.publish.three_way import merge_files

    merge_files(args.base, args.ours, args.theirs, args.name)
    if Path(args.name).name == NAME:
        print(tell("merged_by_git", folder=str(Path(args.name).parent)), file=sys.stderr)
    return 0
