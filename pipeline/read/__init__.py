"""bytes → Document. One module a format, chosen by what the file holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from pipeline.model import Document, Issue, Unreadable
from pipeline.read.limits import current_limits
from pipeline.read.parts import Parts
from pipeline.read.signature import bytes_to_format
from pipeline.read.text import bytes_to_text, media_type, text_to_pages


def read(path: Path, notice_id: str, promises: Mapping[str, object]) -> Document:
    """The notice in `path` (a file, or a folder of it and its annexes) as an immutable text with its offsets.

    `promises` is what the side file `<notice_id>.toml` says of the notice. Raises Unreadable with
    what is wrong and what to do when the file cannot be opened, is empty, too large, of a format
    that is not read, or holds bytes that are no text.
    """
    parts, sha256 = folder_to_parts(path) if path.is_dir() else file_to_parts(path)
    return Document(
        notice_id=notice_id,
        source_file=path.name,
        source_sha256=sha256,
        promises=promises,
        **{field.name: getattr(parts, field.name) for field in fields(parts)},
    )


def file_to_parts(path: Path) -> tuple[Parts, str]:
    """What one file holds, and its SHA-256. What is no text is read in a process of its own."""
    content = path_to_bytes(path)
    sha256 = hashlib.sha256(content).hexdigest()
    kind = bytes_to_format(content)
    if kind is not None and kind.reader is None:
        raise Unreadable(f"it is {kind.name}, which this version does not read", kind.remedy)
    if kind is not None and kind.reader is not None:
        from pipeline.read.isolation import isolated

        return isolated(kind.reader, content, path.name, current_limits()), sha256
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise Unreadable(
            f"the extension {path.suffix or '(none)'} is not known",
            f"if it is text, rename it to {path.stem}.txt (known: {' '.join(sorted(TEXT_SUFFIXES))})",
        )
    text, encoding = bytes_to_text(content)
    kind_of_text = media_type(text, path.suffix.lower())
    return Parts(text, kind_of_text, encoding=encoding, pages=text_to_pages(text)), sha256


def folder_to_parts(folder: Path) -> tuple[Parts, str]:
    """A notice and its annexes, each a file of `folder`, as one, and a SHA-256 of their names and contents.

    A file that cannot be read is an issue of the notice. Unreadable if none can.
    """
    from pipeline.read.several import join_parts

    files: list[tuple[str, Parts]] = []
    issues: list[Issue] = []
    together = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        try:
            parts, sha256 = file_to_parts(path)
        except Unreadable as reason:
            issues.append(Issue("not_read", f"{path.name}: {reason}", path.name))
        else:
            files.append((path.name, parts))
            together.update(f"{path.name}\0{sha256}\n".encode())
    if not files:
        why = "; ".join(issue.message for issue in issues) or "it is a folder without files"
        raise Unreadable(why, "keep the notice's own file in it")
    return join_parts(files, issues), together.hexdigest()


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
        if (size := path.stat().st_size) > (most := current_limits().max_bytes):
            raise Unreadable(
                f"it has {size:,} bytes, more than the {most:,} a notice may have",
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
