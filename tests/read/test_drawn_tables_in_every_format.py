"""Drawn plans, indicators and tasks as text, markdown, web page, Word file, spreadsheet and PDF: the same facts, the same status."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.test_one_table_in_every_format import TITLE, Rows, facts_by_format, facts_of_files, files
from tests.read.word_files import docx, p, tbl, tc, tr

pytestmark = pytest.mark.usefixtures("here")

TOWNS = [
    "东山区",
    "西河县",
    "南湖区",
    "北岭县",
    "青石镇",
    "白沙乡",
    "云溪街道",
    "高桥镇",
    "龙泉乡",
    "新市街道",
    "太和镇",
    "兴隆乡",
]
BODIES = ["市教育局", "市财政局", "市水利局", "市商务局", "市公安局", "市园林局", "市住房城乡建设局"]
NAMES = [("护理型床位占比", "%"), ("每千人床位数", "张"), ("培训人次", "万人次"), ("公路里程", "公里"),
         ("绿化覆盖率", "%"), ("专利授权量", "件"), ("高标准农田面积", "万亩"), ("社区食堂数量", "个")]  # fmt: skip
DOINGS = ["改造教室{}间", "新招聘教师{}名", "建设公园{}个", "新建停车泊位{}个", "培训护理员{}人次"]
LIMITS = ["2026年12月底前", "2026年6月底前", "2027年底前"]


def plan(random: Random) -> Rows:
    """Two years with their totals, dashes for nothing."""
    values = [
        [random.choice([0, random.randrange(1, 2000)]) for _ in range(2)]
        for _ in TOWNS[random.randrange(7) :]
    ]
    body = [
        [town, *(f"{v:,}" if v else random.choice("—0") for v in row)]
        for town, row in zip(TOWNS, values, strict=False)
    ]
    totals = ["合计", *(f"{sum(column):,}" for column in zip(*values, strict=True))]
    return [["县区", "2025年床位数（张）", "2026年床位数（张）"], *body, totals]


def indicators(random: Random) -> Rows:
    rows = [["序号", "指标名称", "单位", "2020年", "2025年", "属性"]]
    for n, (name, unit) in enumerate(random.sample(NAMES, random.randrange(4, 8)), 1):
        start = random.randrange(10, 60)
        goal = random.choice(["", "≥"]) + str(start + random.randrange(1, 30))
        rows.append([str(n), name, unit, str(start), goal, random.choice(["约束性", "预期性"])])
    return rows


def tasks(random: Random) -> Rows:
    rows = [["序号", "任务", "牵头单位", "配合单位", "完成时限"]]
    for n in range(1, random.randrange(5, 10)):
        doing = random.choice(DOINGS).format(random.randrange(2, 900))
        support = "、".join(random.sample(BODIES, random.choice([1, 2])))
        rows.append([str(n), doing, random.choice(BODIES), support, random.choice(LIMITS)])
    return rows


def subtotals(random: Random) -> Rows:
    """Two areas with a 小计 each, then 合计; dashes for nothing."""
    towns, every = random.sample(TOWNS, 8), [0, 0]
    rows = [["区域", "镇街", "2025年床位数（张）", "2026年床位数（张）"]]
    for area in ("城区", "山区"):
        held = [0, 0]
        for _ in range(random.randrange(2, 5)):
            values = [random.choice([0, random.randrange(1, 900)]) for _ in held]
            held = [a + b for a, b in zip(held, values, strict=True)]
            rows.append([area, towns.pop(), *(str(v) if v else "—" for v in values)])
        rows.append([area, "小计", *map(str, held)])
        every = [a + b for a, b in zip(every, held, strict=True)]
    return [*rows, ["合计", "", *map(str, every)]]


def groups(random: Random) -> Rows:
    """Indicators under lines that name a group."""
    rows, names = [["序号", "指标名称", "单位", "2020年", "2025年", "属性"]], random.sample(NAMES, 6)
    for group in ("一、民生福祉", "二、绿色发展"):
        rows.append([group, "", "", "", "", ""])
        for _ in range(3):
            name, unit = names.pop()
            start, n = random.randrange(10, 60), 6 - len(names)
            goal = str(start + random.randrange(1, 30))
            rows.append([str(n), name, unit, str(start), goal, random.choice(["约束性", "预期性"])])
    return rows


def units(random: Random) -> Rows:
    """A row of units below the headings."""
    values = [[random.randrange(1, 900) for _ in "间名元"] for _ in range(5)]
    body = [[town, *map(str, row)] for town, row in zip(random.sample(TOWNS, 5), values, strict=True)]
    totals = ["合计", *(str(sum(column)) for column in zip(*values, strict=True))]
    return [["镇街", "教室", "教师", "经费"], ["", "间", "名", "万元"], *body, totals]


def projects(random: Random) -> Rows:
    """A column of words beside values, some of them blank."""
    rows = [["序号", "项目名称", "建设内容", "投资（万元）", "完成时限", "责任单位"]]
    for n in range(1, random.randrange(6, 9)):
        doing = random.choice(DOINGS).format(random.randrange(2, 90))
        money = random.choice(["", str(random.randrange(20, 900))])
        rows.append(
            [
                str(n),
                f"{random.choice(TOWNS)}改造项目",
                doing,
                money,
                random.choice(LIMITS),
                random.choice(BODIES),
            ]
        )
    return rows


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("draw", [plan, indicators, tasks, subtotals, groups, units, projects])
def test_drawn_tables_give_the_same_facts(draw: Callable[[Random], Rows], seed: int, tmp_path: Path) -> None:
    rows = draw(Random(seed))
    found = facts_by_format(rows, tmp_path)
    assert sum(found["word.docx"][0].values()) >= len(rows) - 1
    assert dict.fromkeys(found, found["word.docx"]) == found


SIZE, PITCH = 10.0, 13.0


def wrapped(words: str, width: int) -> list[str]:
    """Lines of so many characters; no line begins with a comma or stop, no figure is cut."""
    lines = [""]
    for part in re.findall(r"[!-~]+|.", words):
        if lines[-1] and len(lines[-1] + part) > width and part not in "，。、；）":
            lines.append("")
        lines[-1] += part
    return lines


def narrow(rows: Rows, room: int) -> list[int]:
    """The widths of the columns in characters, the widest made narrower until all have room."""
    least = [
        max(len(row[j]) if row[j][:1].isdigit() and len(row[j]) < 6 else 4 for row in rows)
        for j in range(len(rows[0]))
    ]
    widths = [max(len(row[j]) for row in rows) for j in range(len(rows[0]))]
    while sum(widths) > room and widths != least:
        j = max((j for j in range(len(widths)) if widths[j] > least[j]), key=lambda j: widths[j])
        widths[j] -= 1
    return widths


def wrapped_pdf(rows: Rows, kind: str, height: int = 842) -> bytes:
    """Cells over several lines, on as many pages as it takes; the headings on each. `kind`: ruled, or three lines a page."""
    widths = narrow(rows, 30)
    xs = [60.0]
    for width in widths:
        xs.append(xs[-1] + (width + 1.6) * SIZE)
    cells = [[wrapped(words, width) for words, width in zip(row, widths, strict=True)] for row in rows]
    heights = [max(map(len, row)) * PITCH + 8 for row in cells]
    pages: list[Drawn] = []
    tops: list[float] = []
    for n, row in enumerate(cells):
        if not pages or tops[-1] + heights[n] > height - 60:
            _rules(pages, xs, tops, kind)
            pages.append(Drawn(width=842 if height < 842 else 595, height=height))
            tops = [200.0 if len(pages) == 1 else 80.0]
            if len(pages) == 1:
                pages[0].text(TITLE, 180, 100)
            else:
                _row(pages[-1], cells[0], xs, tops[-1])
                tops.append(tops[-1] + heights[0])
        _row(pages[-1], row, xs, tops[-1])
        tops.append(tops[-1] + heights[n])
    _rules(pages, xs, tops, kind)
    return drawn_to_pdf(pages)


def _row(page: Drawn, row: list[list[str]], xs: list[float], top: float) -> None:
    for x, lines in zip(xs, row, strict=False):
        for k, words in enumerate(lines):
            page.text(words, x + 8, top + 4 + PITCH * k, SIZE)


def _rules(pages: list[Drawn], xs: list[float], tops: list[float], kind: str) -> None:
    for top in tops if kind == "ruled" else (*tops[:2], *tops[-1:]):
        pages[-1].line(xs[0], top, xs[-1], top)
    for x in xs if tops and kind == "ruled" else ():
        pages[-1].line(x, tops[0], x, tops[-1])


def broken_docx(rows: Rows) -> bytes:
    """Line ends where the writer broke the words of a cell by hand."""
    widths = narrow(rows, 30)
    cells = [
        "".join(
            tc(inside="".join(map(p, wrapped(words, width))))
            for words, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    return docx(p(TITLE) + tbl(*map(tr, cells)))


@pytest.mark.parametrize("draw", [plan, indicators, tasks, subtotals, groups, units, projects])
def test_wrapped_cells_and_page_ends_change_no_fact(draw: Callable[[Random], Rows], tmp_path: Path) -> None:
    rows = draw(Random(701))
    drawn = {
        "word.docx": files(rows)["word.docx"], "broken.docx": broken_docx(rows), "ruled.pdf": wrapped_pdf(rows, "ruled"),
        "three.pdf": wrapped_pdf(rows, "three"), "pages.pdf": wrapped_pdf(rows, "three", 420),
    }  # fmt: skip
    found = facts_of_files(drawn, tmp_path)
    assert dict.fromkeys(found, found["word.docx"]) == found
