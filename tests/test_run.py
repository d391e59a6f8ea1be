"""run: bad notices cost only themselves, broken promises everything; any number of jobs gives the same bytes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.messages import say
from pipeline.model import BrokenPromise, Checked, Document, Outline, Unread
from pipeline.processes import paying_jobs
from pipeline.run import Outcome, run

RAW = Path(__file__).resolve().parents[1] / "raw"
NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕20号
各区人民政府：
一、建设床位
到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局、市财政局）
某市人民政府
2024年6月3日
"""
Rows = Callable[[Path, str], Sequence[dict[str, object]]]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(NOTICE)
    return folder


def silent(done: int, total: int, result: Checked | Unread) -> None:
    """Tells nobody."""


def ran(raw: Path, jobs: int | None = 1) -> Outcome:
    return run(raw, raw.parent / "out", jobs, silent)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put_unreadable(path: Path) -> None:
    path.write_text(NOTICE)
    path.chmod(0)


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty": ("bad.txt", lambda path: path.write_bytes(b""), "empty"),
    "blank": ("bad.txt", lambda path: path.write_text(" \n\n\t "), "empty"),
    "garbage": ("bad.txt", lambda path: path.write_bytes(bytes(range(256)) * 64), "no text"),
    "a PDF named .txt": ("bad.txt", lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3"), "PDF"),
    "unknown extension": ("bad.xyz", lambda path: path.write_text(NOTICE), "extension .xyz"),
    "a line of 50 MB": ("bad.txt", lambda path: path.write_bytes(b"a" * 50_000_000), "line"),
    "broken link": ("bad.txt", lambda path: path.symlink_to("nothing.txt"), "link to nothing"),
    "link to itself": ("bad.txt", lambda path: path.symlink_to("bad.txt"), ""),
    "a pipe": ("bad.txt", lambda path: os.mkfifo(path), "not a regular file"),
    "a record of JSON": ("bad.json", lambda path: path.write_text('{"title": "甲市通知"}'), "save the text it holds"),
    "newline in its name": ("bad\n.txt", lambda path: path.write_text(NOTICE), "rename it"),
    "a folder of empty files": ("bad", lambda path: (path.mkdir(), (path / "a").touch(), (path / "b").touch()), "it is empty"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_bad_notice_is_an_issue_and_the_others_are_published(kind: str, raw: Path, rows: Rows) -> None:
    name, put, words = BAD[kind]
    put(raw / name)
    outcome = ran(raw)
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["good"]
    (failure,) = outcome.failures
    assert words in failure.issue.message.en
    assert failure.issue.message.en in [row["message"] for row in rows(raw.parent / "out", "issues")]


def test_unreadable_permissions(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a stand-in too: root may read everything."""
    put_unreadable(raw / "bad.txt")
    real = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    (failure,) = ran(raw).failures
    assert "permission denied" in failure.issue.message.en
    assert str(raw) not in failure.issue.message.en


def test_one_stem_in_two_formats_is_two_notices(raw: Path, rows: Rows) -> None:
    (raw / "good.md").write_text(NOTICE)
    ran(raw)
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["good.md", "good.txt"]


def test_a_fault_of_ours_costs_one_notice_and_names_its_place(
    raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from pipeline.outline import outline

    def faulty(document: Document) -> Outline:
        if document.notice_id == "bad":
            return [][1]  # type: ignore[no-any-return]
        return outline(document)

    monkeypatch.setattr("pipeline.outline.outline", faulty)
    (raw / "bad.txt").write_text(NOTICE)
    (failure,) = ran(raw).failures
    assert failure.issue.kind == "fault"
    assert "IndexError in" in failure.issue.message.en and str(Path.home()) not in failure.issue.message.en
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["good"]


def test_a_row_that_no_schema_allows_costs_one_notice(
    raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from pipeline.publish.portion import Portion, checked_to_portion

    def refusing(checked: Checked) -> Portion:
        if checked.extracted.mended.outline.document.notice_id == "bad":
            raise BrokenPromise(say("nothing_sent"))
        return checked_to_portion(checked)

    monkeypatch.setattr("pipeline.publish.portion.checked_to_portion", refusing)
    (raw / "bad.txt").write_text(NOTICE)
    (failure,) = ran(raw).failures
    assert (failure.notice_id, failure.issue.kind) == ("bad", "fault")
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["good"]


def test_a_fault_of_the_schemas_publishes_nothing(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks() -> None:
        raise BrokenPromise(say("no_schemas"))

    ran(raw)
    before = contents(raw.parent / "out")
    monkeypatch.setattr("pipeline.publish.schema.schemas", breaks)
    monkeypatch.setattr("pipeline.run.find", None)  # Nothing is read, not even the folder.
    with pytest.raises(BrokenPromise):
        ran(raw)
    assert contents(raw.parent / "out") == before


@pytest.mark.parametrize("out", [".", "out", ".."])
def test_raw_and_out_lie_apart(raw: Path, out: str) -> None:
    with pytest.raises(FileExistsError, match="one in the other"):
        run(raw, raw / out, 1, silent)
    assert contents(raw) == {"good.txt": NOTICE.encode()}


def test_jobs_change_no_byte(tmp_path: Path) -> None:
    run(RAW, tmp_path / "one", 1, silent)
    run(RAW, tmp_path / "two", 2, silent)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_order_of_sets_changes_no_byte(tmp_path: Path) -> None:
    """In processes of their own: the seed of the hash is drawn when Python starts."""
    outs = [tmp_path / seed for seed in ("1", "2")]
    for out in outs:
        command = [sys.executable, "-m", "pipeline", "extract", str(RAW), "--out", str(out), "--quiet"]
        command += ["--jobs", "1"]  # Two would each load what the other has.
        subprocess.run(command, check=True, cwd=RAW.parent, env={**os.environ, "PYTHONHASHSEED": out.name})
    assert contents(outs[0]) == contents(outs[1])


def test_another_notice_changes_no_row_of_this_one(raw: Path, tmp_path: Path, rows: Rows) -> None:
    ran(raw)
    (raw / "other.txt").write_text(NOTICE.replace("300", "500").replace("某市", "某州"))
    before = {path.stem: rows(tmp_path / "out", path.stem) for path in (tmp_path / "out").glob("*.parquet")}
    ran(raw)
    for table in before.keys() - {"agencies", "regions", "checks"}:
        kept = [row for row in rows(tmp_path / "out", table) if row["notice_id"] == "good"]
        assert kept == before[table]


def test_moving_raw_changes_no_byte(raw: Path, tmp_path: Path) -> None:
    ran(raw)
    shutil.copytree(raw, tmp_path / "elsewhere" / "deeper")
    run(tmp_path / "elsewhere" / "deeper", tmp_path / "again", 1, silent)
    assert contents(tmp_path / "out") == contents(tmp_path / "again")


def test_a_notice_that_kills_its_process_costs_only_itself(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.outline import outline

    def deadly(document: Document) -> Outline:
        if document.notice_id == "bad":
            os.kill(os.getpid(), signal.SIGKILL)
        return outline(document)

    monkeypatch.setattr("pipeline.outline.outline", deadly)
    for name in ("bad.txt", "b.txt", "c.txt"):
        (raw / name).write_text(NOTICE)
    outcome = ran(raw, jobs=2)
    assert [failure.source_file for failure in outcome.failures] == ["bad.txt"]
    assert outcome.failures[0].issue.kind == "killed"
    assert outcome.rows["notices"] == 3


def test_few_notices_are_read_in_one_process() -> None:
    assert paying_jobs(3) == 1


def test_progress_is_told_once_a_notice(raw: Path) -> None:
    (raw / "bad.xyz").write_text(NOTICE)
    said: list[tuple[int, int]] = []
    run(raw, raw.parent / "out", 1, lambda done, total, result: said.append((done, total)))
    assert said == [(1, 2), (2, 2)]
