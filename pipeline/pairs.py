"""Pairs of notices of one region, held against each other."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Check
from pipeline.publish.between import Between, check_to_json

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove
    from pipeline.publish.portion import Portion

# Where on a shelf lies what was found between notices of a region.
FOUND = "between"


def figures(portion: Portion) -> Sequence[Sequence[object]]:
    """The rows of `targets` that can be held against those of other notices: of each the COLUMNS of `check.between`."""
    from pipeline.check.between import COLUMNS, is_comparable

    rows = portion.tables["targets"].select(COLUMNS).to_pylist()
    return [list(row.values()) for row in rows if is_comparable(row)]


def compare(grove: Grove) -> Between:
    """Checks between notices of one region, each with the id of the notice it belongs to.

    A region whose figures are what they were is not looked through again: a notice more concerns its own.
    """
    by_region: dict[bytes, list[bytes]] = defaultdict(list)
    for card in grove.cards():
        for region, said in card.figures():
            by_region[region].append(said)
    before = grove.before(FOUND)
    found = Between()
    for region in sorted(by_region):
        those = by_region.pop(region)  # They are of no more use then.
        if not region or len(those) < 2:
            continue
        key = hashlib.sha256(b"\n".join((region, *those))).hexdigest()
        if (known := before.get(key)) is None:
            known = [
                [notice_id, check.status, check_to_json(check)]
                for notice_id, check in _of_region(region.decode(), those)
            ]
            before.put(key, known)
        for one in known:
            found.add(*one)
    before.save()
    return found


def _of_region(region: str, those: Sequence[bytes]) -> list[tuple[str, Check]]:
    from pipeline.check.between import COLUMNS, Told, between

    return list(
        between(
            [
                Told(notice_id, region, dict(zip(COLUMNS, row, strict=True)))
                for notice_id, rows in map(json.loads, those)
                for row in rows
            ]
        )
    )
