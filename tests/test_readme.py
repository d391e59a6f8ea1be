"""Both READMEs tell the truth: each command runs, each column and figure is there.

Commands run in a copy of the checkout, by the interpreter of these tests. Those that need the network, minutes or
another machine are named in ELSEWHERE with who runs them; one that is in neither place fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import regex

ROOT = Path(__file__).resolve().parents[1]
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md")}
FENCED = regex.compile(r"^```\w*\n(.*?)^```$", regex.DOTALL | regex.MULTILINE)
INLINE = regex.compile(r"(?<!`)`([^`\n]+)`(?!`)")
# What a command begins with.
COMMAND = regex.compile(
    r"(?:\.venv/bin/)?python -m pipeline |notice-pipeline |make\b|pip |python3 |frictionless |apt-get |brew |git |[A-Z_]+=\S* make"
)
FILES = ("Makefile", "pyproject.toml", "requirements.lock", "requirements-ocr.lock", "README.md")
FOLDERS = ("pipeline", "schemas", "raw", ".ci")

# Command as it stands → how it is run here; {…} are the words that stand for something.
HERE = {
    "make": "make",
    "make extract": "make extract",
    "make diff": "make diff",
    "make diff OLD=HEAD~1": "make diff OLD=HEAD~1",
    "make review": "make review",
    "make dashboard": "make dashboard",
    "make doctor": "make doctor",
    "make xlsx": "make xlsx",
    "make history SINCE=HEAD~1": "make history SINCE=HEAD~1",
    "make export KIND=csv": "make export KIND=csv",
    "make export KIND=sqlite": "make export KIND=sqlite",
    "make export KIND=duckdb": "make export KIND=duckdb",
    "make ledger NOTICE=jiangjin-2021-78": "make ledger NOTICE=jiangjin-2021-78",
    "make ledger": "make ledger",
    "make ledger NOTICE=…": "make ledger NOTICE=jiangjin-2021-78",
    ".venv/bin/python -m pipeline extract RAW --out OUT": ".venv/bin/python -m pipeline extract raw --out tried",
    "python -m pipeline --lang zh …": ".venv/bin/python -m pipeline --lang zh extract raw --out tried",
    ".venv/bin/python -m pipeline add FILE --id jiangjin-2021-78 --url …": (
        "mv raw/jiangjin-2021-78.txt new.txt && "
        ".venv/bin/python -m pipeline add new.txt --id jiangjin-2021-78 --url https://example.org/78"
    ),
}
# Command → why it does not run here, and what runs it. Its target or package is looked for at least.
ELSEWHERE = {
    "make test": "these tests",
    "make score": "the fixture `scored`",
    "make ocr": "needs the network; the lock is held by test_lock_of_recognition",
    "make review SERVE=1": "serves until it is ended: tests/review/test_serve.py",
    "pip install duckdb": "needs the network",
    "python3 -m http.server": "serves until it is ended: tests/export/test_examples.py serves the same",
    "pip install .": "needs the network: .ci/wheel.py",
    "pip wheel . --no-deps": "needs the network: .ci/wheel.py builds it by the builder of the lock",
    "notice-pipeline extract RAW --out OUT": "needs the wheel: .ci/wheel.py",
    "notice-pipeline doctor": "needs the wheel: .ci/wheel.py",
    "notice-pipeline": "needs the wheel: .ci/wheel.py",
    "frictionless validate extracted/datapackage.json": "half a minute: tests/publish/test_publish.py asks its library",
    "python3 .ci/bootstrap.py": "needs the network: every make on a clean clone",
    "apt-get install libreoffice-writer-nogui": "changes the machine",
    "brew install --cask libreoffice": "changes the machine",
}


def fenced_lines(text: str) -> Iterator[str]:
    for block in FENCED.findall(text):
        yield from (line.split("    #")[0].strip() for line in block.splitlines() if not line.startswith("#"))


def commands(text: str) -> set[str]:
    """Every command of a README but queries, which are asked on their own."""
    said = [*fenced_lines(text), *INLINE.findall(FENCED.sub("", text))]
    return {words for words in said if COMMAND.match(words + " ") and "duckdb.sql" not in words}


def queries(text: str) -> list[str]:
    return [line for line in fenced_lines(text) if "duckdb.sql" in line]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of its own with an environment set up as make does, and raw/ read."""
    place = tmp_path_factory.mktemp("readme") / "checkout"
    place.mkdir()
    for name in (*FOLDERS, "tests/labels", "tests/bench"):  # With what is compiled of them.
        shutil.copytree(ROOT / name, place / name)
    for name in FILES:
        shutil.copy(ROOT / name, place / name)
    python = place / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (place / ".venv" / ".stamp").touch()
    (place / ".gitignore").write_text(".venv\n.cache\n__pycache__\n")
    run("make extract && git init -q && git add -A && git commit -qm read", place)
    run("touch raw/.kept && git add -A && git commit -qm more", place)
    return place


@pytest.fixture(scope="module")
def scored(checkout: Path) -> str:
    return run("make score", checkout)


