"""What was made of a notice before, recalled from the cache where it can be trusted; else made, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from pipeline.cache import Cache, default_folder, parts_to_key, source_to_key
from pipeline.memory import Memory
from pipeline.model import Unread
from pipeline.shelf import Shelf
from pipeline.sources import Source, Sources

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion
    from pipeline.publish.stored import Roll, Stored

# What came of a notice while it is made; and once it lies on a shelf.
Result: TypeAlias = "Portion | Unread"
Laid: TypeAlias = "Stored | Unread"
# The same, or those of a file together as they lay there.
LaidOf: TypeAlias = "Laid | Roll"
# The key of a file, and its notices where they were made before.
Recalled: TypeAlias = "tuple[str, Roll | None]"


@dataclass(frozen=True, slots=True)
class Entry:
    """The notices of a file as bytes, and what of it could not be read; `is_settled`: another try would give the same;
    `seconds` of the processor that it took."""

    notices: bytes
    unread: tuple[Unread, ...] = ()
    is_settled: bool = True
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """What came of all files: the notices, in whatever order, and what could not be read."""

    notices: Roll
    unread: list[Unread]

    def add(self, one: Laid) -> None:
        from pipeline.publish.stored import stored_to_line

        if isinstance(one, Unread):
            self.unread.append(one)
        else:
            self.notices.add(stored_to_line(one))


# So many are read ahead, one by one: more are worth processes of their own, which are forked once the stages are loaded.
FEW = 3

# What came of each file, in their order: of most one notice; alone where its process was killed.
Make = Callable[[Sequence[Source]], Iterator["Entry | Unread"]]


def program_cache() -> Cache | None:
    """The cache of just this program with the tools it finds; None where the environment wants none."""
    from pipeline.provenance import generation
    from pipeline.read.office import find_program, has_calc

    # Python's packages, recognition among them, are in the generation.
    tools = (find_program() is not None, has_calc())
    folder = default_folder()
    return Cache(folder, parts_to_key([generation().encode(), repr(tools).encode()])) if folder else None


def results_to_entry(results: Sequence[Result]) -> Entry:
    """What was made of a file, as it is handed on from process to process and kept."""
    from pipeline.publish.packed import portions_to_bytes

    portions = [one for one in results if not isinstance(one, Unread)]
    unread = tuple(one for one in results if isinstance(one, Unread))
    return Entry(portions_to_bytes(portions), unread, not unread and all(one.is_settled for one in portions))


def recall(source: Source, shelf: Shelf, memory: Memory) -> Recalled:
    """The key of a file, and what was made of the very same before; None if nothing was, or it cannot be trusted.

    What `memory` has of it is taken at its word: whoever needs the notices themselves finds out whether they are there.
    """
    if (as_it_was := _as_it_was(source, memory)) is not None:
        return "", as_it_was
    from pipeline.publish.stored import Roll, entry_to_stored, to_roll

    key = source_to_key(source, memory.digest) if shelf.kept else None
    if key is None:
        return "", None
    path = source.path if source.stands_alone else None
    if (made := memory.recall(path, key)) is not None:
        known = Roll(made.split(b"\n"))
        if all(one.entry == key for one in known):
            return key, known
    stored = shelf.find(key, once=True)
    try:
        if stored is None:
            return key, None
        found = to_roll(entry_to_stored(key, stored))
    except (ValueError, LookupError, TypeError):
        return key, None  # Whole, and yet not of this program.
    memory.keep(path, key, b"\n".join(found.lines()))
    return key, found


def _as_it_was(source: Source, memory: Memory) -> Roll | None:
    """The notices of a file with nothing beside it that is called what it was called and is as it was."""
    from pipeline.publish import stored

    if not source.stands_alone:
        return None
    try:
        made = memory.made_of(str(source.path))
    except OSError:
        return None
    is_its = made is not None and stored.are_of(made, source.notice_id, source.source_file)
    return stored.Roll(made.split(b"\n")) if made and is_its else None


def recall_all(
    sources: Sources, lying: tuple[Shelf, Memory], make: Make, ahead: Make | None
) -> Iterator[Iterable[Laid]]:
    """What came of each file: first of those of which it is known, then of the others, which are made and laid down where `lying`
    says; `ahead` begins at once with a few that a large set did not have before."""
    shelf, memory = lying
    new = [n for n, path in enumerate(sources.paths()) if not memory.has_seen(path)]
    found = {n: recall(sources[n], *lying) for n in new} if ahead and len(new) < len(sources) else {}
    few = [sources[n] for n, (_, one) in found.items() if one is None]
    if ahead is not None and 0 < len(few) <= FEW:
        make = partial(_in_turn, few, iter(ahead(few)), make)
    missing: list[tuple[Source, str]] = []
    for n, source in enumerate(sources):
        key, known = found[n] if n in found else recall(source, *lying)
        if known is None:
            missing.append((source, key))
        else:
            yield known
    fresh = iter(make([source for source, _ in missing]))
    for source, key in missing:
        made = next(fresh)
        yield (made,) if isinstance(made, Unread) else lay(source, key, made, lying)
    next(fresh, None)  # Its processes are seen off here, not whenever it is thrown away.
    if isinstance(shelf.kept, Cache) and missing:
        shelf.kept.forget_old()


def one_by_one(came: LaidOf, *, if_told: bool = False) -> Iterable[Laid]:
    """What came of a file notice by notice; `if_told`: of those that lay there only where there is something to tell."""
    from pipeline.publish import stored

    if not isinstance(came, stored.Roll):
        return (came,)
    return came.telling() if if_told else came


def _in_turn(
    begun: Sequence[Source], came: Iterator[Entry | Unread], make: Make, missing: Sequence[Source]
) -> Iterator[Entry | Unread]:
    """What comes of each that is missing, of those that are `begun` from where they were."""
    names = {one.notice_id for one in begun}
    others = iter(make([one for one in missing if one.notice_id not in names]))
    for one in missing:
        yield next(came if one.notice_id in names else others)
    # Their processes are seen off.
    next(came, None)
    next(others, None)


def lay(source: Source, key: str, made: Entry, lying: tuple[Shelf, Memory]) -> tuple[Laid, ...]:
    """Lays down what was made of a file: for other runs too, unless reading it again might give more, or it changed meanwhile."""
    from pipeline.publish.stored import entry_to_stored, to_roll

    shelf, memory = lying
    if key and made.is_settled and key == source_to_key(source):
        shelf.keep(key, made.notices)
        found = entry_to_stored(key, made.notices)
        path = source.path if source.stands_alone else None
        memory.keep(path, key, b"\n".join(to_roll(found).lines()))
        return _timed(found, made)
    own = f"of this run: {source.notice_id}"
    shelf.lay(own, made.notices)
    return (*_timed(entry_to_stored(own, made.notices), made), *made.unread)


def _timed(notices: Sequence[Stored], made: Entry) -> tuple[Stored, ...]:
    """The notices with what each took: of several of one file its share."""
    return tuple(replace(one, seconds=made.seconds / len(notices)) for one in notices)


def keep_entry(source: Source, made: Entry, cache: Cache) -> None:
    """Keeps what was made of a file where it was made, for whoever reads it next."""
    if made.is_settled and (key := source_to_key(source)):
        cache.store(key, made.notices)
