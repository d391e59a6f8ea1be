"""任务清单.xlsx: a sheet a view, and one of what to be careful with, for people who work in Excel, WPS or LibreOffice.

The head is frozen and says what a column is in both languages; every sheet has filters; dates are dates, coded values are
words (牵头 leads); the first column leads to the words on the review page. Keys stand in columns folded away at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline.export.published import Published, Resource
from pipeline.export.sheet_cells import CUT, EMPTY, LINE, WRAPPED, Column, lines_of_row, text_cell, value_cell
from pipeline.export.sheet_file import Book, Line, Sheet
from pipeline.export.sheet_parts import HEAD
from pipeline.export.sheet_parts import LINK as LINKED
from pipeline.language.file_names import id_to_file_stem
from pipeline.messages import say

MOST_ROWS = 1_048_575  # that a sheet can hold besides its head
MOST_LINKS = 65_000  # of a sheet with more than 65,530 Excel says that it is damaged
LINK = "原文 ↗\nwords"
# For programs: keys, and where in the text.
FOLDED = ("char_start", "char_end", "rule", "region_code", "seq", "row")
WIDTHS = {"date": 12, "number": 12, "integer": 8, "boolean": 9}
WIDE, NARROW, OF_LINKS = 30, 14, 9
FIRST_OF_NOTICE = 2


def write(published: Published, file: Path) -> None:
    """Makes `file`; more rows than a sheet can hold are left out, and the sheet of warnings says so."""
    pages = Path(os.path.relpath((published.out / "review" / "notices").resolve(), file.parent.resolve()))
    book = Book(file, sheets=len(published.views) + 1)
    for view in published.views:
        rows = (
            (row_to_address(row, pages) if n < MOST_LINKS else "", row)
            for n, row in zip(range(MOST_ROWS), view.dicts(), strict=False)
        )
        title = view.said["title"].partition(" ")[0]
        _write_sheet(book, title, resource_to_columns(view, published.views), rows)
    columns = [Column(name, head, width, {}) for name, head, width in HEADINGS]
    said = (
        ("", dict(zip((c.name for c in columns), row, strict=True)))
        for row in warnings(published, MOST_ROWS, MOST_LINKS)
    )
    _write_sheet(book, TITLE, columns, said)
    book.close()


def resource_to_columns(view: Resource, views: Sequence[Resource]) -> list[Column]:
    """What people ask first stands first: the place, the view's own columns, then the notice; keys are last."""
    shared = set.intersection(*({field["name"] for field in one.fields} for one in views))

    def rank(field: Mapping[str, Any]) -> int:
        name = field["name"]
        return (
            3
            if _is_folded(name)
            else 0
            if name == "region"
            else FIRST_OF_NOTICE
            if name in shared or name in CUT
            else 1
        )

    return [
        Column(
            name=field["name"],
            head="\n".join(field["title"].split(" ", 1)),
            width=WIDE if field["name"] in WRAPPED | CUT else WIDTHS.get(field["type"], NARROW),
            words={one["value"]: one["label"] for one in field.get("categories", ())},
            is_own=rank(field) < FIRST_OF_NOTICE,
            is_folded=_is_folded(field["name"]),
        )
        for field in sorted(view.fields, key=rank)
    ]


def row_to_address(row: Mapping[str, Any], pages: Path) -> str:
    """The review page of a row's notice, at its words; `pages` is where these lie, seen from the workbook."""
    name = quote(f"{id_to_file_stem(row['notice_id'])}.html", errors="replace")
    return f"{quote(pages.as_posix())}/{name}#at={row['char_start']}-{row['char_end']}"


def _is_folded(name: str) -> bool:
    return name in FOLDED or name.endswith("_id")


def _write_sheet(
    book: Book, title: str, columns: Sequence[Column], rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """A sheet of `rows`, each with the address its first cell leads to."""
    widths = [OF_LINKS, *(-column.width if column.is_folded else column.width for column in columns)]
    sheet = Sheet(title, widths, printed=1 + sum(column.is_own for column in columns))
    head = Line("", 2 * LINE, [text_cell(words, HEAD) for words in (LINK, *(c.head for c in columns))])
    book.write_sheet(sheet, chain([head], _lines(columns, rows)))


def _lines(columns: Sequence[Column], rows: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Line]:
    looks, linked = [(column, column.look) for column in columns], text_cell("原文", LINKED)
    for address, row in rows:
        lines = lines_of_row(columns, row)
        cells = [value_cell(column, row[column.name], look) for column, look in looks]
        yield Line(address, LINE * lines if lines > 1 else 0, [linked if address else EMPTY, *cells])


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
