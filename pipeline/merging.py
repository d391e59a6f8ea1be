"""The command that git calls for each published file, and each of corrections, that two branches changed: see `make git-setup`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.arguments import Commands, Parser
from pipeline.messages import tell
from pipeline.start import lean

CORRECTIONS = ".corrections.toml"


def add_merge_file(several: Commands[Parser]) -> None:
    parser = several.add_parser("merge-file", help=tell("help_merge_file"))
    for name in ("base", "ours", "theirs"):
        parser.add_argument(name, type=Path, metavar=name.upper())
    parser.add_argument("name", metavar="NAME", help=tell("help_merged_name"))
    parser.set_defaults(run=merge_file)


def merge_file(args: argparse.Namespace) -> int:
    """1 where somebody must choose: only of corrections, which people write."""
    lean()
    if args.name.endswith(CORRECTIONS):
        return int(merge_decisions(args))
    from pipeline.publish.package import NAME
    from pipeline.publish.three_way import merge_files

    merge_files(args.base, args.ours, args.theirs, args.name)
    if Path(args.name).name == NAME:
        print(tell("merged_by_git", folder=str(Path(args.name).parent)), file=sys.stderr)
    return 0


def merge_decisions(args: argparse.Namespace) -> bool:
    """Writes what both branches decided into `ours`; whether they decided otherwise about one place."""
    from pipeline.review.corrections_merged import merge_corrections

    texts = [path.read_text("utf-8-sig") for path in (args.base, args.ours, args.theirs)]
    merged, must_choose = merge_corrections(texts, args.name)
    args.ours.write_text(merged, "utf-8")
    if must_choose:
        print(tell("choose_correction", file=args.name), file=sys.stderr)
    return must_choose
