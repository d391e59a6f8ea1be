"""A set of notices → the files of its tables, bucket by bucket, and in each leaf by leaf.

A bucket that is made of what it was made of is not opened: its files are linked from the folder that is replaced.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

from pipeline.publish import twin
from pipeline.publish.files import TableFile, ended, write_rows
from pipeline.publish.layout import bucket_file, made_of, read_bucket, write_bucket
from pipeline.publish.leaves import GROUPS, Elsewhere, Grove, Leaf
from pipeline.publish.links import Links
from pipeline.publish.merged import lines_of, lines_to_rows
from pipeline.publish.package import Part
from pipeline.publish.patches import Patch, Whole
from pipeline.publish.row_groups import bytes_to_groups
from pipeline.publish.rows import SHARED, sort_rows
from pipeline.publish.schema import schemas
from pipeline.publish.synonyms import indicator_links

LINKS = "indicator_links"
Digests = Mapping[str, str | Sequence[Part]]


def write_tables(
    grove: Grove,
    whole: Whole,
    folders: tuple[Path, Path],
    counts: dict[str, int],
    meanwhile: Callable[[], None],
) -> Digests:
    """Fills the first folder with every table, and with twins where there are no buckets; the second is the one it will replace.

    Of each table the SHA-256 of its file, or its parts. `counts` are told their rows. `meanwhile` is done while the disk is waited
    for.
    """
    # Long: where from, where to, and what of it is told.
    new, _ = folders
    owned = [name for name in schemas() if name not in (*SHARED, LINKS)]
    elsewhere: Elsewhere = {"notices": grove, **whole.shared}
    files = {name: TableFile(new / f"{name}.parquet", name) for name in (*SHARED, LINKS)}
    for name in SHARED:
        known = partial(lines_to_rows, name, grove.cards)
        write_rows(name, lines_of(name, whole.shared), files[name], grove.shelf, known)
    write_rows(LINKS, _links(grove), files[LINKS], grove.shelf, lambda rows: rows)
    digests: dict[str, str | Sequence[Part]] = {}
    if grove.layout.is_parted:
        each = groupby(zip(grove.leaves, whole.patches, strict=True), lambda one: one[0].bucket)
        parts = [_bucket(grove, list(leaves), folders, elsewhere) for _, leaves in each]
        counts |= {name: sum(part[name].rows for part in parts) for name in owned}
        digests = {name: [part[name] for part in parts] for name in owned}
    else:
        with ThreadPoolExecutor(1) as behind, _Twins(grove, folders) as twins:
            files |= {name: TableFile(new / f"{name}.parquet", name, behind) for name in owned}
            for number, (leaf, patch) in enumerate(zip(grove.leaves, whole.patches, strict=True)):
                _write_leaf(files, grove.parquet(leaf, patch, elsewhere), leaf)
                twins.write(number)
                grove.report("published", leaf)
            twins.end()
    counts |= {name: file.rows for name, file in files.items()}
    return digests | ended(files, meanwhile)


def _bucket(
    grove: Grove, leaves: Sequence[tuple[Leaf, Patch]], folders: tuple[Path, Path], elsewhere: Elsewhere
) -> Mapping[str, Part]:
    """The tables of a bucket: linked where it is made of what it was made of, else written leaf by leaf."""
    new, old = folders
    of = made_of([leaf.key("bucket", patch.digest()) for leaf, patch in leaves])
    name = grove.layout.name(leaves[0][0].bucket)
    parts = read_bucket(old, name, of, grove.digest)
    if parts is None:
        parts = _written(grove, new, leaves, elsewhere)
        write_bucket(new, name, of, parts)
    else:
        for path in (bucket_file(name), *(part.path for part in parts.values())):
            _link(old / path, new / path)
    grove.report("published", leaves[-1][0])
    return parts


def _written(
    grove: Grove, new: Path, leaves: Sequence[tuple[Leaf, Patch]], elsewhere: Elsewhere
) -> Mapping[str, Part]:
    bucket = leaves[0][0].bucket
    owned = [name for name in schemas() if name not in (*SHARED, LINKS)]
    paths = {name: grove.layout.path(name, bucket) for name in owned}
    for path in paths.values():
        (new / path).parent.mkdir(parents=True)
    files = {name: TableFile(new / path, name) for name, path in paths.items()}
    for leaf, patch in leaves:
        _write_leaf(files, grove.parquet(leaf, patch, elsewhere), leaf)
    return {name: Part(paths[name], files[name].rows, digest) for name, digest in ended(files).items()}


def _link(there: Path, here: Path) -> None:
    here.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(there, here)
    except OSError:  # The file system has no links.
        shutil.copyfile(there, here)


def _links(grove: Grove) -> list[str]:
    rows = indicator_links(lambda: (one for card in grove.cards() for one in card.indicators()))
    return [json.dumps(row, ensure_ascii=False) for row in sort_rows(schemas()[LINKS], rows)]


class _Twins:
    """The twins of a set: those that the old folder has are linked beside everything else, the others written leaf by leaf."""

    def __init__(self, grove: Grove, folders: tuple[Path, Path]) -> None:
        self._grove, (self._new, self._old) = grove, folders
        (self._new / twin.FOLDER).mkdir()
        self._has_old = (self._old / twin.FOLDER).is_dir()
        # Leaves of which it has all.
        self._standing_leaves: set[int] = set()
        self._links = Links(self._old / twin.FOLDER, self._new / twin.FOLDER, self._standing)

    def __enter__(self) -> _Twins:
        return self

    def __exit__(self, *error: object) -> None:
        self._links.stop()

    def write(self, number: int) -> None:
        """Writes those of a leaf that the old folder lacks."""
        if number not in self._standing_leaves:
            files = self._grove.card(number).files().items()
            self._write(number, {path for path, digest in files if not self._stands(path, digest)})

    def end(self) -> None:
        """All are there: those too that could not be linked."""
        lacking = {f"{twin.FOLDER}/{name}" for name in self._links.end()}
        for number in range(len(self._grove.leaves)) if lacking else ():
            self._write(number, lacking.intersection(self._grove.card(number).files()))

    def _write(self, number: int, paths: Set[str]) -> None:
        leaf = self._grove.leaves[number]
        twin.write(paths, self._new, lambda: [one.twin for one in self._grove.portions(leaf)])

    def _standing(self) -> Iterator[str]:
        """Names of those that the old folder has."""
        for number, card in enumerate(self._grove.cards() if self._has_old else ()):
            files = card.files()
            standing = [path for path, digest in files.items() if self._stands(path, digest)]
            if len(standing) == len(files):
                self._standing_leaves.add(number)
            yield from (path.rpartition("/")[2] for path in standing)

    def _stands(self, path: str, digest: str) -> bool:
        # Names are put together as texts: there are as many as notices.
        return self._has_old and self._grove.digest(f"{self._old}/{path}") == digest


def _write_leaf(
    files: Mapping[str, TableFile], parquet: Mapping[str, bytes | memoryview], leaf: Leaf
) -> None:
    """Adds the tables of a leaf to the files."""
    for name in files.keys() & parquet.keys():
        if leaf.is_alone:
            files[name].write(parquet[name])
        else:
            files[name].add(parquet[name], bytes_to_groups(parquet[GROUPS.format(name)]))
