"""Which printed lines of a table without rules between its rows are one row, by what stands in line with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf

pytestmark = pytest.mark.usefixtures("here")

Rows = Sequence[Sequence[str]]
SIZE, PITCH = 12.0, 15.0
TITLE = "某市养老服务设施建设任务表"


def draw_row(
    page: Drawn, row: Sequence[str], y: float, xs: Sequence[float], pad: float, is_middle: bool = True
) -> float:
    """The height of the row drawn at `y`; "\\n" parts the lines of a cell."""
    high = 2 * pad + PITCH * max(words.count("\n") + 1 for words in row)
    for x, words in zip(xs, row, strict=False):
        lines = words.split("\n")
        top = y + (high - PITCH * len(lines)) / 2 if is_middle else y + pad
        for k, line in enumerate(lines):
            page.text(line, x + 4, top + PITCH * k, SIZE)
    return high


def three_lines(rows: Rows, xs: Sequence[float], pad: float, tail: Sequence[str] = ()) -> Drawn:
    page, y = Drawn().text(TITLE, 200, 90), 120.0
    page.line(xs[0], y, xs[-1], y)
    for n, row in enumerate(rows):
        y += draw_row(page, row, y, xs, pad)
        if not n:
            page.line(xs[0], y, xs[-1], y)
    for words in tail:
        page.text(words, xs[0], y)
    page.line(xs[0], y, xs[-1], y)
    return page


def grids(pages: Sequence[Drawn], tmp_path: Path) -> list[list[list[str]]]:
    """What each table says, whole again, line ends left out."""
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf(pages))
    found = []
    for table in mend(outline(read(tmp_path / "a.pdf", "a", {}))).tables:
        rows = [[""] * table.n_cols for _ in range(table.n_rows)]
        for cell in table.cells:
            for i in range(cell.row, cell.row + cell.row_span):
                for j in range(cell.col, cell.col + cell.col_span):
                    rows[i][j] = "".join(cell.text.split())
        found.append(rows)
    return found


TOWNS = ["序号", "街道", "低保", "特困", "临时"]
XS = (60.0, 100.0, 190.0, 250.0, 310.0, 370.0)


@pytest.mark.parametrize(
    "body",
    [
        [["1", "东山街道", "120", "—", "7"], ["2", "西河镇", "—", "30", ""], ["3", "南湖镇", "", "41", "19"], ["4", "北岭乡", "55", "—", "—"]],
        [["1", "东山街道", "—", "16", ""], ["2", "西河镇", "239", "—", "8"], ["3", "南湖镇", "—", "", "272"], ["4", "北岭乡", "", "77", "—"]],
        [["1", "东山镇", "", "", "705"], ["2", "西河街道", "—", "365", "100"], ["3", "南湖镇", "—", "—", "—"], ["4", "北岭街道", "9", "—", "480"]],
    ],
    ids=["figures first", "dashes first", "many blanks"],
)  # fmt: skip
def test_values_below_one_another_are_of_rows_of_their_own(body: Rows, tmp_path: Path) -> None:
    total = ["合计", "", "1", "2", "3"]
    rows = [TOWNS, *body, total]
    (found,) = grids([three_lines(rows, XS, 0.5)], tmp_path)
    assert [row[1:] for row in found[1:-1]] == [row[1:] for row in body]


@pytest.mark.parametrize("ends", [("0", "5"), ("06", "51"), ("3", "")])
def test_the_end_of_a_number_below_it_is_no_row(ends: tuple[str, str], tmp_path: Path) -> None:
    """A column has no room for its total: the last figures stand below."""
    xs = (60.0, 140.0, 209.0, 278.0)
    rows = [
        ["县区", "总投资", "年投资"],
        ["东山区", "64572", "20230"],
        ["西河县", "77430", "22136"],
        ["合计", f"78060\n{ends[0]}", f"40799\n{ends[1]}".strip()],
    ]
    page, y = Drawn().text(TITLE, 200, 90), 120.0
    page.line(xs[0], y, xs[-1], y)
    for row in rows:
        y += draw_row(page, row, y, xs, 3, is_middle=False)
        page.line(xs[0], y, xs[-1], y)
    (found,) = grids([page], tmp_path)
    assert found[1:] == [["".join(cell.split()) for cell in row] for row in rows[1:]]


TASKS = ["序号", "任务", "措施", "牵头单位"]
TASK_XS = (60.0, 95.0, 175.0, 430.0, 525.0)
LONG = "1.建立健全城乡居家养老服务网络工作机制\n，建成社区食堂十家。\n2.推进农村公路管护，每季度检查一次。"


def cut_pages(rest: Sequence[str], last: Sequence[str], after: Rows) -> list[Drawn]:
    """A table whose last row on the first page goes on with `rest`; its words stand at the top there."""
    first, y = Drawn().text(TITLE, 200, 90), 120.0
    first.line(60, y, 525, y)
    rows = [
        TASKS,
        ["1", "加快老旧小区\n改造", LONG, "市住建局"],
        ["2", "优化托育服务", LONG, "市卫健委\n市教育局"],
    ]
    for n, row in enumerate(rows):
        y += draw_row(first, row, y, TASK_XS, 3)
        if not n:
            first.line(60, y, 525, y)
    y += draw_row(first, last, y, TASK_XS, 3, is_middle=False)
    first.line(60, y, 525, y)
    second, y = Drawn(), 90.0
    second.line(60, y, 525, y)
    y += draw_row(second, ["", "", "\n".join(rest), ""], y, TASK_XS, 3, is_middle=False)
    for row in after:
        y += draw_row(second, row, y, TASK_XS, 3)
    second.line(60, y, 525, y)
    return [first, second]


@pytest.mark.parametrize(
    ("last", "rest"),
    [
        ("1.实施绿色建筑提升行动，投资三亿元。\n2.加快县域商业体系，建成市场五个。", ("3.开展文物保护责任检查。",)),
        ("1.推进城市更新片区，惠及居民九百户。\n2.优化农产品冷链物流，新建改建农村公路", ("二十公里。",)),
        ("1.实施绿色建筑提升行动，投资三亿元。\n2.加快县域商业体系。\n3.开展重点场所消防检", ("查，每年两次。", "4.推进河湖治理。")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", [[], [["4", "推进片区更新", LONG, "市数据局"]]])
def test_what_the_end_of_a_page_cuts_goes_on(
    last: str, rest: Sequence[str], after: Rows, tmp_path: Path
) -> None:
    whole = "".join(last.split()) + "".join(rest)
    (found,) = grids(cut_pages(rest, ["3", "加快绿色建筑", last, "市商务局"], after), tmp_path)
    assert found[3] == ["3", "加快绿色建筑", whole, "市商务局"]
    assert [row[0] for row in found[1:]] == [str(n + 1) for n in range(3 + len(after))]
    assert found[1][2] == found[2][2] == "".join(LONG.split())


@pytest.mark.parametrize("sizes", [(2, 3), (1, 4), (3, 1, 2)])
def test_rules_across_some_columns_part_the_rows_of_a_label(sizes: Sequence[int], tmp_path: Path) -> None:
    xs = (60.0, 150.0, 200.0, 330.0, 420.0)
    page, y = Drawn().text(TITLE, 200, 90), 120.0
    page.line(xs[0], y, xs[-1], y)
    y += draw_row(page, ["镇街", "序号", "项目", "床位（张）"], y, xs, 3)
    page.line(xs[0], y, xs[-1], y)
    want, n = [], 0
    for k, size in enumerate(sizes):
        town, top = "东西南"[k] + "山镇", y
        for i in range(size):
            n += 1
            row = ["", str(n), f"第{n}照护中心", str(n * 7)]
            want.append([town, *row[1:]])
            y += draw_row(page, row, y, xs, 3)
            page.line(xs[0 if i + 1 == size else 1], y, xs[-1], y)
        page.text(town, xs[0] + 4, (top + y - PITCH) / 2, SIZE)
    (found,) = grids([page], tmp_path)
    assert found[1:] == want


@pytest.mark.parametrize("named", ["任务类别", "重点领域", "工作任务"])
def test_headings_on_several_lines_beside_others_part_columns(named: str, tmp_path: Path) -> None:
    """A narrow column of numbers whose heading stands in two lines, four points from the words beside it."""
    xs = (60.0, 80.0, 200.0, 300.0)
    rows = [["序\n号", named, "责任单位"]]
    rows += [[str(n), f"第{n}项托育服务", f"市第{n}局"] for n in range(1, 7)]
    page, y = Drawn().text(TITLE, 200, 90), 120.0
    page.line(xs[0], y, xs[-1], y)
    for n, row in enumerate(rows):
        for x, words in zip(xs, row, strict=False):
            lines = words.split("\n")
            high = 2 * 3 + PITCH * (1 if n else 2)
            for k, line in enumerate(lines):
                left = x + 8 if x == xs[0] and n else x + 4 + 2 * (not n)
                page.text(line, left, y + (high - PITCH * len(lines)) / 2 + PITCH * k, SIZE)
        y += high
        if not n:
            page.line(xs[0], y, xs[-1], y)
    page.line(xs[0], y, xs[-1], y)
    (found,) = grids([page], tmp_path)
    assert found == [["".join(cell.split()) for cell in row] for row in rows]


@pytest.mark.parametrize(
    "heads",
    [
        ["序号", "问题", "责任单位", "时限"],
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["序号", "任务", "牵头单位", "时限"],
    ],
)
@pytest.mark.parametrize("apart", [0.0, 2.0])
def test_words_in_columns_under_headings_are_read_where_they_are_parted_and_said_to_be_unread_else(
    heads: list[str], apart: float, tmp_path: Path
) -> None:
    """Where nothing parts two columns no fact is read from their lines as from prose."""
    page = Drawn().text(TITLE, 200, 90)
    for x, words in zip((60, 110, 262, 420), heads, strict=True):
        page.text(words, x, 120, SIZE)
    for n in range(1, 6):
        y = 120 + 24 * n
        page.text(str(n), 64, y, SIZE).text(f"第{n}片区停车泊位尚未建成", 110, y, SIZE)
        page.text("市住建局督促完成", 254 + apart, y, SIZE).text("2026年底前", 420, y, SIZE)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([page]))
    (found,) = read(tmp_path / "a.pdf", "a", {}).grids
    assert found.is_unread == (not apart)
    assert found.is_unread or [piece.text for piece in found.rows[1]][1:3] == [
        "第1片区停车泊位尚未建成",
        "市住建局督促完成",
    ]


@pytest.mark.parametrize("score", ["8", "12"])
def test_a_number_at_the_right_of_its_column_stands_near_the_words_beside_it(
    score: str, tmp_path: Path
) -> None:
    """What lies left of it in its own column is free too, and parts nothing."""
    page = Drawn().text(TITLE, 200, 90)
    for words, x in (("考核项目", 70), ("序号", 190), ("考核内容", 260), ("分值", 416), ("评分标准", 480)):
        page.text(words, x, 124, SIZE)
    for n in range(1, 5):
        y = 150 + 40 * n
        page.text("组织领导", 66, y, SIZE).text(str(n), 205, y, SIZE).text("推进职业技能培训", 221, y, SIZE)
        page.text(score, 444 - SIZE * len(score), y, SIZE)
        page.text("未完成的不得分。", 448, y, SIZE)
    for y in (118.0, 142.0, 340.0):
        page.line(60, y, 560, y)
    (found,) = grids([page], tmp_path)
    assert found[1:] == [
        ["组织领导", str(n), "推进职业技能培训", score, "未完成的不得分。"] for n in range(1, 5)
    ]


@pytest.mark.parametrize(("label", "beside"), [(3, (3, 6)), (2, (2, 6)), (1, (1, 6))])
def test_a_label_in_the_middle_of_words_has_these_rows(
    label: int, beside: tuple[int, int], tmp_path: Path
) -> None:
    """The rows above belong to the label of the page before; its last row may be higher than its words only where else
    nothing fits."""
    xs = (60.0, 100.0, 200.0, 400.0, 520.0)
    heads = ["序号", "事项", "工作内容", "责任单位"]
    rows = [[str(n), "", f"推进第{n}项城乡公共服务设施\n建设。", "市住建局"] for n in range(1, 9)]
    first, second = Drawn().text(TITLE, 200, 90), Drawn()
    y = 120.0
    first.line(xs[0], y, xs[-1], y)
    y += draw_row(first, heads, y, xs, 4)
    first.line(xs[0], y, xs[-1], y)
    rows[0][1] = "（一）交通"
    for row in rows[:2]:
        y += draw_row(first, row, y, xs, 4, False)
    tops, y = [], 80.0
    for row in rows[2:]:
        tops.append(y)
        y += draw_row(second, row, y, xs, 4)
    middle = (tops[label] + y) / 2 - PITCH / 2
    second.text("（二）教育", xs[1] + 4, middle, SIZE).line(xs[0], y, xs[-1], y)
    (tmp_path / "a.pdf").write_bytes(drawn_to_pdf([first, second]))
    lower = read(tmp_path / "a.pdf", "a", {}).grids[1]
    assert [n for n, row in enumerate(lower.rows) if row[1].text == "（二）教育"] == list(range(*beside))


def test_times_below_one_another_are_of_rows_of_their_own(tmp_path: Path) -> None:
    """Also where labels stand in the middle of theirs, between two lines."""
    xs, high = (60.0, 130.0, 290.0, 380.0, 500.0), 21.0
    rows = [
        ("任务", "具体措施", "牵头部门", "时限"), ("卫生", "改造公厕30座", "市城管局", "2026年11月底"),
        ("", "修桥4座，完善附属设施", "市交通局", "2026年9月底"), ("", "绿化荒坡12处", "市林业局", "每年8月底"),
        ("文化", "新建书屋5个", "市教育局", "2027年底"), ("", "培训馆员60人次", "市文旅局", "2027年6月底"),
        ("服务", "举办展览8场", "市文旅局", "长期"), ("", "新建展馆2个", "市文旅局", "2028年底"),
    ]  # fmt: skip
    page = Drawn().text(TITLE, 200, 90)
    for n, (label, *row) in enumerate(rows):
        draw_row(page, ("" if n else label, *row), 120 + n * high, xs, 3)
    for n, label in ((2.0, "卫生"), (4.5, "文化"), (6.5, "服务")):
        page.text(label, xs[0] + 4, 120 + high * n + 3, SIZE)
    for n in (0, 1, len(rows)):
        page.line(xs[0], 120 + high * n, xs[-1], 120 + high * n)
    (found,) = grids([page], tmp_path)
    assert [row[1:] for row in found[1:]] == [list(row[1:]) for row in rows[1:]]
