"""The sums that a table prints, as equations over the rows that are still to be read.

Figures are whole numbers of the smallest printed unit. Rows that stand as printed are added up once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.addends import addend, adds_up
from pipeline.language.cells import is_dash
from pipeline.tables.draft import Draft, Slot
from pipeline.tables.readings import Reading
from pipeline.tables.relations import tolerance
from pipeline.tables.solver import Puzzle, Vector

Picked = Mapping[int, Reading]


class Equation(NamedTuple):
    """What `rows`, still to be read, must add up to in column `col`, how far rounding lets them differ, and the total."""

    total_row: int
    col: int
    rows: frozenset[int]
    wanted: int
    slack: int
    printed: int = 0


class Equations:
    """The equations of a table whose `open_rows` are still to be read and whose total rows cover `scopes`."""

    def __init__(self, draft: Draft, open_rows: Sequence[int], scopes: Mapping[int, tuple[int, ...]]) -> None:
        self._draft = draft
        self._scopes = scopes
        self._open = frozenset(open_rows)
        self._members = {total: frozenset(rows) for total, rows in scopes.items()}
        paths = draft.paths()
        self._cols = [j for j in range(draft.n_cols) if adds_up(paths[j])]
        texts = (slot.text for i in draft.body() for slot in draft.rows[i].slots)
        self._digits = max((_places(text) for text in texts), default=0)
        self._closed = {rows: self._add_up(rows) for rows in set(scopes.values())}

    def totals(self) -> list[int]:
        """The total rows that are still to be read."""
        return [i for i in self._scopes if i in self._open]

    def of(self, totals: Picked) -> list[Equation]:
        """What the total rows state, those still open read as in `totals`."""
        found: list[Equation] = []
        for i, rows in self._scopes.items():
            slots = totals[i].slots if i in totals else self._draft.rows[i].slots
            found += [e for j in self._cols if j < len(slots) and (e := self._equation(i, j, rows, slots[j]))]
        return found

    def _equation(self, total: int, col: int, rows: tuple[int, ...], printed: Slot) -> Equation | None:
        value = addend(printed.text)
        added, figures, words = self._closed[rows][col]
        mine = self._open & self._members[total]
        if value is None or (words and not figures):
            return None
        return Equation(total, col, mine, self._whole(value) - added, 0, self._whole(value))

    def _add_up(self, rows: Sequence[int]) -> list[tuple[int, bool, bool]]:
        """For each column what its closed rows add up to, and whether they have figures, or words."""
        closed = [self._draft.rows[i] for i in rows if i not in self._open]
        found = []
        for j in range(self._draft.n_cols):
            texts = [text for row in closed if (text := row[j].text) and not is_dash(text)]
            values = [value for text in texts if (value := addend(text)) is not None]
            found.append((self._whole(sum(values, Decimal(0))), bool(values), len(texts) > len(values)))
        return found

    def _whole(self, value: Decimal) -> int:
        return int(value.scaleb(self._digits))

    def vector(self, row: int, reading: Reading, equations: Sequence[Equation]) -> Vector:
        """What a reading of a row adds to each equation."""
        values = [self._whole(addend(slot.text) or Decimal(0)) for slot in reading.slots]
        return tuple(values[e.col] if row in e.rows else 0 for e in equations)

    def change(self, row: int, moved: Reading, equations: Sequence[Equation]) -> Vector:
        """What reading a row otherwise than printed adds to each equation."""
        printed = self._draft.rows[row]
        values = [
            self._whole((addend(slot.text) or Decimal(0)) - (addend(printed[j].text) or Decimal(0)))
            for j, slot in enumerate(moved.slots)
        ]
        return tuple(values[e.col] if row in self._members[e.total_row] else 0 for e in equations)

    def rounded(self, equations: Sequence[Equation], picked: Picked) -> list[Equation]:
        """The same with the slack that rounding explains: half a unit of the last digit for each figure."""
        slacks = [self._slack(e, picked) for e in equations]
        return [
            Equation(e.total_row, e.col, e.rows, e.wanted, slack) for e, slack in zip(equations, slacks, strict=True)
        ]  # fmt: skip

    def _slack(self, equation: Equation, picked: Picked) -> int:
        rows = (*self._scopes[equation.total_row], equation.total_row)
        slots = ((picked[i].slots if i in picked else self._draft.rows[i])[equation.col] for i in rows)
        return self._whole(tolerance([slot.text for slot in slots if addend(slot.text) is not None]))


def to_puzzle(
    equations: Sequence[Equation], sets: Sequence[Sequence[Vector]], ways: Sequence[Sequence[Reading]] = ()
) -> Puzzle:
    """The equations as a puzzle over the vectors of the readings of each row; `ways`: the readings, some likelier."""
    return Puzzle(
        tuple(map(tuple, sets)),
        tuple(e.wanted - e.slack for e in equations),
        tuple(e.wanted + e.slack for e in equations),
        tuple(tuple(reading.weight for reading in found) for found in ways),
    )


def _places(text: str) -> int:
    value = addend(text)
    return max(0, -int(value.as_tuple().exponent)) if value is not None else 0
