"""What a reader of the paper would see, from PDFs drawn for one difficulty each."""

from __future__ import annotations

import io
import multiprocessing
from typing import Any

import pytest
from pdf_fixtures import HEIGHT, WIDTH, Drawn, drawn_to_pdf
from pypdfium2 import PdfDocument, PdfSysfontBase

from pipeline.model import Unreadable
from pipeline.read import ocr
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.pdf import read_pdf
from pipeline.read.pdf.fonts import StandIn

PROSE = [
    "为深入贯彻落实国务院关于推进养老服务发展的意见",
    "加快建设居家社区机构相协调的养老服务体系",
    "各级人民政府要加强组织领导落实责任分工",
    "有关部门要按照职责做好政策支持和监督管理工作",
]
LONG = [line for _ in range(5) for line in PROSE]


def read(*pages: Drawn) -> Parts:
    return read_pdf(drawn_to_pdf(pages), "a.pdf", Limits())


def lines(*pages: Drawn) -> list[str]:
    return read(*pages).text.splitlines()


def test_lines_stand_in_the_text_with_their_boxes() -> None:
    parts = read(Drawn().paragraph(PROSE, 100))
    assert parts.text.splitlines() == PROSE
    assert (parts.layout, parts.media_type, parts.text_quality) == ("lines", "application/pdf", "clean")
    first = parts.boxes[0]
    assert parts.text[first.span.start : first.span.end] == PROSE[0]
    assert (first.page, first.x0, first.x1) == (1, 90.0, 90.0 + 16 * len(PROSE[0]))
    assert 95 < first.top < first.bottom < 125
    assert (parts.pages[0].width, parts.pages[0].height, parts.pages[0].done) == (WIDTH, HEIGHT, "text")


def test_glyphs_are_put_where_they_stand_not_where_they_come() -> None:
    # Word puts the digits of a number after the rest of the line.
    page = Drawn().text("市政发〔", 90, 100).text("〕", 218, 100).text("号", 250, 100)
    page.text("2023", 154, 100).text("2", 234, 100)
    assert lines(page) == ["市政发〔2023〕2号"]


class NoFonts(PdfSysfontBase):  # type: ignore[misc]
    def MapFont(self, *_: object) -> None:  # noqa: N802
        """None is installed."""


def read_without_fonts(content: bytes) -> Parts:
    StandIn(NoFonts()).setup()
    return read_pdf(content, "a.pdf", Limits())


def test_a_character_alone_is_read_where_no_font_is_installed() -> None:
    page = Drawn().text("心", 90, 60).paragraph(PROSE, 100)
    page.grid([90, 200, 300], [300, 330, 360], [["甲", "乙"], ["丙", "丁"]])
    # In a process of its own: one that has read before may have found fonts.
    with multiprocessing.get_context("spawn").Pool(1) as alone:
        parts = alone.apply(read_without_fonts, (drawn_to_pdf([page]),))
    assert parts.text.splitlines() == ["心", *PROSE, "甲\t乙", "丙\t丁"]
    assert parts.boxes[0].x1 - parts.boxes[0].x0 == 16


def test_a_line_set_in_by_two_letters_begins_a_paragraph() -> None:
    page = Drawn().text("关于养老服务体系建设的通知", 190, 60).paragraph([PROSE[0], PROSE[0]], 100)
    page.text(PROSE[0][:-2], 122, 156).text("某某市民政局", 350, 220)
    indented = [line for line in lines(page) if line.startswith("\u3000\u3000")]
    assert indented == ["\u3000\u3000" + PROSE[0][:-2]]


def test_struck_twice_is_read_once() -> None:
    page = Drawn()
    for i, char in enumerate("一、总体要求"):
        page.text(char, 90 + 16 * i, 100).text(char, 90.4 + 16 * i, 100)
    assert lines(page) == ["一、总体要求"]


def test_a_whole_line_struck_twice_is_read_once() -> None:
    page = Drawn().paragraph(PROSE, 100).paragraph(PROSE, 100.2, x=90.5)
    assert lines(page) == PROSE


def test_the_same_character_twice_stays_twice() -> None:
    assert lines(Drawn().text("人人有责层层落实", 90, 100)) == ["人人有责层层落实"]


