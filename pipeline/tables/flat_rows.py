"""The best way to lay lines on rows and columns, in the order in which they stand.

A state is how far the lines are laid, the column of the last cell and the serial number of its row; of the ways into a
state the best is kept.
"""

# Long: one algorithm, a state and the ways on from it.
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import Literal, NamedTuple

from pipeline.language.cells import is_total, serial_number
from pipeline.tables.flat_cells import Cell, Lines
from pipeline.tables.flat_columns import CellLine, Scale, main_column, text_columns
from pipeline.tables.group_rows import opens_group

Kind = Literal["body", "total", "group"]
_FEW = 6  # states kept at each line
_FAR = 8.0  # what is so much worse than the best does not come back
# Where a page's end cuts a row its cells seem to end within a sentence or a name, until their rests are laid.
_FEW_CUT, _FAR_CUT = 20, 20.0
_CUT_BEFORE, _CUT_BEHIND = 30, 12  # lines of a cut row on both sides of a page's end
_UNEVEN = 2.0  # a cell goes on behind a page's end that did not reach the end of the page
_HELD = 1.2  # a row that goes on under the number of the row above
_AGAIN = 0.9  # a cell that goes on behind a page's end
_GROUP = 0.8
_TOTAL = 0.2
_FREE = 0.3  # a row without a number


class FlatRow(NamedTuple):
    """A row: for each column the lines of its cell (none: blank)."""

    cells: tuple[Cell, ...]
    kind: Kind = "body"


class _State(NamedTuple):
    """`top` is the last column of the row that is filled, `above` the last state of the row above; `rest`: among the
    lines of cut cells, behind a page's end."""

    score: float
    at: int
    col: int = -1
    top: int = -1
    serial: int = 0
    row: FlatRow | None = None
    above: _State | None = None
    rest: bool = False

    def key(self, whole: bool) -> tuple[object, ...]:
        """States alike in this go on alike; `whole`: the row may be cut, and where its cells end decides what goes on."""
        cells = self.row.cells if self.row and whole else ()
        return (self.col, self.top, self.serial, self.rest, self.row.kind if self.row else "", cells)


def lay(
    lines: Sequence[CellLine], names: Sequence[str], scale: Scale, final: bool = True
) -> tuple[tuple[FlatRow, ...], float]:
    """The rows of the best laying and how good it is; none if the lines cannot be laid. What is laid only to learn of the
    columns (not `final`) need not have every cut row right."""
    return _laid(tuple(lines), tuple(names), scale, final and any(line.after_break for line in lines))


@lru_cache(maxsize=2)  # the first of them, then all
def _lines(lines: tuple[CellLine, ...]) -> Lines:
    return Lines(lines)


@lru_cache(maxsize=16)  # what is learnt of the columns is soon what was known of them
def _laid(
    lines: tuple[CellLine, ...], names: tuple[str, ...], scale: Scale, final: bool
) -> tuple[tuple[FlatRow, ...], float]:
    layer = _Layer(lines, names, scale, final)
    states: list[dict[tuple[object, ...], _State]] = [{} for _ in range(len(lines) + 1)]
    start = _State(0.0, 0)
    states[0][start.key(False)] = start
    for at in range(len(lines)):
        few, far = (_FEW_CUT, _FAR_CUT) if layer.near_break[at] else (_FEW, _FAR)
        here = sorted(((layer.promise(s), s) for s in states[at].values()), key=itemgetter(0), reverse=True)
        for state in [state for promise, state in here[:few] if promise > here[0][0] - far]:
            for after in layer.steps(state):
                there = states[after.at]
                known = there.get(key := after.key(layer.near_break[after.at]))
                if known is None or after.score > known.score + 1e-9:
                    there[key] = after
                    layer.raise_bar(after.at, there.values())
        states[at].clear()
    ends = sorted(states[-1].values(), key=lambda s: s.score - layer.missing(s))
    if not ends:
        return (), -inf
    return _unwound(ends[-1]), ends[-1].score - layer.missing(ends[-1])


def _unwound(last: _State) -> tuple[FlatRow, ...]:
    rows: list[FlatRow] = []
    state: _State | None = last
    while state and state.row:
        rows.insert(0, state.row)
        state = state.above
    return tuple(rows)


