"""Bytes become text, or a clear word on why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.read import read
from pipeline.read.text import LONGEST_LINE, bytes_to_text, media_type, text_to_pages

SAMPLE = "关于加快发展养老服务的通知\n一、总体目标。到2025年，建成镇养老服务中心25个。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_same_text_from_every_encoding(encoding: str) -> None:
    text = bytes_to_text(SAMPLE.encode(encoding)).text
    assert text == SAMPLE


def test_line_ends_are_kept_as_they_are() -> None:
    text = bytes_to_text("一\r\n二\r三".encode()).text
    assert text == "一\r\n二\r三"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("garbage.txt", bytes(range(256)) * 40, "no text"),
        ("nul.txt", b"\x00\x01\x02\x03" * 500, "no text"),
        ("notice.txt", b"%PDF-1.7\n...", "PDF"),
        ("notice.txt", b"PK\x03\x04....", "ZIP"),
        ("notice.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
        ("notice.xyz", SAMPLE.encode(), "extension .xyz"),
        ("long.txt", "字".encode() * (LONGEST_LINE + 1), "line of"),
    ],
)
def test_bad_files_say_what_is_wrong_and_what_to_do(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unreadable) as raised:
        read(path, "x", {})
    assert said in raised.value.why.en
    assert raised.value.remedy


def test_a_line_of_50_megabytes_ends_in_a_word_not_in_a_hang(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"a" * 50_000_000)
    with pytest.raises(Unreadable, match="line of 50,000,000 characters"):
        read(path, "x", {})


def test_broken_link_and_folder(tmp_path: Path) -> None:
    link = tmp_path / "gone.txt"
    link.symlink_to(tmp_path / "nothing.txt")
    with pytest.raises(Unreadable, match="symbolic link to nothing"):
        read(link, "x", {})
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(Unreadable, match="folder without files"):
        read(folder, "x", {})


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        ((1, 2, 5), [1, 2, 5]),
        ((1, 1, 2), [1, 2]),
        ((0, 0, 1), [1]),
        ((2, 1, 3), [2, 3]),
        (("9" * 5000, 2), [1, 2]),
    ],
)
def test_no_page_has_two_numbers_and_no_number_two_pages(
    marks: tuple[object, ...], numbers: list[int]
) -> None:
    text = "".join(f"# Page {n}:\n某市\n" for n in marks)
    pages = text_to_pages(text)
    assert [page.number for page in pages] == numbers
    assert pages[-1].span.end == len(text)


def test_a_document_without_words_is_no_success(tmp_path: Path) -> None:
    from docx import Document as Docx

    path = tmp_path / "empty.docx"
    Docx().save(str(path))
    with pytest.raises(Unreadable, match="only blanks"):
        read(path, "x", {})


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(SAMPLE, "utf-8")

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Unreadable, match="permission denied"):
        read(path, "x", {})


def test_pages_and_media_type() -> None:
    text = "# Page 7:\n甲\n# Page 8:\n乙\n"
    assert [p.number for p in text_to_pages(text)] == [7, 8]
    assert [p.number for p in text_to_pages("甲\f乙")] == [1, 2]
    assert text_to_pages("甲\n乙") == ()
    assert media_type("## 一、目标\n\n**责任单位：**区民政局", ".txt") == "text/markdown"
    assert media_type("> 关于防汛的通知\n\n> 各县：\n", ".txt") == "text/markdown"
    assert media_type("> 首页\n关于防汛的通知\n", ".txt") == "text/plain"
    assert media_type(text, ".txt") == "text/plain"