def test_a_narrow_letter_twice_stays_twice_though_the_file_says_it_is_wide() -> None:
    # As programs write that give no widths: each letter is said to be as wide as the font is high.
    page = Drawn().text("http://till", 90, 100, spacing=-12.4).paragraph(PROSE, 150)
    assert lines(page)[0] == "http://till"


def test_what_lies_outside_the_page_is_not_on_it() -> None:
    page = Drawn().paragraph(PROSE, 100).text("裁掉的字", 700, 100).text("裁掉的字", 90, 900)
    assert lines(page) == PROSE


def test_watermarks_are_set_aside() -> None:
    slanted = (
        Drawn().paragraph(PROSE, 100).text("内部资料", 150, 300, 60, matrix="0.7 0.7 -0.7 0.7", gray=0.8)
    )
    pale = Drawn().paragraph(PROSE, 100).text("内部资料", 150, 300, 60, gray=0.8)
    for page in (slanted, pale):
        parts = read(page)
        assert parts.text.splitlines() == PROSE
        assert [(repair.kind, repair.before) for repair in parts.repairs] == [("set_aside", "内部资料")]


def test_a_watermark_that_comes_first_does_not_take_the_text_along() -> None:
    page = Drawn().text("内部资料", 150, 300, 60, matrix="0.7 0.7 -0.7 0.7", gray=0.8)
    for i, line in enumerate(PROSE):
        for j, char in enumerate(line):
            page.text(char, 90 + 16 * j, 100 + 28 * i)
    assert lines(page) == PROSE


def test_a_big_black_heading_is_no_watermark() -> None:
    assert lines(Drawn().text("通知", 200, 60, 40).paragraph(PROSE, 150))[0] == "通知"


def test_letters_wide_apart_are_one_line() -> None:
    page = Drawn().text("某某市民政局", 100, 60, 30, spacing=20).paragraph(PROSE, 150)
    assert lines(page)[0].replace(" ", "") == "某某市民政局"


def test_a_blank_between_bodies_stays() -> None:
    page = Drawn().text("国家发展改革委", 90, 100).text("财政部", 90 + 16 * 7.5, 100)
    assert lines(page) == ["国家发展改革委 财政部"]


@pytest.mark.parametrize("word_first", [True, False])
def test_a_word_beside_two_lines_stands_before_or_after_both(word_first: bool) -> None:
    stack, word = (200, 100) if word_first else (100, 320)
    page = (
        Drawn().text("某某市民政局", stack, 100).text("某某市财政局", stack, 120).text("文件", word, 108, 20)
    )
    expected = ["某某市民政局", "某某市财政局"]
    assert lines(page) == (["文件", *expected] if word_first else [*expected, "文件"])


def test_two_columns_are_read_down_each() -> None:
    left = [f"左栏第{i}行为推进养老服务" for i in range(10, 30)]
    right = [f"右栏第{i}行为推进养老服务" for i in range(10, 30)]
    page = Drawn().text("关于推进养老服务体系建设的实施意见通知", 120, 60, 18)
    for i, (one, other) in enumerate(zip(left, right, strict=True)):
        page.text(one, 60, 120 + 20 * i, 14).text(other, 320, 127 + 20 * i, 14)
    assert lines(page) == ["关于推进养老服务体系建设的实施意见通知", *left, *right]


def test_two_signatures_side_by_side_are_no_columns() -> None:
    page = Drawn().paragraph(LONG[:12], 60).text("某某市民政局", 100, 500).text("某某市财政局", 350, 500)
    assert lines(page)[-1] == "某某市民政局 某某市财政局"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(turn: int) -> None:
    page = (
        Drawn(turn=turn)
        .paragraph(PROSE, 100)
        .grid([90, 200, 300], [300, 330, 360], [["指标", "数"], ["床位", "5"]])
    )
    parts = read(page)
    assert parts.text.splitlines() == [*PROSE, "指标\t数", "床位\t5"]
    assert (parts.pages[0].width == HEIGHT) == (turn in (90, 270))
    box = parts.boxes[0]
    assert (box.x1 - box.x0 > box.bottom - box.top) == (turn in (0, 180))
    assert 0 <= box.x0 < box.x1 <= (parts.pages[0].width or 0)
    assert 0 <= box.top < box.bottom <= (parts.pages[0].height or 0)


