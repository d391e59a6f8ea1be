"""`make bench-compare` through the real command: a word taken out shows in the sentence that needs it, and in no other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.repositories import ROOT, git

SENTENCES = "2026年底前，腾退低效用地500亩。\n2026年底前，新建泵站3座。\n"


def test_a_word_taken_out_shows_where_it_is_needed(tmp_path: Path) -> None:
    here = tmp_path / "here"
    for name in ("pipeline", "schemas"):
        shutil.copytree(ROOT / name, here / name)
    (here / ".gitignore").write_text(
        "__pycache__\n"
    )  # What is compiled is here already, and is no part of a commit.
    shutil.copy(ROOT / "pyproject.toml", here)
    for name in ("compare.py", "ordinary.txt"):
        (here / "tests" / "bench").mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / "bench" / name, here / "tests" / "bench")
    git(here, "init", "--quiet")
    git(here, "add", ".")
    assert git(here, "commit", "--quiet", "-m", "old").returncode == 0
    words = here / "pipeline" / "lexicons" / "words.tsv"
    lines = words.read_text("utf-8").splitlines(keepends=True)
    words.write_text("".join(line for line in lines if not line.startswith("腾退\t")), "utf-8")
    (tmp_path / "sentences").write_text(SENTENCES, "utf-8")
    call = [sys.executable, "tests/bench/compare.py", str(tmp_path / "sentences")]
    ran = subprocess.run(call, cwd=here, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    printed = ran.stdout.splitlines()
    assert printed[0] == SENTENCES.splitlines()[0]
    assert any("- old | targets: kind target, indicator 低效用地" in line for line in printed), ran.stdout
    assert "新建泵站" not in ran.stdout
    assert printed[-1] == "1 of 2 sentences differ from HEAD"
    assert len(git(here, "worktree", "list").stdout.splitlines()) == 1
