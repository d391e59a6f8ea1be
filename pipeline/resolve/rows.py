"""The place a row of a table is about, read from its label."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.resolve.regions import Region, names, towns

TOWN = patterns.compile(r"\p{Han}{1,10}(?:镇|乡|街道)(?:办事处)?")
COUNTY = patterns.compile(r"\p{Han}{1,10}[区县市旗州盟]")


def row_region(label: str, home: Region, on: str | None) -> Region | None:
    """The town of county `home`, or the division inside a larger `home`, that the label names whole.

    A label may hold several cells (`3/白沙镇`): one of them must be the name, alone.
    """
    cells = [patterns.sub(r"\s", "", cell) for cell in label.split("/")]
    found = [region for cell in cells if (region := _town(cell, home) or _division(cell, home, on))]
    return found[0] if len(found) == 1 else None


def is_place_label(label: str) -> bool:
    """Does the label look like the name of a town (so that not to know it is worth saying)?"""
    return any(TOWN.fullmatch(patterns.sub(r"\s", "", cell)) for cell in label.split("/"))


def _town(cell: str, home: Region) -> Region | None:
    return towns(home.code).get(cell.removesuffix("办事处")) if TOWN.fullmatch(cell) else None


def _division(cell: str, home: Region, on: str | None) -> Region | None:
    if not COUNTY.fullmatch(cell):
        return None
    inside = [
        r for r, is_short in names().get(cell, ()) if not is_short and r.is_valid(on) and _holds(home, r)
    ]
    return inside[0] if len(inside) == 1 else None


def _holds(home: Region, region: Region) -> bool:
    """Does the region lie in `home`, directly or one level down?"""
    return home.code in (region.parent, f"{region.code[:2]}0000")