def test_a_table_printed_sideways_is_read_upright() -> None:
    page = Drawn()
    for i, line in enumerate(PROSE):
        page.text(line, 200 + 28 * i, 700, matrix="0 1 -1 0")
    assert lines(page) == PROSE


def test_kangxi_radicals_keep_their_places() -> None:
    parts = read(Drawn().text("⺠⽣⼯作", 90, 100).paragraph(PROSE, 150))
    first = parts.boxes[0].span
    assert first.end - first.start == 4


class TestTables:
    XS = (90, 200, 300, 400)
    TOPS = (200, 230, 260, 290)

    def test_cells_stand_row_by_row_in_the_text(self) -> None:
        parts = read(
            Drawn()
            .text("附表", 90, 150)
            .grid(self.XS, self.TOPS, [["指标", "2025", "2030"], ["床位", "10", "20"], ["机构", "1", "2"]])
        )
        assert parts.text == "附表\n指标\t2025\t2030\n床位\t10\t20\n机构\t1\t2\n"
        (grid,) = parts.grids
        for row in grid.rows:
            for piece in row:
                assert parts.text[piece.span.start : piece.span.end] == piece.text

    def test_a_merged_cell_is_the_same_piece_wherever_it_reaches(self) -> None:
        (grid,) = read(Drawn().grid(self.XS, self.TOPS[:3], [["合计", None, "5"], ["床位", "2", "3"]])).grids
        assert grid.rows[0][0] is grid.rows[0][1]
        assert [piece.text for piece in grid.rows[0]] == ["合计", "合计", "5"]

    def test_a_line_ends_in_a_cell_where_its_words_could_have_gone_on(self) -> None:
        (grid,) = read(
            Drawn().grid(self.XS, (200, 240, 260), [["责任\n单位", "450\n8.7", "b"], ["民政局", "c", "d"]])
        ).grids
        assert [piece.text for piece in grid.rows[0]] == ["责任\n单位", "450\n8.7", "b"]
        narrow = (90, 128, 300, 400)
        (grid,) = read(
            Drawn().grid(narrow, (200, 240, 260), [["责任\n单位", "a", "b"], ["民政", "c", "d"]])
        ).grids
        assert grid.rows[0][0].text == "责任 单位"

    @pytest.mark.parametrize(
        ("printed", "said"),
        [
            ("床位到1\n2月底前", "床位到12月底前"),
            ("计划的5\n0%以上", "计划的50%以上"),
            ("占123\n4.5", "占1234.5"),
            ("共有95\n3.加强", "共有95 3.加强"),
            ("四字12\n个", "四字12 个"),
            ("88239\n4", "882394"),
            ("2\n6", "2\n6"),
            ("88239\n88239\n1", "88239882391"),
            ("4500\n87.0", "4500 87.0"),
            ("12\n5", "12\n5"),
            ("12345\n23456", "12345 23456"),
        ],
    )
    def test_a_number_goes_on_where_its_line_has_no_room_left(self, printed: str, said: str) -> None:
        """Each letter is 12 points wide in a column of 62."""
        page = Drawn().grid([60, 122, 300], [100, 150, 200], [["镇", "任务"], [printed, "床位"]])
        (grid,) = read(page).grids
        assert grid.rows[1][0].text == said

    @pytest.mark.parametrize(("printed", "said"), [("2\n6", "26"), ("1\n0\n5", "105")])
    def test_a_column_one_figure_wide_holds_one_number(self, printed: str, said: str) -> None:
        page = Drawn().grid([60, 78, 300], [100, 150, 200], [["序", "任务"], [printed, "床位"]])
        (grid,) = read(page).grids
        assert grid.rows[1][0].text.replace(" ", "\n") == said

    @pytest.mark.parametrize(("name", "said"), [("新增\n改造", "12345\n6"), ("新增和改造", "123456")])
    def test_figures_beside_as_many_lines_are_two(self, name: str, said: str) -> None:
        page = Drawn().grid([60, 122, 300], [100, 150, 200], [["床位", "任务"], ["12345\n6", name]])
        (grid,) = read(page).grids
        assert grid.rows[1][0].text.replace(" ", "\n") == said

    def test_lines_drawn_as_thin_boxes_rule_a_table(self) -> None:
        page = (
            Drawn()
            .text("甲", 95, 205, 12)
            .text("乙", 205, 205, 12)
            .text("丙", 95, 235, 12)
            .text("丁", 205, 235, 12)
        )
        for top in (200, 230, 260):
            page.box(90, top, 300, top + 0.7, gray=0)
        for x in (90, 200, 300):
            page.box(x, 200, x + 0.7, 260, gray=0)
        (grid,) = read(page).grids
        assert [[piece.text for piece in row] for row in grid.rows] == [["甲", "乙"], ["丙", "丁"]]

    def test_shading_behind_words_rules_nothing(self) -> None:
        page = Drawn().box(92, 202, 198, 228, gray=0.8).box(95, 205, 150, 220, gray=0.7)
        page.grid(self.XS[:3], self.TOPS[:3], [["指标", "数"], ["床位", "5"]])
        (grid,) = read(page).grids
        assert [[piece.text for piece in row] for row in grid.rows] == [["指标", "数"], ["床位", "5"]]

    def test_white_paper_behind_lines_is_no_table(self) -> None:
        page = Drawn()
        for i in range(len(PROSE)):
            page.box(80, 95 + 28 * i, 520, 123 + 28 * i, gray=1)
        parts = read(page.paragraph(PROSE, 100))
        assert not parts.grids
        assert parts.text.splitlines() == PROSE

    def test_a_frame_around_prose_is_no_table(self) -> None:
        page = Drawn().box(80, 90, 520, 240).line(80, 150, 520, 150).paragraph(PROSE, 100)
        parts = read(page)
        assert not parts.grids
        assert parts.text.splitlines() == PROSE

    def test_each_page_has_its_own_grid(self) -> None:
        pages = [Drawn().grid(self.XS[:3], self.TOPS[:3], [["甲", "乙"], [f"{n}", "丁"]]) for n in (1, 2)]
        parts = read(*pages)
        assert len(parts.grids) == 2
        assert [page.span.start for page in parts.pages] == [0, parts.grids[1].span.start]


