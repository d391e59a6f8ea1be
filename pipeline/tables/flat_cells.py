"""How well lines that stand one under the other make one cell of a column: by its kind, by where lines and cells end."""

# Long: the scores of one cell, each a line of what is known of cells.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_nature, is_value, number
from pipeline.language.cut_names import (
    NAME_MARKS,
    cuts_word,
    first_name,
    goes_on,
    is_cut,
    last_name,
    may_end,
    says_where,
    split_by_marks,
)
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_party
from pipeline.tables.flat_columns import (
    MARK,
    NO_TEXT_START,
    STOP,
    TEXTS,
    VALUES,
    CellLine,
    Known,
    begins_name,
    has_stranger,
    is_doing,
    printed_width,
    width,
)
from pipeline.tables.flat_fits import is_list, is_words, needs_more, strangers
from pipeline.tables.flat_lines import Cell, Lines

_LONGEST = {"row_number": 1, "nature": 2, "unit": 2, "deadline": 5, "person": 4, **dict.fromkeys(VALUES, 2)}
_LONGEST_TEXT, _LONGEST_NAMES = 80, 40
_HOPELESS = -5.0  # no further line makes a cell good whose lines do not belong together
_OPEN_END = "、，,：（(〔【《“"
# Two years in one time stand on both sides of one of these.
_YEAR, _RANGE = patterns.compile(r"20\d\d"), "—-–~～至到和、"
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("(", ")"))
_TIME_BEFORE = patterns.compile(r"[\d年月日季度底末]$")
_TOLERANCE = 1.0  # characters that may be missing from a full line, beside what the next line had to take
_NARROW = 0.4  # of a narrow column not more than this share
_SHORT = 0.6  # for each further character that is missing
_NOT_FULL = 0.05  # for each that is missing: of two ways the one with fuller lines
_OF_A_PLACE = ("人民政府", "政府")  # no body by itself
_LIKELY = -0.3  # two halves of a name that could be names
_AGAIN = 0.6  # a name that may be whole and goes on behind a page's end
_NO_PLACE = 1.5  # a name that says neither level nor place in a column whose names do
_CUT_WORD = 1.5  # a cell ends and the next begins within a word
_STRANGE = 1.5  # words before a name that stands alone elsewhere, or its beginning among other words
_NO_BODY = 2.5  # what is no name of a body, among nothing but such names
_NEXT_PERSON = 0.8  # names of persons one a line
_NO_PERSON = 2.0
_LINES_OF_NAME = 3  # below its first, that a name may take
_NEW = 0.3  # a name that stands in no other cell
_ROUGHLY = 0.5  # characters
_TORN = 9.0
_EDGE, _BY_THEN = "年月日前底末内止", 0.5  # of a time, that the next line begins with
_NO_DOING = 1.0  # begins otherwise in a column of what is to be done
_SECOND = 0.8  # a further line in a column of single lines
_WIDER = 2.0  # characters
_TWO_VALUES = 9.0  # figures one below the other are two
_NEEDS_MORE = 1.0
_OPEN = 2.5  # a list that ends with its comma
_WIDE = 0.5  # for each character by which a line is wider than its column


class Columns:
    """The columns that lines were laid on: what is learnt of one is soon what was known of it, while that of another still changes."""

    def __init__(self, lines: Sequence[CellLine]) -> None:
        self.lines = Lines(lines)
        self._columns: dict[tuple[str, Known], Column] = {}

    def column(self, name: str, known: Known) -> Column:
        """A column of which that is known."""
        key = name, known
        if key not in self._columns:
            self._columns[key] = Column(self.lines, name, known)
        return self._columns[key]


