"""Divisions of China by code and by name, and which of several of one name a notice means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.lexicons import records, rows, text

NATION = "100000"


class Region(NamedTuple):
    """A division. `valid_from` and `valid_to` (ISO days, or empty) bound the time its code was in force."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    valid_from: str
    valid_to: str
    code_system: str

    def is_valid(self, on: str | None) -> bool:
        """Was the code in force on that ISO day (or in that year, or month)? Yes where no day is known."""
        return not on or ((self.valid_from or on) <= on and on <= (self.valid_to or on))


class Place(NamedTuple):
    """A region read from the head of a text: how many characters name it, and whether by its short name."""

    region: Region
    length: int
    is_short: bool


@cache
def regions() -> dict[str, Region]:
    """Every region of county level and above by code."""
    _, *lines = rows("regions")
    return {line[0]: Region(*line) for line in lines}


@cache
def names() -> dict[str, tuple[tuple[Region, bool], ...]]:
    """name → regions that bear it, each with whether this is its short name."""
    found: dict[str, list[tuple[Region, bool]]] = {}
    for region in regions().values():
        found.setdefault(region.name, []).append((region, False))
        if region.level == "prefecture" and region.name.endswith("自治州"):
            found.setdefault(region.short + "州", []).append((region, False))
        if region.short:
            found.setdefault(region.short, []).append((region, True))
    for row in records("regions_aliases"):
        if row["kind"] == "name":
            # 巴州 is the everyday name of a prefecture, and 巴州区 is never called so.
            found[row["alias"]] = [(regions()[row["code"]], False)]
    return {name: tuple(bearers) for name, bearers in found.items()}


@cache
def letters() -> dict[str, Region]:
    """The one or two characters that stand for a region in a document number: 渝 → 重庆市."""
    return {
        row["alias"]: regions()[row["code"]] for row in records("regions_aliases") if row["kind"] == "letter"
    }


@cache
def towns(county: str) -> dict[str, Region]:
    """The townships of a county by name. Reads only that county's lines of the sorted file."""
    lines = _towns_file()
    found: dict[str, Region] = {}
    start = lines.find(f"\n{county}\t") + 1
    while start and lines.startswith(f"{county}\t", start):
        end = lines.index("\n", start)
        _, code, name, system, *_ = lines[start:end].split("\t")
        code = code if len(code) == 9 else county + code
        found[name] = Region(code, name, "", "township", county, "", "", {"M": "mca", "N": "nbs"}[system])
        start = end + 1
    return found


@cache
def plain_words() -> frozenset[str]:
    """Names of regions that are mostly ordinary words: 城区, 老城区."""
    return frozenset(row["alias"] for row in records("regions_aliases") if row["kind"] == "word")


@cache
def _towns_file() -> str:
    return text("regions_towns")


def load() -> None:
    """Reads what places are called now: processes that are forked afterwards have it."""
    names()
    _towns_file()


@lru_cache(maxsize=4096)
def chain(region: Region) -> tuple[Region, ...]:
    """The region and all above it, smallest first, the nation last."""
    above = regions().get(region.parent)
    return (region, *(chain(above) if above else ()))


def full_name(region: Region) -> str:
    """The name with all above it but the nation: 重庆市江津区."""
    return "".join(r.name for r in reversed(chain(region)) if r.code != NATION) or region.name


def region_of(code: str) -> Region:
    """The region of a code, a township's included. KeyError if there is none."""
    if code in regions():
        return regions()[code]
    counties = (code[:6], code[:4] + "00")
    return next(town for county in counties for town in towns(county).values() if town.code == code)


def place_at(words: str, near: Region | None = None, on: str | None = None) -> Place | None:
    """The region named at the head of `words`, the longest name first, then what lies within it
    (重庆市江津区 → 江津区). None where there is no name, or several regions bear it and `near`,
    the region of the notice, does not tell which."""
    for length in range(min(len(words), 12), 1, -1):
        bearers = names().get(words[:length])
        if bearers:
            break
    else:
        return None
    found = choose(bearers, near, on)
    if found is None:
        return None
    within = _place_within(words[length:], found[0], on)
    return (
        Place(within.region, length + within.length, within.is_short)
        if within
        else Place(found[0], length, found[1])
    )


def _place_within(words: str, above: Region, on: str | None) -> Place | None:
    for length in range(min(len(words), 12), 1, -1):
        inside = [
            b for b in names().get(words[:length], ()) if above in chain(b[0])[1:] and b[0].is_valid(on)
        ]
        if len(inside) == 1:
            deeper = _place_within(words[length:], inside[0][0], on)
            return (
                Place(deeper.region, length + deeper.length, deeper.is_short)
                if deeper
                else Place(inside[0][0], length, inside[0][1])
            )
    return None


def choose(
    bearers: Iterable[tuple[Region, bool]], near: Region | None, on: str | None
) -> tuple[Region, bool] | None:
    """The one bearer of a name that is meant: above or at `near`, else inside it, else beside it, else the only one.

    A short name (江津) says a region only near home, or where it is a province (贵州) or the only prefecture of
    that name: elsewhere it may be any word (和平, 新华).
    """
    valid = [b for b in bearers if b[0].is_valid(on)]
    if near:
        above = chain(near)
        rings = (
            [b for b in valid if b[0] in above],
            [b for b in valid if near in chain(b[0]) and near.code != NATION],
            [b for b in valid if b[0].parent == near.parent],
        )
        for ring in rings:
            full = [b for b in ring if not b[1]] or ring
            if full:
                return full[0] if len(full) == 1 else None
    wide = [b for b in valid if not b[1]] or [b for b in valid if b[0].level in ("province", "prefecture")]
    return wide[0] if len(wide) == 1 else None
