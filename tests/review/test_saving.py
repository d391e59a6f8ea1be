"""Saving a decision: refused with its reason before anything is written, kept once it is said to be, read again at once."""

from __future__ import annotations

import errno
import http.client
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.decisions.keys import correction_key
from pipeline.decisions.toml import toml_to_corrections
from pipeline.editing import desk, read
from pipeline.messages import Message, said_of_system, say
from pipeline.model import BrokenPromise
from pipeline.review.pages import write_pages
from pipeline.review.saving import Desk, has_page
from pipeline.review.serve import Server, serve
from pipeline.run import run
from pipeline.trial import Trial

pytestmark = pytest.mark.usefixtures("here")

NOTICE = """关于印发养老方案的通知

民发〔2024〕20号

一、建设床位。到2025年新增养老床位30张。样板若干，以三处为宜。（责任单位：区民政局、区财政局）

二、培训人员。到2025年培训护理员200人。样板若干，以三处为宜。

重庆市江津区人民政府办公室
2024年6月3日
"""
REASON = 'because = "原件为50"\nby = "编辑"\non = 2026-01-31\n'
BED = 'table = "targets"\nplace = "建设床位"\nquote = "到2025年新增养老床位30张"\n'
MISSED = 'table = "targets"\nplace = "{place}"\nquote = "以三处为宜"\nmissing = true\n'
TARGET = 'kind = "target", comparator = "~=", indicator = "样板", value = {n}, unit = "处"'


def entry(said: str, about: str = BED) -> str:
    return f"[[correction]]\n{about}{said}\n{REASON}"


def missing(n: int, place: str = "建设床位") -> str:
    return entry(f"values = {{ {TARGET.format(n=n)} }}", MISSED.format(place=place))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTICE, "utf-8")
    return folder


@pytest.fixture(params=["as a run reads", "read once"])
def at(raw: Path, request: pytest.FixtureRequest) -> Desk:
    """Nothing is accepted or refused otherwise for being tried on what was read before."""
    return Desk(raw, read if request.param == "as a run reads" else Trial(), lambda: None)


def test_entries_are_added_and_the_old_ones_kept_as_they_are(raw: Path, at: Desk) -> None:
    path = raw / "a.corrections.toml"
    old = f"# 说明\n{entry('values = { value = 50 }')}"
    path.write_text(old, "utf-8")
    assert at.save("a", missing(3) + "\n" + missing(3, "培训人员")) == 2
    assert old.strip() in path.read_text("utf-8")
    assert len(toml_to_corrections(path.read_text("utf-8"), "f")) == 3
    assert sorted(p.name for p in raw.iterdir()) == ["a.corrections.toml", "a.txt"]


