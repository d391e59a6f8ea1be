"""Two heading lines, labels merged over rows, 小计 rows and a page end: the same facts from each format that has spans."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from pipeline.extract import extract
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.test_drawn_tables_in_every_format import TOWNS
from tests.read.test_one_table_in_every_format import SAID, TITLE
from tests.read.word_files import docx, p, tbl, tc, tr

pytestmark = pytest.mark.usefixtures("here")

#: A cell: its words, how many columns and rows it takes; None is covered by another.
Cell = tuple[str, int, int] | None
WIDTHS = [60.0, 90.0, 70.0, 70.0, 70.0, 70.0]
HEIGHT, FIRST, BREAK = 34.0, 150.0, 7
HEADS: list[list[Cell]] = [
    [("区域", 1, 2), ("镇街", 1, 2), ("养老床位数（张）", 2, 1), None, ("服务人次（万人次）", 2, 1), None],
    [None, None, *((f"{year}年", 1, 1) for year in (2025, 2026, 2025, 2026))],
]


def drawn(random: Random) -> list[list[Cell]]:
    """Two groups with their 小计, merged label and dashes, then 合计."""
    towns, rows, every = random.sample(TOWNS, 9), list(HEADS), [0] * 4
    for area in ("中心城区", "外围片区"):
        n, held = random.randrange(2, 5), [0] * 4
        for i in range(n):
            values = [random.choice([0, random.randrange(1, 900)]) for _ in held]
            held = [a + b for a, b in zip(held, values, strict=True)]
            label: Cell = (area, 1, n + 1) if i == 0 else None
            rows.append([label, (towns.pop(), 1, 1), *((str(v) if v else "—", 1, 1) for v in values)])
        rows.append([None, ("小计", 1, 1), *((str(v), 1, 1) for v in held)])
        every = [a + b for a, b in zip(every, held, strict=True)]
    return [*rows, [("合计", 2, 1), None, *((str(v), 1, 1) for v in every)]]


def html(rows: list[list[Cell]]) -> str:
    cells = ("".join(f'<td colspan="{c[1]}" rowspan="{c[2]}">{c[0]}</td>' for c in row if c) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def word(rows: list[list[Cell]]) -> bytes:
    made, open_rows = [], [0] * len(WIDTHS)
    for row in rows:
        cells, j = [], 0
        while j < len(row):
            if cell := row[j]:
                cells.append(tc(cell[0], cell[1], "restart" if cell[2] > 1 else ""))
                open_rows[j] = cell[2] - 1
                j += cell[1]
                continue
            assert open_rows[j] > 0
            open_rows[j] -= 1
            cells.append(tc("", 1, "continue"))
            j += 1
        made.append(tr(*cells))
    return docx(p(TITLE) + tbl(*made, grid=tuple(int(20 * w) for w in WIDTHS)))


def sheet(rows: list[list[Cell]]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append([TITLE])
    for i, row in enumerate(rows, 2):
        for j, cell in enumerate(row, 1):
            if cell:
                page.cell(i, j, cell[0])
                if cell[1] > 1 or cell[2] > 1:
                    page.merge_cells(None, i, j, i + cell[2] - 1, j + cell[1] - 1)
    book.save(target)
    return target.getvalue()


def ruled(rows: list[list[Cell]]) -> bytes:
    """Headings again on the second page, which cuts the label that is merged over the rows there; words wrapped."""
    pages = [Drawn().text(TITLE, 180, 100)]
    _rows_on(pages[0], rows[:BREAK])
    pages.append(Drawn())
    _rows_on(pages[1], [*HEADS, *rows[BREAK:]])
    return drawn_to_pdf(pages)


def _rows_on(page: Drawn, rows: list[list[Cell]]) -> None:
    xs = [70.0]
    for width in WIDTHS:
        xs.append(xs[-1] + width)
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            words, across, down = cell or ("", 1, 0)
            first = i == len(HEADS) and j == 0 and cell is None  # the label goes on from the page before
            if first:
                down = next((k for k, r in enumerate(rows[i:]) if r[0]), len(rows) - i)
            if not down:
                continue
            top, bottom = FIRST + HEIGHT * i, FIRST + HEIGHT * min(i + down, len(rows))
            page.box(xs[j], top, xs[j + across], bottom)
            for k, at in enumerate(range(0, len(words), 5 * across)):
                page.text(words[at : at + 5 * across], xs[j] + 5, top + 4 + 13 * k, 10)


def files(rows: list[list[Cell]]) -> dict[str, bytes]:
    words = "各县区要认真组织实施，加强督促检查，确保按期完成，有关情况及时报告市人民政府。"
    web = f"<html><body><div><h1>{TITLE}</h1><p>{words}</p><p>{TITLE}</p>{html(rows)}</div></body></html>"
    return {
        "word.docx": word(rows), "page.html": web.encode(), "marked.md": f"# {TITLE}\n\n{html(rows)}\n".encode(),
        "sheet.xlsx": sheet(rows), "ruled.pdf": ruled(rows),
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_spans_give_the_same_facts(seed: int, tmp_path: Path) -> None:
    rows = drawn(Random(seed))
    found = {}
    for name, content in files(rows).items():
        (tmp_path / name).write_bytes(content)
        extracted = extract(mend(outline(read(tmp_path / name, name.partition(".")[0], {}))))
        facts = Counter(
            (fact.table, *(fact.values.get(column) for column in SAID))
            for fact in extracted.facts
            if fact.table_id and fact.table in ("table_facts", "targets", "responsibilities")
        )
        found[name] = (facts, [str(table.status) for table in extracted.mended.tables])
    values = 4 * (len(rows) - len(HEADS))
    assert sum(n for fact, n in found["word.docx"][0].items() if fact[0] == "table_facts") <= values
    assert found["word.docx"][1] == ["certified"]
    assert dict.fromkeys(found, found["word.docx"]) == found


SUMS = "<table><tr><td>合计</td><td>200</td><td>240</td></tr></table>"
PARTS = {
    "sums": (
        "<table><tr><td>县区</td><td>2025年床位数（张）</td><td>2026年床位数（张）</td></tr>"
        "<tr><td>东山区</td><td>120</td><td>150</td></tr><tr><td>西河县</td><td>80</td><td>90</td></tr></table>" + SUMS
    ),
    "headings": (
        "<table><tr><td>县区</td><td>2025年床位数（张）</td><td>2026年床位数（张）</td></tr></table>"
        "<table><tr><td>东山区</td><td>120</td><td>150</td></tr><tr><td>西河县</td><td>80</td><td>90</td></tr>"
        "<tr><td>合计</td><td>200</td><td>240</td></tr></table>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_row_that_a_web_page_draws_apart_is_of_its_table(part: str, tmp_path: Path) -> None:
    """The sums below the body, or the headings above it, in a <table> of their own."""
    words = "各县区要认真组织实施，加强督促检查，确保按期完成，有关情况及时报告市人民政府。"
    page = f"<html><body><div><h1>{TITLE}</h1><p>{words}</p><p>{TITLE}</p>{PARTS[part]}</div></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    mended = mend(outline(read(tmp_path / "page.html", "page", {})))
    assert [table.status for table in mended.tables] == ["certified"]
    assert sum(fact.table == "table_facts" for fact in extract(mended).facts) == 6
