"""Lines of headings that a converter printed a column or two too far left or right, or two headings of which as one.

| 镇 | 床位 |      | 公厕 |      |        | 镇 | 床位 |      | 公厕 |      |
| 现有 | 新增 | 现有 | 新增 |    |   →    |    | 现有 | 新增 | 现有 | 新增 |
| 甲 | 1    | 2    | 3    | 4    |        | 甲 | 1    | 2    | 3    | 4    |

The lines are laid so that each heading of a lower line stands under one that it divides, and every column of the rows
has its own. Nothing is moved where they do so as printed, or where more than one way would do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value, year
from pipeline.language.headings import NAME_MEANINGS, heading_words, meaning
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.group_rows import opens_group
from pipeline.tables.heading_groups import are_unlike, from_below, leaves_whole, on_groups

_MOST_LINES = 4
_FURTHEST = 2
_YEARS = patterns.compile(r"(?:19|20)\d\d年?")
_UNIT = patterns.compile(r"(\p{Han}{2,}[（(]\p{Han}{1,3}[）)])(\p{Han}{2,}.*)")

_Slots = tuple[Slot, ...]


def straighten(draft: Draft, first: int) -> Draft:
    """The heading lines from row `first` on laid as they divide one another, if there is one way to do so."""
    lines = _heading_lines(draft.rows[first:])
    body = draft.rows[first + len(lines) :]
    width = _width(body)
    if not lines or not width or _stand(lines, body, width):
        return draft
    parted = _parted(lines, width)
    starts = [*parted, lines] if _hides_number(lines) else [lines, *parted]
    anew = next((laid for start in (lines, *starts) if (laid := _begun_anew(start, width))), None)
    # A line that lost all its blanks stands where the groups below say, or nobody knows where.
    lost = any(_lost_blanks(line, width) for line in lines[:-1])
    if lost and not anew and len(starts) == 1 and not all(year(slot.text) for slot in lines[1] if slot.text):
        return draft
    laid = anew or next((ways[0] for start in starts for ways in _ways(start, width) if len(ways) == 1), None)
    if laid is None:
        return draft
    rows, repairs = list(draft.rows), []
    for k, slots in enumerate(laid):
        before = rows[first + k]
        rows[first + k] = replace(before, slots=slots)
        if slots[: len(before.slots)] != before.slots[: len(slots)]:
            repairs.append(
                Repair("shifted_row", before.printed(), rows[first + k].printed(), say("headings_divide"), "probable",
                       before.span(), row=first + k)
            )  # fmt: skip
    return draft.with_rows(rows, *repairs)


def _lost_blanks(line: _Slots, width: int) -> bool:
    words = [slot for slot in line if slot.text]
    return len(line) < width and len(words) > 1 and list(line[-len(words) :]) == words


def _stand(lines: Sequence[_Slots], body: Sequence[Row], width: int) -> bool:
    """The lines divide one another as printed, over as many columns as the rows have, as some of them have, or as none has:
    the last columns may be blank in all rows."""
    size, longest = len(lines[0]), max(len(row.slots) for row in body)
    alike = all(len(line) == size for line in lines) and (
        longest < size or any(len(row.slots) == size for row in body)
    )
    printed = (_divides(lines, size) if alike else None) or _divides(lines, width)
    return printed is not None and are_unlike(printed) and not _hides_number(lines)


def _hides_number(lines: Sequence[_Slots]) -> bool:
    """序号 is no part of another heading: 序号镇街 are two."""
    words = (_headings(slot.text, [])[:1] for line in lines for slot in line)
    return any(meaning(word) == "row_number" for found in words for word in found)


def _heading_lines(rows: Sequence[Row]) -> list[_Slots]:
    """The rows above the first that holds a value or a dash."""
    lines: list[_Slots] = []
    width = _width(rows)
    for row in rows[: _MOST_LINES + 1]:
        texts = [row[j].text for j in row.filled()]
        if not texts or any(s.merged for s in row.slots) or any(map(_is_of_body, texts)):
            return lines
        if lines and (opens_group(texts[0]) or not (_has_blanks(lines[0], width) or all(map(year, texts)))):
            return lines
        lines.append(row.slots)
    return []


def _has_blanks(line: _Slots, width: int) -> bool:
    """A heading may span several columns: a blank follows it, or the line is shorter than the rows are."""
    return len(line) < width or not all(slot.text for slot in line)


def _is_of_body(text: str) -> bool:
    return is_dash(text) or (is_value(text) and not year(text))


def _width(rows: Sequence[Row]) -> int:
    """The number of cells that most rows below have; of rows that end where they are printed to end, the longest."""
    widths = Counter(len(row.slots) for row in rows if len(row.filled()) > 1)
    size, often = widths.most_common(1)[0] if widths else (0, 0)
    return size if 2 * often > widths.total() else max(widths, default=0)


def _ways(lines: Sequence[_Slots], width: int) -> Iterator[list[tuple[_Slots, ...]]]:
    """The ways to lay the lines, with few of them moved before those with many."""
    choices = [list(_moved(line, width)) for line in lines]
    for moved in range(len(lines) + 1):
        found = (pick for pick in product(*choices) if sum(by != 0 for by, _ in pick) == moved)
        ways = (laid for pick in found if (laid := _divides([slots for _, slots in pick], width)))
        yield [laid for laid in ways if not moved or (are_unlike(laid) and not leaves_whole(laid, width))]


def _moved(line: _Slots, width: int) -> Iterator[tuple[int, _Slots]]:
    """The line as printed, and, where it is not as long as the rows, with blanks before it put in or left out."""
    lead = next((j for j, slot in enumerate(line) if slot.text), 0)
    more = width - len(line)
    few = range(max(-lead, more, -_FURTHEST) if more < 0 else 0, min(more, _FURTHEST) + 1 if more > 0 else 1)
    for by in sorted({*few, max(more, 0)}):
        slots = (*(BLANK,) * by, *line) if by >= 0 else line[-by:]
        if not any(slot.text for slot in slots[width:]):
            yield by, slots


def _begun_anew(lines: Sequence[_Slots], width: int) -> tuple[_Slots, ...] | None:
    """The lines laid on the groups of the last; None where they stand so, or do not divide one another then."""
    both = (on_groups(lines, width), from_below(lines, width)) if len(lines) > 1 else ()
    ways = (_divides(laid, width) for laid in both if laid and laid != tuple(lines))
    return next((way for way in ways if way), None)


def _parted(lines: Sequence[_Slots], width: int) -> list[list[_Slots]]:
    """The lines with headings that were printed as one (序号镇街, 2024年2025年) in a cell each, where a line is short."""
    parted = [_in_cells(line) if len(line) < width else line for line in lines]
    return [parted] if parted != list(lines) else []


def _in_cells(line: _Slots) -> _Slots:
    words = [_headings(slot.text, [other.text for other in line]) for slot in line]
    return tuple(
        part
        for slot, found in zip(line, words, strict=True)
        for part in ([Slot(word, slot.parts) for word in found] or [slot])
    )


def _headings(text: str, line: Sequence[str]) -> list[str]:
    """序号 and 承建镇街 of 序号承建镇街; years; two of which each is a known heading, or one of the line by itself; 床位（张）
    and what follows its unit."""
    if len(years := _YEARS.findall(text)) > 1 and "".join(years) == text:
        return years
    if unit := _UNIT.match(text):
        return [unit[1], unit[2]]
    if text in heading_words():
        return []
    halves = ([text[:at], text[at:]] for at in range(len(text) - 2, 1, -1))
    return next((two for two in halves if all(word in line or meaning(word) for word in two)), [])


def _names_rows(lines: Sequence[_Slots], col: int) -> bool:
    """Under 序号 or 镇街 stands no other heading."""
    return meaning(lines[0][col].text) in NAME_MEANINGS


def _divides(lines: Sequence[_Slots], width: int) -> tuple[_Slots, ...] | None:
    """The lines, as wide as the rows, if each heading divides the one above it and every column has its own."""
    padded = [(*line, *(BLANK,) * (width - len(line))) for line in lines]
    if any(slot.text for line in padded for slot in line[width:]):
        return None
    runs = [(0, width)]
    for line in padded:
        below: list[tuple[int, int]] = []
        for start, end in runs:
            filled = [j for j in range(start, end) if line[j].text]
            if not filled:
                below.append((start, end))
            elif filled[0] != start or (end - start == 1 and _names_rows(padded, start)):
                return None
            else:
                below += list(pairwise([*filled, end]))
        runs = below
    return tuple(line[:width] for line in padded) if all(end - start == 1 for start, end in runs) else None
