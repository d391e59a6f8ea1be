"""add: into raw/, with where it came from; read; what to look at first."""

from __future__ import annotations

import hashlib
import os
import shutil
import tomllib
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.review.add import Origin, put

pytestmark = pytest.mark.usefixtures("here")

NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕20号
一、建设床位
到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局、市财政局）
某市人民政府
2024年6月3日
"""


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    (tmp_path / "download.txt").write_text(NOTICE)
    return tmp_path / "download.txt"


def test_a_notice_is_copied_read_and_shown(found: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--id", "city-2024-20", "--url", 'https://example.org/?q="a"', "--on", "2024-07-01"]
    assert main(["add", str(found), *options]) == 0
    assert Path("raw/city-2024-20.txt").read_text() == NOTICE
    assert tomllib.loads(Path("raw/city-2024-20.toml").read_text()) == {
        "url": 'https://example.org/?q="a"',
        "fetched": __import__("datetime").date(2024, 7, 1),
        "sha256": hashlib.sha256(NOTICE.encode()).hexdigest(),
    }
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "notice added" in printed.out and "新增养老床位300张以上" in printed.out
    assert "Look first at" in printed.out
    assert Path("extracted/notices/city-2024-20.jsonl").exists()


def test_a_second_notice_shows_itself_only(found: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", str(found), "--id", "one"])
    found.write_text(NOTICE.replace("300", "500").replace("20号", "21号"))
    capsys.readouterr()
    assert main(["add", str(found), "--id", "two"]) == 0
    said = capsys.readouterr().out
    assert "\ntwo\n" in said and "\none\n" not in said


def test_no_notice_gets_the_name_of_a_side_file(found: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(found), "--id", "X.corrections"]) == 2
    assert "X.corrections" in capsys.readouterr().err
    assert not Path("raw").exists() and not Path("extracted").exists()


def test_another_notice_of_that_name_is_not_overwritten(
    found: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(found)]) == 0
    assert main(["add", str(found)]) == 0
    found.write_text(NOTICE + "又")
    assert main(["add", str(found)]) == 2
    assert "--id" in capsys.readouterr().err
    assert Path("raw/download.txt").read_text() == NOTICE
    found.rename(found.with_suffix(".md"))
    with pytest.raises(FileExistsError, match="already"):
        put(found.with_suffix(".md"), Path("raw"), "download", Origin())


def test_one_that_cannot_be_read_says_why(found: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found.write_bytes(b"")
    assert main(["add", str(found)]) == 1
    printed = capsys.readouterr()
    assert "download.txt: it is empty" in printed.err
    assert "could not be read (1)" in printed.out


@pytest.mark.parametrize("name", ["../up", "a/b", " a", "a\u202eb"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, found: Path) -> None:
    assert main(["add", str(found), "--id", name]) == 2
    assert not Path("raw").exists()


def test_a_file_changed_under_its_side_file_is_said(found: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", str(found), "--id", "one"])
    Path("raw/one.txt").write_text(NOTICE.replace("300", "400"))
    capsys.readouterr()
    assert main(["extract", "raw", "--quiet"]) == 0
    assert "one.txt: the notice is not the one its side file was written for" in capsys.readouterr().err


def test_origin_is_valid_toml_whatever_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE)
    origin = Origin(url='"\\\n\x7f]', publisher="民政局\t「一」")
    put(tmp_path / "a.txt", tmp_path / "raw", "a", origin)
    said = tomllib.loads((tmp_path / "raw" / "a.toml").read_text("utf-8"))
    assert (said["url"], said["publisher"]) == (origin.url, origin.publisher)


def test_pages_never_show_what_was_read_before(found: Path) -> None:
    out = ["--out", "extracted"]
    assert main(["add", str(found), "--id", "one"]) == 0
    assert not Path("extracted/review").exists(), "none are made that nobody asked for"
    assert main(["review", "extracted"]) == 0
    Path("raw/one.toml").unlink()
    Path("raw/one.txt").write_text(NOTICE.replace("300", "500"))
    assert main(["extract", "raw", *out, "--quiet"]) == 0
    assert "500张以上" in Path("extracted/review/notices/one.html").read_text("utf-8")
    found.write_text(NOTICE.replace("20号", "21号"))
    assert main(["add", str(found), "--id", "two"]) == 0
    assert Path("extracted/review/notices/two.html").is_file()


@pytest.mark.parametrize("is_folder", [False, True], ids=["file", "folder"])
def test_a_copy_that_breaks_off_leaves_no_cut_notice(
    found: Path, is_folder: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = found
    if is_folder:
        given = found.parent / "two"
        given.mkdir()
        for name in ("a.txt", "b.txt"):
            (given / name).write_text(NOTICE)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    put(found, Path("raw"), "before", Origin())
    before = {path.name for path in Path("raw").iterdir()}
    monkeypatch.setattr("shutil.copytree" if is_folder else "os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        put(given, Path("raw"), "one", Origin())
    monkeypatch.undo()
    assert {path.name for path in (given.parent / "raw").iterdir()} - before <= {"one.toml"}


@pytest.mark.parametrize("inside", [False, True], ids=["alone", "in a folder"])
def test_what_never_ends_is_refused_at_once(
    inside: bool, found: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe waits for ever, a device gives bytes without end."""
    folder = found.parent / "folder"
    folder.mkdir()
    shutil.copy(found, folder)
    for strange in (folder / "pipe.txt", folder / "zeros.txt"):
        os.mkfifo(strange) if strange.stem == "pipe" else strange.symlink_to("/dev/zero")
        assert main(["add", str(folder if inside else strange), "--id", "one"]) == 2
        assert "it is not a regular file" in capsys.readouterr().err
        assert not Path("raw").exists()
        strange.unlink()
