"""Writes pipeline/lexicons/confidence.tsv: how sure a fact is by what it is like, from all labelled notices.

`make calibrate` reads raw/ and ../shared/corpus, which must lie beside the checkout. Of the groups held out only sums
enter: by how much less often rules are right there. The same labels and rules give the same bytes, whatever confidences
were written before; a notice that needs a program or extra that is not installed is left out and named.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from dev_labels import CORPUS, GROUPS, HELD_OUT, ROOT, extract, labels_of

from pipeline.review.calibration import Judged, best_strength, calibrate
from pipeline.review.reliability import judge_all
from pipeline.review.score import folder_to_rows, score

LEXICON = ROOT / "pipeline" / "lexicons" / "confidence.tsv"
# Formats that may need LibreOffice or character recognition.
NEEDS_MORE = (".doc", ".pdf")
HEAD = """\
# How sure a fact is by what it is like (lexicons/confidence.py); * is like nothing else of its table. Made by
# tests/bench/calibrate.py from the labelled notices: `right` of `facts` agreed with the labels; `confidence` is mixed
# with {strength} facts of the table and lowered by what notices held out show.
table\tlike\tright\tfacts\tconfidence
"""


def judged(groups: list[str]) -> list[Judged]:
    """The facts of the labelled notices of some groups."""
    labels = [path for group in groups for path in labels_of(group)]
    with tempfile.TemporaryDirectory() as folder:
        out = extract(labels, Path(folder) / "out")
        missing = score(out, labels).missing
        if faulty := [name for name in missing if not name.endswith(NEEDS_MORE)]:
            raise SystemExit(f"not read, so nothing is written: {', '.join(faulty)}")
        for name in missing:
            print(f"left out, not read here: {name}")
        return judge_all(labels, folder_to_rows(out))


def main() -> None:
    if not CORPUS.is_dir():
        raise SystemExit("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    facts = judged([group for group in GROUPS if not group.startswith(HELD_OUT)])
    unseen = judged([group for group in GROUPS if group.startswith(HELD_OUT)])
    strength = best_strength(facts)
    seen = Counter((one.table, one.like) for one in facts) + Counter((one.table, "*") for one in facts)
    right = Counter((one.table, one.like) for one in facts if one.right)
    right += Counter((one.table, "*") for one in facts if one.right)
    lines = [
        f"{table}\t{like}\t{right[table, like]}\t{seen[table, like]}\t{confidence:.3f}\n"
        for (table, like), confidence in sorted(calibrate(facts, strength, unseen).items())
    ]
    LEXICON.write_text(HEAD.format(strength=strength) + "".join(lines), "utf-8")
    print(f"{LEXICON.relative_to(ROOT)}: {len(lines)} lines from {len(facts)} facts, mixed with {strength}")


if __name__ == "__main__":
    main()
