"""One file is read in a process of its own: if it dies, hangs or eats memory, the run goes on without it."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Set
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import bounds
from pipeline.messages import Message, say
from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts

Reader = Callable[[bytes, str, Limits], Parts]
Said = Parts | tuple[Message, Message]
# Reader → modules that it loaded in a child: loaded here before the next, which then has them. Of character recognition
# nothing, whose threads no fork has.
_ASKED_FOR: dict[str, frozenset[str]] = {}
_HANDED_ON, _NEVER = "pipeline.read.", "pipeline.read.ocr"


class _Answer(NamedTuple):
    """What the child says: Parts, or (why, remedy) of an Unreadable; and which modules it had to load."""

    said: Said
    loaded: frozenset[str] = frozenset()


_IN_VAIN = say("check_and_raise_limit")


def isolated(reader: str, content: bytes, name: str, limits: Limits) -> Parts:
    """What `reader` ("package.module:function") makes of a file named `name`, read in a child process.

    The child may use `limits.seconds` of the processor (more if it asks by `more_time`; by the clock ten times that, so
    that a busy machine reads what an idle one does) and `limits.memory_mb` of memory beyond what this process has. Raises Unreadable if the reader does, if the child dies, runs
    out of time or memory, or makes more text than the limits allow.
    """
    # Loaded here, not in the child: the next file then finds it loaded.
    read = partial(_load(reader), content, name, limits)
    for module in sorted(_ASKED_FOR.pop(reader, ())):
        importlib.import_module(module)
    receiver, sender = multiprocessing.Pipe(duplex=False)
    # A fork costs 5 ms, a new Python 300; but only Linux lets a forked process use any library.
    forks = sys.platform == "linux"
    context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
    child = context.Process(target=_read_alone, args=(os.getpid(), sender, read, limits), daemon=True)
    bounds.wait_longer(limits.seconds)  # Who waits for this process waits for the reader too.
    child.start()
    sender.close()
    try:
        answer = _await_answer(receiver, limits)
    finally:
        child.kill()
        child.join()
        receiver.close()
    if answer is None:
        raise Unreadable(*_death(child.exitcode, limits))
    if answer.loaded:
        _ASKED_FOR[reader] = answer.loaded
    if isinstance(answer.said, Parts):
        return answer.said
    raise Unreadable(*answer.said)


def _load(reader: str) -> Reader:
    module, _, function = reader.partition(":")
    return getattr(importlib.import_module(module), function)  # type: ignore[no-any-return]


def _await_answer(receiver: Connection, limits: Limits) -> _Answer | None:
    """What the child sends, or None if it died before that."""
    allowed, start = limits.seconds * bounds.PATIENCE, time.monotonic()
    while receiver.poll(max(0.0, start + allowed - time.monotonic())):
        try:
            message: Any = receiver.recv()
        except EOFError:
            return None
        if not isinstance(message, float | int):
            return message  # type: ignore[no-any-return]
        allowed += message * bounds.PATIENCE
        bounds.wait_longer(message)
    return _Answer((say("reading_slow", seconds=allowed), _IN_VAIN))


def _death(exit_code: int | None, limits: Limits) -> tuple[Message, Message]:
    """Why there is no answer, and what to do."""
    if exit_code == -getattr(signal, "SIGXCPU", 0):
        return say("reading_slow", seconds=limits.seconds), _IN_VAIN
    if exit_code is not None and exit_code < 0:
        return say("reader_ended", signal=signal.Signals(-exit_code).name), say("save_anew")
    return say("reader_silent"), say("save_anew")


# --- in the child -----------------------------------------------------------------------------


def _read_alone(parent: int, sender: Connection, read: Callable[[], Parts], limits: Limits) -> None:
    bounds.begin(parent, sender)
    bounds.bound_memory(limits.memory_mb)
    bounds.bound_work(limits.seconds)
    _silence()
    there = frozenset(sys.modules)
    answer: Said
    try:
        answer = _within(read(), limits)
    except Unreadable as reason:
        answer = reason.why, reason.remedy
    except MemoryError:
        answer = say("reading_memory", most=limits.memory_mb), _IN_VAIN
    except Exception as error:  # Libraries raise whatever they like over a damaged file.
        answer = say("reader_stumbled", place=_place(error)), say("save_anew_or_report")
    sender.send(_Answer(answer, _handed_on(sys.modules.keys() - there)))


def _handed_on(loaded: Set[str]) -> frozenset[str]:
    return frozenset(name for name in loaded if name.startswith(_HANDED_ON) and not name.startswith(_NEVER))


def _silence() -> None:
    """What C libraries print is for nobody."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _within(parts: Parts, limits: Limits) -> Parts:
    if len(parts.text) > limits.max_chars:
        why = say("too_many_characters", size=len(parts.text), most=limits.max_chars)
        raise Unreadable(why, say("split_notices"))
    cells = sum(len(row) for grid in parts.grids for row in grid.rows)
    if cells > limits.max_cells:
        raise Unreadable(say("too_many_cells", cells=cells, most=limits.max_cells), say("split_notices"))
    return parts


def _place(error: Exception) -> str:
    """`ValueError in html/page.py, line 12`: the last line of ours, the same on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "pipeline" in Path(frame.filename).parts] or frames
    last = Path(ours[-1].filename)
    return f"{type(error).__name__} in {last.parent.name}/{last.name}, line {ours[-1].lineno}"
