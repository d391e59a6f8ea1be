"""Checked notices → Parquet tables and their data package, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from pipeline import provenance
from pipeline.model import Check, Checked, Unread
from pipeline.publish import docs, package, twin
from pipeline.publish.about import about
from pipeline.publish.files import TableFile, write_rows
from pipeline.publish.folder import replace
from pipeline.publish.leaves import FOOTER, Grove, Leaf
from pipeline.publish.merged import rows_of
from pipeline.publish.patches import Whole, grove_to_whole
from pipeline.publish.portion import Portion, checked_to_portion
from pipeline.publish.row_groups import bytes_to_footer
from pipeline.publish.rows import SHARED, sort_rows
from pipeline.publish.schema import schemas
from pipeline.publish.sheet import Row
from pipeline.publish.stored import lay_portions
from pipeline.publish.synonyms import indicator_links
from pipeline.shelf import Shelf

# Once `make git-setup` has said how, git shows rows of Parquet as text and merges tables notice by notice; until then it
# says that files differ, and that it cannot merge them.
GIT_ATTRIBUTES = "*.parquet diff=parquet merge=notices\n*.jsonl text eol=lf merge=notices\ndatapackage.json merge=notices\n*.md merge=notices\n*.html merge=notices\n"


def publish(
    notices: Iterable[Checked | Portion] | Grove,
    failures: Sequence[Unread],
    out: Path,
    links: Sequence[tuple[str, Check]] = (),
) -> dict[str, int]:
    """Replaces `out` by the tables of these notices; returns the number of rows by table.

    `links` are checks between two notices, each with the id of the notice it belongs to; they stand in
    `checks` but in no twin, so that another notice changes no twin of this one.

    The same notices give the same bytes in whatever order they come, checked just now or from the cache. Raises
    BrokenPromise if a row breaks what schemas/ promise, OSError if `out` is not a folder of ours or cannot be
    written; `out` is then as it was.
    """
    grove = notices if isinstance(notices, Grove) else _grove(notices)
    whole = grove_to_whole(grove, failures, links)
    counts: dict[str, int] = {}

    def write(folder: Path) -> None:
        (folder / twin.FOLDER).mkdir()
        digests = _write_tables(grove, whole, (folder, out), counts)
        (folder / ".gitattributes").write_text(GIT_ATTRIBUTES, "utf-8")
        docs.write(schemas(), folder)
        (folder / ".gitignore").write_text(f"{provenance.NAME}\n", "utf-8")
        provenance.write(folder)
        twins = {path: digest for card in grove.cards() for path, digest in card.files().items()}
        package.write(schemas(), folder, digests, {**about(whole.named.values()), "twins": twins})

    replace(out, write)
    return counts


def _grove(notices: Iterable[Checked | Portion]) -> Grove:
    shelf = Shelf()
    made = (one if isinstance(one, Portion) else checked_to_portion(one) for one in notices)
    return Grove(lay_portions(made, shelf), shelf)


def _write_tables(
    grove: Grove, whole: Whole, folders: tuple[Path, Path], counts: dict[str, int]
) -> Mapping[str, str]:
    """Fills the folder with every table and twin, leaf by leaf; SHA-256 by table. `counts` are told their rows."""
    new, old = folders
    files = {name: TableFile(new / f"{name}.parquet") for name in schemas()}
    elsewhere = {"notices": whole.named, **whole.shared}
    for leaf, patch, card in zip(grove.leaves, whole.patches, grove.cards(), strict=True):
        _write_leaf(files, grove.parquet(leaf, patch, elsewhere), leaf)
        twin.write(card.files(), (new, old), (grove.digest, partial(_twins, grove, leaf)))
    for name in SHARED:
        write_rows(name, rows_of(name, whole.shared), files[name], grove.shelf)
    links = sort_rows(schemas()["indicator_links"], _links(grove))
    said = [json.dumps(row, ensure_ascii=False) for row in links]
    write_rows("indicator_links", said, files["indicator_links"], grove.shelf)
    counts |= {name: file.rows for name, file in files.items()}
    return {name: file.end() for name, file in files.items()}


def _links(grove: Grove) -> list[Row]:
    return indicator_links(one for card in grove.cards() for one in card.indicators())


def _twins(grove: Grove, leaf: Leaf) -> list[twin.Twin]:
    return [one.twin for one in grove.portions(leaf)]


def _write_leaf(files: Mapping[str, TableFile], parquet: Mapping[str, bytes], leaf: Leaf) -> None:
    """Adds the tables of a leaf to the files."""
    for name in files.keys() & parquet.keys():
        if leaf.is_alone:
            files[name].write(parquet[name])
        else:
            files[name].add(parquet[name], bytes_to_footer(parquet[FOOTER.format(name)], parquet[name]))