class TestFurniture:
    def test_page_numbers_and_running_heads_are_set_aside(self) -> None:
        pages = [
            Drawn()
            .text("某某市人民政府公报 2025年第13期", 180, 30, 10)
            .paragraph(LONG, 90)
            .text(f"- {n} -", 280, 790, 14)
            for n in range(1, 5)
        ]
        parts = read(*pages)
        assert parts.text.splitlines() == LONG * 4
        assert [repair.before for repair in parts.repairs] == ["某某市人民政府公报 2025年第13期", "- 1 -"]

    def test_a_head_stands_off_from_a_table_on_a_page_with_few_lines(self) -> None:
        """Its page number and a note below the table are no lines of one text."""
        pages = [
            Drawn()
            .text("某市人民政府公报", 90, 40, 12)
            .grid([60, 160, 300], [100, 150, 200], [["镇", "任务"], [f"东{'一二三'[n]}镇", "床位"]])
            .text("备注：略。", 90, 220)
            .text(f"- {n + 1} -", 280, 800, 12)
            for n in range(3)
        ]
        assert "公报" not in read(*pages).text

    def test_lines_of_browsers_are_set_aside(self) -> None:
        pages = [
            Drawn()
            .text(f"2026/7/24 15:3{n % 2} 关于养老服务的通知_某某网", 20, 15, 8)
            .paragraph(LONG, 50)
            .text(f"https://www.example.gov.cn/content_1.htm {n}/3", 20, 820, 8)
            for n in (1, 2, 3)
        ]
        assert lines(*pages) == LONG * 3

    def test_annex_labels_at_the_head_of_pages_stay(self) -> None:
        pages = [Drawn().text(f"附件{n}", 90, 60).paragraph(LONG, 100) for n in (1, 2, 3)]
        assert [line for line in lines(*pages) if line.startswith("附件")] == ["附件1", "附件2", "附件3"]

    def test_the_same_first_sentence_on_two_pages_stays(self) -> None:
        pages = [Drawn().paragraph([PROSE[0], *LONG], 60) for _ in range(3)]
        assert lines(*pages).count(PROSE[0]) == 18

    def test_a_page_number_close_to_the_text_is_not_glued_to_it(self) -> None:
        pages = [Drawn().paragraph(LONG, 200).text(f"- {n} -", 476, 770, 14) for n in (1, 2)]
        assert lines(*pages) == LONG * 2


