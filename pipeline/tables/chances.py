"""How likely the other rows of a table make a reading of one."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from pipeline.language.cells import number
from pipeline.tables.draft import Slot
from pipeline.tables.frame import Frame


def chance(slots: Sequence[Slot], known: Frame) -> float:
    """How likely other rows make it that these columns are filled, and with such words or numbers: a logarithm.

    Of `3 | _ | 1` and `3 | 1 | _` that is likelier whose blank stands where other rows have one; words end like
    others of their column.
    """
    found = 0.0
    for slot, texts in zip(slots, known.texts, strict=False):
        rows, blanks = texts.total(), texts[""]
        filled = blanks if not slot.text else rows - blanks
        found += log((filled + 1) / (rows + 2))
        if slot.text:
            words = number(slot.text) is None
            alike = (
                sum(n for text, n in texts.items() if text[-1:] == slot.text[-1:])
                if words
                else texts[slot.text]
            )
            found += log((alike + 1) / (rows - blanks + 20))
    return found
