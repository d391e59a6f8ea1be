"""The order of the stages, and what happens when one notice cannot go through them.

    raw/ → read → outline → mend → extract → correct → resolve → check → publish → extracted/

This is the only module that knows the order; each stage turns a value of a whole notice into the next.
Stages are imported when first used: a command that needs none of them starts at once.
"""

from __future__ import annotations

import dataclasses
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.model import BrokenPromise, Checked, Issue, Unread, Unreadable
from pipeline.sources import Source, find

# Starting a process costs 0.3 s, reading a text notice 0.03 s: below this the first is not earned back.
FEWEST_FOR_PROCESSES = 40

Result = Checked | Unread
# Told after each notice: how many are done, how many there are, what came of this one.
Told = Callable[[int, int, Result], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: rows by table, notices not read, checks by result, mentions by status."""

    rows: Mapping[str, int]
    failures: tuple[Unread, ...]
    checks: Mapping[str, int]
    mentions: Mapping[str, int]


def run(raw: Path, out: Path, jobs: int | None, told: Told) -> Outcome:
    """Reads the notices of `raw` and replaces the folder `out` by their tables.

    `jobs` processes read notices at the same time (None: as many as pay); the tables are the same bytes
    whatever their number. A notice that cannot be read is in `failures` and in the table `issues`.
    Raises BrokenPromise or OSError, with `out` as it was, when nothing can be published.
    """
    from pipeline.publish import publish

    hold_apart(raw, out)
    sources, none = find(raw)
    results: list[Result] = []
    for result in chain(none, read_all(sources, jobs or paying_jobs(len(sources)))):
        results.append(result)
        told(len(results), len(none) + len(sources), result)
    checked = [result for result in results if isinstance(result, Checked)]
    failures = [result for result in results if isinstance(result, Unread)]
    return Outcome(
        rows=publish(checked, failures, out),
        failures=tuple(failures),
        checks=Counter(check.status for one in checked for check in one.checks),
        mentions=Counter(mention.status for one in checked for mention in one.ledger),
    )


def hold_apart(raw: Path, out: Path) -> None:
    """OSError if one of the two folders lies in the other: replacing one would take the other along."""
    one, other = raw.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise FileExistsError(f"{out} and {raw} lie one in the other; name another folder with --out")


def paying_jobs(notices: int) -> int:
    """How many processes earn back what starting them costs."""
    return (os.cpu_count() or 1) if notices >= FEWEST_FOR_PROCESSES else 1


def read_all(sources: Sequence[Source], jobs: int) -> Iterator[Result]:
    """What came of each notice, in the order of the sources."""
    if jobs == 1:
        yield from map(source_to_result, sources)
        return
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        futures = [pool.submit(source_to_result, source) for source in sources]
        for source, future in zip(sources, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield alone(source)


def alone(source: Source) -> Result:
    """A notice again in a process of its own, after some notice's process died; if its own dies, it was that."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(source_to_result, source).result()
        except BrokenProcessPool:
            why = "the process that read it was killed, most often for want of memory"
            return unread(source, "killed", f"{why}; give it more, or split the notice")


def source_to_result(source: Source) -> Result:
    """One notice through all stages. Only a broken promise of ours leaves this function as an exception."""
    from pipeline.check import check
    from pipeline.correct import correct
    from pipeline.extract import extract
    from pipeline.outline import outline
    from pipeline.read import read
    from pipeline.resolve import resolve
    from pipeline.tables import mend

    try:
        document = read(source.path, source.notice_id, source.promises)
        issues = (*document.issues, *source.issues)
        document = dataclasses.replace(document, source_file=source.source_file, issues=issues)
        extracted = extract(mend(outline(document)))
        return check(resolve(correct(extracted, source.corrections)))
    except Unreadable as reason:
        return unread(source, "unreadable", str(reason))
    except BrokenPromise:
        raise
    except Exception as error:  # A fault of ours in one notice must not cost the others.
        why = f"a fault of this program ({place(error)}), not of the notice"
        return unread(source, "fault", f"{why}; report it with the notice")


def unread(source: Source, kind: str, message: str) -> Unread:
    return Unread(source.notice_id, source.source_file, Issue(kind, message))


def place(error: Exception) -> str:
    """`ValueError in tables/choice.py, line 12`: the same on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "pipeline" in Path(frame.filename).parts] or frames
    last = Path(ours[-1].filename)
    return f"{type(error).__name__} in {last.parent.name}/{last.name}, line {ours[-1].lineno}"
