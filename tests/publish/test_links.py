"""Links made by a process of its own: all that can be, none once it is stopped, and what cannot be linked is said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.publish import linking
from pipeline.publish.links import Links

NAMES = [f"某县{n}.jsonl" for n in range(300)]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old 甲", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    for name in NAMES:
        (old / name).write_text(name, "utf-8")
    return old, new


def there(folder: Path | str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def made(folders: tuple[Path, Path], names: Sequence[str] = NAMES) -> set[str]:
    return Links(*folders, lambda: names).end()


@pytest.mark.parametrize("fewest", [1, 1000], ids=["beside", "here"])
def test_each_is_the_very_file(
    folders: tuple[Path, Path], fewest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.links.FEWEST", fewest)
    old, new = folders
    assert made(folders) == set()
    assert there(new) == sorted(NAMES)
    assert all((new / name).samefile(old / name) for name in NAMES)


@pytest.mark.parametrize("fewest", [1, 1000], ids=["beside", "here"])
def test_what_is_not_there_is_said(
    folders: tuple[Path, Path], fewest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.links.FEWEST", fewest)
    old, new = folders
    (old / NAMES[7]).unlink()
    assert made(folders) == {NAMES[7]}
    assert there(new) == sorted({*NAMES} - {NAMES[7]})


def test_where_no_process_can_be_started_it_is_done_here(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.links.FEWEST", 1)
    monkeypatch.setattr(sys, "executable", "/no/python")
    assert made(folders) == set()
    assert len(there(folders[1])) == len(NAMES)


def test_once_stopped_nothing_is_linked_any_more(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.links.FEWEST", 1)
    links = Links(*folders, lambda: NAMES)
    links.stop()
    before = there(folders[1])
    assert links._process is not None and links._process.poll() is not None
    assert there(folders[1]) == before


def test_whose_parent_is_gone_it_links_for_nobody(folders: tuple[Path, Path]) -> None:
    """Killed runs leave a folder that the next one takes away: nobody writes into it then."""
    old, new = map(str, folders)
    command = [sys.executable, "-I", "-S", linking.__file__, str(os.getppid()), old, new]
    done = subprocess.run(command, input=b"\0".join(map(os.fsencode, NAMES)), check=False)
    assert done.returncode == 1 and not there(new)
