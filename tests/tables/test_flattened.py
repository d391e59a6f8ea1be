"""Tables that came out one cell line a text line: whole again, or said to be lost."""

from __future__ import annotations

from random import Random

import pytest
from county_lists import drawn as county_drawn
from county_lists import parties as county_parties
from county_lists import printed as county_printed
from drawing import texts
from flattened_lists import LAYOUTS, OTHER_LAYOUTS, draw, flatten, names, whole
from natural_lists import drawn, parties, printed

from pipeline.extract import extract
from pipeline.model import Document, Mended, Span
from pipeline.outline import outline
from pipeline.tables import mend
from pipeline.tables.flat_columns import CellLine
from pipeline.tables.flat_pieces import counted, is_phrase, is_piece, without_pieces
from pipeline.tables.flat_rows import FlatRow
from tests import draws

BEFORE = (
    "某市人民政府办公室关于印发某市岸线振兴年度责任清单的通知\n某政办〔2026〕3号\n各县（区）人民政府：\n"
    "现将《某市岸线振兴年度责任清单》印发给你们，请认真组织实施。\n某市人民政府办公室\n2026年1月8日\n附件\n年度责任清单\n"
)


def read(lines: list[str], media_type: str = "text/plain") -> Mended:
    text = BEFORE + "\n".join(lines) + "\n"
    return mend(outline(Document("a", "a.txt", "0" * 64, media_type, "utf-8", text)))


def body(mended: Mended) -> list[list[str]]:
    (table,) = mended.tables
    return texts(table)[table.header_rows :]


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_over_pages_comes_out_whole(layout: str, marked: bool) -> None:
    columns = LAYOUTS[layout]
    for seed in draws.drawn((11,), (11, 12)):
        rows = draw(Random(seed), columns, 30, marked)
        mended = read(flatten(columns, rows, 22, frozenset(range(30))))
        assert body(mended) == whole(columns, rows)
        assert mended.tables[0].status == "unverified"
        assert {r.certainty for r in mended.repairs if r.kind == "lost_separators"} == {"probable"}


def test_a_hundred_and_twenty_rows_over_fifteen_pages() -> None:
    columns = LAYOUTS["a category"]
    rows = draw(Random(5), columns, 120)
    lines = flatten(columns, rows, 18, frozenset(range(120)))
    assert lines[-1] and sum(line.startswith("# Page") for line in lines) >= 14
    mended = read(lines)
    assert body(mended) == whole(columns, rows)
    duties = [fact for fact in extract(mended).facts if fact.table == "responsibilities"]
    said = [(f.row, f.values["role"], f.values["agency_name"]) for f in duties]
    wanted = [
        (i, role, name)
        for i, row in enumerate(rows, 1)
        for role, cell in (("lead", row[3]), ("support", row[4]))
        for name in cell.split("、")
    ]
    assert said == wanted


@pytest.mark.parametrize("seed", draws.drawn([22], [22, 23, 24, 25, 26, 27]))
@pytest.mark.parametrize("layout", OTHER_LAYOUTS)
def test_long_names_and_stages_come_out_whole(layout: str, seed: int) -> None:
    """120 rows over 15 pages of which two are cut: every row, every lead and support, nobody else."""
    columns = OTHER_LAYOUTS[layout]
    rows = draw(Random(seed), columns, 120)
    mended = read(flatten(columns, rows, 18, frozenset(Random(seed).sample(range(120), 30))))
    assert body(mended) == whole(columns, rows)
    said = [
        (fact.row, fact.values["role"], fact.values["agency_name"])
        for fact in extract(mended).facts
        if fact.table == "responsibilities"
    ]
    roles = {"long lead": "lead", "long names": "support", "support": "support"}
    wanted = [
        (i, roles[column.kind], name)
        for i, row in enumerate(rows, 1)
        for column, cell in zip(columns, row, strict=True)
        if column.kind in roles
        for name in names(cell)
    ]
    assert said == wanted


HEADS = ["序号", "工作任务", "牵头单位", "配合单位"]


