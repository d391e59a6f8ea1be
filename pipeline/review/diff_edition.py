"""What was published, from a folder or from a git revision of it: tables, their keys, and what they were made by."""

# Long: an edition from a folder and from a revision, and what of two is compared.
from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from pipeline.messages import say
from pipeline.provenance import PLACES, Provenance, files_to_provenance, folder_to_provenance
from pipeline.review.diff_groups import Content, Tables, apart, around, named_so, opened, unlike

PACKAGE = "datapackage.json"
# The source itself, and what follows from several targets: what is different there shows in the rows it comes from.
NOT_COMPARED = frozenset({"texts", "pages", "indicator_links"})
# What is asked of the notices around: one that came or went under another name stands in a row group that differs.
NEAR = ("notices", "clauses", "tables")


@dataclass(frozen=True)
class Edition:
    """`keys` and `columns` are what the data package says of each table; `name` is what a reader calls it.

    `called` are the notices, points and tables that a reader is told of, where `tables` hold less than all.
    """

    name: str
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provenance: Provenance = field(default_factory=dict)
    called: Mapping[str, pa.Table] = field(default_factory=dict)

    def whole(self, table: str) -> pa.Table | None:
        """The table `notices`, `clauses` or `tables` as far as differences lead into it; None where there is none."""
        return self.called.get(table, self.tables.get(table))

    def rows_near(self, table: str, notice_id: str) -> list[dict[str, Any]]:
        """Rows of a table that knows notices, among them all of one notice and of those whose names begin as its does."""
        if table not in self.tables:
            return []
        if isinstance(self.tables, Tables):
            return list(named_so(self.tables.files[table], notice_id).to_pylist())
        return list(self.tables[table].to_pylist())

    def is_fact(self, table: str) -> bool:
        return self.keys.get(table) == ("fact_id",)


def place_to_edition(place: str, out: Path) -> Edition:
    """The edition in the folder `place`, else the one that the git revision `place` has of `out`.

    A revision from before there was one is empty. OSError if `place` is neither folder nor revision.
    """
    folder = Path(place)
    return folder_to_edition(folder) if folder.is_dir() else revision_to_edition(place, out)


def folder_to_edition(folder: Path, links: Path | None = None) -> Edition:
    """OSError if it holds no data package, or not what that lists. Tables are read when they are asked for: `links` is an
    empty folder for links to them, where another edition is going to take their place before."""
    with (folder / PACKAGE).open("rb") as file:
        package = _package(file, str(folder))
    files = {
        name: [_linked(folder, path, links) for path in paths] for name, paths in _paths(package).items()
    }
    return _edition(str(folder), package, files, folder_to_provenance(folder))


