"""The whole way of a notice is bounded, whatever stage it is in; no process outlives the run, however that ends."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from pipeline import processes
from pipeline.model import Checked, Document, Outline, Unread
from pipeline.processes import Bounds, read_all, standing_by
from pipeline.run import Outcome, run
from pipeline.sources import Source, find

NOTICE = """某市人民政府关于推进养老服务的通知
一、建设床位
到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局）
2024年6月3日
"""
ROOT = Path(__file__).resolve().parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends processes with their parent")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name in ("a", "bad", "c"):
        (tmp_path / "raw" / f"{name}.txt").write_text(NOTICE, "utf-8")
    return tmp_path / "raw"


def ran(raw: Path, jobs: int = 1) -> Outcome:
    return run(raw, raw.parent / "out", jobs, lambda *_: None)


def works_for_ever(document: Document) -> None:
    while True:
        pass


def sleeps_for_ever(document: Document) -> None:
    time.sleep(1000)


def eats(document: Document) -> None:
    held = [bytearray(20_000_000) for _ in range(1_000)]
    raise AssertionError(len(held))


def dies(document: Document) -> None:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def leaves(document: Document) -> None:
    os._exit(0)


FATES: dict[str, tuple[Callable[[Document], None], str]] = {
    "works": (works_for_ever, "it took more than"),
    "sleeps": (sleeps_for_ever, "it took more than 2 seconds"),
    "eats": (eats, "more than 400 MiB of memory"),
    "dies": (dies, "was ended by SIGSEGV"),
    "leaves": (leaves, "ended without an answer"),
}


@pytest.mark.parametrize("stage", ["outline.outline", "tables.mend", "check.check"])
@pytest.mark.parametrize("fate", FATES)
def test_what_goes_beyond_its_bounds_costs_one_notice(
    fate: str, stage: str, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever stage; where another was read before in the same process, and where it is the first."""
    others = set(children())  # What other tests have started.
    if stage != "outline.outline" and fate != "works":
        pytest.skip("a stage is as good as another")
    act, words = FATES[fate]
    from importlib import import_module

    room, _, function = stage.partition(".")
    real = getattr(import_module(f"pipeline.{room}"), function)

    def watched(made: object) -> object:
        document = made
        while not isinstance(document, Document):
            document = next(
                getattr(document, n)
                for n in ("document", "outline", "mended", "extracted")
                if hasattr(document, n)
            )
        if document.notice_id == "bad":
            act(document)
        return real(made)

    monkeypatch.setattr(f"pipeline.{stage}", watched)
    monkeypatch.setenv("NOTICE_LIMITS", "seconds=1 memory_mb=400")
    if fate == "sleeps":  # It is waited for twice.
        monkeypatch.setattr(processes, "PATIENCE", 2)
    outcome = ran(raw)
    assert outcome.rows["notices"] == 2
    (failure,) = outcome.failures
    assert failure.source_file == "bad.txt" and words in failure.issue.message.en
    assert set(children()) <= others


def children() -> list[int]:
    """Processes that this one started and that are still there."""
    found = Path(f"/proc/self/task/{os.getpid()}/children")
    return [int(one) for one in found.read_text().split()] if found.exists() else []


def doubled(source: Source) -> str:
    return source.notice_id * 2


def sources(*names: str) -> list[Source]:
    return [Source(name, Path(name), name, {}) for name in names]


def test_what_is_read_comes_in_the_order_of_the_sources() -> None:
    def late(source: Source) -> str:
        time.sleep(0.2 if source.notice_id == "a" else 0)
        return doubled(source)

    made = read_all(sources(*"abcdef"), 3, late, Bounds(10, 1000))
    assert list(made) == ["aa", "bb", "cc", "dd", "ee", "ff"]


def test_whoever_stops_listening_leaves_no_process() -> None:
    others = set(children())  # What other tests have started.
    made: Iterator[str | Unread] = read_all(sources(*"abcdef"), 3, doubled, Bounds(10, 1000))
    assert next(made) == "aa"
    assert len(children()) > 0
    made.close()  # type: ignore[attr-defined]
    assert set(children()) <= others


