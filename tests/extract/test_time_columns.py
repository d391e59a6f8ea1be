"""What stands under 完成时限 is when its row is due, and no quantity."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.language.value_cells import value_cell
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend

HEAD = "某市人民政府关于印发重点任务清单的通知\n某政发〔2024〕3号\n各县：\n现印发给你们。\n2024年3月1日\n附件\n重点任务分工表\n"


@pytest.mark.parametrize("text", ["2024年底前", "2025年", "6月底", "2024年12月", "12月31日前", "到2025年"])
def test_a_date_is_no_quantity(text: str) -> None:
    assert value_cell(text) is None


@pytest.mark.parametrize(("text", "value"), [("6个月", 6), ("200元/月", 200), ("3年", 3), ("2000人", 2000)])
def test_a_span_or_a_count_is_one(text: str, value: float) -> None:
    found = value_cell(text)
    assert found is not None and found.value == value


@pytest.mark.parametrize(
    ("cell", "end", "period"),
    [
        ("2024年底前", "2024-12-31", None),
        ("6月底", "2024-06-30", None),
        ("2025年", "2025-12-31", None),
        ("2025", "2025-12-31", None),
        ("2024-2026", "2026-12-31", None),
        ("每季度", None, "P3M"),
    ],
)
def test_a_time_limit_is_a_deadline_of_its_row(cell: str, end: str | None, period: str | None) -> None:
    rows = f"序号\t重点任务\t责任单位\t完成时限\n1\t建设社区食堂。\t市民政局\t{cell}\n2\t修订章程。\t市教育局\t长期坚持\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + rows)
    deadlines = [fact for fact in extract(mend(outline(document))).facts if fact.table == "deadlines"]
    assert [(f.row, f.values["end_date"], f.values["period"]) for f in deadlines] == [(1, end, period)]


def test_a_schedule_ends_when_its_last_step_does() -> None:
    """序时进度 | 6月底前完成50%，11月底前全部完成: the targets of the row were due at the end of the year of the title."""
    rows = "序号\t目标任务\t牵头单位\t序时进度\n1\t铺设管网150公里\t县水利局\t6月底前完成一半，11月底前全部完成\n2\t新建驿站5座\t县住建局\t2024年10月\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + rows)
    found = [f.values for f in extract(mend(outline(document))).facts if f.table == "targets"]
    days = {str(f["unit"]): str(f["deadline_date"]) for f in found if f["kind"] == "target"}
    assert (days["公里"], days["座"]) == ("2024-11-30", "2024-10-31")


@pytest.mark.parametrize(
    ("limit", "day"),
    [
        ("10月底前", "2024-10-31"),
        # Steps of what is due with the column: the last of them was taken for the day of all.
        ("3月启动，6月底前完成10座", "2024-12-31"),
        ("一季度完成前期工作，二季度开工建设", "2024-12-31"),
        ("2024年9月底完成80%，次年验收", "2024-12-31"),
    ],
)
@pytest.mark.parametrize("aim", ["新建驿站30座", "30座"])
def test_a_day_alone_is_nearer_than_the_year_of_a_column(aim: str, limit: str, day: str) -> None:
    rows = f"序号\t项目\t2024年目标\t进度安排\t牵头单位\n1\t驿站建设\t{aim}\t{limit}\t县住建局\n2\t修订章程\t完成修订\t长期\t县教育局\n"
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", HEAD + rows)
    found = [f.values for f in extract(mend(outline(document))).facts if f.table == "targets"]
    assert [str(f["deadline_date"]) for f in found if f["value"] == 30] == [day]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["90%以上学员获得证书", "就业率达95%以上"], ["获得证书的学员比例", "就业率"]),
        (["新建泊位300个", "管网更新率达到40%", "培训教师120名"], ["新建泊位", "管网更新率", "教师"]),
        (["新建公园、", "广场各20个"], ["新建公园", "新建广场"]),
    ],
)
def test_a_line_of_a_cell_is_a_paragraph_where_nobody_laid_it_out(
    tmp_path: Path, lines: list[str], names: list[str]
) -> None:
    cell = "".join(f"<p>{line}</p>" for line in lines)
    head = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    rows = f"<tr><td>1</td><td>项目</td><td>{cell}</td><td>2024年12月</td></tr>"
    table = f"<table border=1><tr><td>序号</td><td>重点任务</td><td>工作内容</td><td>完成时限</td></tr>{rows}</table>"
    page = tmp_path / "a.html"
    page.write_text(f"<html><meta charset=utf-8><body>{head}{table}</body></html>", "utf-8")
    facts = extract(mend(outline(read(page, "a", {})))).facts
    assert [f.values["indicator"] for f in facts if f.table == "targets"] == names
    assert [f.values["end_date"] for f in facts if f.table == "deadlines"] == ["2024-12-31"]
