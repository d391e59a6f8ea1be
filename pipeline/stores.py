"""Notices and tables that lie in a store (s3://, gs://, memory://) and not in a folder: fsspec opens it.

RAW in a store → a folder here with what is new in it → read as ever
OUT as a folder here → an edition in its store, see `editions`
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pipeline.editions import SHOWN, bring_published, send_published
from pipeline.messages import say
from pipeline.store import MARK, Store, is_address
from pipeline.turns import locked

# --- notices ----------------------------------------------------------------------------------


def bring(store: Store, folder: Path) -> Path:
    """Makes a folder what lies in the store: only what is new or changed there is fetched. FileNotFoundError where
    nothing lies there."""
    there = {name: state for name, state in store.names().items() if _is_plain(name)}
    if not there:
        raise FileNotFoundError(
            say("no_notice_in_folder", folder=store.address, example=f"{store.address}/notice.txt")
        )
    known, states = _states(folder), folder.with_suffix(".states")
    for name in known.keys() - there.keys():
        (folder / name).unlink(missing_ok=True)
    for name, state in there.items():
        path = folder / name
        if known.get(name) != state or not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(store.read(name) or b"")
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    states.write_text(json.dumps(there), "utf-8")
    return folder


def _states(folder: Path) -> Mapping[str, str]:
    try:
        return dict(json.loads(folder.with_suffix(".states").read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def _is_plain(name: str) -> bool:
    """Whether a name of the store is one of a file here, and leads nowhere else."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not any(part in ("..", "/") or "\\" in part or "\0" in part for part in parts)


# --- both -------------------------------------------------------------------------------------


def text_to_place(text: str) -> Path | str:
    """A folder, or an address where it is one; `file:///data/raw` is a folder."""
    return text if is_address(text) and not text.startswith(_FILE) else Path(text.removeprefix(_FILE))


_FILE = f"file{MARK}"


@contextlib.contextmanager
def in_folders(raw: Path | str, out: Path | str, kept: Path | None) -> Iterator[tuple[Path, Path]]:
    """RAW and OUT as folders here, in `kept` between runs where there is such a place; once all went well within, what was
    published is in its store too. One run at a time for one address and machine.
    """
    with contextlib.ExitStack() as stack:
        if kept is None and not (isinstance(raw, Path) and isinstance(out, Path)):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="notice-pipeline-"))
            kept = Path(folder)
        here, there = (_here(place, kept or Path()) for place in (raw, out))
        store = Store(out) if isinstance(out, str) else None
        for place, local in ((raw, here), (out, there)):
            if isinstance(place, str):
                local.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(local))
        if isinstance(raw, str):
            bring(Store(raw), here)
        if store:
            bring_published(store, there)
        yield here, there
        if store:
            send_published(there, store)


def _here(place: Path | str, kept: Path) -> Path:
    """The folder here that stands for a place."""
    if isinstance(place, Path):
        return place
    digest = hashlib.sha256(place.encode()).hexdigest()[:SHOWN]
    return kept / "stores" / digest / PurePosixPath(place).name
