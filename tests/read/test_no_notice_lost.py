"""The command itself: however notices come into raw/, each is a row, or an issue that says what is missing."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.__main__ import main
from tests.read.ole_files import ole

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, Any]


def notice(organ: str, title: str, number: str, beds: int = 30) -> str:
    return (
        f"{organ}关于{title}的通知\n{number}\n各县（区）人民政府，市政府各部门：\n"
        f"　　经研究，现将有关事项通知如下。\n　　一、到2025年底前，新增养老床位{beds}张。（市民政局牵头）。\n"
        f"{organ}\n2023年3月1日\n"
    )


FIRST = notice("甲市人民政府办公室", "推进养老服务", "甲政办发〔2023〕5号")
SECOND = notice("甲市民政局", "做好托育服务", "甲民发〔2023〕8号", 40)
THIRD = notice("乙省财政厅", "加强助餐补助管理", "乙财社〔2022〕18号", 50)
ANNEX = "附件\n甲市养老服务工作任务\n　　一、总体要求\n　　到2025年，新增护理床位70张。\n"
TAIPEI = "臺北市政府關於辦理長期照顧服務的通知\n各區公所：\n　　到2025年底前，新增養老床位60張。\n"


def packed(files: Mapping[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def command(*arguments: object) -> str:
    """What the command says; it ends well."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        assert main(list(map(str, arguments))) == 0, said.getvalue()
    return said.getvalue()


def process(*arguments: object, path: str) -> str:
    """What it says on stderr as a process of its own, where the tools of `path` alone are found; it ends with 3, for a notice waits."""
    environment = {**os.environ, "NOTICE_CACHE": "", "PATH": path}
    call = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    return done.stderr


def extract(raw: Path) -> str:
    return command(*call(raw))


def call(raw: Path) -> tuple[object, ...]:
    return "extract", raw, "--out", raw.parent / "out", "--quiet"


def rows(raw: Path, table: str) -> Sequence[Row]:
    read: Sequence[Row] = pq.read_table(raw.parent / "out" / f"{table}.parquet").to_pylist()
    return read


def beds(raw: Path) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for row in rows(raw, "targets"):
        found.setdefault(row["notice_id"], []).append(row["value"])
    return found


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def test_every_notice_of_a_folder_is_a_row_or_an_issue_that_names_the_tool(raw: Path) -> None:
    (raw / "several.txt").write_text(FIRST + ANNEX + SECOND + THIRD)
    (raw / "lineless.txt").write_text(FIRST.replace("\n", ""))
    (raw / "taipei.txt").write_bytes(TAIPEI.encode("big5"))
    (raw / "关于养老服务(一)...txt").write_text(FIRST)
    (raw / "packed.zip").write_bytes(packed({"a.txt": SECOND, "b.txt": THIRD}))
    (raw / "blank.txt").write_text("\u3000\n\u200b\n")
    # No LibreOffice is found where there is nothing to be found.
    (raw / "old.xls").write_bytes(ole(("Workbook", b"x" * 4096)))
    said = process(*call(raw), path="")
    assert {row["notice_id"] for row in rows(raw, "notices")} == {
        "several", "several~甲民发〔2023〕8号", "several~乙财社〔2022〕18号",
        "lineless", "taipei", "关于养老服务(一)..", "packed", "packed~乙财社〔2022〕18号",
    }  # fmt: skip
    unread = {row["notice_id"]: row["message"] for row in rows(raw, "issues") if row["kind"] == "unreadable"}
    assert unread.keys() == {"old", "blank"}
    assert (
        "LibreOffice, which is not installed" in unread["old"] and "libreoffice-calc-nogui" in unread["old"]
    )
    assert "old.xls: " in said and "blank.txt: it holds only blanks" in said
    found = beds(raw)
    assert found["several"] == [30, 70] and found["several~甲民发〔2023〕8号"] == [40]
    (taipei,) = [row for row in rows(raw, "notices") if row["notice_id"] == "taipei"]
    assert (taipei["encoding"], taipei["title"]) == ("big5hkscs", TAIPEI.split("\n")[0])
    assert found["packed"] == [40] and found["packed~乙财社〔2022〕18号"] == [50]


