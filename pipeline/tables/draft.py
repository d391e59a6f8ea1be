"""A table in the making: rows of slots, some of them covered by a neighbour.

A draft is immutable. Each step of the mending takes one and gives one back, the very same object
when there was nothing to do, with a Repair for each change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.language.cells import squeeze
from pipeline.model import CellRole, Doubt, Issue, Piece, Repair, Span

Merged = Literal["", "left", "up"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the grid. `merged` says that the cell on the left or above reaches over it; `lines` are those it was
    printed in, if there are several."""

    text: str = ""
    parts: tuple[Span, ...] = ()
    merged: Merged = ""
    lines: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def printed_lines(self) -> list[str]:
        """The lines of the text, as far as it is still as it was printed."""
        return list(self.lines) if self.lines and "".join(self.lines) == self.text else self.text.split("\n")


BLANK = Slot()
LEFT = Slot(merged="left")
UP = Slot(merged="up")


@dataclass(frozen=True, slots=True)
class Row:
    """Slots from left to right; `after_break` marks the first row printed on a new page; `doubt` as in Cell."""

    slots: tuple[Slot, ...]
    role: CellRole = "body"
    after_break: bool = False
    doubt: Doubt = ""

    def __getitem__(self, col: int) -> Slot:
        try:
            return self.slots[col]
        except IndexError:
            return BLANK

    def filled(self) -> list[int]:
        """The columns that have text."""
        return [j for j, slot in enumerate(self.slots) if slot.text]

    def span(self) -> Span | None:
        parts = [part for slot in self.slots for part in slot.parts]
        return Span(min(p.start for p in parts), max(p.end for p in parts)) if parts else None

    def printed(self) -> str:
        """The row as a reader of a repair wants to see it."""
        return " | ".join(slot.text for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Draft:
    """Rows of slots; the first `header_rows` of them are headings (or a caption before these).

    `unique`: no row was laid out by anything but the one reading that its printed sums leave.
    `loose`: rows stand as they were printed because nothing says how to lay them.
    `guessed`: cells were told apart by what they are like; serial numbers that run on prove nothing about them.
    `lost_blanks` as in Fragment. `unheaded`: columns whose headings can be laid otherwise too.
    """

    rows: tuple[Row, ...]
    n_cols: int
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()
    caption: str = ""
    ambiguous: bool = False
    loose: bool = False
    unique: bool = True
    guessed: bool = False
    lost_blanks: bool = False
    unheaded: frozenset[int] = frozenset()

    @property
    def header_rows(self) -> int:
        return sum(row.role == "header" for row in self.rows)

    def body(self) -> list[int]:
        """Indexes of the rows below the headings that carry values, total rows included."""
        return [i for i, row in enumerate(self.rows) if row.role in ("body", "total")]

    def with_rows(self, rows: Iterable[Row], *repairs: Repair) -> Draft:
        return replace(self, rows=tuple(rows), repairs=self.repairs + repairs)

    def resolved(self, row: int, col: int) -> str:
        """Text of the cell that covers a place, also where it is printed to the left or above."""
        while True:
            slot = self.rows[row][col]
            if slot.merged == "left" and col:
                col -= 1
            elif slot.merged == "up" and row:
                row -= 1
            else:
                return slot.text

    def paths(self) -> list[tuple[str, ...]]:
        """The headings above each column from top to bottom."""
        heads = [i for i, row in enumerate(self.rows) if row.role == "header"]
        columns = ([self.resolved(i, j) for i in heads] for j in range(self.n_cols))
        return [tuple(dict.fromkeys(text for text in column if text)) for column in columns]

    def groups(self) -> list[tuple[int, int]]:
        """Columns [start, end) under one spanning heading, or one that is printed over each, the narrowest such groups."""
        heads = [i for i, row in enumerate(self.rows) if row.role == "header"]
        found: list[tuple[int, int]] = []
        for n in reversed(range(len(heads))):
            printed = runs(self.rows[heads[n]], self.n_cols)
            for start, end in printed if n + 1 == len(heads) else self._joined(printed, heads[: n + 1]):
                if end - start > 1 and not any(s < end and start < e for s, e in found):
                    found.append((start, end))
        return sorted(found)

    def _joined(self, printed: Iterable[tuple[int, int]], lines: Sequence[int]) -> list[tuple[int, int]]:
        """The runs of a line of headings, those side by side as one that have the same words there and above: 路灯 | 路灯."""
        found: list[tuple[int, int]] = []
        for start, end in printed:
            above = [self.resolved(i, start) for i in lines]
            if found and above[-1] and above == [self.resolved(i, found[-1][0]) for i in lines]:
                start = found.pop()[0]
            found.append((start, end))
        return found


def runs(row: Row, n_cols: int) -> list[tuple[int, int]]:
    """The columns [start, end) that each heading of a line spans."""
    starts = [j for j, slot in enumerate(row.slots[:n_cols]) if slot.merged != "left"]
    starts += range(len(row.slots), n_cols)
    return list(zip(starts, [*starts[1:], n_cols], strict=True))


def slot(text: str, parts: Sequence[Span]) -> Slot:
    """A slot from printed text; an empty one has no parts."""
    clean = squeeze(text)
    lines = tuple(filter(None, map(squeeze, text.split("\n")))) if "\n" in text else ()
    return Slot(clean, tuple(parts), lines=lines if len(lines) > 1 else ()) if clean else BLANK


def joined(held: Slot, above: Piece, piece: Piece) -> Slot:
    """A cell with a further line of it."""
    if not piece.text:
        return held
    text = "\n".join(held.printed_lines()) + above.text[len(above.text.rstrip()) :] + piece.text
    return slot(text, (*held.parts, piece.span))
