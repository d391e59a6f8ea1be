"""Lines of which each may be one cell of a table that came out a cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import ANNEX, Line, is_caption

_LONGEST = 60


def may_be_cells(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The places of the lines from `start` on that may be cells, page numbers left out, up to what parts a table from what
    is below it: an annex, a caption, a day, a line with marks of its own."""
    for n in range(start, len(lines)):
        line, words = lines[n], lines[n].squeezed
        if line.furniture == "page_number":
            continue
        parted = line.furniture or line.level or "\t" in line.text or "|" in line.text
        if parted or len(words) > _LONGEST or ANNEX.match(words) or is_caption(line) or text_to_date(words):
            return
        yield n
