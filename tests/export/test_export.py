"""export: what people open holds what was published, and nothing that a spreadsheet would compute."""

from __future__ import annotations

import csv
import datetime
import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet as pq
import pytest
from conftest import small

from pipeline.__main__ import main
from pipeline.export import KINDS, export
from pipeline.export.sheet_cells import MOST_CHARACTERS, Column, text_cell, value_cell
from pipeline.export.sheet_file import Book, Line, Sheet
from pipeline.export.sheet_parts import PLAIN
from pipeline.publish import publish

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "extracted"
VIEWS = {
    "任务清单": "task_list",
    "任务与单位": "task_agencies",
    "到期事项": "due",
    "指标追踪": "target_tracker",
    "事实总表": "facts",
}
HOSTILE = ["=1+1", "+86 571", "-5", "@SUM(A1)", "＝1+1", " =HYPERLINK(\"x\")", "\t=1", "#N/A"]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notices of the project, exported in every way."""
    out = tmp_path_factory.mktemp("made") / "out"
    shutil.copytree(PUBLISHED, out, ignore=shutil.ignore_patterns("review", "exports", "dashboard"))
    for kind in KINDS:
        export(out, kind)
    return out


def workbook(file: Path) -> Any:
    return openpyxl.load_workbook(file)


@pytest.fixture(scope="module")
def book(made: Path) -> Any:
    """任务清单.xlsx of the notices of the project, opened once."""
    return workbook(made / "exports" / "任务清单.xlsx")


def hostile(out: Path) -> Path:
    """Published tables whose titles of tasks are texts that a spreadsheet would compute, and a very long one."""
    publish([small()], [], out)
    for table in ("due", "facts"):
        file = out / f"{table}.parquet"
        rows = pq.read_table(file)
        words = [*HOSTILE, "长" * 40_000, "断\x0b行"]
        names = ["in_words" if table == "due" else "what"]
        many = rows.to_pylist()[:1] * len(words)
        many = [{**row, names[0]: said} for row, said in zip(many, words, strict=True)]
        pq.write_table(type(rows).from_pylist(many, schema=rows.schema), file)
    return out


# --- 任务清单.xlsx --------------------------------------------------------------------------------


def test_a_sheet_a_view_and_one_of_warnings(book: Any, made: Path) -> None:
    assert book.sheetnames == [*VIEWS, "注意"]
    for title, view in VIEWS.items():
        assert book[title].max_row == pq.read_table(made / f"{view}.parquet").num_rows + 1
    kinds = {row[1] for row in book["注意"].iter_rows(min_row=2, values_only=True)}
    assert {"用法 usage", "核验不符 check", "未能读出 issue"} <= kinds


@pytest.mark.parametrize("title", [*VIEWS, "注意"])
def test_head_is_frozen_and_bilingual_and_filters_are_on(title: str, book: Any) -> None:
    sheet = book[title]
    assert sheet.freeze_panes == "B2"
    heads = [cell.value for cell in sheet[1]]
    assert all("\n" in head for head in heads), heads
    last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
    assert sheet.auto_filter.ref == f"A1:{last}"
    assert all(shape.width for shape in sheet.column_dimensions.values())


def test_dates_are_dates_values_are_words_and_links_lead_to_the_page(book: Any, made: Path) -> None:
    sheet = book["到期事项"]
    heads = {cell.value.split("\n")[0]: n for n, cell in enumerate(sheet[1])}
    rows = list(sheet.iter_rows(min_row=2))
    due = [row[heads["到期日"]] for row in rows]
    assert {cell.value.year for cell in due if cell.value} >= {2022, 2025}
    assert all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in due if cell.value)
    assert {row[heads["精度"]].value for row in rows} <= {None, "日 day", "月 month", "年 year"}
    targets = [row[0].hyperlink.target for row in rows]
    published = pq.read_table(made / "due.parquet").to_pylist()
    assert targets == [
        f"../review/notices/{r['notice_id']}.html#at={r['char_start']}-{r['char_end']}" for r in published
    ]


def test_programs_know_what_the_file_is_by_its_first_part(made: Path) -> None:
    with ZipFile(made / "exports" / "任务清单.xlsx") as file:
        names = file.namelist()
        texts = {name: file.read(name).decode("utf-8") for name in names}
    assert names[0] == "[Content_Types].xml"
    assert all(f"/{one}" in texts[names[0]] for one in names if one.startswith("xl/worksheets/sheet"))
    for name, text in texts.items():
        ElementTree.fromstring(text)
        assert "<f>" not in text, name


def test_what_looks_like_a_code_of_the_format_stays_as_it_is(tmp_path: Path) -> None:
    """_x0041_ is how such files write a letter that they cannot: a notice that prints it means these six signs."""
    column = Column("what", "what", 10, {})
    assert "_x005F_x0041_" in value_cell(column, "编号_x0041_", column.look)
    assert "a_x" in value_cell(column, "a_x与b", column.look)


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Twenty times as many rows pass through the file, and are not kept."""
    peaks = []
    for rows in (500, 10_000):
        tracemalloc.start()
        book = Book(tmp_path / f"{rows}.xlsx", sheets=1)
        book.write_sheet(
            Sheet("表", [9, 30], printed=2),
            (Line("", 0, ["", text_cell(f"养老床位{n}", PLAIN)]) for n in range(rows)),
        )
        book.close()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0], peaks
    assert workbook(tmp_path / "10000.xlsx")["表"].max_row == 10_000


