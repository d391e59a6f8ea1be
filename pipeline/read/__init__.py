"""bytes → Document. One module a format, chosen by what the file holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from pipeline.language.script import is_traditional, simplified
from pipeline.language.unprinted import prints_nothing
from pipeline.messages import said_of_system, say
from pipeline.model import Document, Grid, Issue, Piece, Unreadable
from pipeline.read.limits import current_limits
from pipeline.read.parts import Parts
from pipeline.read.signature import bytes_to_format
from pipeline.read.text import text_to_parts


def read(path: Path, notice_id: str, promises: Mapping[str, object]) -> Document:
    """The notice in `path` (a file, or a folder of it and its annexes) as an immutable text with its offsets.

    `promises` is what the side file `<notice_id>.toml` says of the notice. Raises Unreadable with
    what is wrong and what to do when the file cannot be opened, is empty, too large, of a format
    that is not read, or holds bytes that are no text.
    """
    parts, sha256 = folder_to_parts(path) if path.is_dir() else file_to_parts(path)
    if prints_nothing(parts.text):
        raise Unreadable(say("blank_file"), say("fetch_or_remove"))
    document = Document(
        notice_id=notice_id,
        source_file=path.name,
        source_sha256=sha256,
        promises=promises,
        **{field.name: getattr(parts, field.name) for field in fields(parts)},
    )
    return in_simplified(document)


def file_to_parts(path: Path) -> tuple[Parts, str]:
    """What one file holds, and its SHA-256. What is no text is read in a process of its own."""
    content = path_to_bytes(path)
    sha256 = hashlib.sha256(content).hexdigest()
    kind = bytes_to_format(content)
    if kind is not None and kind.reader is None:
        raise kind.refusal()
    if kind is not None and kind.reader is not None:
        from pipeline.read.isolation import isolated

        return isolated(kind.reader, content, path.name, current_limits()), sha256
    if path.suffix.lower() in _OF_RECORDS:
        raise Unreadable(say("json_records"), say("save_text_of_json", name=path.stem))
    if path.suffix.lower() not in TEXT_SUFFIXES:
        unknown = say("unknown_extension", suffix=path.suffix) if path.suffix else say("no_extension")
        raise Unreadable(
            unknown, say("rename_to_text", name=path.stem, known=" ".join(sorted(TEXT_SUFFIXES)))
        )
    return text_to_parts(content, path.suffix.lower()), sha256


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
            issues.append(
                Issue("not_read", say("file_not_read", file=path.name, why=reason.message), path.name)
            )
        else:
            files.append((path.name, parts))
            together.update(f"{path.name}\0{sha256}\n".encode())
    if not files:
        reasons = tuple(issue.message for issue in issues)
        why = say("no_part_readable", reasons=reasons) if reasons else say("folder_without_files")
        raise Unreadable(why, say("keep_own_file"))
    return join_parts(files, issues), together.hexdigest()


# Their text is escaped: no character of it stands where it would be read.
_OF_RECORDS = frozenset({".json", ".jsonl"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def path_to_bytes(path: Path) -> bytes:
    """The content of a regular file; Unreadable says why it cannot be had."""
    try:
        if path.is_symlink() and not path.exists():
            raise Unreadable(say("link_to_nothing"), say("copy_file_or_remove"))
        if not path.is_file():
            raise Unreadable(say("not_regular_file"), say("copy_notice"))
        if (size := path.stat().st_size) > (most := current_limits().max_bytes):
            raise Unreadable(say("too_many_bytes", size=size, most=most), say("split_notices"))
        content = path.read_bytes()
    except PermissionError as error:
        raise Unreadable(say("permission_denied"), say("allow_reading")) from error
    except OSError as error:
        raise Unreadable(say("cannot_be_opened", error=said_of_system(error)), say("check_disk")) from error
    if not content.strip():
        raise Unreadable(say("empty_file"), say("fetch_or_remove"))
    return content


def in_simplified(document: Document) -> Document:
    """The document with its text in simplified script and the printed one beside it; one in simplified script as it is."""
    if not is_traditional(document.text):
        return document
    return replace(
        document,
        text=simplified(document.text),
        traditional=document.text,
        grids=tuple(_grid(grid) for grid in document.grids),
    )


def _grid(grid: Grid) -> Grid:
    """A merged cell stays the very same piece in each place it reaches."""
    made: dict[int, Piece] = {}
    return replace(
        grid,
        rows=tuple(
            tuple(made.setdefault(id(p), Piece(simplified(p.text), p.span)) for p in row) for row in grid.rows
        ),
    )
