"""True tables, broken, mended, compared: `python tests/bench/tables/run.py [--tables N] [--seed S] [--kind K]`.

Seeds below 1000 are for tuning; the printed benchmark uses others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "tables"), str(HERE)]

from breakers import DAMAGE, break_truth, broken  # noqa: E402 the path comes first
from measure import Tally, measure  # noqa: E402

REPORT_SEED = 40_000
WIDTH = 22


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--tables", type=int, default=60, metavar="N", help="tables of each kind (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=REPORT_SEED)
    parser.add_argument("--kind", choices=[*DAMAGE, "two", "three"], help="only this kind of damage")
    parser.add_argument("--rows", type=int, default=400, metavar="N", help="rows of the largest table")
    parser.add_argument(
        "--misses", action="store_true", help="print the seed of each table that is not exact"
    )
    args = parser.parse_args()
    print(HEADINGS)
    single, combined = Tally(), Tally()
    for kind in [args.kind] if args.kind else [*DAMAGE, "two", "three"]:
        tally = Tally()
        for seed, one in tallies(kind, args):
            tally.add(one)
            if args.misses and not one.exact:
                print(
                    f"  seed {seed}: {'abstained' if one.abstained else 'silent'}, F1 {one.f1():.3f}",
                    flush=True,
                )
        print(line(kind, tally), flush=True)
        (combined if kind in ("two", "three") else single).add(tally)
    for name, tally in (("all single", single), ("all combined", combined)):
        if tally.tables:
            print(line(name, tally))


def tallies(kind: str, args: argparse.Namespace) -> Iterator[tuple[int, Tally]]:
    for seed in range(args.seed, args.seed + args.tables):
        random = Random(f"{kind} {seed}")
        if kind in ("two", "three"):
            truth, printed, _ = break_truth(random, 2 if kind == "two" else 3, args.rows)
        else:
            truth, printed = broken(kind, random, args.rows)
        yield seed, measure(truth, printed)


HEADINGS = (
    f"{'damage':{WIDTH}} tables exact  abst. silent |  P      R      F1    | certified   probable   false  | ms/table slowest\n"
    f"{'':{WIDTH}}                            |                      | right wrong right wrong cert.  |"
)


def line(kind: str, t: Tally) -> str:
    precision = t.right / t.found if t.found else 1.0
    recall = t.right / t.true if t.true else 1.0
    c = [t.repairs[certainty, right] for certainty in ("certified", "probable") for right in (True, False)]
    return (
        f"{kind:{WIDTH}} {t.tables:6} {t.exact:5} {t.abstained:6} {t.silent:6} | {precision:.4f} {recall:.4f} {t.f1():.4f} |"
        f" {c[0]:5} {c[1]:5} {c[2]:5} {c[3]:5} {t.falsely_certified:5}  | {1000 * t.seconds / t.tables:7.1f} {1000 * t.slowest:7.0f}"
    )


if __name__ == "__main__":
    main()
