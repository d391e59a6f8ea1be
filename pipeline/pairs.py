"""Pairs of notices of one region, held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Check

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove
    from pipeline.publish.portion import Portion


def figures(portion: Portion) -> Sequence[Sequence[object]]:
    """The rows of `targets` that can be held against those of other notices: of each the COLUMNS of `check.between`."""
    from pipeline.check.between import COLUMNS, is_comparable

    rows = portion.tables["targets"].select(COLUMNS).to_pylist()
    return [list(row.values()) for row in rows if is_comparable(row)]


def compare(grove: Grove) -> list[tuple[str, Check]]:
    """Checks between notices of one region, each with the id of the notice it belongs to."""
    from pipeline.check.between import COLUMNS, Told, between

    by_region: dict[str, list[tuple[str, Sequence[Sequence[object]]]]] = {}
    for card in grove.cards():
        for notice_id, region, rows in card.figures():
            by_region.setdefault(region, []).append((notice_id, rows))
    found: list[tuple[str, Check]] = []
    for region, those in sorted(by_region.items()):
        if region and len(those) > 1:
            found += between(
                [
                    Told(notice_id, region, dict(zip(COLUMNS, row, strict=True)))
                    for notice_id, rows in those
                    for row in rows
                ]
            )
    return found
