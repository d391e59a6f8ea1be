"""The state of a notice: written into its side file, whose other lines stay, and published."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.decisions.states import state_of
from pipeline.editing import read
from pipeline.model import BrokenPromise
from pipeline.review.marking import marked
from pipeline.review.saving import Desk
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

OLD = '# 来源\nurl = "https://example.org/1"  # 网页\n\n[expect]\ntasks = 3\n'
CHECKED = {"state": "checked", "by": "王", "on": "2026-01-31", "assigned_to": ""}


@pytest.fixture
def side(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_text(OLD, "utf-8")
    return path


def test_the_other_lines_stay_as_they_are(side: Path) -> None:
    whole = marked(side, {"state": "in_work", "assigned_to": '李 "小" \\'})
    assert whole == OLD.replace("\n\n[", '\n\nstate = "in_work"\nassigned_to = "李 \\"小\\" \\\\"\n[')
    side.write_text(whole, "utf-8")
    said = tomllib.loads(marked(side, CHECKED))
    assert (said["state"], said["checked_by"], said["checked_on"]) == (
        "checked",
        "王",
        datetime.date(2026, 1, 31),
    )
    assert "assigned_to" not in said and said["expect"] == {"tasks": 3}
    side.write_text(marked(side, CHECKED), "utf-8")
    assert marked(side, {"state": "unread"}) == OLD


def test_a_side_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert marked(tmp_path / "b.toml", {"state": "in_work"}) == 'state = "in_work"\n'
    assert marked(tmp_path / "b.toml", {"state": "unread"}) == ""


@pytest.mark.parametrize(
    ("old", "said", "words"),
    [
        (OLD, {"state": "done"}, "state cannot be"),
        (OLD, {**CHECKED, "by": " "}, "needs checked_by"),
        (OLD, {**CHECKED, "on": "31.1."}, "needs checked_by"),
        ("url = ", CHECKED, "cannot be read"),
        ('url = """\nstate = "x"\n"""\n', CHECKED, "by hand"),
    ],
)
def test_what_cannot_be_said_is_refused(old: str, said: dict[str, str], words: str, side: Path) -> None:
    side.write_text(old, "utf-8")
    with pytest.raises(BrokenPromise, match=words):
        marked(side, said)


@pytest.mark.parametrize(
    ("promises", "state"),
    [
        ({}, "unread"),
        ({"state": "in_work"}, "in_work"),
        ({"state": "checked", "checked_by": "王", "checked_on": datetime.date(2026, 1, 31)}, "checked"),
        ({"state": "checked", "checked_by": "王"}, "unread"),
        ({"state": "done"}, "unread"),
    ],
)
def test_checked_is_what_somebody_checked_some_day(promises: dict[str, object], state: str) -> None:
    assert state_of(promises)["review_state"] == state


def test_a_state_survives_the_next_run_and_belongs_to_one_notice(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    for name in ("a", "b"):
        (raw / f"{name}.txt").write_text(f"关于{name}的通知\n一、建设床位\n到2025年新增床位30张。\n", "utf-8")
    assert Desk(raw, read, lambda: None).mark("a", CHECKED) == 1
    with pytest.raises(OSError, match="holds no notice"):
        Desk(raw, read, lambda: None).mark("../a", CHECKED)
    for _ in range(2):
        run(raw, out, 1, lambda *_: None)
        one, other = pq.read_table(out / "notices.parquet").to_pylist()
        assert (one["review_state"], one["checked_by"], str(one["checked_on"])) == (
            "checked",
            "王",
            "2026-01-31",
        )
        assert (other["review_state"], other["checked_by"]) == ("unread", None)
    (raw / "a.toml").write_text('state = "done"\n', "utf-8")
    run(raw, out, 1, lambda *_: None)
    (issue,) = [
        one for one in pq.read_table(out / "issues.parquet").to_pylist() if one["kind"] == "side_file"
    ]
    assert "unread" in issue["message"]