class _Layer:
    """The ways on from a state."""

    def __init__(self, lines: tuple[CellLine, ...], names: Sequence[str], scale: Scale, final: bool) -> None:
        self.lines, self.names, self.scale = lines, names, scale
        self.columns = [_lines(lines).column(name, scale.column(col)) for col, name in enumerate(names)]
        self.serial = names.index("row_number") if "row_number" in names else -1
        self.main = main_column(names)
        self.texts = text_columns(names)
        # Columns of what may be told before the number of its row.
        self.before = [j for j in range(self.serial) if j in self.texts or names[j] == "deadline"]
        # What it costs to leave these columns blank, from one to before another.
        costs = [0.0 if j == self.serial else max(0.0, filled) for j, filled in enumerate(scale.filled)]
        ends = range(len(names) + 1)
        self.blanks = [[sum(costs[start:end]) for end in ends] for start in ends]
        self.numbers = [serial_number(line.text) for line in lines]
        self.totals = [is_total(line.text) for line in lines]
        self.groups = [opens_group(line.text) and "category" not in names for line in lines]
        breaks = [n for n, line in enumerate(lines) if line.after_break and final]
        near = {n for b in breaks for n in range(b - _CUT_BEFORE, b + _CUT_BEHIND)}
        self.near_break = [n in near for n in range(len(lines) + 1)]
        self.page = list(accumulate(line.after_break for line in lines))
        # What goes on from a line is at least as good as that; nobody makes a state that is not.
        self._bars = [-inf] * (len(lines) + 1)

    def raise_bar(self, at: int, states: Collection[_State]) -> None:
        """Of so many states at a line the few best will go on, if they are near the best."""
        if not self.near_break[at] and at < len(self.lines):
            best = nlargest(_FEW, [state.score for state in states])
            self._bars[at] = max(best[0] - _FAR, best[-1] if len(best) == _FEW else -inf)

    def promise(self, state: _State) -> float:
        """How good the state may become: where a page's end is near, a cell that ends badly may go on behind it."""
        if state.row is None or not self.near_break[state.at]:
            return state.score
        return state.score + sum(
            column.unended(cell) for column, cell in zip(self.columns, state.row.cells, strict=True) if cell
        )

    def steps(self, state: _State) -> Iterator[_State]:
        if state.row is None or state.row.kind != "group":
            yield from self._on(state)
        if state.row is not None and state.row.kind == "body" and self.lines[state.at].after_break:
            yield from self._go_on(state)
        yield from self._new_row(state)

    def missing(self, state: _State) -> float:
        """What the blanks behind the last cell of a row cost."""
        if state.row is None or state.row.kind != "body":
            return 0.0
        return self.blanks[state.top + 1][-1]

    def _filled(self, state: _State, col: int, more: float) -> Iterator[_State]:
        """The state with each cell that may come next in the column, `more` as good beside that; none that will not go on."""
        column = self.columns[col]
        above = state.row.cells[col] if state.row else ()
        more += -column.whole(above) if above else min(0.0, self.scale.filled[col])
        before = state.score + more
        for end, (cell, body) in enumerate(column.cells_at(state.at), state.at + 1):
            whole = above + cell if above else cell
            if before + (column.body(whole) if above else body) >= self._bars[end]:
                score = before + column.whole(whole)
                if score >= self._bars[end]:
                    yield self._with(state, col, cell, score)

    def _with(self, state: _State, col: int, cell: Cell, score: float) -> _State:
        assert state.row is not None
        old = state.row.cells
        row = FlatRow((*old[:col], old[col] + cell, *old[col + 1 :]), state.row.kind)
        return _State(
            score, cell[-1] + 1, col, max(col, state.top), state.serial, row, state.above, state.rest
        )

    def _on(self, state: _State) -> Iterator[_State]:
        """The next cell of the same row."""
        if state.row is None:
            return
        top = state.top
        for col in range(state.col + 1, len(self.names)):
            blank = self.blanks[max(top, state.col) + 1][col]
            if col == self.serial and not state.rest:
                yield from self._numbered(state, blank)
                return  # a row that began before its number has one
            more = -blank
            if state.rest:
                more -= self._uneven(state, col)
            elif col < top:
                more += max(0.0, self.scale.filled[col])
            yield from self._filled(state, col, more)

    def _numbered(self, state: _State, cost: float) -> Iterator[_State]:
        if self.numbers[state.at] == state.serial + 1:
            numbered = state._replace(serial=state.serial + 1)
            yield self._with(numbered, self.serial, (state.at,), state.score - cost + 2.0)

    def _go_on(self, state: _State) -> Iterator[_State]:
        """A cell of the row, cut by the page's end, goes on."""
        assert state.row is not None
        for col, above in enumerate(state.row.cells):
            if not above or col == self.serial:
                continue
            for after in self._filled(state, col, -self._uneven(state, col) - _AGAIN):
                yield after._replace(rest=True)

    def _uneven(self, state: _State, col: int) -> float:
        """Of a row cut by a page's end the cells that go on filled the page: none had fewer lines on it than another."""
        assert state.row is not None
        page = self.page[state.at] - 1
        above = [sum(self.page[n] == page for n in cell) for cell in state.row.cells]
        return _UNEVEN * (above[col] < max(above))

    def _new_row(self, state: _State) -> Iterator[_State]:
        cost = state.score - self.missing(state)
        last = state if state.row else None
        blank = FlatRow(((),) * len(self.names))
        fresh = _State(cost, state.at, serial=state.serial, row=blank, above=last)
        first = -3.0 if last is None else 0.0
        if self.serial >= 0:
            yield from self._row_by_number(fresh, first)
        else:
            for col in range(self.main + 1):
                lost = self.blanks[0][col] - (first if col else 0.0) + _FREE
                yield from self._filled(fresh, col, -lost)
        yield from self._other_rows(fresh)

    def _row_by_number(self, fresh: _State, first: float) -> Iterator[_State]:
        for start in self.before:
            yield from self._filled(fresh, start, -self.blanks[0][start])
        yield from self._numbered(fresh, self.blanks[0][self.serial] - (first if self.serial else 0.0))
        if fresh.serial and self.main > self.serial:
            yield from self._filled(fresh, self.main, -_HELD)

    def _other_rows(self, fresh: _State) -> Iterator[_State]:
        """Sums, and lines over the full width that name a group of rows."""
        assert fresh.row is not None
        if self.totals[fresh.at] and self.texts:
            row = fresh._replace(row=fresh.row._replace(kind="total"))
            yield self._with(row, self.texts[0], (fresh.at,), fresh.score - _TOTAL)
        if self.groups[fresh.at]:
            # What names a group may stand in a column left of the tasks: a line over the full width is no likelier.
            held = max((-self.scale.filled[j] for j in self.texts if j < self.main), default=0.0)
            for end in (1, 2):
                cell = tuple(range(fresh.at, min(fresh.at + end, len(self.lines))))
                row = fresh._replace(row=fresh.row._replace(kind="group"))
                yield self._with(row, 0, cell, fresh.score - _GROUP * end - max(0.0, held))
