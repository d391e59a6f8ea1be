"""Lines of headings that divide one another, laid on the columns of the rows below them by what these hold.

镇街 村数 现有 缺口 2025年 2026年
公厕 食堂 公厕 食堂                →    | 镇街 | 村数 | 现有 | 缺口 | 2025年 |      | 2026年 |      |
甲镇 9 5 4 1 2 3 4                      |      |      |      |      | 公厕   | 食堂 | 公厕   | 食堂 |

How many headings have columns below them the width of the rows says; which ones, only where one choice is left: the same
columns stand below each, figures alone stand in them, and what adds up in every row is of one heading or of none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from pipeline.language.cells import number
from pipeline.outline.blank_words import Words, is_figure, texts
from pipeline.outline.laying import blanks

_MOST_HEADINGS = 12
_FEWEST_SUMS = 5  # rows in which two parts at least are no 0

#: For each column the heading of the upper line over it, and whether that has others below it.
Above = tuple[tuple[int, bool], ...]


def heads_over(heads: Sequence[Words], rows: Sequence[Words], width: int) -> list[Words] | None:
    """The lines of headings on as many columns as the widest rows have; None where they fit in no way, or in several."""
    if len(heads) == 1:
        return list(heads) if width <= len(heads[0]) else None
    whole = [texts(row) for row in rows if len(row) == width]
    ways = list(_ways(heads, width, whole)) if len(heads[0]) <= _MOST_HEADINGS else []
    if len(ways) > 1 and (sums := list(_sums(whole, width))):
        ways = [way for way in ways if all(_are_beside(way, columns) for columns in sums)]
    return _laid(heads, ways[0]) if len(ways) == 1 else None


def _ways(heads: Sequence[Words], width: int, rows: Sequence[Sequence[str]]) -> Iterator[Above]:
    """The choices of headings, each over the same leaves, none twice, which hold figures alone."""
    leaves = texts(heads[-1])
    over = len(heads[0]) - (width - len(leaves))
    size, rest = divmod(len(leaves), over) if over > 0 else (0, 1)
    fits = all(len(line) > 1 and len(leaves) % len(line) == 0 for line in heads[1:])
    if rest or not fits or leaves[:size] * over != leaves or len(set(leaves[:size])) < size:
        return
    for chosen in combinations(range(1, len(heads[0])), over):
        above = tuple(
            (n, n in chosen) for n in range(len(heads[0])) for _ in range(size if n in chosen else 1)
        )
        figures = [j for j, (_, divided) in enumerate(above) if divided]
        if all(not row[j] or is_figure(row[j]) for row in rows for j in figures):
            yield above


def _are_beside(above: Above, columns: Sequence[int]) -> bool:
    """The columns are below one heading, or have no other below their own."""
    return len({above[j][0] if above[j][1] else -1 for j in columns}) == 1


def _laid(heads: Sequence[Words], above: Above) -> list[Words]:
    at = heads[0][0].span.end
    laid: list[Words] = []
    for line in heads:
        first = line is heads[0]
        many = len(above) if first else sum(divided for _, divided in above) // len(line)
        words, n, row = iter(line), 0, list(blanks(at, len(above)))
        for j, (heading, divided) in enumerate(above):
            if first and (not j or heading != above[j - 1][0]):
                row[j] = line[heading]
            elif not first and divided:
                if n % many == 0:
                    row[j] = next(words)
                n += 1
        laid.append(tuple(row))
    return laid


def _sums(rows: Sequence[Sequence[str]], width: int) -> Iterator[tuple[int, ...]]:
    """Columns beside one another of which the first, the last, or the middle one of three is the sum of the others in every
    row that has them, and in enough of them."""
    values = [[number(text) for text in row] for row in rows]
    for start in range(width):
        for end in range(start + 3, width + 1):
            columns = tuple(range(start, end))
            totals = {columns[0], columns[-1]} | ({columns[1]} if len(columns) == 3 else set())
            if any(_adds_up(values, total, [j for j in columns if j != total]) for total in sorted(totals)):
                yield columns


def _adds_up(rows: Sequence[Sequence[Decimal | None]], total: int, parts: Sequence[int]) -> bool:
    busy = 0
    for row in rows:
        whole, found = row[total], [value for j in parts if (value := row[j]) is not None]
        if whole is None or len(found) < len(parts):
            continue
        if sum(found) != whole:
            return False
        busy += sum(map(bool, found)) > 1
    return busy >= _FEWEST_SUMS
