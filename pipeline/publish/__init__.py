"""Checked notices → Parquet tables and their data package, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO

from pipeline import provenance
from pipeline.model import Checked, Unread
from pipeline.publish import docs, package, synonyms
from pipeline.publish.about import LICENCE
from pipeline.publish.folder import replace
from pipeline.publish.leaves import Grove
from pipeline.publish.patches import grove_to_whole
from pipeline.publish.portion import Portion, checked_to_portion
from pipeline.publish.schema import schemas
from pipeline.publish.stored import lay_portions
from pipeline.publish.writing import write_tables
from pipeline.shelf import Shelf

# Once `make git-setup` has said how, git shows rows of Parquet as text and merges tables notice by notice; until then it
# says that files differ, and that it cannot merge them.
GIT_ATTRIBUTES = "*.parquet diff=parquet merge=notices\n*.jsonl text eol=lf merge=notices\ndatapackage.json merge=notices\n*.md merge=notices\n*.html merge=notices\n"


def load() -> None:
    """Makes now what is published of whatever notices: for those who wait for them to be read. OSError as `publish`."""
    package.load(schemas())
    docs.load(schemas())
    synonyms.load()
    provenance.load()


def publish(
    notices: Iterable[Checked | Portion] | Grove,
    failures: Sequence[Unread],
    out: Path,
    links: Iterable[tuple[str, bytes]] = (),
    then: Callable[[dict[str, int]], None] = lambda counts: None,
) -> dict[str, int]:
    """Replaces `out` by the tables of these notices; returns the number of rows by table, and does `then` with it while the
    old folder is being removed.

    `links` are checks between two notices, each with the id of the notice it belongs to; they stand in
    `checks` but in no twin, so that another notice changes no twin of this one.

    The same notices give the same bytes in whatever order they come, checked just now or from the cache. Raises
    BrokenPromise if a row breaks what schemas/ promise, OSError if `out` is not a folder of ours or cannot be
    written; `out` is then as it was.
    """
    # Long: what is published and where, and what is done with what was told of it.
    grove = notices if isinstance(notices, Grove) else _grove(notices)
    whole = grove_to_whole(grove, failures, links)
    counts: dict[str, int] = {}

    def write(folder: Path) -> None:
        besides: list[IO[bytes]] = []

        def describe() -> None:
            (folder / ".gitattributes").write_text(GIT_ATTRIBUTES, "utf-8")
            docs.write(schemas(), folder)
            (folder / ".gitignore").write_text(f"{provenance.NAME}\n", "utf-8")
            provenance.write(folder)
            besides.append(package.written(_besides(grove)))

        digests = write_tables(grove, whole, (folder, out), counts, describe)
        package.write(schemas(), folder, digests, *besides)

    replace(out, write, lambda: then(counts))
    return counts


def _besides(grove: Grove) -> dict[str, object]:
    """What the data package says besides: under which licence and where from, the twins, or how many buckets there are, which have
    none."""
    about: dict[str, object] = {"licenses": [LICENCE]}
    if len(grove):
        about["sources"] = package.Pieces("[]", (card.listed("sources") for card in grove.cards()))
    if grove.layout.is_parted:
        return {**about, "buckets": grove.layout.buckets, "twins": {}}
    return {**about, "twins": package.Pieces("{}", (card.listed("files") for card in grove.cards()))}


def _grove(notices: Iterable[Checked | Portion]) -> Grove:
    shelf = Shelf()
    made = (one if isinstance(one, Portion) else checked_to_portion(one) for one in notices)
    return Grove(lay_portions(made, shelf), shelf)
