"""Headings that were printed as one, as 序号镇街 or 2024年2025年, in a cell each."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.headings import heading_words, meaning
from pipeline.tables.draft import Slot

_YEARS = patterns.compile(r"(?:19|20)\d\d年?")
_UNIT = patterns.compile(r"(\p{Han}{2,}[（(]\p{Han}{1,3}[）)])(\p{Han}{2,}.*)")

_Slots = tuple[Slot, ...]


def hides_number(lines: Sequence[_Slots]) -> bool:
    """序号 is no part of another heading: 序号镇街 are two."""
    words = (_headings(slot.text, [])[:1] for line in lines for slot in line)
    return any(meaning(word) == "row_number" for found in words for word in found)


def parted_headings(lines: Sequence[_Slots], width: int) -> list[list[_Slots]]:
    """The lines with headings that were printed as one (序号镇街, 2024年2025年) in a cell each, where a line is short."""
    parted = [_in_cells(line) if len(line) < width else line for line in lines]
    return [parted] if parted != list(lines) else []


def _in_cells(line: _Slots) -> _Slots:
    words = [_headings(slot.text, [other.text for other in line]) for slot in line]
    return tuple(
        part
        for slot, found in zip(line, words, strict=True)
        for part in ([Slot(word, slot.parts) for word in found] or [slot])
    )


def _headings(text: str, line: Sequence[str]) -> list[str]:
    """序号 and 承建镇街 of 序号承建镇街; years; two of which each is a known heading, or one of the line by itself; 床位（张）
    and what follows its unit."""
    if len(years := _YEARS.findall(text)) > 1 and "".join(years) == text:
        return years
    if unit := _UNIT.match(text):
        return [unit[1], unit[2]]
    if text in heading_words():
        return []
    halves = ([text[:at], text[at:]] for at in range(len(text) - 2, 1, -1))
    return next((two for two in halves if all(word in line or meaning(word) for word in two)), [])
