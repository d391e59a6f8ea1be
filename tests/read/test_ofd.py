"""OFD: pages written by the tests as GB/T 33190 says, read back as lines and ruled tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.ofd import read_ofd
from pipeline.read.ofd.page import _deltas, _outlines
from pipeline.read.pdf.strokes import Strokes
from pipeline.read.zip import read_zip
from tests.read.word_files import packed

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.0
NOTICE = ("某市人民政府办公室文件", "关于加快发展养老服务的通知", "一、到2025年，建成镇养老服务中心25个。")


def text(words: str, x: float, y: float, more: str = "", delta: str | None = None) -> str:
    """A line whose base line begins at x, y (millimetres)."""
    steps = delta if delta is not None else f"g {len(words) - 1} {SIZE}"
    code = f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{words}</ofd:TextCode>'
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - SIZE} 180 8" Size="{SIZE}" {more}>{code}</ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float, more: str = "") -> str:
    data = f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="2" Boundary="{x0} {y0} 100 100" {more}>{data}</ofd:PathObject>'


def table(rows: Sequence[Sequence[str]], top: float) -> str:
    """A ruled table, cells 40 by 10 millimetres."""
    high, wide = len(rows), len(rows[0])
    rules = [line(20, top + 10 * i, 20 + 40 * wide, top + 10 * i) for i in range(high + 1)]
    rules += [line(20 + 40 * j, top, 20 + 40 * j, top + 10 * high) for j in range(wide + 1)]
    words = [
        text(cell, 22 + 40 * j, top + 10 * i + 7)
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if cell
    ]
    return "".join([*rules, *words])


def ofd(*pages: str, template: str = "") -> bytes:
    """An OFD file of these pages (what is in their layer), all printed on `template`."""
    entries = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
    used = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    files = {
        "OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{used}</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages></ofd:Document>",
    }
    for i, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{i}/Content.xml"] = content(
            page, '<ofd:Template TemplateID="9"/>' if template else ""
        )
    if template:
        files["Doc_0/Tpls/Tpl_0/Content.xml"] = content(template)
    return packed(files)


def content(items: str, before: str = "") -> str:
    return (
        f'<ofd:Page {NS}>{before}<ofd:Content><ofd:Layer ID="3">{items}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def lines_of(*pages: str) -> list[str]:
    return read_ofd(ofd(*pages), "notice.ofd", Limits()).text.splitlines()


def notice() -> str:
    return "".join(text(words, 20, 40 + 15 * i) for i, words in enumerate(NOTICE))


def test_lines_stand_in_reading_order_with_their_boxes_in_points() -> None:
    parts = read_zip(
        ofd("".join(text(words, 20, 40 + 15 * i) for i, words in reversed(list(enumerate(NOTICE))))),
        "",
        Limits(),
    )
    assert parts.text.splitlines() == list(NOTICE)
    assert (parts.media_type, parts.layout) == ("application/ofd", "lines")
    first = parts.boxes[0]
    assert (first.page, round(first.x0 / 72 * 25.4)) == (1, 20)
    assert round(first.x1 / 72 * 25.4) == 20 + SIZE * len(NOTICE[0])
    assert [(page.number, round(page.width or 0), round(page.height or 0)) for page in parts.pages] == [
        (1, 595, 842)
    ]


def test_ruled_tables_are_grids_and_pages_go_on() -> None:
    rows = [["镇街", "任务", "备注"], ["甲镇", "25", ""], ["乙镇", "18", "含改造"]]
    parts = read_ofd(ofd(notice(), table(rows, 60)), "", Limits())
    (grid,) = parts.grids
    assert [[piece.text for piece in row] for row in grid.rows] == rows
    assert grid.span.start >= parts.pages[1].span.start
    for row in grid.rows:
        for piece in row:
            assert parts.text[piece.span.start : piece.span.end] == piece.text


def test_tables_of_thin_boxes_and_white_lines_nobody_sees() -> None:
    white = '<ofd:StrokeColor Value="255 255 255"/>'
    unseen = table([["甲", "乙"], ["1", "2"]], 150).replace("<ofd:Abb", f"{white}<ofd:Abb")
    parts = read_ofd(ofd(notice() + unseen), "", Limits())
    assert parts.grids == ()
    assert parts.text.splitlines()[-2:] == ["甲 乙", "1 2"]


def test_a_matrix_places_and_sizes_the_words() -> None:
    half = 'CTM="0.5 0 0 0.5 10 0"'
    (box,) = read_ofd(ofd(text("养老服务中心", 20, 40, half)), "", Limits()).boxes
    assert [round(side / 72 * 25.4, 1) for side in (box.x0, box.x1)] == [30.0, 45.0]


def test_slanted_watermarks_and_templates_are_set_aside() -> None:
    mark = text("内部资料", 50, 100, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    parts = read_ofd(ofd(notice() + mark, template=text("某市公报", 20, 10)), "", Limits())
    assert parts.text.splitlines() == list(NOTICE)
    assert {repair.before for repair in parts.repairs} == {"内部资料", "某市公报"}


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("4 5", [4, 5]),
        ("4 g 3 5", [4, 5, 5, 5]),
        ("g 2 1.5 4", [1.5, 1.5, 4]),
        (None, []),
        ("g", []),
        ("g 99999999 1", [1] * 10_000),
    ],
)
def test_steps_between_letters(words: str | None, steps: list[float]) -> None:
    assert _deltas(words) == steps


@pytest.mark.parametrize(
    ("data", "corners"),
    [
        ("M 0 0 L 10 0 L 10 5 C", [[(0, 0), (10, 0), (10, 5), (0, 0)]]),
        ("S 0 0 L 1 1 M 2 2 L 3 3", [[(0, 0), (1, 1)], [(2, 2), (3, 3)]]),
        ("M 0 0 B 1 1 2 2 3 3", [[(0, 0), (3, 3)]]),
        ("M 0 0 A 1 1 0 0 1 4 4", [[(0, 0), (4, 4)]]),
        ("M 0 0 L x", [[(0, 0)]]),
        ("L", []),
    ],
)
def test_paths(data: str, corners: list[list[tuple[float, float]]]) -> None:
    assert list(_outlines(data.split(), Strokes())) == corners


IMAGE = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="1"/>'


def test_a_page_that_is_a_picture_is_an_issue_and_the_others_are_read() -> None:
    parts = read_ofd(ofd(notice(), IMAGE), "", Limits())
    assert parts.text.splitlines() == list(NOTICE)
    assert [(issue.kind, issue.where) for issue in parts.issues] == [("unreadable_page", "page 2")]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (ofd(IMAGE), "no page of it can be read: it is a picture"),
        (ofd(""), "its pages are empty"),
        (ofd(), "without pages"),
        (packed({"OFD.xml": f"<ofd:OFD {NS}><ofd:DocRoot>../../x.xml</ofd:DocRoot></ofd:OFD>"}), "missing"),
        (
            packed({"OFD.xml": "<!DOCTYPE o [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><o>&e;</o>"}),
            "DOCTYPE|no sound XML",
        ),
        (packed({"OFD.xml": "<o>" * 10_000}), "no sound XML"),
        (packed({"OFD.xml": "<o/>", "bomb.xml": b" " * 30_000_000}), "bomb"),
    ],
)
def test_bad_files_say_why(file: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_ofd(file, "notice.ofd", Limits(max_ratio=500))


def test_limits_hold_for_pages() -> None:
    with pytest.raises(Unreadable, match="more than 2 pages"):
        read_ofd(ofd(notice(), notice(), notice()), "", Limits(max_pages=2))


def test_odd_numbers_do_no_harm() -> None:
    odd = text("养老", 20, 240).replace(f'Size="{SIZE}"', 'Size="nan" CTM="nan 0 0 inf 0 0"') + notice()
    assert set(NOTICE) <= set(lines_of(odd))
