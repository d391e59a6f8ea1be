"""A table on its way to us: rows as printed, with what is known of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from drawing import fragment

from breakers.truths import Role, Truth
from pipeline.model import Fragment


@dataclass(frozen=True)
class Line:
    """A printed row; `role` is `page` for what belongs to the page; `breaks`: the first row of a page."""

    cells: tuple[str, ...]
    role: Role | Literal["page", "rest"]
    breaks: bool = False


@dataclass(frozen=True)
class Printed:
    lines: tuple[Line, ...]
    kind: Literal["tabs", "lines"] = "tabs"

    def body(self, *roles: str) -> list[int]:
        return [i for i, line in enumerate(self.lines) if line.role in (roles or ("body",))]

    def head(self) -> list[Line]:
        """The heading rows as first printed."""
        first = next(i for i, line in enumerate(self.lines) if line.role != "header")
        return list(self.lines[:first])

    def put(self, at: int, *lines: Line, instead: int = 0) -> Printed:
        return replace(self, lines=(*self.lines[:at], *lines, *self.lines[at + instead :]))

    def with_cells(self, at: int, cells: list[str]) -> Printed:
        return self.put(at, replace(self.lines[at], cells=tuple(cells)), instead=1)

    def fragment(self) -> Fragment:
        breaks = [i for i, line in enumerate(self.lines) if line.breaks]
        return fragment([line.cells for line in self.lines], self.kind, breaks)


# A breaker gives the table broken, or None where it cannot break this one.
Breaker = Callable[[Printed, Random], Printed | None]


def print_truth(truth: Truth) -> Printed:
    """As it stands on one long page, undamaged."""
    return Printed(
        tuple(Line(tuple(row), role) for row, role in zip(truth.printed, truth.roles, strict=True))
    )
