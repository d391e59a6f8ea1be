"""What a reader of the views must be careful with: how to add up, checks that failed, what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.export.published import Published
from pipeline.messages import say

TITLE = "注意"
# Name, head and width of each column.
HEADINGS: Sequence[tuple[str, str, int]] = (
    ("kind", "类别\nkind", 22),
    ("where", "表或通知\nview or notice", 26),
    ("place", "位置\nplace", 22),
    ("zh", "说明\nin Chinese", 60),
    ("en", "说明\nin English", 60),
    ("quote", "原文\nquote", 40),
)
Row = tuple[object, ...]


def warnings(published: Published, most_rows: int, most_links: int) -> Iterator[Row]:
    """Rows under HEADINGS: first of the views, then of the notices. `most_rows`, `most_links` are what a sheet can hold."""
    for view in published.views:
        for one in view.said.get("warnings", ()):
            yield "用法 usage", view.said["title"], None, one["zh"], one["en"], None
        if view.n_rows > most_rows:
            cut = say("rows_left_out", n=view.n_rows - most_rows)
            yield "不全 cut", view.said["title"], None, cut.zh, cut.en, None
        if view.n_rows > most_links:
            unlinked = say("links_left_out", n=most_links)
            yield "不全 cut", view.said["title"], None, unlinked.zh, unlinked.en, None
    for row in _dicts(published, "notices"):
        if row["same_as"]:
            copy = say("second_copy", notice=str(row["same_as"]))
            yield "副本 copy", row["notice_id"], None, copy.zh, copy.en, row["title"]
    for row in _dicts(published, "checks"):
        if row["status"] != "pass":
            yield (
                "核验不符 check",
                row["notice_id"],
                row["where"],
                row["message_zh"],
                row["message"],
                row["quote"],
            )
    for row in _dicts(published, "issues"):
        yield (
            "未能读出 issue",
            row["notice_id"],
            row["where"],
            row["message_zh"],
            row["message"],
            row["quote"],
        )


def _dicts(published: Published, table: str) -> Iterable[dict[str, object]]:
    there = published.resources.get(table)
    return there.dicts() if there else ()
