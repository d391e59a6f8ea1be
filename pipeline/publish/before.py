"""What was found of notices held against each other in the last run of a large set: of what is as it was, it is not found again."""

from __future__ import annotations

import json
from typing import Any

from pipeline.shelf import Shelf


class Before:
    """`name` is where it lies on the shelf; without a shelf nothing was found before, and nothing is kept.

    Findings are kept under a hash of all they were found of, and as long as each run asks for them again.
    """

    def __init__(self, name: str, shelf: Shelf | None) -> None:
        self._name, self._shelf = name, shelf
        stored = shelf.find(name) if shelf else None
        # Lines are read when they are asked for: as objects they took four times the memory.
        lines = (line.partition(b"\t") for line in stored.splitlines()) if stored else ()
        self._before = {key: said for key, _, said in lines}
        self._found: dict[bytes, bytes] = {}

    def get(self, key: str) -> Any:
        """What was found, as JSON has it; None if it was not looked for."""
        if (known := self._before.get(key.encode())) is None:
            return None
        self._found[key.encode()] = known
        return json.loads(known)

    def put(self, key: str, found: Any) -> None:
        self._found[key.encode()] = json.dumps(found).encode()

    def save(self) -> None:
        """For the next run; where nothing is new it has it already."""
        if self._shelf and self._found.keys() != self._before.keys():
            self._shelf.keep(self._name, b"\n".join(b"%s\t%s" % one for one in self._found.items()))
