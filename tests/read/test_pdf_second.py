"""pdfplumber reads what pdfium does not open and what our own reading stumbles over, and that is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_fixtures import Drawn, drawn_to_pdf

from pipeline.model import Unreadable
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.pdf import read_pdf
from pipeline.read.pdf.laid import page_to_laid


def titled(n: int) -> Drawn:
    return Drawn().text(f"关于推进养老服务体系建设的通知之{'甲乙丙'[n]}", 90, 100)


WORDS = [f"关于推进养老服务体系建设的通知之{letter}" for letter in "甲乙丙"]
SOUND = drawn_to_pdf([titled(n) for n in range(3)])
TABLE = [["镇街", "床位"], ["白沙镇", "80"], ["朱杨镇", "35"]]


def ruled() -> Drawn:
    drawn = Drawn().text("附表如下。", 90, 80)
    for i in range(4):
        drawn.line(90, 100 + 30 * i, 290, 100 + 30 * i)
    for j in range(3):
        drawn.line(90 + 100 * j, 100, 90 + 100 * j, 190)
    for i, row in enumerate(TABLE):
        for j, words in enumerate(row):
            drawn.text(words, 95 + 100 * j, 105 + 30 * i)  # Within its cell in any font.
    return drawn


@pytest.fixture
def stumbles(monkeypatch: pytest.MonkeyPatch) -> Callable[[set[int]], None]:
    """Our own reading fails on pages of these numbers."""

    def on(numbers: set[int]) -> None:
        def read(page: object, number: int, most: int, above: tuple[float, ...]) -> object:
            if number in numbers:
                raise IndexError
            return page_to_laid(page, number, most, above)  # type: ignore[arg-type]

        monkeypatch.setattr("pipeline.read.pdf.sheets.page_to_laid", read)

    return on


def read(content: bytes) -> Parts:
    return read_pdf(content, "a.pdf", Limits())


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_page_that_ours_stumbles_over(number: int, stumbles: Callable[[set[int]], None]) -> None:
    stumbles({number})
    parts = read(SOUND)
    assert parts.text.split() == WORDS
    assert [page.done for page in parts.pages].index("text: by pdfplumber") == number - 1
    (issue,) = parts.issues
    assert (issue.kind, issue.where) == ("second_reader", f"page {number}")


def test_its_tables_are_the_same_cells(stumbles: Callable[[set[int]], None]) -> None:
    content = drawn_to_pdf([ruled()])
    ours = read(content)
    stumbles({1})
    theirs = read(content)
    assert [[piece.text for piece in row] for row in theirs.grids[0].rows] == TABLE
    assert theirs.text == ours.text
    assert [box.span for box in theirs.boxes] == [box.span for box in ours.boxes]
    for mine, other in zip(ours.boxes, theirs.boxes, strict=True):
        assert mine.x0 == pytest.approx(other.x0, abs=2) and mine.top == pytest.approx(other.top, abs=8)


def test_a_file_that_pdfium_does_not_open() -> None:
    parts = read(SOUND.replace(b"%PDF-1.7", b"%XDF-1.7"))
    assert parts.text.split() == WORDS
    assert [issue.kind for issue in parts.issues] == ["second_reader"]


def test_a_page_that_only_one_of_them_counts_is_never_another() -> None:
    """pdfplumber leaves the first page out: what it calls the first is the second."""
    parts = read(SOUND.replace(b"/Type /Page /Parent", b"/Type /Pxge /Parent", 1))
    assert parts.text.split() == WORDS[1:]
    assert [issue.kind for issue in parts.issues] == ["unreadable_page"]


def test_what_neither_opens_is_damaged() -> None:
    with pytest.raises(Unreadable) as error:
        read(SOUND[: SOUND.index(b"xref\n0")])
    assert error.value.why.key == "damaged_pdf"


def test_too_many_pages_are_too_many_for_both() -> None:
    for content in (SOUND, SOUND.replace(b"%PDF-1.7", b"%XDF-1.7")):
        with pytest.raises(Unreadable) as error:
            read_pdf(content, "a.pdf", Limits(max_pages=2))
        assert error.value.why.key == "too_many_pages"
