"""Parts read by runs of their own and merged are the data set that one run makes, byte for byte."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.messages import Message, json_to_message, message_to_json, say
from pipeline.model import BrokenPromise, Issue, Span, Unread
from pipeline.publish.stored import Roll
from pipeline.recalled import Results
from pipeline.shards import Shard, read_parts, text_to_shard, write_part
from pipeline.shelf import Shelf

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[1]
NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕{n}号
一、建设床位
到2025年底前，全市新增养老床位{n}00张以上。（责任单位：市民政局）
2024年6月3日
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Notices that cite and copy each other, one that cannot be read, one whose correction cannot, one file too many."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for path in (ROOT / "raw").iterdir():
        shutil.copy(path, raw)
    for n in range(1, 8):
        (raw / f"n{n}.txt").write_text(NOTICE.format(n=n), "utf-8")
    (raw / "copy.txt").write_text(NOTICE.format(n=1), "utf-8")
    (raw / "bad.pdf").write_bytes(b"%PDF-1.4 no more")
    (raw / "n2.corrections.toml").write_text("[[correction", "utf-8")
    (raw / "nobody.toml").write_text("url = 'x'", "utf-8")
    return raw


def called(*words: object) -> tuple[int, str]:
    """The exit code of a command, and what it says on stderr."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        return main([*map(str, words), "--quiet"]), said.getvalue()


def process(*words: object) -> tuple[int, str]:
    """The same of a process of its own, which knows nothing of any other run."""
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, words), "--quiet"],
        cwd=ROOT, env={**os.environ, "NOTICE_CACHE": ""}, capture_output=True, text=True,
    )  # fmt: skip
    return ran.returncode, ran.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_merged_parts_are_what_one_run_makes(raw: Path, tmp_path: Path) -> None:
    whole, _ = called("extract", raw, "--out", tmp_path / "whole")
    for number, by in enumerate((called, process, called)):
        part, said = by("extract", raw, "--shard", f"{number}/3", "--out", tmp_path / f"part{number}")
        assert part == 0, said
    parts = (tmp_path / f"part{number}" for number in (2, 0, 1))
    merged, said = process("merge", *parts, "--out", tmp_path / "merged")
    assert merged == whole == 3, said  # A notice waits for its correction.
    assert contents(tmp_path / "merged") == contents(tmp_path / "whole")
    assert len(contents(tmp_path / "whole")) > 40


def test_what_was_published_stays_when_parts_cannot_be_read(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is damaged after it was published: the merged data set keeps its rows as one run does."""
    # What parts read anew is as one run reads it: see above. Here it is what they keep.
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    called("extract", raw, "--out", tmp_path / "whole")
    shutil.copytree(tmp_path / "whole", tmp_path / "merged")
    (raw / "n5.txt").unlink()
    (raw / "n5.pdf").write_bytes(b"%PDF-1.4 no more")
    called("extract", raw, "--out", tmp_path / "whole")
    for number in range(2):
        called("extract", raw, "--shard", f"{number}/2", "--out", tmp_path / f"part{number}")
    monkeypatch.setenv("NOTICE_CACHE", "")
    ran, said = called("merge", tmp_path / "part0", tmp_path / "part1", "--out", tmp_path / "merged")
    assert ran == 3 and "n5" in said
    assert contents(tmp_path / "merged") == contents(tmp_path / "whole")


def test_every_file_is_in_one_part() -> None:
    names = [f"notice-{n}" for n in range(500)]
    shards = [Shard(number, 7) for number in range(7)]
    assert all(sum(shard.holds(name) for shard in shards) == 1 for name in names)
    assert all(40 < sum(map(shard.holds, names)) < 110 for shard in shards)


@pytest.mark.parametrize("text", ["", "1", "2/2", "-1/2", "0/0", "a/b", "0/1/2"])
def test_what_is_no_shard(text: str) -> None:
    with pytest.raises(ValueError):
        text_to_shard(text)
    with pytest.raises(SystemExit, match="2"):
        main(["extract", "raw", "--shard", text])


UNREAD = Unread("a", "a.pdf", Issue("unreadable", say("reading_slow", seconds=2.5), "1", Span(3, 4)))


def test_what_could_not_be_read_comes_back(tmp_path: Path) -> None:
    write_part(Results(Roll(), [UNREAD]), Shard(0, 1), tmp_path / "part", Shelf())
    assert read_parts([tmp_path / "part"], Shelf()).unread == [UNREAD]


def test_parts_that_make_no_whole(tmp_path: Path) -> None:
    parts = [tmp_path / "0", tmp_path / "1"]
    for number, part in enumerate(parts):
        write_part(Results(Roll(), [UNREAD]), Shard(number, 3), part, Shelf())
    for some in (parts[:1], parts, [*parts, parts[0]]):
        with pytest.raises(BrokenPromise, match="not one each of all 3"):
            read_parts(some, Shelf())


def test_parts_read_within_other_limits_make_no_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [tmp_path / "0", tmp_path / "1"]
    for number, limits in enumerate(("seconds=90 max_pages=7", "max_pages=7, seconds=90", "seconds=91")):
        monkeypatch.setenv("NOTICE_LIMITS", limits)
        write_part(Results(Roll(), [UNREAD]), Shard(min(number, 1), 2), parts[min(number, 1)], Shelf())
        if number == 1:
            assert len(read_parts(parts, Shelf()).unread) == 2
    with pytest.raises(BrokenPromise, match="NOTICE_LIMITS"):
        read_parts(parts, Shelf())


@pytest.mark.parametrize("harm", ["results", "part.json", "gone", "program"])
def test_a_part_that_was_changed_publishes_nothing(harm: str, tmp_path: Path) -> None:
    part = tmp_path / "part"
    write_part(Results(Roll(), [UNREAD]), Shard(0, 1), part, Shelf())
    if harm == "gone":
        shutil.rmtree(part)
    elif harm == "program":
        said = json.loads((part / "part.json").read_text("utf-8"))
        (part / "part.json").write_text(json.dumps({**said, "program": "other"}), "utf-8")
    else:
        (part / harm).write_bytes((part / harm).read_bytes()[:-3])
    with pytest.raises(BrokenPromise, match="another version" if harm == "program" else "no part"):
        read_parts([part], Shelf())
    ran, _ = called("merge", part, "--out", tmp_path / "out")
    assert ran == 2 and not (tmp_path / "out").exists()


def test_a_part_replaces_only_a_part(tmp_path: Path) -> None:
    part = tmp_path / "part"
    for _ in range(2):
        write_part(Results(Roll(), [UNREAD]), Shard(0, 1), part, Shelf())
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        write_part(Results(Roll(), [UNREAD]), Shard(0, 1), other, Shelf())
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    "message",
    [
        say("nothing_published", why=say("reading_slow", seconds=3)),
        Message(
            "a", (("names", ("x", 2, 0.5, Message("b"))), ("none", None), ("is", True), ("deep", ((1,),)))
        ),
    ],
)
def test_messages_come_back(message: Message) -> None:
    assert json_to_message(json.loads(json.dumps(message_to_json(message)))) == message
