"""replace: OUT is the old folder or the new one, whole, whenever the process is killed."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TEXT, small

from pipeline.publish import folder, publish
from pipeline.publish.folder import recover

SEED = 20260711
KILLS = 20
NOTICES = {"odd": [small("a")], "even": [small("a"), small("b", TEXT + "完\n")]}


def in_child(work: Callable[[], None]) -> int:
    """Runs work in a child process and returns its id; the child never comes back."""
    if child := os.fork():
        return child
    try:
        work()
    finally:
        os._exit(0)


def is_whole(out: Path) -> bool:
    """Whether every file is the one the data package describes, and there is no other."""
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        content = (out / resource["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == resource["sha256"]
    for path, digest in package["twins"].items():
        assert hashlib.sha256((out / path).read_bytes()).hexdigest() == digest
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    listed = {resource["path"] for resource in package["resources"]} | package["twins"].keys()
    return files == listed | {
        "datapackage.json",
        ".gitattributes",
        ".gitignore",
        ".provenance.json",
        "README.md",
        "dictionary.html",
    }


def state(out: Path) -> bytes:
    return (out / "datapackage.json").read_bytes()


@pytest.fixture
def known(tmp_path: Path) -> dict[str, bytes]:
    """What datapackage.json is for each of the two sets of notices."""
    for name, notices in NOTICES.items():
        publish(notices, [], tmp_path / name)
    return {name: state(tmp_path / name) for name in NOTICES}


@pytest.mark.parametrize("in_one_step", [True, False], ids=["exchange", "two renames"])
def test_killed_at_any_moment_it_is_old_or_new(
    tmp_path: Path, known: dict[str, bytes], in_one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(folder, "exchange", lambda one, other: False)
    out, chance = tmp_path / "out", random.Random(SEED)
    publish(NOTICES["odd"], [], out)

    def forever() -> None:
        while True:
            for notices in (NOTICES["even"], NOTICES["odd"]):
                publish(notices, [], out)

    for _ in range(KILLS):
        child = in_child(forever)
        time.sleep(chance.uniform(0.002, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if not in_one_step:
            recover(out)  # What the next run does first.
        assert is_whole(out)
        assert state(out) in known.values()
    publish(NOTICES["even"], [], out)
    assert state(out) == known["even"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out.")] == [".out.lock"]


def test_readers_never_find_it_missing_or_mixed(tmp_path: Path, known: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    publish(NOTICES["odd"], [], out)
    child = in_child(lambda: [publish(NOTICES[n], [], out) for n in ("even", "odd") * 8] and None)
    looked = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        assert state(out) in known.values()
        looked += 1
    assert looked > 20


def test_two_runs_at_once_both_end_whole(tmp_path: Path, known: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    children = [
        in_child(lambda n=n: [publish(NOTICES[n], [], out) for _ in range(5)] and None) for n in NOTICES
    ]
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    assert is_whole(out)
    assert state(out) in known.values()


def test_old_folder_comes_back_after_a_kill_between_two_renames(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(NOTICES["odd"], [], out)
    out.rename(tmp_path / ".out.notice-pipeline-old")
    (tmp_path / ".out.notice-pipeline-12345").mkdir()
    recover(out)
    assert is_whole(out)
    assert not (tmp_path / ".out.notice-pipeline-12345").exists()


def test_only_what_killed_runs_left_is_removed(tmp_path: Path) -> None:
    """A backup somebody made, by whatever name, is his; also a copy of what we published."""
    publish(NOTICES["odd"], [], tmp_path / "out")
    kept = [
        tmp_path / name for name in (".out.d", ".outer.12", "out.12", ".out.2024", ".out.old", ".out.bak")
    ]
    for path in kept:
        shutil.copytree(tmp_path / "out", path)
    (tmp_path / ".out.99").symlink_to(kept[0])
    for name in (".out.notice-pipeline-12", ".out.notice-pipeline-old"):
        shutil.copytree(tmp_path / "out", tmp_path / name)
    (tmp_path / ".out.notice-pipeline-old" / "datapackage.json").unlink()  # Killed while it was taken away.
    publish(NOTICES["odd"], [], tmp_path / "out")
    assert all(is_whole(path) for path in kept)
    assert (tmp_path / ".out.99").is_symlink()
    assert list(tmp_path.glob(".out.notice-pipeline-*")) == []


def test_review_pages_stay_and_tables_of_old_go(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(NOTICES["odd"], [], out)
    (out / "review" / "pages").mkdir(parents=True)
    (out / "review" / "pages" / "a.html").write_text("page")
    (out / "gone.parquet").write_text("a table no schema has any more")
    (out / ".review.notice-pipeline-12").mkdir()  # Of a command that was killed.
    (out / "review" / ".x.csv.notice-pipeline-12").write_text("cut")
    publish(NOTICES["even"], [], out)
    assert (out / "review" / "pages" / "a.html").read_text() == "page"
    assert not (out / "gone.parquet").exists()
    assert list(out.rglob("*.notice-pipeline-*")) == []


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("my only copy")
    with pytest.raises(FileExistsError, match="did not write"):
        publish(NOTICES["odd"], [], out)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]
    with pytest.raises(FileExistsError, match="is a file"):
        publish(NOTICES["odd"], [], out / "thesis.txt")


def test_an_empty_folder_and_a_link_to_one_are_taken(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    publish(NOTICES["odd"], [], tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert is_whole(tmp_path / "disk")


def test_a_full_disk_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    publish(NOTICES["odd"], [], out)
    before = state(out)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.publish.files.TableFile._write", full)
    with pytest.raises(OSError, match="No space"):
        publish(NOTICES["even"], [], out)
    assert state(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out.")] == [".out.lock"]


@pytest.mark.parametrize("program", ["rm", None], ids=["with rm", "without"])
def test_the_old_folder_is_gone_once_what_follows_is_done(
    program: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows sees the new folder; where it fails the new one stands all the same."""
    if program is None:
        monkeypatch.setattr(shutil, "which", lambda name: None)
    out = tmp_path / "out"
    publish(NOTICES["odd"], (), out)
    seen: list[bytes] = []
    publish(NOTICES["even"], (), out, (), lambda counts: seen.append(state(out)))
    assert seen == [state(out)]
    assert is_whole(out)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["out"]

    def fails(counts: object) -> None:
        raise ValueError

    before = state(out)
    with pytest.raises(ValueError):
        publish(NOTICES["odd"], (), out, (), fails)
    assert state(out) != before
    assert is_whole(out)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["out"]
