"""A folder or a file → the notices in it, each with what stands beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from pipeline.beside import (
    OF_ONE,
    SIDE,
    SideFile,
    corrections_of,
    end_of_side,
    promises_of,
    side_file,
    side_names,
)
from pipeline.entries import APART, is_further, names_to_ids, without_page_parts
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction, Issue, Unread

# A notice's name becomes part of keys, messages and names of pages: nothing in it may hide or lead elsewhere.
UNSAFE = regex.compile(r"[\p{C}/\\]|^[-.\s]|\s$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read; `promises` is what its side file says, `source_file` its path seen from raw/, `corrections`
    what an editor decided about it. Of a file of several notices that is said of the first; `others` are what
    stands in raw/ about the others, by their names. `refusal` says why its corrections cannot be read: without them
    what an editor found wrong would be published. `beside` are the files these are read from: where the notice is."""

    notice_id: str
    path: Path
    source_file: str
    promises: Mapping[str, object]
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    others: tuple[Source, ...] = ()
    refusal: Message | None = None
    beside: tuple[SideFile | None, SideFile | None] = (None, None)

    def of(self, notice_id: str) -> Source:
        """The notice of that name in this file, with what is said of it alone."""
        if notice_id == self.notice_id:
            return self
        known = next((one for one in self.others if one.notice_id == notice_id), None)
        return known or Source(notice_id, self.path, self.source_file, self.of_file())

    def of_file(self) -> Mapping[str, object]:
        """What the side file says of every notice in the file: where it came from, not what the first promises."""
        return {key: said for key, said in self.promises.items() if key not in OF_ONE}


def find(raw: Path) -> tuple[list[Source], list[Unread]]:
    """The notices of a folder (or the one file `raw`) in the order of their names, and what is none.

    Raises OSError if `raw` is not there, is no folder or file, or holds nothing.
    """
    if raw.is_file():
        folder, root = raw.parent, None
        names = [name for name in (raw.name, *side_names(raw.stem)) if (folder / name).is_file()]
    else:
        folder, root = raw, raw.resolve()
        names = sorted(path.name for path in raw.iterdir() if not path.name.startswith("."))
    names = without_page_parts(names)
    ids = names_to_ids([name for name in names if not name.endswith(SIDE)])
    if not ids:
        raise FileNotFoundError(say("no_notice_in_folder", folder=str(raw), example=str(raw / "notice.txt")))
    found = [_source(folder, root, name, notice_id) for name, notice_id in ids.items()]
    taken = {side for notice_id in ids.values() for side in side_names(notice_id)}
    free = [name for name in names if name.endswith(SIDE) and name not in taken]
    sides = _Sides(folder, root, frozenset(names))
    found = [_with_others(sides, one, free) if isinstance(one, Source) else one for one in found]
    sources = [one for one in found if isinstance(one, Source)]
    unread = [one for one in found if isinstance(one, Unread)]
    return sources, [*unread, *_orphans(names, set(ids.values()))]


@dataclass(frozen=True, slots=True)
class _Sides:
    """The files of a folder that may stand beside notices; all of it lies in `root`."""

    folder: Path
    root: Path | None
    names: frozenset[str]

    def of(self, notice_id: str) -> tuple[SideFile | None, SideFile | None]:
        promises, corrections = (
            side_file(self.folder, name, self.root) if name in self.names else None
            for name in side_names(notice_id)
        )
        return promises, corrections


def _with_others(sides: _Sides, source: Source, names: Sequence[str]) -> Source:
    """The source with the files that stand beside it, and those of `names` about further notices in its file."""
    begin = f"{source.notice_id}{APART}"
    others = {end_of_side(name) for name in names if name.startswith(begin)}
    further = (
        replace(source, notice_id=notice_id, beside=sides.of(notice_id)) for notice_id in sorted(others)
    )
    return replace(source, others=tuple(further), beside=sides.of(source.notice_id))


def with_side_files(source: Source) -> Source:
    """The source with what the files beside it say, of further notices in its file too."""
    promises, issues = promises_of(source.beside[0])
    read = replace(source, promises=promises, issues=tuple(issues))
    try:
        read = replace(read, corrections=corrections_of(source.beside[1]))
    except BrokenPromise as refused:
        read = replace(read, refusal=refused.message)
    others = [with_side_files(one) for one in source.others]
    return replace(
        read, others=tuple(replace(one, promises={**read.of_file(), **one.promises}) for one in others)
    )


def _source(folder: Path, root: Path | None, name: str, notice_id: str) -> Source | Unread:
    """One entry of the folder as a notice to be read, or why it is none."""
    path = folder / name
    if UNSAFE.search(name):
        return _unread(name, say("unsafe_name"))
    if _leads_out(path, root):
        return _unread(name, say("link_outside"))
    if path.is_dir():
        try:
            inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            return _unread(name, say("cannot_be_opened", error=error.strerror))
        if not inside:
            return _unread(name, say("folder_empty"))
        if any(_leads_out(entry, root) for entry in inside):
            return _unread(name, say("folder_with_link_outside"))
        path = inside[0] if len(inside) == 1 else path
        name = f"{name}/{' + '.join(shown(entry.name) for entry in inside)}"
    return Source(notice_id, path, name, {})


def _leads_out(path: Path, root: Path | None) -> bool:
    """Whether an entry of a folder within `root` is a link that leads out of it. Of one that leads nowhere (a broken link, a
    circle) what stands there counts: reading says that better."""
    if root is None or not path.is_symlink():
        return False
    try:
        there = path.resolve(strict=True)
    except (OSError, RuntimeError):
        there = path.parent.resolve() / path.name
    return not there.is_relative_to(root)


def _orphans(names: Sequence[str], notice_ids: set[str]) -> Iterator[Unread]:
    """Side files that stand beside no notice: a misspelt name must not be lost in silence."""
    beside = {side for notice_id in notice_ids for side in side_names(notice_id)}
    for name in names:
        if name.endswith(SIDE) and name not in beside and not is_further(end_of_side(name), notice_ids):
            yield _unread(name, say("side_file_alone"), "side_file")


def _unread(name: str, message: Message, kind: str = "unreadable") -> Unread:
    return Unread(shown(Path(name).stem), shown(name), Issue(kind, message))


def unused(source: Source, notice_ids: Set[str]) -> Iterator[Unread]:
    """An issue for what stands beside a file about a notice that is not in it."""
    for one in source.others:
        if one.notice_id not in notice_ids:
            yield Unread(one.notice_id, source.source_file, Issue("side_file", say("side_file_alone")))


def source_to_unread(source: Source, kind: str, message: Message) -> Unread:
    """A notice that was found and could not be read."""
    return Unread(source.notice_id, source.source_file, Issue(kind, message))


def shown(name: str) -> str:
    """A file name fit to be printed and published: what is not printable as an escape."""
    clean = os.fsencode(name).decode("utf-8", "backslashreplace")
    return regex.sub(r"\p{C}", lambda m: m[0].encode("unicode_escape").decode("ascii"), clean)


def hold_apart(raw: Path, out: Path) -> None:
    """OSError if one of the two folders lies in the other: replacing one would take the other along."""
    one, other = raw.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise FileExistsError(say("folders_overlap", out=str(out), raw=str(raw)))


def other_than_promised(source: Source, digest: str) -> Iterator[Issue]:
    """An issue if the side file says which bytes it belongs to, and these are others."""
    if source.promises.get("sha256", digest) != digest:
        yield Issue("side_file", say("side_file_of_other"), ".toml")
