"""The box of a page laid out as a table above the text: each name with its value is a line of the notice, no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.outline.lines import Line
from pipeline.outline.metadata import is_key, text_to_field
from pipeline.outline.signed_tables import cells_of

_LEAST_KNOWN, _MOST_ABOVE, _FURTHEST, _LEAST_STACKED = 2, 8, 60, 3


def table_to_box(lines: Sequence[Line], above: Sequence[Line]) -> tuple[Line, ...]:
    """The fields of a table of names and values (发文字号 | 某发〔2024〕5号), or of a row of names over one of values, where no
    sentence stands above it; () if it is none. What it says of anything else is the page's."""
    if len(above) > _FURTHEST:
        return ()
    shown = [line for line in above if not line.furniture]
    if len(shown) > _MOST_ABOVE or any("。" in line.text for line in shown):
        return ()
    rows = [cells for line in lines if (cells := list(cells_of(line)))]
    if named := _named_within([cell for row in rows for cell in row]):
        return named
    pairs = _over_values(rows) or [pair for row in rows for pair in _beside(row)]
    known = [pair for pair in pairs if is_key(pair[0].squeezed)]
    if len(known) < _LEAST_KNOWN or 2 * len(known) <= len(pairs):
        return ()
    return tuple(_field(name, value) for name, value in known)


def _named_within(cells: Sequence[Line]) -> tuple[Line, ...]:
    """文号：某发〔2024〕5号 | 日期：2024年3月1日: the cells of a table whose most are fields themselves, one of them a number of
    papers, each a line; else ()."""
    fields = [text_to_field(cell.squeezed) for cell in cells]
    known = [field for field in fields if field]
    if 2 * len(known) <= len(cells) or not any(field[0] == "doc_number" for field in known):
        return ()
    lines = [replace(cell, printed="", gap=1, cut=False, anew=True) for cell in cells]
    return tuple(x if own else replace(x, furniture="page") for x, own in zip(lines, fields, strict=True))


def with_stacked_box(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, of a box whose names and values stand in turn, a line each and without a colon, each value with its name
    (文号 | 某发〔2024〕5号 | 成文日期 | 2024年3月1日); a name, and a value that says nothing of the notice, is the page's."""
    laid = list(lines)
    shown = [i for i, line in enumerate(lines) if not line.furniture][:_FURTHEST]
    run: list[tuple[int, int | None]] = []
    last = -1
    for n, i in enumerate([*shown, -1]):
        if i >= 0 and _is_name(lines[i]):
            following = shown[n + 1] if n + 1 < len(shown) and not _is_name(lines[shown[n + 1]]) else None
            run, last = [*run, (i, following)], n + (following is not None)
        elif n > last:
            if sum(value is not None for _, value in run) >= _LEAST_STACKED:
                for name, value in run:
                    laid[name] = replace(lines[name], furniture="page")
                    if value is not None:
                        laid[value] = _field(lines[name], lines[value])
            run = []
    return tuple(laid)


def _is_name(line: Line) -> bool:
    return is_key(line.squeezed) and not line.squeezed.endswith(("：", ":"))


def _over_values(rows: Sequence[Sequence[Line]]) -> list[tuple[Line, Line]]:
    """标题 | 文号 | 成文日期 over one row of their values; of several rows it is a list of papers."""
    if len(rows) != 2 or len(rows[0]) != len(rows[1]) or not all(is_key(cell.squeezed) for cell in rows[0]):
        return []
    return list(zip(rows[0], rows[1], strict=True))


def _beside(row: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each name of a row with what stands right of it; a name beside a name has no value."""
    named = [is_key(cell.squeezed) for cell in row]
    at = 0
    while at + 1 < len(row):
        if not named[at + 1]:
            yield row[at], row[at + 1]
            at += 1
        at += 1


def _field(name: Line, value: Line) -> Line:
    text, places = name.text.strip() + value.text.strip(), _shown(name) + _shown(value)
    line = replace(value, text=text, places=places, printed="", gap=1, cut=False, anew=True)
    return line if text_to_field(line.squeezed) else replace(line, furniture="page")


def _shown(line: Line) -> tuple[int, ...]:
    start = len(line.text) - len(line.text.lstrip())
    return line.places[start : start + len(line.text.strip())]
