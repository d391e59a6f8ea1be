"""The questions of both READMEs, asked of the published notices, and their answers held against the labels made by hand."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from pipeline.export import export
from pipeline.review.history import COLUMNS, history
from pipeline.review.history_files import write_history

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
NOTICES = [path.stem for path in sorted((ROOT / "raw").iterdir()) if path.suffix in (".md", ".txt")]


def questions(readme: str) -> list[str]:
    (block,) = re.findall(r"```sql\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.S)
    return [asked.strip() for asked in block.split(";") if asked.strip()]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The history of what is published, as if it had been committed once, and the files that programs open."""
    place = tmp_path_factory.mktemp("questions")
    out = place / "extracted"
    shutil.copytree(ROOT / "extracted", out, ignore=shutil.ignore_patterns("review", "exports", "dashboard"))
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "nothing"], ["add", "-A"], ["commit", "-q", "-m", "read"]):  # fmt: skip
        subprocess.run(["git", "-C", str(place), *who, *words], check=True, capture_output=True)
    write_history(history("HEAD~1", out), out / "exports" / "changes.parquet")
    return {kind: export(out, kind) for kind in ("sqlite", "duckdb")} | {"parquet": out}


def ask(query: str, out: Path = ROOT / "extracted") -> list[tuple[Any, ...]]:
    return duckdb.sql(query.replace("'extracted/", f"'{out}/")).fetchall()


TABLE = re.compile(r"'extracted/(?:exports/)?(\w+)\.parquet'")


def ask_duckdb(query: str, files: dict[str, Path]) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(files["duckdb"]), read_only=True) as base:
        base.execute("CREATE TEMP TABLE changes AS FROM read_parquet(?)", [str(changes(files))])
        return base.execute(TABLE.sub(r"\1", query)).fetchall()


def ask_sqlite(query: str, files: dict[str, Path]) -> list[tuple[Any, ...]]:
    rows = [[_plain(value) for value in row.values()] for row in pq.read_table(changes(files)).to_pylist()]
    with closing(sqlite3.connect(files["sqlite"])) as base:
        base.execute(f"CREATE TEMP TABLE changes ({', '.join(COLUMNS)})")
        base.executemany(f"INSERT INTO changes VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        return base.execute(TABLE.sub(r"\1", query)).fetchall()


def changes(files: dict[str, Path]) -> Path:
    return files["parquet"] / "exports" / "changes.parquet"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _same(rows: list[tuple[Any, ...]]) -> list[str]:
    """The rows in no order, as text: a program may put nothing first or last, and knows days or not."""
    return sorted(str([_plain(value) for value in row]) for row in rows)


def labels() -> list[dict[str, Any]]:
    return [json.loads((ROOT / f"tests/labels/{one}.json").read_text("utf-8")) for one in NOTICES]


def _only_code(query: str) -> str:
    return "\n".join(line for line in query.splitlines() if not line.startswith("--"))


def test_both_languages_ask_the_same() -> None:
    english, chinese = (list(map(_only_code, questions(readme))) for readme in READMES)
    assert english == chinese


def test_there_are_ten() -> None:
    assert len(questions("README.md")) == 10


@pytest.mark.parametrize("query", questions("README.md"), ids=lambda q: q.splitlines()[0])
def test_each_is_one_select_without_a_join_and_has_an_answer(query: str, files: dict[str, Path]) -> None:
    code = _only_code(query)
    assert code.startswith("SELECT")
    assert code.count("SELECT") == 1
    assert "JOIN" not in code
    assert ask(query, files["parquet"])


@pytest.mark.parametrize("query", questions("README.md"), ids=lambda q: q.splitlines()[0])
@pytest.mark.parametrize("program", [ask_duckdb, ask_sqlite], ids=["DuckDB file", "SQLite file"])
def test_files_that_programs_open_answer_the_same(
    query: str, program: Callable[[str, dict[str, Path]], list[tuple[Any, ...]]], files: dict[str, Path]
) -> None:
    assert _same(program(_only_code(query), files)) == _same(ask(query, files["parquet"]))


def test_what_changed_names_every_fact(files: dict[str, Path]) -> None:
    """Everything came with the only commit."""
    ((found,),) = ask("SELECT count(*) FROM 'extracted/facts.parquet'")
    rows = ask(questions("README.md")[9], files["parquet"])
    assert len(rows) == found
    assert {(row[1], row[6]) for row in rows} == {("added", "notice added")}


def test_who_leads_most_by_hand() -> None:
    led: Counter[str] = Counter()
    for notice in labels():
        led.update(
            u["name"] for one in notice["responsibilities"] for u in one["units"] if u["role"] == "lead"
        )
    found = dict(ask(questions("README.md")[0]))
    assert found["区民政局"] == led["区民政局"]
    assert found["州民政局"] == led["州民政局"]


def test_what_is_due_by_hand() -> None:
    """Targets with a day of 2022, as labelled."""
    by_hand = sum(
        str(target.get("deadline") or "").startswith("2022") and target.get("value") is not None
        for notice in labels()
        for target in notice["targets"]
    )
    query = "SELECT count(*) FROM 'extracted/target_tracker.parquet' WHERE stage = 'target' AND year = 2022"
    ((found,),) = ask(query)
    assert found == by_hand


def test_planned_and_reported_agree() -> None:
    rows = ask(questions("README.md")[5])
    assert len(rows) == 24
    assert all(added == reported for _, _, added, reported in rows)


def test_money_by_hand() -> None:
    """By hand: nobody sets a sum aside in these notices. Amounts are for a bed, a village, a star, or at most so much; the 20万元 that
    a street pays out are what each builder of a station gets."""
    query = "SELECT quote FROM 'extracted/facts.parquet' WHERE kind = 'funding' AND countable"
    assert ask(query) == []
    asked = ask(questions("README.md")[4])
    assert {yuan for _, _, yuan, _ in asked} == {None}
    amounts = sum(len(notice["funding"]) for notice in labels())
    assert 0 < sum(n for *_, n in asked) <= amounts
