"""Two editors on two branches, through git itself: other notices, other places of one notice, the same place."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from pipeline.__main__ import main
from pipeline.decisions.toml import toml_to_corrections
from pipeline.model import BrokenPromise
from pipeline.review.blocks import blocks_to_text, text_to_blocks
from pipeline.review.corrections import added_to
from pipeline.review.corrections_merged import merge_corrections
from tests.repositories import git, merged_here, set_up

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("养老", "护理", "托育", "康复")
NOTICE = "甲市人民政府关于养老的通知\n" + "".join(
    f"{number}、建设{kind}\n到2025年底前，新增{kind}床位30张。\n" for number, kind in zip("一二三四", KINDS, strict=True)
) + "甲市人民政府\n2024年6月3日\n"  # fmt: skip
Rows = Callable[[Path, str], Sequence[dict[str, object]]]


def entry(kind: str, value: int, by: str = "王") -> str:
    return (
        f'[[correction]]\ntable = "targets"\nplace = "建设{kind}"\nquote = "新增{kind}床位30张"\n'
        f'values = {{ value = {value}, value_text = "{value}张" }}\nbecause = "原件印作{value}"\nby = "{by}"\non = 2026-01-31\n'
    )


# --- entries --------------------------------------------------------------------------------------


def test_a_file_is_cut_into_entries_with_the_comments_above_them() -> None:
    text = f"# 本件更正\n\n# 第2页\n{entry('养老', 50)}\n\n{entry('护理', 60)}# 以上两处\n"
    head, blocks = text_to_blocks(text, "f")
    assert head == "# 本件更正"
    assert [block.text.splitlines()[0] for block in blocks] == ["# 第2页", "[[correction]]"]
    again = blocks_to_text(head, [block.text for block in blocks])
    # But for the lines they stand in.
    there, same = text_to_blocks(again, "f")
    assert (there, [b.text for b in same]) == (head, [b.text for b in blocks])
    assert [replace(b.said, where="") for b in same] == [replace(b.said, where="") for b in blocks]
    assert blocks_to_text(head, [b.text for b in blocks]) == again
    assert blocks_to_text("", []) == ""


def test_a_heading_inside_a_text_is_no_place_to_cut() -> None:
    with pytest.raises(BrokenPromise, match="by hand"):
        text_to_blocks(entry("养老", 50).replace('"原件印作50"', '"""\n[[correction]]\n"""'), "f")


def test_a_new_entry_stands_in_the_order_of_places_whoever_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.corrections.toml"
    made = []
    for order in (KINDS, KINDS[::-1], (KINDS[2], KINDS[0], KINDS[3], KINDS[1])):
        path.write_text("", "utf-8")
        for kind in order:
            path.write_text(added_to(path, entry(kind, 50)), "utf-8")
        made.append(path.read_text("utf-8"))
    assert made[0] == made[1] == made[2]


def test_comments_and_the_order_of_old_entries_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.corrections.toml"
    old = [f"# 甲\n{entry('护理', 50)}".strip(), f"# 乙\n{entry('养老', 60)}".strip()]
    path.write_text(blocks_to_text("# 本件", old), "utf-8")
    whole = added_to(path, entry("托育", 70))
    at = [whole.index(one) for one in ("# 本件", *old)]
    assert at == sorted(at) and len(toml_to_corrections(whole, "f")) == 3


BASE = entry("护理", 40)
OTHERS = {
    "each another place": (BASE + entry("养老", 50), BASE + entry("托育", 60), 3, False),
    "both the first of a file": (entry("养老", 50), entry("托育", 60), 2, False),
    "one changed, one added": (entry("护理", 45), BASE + entry("托育", 60), 2, False),
    "one taken back": ("", BASE + entry("托育", 60), 1, False),
    "both alike": (BASE + entry("养老", 50), BASE + entry("养老", 50, "李"), 2, False),
    "the same place": (BASE + entry("养老", 50), BASE + entry("养老", 55), 3, True),
    "one taken back, one changed": ("", entry("护理", 45), 1, True),
}


@pytest.mark.parametrize("what", OTHERS)
def test_entries_of_both_are_there_and_the_same_place_is_to_be_chosen(what: str) -> None:
    ours, theirs, n, must_choose = OTHERS[what]
    base = "" if what.startswith("both the") else BASE
    merged, chosen = merge_corrections([base, ours, theirs], "f")
    assert (merged.count("[[correction]]"), chosen) == (n, must_choose)
    assert merged.count("<<<<<<<") == must_choose
    if not must_choose:
        assert len(toml_to_corrections(merged, "f")) == n


# --- git --------------------------------------------------------------------------------------------


def decide(folder: Path, notice: str, entries: str) -> None:
    """As the page saves it, then read and committed."""
    path = folder / "raw" / f"{notice}.corrections.toml"
    path.write_text(added_to(path, entries), "utf-8")
    extract(folder)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "decided")


def extract(folder: Path) -> None:
    assert main(["extract", str(folder / "raw"), "--out", str(folder / "extracted"), "--quiet"]) == 0


def values(folder: Path, rows: Rows) -> dict[object, object]:
    return {(r["notice_id"], r["indicator"]): r["value"] for r in rows(folder / "extracted", "targets")}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two notices on main, the first corrected once, and a second branch."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "raw").mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitignore").write_text(".extracted.*\n")
    (folder / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    for name in ("a", "b"):
        (folder / "raw" / f"{name}.txt").write_text(NOTICE, "utf-8")
    decide(folder, "a", entry("康复", 40))
    git(folder, "branch", "other")
    set_up(folder)
    return folder


@pytest.fixture
def shelf(repository: Path, tmp_path: Path) -> Path:
    """A copy for one test to merge in."""
    return shutil.copytree(repository, tmp_path / "copy", symlinks=True)


def merged(shelf: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> subprocess.CompletedProcess[str]:
    decide(shelf, *ours)
    git(shelf, "checkout", "-q", "other")
    decide(shelf, *theirs)
    git(shelf, "checkout", "-q", "main")
    return git(shelf, "merge", "--no-edit", "other")


def test_different_notices_merge(shelf: Path, rows: Rows) -> None:
    with merged_here(shelf):
        done = merged(shelf, ("a", entry("养老", 50)), ("b", entry("养老", 60)))
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(shelf, "status", "--porcelain").stdout == ""
    extract(shelf)
    found = values(shelf, rows)
    assert (found["a", "新增养老床位"], found["b", "新增养老床位"]) == (50, 60)


def test_different_places_of_one_notice_merge(shelf: Path, rows: Rows) -> None:
    with merged_here(shelf):
        done = merged(shelf, ("a", entry("养老", 50)), ("a", entry("护理", 60)))
    assert done.returncode == 0, done.stdout + done.stderr
    extract(shelf)
    found = values(shelf, rows)
    assert [found["a", f"新增{kind}床位"] for kind in KINDS] == [50, 60, 30, 40]


def test_the_same_place_is_a_conflict_in_one_file_that_reads(shelf: Path, rows: Rows) -> None:
    done = merged(shelf, ("a", entry("养老", 50)), ("a", entry("养老", 55)))
    assert done.returncode == 1
    unmerged = git(shelf, "diff", "--name-only", "--diff-filter=U").stdout.split()
    assert unmerged == ["raw/a.corrections.toml"]
    path = shelf / "raw" / "a.corrections.toml"
    text = path.read_text("utf-8")
    both = regex.search(r"<<<<<<< ours\n(.*?)\n=======\n(.*?)\n>>>>>>> theirs", text, regex.DOTALL)
    assert [len(toml_to_corrections(side, "f")) for side in both.groups()] == [1, 1]
    # Until somebody has chosen the notice keeps its rows, and the rest is published.
    code = main(["extract", str(shelf / "raw"), "--out", str(shelf / "extracted"), "--quiet"])
    assert code == 3 and values(shelf, rows)["b", "新增养老床位"] == 30
    path.write_text(text.replace(both[0], both[2]), "utf-8")
    extract(shelf)
    assert values(shelf, rows)["a", "新增养老床位"] == 55


def test_without_the_driver_places_apart_merge_all_the_same(shelf: Path) -> None:
    """What a web page of git merges: lines. Entries stand in the order of their places, so they meet seldom."""
    for name in ("name", "driver"):
        git(shelf, "config", "--unset", f"merge.notices.{name}")
    decide(shelf, "a", entry("托育", 45))
    git(shelf, "branch", "-f", "other")
    places = sorted(KINDS)
    done = merged(shelf, ("a", entry(places[0], 50)), ("a", entry(places[3], 60)))
    path = shelf / "raw" / "a.corrections.toml"
    assert "raw/a.corrections.toml" not in git(shelf, "diff", "--name-only", "--diff-filter=U").stdout, (
        done.stdout
    )
    assert len(toml_to_corrections(path.read_text("utf-8"), "f")) == 4
