"""Writes pipeline/lexicons/confidence.tsv: how sure a fact is by its signs, from all labelled notices.

`make calibrate` reads raw/ and ../shared/corpus, which must lie beside the checkout. Of the groups held out only sums
enter. The same labels and rules give the same bytes, whatever confidences were written before; a notice that needs a
program or extra that is not installed is left out and named.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dev_labels import CORPUS, GROUPS, HELD_OUT, ROOT, extract, labels_of  # finds the package

from calibration import STRENGTHS, best_strength, brier, calibrate, cross_validate  # isort: skip
from pipeline.lexicons.confidence import ANY
from pipeline.review.reliability import Judged, judge_all
from pipeline.review.score import folder_to_rows, score

LEXICON = ROOT / "pipeline" / "lexicons" / "confidence.tsv"
# Formats that may need LibreOffice or character recognition.
NEEDS_MORE = (".doc", ".pdf")
HEAD = """\
# How sure a fact is by its signs (language/signs.py): the points of its table (*) and of its signs, hundredths of log odds,
# add up. Made by `make calibrate` from the labelled notices (tests/bench/calibration.py); `right` of `facts` with the sign
# agreed with the labels, those held out counted in the points and nowhere else. Labels, by the first of their SHA-256:
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
        return [one for one in judge_all(labels, folder_to_rows(out)) if one.signs]


def digest(group: str) -> str:
    """What tells whether the labels of a group are still those that the table was made from."""
    held = hashlib.sha256()
    for path in labels_of(group):
        held.update(path.read_bytes())
    return held.hexdigest()[:12]


def lines_of(table: str, facts: Sequence[Judged], unseen: Sequence[Judged]) -> Iterator[str]:
    """The lines of one table; prints how well the signs state what is right in a notice left out."""
    strength = best_strength(facts)
    with_signs, without = (brier(cross_validate(some, strength)) for some in (facts, bare(facts)))
    print(
        f"{table:18}{len(facts):6} facts, drawn with {strength:g}; Brier left out {with_signs:.5f}, without signs {without:.5f}"
    )
    points = calibrate(facts, unseen, strength)
    seen = Counter(sign for one in facts for sign in (ANY, *one.signs))
    right = Counter(sign for one in facts if one.right for sign in (ANY, *one.signs))
    for sign, weight in sorted(points.items()):
        if sign == ANY or round(100 * weight):
            yield f"{table}\t{sign}\t{right[sign]}\t{seen[sign]}\t{round(100 * weight)}\n"


def bare(facts: Sequence[Judged]) -> list[Judged]:
    """The facts with nothing known of them but their table."""
    return [Judged(one.notice, one.table, one.rule, one.stated, one.right) for one in facts]


def main() -> None:
    if not CORPUS.is_dir():
        raise SystemExit("no ../shared/corpus beside the checkout: the labelled notices are not at hand")
    facts = judged([group for group in GROUPS if not group.startswith(HELD_OUT)])
    unseen = judged([group for group in GROUPS if group.startswith(HELD_OUT)])
    lines = [
        line
        for table in sorted({one.table for one in facts})
        for line in lines_of(
            table, [o for o in facts if o.table == table], [o for o in unseen if o.table == table]
        )
    ]
    labels = "# " + ", ".join(f"{group} {digest(group)}" for group in GROUPS) + "\n"
    LEXICON.write_text(f"{HEAD}{labels}table\tsign\tright\tfacts\tpoints\n" + "".join(lines), "utf-8")
    print(
        f"{LEXICON.relative_to(ROOT)}: {len(lines)} lines from {len(facts)} facts; strengths tried {STRENGTHS}"
    )


if __name__ == "__main__":
    main()
