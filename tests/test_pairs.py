"""Notices of a region are held against each other once: of a notice more its own region is looked through again, no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline import pairs
from pipeline.cache import Cache
from pipeline.check.between import COLUMNS
from pipeline.model import Check
from pipeline.publish.between import said_to_check
from pipeline.publish.cards import Card
from pipeline.publish.leaves import Grove
from pipeline.publish.worded import Before
from pipeline.shelf import Shelf

Told = tuple[str, str, float]


class Several:
    """A set of notices, each with one figure, of which the last run found what lies on the shelf."""

    def __init__(self, told: Sequence[Told], shelf: Shelf | None) -> None:
        self.told, self.shelf = told, shelf

    def cards(self) -> Iterator[Card]:
        for notice_id, region, value in self.told:
            row = dict.fromkeys(COLUMNS) | {
                "indicator": "社区养老服务中心", "comparator": "=", "value": value, "unit": "所",
                "deadline_date": "2025-12-31", "char_start": 3, "char_end": 9, "clause_id": "1",
            }  # fmt: skip
            said = json.dumps([notice_id, [list(row.values())]], ensure_ascii=False)
            yield Card({"figures": f"{region}\t{said}".encode()})

    def before(self, name: str) -> Before:
        return Before(name, self.shelf)


def compared(told: Sequence[Told], shelf: Shelf | None = None) -> list[tuple[str, Check]]:
    found = pairs.compare(cast(Grove, Several(told, shelf)))
    return [said_to_check(said) for _, said in found]


MANY: list[Told] = [
    ("a", "360828", 2), ("b", "360828", 3), ("c", "500116", 5), ("d", "500116", 5), ("e", "", 1), ("f", "110000", 4),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "looked_at"),
    [
        (MANY, []),
        ([*MANY, ("g", "500116", 6)], ["500116"]),
        ([*MANY, ("g", "110000", 6)], ["110000"]),
        (MANY[1:], []),  # One is left in its region.
        ([MANY[0], ("b", "360828", 2), *MANY[2:]], ["360828"]),
        ([*MANY[:4], ("e", "360828", 1), MANY[5]], ["360828"]),
    ],
    ids=["nothing", "one more", "one more beside one", "one less", "another figure", "another place"],
)
def test_only_a_region_that_changed_is_looked_through(
    change: list[Told], looked_at: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path, "p")
    found = compared(MANY, Shelf(cache))
    assert [(one, check.status) for one, check in found] == [("b", "fail"), ("d", "pass")]
    seen: list[str] = []
    real = pairs._of_region

    def watched(region: str, those: Any) -> Any:
        seen.append(region)
        return real(region, those)

    monkeypatch.setattr(pairs, "_of_region", watched)
    again = compared(change, Shelf(cache))
    assert seen == looked_at
    assert again == compared(change) and repr(again) == repr(compared(change))
