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
from typing import TYPE_CHECKING, TypeAlias

from pipeline.cache import Cache, default_folder, source_to_key
from pipeline.messages import Message, say, with_remedy
from pipeline.model import BrokenPromise, Check, Issue, Unread, Unreadable
from pipeline.sources import Source, find, hold_apart, other_than_promised

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion

# A process that is forked is there in 0.02 s, one that is spawned imports everything again in 0.3 s; reading a text
# notice takes 0.05 to 0.1 s: with fewer notices the first is not earned back.
FEWEST_FORKED, FEWEST_SPAWNED = 4, 40

Result: TypeAlias = "Portion | Unread"
# Told after each notice: how many are done, how many there are, what came of this one.
Told = Callable[[int, int, Result], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: rows by table, notices not read, checks by result, mentions by status.

    `recalled` notices were not read again; `strays` are files of the old folder that were not as published.
    """

    rows: Mapping[str, int]
    failures: tuple[Unread, ...]
    checks: Mapping[str, int]
    mentions: Mapping[str, int]
    recalled: int = 0
    strays: tuple[str, ...] = ()


def run(raw: Path, out: Path, jobs: int | None, told: Told, cache: Cache | None = None) -> Outcome:
    """Reads the notices of `raw` and replaces the folder `out` by their tables.

    `jobs` processes read notices at the same time (None: as many as pay); what `cache` holds is not read
    again; the tables are the same bytes either way. A notice that cannot be read is in `failures` and in the
    table `issues`. Raises BrokenPromise or OSError, with `out` as it was, when nothing can be published.
    """
    # Long: where from, where to, and three ways of doing it that callers choose one by one.
    from pipeline.publish import publish
    from pipeline.publish.package import strays

    hold_apart(raw, out)
    sources, none = find(raw)
    known, results = [recall(source, cache) for source in sources], list[Result]()
    for result in chain(none, complete(sources, known, jobs, cache)):
        results.append(result)
        told(len(results), len(none) + len(sources), result)
    failures = tuple(result for result in results if isinstance(result, Unread))
    portions = [result for result in results if not isinstance(result, Unread)]
    links = compare(portions)
    return Outcome(
        strays=tuple(strays(out)),
        rows=publish(portions, failures, out, links),
        failures=failures,
        checks=sum(
            (Counter(portion.checks) for portion in portions), Counter(str(c.status) for _, c in links)
        ),
        mentions=sum((Counter(portion.mentions) for portion in portions), Counter()),
        recalled=sum(one is not None for one in known),
    )


def compare(portions: Sequence[Portion]) -> list[tuple[str, Check]]:
    """Checks between notices of one region, each with the id of the notice it belongs to."""
    from pipeline.check.between import COLUMNS, Told, between, is_comparable

    by_region: dict[str, list[Portion]] = {}
    for portion in portions:
        for region in portion.tables["notices"]["region_code"].to_pylist():
            by_region.setdefault(region or "", []).append(portion)
    told = [
        Told(portion.notice_id, region, row)
        for region, several in by_region.items()
        if region and len(several) > 1
        for portion in several
        for row in portion.tables["targets"].select(COLUMNS).to_pylist()
        if is_comparable(row)
    ]
    return list(between(told))


# --- what was made before ---------------------------------------------------------------------


def program_cache() -> Cache | None:
    """The cache of just this program; None where the environment wants none."""
    from pipeline.publish.provenance import generation

    folder = default_folder()
    return Cache(folder, generation()) if folder else None


def recall(source: Source, cache: Cache | None) -> Portion | None:
    """What was made of the very same notice before; None if nothing was, or it cannot be trusted."""
    from pipeline.publish.portion import bytes_to_portion

    key = source_to_key(source) if cache else None
    stored = cache.load(key) if cache and key else None
    try:
        return bytes_to_portion(stored) if stored else None
    except (ValueError, LookupError, TypeError):
        return None  # Whole, and yet not of this program.


def complete(
    sources: Sequence[Source], known: Sequence[Portion | None], jobs: int | None, cache: Cache | None
) -> Iterator[Result]:
    """What came of each notice, in the order of the sources: what is not known is read, and kept in the cache."""
    missing = [source for source, one in zip(sources, known, strict=True) if one is None]
    keys = [source_to_key(source) if cache else None for source in missing]
    fresh = zip(keys, missing, read_all(missing, jobs or paying_jobs(len(missing))), strict=True)
    for one in known:
        key, source, result = (None, None, one) if one is not None else next(fresh)
        if cache and key and source and not isinstance(result, Unread):
            keep(cache, key, source, result)
        yield result
    if cache and missing:
        cache.forget_old()


def keep(cache: Cache, key: str, source: Source, portion: Portion) -> None:
    """Stores what was made of a notice, unless reading it again might give more, or the file changed meanwhile."""
    from pipeline.publish.portion import portion_to_bytes

    if portion.is_settled and key == source_to_key(source):
        cache.store(key, portion_to_bytes(portion))


# --- one notice through the stages ------------------------------------------------------------


def paying_jobs(notices: int) -> int:
    """How many processes earn back what starting them costs."""
    if notices < FEWEST_FORKED:
        return 1
    from multiprocessing import get_start_method

    fewest = FEWEST_FORKED if get_start_method() == "fork" else FEWEST_SPAWNED
    return min(os.cpu_count() or 1, notices) if notices >= fewest else 1


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
            return unread(source, "killed", with_remedy(say("reader_killed"), say("give_more_memory")))


def source_to_result(source: Source) -> Result:
    """One notice through all stages. Only a broken promise of ours leaves this function as an exception."""
    from pipeline.check import check
    from pipeline.correct import correct
    from pipeline.extract import extract
    from pipeline.outline import outline
    from pipeline.publish.portion import checked_to_portion
    from pipeline.read import read
    from pipeline.resolve import resolve
    from pipeline.tables import mend

    try:
        document = read(source.path, source.notice_id, source.promises)
        issues = (*document.issues, *source.issues, *other_than_promised(source, document.source_sha256))
        document = dataclasses.replace(document, source_file=source.source_file, issues=issues)
        extracted = extract(mend(outline(document)))
        return checked_to_portion(check(resolve(correct(extracted, source.corrections))))
    except Unreadable as reason:
        return unread(source, "unreadable", reason.message)
    except BrokenPromise:
        raise
    except Exception as error:  # A fault of ours in one notice must not cost the others.
        why = say("program_fault", place=place(error))
        return unread(source, "fault", with_remedy(why, say("report_it")))


def unread(source: Source, kind: str, message: Message) -> Unread:
    return Unread(source.notice_id, source.source_file, Issue(kind, message))


def place(error: Exception) -> str:
    """`ValueError in tables/choice.py, line 12`: the same on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "pipeline" in Path(frame.filename).parts] or frames
    last = Path(ours[-1].filename)
    return f"{type(error).__name__} in {last.parent.name}/{last.name}, line {ours[-1].lineno}"
