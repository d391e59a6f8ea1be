"""Pairs of notices of one region, held against each other."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipeline.messages import json_to_message, message_to_json
from pipeline.model import Check, Span

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


def compare(grove: Grove) -> list[tuple[str, Check]]:
    """Checks between notices of one region, each with the id of the notice it belongs to.

    A region whose figures are what they were is not looked through again: a notice more concerns its own.
    """
    by_region: dict[bytes, list[bytes]] = defaultdict(list)
    for card in grove.cards():
        for region, said in card.figures():
            by_region[region].append(said)
    before = grove.before(FOUND)
    found: list[tuple[str, Check]] = []
    for region, those in sorted(by_region.items()):
        if not region or len(those) < 2:
            continue
        key = hashlib.sha256(b"\n".join((region, *those))).hexdigest()
        if (known := before.get(key)) is None:
            known = [
                [notice_id, _check_to_json(check)] for notice_id, check in _of_region(region.decode(), those)
            ]
            before.put(key, known)
        found += [(notice_id, _json_to_check(check)) for notice_id, check in known]
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


def _check_to_json(check: Check) -> Sequence[object]:
    span = [check.span.start, check.span.end] if check.span else None
    about = (check.kind, check.status, check.expected, check.actual, check.where)
    return [*about, message_to_json(check.message), span, check.clause_id]


def _json_to_check(said: Sequence[Any]) -> Check:
    kind, status, expected, actual, where, message, span, clause_id = said
    place = Span(*span) if span else None
    return Check(kind, status, expected, actual, where, json_to_message(message), place, clause_id)
