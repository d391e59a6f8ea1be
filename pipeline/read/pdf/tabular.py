"""Whether what stands between two rules is like a table."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.headings import may_be_heading, meaning, names_continued
from pipeline.read.pdf.grounds import Ground
from pipeline.read.pdf.gutters import Printed, columns_of
from pipeline.read.pdf.lattice import TOLERANCE

_VALUE = patterns.compile(r"(?!(?:19|20)\d\d$)[≥≤＞＜><~约]?[-+−±]?\d[\d,.，]*\s*[%‰％]?|[-—–－/]+")
# Headings of a table whose words alone say that it is one are so many, and stand in one of so many lines.
FEWEST_HEADINGS, _MOST_LINES = 3, 3
# One stretch of letters over so much of a table's width is a line of prose.
_PROSE = 0.85


def tabular_runs(
    ground: Ground, bands: Sequence[Sequence[int]], width: tuple[float, float], gutters: Sequence[float] = ()
) -> list[tuple[int, int]]:
    """Runs [first, last) of bands that are like a table's; one line between two of them may name a group of rows. Where
    `gutters` of the table are known, also what is of one column."""
    tabular = [
        (is_tabular(ground, band, width) or is_of_column(ground, band, gutters))
        and not (
            _may_be_caption(ground, band) and any(_is_headed(ground, below) for below in bands[n : n + 1])
        )
        for n, band in enumerate(bands, 1)
    ]
    runs: list[tuple[int, int]] = []
    for i, is_like in enumerate(tabular):
        if not is_like:
            continue
        joins = runs and (runs[-1][1] == i or (runs[-1][1] == i - 1 and _parts_none(ground, bands, i)))
        runs = [*runs[:-1], (runs[-1][0], i + 1)] if joins else [*runs, (i, i + 1)]
    return runs


def _may_be_caption(ground: Ground, band: Sequence[int]) -> bool:
    """A line of words, whose first may stand apart: 附件2   任务表."""
    rows = ground.printed(band)
    return (
        len(rows) == 1
        and len(rows[0].chunks) < FEWEST_HEADINGS
        and not any(is_value(c.text) for c in rows[0].chunks)
    )


def _parts_none(ground: Ground, bands: Sequence[Sequence[int]], at: int) -> bool:
    """The band before is one cell, and no headings follow it."""
    return is_one_cell(ground, bands[at - 1]) and not _is_headed(ground, bands[at])


def _is_headed(ground: Ground, band: Sequence[int]) -> bool:
    """A band is headings, or begins with them: what stands alone above it is the caption."""
    rows = ground.printed(band)
    return is_heading(rows) or any(map(is_named, rows[:_MOST_LINES]))


def is_one_cell(ground: Ground, band: Sequence[int]) -> bool:
    return all(len(row.chunks) == 1 for row in ground.printed(band))


def is_heading(rows: Sequence[Printed]) -> bool:
    """Half of what stands in a band or more are headings known."""
    texts = [chunk.text for row in rows for chunk in row.chunks]
    return sum(may_be_heading(text) and bool(meaning(text)) for text in texts) * 2 > len(texts)


def is_named(row: Printed) -> bool:
    """Known headings side by side, or any behind that of the numbers of rows, and no value beside them: 7  各行业主管部门  2027年底前 is a row."""
    valued = any(is_value(chunk.text) for chunk in row.chunks)
    numbers = meaning(row.chunks[0].text) == "row_number"
    return len(row.chunks) >= FEWEST_HEADINGS and not valued and (numbers or is_heading([row]))


def is_value(text: str) -> bool:
    return bool(_VALUE.fullmatch(text))


def is_tabular(ground: Ground, band: Sequence[int], width: tuple[float, float]) -> bool:
    """Something is parted by a gap, nothing is a line of prose or sticks out beside the rules."""
    printed = ground.printed(band)
    several = any(len(row.chunks) > 1 for row in printed)
    prose = any(is_wide(row, width[1] - width[0]) for row in printed)
    within = all(
        width[0] - TOLERANCE <= row.chunks[0].x0 and row.chunks[-1].x1 <= width[1] + TOLERANCE
        for row in printed
    )
    return within and several and not prose


def is_of_column(ground: Ground, band: Sequence[int], gutters: Sequence[float]) -> bool:
    """All that two rules have between them is of one of several columns: a cell beside others that reach over rows, or
    the end of one that the end of the page cut."""
    reached = {columns_of(chunk, gutters) for row in ground.printed(band) for chunk in row.chunks}
    return bool(gutters) and len(reached) == 1 and all(n == 1 for _, n in reached)


def is_wide(row: Printed, width: float) -> bool:
    """Whether a row is one stretch over most of the width: a line of prose."""
    return len(row.chunks) == 1 and row.chunks[0].x1 - row.chunks[0].x0 > _PROSE * width


def are_titles(ground: Ground, rows: Sequence[int]) -> bool:
    """Lines that say again what the table is (续表), or none."""
    return all(len(row.chunks) == 1 for row in ground.printed(rows)) and (
        not rows or any(names_continued("".join(g.char for g in ground.rows[i])) for i in rows)
    )
