"""Plans, indicators and tasks drawn with rules or three lines, printed and scanned: the facts of their Word twin, a status that is no higher."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from pipeline.read import ocr

if not ocr.is_available():
    pytest.skip("the extra `ocr` is not installed: make ocr", allow_module_level=True)

from drawn_pages import WIDTH, Printer, font_file, wrapped
from scans import as_pdf, scanned

from tests.read.test_drawn_tables_in_every_format import indicators, plan, subtotals, tasks
from tests.read.test_one_table_in_every_format import TITLE, Rows, facts_of_files, files

# From the surest on.
STATUSES = ("certified", "consistent", "unverified", "ambiguous")
PITCH, MARGIN = 52, 40


def printed(rows: Rows, font_path: str, is_ruled: bool = True) -> Printer:
    """A page with the title and the table, ruled or with lines above, below the headings and at its end alone."""
    printer = Printer(font_path)
    printer.heading(TITLE)
    draw, font = printer.room(1000), printer.sized(38)
    widths = [max(font.getlength(row[j]) for row in rows) for j in range(len(rows[0]))]
    while sum(widths) > WIDTH - 400 - MARGIN * len(widths):
        widths[widths.index(max(widths))] *= 0.95
    xs = [200]
    for width in widths:
        xs.append(int(xs[-1] + width + MARGIN))
    y = printer.y + 40
    levels = [y]
    for row in rows:
        lines = [list(wrapped(text, int(width) + 2, font)) for text, width in zip(row, widths, strict=True)]
        height = PITCH * max(map(len, lines)) + 26
        for (left, right), cell in zip(pairwise(xs), lines, strict=True):
            if is_ruled:
                draw.rectangle((left, y, right, y + height), outline="black", width=4)
            for n, text in enumerate(cell):
                at = y + (height - PITCH * len(cell)) // 2 + PITCH * n + PITCH // 2
                draw.text(((left + right) // 2, at), text, "black", font, anchor="mm")
        y += height
        levels.append(y)
    for level in () if is_ruled else (*levels[:2], levels[-1]):
        draw.line((xs[0], level, xs[-1], level), "black", 4)
    return printer


@pytest.mark.parametrize(
    ("draw", "is_ruled"),
    [*((draw, True) for draw in (plan, indicators, tasks, subtotals)), (plan, False), (indicators, False)],
)
@pytest.mark.parametrize("seed", [0, 2])
def test_a_scan_gives_the_facts_of_the_table(
    draw: Callable[[Random], Rows], is_ruled: bool, seed: int, tmp_path: Path
) -> None:
    font = font_file()
    if font is None:
        pytest.skip("no font with Chinese characters on this machine")
    rows = draw(Random(seed))
    (page,) = printed(rows, font, is_ruled).pages
    drawn = {
        "word.docx": files(rows)["word.docx"],
        "clean.pdf": as_pdf([page]),
        "scan.pdf": as_pdf([scanned(page, seed)]),
    }
    found = facts_of_files(drawn, tmp_path)
    wanted, (status,) = found["word.docx"]
    assert sum(wanted.values()) >= len(rows) - 1
    for name in ("clean.pdf", "scan.pdf"):
        facts, (got,) = found[name]
        assert facts == wanted, name
        assert STATUSES.index(got) >= STATUSES.index(status), name


@pytest.mark.parametrize("seed", [0, 2])
@pytest.mark.parametrize("draw", [tasks, subtotals])
def test_what_is_not_proved_of_three_lines_is_not_read(
    draw: Callable[[Random], Rows], seed: int, tmp_path: Path
) -> None:
    """Cells folded over several lines, groups of rows: the facts of the table, or none."""
    font = font_file()
    if font is None:
        pytest.skip("no font with Chinese characters on this machine")
    rows = draw(Random(seed))
    (page,) = printed(rows, font, is_ruled=False).pages
    drawn = {"word.docx": files(rows)["word.docx"], "clean.pdf": as_pdf([page])}
    found = facts_of_files(drawn, tmp_path)
    assert found["clean.pdf"][0] in (found["word.docx"][0], {})
