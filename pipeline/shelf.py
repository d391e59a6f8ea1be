"""Where a run lays what it makes until it is published: bytes by key, so that memory does not grow with the notices.

What a cache keeps is asked of it again; what it does not keep lies in memory while it is little, then in a file without
a name, which is gone with the process however that ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol

# Bytes that may lie in memory: some thousand short notices.
MOST_IN_MEMORY = 1 << 26


# Whether a file is whole: what says so is asked unless the file is as it was when that was asked before.
Checked = Callable[[str, Callable[[], bool]], bool]


class Kept(Protocol):
    """A place that outlives the run, and may forget."""

    def load(self, key: str, checked: Checked | None = None) -> bytes | None:
        """What was stored under the key, None if nothing is there now."""

    def store(self, key: str, made: bytes | bytearray) -> bool:
        """Whether it is kept."""


class Lost(LookupError):
    """What had been laid down is no more: somebody emptied the cache meanwhile."""


class Shelf:
    """`kept`: a cache, if there is one. `folder`: where the file of what it does not keep may lie; None: where such files do.
    `checked` remembers which files of the cache were whole."""

    def __init__(
        self, kept: Kept | None = None, folder: Path | None = None, checked: Checked | None = None
    ) -> None:
        self.kept, self._checked = kept, checked
        self._file: IO[bytes] = tempfile.SpooledTemporaryFile(  # noqa: SIM115
            MOST_IN_MEMORY, dir=str(folder) if folder else None
        )
        self._places: dict[str, tuple[IO[bytes], int, int]] = {}
        self._end = 0
        self._last: tuple[str, bytes] = ("", b"")

    def lay(self, key: str, made: bytes) -> None:
        """Lays down what only this run needs."""
        self._file.seek(self._end)
        self._file.write(made)
        self._places[key] = (self._file, self._end, len(made))
        self._end += len(made)

    def keep(self, key: str, made: bytes) -> None:
        """Lays down what another run may need, too."""
        if self.kept is None or not self.kept.store(key, made):
            self.lay(key, made)

    def point(self, key: str, file: IO[bytes], start: int) -> None:
        """Says that it lies in a file, which stays open, from a place on."""
        self._places[key] = (file, start, -1)

    def find(self, key: str, *, once: bool = False) -> bytes | None:
        """What lies under the key; None if nothing does. What is asked for `once` and not by every run is looked through each time,
        and it is not remembered that it was whole: there may be one a notice."""
        if key in self._places:
            return self.take(key, 0, self._places[key][2])
        return self.kept.load(key, None if once else self._checked) if self.kept else None

    def take(self, key: str, start: int, length: int) -> bytes:
        """A part of what lies under the key. Lost where nothing does. Parts of one thing are asked for in turn."""
        if key in self._places:
            file, begin, _ = self._places[key]
            file.seek(begin + start)
            return file.read(length)
        if self._last[0] != key:
            found = self.find(key, once=True)
            if found is None:
                raise Lost(key)
            self._last = (key, found)
        return self._last[1][start : start + length]
