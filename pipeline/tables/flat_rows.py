"""The best way to lay lines on rows and columns, in the order in which they stand.

A state is how far the lines are laid, the column of the last cell and the serial number of its row; of the ways into a
state the best is kept.
"""

# Long: one algorithm, a state and the ways on from it.
from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf
from operator import attrgetter
from typing import Literal, NamedTuple

from pipeline.language.cells import is_total, serial_number
from pipeline.tables.flat_cells import Column, Columns
from pipeline.tables.flat_columns import CellLine, Scale, main_column, text_columns
from pipeline.tables.flat_lines import Cell
from pipeline.tables.group_rows import opens_group

Kind = Literal["body", "total", "group"]
_FEW = 6  # states kept at each line
_FAR = 8.0  # what is so much worse than the best does not come back
# Where a page's end cuts a row its cells seem to end within a sentence or a name, until their rests are laid.
_FEW_CUT, _FAR_CUT = 20, 20.0
_ROUNDED = 1e-6  # sums put together in another order may differ by less
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
    lines of cut cells, behind a page's end. `promise` is how good it may become: where a page's end is near, a cell that
    ends badly may go on behind it."""

    score: float
    promise: float
    at: int
    col: int = -1
    top: int = -1
    serial: int = 0
    row: FlatRow | None = None
    above: _State | None = None
    rest: bool = False


def lay(
    lines: Sequence[CellLine], names: Sequence[str], scale: Scale, final: bool = True
) -> tuple[tuple[FlatRow, ...], float]:
    """The rows of the best laying and how good it is; none if the lines cannot be laid. What is laid only to learn of the
    columns (not `final`) need not have every cut row right."""
    return _laid(tuple(lines), tuple(names), scale, final and any(line.after_break for line in lines))


@lru_cache(maxsize=2)  # the first of them, then all
def _columns(lines: tuple[CellLine, ...]) -> Columns:
    return Columns(lines)


@lru_cache(maxsize=16)  # what is learnt of the columns is soon what was known of them
def _laid(
    lines: tuple[CellLine, ...], names: tuple[str, ...], scale: Scale, final: bool
) -> tuple[tuple[FlatRow, ...], float]:
    layer = _Layer(lines, names, scale, final)
    layer.states[0][()] = _State(0.0, 0.0, 0)
    for at in range(len(lines)):
        for state in layer.best(at):
            layer.step(state)
        layer.states[at].clear()
    ends = list(layer.states[-1].values())
    if not ends:
        return (), -inf
    last = max(reversed(ends), key=lambda state: state.score - layer.missing(state))
    return _unwound(last), last.score - layer.missing(last)


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
        self.columns = [_columns(lines).column(name, scale.column(col)) for col, name in enumerate(names)]
        self.serial = names.index("row_number") if "row_number" in names else -1
        self.main = main_column(names)
        self.texts = text_columns(names)
        # Columns of what may be told before the number of its row.
        self.before = [j for j in range(self.serial) if j in self.texts or names[j] == "deadline"]
        # What it costs to leave these columns blank, from one to before another.
        costs = [0.0 if j == self.serial else max(0.0, filled) for j, filled in enumerate(scale.filled)]
        ends = range(len(names) + 1)
        self.blanks = [[sum(costs[start:end]) for end in ends] for start in ends]
        self.blank = FlatRow(((),) * len(names))
        self.numbers = [serial_number(line.text) for line in lines]
        self.totals = [is_total(line.text) for line in lines]
        self.groups = [opens_group(line.text) and "category" not in names for line in lines]
        breaks = [n for n, line in enumerate(lines) if line.after_break and final]
        near = {n for b in breaks for n in range(b - _CUT_BEFORE, b + _CUT_BEHIND)}
        self.near_break = [n in near for n in range(len(lines) + 1)]
        self.page = list(accumulate(line.after_break for line in lines))
        # By line the states to go on from, what they promise in order, and the least that goes on: nobody makes a worse one.
        self.states: list[dict[tuple[object, ...], _State]] = [{} for _ in self.near_break]
        self._promises: list[list[float]] = [[] for _ in self.near_break]
        self._bars = [-inf] * len(self.near_break)

    def best(self, at: int) -> list[_State]:
        """The states at a line from which laying goes on: the few best, if they are near the best."""
        few, far = (_FEW_CUT, _FAR_CUT) if self.near_break[at] else (_FEW, _FAR)
        here = sorted(self.states[at].values(), key=attrgetter("promise"), reverse=True)
        return [state for state in here[:few] if state.promise > here[0].promise - far]

    def _keep(self, state: _State, col: int, cell: Cell, score: float) -> None:
        """Keeps the state with the cell in the column, unless one that goes on alike is as good."""
        assert state.row is not None
        end, (cells, kind), top = cell[-1] + 1, state.row, state.top
        if top < col:
            top = col
        # A row that may be cut goes on by where its cells end.
        near = self.near_break[end]
        if near:
            cells = (*cells[:col], cells[col] + cell, *cells[col + 1 :])
        key = (col, top, state.serial, state.rest, kind, cells if near else ())
        states = self.states[end]
        known = states.get(key)
        if known is not None and score <= known.score + 1e-9:
            return
        if not near:
            cells = (*cells[:col], cells[col] + cell, *cells[col + 1 :])
        promise = score + self._unended(cells) if near else score
        row = FlatRow(cells, kind)
        states[key] = _State(score, promise, end, col, top, state.serial, row, state.above, state.rest)
        if end < len(self.lines):
            self._raise_bar(end, promise, known and known.promise)

    def _raise_bar(self, at: int, promise: float, instead: float | None) -> None:
        promises = self._promises[at]
        if instead is not None:
            del promises[bisect_left(promises, instead)]
        insort(promises, promise)
        few, far = (_FEW_CUT, _FAR_CUT) if self.near_break[at] else (_FEW, _FAR)
        self._bars[at] = max(promises[-1] - far, promises[-few] if len(promises) >= few else -inf)

    def _unended(self, cells: Sequence[Cell]) -> float:
        """What the ends of the cells of a row cost."""
        cost = 0.0
        for column, cell in zip(self.columns, cells, strict=True):
            if cell:
                cost += column.unended(cell)
        return cost

    def step(self, state: _State) -> None:
        """Keeps every state that may be next."""
        if state.row is None or state.row.kind != "group":
            self._on(state)
        if state.row is not None and state.row.kind == "body" and self.lines[state.at].after_break:
            self._go_on(state)
        self._new_row(state)

    def missing(self, state: _State) -> float:
        """What the blanks behind the last cell of a row cost."""
        if state.row is None or state.row.kind != "body":
            return 0.0
        return self.blanks[state.top + 1][-1]

    def _filled(self, state: _State, col: int, more: float) -> None:
        """Keeps the state with each cell that may come next in the column, `more` as good beside that."""
        assert state.row is not None
        column, bars, near = self.columns[col], self._bars, self.near_break
        above = state.row.cells[col]
        more += -column.whole(above) if above else min(0.0, self.scale.filled[col])
        before = state.score + more
        others: float | None = None
        for end, (cell, body) in enumerate(column.cells_at(state.at, above), state.at + 1):
            hope = before + body
            if near[end]:
                others = self._others(state, column, above) if others is None else others
                hope += others + column.stops[end - 1]
            if hope < bars[end]:
                continue
            score = before + column.whole(above + cell)
            if near[end] or score >= bars[end]:
                self._keep(state, col, cell, score)

    def _others(self, state: _State, column: Column, above: Cell) -> float:
        """What the other cells of the row may come to behind a page's end."""
        assert state.row is not None
        others = state.promise - state.score if self.near_break[state.at] else self._unended(state.row.cells)
        return others + (_ROUNDED - (column.unended(above) if above else 0.0))

    def _on(self, state: _State) -> None:
        """The next cell of the same row."""
        if state.row is None:
            return
        top = state.top
        blanks = self.blanks[max(top, state.col) + 1]
        for col in range(state.col + 1, len(self.names)):
            blank = blanks[col]
            if col == self.serial and not state.rest:
                self._numbered(state, blank)
                return  # a row that began before its number has one
            more = -blank
            if state.rest:
                more -= self._uneven(state, col)
            elif col < top:
                more += max(0.0, self.scale.filled[col])
            self._filled(state, col, more)

    def _numbered(self, state: _State, cost: float) -> None:
        if self.numbers[state.at] == state.serial + 1:
            numbered = state._replace(serial=state.serial + 1)
            self._keep(numbered, self.serial, (state.at,), state.score - cost + 2.0)

    def _go_on(self, state: _State) -> None:
        """A cell of the row, cut by the page's end, goes on."""
        assert state.row is not None
        for col, above in enumerate(state.row.cells):
            if not above or col == self.serial:
                continue
            self._filled(state._replace(rest=True), col, -self._uneven(state, col) - _AGAIN)

    def _uneven(self, state: _State, col: int) -> float:
        """Of a row cut by a page's end the cells that go on filled the page: none had fewer lines on it than another."""
        assert state.row is not None
        page = self.page[state.at] - 1
        above = [sum(self.page[n] == page for n in cell) for cell in state.row.cells]
        return _UNEVEN * (above[col] < max(above))

    def _new_row(self, state: _State) -> None:
        cost = state.score - self.missing(state)
        last = state if state.row else None
        fresh = _State(cost, cost, state.at, -1, -1, state.serial, self.blank, last)
        first = -3.0 if last is None else 0.0
        if self.serial >= 0:
            self._row_by_number(fresh, first)
        else:
            for col in range(self.main + 1):
                lost = self.blanks[0][col] - (first if col else 0.0) + _FREE
                self._filled(fresh, col, -lost)
        self._other_rows(fresh)

    def _row_by_number(self, fresh: _State, first: float) -> None:
        for start in self.before:
            self._filled(fresh, start, -self.blanks[0][start])
        self._numbered(fresh, self.blanks[0][self.serial] - (first if self.serial else 0.0))
        if fresh.serial and self.main > self.serial:
            self._filled(fresh, self.main, -_HELD)

    def _other_rows(self, fresh: _State) -> None:
        """Sums, and lines over the full width that name a group of rows."""
        assert fresh.row is not None
        if self.totals[fresh.at] and self.texts:
            row = fresh._replace(row=fresh.row._replace(kind="total"))
            self._keep(row, self.texts[0], (fresh.at,), fresh.score - _TOTAL)
        if self.groups[fresh.at]:
            # What names a group may stand in a column left of the tasks: a line over the full width is no likelier.
            held = max((-self.scale.filled[j] for j in self.texts if j < self.main), default=0.0)
            for end in (1, 2):
                cell = tuple(range(fresh.at, min(fresh.at + end, len(self.lines))))
                row = fresh._replace(row=fresh.row._replace(kind="group"))
                self._keep(row, 0, cell, fresh.score - _GROUP * end - max(0.0, held))
