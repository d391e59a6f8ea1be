"""Indicator × region × year: what it is to become, and what it was."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.publish.sheet import Row
from pipeline.publish.views.adding import adds_up
from pipeline.publish.views.columns import in_base, place
from pipeline.publish.views.spine import Spine

_LEVEL = 4  # digits of a year


def target_tracker(spine: Spine) -> Iterator[Row]:
    """A row a value of an indicator: `stage` target for the value to reach, baseline for the one it starts from."""
    for row in spine.rows["targets"]:
        if not row.get("indicator") or row.get("value") is None:
            continue
        yield _row(spine, row, "target", _year(row.get("deadline_date"))) | {
            name: row.get(name)
            for name in ("value", "value_max", "value_base", "unit_base", "comparator", "change")
        }
        if row.get("baseline_value") is not None:
            value, unit = row["baseline_value"], row.get("unit")
            yield _row(spine, row, "baseline", row.get("baseline_year")) | {
                "value": value,
                **in_base(value, unit),
                "comparator": "=",
            }


def _row(spine: Spine, row: Row, stage: str, year: object) -> Row:
    taken = (
        "fact_id",
        "indicator_id",
        "indicator",
        "unit",
        "per",
        "scope",
        "nature",
        "agency_name",
        "task_id",
        "repeats",
    )
    said = {name: row.get(name) for name in taken}
    return {
        **place(row),
        **said,
        "stage": stage,
        "year": year,
        "countable": adds_up(spine, "targets", row, by_year=True),
    }


def _year(day: object) -> int | None:
    return int(str(day)[:_LEVEL]) if day else None
