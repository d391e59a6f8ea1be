"""Words in columns that no rule parts → the tables they make, each with its parts on one page or several.

A table begins with its headings and goes on as long as lines follow one another and stand in its columns, over the page
where the next begins with such lines or with the headings again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.language.cells import is_note
from pipeline.read.pdf.bare_rows import is_other, rest_of_cell, rows_in_columns
from pipeline.read.pdf.columns_proved import prove_columns
from pipeline.read.pdf.extents import Columns
from pipeline.read.pdf.grounds import Ground, Part, Region, words_of, words_reach
from pipeline.read.pdf.gutters import Printed, columns_of
from pipeline.read.pdf.headed import rows_to_headed
from pipeline.read.pdf.tabular import is_named, is_wide

# Rows follow one another within so many letters' heights, and are so many at least.
_FARTHEST = 3.0
_FEWEST = 3
# So many names of groups stand one below the other.
_MOST_NAMES = 1


def grounds_to_unruled(grounds: Sequence[Ground]) -> list[Region]:
    """The tables without rules, in the order in which they begin."""
    regions: list[Region] = []
    going: Region | None = None
    for page, ground in enumerate(grounds):
        shown = _shown(ground)
        for lines in _near_lines(ground, shown):
            taken = _go_on(going, page, lines) if going and lines[0] == shown[0] else 0
            regions += _first_regions(grounds, page, lines[taken:])
        going = next((region for region in regions[::-1] if _may_go_on(region, page, shown)), None)
    for region in regions:
        _share_width(region)
    return regions


def _may_go_on(region: Region, page: int, shown: Sequence[int]) -> bool:
    """The table ends where the page does, but for the name of a group in letters of its size."""
    if region.parts[-1].page != page:
        return False
    below, rows = _below(region, shown), region.body()
    alike = not any(is_other(row, rows[-1]) for row in region.grounds[page].printed(below))
    return len(below) <= _MOST_NAMES and alike


def _below(region: Region, shown: Sequence[int]) -> list[int]:
    return [i for i in shown if i > region.parts[-1].bands[-1][-1]]


def _shown(ground: Ground) -> list[int]:
    return [
        i for i, row in enumerate(ground.rows) if i not in ground.edge and any(g.char != " " for g in row)
    ]


def _near_lines(ground: Ground, shown: Sequence[int]) -> list[list[int]]:
    """Rows that follow one another closely, with nothing between them."""
    runs: list[list[int]] = []
    for i in shown:
        row, above = ground.rows[i][0], ground.rows[runs[-1][-1]][0] if runs else None
        near = above is not None and row.top - above.bottom <= _FARTHEST * (row.bottom - row.top)
        if near and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _first_regions(grounds: Sequence[Ground], page: int, lines: Sequence[int]) -> Iterator[Region]:
    """The tables that begin in rows near one another; one whose headings are known and its columns not is broken."""
    while len(lines) >= _FEWEST:
        rows = grounds[page].printed(lines)
        end = _prose_at(rows)
        headed = rows_to_headed(rows[:end])
        if headed is not None:
            start, below, columns = headed
            end = below + rows_in_columns(rows[below:end], columns)
        else:
            start = next((n for n, row in enumerate(rows[:end]) if is_named(row)), end)
            below = start + 1
        if below < end:
            bands = [list(lines[start:below]), list(lines[below:end])]
            part = Part(page, *words_reach(rows[start:end]), bands, rows[end - 1].bottom, is_headed=True)
            yield Region(grounds, [part], is_broken=headed is None, is_bare=True)
        lines = lines[max(end, below) :]


def _prose_at(rows: Sequence[Printed]) -> int:
    """How many rows stand before a note, a line of prose or of other letters, or the headings of another table."""
    several = [n for n, row in enumerate(rows) if len(row.chunks) > 1]
    if not several:
        return len(rows)
    left, right = words_reach([rows[n] for n in several])
    last = next((n for n in several if is_named(rows[n])), several[0])
    for n, row in enumerate(rows[several[0] + 1 :], several[0] + 1):
        is_next = n >= last + _FEWEST and is_named(row)
        at = bisect_left(several, n)
        beside = [rows[m] for m in several[max(0, at - 1) : at + 1]]
        is_other_text = len(row.chunks) == 1 and all(is_other(row, one) for one in beside)
        if is_next or is_other_text or is_note(row.chunks[0].text) or is_wide(row, right - left):
            return n
    return len(rows)


def _go_on(region: Region, page: int, lines: Sequence[int]) -> int:
    """How many of the first lines of a page go on with a table of the page before, which gets them; none where they are
    other words. Where they stand side by side in other columns the table is broken."""
    ground, n = region.grounds[page], len(region.parts[0].bands[0])
    is_headed = words_of(ground, lines[:n]) == region.words()
    rows = ground.printed(lines)
    below = n if is_headed else 0
    end = _prose_at(rows)
    columns = prove_columns(region.headings(), region.body(), region.width)
    if columns is None:
        return 0
    columns = _on_paper(region, ground, columns, rows[:end])
    end = below + (
        rows_in_columns(rows[below:end], columns, region.body())
        if is_headed
        else _rest(region, rows[:end], columns)
    )
    if end == below:
        return 0
    bands = [lines[:below], lines[below:end]][not is_headed :]
    last = region.parts[-1]
    last.is_open = True
    last.bands[-1] += _below(region, _shown(region.grounds[last.page]))
    width = region.width if ground.width == region.grounds[last.page].width else words_reach(rows[:end])
    part = Part(page, *width, [list(band) for band in bands], rows[end - 1].bottom, is_headed=is_headed)
    fits = prove_columns(region.headings(), region.body(part), region.width)
    region.is_broken |= fits is None or len(fits.extents) != len(columns.extents)
    region.parts.append(part)
    return end


def _rest(region: Region, rows: Sequence[Printed], columns: Columns) -> int:
    """How many rows go on without the headings: they begin in a column, or below the name of a group, or are the rest of
    one cell."""
    above, (left, right) = region.body()[-1], words_reach(region.body())
    several = next((n for n, row in enumerate(rows) if len(row.chunks) > 1), len(rows))
    if is_other(rows[0], above):
        return 0
    if several == len(rows):
        return rest_of_cell(region.body(), rows, columns)
    crosses = [columns_of(row.chunks[0], columns.gutters)[1] > 1 for row in rows[:several]]
    if sum(crosses) > _MOST_NAMES or any(is_wide(row, right - left) for row in rows[:several]):
        return 0
    return 0 if is_named(rows[several]) else rows_in_columns(rows, columns)


def _on_paper(region: Region, ground: Ground, columns: Columns, rows: Sequence[Printed]) -> Columns:
    """The columns on a page of another width."""
    return (
        columns
        if ground.width == region.grounds[region.parts[-1].page].width
        else columns.stretched(words_reach(rows))
    )


def _share_width(region: Region) -> None:
    """A table reaches as far on each page of one width."""
    for part in region.parts:
        paper = region.grounds[part.page].width
        mates = [mate for mate in region.parts if region.grounds[mate.page].width == paper]
        part.left, part.right = min(m.left for m in mates), max(m.right for m in mates)
        rows = [row for band in part.bands for row in region.grounds[part.page].printed(band)]
        left, right = words_reach(rows)
        for mate in mates:
            mate.left, mate.right = min(part.left, left), max(part.right, right)
