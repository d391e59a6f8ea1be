"""The notices of raw/ printed, scanned, recognized: table facts and facts against those of their text, a line each.

`python tests/bench/scan_round_trip.py [WORDS…]` reads the notices whose name holds one of the words (default: all, 45
pages, about 3 minutes on two cores), set in the font file that `FONT` names (default: the first found). Exit 1 if the
five together are under the aims or a table is certified and wrong; 0, with a line that says so, without the extra `ocr`
or a Chinese font.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "read")]
# What an earlier run kept must not answer for this one.
os.environ["NOTICE_CACHE"] = ""

from pipeline.read import ocr  # noqa: E402 the path comes first


def main(only: Sequence[str]) -> int:
    if not ocr.is_available():
        print("scans: not measured, the extra `ocr` is not installed: make ocr")
        return 0
    from drawn_pages import font_file
    from scan_facts import LEAST_FACTS, LEAST_TABLES, compare, told

    from pipeline.review.score import ratio

    font = os.environ.get("FONT") or font_file()
    if font is None:
        print("scans: not measured, no font with Chinese characters on this machine")
        return 0
    found, start = [], time.perf_counter()
    for path in sorted((ROOT / "raw").glob("*.txt")):
        if only and not any(word in path.stem for word in only):
            continue
        with tempfile.TemporaryDirectory() as folder:
            found.append(compare(path, font, Path(folder)))
        wrong = (f"certified and wrong: {fact}" for fact in found[-1].falsely_certified)
        print(found[-1].line(), *found[-1].differences, *wrong, sep="\n    ", flush=True)
    tables, facts = (
        (sum(c[0] for c in each), sum(c[1] for c in each), sum(c[2] for c in each))
        for each in ([one.tables for one in found], [one.facts for one in found])
    )
    print(f"table facts  {told(tables)}   aim {LEAST_TABLES}")
    print(f"facts        {told(facts)}   aim {LEAST_FACTS}   {time.perf_counter() - start:.0f} s")
    short = ratio(tables)["f1"] < LEAST_TABLES or ratio(facts)["f1"] < LEAST_FACTS
    return int(short or any(one.falsely_certified for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
