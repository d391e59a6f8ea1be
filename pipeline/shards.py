"""A data set read in parts: each part by a run of its own, on whatever machine, then merged as if one run had read all.

    extract RAW --shard 0/2 --out PART    what came of the files of this shard, not published yet
    merge PART PART --out OUT             all of it, published

A part is a folder: `part.json` says which shard it is, of which program, and the SHA-256 of `results`, which holds a line
a notice, read or not, an empty line, and then each notice that was read.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.memory import file_to_digest
from pipeline.messages import json_to_message, message_to_json, say
from pipeline.model import BrokenPromise, Issue, Span, Unread
from pipeline.provenance import generation
from pipeline.shelf import Shelf
from pipeline.sources import Sources

if TYPE_CHECKING:
    from pipeline.recalled import Results

NAME, RESULTS = "part.json", "results"
_LIMITS = "NOTICE_LIMITS"


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number`, from 0, of `of` parts. Which part a file is in depends on its name alone."""

    number: int
    of: int

    def holds(self, notice_id: str) -> bool:
        digest = hashlib.sha256(notice_id.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number

    def own(self, sources: Sources, none: Sequence[Unread]) -> tuple[Sources, list[Unread]]:
        """Those of the files of a folder, and of what in it is none, that are in this part."""
        return sources.only(self.holds), [u for u in none if self.holds(u.notice_id)]


def text_to_shard(text: str) -> Shard:
    """`0/2` is the first of two parts. ValueError where it is no such thing."""
    number, _, of = text.partition("/")
    shard = Shard(int(number), int(of))
    if not 0 <= shard.number < shard.of:
        raise ValueError(text)
    return shard


def write_part(results: Results, shard: Shard, part: Path, shelf: Shelf) -> None:
    """Makes `part` the folder of what came of the shard, whole or not at all; the notices lie on the shelf.

    FileExistsError if something lies there that is no part; OSError as the file system does.
    """
    if part.exists() and not (part / NAME).is_file():
        raise FileExistsError(say("part_is_foreign", folder=part.name))
    part.parent.mkdir(parents=True, exist_ok=True)
    new = part.with_name(f".{part.name}.{os.getpid()}")
    new.mkdir()
    try:
        with (new / RESULTS).open("wb") as file:
            file.write(b"".join(_heads(results)))
            file.writelines(shelf.take(one.entry, one.start, one.length) for one in results.notices)
        digest = file_to_digest(new / RESULTS)
        limits = sorted(os.environ.get(_LIMITS, "").replace(",", " ").split())
        said = {
            "shard": [shard.number, shard.of],
            "program": generation(),
            "limits": limits,
            "sha256": digest,
        }
        (new / NAME).write_text(json.dumps(said) + "\n", "utf-8")
        shutil.rmtree(part, ignore_errors=True)
        new.rename(part)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def read_parts(parts: Sequence[Path], shelf: Shelf) -> Results:
    """What came of every file, in all parts together; the notices stay where they are, and the shelf knows where.

    BrokenPromise for a part that is none, was changed or is of another program, and where they are not all the parts
    of one whole or were not read within the same limits.
    """
    from pipeline.publish.stored import Roll
    from pipeline.recalled import Results

    found = [(part, *_read(part)) for part in parts]
    if len({limits for _, _, limits in found}) > 1:
        said = tuple(f"{part.name} {limits}" for part, _, limits in found)
        raise BrokenPromise(say("parts_of_other_limits", variable=_LIMITS, parts=said))
    counted = Counter(shard for _, shard, _ in found)
    of = max(shard.of for shard in counted)
    if counted != Counter(Shard(number, of) for number in range(of)):
        names = tuple(
            f"{shard.number}/{shard.of}" for shard in sorted(counted, key=lambda s: (s.of, s.number))
        )
        raise BrokenPromise(say("parts_not_whole", parts=names, of=of))
    results = Results(Roll(), [])
    for part in parts:
        _add_part(part, shelf, results)
    return results


def _read(part: Path) -> tuple[Shard, str]:
    """Which shard a part is, and the limits it was read within."""
    try:
        said = json.loads((part / NAME).read_text("utf-8"))
        shard, program, limits = Shard(*said["shard"]), said["program"], " ".join(said["limits"])
        is_whole = file_to_digest(part / RESULTS) == said["sha256"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise BrokenPromise(say("part_unreadable", folder=str(part))) from error
    if not is_whole:
        raise BrokenPromise(say("part_unreadable", folder=str(part)))
    if program != generation():
        raise BrokenPromise(say("part_of_other_program", folder=str(part)))
    return shard, limits


def _heads(results: Results) -> Iterator[bytes]:
    """A line a notice: what came of it, of one that was not read as JSON, and of one that was where behind these lines it stands."""
    from pipeline.publish.stored import stored_to_line

    for unread in results.unread:
        yield json.dumps(_unread_to_json(unread)).encode() + b"\n"
    at = 0
    for one in results.notices:
        yield stored_to_line(replace(one, start=at)) + b"\n"
        at += one.length
    yield b"\n"


def _add_part(part: Path, shelf: Shelf, results: Results) -> None:
    from pipeline.publish.stored import line_to_stored

    file, key, start = (part / RESULTS).open("rb"), f"part {part}", 1
    while len(line := file.readline()) > 1:
        start += len(line)
        is_read = b"\0" in line
        results.add(
            replace(line_to_stored(line), entry=key) if is_read else _json_to_unread(json.loads(line))
        )
    shelf.point(key, file, start)


def _unread_to_json(unread: Unread) -> dict[str, Any]:
    issue = unread.issue
    return {
        "unread": [unread.notice_id, unread.source_file],
        "kind": issue.kind,
        "message": message_to_json(issue.message),
        "where": issue.where,
        "span": [issue.span.start, issue.span.end] if issue.span else None,
    }


def _json_to_unread(said: Mapping[str, Any]) -> Unread:
    span = Span(*said["span"]) if said["span"] else None
    kind, message = said["kind"], json_to_message(said["message"])
    issue = Issue(kind, message, said["where"], span)
    notice_id, source_file = said["unread"]
    return Unread(notice_id, source_file, issue)
