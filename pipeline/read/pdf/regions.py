"""Rules across and the rows between them → the tables that they rule, each with its parts on one page or several.

A table of three rules (三线表) has one above its headings, one below them and one at its end: where the page ends before
the third, it goes on over the page, with its headings again or without, and with rules at the ends of pages or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.read.pdf.columns_proved import prove_columns
from pipeline.read.pdf.grounds import Ground, Part, Region, words_of
from pipeline.read.pdf.lattice import Line
from pipeline.read.pdf.open_sides import rules_to_stacks
from pipeline.read.pdf.stacks import going_stack, long_rules, outer_stacks
from pipeline.read.pdf.tabular import (
    are_titles,
    is_heading,
    is_of_column,
    is_one_cell,
    is_tabular,
    is_wide,
    tabular_runs,
)

_PAGE_END = float("inf")
# Lines above the first rule of a new page that say again what the table is.
_MOST_TITLES = 2


def grounds_to_regions(grounds: Sequence[Ground]) -> list[Region]:
    """The tables that rules across make, in the order in which they begin."""
    regions: list[Region] = []
    going: Region | None = None
    for n, ground in enumerate(grounds):
        top = 0.0
        if going:
            part = None if going.is_broken else _part_below(going, n)
            if not part and going.parts[-1].bottom == _PAGE_END:
                part = _unread_part(ground, n, going.parts[-1])
                going.is_broken = part is not None
            if part:
                going.parts.append(part)
                top = part.bottom
            if not part:
                _lose_head(going, _first_parts(ground, n, top))
            going = going if part and part.is_open else None
        if going:
            continue
        taken = {i for r in regions for p in r.parts if p.page == n for band in p.bands for i in band}
        for part in _first_parts(ground, n, top):
            if taken.intersection(part.bands[0]):
                continue
            regions.append(Region(grounds, [part]))
            going = regions[-1] if part.is_open else None
    return regions


def _lose_head(region: Region, parts: Iterable[Part]) -> None:
    """A table as wide that begins a page without headings is the rest of the one that the page before ends with: it does
    not stand in its columns, so neither is read."""
    part = next(iter(parts), None)
    if part is None or not part.is_as_wide_as(region.width):
        return
    ground = region.grounds[part.page]
    first = ground.rows[part.bands[0][0]][0].top if part.bands[0] else 0.0
    if not ground.between(0.0, first) and not is_heading(ground.printed(part.bands[0])):
        part.is_headed = False
        region.parts.append(part)
        region.is_broken = True


def _unread_part(ground: Ground, page: int, last: Part) -> Part | None:
    """The rows at the head of a page that go on with a table and do not stand in its columns, down to a rule or to prose."""
    rules = long_rules(ground)
    rows = ground.between(0.0, rules[-1][0] if rules else _PAGE_END)
    printed = [ground.printed([i]) for i in rows]
    width = max((row.chunks[-1].x1 for one in printed for row in one), default=0.0) - min(
        (row.chunks[0].x0 for one in printed for row in one), default=0.0
    )
    prose = [n for n, one in enumerate(printed) if any(is_wide(row, width) for row in one)]
    end = prose[0] if prose and not rules else len(rows)
    if not any(len(row.chunks) > 1 for one in printed[:end] for row in one):
        return None
    is_open = not rules and end == len(rows)
    bottom = _PAGE_END if is_open else ground.rows[rows[end - 1]][0].bottom
    return Part(page, last.left, last.right, [rows[:end]], bottom, is_open=is_open)


def _first_parts(ground: Ground, page: int, below: float) -> Iterator[Part]:
    """The tables that begin on a page below a height, from top to bottom."""
    stacks = outer_stacks(rules_to_stacks([rule for rule in long_rules(ground) if rule[0] > below]))
    parts = [part for stack in stacks for part in _stack_to_parts(ground, page, stack)]
    parts.sort(key=lambda part: part.bottom)
    for n, part in enumerate(parts):
        if n + 1 < len(parts):
            part.is_open = False
        yield part


def _stack_to_parts(ground: Ground, page: int, stack: Sequence[Line]) -> Iterator[Part]:
    left, right = stack[0][1], stack[0][2]
    bands = [ground.between(upper[0], lower[0]) for upper, lower in pairwise(stack)]
    for first, last in tabular_runs(ground, bands, (left, right)):
        part = Part(page, left, right, bands[first:last], stack[last][0], is_headed=True)
        if last == len(bands):
            _open_end(ground, part)
        yield part


def _open_end(ground: Ground, part: Part) -> None:
    """Adds what stands below the last rule, if that are rows of the table down to the end of the page: they stand in its
    columns, or below nothing but headings known."""
    tail = ground.between(part.bottom, _PAGE_END)
    if not tail:
        part.is_open = True
        return
    region, more = (
        Region([ground], [replace(part, page=0)]),
        replace(part, page=0, bands=[tail], is_headed=False),
    )
    is_headings = len(part.bands) == 1 and is_heading(ground.printed(part.bands[0]))
    if _fits(region, more) or (is_headings and is_tabular(ground, tail, (part.left, part.right))):
        part.bands.append(tail)
        part.bottom, part.is_open = _PAGE_END, True


def _fits(region: Region, part: Part, gutters: Sequence[float] = ()) -> bool:
    """The rows of a further part stand in the columns of those that are known, or in those of all together; where rules
    part its bands, one may be of one column of those with `gutters`."""
    ground = region.grounds[part.page]
    told = [
        is_tabular(ground, band, (part.left, part.right)) or is_of_column(ground, band, gutters)
        for band in part.bands
    ]
    if not any(told) or not all(
        like or is_one_cell(ground, band) for like, band in zip(told, part.bands, strict=True)
    ):
        return False
    return prove_columns(region.headings(), region.body(part), region.width) is not None


def _part_below(region: Region, page: int) -> Part | None:
    """What of a table stands on the page after its last one; None if it does not go on there. Where no rule says how wide
    it is on paper of another width, it keeps to the same margins."""
    ground, last = region.grounds[page], region.parts[-1]
    paper = region.grounds[last.page].width
    stack = going_stack(ground, last, paper)
    sides = (stack[0][1], stack[0][2]) if stack else (last.left, last.right + ground.width - paper)
    return _part_within(region, page, stack, sides) if sides[0] < sides[1] else None


def _part_within(region: Region, page: int, stack: Sequence[Line], width: tuple[float, float]) -> Part | None:
    """The part of a page between two sides."""
    ground, (left, right) = region.grounds[page], width
    heights = [rule[0] for rule in stack]
    above = ground.between(0.0, heights[0] if heights else _PAGE_END)
    part = Part(page, left, right, [], heights[-1] if heights else _PAGE_END, is_open=not heights)
    below = [ground.between(upper, lower) for upper, lower in pairwise(heights)]
    columns = prove_columns(region.headings(), region.body(), region.width) if heights else None
    gutters = columns.stretched((left, right)).gutters if columns else ()
    if heights and len(above) <= _MOST_TITLES and are_titles(ground, above):
        part.bands = below
        part.is_headed = bool(below) and words_of(ground, below[0]) == region.words()
        is_other = below and (is_heading(ground.printed(below[0])) or not _fits(region, part, gutters))
        if not part.is_headed and is_other:
            return None
    elif _fits(region, replace(part, bands=[above])):
        part.bands = [above, *below]
    else:
        return None
    return _closed(region, part, heights, gutters)


def _closed(region: Region, part: Part, heights: Sequence[float], gutters: Sequence[float]) -> Part | None:
    """The part with what stands below its last rule, if that goes on with it; None if nothing of it is a table."""
    ground, width = region.grounds[part.page], (part.left, part.right)
    runs = tabular_runs(ground, part.bands, width, gutters)
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
