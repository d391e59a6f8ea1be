"""Which rows are headings, how far each heading spans, and what a column under it holds."""

# Long: the lines of a block are laid one after another, each by what those above left open.

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.brackets import has_half
from pipeline.language.cells import are_times, is_dash, is_total, is_value, number, year
from pipeline.language.headings import NAME_MEANINGS, ends_name, meaning, path_meaning
from pipeline.tables.cut_headings import ends_heading, heading_above, is_cut, is_plain_number
from pipeline.tables.draft import LEFT, UP, Draft, Row, Slot
from pipeline.tables.group_rows import opens_group
from pipeline.tables.nameless_columns import are_counted, even_width, lacks_names, without_names
from pipeline.tables.slipped_headings import straighten
from pipeline.tables.spans import stand_over_figures, with_spans
from pipeline.tables.unheaded import has_names_alone
from pipeline.tables.unit_lines import is_unit_row

_MAX_DEPTH = 6
_BRACKETS = ("（）", "()")


def find_headings(draft: Draft) -> Draft:
    """Mark the heading rows, lay their spans, and set the number of columns."""
    if draft.header_rows:
        return draft
    first = next((i for i, row in enumerate(draft.rows) if row.role == "body"), None)
    if first is None or not _may_be_heading(draft.rows[first]):
        return replace(draft, n_cols=_body_width(draft.rows))
    draft = with_spans(straighten(draft, first), first)
    lines, width = draft.rows[first:], max(len(row.slots) for row in draft.rows)
    names = [list(lines[0].slots)] if has_names_alone(draft, lines[0]) else []
    heads, n_cols = (names, len(names[0])) if names else _heading_block(lines, width)
    n_cols = max(n_cols, even_width(lines, heads)) or _body_width(draft.rows)
    heads = without_names(lines, heads, n_cols)
    laid = [Row(tuple(slots[:n_cols]), "header", lines[k].after_break) for k, slots in enumerate(heads)]
    rows = (*draft.rows[:first], *laid, *lines[len(heads) :])
    return replace(draft, rows=rows, n_cols=n_cols)


def _has_second_line(rows: Sequence[Row], block: Sequence[Sequence[Slot]]) -> bool:
    """Units, or headings under headings of one column each: | | | 2025年 | 2025年 |."""
    row = rows[len(block)]
    filled = [j for j in row.filled() if row[j].merged == ""]
    new = [j for j in filled if row[j].text != _above(block[-1], j)]
    return is_unit_row(row, block) or (bool(new) and _goes_on(rows, filled, block))


def _goes_on(rows: Sequence[Row], settled: Sequence[int], block: Sequence[Sequence[Slot]]) -> bool:
    """What a row writes under settled headings is said again, goes on in brackets, or names a year or a column; never the
    row itself, but where nothing names that column above: | | 2025年 | | over | 镇街 | 新建 | 改建 |."""
    row, above = rows[len(block)], block[-1]
    new = [j for j in settled if row[j].text != _above(above, j)]
    name, first = _above(above, 0), row[0].text
    if first and has_half(name) and is_cut(name, first):  # 镇（ over 街道）
        return not any(is_value(row[j].text) for j in new)
    rest = [j for j in new if not ends_name(_above(above, j), row[j].text)]
    again = first in ("", name) or ends_name(name, first)
    if new and not any(line[0].text for line in block) and meaning(row[0].text) in NAME_MEANINGS:
        new = [j for j in new if j]
    elif not rest or rest[0] == 0 or not again:
        return not new
    else:
        new = rest
    words = ((heading_above(block, j), row[j].text) for j in new)
    named = all(_is_heading(text) or ends_heading(upper, text) for upper, text in words)
    return named or stand_over_figures(rows[len(block) :], new)


def _is_heading(text: str) -> bool:
    return ("年" in text and bool(year(text))) or bool(meaning(text)) or (text[:1] + text[-1:]) in _BRACKETS


def _above(above: Sequence[Slot], col: int) -> str:
    return above[col].text if col < len(above) else ""


def _may_be_heading(row: Row) -> bool:
    """More cells that are known headings than cells that are values; 1月, 2月, 3月 are headings as years are."""
    texts = [row[j].text for j in row.filled()]
    found = [text for text in texts if is_dash(text) or (is_value(text) and not year(text))]
    values = 0 if are_times(found) else len(found)
    return values == 0 or sum(bool(meaning(text)) for text in texts) > values


