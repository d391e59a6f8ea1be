"""history: a fact keeps its row from one edition to the next, and says since when and how it last changed."""

from __future__ import annotations

import csv
import datetime
import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import TEXT, small

from pipeline.__main__ import main
from pipeline.model import Checked
from pipeline.publish import publish
from pipeline.review.history import UNCOMMITTED, FactHistory, history

pytestmark = pytest.mark.usefixtures("here")

DAYS = ("2024-01-05", "2024-02-06", "2024-03-07")


def git(folder: Path, *words: str, day: str = DAYS[0]) -> str:
    env = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_CONFIG_GLOBAL": os.devnull}
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *words], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, notices: Sequence[Checked], day: str) -> str:
    publish(notices, [], folder / "out")
    git(folder, "add", "-A", day=day)
    git(folder, "commit", "-q", "-m", "read", day=day)
    return git(folder, "rev-parse", "HEAD")


LONGER = TEXT.replace("一、建设", "总体要求：新的一段，没有数。\n一、建设")


@pytest.fixture
def commits(tmp_path: Path) -> list[str]:
    """A notice; the same and another; the first with another number, and a paragraph before it in the other."""
    git(tmp_path, "init", "-q")
    (tmp_path / "README").write_text("a")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "nothing yet")
    return [
        git(tmp_path, "rev-parse", "HEAD"),
        commit(tmp_path, [small("a")], DAYS[0]),
        commit(tmp_path, [small("a"), small("b")], DAYS[1]),
        commit(tmp_path, [small("a", TEXT.replace("区财政局", "区审计局")), small("b", LONGER)], DAYS[2]),
    ]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def found(facts: Sequence[FactHistory], notice: str, kind: str) -> list[FactHistory]:
    return [one for one in facts if (one.notice_id, one.kind) == (notice, kind)]


def test_a_fact_says_since_when_it_is_known(tmp_path: Path, commits: list[str]) -> None:
    facts = history(commits[0], tmp_path / "out")
    (first,), (second,) = found(facts, "a", "targets"), found(facts, "b", "targets")
    assert (first.first_seen, first.first_commit) == (day(DAYS[0]), commits[1])
    assert (second.first_seen, second.first_commit) == (day(DAYS[1]), commits[2])
    assert (second.last_change, second.cause) == ("added", "notice added")
    assert first.quote == "新增床位30张" and first.what.startswith("床位")


def test_what_was_there_before_has_no_first_day(tmp_path: Path, commits: list[str]) -> None:
    facts = history(commits[2], tmp_path / "out")
    (first,) = found(facts, "a", "targets")
    assert (first.first_seen, first.last_change, first.last_changed) == (None, None, None)


def test_what_only_stands_elsewhere_did_not_change(tmp_path: Path, commits: list[str]) -> None:
    facts = history(commits[2], tmp_path / "out")
    assert [one for one in found(facts, "b", "responsibilities") if one.last_change] == []
    assert len(found(facts, "b", "responsibilities")) == 2


def test_nothing_is_lost_nor_told_twice(tmp_path: Path, commits: list[str]) -> None:
    """The rows that are there are the facts of the tables; those that went are told once, with the commit."""
    facts = history(commits[0], tmp_path / "out")
    there = {one.fact_id for one in facts if one.is_there}
    published = {
        row["fact_id"]
        for row in pq.read_table(tmp_path / "out" / "facts.parquet", columns=["fact_id"]).to_pylist()
    }
    assert there == published
    assert len(facts) == len({(one.kind, one.fact_id) for one in facts})


def with_value(checked: Checked, value: int) -> Checked:
    """The notice with another value read from the words of its target."""
    facts = tuple(
        replace(fact, values={**fact.values, "value": value}) if fact.table == "targets" else fact
        for fact in checked.extracted.facts
    )
    return replace(checked, extracted=replace(checked.extracted, facts=facts))


def test_a_fact_that_changes_keeps_its_row_and_says_what_changed(tmp_path: Path, commits: list[str]) -> None:
    changed = commit(tmp_path, [with_value(small("a"), 31), small("b", LONGER)], DAYS[2])
    (row,) = found(history(commits[0], tmp_path / "out"), "a", "targets")
    assert (row.first_commit, row.last_change, row.last_commit) == (commits[1], "changed", changed)
    assert row.columns and "value: 30.0 → 31.0" in row.columns


def test_what_is_taken_out_is_told_and_what_comes_back_is_there(tmp_path: Path, commits: list[str]) -> None:
    gone = commit(tmp_path, [small("a")], DAYS[2])
    facts = found(history(commits[2], tmp_path / "out"), "b", "targets")
    assert [(one.is_there, one.last_change, one.last_commit) for one in facts] == [(False, "removed", gone)]
    back = commit(tmp_path, [small("a"), small("b")], DAYS[2])
    facts = found(history(commits[2], tmp_path / "out"), "b", "targets")
    assert [(one.is_there, one.last_change, one.last_commit) for one in facts] == [(True, "added", back)]


def test_what_is_not_committed_is_told_as_such(tmp_path: Path, commits: list[str]) -> None:
    publish([small("a"), small("c")], [], tmp_path / "out")
    (new,) = found(history(commits[3], tmp_path / "out"), "c", "targets")
    assert (new.last_change, new.last_commit) == ("added", UNCOMMITTED)


@pytest.mark.parametrize("name", ["changes.csv", "changes.parquet"])
def test_the_command_writes_a_file_that_one_select_asks(
    name: str, tmp_path: Path, commits: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    import duckdb

    file = tmp_path / "made" / name
    call = ["diff", "--since", commits[1], "--out", str(tmp_path / "out"), "--to", str(file)]
    assert main(call) == 0
    assert str(file) in capsys.readouterr().out
    query = f"SELECT DISTINCT last_changed, notice_id FROM '{file}' WHERE last_change = 'added' AND kind = 'targets'"
    assert duckdb.sql(query).fetchall() == [(day(DAYS[1]), "b")]


def test_without_a_file_it_prints_csv(
    tmp_path: Path, commits: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--since", commits[1], "--out", str(tmp_path / "out")]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["notice_id"] for row in rows} == {"a", "b"}
    assert rows[0]["is_there"] in ("True", "False")


def test_a_revision_that_is_not_there_is_said(
    tmp_path: Path, commits: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--since", "nowhere", "--out", str(tmp_path / "out")]) == 2
    assert "nowhere" in capsys.readouterr().err