def run(command: str, where: Path) -> str:
    """What the command prints; the test fails if it does."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NOTICE_", "GIT_", "PYTHON"))
    }
    env |= {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(["bash", "-c", command], cwd=where, env=env, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_run_by_something(name: str) -> None:
    assert commands(READMES[name]) - set(HERE) - set(ELSEWHERE) == set()


def test_nothing_is_run_that_no_readme_has() -> None:
    said = set().union(*map(commands, READMES.values()))
    assert (set(HERE) | set(ELSEWHERE)) - said == set()


@pytest.mark.parametrize("command", HERE)
def test_a_command_runs(command: str, checkout: Path) -> None:
    try:
        assert run(HERE[command], checkout).strip() or command.startswith("make diff")
    finally:
        run("git checkout -q -- . && git clean -fdq", checkout)


@pytest.mark.parametrize("command", [one for one in ELSEWHERE if one.startswith("make ")])
def test_targets_of_commands_run_elsewhere_are_there(command: str, checkout: Path) -> None:
    assert run(f"make -n {command.removeprefix('make ')}", checkout)


def test_lock_of_recognition_does_not_undo_the_other() -> None:
    """What both name has one version, and the project itself is in neither."""
    pinned = [
        dict(regex.findall(r"^([a-z][\w.-]*)==(\S+)", (ROOT / name).read_text("utf-8"), regex.MULTILINE))
        for name in ("requirements.lock", "requirements-ocr.lock")
    ]
    both = set(pinned[0]) & set(pinned[1])
    assert {"numpy", "regex"} <= both and "rapidocr" in pinned[1] and "opencv-python" not in pinned[1]
    assert {name for name in both if pinned[0][name] != pinned[1][name]} == set()
    assert not any("notice-pipeline" in one for one in pinned)


# --- queries and what is said of them ---------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "leads"),
    [
        ("README.md", r"(\p{Han}+) leads (\d+) tasks and (\p{Han}+) (\d+)"),
        ("README.zh-CN.md", r"目前(\p{Han}+)牵头 (\d+) 项，(\p{Han}+) (\d+) 项"),
    ],
)
def test_the_query_of_the_command_line_prints_what_is_said(name: str, leads: str, checkout: Path) -> None:
    """The others are asked by tests/publish/test_questions.py."""
    (query,) = queries(READMES[name])
    said = regex.search(leads, READMES[name])
    assert said
    printed = regex.findall(r"│ *(\p{Han}+) *│ *(\d+) *│", run(query, checkout))
    assert printed[:2] == [(said[1], said[2]), (said[3], said[4])]


# --- columns, tables, figures -----------------------------------------------------------------


def published(checkout: Path) -> dict[str, list[str]]:
    return {path.stem: pq.read_schema(path).names for path in (checkout / "extracted").glob("*.parquet")}


def enumerated() -> set[str]:
    """Values that a column may have."""
    fields = [
        field
        for path in (ROOT / "schemas").glob("*.json")
        for field in json.loads(path.read_text("utf-8")).get("fields", ())
    ]
    return {str(value) for field in fields for value in field.get("constraints", {}).get("enum", ())}


@pytest.mark.parametrize("name", READMES)
def test_every_table_and_column_named_is_published(name: str, checkout: Path) -> None:
    tables = published(checkout)
    columns = set().union(*tables.values())
    # Keys of a side file, and a check by its name.
    other = {"make", "url", "publisher", "notice-pipeline", "narrative_vs_table", *FILES}
    words = {
        word
        for word in INLINE.findall(FENCED.sub("", READMES[name]))
        if regex.fullmatch(r"[a-z]\w*(?:\.[a-z_]+)?", word)
    }
    unknown = set()
    for word in words - other - enumerated():
        table, _, column = word.partition(".")
        if not (column in tables.get(table, ()) if column else word in tables or word in columns):
            unknown.add(word)
    assert unknown == set()


@pytest.mark.parametrize("name", READMES)
def test_every_published_table_is_listed(name: str, checkout: Path) -> None:
    listed = {
        word
        for line in READMES[name].splitlines()
        if line.startswith("| `")
        for word in INLINE.findall(line.split("|")[1])
    }
    assert listed == set(published(checkout)) - {"pages"}


@pytest.mark.parametrize("name", READMES)
def test_the_row_shown_is_a_row(name: str, checkout: Path) -> None:
    lines = READMES[name].splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("| notice_id "))
    head, row = (cells(lines[i]) for i in (at, at + 2))
    shown = dict(zip((title.split()[0] for title in head), row, strict=True))
    rows = pq.read_table(checkout / "extracted" / "targets.parquet").to_pylist()
    same = [one for one in rows if all(plain(one[column]) == value for column, value in shown.items())]
    assert len(same) == 1


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("name", READMES)
def test_the_figures_of_the_five_are_those_of_make_score(name: str, scored: str) -> None:
    block = next(one for one in FENCED.findall(READMES[name]) if "right/extracted/labelled" in one)
    assert block.rstrip() in scored


def figures(text: str) -> Sequence[Sequence[str]]:
    """Rows of the table of notices nobody has seen, without their titles."""
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("| |"))
    rows = lines[at + 2 : next(i for i in range(at, len(lines)) if not lines[i].startswith("|"))]
    return [regex.findall(r"\d+(?:\.\d+)?", row.split("|", 2)[2]) for row in rows]


def test_both_say_the_same_figures_of_unseen_notices_and_of_which_commit() -> None:
    ours, theirs = (figures(text) for text in READMES.values())
    assert len(ours) == len(theirs) == 11
    assert [sorted(row) for row in ours] == [sorted(row) for row in theirs]
    commits = [
        regex.search(r"\b([0-9a-f]{7})\b(?![\w-])", text[text.index("48") :]) for text in READMES.values()
    ]
    assert commits[0] and commits[1] and commits[0][1] == commits[1][1]


def test_figures_of_unseen_notices_stand_before_the_five() -> None:
    for text in READMES.values():
        assert text.index("| |") < text.index("right/extracted/labelled")