def test_the_rest_of_a_cut_row_stands_below_the_headings() -> None:
    lines = [
        *HEADS,
        "1",
        "编写《花木养护",
        "市园林局",
        "市文旅局、市",
        "# Page 2:",
        *HEADS,
        "手册》。",
        "财政局",
        "2",
        "登记旧井。",
        "市水利局",
        "市文旅局",
    ]
    mended = read(lines)
    assert body(mended) == [
        ["1", "编写《花木养护手册》。", "市园林局", "市文旅局、市财政局"],
        ["2", "登记旧井。", "市水利局", "市文旅局"],
    ]
    assert "花木养护手册" in {f.values["title"] for f in extract(mended).facts if f.table == "citations"}


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["市财政局、市委", "宣传部"], "市财政局、市委宣传部"),
        (["市财政局、市住", "建局"], "市财政局、市住建局"),
        (["市财政局、县蚕桑办", "公室"], "市财政局、县蚕桑办公室"),
        (["市财政局、", "市文旅局"], "市财政局、市文旅局"),
        (["市财政局", "市文旅局"], "市财政局、市文旅局"),
        (["市人力资源和社", "会保障局"], "市人力资源和社会保障局"),
        (["市财政局、县退役和复", "员军人局"], "市财政局、县退役和复员军人局"),
        (["市财政局、各县", "（市、区）人民政府"], "市财政局、各县（市、区）人民政府"),
        (["各县（市、区）", "人民政府"], "各县（市、区）人民政府"),
    ],
)
def test_nothing_is_put_between_the_halves_of_a_name(lines: list[str], cell: str) -> None:
    rows = [
        *HEADS,
        "1",
        "登记旧井。",
        "市水利局",
        *lines,
        "2",
        "修缮河岸步道。",
        "县渡口局",
        "市水利局、县花木局",
    ]
    assert body(read(rows))[0][3] == cell


