"""What stands beside a notice in raw/: `<notice_id>.toml`, what is promised of it; `<notice_id>.corrections.toml`."""

from __future__ import annotations

import datetime
import errno
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.decisions.toml import toml_to_corrections
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction, Issue

SIDE, CORRECTIONS = ".toml", ".corrections.toml"
# What a side file may say of its notice, and of which type TOML must give it.
SIDE_KEYS: Mapping[str, type] = {
    "url": str, "publisher": str, "fetched": datetime.date, "sha256": str, "expect": dict,
}  # fmt: skip


def side_names(notice_id: str) -> tuple[str, str]:
    """The files that may stand beside the notice."""
    return f"{notice_id}{SIDE}", f"{notice_id}{CORRECTIONS}"


def end_of_side(name: str) -> str:
    """The notice that a side file is about."""
    return name.removesuffix(CORRECTIONS).removesuffix(SIDE)


def is_of_side_file(notice_id: str) -> bool:
    """Whether a notice of that name would have the side file of another for its own."""
    return f"{notice_id}{SIDE}".endswith(CORRECTIONS)


def promises_of(folder: Path, notice_id: str) -> tuple[dict[str, object], list[Issue]]:
    """What `<notice_id>.toml` says, and what in it is not understood."""
    path = folder / f"{notice_id}{SIDE}"
    try:
        if (text := _beside(path)) is None:
            return {}, []
        said = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        return {}, [Issue("side_file", say("side_file_unreadable", file=path.name, error=str(why)), SIDE)]
    wrong = [say("side_file_wrong", file=path.name, why=why) for why in _misunderstood(said)]
    issues = [Issue("side_file", message, SIDE) for message in wrong]
    return {key: value for key, value in said.items() if _fits(key, value)}, issues


def corrections_of(folder: Path, notice_id: str) -> tuple[Correction, ...]:
    """What editors decided about the notice. BrokenPromise if that cannot be read: what is wrong would be published."""
    path = folder / f"{notice_id}{CORRECTIONS}"
    try:
        text = _beside(path)
        return () if text is None else toml_to_corrections(text, path.name)
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        raise BrokenPromise(say("file_unreadable", file=path.name, error=str(why))) from error


_NOT_REGULAR = "not a regular file"


def _beside(path: Path) -> str | None:
    """What a side file holds; None if there is none, also for a name so long that none can be. OSError for a pipe."""
    if not os.path.lexists(path):
        return None
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, _NOT_REGULAR)
    return path.read_text("utf-8")


def _fits(key: str, value: object) -> bool:
    return key in SIDE_KEYS and type(value) is SIDE_KEYS[key]


def _misunderstood(said: Mapping[str, object]) -> Iterator[Message]:
    for key in sorted(said):
        if key not in SIDE_KEYS:
            yield say("unknown_side_key", key=key, known=tuple(SIDE_KEYS))
        elif not _fits(key, said[key]):
            yield say("wrong_side_type", key=key, type=SIDE_KEYS[key].__name__, value=repr(said[key]))
