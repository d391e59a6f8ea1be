"""Each notice is read by a process of its own kind: bounded in time and memory, and ended with this one.

    sources → workers (forked once, a notice at a time) → what came of each, in the order of the sources

A worker that dies, hangs or eats memory costs the notice it was reading; another takes its place.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import active_children, get_context, get_start_method, util
from multiprocessing.connection import Connection, Pipe, wait
from multiprocessing.process import BaseProcess
from typing import Generic, NamedTuple, TypeVar, cast

from pipeline import bounds
from pipeline.bounds import PATIENCE
from pipeline.messages import Message, say, with_remedy
from pipeline.model import Unread
from pipeline.sources import Source, source_to_unread

Made = TypeVar("Made")
# A process that is forked is there in 0.02 s, one that is spawned imports everything again in 0.3 s; reading a text
# notice takes 0.05 to 0.1 s: with fewer notices the first is not earned back.
FEWEST_FORKED, FEWEST_SPAWNED = 4, 40
LEAVE = 2.0  # Seconds to leave in: a tenth is enough.


class Bounds(NamedTuple):
    """Seconds of work and MiB of memory that one notice may take in a worker; readers may ask for more time."""

    seconds: float
    memory_mb: int


@dataclass(slots=True)
class _Task:
    number: int
    source: Source
    again: bool = False  # Its worker died; that it was this notice is sure only of a fresh one.


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    way: Connection
    task: _Task | None = None
    until: float = 0.0
    is_fresh: bool = True

    def give(self, task: _Task, bound: Bounds) -> None:
        self.task, self.until = task, time.monotonic() + bound.seconds * PATIENCE
        self.way.send(task.source)

    def dismiss(self) -> None:
        """Lets one that waits go by itself: what it keeps for the next run (`language.patterns`) is then kept."""
        if self.task is None:
            with contextlib.suppress(OSError):
                self.way.send(None)

    def end(self) -> int | None:
        """Ends the process, whatever it does; its exit code where it had ended by itself."""
        self.process.join(LEAVE if self.task is None else 0)
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        self.way.close()
        return code


@dataclass
class _Crew(Generic[Made]):
    """Workers, what is to be read, and what came of it by number."""

    read: Callable[[Source], Made]
    jobs: int
    bound: Bounds
    todo: deque[_Task]
    made: dict[int, Made | Unread] = field(default_factory=dict)
    workers: list[_Worker] = field(default_factory=list)

    def employ(self) -> None:
        """Gives every notice that has none a worker, as far as there are jobs."""
        while self.todo:
            task = self.todo[0]
            idle = next((one for one in self.workers if one.task is None and not task.again), None)
            if idle is None and len(self.workers) >= self.jobs:
                return
            if idle is None:
                self.workers.append(idle := _start(self.read, self.bound))
            self.todo.popleft()
            with contextlib.suppress(BrokenPipeError):  # It died between two notices: `hear` finds that out.
                idle.give(task, self.bound)

    def hear(self) -> None:
        """Waits until a worker says something, ends or has used up its time."""
        busy = [worker for worker in self.workers if worker.task is not None]
        left = min(worker.until for worker in busy) - time.monotonic()
        ready = set(wait([worker.way for worker in busy], max(0.0, left)))
        for worker in busy:
            if worker.way in ready:
                self._hear_of(worker)
            elif time.monotonic() > worker.until:
                self._lose(worker, say("reading_slow", seconds=self.bound.seconds * PATIENCE))

    def _hear_of(self, worker: _Worker) -> None:
        try:
            said = worker.way.recv()
        except (EOFError, OSError):
            worker.process.join(1)
            self._lose(worker, None)
            return
        if isinstance(said, float):
            worker.until += said * PATIENCE
        elif worker.task is not None:
            if isinstance(said, Message):  # Out of memory: what else the worker holds is not known.
                self._lose(worker, said)
                return
            self.made[worker.task.number] = said
            worker.task, worker.is_fresh = None, False

    def _lose(self, worker: _Worker, why: Message | None) -> None:
        """A worker is gone, and the notice with it if that was its first one; else it is tried by another."""
        task, code = worker.task, worker.end()
        self.workers.remove(worker)
        if task is None:
            return
        why = why or _death(code, self.bound)
        if worker.is_fresh or why.key == "reading_slow":
            remedy = say("check_and_raise_limit")
            if why.key == "reader_killed":
                remedy = say("give_more_memory")
            self.made[task.number] = source_to_unread(task.source, "killed", with_remedy(why, remedy))
        else:
            self.todo.appendleft(_Task(task.number, task.source, again=True))


def paying_jobs(notices: int) -> int:
    """How many processes at once earn back what starting them costs."""
    if notices < FEWEST_FORKED:
        return 1
    fewest = FEWEST_FORKED if get_start_method() == "fork" else FEWEST_SPAWNED
    return min(os.cpu_count() or 1, notices) if notices >= fewest else 1


# Processes that wait for their first notice.
Waiting = list[_Worker]


@contextlib.contextmanager
def standing_by(read: Callable[[Source], Made], bound: Bounds, load: Callable[[], None]) -> Iterator[Waiting]:
    """Within it a process that loads what reading needs, for `read_all` to take; one that nobody took is ended."""
    waiting = [_start(read, bound, load)]
    try:
        yield waiting
    finally:
        for worker in waiting:
            worker.process.kill()
            worker.end()


def read_all(
    sources: Sequence[Source],
    jobs: int | None,
    read: Callable[[Source], Made],
    bound: Bounds,
    waiting: Waiting | None = None,
) -> Iterator[Made | Unread]:
    """What `read` makes of each notice, in the order of the sources. `jobs` processes, None: as many as pay; those that are
    `waiting` are taken first.

    They are at work from now on, whenever the first is asked for. A notice whose process dies or goes beyond its bounds is Unread.
    """
    # Long: what is read, by how many, and how.
    todo = deque(_Task(number, source) for number, source in enumerate(sources))
    crew = _Crew(read, min(jobs or paying_jobs(len(sources)), len(sources)), bound, todo)
    while waiting:
        crew.workers.append(waiting.pop())
    # Whoever leaves without closing this generator: workers that wait would be waited for.
    util.Finalize(None, _end_children, exitpriority=100)
    made = _answers(crew, len(sources))
    next(made)
    return made


def _answers(crew: _Crew[Made], count: int) -> Iterator[Made | Unread]:
    """What is made of each, in their order; before that, once all have begun, what stands for nothing."""
    try:
        crew.employ()
        yield cast("Made", None)
        for number in range(count):
            while number not in crew.made:
                crew.employ()
                crew.hear()
            crew.employ()
            yield crew.made.pop(number)
    finally:
        for worker in crew.workers:
            worker.dismiss()
        for worker in crew.workers:
            worker.end()


def _end_children() -> None:
    for child in active_children():
        child.kill()


def _start(
    read: Callable[[Source], object], bound: Bounds, load: Callable[[], None] | None = None
) -> _Worker:
    here, there = Pipe()
    # A fork costs 20 ms, a new Python 300; but only Linux lets a forked process use any library.
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    process = context.Process(target=_work, args=(os.getpid(), here, there, read, bound, load))
    process.start()
    there.close()
    return _Worker(process, here)


def _death(exit_code: int | None, bound: Bounds) -> Message:
    if exit_code == -getattr(signal, "SIGXCPU", 0):
        return say("reading_slow", seconds=bound.seconds)
    if exit_code == -getattr(signal, "SIGKILL", 0):
        return say("reader_killed")
    if exit_code is not None and exit_code < 0:
        return say("reader_ended", signal=signal.Signals(-exit_code).name)
    return say("reader_silent")


# --- in the worker ----------------------------------------------------------------------------


def _work(
    parent: int,
    here: Connection,
    there: Connection,
    read: Callable[[Source], object],
    bound: Bounds,
    load: Callable[[], None] | None,
) -> None:
    # Long: what a process is started with.
    here.close()
    bounds.begin(parent, there)
    with contextlib.suppress(Exception):  # What is wrong is told of the notice that finds out.
        if load is not None:
            load()
    bounds.bound_memory(bound.memory_mb)
    while True:
        try:
            source = there.recv()
        except (EOFError, OSError):
            return
        if source is None:
            return
        bounds.bound_work(bound.seconds)
        there.send(_made(read, source, bound))


def _made(read: Callable[[Source], object], source: Source, bound: Bounds) -> object:
    try:
        return read(source)
    except MemoryError:
        return say("reading_memory", most=bound.memory_mb)
