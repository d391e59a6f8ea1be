"""Whether lines of headings stand on the columns as they are printed, each heading under one that it divides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.cells import is_value, year
from pipeline.language.headings import NAME_MEANINGS, meaning
from pipeline.tables.cut_headings import is_half_year
from pipeline.tables.draft import BLANK, Row, Slot
from pipeline.tables.glued_headings import hides_number

_SELDOM = 5  # one row in so many


def stand(lines: Sequence[tuple[Slot, ...]], body: Sequence[Row], width: int) -> bool:
    """The lines divide one another as printed, over as many columns as the rows have, as some of them have, or as none has:
    the last columns may be blank in all rows, and lines may end with their last heading as rows do with their last figure."""
    size, lengths = max(map(len, lines)), [len(row.slots) for row in body]
    if sum(len(row.filled()) > size for row in body) * _SELDOM > len(body):
        return False  # the rows are full, the headings lack a cell
    if any(_again_over_figures(line, body) for line in lines[1:]):
        return False
    if all(len(line) == size for line in lines):
        alike = max(lengths) < size or size in lengths
    else:
        longer = sum(length > size for length in lengths)  # rows that slipped aside
        within = (
            len(lines[0]) == size or size in lengths
        )  # a lower line that reaches further slipped aside itself
        ended = (
            within
            and all(line[-1].text for line in lines)
            and not any(lost_blanks(line, size) for line in lines[1:])
        )
        alike = ended and longer * _SELDOM <= len(body) and not _goes_on(lines)
    printed = divides(lines, size) if alike else None
    return printed is not None and _are_unlike(printed) and not hides_number(lines)


def _again_over_figures(line: tuple[Slot, ...], body: Sequence[Row]) -> bool:
    """What stands over the names of the rows stands over other columns too: 现有 | 2025年 | 现有 | 2025年 slipped to the left."""
    first = line[0].text if line else ""
    named = sum(bool(row[0]) and not is_value(row[0].text) for row in body)
    return bool(first) and 2 * named > len(body) and any(slot.text == first for slot in line[1:])


def _goes_on(lines: Sequence[tuple[Slot, ...]]) -> bool:
    """Whether years begin in one line and end in the next: 20 over 25年."""
    pairs = ((a.text, b.text) for upper, lower in pairwise(lines) for a, b in zip(upper, lower, strict=False))
    return any(is_half_year(a, b) for a, b in pairs)


def _are_unlike(lines: Sequence[tuple[Slot, ...]]) -> bool:
    """No heading stands twice under one that it divides: 2023年 | 2024年 | 2023 under 床位 are of two."""
    upper, lower = lines[-2:][0], [slot.text for slot in lines[-1]]
    starts = [j for j, slot in enumerate(upper) if slot.text]
    runs = ([year(text) or text for text in lower[a:b] if text] for a, b in pairwise([*starts, len(lower)]))
    return all(len(set(run)) == len(run) for run in runs)


def lost_blanks(line: tuple[Slot, ...], width: int) -> bool:
    """A line of headings that begins the row and is shorter than the rows are."""
    return len(line) < width and all(line)


def divides(lines: Sequence[tuple[Slot, ...]], width: int) -> tuple[tuple[Slot, ...], ...] | None:
    """The lines, as wide as the rows, if each heading divides the one above it and every column has its own."""
    padded = [(*line, *(BLANK,) * (width - len(line))) for line in lines]
    if any(slot.text for line in padded for slot in line[width:]):
        return None
    runs, names = [(0, width)], list[tuple[int, int]]()
    for k, line in enumerate(padded):
        below: list[tuple[int, int]] = []
        for start, end in runs:
            filled = [j for j in range(start, end) if line[j].text]
            if not filled:
                below.append((start, end))
            elif filled[0] != start or (start, end) in names:
                return None
            else:
                below += list(pairwise([*filled, end]))
        runs = below
        names = names if k else [(a, b) for a, b in runs if b - a == 1 and names_rows(padded, a)]
    return tuple(line[:width] for line in padded) if all(end - start == 1 for start, end in runs) else None


def names_rows(lines: Sequence[tuple[Slot, ...]], col: int) -> bool:
    """Under 序号 or 镇街 stands no other heading."""
    return meaning(lines[0][col].text) in NAME_MEANINGS
