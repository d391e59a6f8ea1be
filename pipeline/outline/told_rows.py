"""Numbered rows of which the kind of each line says whose it is: words, bodies, a time.

序号 任务 责任单位 完成时限 1 修桥 县水务局 县住建局 6月底 2 植树 …    →    | 1 | 修桥 | 县水务局⏎县住建局 | 6月底 |  | 2 | 植树 | …

A cell may have several lines, or be blank; below a numbered row a further one may stand that has no number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cell_times import begins_time, is_time
from pipeline.language.cells import serial_number
from pipeline.language.cut_names import says_where
from pipeline.language.headings import AGENCY_MEANINGS, meaning
from pipeline.language.times.found import times_of_limit
from pipeline.outline.cell_lines import CellLines
from pipeline.outline.cell_rows import number_of_headings
from pipeline.outline.laying import Pieces
from pipeline.outline.lines import Line
from pipeline.outline.pieces import lines_to_piece
from pipeline.outline.signed_below import is_signature

_FEWEST_ROWS = 3
_FURTHEST = 60  # lines of one row
_LONGEST_TIME = 16
_MOST_HEADINGS = 4
_COMMAS = ("，", ",", "、")
_WORDS, _BODIES, _TIME, _UNSURE = "words", "bodies", "time", "unsure"

#: The lines of each cell of a row.
Cells = list[list[int]]


def rows_told_by_kinds(lines: Sequence[Line], position: int) -> CellLines | None:
    """The table whose headings begin at a line, one a line; None where none does, or a line stands where its kind may not."""
    if meaning(lines[position].squeezed) != "row_number":
        return None
    shown = lines[position : position + _MOST_HEADINGS + 1]
    heads = position + number_of_headings([line.squeezed for line in shown])
    order = [meaning(line.squeezed) for line in lines[position:heads]]
    begins = _numbered(lines, heads) if tell_kinds_apart(order) else []
    if len(begins) < _FEWEST_ROWS:
        return None
    columns = [_column(name) for name in order[1:]]
    rows = [tuple(lines_to_piece([line]) for line in lines[position:heads])]
    end = _end(lines, begins[-1], columns)
    for start, stop in pairwise([*begins, end]):
        laid = _rows(lines, start, stop, columns)
        if not laid:
            return None
        rows += _reaching_down([_pieces(lines, row) for row in laid])
    return CellLines(tuple(rows), (), end, "grid")


def tell_kinds_apart(meanings: Sequence[str]) -> bool:
    """序号 任务 责任单位 完成时限: behind the number one column of words, one of bodies and at most one of times, so that its
    kind says whose a line is.

    >>> tell_kinds_apart(["row_number", "task", "agency", "deadline"]), tell_kinds_apart(["row_number", "task", "measure", "agency"])
    (True, False)
    """
    first, *rest = meanings or ("",)
    words = [name for name in rest if name not in (*AGENCY_MEANINGS, "deadline", "row_number")]
    bodies = sum(name in AGENCY_MEANINGS for name in rest)
    times = rest.count("deadline")
    return (
        first == "row_number"
        and len(words) == bodies == 1
        and times < 2
        and len(rest) == len(words) + bodies + times
    )


def _column(name: str) -> str:
    return _BODIES if name in AGENCY_MEANINGS else _TIME if name == "deadline" else _WORDS


def _numbered(lines: Sequence[Line], start: int) -> list[int]:
    """Where the rows 1, 2, 3 … begin; the first right below the headings."""
    begins: list[int] = []
    for n in range(start, len(lines)):
        if n > (begins[-1] + _FURTHEST if begins else start):
            break
        if serial_number(lines[n].squeezed) == len(begins) + 1:
            begins.append(n)
    return begins


def _kind(line: Line) -> str:
    text = line.squeezed
    if may_be_agencies(text) and not text.endswith("。"):
        # No empty line parts bodies, and only those that say their level are whole for sure: 县水务局.
        return _BODIES if line.gap or says_where(text) else _UNSURE
    if line.furniture or line.level or "\t" in line.text or "|" in line.text:
        return _UNSURE
    timed = is_time(text) or begins_time(text) or (len(text) <= _LONGEST_TIME and times_of_limit(text))
    return _TIME if timed else _WORDS


def _kinds(lines: Sequence[Line], start: int, end: int, columns: Sequence[str]) -> list[str]:
    """What the lines behind a number are; the first is of the first column, whatever else it may be: 翻修旧茶馆."""
    kinds = [_kind(line) for line in lines[start + 1 : end]]
    return [_WORDS, *kinds[1:]] if columns[0] == _WORDS and kinds else kinds


def _end(lines: Sequence[Line], start: int, columns: Sequence[str]) -> int:
    """Behind the last row, which begins at `start`: its lines follow the columns, and who signs below is none of them."""
    kinds = _kinds(lines, start, start + _FURTHEST, columns)
    at = 0
    for column in columns:
        many = 1 if column == _TIME else _FURTHEST
        while at < len(kinds) and many and kinds[at] == column:
            if column == columns[-1] and is_signature(lines, start + 1 + at):
                break
            at, many = at + 1, many - 1
    return start + 1 + at


def _rows(lines: Sequence[Line], start: int, end: int, columns: Sequence[str]) -> list[Cells]:
    """The numbered row and those below it; [] where lines do not come in the turn of the columns."""
    rows: list[Cells] = [[[start], *([] for _ in columns)]]
    after = 0  # the column behind the last one that is filled
    kinds = _kinds(lines, start, end, columns)
    for kind, run in groupby(range(start + 1, end), key=lambda n: kinds[n - start - 1]):
        found = list(run)
        column = columns.index(kind) if kind in columns else -1
        if kind == _WORDS and column < after:
            rows.append([[], *([] for _ in columns)])
        elif column < after:
            return []
        if not _is_one_cell(kind, [lines[n].squeezed for n in found]):
            return []
        rows[-1][column + 1] = found
        after = column + 1
    words = columns.index(_WORDS) + 1
    return rows if all(row[words] and any(row[words + 1 :] + row[1:words]) for row in rows) else []


def _is_one_cell(kind: str, texts: Sequence[str]) -> bool:
    """Words go on only behind a comma; what stands below a whole sentence may be of the next column: 常态化."""
    if kind == _WORDS:
        return all(text.endswith(_COMMAS) for text in texts[:-1])
    return kind == _BODIES or len(texts) == 1


def _pieces(lines: Sequence[Line], row: Cells) -> Pieces:
    """The cells of a row; bodies stay on lines of their own."""
    at = lines[min(n for cell in row for n in cell)].span.start
    pieces = [lines_to_piece([lines[n] for n in cell], at) for cell in row]
    bodies = [len(cell) > 1 and _kind(lines[cell[0]]) == _BODIES for cell in row]
    texts = ["\n".join(lines[n].text.strip() for n in cell) for cell in row]
    told = zip(pieces, bodies, texts, strict=True)
    return tuple(piece._replace(text=text) if several else piece for piece, several, text in told)


def _reaching_down(rows: Sequence[Pieces]) -> list[Pieces]:
    """The number reaches over the rows below it that have none, and so do cells that are blank in these."""
    laid = [rows[0]]
    for row in rows[1:]:
        laid.append(tuple(own if own.text else above for own, above in zip(row, laid[-1], strict=True)))
    return laid
