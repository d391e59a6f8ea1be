"""Rows whose blank cells a converter of pages printed as line ends.

1 桂花街道⏎⏎⏎3 6.3⏎⏎⏎3 6.3    →    | 1 | 桂花街道 |   |      | 3 | 6.3 |   |   | 3 | 6.3 |
2 柏树镇 1 0.7 1 2.1⏎⏎2 2.8    →    | 2 | 柏树镇   | 1 | 0.7  | 1 | 2.1 |   |   | 2 | 2.8 |

A line end is read as a blank cell only where (nearly) every row comes out equally wide by it, and one row stands in
one line. The label of a total may stand across two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.cells import is_total
from pipeline.model import Piece
from pipeline.outline.blank_words import is_figure, words_of
from pipeline.outline.dates import text_to_date
from pipeline.outline.laying import Laying, Pieces, Printed, blanks
from pipeline.outline.lines import Line
from pipeline.outline.worded_rows import in_turn, with_totals

_FEWEST_ROWS, _FEWEST_LISTED = 3, 5
_LONGEST = 40
_NEARLY_ALL = 0.9


def by_line_ends(lines: Sequence[Line], heads: tuple[Line, ...], at: int) -> Iterator[Laying]:
    """The layings in which an empty line, or each end of a line, is a blank cell; none where every row stands in one line."""
    groups, end = _groups(lines, at)
    if len(groups) < _FEWEST_ROWS or len({len(group) == 1 for group in groups}) == 1:
        return
    for more in (0, 1):
        rows = with_totals([_row(group, more) for group in groups])
        if _are_even([len(row) for row in rows if not is_total(row[0].text)]):
            yield from in_turn(Printed(heads, (), end), rows)


def _are_even(widths: Sequence[int]) -> bool:
    """Nearly all rows are as wide as the widest; one may have lost a cell."""
    return bool(widths) and widths.count(max(widths)) >= _NEARLY_ALL * len(widths)


def end_of_figures(lines: Sequence[Line], at: int) -> int:
    """Behind three rows or more of a name and figures alone, whatever each lacks; 0 where there are fewer."""
    groups, end = _groups(lines, at)
    figured = sum(len(words) > 1 for group in groups for _, words in group)
    return end if len(groups) >= _FEWEST_ROWS and figured >= _FEWEST_ROWS else 0


def end_of_list(lines: Sequence[Line], at: int) -> int:
    """Behind five lines or more of a name and as many figures each, above which no heading stands; 0 where there are fewer."""
    if not lines[at].text[-1:].isdecimal() or " " not in lines[at].text.strip():
        return 0
    groups, end = _groups(lines, at)
    sizes = {len(words) for group in groups for _, words in group}
    alone = all(len(group) == 1 for group in groups)
    return end if len(groups) >= _FEWEST_LISTED and alone and len(sizes) == 1 and sizes != {1} else 0


def _groups(lines: Sequence[Line], at: int) -> tuple[list[list[tuple[int, Pieces]]], int]:
    """The lines of each row with the empty lines above them; a row begins with a name or with its number and a name."""
    groups: list[list[tuple[int, Pieces]]] = []
    n = at
    while n < len(lines):
        line = lines[n]
        if (
            line.furniture
            or line.level
            or "\t" in line.text
            or "|" in line.text
            or text_to_date(line.squeezed)
        ):
            break
        words = words_of(line)
        figures = [is_figure(word.text) for word in words]
        if not words or any(len(word.text) > _LONGEST for word in words):
            break
        if all(figures) and groups:
            groups[-1].append((line.gap, words))
        elif _opens(figures):
            groups.append([(line.gap, words)])
        else:
            break
        n += 1
    # Who signs stands below the last row.
    while groups and len(groups[-1]) == 1 and len(groups[-1][0][1]) == 1:
        groups.pop()
        n -= 1
    return groups, n


def _opens(figures: Sequence[bool]) -> bool:
    """甲镇 3 6.3, 1 甲镇, 1 甲镇 3: one word at the most before the name, figures behind it."""
    name = figures.index(False) if False in figures else 2
    return name < 2 and all(figures[name + 1 :]) and len(figures) > name


def _row(group: Sequence[tuple[int, Pieces]], more: int) -> Pieces:
    """The words of a row; before each further line the empty lines above it as blank cells, and `more`."""
    pieces: list[Piece] = []
    for n, (gap, words) in enumerate(group):
        pieces += blanks(words[0].span.start, gap + more if n else 0)
        pieces += words
    return tuple(pieces)
