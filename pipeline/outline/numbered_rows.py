"""Rows that their serial numbers part, where each cell stands on a line of its own.

序号⏎⏎任务⏎⏎承办部门⏎⏎1⏎⏎修路⏎⏎交通局⏎⏎2⏎⏎植树⏎⏎林业局    →    | 1 | 修路 | 交通局 |  | 2 | 植树 | 林业局 |

From one number to the next stand as many cells as there are headings. A converter that left out the cells of a row which
stand under merged ones put as many pipes behind it: such a row has no number of its own, or has it with fewer cells. Where
one row has another number of cells, or, without pipes, no body stands under 承办部门, nothing tells the cells of any.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 16

#: Where a row begins and ends among the cells.
Bounds = tuple[int, int]


def number_of_headings(words: Sequence[str]) -> int:
    """How many words from 序号 to the number 1 may all be headings, half or three of them known; 0 where they are none.

    >>> number_of_headings(["序号", "任务", "成果样式", "牵头单位", "1", "修桥"])
    4
    """
    if not words or meaning(words[0]) != "row_number":
        return 0
    near = enumerate(words[: _MOST_COLUMNS + 1])
    one = next((n for n, text in near if serial_number(text) == 1), 0)
    heads = words[:one]
    known = sum(bool(meaning(text)) for text in heads)
    told = (
        len(set(heads)) == one >= _FEWEST_COLUMNS
        and all(map(may_be_heading, heads))
        and known >= min(_FEWEST_COLUMNS, one / 2)
    )
    return one if told else 0


def numbered_rows(words: Sequence[str], lost: Sequence[int]) -> tuple[Bounds, ...]:
    """The rows of cells, headings first, up to the first that has no number; () where one is not whole.

    `lost` is for each cell how many a converter left out behind it.
    """
    width = number_of_headings(words)
    if not width or any(lost[:width]):
        return ()
    rows, at, serial = [(0, width)], width, 0
    while at < len(words):
        end = _end_of_row(lost, at, width)
        short, number = any(lost[at:end]), serial_number(words[at])
        if number != serial + 1 and not short:
            break
        if end - at + sum(lost[at:end]) != width:
            return ()
        serial += number == serial + 1
        rows.append((at, end))
        at = end
    astray = any(serial_number(word) == serial + 1 for word in words[at : at + 2 * width])
    return () if astray else tuple(rows)


def _end_of_row(lost: Sequence[int], start: int, width: int) -> int:
    for at in range(start, min(start + width, len(lost))):
        if lost[at]:
            return at + 1
    return min(start + width, len(lost))


def are_of_bodies(words: Sequence[str], rows: Sequence[Bounds]) -> bool:
    """Whether bodies alone stand under 责任单位 in every whole row."""
    width = rows[0][1]
    columns = [j for j in range(width) if meaning(words[j]) in AGENCY_MEANINGS]
    return all(
        may_be_agencies(words[start + j]) for start, end in rows[1:] if end - start == width for j in columns
    )
