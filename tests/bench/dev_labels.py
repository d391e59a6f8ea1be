"""Scores the labelled notices beyond raw/: `make score` runs it where ../shared/corpus is beside the checkout.

    python tests/bench/dev_labels.py [--only GROUP…] [--kind KIND…] [--misses N] [--rules] [--fresh]

`dev` are the ten the rules were written on, `further` and `dev2` those read and mended by afterwards, `held_out` and
`held_out2` those whose labels nobody who writes rules looks at: for these only sums are printed. `five` is raw/.
All notices are read in one run on every core; what this very program read before comes from the cache.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from pipeline.cache import Cache, default_folder  # noqa: E402
from pipeline.recalled import program_cache  # noqa: E402
from pipeline.review.measures import MEASURES  # noqa: E402
from pipeline.review.reliability import judge_all, print_confidence, print_reliability  # noqa: E402
from pipeline.review.score import (  # noqa: E402
    INDICATORS,
    TABLE_FACTS,
    folder_to_rows,
    label_files,
    print_figures,
    score,
)
from pipeline.run import run  # noqa: E402

LABELS = ROOT / "tests" / "labels"
RAW = ROOT / "raw"
# Notices cut out of longer files lie with their labels, the others in the corpus.
CUT = LABELS / "sources"
CORPUS = ROOT.parent / "shared" / "corpus"
GROUPS = {
    "five": "the five of raw/",
    "dev": "the ten other labelled notices",
    "further": "further notices, labelled later and read since",
    "dev2": "notices of other kinds, one reader each",
    "held_out": "notices held out",
    "held_out2": "notices of other kinds, held out",
}
HELD_OUT = "held_out"
# `make score` prints the five from what it was told to score.
SCORED = [group for group in GROUPS if group != "five"]
NAMES = (*(measure.name for measure in MEASURES), INDICATORS, TABLE_FACTS)


def labels_of(group: str) -> list[Path]:
    return label_files([LABELS if group == "five" else LABELS / group])


def source(name: str) -> Path:
    """Where the notice of a label lies."""
    return next((folder / name for folder in (CUT, RAW) if (folder / name).exists()), CORPUS / name)


def extract(labels: Sequence[Path], out: Path, cache: Cache | None = None) -> Path:
    """Extracts the notices that labels name into `out`, which it returns."""
    with tempfile.TemporaryDirectory() as raw:
        for label in labels:
            name = json.loads(label.read_text("utf-8"))["file"]
            shutil.copy(source(name), Path(raw, name))
        run(Path(raw), out, os.cpu_count(), lambda *_: None, cache)
    return out


def is_of(kinds: Sequence[str], name: str) -> bool:
    """Whether a measure is of a kind asked for: `targets`, `indicator`, `table`…"""
    return not kinds or any(kind in name for kind in kinds)


def print_group(group: str, out: Path, args: argparse.Namespace) -> None:
    """Misses, sums and, where asked, how often each rule was right."""
    labels = labels_of(group)
    scores = score(out, labels, args.misses)
    print(f"\n{GROUPS[group]}:")
    wanted = [name for name in NAMES if is_of(args.kind, name)]
    for line in scores.misses:
        if any(f" {name}: " in line for name in wanted):
            print(line)
    figures: dict[str, Any] = scores.as_json()
    figures["fields"] = {name: one for name, one in figures["fields"].items() if name in wanted}
    print_figures(figures)
    judged = judge_all(labels, folder_to_rows(out))
    (print_reliability if args.rules else print_confidence)(judged)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=SCORED, metavar="GROUP")
    parser.add_argument("--kind", nargs="+", default=[], help="targets, deadlines, funding, indicator…")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="up to N a notice, measure and side"
    )
    parser.add_argument("--rules", action="store_true", help="how often each rule was right")
    parser.add_argument("--fresh", action="store_true", help="read again what was read before")
    args = parser.parse_args()
    held_out = [group for group in args.only if group.startswith(HELD_OUT)]
    if held_out and args.misses:
        parser.error(f"of {', '.join(held_out)} only sums are printed; name other groups with --only")
    return args


def main() -> int:
    """Extracts the notices of all groups asked for at once and prints the figures of each group."""
    args = arguments()
    if not CORPUS.is_dir() and args.only != ["five"]:
        print("the other labelled notices are not scored: no ../shared/corpus beside the checkout")
        return 0
    cache = None if args.fresh or not default_folder() else program_cache()
    with tempfile.TemporaryDirectory() as folder:
        every = [label for group in args.only for label in labels_of(group)]
        out = extract(every, Path(folder, "out"), cache)
        for group in args.only:
            print_group(group, out, args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
