"""Tables without any rule: found by their headings and columns, over pages too, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.test_pdf_rows import PITCH, SIZE, TITLE, draw_row, grids

pytestmark = pytest.mark.usefixtures("here")

Rows = Sequence[Sequence[str]]
XS, WIDE = (60.0, 96.0, 300.0, 420.0), (60.0, 150.0, 320.0, 430.0)
TASKS = [["序\n号", "工作任务", "责任单位", "完成时限"]] + [
    [str(n), f"新建第{n}片区停车泊位\n{n * 10}个，改造道路\n并验收。", unit, f"2026年{n}月底前"]
    for n, unit in enumerate(("市住建局", "市教育局、市民\n政局", "市水利局", "市商务局", "市公安局", "市交通局"), 1)
]  # fmt: skip
DUTIES = [["责任部门", "主要职责", "联络员", "备注"]] + [
    [f"市第{n}局", "负责统筹协调各县区\n推进项目建设", name, ""]
    for n, name in enumerate(("王立国", "李明", "张小华", "赵敏", "周小平", "吴刚"), 1)
]
FIGURES = [["街道", "新增车位", "改造车位", "合计车位"]] + [
    [f"第{n}街道", f"{n * 110}", "—" if n % 2 else "7", f"{n * 1200:,}"] for n in range(1, 7)
]
TABLES = {"tasks": TASKS, "duties": DUTIES, "figures": FIGURES}


def draw(
    rows: Rows, per_page: int, again: bool, middle: bool, tail: Sequence[tuple[str, float, float]] = ()
) -> list[Drawn]:
    """`tail`: words below the table, how far in, and their size."""
    body = list(rows[1:])
    pages: list[Drawn] = []
    for n, at in enumerate(range(0, len(body), per_page)):
        page, y = Drawn(), 110.0
        if not n:
            page.text(TITLE, 200, 80)
        shown = [rows[0], *body[at : at + per_page]] if not n or again else body[at : at + per_page]
        for row in shown:
            y += draw_row(page, row, y, XS if rows[0][0] == TASKS[0][0] else WIDE, 5, middle)
        if at + per_page >= len(body):
            for words, left, size in tail:
                page.text(words, XS[0] + left, y + 8, size)
                y += 1.6 * size
        pages.append(page.text(f"— {n + 1} —", 280, 790, 12))
    return pages


def said(rows: Rows) -> list[list[str]]:
    return [["".join(cell.split()) for cell in row] for row in rows]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("per_page", [6, 3, 2])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("middle", [False, True])
def test_a_table_without_rules_is_whole(
    name: str, per_page: int, again: bool, middle: bool, tmp_path: Path
) -> None:
    pages = draw(TABLES[name], per_page, again, middle)
    assert grids(pages, tmp_path) == [said(TABLES[name])]


@pytest.mark.parametrize(
    "tail",
    [
        [("注：以上数据为年度数据。", 4, SIZE)],
        [("本通知自印发之日起施行。", 32, 16)],
        [
            ("各单位要加强领导，按时间节点推进，确保完成年度目标任务。", 32, 16),
            ("有关情况请及时报告。", 0, 16),
        ],
        [("本表由市统计局提供。", 28, SIZE)],
    ],
    ids=["note", "line", "paragraph", "indented"],
)
@pytest.mark.parametrize("name", TABLES)
def test_what_is_said_below_a_table_is_no_cell_of_it(
    name: str, tail: list[tuple[str, float, float]], tmp_path: Path
) -> None:
    pages = draw(TABLES[name], 6, False, True, tail)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf(pages))
    document = read(tmp_path / "a.pdf", "a", {})
    assert len(document.grids) == 1
    assert all(words in document.text[document.grids[0].span.end :] for words, _, _ in tail)
    assert len(document.grids[0].rows) == len(TABLES[name])


def test_headings_over_others_are_in_the_middle_of_several_lines(tmp_path: Path) -> None:
    page = Drawn().text(TITLE, 200, 90).text("单位：个", 400, 116, 12)
    for words, x, y in (("其中", 320, 140), ("序", 64, 150), ("号", 64, 165), ("镇（街", 110, 150), ("道）", 116, 165),
                        ("任务", 190, 158), ("新建", 270, 166), ("改造", 370, 166)):  # fmt: skip
        page.text(words, x, y, 12)
    body = [
        ["1", "东山镇", "30", "20", "10"],
        ["2", "西河街道", "21", "", "21"],
        ["3", "南湖乡", "9", "9", "—"],
    ]
    for n, row in enumerate(body):
        for words, x in zip(row, (66, 104, 196, 276, 376), strict=True):
            page.text(words, x, 195 + 24 * n, 12)
    (found,) = grids([page], tmp_path)
    assert found[0] == ["序号", "镇（街道）", "任务", "其中", "其中"]
    assert found[1] == ["序号", "镇（街道）", "任务", "新建", "改造"]
    assert found[2:] == body


@pytest.mark.parametrize("rest", [["金，加强监督。"], ["金，加强监督，定期", "通报进展。"]])
def test_the_rest_of_a_cell_alone_on_the_next_page_is_of_its_row(rest: list[str], tmp_path: Path) -> None:
    rows = [["序\n号", "工作任务", "责任单位", "完成时限"],
            ["1", "统筹使用各级专项资金，\n落实配套。", "市财政局", "2026年底前"],
            ["2", "建立项目库，实行动态\n管理。", "市发展改革委", "2026年底前"],
            ["3", "严格工程质量，足额拨\n付各项建设补助配套资", "市住建局", "2026年底前"]]  # fmt: skip
    (first,) = draw(rows, 3, False, False)
    second = Drawn()
    for n, words in enumerate(rest):
        second.text(words, XS[1] + 4, 80 + PITCH * n, SIZE)
    second.text("各单位要高度重视，确保按时完成各项目标任务，有关情况及时报告。", 60, 140)
    (found,) = grids([first, second], tmp_path)
    assert [row[0] for row in found] == ["序号", "1", "2", "3"]
    assert found[3][1] == "严格工程质量，足额拨付各项建设补助配套资" + "".join(rest)


GROUPED = [TASKS[0], ["一、交通设施", "", "", ""], *TASKS[1:4], ["二、公共服务", "", "", ""], *TASKS[4:]]


@pytest.mark.parametrize("per_page", [4, 5, 9])
@pytest.mark.parametrize("again", [False, True])
def test_the_name_of_a_group_stands_at_the_end_or_the_head_of_a_page(
    per_page: int, again: bool, tmp_path: Path
) -> None:
    (found,) = grids(draw(GROUPED, per_page, again, True), tmp_path)
    rows = [row[1:] for row in found if row[0] not in ("一、交通设施", "二、公共服务", "序号")]
    assert rows == [row[1:] for row in said(TASKS)[1:]]
    assert [row[0] for row in found if row[0][1:2] == "、"] == ["一、交通设施", "二、公共服务"]


def test_rows_that_count_on_below_words_are_no_headings(tmp_path: Path) -> None:
    """What a page begins with, cut off from its headings, is no table of its own: `1` heads no column of 2, 3, 4."""
    page = Drawn().text("有关情况请各单位按时报送，逾期未报送的将予以通报。", 60, 60)
    for n in range(1, 6):
        y = 100 + 24 * n
        page.text(str(n), 64, y, SIZE).text(f"推进第{n}项工作，落实属地责任", 110, y, SIZE)
        page.text("市住建局", 320, y, SIZE).text("长期坚持", 420, y, SIZE)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([page]))
    assert read(tmp_path / "a.pdf", "a", {}).grids == ()


@pytest.mark.parametrize(
    "lines",
    [
        [("王立国", "李明", "张小华"), ("赵敏", "周小平", "吴刚"), ("郑小兰", "孙强", "钱进"), ("冯伟", "陈静", "褚亮")],
        [("市教育局", "市财政局", "市水利局"), ("市商务局", "市公安局", "市民政局"), ("市交通局", "市住建局", "市统计局")],
        [("联系人：王立国", "电话：6881234"), ("联系人：李明", "电话：6881235"), ("联系人：赵敏", "电话：6881236")],
    ],
    ids=["persons", "agencies", "fields"],
)  # fmt: skip
def test_names_side_by_side_without_headings_are_no_table(lines: Rows, tmp_path: Path) -> None:
    page = Drawn().text(TITLE, 200, 90)
    for n, line in enumerate(lines):
        for k, words in enumerate(line):
            page.text(words, 90 + 140 * k, 140 + 28 * n, 16)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([page]))
    assert read(tmp_path / "a.pdf", "a", {}).grids == ()


@pytest.mark.parametrize("start", ["总建筑面积", "新建道路", "投资"])
def test_the_first_line_of_a_cell_at_the_head_of_pages_is_no_running_head(start: str, tmp_path: Path) -> None:
    """It says the same on each page but for its digits, and its row stands right below."""
    pages, xs = [], (60.0, 100.0, 260.0, 380.0)
    rows = [["序号", "建设内容", "项目名称", "责任单位"]]
    rows += [
        [str(n), f"{start}{n}00平方\n米，含车位{n}个，\n配套绿化。", f"第{n}项目", "市住建局"]
        for n in range(1, 7)
    ]
    for n in range(3):
        page, y = Drawn(), 80.0
        if not n:
            page.line(xs[0], y, 480, y)
        for row in (rows[:1] if not n else []) + rows[1 + 2 * n : 3 + 2 * n]:
            y += draw_row(page, row, y, xs, 3)
            if row is rows[0]:
                page.line(xs[0], y, 480, y)
        if n == 2:
            page.line(xs[0], y, 480, y)
        pages.append(page)
    assert grids(pages, tmp_path) == [said(rows)]


def test_the_running_head_of_a_turned_page_is_set_aside(tmp_path: Path) -> None:
    pages = [page for n in range(3) for page in draw(TASKS, 6, False, True)]
    for n, page in enumerate(pages):
        page.text("某市人民政府公报", 240, 30, 10)
        page.turn = 90 * (n > 0)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf(pages))
    document = read(tmp_path / "a.pdf", "a", {})
    assert "公报" not in document.text
    assert "— 2 —" not in document.text
    assert len(outline(document).fragments) == 3


@pytest.mark.parametrize("per_page", [2, 3, 5])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
def test_what_a_browser_prints_at_the_edges_is_no_row(
    per_page: int, again: bool, ruled: bool, tmp_path: Path
) -> None:
    """Clock and title stand apart at the head of each page, address and number at its foot, near the table."""
    pages = draw(TASKS, per_page, again, True)
    for n, page in enumerate(pages, 1):
        page.text("2026/11/27,16:02", 24, 50, 9).text("某市关于印发停车设施建设任务清单的通知", 260, 50, 9)
        page.text("https://www.example.cn/a/t2026.html", 24, 815, 9).text(f"{n}/{len(pages)}", 560, 815, 9)
        if ruled and (again or n == 1):
            page.line(XS[0], 108, 520, 108).line(XS[0], 148, 520, 148)
    (found,) = grids(pages, tmp_path)
    assert found == said(TASKS)


def test_a_row_of_bodies_whose_names_are_headings_too_is_a_row(tmp_path: Path) -> None:
    """7  各行业主管部门  2027年底前, the words beside a task on two lines, say what headings say; and stand beside a number."""
    rows = [TASKS[0]] + [
        [str(n), f"制定第{n}项地方标准\n并组织实施。", "各行业主管部门", "2027年底前"] for n in range(1, 8)
    ]
    (found,) = grids(draw(rows, 9, False, True), tmp_path)
    assert found == said(rows)


KINDS = ("最低生活保障", "孤儿生活补贴", "残疾人补贴")


@pytest.mark.parametrize("sizes", [(2, 2, 2), (2, 3, 2), (4, 2, 3)])
@pytest.mark.parametrize("pad", [2, 9])
def test_a_label_between_two_rows_without_numbers_is_of_both(
    sizes: Sequence[int], pad: float, tmp_path: Path
) -> None:
    page, y = Drawn().text(TITLE, 200, 80), 110.0
    y += draw_row(page, ["类别", "补助对象", "现行标准", "计发单位"], y, WIDE, 5)
    rows = []
    for kind, size in zip(KINDS, sizes, strict=True):
        top = y
        for n in range(size):
            rows.append([kind, f"第{n + 1}档对象", f"{len(rows) * 110 + 90}", "元/人·月"])
            y += draw_row(page, ["", *rows[-1][1:]], y, WIDE, pad)
        page.text(kind, WIDE[0] + 4, (top + y - PITCH) / 2, SIZE)
    (found,) = grids([page], tmp_path)
    assert found[1:] == rows


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_label_that_the_end_of_a_page_cuts_stands_at_the_top_of_its_rows(cut: int, tmp_path: Path) -> None:
    """青龙镇 in the middle of its five rows, 白鹭乡 beside the first of those before the end of the page."""
    heads = ["序号", "乡镇", "行政村", "改厕任务（户）"]
    first, second = Drawn().text(TITLE, 200, 80), Drawn()
    y = 110.0 + draw_row(first, heads, 110.0, WIDE, 5)
    tops = []
    for n in range(1, 6 + cut):
        tops.append(y)
        label = "白鹭乡" if n == 6 else ""
        y += draw_row(first, [str(n), label, f"第{n}村", str(n * 7)], y, WIDE, 3)
    first.text("青龙镇", WIDE[1] + 4, tops[2] + 3, SIZE)
    y = 80.0 + draw_row(second, heads, 80.0, WIDE, 5)
    for n in range(6 + cut, 13):
        y += draw_row(second, [str(n), "双桥镇" if n == 11 else "", f"第{n}村", str(n * 7)], y, WIDE, 3)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([first, second]))
    (table,) = mend(outline(read(tmp_path / "a.pdf", "a", {}))).tables
    labels = [(c.text, c.row, c.row_span) for c in table.cells if c.col == 1 and c.row and c.text]
    assert labels == [("青龙镇", 1, 5), ("白鹭乡", 6, 4), ("双桥镇", 10, 3)]
