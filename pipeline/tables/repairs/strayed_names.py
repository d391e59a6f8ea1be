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
from pipeline.tables.repairs.half_names import nameless
from pipeline.tables.repairs.known_names import KnownNames

_SHORTEST = 2  # letters of a name


def bring_names(draft: Draft) -> Draft:
    """Give the rows that lack a name the one beside them that no other row has, if there is just one. This proves nothing."""
    col = _name_column(draft)
    lacking = [i for i in nameless(draft) if col is not None and _has_figures_alone(draft.rows[i], col)]
    if not lacking or col is None:
        return draft
    names = KnownNames(
        row[col].text for row in draft.rows if len(row.filled()) > 1 and _is_name(row[col].text)
    )
    rows, repairs, gone = list(draft.rows), [], set[int]()
    for i in lacking:
        near = [n for n in (i - 1, i + 1) if 0 <= n < len(rows) and n not in gone]
        beside = [(n, one) for n in near if (one := _offered(rows[n], n < i, col, names))]
        if len(beside) != 1:
            continue
        n, (name, rest) = beside[0]
        before = " ⏎ ".join(rows[k].printed() for k in sorted((i, n)))
        rows[i] = _named(rows[i], col, name)
        if rest is None:
            gone.add(n)
            rows[i] = replace(rows[i], after_break=rows[i].after_break or (n < i and rows[n].after_break))
        else:
            rows[n] = _named(rows[n], col, rest)
        at = i - sum(k < i for k in gone)
        why = say("name_beside_row", name=name.text)
        repairs.append(
            Repair("split_row", before, rows[i].printed(), why, "probable", rows[i].span(), row=at)
        )
    kept = [row for k, row in enumerate(rows) if k not in gone]
    return replace(draft.with_rows(kept, *repairs), unique=False) if repairs else draft


def _has_figures_alone(row: Row, col: int) -> bool:
    """The name is blank, and no word stands before the first two figures, as in a row that slipped aside."""
    blank = len(row.slots) > col and not row[col].text and not row[col].merged
    return blank and all(number(row[j].text) is not None for j in row.filled()[:2])


def _name_column(draft: Draft) -> int | None:
    """The column that most rows have a name in, the last before their figures."""
    body = [row for row in draft.rows if row.role == "body"]
    named = [j for j in range(draft.n_cols) if 2 * sum(_is_name(row[j].text) for row in body) > len(body)]
    return named[0] if named else None


def _is_name(text: str) -> bool:
    return len(text) >= _SHORTEST and number(text) is None and not is_dash(text) and not is_total(text)


def _offered(row: Row, is_above: bool, col: int, names: KnownNames) -> tuple[Slot, Slot | None] | None:
    """The name that the row beside has for this one, and what is left of its own, None where it is a name alone.

    A name alone is printed as one piece, or has no number where rows have one: a row that plans nothing is none.
    """
    if row.role not in ("body", "group"):
        return None
    filled = row.filled()
    if len(filled) == 1:
        slot = row[filled[0]]
        alone = len(row.slots) == 1 or 0 < col == filled[0]
        return (slot, None) if alone and _is_name(slot.text) and names.ends_alike(slot.text) else None
    own = row[col]
    parts = [
        (own.text[:k], own.text[k:])
        for k in range(_SHORTEST, len(own.text) - 1)
        if names.ends_alike(own.text[:k]) and names.ends_alike(own.text[k:])
    ]
    if len(parts) != 1:
        return None
    first, second = (Slot(text, own.parts) for text in parts[0])
    return (second, first) if is_above else (first, second)


def _named(row: Row, col: int, name: Slot) -> Row:
    return replace(row, slots=(*row.slots[:col], name, *row.slots[col + 1 :]))
