"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format known by the bytes a file of it begins with."""

    name: str
    magic: bytes
    remedy: str


_AS_TEXT = "save its text as .txt or .md and put that here"

FORMATS = (
    Format("a PDF", b"%PDF-", _AS_TEXT),
    Format("a ZIP container (DOCX, XLSX, OFD or ZIP)", b"PK\x03\x04", _AS_TEXT),
    Format("an OLE container (DOC, WPS or XLS)", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _AS_TEXT),
    Format("an RTF document", b"{\\rtf", _AS_TEXT),
    Format("a PNG image", b"\x89PNG\r\n\x1a\n", "run character recognition on it first"),
    Format("a JPEG image", b"\xff\xd8\xff", "run character recognition on it first"),
    Format("a TIFF image", b"II*\x00", "run character recognition on it first"),
    Format("a TIFF image", b"MM\x00*", "run character recognition on it first"),
    Format("a gzip archive", b"\x1f\x8b", "unpack it"),
    Format("a RAR archive", b"Rar!\x1a\x07", "unpack it"),
    Format("a 7-Zip archive", b"7z\xbc\xaf\x27\x1c", "unpack it"),
    Format("a program", b"\x7fELF", "remove it: it is no notice"),
    Format("a program", b"MZ\x90\x00", "remove it: it is no notice"),
)


def bytes_to_format(content: bytes) -> Format | None:
    """The container or image the bytes begin as, or None for what may be text.

    Some sites put a few blank bytes before `%PDF-`; the PDF standard allows up to 1,024.
    """
    head = content[:1024].lstrip()
    return next((f for f in FORMATS if content.startswith(f.magic) or head.startswith(f.magic)), None)
