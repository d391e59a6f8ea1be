"""What a run remembers of files it has seen, so that the next one need not open those that are as they were.

    path → size, times and number of the file, SHA-256 of what it says, and of a file of raw/ its key
    key of a file of raw/ → what was made of it, in a line
    sign of the notices that were published last → what was told of their tables

Git knows its files the same way. A file written in the last moments before it was looked at is not remembered: it may be
written again within the same tick of the clock.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pipeline.shelf import Kept

# Fewer files are looked through every time: only what was told of their tables is remembered.
FEWEST = 64
# Nanoseconds for which a file must have been left alone: the clocks of some file systems tick so slowly.
STILL = 2 * 10**9


# What is remembered of a file that says itself what it is the hash of.
WHOLE = "whole"
# Things that are remembered of a file whose key is known.
_WITH_KEY = 3


class Memory:
    """`kept`: where it lies between runs, None for none; `name`: whose it is."""

    def __init__(self, kept: Kept | None = None, name: str = "") -> None:
        self._kept = kept
        self._key = hashlib.sha256(f"memory of {name}".encode("utf-8", "surrogatepass")).hexdigest()
        self._files: dict[str, list[Any]] = {}
        self._entries: dict[str, list[Any]] = {}
        self._seen: dict[str, list[Any]] = {}
        self._used: dict[str, list[Any]] = {}
        self._last: tuple[str, dict[str, Any]] = ("", {})
        self._now = time.time_ns()
        self._stored = kept.load(self._key) if kept else None
        with contextlib.suppress(ValueError, LookupError, TypeError):
            if self._stored:
                self._files, self._entries, self._last = json.loads(self._stored)

    def digest(self, path: Path) -> str:
        """SHA-256 of a file. OSError if it cannot be read."""
        name, found = str(path), _stat(path)
        sign = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
        known = self._files.get(name)
        if known is None or known[0] != sign:
            known = [sign, file_to_digest(name)]
        if self._now - max(found.st_mtime_ns, found.st_ctime_ns) > STILL:
            self._seen[name] = known[:2]
        return str(known[1])

    def has_seen(self, path: Path) -> bool:
        """Whether the last run looked at it, whatever it said then."""
        return str(path) in self._files

    def checked(self, path: str, is_whole: Callable[[], bool]) -> bool:
        """Whether a file is whole: asked only if it is not as it was when it was found so. OSError if it is not there."""
        found = _stat(path)
        sign = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
        known = self._files.get(path, ())
        if not (known == [sign, WHOLE] or is_whole()):
            return False
        if self._now - max(found.st_mtime_ns, found.st_ctime_ns) > STILL:
            self._seen[path] = [sign, WHOLE]
        return True

    def published(self, path: str) -> str | None:
        """The same of a file that was published, None if it cannot be read: its links come and go with every run.

        It is looked at once: nobody else writes there while a run has its turn.
        """
        if (known := self._seen.get(path)) is not None:
            return str(known[1])
        try:
            found = _stat(path)
            sign = [found.st_size, found.st_mtime_ns, found.st_ino]
            known = self._files.get(path)
            if known is None or known[0] != sign:
                known = [sign, file_to_digest(path)]
        except OSError:
            return None
        self._seen[path] = known
        return str(known[1])

    def learn(self, path: str, digest: str) -> None:
        """What a file that was published just now says; one that was there before is known."""
        if self._seen.get(path, ("", ""))[1] == digest:
            return
        with contextlib.suppress(OSError):
            found = _stat(path)
            self._seen[path] = [[found.st_size, found.st_mtime_ns, found.st_ino], digest]

    def made_of(self, path: Path) -> tuple[str, Sequence[Any]] | None:
        """The key of a file that is as it was, and what was made of it; None where that is not known."""
        name = str(path)
        known = self._files.get(name)
        if known is None or len(known) != _WITH_KEY or (made := self._entries.get(known[2])) is None:
            return None
        found = _stat(name)
        if known[0] != [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]:
            return None
        self._seen[name], self._used[known[2]] = known, made
        return known[2], made

    def keep_key(self, path: Path, key: str) -> None:
        """The key of a file that was looked at just now, where it is remembered."""
        if (known := self._seen.get(str(path))) is not None:
            self._seen[str(path)] = [*known[:2], key]

    def recall(self, key: str) -> Sequence[Any] | None:
        """What was made of a file, as it was kept."""
        if (known := self._entries.get(key)) is not None:
            self._used[key] = known
        return known

    def keep(self, key: str, made: list[Any]) -> None:
        self._used[key] = made

    def last(self, sign: str) -> dict[str, Any] | None:
        """What was told of the tables that were published last, if they were of this sign."""
        known, told = self._last
        return told if known == sign else None

    def keep_last(self, sign: str, told: dict[str, Any]) -> None:
        self._last = sign, told

    def save(self) -> None:
        """For the next run: what this one has seen."""
        many = len(self._used) >= FEWEST
        made = json.dumps([*([self._seen, self._used] if many else [{}, {}]), self._last]).encode()
        if self._kept is not None and (many or self._last[0]) and made != self._stored:
            self._kept.store(self._key, made)


def _stat(path: Path | str) -> os.stat_result:
    return os.stat(path)  # noqa: PTH116  Names come by the ten thousand: a Path costs more than the answer.


def file_to_digest(path: Path | str) -> str:
    """SHA-256 of a file. OSError if it cannot be read."""
    with open(path, "rb") as file:  # noqa: PTH123  As above.
        return hashlib.file_digest(file, "sha256").hexdigest()
