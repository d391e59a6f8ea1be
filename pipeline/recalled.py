"""What was made of a notice before, recalled from the cache where it can be trusted; else made, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from pipeline.cache import Cache, default_folder, parts_to_key, source_to_key
from pipeline.model import Unread
from pipeline.sources import Source

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion

Result: TypeAlias = "Portion | Unread"
# What came of each file, in their order: of most one notice; alone where its process was killed.
Make = Callable[[Sequence[Source]], Iterator["tuple[Result, ...] | Unread"]]


def program_cache() -> Cache | None:
    """The cache of just this program with the tools it finds; None where the environment wants none."""
    from pipeline.provenance import generation
    from pipeline.read.office import find_program, has_calc

    # Python's packages, recognition among them, are in the generation.
    tools = (find_program() is not None, has_calc())
    folder = default_folder()
    return Cache(folder, parts_to_key([generation().encode(), repr(tools).encode()])) if folder else None


def recall(source: Source, cache: Cache | None) -> tuple[Portion, ...] | None:
    """What was made of the very same file before; None if nothing was, or it cannot be trusted."""
    from pipeline.publish.portion import bytes_to_portions

    key = source_to_key(source) if cache else None
    stored = cache.load(key) if cache and key else None
    try:
        return bytes_to_portions(stored) if stored else None
    except (ValueError, LookupError, TypeError):
        return None  # Whole, and yet not of this program.


def complete(
    sources: Sequence[Source], known: Sequence[tuple[Portion, ...] | None], cache: Cache | None, make: Make
) -> Iterator[tuple[Result, ...]]:
    """What came of each file, in the order of the sources: what is not known is made, and kept in the cache."""
    missing = [source for source, one in zip(sources, known, strict=True) if one is None]
    keys = [source_to_key(source) if cache else None for source in missing]
    fresh = zip(keys, missing, make(missing), strict=True)
    for one in known:
        if one is not None:
            yield one
            continue
        key, source, made = next(fresh)
        results = (made,) if isinstance(made, Unread) else made
        if cache and key:
            keep(cache, key, source, results)
        yield results
    if cache and missing:
        cache.forget_old()


def keep(cache: Cache, key: str, source: Source, results: Sequence[Result]) -> None:
    """Stores what was made of a file, unless reading it again might give more, or the file changed meanwhile."""
    from pipeline.publish.portion import portions_to_bytes

    portions = [one for one in results if not isinstance(one, Unread)]
    settled = len(portions) == len(results) and all(one.is_settled for one in portions)
    if settled and key == source_to_key(source):
        cache.store(key, portions_to_bytes(portions))
