"""Headings that begin anew inside a table, or over its next part, and say something else than those above.

| 镇街 | 2026年 | 2027年 |          | 镇街 | 2026年 | 2027年 |        | 镇街 | 敬老院 |          | 镇街 | 敬老院 | 食堂 |
| 东镇 | 1      | 2      |          | 东镇 | 1      | 2      |        | 东镇 | 1      |          | 东镇 | 1      | 2    |
| 镇街 | 2027年 | 2026年 |    →     | 西镇 | 4      | 3      |        | 西镇 | 3      |    →     | 西镇 | 3      | 4    |
| 西镇 | 3      | 4      |                                            | 镇街 | 食堂   |
                                                                     | 东镇 | 2      |
                                                                     | 西镇 | 4      |

The same columns in another order are laid under the first headings; other columns of the same rows stand beside them;
anything else is a table of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.cells import is_dash, is_subtotal, is_total, is_value, squeeze, year
from pipeline.language.headings import meaning
from pipeline.messages import Message, say
from pipeline.model import Fragment, Piece, Span
from pipeline.tables.by_place import Rows
from pipeline.tables.page_ends import is_of_page

_LATEST, _DEEPEST = 6, 4  # row in which headings begin, rows that they take
Path = tuple[str, ...]


class _Part(NamedTuple):
    """Headings and the rows below them; `paths`: what stands over each column."""

    above: Rows
    rows: Rows
    paths: tuple[Path, ...]


def parted(fragment: Fragment) -> list[Fragment]:
    """The fragment, cut where a row names the rows as the first heading does and the other columns otherwise, or heads others
    right below a sum."""
    head = _first(fragment.rows)
    if fragment.kind == "lines" or head is None:
        return [fragment]
    start, depth = head
    words, rows = _texts(fragment.rows[start]), fragment.rows
    below = range(start + depth + 1, len(rows) - 1)
    wide = _width_begins(rows)
    anew = [i for i in below if _begins_anew(rows[i], words) or (i == wide and _is_below_sum(rows, i))]
    again = [i for i in anew if _block_again(fragment.rows, start, depth, i)]
    cuts = [i for i in anew if not any(i - depth < at <= i for at in again)]
    bounds = [0, *cuts, len(fragment.rows)]
    return [_cut(fragment, a, b) for a, b in pairwise(bounds)] if cuts else [fragment]


def _cut(fragment: Fragment, start: int, end: int) -> Fragment:
    rows = fragment.rows[start:end]
    while end < len(fragment.rows) and is_of_page("".join(_texts(rows[-1]))):
        rows = rows[:-1]
    spans = [piece.span for row in rows for piece in row if piece.text.strip()]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    breaks = tuple(i - start for i in fragment.breaks if start < i < start + len(rows))
    part = replace(fragment, rows=rows, breaks=breaks, span=span)
    return replace(part, title="", title_span=None) if start else part


def laid_anew(above: Fragment, below: Fragment) -> tuple[Rows, Message] | None:
    """The rows of both under the headings above: the columns below in another order, or more columns of the same rows."""
    one, other = _part(above.rows), _part(below.rows)
    if one is None or other is None or one.paths[0] != other.paths[0] or one.paths == other.paths:
        return None
    if any(len(row) != len(other.paths) for row in other.rows):
        return None  # which cell it lacks is not known before the columns are
    if sorted(one.paths) == sorted(other.paths) and len(set(one.paths)) == len(one.paths):
        order = [other.paths.index(path) for path in one.paths]
        moved = tuple(tuple(row[j] for j in order) for row in other.rows)
        return (*one.above, *one.rows, *moved), say("columns_in_other_order")
    return _beside(one, other)


def _beside(one: _Part, other: _Part) -> tuple[Rows, Message] | None:
    """The columns of the other part behind those of the one, where both have the same rows."""
    paths = zip(one.paths, other.paths, strict=False)
    lead = next((j for j, (a, b) in enumerate(paths) if a != b), min(len(one.paths), len(other.paths)))
    same = [[_texts(row)[:lead] for row in part.rows] for part in (one, other)]
    more = other.paths[lead:]
    whole = all(len(row) == len(one.paths) for row in one.rows) and len(one.above) == len(other.above)
    if same[0] != same[1] or not whole or not more or not set(more).isdisjoint(one.paths):
        return None
    width = len(one.paths)
    upper = (*one.above, *one.rows)
    lower = (*other.above, *other.rows)
    rows = tuple(
        (*row, *(_blank(row),) * (width - len(row)), *more[lead:])
        for row, more in zip(upper, lower, strict=True)
    )
    return rows, say("columns_go_on_below")


def _blank(row: Sequence[Piece]) -> Piece:
    end = row[-1].span.end
    return Piece("", Span(end, end))


def begins_like(above: Rows, below: Rows) -> bool:
    """The first row below names the rows as the headings above do, and is words alone."""
    head = _first(above)
    return head is not None and _begins_anew(below[0], _texts(above[head[0]]))


def _part(rows: Rows) -> _Part | None:
    head = _first(rows)
    if head is None or head[0]:
        return None
    depth = head[1]
    said = [_texts(row) for row in rows[:depth]]
    width = 1 + max(j for line in said for j, text in enumerate(line) if text)
    lines = [[*line, *[""] * width][:width] for line in said]
    rows = tuple(row if any(_texts(row)[width:]) else row[:width] for row in rows)
    for line in lines[:-1]:
        for j in range(1, width):
            line[j] = line[j] or line[j - 1]
    paths = tuple(tuple(dict.fromkeys(line[j] for line in lines if line[j])) for j in range(width))
    return _Part(rows[:depth], rows[depth:], paths) if all(paths) else None


def _first(rows: Rows) -> tuple[int, int] | None:
    """(row, number of rows) of the headings, where their first cell names the rows."""
    start = next((i for i, row in enumerate(rows[:_LATEST]) if _has_several(row)), None)
    if start is None or not _texts(rows[start])[0] or not _are_words(rows[start]):
        return None
    name = _texts(rows[start])[0]
    depth = 1
    while (
        depth < _DEEPEST
        and start + depth < len(rows)
        and _are_words(rows[start + depth])
        and _texts(rows[start + depth])[0] in ("", name)
    ):
        depth += 1
    return start, depth


def _begins_anew(row: Sequence[Piece], head: Sequence[str]) -> bool:
    texts = _texts(row)
    return texts[:1] == head[:1] and _has_several(row) and _are_words(row)


def _width_begins(rows: Rows) -> int | None:
    """The row from which on all are of one width that no row above has."""
    start = [len(row) for row in rows].index(len(rows[-1]))
    return start if all(len(row) == len(rows[-1]) for row in rows[start:]) else None


def _is_below_sum(rows: Rows, at: int) -> bool:
    """Right below the sum of all rows words in several cells, the first a known heading, head other rows."""
    above, row = rows[at - 1], rows[at]
    ended = any(is_total(text) and not is_subtotal(text) for text in _texts(above)[:2])
    headed = _has_several(row) and _are_words(row) and bool(meaning(squeeze(row[0].text)))
    return ended and headed and not _are_words(above)


def _block_again(rows: Rows, start: int, depth: int, at: int) -> bool:
    """The headings say here what they say above, or most of it, for letters may be misread; not all in another order. One over
    several columns or lines may be printed in each of them, or once."""
    lines = [(rows[start + k], rows[at + k]) for k in range(depth) if at + k < len(rows)]
    said, again = ({text for line in block for text in _texts(line)} for block in zip(*lines, strict=True))
    told = [
        (a, b)
        for one, other in lines
        for a, b in _pairs(one, other)
        if (a or b not in said) and (b or a not in again)
    ]
    alike = sum(a == b for a, b in told)
    moved = alike < len(told) and sorted(a for a, _ in told) == sorted(b for _, b in told)
    return 2 * alike > len(told) and not moved


def _pairs(row: Sequence[Piece], again: Sequence[Piece]) -> list[tuple[str, str]]:
    """What two heading rows say of each column but the first."""
    texts = [_texts(row)[1:], _texts(again)[1:]]
    size = max(map(len, texts))
    one, other = ([*line, *[""] * (size - len(line))] for line in texts)
    return [(a, b) for a, b in zip(one, other, strict=True) if a or b]


def _has_several(row: Sequence[Piece]) -> bool:
    """More than one cell says something: a caption over all columns is one."""
    return len({text for text in _texts(row) if text}) > 1


def _texts(row: Sequence[Piece]) -> list[str]:
    return ["".join(squeeze(piece.text).split()).replace("（", "(").replace("）", ")") for piece in row]


def _are_words(row: Sequence[Piece]) -> bool:
    """No cell is a value, but for years."""
    texts = [text for text in _texts(row) if text]
    return bool(texts) and not any(is_dash(text) or (is_value(text) and not year(text)) for text in texts)
