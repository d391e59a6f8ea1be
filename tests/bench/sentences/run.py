"""Sentences as notices write them, read by the whole pipeline, compared with what they say.

    python tests/bench/sentences/run.py [--set main|other|third|fourth|fifth] [--n N] [--seed S] [--misses N] [--frame NAME] [--show]

Rules are written with the sets `main` and `third` in sight; `other`, `fourth` and `fifth` have other frames, nouns and words, and are only for checking.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(HERE.parent)]

from sentences.draw import Draw  # noqa: E402 the path comes first
from sentences.fifth_frames import FIFTH  # noqa: E402
from sentences.fifth_wording import WORDING as FIFTH_WORDING  # noqa: E402
from sentences.fourth_frames import FOURTH  # noqa: E402
from sentences.fourth_wording import WORDING as FOURTH_WORDING  # noqa: E402
from sentences.frames import MAIN, Frame  # noqa: E402
from sentences.layout import Wording, Written, make_item, notices  # noqa: E402
from sentences.main_wording import WORDING as MAIN_WORDING  # noqa: E402
from sentences.measure import measure, print_misses, print_results  # noqa: E402
from sentences.other_frames import OTHER  # noqa: E402
from sentences.other_wording import WORDING as OTHER_WORDING  # noqa: E402
from sentences.third_frames import THIRD  # noqa: E402

SETS: dict[str, tuple[Sequence[Frame], Wording]] = {
    "main": (MAIN.frames, MAIN_WORDING),
    "other": (OTHER.frames, OTHER_WORDING),
    "third": (THIRD.frames, MAIN_WORDING),
    "fourth": (FOURTH.frames, FOURTH_WORDING),
    "fifth": (FIFTH.frames, FIFTH_WORDING),
}


def draw_notices(name: str, number: int, seed: int, only: str = "") -> list[Written]:
    """So many sentences of a set, in notices; the same for the same seed."""
    frames, wording = SETS[name]
    draw = Draw(Random(f"{name} {seed}"), name)
    chosen = {frame: frame.weight for frame in frames if only in frame.name}
    items = []
    for _ in range(number):
        frame = draw.weighted(chosen)
        items.append(make_item(draw, frame.name, frame.build(draw), wording))
    return list(notices(draw, items, wording))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--set", choices=sorted(SETS), default="main")
    parser.add_argument("--n", type=int, default=1000, help="sentences (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print N sentences that came out wrong"
    )
    parser.add_argument("--frame", default="", help="only frames whose name holds this word")
    parser.add_argument("--sums", action="store_true", help="print no sentence and no frame, only sums")
    parser.add_argument("--show", action="store_true", help="print the notices, read nothing")
    args = parser.parse_args()
    written = draw_notices(args.set, args.n, args.seed, args.frame)
    if args.show:
        print("\n".join(notice.text for notice in written))
        return
    began = time.perf_counter()
    results = measure(written)
    print_misses(results, 0 if args.sums else args.misses)
    print(f"set {args.set}, seed {args.seed}: {len(results)} sentences in {len(written)} notices, "
          f"{time.perf_counter() - began:.1f} s")  # fmt: skip
    print_results(results, sums=args.sums)


if __name__ == "__main__":
    main()
