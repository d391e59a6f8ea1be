"""Pairs of notices of one region, held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Check

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion


def compare(portions: Sequence[Portion]) -> list[tuple[str, Check]]:
    """Checks between notices of one region, each with the id of the notice it belongs to."""
    from pipeline.check.between import COLUMNS, Told, between, is_comparable

    by_region: dict[str, list[Portion]] = {}
    for portion in portions:
        for region in portion.tables["notices"]["region_code"].to_pylist():
            by_region.setdefault(region or "", []).append(portion)
    told = [
        Told(portion.notice_id, region, row)
        for region, several in by_region.items()
        if region and len(several) > 1
        for portion in several
        for row in portion.tables["targets"].select(COLUMNS).to_pylist()
        if is_comparable(row)
    ]
    return list(between(told))
