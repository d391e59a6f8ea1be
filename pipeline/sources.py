"""A folder or a file → the notices in it, each with what stands beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from pipeline.beside import OF_ONE, SIDE, SideFile, corrections_of, end_of_side, promises_of, side_names
from pipeline.entries import APART, is_further, names_to_ids, stem, without_page_parts
from pipeline.listing import Listing, file_to_listing, folder_to_listing, leads_out
from pipeline.messages import Message, said_of_system, say
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

    @property
    def stands_alone(self) -> bool:
        """Whether nothing stands beside it that its rows depend on."""
        return not self.others and self.beside == (None, None)

    def of(self, notice_id: str) -> Source:
        """The notice of that name in this file, with what is said of it alone."""
        if notice_id == self.notice_id:
            return self
        known = next((one for one in self.others if one.notice_id == notice_id), None)
        return known or Source(notice_id, self.path, self.source_file, self.of_file())

    def of_file(self) -> Mapping[str, object]:
        """What the side file says of every notice in the file: where it came from, not what the first promises."""
        return {key: said for key, said in self.promises.items() if key not in OF_ONE}


class Sources(Sequence[Source]):
    """The notices of a folder in the order of their names: of a file with nothing beside it no more than its name is held, for the
    paths of a hundred thousand are a hundred megabytes."""

    def __init__(self, folder: Path, found: Iterable[Source | str] = ()) -> None:
        self._folder, self._found = folder, list(found)

    def add(self, one: Source | str) -> None:
        """A file, or the name of one of the folder after whose stem the notice is called."""
        self._found.append(one)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, at: int) -> Source:  # type: ignore[override]
        return self._whole(self._found[at])

    def __iter__(self) -> Iterator[Source]:
        return map(self._whole, self._found)

    def paths(self) -> Iterator[str]:
        begin = str(self._folder / "x")[:-1]
        return (begin + one if isinstance(one, str) else str(one.path) for one in self._found)

    def only(self, holds: Callable[[str], bool]) -> Sources:
        """Those whose notice `holds` says of."""
        return Sources(self._folder, (one for one in self._found if holds(self._whole(one).notice_id)))

    def _whole(self, one: Source | str) -> Source:
        return Source(stem(one), self._folder / one, one, {}) if isinstance(one, str) else one


def find(raw: Path) -> tuple[Sources, list[Unread]]:
    """The notices of a folder (or the one file `raw`) in the order of their names, and what is none.

    Raises OSError if `raw` is not there, is no folder or file, or holds nothing.
    """
    folder = file_to_listing(raw) if raw.is_file() else folder_to_listing(raw)
    names = without_page_parts(sorted(folder.entries))
    sides = [name for name in names if name.endswith(SIDE)]
    ids = names_to_ids([name for name in names if not name.endswith(SIDE)])
    if not ids:
        raise FileNotFoundError(say("no_notice_in_folder", folder=str(raw), example=str(raw / "notice.txt")))
    taken = _beside(ids.values()) if sides else set()
    free = [name for name in sides if name not in taken]
    sources, unread = Sources(folder.folder), list[Unread]()
    for name, notice_id in ids.items():
        is_plain = folder.is_plain(name) and notice_id == stem(name) and not UNSAFE.search(name)
        one = name if is_plain else _source(folder, name, notice_id, free)
        if isinstance(one, Unread):
            unread.append(one)
        else:
            sources.add(one)
    return sources, [*unread, *_orphans(free, set(ids.values()))]


def _others(folder: Listing, source: Source, names: Sequence[str]) -> Source:
    """The source with the further notices in its file that one of the files `names` is about."""
    if not names:
        return source
    begin = f"{source.notice_id}{APART}"
    ids = sorted({end_of_side(name) for name in names if name.startswith(begin)})
    others = tuple(replace(source, notice_id=one, beside=folder.beside(one)) for one in ids)
    return replace(source, others=others) if others else source


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


def _source(folder: Listing, name: str, notice_id: str, free: Sequence[str]) -> Source | Unread:
    """One entry of the folder as a notice to be read, with what stands beside it and with those of the files `free` that are
    about further notices in it; or why it is none."""
    path, said = folder.folder / name, name
    if UNSAFE.search(name):
        return _unread(name, say("unsafe_name"))
    if folder.is_link(name) and leads_out(path, folder.root):
        return _unread(name, say("link_outside"))
    if folder.is_folder(name):
        try:
            inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            return _unread(name, say("cannot_be_opened", error=said_of_system(error)))
        if not inside:
            return _unread(name, say("folder_empty"))
        if any(leads_out(entry, folder.root) for entry in inside):
            return _unread(name, say("folder_with_link_outside"))
        path = inside[0] if len(inside) == 1 else path
        said = f"{name}/{' + '.join(shown(entry.name) for entry in inside)}"
    return _others(folder, Source(notice_id, path, said, {}, beside=folder.beside(notice_id)), free)


def _beside(notice_ids: Iterable[str]) -> set[str]:
    """The side files that notices may have."""
    return {side for notice_id in notice_ids for side in side_names(notice_id)}


def _orphans(free: Sequence[str], notice_ids: set[str]) -> Iterator[Unread]:
    """Side files that stand beside no notice: a misspelt name must not be lost in silence."""
    for name in free:
        if not is_further(end_of_side(name), notice_ids):
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


def other_than_promised(source: Source, digest: str) -> Iterator[Issue]:
    """An issue if the side file says which bytes it belongs to, and these are others."""
    if source.promises.get("sha256", digest) != digest:
        yield Issue("side_file", say("side_file_of_other"), ".toml")
