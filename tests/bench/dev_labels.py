"""Scores the labelled notices beyond raw/: `make score` runs it where ../shared/corpus is beside the checkout.

Three groups: the ten the rules were written on, those read and mended by afterwards, and those held out, whose labels
nobody who writes rules looks at. For these only sums are printed.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from pipeline.review.score import label_files, print_scores
from pipeline.run import run

HERE = Path(__file__).resolve()
LABELS = HERE.parents[1] / "labels"
# Notices cut out of longer files lie with their labels, the others in the corpus.
CUT = LABELS / "sources"
CORPUS = HERE.parents[3] / "shared" / "corpus"
GROUPS = {
    "dev": "the ten other labelled notices",
    "further": "further notices, labelled later and read since",
    "held_out": "notices held out",
}


def extract(labels: Path, out: Path) -> Path:
    """Extracts the notices that the labels in a folder name into `out`, which it returns."""
    with tempfile.TemporaryDirectory() as raw:
        for label in label_files([labels]):
            name = json.loads(label.read_text("utf-8"))["file"]
            shutil.copy(CUT / name if (CUT / name).exists() else CORPUS / name, Path(raw, name))
        run(Path(raw), out, None, lambda *_: None)
    return out


def main() -> int:
    """Extracts each group of notices into a folder of its own and prints its score."""
    if not CORPUS.is_dir():
        print("the other labelled notices are not scored: no ../shared/corpus beside the checkout")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for group, title in GROUPS.items():
            out = extract(LABELS / group, Path(folder, group))
            print(f"\n{title}:")
            print_scores(out, [LABELS / group], 0, False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
