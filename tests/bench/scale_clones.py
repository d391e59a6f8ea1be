"""A hundred thousand notices that need not be read: what came of one, under other names and of other counties.

notice read once → its bytes, and where in them it says who it is → the same with another id, county and keys, as long as it was
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import regex

from pipeline.cache import Cache, source_to_key
from pipeline.publish.packed import TWIN_PART, bytes_to_portion, codec, portion_to_bytes
from pipeline.publish.portion import Portion
from pipeline.run import source_to_results
from pipeline.sources import find

# What is told apart, each as long as what comes in its place: the serial is that of the document number.
ID, COUNTY, CODE, SERIAL = "n0000000", "万安县", "360828", 7654321
# Keys, also of a whole column: there one stands behind the other.
KEYS = regex.compile(rb"(?<![0-9a-f])(?:[0-9a-f]{20})+(?![0-9a-f])")
LENGTH = 20
KEY = "key"
# By what stands in a part, where it does.
Places = Mapping[str, Sequence[int]]


def text_to_portion(text: str, folder: Path) -> bytes:
    """The bytes of a notice about COUNTY, read under the name ID."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{ID}.txt"
    path.write_text(text, "utf-8")
    (source,), _ = find(path)
    (portion,) = source_to_results(source)
    assert isinstance(portion, Portion)
    return portion_to_bytes(portion)


def is_of_county(portion: bytes) -> bool:
    """Whether its title names the county, and its place is that: what is not would be a hundred times the same notice."""
    (row,) = bytes_to_portion(portion).tables["notices"].to_pylist()
    return COUNTY in str(row["title"]) and row["region_code"] == CODE


class Mould(NamedTuple):
    """A notice taken apart: what is said of it, and its parts as they are unpacked, each with the places where another says otherwise."""

    said: tuple[bytes, Places]
    parts: Mapping[str, tuple[bytes, Places]]


def portion_to_mould(portion: bytes) -> Mould:
    """Done once for all that are made of it."""
    # The ids of its indicators are the same in every notice.
    ids = bytes_to_portion(portion).tables["targets"]["indicator_id"].to_pylist()
    same = {one.encode() for one in ids if one}
    head, _, body = portion.partition(b"\n")
    said = json.loads(head)
    at, parts = 0, {}
    for name, (length, plain) in said.pop("parts").items():
        part = body[at : at + length]
        whole = zlib.decompress(part) if name == TWIN_PART else codec().decompress(part, plain, asbytes=True)
        parts[name] = whole, _places(whole, same)
        at += length
    head = json.dumps(said, ensure_ascii=False).encode()
    return Mould((head, _places(head, same)), parts)


def _places(said: bytes, same: set[bytes]) -> Places:
    words = {word: word.encode() for word in (ID, COUNTY, CODE, str(SERIAL))}
    places = {word: [one.start() for one in regex.finditer(of, said)] for word, of in words.items()}
    return places | {KEY: list(_keys(said, same))}


def _keys(said: bytes, same: set[bytes]) -> Iterator[int]:
    for match in KEYS.finditer(said):
        # Not codes of regions, nor a column of indicators.
        if not match[0].isdigit() and match[0][:16] not in same:
            yield from range(match.start(), match.end(), LENGTH)


def clone(mould: Mould, n: int, county: tuple[str, str]) -> bytes:
    """The same of another notice: entry of a cache. `county` is a name of three characters, and a code."""
    name, code = county
    words = {ID: f"n{n:07}", COUNTY: name, CODE: code, str(SERIAL): f"{n:07}", KEY: f"{n:07x}"}
    instead = {word: said.encode() for word, said in words.items()}
    made, lengths, digest = list[bytes](), {}, ""
    for part, (whole, places) in mould.parts.items():
        other = _other(whole, places, instead)
        if part == TWIN_PART:
            digest = hashlib.sha256(other).hexdigest()
            made.append(zlib.compress(other, 1))
        else:
            made.append(codec().compress(other, asbytes=True))
        lengths[part] = [len(made[-1]), 0 if part == TWIN_PART else len(whole)]
    said = json.loads(_other(*mould.said, instead)) | {"digest": digest, "parts": lengths}
    entry = json.dumps(said).encode() + b"\n" + b"".join(made)
    return json.dumps([len(entry)]).encode() + b"\n" + entry


def _other(said: bytes, places: Places, instead: Mapping[str, bytes]) -> bytearray:
    made = bytearray(said)
    for word, those in places.items():
        new = instead[word]
        for at in those:
            made[at : at + len(new)] = new
    return made


def fill(
    raw: Path, cache: Cache, portions: Sequence[bytes], count: int, counties: Sequence[tuple[str, str]]
) -> None:
    """Makes `raw` a folder of so many files, and the cache know what came of each."""
    raw.mkdir(parents=True, exist_ok=True)
    moulds = [portion_to_mould(one) for one in portions]
    for n in range(count):
        (raw / f"n{n * 7919 % 1_000_003:07}.txt").write_text(f"{n}", "utf-8")
    for n, source in enumerate(find(raw)[0]):
        key = source_to_key(source)
        assert key is not None
        number = int(source.notice_id[1:])
        cache.store(key, clone(moulds[n % len(moulds)], number, counties[n % len(counties)]))
