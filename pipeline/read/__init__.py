"""bytes → Document. One module a format, chosen by what the file holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from pipeline.model import Document, Unreadable
from pipeline.read.limits import current_limits
from pipeline.read.signature import bytes_to_format
from pipeline.read.text import bytes_to_text, media_type, text_to_pages

# A notice of 2,000 pages is 3 MB of text (the longest real one seen); thirty times that is no notice.
LARGEST_FILE = 100_000_000


def read(path: Path, notice_id: str, promises: Mapping[str, object]) -> Document:
    """The notice in `path` as an immutable text with its offsets.

    `promises` is what the side file `<notice_id>.toml` says of the notice. Raises Unreadable with
    what is wrong and what to do when the file cannot be opened, is empty, too large, of a format
    that is not read, or holds bytes that are no text.
    """
    content = path_to_bytes(path)
    kind = bytes_to_format(content)
    if kind is not None and kind.reader is None:
        raise Unreadable(f"it is {kind.name}, which this version does not read", kind.remedy)
    if kind is not None and kind.reader is not None:
        from pipeline.read.isolation import isolated

        parts = isolated(kind.reader, content, path.name, current_limits())
        return Document(
            notice_id=notice_id,
            source_file=path.name,
            source_sha256=hashlib.sha256(content).hexdigest(),
            promises=promises,
            **{field.name: getattr(parts, field.name) for field in fields(parts)},
        )
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise Unreadable(
            f"the extension {path.suffix or '(none)'} is not known",
            f"if it is text, rename it to {path.stem}.txt (known: {' '.join(sorted(TEXT_SUFFIXES))})",
        )
    text, encoding = bytes_to_text(content)
    return Document(
        notice_id=notice_id,
        source_file=path.name,
        source_sha256=hashlib.sha256(content).hexdigest(),
        media_type=media_type(text, path.suffix.lower()),
        encoding=encoding,
        text=text,
        pages=text_to_pages(text),
        promises=promises,
    )


TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def path_to_bytes(path: Path) -> bytes:
    """The content of a regular file; Unreadable says why it cannot be had."""
    try:
        if path.is_symlink() and not path.exists():
            raise Unreadable(
                "it is a symbolic link to nothing", "copy the file itself here or remove the link"
            )
        if not path.is_file():
            raise Unreadable("it is not a regular file", "copy the notice itself here")
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise Unreadable(
                f"it has {size:,} bytes, more than the {LARGEST_FILE:,} a notice may have",
                "split it into its notices",
            )
        content = path.read_bytes()
    except PermissionError as error:
        raise Unreadable("it may not be read (permission denied)", "allow it with chmod u+r") from error
    except OSError as error:
        raise Unreadable(f"it cannot be opened ({error.strerror})", "check the file and its disk") from error
    if not content.strip():
        raise Unreadable("it is empty", "fetch the notice again or remove the file")
    return content
