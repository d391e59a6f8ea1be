"""Files read by the workers of a Dask cluster: a part of them at a time, each notice in a process that it may kill.

    sources → parts → tasks of the cluster → a process beside each worker, which reads as a run does → what came of each

A worker that dies costs nothing: its part is read by another. A notice that kills its process costs only itself, for that
process is none of the cluster's. What was read lies in the cache before it is handed back, so that a run whose driver is
killed goes on where it was. Workers need the same program, and the files and the cache under the same paths.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from pipeline.cache import Cache
from pipeline.installation import PACKAGE
from pipeline.messages import say
from pipeline.model import BrokenPromise, Unread
from pipeline.processes import Bounds, read_all
from pipeline.provenance import generation
from pipeline.recalled import Entry, keep_entry
from pipeline.run import load_stages, settings_to_bounds, source_to_entry
from pipeline.sources import Source

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local:"
# Notices of a task: a second of work, so that starting it costs little and losing it costs little.
PART = 10
# Parts at once for each processor of the cluster: one is read, one waits.
AHEAD = 2
LENGTH = 8
Came = list[Entry | Unread]


def read_on_cluster(sources: Sequence[Source], address: str, cache: Cache | None) -> Iterator[Entry | Unread]:
    """What came of each file, in the order of the sources; `address` is that of a scheduler, or `local:2` for two workers here.

    BrokenPromise where Dask is not installed, nobody answers or the cluster is of another program or goes away.
    """
    if not sources:
        return
    absolute = [replace(source, path=source.path.absolute()) for source in sources]
    parts = [absolute[at : at + PART] for at in range(0, len(absolute), PART)]
    with _client(address) as client:
        most = AHEAD * max(1, sum(client.nthreads().values()))
        waiting: deque[tuple[Any, list[Source]]] = deque()
        for part in parts:
            waiting.append((client.submit(read_part, part, cache, generation(), pure=False), part))
            if len(waiting) >= most:
                yield from _came(*waiting.popleft(), cache)
        while waiting:
            yield from _came(*waiting.popleft(), cache)


def _came(task: Any, part: list[Source], cache: Cache | None) -> Came:
    """What came of a part; read here where it was lost with one worker after the other."""
    from distributed.scheduler import KilledWorker

    try:
        found: Came = task.result()
    except KilledWorker:
        found = _read(part, cache)
    except (OSError, BrokenPromise):
        raise
    except Exception as error:
        raise BrokenPromise(say("cluster_lost", error=f"{type(error).__name__}: {error}")) from error
    task.release()
    return found


@contextlib.contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client, LocalCluster
    except ModuleNotFoundError as error:
        raise BrokenPromise(say("cluster_missing")) from error
    try:
        with contextlib.ExitStack() as stack:
            place: Any = address
            if address.startswith(LOCAL):
                place = LocalCluster(
                    n_workers=int(address.removeprefix(LOCAL)), threads_per_worker=1, dashboard_address=None,
                    memory_limit=0, silence_logs=50,
                )  # fmt: skip
                stack.enter_context(place)
            yield stack.enter_context(Client(place, set_as_default=False))
    except (OSError, ValueError) as error:
        raise BrokenPromise(say("cluster_unreachable", address=address, error=str(error))) from error


# --- on a worker ------------------------------------------------------------------------------

_own = threading.local()


def read_part(sources: Sequence[Source], cache: Cache | None, program: str) -> Came:
    """What came of these files, read by the process beside this worker. BrokenPromise where it is of another program."""
    if program != generation():
        raise BrokenPromise(say("cluster_of_other_program"))
    for _ in range(2):  # One that died meanwhile takes nothing with it but the time.
        reader = _reader()
        with contextlib.suppress(OSError, EOFError):
            _send(reader.stdin, (sources, cache))
            return list(_receive(reader.stdout))
        reader.kill()
    raise BrokenPromise(say("reader_silent"))


def _reader() -> subprocess.Popen[bytes]:
    """A process that is none of Dask's, begun once a thread: one that forks must have no other threads."""
    known: subprocess.Popen[bytes] | None = getattr(_own, "reader", None)
    if known is None or known.poll() is not None:
        paths = [str(PACKAGE.parent), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        known = _own.reader = subprocess.Popen(
            [sys.executable, "-c", "from pipeline.cluster import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
    return known


def serve() -> None:
    """Reads the parts that come in until there is nobody more who sends any: the worker ended, however it did."""
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # What a library prints must not stand among the answers.
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            sources, cache = _receive(asked)
            _send(answers, _read(sources, cache))


def _read(sources: Sequence[Source], cache: Cache | None) -> Came:
    bound: Bounds = settings_to_bounds()
    load_stages()
    found: Came = []
    for source, came in zip(sources, read_all(sources, 1, source_to_entry, bound), strict=True):
        if cache and isinstance(came, Entry):
            keep_entry(source, came, cache)
        found.append(came)
    return found


def _send(way: IO[bytes] | None, said: object) -> None:
    assert way is not None
    packed = pickle.dumps(said)
    way.write(len(packed).to_bytes(LENGTH, "big") + packed)
    way.flush()


def _receive(way: IO[bytes] | None) -> Any:
    assert way is not None
    head = way.read(LENGTH)
    packed = way.read(int.from_bytes(head, "big")) if len(head) == LENGTH else b""
    if not packed:
        raise EOFError
    return pickle.loads(packed)


def text_to_address(text: str) -> str:
    """`tcp://10.0.0.1:8786`, or `local:2`. ValueError where it is neither."""
    begin, _, rest = text.partition(":")
    if not rest or (begin == "local" and not (rest.isdecimal() and int(rest) > 0)):
        raise ValueError(text)
    return text