def test_each_has_its_own_text_and_its_place_in_that_of_the_file(raw: Path) -> None:
    (raw / "x.txt").write_text(FIRST + SECOND)
    extract(raw)
    whole = FIRST + SECOND
    texts = {row["notice_id"]: row["text"] for row in rows(raw, "texts")}
    for row in rows(raw, "notices"):
        assert row["source_file"] == "x.txt"
        assert whole[row["source_char_start"] : row["source_char_end"]] == texts[row["notice_id"]]
    for row in rows(raw, "targets"):
        assert texts[row["notice_id"]][row["char_start"] : row["char_end"]] == row["quote"]


def test_another_notice_in_the_file_changes_no_row_of_these(raw: Path) -> None:
    (raw / "x.txt").write_text(FIRST + SECOND)
    extract(raw)
    before = {table: rows(raw, table) for table in ("targets", "clauses", "ledger", "texts", "tasks")}
    (raw / "x.txt").write_text(FIRST + THIRD + SECOND)
    extract(raw)
    for table, those in before.items():
        assert [row for row in rows(raw, table) if "乙财" not in row["notice_id"]] == those


def test_what_stands_beside_a_further_notice_is_its_own(raw: Path) -> None:
    (raw / "x.txt").write_text(FIRST + SECOND)
    (raw / "x.toml").write_text('publisher = "甲市"\nexpect = {tasks = 9}\n')
    (raw / "x~甲民发〔2023〕8号.toml").write_text('url = "https://example.org/8"\n')
    (raw / "x~甲民发〔2023〕8号.corrections.toml").write_text(
        '[[correction]]\ntable = "targets"\nquote = "新增养老床位40张"\nvalues = {value = 41}\n'
        'because = "原件印作41"\nby = "编辑"\non = 2026-01-31\n'
    )
    extract(raw)
    assert beds(raw) == {"x": [30], "x~甲民发〔2023〕8号": [41]}
    said = [(row["publisher"], row["url"]) for row in rows(raw, "notices")]
    assert said == [("甲市", None), ("甲市", "https://example.org/8")]
    expected = [row["notice_id"] for row in rows(raw, "checks") if row["expected"] == "9"]
    assert expected == ["x"]


def test_what_stands_beside_a_notice_that_is_not_there_is_said(raw: Path) -> None:
    (raw / "x.txt").write_text(FIRST)
    (raw / "x~甲民发〔2023〕8号.toml").write_text('url = "https://example.org/8"\n')
    assert "stands beside no notice" in extract(raw)


def test_a_file_with_the_name_of_a_further_notice_is_another(raw: Path) -> None:
    (raw / "x.txt").write_text(FIRST + SECOND)
    (raw / "x~甲民发〔2023〕8号.txt").write_text(THIRD)
    extract(raw)
    assert set(beds(raw)) == {"x", "x~甲民发〔2023〕8号", "x~甲民发〔2023〕8号.txt"}


def test_the_longest_name_with_another_notice_behind(raw: Path) -> None:
    name = "长" * 83
    (raw / f"{name}.txt").write_text(FIRST + SECOND)
    extract(raw)
    command("review", raw.parent / "out", "--raw", raw)
    assert len(list((raw.parent / "out" / "notices").iterdir())) == 2
    assert len(list((raw.parent / "out" / "review" / "notices").iterdir())) == 2


def test_add_diff_and_ledger_know_the_further_notices(raw: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "new.txt", raw.parent / "out"
    file.write_text(FIRST + SECOND)
    command("add", file, "--id", "n", "--raw", raw, "--out", out)
    shutil.copytree(out, tmp_path / "old")
    (raw / "n.toml").unlink()
    (raw / "n.txt").write_text(FIRST + SECOND + THIRD)
    extract(raw)
    said = command("diff", tmp_path / "old", out, "--format", "json")
    assert "n~乙财社〔2022〕18号" in said and "养老床位50" in said and "养老床位40" not in said
    command("ledger", "n~甲民发〔2023〕8号", "--out", out)


def test_a_name_whose_side_file_would_be_anothers_is_refused(raw: Path, tmp_path: Path) -> None:
    (raw / "n.txt").write_text(FIRST)
    (tmp_path / "m.txt").write_text(SECOND)
    call = [
        sys.executable,
        "-m",
        "pipeline",
        "add",
        str(tmp_path / "m.txt"),
        "--id",
        "n.corrections",
        "--raw",
        str(raw),
    ]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "is no name for a notice" in done.stderr
    assert [path.name for path in raw.iterdir()] == ["n.txt"]
