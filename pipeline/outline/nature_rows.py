"""Indicators that came out one cell a line, whose rows are told by the column 属性: each cell there is 约束性 or 预期性.

指标 2025年 属性 一、收入 1.增速（%） 与经济同步 预期性 2.人数（人） 2000 约束性    →    | 指标        | 2025年     | 属性   |
                                                                                  | 一、收入    |            |        |
                                                                                  | 1.增速（%） | 与经济同步 | 预期性 |
                                                                                  | 2.人数（人）| 2000       | 约束性 |

From one such cell to the next there are as many cells as headings; one fewer below a label that stands once for several
rows, one more where a numbered line names the rows below it. Where two numbers of headings fit, nothing tells which is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.language.cells import is_nature, year
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.lines import Line
from pipeline.outline.lone_cells import may_be_cells
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.turn_rows import Cell, kind

_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 3, 12, 3
_NATURE = "nature"


def rows_by_nature(lines: Sequence[Line], start: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the table whose headings begin at a line, headings first, by the indexes of their lines; () where none
    does."""
    near = [line.squeezed for line in lines[start : start + _MOST_COLUMNS]]
    if not meaning(near[0]) or _NATURE not in map(meaning, near):
        return ()
    shown = list(_cells(lines, start))
    words = [lines[n].squeezed for n in shown]
    sizes = range(_FEWEST_COLUMNS, min(_MOST_COLUMNS, len(words)) + 1)
    ways = [rows for size in sizes if (rows := _laid(words, size))]
    return (
        tuple(tuple(tuple(shown[i] for i in cell) for cell in row) for row in ways[0])
        if len(ways) == 1
        else ()
    )


def _cells(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The lines from one on that may be cells, up to a sentence."""
    return takewhile(lambda n: not lines[n].squeezed.endswith("。"), may_be_cells(lines, start))


def _laid(words: Sequence[str], size: int) -> list[list[Cell]]:
    heads = words[:size]
    at = [j for j, head in enumerate(heads) if meaning(head) == _NATURE]
    natures = [i for i in range(size, len(words)) if is_nature(words[i])]
    if len(at) != 1 or len(natures) < _FEWEST_ROWS or not _are_headings(heads):
        return []
    rows: list[list[Cell]] = [[(j,) for j in range(size)]]
    end = size
    for i in natures:
        begin = i - at[0]
        between = begin - end
        if between == 1 and _names_group(words[end]):
            rows.append([(end,), *[()] * (size - 1)])
        elif between and (between != -1 or end == size or not _may_lack_first(words, heads, begin)):
            return []
        rows.append([() if between == -1 else (begin,), *[(n,) for n in range(begin + 1, begin + size)]])
        end = begin + size
    fits = end <= len(words) and all(_fits(words, heads, row) for row in rows[1:])
    return rows if fits and _names_differ(words, rows[1:]) else []


def _may_lack_first(words: Sequence[str], heads: Sequence[str], begin: int) -> bool:
    """Below a category that stands once: its indicator has a number, or each year its value; else another cell may be lost."""
    if meaning(heads[0]) == "indicator" or meaning(heads[1]) != "indicator":
        return False
    name, years = words[begin + 1], [begin + j for j, head in enumerate(heads) if year(head)]
    return name[0].isdecimal() or (bool(years) and all(kind(words[n]) == "v" for n in years))


def _are_headings(heads: Sequence[str]) -> bool:
    plain = all(year(head) or may_be_heading(head) for head in heads)
    return plain and len(set(heads)) == len(heads) and not any(map(_names_group, heads))


def _names_group(text: str) -> bool:
    """一、发展水平 names the rows below it; 1.入园率（%） is one of them."""
    return not text[0].isdecimal() and text_to_mark(text) is not None


def _fits(words: Sequence[str], heads: Sequence[str], row: Sequence[Cell]) -> bool:
    """A row begins with words, and no value stands under the names of rows."""
    texts = [words[cell[0]] if cell else "" for cell in row]
    named = [
        text for text, head in zip(texts, heads, strict=True) if meaning(head) in ("indicator", "category")
    ]
    return kind(texts[0] or "w") == "w" and all(kind(text or "w") == "w" for text in named)


def _names_differ(words: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bool:
    """No two rows below one another say the same."""
    return all([words[c[0]] for c in a if c] != [words[c[0]] for c in b if c] for a, b in pairwise(rows))


def natures_stand(lines: Sequence[Line], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether 约束性 and 预期性 stand under 属性 alone in the rows that lack nothing, if a heading says that they do."""
    heads, *below = ([_words(lines, cell) for cell in row] for row in rows)
    at = {j for j, head in enumerate(heads) if meaning(head) == _NATURE}
    whole = [row for row in below if len(row) == len(heads)]
    return not at or all(is_nature(text) == (j in at) for row in whole for j, text in enumerate(row) if text)


def _words(lines: Sequence[Line], cell: Cell) -> str:
    return "".join(lines[n].squeezed for n in cell)
