"""A notice on its way into raw/, and what to look at first once it was read."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.messages import Message, published, say, tell
from pipeline.review.diff_edition import Edition
from pipeline.review.diff_show import words

SIDE = ".toml"
MOST = 10  # Lines of one kind; the rest is counted.
LEAST_SURE = 5  # Facts worth holding against the page in any case.


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a notice came from, as far as the one who adds it says; `fetched` is an ISO date."""

    url: str = ""
    publisher: str = ""
    fetched: str = ""


def put(file: Path, raw: Path, notice_id: str, origin: Origin) -> Path:
    """Copies a notice, a file or a folder, into `raw` with `<notice_id>.toml` beside it; returns where it lies now.

    FileExistsError if `raw` has another notice of that name; the same one again is no fault.
    """
    there = raw / (notice_id if file.is_dir() else f"{notice_id}{file.suffix}")
    others = [
        path for path in raw.glob("*") if path.stem == notice_id and path.suffix != SIDE and path != there
    ]
    if others:
        raise FileExistsError(say("name_taken", folder=str(raw), file=others[0].name))
    if there.exists() and _contents(there) != _contents(file):
        raise FileExistsError(say("file_differs", file=str(there)))
    raw.mkdir(parents=True, exist_ok=True)
    side = raw / f"{notice_id}{SIDE}"
    if not side.exists():
        digest = "" if file.is_dir() else hashlib.sha256(file.read_bytes()).hexdigest()
        said = "".join(_side_lines(origin, digest))
        _write_whole(side, said.encode("utf-8"))
    if not there.exists():
        _copy_whole(file, there)
    return there


def _contents(path: Path) -> dict[str, bytes]:
    """A file's bytes, or those of each file of a folder by its name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {
        one.name if path.is_dir() else "": one.read_bytes() for one in files if not one.name.startswith(".")
    }


def _copy_whole(file: Path, there: Path) -> None:
    if not file.is_dir():
        _write_whole(there, file.read_bytes())
        return
    part = there.with_name(f".adding.{os.getpid()}")
    try:
        shutil.copytree(file, part)
        part.rename(there)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write_whole(path: Path, content: bytes) -> None:
    """All of the file or nothing, whoever stops the writing; OSError as the file system does."""
    part = path.with_name(f".adding.{os.getpid()}")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _side_lines(origin: Origin, digest: str) -> Iterator[str]:
    if origin.url:
        yield f"url = {_quoted(origin.url)}\n"
    if origin.publisher:
        yield f"publisher = {_quoted(origin.publisher)}\n"
    if origin.fetched:
        yield f"fetched = {origin.fetched}\n"
    if digest:  # Of a folder reading makes one of its own.
        yield f'sha256 = "{digest}"\n'


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = "".join(
        f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else {"\\": "\\\\", '"': '\\"'}.get(c, c)
        for c in text
    )
    return f'"{escaped}"'


# --- what to look at first --------------------------------------------------------------------


def first_look(edition: Edition, notice_id: str) -> Iterator[str]:
    """Lines for the one who added it: what could not be read, what does not agree, what nothing claims, what is unsure."""
    rows = {
        table: [row for row in of_table.to_pylist() if _is_of(row, notice_id)]
        for table, of_table in edition.tables.items()
        if table not in ("agencies", "regions", "cells", "clauses")
    }
    facts = [{**row, "table": table} for table in rows if edition.is_fact(table) for row in rows[table]]
    found = {
        say("look_unread"): [
            _said(published(row, "message"), row.get("quote")) for row in rows.get("issues", ())
        ],
        say("look_disagreeing"): [
            _said(published(row, "message") or row["kind"], row.get("quote"))
            for row in rows.get("checks", ())
            if row["status"] == "fail"
        ],
        say("look_unclaimed"): [
            _said(row["text"], None) for row in rows.get("ledger", ()) if row["status"] == "unclaimed"
        ],
        say("look_ambiguous"): [
            _said(row["title"] or row["table_id"], None)
            for row in rows.get("tables", ())
            if row["status"] == "ambiguous"
        ],
        say("look_unsure"): [
            _said(f"{row['table']}, {row['confidence']:.2f}", row["quote"])
            for row in sorted(facts, key=lambda row: (row["confidence"], row["char_start"]))[:LEAST_SURE]
        ],
    }
    yield from _listed(found)


def _is_of(row: Mapping[str, object], notice_id: str) -> bool:
    """Whether a row is of the notice, or of a further one in its file."""
    said = str(row.get("notice_id"))
    return said == notice_id or said.startswith(f"{notice_id}~")


def _listed(found: Mapping[Message, Sequence[str]]) -> Iterator[str]:
    yield tell("look_first")
    for kind, lines in found.items():
        if lines:
            yield tell("look_kind", kind=kind, n=len(lines))
            yield from (f"    {line}" for line in lines[:MOST])
        if len(lines) > MOST:
            yield tell("look_more", n=len(lines) - MOST)


def _said(what: object, quote: object) -> str:
    return words(what, 120) + (f"  「{words(quote)}」" if quote else "")
