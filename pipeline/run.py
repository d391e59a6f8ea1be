"""The order of the stages, and what happens when one notice cannot go through them.

    raw/ → read → split → outline → mend → extract → correct → resolve → check → publish → extracted/

This is the only module that knows the order; each stage turns a value of a whole notice into the next. Processes
live in `processes`, what was made before in `recalled`, notices held against each other in `pairs`.
Stages are imported when first used: a command that needs none of them starts at once.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cache import LIMITS, Cache
from pipeline.listing import hold_apart
from pipeline.memory import Memory
from pipeline.messages import say, with_remedy
from pipeline.model import BrokenPromise, Document, Extracted, Phase, Unread, Unreadable, waits_for_tool
from pipeline.pairs import compare, figures
from pipeline.processes import Bounds, Waiting, paying_jobs, read_all, standing_by
from pipeline.recalled import Entry, LaidOf, Make, Result, Results, recall_all, results_to_entry
from pipeline.shelf import Lost, Shelf
from pipeline.sources import (
    Source,
    Sources,
    find,
    other_than_promised,
    source_to_unread,
    unused,
    with_side_files,
)
from pipeline.staleness import Settled, settle
from pipeline.standing import Sums, keep_sums, look_ahead, recall_sums, settled_to_sign, strange
from pipeline.start import COLLECTS
from pipeline.turns import locked

if TYPE_CHECKING:
    from pipeline.publish.leaves import Grove

# Told of each notice, of those of a file that was read before together: how many files are done, how many there are, what came of
# it; then, of many, for how many of the notices what others must know of them is there (`compared`), and how many stand in the
# tables (`published`).
Told = Callable[[int, int, "LaidOf | Phase"], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: rows by table, notices not read, checks by result, mentions by kind, place and status.

    `recalled` notices were not read again; `stale` ones keep the rows they had, of those `in_part` a tool that lacks would
    read more; `gone` ones have no file any more; `strays` are files of the old folder that were not as published.
    """

    rows: Mapping[str, int]
    failures: tuple[Unread, ...]
    checks: Mapping[str, int]
    mentions: Mapping[str, int]
    recalled: int = 0
    strays: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def is_held_up(self) -> bool:
        """Whether a notice that was published is only kept, or one waits, whole or in part, for a tool, or for its correction
        to be mended."""
        waiting = (
            one.issue.kind == "correction" or waits_for_tool(one.issue.message) for one in self.failures
        )
        return bool(self.stale) or bool(self.in_part) or any(waiting)


def run(
    raw: Path,
    out: Path,
    jobs: int | None,
    told: Told,
    cache: Cache | None = None,
    make: Make | None = None,
    buckets: int | None = None,
) -> Outcome:
    """Reads the notices of `raw` and replaces the folder `out` by their tables.

    `jobs` processes read notices at the same time (None: as many as pay); what `cache` holds is not read
    again; `make` reads what is to be read elsewhere than here; the tables are the same bytes either way. `buckets`: in how many the
    tables are laid (None: as many as `out` has, else one file a table). A notice that cannot be read is in `failures` and in the
    table `issues`; if `out` has rows of it, they stay, marked stale. Raises BrokenPromise or OSError, with `out` as it
    was, when nothing can be published: for schemas or settings that are wrong, before anything is read.
    """
    # Long: where from, where to, and ways of doing it that callers choose one by one.
    hold_apart(raw, out)
    bound = limits_to_bounds()
    if not out.parent.is_dir():
        find(raw)  # Where there is nothing to read no folder is made either.
        out.parent.mkdir(parents=True, exist_ok=True)
    # From the listing of `raw` to the tables: two runs that both listed it first would each publish without what
    # came for the other.
    with locked(out), _reader(raw, out, cache, bound) as waiting:
        settings_to_bounds()
        try:
            return _published(raw, out, to_reading(out, jobs, told, cache, make, buckets), waiting)
        except Lost:
            # Somebody emptied the cache meanwhile: what it had is made again, and stays with this run.
            return _published(raw, out, to_reading(out, jobs, told, None, make, buckets))


