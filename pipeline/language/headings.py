"""What a table column holds, by its heading: the words are data (lexicons/headings.tsv), years and agencies grammar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline import lexicons
from pipeline.language.brackets import without_round
from pipeline.language.cells import heading_unit, year, year_within
from pipeline.language.labels import heading_role
from pipeline.language.units import units

_MAGNITUDES = "百千万亿"
AGENCY_MEANINGS = ("agency", "lead_agency", "support_agency")
_BY_ROLE = {"lead": "lead_agency", "support": "support_agency", "other": "agency", "": ""}


@cache
def heading_words() -> dict[str, str]:
    """Heading word (brackets half-width) → meaning."""
    return {_plain(row[0]): row[1] for row in lexicons.rows("headings")}


def _plain(text: str) -> str:
    return text.replace("（", "(").replace("）", ")")


@cache
def meaning(heading: str) -> str:
    """What a column with this heading holds; "" if no word of the lexicon ends it.

    >>> meaning("承建镇街"), meaning("2025年"), meaning("社区个数(个)"), meaning("某某")
    ('label', 'year_value', 'value', '')
    """
    words = heading_words()
    whole = _plain(heading)
    bare = without_round(whole)
    if year(bare):
        return "year_value"
    for text in (whole, bare):
        if text in words:
            return words[text]
    if agency := agency_meaning(whole) or agency_meaning(bare):
        return agency
    endings = (bare[i:] for i in range(1, len(bare) - 1))
    found = next((words[e] for e in endings if e in words), "")
    return found or ("value" if year_within(bare) else "")


def agency_meaning(heading: str) -> str:
    """Whose column this is by the grammar of labels (牵头处室, 协办单位); "" where it is none of an agency."""
    return _BY_ROLE[heading_role(heading)]


def path_meaning(path: Sequence[str]) -> str:
    """The meaning of a column: of its lowest heading that has one."""
    return next((m for m in map(meaning, reversed(path)) if m), "")


def is_unit(text: str) -> bool:
    """A bare unit of measure, with its magnitude: 张, 万元."""
    return bool(text) and text.lstrip(_MAGNITUDES) in units()


def path_unit(path: Sequence[str]) -> str | None:
    """The unit that the headings of a column name: 个 of 社区养老服务站(个), 张 of 养老床位/张."""
    if len(path) > 1 and is_unit(path[-1]):
        return path[-1]
    return next((unit for unit in map(heading_unit, reversed(path)) if unit), None)


def without_unit_line(path: Sequence[str]) -> tuple[str, ...]:
    """The headings of a column without a unit that stands on a line of its own under them."""
    return tuple(path[:-1]) if len(path) > 1 and is_unit(path[-1]) else tuple(path)
