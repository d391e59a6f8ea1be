"""find: which files of a folder are notices, under which ids, and what is said of the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.entries import names_to_ids
from pipeline.sources import Source, find, shown, with_side_files


def messages(raw: Path) -> dict[str, str]:
    return {one.source_file: one.issue.message.en for one in find(raw)[1]}


def only(raw: Path) -> Source:
    ((source,), none) = find(raw)
    assert none == []
    return with_side_files(source)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("关于甲的通知")
    return folder


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["a.txt", "b.md"], ["a", "b"]),
        (["a.txt", "a.md", "b.md"], ["a.txt", "a.md", "b"]),
        (["a.txt", "a.md", "a.txt.md"], ["a.txt", "a.md", "a.txt.md"]),
        (["a", "a.txt"], ["a", "a.txt"]),
        (["2021.78.txt", "notice"], ["2021.78", "notice"]),
        ([], []),
    ],
)
def test_id_is_the_stem_or_the_whole_name(names: list[str], ids: list[str]) -> None:
    assert list(names_to_ids(names).values()) == ids


def test_notices_come_in_the_order_of_names_and_hidden_files_are_none(raw: Path) -> None:
    for name in ("c.txt", "b.txt", ".DS_Store", ".gitkeep"):
        (raw / name).write_text("关于乙的通知")
    assert [source.notice_id for source in find(raw)[0]] == ["a", "b", "c"]


def test_side_file_is_read_and_is_no_notice(raw: Path) -> None:
    (raw / "a.toml").write_text('url = "https://example.org/1"\nfetched = 2026-01-02\nexpect = {tasks = 3}\n')
    source = only(raw)
    assert source.promises == {
        "url": "https://example.org/1",
        "fetched": date(2026, 1, 2),
        "expect": {"tasks": 3},
    }
    assert source.issues == ()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('link = "x"', "link is not a word known here; known are url, publisher, fetched, sha256, expect"),
        ('fetched = "2026"', "fetched must be a date in TOML"),
        ("fetched = 2026-01-02T03:04:05", "fetched must be a date in TOML"),
        ("url = ", "a.toml cannot be read"),
    ],
)
def test_what_a_side_file_says_wrong_is_an_issue(raw: Path, said: str, words: str) -> None:
    (raw / "a.toml").write_text(said)
    source = only(raw)
    assert words in source.issues[0].message.en
    assert source.promises == {}


def test_corrections_are_read_and_are_no_notice(raw: Path) -> None:
    said = '[[correction]]\ntable = "targets"\nquote = "30张"\nwrong = true\nbecause = "b"\nby = "e"\non = 2026-01-02\n'
    (raw / "a.corrections.toml").write_text(said)
    (correction,) = only(raw).corrections
    assert (correction.table, correction.verdict, correction.on) == ("targets", "wrong", "2026-01-02")
    assert correction.where == "a.corrections.toml:1, correction 1"


@pytest.mark.parametrize("said", [b"[[correction", b"\xff", b"x = 1"])
def test_corrections_that_cannot_be_read_stop_their_notice(raw: Path, said: bytes) -> None:
    (raw / "a.corrections.toml").write_bytes(said)
    refusal = only(raw).refusal
    assert refusal is not None and "a.corrections.toml" in refusal.en


def test_side_file_without_notice_is_an_issue(raw: Path) -> None:
    (raw / "aa.toml").write_text("")
    assert "stands beside no notice" in messages(raw)["aa.toml"]


def test_one_file_is_read_with_its_side_file_only(raw: Path) -> None:
    (raw / "b.txt").write_text("关于乙的通知")
    (raw / "a.toml").write_text('publisher = "甲"')
    assert only(raw / "a.txt").promises == {"publisher": "甲"}
    assert only(raw / "a.txt").source_file == "a.txt"


def test_folder_of_one_file_is_a_notice(raw: Path) -> None:
    (raw / "b").mkdir()
    (raw / "b" / "main.txt").write_text("关于乙的通知")
    assert [(s.notice_id, s.source_file) for s in find(raw)[0]] == [("a", "a.txt"), ("b", "b/main.txt")]


def test_folder_of_several_is_one_notice_and_one_of_none_an_issue(raw: Path) -> None:
    for folder in ("b", "c"):
        (raw / folder).mkdir()
    for name in ("notice.txt", "附件1.txt", ".hidden"):
        (raw / "b" / name).write_text("关于乙的通知")
    assert "folder without files" in messages(raw)["c"]
    source = find(raw)[0][1]
    assert (source.notice_id, source.path, source.source_file) == ("b", raw / "b", "b/notice.txt + 附件1.txt")


def test_folder_with_a_link_outside_is_an_issue(raw: Path) -> None:
    (raw / "b").mkdir()
    (raw / "b" / "notice.txt").write_text("关于乙的通知")
    (raw / "b" / "附件1.txt").symlink_to("/etc/hostname")
    assert "link to a place outside" in messages(raw)["b"]


@pytest.mark.parametrize(
    "name", ["x\ny.txt", "..txt.txt", "a\\b.txt", "x\u202ey.txt", "-rf.txt", "\x1b[31m.txt"]
)
def test_unsafe_name_is_an_issue_and_is_printed_harmless(raw: Path, name: str) -> None:
    (raw / name).write_text("关于乙的通知")
    sources, none = find(raw)
    if name.startswith("."):
        assert none == []  # Hidden.
        return
    assert [source.notice_id for source in sources] == ["a"]
    assert "rename it" in none[0].issue.message.en
    assert none[0].source_file.isprintable() and none[0].notice_id.isprintable()


@pytest.mark.parametrize(
    ("name", "notice_id"),
    [
        ("关于养老(一)...txt", "关于养老(一).."),
        ("x..y.txt", "x..y"),
        ("长" * 83 + ".txt", "长" * 83),
        ("a.corrections.txt", "a.corrections.txt"),
    ],
)
def test_every_other_name_is_a_notice(raw: Path, name: str, notice_id: str) -> None:
    (raw / name).write_text("关于乙的通知")
    assert {source.notice_id for source in find(raw)[0]} == {"a", notice_id}
    assert find(raw)[1] == []


@pytest.mark.parametrize("end", [".toml", ".corrections.toml"])
def test_a_side_file_nested_without_end_or_no_file_at_all(raw: Path, end: str) -> None:
    for put in (lambda path: path.write_text("x = " + "[" * 5000), os.mkfifo):
        path = raw / f"a{end}"
        put(path)
        if end == ".toml":
            assert "a.toml cannot be read" in only(raw).issues[0].message.en
        else:
            refusal = only(raw).refusal
            assert refusal is not None and "a.corrections.toml cannot be read" in refusal.en
        path.unlink()


HUGE = {
    "decimal": "9" * 5000,
    "hexadecimal": "0x" + "f" * 9000,
    "just too large": str(2**63),
    "below": f"-{2**63 + 1}",
}


@pytest.mark.parametrize("number", HUGE)
def test_numbers_of_side_files_that_nobody_can_print_cost_that_notice_alone(
    number: str, raw: Path, rows: Callable[[Path, str], Sequence[dict[str, object]]]
) -> None:
    """Python refuses to read or print more than 4,300 digits, wherever that comes up."""
    for name in "bcdef":
        (raw / f"{name}.txt").write_text((raw / "a.txt").read_text("utf-8"), "utf-8")
    entry = '[[correction]]\ntable = "targets"\nquote = "养老"\nbecause = "a"\nby = "b"\non = 2026-01-31\n'
    (raw / "a.corrections.toml").write_text(f"{entry}values = {{ value = {HUGE[number]} }}\n")
    (raw / "b.corrections.toml").write_text(f"{entry}was = {{ value = [{HUGE[number]}] }}\nright = true\n")
    (raw / "c.toml").write_text(f"url = {HUGE[number]}\n")
    (raw / "d.toml").write_text(f"expect = {{ tasks = {HUGE[number]} }}\n")
    out = raw.parent / "out"
    assert main(["extract", str(raw), "--out", str(out), "--quiet", "--jobs", "2"]) == 3
    assert [row["notice_id"] for row in rows(out, "notices")] == ["c", "d", "e", "f"]
    kinds = {(row["notice_id"], row["kind"]) for row in rows(out, "issues")}
    assert kinds >= {("a", "correction"), ("b", "correction"), ("c", "side_file"), ("d", "side_file")}


def test_a_folder_that_cannot_be_listed_costs_only_itself(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "b").mkdir()
    listed = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert "Permission denied" in messages(raw)["b"]
    assert [source.notice_id for source in find(raw)[0]] == ["a"]


def test_name_that_is_no_utf8_is_an_issue(raw: Path) -> None:
    Path(os.fsdecode(os.fsencode(raw) + b"/\xb9\xab\xce\xc4.txt")).write_text("关于乙的通知")
    (name,) = messages(raw)
    assert name == r"\xb9\xab\xce\xc4.txt" == shown(os.fsdecode(b"\xb9\xab\xce\xc4.txt"))


def test_link_out_of_the_folder_is_not_followed(raw: Path) -> None:
    (raw.parent / "secret.txt").write_text("密")
    (raw / "b.txt").symlink_to(raw.parent / "secret.txt")
    (raw / "c").symlink_to(raw.parent)
    (raw / "d").mkdir()
    (raw / "d" / "d.txt").symlink_to(raw.parent / "secret.txt")
    assert set(messages(raw)) == {"b.txt", "c", "d"}
    assert [source.notice_id for source in find(raw)[0]] == ["a"]


def test_link_inside_the_folder_is(raw: Path) -> None:
    (raw / "b.txt").symlink_to("a.txt")
    assert [source.notice_id for source in find(raw)[0]] == ["a", "b"]


def test_what_a_browser_saves_beside_a_page_is_no_notice(raw: Path) -> None:
    (raw / "c.html").write_text("<html><p>通知</p></html>")
    for name in ("c_files", "c.files", "d_files"):
        (raw / name).mkdir()
        (raw / name / "logo.png").write_bytes(b"x")
    assert {"c", "d_files"} == {source.notice_id for source in find(raw)[0]} & {
        "c",
        "c_files",
        "c.files",
        "d_files",
    }


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        find(tmp_path / "none")
    (tmp_path / ".gitkeep").touch()
    (tmp_path / "lost.toml").touch()
    with pytest.raises(FileNotFoundError, match="holds no notice"):
        find(tmp_path)