def _heading_block(rows: Sequence[Row], width: int) -> tuple[list[list[Slot]], int]:
    """The heading rows with spans laid, and the number of columns they prove (0: not proved).

    A heading followed by blanks opens a run that the next row may divide; a heading with no blank
    behind it is settled. The block ends with the first row that writes no heading under a settled one.
    """
    open_runs = [(0, width)]
    block: list[list[Slot]] = []
    leaf_end = 0
    for row in rows[:_MAX_DEPTH]:
        filled = [j for j in row.filled() if row[j].merged == ""]
        settled = [j for j in filled if not any(s <= j < e for s, e in open_runs)]
        if block and filled and row.role == "body" and is_unit_row(row, block):
            block.append([UP if meaning(row[j].text) == "unit" else row[j] for j in range(width)])
            break
        if (
            row.role != "body"
            or not filled
            or (block and not (_goes_on(rows, settled, block) and _divides(rows, filled, open_runs, block)))
        ):
            break
        block.append(_lay(row, open_runs, width, first=not block))
        leaf_end = max(leaf_end, max(filled) + 1)
        open_runs = _undivided(block[-1], row, open_runs)
        if not open_runs and not (len(block) < len(rows) and _has_second_line(rows, block)):
            break
    if len(block) == 1 and _names_all(rows, leaf_end):
        return block, leaf_end
    tail_open = any(e == width and e - s > 1 and s < leaf_end for s, e in open_runs)
    only_tail = all(e == width for _, e in open_runs)
    proved = (
        leaf_end
        if only_tail and (len(block) > 1 or not tail_open or _body_agrees(rows, block, leaf_end))
        else 0
    )
    return block, proved


def _names_all(rows: Sequence[Row], leaf_end: int) -> bool:
    """One line of headings without a blank names every column, unless most rows below have more cells that are filled."""
    if len(rows[0].slots) > leaf_end or len(rows[0].filled()) < leaf_end:
        return False
    below = [len(row.filled()) for row in rows[1:] if len(row.filled()) > 1]
    return 2 * sum(n > leaf_end for n in below) <= len(below)


def _divides(
    rows: Sequence[Row], filled: list[int], open_runs: list[tuple[int, int]], block: Sequence[Sequence[Slot]]
) -> bool:
    """A row divides spanning headings if it starts at the left edge of each run it writes in; never a sum and its figures,
    nor the name of a group."""
    row, first = rows[len(block)], rows[len(block)][filled[0]].text
    if len(filled) == 1 and opens_group(first):
        return False
    if is_total(first) and any(number(row[j].text) is not None for j in filled):
        return False
    for start, end in open_runs:
        inside = [j for j in filled if start <= j < end]
        if inside and inside[0] != start and not lacks_names(rows[len(block) :], open_runs):
            return False
    return not all(is_plain_number(rows, block, j) for j in filled)


def _lay(row: Row, open_runs: list[tuple[int, int]], width: int, first: bool) -> list[Slot]:
    """Blanks of a heading row are covered from the left inside a run, from above outside."""
    slots: list[Slot] = []
    written = [j for j in range(width) if row[j].text]
    for j in range(width):
        slot = row[j]
        run = next(((s, e) for s, e in open_runs if s <= j < e), None)
        if slot.text or slot.merged:
            slots.append(slot)
        elif run and bisect_left(written, run[0]) < bisect_left(written, j):
            slots.append(LEFT)
        else:
            slots.append(slot if first else UP)
    return slots


def _undivided(laid: list[Slot], row: Row, open_runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that still span several columns after this heading row."""
    runs: list[tuple[int, int]] = []
    for start, end in open_runs:
        starts = [j for j in range(start, end) if laid[j].text or laid[j].merged == "up"]
        if not any(row[j].text for j in range(start, end)):
            runs.append((start, end))
            continue
        bounds = [*starts, end]
        runs += [(a, b) for a, b in itertools.pairwise(bounds) if b - a > 1]
    return runs


def _body_agrees(rows: Sequence[Row], block: list[list[Slot]], leaf_end: int) -> bool:
    """Most rows below write nothing to the right of the last heading."""
    body = [row for row in rows[len(block) :] if len(row.filled()) > 1]
    wider = sum(max(row.filled()) >= leaf_end for row in body)
    return wider * 2 <= len(body)


def _body_width(rows: Sequence[Row]) -> int:
    """The commonest width of the rows, blanks at the end left out; the larger one on a tie."""
    widths = Counter(max(row.filled()) + 1 for row in rows if len(row.filled()) > 1)
    return (
        max(widths, key=lambda w: (widths[w], w)) if widths else max((len(r.slots) for r in rows), default=0)
    )


def heading_meanings(draft: Draft) -> list[str]:
    """The meaning of each column; the first is that of numbers, too, where nothing stands over them."""
    paths = draft.paths()
    meanings = [path_meaning(path) for path in paths]
    if paths and not paths[0] and are_counted(draft.rows):
        meanings[0] = "row_number"
    return meanings
