"""Cells of agencies laid wrongly: what holds words of a sentence, or a piece of a name where a page's end cuts the row,
names nobody.

Of 市城市管理综合行政执法局, which stands elsewhere, 政执法局 is the end and 市城市管局 the two edges; 市体育局局 ends twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from pipeline.language.bodies import is_agency, known_body
from pipeline.language.cut_names import LEVELS, cuts_word, first_name, last_name, says_where, split_by_marks
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_party
from pipeline.messages import say
from pipeline.model import Issue, Span
from pipeline.tables.flat_columns import CellLine, is_doing
from pipeline.tables.flat_rows import FlatRow

_LONGEST_ENDING = 3
_LONGEST_SHORT = 4  # letters of what a field is called for its department
_OF_A_PLACE = "人民政府"  # of 各县 in the column before, and not of the centre above it
_SURE = 3  # letters of an edge that no other name has by chance


def without_pieces(
    rows: Sequence[FlatRow], lines: Sequence[CellLine], names: Sequence[str]
) -> tuple[list[FlatRow], tuple[Issue, ...]]:
    """Cells of cut rows that hold a piece of a name are blank, each said: whom they named is not known."""
    columns = [j for j, name in enumerate(names) if name in AGENCY_MEANINGS]
    cells = [row.cells[j] for row in rows for j in columns]
    standing = counted(["".join(lines[n].text for n in cell) for cell in cells])
    kept, issues = list(rows), list[Issue]()
    for i, row in enumerate(rows):
        for col in _pieces(row.cells, columns, lines, standing):
            parts = [lines[n] for n in row.cells[col]]
            words = "".join(part.text for part in parts)
            said = say("names_cut_in_pieces", row=i + 1, words=words)
            if any(is_phrase(name, standing) for name in split_by_marks(words)):
                said = say("words_for_names", row=i + 1, words=words)
            span = Span(parts[0].span.start, parts[-1].span.end)
            issues.append(Issue("misread_table", said, f"row {i + 1}", span))
            cells_left = tuple(() if j == col else cell for j, cell in enumerate(kept[i].cells))
            kept[i] = kept[i]._replace(cells=cells_left)
    return kept, tuple(issues)


def _pieces(
    row: Sequence[tuple[int, ...]], columns: Sequence[int], lines: Sequence[CellLine], standing: Counter[str]
) -> list[int]:
    """The columns of agencies in which words of a sentence stand or, of a row cut by a page's end, a piece of a name.

    `standing`: how many cells of the table hold each name.
    """
    printed = sorted(n for cell in row for n in cell)
    is_cut = any(lines[n].after_break for n in printed[1:])
    # Behind a cell that begins in a word the cells stand in the columns of others.
    shifted = next((col for col in columns if _begins_in_word(row[col], lines, standing)), len(row))
    return [
        col
        for col in columns
        if (col >= shifted and row[col])
        or any(
            name and (is_phrase(name, standing) or (is_cut and is_piece(name, standing)))
            for name in split_by_marks("".join(lines[n].text for n in row[col]))
        )
        or has_stray(tuple(lines[n].text for n in row[col]), standing)
    ]


def _begins_in_word(cell: Sequence[int], lines: Sequence[CellLine], standing: Counter[str]) -> bool:
    """The cell begins with the end of a word whose beginning is the cell above, and with a name that stands nowhere else:
    改 | 革办."""
    if not cell or not cell[0] or lines[cell[0]].after_break:
        return False
    name = first_name("".join(lines[n].text for n in cell))
    return (
        standing[name] <= 1
        and not says_where(name)
        and cuts_word(lines[cell[0] - 1].text, name, compounds=False)
    )


def has_stray(lines: Sequence[str], standing: Counter[str]) -> bool:
    """A line of the cell stands within a name that stands elsewhere without it, or before one: 区检 | 新增 | 察院 beside
    区检察院, 修通断头路 | 州法院 beside 州法院."""
    whole = set(split_by_marks("".join(lines)))
    for n in range(1, len(lines) - 1):
        name = last_name("".join(lines[:n])) + lines[n] + first_name("".join(lines[n + 1 :]))
        without = name.replace(lines[n], "", 1)
        if name in whole and standing[name] <= 1 and standing[without]:
            return True
    for n in range(1, len(lines)):
        above, below = last_name("".join(lines[:n])), first_name("".join(lines[n:]))
        if standing[above + below] > 1 or not above:
            continue
        if (below[:1] in LEVELS and standing[below]) or (below == _OF_A_PLACE and standing[above]):
            return True
    return False


def is_phrase(name: str, standing: Counter[str]) -> bool:
    """The name stands in no other cell, is none of a body and begins with what is done: 进入全省第一方阵, and not 住建."""
    return len(name) > _LONGEST_SHORT and standing[name] <= 1 and not is_party(name) and is_doing(name)


def is_piece(name: str, standing: Counter[str]) -> bool:
    """The name stands in no other cell, and is one that does without its beginning, middle or end, or ends twice."""
    if standing[name] > 1:
        return False
    if any(
        name.endswith(end := name[-size:] * 2) and is_agency(name.removesuffix(end[size:]))
        for size in range(1, _LONGEST_ENDING + 1)
    ):
        return True
    # 市公安局 may stand beside 市公安局交通警察支队: a body with its level is one by itself.
    if says_where(name) and (known_body(name) or known_body(name[1:])):
        return False
    return any(_is_of(name, other) for other in standing if len(other) > len(name))


def _is_of(name: str, other: str) -> bool:
    """The edges of the other name make this one: 国家金融监督管分局 of 国家金融监督管理总局某市监管分局."""
    first, last = _same(name, other), _same(name[::-1], other[::-1])
    whole_edge = last == len(name) or first == len(name)
    return whole_edge or (first + last >= len(name) and first >= _SURE)


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def counted(texts: Sequence[str]) -> Counter[str]:
    """In how many cells each name stands."""
    return Counter(name for text in texts for name in set(split_by_marks(text)) if name)
