"""Inputs that once stopped a run, lost a notice or lost its words: all in one folder, read by one command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.__main__ import main
from tests.read.test_docx import r
from tests.read.test_ofd import notice as of_ofd
from tests.read.test_ofd import ofd, text
from tests.read.word_files import docx, p

ROOT = Path(__file__).resolve().parents[1]
Row = Mapping[str, Any]


def notice(body: str, day: str = "2024年6月3日") -> str:
    return f"甲市人民政府关于推进养老服务的通知\n甲政发〔2024〕1号\n各区人民政府：\n{body}\n甲市人民政府\n{day}\n"


LONG_NAME = "名" * 80
BED = "一、到2025年底，新增床位30张。"
TEXTS = {
    "good": notice(BED),
    "minutes": notice("一、平均通勤时间压缩到8.5分钟以内。"),
    "page_twice": f"# Page 1:\n{notice(BED)}# Page 1:\n二、新增食堂40个。\n",
    "page_zero": f"# Page 0:\n{notice(BED)}",
    "digits_309": notice("一、新增床位" + "9" * 309 + "张。\n二、新增食堂40个。"),
    "digits_5000": notice("一、新增床位" + "9" * 5000 + "张。\n二、新增食堂40个。"),
    "june_31": notice(BED, "2024年6月31日"),
    "february_29": notice(BED, "2023年2月29日"),
    "article_nines": notice("第" + "九" * 400 + "条 新增食堂40个。"),
    LONG_NAME: notice(BED),
    "red_head": "中共某市委办公室\n某市人民政府办公室\n文件\n某办发〔2024〕5号\n\n中共某市委办公室 某市人民政府办公室\n"
    f"关于做好养老服务工作的通知\n\n各县（区）党委、人民政府：\n{BED}\n中共某市委办公室\n某市人民政府办公室\n2024年6月3日\n",
    "blank": "　\n\n",
}


def never_ended() -> bytes:
    """A field that begins and never ends, in the midst of a paragraph."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    first = f"<w:p>{r('一、新增床位')}{begin}{r('30张。')}</w:p>"
    return docx(p("甲市人民政府关于推进养老服务的通知") + first + p("二、新增食堂40个。"))


def of_one_name() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("通知.txt", notice(BED))
        archive.writestr("通知.txt", notice("一、新增食堂40个。").replace("1号", "2号"))
    return target.getvalue()


def off_the_page() -> bytes:
    return ofd(of_ofd() + text("二、到2026年，新增食堂40个。", 20, 400))


HEAD = "关于印发建设计划的通知\n\n各镇人民政府：\n    现印发给你们。\n\n附件1\n建设计划表\n\n"
TWO_READINGS = ("镇街|敬老院|养老中心|互助点", "东镇|3|2|3", "西镇|2|", "南镇||2", "合计|3|4|5")
TWO_HEADINGS = ("序号|镇|2026年|2026年", "序号|镇|新建|改造", "1|东镇|3|2", "2|西镇|4|5", "|合计|7|7")
SUBTOTALS = ("序号|项目|床位", "1|甲院|3", "2|乙院|4", "|小计|7", "3|丙院|5", "|小计|5", "|合计|12")
GROUPS = (
    "<tr><td>序号<td>片区<td>项目<td>床位<tr><td>1<td rowspan=3>东片<td>甲院<td>3<tr><td>2<td>乙院<td>4<tr><td><td>小计<td>7"
    "<tr><td>3<td rowspan=2>西片<td>丙院<td>5<tr><td><td>小计<td>5<tr><td><td><td>合计<td>12"
)


def markdown(rows: Sequence[str]) -> str:
    rule = "|" + "---|" * (rows[0].count("|") + 1)
    return HEAD + "\n".join([f"|{rows[0]}|", rule, *(f"|{row}|" for row in rows[1:])]) + "\n"


def markup(rows: Sequence[str]) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)


def page(rows: str) -> str:
    head = "<p>关于印发建设计划的通知</p><p>各镇人民政府：</p><p>现将计划印发给你们，请认真贯彻执行。</p>"
    return f"<html><meta charset=utf-8><body>{head}<table border=1>{rows}</table></body></html>"


TABLES = {
    "two_readings.md": markdown(TWO_READINGS),
    "two_readings.html": page(markup(TWO_READINGS)),
    "two_headings.md": markdown(TWO_HEADINGS),
    "in_markdown.md": f"{HEAD}<table>{markup(('镇街|床位', '东镇|3', '西镇|4', '合计|7'))}</table>\n",
    "groups.html": page(GROUPS),
    "subtotals.md": markdown(SUBTOTALS),
}
BYTES = {"field.docx": never_ended, "twice.zip": of_one_name, "off.ofd": off_the_page}
UNREAD = {
    "latin.txt": "Le ministère a décidé d'améliorer les équipements.\n".encode("latin-1") * 5,
    "korean.txt": "서울특별시 공고 장애인 복지 시설 확충 계획을 공고합니다.\n".encode("euc-kr") * 5,
    "nothing.html": b"<html><body><script>x()</script></body></html>",
}


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stopped") / "raw"
    folder.mkdir()
    for name, words in TEXTS.items():
        (folder / f"{name}.txt").write_text(words, "utf-8")
    for name, words in TABLES.items():
        (folder / name).write_text(words, "utf-8")
    for name, made in BYTES.items():
        (folder / name).write_bytes(made())
    for name, content in UNREAD.items():
        (folder / name).write_bytes(content)
    return folder


