"""A number of a sentence that is a target, with the words it binds."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language.quantity import Quantity
from pipeline.language.tokens import Token

#: Rows of how long it may take to deal with something.
HANDLING = frozenset({"handled", "decided", "done within", "each handled"})


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that is a target: the row that said so, the words it binds, where it starts from.

    `at` is its token in the sentence; `place` of `many` in a list said 分别; `again`: one more measure of what was counted.
    """

    quantity: Quantity
    at: int
    row: str
    noun: tuple[Token, ...] = ()
    way: tuple[Token, ...] = ()
    base: tuple[Token, ...] = ()
    verb: tuple[Token, ...] = ()
    late: tuple[Token, ...] = ()
    of: tuple[Token, ...] = ()
    start: Quantity | None = None
    place: int = 0
    many: int = 1
    again: bool = False
