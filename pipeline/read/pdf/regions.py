"""Rules across and the rows between them → the tables that they rule, each with its parts on one page or several.

A table of three rules (三线表) has one above its headings, one below them and one at its end: where the page ends before
the third, it goes on over the page, with its headings again or without, and with rules at the ends of pages or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.language.headings import meaning, names_continued
from pipeline.read.pdf.columns_proved import prove_columns
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.gutters import RULED_GAP, Printed, letter_width, row_to_printed, stretched
from pipeline.read.pdf.lattice import TOLERANCE, Line
from pipeline.read.pdf.open_sides import rules_to_stacks

# Shorter ones (points) underline words.
_SHORTEST_RULE = 100.0
# One stretch of letters over so much of a table's width is a line of prose.
_PROSE = 0.85
_PAGE_END = float("inf")
# Lines above the first rule of a new page that say again what the table is.
_MOST_TITLES = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """What of a page is outside of ruled tables: rows of upright glyphs and rules across, both from top to bottom.

    `edge` are the rows that stand at the edge of each page: its number, running heads.
    """

    rows: Sequence[Sequence[Glyph]]
    rules: Sequence[Line]
    width: float
    edge: frozenset[int] = frozenset()

    def printed(self, band: Sequence[int]) -> list[Printed]:
        """Rows with their chunks."""
        rows = [self.rows[i] for i in band]
        gap = RULED_GAP * letter_width(rows)
        return [printed for row in rows if (printed := row_to_printed(row, gap))]

    def between(self, top: float, bottom: float) -> list[int]:
        """The rows whose middle lies between two heights, but for those at the edge of the page."""
        return [
            i
            for i, row in enumerate(self.rows)
            if i not in self.edge and top <= (row[0].top + row[0].bottom) / 2 < bottom
        ]


@dataclass(slots=True)
class Part:
    """What of a table stands on one page: the rows of each band between rules, from where to where it reaches.

    `is_headed`: the first band holds the headings; `is_open`: the page ends before the table does.
    """

    page: int
    left: float
    right: float
    bands: list[list[int]]
    bottom: float
    is_headed: bool = False
    is_open: bool = False

    def is_as_wide_as(self, width: tuple[float, float]) -> bool:
        return max(abs(self.left - width[0]), abs(self.right - width[1])) <= TOLERANCE


@dataclass(slots=True)
class Region:
    """A table by its parts, one a page; `is_broken`: rows on a page of it do not stand in its columns."""

    grounds: Sequence[Ground]
    parts: list[Part]
    is_broken: bool = False

    @property
    def width(self) -> tuple[float, float]:
        return self.parts[0].left, self.parts[0].right

    def headings(self) -> list[Printed]:
        return self.grounds[self.parts[0].page].printed(self.parts[0].bands[0])

    def words(self) -> str:
        """What the headings say."""
        return _words(self.grounds[self.parts[0].page], self.parts[0].bands[0])

    def body(self, *more: Part) -> list[Printed]:
        """The rows below the headings, on paper of any size as wide as the first part is; with those of further parts."""
        return [
            row if part.is_as_wide_as(self.width) else stretched(row, (part.left, part.right), self.width)
            for part in (*self.parts, *more)
            for band in part.bands[part.is_headed :]
            for row in self.grounds[part.page].printed(band)
        ]


def grounds_to_regions(grounds: Sequence[Ground]) -> list[Region]:
    """The tables that rules across make, in the order in which they begin."""
    regions: list[Region] = []
    going: Region | None = None
    for n, ground in enumerate(grounds):
        top = 0.0
        if going:
            part = _part_below(going, n)
            if part:
                going.parts.append(part)
                top = part.bottom
            elif going.parts[-1].bottom == _PAGE_END:
                going.is_broken = _goes_on_somehow(going.parts[-1], ground)
            going = going if part and part.is_open else None
        if going:
            continue
        for part in _first_parts(ground, n, top):
            regions.append(Region(grounds, [part]))
            going = regions[-1] if part.is_open else None
    return regions


def _goes_on_somehow(last: Part, ground: Ground) -> bool:
    """The page begins with words in columns, or a rule ends there what began on the page before."""
    rows = ground.between(0.0, _PAGE_END)
    return bool(rows) and any(len(row.chunks) > 1 for row in ground.printed(rows[:2]))


def _long_rules(ground: Ground) -> list[Line]:
    return [rule for rule in ground.rules if rule[2] - rule[1] >= _SHORTEST_RULE]


def _first_parts(ground: Ground, page: int, below: float) -> Iterator[Part]:
    """The tables that begin on a page below a height, from top to bottom."""
    stacks = _outer(rules_to_stacks([rule for rule in _long_rules(ground) if rule[0] > below]))
    parts = [part for stack in stacks for part in _stack_to_parts(ground, page, stack)]
    parts.sort(key=lambda part: part.bottom)
    for n, part in enumerate(parts):
        if n + 1 < len(parts):
            part.is_open = False
        yield part


def _outer(stacks: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The stacks but for those within others: a rule under a heading over some columns."""

    def is_inside(stack: Sequence[Line], other: Sequence[Line]) -> bool:
        beside = other[0][1] - TOLERANCE <= stack[0][1] and stack[0][2] <= other[0][2] + TOLERANCE
        return stack is not other and beside and other[0][0] < stack[0][0] < other[-1][0]

    return [stack for stack in stacks if not any(is_inside(stack, other) for other in stacks)]


def _stack_to_parts(ground: Ground, page: int, stack: Sequence[Line]) -> Iterator[Part]:
    left, right = stack[0][1], stack[0][2]
    bands = [ground.between(upper[0], lower[0]) for upper, lower in pairwise(stack)]
    for first, last in _tabular_runs(ground, bands, (left, right)):
        part = Part(page, left, right, bands[first:last], stack[last][0], is_headed=True)
        if last == len(bands):
            _open_end(ground, part)
        yield part


