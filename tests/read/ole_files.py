"""OLE containers, as Word and Excel 97-2003 write them."""

from __future__ import annotations

import struct

from pipeline.read.ole import MAGIC


def ole(*streams: tuple[str, bytes]) -> bytes:
    """An OLE container whose streams (of at least 4,096 bytes each) lie one after the other."""
    size, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    table, body, entries = [0xFFFFFFFD, end], b"", [_entry("Root Entry", 5, end, 0)]
    for name, content in streams:
        content = content.ljust(4096, b"\0")
        content += b"\0" * (-len(content) % size)
        start, count = len(table), len(content) // size
        table += [*range(start + 1, start + count), end]
        entries.append(_entry(name, 2, start, len(content)))
        body += content
    header = MAGIC + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<6I", 1, 0, 0, 4096, end, 0)[4:]
    header = header[:44] + struct.pack("<IIIIIIII", 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    sectors = struct.pack(f"<{size // 4}I", *table, *[free] * (size // 4 - len(table)))
    return header + sectors + b"".join(entries).ljust(size, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    return (
        words.ljust(64, b"\0") + struct.pack("<HB", len(words) + 2, kind) + bytes(49) + struct.pack("<III", start, size, 0)
    )  # fmt: skip
