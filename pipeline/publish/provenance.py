"""What made the tables: a hash of each module of rules, each lexicon and the packages, so that a difference has a cause.

Written into datapackage.json; the same program gives the same hashes on every machine and in every version of Python.
"""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.installation import PACKAGE, schemas_folder

# Commands and pages change no row.
APART = frozenset(
    {
        "__main__",
        "arguments",
        "console",
        "cache",
        "doctor",
        "processes",
        "recalled",
        "review",
        "pages",
        "dashboard",
        "showing",
        "export",
        "sharing",
    }
)
SHOWN = 16  # Hexadecimal digits of a hash: 64 bits, plenty to see that something changed.


@cache
def provenance() -> Mapping[str, Mapping[str, str]]:
    """`rules`, `lexicons`, `schemas`, `packages`: name → hash of what it says. OSError if a file cannot be read."""
    return {
        "rules": {name: _hash(_code(said)) for name, said in _rules()},
        "lexicons": {path.stem: _hash(path.read_bytes()) for path in _sorted(PACKAGE / "lexicons", "*.tsv")},
        "schemas": {path.stem: _hash(path.read_bytes()) for path in _sorted(schemas_folder(), "*.json")},
        "packages": {
            path.name: _hash(path.read_bytes()) for path in _sorted(PACKAGE.parent, "requirements.lock")
        },
    }


@cache
def generation() -> str:
    """A hash of everything besides a notice that its rows depend on: every byte of the program, the installed packages, Python.

    Stricter than `provenance`: what may be taken from a cache must have come from exactly this.
    """
    whole = hashlib.sha256(sys.version.encode())
    for name, said in _rules():
        whole.update(f"{name} {len(said)}\n".encode() + said)
    installed = sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info"))
    whole.update(repr((provenance()["lexicons"], provenance()["schemas"], installed)).encode())
    return whole.hexdigest()


@cache
def _rules() -> tuple[tuple[str, bytes], ...]:
    named = ((path.relative_to(PACKAGE).with_suffix(""), path) for path in _sorted(PACKAGE, "**/*.py"))
    return tuple((name.as_posix(), path.read_bytes()) for name, path in named if name.parts[0] not in APART)


def _code(module: bytes) -> bytes:
    """Without lines of comment and empty ones: they make no difference to what a module does."""
    lines = module.splitlines()
    return b"\n".join(line for line in lines if (said := line.lstrip()) and not said.startswith(b"#"))


def _sorted(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def _hash(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()[:SHOWN]
