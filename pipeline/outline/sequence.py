"""The sequence that points stand in: which number may come next, and under which point it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from pipeline.outline.numbering import Mark

# next: one more than the last of its run. first: 1 of a new run. gap, back, repeat: what the sequence does not say.
Fit = Literal["next", "first", "gap", "back", "repeat"]
# Asked of an open point that ranks below a new one: does its own run go on behind that?
GoesOn = Callable[[Mark], bool]


@dataclass(slots=True)
class Sequence:
    """The points that stand open, outermost first, and the last number of each style so far."""

    open: list[Mark] = field(default_factory=list)
    last: dict[str, Mark] = field(default_factory=dict)
    below: set[tuple[str, str]] = field(default_factory=set)

    def clear(self) -> None:
        """An annex begins: its numbers begin anew."""
        self.open.clear()
        self.last.clear()
        self.below.clear()

    def elder(self, mark: Mark) -> Mark | None:
        """The open point of the same style."""
        return next((m for m in reversed(self.open) if m.style is mark.style), None)

    def fit(self, mark: Mark) -> Fit:
        """What the sequence says of `mark` if it came now; （三） of （一）, （二） is next also below a new 二、."""
        elder, last = self.elder(mark), self.last.get(mark.style.name)
        if mark.over:
            return self._fit_below(mark, last)
        if mark.value in {m.value + 1 for m in (elder, last) if m}:
            return "next"
        if mark.value == 1:
            return "first"
        if elder is None or mark.value > elder.value:
            return "gap"
        return "repeat" if mark.value == elder.value else "back"

    def _fit_below(self, mark: Mark, last: Mark | None) -> Fit:
        """3.2 after 3.1; 3.1 below 3. or where 2.4 was the last."""
        if last and last.over == mark.over:
            if mark.value == last.value + 1:
                return "next"
            return "repeat" if mark.value == last.value else "gap"
        head, _, number = mark.over.rpartition(".")
        stands = any(m.value == int(number) and m.over == head for m in self.open)
        follows = last is None or (
            last.over.isdecimal() and int(number) == int(last.over.rpartition(".")[2]) + 1
        )
        return "first" if mark.value == 1 and (stands or follows) else "gap"

    def rendered(self, mark: Mark, value: int) -> str:
        """How the number `value` is printed where `mark` stands: （三）, 3.2."""
        return f"{mark.over}.{value}" if mark.over else mark.style.render(value)

    def take(self, mark: Mark, goes_on: GoesOn) -> int:
        """Put `mark` into the sequence; gives how many points it stands under.

        A point of an open style closes what is below its elder. One of a new style closes what ranks as deep or
        deeper, but for a run that goes on behind it: （一） stands under 1. where a 2. follows its last （五）, and
        so it does under the 2. then.
        """
        depth = next((i for i in range(len(self.open) - 1, -1, -1) if self.open[i].style is mark.style), None)
        if depth is None:
            depth = len(self.open)
            while depth and self._closes(mark, self.open[depth - 1], goes_on):
                depth -= 1
        if depth and self.open[depth - 1].style.rank >= mark.style.rank:
            self.below.add((mark.style.name, self.open[depth - 1].style.name))
        del self.open[depth:]
        self.open.append(mark)
        self.last[mark.style.name] = mark
        return depth

    def _closes(self, mark: Mark, open_: Mark, goes_on: GoesOn) -> bool:
        stood = mark.value == 1 and (mark.style.name, open_.style.name) in self.below
        return open_.style.rank >= mark.style.rank and not goes_on(open_) and not stood
