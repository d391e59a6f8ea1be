"""A hundred thousand notices that need not be read: what came of one, under other names and of other counties.

notice read once → its bytes → the same with another id, county and keys, everything as long as it was
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

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


@cache
def indicators_of(portion: bytes) -> frozenset[bytes]:
    """The ids of its indicators: the same in every notice."""
    ids = bytes_to_portion(portion).tables["targets"]["indicator_id"].to_pylist()
    return frozenset(one.encode() for one in ids if one)


def clone(portion: bytes, n: int, county: tuple[str, str]) -> bytes:
    """The same of another notice: entry of a cache. `county` is a name of three characters, and a code."""
    ids = indicators_of(portion)
    head, _, body = portion.partition(b"\n")
    said = json.loads(head)
    at, made, lengths = 0, list[bytes](), {}
    for name, (length, plain) in said["parts"].items():
        part = body[at : at + length]
        is_twin = name == TWIN_PART
        other = zlib.decompress(part) if is_twin else codec().decompress(part, plain, asbytes=True)
        other = _other(other, n, county, ids)
        made.append(zlib.compress(other, 1) if is_twin else codec().compress(other, asbytes=True))
        lengths[name] = [len(made[-1]), plain]
        at += length
        twin = other
    again = json.loads(_other(json.dumps(said, ensure_ascii=False).encode(), n, county, ids))
    again |= {"parts": lengths, "digest": hashlib.sha256(twin).hexdigest()}
    whole = json.dumps(again).encode() + b"\n" + b"".join(made)
    return json.dumps([len(whole)]).encode() + b"\n" + whole


def _other(said: bytes, n: int, county: tuple[str, str], ids: frozenset[bytes]) -> bytes:
    name, code = county
    said = said.replace(ID.encode(), f"n{n:07}".encode()).replace(COUNTY.encode(), name.encode())
    said = said.replace(CODE.encode(), code.encode()).replace(str(SERIAL).encode(), f"{n:07}".encode())
    begin = f"{n:07x}".encode()

    def renamed(match: regex.Match[bytes]) -> bytes:
        if match[0].isdigit() or match[0][:16] in ids:  # Codes of regions, a column of indicators.
            return match[0]
        keys = (match[0][at : at + LENGTH] for at in range(0, len(match[0]), LENGTH))
        return b"".join(begin + key[len(begin) :] for key in keys)

    return KEYS.sub(renamed, said)


def fill(
    raw: Path, cache: Cache, portions: Sequence[bytes], count: int, counties: Sequence[tuple[str, str]]
) -> None:
    """Makes `raw` a folder of so many files, and the cache know what came of each."""
    raw.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (raw / f"n{n * 7919 % 1_000_003:07}.txt").write_text(f"{n}", "utf-8")
    for n, source in enumerate(find(raw)[0]):
        key = source_to_key(source)
        assert key is not None
        number = int(source.notice_id[1:])
        cache.store(key, clone(portions[n % len(portions)], number, counties[n % len(counties)]))