@pytest.mark.skipif(ocr.is_available(), reason="with the extra ocr such pages are recognised")
class TestLies:
    def test_a_font_that_numbers_its_characters_is_found_out(self) -> None:
        cipher = ["!\"#$%&'()*+,-./0123", '456789:;<=>?@!"!#!$!%', '&\'()"*#+"*&,$#$-#&+./0%'] * 4
        with pytest.raises(Unreadable) as error:
            read(Drawn().paragraph(cipher, 100))
        assert "make ocr" in error.value.remedy.en

    def test_a_font_that_exchanges_characters_is_found_out(self) -> None:
        letters = sorted(set("".join(LONG)))
        other = str.maketrans({c: chr(0x4E00 + (ord(c) * 7919) % 20000) for c in letters})
        with pytest.raises(Unreadable):
            read(Drawn().paragraph([line.translate(other) for line in LONG], 100))

    @pytest.mark.parametrize("one", ["1", "0", "一", "口"])
    def test_a_font_that_gives_one_character_for_all_is_found_out(self, one: str) -> None:
        with pytest.raises(Unreadable):
            read(Drawn().paragraph([one * len(line) for line in LONG], 100))

    def test_only_the_lying_page_is_left_out(self) -> None:
        cipher = ["!\"#$%&'()*+,-./0123456789:;<=>?@"] * 10
        parts = read(Drawn().paragraph(PROSE, 100), Drawn().paragraph(cipher, 100))
        assert parts.text.splitlines() == PROSE
        assert [page.done.split(":")[0] for page in parts.pages] == ["text", "unreadable"]
        (issue,) = parts.issues
        assert (issue.kind, issue.where) == ("unreadable_page", "page 2")
        assert "make ocr" in issue.message.en

    def test_the_name_of_a_scanning_program_is_no_text(self) -> None:
        pages = [Drawn().picture(0, 0, WIDTH, HEIGHT).text("扫描全能王 创建", 440, 820, 9) for _ in range(2)]
        with pytest.raises(Unreadable, match="picture"):
            read(*pages)

    def test_bad_guesses_under_a_picture_are_found_out(self) -> None:
        # Every third character wrong, as poor recognition leaves it.
        bad = [
            "".join(chr(0x5000 + (ord(c) * 31 + i) % 15000) if i % 3 == 1 else c for i, c in enumerate(s))
            for s in LONG
        ]
        page = Drawn().picture(0, 0, WIDTH, HEIGHT)
        for i, line in enumerate(bad):
            page.text(line, 90, 80 + 28 * i, hidden=True)
        with pytest.raises(Unreadable, match="poor"):
            read(page)


def test_pages_that_lie_are_recognised_where_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = []

    def seen(picture: Any, dpi: float) -> ocr.OcrPage:
        shapes.append((picture.shape, dpi))
        line = ocr.OcrLine("养老服务", (0.99, 0.99, 0.5, 0.99), 90, 100, 154, 116)
        return ocr.OcrPage((line,), WIDTH, HEIGHT)

    monkeypatch.setattr(ocr, "is_available", lambda: True)
    monkeypatch.setattr(ocr, "page_to_lines", seen)
    cipher = ["!\"#$%&'()*+,-./0123456789:;<=>?@"] * 10
    parts = read(Drawn().paragraph(PROSE, 100), Drawn().paragraph(cipher, 100))
    assert parts.text.splitlines() == [*PROSE, "养老服务"]
    assert [page.done.split(":")[0] for page in parts.pages] == ["text", "ocr"]
    assert shapes == [((3509, 2480, 3), 300.0)]
    assert [parts.text[span.start : span.end] for span in parts.doubtful] == ["服"]
    assert (parts.text_quality, parts.issues) == ("ocr", ())


def test_good_guesses_under_a_picture_are_read_as_doubtful() -> None:
    page = Drawn().picture(0, 0, WIDTH, HEIGHT)
    for i, line in enumerate(LONG):
        page.text(line, 90, 80 + 28 * i, hidden=True)
    parts = read(page)
    assert parts.text.splitlines() == LONG
    assert parts.text_quality == "ocr"
    assert parts.doubtful[0].end == len(parts.text)


