"""Several things in one: a line of JSON with their lengths by name, then each; packed or not."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping

# How hard it is packed: what notices say of bodies and places takes a fifth of its length.
LEVEL = 1


class Packed(Mapping[str, bytes]):
    """Sections that are packed until they are asked for, each by itself."""

    def __init__(self, each: Mapping[str, bytes]) -> None:
        self._each = each

    def __getitem__(self, name: str) -> bytes:
        return zlib.decompress(self._each[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._each)

    def __len__(self) -> int:
        return len(self._each)

    def to_bytes(self) -> bytes:
        return sections_to_bytes(self._each)


def pack(sections: Mapping[str, bytes]) -> Packed:
    return Packed({name: zlib.compress(section, LEVEL) for name, section in sections.items()})


def sections_to_bytes(sections: Mapping[str, bytes]) -> bytes:
    lengths = {name: len(section) for name, section in sections.items()}
    return json.dumps(lengths).encode() + b"\n" + b"".join(sections.values())


def bytes_to_sections(stored: bytes) -> dict[str, bytes]:
    """The inverse. ValueError where it is none."""
    return {name: bytes(view) for name, view in bytes_to_views(stored).items()}


def bytes_to_views(stored: bytes) -> dict[str, memoryview]:
    """The same where they lie: of two hundred megabytes of tables no copy is made."""
    at = stored.index(b"\n") + 1
    sections, whole = dict[str, memoryview](), memoryview(stored)
    for name, length in json.loads(stored[:at]).items():
        sections[name] = whole[at : at + length]
        at += length
    return sections
