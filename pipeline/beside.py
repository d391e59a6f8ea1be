"""What stands beside a notice in raw/: `<notice_id>.toml`, what is promised of it; `<notice_id>.corrections.toml`."""

from __future__ import annotations

import datetime
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.decisions.states import STATES
from pipeline.decisions.toml import text_to_toml, toml_to_corrections
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction, Issue

SIDE, CORRECTIONS = ".toml", ".corrections.toml"
# What a side file may say of its notice, and of which type TOML must give it.
SIDE_KEYS: Mapping[str, type] = {
    "url": str, "publisher": str, "fetched": datetime.date, "sha256": str, "expect": dict,
    "state": str, "assigned_to": str, "checked_by": str, "checked_on": datetime.date,
}  # fmt: skip
# What is said of one notice and not of the others in its file.
OF_ONE = frozenset({"expect", "state", "assigned_to", "checked_by", "checked_on"})


def side_names(notice_id: str) -> tuple[str, str]:
    """The files that may stand beside the notice."""
    return f"{notice_id}{SIDE}", f"{notice_id}{CORRECTIONS}"


def end_of_side(name: str) -> str:
    """The notice that a side file is about."""
    return name.removesuffix(CORRECTIONS).removesuffix(SIDE)


def is_of_side_file(notice_id: str) -> bool:
    """Whether a notice of that name would have the side file of another for its own."""
    return f"{notice_id}{SIDE}".endswith(CORRECTIONS)


class SideFile(NamedTuple):
    """A file beside a notice as bytes, or why it cannot be had; what it says is read where the notice is."""

    name: str
    content: bytes = b""
    error: str = ""

    def text(self) -> str:
        """OSError or ValueError if there is none."""
        if self.error:
            raise OSError(errno.EINVAL, self.error)
        return self.content.decode("utf-8-sig")


def side_file(folder: Path, name: str, root: Path | None) -> SideFile | None:
    """A file of `folder`, all of which lies in `root`. None if there is none, also for a name so long that none can be."""
    path = folder / name
    if not os.path.lexists(path):
        return None
    try:
        if root is not None and path.exists() and not path.resolve().is_relative_to(root):
            return SideFile(name, error=_LINK)
        if path.exists() and not path.is_file():
            return SideFile(name, error=_NOT_REGULAR)
        if path.stat().st_size > MOST_BYTES:
            return SideFile(name, error=_TOO_LARGE)
        return SideFile(name, path.read_bytes())
    except OSError as error:
        return SideFile(name, error=error.strerror or type(error).__name__)


def promises_of(file: SideFile | None) -> tuple[dict[str, object], list[Issue]]:
    """What `<notice_id>.toml` says, and what in it is not understood."""
    if file is None:
        return {}, []
    try:
        said = text_to_toml(file.text())
    except BrokenPromise as error:
        return {}, [
            Issue("side_file", say("side_file_unreadable", file=file.name, error=error.message), SIDE)
        ]
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return {}, [Issue("side_file", say("side_file_unreadable", file=file.name, error=str(why)), SIDE)]
    wrong = [say("side_file_wrong", file=file.name, why=why) for why in _misunderstood(said)]
    issues = [Issue("side_file", message, SIDE) for message in wrong]
    return {key: value for key, value in said.items() if _fits(key, value)}, issues


def corrections_of(file: SideFile | None) -> tuple[Correction, ...]:
    """What editors decided about the notice. BrokenPromise if that cannot be read: what is wrong would be published."""
    if file is None:
        return ()
    try:
        return toml_to_corrections(file.text(), file.name)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise BrokenPromise(say("file_unreadable", file=file.name, error=str(why))) from error


_NOT_REGULAR, _LINK, _TOO_LARGE = (
    "not a regular file",
    "a link that leads out of the folder",
    "more than 1 MB",
)
MOST_BYTES = 1_000_000  # 4,000 corrections are 1 MB.


def _fits(key: str, value: object) -> bool:
    return key in SIDE_KEYS and type(value) is SIDE_KEYS[key]


def _misunderstood(said: Mapping[str, object]) -> Iterator[Message]:
    for key in sorted(said):
        if key not in SIDE_KEYS:
            yield say("unknown_side_key", key=key, known=tuple(SIDE_KEYS))
        elif not _fits(key, said[key]):
            yield say("wrong_side_type", key=key, type=SIDE_KEYS[key].__name__, value=repr(said[key]))
    if _fits("state", said.get("state")) and said["state"] not in STATES:
        yield say("wrong_state", value=repr(said["state"]), known=STATES)
    if said.get("state") == "checked" and not {"checked_by", "checked_on"} <= said.keys():
        yield say("checked_by_nobody")
