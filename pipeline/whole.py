"""What is written appears whole or not at all: the names of what is not finished, and who clears it away.

part(path)     beside it, named after this process: written first, renamed into its place when whole
sweep(folder)  removes the parts of processes that were killed
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

# Between the name of what is written and the number of the process: nobody calls a copy of his own so.
MARK = ".notice-pipeline-"
# Bytes of a name to which that can be added, of the 255 that systems allow; of a character at most so many.
_LONGEST, _WIDEST = 160, 4


def part(path: Path, more: str = "") -> Path:
    """Where this process writes what is to be `path`; `more`, where it writes several at once."""
    return path.with_name(f".{_short(path.name)}{MARK}{os.getpid()}{more}")


def _short(name: str) -> str:
    """The name, or of one that leaves no room for more its first characters and a hash of it."""
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    digest = hashlib.blake2b(os.fsencode(name), digest_size=8).hexdigest()
    return f"{name[: _LONGEST // _WIDEST]}{digest}"


def is_part(name: str) -> bool:
    """Whether a file or folder of that name is one that a process had not finished."""
    return name.startswith(".") and _process(name.rpartition(MARK)[2]) is not None and MARK in name


def sweep(folder: Path, name: str = "", *, is_alone: bool = False) -> None:
    """Removes what killed processes left in `folder`, of the file `name` or of any.

    What a process is still writing stays, unless the caller knows by a lock that there is none (`is_alone`).
    """
    with contextlib.suppress(OSError):
        begin = f".{_short(name)}{MARK}" if name else "."
        with os.scandir(folder) as entries:
            names = sorted(one.name for one in entries if one.name.startswith(begin) and is_part(one.name))
        for left in names:
            number = _process(left.rpartition(MARK)[2])
            if number is not None and (is_alone or not _is_alive(number)):
                remove(folder / left)


def remove(path: Path) -> None:
    """Takes away a file, a link or a folder with all in it, as far as that can be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _process(end: str) -> int | None:
    """The number of the process that an end of a name says: `123`, `123.4`."""
    number = end.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 12 else None


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
