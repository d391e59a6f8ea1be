"""What a recogniser of lines gets wrong or leaves out, found by shape, by gaps, by the script of the page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.read import ocr

if not ocr.is_available():
    pytest.skip("the extra `ocr` is not installed: make ocr", allow_module_level=True)

import cv2
import numpy as np
from drawn_pages import font_file
from PIL import Image, ImageDraw, ImageFont

from pipeline.read.ocr import OcrCell, OcrLine, OcrPage, OcrTable, lost
from pipeline.read.ocr.dashes import strokes_to_dashes
from pipeline.read.ocr.engine import Reading
from pipeline.read.ocr.lost import Gap, find_gaps, put_in, with_lost
from pipeline.read.ocr.page import LEAST_CONFIDENCE
from pipeline.read.ocr.script import in_one_script, is_simplified

# --- dashes by their shape --------------------------------------------------------------------


def strokes(*spans: tuple[int, int], height: int = 3, blur: float = 0) -> np.ndarray:
    """Strokes from x0 to x1 beside one another, cut out as lines of cells are."""
    cell = np.full((21, 260), 255, np.uint8)
    for x0, x1 in spans:
        cell[10 - height // 2 : 10 - height // 2 + height, x0:x1] = 0
    cell = cv2.GaussianBlur(cell, (0, 0), blur) if blur else cell
    inked = np.flatnonzero((cell < 225).any(axis=1))
    return np.asarray(cell[inked[0] : inked[-1] + 1])


@pytest.mark.parametrize("blur", [0, 1.6])
@pytest.mark.parametrize(
    ("spans", "dashes"),
    [
        ([(10, 19), (23, 32), (36, 45)], "---"),
        ([(10, 48), (54, 92)], "——"),
        ([(10, 200)], "—————"),
        ([(10, 48)], ""),
        ([(10, 14), (24, 28), (38, 42)], ""),
    ],
    ids=["hyphens", "dashes", "dashes that touch", "a dash or 一", "dots"],
)
def test_strokes_alone_are_dashes(spans: Sequence[tuple[int, int]], dashes: str, blur: float) -> None:
    assert strokes_to_dashes(strokes(*spans, blur=blur), 38) == dashes


def test_what_is_higher_than_strokes_is_none() -> None:
    assert strokes_to_dashes(strokes((10, 80), (90, 160), height=18), 38) == ""


# --- characters left out ----------------------------------------------------------------------

PITCH = 60


def line(places: Sequence[int]) -> np.ndarray:
    """A line of print with a square of ink at each of these places."""
    picture = np.full((60, PITCH * (max(places) + 2)), 255, np.uint8)
    for place in places:
        picture[10:50, place * PITCH + 10 : place * PITCH + 50] = 0
    return picture


def reading(text: str, places: Sequence[int]) -> Reading:
    return Reading(text, (1.0,) * len(text), tuple(place * PITCH + 30.0 for place in places))


SAID, HEARD = [0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 5, 6, 7]
SHORT = reading("茨竹镇华敬老院", HEARD)


def test_a_gap_with_ink_in_it_is_a_character_left_out() -> None:
    assert find_gaps(line(SAID), SHORT) == [Gap(3, 1, PITCH)]
    assert find_gaps(line(HEARD), SHORT) == [], "a blank"
    assert find_gaps(line(SAID), reading("茨竹镇华蓥敬老院", SAID)) == []
    assert find_gaps(line(SAID), reading("茨竹镇。敬老院", HEARD)) == [], "beside punctuation gaps are wide"
    assert find_gaps(line([0, 1, 3, 4, 5]), reading("责任部门", [0, 1, 3, 5])) == [], (
        "too few to know a width"
    )


def test_what_is_read_again_is_put_in_as_sure_as_it_is() -> None:
    filled = put_in(SHORT, Gap(3, 1, PITCH), Reading("、竹镇华蓥敬老院", (1, 1, 1, 1, 0.6, 1, 1, 1)))
    assert filled is not None
    assert filled.text == "茨竹镇华蓥敬老院"
    assert filled.confidences == (1, 1, 1, 1, 0.6, 1, 1, 1)
    assert list(filled.starts) == sorted(filled.starts)
    assert put_in(SHORT, Gap(3, 1, PITCH), SHORT) is None
    assert put_in(SHORT, Gap(3, 1, PITCH), Reading("华蓥山敬老", (1.0,) * 5)) is None, (
        "more than there is room for"
    )


def test_what_cannot_be_read_again_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost, "read_lines", lambda pictures: [SHORT] * len(pictures))
    (doubted,) = with_lost([line(SAID)], [SHORT])
    assert doubted.text == SHORT.text
    assert [one < LEAST_CONFIDENCE for one in doubted.confidences] == [i in (3, 4) for i in range(7)]


def test_a_rare_character_is_read_or_doubted() -> None:
    font = font_file()
    if font is None:
        pytest.skip("no font with Chinese characters on this machine")
    page = Image.new("RGB", (2480, 3508), "white")
    drawn = ImageFont.truetype(font, 60, index=2 if "CJK" in font else 0)
    said = "木耳镇敬老院；对大湾镇红竹敬老院、茨竹镇华蓥敬老院进行改"
    for i in range(3):
        ImageDraw.Draw(page).text((330, 400 + 110 * i), said, "black", drawn)
    lines = ocr.page_to_lines(np.asarray(page), 300).lines
    assert len(lines) == 3
    for one in lines:
        assert one.text == said or min(one.confidences) < LEAST_CONFIDENCE


# --- one script a page ------------------------------------------------------------------------


def page(*texts: str) -> OcrPage:
    lines = [OcrLine(text, (1.0,) * len(text), 0, 0, 9, 9) for text in texts]
    cells = tuple(OcrCell(0, i, 1, 1, (one,)) for i, one in enumerate(lines))
    return OcrPage((*lines, OcrTable(cells, 0, 0, 9, 9)), 10, 10)


def test_a_page_is_in_one_script() -> None:
    (mended, table) = in_one_script(page("各类养老服务设施的类別")).blocks
    assert isinstance(mended, OcrLine)
    assert isinstance(table, OcrTable)
    assert mended.text == table.cells[0].lines[0].text == "各类养老服务设施的类别"
    traditional = page("各類養老服務設施的類別")
    assert in_one_script(traditional) is traditional
    assert is_simplified("《臺灣省志》载，" + "农村养老服务设施" * 10)
    assert not is_simplified("農村養老服務設施類別")
