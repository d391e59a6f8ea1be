"""A row with figures and no name, whose name stands on the line beside it or in the cell of its neighbour.

| 4 | 北山镇 | 3 |                    | 4 | 北山镇 | 3 |
| 南河镇 |           or 4 | 北山镇南河镇 | 3    →    | 5 | 南河镇 | 7 |
| 5 |        | 7 |       5 |              | 7 |
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.cells import is_dash, is_total, number
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.group_rows import opens_group
from pipeline.tables.repairs.half_names import nameless
from pipeline.tables.repairs.known_names import KnownNames

_SHORTEST = 2  # letters of a name


def bring_names(draft: Draft) -> Draft:
    """Give the rows that lack a name the one beside them that no other row has, if there is just one."""
    lacking = nameless(draft)
    col = _name_column(draft)
    if not lacking or col is None:
        return draft
    names = KnownNames(
        row[col].text for row in draft.rows if len(row.filled()) > 1 and _is_name(row[col].text)
    )
    rows, repairs, gone = list(draft.rows), [], set[int]()
    for i in lacking:
        found = [
            (n, name) for n in (i - 1, i + 1) if n not in gone for name in _offered(rows, i, n, col, names)
        ]
        if len(found) != 1 or i in gone or rows[i][col].merged or len(rows[i].slots) <= col or rows[i][col]:
            continue
        n, (name, rest) = found[0]
        before = " ⏎ ".join(rows[k].printed() for k in sorted((i, n)))
        rows[i] = _named(rows[i], col, name)
        if rest is None:
            gone.add(n)
            rows[i] = replace(rows[i], after_break=rows[i].after_break or (n < i and rows[n].after_break))
        else:
            rows[n] = _named(rows[n], col, rest)
        why = say("name_beside_row", name=name.text)
        repairs.append(Repair("split_row", before, rows[i].printed(), why, "probable", rows[i].span(), row=i))
    kept = [row for k, row in enumerate(rows) if k not in gone]
    return (
        draft.with_rows(kept, *(replace(r, row=_moved(r.row, gone)) for r in repairs)) if repairs else draft
    )


def _moved(row: int | None, gone: set[int]) -> int | None:
    return None if row is None else row - sum(k < row for k in gone)


def _name_column(draft: Draft) -> int | None:
    """The column that most rows have a name in, the last before their figures."""
    body = [row for row in draft.rows if row.role == "body"]
    named = [j for j in range(draft.n_cols) if 2 * sum(_is_name(row[j].text) for row in body) > len(body)]
    return named[0] if named else None


def _is_name(text: str) -> bool:
    return len(text) >= _SHORTEST and number(text) is None and not is_dash(text) and not is_total(text)


def _offered(rows: list[Row], i: int, n: int, col: int, names: KnownNames) -> list[tuple[Slot, Slot | None]]:
    """The name that the row beside has for this one, and what is left of its own, None where it is a name alone."""
    if not 0 <= n < len(rows) or rows[n].role not in ("body", "group"):
        return []
    filled = rows[n].filled()
    if len(filled) == 1:
        slot = rows[n][filled[0]]
        alone = filled[0] in (0, col) and _is_name(slot.text) and names.ends_alike(slot.text)
        return [(slot, None)] if alone and not opens_group(slot.text) else []
    own = rows[n][col]
    parts = [
        (own.text[:k], own.text[k:])
        for k in range(_SHORTEST, len(own.text) - 1)
        if names.ends_alike(own.text[:k]) and names.ends_alike(own.text[k:])
    ]
    if len(parts) != 1:
        return []
    first, second = (Slot(text, own.parts) for text in parts[0])
    return [(second, first)] if n < i else [(first, second)]


def _named(row: Row, col: int, name: Slot) -> Row:
    return replace(row, slots=(*row.slots[:col], name, *row.slots[col + 1 :]))
