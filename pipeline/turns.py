"""One at a time: who writes a folder or a file holds its lock, by whichever program and thread."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from pipeline.messages import tell

# (process, thread, lock) of what is held: who holds a lock may ask for it again.
_held: set[tuple[int, int, Path]] = set()
# Seconds in which the processes of a run that was killed are gone; who waits longer waits for another.
PATIENCE = 0.5


@contextlib.contextmanager
def locked(path: Path, *, is_needed: bool = True) -> Iterator[None]:
    """Holds the lock of `path`, a file beside it: who comes later is told so and waits.

    OSError where no lock can be made, unless it is not needed.
    """
    from filelock import FileLock, Timeout

    lock = path.resolve().with_name(f".{path.resolve().name}.lock")
    me = (os.getpid(), threading.get_ident(), lock)
    if me in _held:
        yield
        return
    file = FileLock(lock)
    try:
        lock.parent.stat()  # FileLock would make it.
        file.acquire(timeout=PATIENCE)
    except Timeout:  # It is an OSError too.
        print(tell("waits_for_other", file=path.name, lock=lock.name), file=sys.stderr, flush=True)
        file.acquire()
    except OSError:
        if is_needed:
            raise
        yield
        return
    _held.add(me)
    try:
        yield
    finally:
        _held.discard(me)
        file.release()
