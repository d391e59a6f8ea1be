"""A folder or a file → the notices in it, each with what stands beside it."""

from __future__ import annotations

import datetime
import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from pipeline.decisions.toml import toml_to_corrections
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction, Issue, Unread

PAGE_SUFFIXES, PAGE_PARTS = (".html", ".htm", ".shtml", ".xhtml"), ("_files", ".files", "_文件")
SIDE, CORRECTIONS = ".toml", ".corrections.toml"
# What a side file may say of its notice, and of which type TOML must give it.
SIDE_KEYS: Mapping[str, type] = {
    "url": str, "publisher": str, "fetched": datetime.date, "sha256": str, "expect": dict,
}  # fmt: skip
# A notice's name becomes part of keys, messages and names of pages: nothing in it may hide or lead elsewhere.
UNSAFE = regex.compile(r"[\p{C}/\\]|\.\.|^[-.\s]|\s$")


@dataclass(frozen=True, slots=True)
class Source:
    """A notice to be read; `promises` is what its side file says, `source_file` its path seen from raw/,
    `corrections` what an editor decided about it."""

    notice_id: str
    path: Path
    source_file: str
    promises: Mapping[str, object]
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()


def find(raw: Path) -> tuple[list[Source], list[Unread]]:
    """The notices of a folder (or the one file `raw`) in the order of their names, and what is none.

    Raises OSError if `raw` is not there, is no folder or file, or holds nothing; BrokenPromise for
    corrections that cannot be read: publishing without them would publish what an editor found wrong.
    """
    if raw.is_file():
        folder, root = raw.parent, None
        names = [name for name in (raw.name, *_side_names(raw.stem)) if (folder / name).is_file()]
    else:
        folder, root = raw, raw.resolve()
        names = sorted(path.name for path in raw.iterdir() if not path.name.startswith("."))
    names = without_page_parts(names)
    ids = names_to_ids([name for name in names if not name.endswith(SIDE)])
    if not ids:
        raise FileNotFoundError(say("no_notice_in_folder", folder=str(raw), example=str(raw / "notice.txt")))
    found = [_source(folder, root, name, notice_id) for name, notice_id in ids.items()]
    sources = [one for one in found if isinstance(one, Source)]
    unread = [one for one in found if isinstance(one, Unread)]
    return sources, [*unread, *_orphans(names, set(ids.values()))]


def without_page_parts(names: Sequence[str]) -> list[str]:
    """The names without the folders of pictures and styles that browsers save beside a page: `a_files`, `a.html`."""
    pages = {path.stem for name in names if (path := Path(name)).suffix.lower() in PAGE_SUFFIXES}
    return [name for name in names if not any(name == page + part for page in pages for part in PAGE_PARTS)]


def names_to_ids(names: Sequence[str]) -> dict[str, str]:
    """Notice ids by file name: the stem, or the whole name where two would have the same."""
    ids = {name: Path(name).stem for name in names}
    while doubled := {key for key, n in Counter(ids.values()).items() if n > 1}:
        ids |= {name: name for name, key in ids.items() if key in doubled}
    return ids


def _source(folder: Path, root: Path | None, name: str, notice_id: str) -> Source | Unread:
    """One entry of the folder as a notice to be read, or why it is none."""
    path = folder / name
    if UNSAFE.search(name):
        return _unread(name, say("unsafe_name"))
    if root is not None and not _reachable(path).is_relative_to(root):
        return _unread(name, say("link_outside"))
    if path.is_dir():
        inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        if not inside:
            return _unread(name, say("folder_empty"))
        if root is not None and not all(_reachable(entry).is_relative_to(root) for entry in inside):
            return _unread(name, say("folder_with_link_outside"))
        path = inside[0] if len(inside) == 1 else path
        name = f"{name}/{' + '.join(shown(entry.name) for entry in inside)}"
    promises, issues = _side(folder, notice_id)
    return Source(notice_id, path, name, promises, tuple(issues), _corrections(folder, notice_id))


def _reachable(path: Path) -> Path:
    """Where a path leads; itself if it leads nowhere (a broken link, a circle): reading says that better."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        return path.parent.resolve() / path.name


def _side(folder: Path, notice_id: str) -> tuple[dict[str, object], list[Issue]]:
    """What `<notice_id>.toml` says, and what in it is not understood."""
    path = folder / f"{notice_id}{SIDE}"
    if not path.exists():
        return {}, []
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return {}, [Issue("side_file", say("side_file_unreadable", file=path.name, error=str(why)), SIDE)]
    wrong = [say("side_file_wrong", file=path.name, why=why) for why in _misunderstood(said)]
    issues = [Issue("side_file", message, SIDE) for message in wrong]
    return {key: value for key, value in said.items() if _fits(key, value)}, issues


def _corrections(folder: Path, notice_id: str) -> tuple[Correction, ...]:
    path = folder / f"{notice_id}{CORRECTIONS}"
    if not path.exists():
        return ()
    try:
        return toml_to_corrections(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise BrokenPromise(say("file_unreadable", file=path.name, error=str(why))) from error


def _fits(key: str, value: object) -> bool:
    return key in SIDE_KEYS and type(value) is SIDE_KEYS[key]


def _misunderstood(said: Mapping[str, object]) -> Iterator[Message]:
    for key in sorted(said):
        if key not in SIDE_KEYS:
            yield say("unknown_side_key", key=key, known=tuple(SIDE_KEYS))
        elif not _fits(key, said[key]):
            yield say("wrong_side_type", key=key, type=SIDE_KEYS[key].__name__, value=repr(said[key]))


def _orphans(names: Sequence[str], notice_ids: set[str]) -> Iterator[Unread]:
    """Side files that stand beside no notice: a misspelt name must not be lost in silence."""
    beside = {side for notice_id in notice_ids for side in _side_names(notice_id)}
    for name in names:
        if name.endswith(SIDE) and name not in beside:
            yield _unread(name, say("side_file_alone"), "side_file")


def _side_names(notice_id: str) -> tuple[str, str]:
    return f"{notice_id}{SIDE}", f"{notice_id}{CORRECTIONS}"


def _unread(name: str, message: Message, kind: str = "unreadable") -> Unread:
    return Unread(shown(Path(name).stem), shown(name), Issue(kind, message))


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
