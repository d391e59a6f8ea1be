"""What made the tables: a hash of each module of rules, each lexicon and the packages, so that a difference has a cause.

Written beside the tables for `diff`, into a file that git does not keep: a changed comment changes no committed byte.
Of what was committed it is made from the program of the same revision. The same program gives the same hashes on
every machine and in every version of Python.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import NamedTuple

from pipeline.installation import PACKAGE, schemas_folder
from pipeline.whole import part

NAME = ".provenance.json"
# Where a checkout has what the tables depend on, seen from its root.
PLACES = ("pipeline", "schemas", "requirements.lock")
# Commands and pages change no row.
APART = frozenset(
    {"__main__", "arguments", "console", "editing", "showing", "doctor", "review", "pages", "dashboard"}
)
APART |= {
    "commands",
    "export",
    "merging",
    "mention_counts",
    "cache",
    "processes",
    "recalled",
    "provenance",
    "start",
    "running",
    "cluster",
    "store",
    "editions",
    "stores",
    "log",
    "shards",
    "shelf",
    "memory",
    "standing",
}
SHOWN = 16  # Hexadecimal digits of a hash: 64 bits, plenty to see that something changed.
Provenance = Mapping[str, Mapping[str, str]]


@cache
def provenance() -> Provenance:
    """That of this program. OSError if one of its files cannot be read."""
    said: Provenance = json.loads(_own().said)
    return said


def files_to_provenance(files: Mapping[str, bytes]) -> Provenance:
    """`rules`, `lexicons`, `schemas`, `packages`: name → hash of what it says, of a program's files by their paths."""
    found: dict[str, dict[str, str]] = {"rules": {}, "lexicons": {}, "schemas": {}, "packages": {}}
    for name, said in sorted(files.items()):
        folder, _, file = name.rpartition("/")
        stem, _, ending = file.rpartition(".")
        if ending == "py" and _is_of_rules(name):
            found["rules"][f"{folder}/{stem}".removeprefix("pipeline/")] = _hash(_code(said))
        elif ending == "tsv" and folder.endswith("lexicons"):
            found["lexicons"][stem] = _hash(said)
        elif ending == "json" and folder.endswith("schemas"):
            found["schemas"][stem] = _hash(said)
        elif name == "requirements.lock":
            found["packages"][name] = _hash(said)
    return found


def write(folder: Path) -> None:
    """Says in a published folder what made it."""
    (folder / NAME).write_text(_own().said, "utf-8")


def load() -> None:
    """Reads now what `write` says."""
    _own()


def folder_to_provenance(folder: Path) -> Provenance:
    """What a published folder says of itself; nothing where it says nothing."""
    try:
        said = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


@cache
def generation() -> str:
    """A hash of everything besides a notice that its rows depend on: every byte of the program, the installed packages, Python.

    Stricter than `provenance`: what may be taken from a cache must have come from exactly this.
    """
    installed = sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info"))
    return hashlib.sha256(f"{sys.version} {_own().digest} {installed!r}".encode()).hexdigest()


class _Own(NamedTuple):
    """What is said of this program's files, and a hash of every byte of those that rows depend on."""

    said: str
    digest: str


@cache
def _own() -> _Own:
    """To read and hash them took a fiftieth of a run over five notices: kept, as Python keeps its compiled modules, while every file
    is as it was."""
    paths = dict(_own_paths())
    sign = _sign(paths.values())
    with contextlib.suppress(OSError, ValueError, TypeError):
        kept, *own = json.loads(_KEPT.read_bytes())
        if kept == sign:
            return _Own(*own)
    files = {name: Path(path).read_bytes() for name, path in paths.items()}
    said = json.dumps(files_to_provenance(files), ensure_ascii=False, indent=1) + "\n"
    whole = hashlib.sha256()
    for name, content in files.items():
        if not name.endswith(".py") or _is_of_rules(name):
            whole.update(f"{name} {len(content)}\n".encode() + content)
    own = _Own(said, whole.hexdigest())
    if sign and not sys.dont_write_bytecode:
        _keep(json.dumps([sign, *own]).encode())
    return own


_KEPT = Path(cache_from_source(__file__)).with_name("provenance.json")
# Nanoseconds for which a file must have been left alone: it may be written again within the same tick of the clock.
STILL = 2 * 10**9


def _sign(paths: Iterable[str]) -> str:
    """Which files these are, as git tells whether they were touched; empty where one was a moment ago. OSError if one is not there."""
    stats = [os.stat(path) for path in paths]  # noqa: PTH116  They are hundreds.
    if time.time_ns() - max(max(one.st_mtime_ns, one.st_ctime_ns) for one in stats) < STILL:
        return ""
    signs = [(one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino) for one in stats]
    return hashlib.sha256(repr([*zip(paths, signs, strict=True)]).encode()).hexdigest()


def _keep(said: bytes) -> None:
    new = part(_KEPT)
    with contextlib.suppress(OSError):
        try:
            new.write_bytes(said)
            new.replace(_KEPT)
        finally:
            new.unlink(missing_ok=True)


def _own_paths() -> Iterator[tuple[str, str]]:
    """The files of this program as a checkout has them: name, and where it is."""
    within = (f"{folder}{os.sep}{name}" for folder, _, names in os.walk(PACKAGE) for name in names)
    for path in sorted(path for path in within if path.endswith((".py", ".tsv"))):
        yield f"pipeline{path.removeprefix(str(PACKAGE)).replace(os.sep, '/')}", path
    for schema in sorted(schemas_folder().glob("*.json")):
        yield f"schemas/{schema.name}", str(schema)
    if (lock := PACKAGE.parent / "requirements.lock").is_file():
        yield lock.name, str(lock)


def _is_of_rules(name: str) -> bool:
    root, _, rest = name.partition("/")
    return root == "pipeline" and rest.partition("/")[0].removesuffix(".py") not in APART


def _code(module: bytes) -> bytes:
    """Without lines of comment and empty ones: they make no difference to what a module does."""
    lines = module.splitlines()
    return b"\n".join(line for line in lines if (said := line.lstrip()) and not said.startswith(b"#"))


def _hash(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()[:SHOWN]
