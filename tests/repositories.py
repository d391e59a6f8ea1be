"""A repository of git in which two branches read notices: for the tests of merges."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import regex

ROOT = Path(__file__).parents[1]


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NOTICE_CACHE": ""}
    call = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(call, capture_output=True, text=True, env=environment, check=False)


def set_up(folder: Path) -> None:
    """As `make git-setup` does."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name, said in regex.findall(r"@git config (merge\S+) '(.*)'\n", makefile):
        git(folder, "config", name, said.replace("$(PY)", sys.executable))
