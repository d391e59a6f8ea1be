"""What the data package says of the whole: under which licence, and where the notices come from."""

from __future__ import annotations

from pipeline.publish.sheet import Row

LICENCE = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "Apache License 2.0",
}


def row_to_source(row: Row) -> dict[str, str]:
    """Where a notice of `notices` comes from, with its address where its side file gives one."""
    title = " ".join(str(one) for one in (row["title"] or row["notice_id"], row["doc_number"]) if one)
    return {"title": title, **({"path": str(row["url"])} if row["url"] else {})}
