"""A page of names alone, whose characters stand in no common pair, is no page with a wrong font."""

from __future__ import annotations

import pytest

from pipeline.messages import Message
from pipeline.read.pdf.tables import boxes_to_ruled, is_table
from pipeline.read.pdf.verdict import lie

NAMES = [f"{a}{b}" for a in "桐梓榆槐柏枫" for b in "溪岭坪坳坝坞"]


def judged(ends: str) -> Message | None:
    return lie("\n".join(f"{name}{end}\n{n}" for n, name in enumerate(NAMES) for end in ends[n % len(ends)]))


@pytest.mark.parametrize("ends", ["镇", "乡", "村", "镇乡", "县区市"])
def test_places_are_known_by_their_ends(ends: str) -> None:
    assert judged(ends) is None


@pytest.mark.parametrize("ends", ["凸", "凹凸", "囗", "丩丬"])
def test_other_characters_are_still_wrong(ends: str) -> None:
    assert judged(ends) is not None


@pytest.mark.parametrize(
    ("above", "is_one"),
    [
        ((), False),
        ((0.0, 100.0, 200.0, 300.0), True),
        ((0.0, 150.0, 300.0), False),
        ((0.0, 90.0, 200.0, 300.0), False),
    ],
)
def test_the_rest_of_one_cell_is_of_the_table_the_page_before_ends_with(
    above: tuple[float, ...], is_one: bool
) -> None:
    ruled = boxes_to_ruled([(x, 50.0, x + 100, 70.0) for x in (0.0, 100.0, 200.0)])
    assert is_table(ruled, ["", "府、市教育局", ""], above) is is_one
    assert not is_table(ruled, ["", "", ""], above)


@pytest.mark.parametrize(
    "text",
    [
        "懷化市人民政府辦公室關於印發實施方案的通知各縣市區人民政府市直機關各單位經市人民政府同意現將實施方案印發給你們請認真組織實施為全面貫徹經濟工作會議精神制定本實施方案",
        "為深入貫徹習近平總書記關於優化營商環境的重要指示精神全面落實黨中央國務院關於優化營商環境的決策部署加快打造法治化國際化便利化的營商環境結合我省實際提出如下意見",
        "第一條為了使規範性文件的制定科學化制度化保證規範性文件合法有效加強對規範性文件的監督和管理維護法制統一推進依法行政根據有關規定結合本市實際制定本規定",
    ],
)
def test_a_page_in_traditional_script_is_text(text: str) -> None:
    assert lie(text) is None
    exchanged = "".join(chr(0x9000 + ord(char) % 0xE00) for char in text)
    assert lie(exchanged) is not None
