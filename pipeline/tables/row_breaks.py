"""Where else rows may begin and end: line ends that stand inside a row, or lack between two.

| 合计 | 5 | 9 |               | 合计 | 5 | 9 | 7 |
| 7 |               →

Each way is a table of its own: which of them is right say the printed sums, and only if one alone comes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.cells import is_dash, is_total, number
from pipeline.messages import say
from pipeline.model import Repair, Span
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.repairs.glued_rows import cut_behind_known
from pipeline.tables.repairs.split_row import join_slots
from pipeline.tables.roles import names_total

_MOST_CELLS = 60_000  # of all ways together, each of which is a table to be read


def other_breaks(draft: Draft) -> list[Draft]:
    """The table with two lines read as one row, or one line as two, each place and way by itself; none if too many."""
    found: list[Draft] = []
    for way in _ways(draft):
        found.append(way)
        if len(found) * len(draft.rows) * draft.n_cols > _MOST_CELLS:
            return []
    return found


def _ways(draft: Draft) -> Iterator[Draft]:
    for i, row in enumerate(draft.rows):
        above = draft.rows[i - 1] if i else None
        if above is not None and _of_table(above) and _of_table(row) and not names_total(row):
            for slots in dict.fromkeys(_joined(above, row, draft.n_cols)):
                yield _with(draft, (i - 1, i + 1), (_as_row(above, slots),))
        if _of_table(row) and len(row.slots) > draft.n_cols + 1:
            ways = list(dict.fromkeys(_parted(draft, row)))
            whole = [two for two in ways if {len(slots) for slots in two} == {draft.n_cols}]
            for upper, lower in whole or ways:
                rows = (_as_row(row, upper), replace(_as_row(row, lower), after_break=False))
                yield _with(draft, (i, i + 1), rows)


def _of_table(row: Row) -> bool:
    return row.role in ("body", "total", "group") and not any(slot.merged for slot in row.slots)


def _as_row(row: Row, slots: tuple[Slot, ...]) -> Row:
    made = Row(slots, "body", row.after_break)
    return replace(made, role="total") if names_total(made) else made


def _with(draft: Draft, place: tuple[int, int], rows: tuple[Row, ...]) -> Draft:
    start, end = place
    before = " ⏎ ".join(row.printed() for row in draft.rows[start:end])
    after = " ⏎ ".join(row.printed() for row in rows)
    kind = "split_row" if len(rows) == 1 else "glued_rows"
    why = say("sums_of_one_row") if len(rows) == 1 else say("sums_of_two_rows")
    repair = Repair(kind, before, after, why, "probable", draft.rows[start].span(), row=start)
    return draft.with_rows((*draft.rows[:start], *rows, *draft.rows[end:]), repair)


def _joined(above: Row, row: Row, n_cols: int) -> Iterator[tuple[Slot, ...]]:
    """The cells of both lines as one row: one behind the other, the cell at the line end whole, or each where it stands."""
    upper, lower = above.filled(), row.filled()
    if not upper or not lower or len(upper) + len(lower) > n_cols + 1 or _is_next(above, row):
        return
    size = len(above.slots) + len(row.slots) - upper[0]
    nameless = not (_is_name(row[lower[0]].text) and any(_is_name(above[j].text) for j in upper))
    if nameless and upper[-1] < lower[0] and len(row.slots) <= n_cols:
        yield tuple(above[j] if j <= upper[-1] else row[j] for j in range(n_cols))
    if nameless and size <= n_cols:
        yield (*above.slots, *row.slots)
    last, first = above.slots[-1].text, row.slots[0].text
    if last and first and _is_name(last) == _is_name(first) and size - 1 <= n_cols:
        yield (*above.slots[:-1], join_slots((above.slots[-1], row.slots[0])), *row.slots[1:])


def _is_next(above: Row, row: Row) -> bool:
    """The lower line has a number one more than the upper, and a name: a row of its own."""
    one, two = number(above[0].text), number(row[0].text)
    return one is not None and two == one + 1 and _is_name(row[1].text)


def _parted(draft: Draft, row: Row) -> Iterator[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The line cut before a name or inside a cell that ends with one."""
    names = _names(draft)
    for at in range(2, len(row.slots)):
        for upper, lower in _cuts(draft, row, at, names):
            for k in range(_lead(lower) + 1):
                rest = lower[k:]
                bare = upper[: -_tail(upper)] if len(upper) > draft.n_cols and _tail(upper) else upper
                if _begins(rest, names) and len(bare) <= draft.n_cols >= len(rest):
                    yield bare, rest


def _cuts(
    draft: Draft, row: Row, at: int, names: frozenset[str]
) -> list[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The line cut before a cell and inside it; inside alone where its first part is a cell of the column by itself."""
    known = cut_behind_known(draft, row, at)
    return known or [(row.slots[:at], row.slots[at:]), *_inside(row.slots, at, names)]


def _lead(slots: Sequence[Slot]) -> int:
    return next((k for k, slot in enumerate(slots) if slot), 0)


def _tail(slots: Sequence[Slot]) -> int:
    return _lead(slots[::-1])


def _names(draft: Draft) -> frozenset[str]:
    """What the names of the rows end with: 镇, 乡, 道."""
    firsts = ([row[j].text for j in row.filled()[:3]] for row in draft.rows if row.role in ("body", "total"))
    return frozenset(text[-1] for texts in firsts for text in texts if _is_name(text))


def _is_name(text: str) -> bool:
    return bool(text) and number(text) is None and not is_dash(text)


def _begins(slots: Sequence[Slot], names: frozenset[str]) -> bool:
    """With a name like those of other rows, behind its number or a blank; values follow."""
    texts = [slot.text for slot in slots]
    at = next((k for k, text in enumerate(texts[:3]) if _is_name(text)), -1)
    known = at >= 0 and (texts[at][-1] in names or is_total(texts[at]))
    return known and all(not texts[k] or texts[k].isdecimal() for k in range(at)) and any(texts[at + 1 :])


def _inside(
    slots: Sequence[Slot], at: int, names: frozenset[str]
) -> Iterator[tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
    """The line cut inside a cell that ends with the name of the next row: 0古城镇, 县教育局三溪镇, 4 7."""
    text = slots[at].text
    for cut in range(1, len(text)):
        head, rest = text[:cut].rstrip(), text[cut:].lstrip()
        turns = not head[-1:].isdecimal() or text[cut].isspace() or text.isdecimal()
        named = rest[-1:] in names and len(rest) > 1
        if head and rest and (named or (turns and rest.isdecimal())):
            one, two = _halves(slots[at], head, rest)
            yield (*slots[:at], one), (two, *slots[at + 1 :])


def _halves(slot: Slot, one: str, two: str) -> tuple[Slot, Slot]:
    if len(slot.parts) != 1:
        return replace(slot, text=one), replace(slot, text=two)
    start, end = slot.parts[0].start, slot.parts[0].end
    return Slot(one, (Span(start, start + len(one)),)), Slot(two, (Span(end - len(two), end),))
