"""Where the words of a row are at home that may stand in several places and mean the same: 合计, and a dash for a group."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, is_subtotal, is_total
from pipeline.tables.draft import BLANK, Slot
from pipeline.tables.frame import Frame


def label_left(slots: Sequence[Slot], known: Frame) -> tuple[str, ...]:
    """The texts of a row; 合计 under 序号 or under one of the labels beside it is the same."""
    texts = [slot.text for slot in slots]
    first = next((j for j, text in enumerate(texts) if text), 0)
    if 0 < first < known.lead and is_total(texts[first]):
        texts[0], texts[first] = texts[first], ""
    return tuple(texts)


def strangeness(slots: Sequence[Slot], known: Frame) -> int:
    """How far 合计 stands from where whole rows have it; else from the first column, and if not there from where 小计 is: below
    the names of the members, where groups have a column of their own."""
    first = next((j for j, slot in enumerate(slots) if slot), 0)
    word = slots[first].text if slots else ""
    if not is_total(word):
        return 0
    grouped = known.lead - (known.meanings[:1] == ("row_number",)) > 1
    names = known.lead - 1 if grouped else 0
    if word in known.total_places or is_subtotal(word) or not first:
        return abs(first - known.total_places.get(word, names if is_subtotal(word) else 0))
    return 1 + abs(first - next(iter(known.total_places.values()), names))


def at_home(slots: Sequence[Slot], known: Frame) -> tuple[Slot, ...]:
    """A dash alone among the blanks of its group stands at the left edge, where a merged cell has its text."""
    home = list(slots)
    for start, end in known.groups:
        filled = [j for j in range(start, end) if slots[j]]
        if len(filled) == 1 and is_dash(slots[filled[0]].text):
            home[start:end] = [slots[filled[0]], *(BLANK,) * (end - start - 1)]
    return tuple(home)
