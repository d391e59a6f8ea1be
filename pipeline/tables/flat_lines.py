"""What the lines of a flattened table say, whatever is known of the columns they are laid on: each is asked for once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.language.cells import is_dash, is_nature, is_value, number, year
from pipeline.language.cut_names import split_by_marks
from pipeline.tables.flat_columns import LIMIT, MARK, STOP, CellLine, width
from pipeline.tables.flat_fits import fit_agency, fit_limit

Cell = tuple[int, ...]


class Said(NamedTuple):
    """What a cell of words says: a figure, a dash or a nature (`odd`), a time, a mark before it, a stop behind it, and how many of its
    lines are figures."""

    odd: bool
    limit: bool
    marked: bool
    stopped: bool
    decimals: int


class Lines:
    """Lines, and the cells that they make."""

    def __init__(self, lines: Sequence[CellLine]) -> None:
        self.texts = [line.text for line in lines]
        self.broken = [line.after_break for line in lines]
        self.close = [line.close for line in lines]
        self.spaced = any(self.close)
        self.widths = [width(text) for text in self.texts]
        # By kind of column how well a line goes on in those below, and what the end of a cell costs.
        self.met: dict[object, dict[tuple[int, Cell, float], float]] = defaultdict(dict)
        self.ends: dict[str, dict[Cell, tuple[float, ...]]] = defaultdict(dict)
        self._texts: dict[Cell, str] = {}
        self._said: dict[Cell, Said] = {}
        self._agencies: dict[Cell, float] = {}
        self._limits: dict[Cell, float] = {}
        self._parts: dict[Cell, list[str]] = {}

    @cached_property
    def alien(self) -> list[bool]:
        """Lines that end no list of names: sentences, numbers."""
        return ["。" in text or text.isdecimal() for text in self.texts]

    @cached_property
    def valued(self) -> list[bool]:
        return [is_value(text) for text in self.texts]

    def text(self, cell: Cell) -> str:
        if (text := self._texts.get(cell)) is None:
            text = self._texts[cell] = "".join(map(self.texts.__getitem__, cell))
        return text

    def agency(self, cell: Cell) -> float:
        """How well these lines are names of bodies."""
        if (good := self._agencies.get(cell)) is None:
            alien = any(map(self.alien.__getitem__, cell[1:]))
            good = self._agencies[cell] = -9.0 if alien else fit_agency(self.text(cell))
        return good

    def parts(self, cell: Cell) -> list[str]:
        """The names of these lines, as marks part them."""
        if (parts := self._parts.get(cell)) is None:
            parts = self._parts[cell] = split_by_marks(self.text(cell))
        return parts

    def limit(self, cell: Cell) -> float:
        """How well these lines are a time."""
        if (good := self._limits.get(cell)) is None:
            good = self._limits[cell] = fit_limit(self.text(cell))
        return good

    def said(self, cell: Cell) -> Said:
        if (said := self._said.get(cell)) is None:
            said = self._said[cell] = self._asked(cell)
        return said

    def _asked(self, cell: Cell) -> Said:
        text = self.text(cell)
        return Said(
            odd=is_dash(text) or is_nature(text) or (number(text) is not None and not year(text)),
            limit=bool(LIMIT.fullmatch(text)),
            marked=bool(MARK.match(text)),
            stopped=bool(STOP.search(text)),
            decimals=sum(self.texts[n].isdecimal() for n in cell),
        )