# Whoever started the tests may ignore signals, as nohup does; the run is as one started at a terminal.
RUN = """
import os, signal, sys, time
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {root!r})
import pipeline.outline
from pipeline.__main__ import main

def hangs(document):
    open({seen!r} + "/" + str(os.getpid()), "w").close()
    while True:
        time.sleep(0.01)

pipeline.outline.outline = hangs
sys.exit(main(["extract", {raw!r}, "--out", {out!r}, "--quiet", "--jobs", "2"]))
"""


@LINUX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL", "SIGINT"])
def test_workers_end_with_the_run(name: str, raw: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    seen.mkdir()
    places = {"root": str(ROOT), "seen": str(seen), "raw": str(raw), "out": str(tmp_path / "out")}
    process = subprocess.Popen(
        [sys.executable, "-c", RUN.format(**places)],
        env={**os.environ, "NOTICE_CACHE": ""},
        stderr=subprocess.PIPE,
    )
    await_(lambda: len(list(seen.iterdir())) == 2, 60)
    process.send_signal(getattr(signal, name))
    _, said = process.communicate(timeout=20)
    await_(lambda: not [path for path in seen.iterdir() if Path(f"/proc/{path.name}").exists()], 10)
    assert b"Traceback" not in said
    assert process.returncode == {"SIGTERM": 143, "SIGHUP": 129, "SIGKILL": -9, "SIGINT": 130}[name]


def await_(holds: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


SOFFICE = """#!/bin/sh
# As LibreOffice does: a script that starts the program proper.
sleep 1000 &
echo $! >> {seen}
sleep 1000
"""


@LINUX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_reader_started_ends_with_the_run(number: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.rtf").write_bytes(b"{\\rtf1 a}")
    office, seen, temporary = tmp_path / "bin" / "soffice", tmp_path / "seen", tmp_path / "tmp"
    office.parent.mkdir()
    temporary.mkdir()
    office.write_text(SOFFICE.format(seen=seen))
    office.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", str(tmp_path / "raw"), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env={
            **os.environ,
            "PATH": f"{office.parent}:{os.environ['PATH']}",
            "NOTICE_CACHE": "",
            "TMPDIR": str(temporary),
        },
    )
    await_(lambda: seen.exists() and seen.read_text().strip() != "", 60)
    time.sleep(0.2)  # The guard stands a moment later.
    process.send_signal(number)
    process.wait(20)
    (started,) = seen.read_text().split()
    await_(lambda: not is_alive(started), 10)
    await_(lambda: list(temporary.iterdir()) == [], 10)


def is_alive(process: str) -> bool:
    """Not a zombie that nobody has waited for either."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_results_and_faults_of_stages_come_back(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.outline import outline

    def faulty(document: Document) -> Outline | Checked:
        if document.notice_id == "bad":
            raise ValueError("odd")
        return outline(document)

    monkeypatch.setattr("pipeline.outline.outline", faulty)
    outcome = ran(raw, jobs=3)
    assert [one.issue.kind for one in outcome.failures] == ["fault"]
    assert outcome.rows["notices"] == 2


def test_no_notices_no_workers() -> None:
    assert list(read_all([], None, doubled, Bounds(1, 100))) == []


def test_who_stands_by_is_taken_for_the_first_notice(raw: Path) -> None:
    sources, _ = find(raw)
    with standing_by(process_of, Bounds(60, 2000), lambda: None) as waiting:
        number = waiting[0].process.pid
        assert list(read_all(sources, 1, process_of, Bounds(60, 2000), waiting)) == [number] * 3
        assert not waiting
    assert not active_children()


def test_whom_nobody_took_is_ended(raw: Path) -> None:
    ended = raw / "ended"
    with standing_by(process_of, Bounds(60, 2000), lambda: (time.sleep(60), ended.touch())[1]):
        assert len(active_children()) == 1
    assert not active_children() and not ended.exists()


def test_what_cannot_be_loaded_is_told_of_nobody_else(raw: Path) -> None:
    """Whatever the stages lack, a notice says that needs it."""
    sources, _ = find(raw)
    with standing_by(process_of, Bounds(60, 2000), lambda: 1 // 0) as waiting:  # type: ignore[arg-type, return-value]
        assert len(set(read_all(sources, 1, process_of, Bounds(60, 2000), waiting))) == 1


def process_of(source: Source) -> int:
    return os.getpid()
