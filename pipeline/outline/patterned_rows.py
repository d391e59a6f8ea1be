"""Cells one a line whose rows follow one pattern of kinds, but for a label that stands once for several of them.

类别 任务 措施 责任单位 完成时限                          words, words, words, a body, a time: the row below has no label
消费 夜市 建成夜市4个 商务局 2026年底前          →    | 消费 | 夜市 | 建成夜市4个 | 商务局 | 2026年底前 |
步行街 改造步行街2条 商务局 2027年底前                  |      | 步行街 | 改造步行街2条 | 商务局 | 2027年底前 |

Every line is a cell: where one goes over two lines the pattern does not come out, and nothing is told here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cell_times import begins_time
from pipeline.language.cells import is_nature, is_note, year
from pipeline.language.headings import AGENCY_MEANINGS, NAME_MEANINGS, may_be_heading, meaning
from pipeline.outline.laying import Laying, Pieces, blanks
from pipeline.outline.lines import Line
from pipeline.outline.lone_cells import may_be_cells
from pipeline.outline.pieces import lines_to_piece
from pipeline.outline.rows_below import without_signature
from pipeline.outline.turn_rows import kind

_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST = 3, 12, 2  # rows with a label, and without

#: The places of the cells of a row, the first left out below a label.
_Row = tuple[int, ...]


def patterned_table(lines: Sequence[Line], start: int) -> Laying | None:
    """The table whose headings begin at a line; None where none does, or more than one."""
    first = meaning(lines[start].squeezed)
    if first not in (*NAME_MEANINGS, "") or not may_be_heading(lines[start].squeezed):
        return None
    if not any(_sizes([lines[n].squeezed for n in islice(_cells(lines, start), _MOST_COLUMNS)])):
        return None  # Most lines head nothing, and the cells below them may be many.
    shown = list(_cells(lines, start))
    words = without_signature([lines[n].squeezed for n in shown])
    found = [(size, rows) for size in _sizes(words) if (rows := _rows(words, size))]
    if len(found) != 1:
        return None
    ((size, rows),) = found
    at = lines[start].span.start
    laid = [tuple(lines_to_piece([lines[shown[n]]]) for n in row) for row in (range(size), *rows)]
    full: list[Pieces] = [row if len(row) == size else (*blanks(at, 1), *row) for row in laid]
    return Laying(tuple(full), shown[rows[-1][-1]] + 1)


def _cells(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The lines from one on that may be cells, up to a note."""
    return takewhile(lambda n: not is_note(lines[n].squeezed), may_be_cells(lines, start))


def _sizes(words: Sequence[str]) -> Iterator[int]:
    """How many headings there may be: short words, none twice, beside a name at least another name."""
    for size in range(_FEWEST_COLUMNS, min(_MOST_COLUMNS, len(words)) + 1):
        heads = words[:size]
        if not all(year(head) or may_be_heading(head) for head in heads) or len({*heads}) < size:
            return
        told = list(map(meaning, heads))
        named = told[1] in NAME_MEANINGS or (told[0] and told[1] in ("", "scope"))
        if named and 2 * sum(map(bool, told)) > size:
            yield size


def _rows(words: Sequence[str], size: int) -> list[_Row]:
    """The rows up to the last word; [] where one is of another pattern, or may be of both."""
    heads = words[:size]
    timed = "deadline" in map(meaning, heads)  # 按月发放 is no time where no column is of times
    laid = "".join(_kind(word, timed) for word in words)
    whole = laid[size : 2 * size]
    plain = any(word.isdecimal() for word in words[size:])
    if {*whole.lstrip("w")} <= {
        "v"
    } and plain:  # where figures alone stand behind the names, a village may have none
        return []
    rows: list[_Row] = []
    at = size
    while at < len(words):
        full, short = laid.startswith(whole, at), laid.startswith(whole[1:], at)
        if full == short:
            return []
        rows.append(tuple(range(at, at + size - short)))
        at = rows[-1][-1] + 1
    labels = [words[row[0]] for row in rows if len(row) == size]
    enough = min(len(labels), len(rows) - len(labels)) >= _FEWEST and len({*labels}) == len(labels)
    told = {*whole} > {"w"} and whole[0] == "w"
    return rows if enough and told and all(_fits(words, heads, row) for row in rows) else []


def _kind(word: str, timed: bool) -> str:
    """`t` a time, `n` 约束性 or 预期性, `v` a value, 2000 too, `w` words."""
    if is_nature(word):
        return "n"
    if word.isdecimal():
        return "v"
    return "t" if timed and begins_time(word) else kind(word)


def _fits(words: Sequence[str], heads: Sequence[str], row: _Row) -> bool:
    """Bodies alone stand under 责任单位, times under 完成时限."""
    texts = zip((words[n] for n in row), map(meaning, heads[len(heads) - len(row) :]), strict=True)
    return all(
        may_be_agencies(text) if head in AGENCY_MEANINGS else head != "deadline" or begins_time(text)
        for text, head in texts
    )
