"""Sides that a table leaves open where the page ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.read.pdf.lattice import sides_to_tables
from pipeline.read.pdf.open_sides import close_sides
from pipeline.read.pdf.strokes import Edge, Sides

XS = (60.0, 130.0, 200.0, 300.0)


def ruled(
    ys: tuple[float, ...], open_above: int = 0, open_below: int = 0, ends: tuple[float, float] | None = None
) -> Sides:
    """A grid with rules across at `ys`; the first columns have none at the first or last of them."""
    across = [
        Edge(left, y, right, y)
        for k, (left, right) in enumerate(pairwise(XS))
        for y in ys[k < open_above : len(ys) - (k < open_below)]
    ]
    top, bottom = ends or (ys[0], ys[-1])
    return Sides(across, [Edge(x, top, x, bottom) for x in XS])


@pytest.mark.parametrize(("above", "below"), [(0, 1), (1, 0), (2, 0), (3, 0), (0, 3), (1, 1), (3, 3)])
def test_a_row_cut_by_the_page_is_closed(above: int, below: int) -> None:
    ys = (50.0, 70.0, 90.0, 110.0)
    (table,) = sides_to_tables(close_sides(ruled(ys, above, below)))
    assert len(table) == 9


@pytest.mark.parametrize("columns", [(0,), (0, 1), (2,), (0, 2)])
def test_labels_of_more_rows_than_the_page_has_keep_their_columns(columns: tuple[int, ...]) -> None:
    whole = ruled((50.0, 70.0, 90.0, 110.0))
    across = [edge for edge in whole.across if XS.index(edge.x0) not in columns]
    (table,) = sides_to_tables(close_sides(Sides(across, whole.down)))
    assert len(table) == 9 - 2 * len(columns)


def test_a_closed_table_stays() -> None:
    sides = ruled((50.0, 70.0, 90.0))
    assert close_sides(sides) == sides


def test_a_side_a_little_off_is_no_open_one() -> None:
    sides = ruled((50.0, 70.0, 90.0), ends=(48.0, 92.0))
    assert close_sides(sides) == sides


def test_two_tables_side_by_side_stay_two() -> None:
    """No rule joins the two anywhere."""
    one = ruled((50.0, 70.0, 90.0))
    other = [Edge(e.x0 + 300, e.top, e.x1 + 300, e.bottom) for e in one.across]
    down = [*one.down, *(Edge(e.x0 + 300, e.top, e.x1 + 300, e.bottom) for e in one.down)]
    assert len(sides_to_tables(close_sides(Sides([*one.across, *other], down)))) == 2


def test_rules_down_without_one_across_are_no_table() -> None:
    assert not sides_to_tables(close_sides(Sides([], [Edge(x, 50.0, x, 90.0) for x in XS])))


def test_lines_that_hang_from_one_bar_are_a_drawing() -> None:
    bar = [Edge(left, 50.0, right, 50.0) for left, right in pairwise(XS)]
    assert not sides_to_tables(close_sides(Sides(bar, [Edge(x, 50.0, x, 90.0) for x in XS])))