def command(raw: Path, *more: str) -> subprocess.CompletedProcess[str]:
    call = [
        sys.executable,
        "-m",
        "pipeline",
        "extract",
        str(raw),
        "--out",
        str(raw.parent / "out"),
        "--quiet",
    ]
    environment = {**os.environ, "NOTICE_CACHE": ""}
    return subprocess.run(
        [*call, *more], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def rows(raw: Path) -> Mapping[str, Sequence[Row]]:
    done = command(raw)
    assert done.returncode == 0, done.stderr
    tables = ("notices", "issues", "targets", "issuers", "tables", "table_facts")
    return {name: pq.read_table(raw.parent / "out" / f"{name}.parquet").to_pylist() for name in tables}


def of(rows: Mapping[str, Sequence[Row]], table: str, notice_id: str) -> list[Row]:
    return [row for row in rows[table] if row["notice_id"] == notice_id]


def test_each_costs_nobody_else_and_all_that_can_be_read_is(rows: Mapping[str, Sequence[Row]]) -> None:
    tables = {"two_readings.md", "two_readings.html", "two_headings", "in_markdown", "groups", "subtotals"}
    read = {*TEXTS, *tables, "field", "twice", "off"} - {"blank"}
    assert {row["notice_id"] for row in rows["notices"]} == read
    unread = {row["notice_id"] for row in rows["issues"] if row["kind"] == "unreadable"}
    assert unread == {"blank", "latin", "korean", "nothing"}


@pytest.mark.parametrize(
    ("notice_id", "values"),
    [
        ("good", [30]),
        ("minutes", [8.5]),
        ("page_twice", [30, 40]),
        ("page_zero", [30]),
        # A number that no computer can hold is none; what stands below it is read.
        ("digits_309", [40]),
        ("digits_5000", [40]),
        ("june_31", [30]),
        ("february_29", [30]),
        ("article_nines", [40]),
        (LONG_NAME, [30]),
        ("field", [30, 40]),
        ("twice", [30, 40]),
        ("off", [25, 40]),
    ],
)
def test_its_values_are_read(rows: Mapping[str, Sequence[Row]], notice_id: str, values: list[float]) -> None:
    assert sorted(row["value"] for row in of(rows, "targets", notice_id)) == values


def test_a_day_that_no_calendar_has_is_kept_as_it_is_printed(rows: Mapping[str, Sequence[Row]]) -> None:
    for notice_id, words in (("june_31", "2024年6月31日"), ("february_29", "2023年2月29日")):
        (row,) = of(rows, "notices", notice_id)
        assert (row["written_date"], row["written_date_text"]) == (None, words)


def test_a_red_head_of_two_bodies_is_no_part_of_the_title(rows: Mapping[str, Sequence[Row]]) -> None:
    (row,) = of(rows, "notices", "red_head")
    assert row["title"] == "中共某市委办公室某市人民政府办公室关于做好养老服务工作的通知"
    names = [row["name"] for row in of(rows, "issuers", "red_head")]
    assert names == ["中共某市委办公室", "某市人民政府办公室"]


@pytest.mark.parametrize("notice_id", ["two_readings.md", "two_readings.html"])
def test_of_two_readings_none_is_certified_whatever_the_format(
    rows: Mapping[str, Sequence[Row]], notice_id: str
) -> None:
    assert [row["status"] for row in of(rows, "tables", notice_id)] == ["ambiguous"]
    assert not any(row["proved"] for row in of(rows, "table_facts", notice_id))
    assert "ambiguous_row" in {row["kind"] for row in of(rows, "issues", notice_id)}


@pytest.mark.parametrize(
    ("notice_id", "facts"),
    [
        (
            "two_headings",
            ["东镇 2026年/新建 3", "东镇 2026年/改造 2", "西镇 2026年/新建 4", "西镇 2026年/改造 5", "合计 2026年/新建 7",
             "合计 2026年/改造 7"],
        ),
        ("in_markdown", ["东镇 床位 3", "西镇 床位 4", "合计 床位 7"]),
        (
            "groups",
            ["东片/甲院 床位 3", "东片/乙院 床位 4", "东片/小计 床位 7", "西片/丙院 床位 5", "西片/小计 床位 5", "合计 床位 12"],
        ),
        ("subtotals", ["甲院 床位 3", "乙院 床位 4", "小计 床位 7", "丙院 床位 5", "小计 床位 5", "合计 床位 12"]),
    ],
)  # fmt: skip
def test_headings_and_groups_reach_every_row(
    rows: Mapping[str, Sequence[Row]], notice_id: str, facts: list[str]
) -> None:
    found = [
        f"{row['row_label']} {row['column_path']} {row['value']:.0f}"
        for row in of(rows, "table_facts", notice_id)
    ]
    assert sorted(found) == sorted(facts)


def test_marks_that_the_screen_has_not_cost_no_run(raw: Path) -> None:
    """`→` in the summary, where only ASCII can be printed."""
    call = [
        sys.executable,
        "-m",
        "pipeline",
        "extract",
        str(raw / "good.txt"),
        "--out",
        str(raw.parent / "ascii"),
    ]
    environment = {**os.environ, "NOTICE_CACHE": "", "PYTHONIOENCODING": "ascii", "LC_ALL": "POSIX"}
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    assert (raw.parent / "ascii" / "notices.parquet").is_file()


def test_an_empty_text_is_never_a_success(raw: Path, tmp_path: Path) -> None:
    for name in ("blank.txt", "nothing.html"):
        alone = tmp_path / name / "raw"
        alone.mkdir(parents=True)
        (alone / name).write_bytes((raw / name).read_bytes())
        call = ["extract", str(alone), "--out", str(alone.parent / "out"), "--quiet"]
        assert (main([*call, "--strict"]), main(call)) == (1, 0)
    assert command(alone, "--strict").returncode == 1
