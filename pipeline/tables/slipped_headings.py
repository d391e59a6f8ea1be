"""Lines of headings that a converter printed a column or two too far left or right, or two headings of which as one.

| 镇 | 床位 |      | 公厕 |      |        | 镇 | 床位 |      | 公厕 |      |
| 现有 | 新增 | 现有 | 新增 |    |   →    |    | 现有 | 新增 | 现有 | 新增 |
| 甲 | 1    | 2    | 3    | 4    |        | 甲 | 1    | 2    | 3    | 4    |

The lines are laid so that each heading of a lower line stands under one that it divides, and every column of the rows
has its own. Nothing is moved where they do so as printed, or where more than one way would do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.cells import year
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import BLANK, Draft, Row, Slot
from pipeline.tables.first_rows import is_named, is_of_body, is_one_of_rows
from pipeline.tables.glued_headings import hides_number, parted_headings
from pipeline.tables.group_rows import opens_group
from pipeline.tables.heading_columns import (
    Columns,
    kinds,
    usual_width,
    without_blank_ends,
    without_blanks_beyond,
)
from pipeline.tables.heading_layouts import layouts
from pipeline.tables.heading_rests import are_rests, ended, joined_above
from pipeline.tables.standing_headings import divides, lost_blanks, names_rows, stand
from pipeline.tables.unheaded import differ, names_alone, with_doubt
from pipeline.tables.unit_lines import is_slipped, lay_units

_MOST_LINES = 4
_FEWEST_ENDED = 2  # lines, of which the last may be of rests of the one above

_Slots = tuple[Slot, ...]


def straighten(draft: Draft, first: int) -> Draft:
    """The heading lines from row `first` on laid as they divide one another, if there is one way to do so; of several the
    first, with the columns that are headed otherwise in another."""
    below = range(first + 1, min(first + _MOST_LINES + 1, len(draft.rows) - 1))
    names = draft.rows[first].slots
    slipped = (n for n in below if is_slipped(draft.rows[n].slots, names, usual_width(draft.rows[n + 1 :])))
    at = next(slipped, None)
    if at is not None:
        return _with_units(draft, first, at)
    lines = _heading_lines(draft.rows[first:])
    again = [[slot.text for slot in line] for line in lines]
    printed = draft.rows[first : first + len(lines)]
    rest = draft.rows[first + len(lines) :]
    full = [row for row in rest if [slot.text for slot in row.slots] not in again]
    body = without_blank_ends((*printed, *full))[len(lines) :]
    width = usual_width(body)
    longer = [lines] if any(len(line) > width for line in lines) else []
    lines = _without_repeats(without_blanks_beyond(lines, width))
    if not lines or not width or stand(lines, body, width) or _below_standing(lines, body, width):
        return draft
    hides, columns = hides_number(lines), [kinds(body, width)]
    parted = parted_headings(lines, width) if hides or not columns[0].has_blank else []
    whole = joined_above(*lines[-2:]) if len(lines) > _FEWEST_ENDED else None
    ways = [*parted, lines] if hides else [lines, *parted]
    starts = [[*lines[:-2], whole]] if whole else ways
    if width < (wide := usual_width(full)) == len(printed[0].slots):  # nothing stands in the last column
        columns.append(kinds(full, wide))
    found = (laid for one in columns for start in (*starts, *longer) if (laid := _ways(start, one)))
    best = next(found, [])
    if best:
        return with_doubt(_relaid(draft, first, lines, best[0]), printed, differ(best))
    if divides(lines, width) or not any(lost_blanks(line, width) for line in lines[1:]):
        return draft
    names, unheaded = names_alone(lines[0], width)
    return with_doubt(_relaid(draft, first, lines, (names,)), printed, unheaded)


def _below_standing(lines: Sequence[_Slots], body: Sequence[Row], width: int) -> bool:
    """A word alone below headings that stand without it, or names alone, name or begin a row: 丰泉 above 1 | 岩镇 | 5."""
    last = [j for j, slot in enumerate(lines[-1]) if slot]
    alone = len(lines[-1]) == 1 or all(j < len(lines[0]) and names_rows(lines, j) for j in last)
    return len(lines) > 1 and alone and stand(lines[:-1], body, width)


def _with_units(draft: Draft, first: int, at: int) -> Draft:
    """The line `at`, of units, laid below the headings of figures, and those above as they stand or divide one another; these
    columns have no certain headings where the units are more or fewer than they."""
    width = usual_width(draft.rows[at + 1 :])
    laid = lay_units(draft, first, at, width)
    rest = straighten(draft.with_rows((*draft.rows[:at], *draft.rows[at + 1 :])), first)
    if laid is None:
        return with_doubt(rest, draft.rows[first : at + 1], frozenset(range(1, width)))
    end = at + len(rest.rows) - len(draft.rows) + 1  # a line of halves above is gone
    rows = (*rest.rows[:end], laid.rows[at], *rest.rows[end:])
    return rest.with_rows(rows, *laid.repairs[len(draft.repairs) :])


def _relaid(draft: Draft, first: int, lines: Sequence[_Slots], laid: Sequence[_Slots]) -> Draft:
    """The draft with its heading lines so laid; a line that ends those above is gone."""
    why = say("line_divides_nothing") if 1 < len(lines) == len(laid) + 1 else say("headings_divide")
    rows, repairs = list(draft.rows), []
    for k, slots in enumerate(laid):
        before = rows[first + k]
        rows[first + k] = replace(before, slots=slots)
        if slots[: len(before.slots)] != before.slots[: len(slots)]:
            repairs.append(
                Repair("shifted_row", before.printed(), rows[first + k].printed(), why, "probable",
                       before.span(), row=first + k)
            )  # fmt: skip
    del rows[first + len(laid) : first + len(lines)]
    return draft.with_rows(rows, *repairs)


def _heading_lines(rows: Sequence[Row]) -> list[_Slots]:
    """The rows above the first that holds a value or a dash."""
    lines: list[_Slots] = []
    width = usual_width(rows)
    for at, (row, below) in enumerate(pairwise((*rows[: _MOST_LINES + 1], Row(())))):
        texts = [row[j].text for j in row.filled()]
        halves = [[slot.text for slot in line] for line in (lines[-1] if lines else (), below.slots)]
        if not texts or any(s.merged for s in row.slots) or any(is_of_body(text, *halves) for text in texts):
            return lines
        if lines and (
            is_named(row, lines[0], rows[at + 1 :]) or is_one_of_rows(row, lines[0], rows[at + 1 :])
        ):
            return lines
        if lines and (
            opens_group(texts[0])
            or (row.filled() == [0] != list(range(len(row.slots))) and texts[0][0] not in "（(")
            or not (_may_be_divided(lines, row, width) or all(map(year, texts)))
        ):
            return lines
        lines.append(row.slots if row.filled() != [0] else row.slots[:1])
    return []


def _without_repeats(lines: Sequence[_Slots]) -> list[_Slots]:
    """The lines, blank where one prints again what stands in the same column above: 镇 | 床位 | | 公厕 over 镇 | 新建 | 改造 |."""
    above: _Slots = ()
    laid: list[_Slots] = []
    for line in lines:
        again = [j < len(above) and bool(slot) and slot.text == above[j].text for j, slot in enumerate(line)]
        laid.append(tuple(BLANK if same else slot for slot, same in zip(line, again, strict=True)))
        above = line
    return laid


def _may_be_divided(lines: Sequence[_Slots], row: Row, width: int) -> bool:
    """A heading may span several columns: a blank follows it, or the line is shorter than the rows are; or the row has rests
    of the headings above."""
    line, rests = lines[0], [slot for slot in row.slots if slot]
    blanks = len(line) < width or not all(slot.text for slot in line)
    return blanks or (len(row.slots) == len(rests) < width and are_rests(line, rests))


def _ways(lines: Sequence[_Slots], columns: Columns) -> list[tuple[_Slots, ...]]:
    """The ways to lay the lines; where there is none, those without the last line, whose words end their headings."""
    ways = layouts(lines, columns)
    if ways or len(lines) < 2 or len(above := layouts(lines[:-1], columns)) != 1:
        return ways
    if all(lines[-1]):
        return ended(above[0], [slot for slot in lines[-1] if slot])
    # Blanks before or between its words say where they stand; no word stands behind the last column or under 镇街.
    if any(lines[-1][columns.width :]) or (lines[-1][0] and names_rows(lines, 0)):
        return []
    last = (*lines[-1], *(BLANK,) * columns.width)[: columns.width]
    under = all(any(line[j] for line in above[0]) for j, slot in enumerate(last) if slot)
    return [(*above[0], last)] if under else []
