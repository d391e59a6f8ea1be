"""OLE containers (MS-CFB), in which DOC, WPS and XLS store their streams; only reading, only what is asked.

header → sector table → directory → a stream by its name
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.messages import say
from pipeline.model import Unreadable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # This and above are marks, not sectors.
_ENTRY = 128
_IN_HEADER = 109
_DAMAGED = Unreadable(say("damaged_ole"), say("save_in_word_or_wps"))


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: where it begins, how long it is, whether it lies among the small ones."""

    start: int
    size: int
    small: bool


@dataclass(frozen=True, slots=True)
class Ole:
    """The streams of a container by name; folders inside are not told apart."""

    content: bytes
    sector_size: int
    chains: Sequence[int]
    streams: dict[str, Stream]
    small_chains: Sequence[int]
    small_sectors: bytes

    def read(self, name: str) -> bytes:
        """The bytes of a stream; empty if there is none of that name."""
        stream = self.streams.get(name)
        if stream is None:
            return b""
        if not stream.small:
            return _read_chain(self.content, self.sector_size, self.chains, stream.start)[: stream.size]
        parts = (self.small_sectors[64 * i : 64 * i + 64] for i in _chain(self.small_chains, stream.start))
        return b"".join(parts)[: stream.size]


def open_ole(content: bytes) -> Ole:
    """The container in `content`; Unreadable if its header or its directory is damaged."""
    try:
        return _open(content)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise _DAMAGED from error


def _open(content: bytes) -> Ole:
    shift = struct.unpack_from("<H", content, 30)[0]
    if not content.startswith(MAGIC) or shift not in (9, 12):
        raise _DAMAGED
    size = 1 << shift
    directory_start, _, cutoff, small_start = struct.unpack_from("<4I", content, 48)
    chains = _sector_table(content, size)
    directory = _read_chain(content, size, chains, directory_start)
    entries = list(_entries(directory))
    root = next((stream for name, kind, stream in entries if kind == 5), Stream(_END, 0, False))
    streams = {
        name: Stream(stream.start, stream.size, stream.size < cutoff)
        for name, kind, stream in entries
        if kind == 2
    }
    small = _read_chain(content, size, chains, small_start)
    return Ole(
        content, size, chains, streams, memoryview(small).cast("I") if len(small) % 4 == 0 else (),
        _read_chain(content, size, chains, root.start)[: root.size],
    )  # fmt: skip


def _sector_table(content: bytes, size: int) -> list[int]:
    """Which sector follows each sector."""
    sectors = [s for s in struct.unpack_from(f"<{_IN_HEADER}I", content, 76) if s < _END]
    more = struct.unpack_from("<I", content, 68)[0]
    seen: set[int] = set()
    while more < _END and more not in seen:
        seen.add(more)
        *listed, following = struct.unpack_from(f"<{size // 4}I", content, size * (more + 1))
        sectors += [s for s in listed if s < _END]
        more = following
    table: list[int] = []
    # A table cannot have more sectors than the file, whatever its header says.
    for sector in sectors[: len(content) // size]:
        table += struct.unpack_from(f"<{size // 4}I", content, size * (sector + 1))
    return table


def _entries(directory: bytes) -> Iterator[tuple[str, int, Stream]]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        yield (
            directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le"),
            kind,
            Stream(start, size, False),
        )


def _chain(following: Sequence[int], start: int) -> Iterator[int]:
    """The sectors of a chain; one that comes again ends it (files made to do harm run in circles)."""
    seen: set[int] = set()
    while start < len(following) and start not in seen:
        seen.add(start)
        yield start
        start = following[start]


def _read_chain(content: bytes, size: int, following: Sequence[int], start: int) -> bytes:
    return b"".join(content[size * (i + 1) : size * (i + 2)] for i in _chain(following, start))
