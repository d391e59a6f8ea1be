"""What the data package says of the whole: under which licence, and where the notices come from."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.publish.cards import Named

LICENCE = {
    "name": "Apache-2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
    "title": "Apache License 2.0",
}


def about(named: Iterable[Named]) -> dict[str, object]:
    """`licenses`, and `sources`: a notice each, with its address where its side file gives one."""
    sources = [
        {
            "title": " ".join(
                str(one) for one in (row["title"] or row["notice_id"], row["doc_number"]) if one
            ),
            **({"path": row["url"]} if row["url"] else {}),
        }
        for row in (one.row for one in named)
    ]
    return {"licenses": [LICENCE], **({"sources": sources} if sources else {})}
