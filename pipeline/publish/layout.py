"""Where the rows of a table lie: in one file, or by a hash of the notice in so many folders.

    targets.parquet                              one file, for as many notices as one looks through
    targets.parquet/bucket=07/part-0.parquet     `--buckets 64`: a notice more writes one of 64 anew and leaves the others alone

Both are read under one name: pandas, DuckDB and Arrow take a folder of Parquet for a table. Tables that notices share stay one file.
`datapackage.json` says how many buckets there are, so that the next run need not be told, and `buckets/07.json` what is
in one: what it was made of, and of each table its file, rows and SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from pipeline.provenance import generation
from pipeline.publish import listed, package
from pipeline.publish.package import Part


class Layout(NamedTuple):
    """How many buckets the notices are in; one: each table is one file."""

    buckets: int = 1

    @property
    def is_parted(self) -> bool:
        return self.buckets > 1

    def bucket(self, notice_id: str) -> int:
        return crc32(notice_id.encode("utf-8", "surrogatepass")) % self.buckets

    def name(self, bucket: int) -> str:
        """`07`: as long for each, so that they sort as they count."""
        return f"{bucket:0{max(2, len(str(self.buckets - 1)))}}"

    def path(self, table: str, bucket: int) -> str:
        """Seen from the published folder."""
        whole = f"{table}.parquet"
        return f"{whole}/bucket={self.name(bucket)}/part-0.parquet" if self.is_parted else whole


def folder_to_layout(out: Path) -> Layout:
    """How a published folder is laid out; as one file a table where there is none."""
    try:
        return Layout(max(1, listed.buckets(out)))
    except (OSError, ValueError, TypeError, AttributeError):
        return Layout()


def made_of(keys: Sequence[str]) -> str:
    """A hash of what a bucket is made of: its leaves, and the program."""
    return hashlib.sha256("\n".join((generation(), *keys)).encode()).hexdigest()


def bucket_file(name: str) -> str:
    """What says what is in a bucket, seen from the published folder."""
    return f"{package.BUCKETS}/{name}.json"


def write_bucket(folder: Path, name: str, of: str, parts: Mapping[str, Part]) -> None:
    """Says what is in a bucket."""
    said = {table: {"path": one.path, "rows": one.rows, "sha256": one.sha256} for table, one in parts.items()}
    path = folder / bucket_file(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"made_of": of, "tables": said}, indent=1) + "\n", "utf-8")


def read_bucket(
    folder: Path, name: str, of: str, digest: Callable[[str], str | None]
) -> Mapping[str, Part] | None:
    """The tables of a bucket of a published folder, where it was made of just that and nobody touched them since.

    `digest` gives the SHA-256 of a file.
    """
    try:
        said = json.loads((folder / bucket_file(name)).read_text("utf-8"))
        parts = {table: Part(**one) for table, one in said["tables"].items()}
        is_same = said["made_of"] == of and all(
            digest(f"{folder}/{one.path}") == one.sha256 for one in parts.values()
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return parts if is_same else None