@pytest.mark.parametrize("mark", ["# Page 2:", "- 12 -", "— 3 —", "第4页"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_page_marks_are_no_words_of_a_cell(mark: str, media_type: str) -> None:
    lines = [
        *HEADS,
        "1",
        "登记旧井。",
        "市水利局",
        "市文旅局",
        mark,
        "2",
        "修缮步道。",
        "市园林局",
        "市财政局",
    ]
    assert body(read(lines, media_type)) == [
        ["1", "登记旧井。", "市水利局", "市文旅局"],
        ["2", "修缮步道。", "市园林局", "市财政局"],
    ]


@pytest.mark.parametrize("dash", ["—", "/", "--"])
def test_a_dash_is_a_cell(dash: str) -> None:
    lines = [
        *HEADS,
        "1",
        "修缮步道。",
        "市园林局",
        dash,
        "2",
        "登记旧井。",
        "市水利局",
        dash,
        "3",
        "修桥。",
        "县渡口局",
        "市财政局",
    ]
    assert [row[3] for row in body(read(lines))] == [dash, dash, "市财政局"]


def test_a_long_cell_is_one() -> None:
    prose = [f"第{n}处水面由看护人逐日查看并记录在册，" for n in range(60)]
    lines = [
        *HEADS,
        "1",
        *prose,
        "并上报。",
        "市园林局",
        "市水利局",
        "2",
        "登记旧井。",
        "市水利局",
        "市文旅局",
    ]
    assert [len(row[1]) > 900 for row in body(read(lines))] == [True, False]


def test_a_row_of_sums_has_no_number() -> None:
    lines = [
        "序号",
        "镇街",
        "2026年",
        "2027年",
        "1",
        "东桥镇",
        "3",
        "4",
        "2",
        "西桥镇",
        "5",
        "6",
        "合计",
        "8",
        "10",
    ]
    table = read(lines).tables[0]
    assert texts(table)[-1] == ["合计", "", "8", "10"]
    assert [c.role for c in table.cells if c.text == "合计"] == ["total"]


def test_a_heading_of_no_lexicon_before_the_first_row() -> None:
    lines = [
        "序号",
        "工作任务",
        "成果样式",
        "牵头单位",
        "1",
        "登记旧井。",
        "名册",
        "市水利局",
        "2",
        "修桥。",
        "照片",
        "市园林局",
    ]
    assert texts(read(lines).tables[0])[1] == ["1", "登记旧井。", "名册", "市水利局"]


def test_headings_broken_by_narrow_columns() -> None:
    lines = [
        "序",
        "号",
        "重点",
        "任务",
        "牵头",
        "单位",
        "1",
        "登记旧井。",
        "市水利局",
        "2",
        "修桥。",
        "市园林局",
    ]
    assert texts(read(lines).tables[0])[:2] == [
        ["序号", "重点任务", "牵头单位"],
        ["1", "登记旧井。", "市水利局"],
    ]


def test_what_cannot_be_told_apart_is_said() -> None:
    prose = [f"第{n}处水面由看护人逐日查看并记录在册" for n in range(9)]
    mended = read(["工作任务", "工作措施", "责任单位", *prose])
    assert not mended.tables
    assert [issue.message.code for issue in mended.issues] == ["cells_not_told_apart"]


ONE_BODY_A_LINE = [
    ["序号", "年度实事", "责任单位", "完成时限"],
    ["1", "修通石桥路口便道", "县水务局", "县花木局", "县渡口指挥部", "12月底前"],
    ["2", "新添候车亭2座，", "各配长椅4张", "县住房城乡建设局", "9月投入使用"],
    ["3", "翻修旧茶馆", "县文旅局", "县档案馆", "5月底前"],
]
READ_SO = [
    ["1", "修通石桥路口便道", "县水务局、县花木局、县渡口指挥部", "12月底前"],
    ["2", "新添候车亭2座，各配长椅4张", "县住房城乡建设局", "9月投入使用"],
    ["3", "翻修旧茶馆", "县文旅局、县档案馆", "5月底前"],
]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_bodies_that_say_their_level_stand_on_a_line_each(end: str) -> None:
    cells = [cell for row in ONE_BODY_A_LINE for cell in row]
    assert body(read([end.join(cells)])) == READ_SO
    times = {"完成时限", *(row[-1] for row in READ_SO)}
    untimed = body(read([end.join(cell for cell in cells if cell not in times)]))
    assert untimed == [row[:-1] for row in READ_SO]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_of_two_columns_of_bodies_nothing_says_whose_a_line_is(end: str) -> None:
    times = {row[-1] for row in READ_SO}
    rows = [[cell for cell in row if cell not in times] for row in ONE_BODY_A_LINE[1:]]
    heads = ["序号", "年度实事", "牵头单位", "配合单位"]
    mended = read([end.join(cell for row in (heads, *rows) for cell in row)])
    assert not mended.tables
    assert {issue.message.code for issue in mended.issues} <= {"cells_not_told_apart", "table_not_read"}
    assert mended.issues


def test_a_name_without_its_level_may_go_on_the_line_above() -> None:
    """文旅局 ⏎ 档案馆 are two where an empty line parts them."""
    bare = [cell.removeprefix("县") for row in ONE_BODY_A_LINE for cell in row]
    assert not read(["\n".join(bare)]).tables
    said = [row[2].replace("县", "") for row in READ_SO]
    assert [row[2] for row in body(read(["\n\n".join(bare)]))] == said


def test_a_row_without_number_has_the_number_and_the_bodies_above_it() -> None:
    rows = [row[:] for row in ONE_BODY_A_LINE]
    rows[1] += ["补种行道树60株", "11月底前"]
    mended = read(["\n\n".join(cell for row in rows for cell in row)])
    assert body(mended)[1] == ["1", "补种行道树60株", READ_SO[0][2], "11月底前"]
    told = [fact.values["agency_name"] for fact in extract(mended).facts if fact.table == "responsibilities"]
    assert sorted(told[:6]) == sorted(["县水务局", "县花木局", "县渡口指挥部"] * 2)


def test_text_behind_the_table_stays_text() -> None:
    lines = [
        *HEADS,
        "1",
        "登记旧井。",
        "市水利局",
        "市文旅局",
        "2",
        "修桥。",
        "市园林局",
        "市财政局",
        "附件2",
        "某市补助办法",
        "第一条 为修桥，制定本办法。",
    ]
    mended = read(lines)
    assert len(body(mended)) == 2
    assert any("制定本办法" in passage.text for passage in mended.outline.passages)


@pytest.mark.parametrize(
    ("last", "cell"),
    [
        (["市船闸委、各县（", "市、区）人民政府"], "市船闸委、各县（市、区）人民政府"),
        (["市船闸委、市梯田发", "展中心"], "市船闸委、市梯田发展中心"),
        (["市船闸委、各区（", "含高新区、", "经开区）管委会"], "市船闸委、各区（含高新区、经开区）管委会"),
    ],
)
def test_the_last_row_ends_where_its_last_name_does(last: list[str], cell: str) -> None:
    rows = [*HEADS, "1", "登记旧井。", "市水利局", "市文旅局", "2", "修缮步道。", "市园林局", *last]
    assert body(read(rows))[1][3] == cell


@pytest.mark.parametrize("seed", draws.drawn([204, 412], [7, 204, 403, 412]))
def test_a_list_in_the_words_of_notices_comes_out_whole(seed: int) -> None:
    """120 rows over 15 pages, two of them cut: no sentence runs into a name, no category into a time."""
    random = Random(seed)
    columns, rows = drawn(random)
    mended = read(printed(random, columns, rows))
    assert body(mended) == whole(columns, rows)
    said = [
        (fact.row, fact.values["role"], fact.values["agency_name"])
        for fact in extract(mended).facts
        if fact.table == "responsibilities"
    ]
    assert said == parties(columns, rows)


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["市财政局、人民银行", "某市分行"], "市财政局、人民银行某市分行"),
        (["市财政局、各乡", "镇（街道）"], "市财政局、各乡镇（街道）"),
        (["市财政局、各区", "县人民政府"], "市财政局、各区县人民政府"),
        (["市财政局、市城", "市管理综合行政执法局"], "市财政局、市城市管理综合行政执法局"),
        (["市财政局、市农", "业农村局"], "市财政局、市农业农村局"),
    ],
)
def test_a_branch_and_the_rest_of_a_word_are_no_names(lines: list[str], cell: str) -> None:
    rows = [*HEADS, "1", "登记旧井。", "市水利局", *lines, "2", "修桥。", "县渡口局", "市水利局、县花木局"]
    assert body(read(rows))[0][3] == cell


