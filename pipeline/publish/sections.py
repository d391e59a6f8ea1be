"""Several things in one: a line of JSON with their lengths by name, then each."""

from __future__ import annotations

import json
from collections.abc import Mapping


def sections_to_bytes(sections: Mapping[str, bytes]) -> bytes:
    lengths = {name: len(section) for name, section in sections.items()}
    return json.dumps(lengths).encode() + b"\n" + b"".join(sections.values())


def bytes_to_sections(stored: bytes) -> dict[str, bytes]:
    """The inverse. ValueError where it is none."""
    head, _, body = stored.partition(b"\n")
    sections, at = {}, 0
    for name, length in json.loads(head).items():
        sections[name] = body[at : at + length]
        at += length
    return sections
