"""What a body is called without its region: 发改委 and 发展和改革委员会 are one, 发展改革委."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.bodies import is_collective, suffix_of
from pipeline.language.registers import longest_first
from pipeline.lexicons import records
from pipeline.resolve.regions import Region, full_name

# How the last word of a department is written out in its full name.
FORMS = {"委员会": "委", "委": "委", "局": "局", "厅": "厅", "办公室": "办", "办": "办"}
WRITTEN_OUT = {"委": "委员会", "局": "局", "厅": "厅", "办": "办公室"}


class Body(NamedTuple):
    """A body without its region. `full` and `shown` hold {region}, {name} and {short} where the region goes."""

    key: str
    kind: str
    full: str
    shown: str = "{name}{key}"


def body_of(words: str) -> Body:
    """The body that `words` (a name without region and level) stand for."""
    # 商务厅〔口岸办〕 is the 商务厅 with a second name board.
    bare = patterns.sub(r"[（(〔\[][^（(〔\[）)〕\]]*[）)〕\]]$", "", words)
    if known := bodies().get(bare):
        return known
    if match := _department().fullmatch(bare):
        stem, formal = _stems()[match["stem"]]
        form = FORMS[match["form"]]
        return Body(stem + form, "government", f"{{region}}{formal}{WRITTEN_OUT[form]}")
    if words.startswith("委") and len(words) > 2:
        return Body("党委" + words[1:], "party", f"中共{{region}}{words}", f"{{name}}{words}")
    return Body(words, kind_of(words), "{region}{key}")


def kind_of(name: str) -> str:
    """The kind of a body by the end of its name; `unknown` where no lexicon says."""
    if is_collective(name):
        return "collective"
    bare = patterns.sub(r"[（(〔\[][^（(〔\[）)〕\]]*[）)〕\]]$", "", name)
    suffix = suffix_of(bare)
    return suffix["kind"] if suffix and suffix["strength"] != "none" else "unknown"


def write_out(template: str, region: Region, key: str) -> str:
    """A template of Body with the region put in."""
    return template.format(
        region=full_name(region), name=region.name, short=region.short or region.name, key=key
    )


@cache
def bodies() -> dict[str, Body]:
    """The bodies that each region has one of, by name and alias."""
    return {
        name: Body(row["name"], row["kind"], row["full_name"], row["shown"] or "{name}{key}")
        for row in records("agencies")
        if row["level"] == "any"
        for name in (row["name"], *row["aliases"].split())
    }


@cache
def national() -> dict[str, Body]:
    """The bodies of the nation, by name, alias and full name."""
    return {
        name: Body(row["name"], row["kind"], row["full_name"], row["name"])
        for row in records("agencies")
        if row["level"] == "nation"
        for name in (row["name"], row["full_name"], *row["aliases"].split())
    }


@cache
def _stems() -> dict[str, tuple[str, str]]:
    return {
        name: (row["stem"], row["formal"])
        for row in records("agency_aliases")
        for name in (row["stem"], row["formal"], *row["aliases"].split())
    }


@cache
def _department() -> patterns.Pattern:
    return patterns.compile(rf"(?P<stem>{'|'.join(longest_first(_stems()))})(?P<form>{'|'.join(FORMS)})")