def _published(raw: Path, out: Path, reading: Reading, waiting: Waiting | None = None) -> Outcome:
    return gathered(*read_found(find(raw), reading, waiting), out, reading)


def _reader(raw: Path, out: Path, cache: Cache | None, bound: Bounds) -> AbstractContextManager[Waiting]:
    """A process that gets ready to read, where it seems that a notice came since `out` was published: it is ready once that is
    found in the list, and where nothing came only another processor had worked for it."""
    try:
        has_come = cache is not None and raw.stat().st_mtime_ns > out.stat().st_mtime_ns
    except OSError:
        has_come = False
    return standing_by(source_to_entry, bound, load_stages) if has_come else nullcontext([])


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: `jobs` at a time (None: as many as pay), who is told of each, where what came of it is laid,
    and what is remembered of them and of what was published the last time; `out` is where their tables will be. `make` reads them elsewhere than in processes
    of this machine; `buckets` as `run`."""

    out: Path
    jobs: int | None
    told: Told
    shelf: Shelf
    files: Memory
    memory: Memory
    make: Make | None = None
    buckets: int | None = None


def to_reading(
    out: Path,
    jobs: int | None,
    told: Told,
    cache: Cache | None,
    make: Make | None = None,
    buckets: int | None = None,
) -> Reading:
    """How files are read whose tables will be in `out`."""
    # Long: as `run`, whose ways these are.
    folder = out.parent if out.parent.is_dir() else None
    # What was made of a file depends on what it may take.
    files = Memory(cache, f"files of {out.resolve()} {os.environ.get(LIMITS, '')}")
    memory = Memory(cache, f"{out.resolve()} {os.environ.get(LIMITS, '')}")
    return Reading(out, jobs, told, Shelf(cache, folder, memory.checked), files, memory, make, buckets)


def read_found(
    found: tuple[Sources, Sequence[Unread]], reading: Reading, waiting: Waiting | None = None
) -> tuple[Results, int]:
    """What came of each file and of what is none, and how many notices were not read again. `waiting` are processes that are ready
    to read."""
    from pipeline.publish.stored import Roll

    bound = settings_to_bounds()
    sources, none = found
    recalled, results, total = 0, Results(Roll(), list(none)), len(none) + len(sources)
    for done, unread in enumerate(none, 1):
        reading.told(done, total, unread)
    make = reading.make or partial(read_anew, jobs=reading.jobs, bound=bound, waiting=waiting)

    def ahead(few: Sequence[Source]) -> Iterator[Entry | Unread]:
        """A few that are new are read while the others are recalled, by a process that loads the stages itself."""
        return _looking(read_all(few, 1, source_to_entry, bound, waiting), reading)

    lying = reading.shelf, reading.files
    every = recall_all(sources, lying, make, None if reading.make else ahead)
    for done, of_file in enumerate(every, len(none) + 1):
        if isinstance(of_file, Roll):
            recalled += len(of_file)
            results.notices.extend(of_file)
            reading.told(done, total, of_file)
            continue
        for one in of_file:
            reading.told(done, total, one)
            results.add(one)
    reading.files.save()
    return results, recalled


def _looking(came: Iterator[Entry | Unread], reading: Reading) -> Iterator[Entry | Unread]:
    """What comes, once it was looked at what is published, and made what always is."""
    from pipeline import publish

    look_ahead(reading.out, reading.memory)
    publish.load()
    yield from came


def gathered(results: Results, recalled: int, out: Path, reading: Reading) -> Outcome:
    """Replaces the folder `out` by the tables of these notices; those it had that cannot be read now stay, marked stale. What was
    seen is remembered.

    Where the very same were published last, and the folder is as it was then, it stays. Raises as `run`, and Lost where a
    notice is no more where it lay.
    """
    from pipeline.publish.folder import recover
    from pipeline.publish.layout import Layout, folder_to_layout

    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out):
        recover(out.resolve())
        settled = settle(results.notices, results.unread, out, reading.shelf)
        layout = Layout(reading.buckets) if reading.buckets else folder_to_layout(out)
        sign, waits = settled_to_sign(settled, layout.buckets), _in_part(settled)
        sums = recall_sums(sign, out, reading.memory)
        if sums is None:
            from pipeline.publish.leaves import Grove

            grove = Grove(settled.notices, reading.shelf, figures, layout)
            settled.notices.clear()  # They stand in its leaves.
            sums = _replaced(grove, settled.failures, sign, reading)
        else:
            reading.memory.save()
    return Outcome(
        strays=sums.strays,
        rows=sums.rows,
        failures=settled.failures,
        checks=sums.checks,
        mentions=sums.mentions,
        recalled=recalled,
        stale=settled.stale,
        in_part=waits,
        gone=settled.gone,
    )


def _in_part(settled: Settled) -> tuple[str, ...]:
    """The notices of which a tool that lacks would read more."""
    return tuple(one.notice_id for one in settled.notices.wanting() if any(map(waits_for_tool, one.wants)))


def _replaced(grove: Grove, failures: Sequence[Unread], sign: str, reading: Reading) -> Sums:
    """Replaces the folder by the tables of these notices."""
    from pipeline.publish import publish

    grove.digest, grove.told = reading.memory.published, reading.told
    links = compare(grove)
    seen = strange(reading.out, reading.memory)
    made: list[Sums] = []

    def remember(rows: Mapping[str, int]) -> None:
        checks, mentions = Counter(links.counts), Counter[str]()
        for card in grove.cards():
            for whole, sums in zip((checks, mentions), card.sums(), strict=True):
                whole.update(sums)
        made.append(Sums(rows, checks, mentions, seen))
        grove.let_go()
        keep_sums(sign, made[0], reading.out, reading.memory)
        reading.memory.save()

    publish(grove, failures, reading.out, links, remember)
    return made[0]


def read_anew(
    sources: Sequence[Source], jobs: int | None, bound: Bounds, waiting: Waiting | None = None
) -> Iterator[Entry | Unread]:
    """What came of each file, read by processes of their own; while they read what is always published is made here."""
    if not sources:
        return iter(())
    from pipeline import publish

    load_stages()
    if min(jobs or paying_jobs(len(sources)), len(sources)) > 1:
        load_steps()
    came = read_all(sources, jobs, source_to_entry, bound, waiting)
    publish.load()
    return came


def load_stages() -> None:
    """Loads the stages and the dictionary of the segmenter, once for all processes that are forked from this one."""
    from pipeline import check, correct, extract, outline, read, resolve, tables  # noqa: F401
    from pipeline.language.segmentation import load
    from pipeline.publish import decided, portion  # noqa: F401

    load()
    # What is loaded stays, and notices hold nothing in circles (of 56 read in turn ten objects): a tenth of the time went
    # into looking for some among it, and 5 % where they were looked for 20,000 objects apart.
    gc.freeze()
    gc.set_threshold(*COLLECTS)


def load_steps() -> None:
    """Loads what the stages load themselves where a notice needs it: several processes would each do so for the first it reads."""
    from pipeline import tables
    from pipeline.language import registers
    from pipeline.resolve import regions

    for several in (tables, registers, regions):
        several.load()
    gc.freeze()


def settings_to_bounds() -> Bounds:
    """What a notice may take. BrokenPromise for schemas or settings that are wrong: found out before anything is read."""
    from pipeline.publish.schema import schemas

    schemas()
    return limits_to_bounds()


def limits_to_bounds() -> Bounds:
    """The same, where the schemas need not be right."""
    from pipeline.read.limits import current_limits

    try:
        limits = current_limits()
    except Unreadable as wrong:
        raise BrokenPromise(wrong.message) from wrong
    return Bounds(limits.seconds, limits.memory_mb)


# --- one notice through the stages ------------------------------------------------------------


def source_to_entry(source: Source) -> Entry:
    """The notices of a file through all stages, as bytes."""
    start = time.process_time()
    made = results_to_entry(source_to_results(source))
    return dataclasses.replace(made, seconds=time.process_time() - start)


def source_to_results(source: Source) -> tuple[Result, ...]:
    """The notices of a file through all stages, one by one. Whatever goes wrong costs that file or that notice."""
    try:
        source = with_side_files(source)
        notices = source_to_notices(source)
    except MemoryError:
        raise
    except Exception as error:
        return (_failed(source, error),)
    made = [notice_to_result(source.of(notice.notice_id), notice) for notice in notices]
    return (*made, *unused(source, {notice.notice_id for notice in notices}))


def source_to_notices(source: Source) -> tuple[Document, ...]:
    """The notices of a file as they were read, none outlined yet. Raises Unreadable, or whatever goes wrong."""
    from pipeline.outline import split
    from pipeline.read import read

    document = read(source.path, source.notice_id, source.promises)
    issues = (*document.issues, *source.issues, *other_than_promised(source, document.source_sha256))
    return tuple(split(dataclasses.replace(document, source_file=source.source_file, issues=issues)))


def notice_to_result(source: Source, document: Document) -> Result:
    """One notice through the stages behind `read`."""
    if source.refusal:
        return source_to_unread(source, "correction", source.refusal)
    extracted = notice_to_extracted(source, document)
    return extracted if isinstance(extracted, Unread) else extracted_to_result(source, extracted)


def notice_to_extracted(source: Source, document: Document) -> Extracted | Unread:
    """One notice up to where editors' decisions begin."""
    from pipeline.extract import extract
    from pipeline.outline import outline
    from pipeline.tables import mend

    try:
        if document.source_span and document.source_span.start:  # What is said of a further notice alone.
            document = dataclasses.replace(
                document, promises=source.promises, issues=(*document.issues, *source.issues)
            )
        return extract(mend(outline(document)))
    except MemoryError:
        raise
    except Exception as error:
        return _failed(source, error)


