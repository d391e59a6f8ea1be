"""Figures parted where a blank stood between thousands: 1 | 267 is 1267, as 1 267 is; 37 | 2 is no number so parted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from pipeline.messages import Message, say
from pipeline.tables.draft import Row, Slot

_THOUSAND = 3  # figures between two blanks
_MOST_PARTED = 8  # places of a row where a number may be parted


def gaps(row: Row, lead: int) -> list[int]:
    """The cells, behind the `lead`ing ones, that may be the last three figures of the cell before: 1 | 267, not 0 | 267."""
    texts = [slot.text for slot in row.slots]
    return [j for j in range(lead + 1, len(texts)) if _begins_number(texts[j - 1]) and _is_thousand(texts[j])]


def closed(row: Row, lead: int, lacking: int) -> Iterator[tuple[Row, Message]]:
    """The row with several numbers in one cell each that blanks parted: as many as it has cells too many, two at the least."""
    found = gaps(row, lead)
    if lacking < 2 or not lacking <= len(found) <= _MOST_PARTED:
        return
    for chosen in combinations(found, lacking):
        slots: list[Slot] = []
        words = []
        for j, slot in enumerate(row.slots):
            if j in chosen:
                before = slots.pop()
                slot = Slot(before.text + slot.text, (*before.parts, *slot.parts))
                words.append(slot.text)
            slots.append(slot)
        yield replace(row, slots=tuple(slots)), say("cell_printed_in_two", words="、".join(words))


def is_parted_elsewhere(row: Row, lead: int, step: Message) -> bool:
    """Two cells are read as one number whose figures no thousands part, in a row where they part others."""
    if step.key != "cell_printed_in_two":
        return False
    words = str(dict(step.fields).get("words", ""))
    told = [row[j - 1].text + row[j].text for j in gaps(row, lead)] if words.isdecimal() else []
    return bool(told) and words not in told


def _begins_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _THOUSAND and text[0] != "0"


def _is_thousand(text: str) -> bool:
    return text.isdecimal() and len(text) == _THOUSAND