def test_english_and_figures_are_no_lies() -> None:
    page = Drawn().paragraph(
        ["Notice on the development of care services for the aged", "Tel: 010-12345678"] * 3, 100
    )
    assert len(lines(page)) == 6


def test_a_list_of_figures_is_no_lie() -> None:
    rows = [[f"{n}", f"{n * 7 % 90}.{n % 10}%", f"{n * 13}"] for n in range(12)]
    page = Drawn().grid([90, 200, 300, 400], [100 + 30 * i for i in range(13)], rows)
    assert len(read(page).grids[0].rows) == 12


def repairs(parts: Parts) -> list[str]:
    return [repair.before for repair in parts.repairs]


@pytest.mark.parametrize(("mark", "words"), [("1", "300¹张"), ("12", "300¹²张"), ("*", "300*张")])
def test_small_figures_above_the_line_stay_raised(mark: str, words: str) -> None:
    page = Drawn().text("新增床位", 90, 100).text("300", 154, 100).text(mark, 202, 97, 9)
    page.text("张", 203 + 9 * len(mark), 100)
    assert lines(page) == [f"新增床位{words}"]


def test_figures_below_the_line_and_small_lines_stay_as_they_are() -> None:
    assert lines(Drawn().text("CO", 90, 100).text("2", 122, 108, 9).text("排放", 131, 100)) == ["CO2排放"]
    assert lines(Drawn().text("注", 90, 100).text("12", 90, 130, 9)) == ["注", "12"]


def test_words_with_a_line_through_them_are_set_aside() -> None:
    page = (
        Drawn()
        .text("新增床位", 90, 100)
        .text("900", 154, 100)
        .text("300张", 202, 100)
        .line(154, 109, 202, 109)
    )
    assert (lines(page), repairs(read(page))) == (["新增床位 300张"], ["900"])


@pytest.mark.parametrize("rule", [(90, 117, 250, 117), (80, 109, 500, 109), (154, 96, 202, 96)])
def test_lines_beside_words_or_longer_than_they_strike_nothing_out(
    rule: tuple[float, float, float, float],
) -> None:
    assert lines(Drawn().text("新增床位300张", 90, 100).line(*rule)) == ["新增床位300张"]


def test_words_that_nobody_sees_are_set_aside() -> None:
    page = Drawn().text("新增床位", 90, 100).text("9", 154, 100, gray=1).text("300张", 170, 100)
    page.text("另建888张", 90, 140, 0.5).text("盖住的字", 90, 180).box(80, 170, 400, 210, 1)
    page.text("正文继续，共有若干张床位。", 90, 240)
    parts = read(page)
    assert parts.text.splitlines()[-1] == "正文继续，共有若干张床位。"
    assert "888" not in parts.text
    assert "盖" not in parts.text
    assert "新增床位" in parts.text and "9300" not in parts.text
    assert set("9另建888张盖住的字") <= set("".join(repairs(parts)))


def test_white_words_on_a_coloured_ground_are_seen() -> None:
    page = Drawn().box(80, 90, 400, 130, 0.2).text("重点任务", 90, 100, gray=1).text("建设床位。", 90, 150)
    assert lines(page) == ["重点任务", "建设床位。"]


def test_pale_words_over_others_are_a_watermark() -> None:
    page = Drawn().text("新增床位300张，其中护理床位100张。", 90, 100).text("涉密件888", 100, 103, gray=0.9)
    assert (lines(page), repairs(read(page))) == (["新增床位300张，其中护理床位100张。"], ["涉密件888"])


def test_pale_words_by_themselves_are_text() -> None:
    assert lines(Drawn().text("新增床位300张。", 90, 100).text("附注一", 90, 140, gray=0.8)) == [
        "新增床位300张。",
        "附注一",
    ]


def test_a_file_attached_is_said_and_the_pages_are_read() -> None:
    whole = PdfDocument(
        drawn_to_pdf([Drawn().paragraph(["关于印发养老服务方案的通知", "一、新增床位三百张。"], 90)])
    )
    whole.new_attachment("annex.xls").set_data(b"beds")
    whole.save(target := io.BytesIO())
    parts = read_pdf(target.getvalue(), "notice.pdf", Limits())
    assert "新增床位三百张" in parts.text
    assert [issue.kind for issue in parts.issues] == ["embedded_file"]