def _linked(folder: Path, path: str, links: Path | None) -> Path:
    if links is None:
        return folder / path
    (links / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(folder / path, links / path)
    except OSError:  # The file system has no links.
        shutil.copyfile(folder / path, links / path)
    return links / path


def revision_to_edition(revision: str, out: Path) -> Edition:
    """The edition that was committed; empty if none was. OSError if git does not know the revision."""
    commit = git(out.resolve().parent, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode()
    if not commit:
        raise FileNotFoundError(say("no_such_revision", revision=revision))
    at = f"{commit.strip()}:./{out.name}/"
    said = git(out.resolve().parent, "show", f"{at}{PACKAGE}")
    if not said:
        return Edition(revision)
    package = _package(io.BytesIO(said), revision)
    files = {
        name: [git(out.resolve().parent, "show", f"{at}{path}") for path in paths]
        for name, paths in _paths(package).items()
    }
    return _edition(revision, package, files, commit_to_provenance(out.resolve().parent, commit.strip()))


def commit_to_provenance(root: Path, commit: str) -> Provenance:
    """What the tables of a commit were made by, if the program lies beside them; nothing if it lies elsewhere."""
    there = git(root, "ls-tree", "--name-only", commit, *PLACES).decode().split()
    packed = git(root, "archive", "--format=tar", commit, *there) if "pipeline" in there else b""
    if not packed:
        return {}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        read = ((member.name, archive.extractfile(member)) for member in archive if member.isfile())
        return files_to_provenance({name: file.read() for name, file in read if file is not None})


def git(folder: Path, *arguments: str) -> bytes:
    """What git says in a folder; nothing if it fails. OSError if there is no git."""
    try:
        said = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise FileNotFoundError(say("git_missing")) from error
    return b"" if said.returncode else said.stdout


def _package(file: IO[bytes], name: str) -> dict[str, Any]:
    """What the data package says of the tables: the rest, which grows with the notices, is passed over line by line. Of one
    that is not as we write it all is read."""
    resources: list[bytes] = []
    line = b""
    for line in file:
        if line == b' "resources": [\n' or (resources and not resources[-1].startswith(b" ]")):
            resources.append(line)
        if line[:1] not in (b" ", b"{", b"}"):
            break
    try:
        if resources and line == b"}\n":
            return dict(json.loads(b"{%s}" % b"".join(resources).rstrip(b",\n")))
        file.seek(0)
        return dict(json.load(file))
    except ValueError as error:
        raise OSError(say("package_unreadable", place=name, file=PACKAGE, error=str(error))) from error


def _paths(package: Mapping[str, Any]) -> dict[str, list[str]]:
    """The files of each table compared: not the texts, nor the views, which say again what other tables say."""
    compared = (
        one for one in package["resources"] if one["name"] not in NOT_COMPARED and not one.get("view")
    )
    return {one["name"]: [one["path"]] if isinstance(one["path"], str) else one["path"] for one in compared}


def _edition(
    name: str, package: Mapping[str, Any], files: Mapping[str, Sequence[Content]], provenance: Provenance
) -> Edition:
    try:
        for first, *_ in files.values():  # Where there are more, a thousand: each is opened when it is read.
            opened(first)
    except pa.ArrowException as error:
        raise OSError(say("table_unreadable", place=name, error=str(error))) from error
    keys = {one["name"]: tuple(one["schema"]["primaryKey"]) for one in package["resources"]}
    return Edition(name, Tables(files), {table: keys[table] for table in files}, provenance)


def unlike_parts(old: Edition, new: Edition) -> tuple[Edition, Edition]:
    """The two editions with the row groups that both have left out of their tables: what is compared."""
    one, other = old.tables, new.tables
    if not isinstance(one, Tables) or not isinstance(other, Tables):
        return old, new
    pairs = {
        name: unlike(one.files[name], other.files[name]) for name in one.files.keys() & other.files.keys()
    }
    left = [
        {name: pairs[name][n] if name in pairs else tables[name] for name in tables}
        for n, tables in enumerate((one, other))
    ]
    notices = {
        str(notice)
        for tables in left
        for table in tables.values()
        if "notice_id" in table.column_names
        for notice in table["notice_id"].to_pylist()
    }
    of_one, of_other = (
        {name: around(files[name], notices) for name in NEAR if name in files}
        for files in apart(one.files, other.files)
    )
    return (
        replace(old, tables=left[0], called=of_one),
        replace(new, tables=left[1], called=of_other),
    )


def with_names(edition: Edition, names: Mapping[str, str]) -> Edition:
    """The edition with notices under other names: a notice renamed is held against itself."""
    if not names:
        return edition
    tables = {name: _with_names(table, names) for name, table in edition.tables.items()}
    called = {name: _with_names(table, names) for name, table in edition.called.items()}
    return replace(edition, tables=tables, called=called)


def _with_names(table: pa.Table, names: Mapping[str, str]) -> pa.Table:
    if "notice_id" not in table.column_names:
        return table
    at = table.schema.get_field_index("notice_id")
    ids = [names.get(one, one) for one in table["notice_id"].to_pylist()]
    return table.set_column(at, table.schema.field(at), pa.array(ids, pa.string()))