def _tabular_runs(
    ground: Ground, bands: Sequence[Sequence[int]], width: tuple[float, float]
) -> list[tuple[int, int]]:
    """Runs [first, last) of bands that are like a table's; one line between two of them may name a group of rows."""
    tabular = [_is_tabular(ground, band, width) for band in bands]
    runs: list[tuple[int, int]] = []
    for i, is_tabular in enumerate(tabular):
        if not is_tabular:
            continue
        joins = runs and (runs[-1][1] == i or (runs[-1][1] == i - 1 and _parts_none(ground, bands, i)))
        runs = [*runs[:-1], (runs[-1][0], i + 1)] if joins else [*runs, (i, i + 1)]
    return runs


def _parts_none(ground: Ground, bands: Sequence[Sequence[int]], at: int) -> bool:
    """The band before is one cell, and no headings follow it."""
    between = ground.printed(bands[at - 1])
    return all(len(row.chunks) == 1 for row in between) and not is_heading(ground.printed(bands[at]))


def is_heading(rows: Sequence[Printed]) -> bool:
    """Half of what stands in a band or more are headings known."""
    texts = [chunk.text for row in rows for chunk in row.chunks]
    return sum(bool(meaning(text)) for text in texts) * 2 > len(texts)


def _is_tabular(ground: Ground, band: Sequence[int], width: tuple[float, float]) -> bool:
    """Something is parted by a gap, nothing is a line of prose or sticks out beside the rules."""
    printed = ground.printed(band)
    several = any(len(row.chunks) > 1 for row in printed)
    prose = any(_is_wide(row, width[1] - width[0]) for row in printed)
    within = all(
        width[0] - TOLERANCE <= row.chunks[0].x0 and row.chunks[-1].x1 <= width[1] + TOLERANCE
        for row in printed
    )
    return within and several and not prose


def _is_wide(row: Printed, width: float) -> bool:
    """Whether a row is one stretch over most of the width: a line of prose."""
    return len(row.chunks) == 1 and row.chunks[0].x1 - row.chunks[0].x0 > _PROSE * width


def _open_end(ground: Ground, part: Part) -> None:
    """Adds what stands below the last rule, if that are rows of the table down to the end of the page."""
    tail = ground.between(part.bottom, _PAGE_END)
    if not tail:
        part.is_open = True
    elif _fits(Region([ground], [replace(part, page=0)]), replace(part, page=0, bands=[tail], is_headed=False)):
        part.bands.append(tail)
        part.bottom, part.is_open = _PAGE_END, True


def _fits(region: Region, part: Part) -> bool:
    """The rows of a further part stand in the columns of those that are known, or in those of all together."""
    ground = region.grounds[part.page]
    if not all(_is_tabular(ground, band, (part.left, part.right)) for band in part.bands):
        return False
    return prove_columns(region.headings(), region.body(part)) is not None


def _part_below(region: Region, page: int) -> Part | None:
    """What of a table stands on the page after its last one; None if it does not go on there."""
    ground, last = region.grounds[page], region.parts[-1]
    stack = _going_stack(ground, last, region.grounds[last.page].width)
    left, right = (stack[0][1], stack[0][2]) if stack else (last.left, last.right)
    heights = [rule[0] for rule in stack]
    above = ground.between(0.0, heights[0] if heights else _PAGE_END)
    part = Part(page, left, right, [], heights[-1] if heights else _PAGE_END, is_open=not heights)
    below = [ground.between(upper, lower) for upper, lower in pairwise(heights)]
    if heights and len(above) <= _MOST_TITLES and _are_titles(ground, above):
        part.bands = below
        part.is_headed = bool(below) and _words(ground, below[0]) == region.words()
        if not part.is_headed and below and is_heading(ground.printed(below[0])):
            return None
    elif _fits(region, replace(part, bands=[above])):
        part.bands = [above, *below]
    else:
        return None
    return _closed(region, part, heights)


def _closed(region: Region, part: Part, heights: Sequence[float]) -> Part | None:
    """The part with what stands below its last rule, if that goes on with it; None if nothing of it is a table."""
    ground, width = region.grounds[part.page], (part.left, part.right)
    runs = _tabular_runs(ground, part.bands, width)
    if part.bands and (not runs or runs[0][0] != 0):
        return None
    if part.bands and (cut := len(part.bands) - runs[0][1]):
        part.bands, part.bottom = part.bands[:-cut], heights[-1 - cut]
        return part
    tail = ground.between(heights[-1], _PAGE_END) if heights else []
    if heights and not tail:
        part.is_open = True
    elif tail and _fits(region, replace(part, bands=[tail], is_headed=False)):
        part.bands.append(tail)
        part.bottom, part.is_open = _PAGE_END, True
    return part if part.bands else None


def _going_stack(ground: Ground, last: Part, width: float) -> list[Line]:
    """The rules of a page as long as those of the table; on paper of another size those of the first stack."""
    for stack in rules_to_stacks(_long_rules(ground)):
        alike = max(abs(stack[0][1] - last.left), abs(stack[0][2] - last.right)) <= TOLERANCE
        if alike or abs(ground.width - width) > TOLERANCE:
            return stack
    return []


def _are_titles(ground: Ground, rows: Sequence[int]) -> bool:
    return all(len(row.chunks) == 1 for row in ground.printed(rows)) and (
        not rows or any(names_continued("".join(g.char for g in ground.rows[i])) for i in rows)
    )


def _words(ground: Ground, band: Sequence[int]) -> str:
    return "".join(glyph.char for i in band for glyph in ground.rows[i] if glyph.char != " ")
