"""Rows in which the figures of two cells side by side run together, as where the rule between them was lost.

| 清溪镇 | 248188 | 5 |   →   | 清溪镇 | 248 | 188 | 5 |        | 010 |   →   | 0 | 10 |

Where the one number ends no row says by itself: the sums do.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.cells import number
from pipeline.messages import say
from pipeline.model import Span
from pipeline.tables.draft import Row, Slot
from pipeline.tables.frame import Frame
from pipeline.tables.odd_cells import Odd


def run_together(row: Row, known: Frame) -> Iterator[Odd]:
    """The row with one of its figures as two, wherever it may be cut; as long as the headings, one beside a blank cell."""
    size = len(row.slots)
    if size > known.n_cols:
        return
    for j in range(known.lead, size):
        for one, two in halves(row.slots[j]):
            said = say("cells_printed_as_one", words=row.slots[j].text, n=2)
            if size < known.n_cols:
                yield Row((*row.slots[:j], one, two, *row.slots[j + 1 :]), row.role, row.after_break), said
            elif j + 1 < size and not row.slots[j + 1]:
                yield Row((*row.slots[:j], one, two, *row.slots[j + 2 :]), row.role, row.after_break), said
            elif j > known.lead and not row.slots[j - 1]:
                yield (
                    Row((*row.slots[: j - 1], one, two, *row.slots[j + 1 :]), row.role, row.after_break),
                    said,
                )


def halves(slot: Slot) -> list[tuple[Slot, Slot]]:
    """Two figures that are one behind the other what is printed: 24 and 8, 2 and 48 of 248; 0 and 10 of 010."""
    text = slot.text
    cuts = range(1, len(text)) if text.replace(".", "").isdecimal() else ()
    return [
        (_half(slot, text[:at], first=True), _half(slot, text[at:], first=False))
        for at in cuts
        if is_written(text[:at]) and is_written(text[at:])
    ]


def is_written(text: str) -> bool:
    """A number as people write it: 0, 10, 0.5; not 010."""
    return number(text) is not None and (text[0] != "0" or text[1:2] in ("", "."))


def _half(slot: Slot, text: str, first: bool) -> Slot:
    if len(slot.parts) != 1:
        return Slot(text, slot.parts)
    start, end = slot.parts[0].start, slot.parts[0].end
    return Slot(text, (Span(start, start + len(text)) if first else Span(end - len(text), end),))
