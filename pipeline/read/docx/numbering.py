"""Numbers that Word prints but does not write: `一、`, `（一）`, `1.` live in numbering.xml and in styles.

Rules of counting from ECMA-376 part 1, 17.9: lists share the counter of their abstract definition, a
level starts again after any higher one unless `lvlRestart` says otherwise, `startOverride` counts once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.language import patterns
from pipeline.read.docx.numerals import int_to_numeral
from pipeline.read.docx.package import number, value, w

_SLOT = patterns.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and what it prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    gap: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: the definition it shares its counters with, its levels, where it begins anew."""

    definition: str
    levels: Mapping[int, Level]
    begins: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has counted."""

    lists: Mapping[str, NumberedList]
    styles: Mapping[str, tuple[str, int]]
    default_style: str = ""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next_label(self, paragraph: etree._Element) -> str:
        """What Word prints before this paragraph (the next in order), with the blank after it; "" if nothing."""
        list_id, depth = self._place(paragraph.find(w("pPr")))
        numbered = self.lists.get(list_id)
        if numbered is None or depth not in numbered.levels:
            return ""
        counts = self.counts.setdefault(numbered.definition, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            counts.update({deep: begin - 1 for deep, begin in numbered.begins.items()})
        _count(numbered.levels, counts, depth)
        return _print(numbered.levels, counts, depth)

    def _place(self, properties: etree._Element | None) -> tuple[str, int]:
        """(list, level) of a paragraph by its own words or those of its style."""
        style = value(properties, "pStyle") or self.default_style
        by_style = self.styles.get(style, ("", 0))
        list_id = value(properties, "numPr/numId")
        depth = number(properties, "numPr/ilvl")
        if list_id is None:
            return by_style[0], by_style[1] if depth is None else depth
        return list_id, depth or 0


def _count(levels: Mapping[int, Level], counts: dict[int, int], depth: int) -> None:
    for deeper in [d for d in counts if d > depth]:
        level = levels.get(deeper, Level())
        if depth < (deeper if level.restart is None else level.restart):
            del counts[deeper]
    for higher in range(depth):
        counts.setdefault(higher, levels.get(higher, Level()).start)
    counts[depth] = counts.get(depth, levels[depth].start - 1) + 1


def _print(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels[depth]

    def numeral(slot: patterns.Match) -> str:
        place = int(slot[1]) - 1
        name = "decimal" if level.legal else levels.get(place, level).format
        return int_to_numeral(counts.get(place, 0), name)

    if level.format == "bullet":
        return ""
    label = _SLOT.sub(numeral, level.text)
    # After 一、 and （一） the next word follows on; `1.` and `5G` would run into one number.
    return label + (level.gap if label[-1:].isascii() else "")
