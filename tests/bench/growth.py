"""How the cost of every stage grows with the size of a notice: the exponent between a size and its double.

`python tests/bench/growth.py [--times N] [WORDS…]` reads each draw whose name holds one of the words at its size and
at twice, four … (N doublings, default 2) times that, and prints seconds of the processor by stage, and the exponent
of each doubling: 1.0 is linear, 2.0 four times the cost for twice the size.
"""

from __future__ import annotations

import argparse
import gc
import math
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
STAGES = ("read", "split", "outline", "mend", "extract", "resolve", "check", "rows", "publish")


def spent() -> float:
    """Seconds of the processor of this process and of the readers it waited for."""
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def file_to_costs(path: Path, published: bool = True) -> dict[str, float]:
    """Seconds of the processor a file costs, by stage; without the last, if it is not `published`."""
    from pipeline.check import check
    from pipeline.extract import extract
    from pipeline.outline import outline, split
    from pipeline.publish import publish
    from pipeline.publish.portion import checked_to_portion
    from pipeline.read import read
    from pipeline.resolve import resolve
    from pipeline.tables import mend

    costs = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        start = spent()
        yield
        costs[stage] += spent() - start

    gc.collect()
    gc.disable()  # Else all that lives is gone through in the midst of some stage, and its cost is no measure of size.

    with timed("read"):
        document = read(path, path.stem, {})
    with timed("split"):
        notices = split(document)
    portions = []
    for notice in notices:
        made: object = notice
        for stage, step in zip(
            STAGES[2:-1], (outline, mend, extract, resolve, check, checked_to_portion), strict=True
        ):
            with timed(stage):
                made = step(made)  # type: ignore[operator]
        portions.append(made)
    if published:
        with timed("publish"), tempfile.TemporaryDirectory() as folder:
            publish(portions, (), Path(folder) / "extracted", ())  # type: ignore[arg-type]
    gc.enable()
    return costs


def exponent(less: float, more: float) -> float:
    """The power of the size by which the cost grew from one size to its double."""
    return math.log2(more / less) if less > 0 and more > 0 else 0.0


def measured(name: str, doublings: int) -> Iterator[tuple[int, Mapping[str, float]]]:
    """(size, cost by stage) of a draw at its size and each double of it."""
    from tests.bench.growth_draws import DRAWS

    suffix, size, draw = DRAWS[name]
    with tempfile.TemporaryDirectory() as folder:
        for step in range(doublings + 1):
            path = Path(folder) / f"notice{step}{suffix}"
            path.write_bytes(draw(size * 2**step))
            yield size * 2**step, file_to_costs(path)


def main() -> None:
    from tests.bench.growth_draws import DRAWS

    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("words", nargs="*")
    arguments.add_argument("--times", type=int, default=2)
    given = arguments.parse_args()
    chosen = [name for name in DRAWS if not given.words or any(word in name for word in given.words)]
    print(f"{'draw':<18}{'size':>7}{'all':>8}{'exp':>6}  " + "".join(f"{s:>9}" for s in STAGES))
    for name in chosen:
        before = 0.0
        for size, costs in measured(name, given.times):
            whole = sum(costs.values())
            grown = f"{exponent(before, whole):6.2f}" if before else " " * 6
            print(
                f"{name:<18}{size:>7}{whole:8.2f}{grown}  " + "".join(f"{costs[s]:9.3f}" for s in STAGES),
                flush=True,
            )
            before = whole


if __name__ == "__main__":
    main()
