"""A data set read in parts: each part by a run of its own, on whatever machine, then merged as if one run had read all.

    extract RAW --shard 0/2 --out PART    what came of the files of this shard, not published yet
    merge PART PART --out OUT             all of it, published

A part is a folder: `part.json` says which shard it is, of which program, and the SHA-256 of `results`, which holds a line
of JSON with the lengths of what follows and then each notice, read or not.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.messages import json_to_message, message_to_json, say
from pipeline.model import BrokenPromise, Issue, Span, Unread
from pipeline.provenance import generation
from pipeline.sources import Source

if TYPE_CHECKING:
    from pipeline.recalled import Result

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

    def own(self, sources: Sequence[Source], none: Sequence[Unread]) -> tuple[list[Source], list[Unread]]:
        """Those of the files of a folder, and of what in it is none, that are in this part."""
        return [s for s in sources if self.holds(s.notice_id)], [u for u in none if self.holds(u.notice_id)]


def text_to_shard(text: str) -> Shard:
    """`0/2` is the first of two parts. ValueError where it is no such thing."""
    number, _, of = text.partition("/")
    shard = Shard(int(number), int(of))
    if not 0 <= shard.number < shard.of:
        raise ValueError(text)
    return shard


def write_part(results: Sequence[Result], shard: Shard, part: Path) -> None:
    """Makes `part` the folder of what came of the shard, whole or not at all.

    FileExistsError if something lies there that is no part; OSError as the file system does.
    """
    if part.exists() and not (part / NAME).is_file():
        raise FileExistsError(say("part_is_foreign", folder=part.name))
    stored = [_result_to_bytes(one) for one in results]
    body = json.dumps([len(one) for one in stored]).encode() + b"\n" + b"".join(stored)
    said = {
        "shard": [shard.number, shard.of],
        "program": generation(),
        "limits": sorted(os.environ.get(_LIMITS, "").replace(",", " ").split()),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    part.parent.mkdir(parents=True, exist_ok=True)
    new = part.with_name(f".{part.name}.{os.getpid()}")
    new.mkdir()
    try:
        (new / RESULTS).write_bytes(body)
        (new / NAME).write_text(json.dumps(said) + "\n", "utf-8")
        shutil.rmtree(part, ignore_errors=True)
        new.rename(part)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def read_parts(parts: Sequence[Path]) -> list[Result]:
    """What came of every file, in all parts together.

    BrokenPromise for a part that is none, was changed or is of another program, and where they are not all the parts
    of one whole or were not read within the same limits.
    """
    found = [(part, *_read(part)) for part in parts]
    counted = Counter(shard for _, shard, _, _ in found)
    if len({limits for _, _, limits, _ in found}) > 1:
        said = tuple(f"{part.name} {limits}" for part, _, limits, _ in found)
        raise BrokenPromise(say("parts_of_other_limits", variable=_LIMITS, parts=said))
    of = max(shard.of for shard in counted)
    if counted != Counter(Shard(number, of) for number in range(of)):
        names = tuple(
            f"{shard.number}/{shard.of}" for shard in sorted(counted, key=lambda s: (s.of, s.number))
        )
        raise BrokenPromise(say("parts_not_whole", parts=names, of=of))
    return [result for _, _, _, body in found for result in _bytes_to_results(body)]


def _read(part: Path) -> tuple[Shard, str, bytes]:
    """Which shard a part is, the limits it was read within, and its results as they were written."""
    try:
        said = json.loads((part / NAME).read_text("utf-8"))
        body = (part / RESULTS).read_bytes()
        shard, program, digest = Shard(*said["shard"]), said["program"], said["sha256"]
        limits = " ".join(said["limits"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise BrokenPromise(say("part_unreadable", folder=str(part))) from error
    if hashlib.sha256(body).hexdigest() != digest:
        raise BrokenPromise(say("part_unreadable", folder=str(part)))
    if program != generation():
        raise BrokenPromise(say("part_of_other_program", folder=str(part)))
    return shard, limits, body


# --- one result as bytes ------------------------------------------------------------------------


def _result_to_bytes(result: Result) -> bytes:
    """A line of JSON for a notice not read; one that begins otherwise is a portion."""
    from pipeline.publish.portion import portion_to_bytes

    if not isinstance(result, Unread):
        return portion_to_bytes(result)
    issue = result.issue
    said = {
        "unread": [result.notice_id, result.source_file],
        "kind": issue.kind,
        "message": message_to_json(issue.message),
        "where": issue.where,
        "span": [issue.span.start, issue.span.end] if issue.span else None,
    }
    return json.dumps(said).encode()


def _bytes_to_results(body: bytes) -> Iterator[Result]:
    from pipeline.publish.portion import bytes_to_portion

    head, _, rest = body.partition(b"\n")
    start = 0
    for length in json.loads(head):
        stored = rest[start : start + length]
        start += length
        yield (
            _json_to_unread(json.loads(stored))
            if stored.startswith(b'{"unread"')
            else bytes_to_portion(stored)
        )


def _json_to_unread(said: Mapping[str, Any]) -> Unread:
    span = Span(*said["span"]) if said["span"] else None
    kind, message = said["kind"], json_to_message(said["message"])
    issue = Issue(kind, message, said["where"], span)
    notice_id, source_file = said["unread"]
    return Unread(notice_id, source_file, issue)