class Column:
    """Scores of cells of one column, each looked at once."""

    def __init__(self, lines: Lines, name: str, known: Known) -> None:
        self.lines, self.name, self.known = lines, name, known
        self.texts, self.widths = lines.texts, lines.widths
        self.of_names = name in AGENCY_MEANINGS
        self.longest = _LONGEST.get(name, _LONGEST_NAMES if self.of_names else _LONGEST_TEXT)
        self._begun: dict[tuple[int, Cell], list[tuple[Cell, float]]] = {}
        self._bodies: dict[Cell, float] = {}
        self._wholes: dict[Cell, float] = {}
        self._unendeds: dict[Cell, float] = {}
        # What other columns of the kind say of the same lines: how they go on, where nothing else is known of names.
        self.kind = "names" if self.of_names else "text" if name in TEXTS else name
        self._met = lines.met[self.kind, self.of_names and (known.listed, known.placed)]
        self._ends = lines.ends[self.kind]

    @cached_property
    def listing(self) -> list[bool]:
        """Lines that are nothing but names of bodies, or names that stand elsewhere."""
        standing = self.known.standing
        names = [[name for name in split_by_marks(text) if name] for text in self.texts]
        return [
            is_list(text) or (bool(of) and standing.issuperset(of))
            for text, of in zip(self.texts, names, strict=True)
        ]

    @cached_property
    def begun(self) -> list[bool]:
        """Lines that are the beginning of a name that stands elsewhere: 国家金融监督管."""
        return [begins_name(text, self.known.standing) for text in self.texts]

    @cached_property
    def too_wide(self) -> list[float]:
        """By how much the lines are wider than the column."""
        return [max(0.0, printed_width(text) - self.known.width - _ROUGHLY) for text in self.texts]

    @cached_property
    def stops(self) -> list[float]:
        """What it costs a cell to end with the line where sentences of the column end in a stop."""
        return [2.0 * (self.known.stopped and not STOP.search(text)) for text in self.texts]

    def cells_at(self, start: int, above: Cell = ()) -> list[tuple[Cell, float]]:
        """Cells that begin with this line, each with the best it may come to, below the lines `above` of the same cell."""
        key = start, above
        if (found := self._begun.get(key)) is None:
            found = self._begun[key] = (
                [(cell, self.body(above + cell)) for cell, _ in self.cells_at(start)]
                if above
                else list(self._begin(start))
            )
        return found

    def _begin(self, start: int) -> Iterator[tuple[Cell, float]]:
        sums: list[float] = []
        for end in range(start + 1, min(start + self.longest, len(self.texts)) + 1):
            cell = tuple(range(start, end))
            body = self._bodies[cell] = self._body(cell, sums)
            if body < _HOPELESS:
                return
            yield cell, body

    def body(self, cell: Cell) -> float:
        """How well these lines make one cell of the column, wherever they end: as they end they make none better."""
        if (known := self._bodies.get(cell)) is not None:
            return known
        body = self._bodies[cell] = self._body(cell, [])
        return body

    def _body(self, cell: Cell, sums: list[float]) -> float:
        return self._fit(self.lines.text(cell), cell) + self._inside(cell, sums) - self._torn(cell)

    def _torn(self, cell: Cell) -> float:
        """What it costs to begin with a line that is surely of the cell above, or to go on over an empty line."""
        if not self.lines.spaced:
            return 0.0
        close, broken = self.lines.close, self.lines.broken
        below = (b for a, b in pairwise(cell) if b == a + 1)  # not those behind a page's end
        return _TORN * (close[cell[0]] + sum(not (close[n] or broken[n]) for n in below))

    def whole(self, cell: Cell) -> float:
        """How well these lines make one cell of the column, as they end."""
        if (known := self._wholes.get(cell)) is not None:
            return known
        text = self.lines.text(cell)
        whole = self.body(cell) + self._end(text, cell) - self._start(text)
        self._wholes[cell] = whole
        return whole

    def unended(self, cell: Cell) -> float:
        """What the end of these lines costs, if they are the cell."""
        if (known := self._unendeds.get(cell)) is not None:
            return known
        unended = self._unendeds[cell] = self.body(cell) - self.whole(cell) + self.stops[cell[-1]]
        return unended

    def _start(self, text: str) -> float:
        """What it costs that names begin as none does: with a bracket, without a level where the others have one, in words
        or within a name that stands elsewhere."""
        if not self.of_names:
            return 0.0
        half = self.known.placed and not says_where(first_name(text))
        strange = _STRANGE * has_stranger(text, self.known.standing)
        return 5.0 * (text[0] in "（(") + _NO_PLACE * half + strange

    def _fit(self, text: str, cell: Cell) -> float:
        name = self.name
        if text[0] in NO_TEXT_START:
            return -6.0
        if self.of_names:
            return self.lines.agency(cell)
        if name in VALUES:
            return 1.0 if is_value(text) or is_dash(text) else -3.0
        if name == "nature":
            return 1.5 if is_nature(text) else -6.0
        if name == "deadline":
            good = self.lines.limit(cell)
            return good if good == 1.0 or not self.known.timed else -3.0
        if name == "person":
            good = -_NO_PERSON * sum(map(is_words, map(self.texts.__getitem__, cell)))
            return good if len(text) <= 4 * len(cell) and not is_list(text) else good - 3.0
        if name == "unit":
            return 0.5 if len(text) <= 6 and number(text) is None else -3.0
        return self._fit_text(text, cell)

    def _fit_text(self, text: str, cell: Cell) -> float:
        good = 0.0
        said = self.lines.said(cell)
        if said.odd:
            return -2.0
        if said.limit:
            good -= 2.0
        good -= _STRANGE * sum(map(self.begun.__getitem__, cell)) + _NO_DOING * (
            self.known.doing and not is_doing(text)
        )
        good -= 1.5 * sum(map(self.listing.__getitem__, cell)) + 2.0 * said.decimals
        if self.known.marked and self.name != "":
            good += 0.5 if said.marked else -2.5
        if self.known.stopped:
            good += 0.5 if said.stopped else -1.5
        elif said.stopped:
            good += 0.3
        return good

    def _inside(self, cell: Cell, sums: list[float]) -> float:
        """Lines of one cell follow one another because the first is full, or a sentence or a name ends. In `sums` stand how wide a
        full line is, how good the lines are each for itself, and how good with those up to each; of the cell without its last
        line they are, as far as that changes nothing, not asked for again."""
        known, widths = self.known, self.widths
        good = -_SECOND * known.single * (len(cell) - 1)
        full = max(known.width, max(map(widths.__getitem__, cell)))
        if known.single:
            good -= _WIDE * sum(max(0.0, widths[n] - known.widest - _WIDER) for n in cell)
        if known.width:
            good -= _WIDE * sum(map(self.too_wide.__getitem__, cell))
        far = _LINES_OF_NAME if self.of_names else 1
        if sums[:2] == [full, good]:
            del sums[max(2, len(cell) + 1 - far) :]
        else:
            sums[:] = full, good
        good = sums[-1]
        for n in range(len(sums) - 1, len(cell)):
            a, b = cell[n - 1], cell[n]
            good += self._meet(a, cell[n : n + far], full)
            if self.of_names and self.lines.broken[b]:
                good -= _AGAIN * may_end(self.texts[a], self.texts[b])
            sums.append(good)
        return good

    def _meet(self, a: int, below: Cell, full: float) -> float:
        """How well the line goes on in those below; longer cells and shorter ones have the same lines."""
        key = (a, below, full)
        if (known := self._met.get(key)) is not None:
            return known
        met = self._join_names(*key) if self.of_names else self._join(a, below[0], full)
        self._met[key] = met
        return met

    def _join(self, a: int, b: int, full: float) -> float:
        upper, lower = self.texts[a], self.texts[b]
        if self.name == "deadline" and upper[-1] not in _RANGE and _YEAR.match(lower) and _YEAR.search(upper):
            return -2.0
        if self.name == "deadline" and lower[0] in _EDGE and _TIME_BEFORE.search(upper):
            return _BY_THEN
        if lower[0] in NO_TEXT_START or upper[-1] in "，、：（《“〔(":
            return 0.1
        if self.lines.valued[a] and self.lines.valued[b]:
            return -_TWO_VALUES
        if self.name == "person":
            return -_NEXT_PERSON
        missing = self._missing(a, b, full)
        if STOP.search(upper):
            return -0.2 if missing > 0 else -0.1
        return -min(2.5, missing)

    def _missing(self, a: int, b: int, full: float) -> float:
        """What it costs that the line lacks characters that the next one begins with and did not have to take: no line
        begins with a comma, no number is cut, no bracket opens at an end."""
        lower = self.texts[b]
        number = "".join(takewhile(str.isascii, lower))
        had = width(number) or 1.0 * (lower[1:2] in NO_TEXT_START or lower[0] in "（《“〔")
        lacks = max(0.0, full - self.widths[a] - had)
        return _SHORT * max(0.0, lacks - max(0.0, min(_TOLERANCE, _NARROW * full - had))) + _NOT_FULL * lacks

    def _join_names(self, a: int, below: Cell, full: float) -> float:
        """A line of names ends with 、 or in a name; where it ends with a whole one, the next is another cell's or the list has a name a line."""
        b, upper, lower = below[0], self.texts[a], "".join(self.texts[n] for n in below)
        if upper[-1] in NAME_MARKS or lower[0] in NO_TEXT_START:
            return -2.0 if first_name(lower) in _OF_A_PLACE else 0.1
        whole, rest = last_name(upper), first_name(lower)
        marked = not NAME_MARKS.isdisjoint(upper + lower)
        listed = marked and self.known.listed
        if goes_on(whole, rest, listed or self.known.placed):
            cut = -min(2.5, self._missing(a, b, full))
            return cut + (_LIKELY * may_end(upper, lower) if is_party(whole + rest) else -1.0)
        return -1.2 if marked else -0.4

    def _end(self, text: str, cell: Cell) -> float:
        if (ends := self._ends.get(cell)) is None:
            ends = self._ends[cell] = tuple(cost for cost in self._end_costs(text, cell) if cost)
        good = -2.5 * (text[-1] in _OPEN_END)
        if self.of_names:
            standing = self.known.standing
            good -= _OPEN * (text[-1] in NAME_MARKS)
            if self.known.proper:
                good -= _NO_BODY * strangers(text, standing)
            good -= _NEW * (not standing.issuperset(self.lines.parts(cell)))
        for cost in ends:
            good -= cost
        return good

    def _end_costs(self, text: str, cell: Cell) -> Iterator[float]:
        """What the end costs in every column of the kind."""
        yield 2.0 * any(first in text and text.count(first) > text.count(last) for first, last in _PAIRS)
        after = cell[-1] + 1
        below = self.texts[after] if after < len(self.texts) else ""
        if self.kind == "text" and below:
            yield _NEEDS_MORE * needs_more(self.texts[cell[-1]])
        if below and (below[0] in NO_TEXT_START or (below[0] in "（(" and not MARK.match(below))):
            yield 4.0
        if below and not self.lines.broken[after] and cuts_word(text, below, self.of_names):
            yield _CUT_WORD
        if self.of_names and below and is_cut(last_name(text), first_name(below)):
            yield 2.5
        if self.name == "deadline":
            yield 3.0 * below.startswith(tuple(_EDGE)) + _OPEN * (text[-1] in _RANGE and not is_dash(text))
