"""One at a time: two runs, a run and an addition, a command that writes pages; none loses what came for the other."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.run import run
from pipeline.turns import locked
from pipeline.whole import is_part, part, sweep

NOTICE = (
    "甲市人民政府关于养老的通知\n一、建设床位\n到2025年底前，新增床位{n}张。\n甲市人民政府\n2024年6月3日\n"
)
Rows = Callable[[Path, str], Sequence[dict[str, object]]]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(NOTICE.format(n=30), "utf-8")
    (tmp_path / "b.txt").write_text(NOTICE.format(n=40), "utf-8")
    return tmp_path / "raw"


class Slow:
    """A run that has listed its notices and goes on only when it may."""

    def __init__(self, raw: Path, out: Path) -> None:
        self.has_listed, self.may_go_on = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=run, args=(raw, out, 1, self.told))
        self.thread.start()
        assert self.has_listed.wait(60)

    def told(self, *_: object) -> None:
        self.has_listed.set()
        assert self.may_go_on.wait(60)


OTHERS: dict[str, Callable[[Path, Path], list[str]]] = {
    "add": lambda raw, out: ["add", str(raw.parent / "b.txt"), "--raw", str(raw), "--out", str(out)],
    "extract": lambda raw, out: ["extract", str(raw), "--out", str(out), "--quiet"],
    "extract into a link": lambda raw, out: ["extract", str(raw), "--out", str(raw.parent / "link")],
}


@pytest.mark.parametrize("other", OTHERS)
def test_the_later_of_two_runs_loses_no_notice(
    other: str, raw: Path, rows: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    """It listed the notices before the other came, and publishes after it: without what the other brought."""
    out = raw.parent / "out"
    run(raw, out, 1, lambda *_: None)
    (raw.parent / "link").symlink_to(out)
    first = Slow(raw, out)
    if other != "add":
        (raw / "b.txt").write_text(NOTICE.format(n=40), "utf-8")
    codes: list[int] = []
    second = threading.Thread(target=lambda: codes.append(main(OTHERS[other](raw, out))))
    second.start()
    said = ""
    while "another run is writing" not in said:
        assert second.is_alive(), "it waits"
        said += capsys.readouterr().err
        time.sleep(0.01)
    first.may_go_on.set()
    for thread in (first.thread, second):
        thread.join(60)
    assert codes == [0]
    assert [row["notice_id"] for row in rows(out, "notices")] == ["a", "b"]


def test_who_holds_a_lock_may_ask_for_it_again_and_a_child_may_not(tmp_path: Path) -> None:
    hears, says = os.pipe()
    with locked(tmp_path / "out"), locked(tmp_path / "out"):
        if not (child := os.fork()):
            os.write(says, b"asks ")
            with locked(tmp_path / "out"):
                os.write(says, b"child")
            os._exit(0)
        assert os.read(hears, 100) == b"asks "
        time.sleep(0.2)
        os.write(says, b"parent ")
    os.waitpid(child, 0)
    assert os.read(hears, 100) == b"parent child"


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "out"
    with locked(nowhere, is_needed=False):
        pass
    with pytest.raises(FileNotFoundError), locked(nowhere):
        pass
    assert not nowhere.parent.exists()


def test_only_parts_of_processes_that_are_gone_are_swept_away(tmp_path: Path) -> None:
    gone = 2**22 + 1  # No Linux gives a process a number so high.
    mine = [f".{name}.notice-pipeline-{gone}{more}" for name in ("a.txt", "b") for more in ("", ".7")]
    others = [
        part(tmp_path / "a.txt").name,
        ".a.txt.12",
        "a.txt",
        "x.notice-pipeline-9999999",
        ".notice-pipeline-",
    ]
    others += [
        ".a.txt.notice-pipeline-old",
        ".a.notice-pipeline-２",
        f".c.notice-pipeline-{'9' * 5000}"[:200],
    ]
    for name in (*mine, *others):
        (tmp_path / name).write_text("x")
    assert all(map(is_part, mine))
    sweep(tmp_path, "b")
    assert {path.name for path in tmp_path.iterdir()} == {*mine[:2], *others}
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(others)
    sweep(tmp_path / "nowhere")
