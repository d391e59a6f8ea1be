"""Setting up .venv: a Python that runs is found, whatever names of others stand before it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / ".ci" / "bootstrap.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def put(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


SHIM = 'echo "pyenv: $(basename "$0"): command not found" >&2; exit 127'


def test_a_name_that_pyenv_has_for_a_version_not_chosen_is_passed_over(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "python3.13", SHIM)
    put(tmp_path, "python3.12", "exit 1  # Older than it says.")
    works = put(tmp_path, "python3.11", f'exec "{sys.executable}" "$@"')
    chosen: list[str] = []
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(bootstrap.os, "execv", lambda path, _: chosen.append(path) or sys.exit(0))
    with pytest.raises(SystemExit):
        bootstrap.use_new_enough_python()
    assert chosen == [str(works)]


def test_without_any_it_says_how_to_get_one(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "python3.13", SHIM)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 1))
    with pytest.raises(SystemExit) as left:
        bootstrap.use_new_enough_python()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "3.9.1" in said and "pyenv local" in said and "make PYTHON=" in said


def test_a_stamp_holds_for_its_lock_alone(bootstrap: ModuleType, tmp_path: Path) -> None:
    lock, stamp = tmp_path / "a.lock", tmp_path / ".stamp"
    lock.write_text("a==1\n")
    assert not bootstrap.holds(stamp, lock)
    stamp.write_text(bootstrap.wanted(lock))
    assert bootstrap.holds(stamp, lock)
    lock.write_text("a==2\n")
    assert not bootstrap.holds(stamp, lock)


def test_nothing_newer_than_the_oldest_python_is_asked_before_the_version(bootstrap: ModuleType) -> None:
    """It must be read by a Python that is too old, to say so."""
    import ast

    ast.parse((ROOT / ".ci" / "bootstrap.py").read_text("utf-8"), feature_version=(3, 7))
