"""Writes pipeline/lexicons/confidence.tsv: how sure a fact is by the rule that read it, from all labelled notices.

`python tests/bench/calibrate.py` reads raw/ with tests/labels and, where it lies beside the checkout, ../shared/corpus
with tests/labels/dev and tests/labels/further. The same labels and rules give the same bytes; the confidences written do not enter into them.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from pipeline.__main__ import main as pipeline
from pipeline.review.reliability import Judged, best_strength, calibrate, judge_all
from pipeline.review.score import folder_to_rows

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LABELS = ROOT / "tests" / "labels"
LEXICON = ROOT / "pipeline" / "lexicons" / "confidence.tsv"
HEAD = """\
# How sure a fact is by the rule that read it; * is any other rule of its table. Made by tests/bench/calibrate.py from
# the labelled notices: `right` of `facts` agreed with the labels; `confidence` is mixed with {strength} facts of the table.
table\trule\tright\tfacts\tconfidence
"""


def judged(raw: Path, labels: list[Path]) -> list[Judged]:
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        out = Path(folder) / "extracted"
        if pipeline(["extract", str(raw), "--out", str(out), "--quiet"]):
            raise SystemExit(f"{raw} could not be extracted")
        return judge_all(labels, folder_to_rows(out))


def all_judged() -> list[Judged]:
    """The facts of every labelled notice but those held out."""
    if not CORPUS.is_dir():
        raise SystemExit("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    facts = judged(ROOT / "raw", sorted(LABELS.glob("*.json")))
    for group in ("dev", "further"):
        labels = sorted((LABELS / group).glob("*.json"))
        with tempfile.TemporaryDirectory() as folder:
            for label in labels:
                name = json.loads(label.read_text("utf-8"))["file"]
                cut = LABELS / "sources" / name
                shutil.copy(cut if cut.exists() else CORPUS / name, folder)
            facts += judged(Path(folder), labels)
    return facts


def main() -> None:
    facts = all_judged()
    strength = best_strength(facts)
    seen = Counter((one.table, one.rule) for one in facts) + Counter((one.table, "*") for one in facts)
    right = Counter((one.table, one.rule) for one in facts if one.right)
    right += Counter((one.table, "*") for one in facts if one.right)
    lines = [
        f"{table}\t{rule}\t{right[table, rule]}\t{seen[table, rule]}\t{confidence:.3f}\n"
        for (table, rule), confidence in sorted(calibrate(facts, strength).items())
    ]
    LEXICON.write_text(HEAD.format(strength=strength) + "".join(lines), "utf-8")
    print(f"{LEXICON.relative_to(ROOT)}: {len(lines)} lines from {len(facts)} facts, mixed with {strength}")


if __name__ == "__main__":
    main()
