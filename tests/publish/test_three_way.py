"""Two branches that each add a notice merge without conflict, through git itself, and `make extract` then agrees."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.__main__ import main
from pipeline.publish.three_way import chosen
from tests.repositories import git, merged_here, set_up

pytestmark = pytest.mark.usefixtures("here")

NOTICE = "甲市人民政府关于{thing}的通知\n一、建设床位\n到2025年底前，新增{thing}{n}张。\n甲市人民政府\n2024年6月3日\n"
Rows = Callable[[Path, str], Sequence[dict[str, object]]]


def add(folder: Path, name: str, **words: object) -> None:
    (folder / "raw" / f"{name}.txt").write_text(NOTICE.format(**words), "utf-8")
    assert main(["extract", str(folder / "raw"), "--out", str(folder / "extracted"), "--quiet"]) == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One notice on main; two others, each on a branch of its own."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "raw").mkdir()
    git(folder, "init", "-q", "-b", "main")
    set_up(folder)
    (folder / ".gitignore").write_text(".extracted.*\n")
    add(folder, "a", thing="养老床位", n=30)
    for name in ("b", "c"):
        git(folder, "checkout", "-qb", name, "main")
        add(folder, name, thing="托育床位" if name == "b" else "护理床位", n=40)
    return folder


@pytest.fixture
def branches(repository: Path, tmp_path: Path) -> Path:
    """A copy for one test to merge in."""
    return shutil.copytree(repository, tmp_path / "copy", symlinks=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_branches_that_each_add_a_notice_merge_without_conflict(branches: Path, rows: Rows) -> None:
    merged = git(branches, "merge", "--no-edit", "b")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    assert "run make extract" in merged.stderr
    assert git(branches, "status", "--porcelain").stdout == ""
    out = branches / "extracted"
    assert [row["notice_id"] for row in rows(out, "notices")] == ["a", "b", "c"]
    assert {row["indicator"] for row in rows(out, "targets")} == {
        "新增养老床位",
        "新增托育床位",
        "新增护理床位",
    }
    by_git = contents(out)
    assert main(["extract", str(branches / "raw"), "--out", str(out), "--quiet"]) == 0
    made = contents(out)
    assert {path for path in made if made[path] != by_git.get(path)} <= {"datapackage.json", "README.md"}
    assert made.keys() == by_git.keys()


def places(out: Path, rows: Rows) -> list[object]:
    """The region and the issuers of e."""
    of_e = [row for table in ("notices", "issuers") for row in rows(out, table) if row["notice_id"] == "e"]
    return [row.get("region_code") or row.get("agency_id") for row in of_e]


@pytest.mark.parametrize("both_changed", [True, False])
def test_a_region_that_one_branch_took_away_with_its_notice(
    both_changed: bool, branches: Path, rows: Rows
) -> None:
    """Each table is merged by itself: where both changed it, by us, and what the other branch names stays.

    What ours left as it was git takes from theirs without asking: that costs a notice that cannot be read its region.
    """
    place = NOTICE.replace("甲市", "重庆市江津区").format(thing="养老床位", n=30)
    git(branches, "checkout", "-q", "main")
    (branches / "raw" / "d.txt").write_text(place, "utf-8")
    add(branches, "a", thing="养老床位", n=30)
    git(branches, "checkout", "-qb", "takes", "main")
    (branches / "raw" / "d.txt").unlink()
    add(branches, "a", thing="养老床位", n=30)
    git(branches, "checkout", "-qb", "brings", "main")
    (branches / "raw" / "e.txt").write_text(place.replace("养老", "托育"), "utf-8")
    if both_changed:
        (branches / "raw" / "f.txt").write_text(place.replace("江津区", "渝北区"), "utf-8")
    add(branches, "a", thing="养老床位", n=30)
    named = places(branches / "extracted", rows)
    with merged_here(branches):
        merged = git(branches, "merge", "--no-edit", "takes")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    (branches / "raw" / "e.txt").write_bytes(b"")
    out = branches / "extracted"
    assert main(["extract", str(branches / "raw"), "--out", str(out), "--quiet"]) == 3
    assert named == ["500116", "500116-政府"]
    assert places(out, rows) == (named if both_changed else [None, None])
    assert both_changed != bool([row for row in rows(out, "issues") if row["kind"] == "lost_reference"])
    assert [row["indicator"] for row in rows(out, "targets") if row["notice_id"] == "e"] == ["新增托育床位"]


def test_without_the_driver_the_marks_of_git_are_overwritten(branches: Path) -> None:
    for name in ("merge.notices.name", "merge.notices.driver"):
        git(branches, "config", "--unset", name)
    assert git(branches, "merge", "--no-edit", "b").returncode == 1
    out = branches / "extracted"
    assert "<<<<<<< " in (out / "datapackage.json").read_text("utf-8")
    assert main(["extract", str(branches / "raw"), "--out", str(out), "--quiet"]) == 0
    assert len(json.loads((out / "datapackage.json").read_text("utf-8"))["twins"]) == 3
    assert pq.ParquetFile(out / "notices.parquet").read().num_rows == 3


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, {"a": 1, "c": 3}, {"a": 1, "b": 2, "c": 3}),
        ({"a": 1, "b": 2}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": 1, "c": 3}),
        ({"a": 1, "b": 2}, {"a": 1, "b": 2}, {"a": 5}, {"a": 5}),
        ({"a": 1}, {"a": 2}, {"a": 3}, {"a": 2}),
        ({}, {"a": 1}, {"a": 1}, {"a": 1}),
    ],
)
def test_what_one_branch_left_is_taken_from_the_other(
    base: dict[str, int], ours: dict[str, int], theirs: dict[str, int], merged: dict[str, int]
) -> None:
    assert chosen(base, ours, theirs) == merged
