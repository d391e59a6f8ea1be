"""What a published folder says of itself in its data package: whose it is, in how many buckets, and which files it has."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.publish.package import BUCKETS, CREATED_BY, NAME

# How `package.write` says whose it is, and how git marks what two branches say differently.
OURS, CONFLICT = f'"name": "{CREATED_BY}"', "<<<<<<< "


def is_ours(folder: Path) -> bool:
    """Whether this program wrote the folder; also where git could not merge it and left its marks in the data package."""
    try:
        package, _ = _read(folder)
    except OSError:
        return False
    except ValueError:
        said = (folder / NAME).read_text("utf-8", "replace")
        try:
            package = json.loads(said)
        except ValueError:
            return said.startswith(("{", CONFLICT)) and OURS in said and f"\n{CONFLICT}" in f"\n{said}"
    return isinstance(package, dict) and package.get("name") == CREATED_BY


def path_to_digest(path: Path | str) -> str | None:
    """SHA-256 of a file; None where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def strays(folder: Path, digest: Callable[[str], str | None] = path_to_digest) -> list[str]:
    """Files of a published folder that are not those its data package lists: edited by hand, or merged by git.

    The tables and their twins can then say different things. Empty where there is no such folder.
    """
    return [path for path, said in listed(folder) if digest(f"{folder}/{path}") != said]


def buckets(folder: Path) -> int:
    """In how many buckets the tables of a published folder are; one where it does not say so. Fails as what says nothing of it."""
    return int(_read(folder)[0].get("buckets", 1))


# Where the data package says where the notices come from, and their twins, as we write it; a line of the latter.
_SOURCES, _TWINS = b',\n "sources": [\n', b',\n "twins": {'
_TWIN = re.compile(rb'\n  "((?:[^"\\\n]|\\.)+)": "([0-9a-f]{64})",?')


def _read(folder: Path) -> tuple[Any, slice]:
    """The data package of a folder without what grows with the notices, and where in the file the twins stand, read once as long as
    it is the same file. Of one that is not as we write it all is read, and the twins stand nowhere."""
    path = folder / NAME
    found = path.stat()
    return _parsed(path, (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


@lru_cache(1)
def _parsed(path: Path, sign: tuple[int, ...]) -> tuple[Any, slice]:
    said = path.read_bytes()
    start = said.rfind(_TWINS) + len(_TWINS)
    twins = slice(start, said.find(b"\n }", start))
    lines = sum(1 for _ in _TWIN.finditer(said, twins.start, max(twins.stop, 0)))
    sources = said.find(_SOURCES)
    behind = said.find(b"\n ]", sources) + len(b"\n ]")
    if min(start - len(_TWINS), twins.stop, sources) < 0 or lines != said.count(b"\n", start, twins.stop):
        return json.loads(said), slice(0)
    return json.loads(said[:sources] + said[behind : twins.start] + said[twins.stop :]), twins


def listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of every table and twin of a published folder, as its data package says; none where there is none."""
    try:
        package, twins = _read(folder)
        # A table that git merged has no hash yet.
        resources = [resource for resource in package["resources"] if "sha256" in resource]
        found: dict[str, str] = {resource["path"]: resource["sha256"] for resource in resources}
        found |= package["twins"]
        for path in sorted((folder / BUCKETS).glob("*.json")):
            parts = json.loads(path.read_text("utf-8"))["tables"].values()
            found |= {part["path"]: part["sha256"] for part in parts}
    except (OSError, ValueError, LookupError, TypeError):
        return
    yield from found.items()
    if twins.stop:
        with (folder / NAME).open("rb") as file:
            file.seek(twins.start)
            said = file.read(twins.stop - twins.start)
        for line in _TWIN.finditer(said):
            name = line[1].decode()
            yield json.loads(f'"{name}"') if "\\" in name else name, line[2].decode()
