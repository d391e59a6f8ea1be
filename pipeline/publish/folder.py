"""A folder replaced whole or not at all, whenever the process is killed.

The new folder is written beside the old one and synced to disk. On Linux the two then change places in
one step (renameat2 with RENAME_EXCHANGE): whoever looks sees the old folder or the new one. Where the
system or the file system cannot do that, the old folder is renamed away and the new one renamed in:
between the two steps OUT is absent, and a process killed just there leaves the whole old folder as
`.<out>.notice-pipeline-old`, which the next run puts back first. A lock beside OUT (`pipeline.turns`) makes two
runs at once safe: the later one waits.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path

from pipeline.messages import say
from pipeline.publish import listed, package, twin
from pipeline.turns import locked
from pipeline.whole import MARK, is_part, part, remove, sweep

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# Files that are synced at the same time: a disk takes them together, and one by one each would wait for a turn of its own.
# So many are waited for together.
AT_ONCE, AT_A_TIME = 8, 256


def replace(out: Path, write: Callable[[Path], None], then: Callable[[], None] = lambda: None) -> None:
    """Makes `out` the folder that `write` fills; what else lies in `out` is carried over. `then` is done once it is there, while
    the old folder is being removed.

    Raises FileExistsError if `out` is something this program did not write, OSError as the file system does.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out):
        recover(out)
        refuse_foreign(out)
        new = part(out)
        new.mkdir()
        try:
            write(new)
            carry_over(out, new)
            sync(new, out)
            swap(new, out)
            with removed_beside(new):
                then()
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def removed_beside(folder: Path) -> Iterator[None]:
    """Has a folder removed by the system's own program, where there is one, while something else is done: ten thousand files
    take a tenth of what a run costs, most of it waiting for the disk."""
    program = shutil.which("rm") if folder.is_dir() else None
    if program is None:
        yield
        return
    # Thousands of small files, and some that are long: each takes the other's time.
    several = [one.path for one in _entries(str(folder)) if one.is_dir(follow_symlinks=False)]
    long = [one.path for one in _entries(str(folder)) if not one.is_dir(follow_symlinks=False)]
    with ExitStack() as stack:
        for paths in filter(None, (several, long)):
            command = [program, "-rf", "--", *paths]
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
        yield


def recover(out: Path) -> None:
    """Undoes what killed runs left: an old folder not put back, new ones never finished. Needs the lock."""
    old = _old(out)
    if old.is_dir() and not out.exists():
        old.rename(out)
    remove(old)  # By its name ours, whole or not: a run may have been killed while taking it away.
    sweep(out.parent, out.name, is_alone=True)


def refuse_foreign(out: Path) -> None:
    """FileExistsError if `out` is a file, or a folder with content and not ours."""
    if not out.exists():
        return
    if not out.is_dir():
        raise FileExistsError(say("out_is_file", out=out.name))
    if not listed.is_ours(out) and any(not path.name.startswith(".") for path in out.iterdir()):
        raise FileExistsError(say("out_is_foreign", out=out.name))


def carry_over(out: Path, new: Path) -> None:
    """Links into `new` what other commands keep in `out` (review pages); tables are always new."""
    if not out.is_dir():
        return
    for path in sorted(out.iterdir()):
        is_ours = path.suffix == ".parquet" or path.name in (package.BUCKETS, twin.FOLDER)
        if is_ours or is_part(path.name) or (new / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, ignore=_parts, copy_function=_link)
        else:
            _link(str(path), str(new / path.name))


def sync(folder: Path, old: Path) -> None:
    """Puts what was written into a folder on disk before anything points at it: what was linked from the old one is there already."""
    folders = [""]
    with ThreadPoolExecutor(AT_ONCE) as several:
        for one in folders:  # It grows by the folders in it.
            folders += (f"{one}/{entry.name}" for entry in _entries(f"{folder}{one}") if _is_folder(entry))
            files = _new_files(f"{folder}{one}", f"{old}{one}")
            while some := list(islice(files, AT_A_TIME)):
                list(several.map(_to_disk, some))
        list(several.map(_to_disk, (f"{folder}{one}" for one in reversed(folders))))


def _new_files(folder: str, old: str) -> Iterator[str]:
    """The files of a folder that are not those of the old one: there are as many as notices."""
    for entry in _entries(folder):
        if entry.is_file(follow_symlinks=False):
            try:
                is_old = os.lstat(f"{old}/{entry.name}").st_ino == entry.inode()
            except OSError:
                is_old = False
            if not is_old:
                yield entry.path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _to_disk(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Of a folder; none where there is none."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        yield from entries


def swap(new: Path, out: Path) -> None:
    """Makes `new` be `out`; afterwards `new`, if it is there, is what `out` was."""
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        old = _old(out)
        out.rename(old)
        new.rename(out)
        shutil.rmtree(old)


def exchange(one: Path, other: Path) -> bool:
    """Lets two names change places in one step; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(done == 0)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _parts(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if is_part(name)]


def _old(out: Path) -> Path:
    """Where the old folder lies between two renames."""
    return out.with_name(f".{out.name}{MARK}old")
