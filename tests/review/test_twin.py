"""The text twin: one row a line, changed only where the notice changed; git shows Parquet as rows."""

from __future__ import annotations

import difflib
import json
import subprocess
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.language.places import without_number

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).parents[2]
NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕20号
一、建设床位
到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局、市财政局）
二、培训人员
到2025年，培训护理员500人。
某市人民政府
2024年6月3日
"""


def extract(folder: Path, text: str) -> Path:
    (folder / "raw").mkdir(exist_ok=True)
    (folder / "raw" / "a.txt").write_text(text)
    assert main(["extract", str(folder / "raw"), "--out", str(folder / "out"), "--quiet"]) == 0
    return folder / "out"


def lines(out: Path) -> list[str]:
    return (out / "notices" / "a.jsonl").read_text("utf-8").splitlines()


def test_every_line_is_a_row_and_the_notice_stands_first(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in lines(extract(tmp_path, NOTICE))]
    assert rows[0]["table"] == "notices" and rows[0]["doc_number"] == "某政发〔2024〕20号"
    (beds,) = [row for row in rows if row["table"] == "targets" and "300" in row["quote"]]
    assert (beds["value"], beds["unit"]) == (300, "张")
    assert not [key for row in rows for key in row if "char_" in key or key in ("clause_id", "page", "seq")]


def test_an_inserted_point_changes_the_lines_about_it_only(tmp_path: Path) -> None:
    before = lines(extract(tmp_path, NOTICE))
    longer = NOTICE.replace("一、建设", "一、总体要求\n坚持统筹推进。\n二、建设").replace(
        "二、培训", "三、培训"
    )
    after = lines(extract(tmp_path, longer))
    changed = [line for line in difflib.ndiff(before, after) if line[:1] in "+-"]
    told = [(line[0], json.loads(line[2:])) for line in changed]
    # The notice's hash, the point itself, and the check that says how many points there are.
    about = {(sign, row["table"]) for sign, row in told}
    assert {("+", "clauses"), ("+", "notices"), ("-", "notices")} <= about
    assert about <= {("+", "clauses"), ("+", "notices"), ("-", "notices"), ("+", "checks"), ("-", "checks")}


def test_the_twin_is_listed_with_the_tables(tmp_path: Path) -> None:
    out = extract(tmp_path, NOTICE)
    assert list(json.loads((out / "datapackage.json").read_text("utf-8"))["twins"]) == ["notices/a.jsonl"]


@pytest.mark.parametrize("edited", ["notices/a.jsonl", "targets.parquet"])
def test_a_twin_that_disagrees_with_the_tables_is_said_and_made_anew(
    edited: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = extract(tmp_path, NOTICE)
    extract(tmp_path, NOTICE)
    assert capsys.readouterr().err == ""
    was = (out / edited).read_bytes()
    (out / edited).write_bytes(was + b"\n")
    extract(tmp_path, NOTICE)
    assert f"{edited} were not as published" in capsys.readouterr().err
    assert (out / edited).read_bytes() == was


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（三）推进全覆盖", "推进全覆盖"), ("一、总体要求", "总体要求"), ("3.加强监管", "加强监管"), ("第二条 范围", "范围"),
        ("3.5万张床位", "3.5万张床位"), ("一是加强", "一是加强"), ("2025年底前", "2025年底前"), ("", ""),
    ],
)  # fmt: skip
def test_a_point_is_known_without_its_number(text: str, words: str) -> None:
    assert without_number(text) == words


def test_rows_prints_a_line_a_row_without_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = extract(tmp_path, NOTICE)
    assert main(["rows", str(out / "targets.parquet")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["value"] for row in rows if "value" in row] == [300.0, 500.0]
    assert "char_start" not in rows[0]
    (tmp_path / "no.parquet").write_text("no")
    assert main(["rows", str(tmp_path / "no.parquet")]) == 2


def test_git_shows_rows_once_it_is_set_up(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        command = [
            "git",
            "-C",
            str(tmp_path),
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@example.org",
            *arguments,
        ]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    extract(tmp_path, NOTICE)
    git("add", "out")
    git("commit", "--quiet", "-m", "one")
    extract(tmp_path, NOTICE.replace("300张", "400张"))
    assert "differ" in git("diff", "out/targets.parquet")
    (textconv,) = [
        line.split("'")[1].replace("$(PY)", str(ROOT / ".venv/bin/python"))
        for line in (ROOT / "Makefile").read_text("utf-8").splitlines()
        if "diff.parquet.textconv" in line
    ]
    git("config", "diff.parquet.textconv", f"PYTHONPATH={ROOT} {textconv}")
    changed = [
        line for line in git("diff", "-U0", "out/targets.parquet").splitlines() if line[:2] in ("-{", "+{")
    ]
    assert [json.loads(line[1:])["value"] for line in changed] == [300.0, 400.0]
