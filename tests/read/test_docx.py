"""DOCX: the words and tables a reader of the page sees, each case in the XML Word writes for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.read.docx import read_docx
from pipeline.read.docx.numerals import int_to_numeral
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from tests.read.word_files import abstract, docx, level, listed, num, p, packed, r, tbl, tc, tr

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def parts_of(body: str, **parts: str) -> Parts:
    return read_docx(docx(body, **parts), "notice.docx", Limits())


def lines(body: str, **parts: str) -> list[str]:
    return parts_of(body, **parts).text.splitlines()


def rows(body: str) -> list[list[str]]:
    (grid,) = parts_of(body).grids
    return [[piece.text for piece in row] for row in grid.rows]


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (r("甲") + '<w:r><w:tab/></w:r>' + r("乙"), ["甲 乙"]),
        (r("甲") + "<w:r><w:br/></w:r>" + r("乙"), ["甲", "乙"]),
        (r("甲") + '<w:r><w:br w:type="page"/></w:r>' + r("乙"), ["甲", "乙"]),
        (r("2021") + "<w:r><w:noBreakHyphen/></w:r>" + r("2025"), ["2021-2025"]),
        (r("国") + "<w:r><w:softHyphen/></w:r>" + r("家"), ["国家"]),
        ("<w:hyperlink>" + r("链接") + "</w:hyperlink>", ["链接"]),
        ('<w:bookmarkStart w:name="_GoBack"/>' + r("甲"), ["甲"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + r("甲"), ["甲"]),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>藏</w:t></w:r>' + r("甲"), ["藏甲"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + r("是"), ["□是"]),
        ("<w:r><w:ruby><w:rt><w:r><w:t>gōng</w:t></w:r></w:rt><w:rubyBase>" + r("工") + "</w:rubyBase></w:ruby></w:r>", ["工"]),
        ("<w:fldSimple w:instr='PAGE'>" + r("3") + "</w:fldSimple>", ["3"]),
        ("<w:sdt><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>", ["控件"]),
    ],
)  # fmt: skip
def test_runs(inside: str, words: list[str]) -> None:
    assert lines(f"<w:p>{inside}</w:p>") == words


def field(code: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


def test_of_a_field_the_result_is_read_and_not_its_code() -> None:
    inner = field(" HYPERLINK x ", r("渝府〔2021〕7号"))
    assert lines(f"<w:p>{r('见')}{inner}{r('文件')}</w:p>") == ["见渝府〔2021〕7号文件"]


@pytest.mark.parametrize("code", [" REF x ", r" TOC \o 1-3 ", " HYPERLINK x "])
@pytest.mark.parametrize("kinds", [("begin",), ("begin", "separate"), ("begin", "begin", "end")])
def test_a_field_that_never_ends_holds_nothing_back(code: str, kinds: tuple[str, ...]) -> None:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds]
    begun = f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{''.join(marks[1:])}"
    assert lines(f"<w:p>{r('床位')}{begun}{r('30张')}</w:p>{p('食堂40个')}") == ["床位30张", "食堂40个"]


def test_a_table_of_contents_is_set_aside() -> None:
    whole = field(r" TOC \o 1-3 ", r("一、总则") + "<w:r><w:tab/></w:r>" + r("1"))
    parts = parts_of(f"<w:p>{whole}</w:p>{p('一、总则')}")
    assert parts.text == "一、总则\n"
    assert any(repair.before == "一、总则" for repair in parts.repairs)


def test_tracked_changes_are_read_as_accepted_and_what_was_deleted_is_said() -> None:
    inserted = f"<w:ins>{r('不低于')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>约</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('旧处')}</w:moveFrom><w:moveTo>{r('新处')}</w:moveTo>"
    parts = parts_of(f"<w:p>{r('床位')}{deleted}{inserted}{r('80张')}{moved}</w:p>")
    assert parts.text == "床位不低于80张新处\n"
    assert {repair.before for repair in parts.repairs} == {"约", "旧处"}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    torn = p("第一段", "<w:rPr><w:del/></w:rPr>")
    assert lines(torn + p("的下半")) == ["第一段的下半"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    content = f"<w:txbxContent>{p('盒中字')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert lines(f"<w:p>{r('段落')}{run}</w:p>{p('后')}") == ["段落", "盒中字", "后"]


def test_notes_follow_their_paragraph_and_running_heads_are_set_aside() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = parts_of(
        f"<w:p>{r('正文')}{reference}</w:p>{p('后')}",
        footnotes=f'<w:footnote w:id="1">{p("别的")}</w:footnote><w:footnote w:id="2">{p("注释")}</w:footnote>',
        header=p("某市人民政府行政规范性文件"),
        footer=p("— 3 —"),
    )
    assert parts.text.splitlines() == ["正文", "注释", "后"]
    assert [repair.before for repair in parts.repairs] == ["某市人民政府行政规范性文件"]


def test_pictures_and_embedded_files_are_issues() -> None:
    picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
    parts = parts_of(f"{p('甲')}{picture}<w:altChunk/>")
    assert sorted(issue.kind for issue in parts.issues) == ["embedded_file", "picture"]


# --- numbers ----------------------------------------------------------------------------------

GB_9704 = abstract(
    0,
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCounting"),
    level(2, "%3."),
    level(3, "（%4）"),
)


def test_numbers_of_a_list_are_those_word_prints() -> None:
    body = (
        listed("总体要求") + listed("目标", 1) + listed("任务", 1) + listed("甲", 2) + listed("乙", 2)
        + listed("保障") + listed("组织", 1) + listed("丙", 2) + listed("丁", 3)
    )  # fmt: skip
    assert lines(body, numbering=GB_9704 + num(1, 0)) == [
        "一、总体要求", "（一）目标", "（二）任务", "1. 甲", "2. 乙", "二、保障", "（一）组织", "1. 丙", "（1）丁",
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_and_an_override_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = GB_9704 + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = listed("甲") + listed("乙", num=2) + listed("丙", num=3) + listed("丁", num=3)
    assert lines(body, numbering=numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_level_that_never_restarts_runs_on() -> None:
    running = level(1, "（%2）", "chineseCounting", '<w:lvlRestart w:val="0"/>')
    numbering = abstract(0, level(0, "%1、", "chineseCounting"), running) + num(1, 0)
    body = listed("甲") + listed("乙", 1) + listed("丙") + listed("丁", 1)
    assert lines(body, numbering=numbering) == ["一、甲", "（一）乙", "二、丙", "（二）丁"]


def test_legal_numbering_and_levels_skipped() -> None:
    numbering = abstract(
        0, level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")
    ) + num(1, 0)
    assert lines(listed("甲", 1) + listed("乙", 1), numbering=numbering) == ["1.1 甲", "1.2 乙"]


def test_numbers_by_style_and_a_list_that_links_to_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
    first = level(0, "%1、", "chineseCounting")
    second = level(1, "（%2）", "chineseCounting", '<w:pStyle w:val="H2"/>')
    numbering = abstract(0, first, second) + linked + num(1, 0) + num(2, 9)
    body = (
        p("甲", '<w:pStyle w:val="H1"/>') + p("乙", '<w:pStyle w:val="H2"/>') + listed("丙", num=2)
        + p("丁", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )  # fmt: skip
    assert lines(body, numbering=numbering, styles=styles) == ["一、甲", "（一）乙", "二、丙", "丁"]


def test_bullets_print_no_number_and_empty_paragraphs_do_not_count() -> None:
    numbering = abstract(0, level(0, "", "bullet")) + abstract(1, level(0, "%1.")) + num(1, 0) + num(2, 1)
    body = listed("甲") + listed("乙", num=2) + listed("  ", num=2) + listed("丙", num=2)
    assert lines(body, numbering=numbering) == ["甲", "1. 乙", "2. 丙"]


def test_a_serial_number_in_a_cell_may_be_all_its_words() -> None:
    body = tbl(*(tr(tc(inside=listed("", num=1)), tc(words)) for words in ("甲", "乙")))
    (grid,) = parts_of(body, numbering=abstract(0, level(0, "%1")) + num(1, 0)).grids
    assert [[piece.text for piece in row] for row in grid.rows] == [["1", "甲"], ["2", "乙"]]


@pytest.mark.parametrize(
    ("number", "name", "printed"),
    [
        (10, "chineseCountingThousand", "十"), (21, "japaneseCounting", "二十一"), (105, "chineseCounting", "一百零五"),
        (12, "ideographDigital", "一二"), (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "㉑"),
        (4, "ideographTraditional", "丁"), (11, "ideographTraditional", "11"), (12, "chineseLegalSimplified", "拾贰"),
        (27, "lowerLetter", "aa"), (4, "upperRoman", "IV"), (7, "decimalZero", "07"), (5, "decimalFullWidth", "５"),
        (2, "decimalEnclosedParen", "（2）"), (9, "cardinalText", "9"), (0, "chineseCounting", "0"), (3, "none", ""),
    ],
)  # fmt: skip
def test_numerals(number: int, name: str, printed: str) -> None:
    assert int_to_numeral(number, name) == printed


# --- tables -----------------------------------------------------------------------------------


def test_cells_merged_over_columns_and_rows_are_one_piece_in_each_place() -> None:
    body = tbl(
        tr(tc("镇街", merge="restart"), tc("建设任务", span=2)),
        tr(tc(merge="continue"), tc("2024年"), tc("2025年")),
        tr(tc("甲镇"), tc("1"), tc("2")),
    )
    (grid,) = parts_of(body).grids
    assert rows(body) == [["镇街", "建设任务", "建设任务"], ["镇街", "2024年", "2025年"], ["甲镇", "1", "2"]]
    assert grid.rows[0][0] is grid.rows[1][0]


def test_words_of_a_grid_stand_in_the_text_row_by_row() -> None:
    parts = parts_of(
        p("前") + tbl(tr(tc("甲"), tc("")), tr(tc(inside=p("一") + p("二")), tc("乙\t丙"))) + p("后")
    )
    assert parts.text == "前\n甲\t\n一\n二\t乙 丙\n后\n"
    for row in parts.grids[0].rows:
        for piece in row:
            assert parts.text[piece.span.start : piece.span.end] == piece.text


def test_rows_drawn_apart_stand_under_the_headings_columns() -> None:
    body = tbl(
        tr(tc("指标"), tc("标准", span=2), tc("说明", span=2)),
        tr(tc("甲"), tc("一", span=2), tc("二", span=2)),
        tr(tc("乙", span=2), tc("三", span=2), tc("四")),
        grid=(2000, 300, 4000, 500, 3000),
    )
    assert rows(body) == [["指标", "标准", "说明"], ["甲", "一", "二"], ["乙", "三", "四"]]


def test_edges_a_hair_apart_are_one() -> None:
    body = tbl(
        tr(tc("一", span=2), tc("二"), tc("三")),
        tr(tc("甲"), tc("乙", span=3)),
        grid=(2000, 4, 2000, 2000),
    )
    assert rows(body) == [["一", "二", "三"], ["甲", "乙", "乙"]]


def test_deleted_rows_are_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('删')}{tc('除')}</w:tr>"
    assert rows(tbl(tr(tc("甲"), tc("乙")), gone, tr(tc("1"), tc("2")))) == [["甲", "乙"], ["1", "2"]]


def test_frames_and_red_heads_are_lines_not_tables() -> None:
    frame = tbl(tr(tc("框中字")), tr(tc("第二行")))
    head = tbl(tr(tc("渝府〔2021〕7号"), tc("签发人：某某")))
    parts = parts_of(frame + head)
    assert parts.grids == ()
    assert parts.text.splitlines() == ["框中字", "第二行", "渝府〔2021〕7号", "签发人：某某"]


def test_a_table_in_a_cell_comes_after_its_table() -> None:
    inner = tbl(tr(tc("内1"), tc("内2")), tr(tc("3"), tc("4")))
    outer = tbl(tr(tc("外1"), tc(inside=p("外2") + inner)), tr(tc("5"), tc("6")))
    grids = parts_of(outer).grids
    assert [[[piece.text for piece in row] for row in grid.rows] for grid in grids] == [
        [["外1", "外2"], ["5", "6"]],
        [["内1", "内2"], ["3", "4"]],
    ]


# --- files that are none, or mean harm --------------------------------------------------------

DOCUMENT = "word/document.xml"
BOMB = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(8)
) + "]><w>&i;</w>"  # fmt: skip


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"word/other.xml": "<w/>"}, "without its text"),
        ({DOCUMENT: "<w:p>"}, "no sound XML"),
        ({DOCUMENT: BOMB}, "DOCTYPE|no sound XML"),
        ({DOCUMENT: "<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>"}, "DOCTYPE"),
        (
            {DOCUMENT: "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w>&e;</w>"},
            "DOCTYPE|no sound XML",
        ),
        ({DOCUMENT: "<w>" * 5000 + "</w>" * 5000}, "no sound XML"),
        ({DOCUMENT: b"<w>" + b" " * 60_000_000 + b"</w>"}, "a bomb|no sound XML"),
    ],
)
def test_bad_files_say_why(files: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_docx(packed(files), "notice.docx", Limits())


def test_limits_hold_for_words_and_cells() -> None:
    with pytest.raises(Unreadable, match="more words or cells"):
        read_docx(docx(p("字" * 100)), "", Limits(max_chars=50))
    with pytest.raises(Unreadable, match="more words or cells"):
        read_docx(docx(tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))), "", Limits(max_cells=3))


def test_an_external_target_is_never_opened() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Type="x/footnotes" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    )
    content = packed({DOCUMENT: "<w/>", "word/_rels/document.xml.rels": relations})
    assert read_docx(content, "", Limits()).text == ""


# --- real files -------------------------------------------------------------------------------


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
@pytest.mark.parametrize(
    ("name", "shapes", "words"),
    [
        ("docx_table_不动产登记费一览表.docx", [(9, 4)], "　　6.登记费收取如有最新规定，按新规定执行。"),
        ("docx_海南_附件1_职责清单.docx", [(27, 2)], "省级相关部门“将健康融入所有政策”职责清单"),
        ("docx_海南_附件3_儿童健康促进.docx", [], "二、工作举措"),
    ],
)
def test_real_files(name: str, shapes: list[tuple[int, int]], words: str) -> None:
    parts = read_docx((CORPUS / name).read_bytes(), name, Limits())
    assert [(len(grid.rows), len(grid.rows[0])) for grid in parts.grids] == shapes
    assert words in parts.text.splitlines()


def run(words: str, look: str) -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (run("900", "<w:strike/>") + r("300张"), "300张"),
        (run("900", '<w:dstrike w:val="true"/>') + r("300张"), "300张"),
        (run("900", '<w:strike w:val="0"/>') + r("张"), "900张"),
        (r("300") + run("1", '<w:vertAlign w:val="superscript"/>') + r("张"), "300¹张"),
        (r("50万m") + run("2", '<w:vertAlign w:val="superscript"/>'), "50万m²"),
        (r("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
    ],
)
def test_struck_runs_are_set_aside_and_raised_figures_stay_raised(inside: str, words: str) -> None:
    parts = parts_of(f"<w:p>{inside}</w:p>")
    assert parts.text == f"{words}\n"
    assert [repair.before for repair in parts.repairs] == ["900"] * (
        not words.startswith("900") and "900" in inside
    )


def test_a_note_of_a_cell_stands_below_its_table() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p("不含社会办床位900张")}</w:footnote>'
    body = tbl(tr(tc("甲区"), tc(inside=f"<w:p>{r('120')}{mark}</w:p>")), tr(tc("乙区"), tc("80"))) + p("后")
    assert lines(body, footnotes=notes) == ["甲区\t120", "乙区\t80", "不含社会办床位900张", "后"]


def test_the_rest_of_a_cell_that_nothing_began_is_a_cell_of_its_own() -> None:
    orphan = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('东山区')}</w:tc>"
    blank = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    begun = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("西河县")}</w:tc>'
    assert rows(tbl(tr(tc("县区"), tc("床位")), tr(orphan, tc("120")))) == [
        ["县区", "床位"],
        ["东山区", "120"],
    ]
    assert rows(tbl(tr(begun, tc("1")), tr(orphan, tc("2")), tr(blank, tc("3")))) == [
        ["西河县", "1"], ["西河县", "2"], ["西河县", "3"],
    ]  # fmt: skip


def test_a_row_of_which_an_editor_struck_out_every_word_is_none() -> None:
    """Some programs mark the words of a struck-out row and not the row."""
    gone = "<w:p><w:del><w:r><w:delText>乙镇9</w:delText></w:r></w:del></w:p>"
    body = tbl(tr(tc("镇街"), tc("床位")), tr(tc(inside=gone), tc(inside=gone)), tr(tc("丙镇"), tc("8")))
    assert rows(body) == [["镇街", "床位"], ["丙镇", "8"]]
