"""Numbered rows of words whose cells single blanks part, and the paragraphs of a cell line ends: tables as copied from a page.

序号 任务 牵头单位 配合单位                 | 序号       | 任务          | 牵头单位 | 配合单位           |
一、稳增长                                  | 一、稳增长 |               |          |                    |
1 修桥。 县住建局 县财政局、           →    | 1          | 修桥。        | 县住建局 | 县财政局、县水利局 |
县水利局                                    | 2          | 植树，建绿道。| 县林业局 | 县公安局           |
2 植树，
建绿道。 县林业局 县公安局

Every blank ends a cell, and a line end may: which does, the headings tell, under which bodies stand, times or words. A row whose
words can be laid below them in two ways is as short as it is told.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, starmap, zip_longest

from pipeline.language.agency_cells import may_be_agencies
from pipeline.language.cells import is_note, is_value, serial_number
from pipeline.language.headings import AGENCY_MEANINGS, may_be_heading, meaning
from pipeline.outline.blank_words import headings_of, texts
from pipeline.outline.cell_words import BODIES, Word, goes_on, heading_kinds, words_to_cell
from pipeline.outline.laying import Laying, Pieces, blanks
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.pieces import words_in
from pipeline.outline.row_words import may_be_within, words_to_cells, words_to_row
from pipeline.outline.signed_below import is_signature

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_MOST_LINES = 12  # of a row
_DEEPEST = 5  # 一、 and （一） name a group of rows


def worded_table(lines: Sequence[Line], start: int) -> Laying | None:
    """The table whose headings stand on a line; None where none do, or hardly a row is told. Without 序号 each row is a line."""
    first = headings_of(lines[start]) if " " in lines[start].text and not lines[start].level else ()
    if not _are_headings(texts(first)):
        return None
    heads, end = _more_headings(lines, start + 1, first)
    if meaning(heads[0].text) != "row_number":
        return _of_lines(lines, end, heads)
    kinds = heading_kinds(texts(heads)[1:])
    every = _rows(lines, end, frozenset(line.squeezed for line in lines[start:end]))
    rows, whole, gap = [heads], 0, min((lines[n].gap for row in every[:-1] for n in row), default=0)
    for row in every:
        shown = [lines[n] for n in row]
        if not _number(shown[0]):
            name = words_to_cell(_words(shown), "words", shown[0].span.start)
            rows.append((name, *blanks(name.span.end, len(kinds))))
            continue
        few = _fewest(shown, kinds, gap) if row is every[-1] else len(shown)
        words = _words(shown[:few])
        rows.append(words_to_row(words, kinds) or tuple(word.piece for word in words))
        whole += len(rows[-1]) == len(heads)
        end = row[few - 1] + 1
    told = whole >= _FEWEST_ROWS and 2 * whole >= len(rows)
    return Laying(tuple(rows), end, lost_blanks=True) if told else None


def is_evenly_parted(lines: Sequence[Line], table: Laying) -> bool:
    """Whether nothing but single blanks part its words, and no figures stand below one another: no place tells a column."""
    first, last = table.rows[0][0].span.start, max(piece.span.end for row in table.rows for piece in row)
    printed = (line for line in lines[: table.end] if first <= line.span.start <= last)
    columns = list(zip_longest(*table.rows[1:]))[1:]
    figured = any(all(piece and is_value(piece.text) for piece in column) for column in columns)
    return not figured and all("  " not in line.text.strip() for line in printed)


def _are_headings(words: Sequence[str]) -> bool:
    """序号 任务 牵头单位 完成时限: bodies or times stand under some, so that the words of a row can be told apart."""
    meanings = [meaning(word) for word in words]
    tell = {*meanings} & {*AGENCY_MEANINGS, "deadline"}
    known = 2 * sum(map(bool, meanings)) > len(words)
    enough = len(words) >= _FEWEST_COLUMNS and bool(meanings[0]) and all(map(may_be_heading, words))
    return bool(enough and tell and known)


def _more_headings(lines: Sequence[Line], n: int, heads: Pieces) -> tuple[Pieces, int]:
    """The headings, those too that stand alone on the next lines, and the first line below them."""
    while n < len(lines) and not lines[n].gap and not _is_group(lines[n]):
        if not all(meaning(word.piece.text) for word in _words(lines[n : n + 1])):
            break
        heads = (*heads, *headings_of(lines[n]))
        n += 1
    return heads, n


def _of_lines(lines: Sequence[Line], n: int, heads: Pieces) -> Laying | None:
    """The table each line of which from this one on is a row with a cell below each heading; None unless a gap, a point of the text or the
    end stands below."""
    kinds, rows = heading_kinds(texts(heads)), [heads]
    while n < len(lines) and not lines[n].gap and not _ends(lines, n):
        cells = words_to_cells(_words(lines[n : n + 1]), kinds)
        if not cells:
            break
        rows.append(cells)
        n += 1
    ends = n == len(lines) or lines[n].gap or _ends(lines, n) or text_to_mark(lines[n].squeezed) is not None
    return Laying(tuple(rows), n, lost_blanks=True) if ends and len(rows) > _FEWEST_ROWS else None


def _number(line: Line) -> int:
    """3 of `3 修桥 县住建局`, 0 where no number and a blank begin a line."""
    first, *more = line.text.split(maxsplit=1)
    return (serial_number(first) or 0) if more else 0


def _rows(lines: Sequence[Line], start: int, headings: Set[str]) -> list[list[int]]:
    """The lines of each row, and of each name of a group above rows: 一、稳增长."""
    rows: list[list[int]] = []
    last = 0
    for n in range(start, len(lines)):
        line = lines[n]
        if line.furniture or line.squeezed in headings:
            continue
        cut = bool(rows) and _ends_body(lines[rows[-1][-1]].text, line.text)
        ends = _ends(lines, n) and not _is_group(line) and not cut
        if ends or (rows and len(rows[-1]) > _MOST_LINES):
            break
        if _number(line) == last + 1 or _is_group(line):
            last += _number(line) == last + 1
            rows.append([n])
        elif not rows or _is_group(lines[rows[-1][0]]):
            break
        else:
            rows[-1].append(n)
    while rows and _is_group(lines[rows[-1][0]]):
        rows.pop()
    return rows


def _ends(lines: Sequence[Line], n: int) -> bool:
    """Another table begins, an annex, a note, or who signs."""
    line = lines[n]
    other = (
        line.level or "\t" in line.text or "|" in line.text or is_caption(line) or ANNEX.match(line.squeezed)
    )
    return bool(other or is_note(line.squeezed) or is_signature(lines, n))


def _is_group(line: Line) -> bool:
    mark = text_to_mark(line.squeezed)
    return (
        mark is not None
        and mark.style.rank <= _DEEPEST
        and all(starmap(may_be_within, pairwise(line.text.split())))
    )


def _fewest(lines: Sequence[Line], kinds: Sequence[str], gap: int) -> int:
    """How many lines the last row takes: as few as lay it, with bodies where some stand, and what goes on in the last of them.
    `gap`: before each line of the table so many are empty."""
    laid = {n: words_to_row(_words(lines[:n]), kinds) for n in range(1, len(lines) + 1)}
    whole = [n for n, row in laid.items() if len(row) > len(kinds)]
    named = (
        n for n in whole if all(cell.text for cell, k in zip(laid[n][1:], kinds, strict=False) if k == BODIES)
    )
    few = next(named, min(whole, default=1))
    while (
        few < len(lines)
        and lines[few].gap <= gap
        and _goes_on(lines[few - 1].text, lines[few].text, kinds[-1])
    ):
        few += 1
    return few


def _goes_on(before: str, text: str, kind: str) -> bool:
    """The next line is of the same cell: of a list, or a body of its own, or it begins with the rest of one."""
    return goes_on(before, text) or _ends_body(before, text) or (kind == BODIES and may_be_agencies(text))


def _ends_body(before: str, text: str) -> bool:
    """县住建局 县水利|局 2024年底: the line end cuts a body."""
    rest = text.split()[0]
    return not may_be_agencies(rest) and may_be_agencies(before.split()[-1] + rest)


def _words(lines: Sequence[Line]) -> list[Word]:
    return [Word(piece, not k) for line in lines for k, (piece, _, _) in enumerate(words_in(line))]
