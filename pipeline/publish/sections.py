"""Several things in one: a line of JSON with their lengths by name, then each."""

from __future__ import annotations

import json
from collections.abc import Mapping


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
