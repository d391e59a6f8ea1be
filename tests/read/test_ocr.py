"""Character recognition: what needs no model is held on drawings, the whole on drawn pages where it is installed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.model import Mended, Unreadable
from pipeline.read import ocr, read
from pipeline.read.limits import Limits
from pipeline.read.parts import TextBuilder

if not ocr.is_available():
    pytest.skip("the extra `ocr` is not installed: make ocr", allow_module_level=True)

import numpy as np
from drawn_pages import draw_notice, font_file
from PIL import Image, ImageDraw
from scans import DPI, as_tiff, scanned, with_seal

from pipeline.outline import outline
from pipeline.read.ocr.cells import bands_to_lines, cell_to_bands
from pipeline.read.ocr.engine import Reading, Rect
from pipeline.read.ocr.image import cut_sheets, image_to_pictures
from pipeline.read.ocr.ink import picture_to_ink, tilt, turned
from pipeline.read.ocr.misreadings import MISREADINGS, dashes_of_table, mend_reading
from pipeline.read.ocr.order import order
from pipeline.read.ocr.red_head import join_red_head
from pipeline.read.ocr.ruled import RuledTable, ink_to_tables
from pipeline.tables import mend

# --- without the model ------------------------------------------------------------------------


def reading(text: str, sure: float = 1.0) -> Reading:
    return Reading(text, (sure,) * len(text))


def test_each_misreading_by_its_examples() -> None:
    for rule in MISREADINGS:
        for phrase, value in rule.examples.items():
            assert rule.first(phrase) == value, (rule.name, phrase)


def test_a_mended_reading_keeps_a_confidence_for_each_character() -> None:
    mended = mend_reading(
        Reading("京政办发[2023〕]15号", (1.0,) * 4 + (0.4, *(1.0,) * 4, 0.5, 0.6, *(1.0,) * 3))
    )
    assert mended.text == "京政办发〔2023〕15号"
    assert len(mended.confidences) == len(mended.text)
    assert min(mended.confidences[4:10]) == 0.4


def lattice(lines: Sequence[tuple[int, int, int, int]], size: tuple[int, int] = (800, 1400)) -> np.ndarray:
    """A page of 300 dots an inch with lines x0, y0, x1, y1 drawn on it."""
    page = Image.new("L", (size[1], size[0]), "white")
    for line in lines:
        ImageDraw.Draw(page).line(line, "black", 3)
    return np.asarray(page)


FRAME = [(100, 100, 1300, 100), (100, 400, 1300, 400), (100, 100, 100, 400), (1300, 100, 1300, 400)]


def test_a_merged_cell_is_known_by_the_lines_it_lacks() -> None:
    drawn = lattice(
        [*FRAME, (500, 200, 1300, 200), (100, 300, 1300, 300), (500, 100, 500, 400), (900, 200, 900, 400)]
    )
    tables, clean = ink_to_tables(drawn, 300)
    assert [(c.row, c.col, c.row_span, c.col_span) for c in tables[0].cells] == [
        (0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip
    assert clean.min() == 255


def test_a_table_open_at_its_sides_reaches_as_far_as_its_lines() -> None:
    drawn = lattice(
        [(100, 100, 1300, 100), (100, 250, 1300, 250), (100, 400, 1300, 400), (700, 100, 700, 400)]
    )
    (table,), _ = ink_to_tables(drawn, 300)
    assert len(table.cells) == 4
    assert (table.rect.x0, table.rect.x1) == pytest.approx((100, 1300), abs=6)


@pytest.mark.parametrize("lines", [FRAME, [(100, 100, 1300, 100)], [(100, 100, 250, 100), (100, 150, 250, 150), (100, 100, 100, 150), (170, 100, 170, 150), (250, 100, 250, 150)]],
                         ids=["a box", "a rule", "a glyph"])  # fmt: skip
def test_what_is_drawn_and_is_no_table(lines: list[tuple[int, int, int, int]]) -> None:
    assert ink_to_tables(lattice(lines), 300)[0] == ()


def test_red_is_told_from_black_even_under_a_seal_and_pale_ink_is_paper() -> None:
    page = np.full((400, 400, 3), 255, np.uint8)
    page[50:100, :] = (232, 232, 232)
    page[150:350, 50:350] = (230, 40, 40)
    page[200:220, 100:300] = (20, 10, 10)
    ink = picture_to_ink(page)
    assert ink.black[75, 200] == 255
    assert ink.black[160, 60] > 200
    assert ink.black[210, 200] < 60
    assert ink.red[160, 60] < 60
    assert ink.red[75, 200] == 255


@pytest.mark.parametrize("degrees", [-2.3, -0.4, 0.0, 1.1])
def test_a_tilted_page_is_made_level(degrees: float) -> None:
    page = np.full((1200, 900), 255, np.uint8)
    for y in range(100, 1100, 40):
        page[y : y + 16, 80:820] = 0
    assert tilt(turned(page, degrees)) == pytest.approx(-degrees, abs=0.1)


def test_strokes_of_one_character_are_one_line_and_dust_is_none() -> None:
    cell = np.full((200, 300), 255, np.uint8)
    for top in (20, 38, 56):
        cell[top : top + 5, 20:60] = 0
    cell[120:160, 20:200] = 0
    cell[100, 250] = 0
    lines = bands_to_lines(cell_to_bands(cell, 300), 40)
    assert [(line.top, line.bottom) for line in lines] == [(20, 61), (120, 160)]


def test_columns_are_read_one_after_the_other_and_lists_line_by_line() -> None:
    columns = [Rect(x, y, x + 400, y + 30) for y in range(0, 400, 40) for x in (0, 450)]
    assert order(columns) == [(i,) for i in (*range(0, 20, 2), *range(1, 20, 2))]
    names = [
        Rect(x, y, x + width, y + 30) for y in range(0, 400, 40) for x, width in ((0, 60 + y), (600, 90))
    ]
    assert order(names) == [(i, i + 1) for i in range(0, 20, 2)]


def test_several_issuers_are_one_head() -> None:
    names = [
        (Rect(0, y, 300, y + 60), reading(text))
        for y, text in ((0, "甲市民政局"), (100, "甲市财政局文件"), (200, "甲市教育局"))
    ]
    number = (Rect(0, 400, 100, 420), reading("机密"))
    head, rest = join_red_head([*names, number])
    assert head[1].text == "甲市民政局 甲市财政局 甲市教育局文件"
    assert head[0] == Rect(0, 0, 300, 260)
    assert rest == number
    assert join_red_head([names[1], number]) == [names[1], number]


@pytest.mark.parametrize(("texts", "read_as"), [(("一", "5", "%"), "—"), (("一", "二", "三"), "一")])
def test_a_lone_stroke_is_a_dash_unless_its_column_counts(texts: tuple[str, ...], read_as: str) -> None:
    drawn = lattice([*FRAME, (100, 200, 1300, 200), (100, 300, 1300, 300), (700, 100, 700, 400)])
    (table,), _ = ink_to_tables(drawn, 300)
    rect = Rect(0, 0, 9, 9)
    column = iter(texts)
    words = [[(rect, reading(next(column) if cell.col == 0 else "甲"))] for cell in table.cells]
    assert dashes_of_table(RuledTable(table.cells, rect), words)[0][0][1].text == read_as


def test_a_long_picture_is_cut_between_lines() -> None:
    picture = np.full((5000, 1000, 3), 255, np.uint8)
    for y in range(0, 5000, 50):
        picture[y : y + 30] = 0
    sheets = list(cut_sheets(picture))
    assert sum(sheet.shape[0] for sheet in sheets) == 5000
    assert len(sheets) > 2
    assert all(sheet[-1].min() > 200 for sheet in sheets[:-1])


# --- files that do harm -----------------------------------------------------------------------


def png(width: int, height: int, mode: str = "1") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), "white").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (png(20_000, 15_000), "more than the 120,000,000"),
        (png(20_000, 5_000)[:200], "damaged"),
        (png(12_000, 11_000), "more than the 120,000,000"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
        (b"II*\x00\x08\x00\x00\x00", "damaged"),
    ],
    ids=["300 megapixels", "cut", "132 megapixels", "no image", "endless"],
)
def test_bad_images(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        list(image_to_pictures(content, Limits()))


def test_an_empty_picture_says_so() -> None:
    with pytest.raises(Unreadable, match="no words"):
        ocr.read_image(png(800, 1100, "L"), "a.png", Limits())


# --- with the model ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def font() -> str:
    found = font_file()
    if found is None:
        pytest.skip("no font with Chinese characters on this machine")
    return found


def whole(path: Path) -> Mended:
    return mend(outline(read(path, path.stem, {})))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Mended:
    """A small notice with a table of two-level headings."""
    path = tmp_path_factory.mktemp("plan") / "plan.txt"
    rows = "\n".join(
        f"{i}\t{name}镇\t{i + 5}\t{i}\t{9 - i}" for i, name in enumerate(("白沙", "双福", "西湖", "中山"), 1)
    )
    path.write_text(
        "某市民政局关于印发养老服务计划的通知\n某民发〔2024〕6号\n各镇人民政府：\n"
        "一、建设床位。到2025年，新建床位30张，改造养老院6所。（责任单位：市民政局、市财政局）\n"
        "附件1\n建设计划表\n序号\t镇\t村数（个）\t拟建数\t\n\t\t\t2024年\t2025年\n"
        + rows
        + "\n合计\t\t30\t10\t26\n",
        "utf-8",
    )
    return whole(path)


@pytest.mark.parametrize("look", ["clean", "scanned"])
def test_a_drawn_notice_is_read_back(look: str, plan: Mended, font: str, tmp_path: Path) -> None:
    pages = draw_notice(plan, font)
    pages[0] = with_seal(pages[0], 900, 700)
    if look == "scanned":
        pages = [scanned(page, i) for i, page in enumerate(pages)]
    path = tmp_path / "notice.tif"
    path.write_bytes(as_tiff(pages))
    mended = whole(path)
    assert mended.outline.document.text_quality == "ocr"
    assert mended.outline.title_block.doc_number == "某民发〔2024〕6号"
    assert "新建床位30张，改造养老院6所。（责任单位：市民政局、市财政局）" in "".join(
        p.text for p in mended.outline.passages
    )
    printed = [[c.text for c in table.cells] for table in mended.tables]
    assert printed == [[c.text for c in table.cells] for table in plan.tables]
    for box in mended.outline.document.boxes:
        page = mended.outline.document.pages[box.page - 1]
        assert 0 <= box.x0 < box.x1 <= (page.width or 0)
        assert 0 <= box.top < box.bottom <= (page.height or 0)


def test_a_page_on_its_side_or_upside_down_is_turned(plan: Mended, font: str) -> None:
    page = np.asarray(draw_notice(plan, font)[0])
    assert "各镇人民政府" in "".join(line.text for line in ocr.page_to_lines(np.rot90(page, 2), DPI).lines)
    assert "各镇人民政府" in "".join(line.text for line in ocr.page_to_lines(np.rot90(page), DPI).lines)


def test_doubtful_characters_are_pointed_at() -> None:
    line = ocr.OcrLine("新建30张", (1.0, 1.0, 0.4, 0.5, 1.0), 0, 0, 9, 9)
    cell = ocr.OcrCell(0, 1, 1, 1, (line, line))
    page = ocr.OcrPage((line, ocr.OcrTable((ocr.OcrCell(0, 0, 1, 1, ()), cell), 0, 0, 9, 9)), 10, 10)
    builder = TextBuilder()
    spans = ocr.add_ocr_page(page, 1, builder)
    assert [builder.text()[span.start : span.end] for span in spans] == ["30", "30", "30"]
    assert len({span.start for span in spans}) == 3
