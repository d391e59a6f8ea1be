"""What kind of table it is, by its headings."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.headings import AGENCY_MEANINGS

_FEWEST_DATED = 2


def table_kind(meanings: Sequence[str], body_numeric: float, dated: int = 0) -> str:
    """plan, indicator, responsibility, standard or other, by the headings.

    `dated` of them name a year, whatever else they say of it (2024年现状, 2026年目标). `body_numeric` is the share of filled body cells that are bare numbers or dashes.
    """
    has = set(meanings)
    agency = bool(has & set(AGENCY_MEANINGS))
    if "indicator" in has and has & {"year_value", "value", "measure"} and has & {"nature", "year_value"}:
        return "indicator"
    if "indicator" in has and dated >= _FEWEST_DATED:
        return "indicator"
    if agency and has & {"task", "deadline", "measure", "label"}:
        return "responsibility"
    if "label" in has and body_numeric > 0.5:
        return "plan"
    if "measure" in has:
        return "standard"
    return "plan" if has & {"year_value", "total"} and body_numeric > 0.5 else "other"
