"""Several things in one: a line of JSON with their lengths by name, then each; packed or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from pipeline.publish.packed import codec

# How hard what is found between notices is packed by zlib, which needs not be told how long it was.
LEVEL = 1
# Bytes before what is packed that say how long it was.
_LENGTH = 8


class Packed(Mapping[str, bytes]):
    """Sections that are packed until they are asked for, each by itself."""

    def __init__(self, each: Mapping[str, bytes]) -> None:
        self._each = each

    def __getitem__(self, name: str) -> bytes:
        section = self._each[name]
        length = int.from_bytes(section[:_LENGTH], "little")
        return codec().decompress(section[_LENGTH:], length, asbytes=True)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[str]:
        return iter(self._each)

    def __len__(self) -> int:
        return len(self._each)

    def to_bytes(self) -> bytes:
        return sections_to_bytes(self._each)


def pack(sections: Mapping[str, bytes]) -> Packed:
    several = sections.items()
    return Packed(
        {
            name: len(one).to_bytes(_LENGTH, "little") + codec().compress(one, asbytes=True)
            for name, one in several
        }
    )


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
