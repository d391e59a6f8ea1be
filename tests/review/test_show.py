"""A published table drawn in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.review.show import show
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

RAW = Path(__file__).parents[2] / "raw"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show") / "extracted"
    run(RAW / "dadukou-2020-17.txt", folder, 1, lambda *_: None)
    return folder


def test_repairs_stand_under_the_table(out: Path) -> None:
    text = show(out, "dadukou-2020-17", "2")
    assert "12 rows, 17 columns, plan, certified" in text
    assert "✓ shifted_row row 3 (certified): the row shifted left by 2" in text
    assert "was   |  | 跃进村街道 | 10 | 0" in text


def test_a_table_may_be_named_by_its_id(out: Path) -> None:
    first = show(out, "dadukou-2020-17", "1")
    assert show(out, "dadukou-2020-17", first.split()[1]) == first


def test_what_is_not_there_is_said(out: Path) -> None:
    with pytest.raises(LookupError, match="there are 1 = "):
        show(out, "dadukou-2020-17", "9")
    with pytest.raises(LookupError, match="no tables"):
        show(out, "nothing")


def test_a_table_of_a_text_notice_cannot_be_drawn_on_pages(out: Path, tmp_path: Path) -> None:
    from pipeline.review.draw import draw

    with pytest.raises(LookupError, match="no PDF"):
        draw(out, RAW, ("dadukou-2020-17", "1"), tmp_path / "table.png")


def test_cells_are_drawn_on_the_page_they_stand_on(tmp_path: Path) -> None:
    """A page ruled by hand, read, published and drawn again: the picture has one page, its cells in colour."""
    pytest.importorskip("pypdfium2")
    from PIL import Image

    from pipeline.review.draw import draw

    corpus = Path(__file__).parents[3] / "shared" / "corpus" / "pdf_table_上海_高中招生改革问答_7p.pdf"
    if not corpus.is_file():
        pytest.skip("no ../shared/corpus here")
    folder, png = tmp_path / "extracted", tmp_path / "table.png"
    run(corpus, folder, 1, lambda *_: None)
    assert draw(folder, corpus.parent, (corpus.stem, "1"), png) >= 1
    colours = {colour for _, colour in Image.open(png).convert("RGB").getcolors(1 << 24) or ()}
    assert {(40, 90, 200), (200, 60, 40), (170, 170, 170)} <= colours
