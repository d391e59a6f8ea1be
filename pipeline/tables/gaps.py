"""What each stated sum lacks under some readings of the damaged rows, kept so that asking again is cheap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipeline.language.cells import number
from pipeline.tables.draft import Draft, Slot
from pipeline.tables.readings import Reading
from pipeline.tables.relations import ColumnSum, is_rounded, tolerance


class Gaps:
    """The undamaged rows are added up once; a reading adds its own part. All in Decimals of the printed unit."""

    def __init__(
        self, draft: Draft, options: Mapping[int, Sequence[Reading]], sums: Sequence[ColumnSum]
    ) -> None:
        self.sums = sums
        self._signs = {i: [_sign(i, stated) for stated in sums] for i in options}
        self._parts: dict[int, tuple[Reading, list[Decimal]]] = {}
        self._fixed = [_fixed(draft, stated, options) for stated in sums]
        likeliest = {i: found[0] for i, found in options.items()}
        self._most = [_most(draft, stated, likeliest) for stated in sums]
        pairs = zip(self.of(likeliest), self._most, strict=True)
        self.rounded = is_rounded([(abs(gap), most) for gap, most in pairs])

    def of(self, picked: Mapping[int, Reading]) -> list[Decimal]:
        """For each sum its addends less the stated total."""
        found = list(self._fixed)
        for i, reading in picked.items():
            found = [a + b for a, b in zip(found, self.part(i, reading), strict=True)]
        return found

    def part(self, row: int, reading: Reading) -> list[Decimal]:
        """What a reading of a row adds to each sum."""
        known = self._parts.get(id(reading))
        if known is None:
            signs = self._signs[row]
            values = [_value(reading.slots[s.col]) * sign for s, sign in zip(self.sums, signs, strict=True)]
            known = self._parts[id(reading)] = (
                reading,
                values,
            )  # the reading is kept, so its id stays its own
        return known[1]

    def broken(self, picked: Mapping[int, Reading]) -> list[int]:
        """Indexes of the sums that do not come out."""
        return self.wrong(self.of(picked))

    def wrong(self, gaps: Sequence[Decimal]) -> list[int]:
        return [n for n, gap in enumerate(gaps) if abs(gap) > (self._most[n] if self.rounded else 0)]

    def slack(self, index: int) -> Decimal:
        """How far a sum may be off and still come out."""
        return self._most[index] if self.rounded else Decimal(0)

    def fixed(self, index: int) -> Decimal:
        """What the undamaged rows leave of a sum."""
        return self._fixed[index]


def _sign(row: int, stated: ColumnSum) -> int:
    return -1 if row == stated.total_row else int(row in set(stated.rows))


def _value(slot: Slot) -> Decimal:
    return number(slot.text) or Decimal(0)


def _fixed(draft: Draft, stated: ColumnSum, options: Mapping[int, Sequence[Reading]]) -> Decimal:
    addends = (_value(draft.rows[i][stated.col]) for i in stated.rows if i not in options)
    total = Decimal(0) if stated.total_row in options else _value(draft.rows[stated.total_row][stated.col])
    return sum(addends, Decimal(0)) - total


def _most(draft: Draft, stated: ColumnSum, picked: Mapping[int, Reading]) -> Decimal:
    rows = (*stated.rows, stated.total_row)
    texts = [(picked[i].slots if i in picked else draft.rows[i])[stated.col].text for i in rows]
    return tolerance([text for text in texts if number(text) is not None])
