"""What a folder of notices holds, listed once: of a hundred thousand files each question costs a second."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.beside import SIDE, SideFile, side_file, side_names
from pipeline.messages import say


class Listing(NamedTuple):
    """What `folder` holds by name, as it was found; nothing in it may lead out of `root`, where there is one."""

    folder: Path
    root: Path | None
    entries: Mapping[str, os.DirEntry[str] | None]
    has_sides: bool

    def beside(self, notice_id: str) -> tuple[SideFile | None, SideFile | None]:
        """What stands beside a notice."""
        if not self.has_sides:
            return None, None
        promises, corrections = (
            side_file(self.folder, name, self.root) if name in self.entries else None
            for name in side_names(notice_id)
        )
        return promises, corrections

    def is_plain(self, name: str) -> bool:
        """Whether it is a file, and nothing stands beside any."""
        entry = self.entries[name]
        return entry is not None and not self.has_sides and entry.is_file(follow_symlinks=False)

    def is_link(self, name: str) -> bool:
        entry = self.entries[name]
        return entry.is_symlink() if entry else (self.folder / name).is_symlink()

    def is_folder(self, name: str) -> bool:
        """Of a link: whether it leads to one."""
        entry = self.entries[name]
        return entry.is_dir() if entry and not entry.is_symlink() else (self.folder / name).is_dir()


def folder_to_listing(folder: Path) -> Listing:
    """All but what is hidden. OSError if it is not there or no folder."""
    with os.scandir(folder) as entries:
        there = {entry.name: entry for entry in entries if not entry.name.startswith(".")}
    return Listing(folder, folder.resolve(), there, any(name.endswith(SIDE) for name in there))


def file_to_listing(file: Path) -> Listing:
    """A file, and of its folder what stands beside it."""
    names = (file.name, *side_names(file.stem))
    return Listing(
        file.parent, None, dict.fromkeys(name for name in names if (file.parent / name).is_file()), True
    )


def leads_out(path: Path, root: Path | None) -> bool:
    """Whether an entry of a folder within `root` is a link that leads out of it. Of one that leads nowhere (a broken link, a
    circle) what stands there counts: reading says that better."""
    if root is None or not path.is_symlink():
        return False
    try:
        there = path.resolve(strict=True)
    except (OSError, RuntimeError):
        there = path.parent.resolve() / path.name
    return not there.is_relative_to(root)


def hold_apart(raw: Path, out: Path) -> None:
    """OSError if one of the two folders lies in the other: replacing one would take the other along."""
    one, other = raw.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise FileExistsError(say("folders_overlap", out=str(out), raw=str(raw)))
