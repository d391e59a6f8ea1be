"""What is there and what is missing is said, with how to get it, and a run that lacks a tool says it first."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.console import teller
from pipeline.doctor import findings, is_fit, report
from pipeline.messages import say, with_remedy
from pipeline.model import Issue, Unread

ROOT = Path(__file__).resolve().parents[1]
NO_PACKAGES = [sys.executable, "-S", "-E", "-m", "pipeline"]


def line(word: str) -> str:
    return next(one for one in report() if word in one)


def test_what_is_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("notice-pipeline ") and str(ROOT) in said
    for word in ("packages: ", "segmenter: ", "cache: ", "PDF: pypdfium2"):
        assert f"ok      {word}" in said or word == "cache: "


@pytest.mark.parametrize(
    ("gone", "words", "remedy"),
    [
        ("pipeline.read.office.find_program", "DOC, WPS", "libreoffice-writer-nogui"),
        ("pipeline.read.office.has_calc", "XLS (", "libreoffice-calc-nogui"),
        ("pipeline.read.ocr.is_available", "scans", "make ocr"),
        ("shutil.which", "git", "apt-get install git"),
    ],
)
def test_what_is_missing_comes_with_its_remedy(
    gone: str, words: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gone, lambda *_: None)
    said = line(words)
    assert said.startswith("not ok") and remedy in said
    assert is_fit()  # The rest is read without it.


def test_settings_that_cannot_be_understood_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTICE_LIMITS", "secs=1")
    assert "secs=1" in line("NOTICE_") and line("NOTICE_").startswith("not ok")
    assert main(["doctor"]) == 2


def test_a_cache_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "deep" / "cache"))
    assert line(" cache").endswith(str(tmp_path / "deep" / "cache" / "notices"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert line(" cache").startswith("not ok") and "NOTICE_CACHE" in line(" cache")


def test_without_any_package_it_still_runs_and_says_which() -> None:
    """As with a Python that is not the one of .venv."""
    done = subprocess.run([*NO_PACKAGES, "doctor"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2 and done.stderr == ""
    assert "not ok  packages (" in done.stdout and "pyarrow" in done.stdout
    assert "python3 .ci/bootstrap.py" in done.stdout
    run = subprocess.run([*NO_PACKAGES, "extract", "raw"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2 and "Traceback" not in run.stderr and "doctor says" in run.stderr


def unread(remedy: str) -> Unread:
    say_it = {"tool": say("install_libreoffice"), "file": say("fetch_or_remove")}[remedy]
    return Unread("a", "a.doc", Issue("unreadable", with_remedy(say("libreoffice_missing"), say_it)))


def test_a_run_that_lacks_a_tool_says_first_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.read.office.find_program", lambda: None)
    told = io.StringIO()
    say_of = teller(True, told)
    say_of(1, 3, unread("file"))
    assert told.getvalue().startswith("a.doc: ")
    say_of(2, 3, unread("tool"))
    say_of(3, 3, unread("tool"))
    lines = told.getvalue().splitlines()
    assert lines[1].startswith("not ok  DOC, WPS") and lines[-1].startswith("a.doc: ")
    assert sum(one.startswith("not ok  DOC, WPS") for one in lines) == 1


def test_every_finding_that_is_missing_says_what_to_do() -> None:
    assert [one for one in findings() if not one.found and not one.remedy.en.strip()] == []
