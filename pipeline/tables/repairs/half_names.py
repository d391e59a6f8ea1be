"""Rows beside one that holds a name and nothing more, which may be half of theirs: whose their figures are is not known.

| 东     |   |   |      东沙街道, if the line end cut its name; or rows of a place called 东
| 沙街道 | 3 | 5 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.addends import addend
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import is_dash, is_total, number
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.group_rows import opens_group
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.known_names import KnownNames, names_whole, says_class
from pipeline.tables.repairs.split_row import join_slots

_FEWEST, _NEARLY_ALL = 4, 0.8  # names of the column that end alike
_FEW = 4  # one name of four


def doubt_half_names(draft: Draft) -> Draft:
    """The rows whose name may be half of one, or that have none, are in doubt, each with an issue."""
    halves = [
        (i, say("half_name", row=i + 1, words=words)) for i, words in sorted(set(half_named(draft.rows)))
    ]
    found = [*halves, *((i, say("row_without_name", row=i + 1)) for i in nameless(draft))]
    if not found:
        return draft
    rows = list(draft.rows)
    issues = list(draft.issues)
    for i, said in found:
        rows[i] = replace(rows[i], doubt="open")
        issues.append(Issue("ambiguous_row", said, f"row {i}", rows[i].span()))
    return replace(draft, rows=tuple(rows), issues=tuple(issues))


def begun(above: Row, row: Row, names: Sequence[KnownNames]) -> Row | None:
    """The row whose name begins on a line of its own, where what stands of it in the row is no name by itself:
    清溪 above 5 | 街道 | 3."""
    if not (above.role == row.role == "body" and len(above.slots) == 1 and len(row.slots) == len(names)):
        return None
    col = max(range(len(names)), key=lambda j: (len(names[j]), -j), default=0)
    if row[col].text not in CLASS_ALONE or not _is_name(above[0].text) or is_dash(above[0].text):
        return None
    if says_class(above[0].text) or opens_group(above[0].text):
        return None
    name = join_slots((above[0], row[col]))
    after = above.after_break or row.after_break
    return replace(row, slots=(*row.slots[:col], name, *row.slots[col + 1 :]), after_break=after)


def nameless(draft: Draft) -> list[int]:
    """The rows with figures that say of nothing whose they are, where nearly all others have a name before theirs."""
    numbered = [j for j, name in enumerate(heading_meanings(draft)) if name == "row_number"]
    cols = [j for j in range(draft.n_cols) if j not in numbered]
    body = {
        i: row
        for i, row in enumerate(draft.rows)
        if row.role == "body" and any(_figure(row[j]) for j in cols)
    }
    figures = (j for j in cols if 2 * sum(_figure(row[j]) for row in body.values()) > len(body))
    before = [j for j in cols if j < next(figures, 0)]
    named = {i: any(_is_name(row[j].text) or row[j].merged for j in before) for i, row in body.items()}
    many = sum(named.values()) >= max(_FEWEST - 1, _NEARLY_ALL * len(body) - 1)
    return [i for i, has in named.items() if not has and not body[i].doubt] if many else []


def lost_name(body: Sequence[Row], col: int) -> bool:
    """The column names every row, as nothing behind it does, and a few of them lost their name: none reaches over them."""
    names = [row[col].text for row in body]
    blank = [row for row in body if not row[col].text and not row[col].merged]
    told = any(
        slot.text and addend(slot.text) is None and not is_dash(slot.text)
        for row in blank
        for slot in row.slots[col:]
    )
    others = [name for name in names if name]
    return _FEW * len(blank) <= len(body) and not told and len(set(others)) == len(others)


def _figure(slot: Slot) -> bool:
    return addend(slot.text) is not None


def half_named(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The rows with figures right above or below a name that has none, and their names, where one may go on in the other."""
    body = [i for i, row in enumerate(rows) if row.role == "body"]
    col = _name_column([rows[i] for i in body])
    ends = _Ends(name for i in body if (name := _named(rows, i, col)))
    if not ends.are_alike:
        return
    yield from _below_lines(rows, col, ends)
    for i in body:
        word = rows[i][col].text
        if not _is_name(word) or opens_group(word) or any(j > col for j in rows[i].filled()):
            continue
        above, below = (_named(rows, n, col) for n in (i - 1, i + 1))
        if above and not ends.is_whole(above) and ends.is_like(above + word):
            yield i - 1, above
        elif below and not ends.is_whole(word) and ends.is_like(word + below):
            yield i + 1, below


def _below_lines(rows: Sequence[Row], col: int, ends: _Ends) -> Iterator[tuple[int, str]]:
    """The same below a word on a line by itself, if what goes on there is hardly a name without it: 清溪 above 5 | 河镇 | 3. Names of
    groups stand above the first row too."""
    lines = [i for i, row in enumerate(rows) if row.role in ("body", "group") and row.filled() == [0]]
    if not (col and lines and lines[0]) or rows[lines[0] - 1].role != "body":
        return
    for i in lines:
        word, below = rows[i][0].text, _named(rows, i + 1, col)
        may_begin = below and _is_name(word) and not (names_whole(below) or ends.is_whole(word))
        if may_begin and ends.is_alike(word, below):
            yield i + 1, below


def _named(rows: Sequence[Row], i: int, col: int) -> str:
    """The name of a row that has figures; "" where there is no such row."""
    has_figures = 0 <= i < len(rows) and rows[i].role == "body" and any(j > col for j in rows[i].filled())
    return rows[i][col].text if has_figures and _is_name(rows[i][col].text) else ""


def _name_column(rows: Sequence[Row]) -> int:
    """The first column of names more than figures."""
    width = max((len(row.slots) for row in rows), default=0)
    named = (2 * sum(_is_name(row[j].text) for row in rows) > len(rows) for j in range(width))
    return next((j for j, names in enumerate(named) if names), 0)


def _is_name(text: str) -> bool:
    return bool(text) and number(text) is None and not is_total(text)


class _Ends:
    """How the names of the rows with figures end, and how long the longest is."""

    def __init__(self, names: Iterator[str]) -> None:
        self._names = list(names)
        self._lasts = Counter(name[-1] for name in self._names)
        self._longest = max(map(len, self._names), default=0)
        like = sum(map(self._ends_alike, self._names))
        self.are_alike = like >= _FEWEST and like >= _NEARLY_ALL * len(self._names)

    def _ends_alike(self, name: str) -> bool:
        return self._lasts[name[-1]] > 1 or name.endswith(CLASS_ALONE)

    def is_alike(self, word: str, below: str) -> bool:
        """Below a shorter word than any name stands what ends as the names do."""
        return self._ends_alike(below) and len(word) < self._longest

    def is_like(self, name: str) -> bool:
        return self._ends_alike(name) and len(name) <= self._longest

    def is_whole(self, name: str) -> bool:
        """It ends as others do, and is not what they end in: 社区 of 南湾社区."""
        ending = sum(other != name and other.endswith(name) for other in self._names)
        return self._ends_alike(name) and len(name) > 1 and name not in CLASS_ALONE and ending < 2
