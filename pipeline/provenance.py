"""What made the tables: a hash of each module of rules, each lexicon and the packages, so that a difference has a cause.

Written beside the tables for `diff`, into a file that git does not keep: a changed comment changes no committed byte.
Of what was committed it is made from the program of the same revision. The same program gives the same hashes on
every machine and in every version of Python.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pipeline.installation import PACKAGE, schemas_folder

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
    return files_to_provenance(dict(_own_files()))


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
    (folder / NAME).write_text(_said(), "utf-8")


@cache
def _said() -> str:
    return json.dumps(provenance(), ensure_ascii=False, indent=1) + "\n"


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
    whole = hashlib.sha256(sys.version.encode())
    for name, said in _own_files():
        if not name.endswith(".py") or _is_of_rules(name):
            whole.update(f"{name} {len(said)}\n".encode() + said)
    installed = sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info"))
    whole.update(repr(installed).encode())
    return whole.hexdigest()


def _own_files() -> Iterator[tuple[str, bytes]]:
    """The files of this program as a checkout has them: (path, content)."""
    within = (f"{folder}{os.sep}{name}" for folder, _, names in os.walk(PACKAGE) for name in names)
    for path in sorted(path for path in within if path.endswith((".py", ".tsv"))):
        yield f"pipeline{path.removeprefix(str(PACKAGE)).replace(os.sep, '/')}", _read(path)
    for schema in sorted(schemas_folder().glob("*.json")):
        yield f"schemas/{schema.name}", _read(str(schema))
    if (lock := PACKAGE.parent / "requirements.lock").is_file():
        yield lock.name, _read(str(lock))


@cache
def _read(path: str) -> bytes:
    return Path(path).read_bytes()


def _is_of_rules(name: str) -> bool:
    root, _, rest = name.partition("/")
    return root == "pipeline" and rest.partition("/")[0].removesuffix(".py") not in APART


def _code(module: bytes) -> bytes:
    """Without lines of comment and empty ones: they make no difference to what a module does."""
    lines = module.splitlines()
    return b"\n".join(line for line in lines if (said := line.lstrip()) and not said.startswith(b"#"))


def _hash(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()[:SHOWN]