@pytest.mark.parametrize("last", ["按季度推进", "按月调度", "2026年第三季度"])
def test_the_last_row_ends_with_its_time(last: str) -> None:
    rows = [*HEADS, "完成时限", "1", "登记旧井。", "市水利局", "市文旅局", "2026年6月底前"]
    rows += ["2", "修缮步道。", "市园林局", "市财政局", last]
    assert body(read(rows))[1] == ["2", "修缮步道。", "市园林局", "市财政局", last]


@pytest.mark.parametrize("seed", draws.drawn([7], [2, 7, 41]))
def test_a_list_with_goals_and_persons_comes_out_whole(seed: int) -> None:
    """目标 over 任务 are two headings; a person ends the last row; the cell at two pages' ends is no running head."""
    random = Random(seed)
    columns, rows = county_drawn(random)
    mended = read(county_printed(random, columns, rows))
    assert body(mended) == whole(columns, rows)
    said = [
        (fact.row, fact.values["role"], fact.values["agency_name"])
        for fact in extract(mended).facts
        if fact.table == "responsibilities"
    ]
    persons = {row[j] for row in rows for j, column in enumerate(columns) if column.kind == "person"}
    assert [duty for duty in said if duty[2] not in persons] == county_parties(columns, rows)


@pytest.mark.parametrize(
    ("cut", "cell", "code"),
    [(True, "市体育局局", "names_cut_in_pieces"), (False, "进入全省第一方阵", "words_for_names")],
)
def test_a_row_names_nobody_rather_than_a_piece_or_a_phrase(cut: bool, cell: str, code: str) -> None:
    texts = ["修桥。", "市水利局", "修路。", cell]
    lines = [CellLine(text, Span(n, n + 1), cut and n == 3) for n, text in enumerate(texts)]
    rows = [FlatRow(((0,), (1,))), FlatRow(((2,), (3,)))]
    kept, issues = without_pieces(rows, lines, ["task", "agency"])
    assert kept == [rows[0], FlatRow(((2,), ()))]
    assert [issue.message.code for issue in issues] == [code]


@pytest.mark.parametrize(
    ("name", "phrase"), [("进入全省第一方阵", True), ("中国铁塔公司", False), ("住建", False)]
)
def test_words_of_a_sentence_are_no_name(name: str, phrase: bool) -> None:
    assert is_phrase(name, counted([name])) is phrase
    assert not is_phrase(name, counted([name, name]))


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("政执法局", True),
        ("市水利局局", True),
        ("各区", True),
        ("国家金融监管分局", True),
        ("市公安局", False),
        ("市花木局", False),
    ],
)
def test_a_piece_of_a_name(name: str, piece: bool) -> None:
    whole_names = [
        "市综合行政执法局",
        "市水利局",
        "各区（县）",
        "国家金融监管总局某市监管分局",
        "市公安局特警支队",
    ]
    assert is_piece(name, counted([*whole_names, name])) is piece
    assert not is_piece(name, counted([name, name]))