REFUSED = {
    "again": ("a", entry("wrong = true"), "about the same fact already"),
    "twice at once": ("a", missing(3) + missing(3), "about the same fact already"),
    "no entry": ("a", "x = 1", "may hold"),
    "nothing": ("a", "", r"no \[\[correction\]\]"),
    "another notice": ("b", missing(3), "holds no notice b"),
    "out of the folder": ("../raw/a", missing(3), "holds no notice"),
    "a value that its column may not have": ("a", missing(3).replace('"~="', '"至少"'), "至少"),
    "a number in words": ("a", missing(3).replace("value = 3", 'value = "三"'), "value"),
    "a column there is not": ("a", missing(3).replace("unit =", "unti ="), "unti"),
    "a table of no facts": ("a", missing(3).replace('"targets"', '"notices"'), "notices"),
    "words not there": ("a", missing(3).replace("以三处", "以四处"), "not in that place"),
    "a fact not read": ("a", entry("wrong = true", BED.replace("30张", "31张")), "no fact of targets"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_added_changes_nothing(why: str, raw: Path, at: Desk) -> None:
    notice_id, said, error = REFUSED[why]
    path = raw / "a.corrections.toml"
    path.write_text(entry("right = true"), "utf-8")
    with pytest.raises((BrokenPromise, OSError), match=error):
        at.save(notice_id, said)
    assert path.read_text("utf-8") == entry("right = true")
    assert len(list(raw.iterdir())) == 2


STALE = entry("wrong = true", BED.replace("30张", "31张"))
OTHER = NOTICE.replace("20号", "21号").replace("养老方案", "托育方案").replace("养老床位30张", "托育床位30张")


def test_with_another_correction_that_no_longer_applies_one_can_save_and_undo(raw: Path, at: Desk) -> None:
    """The notice waits for it as before; what is new is tried for itself, and refused where it is wrong."""
    path = raw / "a.corrections.toml"
    path.write_text(STALE, "utf-8")
    assert at.save("a", missing(3)) == 1
    for wrong in (missing(4).replace('"~="', '"至少"'), entry("wrong = true", BED.replace("30张", "32张"))):
        with pytest.raises(BrokenPromise):
            at.save("a", wrong)
    for one in (0, 0):
        said = toml_to_corrections(path.read_text("utf-8"), "f")[one]
        assert at.undo("a", correction_key("a", said)) == 1
    assert not path.exists()


@pytest.mark.parametrize("stale", ["a", "a~民发〔2024〕21号"])
def test_what_another_notice_of_the_file_waits_for_is_nothing_to_this_one(
    stale: str, raw: Path, at: Desk
) -> None:
    (raw / "a.txt").write_text(NOTICE + "\n" + OTHER, "utf-8")
    mine = "a~民发〔2024〕21号" if stale == "a" else "a"
    (raw / f"{stale}.corrections.toml").write_text(STALE, "utf-8")
    (raw / "a~没有.toml").write_text("", "utf-8")
    assert at.save(mine, missing(3)) == 1
    said = toml_to_corrections((raw / f"{mine}.corrections.toml").read_text("utf-8"), "f")[0]
    assert at.undo(mine, correction_key(mine, said)) == 1
    with pytest.raises(BrokenPromise, match="stands beside no notice"):
        at.save("a~民发〔2024〕22号", missing(3))


@pytest.mark.parametrize(
    ("names", "notice_id"),
    [
        (("a.txt", "a.html"), "a.txt"),
        (("a.txt", "a.html"), "a.html"),
        (("a.txt", "a.pdf"), "a.txt"),  # Which cannot be read.
        (("a.txt", "a~b.txt"), "a~b.txt"),
        (("a.txt", "a/a.txt"), "a.txt"),
    ],
)
def test_files_of_one_stem_are_saved_under_their_names(
    names: tuple[str, ...], notice_id: str, raw: Path, at: Desk
) -> None:
    (raw / "a").mkdir() if "a/a.txt" in names else None
    page = "".join(f"<p>{line}</p>" for line in NOTICE.splitlines())
    for name in names:
        said = {".html": f"<html><body>{page}</body></html>", ".pdf": "%PDF-1.4"}.get(
            Path(name).suffix, NOTICE
        )
        (raw / name).write_text(said, "utf-8")
    assert at.save(notice_id, missing(3)) == 1
    assert (raw / f"{notice_id}.corrections.toml").is_file()


@pytest.mark.parametrize("first", [True, False])
def test_taking_one_back_keeps_every_comment(first: bool, raw: Path, at: Desk) -> None:
    path = raw / "a.corrections.toml"
    one, two = entry("right = true"), missing(3)
    path.write_text(f"# 全部\n\n# 关于一\n{one}# 一的末尾\n\n# 关于二\n  # 还有\n{two}\n# 末尾\n", "utf-8")
    said = toml_to_corrections(path.read_text("utf-8"), "f")[0 if first else 1]
    at.undo("a", correction_key("a", said))
    left = path.read_text("utf-8")
    assert [line.strip() for line in left.splitlines() if "#" in line] == [
        "# 全部", "# 关于一", "# 一的末尾", "# 关于二", "# 还有", "# 末尾"
    ]  # fmt: skip
    assert len(toml_to_corrections(left, "f")) == 1 and ("以三处" in left) == first


def test_only_notices_with_a_page_are_written_to(raw: Path, tmp_path: Path) -> None:
    """`a.txt` is the file of the notice `a`, and `a~x` is none of those in it: no page of ours speaks of them."""
    out = tmp_path / "extracted"
    read(raw, out)
    write_pages(out, {})
    desk = Desk(raw, Trial(), lambda: None, has_page=has_page(out))
    before = sorted(path.name for path in raw.iterdir())
    for name in ("a.txt", "a~x", "a~"):
        with pytest.raises(FileNotFoundError, match="holds no notice"):
            desk.mark(name, {"state": "in_work"})
    assert sorted(path.name for path in raw.iterdir()) == before
    assert desk.mark("a", {"state": "in_work"}) == 1


def test_what_is_saved_and_cannot_be_published_says_both(raw: Path) -> None:
    def fails() -> None:
        raise BrokenPromise(say("no_schemas"))

    with pytest.raises(BrokenPromise, match="saved, but"):
        Desk(raw, read, fails).save("a", missing(3))
    assert (raw / "a.corrections.toml").is_file()


def test_what_a_killed_save_left_is_cleared_away(
    raw: Path, at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(raw.parent))
    monkeypatch.setattr(tempfile, "tempdir", None)
    left = raw.parent / ".trial.notice-pipeline-4194305.abc"
    shutil.copytree(raw, left)
    (raw / ".a.corrections.toml.notice-pipeline-4194305.7").write_text("cut")
    at.save("a", missing(3))
    assert sorted(path.name for path in raw.iterdir()) == ["a.corrections.toml", "a.txt"]
    assert not left.exists()


# --- over HTTP ----------------------------------------------------------------------------------

Ask = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def server(raw: Path, tmp_path: Path) -> Any:
    out = tmp_path / "out"
    run(raw, out, 1, lambda *_: None)
    found = serve(write_pages(out, {}).parent, desk(raw, out))
    threading.Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


def ask(server: Server, act: str, **said: str) -> tuple[int, dict[str, Any]]:
    answer = answered(server, act, said)
    return answer.status, json.loads(answer.read())


def answered(server: Server, act: str, said: dict[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=120)
    headers = {"Origin": server.origin, "Content-Type": "application/json"}
    connection.request("POST", f"/{server.token}/{act}", json.dumps({"notice_id": "a", **said}), headers)
    return connection.getresponse()


def targets(out: Path) -> dict[str, Any]:
    return {row["indicator"]: row for row in pq.read_table(out / "targets.parquet").to_pylist()}


def test_a_decision_is_seen_at_once_and_can_be_taken_back(server: Server, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert ask(server, "save", toml=entry('values = { value = 50, value_text = "50张" }')) == (
        200,
        {"done": 1},
    )
    changed = targets(out)["新增养老床位"]
    assert (changed["value"], bool(changed["correction_id"])) == (50.0, True)
    page = (out / "review" / "notices" / "a.html").read_text("utf-8")
    assert changed["correction_id"] in page
    assert ask(server, "undo", correction_id=changed["correction_id"]) == (200, {"done": 1})
    assert (targets(out)["新增养老床位"]["value"], list(tmp_path.glob("raw/*.toml"))) == (30.0, [])


def test_a_fact_that_was_missed_is_added_over_http(server: Server, tmp_path: Path) -> None:
    assert ask(server, "save", toml=missing(3)) == (200, {"done": 1})
    assert targets(tmp_path / "out")["样板"]["rule"] == "editor"


def test_what_is_wrong_is_said_in_both_languages(server: Server) -> None:
    status, said = ask(server, "save", toml=missing(3).replace('"~="', '"至少"'))
    assert (status, set(said)) == (409, {"zh", "en"})
    assert ask(server, "undo", correction_id="0" * 20)[0] == 409


@pytest.mark.parametrize(
    "said",
    [
        {"notice_id": "\ud800", "toml": missing(3)},
        {"toml": missing(3).replace("value = 3", f"value = {'9' * 5000}")},
        {"toml": missing(3).replace("以三处", "以三处\ud800")},
        {"toml": f"x = {'[' * 20_000}"},
        {"notice_id": "a\0", "toml": missing(3)},
    ],
    ids=["half a letter", "a number of 5,000 digits", "half a letter in it", "nested without end", "a zero"],
)
def test_what_no_page_of_ours_sends_is_refused_and_changes_nothing(
    said: dict[str, str], server: Server, tmp_path: Path
) -> None:
    assert answered(server, "save", said).status in (400, 409)
    assert [path.name for path in (tmp_path / "raw").iterdir()] == ["a.txt"]
    assert ask(server, "undo", correction_id="0" * 20)[0] == 409, "it goes on"


def test_of_many_at_once_each_acknowledged_one_is_kept(raw: Path) -> None:
    """Twelve at once, some of them wrong; what is read again after each is another test's matter."""
    at = Desk(raw, Trial(), lambda: None)
    done: list[int] = []

    def save(n: int) -> None:
        said = missing(n) if n % 5 else missing(n).replace("以三处", "以四处")
        try:
            at.save("a", said)
        except BrokenPromise:
            return
        done.append(n)

    threads = [threading.Thread(target=save, args=(n,)) for n in range(1, 13)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    kept = toml_to_corrections((raw / "a.corrections.toml").read_text("utf-8"), "f")
    assert sorted(done) == [n for n in range(1, 13) if n % 5]
    assert sorted(one.values["value"] for one in kept) == sorted(done)


def test_a_notice_with_a_name_as_long_as_names_may_be_is_corrected_too(tmp_path: Path) -> None:
    """Titles make long names of files; what is written beside them first has a shorter one."""
    name = "关于进一步优化营商环境促进养老服务高质量发展的若干政策措施实施细则的补充通知" * 2
    assert 240 < len(f"{name}.corrections.toml".encode()) <= 255
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / f"{name}.txt").write_text(NOTICE, "utf-8")
    desk = Desk(raw, Trial(), lambda: None)
    assert desk.save(name, entry("values = { value = 50 }")) == 1
    assert [path.suffix for path in sorted(raw.iterdir())] == [".toml", ".txt"]


def test_what_the_system_refuses_is_said_in_the_language_of_the_reader() -> None:
    for number, zh in ((errno.ENAMETOOLONG, "名称太长"), (errno.EROFS, "只能读")):
        message = said_of_system(OSError(number, os.strerror(number)))
        assert isinstance(message, Message) and zh in message.zh
    assert said_of_system(OSError(errno.EIO, "Input/output error")) == "Input/output error"


def test_a_notice_taken_away_while_its_page_is_open_is_said_to_be_gone(raw: Path) -> None:
    desk = Desk(raw, Trial(), lambda: None)
    (raw / "a.txt").unlink()
    with pytest.raises(FileNotFoundError) as gone:
        desk.save("a", entry("values = { value = 50 }"))
    assert isinstance(gone.value.args[0], Message)
    with pytest.raises(FileNotFoundError):
        desk.mark("a", {"state": "checked", "checked_by": "编辑"})
    assert list(raw.iterdir()) == []


HOSTILE = (
    "<script>alert(1)</script>",
    "\u202e反\u202c\u200b",
    "😀'''\"\"\" \\ \\u0041",
    "a\nb\tc=1+1\n[[correction]]",
    "长" * 20_000,
)


@pytest.mark.parametrize("because", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_reason_holds_is_kept_and_read_back(because: str, raw: Path) -> None:
    desk = Desk(raw, Trial(), lambda: None)
    said = entry("values = { value = 50 }").replace('"原件为50"', json.dumps(because, ensure_ascii=False))
    assert desk.save("a", said) == 1
    (kept,) = toml_to_corrections((raw / "a.corrections.toml").read_text("utf-8"), "a")
    assert kept.because == because
