"""The tables of the five notices against the labels, as printed and after harmless changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from drawing import texts

from pipeline.model import Fragment, Mended, Piece, Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend, mend_fragment

ROOT = Path(__file__).parents[2]
NOTICES = ("jiangjin-2021-78", "dadukou-2020-17", "jiangjin-2022-88")
NAMES = {"镇": "乡", "街道": "街道", "江津": "安平", "民政": "商务"}


def mended(notice: str) -> Mended:
    return mend(outline(read(ROOT / "raw" / f"{notice}.txt", notice, {})))


def squeezed(text: str) -> str:
    return regex.sub(r"\s+", "", text).translate(str.maketrans("（）：，；％", "():,;%"))


def shape(table: Table) -> tuple[list[list[str]], list[list[str]]]:
    """Heading paths and body rows, as the labels have them."""
    head = table.header_rows
    paths = [[squeezed(h) for h in path] for path in table.paths()]
    return paths, [[squeezed(t) for t in row] for row in texts(table)[head:]]


def labelled(notice: str) -> list[tuple[list[list[str]], list[list[str]]]]:
    label = json.loads((ROOT / "tests" / "labels" / f"{notice}.json").read_text("utf-8"))
    return [
        (
            [[squeezed(h) for h in path] for path in t["columns"]],
            [[squeezed(c) for c in row] for row in t["rows"]],
        )
        for t in label["tables"]
    ]


@pytest.mark.parametrize("notice", NOTICES)
def test_tables_are_exactly_as_labelled(notice: str) -> None:
    assert [shape(table) for table in mended(notice).tables] == labelled(notice)


@pytest.mark.parametrize("notice", NOTICES)
def test_every_cell_is_found_where_it_says(notice: str) -> None:
    """The characters of a cell are those of its places, less spaces; only 、 between names may be put in."""
    whole = mended(notice)
    source = whole.outline.document.text
    for table in whole.tables:
        for cell in table.cells:
            said = squeezed("".join(source[p.start : p.end] for p in cell.parts))
            assert squeezed(cell.text).replace("、", "") == said.replace("、", ""), cell


@pytest.mark.parametrize(
    ("notice", "statuses"),
    [
        ("jiangjin-2021-78", ["certified", "consistent"]),
        ("dadukou-2020-17", ["unverified", "certified"]),
        ("jiangjin-2022-88", ["consistent"]),
    ],
)
def test_status(notice: str, statuses: list[str]) -> None:
    assert [table.status for table in mended(notice).tables] == statuses


def fragments(notice: str) -> tuple[Fragment, ...]:
    return outline(read(ROOT / "raw" / f"{notice}.txt", notice, {})).fragments


def changed(found: Fragment, change: dict[str, str]) -> Fragment:
    """The fragment with words replaced, places kept."""

    def piece(old: Piece) -> Piece:
        text = old.text
        for before, after in change.items():
            text = text.replace(before, after)
        return Piece(text, old.span)

    return replace(found, rows=tuple(tuple(map(piece, row)) for row in found.rows))


@pytest.mark.parametrize("notice", NOTICES)
def test_other_names_give_the_same_shape(notice: str) -> None:
    for found in fragments(notice):
        one, other = mend_fragment(found).table, mend_fragment(changed(found, NAMES)).table
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            want = [[_renamed(t) for t in row] for row in texts(one)]
            assert [[squeezed(t) for t in row] for row in texts(other)] == want


def _renamed(text: str) -> str:
    for before, after in NAMES.items():
        text = text.replace(before, after)
    return squeezed(text)


def test_other_figures_with_right_totals() -> None:
    """Every figure of the breakdown table times three: sums hold, the same rows are laid the same way."""
    found = next(f for f in fragments("dadukou-2020-17") if len(f.rows) > 10)

    def tripled(piece: Piece) -> Piece:
        return (
            Piece(str(3 * int(piece.text)), piece.span)
            if piece.text.isdecimal() and int(piece.text) < 999
            else piece
        )

    rows = tuple(row if i < 2 else tuple(map(tripled, row)) for i, row in enumerate(found.rows))
    one, other = mend_fragment(found), mend_fragment(replace(found, rows=rows))
    assert one.table is not None
    assert other.table is not None
    assert other.table.status == "certified"
    assert [(r.kind, r.row, r.certainty) for r in one.repairs] == [
        (r.kind, r.row, r.certainty) for r in other.repairs
    ]
    want = [[str(3 * int(t)) if t.isdecimal() else t for t in row] for row in texts(one.table)[2:]]
    assert texts(other.table)[2:] == want


@pytest.mark.parametrize("place", [4, 6, 7])
def test_the_page_break_may_stand_elsewhere(place: int) -> None:
    found = next(f for f in fragments("dadukou-2020-17") if len(f.rows) > 10)
    one, other = mend_fragment(found).table, mend_fragment(replace(found, breaks=(place,))).table
    assert one is not None
    assert other is not None
    assert texts(one) == texts(other)


def test_ids_do_not_depend_on_other_tables() -> None:
    whole = mended("jiangjin-2021-78")
    last = replace(whole.outline, fragments=whole.outline.fragments[1:])
    assert mend(last).tables[0].table_id == whole.tables[1].table_id
