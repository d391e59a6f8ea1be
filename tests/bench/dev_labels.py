"""Scores the ten labelled notices beside the checkout: `make score` runs it where ../shared/corpus is."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from pipeline.review.score import print_scores
from pipeline.run import run

HERE = Path(__file__).resolve()
LABELS = HERE.parents[1] / "labels" / "dev"
CORPUS = HERE.parents[3] / "shared" / "corpus"


def main() -> int:
    """Extracts the notices that the labels name into a folder of its own and prints their score."""
    if not CORPUS.is_dir():
        print("the ten notices of tests/labels/dev are not scored: no ../shared/corpus beside the checkout")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder, "raw"), Path(folder, "out")
        raw.mkdir()
        for label in sorted(LABELS.glob("*.json")):
            name = json.loads(label.read_text("utf-8"))["file"]
            shutil.copy(CORPUS / name, raw / name)
        run(raw, out, None, lambda *_: None)
        print("\nthe ten other labelled notices:")
        print_scores(out, [LABELS], 0, False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