def test_two_figures_are_not_one() -> None:
    """More columns than headings, one of which stands over two (目标值: 2026年 | 2028年): 5 over 16 is never 516."""
    heads = ["序号", "指标", "单位", "2025年", "目标值", "牵头单位", "2026年", "2028年"]
    rows = [
        [str(n), f"{what}降幅", "%", str(n * 3), str(n * 5), str(n * 16), "市水利局"]
        for n, what in enumerate("甲乙丙丁戊", 1)
    ]
    mended = read([*heads, *(cell for row in rows for cell in row)])
    values = {cell for table in mended.tables for row in texts(table) for cell in row}
    assert not values & {"516", "1032", "1548"}


def test_a_blank_remark_moves_no_agency() -> None:
    """责任单位 | 备注, the last mostly blank: the bodies of a row stay its own."""
    rows = [
        [str(n), f"登记旧井{n}处。", f"市{what}局、\n县花木局", "新增" if n % 2 else ""]
        for n, what in enumerate("甲乙丙丁戊己庚辛", 1)
    ]
    lines = [line for row in rows for cell in row if cell for line in cell.split("\n")]
    said = body(read(["序号", "工作任务", "责任单位", "备注", *lines]))
    assert [row[2] for row in said] == [row[2].replace("\n", "") for row in rows]


def test_empty_lines_between_cells_tell_lines_that_could_be_cells_of_their_own() -> None:
    """高频事项全程网办 ends like the name of a body; what a page says again is no running head where all cells stand alone."""
    rows = [
        [
            str(n + 1),
            f"清理用水用气报装，推动{n + 21}项\n高频事项全程网办",
            "市花木局",
            "市渡口局、市\n竹编局" if n % 3 else "",
            "2026年底",
        ]
        for n in range(24)
    ]
    heads = ["序号", "任务", "牵头单位", "配合单位", "完成时限"]
    pages = [[cell for row in (heads, *rows[n : n + 6]) for cell in row] for n in range(0, 24, 6)]
    lines = "\n\n".join("\n\n".join(cells) + f"\n\n- {n} -" for n, cells in enumerate(pages, 1))
    assert body(read(lines.split("\n"))) == [[cell.replace("\n", "") for cell in row] for row in rows]


SIGNED = (
    "序号\n重点任务\n牵头单位\n{last}\n1\n改造老旧管网56公里\n市住建局\n2026年10月\n2\n检查餐饮场所\n市商务局、市公安局\n2026年8月\n"
    "3\n开展进社区宣传\n市教育局\n2026年12月\n"
)


@pytest.mark.parametrize("last", ["完成时限", "登记时间"])
@pytest.mark.parametrize("behind", ["", "（此件公开发布）\n"])
def test_who_signs_below_the_last_row_is_none(last: str, behind: str) -> None:
    text = f"某市任务分工\n\n附件 任务分工表\n{SIGNED.format(last=last)}\n某市人民政府办公室\n2026年3月12日\n{behind}"
    rows = body(mend(outline(Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", text))))
    assert [row[2] for row in rows] == ["市住建局", "市商务局、市公安局", "市教育局"]


def test_the_last_name_of_a_list_is_not_left_below_the_table() -> None:
    rest = ["1", "登记旧井。", "市水利局", "市财政局、", "市文化广电旅游体育", "局"]
    assert body(read([*HEADS, *rest])) == [["1", "登记旧井。", "市水利局", "市财政局、市文化广电旅游体育局"]]


def test_the_last_word_of_a_notice_ends_its_last_cell() -> None:
    heads = ["序号", "工作任务", "牵头单位", "完成时限"]
    rows = [
        *heads,
        "1",
        "登记旧井。",
        "市水利局",
        "2026年6月底前",
        "2",
        "清理明渠。",
        "市文旅局",
        "2026年9月底前",
        "见效",
    ]
    assert body(read(rows))[-1] == ["2", "清理明渠。", "市文旅局", "2026年9月底前见效"]


def test_the_government_of_a_place_is_none_of_a_centre_above_it() -> None:
    """A page's end between 各县（市、区） and 人民政府 gives nobody a name that is not printed."""
    columns = OTHER_LAYOUTS["long names"]
    rows = draw(Random(29), columns, 30)
    lines = flatten(columns, rows, 18, frozenset(Random(29).sample(range(30), 7)))
    printed = {name for row in rows for cell in row[2:] for name in names(cell)}
    found = {f.values["agency_name"] for f in extract(read(lines)).facts if f.table == "responsibilities"}
    assert found <= printed