def extracted_to_result(source: Source, extracted: Extracted) -> Result:
    """One notice as its editors decided, through the stages behind them."""
    from pipeline.check import check
    from pipeline.correct import correct
    from pipeline.publish.decided import hold_corrections
    from pipeline.publish.portion import checked_to_portion
    from pipeline.resolve import resolve

    try:
        hold_corrections(source.corrections)
        return checked_to_portion(check(resolve(correct(extracted, source.corrections))))
    except (
        BrokenPromise
    ) as refused:  # A row that the schemas do not allow is a fault of ours, or of a correction.
        if source.corrections:
            return source_to_unread(source, "correction", refused.message)
        return source_to_unread(source, "fault", with_remedy(refused.message, say("report_it")))
    except MemoryError:
        raise
    except Exception as error:
        if source.corrections and not isinstance(error, BrokenPromise):
            # Without them nothing of the kind was ever seen: a value is lacking or is none that its column may have.
            why = say("corrections_unfit", file=f"{source.notice_id}.corrections.toml", error=repr(error))
            return source_to_unread(source, "correction", why)
        return _failed(source, error)


def _failed(source: Source, error: Exception) -> Unread:
    """What is wrong with a notice, or with this program: neither may cost the other notices."""
    if isinstance(error, BrokenPromise):
        return source_to_unread(source, "correction", error.message)
    if isinstance(error, Unreadable):
        return source_to_unread(source, "unreadable", error.message)
    why = say("program_fault", place=place(error))
    return source_to_unread(source, "fault", with_remedy(why, say("report_it")))


def place(error: Exception) -> str:
    """`ValueError in tables/choice.py, line 12`: the same on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "pipeline" in Path(frame.filename).parts] or frames
    last = Path(ours[-1].filename)
    return f"{type(error).__name__} in {last.parent.name}/{last.name}, line {ours[-1].lineno}"
