"""The cost of a notice grows hardly faster than its size: of two sizes read in turn, by their ratio, never by seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.growth import exponent, file_to_costs
from tests.bench.growth_draws import DRAWS
from tests.draws import drawn

# n log n at these sizes is 1.15. Measured by stage, for what is loaded once hides the growth of the others: looking
# at every span for every number gave `check` 1.88, 1.44 and 1.96, looking them up by order gives 0.6 to 0.9.
MOST = 1.3
LEAST_SECONDS = 0.02  # Less is noise.
TRIES = 3  # What grows too fast does so each time; what another process held up does not.


# By draw a size, and one at which what is quadratic in a small part shows too.
SIZES = {
    "sheet of rows": (100, 200),
    "wide table": (40, 80),
    "digits": (60, 60),
    "growth": (80, 200),
    "times": (400, 400),
    "prose": (30, 60),
    # Looking at all rows above for every end of a page gave `mend` 1.6.
    "pages": (50, 50),
    # Looking for names in all of a paragraph above a day gave `outline` 1.8 to 2.1.
    "nearly twice": (300, 300),
    # Going through all the lines below from each gave `outline` 2.9.
    "heading lines": (25, 40),
}


@pytest.mark.parametrize(("name", "size"), [(name, drawn(*sizes)) for name, sizes in SIZES.items()])
def test_cost_grows_with_size(name: str, size: int, tmp_path: Path) -> None:
    suffix, _, draw = DRAWS[name]
    first = tmp_path / f"first{suffix}"
    first.write_bytes(draw(8))
    file_to_costs(first, published=False)  # Loads what is loaded once.
    grown: dict[str, float] = {}
    for more in range(TRIES):  # Not the same file twice, which would be remembered.
        small, large = (tmp_path / f"{which}{more}{suffix}" for which in ("small", "large"))
        small.write_bytes(draw(size + more))
        large.write_bytes(draw((size + more) * 4))
        grown = {stage: min(one, grown.get(stage, one)) for stage, one in _grown(small, large).items()}
        if all(one <= MOST for one in grown.values()):
            break
    assert all(one <= MOST for one in grown.values()), grown


def _grown(small: Path, large: Path) -> dict[str, float]:
    """By what power of its size each stage takes longer over the large notice than over the small one."""
    less, more = (file_to_costs(one, published=False) for one in (small, large))
    return {
        stage: exponent(less[stage], more[stage]) / 2
        for stage in ("outline", "mend", "extract", "check", "rows")
        if more[stage] >= LEAST_SECONDS
    }
