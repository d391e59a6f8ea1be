"""The lines of each column of a table without rules between its rows → which follow one another in one cell.

Lines of a cell are one pitch apart; cells are farther apart where the table leaves room between its rows. A line below one
that had room for its first word begins another cell, or a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.language.cells import is_dash
from pipeline.read.pdf.settings import FILLED, Reach, Setting, Spread, has_room, is_figure, width_of


class Ends(NamedTuple):
    """`is_begun`: the first line begins a row of its own, and no label from above reaches to it; `is_ended`: the last line
    ends one, else the end of the page may cut it; `has_middles`: labels of the table are known to stand in the middle of
    their rows."""

    is_begun: bool = True
    is_ended: bool = True
    has_middles: bool = False


WHOLE = Ends()


@dataclass(frozen=True)
class Runs:
    """The lines of each column between two rules, and which of them are one cell.

    `setting` as of the whole table.
    """

    lines: Sequence[Spread]
    edges: Sequence[float]
    setting: Setting
    ends: Ends = WHOLE

    def own(self, reach: Reach) -> list[int]:
        return own_lines(self.lines, reach)

    def reaches(self) -> list[Reach]:
        return sorted({reach for line in self.lines for reach in line.cells})

    def numbers(self) -> list[int]:
        """The lines with the number of a row."""
        reach = self.setting.serial
        return [i for i, line in enumerate(self.lines) if reach and line.text(reach).isdecimal()]

    def has_room(self, above: int, below: int, reach: Reach) -> bool:
        return has_room(self.lines[above], self.lines[below], reach, self.setting.rooms)

    def is_apart(self, above: int, below: int, reach: Reach) -> bool:
        """Two lines that follow one another in a column are farther apart than lines of one cell."""
        return self.setting.is_apart(self.lines[above], self.lines[below], reach)

    def is_parted(self, above: int, below: int, reach: Reach) -> bool:
        """They are no lines of one cell: they stand apart, or there was room above in a table that leaves none between rows;
        and figures below figures are two."""
        if self.is_apart(above, below, reach):
            return True
        return not self.setting.is_padded and (
            self.has_room(above, below, reach) or self.are_two(above, below, reach)
        )

    def are_two(self, above: int, below: int, reach: Reach) -> bool:
        """Values one below the other: a number alone goes on, where its column has no room for one more figure, or none is
        wider and below it stands nothing but such ends of numbers (`78060` `40799` over `0` `5`)."""
        upper, lower = (self.lines[i].text(reach) for i in (above, below))
        if not (is_figure(upper) and is_figure(lower)):
            return False
        if is_dash(upper) or is_dash(lower) or len(lower) >= len(upper):
            return True
        width = width_of(self.lines[above].cells[reach])
        if width + width / len(upper) > FILLED * (self.edges[sum(reach)] - self.edges[reach[0]]):
            return False
        ends = {at: self.lines[below].text(at) for at in self.lines[below].cells}
        return not all(
            end.isdecimal()
            and len(end) < len(self.lines[above].text(at))
            and width_of(self.lines[above].cells[at])
            > self.setting.widest[at] - width_of(self.lines[below].cells[at]) / 2
            for at, end in ends.items()
        )

    def cells(self, reach: Reach) -> list[list[int]]:
        """The lines of each cell of a column: those that stand apart, or also those above which there was room."""
        found: list[list[int]] = []
        for i in self.own(reach):
            last = found[-1][-1] if found else None
            if last is None or self.is_parted(last, i, reach):
                found.append([])
            found[-1].append(i)
        return found


def own_lines(lines: Sequence[Spread], reach: Reach) -> list[int]:
    return [i for i, line in enumerate(lines) if reach in line.cells]
