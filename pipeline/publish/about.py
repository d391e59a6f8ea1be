"""What the data package says of the whole: under which licence, and where the notices come from."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

LICENCE = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "Apache License 2.0",
}


def about(tables: Mapping[str, pa.Table]) -> dict[str, object]:
    """`licenses`, and `sources`: a notice each, with its address where its side file gives one."""
    rows = tables["notices"].select(["notice_id", "title", "doc_number", "url"]).to_pylist()
    sources = [
        {
            "title": " ".join(filter(None, (row["title"] or row["notice_id"], row["doc_number"]))),
            **({"path": row["url"]} if row["url"] else {}),
        }
        for row in rows
    ]
    return {"licenses": [LICENCE], **({"sources": sources} if sources else {})}
