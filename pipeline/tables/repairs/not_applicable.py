"""A dash that stands for a whole heading group, whose merged cell was lost.

| 甲      | 乙      |        | 甲      | 乙      |
| 上 | 下 | 上 | 下 |   →    | 上 | 下 | 上 | 下 |
| 3  | 4  | —  |    |        | 3  | 4  |    —    |
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pipeline.language.cells import is_dash, number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import LEFT, Draft, Row, runs

_FEWEST = 2  # dashes that show that they stand for groups
_FEWEST_ROWS, _CHANCE = 3, 0.05
_FAR_CHANCE = 0.01  # that all groups behind one with a dash are blank besides


def spread_dashes(draft: Draft) -> Draft:
    """Let a dash at the left edge of an otherwise blank group span it.

    Where the groups behind it are always blank too, it stands for these as well. Only where the table does so throughout, and more than once, or once where the group is else too seldom blank or blanks
    say that nothing is planned: a group that holds a dash anywhere holds nothing else in that row. One row that mixes dashes and numbers shows that a dash means its own cell.
    """
    texts = (slot.text for i in draft.body() for slot in draft.rows[i].slots)
    marks = list(dict.fromkeys(text for text in texts if is_dash(text)))
    spread = _spread(draft, marks)
    for mark in marks if spread is draft and len(marks) > 1 else ():
        spread = _spread(spread, [mark])
    return spread


def _spread(draft: Draft, marks: Collection[str]) -> Draft:
    """The same for dashes so printed: — may mean that there is none where --- stands for a group."""
    found = {g: _spanning_rows(draft, g, marks) for g in draft.groups()}
    groups = [g for g, n in found.items() if n]
    reach = {start: _reach(draft, (start, end), marks) for start, end in groups}
    told = sum(filter(None, found.values())) >= _FEWEST
    if not told and not any(_is_blank_by_rule(draft, *g) or _says_more(draft, *g) for g in groups):
        return draft
    rows = list(draft.rows)
    repairs = []
    for i in draft.body():
        places = [
            (s, reach[s]) for s, e in groups if rows[i][s].text in marks and not _covered(rows[i], s, e)
        ]
        if not places:
            continue
        slots = list(rows[i].slots)
        for start, end in places:
            slots[start:end] = [slots[start], *(LEFT,) * (end - start - 1)]
        before = rows[i]
        rows[i] = replace(before, slots=tuple(slots))
        heads = "; ".join(_names(draft, s, e) for s, e in places)
        dash = before[places[0][0]]
        repairs.append(
            Repair("not_applicable", dash.text, f"{heads}: {dash.text}",
                   say("dash_over_group"), "probable", before.span(), row=i)
        )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _spanning_rows(draft: Draft, group: tuple[int, int], marks: Collection[str]) -> int | None:
    """In how many rows such a dash stands at the left edge of the group and nothing else in it; None if one stands otherwise
    where it is known in which columns the row stands."""
    start, end = group
    laid = (draft.rows[i] for i in draft.body() if draft.rows[i].doubt != "open")
    rows = [[row[j].text for j in range(start, end)] for row in laid]
    dashed = [texts for texts in rows if not set(marks).isdisjoint(texts)]
    return None if any(texts[0] not in marks or any(texts[1:]) for texts in dashed) else len(dashed)


def _reach(draft: Draft, group: tuple[int, int], marks: Collection[str]) -> int:
    """How far a dash at the left edge of a group reaches: over the other groups below the same heading, or over all of them,
    if these are blank in each row with such a dash, as chance would not leave them, and none has a dash of its own."""
    start, end = group
    lines = [runs(row, draft.n_cols) for row in draft.rows if row.role == "header"]
    last = max(e for _, e in draft.groups())
    wider = {e for line in lines for s, e in line if s == start and e > end}
    if start == min(s for s, _ in draft.groups()) and last > end:
        wider.add(last)
    rows = [draft.rows[i] for i in draft.body() if draft.rows[i].role == "body"]
    dashed = [row for row in rows if row[start].text in marks]
    others = [row for row in rows if not is_dash(row[start].text)]
    for far in sorted(wider, reverse=True):
        blank = [not row[j].text for row in others for j in range(end, far)]
        free = not any(is_dash(row[j].text) for row in rows for j in range(end, far))
        if free and blank and not any(row[j].text for row in dashed for j in range(end, far)):
            share = sum(blank) / len(blank)
            if len(others) >= _FEWEST_ROWS and share ** (len(dashed) * (far - end)) < _FAR_CHANCE:
                return far
    return end


def _is_blank_by_rule(draft: Draft, start: int, end: int) -> bool:
    """The columns of the group behind its first are so often filled that chance leaves them not all blank beside a dash."""
    rows = [draft.rows[i] for i in draft.body() if not is_dash(draft.rows[i][start].text)]
    cells = [bool(row[j]) for row in rows for j in range(start + 1, end)]
    return len(rows) >= _FEWEST_ROWS and (cells.count(False) / len(cells)) ** (end - start - 1) < _CHANCE


def _says_more(draft: Draft, start: int, end: int) -> bool:
    """Where nothing is planned the cells of these columns are blank, in several rows each, and where there is none the first of them
    may say 0 instead: a dash says more than that."""
    rows = [draft.rows[i] for i in draft.body() if not is_dash(draft.rows[i][start].text)]
    blanks = [sum(not row[j].text for row in rows) for j in range(start, end)]
    noughts = 0 if blanks[0] else sum(number(row[start].text) == 0 for row in rows)
    return all(n >= _FEWEST_ROWS for n in (blanks[1:] if noughts >= _FEWEST else blanks))


def _covered(row: Row, start: int, end: int) -> bool:
    return all(row[j].merged == "left" for j in range(start + 1, end))


def _names(draft: Draft, start: int, end: int) -> str:
    path = draft.paths()[start]
    return f"{'/'.join(path[:-1])} [{start + 1}–{end}]"
