"""What holds of every process that reads for another: it ends with its parent, keeps its bounds, may ask for more time.

Only Linux ends a process with its parent, and says how much memory it has when it begins; elsewhere the time alone
is bound, by the one that waits.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

PR_SET_PDEATHSIG = 1
MOST_FILES = 4096
# Seconds by the clock for a second of work: on a busy machine others work too, and a notice must not be lost for that.
PATIENCE = 10
# The way to the process that waits while this one reads for it.
_asking: Connection | None = None


def begin(parent: int, way: Connection) -> None:
    """To be called first in a process that reads for the process `parent`: who waits at the other end of `way`."""
    global _asking
    _asking = way
    end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to act upon.
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, signal.SIG_DFL)


def open_standard() -> None:
    """Whoever was called without one of the three standard streams gets nowhere in its place.

    Else the next file opened would take its number, and what libraries print there would be written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def leave_cleanly() -> None:
    """Who ends this program (a closed terminal, a shutdown) leaves nothing of a run behind, as with Ctrl-C."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        is_main = threading.current_thread() is threading.main_thread()
        if number is not None and is_main and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda got, _: sys.exit(128 + got))


def end_with(parent: int) -> None:
    """Has this process killed as soon as its parent is gone, however that ends; at once if it is gone already."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def more_time(seconds: float) -> None:
    """`seconds` of work more than were given: for what is known to be long, such as a page of character recognition."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        given, most = resource.getrlimit(resource.RLIMIT_CPU)
        if _asking is not None and given != resource.RLIM_INFINITY:
            # Recognition works on all processors at once.
            more = math.ceil(seconds * (os.cpu_count() or 1))
            resource.setrlimit(resource.RLIMIT_CPU, (given + more, most))
    wait_longer(seconds)


def wait_longer(seconds: float) -> None:
    """Has whoever waits for this process wait for `seconds` of work more, also of a process begun by this one."""
    if _asking is not None:
        _asking.send(float(seconds))


def bound_memory(mebibytes: int) -> None:
    """From now on so much more address space than is in use; beyond it MemoryError. A child may set its own bound."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + mebibytes * 2**20, most))


def bound_work(seconds: float) -> None:
    """From now on so many more seconds of the processor; beyond them SIGXCPU ends this process, in whatever library."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def taken_along(group: int, folder: Path) -> Iterator[None]:
    """Within it, however this process ends, a group of processes ends with it and a folder is removed.

    For programs that start others, which would live on: a second process waits for the end of this one.
    """
    if sys.platform != "linux":
        yield
        return
    hears, says = os.pipe()
    guard = os.fork()
    if guard == 0:
        _guard(hears, group, folder)
    os.close(hears)
    try:
        yield
    finally:
        os.write(says, b".")
        os.close(says)
        os.waitpid(guard, 0)


def _guard(hears: int, group: int, folder: Path) -> None:
    """Waits for a word that all is well; where there is none any more, does what the other cannot."""
    try:
        os.setsid()
        os.closerange(3, hears)
        os.closerange(hears + 1, MOST_FILES)
        if not os.read(hears, 1):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os._exit(0)
