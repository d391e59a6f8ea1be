"""Pairs of notices of one region, held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Check

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove
    from pipeline.publish.portion import Portion
    from pipeline.publish.sheet import Row


def figures(portion: Portion) -> Sequence[Row]:
    """The rows of `targets` that can be held against those of other notices."""
    from pipeline.check.between import COLUMNS, is_comparable

    rows = portion.tables["targets"].select(COLUMNS).to_pylist()
    return [row for row in rows if is_comparable(row)]


def compare(grove: Grove) -> list[tuple[str, Check]]:
    """Checks between notices of one region, each with the id of the notice it belongs to."""
    from pipeline.check.between import Told, between

    by_region: dict[str, list[tuple[str, Sequence[Row]]]] = {}
    for card in grove.cards():
        for notice_id, region, rows in card.figures():
            by_region.setdefault(region, []).append((notice_id, rows))
    return [
        check
        for region, those in sorted(by_region.items())
        if region and len(those) > 1
        for check in between([Told(notice_id, region, row) for notice_id, rows in those for row in rows])
    ]
