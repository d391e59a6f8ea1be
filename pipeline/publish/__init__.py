"""Checked notices → Parquet tables and their data package, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline import provenance
from pipeline.model import Check, Checked, Unread
from pipeline.publish import arrow, docs, package, twin
from pipeline.publish.about import about
from pipeline.publish.cited import link
from pipeline.publish.copies import find_copies
from pipeline.publish.described import described
from pipeline.publish.folder import replace
from pipeline.publish.keyring import hold_keys_of_all
from pipeline.publish.linked import link_copies, link_facts, link_repeats, near_to_rows
from pipeline.publish.merged import links_to_rows, merge
from pipeline.publish.portion import Portion, checked_to_portion, own_schemas
from pipeline.publish.promises import rows_to_columns
from pipeline.publish.rows import sort_rows
from pipeline.publish.schema import schemas
from pipeline.publish.synonyms import indicator_links

# Once `make git-setup` has said how, git shows rows of Parquet as text and merges tables notice by notice; until then it
# says that files differ, and that it cannot merge them.
GIT_ATTRIBUTES = "*.parquet diff=parquet merge=notices\n*.jsonl text eol=lf merge=notices\ndatapackage.json merge=notices\n*.md merge=notices\n*.html merge=notices\n"


def publish(
    results: Iterable[Checked | Portion],
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
    made = (one if isinstance(one, Portion) else checked_to_portion(one) for one in results)
    portions = sorted(made, key=lambda portion: portion.notice_id)
    tables = portions_to_tables(portions, failures, links)
    hold_keys_of_all(schemas(), tables)
    twins = [portion.twin for portion in portions]
    counts = {name: table.num_rows for name, table in tables.items()}

    def write(folder: Path) -> None:
        for name, table in tables.items():
            arrow.write(described(schemas()[name], table), folder / f"{name}.parquet")
        twin.write(twins, folder, out)
        (folder / ".gitattributes").write_text(GIT_ATTRIBUTES, "utf-8")
        docs.write(schemas(), folder)
        (folder / ".gitignore").write_text(f"{provenance.NAME}\n", "utf-8")
        provenance.write(folder)
        package.write(schemas(), folder, {**about(tables), "twins": twin.listed(twins)})

    replace(out, write)
    return counts


def portions_to_tables(
    portions: Sequence[Portion], failures: Sequence[Unread], links: Sequence[tuple[str, Check]] = ()
) -> Mapping[str, pa.Table]:
    """Every table by name, in the order of names; rows as the schemas order them if `portions` are by notice."""
    merged = merge(portions, failures)
    own = own_schemas()
    tables = {
        name: pa.concat_tables([arrow.empty_table(schema), *(portion.tables[name] for portion in portions)])
        for name, schema in own.items()
    }
    found = find_copies(tables)
    linked, unclear = link(tables, found.same)
    tables = link_facts(link_repeats(link_copies(linked, found.same), found.again))
    unclear += near_to_rows(tables, found.near)
    merged["issues"] = sort_rows(schemas()["issues"], [*merged["issues"], *unclear])
    merged["indicator_links"] = sort_rows(schemas()["indicator_links"], indicator_links(tables["targets"]))
    for name, rows in merged.items():
        tables[name] = arrow.columns_to_table(schemas()[name], rows_to_columns(schemas()[name], rows))
    if links:
        schema = schemas()["checks"]
        rows = [*tables["checks"].to_pylist(), *links_to_rows(portions, links)]
        tables["checks"] = arrow.columns_to_table(schema, rows_to_columns(schema, sort_rows(schema, rows)))
    return {name: tables[name] for name in schemas()}
