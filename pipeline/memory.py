"""What a run remembers of files it has seen, so that the next one need not open those that are as they were.

    path → size, times and number of the file, SHA-256 of what it says; of a file of raw/ a line with what was made of it
    key of a file of raw/ with something beside it → the same line
    sign of the notices that were published last → what was told of their tables

Git knows its files the same way. A file written in the last moments before it was looked at is not remembered: it may be
written again within the same tick of the clock. Of a hundred thousand files every object counts: each is one piece of bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import Struct
from typing import Any

from pipeline.shelf import Kept

# Fewer files are looked through every time: only what was told of their tables is remembered.
FEWEST = 64
# Nanoseconds for which a file must have been left alone: the clocks of some file systems tick so slowly.
STILL = 2 * 10**9

# Size, times and number of a file; behind them its SHA-256, and then the line.
_SIGN = Struct("<QqqQ")
_HEAD = _SIGN.size + hashlib.sha256().digest_size
# Instead of the hash of a file that says itself what it is the hash of; what stands before a line of no file.
_WHOLE, _NO_FILE = bytes(_HEAD - _SIGN.size), bytes(_HEAD)
# Before each piece: what it is found by, and how long it is.
_PIECE = Struct("<8sI")


class Memory:
    """`kept`: where it lies between runs, None for none; `name`: what it is of."""

    def __init__(self, kept: Kept | None = None, name: str = "") -> None:
        self._kept = kept
        self._key = hashlib.sha256(f"memory of {name}".encode("utf-8", "surrogatepass")).hexdigest()
        self._files: dict[bytes, bytes] = {}
        self._seen: dict[bytes, bytes] = {}
        self._last: tuple[str, dict[str, Any]] = ("", {})
        # What `standing` found in the folder it is of, once it was looked for.
        self.strange: tuple[str, ...] | None = None
        self._now = time.time_ns()
        stored = kept.load(self._key) if kept else None
        self._digest = hashlib.sha256(stored).digest() if stored else b""
        with contextlib.suppress(ValueError, LookupError, TypeError):
            if stored:
                head, _, _ = stored.partition(b"\n")
                self._last = tuple(json.loads(head))
                self._files = dict(_pieces(stored, len(head) + 1))

    def digest(self, path: Path) -> str:
        """SHA-256 of a file. OSError if it cannot be read."""
        name, found = str(path), _stat(path)
        sign, key = _sign(found), _name_to_key(name)
        known = self._files.get(key, b"")
        if known[: _SIGN.size] != sign:
            digest = bytes.fromhex(file_to_digest(name))
            # Of the same bytes the same was made.
            known = sign + digest + (known[_HEAD:] if known[_SIGN.size : _HEAD] == digest else b"")
        self._see(key, known, found)
        return known[_SIGN.size : _HEAD].hex()

    def has_seen(self, path: str) -> bool:
        """Whether the last run looked at it, whatever it said then."""
        return _name_to_key(path) in self._files

    def checked(self, path: str, is_whole: Callable[[], bool]) -> bool:
        """Whether a file is whole: asked only if it is not as it was when it was found so. OSError if it is not there."""
        found = _stat(path)
        known, key = _sign(found) + _WHOLE, _name_to_key(path)
        if not (self._files.get(key) == known or is_whole()):
            return False
        self._see(key, known, found)
        return True

    def published(self, path: str) -> str | None:
        """The same of a file that was published, None if it cannot be read: its links come and go with every run.

        It is looked at once: nobody else writes there while a run has its turn.
        """
        key = _name_to_key(path)
        if (known := self._seen.get(key)) is None:
            try:
                sign = _sign(_stat(path), linked=True)
                known = self._files.get(key, b"")
                if known[: _SIGN.size] != sign:
                    known = sign + bytes.fromhex(file_to_digest(path))
            except OSError:
                return None
            self._seen[key] = known
        return known[_SIGN.size : _HEAD].hex()

    def learn(self, path: str, digest: str) -> None:
        """What a file that was published just now says; one that was there before is known."""
        key, said = _name_to_key(path), bytes.fromhex(digest)
        if self._seen.get(key, b"")[_SIGN.size : _HEAD] == said:
            return
        with contextlib.suppress(OSError):
            self._seen[key] = _sign(_stat(path), linked=True) + said

    def made_of(self, path: str) -> bytes | None:
        """What was made of a file with nothing beside it that is as it was; None where that is not known."""
        key = _name_to_key(path)
        known = self._files.get(key, b"")
        if len(known) <= _HEAD or not known.startswith(_sign(_stat(path))):
            return None
        self._seen[key] = known
        return known[_HEAD:]

    def recall(self, path: Path | None, key: str) -> bytes | None:
        """What was made of a file that was looked at just now and says what it said, or else of what has this key."""
        known = self._seen.get(_name_to_key(str(path)), b"") if path else b""
        if len(known) <= _HEAD and (known := self._files.get(_name_to_key(key), b"")):
            self._seen[_name_to_key(key)] = known
        return known[_HEAD:] or None

    def keep(self, path: Path | None, key: str, made: bytes) -> None:
        """Keeps what was made of a file that was looked at just now, where it is remembered, else of what has this key."""
        name = _name_to_key(str(path)) if path else b""
        if (known := self._seen.get(name)) is not None:
            self._seen[name] = known[:_HEAD] + made
        else:
            self._seen[_name_to_key(key)] = _NO_FILE + made

    def last(self, sign: str) -> dict[str, Any] | None:
        """What was told of the tables that were published last, if they were of this sign."""
        known, told = self._last
        return told if known == sign else None

    def keep_last(self, sign: str, told: dict[str, Any]) -> None:
        self._last = sign, told

    def save(self) -> None:
        """For the next run: what this one has seen. It is of no more use for this one."""
        many = len(self._seen) >= FEWEST
        if self._kept is not None and (many or self._last[0]):
            made = bytearray(json.dumps(self._last).encode() + b"\n")
            for told in _told(self._seen) if many else ():
                made += told
            if hashlib.sha256(made).digest() != self._digest:
                self._kept.store(self._key, made)
        self._files, self._seen = {}, {}

    def _see(self, key: bytes, known: bytes, found: os.stat_result) -> None:
        """Remembers what is known of a file, if it has been left alone."""
        if self._now - max(found.st_mtime_ns, found.st_ctime_ns) > STILL:
            self._seen[key] = known


def _told(files: dict[bytes, bytes]) -> Iterator[bytes]:
    """Each piece, which the files lose with it: of a hundred thousand both would take twice the memory."""
    for key in list(files):
        known = files.pop(key)
        yield _PIECE.pack(key, len(known))
        yield known


def _pieces(stored: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    """The inverse, from a place on."""
    while at < len(stored):
        key, length = _PIECE.unpack_from(stored, at)
        at += _PIECE.size + length
        yield key, stored[at - length : at]


def _name_to_key(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _sign(found: os.stat_result, *, linked: bool = False) -> bytes:
    """What tells a file from the same one written again; `linked`: whether its links come and go."""
    changed = 0 if linked else found.st_ctime_ns
    return _SIGN.pack(found.st_size, found.st_mtime_ns, changed, found.st_ino)


def _stat(path: Path | str) -> os.stat_result:
    return os.stat(path)  # noqa: PTH116  Names come by the ten thousand: a Path costs more than the answer.


def file_to_digest(path: Path | str) -> str:
    """SHA-256 of a file. OSError if it cannot be read."""
    with open(path, "rb") as file:  # noqa: PTH123  As above.
        return hashlib.file_digest(file, "sha256").hexdigest()
