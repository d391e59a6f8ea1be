"""One table as text, markdown, web page, Word file, spreadsheet, ruled and three-line PDF: the same facts."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.extract import extract
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.word_files import docx, p, tbl, tc, tr

pytestmark = pytest.mark.usefixtures("here")

Rows = Sequence[Sequence[str]]
TITLE = "某市养老服务设施建设计划"
PLAN = [["县区", "2025年床位数（张）", "2026年床位数（张）"], ["东山区", "120", "150"], ["西河县", "80", "90"],
        ["南湖区", "1,200", "1,350"], ["合计", "1,400", "1,590"]]  # fmt: skip
INDICATORS = [["指标名称", "单位", "2020年", "2025年", "属性"], ["护理型床位占比", "%", "45", "58", "约束性"],
              ["每千人床位数", "张", "30", "40", "预期性"], ["培训人次", "万人次", "1.2", "2.5", "预期性"]]  # fmt: skip
TASKS = [["序号", "任务", "责任单位"], ["1", "改造教室120间", "市教育局"], ["2", "新招聘教师400名", "市教育局、市财政局"],
         ["3", "建设公园2个", "市园林局"]]  # fmt: skip
SAID = ("row_label", "column_path", "year", "value", "value_text", "unit", "indicator", "comparator", "deadline_date",
        "agency_name", "role")  # fmt: skip


def pdf(rows: Rows, kind: str) -> bytes:
    widths = [max(len(row[j]) for row in rows) * 10 + 16.0 for j in range(len(rows[0]))]
    xs = [60.0]
    for width in widths:
        xs.append(xs[-1] + width)
    page = Drawn().text(TITLE, 180, 100)
    for i, row in enumerate(rows):
        for x, words in zip(xs, row, strict=False):
            page.text(words, x + 8, 205 + 22 * i, 10)
    tops = [200 + 22.0 * i for i in range(len(rows) + 1)]
    for y in tops if kind == "ruled" else (tops[0], tops[1], tops[-1]):
        page.line(xs[0], y, xs[-1], y)
    for x in xs if kind == "ruled" else ():
        page.line(x, tops[0], x, tops[-1])
    return drawn_to_pdf([page])


def html(rows: Rows) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in rows)
    words = "各县区要认真组织实施，加强督促检查，确保按期完成，有关情况及时报告市人民政府。"
    return f"<html><body><div><h1>{TITLE}</h1><p>{words}</p><p>{TITLE}</p><table>{body}</table></div></body></html>".encode()


def xlsx(rows: Rows) -> bytes:
    book, target = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append([TITLE])
    for row in rows:
        book.active.append(list(row))
    book.save(target)
    return target.getvalue()


def markdown(rows: Rows) -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([f"# {TITLE}", "", lines[0], "|---" * len(rows[0]) + "|", *lines[1:], ""]).encode()


def files(rows: Rows) -> dict[str, bytes]:
    text = "\n".join([TITLE, "", *("\t".join(row) for row in rows), ""]).encode()
    word = docx(p(TITLE) + tbl(*(tr(*map(tc, row)) for row in rows)))
    return {
        "text.txt": text, "marked.md": markdown(rows), "page.html": html(rows), "word.docx": word, "sheet.xlsx": xlsx(rows),
        "ruled.pdf": pdf(rows, "ruled"), "three.pdf": pdf(rows, "three"),
    }  # fmt: skip


def facts_by_format(rows: Rows, folder: Path) -> dict[str, tuple[Counter[tuple[object, ...]], list[str]]]:
    """The facts and the status of the table read from each of its formats."""
    return facts_of_files(files(rows), folder)


def facts_of_files(
    drawn: Mapping[str, bytes], folder: Path
) -> dict[str, tuple[Counter[tuple[object, ...]], list[str]]]:
    """The facts and the status of the table read from each file."""
    found = {}
    for name, content in drawn.items():
        (folder / name).write_bytes(content)
        extracted = extract(mend(outline(read(folder / name, name.partition(".")[0], {}))))
        facts = Counter(
            (fact.table, *(fact.values.get(column) for column in SAID))
            for fact in extracted.facts
            if fact.table_id and fact.table in ("table_facts", "targets", "responsibilities")
        )
        found[name] = (facts, [str(table.status) for table in extracted.mended.tables])
    return found


@pytest.mark.parametrize("rows", [PLAN, INDICATORS, TASKS], ids=["plan", "indicators", "tasks"])
def test_the_same_table_gives_the_same_facts(rows: Rows, tmp_path: Path) -> None:
    found = facts_by_format(rows, tmp_path)
    assert sum(found["word.docx"][0].values()) >= len(rows)
    for one, other in pairwise(found):
        assert found[one] == found[other], (one, other)
