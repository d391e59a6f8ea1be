"""The cost of a notice grows hardly faster than its size: of two sizes read in turn, by their ratio, never by seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.growth import exponent, file_to_costs
from tests.bench.growth_draws import DRAWS

# n log n at these sizes is 1.13; what grows with the square is 2.
MOST = 1.3


@pytest.mark.parametrize(("name", "size"), [("sheet of rows", 200), ("wide table", 80), ("digits", 250)])
def test_cost_grows_with_size(name: str, size: int, tmp_path: Path) -> None:
    suffix, _, draw = DRAWS[name]
    small, large = tmp_path / f"small{suffix}", tmp_path / f"large{suffix}"
    small.write_bytes(draw(size))
    large.write_bytes(draw(size * 4))
    file_to_costs(small)  # Loads what is loaded once.
    less, more = (sum(file_to_costs(path).values()) for path in (small, large))
    assert exponent(less, more) / 2 <= MOST, (less, more)
