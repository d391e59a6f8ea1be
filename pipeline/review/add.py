"""A notice on its way into raw/, and what to look at first once it was read."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.messages import Message, published, say, tell
from pipeline.review.diff_edition import Edition
from pipeline.review.diff_show import words
from pipeline.review.gain import LOOKS, Look, looks
from pipeline.whole import part, remove, sweep
from pipeline.wording import table_word, value_word

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

    FileExistsError if `raw` has another notice of that name; the same one again is no fault. OSError for what is no file.
    """
    if file.exists() and (strange := _no_file(file)):
        raise OSError(say("error_of_file", why=say("not_regular_file"), file=str(strange)))
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


def _no_file(path: Path) -> Path | None:
    """What at that path, or in that folder, is neither a file nor a folder: a pipe, a device, a link to nothing."""
    return next((one for one in (path, *path.rglob("*")) if not (one.is_file() or one.is_dir())), None)


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
    new = part(there)
    sweep(there.parent)
    try:
        shutil.copytree(file, new)
        new.rename(there)
    finally:
        remove(new)


def _write_whole(path: Path, content: bytes) -> None:
    """All of the file or nothing, whoever stops the writing; OSError as the file system does."""
    new = part(path)
    sweep(path.parent)
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


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
    """Lines for the one who added it, what a look is expected to put right first: what does not agree, can be read in two
    ways, nothing claims, was not understood, is unsure."""
    added = _Added(edition, notice_id)
    found: dict[str, list[str]] = {kind: [] for kind in LOOKS}
    for look in looks(added):
        found[look.kind].append(_look_line(look))
    found["unsure"] = found["unsure"][:LEAST_SURE]
    yield from _listed({WHY[kind]: lines for kind, lines in found.items()})


# Why a row is worth a look.
WHY: Mapping[str, Message] = {
    "failed": say("look_disagreeing"),
    "ambiguous": say("look_ambiguous"),
    "bound": say("look_bound"),
    "issue": say("look_unread"),
    "undecided": say("look_undecided"),
    "unclaimed": say("look_unclaimed"),
    "unsure": say("look_unsure"),
}


@dataclass(frozen=True, slots=True)
class _Added:
    """The rows of a notice, and of further ones in its file, as an edition has them."""

    edition: Edition
    notice_id: str

    @property
    def text(self) -> str:
        return "".join(str(row["text"] or "") for row in self.rows("texts"))

    @property
    def fact_tables(self) -> Sequence[str]:
        return [table for table in self.edition.tables if self.edition.is_fact(table)]

    def rows(self, table: str) -> Sequence[Mapping[str, Any]]:
        return [row for row in self.edition.rows_near(table, self.notice_id) if _is_of(row, self.notice_id)]


def _look_line(look: Look) -> str:
    row = look.row
    if look.kind == "unsure":
        sure = tell("sure_of_table", table=table_word(look.table), confidence=row["confidence"])
        return _said(sure, row["quote"])
    if look.table in ("checks", "issues"):
        return _said(
            published(row, "message") or value_word(look.table, "kind", row["kind"]), row.get("quote")
        )
    return _said(row.get("text") or row.get("title") or row.get("table_id"), None)


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
