"""The words of the notice behind a fact that is missed or too much, so that its sentence is found at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from pipeline.review.measures import Label, Measure, Rows
from pipeline.review.values import squeeze

# Room of a line that people read.
LONGEST = 70


def fact_to_quote(measure: Measure, label: Label, rows: Rows | None) -> Mapping[tuple[Any, ...], str]:
    """The first quote of each fact, a label's own before a row's; facts that are no list have none."""
    said = label.get(measure.key)
    if not isinstance(said, list):
        return {}
    found: dict[tuple[Any, ...], str] = {}
    for one in said:
        for fact in measure.labelled({**label, measure.key: [one]}):
            found.setdefault(fact, _short(one.get("quote")))
    for row in rows(measure.key) if rows else ():
        for fact in measure.extracted(partial(_only, measure.key, row)):
            found.setdefault(fact, _short(row.get("quote")))
    return found


def _only(key: str, row: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a notice that has this one alone."""
    return [row] if table == key else []


def _short(quote: object) -> str:
    text = squeeze(quote)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
