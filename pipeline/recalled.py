"""What was made of a notice before, recalled from the cache where it can be trusted; else made, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from pipeline.cache import Cache, default_folder, source_to_key
from pipeline.model import Unread
from pipeline.sources import Source

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion

Result: TypeAlias = "Portion | Unread"
# What came of each source, in their order.
Make = Callable[[Sequence[Source]], Iterator[Result]]


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
    sources: Sequence[Source], known: Sequence[Portion | None], cache: Cache | None, make: Make
) -> Iterator[Result]:
    """What came of each notice, in the order of the sources: what is not known is made, and kept in the cache."""
    missing = [source for source, one in zip(sources, known, strict=True) if one is None]
    keys = [source_to_key(source) if cache else None for source in missing]
    fresh = zip(keys, missing, make(missing), strict=True)
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
