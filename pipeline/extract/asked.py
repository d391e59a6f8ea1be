"""A notice as the key of what is read of it once for all who ask in turn."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Mended


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A notice by identity: the same object asked for again, and none that is merely equal."""

    mended: Mended

    def __hash__(self) -> int:
        return id(self.mended)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self.mended is other.mended