def cells_of(book: Any) -> Iterator[Any]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    out = hostile(tmp_path / "out")
    book = workbook(export(out, "xlsx"))
    assert not [cell for cell in cells_of(book) if cell.data_type in ("f", "e")]
    said = [cell.value for cell in cells_of(book) if isinstance(cell.value, str)]
    assert [one for one in said if one[0] in "=+-@＝"] == []
    assert {f"'{one}" for one in HOSTILE if one != "#N/A"} <= set(said)
    assert max(map(len, said)) == MOST_CHARACTERS
    assert "断行" in said


def test_days_before_spreadsheets_are_text(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish([small()], [], out)
    rows = pq.read_table(out / "due.parquet")
    many = [{**row, "due_date": datetime.date(1899, 1, 2)} for row in rows.to_pylist()]
    pq.write_table(type(rows).from_pylist(many, schema=rows.schema), out / "due.parquet")
    said = [cell.value for cell in cells_of(workbook(export(out, "xlsx")))]
    assert "1899-01-02" in said


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="no LibreOffice on the PATH: nothing to open the workbook with"
)
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    out = hostile(tmp_path / "out")
    file = export(out, "xlsx", tmp_path / "list.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    ask = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3"
    command = ["soffice", "--headless", profile, "--convert-to", ask, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (shown,) = tmp_path.glob("*.csv")
    rows = list(csv.reader(shown.read_text("utf-8").splitlines()))
    assert any("到期日" in cell for cell in rows[0])
    assert any("'=1+1" in row for row in rows), "the text, and not 2"
    assert any("2025-12-31" in row for row in rows)


# --- CSV ----------------------------------------------------------------------------------------


def test_csv_begins_with_a_byte_order_mark_and_computes_nothing(tmp_path: Path) -> None:
    out = hostile(tmp_path / "out")
    folder = export(out, "csv")
    assert sorted(one.stem for one in folder.iterdir()) == sorted(one.stem for one in out.glob("*.parquet"))
    file = folder / "due.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0]["in_words"] == "'=1+1" and rows[0]["due_date"] == "2025-12-31"
    assert [row for row in rows for cell in row.values() if cell[:1] in tuple("=+-@＝") and cell] == []


def test_a_comparator_stays_as_it_is(made: Path) -> None:
    """= with nothing behind it is no formula: a filter for comparator = finds its rows."""
    with (export(made, "csv") / "target_tracker.csv").open(encoding="utf-8-sig", newline="") as stream:
        said = {row["comparator"] for row in csv.DictReader(stream)}
    assert "=" in said and not any(one.startswith("'") for one in said)


# --- SQLite -------------------------------------------------------------------------------------


def test_sqlite_holds_every_row_and_its_keys_hold(made: Path) -> None:
    base = sqlite3.connect(made / "exports" / "notices.sqlite")
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    for file in made.glob("*.parquet"):
        rows = pq.read_table(file)
        ((count,),) = base.execute(f'SELECT count(*) FROM "{file.stem}"').fetchall()
        assert count == rows.num_rows
        columns = base.execute(f"PRAGMA table_info('{file.stem}')").fetchall()
        assert [one[1] for one in columns] == rows.schema.names
        assert any(one[5] for one in columns), "a primary key"
    keys = base.execute("PRAGMA foreign_key_list('targets')").fetchall()
    assert {one[2] for one in keys} >= {"notices", "clauses", "tables", "tasks"}
    ((words,),) = base.execute(
        "SELECT description_zh FROM dictionary_values WHERE table_name = 'targets' AND value = 'coverage'"
    ).fetchall()
    assert words.startswith("全覆盖")


# --- DuckDB -------------------------------------------------------------------------------------


def test_duckdb_holds_the_views_and_their_words(made: Path) -> None:
    import duckdb

    with duckdb.connect(str(made / "exports" / "notices.duckdb"), read_only=True) as base:
        for view in VIEWS.values():
            ((count,),) = base.execute(f"SELECT count(*) FROM {view}").fetchall()
            assert count == pq.read_table(made / f"{view}.parquet").num_rows
        words = "SELECT comment FROM duckdb_columns() WHERE table_name = 'due' AND column_name = 'due_date'"
        assert base.execute(words).fetchall()[0][0].startswith("到期日 due | ")


def test_without_duckdb_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    publish([small()], [], tmp_path / "out")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert main(["export", str(tmp_path / "out"), "--duckdb"]) == 2
    assert "pip install duckdb" in capsys.readouterr().err
    assert list((tmp_path / "out" / "exports").iterdir()) == []


# --- the command ----------------------------------------------------------------------------------


def test_the_command_says_where_the_file_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish([small()], [], tmp_path / "out")
    assert main(["export", str(tmp_path / "out"), "--csv", "--to", str(tmp_path / "here" / "csv")]) == 0
    assert str(tmp_path / "here" / "csv") in capsys.readouterr().out
    assert (tmp_path / "here" / "csv" / "due.csv").is_file()
    assert main(["export", str(tmp_path / "nothing"), "--xlsx"]) == 2
    assert not (tmp_path / "nothing").exists()


def test_what_was_there_is_replaced_whole(tmp_path: Path) -> None:
    publish([small()], [], tmp_path / "out")
    for kind in KINDS:
        first = export(tmp_path / "out", kind)
        assert export(tmp_path / "out", kind) == first
    assert not list((tmp_path / "out" / "exports").glob(".*"))


@pytest.mark.parametrize("kind", KINDS)
def test_heavy_libraries_are_loaded_only_where_they_are_needed(kind: str, tmp_path: Path) -> None:
    publish([small()], [], tmp_path / "out")
    code = (
        "import sys; from pathlib import Path; from pipeline.export import export;"
        f"export(Path({str(tmp_path / 'out')!r}), {kind!r});"
        "print([m for m in ('openpyxl', 'duckdb') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {"duckdb": ["duckdb"]}.get(kind, [])
    assert eval(done.stdout) == loaded


def test_beyond_what_a_sheet_may_hold_of_links_rows_have_none_and_that_is_said(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a sheet with more than 65,530 links Excel says that the file is damaged."""
    monkeypatch.setattr("pipeline.export.workbook.MOST_LINKS", 2)
    book = workbook(export(made, "xlsx", tmp_path / "few.xlsx"))
    for sheet in book.worksheets[:-1]:
        linked = [row[0].hyperlink is not None for row in sheet.iter_rows(min_row=2)]
        assert linked == [n < 2 for n in range(len(linked))]
    said = [cell.value for cell in cells_of(book)]
    assert sum("只有前 2 行链接到原文" in str(value) for value in said) == 5
