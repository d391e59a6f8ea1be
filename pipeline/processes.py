"""Notices read in several processes at the same time; one that kills its process costs only itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pipeline.messages import say, with_remedy
from pipeline.model import Unread
from pipeline.sources import Source, source_to_unread

Made = TypeVar("Made")
# A process that is forked is there in 0.02 s, one that is spawned imports everything again in 0.3 s; reading a text
# notice takes 0.05 to 0.1 s: with fewer notices the first is not earned back.
FEWEST_FORKED, FEWEST_SPAWNED = 4, 40


def paying_jobs(notices: int) -> int:
    """How many processes earn back what starting them costs."""
    if notices < FEWEST_FORKED:
        return 1
    from multiprocessing import get_start_method

    fewest = FEWEST_FORKED if get_start_method() == "fork" else FEWEST_SPAWNED
    return min(os.cpu_count() or 1, notices) if notices >= fewest else 1


def read_all(
    sources: Sequence[Source], jobs: int | None, read: Callable[[Source], Made]
) -> Iterator[Made | Unread]:
    """What `read` makes of each notice, in the order of the sources. `jobs` processes, None: as many as pay."""
    jobs = jobs or paying_jobs(len(sources))
    if jobs == 1:
        yield from map(read, sources)
        return
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        futures = [pool.submit(read, source) for source in sources]
        for source, future in zip(sources, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield alone(source, read)


def alone(source: Source, read: Callable[[Source], Made]) -> Made | Unread:
    """A notice again in a process of its own, after some notice's process died; if its own dies, it was that."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(read, source).result()
        except BrokenProcessPool:
            why = with_remedy(say("reader_killed"), say("give_more_memory"))
            return source_to_unread(source, "killed", why)
