"""Whether two parts are of one table, a note or the end of a page between them: their numbers run on, a sum in one of them is
that of the rows of both, or all rows are named alike.

| 镇街 | 路灯 | 步道 |
| 东镇 | 2    | 5    |
注：以下镇街次年实施。
| 西镇 | 4    | 1    |
| 合计 | 6    | 6    |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import dropwhile, takewhile

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash, is_note, is_subtotal, is_total, is_value, number, squeeze, year
from pipeline.model import Document, Fragment, Piece
from pipeline.tables.group_rows import is_of_some
from pipeline.tables.repairs.known_names import says_class

_FEWEST_ALIKE = 3  # names
_FEWEST = 2  # sums that come out by no chance, towns
_MOST_ROWS = 300  # a longer list has no notes between the rows of one sum
_Row = Sequence[Piece]


def runs_on(above: Fragment, below: Fragment) -> bool:
    """The first number of the lower part follows the last one of the upper."""
    last = next((number(squeeze(row[0].text)) for row in reversed(above.rows) if row[0].text.strip()), None)
    first = next((number(squeeze(row[0].text)) for row in below.rows if row[0].text.strip()), None)
    return last is not None and first == last + 1


def are_named_alike(above: Fragment, below: Fragment) -> bool:
    """The rows below have other names that end as several above do, towns as towns, and as many cells; no sum ends those above,
    nor is one of those below alone."""
    upper, lower = (
        [texts for row in part.rows if sum(map(bool, texts := _texts(row))) > 1] for part in (above, below)
    )
    if not upper or not lower:
        return False
    if usual_width(above) != usual_width(below) or _sums_all(upper[-1]):
        return False
    known, more = (
        [name for row in rows if (name := _name(row)) and not (is_total(name) or is_subtotal(name))]
        for rows in (upper, lower)
    )
    ends = Counter(name[-1] for name in known)
    towns = sum(map(says_class, known)) >= _FEWEST
    alike = all(ends[name[-1]] >= _FEWEST_ALIKE or (towns and says_class(name)) for name in more)
    stated = [
        (j, value) for row in lower if _sums_all(row) for j, text in enumerate(row) if (value := addend(text))
    ]
    own = sum(value == _added(lower, j) for j, value in stated)
    return bool(more) and alike and 2 * own <= len(stated) and set(known).isdisjoint(more)


def usual_width(part: Fragment) -> int:
    """The cells of most rows; of lengths that are as frequent the greatest: some rows have a cell too many or too few."""
    return max(Counter(map(len, part.rows)).items(), key=lambda of: (of[1], of[0]))[0]


def _name(texts: Sequence[str]) -> str:
    """The last word before the first figure behind words: 丁家镇 of 1 | 东片 | 丁家镇 | 3 | 续建."""
    first = next((j for j, text in enumerate(texts) if text and number(text) is None), len(texts))
    words = takewhile(lambda text: number(text) is None, texts[first:])
    return next((text for text in reversed(list(words)) if text and not is_dash(text)), "")


def add_up_together(above: Fragment, below: Fragment) -> bool:
    """The one sum of all rows: most of its figures are those of both parts, and not of the part in which it stands alone."""
    parts = [[_texts(row) for row in dropwhile(_is_heading, rows)] for rows in (above.rows, below.rows)]
    totals = [(part, row) for part in parts for row in part if _sums_all(row)]
    if len(totals) != 1:
        return False
    part, total = totals[0]
    stated = [(j, value) for j, text in enumerate(total) if (value := addend(text)) is not None]
    both = [value == sum(_added(rows, j) for rows in parts) for j, value in stated]
    alone = any(value and value == _added(part, j) for j, value in stated)
    return sum(both) >= _FEWEST and 2 * sum(both) > len(both) and not alone


def _texts(row: _Row) -> list[str]:
    return [squeeze(piece.text) for piece in row]


def _is_heading(row: _Row) -> bool:
    texts = _texts(row)
    return not _sums_all(texts) and not any(is_value(text) and not year(text) for text in texts)


def _sums_all(texts: Sequence[str]) -> bool:
    return any(is_total(text) and not is_subtotal(text) for text in texts[:2])


def _added(rows: Sequence[Sequence[str]], col: int) -> Decimal:
    own = (row for row in rows if not any(is_total(text) or is_subtotal(text) for text in row[:3]))
    return sum((addend(row[col]) or Decimal(0) for row in own if col < len(row)), Decimal(0))


def go_on_below_note(document: Document, above: Fragment, below: Fragment) -> bool:
    """Rows without a title below a note are of the table above it; not below one that may name their group."""
    if _lacks_label(below) and is_of_some(document.text[above.span.end : below.span.start]):
        return False
    few = len(above.rows) + len(below.rows) <= _MOST_ROWS
    told = (runs_on, add_up_together, are_named_alike) if few else (runs_on,)
    return not below.title and any(so(above, below) for so in told)


def go_on_below_line(document: Document, above: Fragment, below: Fragment) -> bool:
    """A line of any words between rows of as many cells, the foot of a page or who printed it, ends no table whose one sum is that
    of the rows above and below it; nor one whose numbers run on."""
    lines = [
        words
        for line in document.text[above.span.end : below.span.start].split("\n")
        if (words := squeeze(line))
    ]
    alike = above.kind == below.kind == "tabs" and not (above.is_unread or below.is_unread)
    if len(lines) != 1 or not alike or usual_width(above) != usual_width(below):
        return False
    another = (is_note(lines[0]) and tells_of_another(lines[0])) or (
        is_of_some(lines[0]) and _lacks_label(below)
    )
    if another or len(above.rows) + len(below.rows) > _MOST_ROWS or _is_heading(below.rows[0]):
        return False
    return add_up_together(above, below) or (runs_on(above, below) and not lines[0].endswith(("表", "：")))


def _lacks_label(below: Fragment) -> bool:
    """Before the first word of the first row stands a blank, under a label that is printed above or in words between the two."""
    texts = [squeeze(piece.text) for piece in below.rows[0]]
    word = next((j for j, text in enumerate(texts) if text and not is_value(text)), 0)
    return not all(texts[:word])


def tells_of_another(note: str) -> bool:
    """注：下表为2025年任务。, 备注：以下数据单位为万元。: what stands below a note is another table."""
    dated = any(
        note[at - 4 : at].isdecimal() for at, char in enumerate(note) if char == "年" and at >= len("2025")
    )
    return dated or any(word in note for word in _ANOTHER)


_ANOTHER = ("下表", "单位")


def has_headings(rows: Sequence[_Row]) -> bool:
    """The first row has words over values: headings of its own, known or not."""
    first, rest = rows[0], rows[1:]
    columns = [j for j, piece in enumerate(first) if piece.text.strip() and not is_value(squeeze(piece.text))]
    over = [j for j in columns if any(j < len(row) and is_value(squeeze(row[j].text)) for row in rest)]
    return len(columns) == sum(bool(piece.text.strip()) for piece in first) and bool(over)
