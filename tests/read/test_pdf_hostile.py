"""Damaged and malicious PDFs: a clear reason, soon, and nothing published that was not read."""

from __future__ import annotations

import faulthandler
import os
import zlib
from pathlib import Path

import pytest
from pdf_fixtures import Drawn, drawn_to_pdf, objects_to_file

from pipeline.model import Unreadable
from pipeline.read import read as read_file
from pipeline.read.isolation import isolated
from pipeline.read.limits import Limits
from pipeline.read.pdf import read_pdf

SOUND = drawn_to_pdf([Drawn().text("关于推进养老服务体系建设的通知", 90, 100) for _ in range(3)])


def worked() -> float:
    """Seconds of the processor, of children too: by the clock a busy machine takes longer."""
    return sum(os.times()[:4])


def reason(content: bytes, limits: Limits | None = None) -> str:
    started = worked()
    with pytest.raises(Unreadable) as error:
        read_pdf(content, "a.pdf", limits or Limits())
    assert worked() - started < 20
    assert error.value.remedy
    return error.value.why.en


def stream_page(stream: bytes, filters: bytes = b"") -> bytes:
    return objects_to_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        ]
    )


def test_no_pdf_at_all() -> None:
    assert "damaged" in reason(b"%PDF-1.7\nnothing follows")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_named_or_read_as_far_as_it_goes(share: float) -> None:
    content = SOUND[: int(len(SOUND) * share)]
    try:
        text = read_pdf(content, "a.pdf", Limits()).text
    except Unreadable as error:
        assert "damaged" in error.why.en or "empty" in error.why.en
    else:
        assert set(text.splitlines()) == {"关于推进养老服务体系建设的通知"}


def test_an_encrypted_file_is_named() -> None:
    trailer = (
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <"
        + b"ab" * 32
        + b"> /U <"
        + b"cd" * 32
        + b"> >>"
    )
    content = objects_to_file(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>", trailer]
    )
    content = content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [<01> <01>]")
    assert "encrypted" in reason(content)


def test_a_chain_of_tables_that_bites_its_tail_ends() -> None:
    place = SOUND.rindex(b"xref\n0")
    looped = SOUND.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)
    try:
        assert read_pdf(looped, "a.pdf", Limits()).text
    except Unreadable as error:
        assert error.remedy


def test_pages_that_are_their_own_parents_end() -> None:
    content = objects_to_file(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>"]
    )
    assert reason(content)


def test_empty_pages_are_nothing_to_publish() -> None:
    assert "empty" in reason(drawn_to_pdf([Drawn() for _ in range(200)]))


def test_ten_thousand_pages_are_more_than_a_notice_has() -> None:
    assert "10,000 pages" in reason(drawn_to_pdf([Drawn()] * 10_000))


def test_a_page_of_a_million_lines() -> None:
    stream = b"BT /F1 1 Tf " + b"0 -2 Td (abc) Tj " * 1_000_000 + b"ET"
    assert "characters" in reason(stream_page(stream))


def test_more_characters_than_the_limit() -> None:
    pages = [Drawn().text("养老服务" * 8, 20, 100) for _ in range(4)]
    assert "100 characters" in reason(drawn_to_pdf(pages), Limits(max_chars=100))


def test_more_cells_than_the_limit() -> None:
    page = Drawn().grid([90, 200, 300], [100, 130, 160], [["甲", "乙"], ["丙", "丁"]])
    assert "4 cells" in reason(drawn_to_pdf([page]), Limits(max_cells=3))


def test_a_stream_that_is_blanks_alone() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(10)) + packer.flush()
    assert "empty" in reason(stream_page(packed, b"/Filter /FlateDecode"))


def test_a_drawing_of_many_lines_is_no_table() -> None:
    page = Drawn().text("关于推进养老服务体系建设的通知", 90, 20)
    for i in range(700):
        page.line(0, 50 + i, 595, 50 + i)
    for i in range(590):
        page.line(i, 50, i, 800)
    started = worked()
    assert read_pdf(drawn_to_pdf([page]), "a.pdf", Limits()).text.strip()
    assert worked() - started < 10


def test_a_form_that_draws_itself_twice_is_stopped() -> None:
    # pdfium follows it into 2^n forms; only the time limit of the process ends that.
    content = objects_to_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /XObject << /X 5 0 R >> >> >>",
            b"<< /Length 5 >>\nstream\n/X Do\nendstream",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
            b" /Length 10 >>\nstream\n/X Do /X Do\nendstream",
        ]
    )
    # What pdfium says when it dies is no failure of the test.
    faulthandler.disable()
    with pytest.raises(Unreadable, match=r"seconds|memory|ended by"):
        isolated("pipeline.read.pdf:read_pdf", content, "a.pdf", Limits(seconds=2, memory_mb=500))


def test_a_page_of_no_size_is_left_out() -> None:
    pages = [Drawn(), Drawn(width=0, height=0), Drawn(width=1e9, height=1e9)]
    pages[0].text("关于推进养老服务体系建设的通知", 90, 100)
    parts = read_pdf(drawn_to_pdf(pages), "a.pdf", Limits())
    assert parts.text.strip() == "关于推进养老服务体系建设的通知"
    assert len(parts.pages) == 3


def test_in_its_own_process_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SOUND)
    document = read_file(tmp_path / "a.txt", "a", {})
    assert document.media_type == "application/pdf"
    assert len(document.pages) == 3
