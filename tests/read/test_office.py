"""DOC, WPS and RTF: through LibreOffice where it is, a clear word where it is not."""

from __future__ import annotations

import io
import stat
import struct
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.model import Unreadable
from pipeline.read import office
from pipeline.read.doc_text import ole_to_doc_text
from pipeline.read.limits import Limits
from pipeline.read.office import find_program, read_ole, read_rtf
from pipeline.read.ole import MAGIC, open_ole
from pipeline.read.zip import read_zip
from tests.read.doc_files import doc
from tests.read.ole_files import ole
from tests.read.word_files import docx, p, packed, tbl, tc, tr

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
with_office = pytest.mark.skipif(find_program() is None, reason="LibreOffice is not installed")
with_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")

RTF = (
    rb"{\rtf1\ansi\ansicpg936\deff0 \u20851?\u20110?\u20859?\u32769?\u30340?\u36890?\u30693?\par"
    rb"\trowd\cellx1000\cellx2000 \u38215?\cell 25\cell\row\trowd\cellx1000\cellx2000 \u26449?\cell 8\cell\row}"
)


def test_streams_of_a_container_are_found_by_name() -> None:
    container = open_ole(ole(("WordDocument", b"one"), ("1Table", b"two" * 2000)))
    assert container.read("WordDocument").startswith(b"one")
    assert container.read("1Table").rstrip(b"\0") == b"two" * 2000
    assert container.read("missing") == b""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (MAGIC, "damaged OLE"),
        (MAGIC + bytes(600), "damaged OLE"),
        (ole(("EncryptedPackage", b"")), "encrypted"),
        (ole(("WordDocument", bytes(11) + b"\x01")), "encrypted"),
        (ole(("PowerPoint Document", b"")), "without text or tables"),
    ],
)
def test_bad_containers_say_why(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_ole(content, "notice.doc", Limits())


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    content = bytearray(ole(("WordDocument", b"x" * 4096)))
    struct.pack_into(
        "<I", content, 512 + 4 * 3, 2
    )  # The second sector of the stream leads back to its first.
    assert len(open_ole(bytes(content)).read("WordDocument")) <= 4096


def test_without_libreoffice_the_remedy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(Unreadable, match=r"not installed.*apt-get install.*brew install"):
        read_rtf(RTF, "notice.rtf", Limits())


def test_libreoffice_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 1000 &\necho $! >{tmp_path}/started\nsleep 1000\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    with pytest.raises(Unreadable, match=r"took more than 0\.4 seconds"):
        read_rtf(RTF, "notice.rtf", Limits(seconds=0.5))
    started = Path("/proc", (tmp_path / "started").read_text().strip(), "stat")
    for _ in range(100):
        if not started.exists() or started.read_text().rpartition(")")[2].split()[0] in "ZX":
            break  # Nobody may have asked yet how it ended.
        time.sleep(0.1)
    else:
        raise AssertionError("what it started is left")


def test_a_file_it_does_not_know_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: "/bin/true")
    with pytest.raises(Unreadable, match="could not open it"):
        read_rtf(RTF, "notice.rtf", Limits())


STORED = "关于养老的通知\r见\x13 HYPERLINK x \x14附件\x15一\r镇\x07床位\x07\x07"


def test_words_a_doc_file_stores_are_known_without_libreoffice() -> None:
    stored = ole_to_doc_text(open_ole(doc(STORED)))
    assert stored is not None
    assert (stored.paragraphs, stored.cells) == (("关于养老的通知", "见附件一", "镇", "床位"), 2)
    assert ole_to_doc_text(open_ole(doc(STORED, field=0x65))) is None


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (p("关于养老的通知") + p("见附件一") + tbl(tr(tc("镇"), tc("床位"))), []),
        (p("关于养老的通知") + p("见附件一") + p("镇") + p("床位"), ["table_lost_in_conversion"]),
        (p("关于养老的通知") + tbl(tr(tc("镇"), tc("床位"))), ["lost_in_conversion"]),
    ],
)
def test_what_libreoffice_loses_is_an_issue(
    body: str, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "convert", lambda *_: docx(body))
    assert [issue.kind for issue in read_ole(doc(STORED), "notice.doc", Limits()).issues] == kinds


@with_office
def test_rtf() -> None:
    parts = read_rtf(RTF, "notice.rtf", Limits())
    assert parts.media_type == "application/rtf"
    assert parts.text.splitlines()[0] == "关于养老的通知"
    (grid,) = parts.grids
    assert [[piece.text for piece in row] for row in grid.rows] == [["镇", "25"], ["村", "8"]]


@with_office
@with_corpus
def test_real_doc_with_merged_cells() -> None:
    (path,) = CORPUS.glob("doc_table_*.doc")
    parts = read_ole(path.read_bytes(), path.name, Limits())
    assert [(len(grid.rows), len(grid.rows[0])) for grid in parts.grids] == [(19, 4), (27, 5), (13, 4)]
    assert parts.issues == ()


@pytest.mark.parametrize(("has_calc", "said"), [(False, "install libreoffice-calc-nogui"), (True, "save it")])
def test_a_sheet_that_cannot_be_opened_names_the_package_if_that_is_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_calc: bool, said: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for library in ("libswlo.so", *(["libsclo.so"] if has_calc else [])):
        (tmp_path / library).touch()
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    with pytest.raises(Unreadable, match=said) as raised:
        read_ole(ole(("Workbook", b"x" * 4096)), "notice.xls", Limits())
    assert ("docx" not in raised.value.message.en and "Calc" in raised.value.message.en) or has_calc


def test_a_sheet_of_open_document_is_read_as_one_of_excel(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Workbook()
    for row in (["镇街", "床位"], ["东镇", 3]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(stored := io.BytesIO())
    asked: list[str] = []
    monkeypatch.setattr(office, "convert", lambda _, kind, *__: asked.append(kind) or stored.getvalue())
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = read_zip(packed({"mimetype": kind, "content.xml": "<a/>"}), "a.ods", Limits())
    assert (asked, parts.media_type) == (["ods"], kind)
    assert [[piece.text for piece in row] for row in parts.grids[0].rows] == [["镇街", "床位"], ["东镇", "3"]]
