"""Tables as a spreadsheet writes them, with commas or tabs and quotes."""

from __future__ import annotations

from pipeline.outline.lines import text_to_lines
from pipeline.outline.quoted_rows import quoted_rows

_COMMAS = '序号,任务,责任单位\n1,"修县城到镇的路\n2.修到村的路","交通局,财政局"\n2,,水利局\n其他事项。\n'


def rows(text: str) -> list[list[str]] | None:
    found = quoted_rows(text_to_lines(text, markdown=False), 0)
    return None if found is None else [[piece.text for piece in row] for row in found.rows]


def test_commas_part_cells_but_within_quotes() -> None:
    assert rows(_COMMAS) == [
        ["序号", "任务", "责任单位"],
        ["1", "修县城到镇的路\n2.修到村的路", "交通局，财政局"],
        ["2", "", "水利局"],
    ]


def test_a_line_end_within_quotes_ends_no_row_of_tabs() -> None:
    tabs = _COMMAS.replace('"交通局,财政局"', '"他说""行"""').replace(",", "\t")
    assert rows(tabs) == [
        ["序号", "任务", "责任单位"],
        ["1", "修县城到镇的路\n2.修到村的路", '他说"行"'],
        ["2", "", "水利局"],
    ]


def test_a_row_with_more_cells_leaves_all_unread() -> None:
    assert rows(_COMMAS.replace("2,,水利局", "2,,水利局\n3,建桥,水利局,交通局")) == []


def test_words_with_commas_are_no_table() -> None:
    assert rows("各镇,同事,有关单位\n现将方案印发,请执行,并上报\n联系人,张三,电话\n") is None


def test_quotes_that_never_close_are_words() -> None:
    assert rows('序号,任务,责任单位\n1,"修路,交通局\n2,建桥,水利局\n') is None
