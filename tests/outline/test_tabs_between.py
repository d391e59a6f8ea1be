"""Tables copied from a web page, with a tab alone between two cells."""

from __future__ import annotations

from pipeline.model import Document
from pipeline.outline.lines import text_to_lines
from pipeline.outline.tabs_between import cells_between_tabs

_APART, _BELOW = "\n\n\t\n\n", "\n\n\n\n\n"


def rows(text: str) -> list[list[str]] | None:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    found = cells_between_tabs(text_to_lines(text, markdown=False), 0, document)
    return None if found is None else [[piece.text for piece in row] for row in found.rows]


def drawn(*cells: list[str]) -> str:
    return _BELOW.join(_APART.join(row) for row in cells)


def test_tabs_part_cells_and_empty_lines_rows() -> None:
    whole = [["序号", "任务", "责任单位"], ["1", "修路。\n建桥。", "交通局"], ["2", "建桥", "水利局"]]
    text = drawn(*whole).replace("修路。\n", "修路。\n\n")
    assert rows(text) == whole
    assert rows(text + "\n\n各单位抓好落实。\n\n本方案自印发之日起施行。\n") == whole


def test_a_blank_cell_is_one() -> None:
    whole = [["序号", "任务", "备注"], ["1", "", "续建"], ["2", "建桥", ""], ["3", "修闸", "新建"]]
    assert rows(drawn(*whole).replace("建桥\n\n\t\n\n\n", "建桥\n\n\t\n\n\n\n\n\n")) == whole


def test_a_row_with_more_cells_than_headings_is_no_row() -> None:
    assert rows(drawn(["序号", "任务", "备注"], ["1", "修路", "续建", "多"], ["2", "建桥", "新建"])) is None


def test_lines_without_tabs_between_are_no_table() -> None:
    assert rows("序号\n\n任务\n\n责任单位\n\n1\n\n修路\n\n交通局\n") is None
