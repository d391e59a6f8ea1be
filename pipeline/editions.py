"""Tables published in a store, under names that no other content has, and datapackage.json, last, which says what they are.

Stores cannot rename a folder. So no file that somebody may be reading is ever written again: whoever reads
datapackage.json first, old or new, finds every file it names. What neither it nor the one before it names is taken away
after the next is there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.memory import file_to_digest
from pipeline.store import Store

PACKAGE, BEFORE, BUCKETS = "datapackage.json", "datapackage.before.json", "buckets"
# Digits of the hash in the name of a file: 64 bits.
SHOWN = 16
# What of a published folder a store gets besides what the data package lists.
BESIDES = ("README.md", "dictionary.html")


def bring_published(store: Store, folder: Path) -> None:
    """Makes a folder what the store has published, unless it is that already: notices that cannot be read keep their rows."""
    package = _package(store, PACKAGE)
    if not package or _of(folder) == package.get("edition"):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in _listed(package).items():
        if (said := store.read(path)) is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(said)
    (folder / PACKAGE).write_bytes(store.read(f"{package['edition']}") or b"")


def send_published(folder: Path, store: Store) -> None:
    """Makes the store what the folder has published: every file first, then the data package that names them."""
    own = (folder / PACKAGE).read_bytes()
    edition = _named(PACKAGE, hashlib.sha256(own).hexdigest())
    package = json.loads(own)
    old = store.read(PACKAGE)
    if old is not None and json.loads(old).get("edition") == edition:
        return
    paths = {name: _named(name, digest) for name, digest in _digests(folder, package).items()}
    there = store.names()
    for name, path in paths.items():
        if path not in there:
            store.write(path, (folder / name).read_bytes())
    store.write(edition, own)
    if old is not None:
        store.write(BEFORE, old)
    said = {
        **package,
        "edition": edition,
        "files": paths,
        "resources": [_moved(one, paths) for one in package["resources"]],
    }
    store.write(PACKAGE, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
    _clear(store)


def _clear(store: Store) -> None:
    """Takes away what neither this data package nor the one before it names: a run that was killed left it, or an older one."""
    kept = {PACKAGE, BEFORE}
    for name in (PACKAGE, BEFORE):
        if package := _package(store, name):
            kept |= {*_listed(package).values(), str(package["edition"])}
    for name in store.names():
        if name not in kept and _is_named(name):
            store.remove(name)


def _package(store: Store, name: str) -> dict[str, Any]:
    said = store.read(name)
    try:
        package = json.loads(said) if said else {}
    except ValueError:
        return {}
    return package if "edition" in package else {}


def _listed(package: Mapping[str, Any]) -> Mapping[str, str]:
    """Name in a published folder → path in the store."""
    return dict(package["files"])


def _digests(folder: Path, package: Mapping[str, Any]) -> Mapping[str, str]:
    tables = {one["path"]: one["sha256"] for one in package["resources"] if "sha256" in one}
    said = [*BESIDES]
    for path in sorted((folder / BUCKETS).glob("*.json")):
        parts = json.loads(path.read_text("utf-8"))["tables"].values()
        tables |= {part["path"]: part["sha256"] for part in parts}
        said.append(f"{BUCKETS}/{path.name}")
    return {**tables, **package["twins"], **{name: file_to_digest(folder / name) for name in said}}


def _moved(resource: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
    there = resource["path"]
    return {**resource, "path": paths[there] if isinstance(there, str) else [paths[one] for one in there]}


def _named(name: str, digest: str) -> str:
    """`targets.parquet` → `targets-3f2a….parquet`."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-{digest[:SHOWN]}{path.suffix}"))


def _is_named(name: str) -> bool:
    """Whether a file is called as `send_published` calls them: nothing else is ever taken away."""
    digest = PurePosixPath(name).stem.rpartition("-")[2]
    return len(digest) == SHOWN and not set(digest) - set("0123456789abcdef")


def _of(folder: Path) -> str:
    try:
        return _named(PACKAGE, file_to_digest(folder / PACKAGE))
    except OSError:
        return ""
