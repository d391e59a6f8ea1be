"""A notice of raw/ printed and scanned: the same table facts, tables over several pages and merged headings included.

By itself the one with the largest table, 30 towns under headings of three levels (50 s); with SCANS=all all five, as
`make scans` reads them with more to see (3 minutes).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.read import ocr

if not ocr.is_available():
    pytest.skip("the extra `ocr` is not installed: make ocr", allow_module_level=True)

import numpy as np
from drawn_pages import font_file
from PIL import Image
from scan_facts import LEAST_FACTS, LEAST_TABLES, compare
from scans import scanned

from pipeline.review.score import ratio

NOTICES = sorted((Path(__file__).parents[2] / "raw").glob("*.txt"))
ALWAYS = "jiangjin-2021-78"


@pytest.mark.parametrize("notice", NOTICES, ids=[notice.stem for notice in NOTICES])
def test_a_scan_gives_the_facts_of_the_text(notice: Path, tmp_path: Path) -> None:
    if notice.stem != ALWAYS and os.environ.get("SCANS") != "all":
        pytest.skip("SCANS=all reads this one too")
    font = font_file()
    if font is None:
        pytest.skip("no font with Chinese characters on this machine")
    found = compare(notice, font, tmp_path)
    print(found.line(), *found.differences, sep="\n")
    assert found.facts[2] > 40, "nothing to compare"
    assert found.tables[2] > 250 or notice.stem != ALWAYS, "nothing to compare"
    assert not found.tables[2] or ratio(found.tables)["f1"] >= LEAST_TABLES, found.differences
    assert ratio(found.facts)["f1"] >= LEAST_FACTS, found.differences
    assert not found.falsely_certified


def test_a_scan_is_tilted_grey_and_grainy_and_the_same_each_time() -> None:
    page = Image.new("RGB", (600, 800), "white")
    page.paste("black", (100, 400, 500, 404))
    one, again, other = (np.asarray(scanned(page, seed)) for seed in (3, 3, 4))
    assert (one == again).all()
    assert (one != other).any()
    paper = one[20:300, :, 0]
    assert 200 < paper.mean() < 240
    assert paper.std() > 3
    left, right = (int(np.argmin(one[:, x, 0].astype(int))) for x in (120, 480))
    assert 2 <= abs(left - right) <= 7
