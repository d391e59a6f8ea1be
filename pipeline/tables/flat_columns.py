"""What is known of the columns of a flattened table: what they hold, how wide they are, how often blank."""

# Long: a function for each thing that is known of a column.
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from math import inf
from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.cut_names import NAME_MARKS, says_where, split_by_marks
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_party, split_names
from pipeline.language.segmentation import tagged
from pipeline.model import Span

VALUES = ("value", "year_value", "total")
TEXTS = ("category", "label", "indicator", "task", "measure", "scope", "")
FULL = frozenset(TEXTS) - {"category"}
NO_TEXT_START = "、，。；：！？）)〕】》”"
STOP = patterns.compile(r"[。；;！]$")
MARK = patterns.compile(
    r"[（(〔][一二三四五六七八九十]{1,3}[）)〕]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]"
)

LIMIT = patterns.compile(
    r"(?:到|至|自|于|每年?)?第?(?:[\d〇零一二三四五六七八九十]+[年月日季号时]|20\d\d|\d{1,2})(?:[\d年月日第季度时Q一二三四上下半旬中底末初前起止以之内完成持续并长期至到—\-./、])*"
    r"|(?:(?:[年月季]度?[底末内]前?|长期|持续|常态|全年|常年|立行立改|立即|适时|动态|按期|即时|近期|每[年月季周半]度?|按[年月季周]度?|“十[四五六]五”|期间)"
    r"(?:坚持|推进|实施|完成|落实|开展|整改|执行|更新|调整|进行|有效|化|抓好|见效|报送|一次|[底初末]?前?)*)+"
)
_SHORTEST_NAME = 3
_MANY = 10
_FIRST_WORDS = 6
_MOST, _NEARLY_ALL = 0.8, 0.9


class CellLine(NamedTuple):
    """A printed line of a cell; `after_break` where a page ended before it, `close` where it is surely of the cell above."""

    text: str
    span: Span
    after_break: bool = False
    close: bool = False


class Known(NamedTuple):
    """What is known of one column and tells how good a cell of it is: as `Scale` has it of each."""

    width: float
    marked: bool
    stopped: bool
    listed: bool
    placed: bool
    timed: bool
    proper: bool
    doing: bool
    single: bool
    widest: float
    standing: frozenset[str]


class Scale(NamedTuple):
    """What is known of each column: its width in characters (0: not known), how much likelier a row fills it than
    leaves it blank, whether its cells begin with a number mark, end with a stop, part names by 、, begin with a name that
    says its level or place, are a time and nothing else, hold names of bodies and nothing else, begin with
    what is to be done, take one line; how wide its lines are, full or not; and the names that stand in several cells."""

    widths: tuple[float, ...]
    filled: tuple[float, ...]
    marked: tuple[bool, ...]
    stopped: tuple[bool, ...]
    listed: tuple[bool, ...]
    placed: tuple[bool, ...]
    timed: tuple[bool, ...]
    proper: tuple[bool, ...]
    doing: tuple[bool, ...]
    single: tuple[bool, ...]
    widest: tuple[float, ...]
    standing: frozenset[str] = frozenset()

    def column(self, col: int) -> Known:
        """What is known of one of them."""
        return Known(
            self.widths[col],
            self.marked[col],
            self.stopped[col],
            self.listed[col],
            self.placed[col],
            self.timed[col],
            self.proper[col],
            self.doing[col],
            self.single[col],
            self.widest[col],
            self.standing,
        )


def text_columns(names: Sequence[str]) -> list[int]:
    """Columns of words; the last of them says what each row is about, those to its left may hold for several rows."""
    return [j for j, name in enumerate(names) if name in TEXTS]


def main_column(names: Sequence[str]) -> int:
    """The column that every row fills: the last of words before the first agency, time or value."""
    texts = [j for j in text_columns(names) if names[j]] or text_columns(names)
    others = [
        j
        for j, name in enumerate(names)
        if name in (*AGENCY_MEANINGS, "deadline", *VALUES) and j > min(texts, default=0)
    ]
    before = [j for j in texts if j < min(others, default=len(names))]
    return max(before or texts or [0])


def unlearned(names: Sequence[str], full: bool = False) -> Scale:
    """Before anything is known; `full`: every column of words but a category is filled in each row, and not only the main one."""
    n = len(names)
    main = main_column(names)
    filled = tuple(_first_guess(name, j == main or (full and name in FULL)) for j, name in enumerate(names))
    no = (False,) * n
    return Scale((0.0,) * n, filled, no, no, (True,) * n, no, no, no, no, no, (inf,) * n)


def _first_guess(name: str, main: bool) -> float:
    if name == "row_number":
        return 9.0
    if main:
        return 4.0
    if name and name in TEXTS:
        return -0.3
    return {"note": -0.5, "lead_agency": 1.5, "agency": 1.2, "deadline": 1.2}.get(name, 0.6)


def width(text: str) -> float:
    """In characters: two letters or figures are as wide as one character."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def printed_width(text: str) -> float:
    """Without a comma or stop at its end, which may stand out of the column."""
    return width(text[:-1] if text[-1:] in NO_TEXT_START else text)


@lru_cache(maxsize=8192)
def is_doing(text: str) -> bool:
    """Begins with a verb or how it is done: 完善制度, 对工地开展检查, 全面清查; never 经验，把…."""
    word, tag = tagged(text[:_FIRST_WORDS])[0]
    return tag[0] in "vpd" or word in lexicons.words("task_verbs")


def learn(
    cells: Sequence[Sequence[tuple[int, ...]]], lines: Sequence[CellLine], names: Sequence[str]
) -> Scale:
    """What the rows as laid say of each column."""
    columns = [[row[j] for row in cells] for j in range(len(names))]
    texts = [["".join(lines[n].text for n in cell) for cell in column if cell] for column in columns]
    main = main_column(names)
    return Scale(
        tuple(_usual_width(column, lines) for column in columns),
        tuple(_log_odds(column, names[j], j == main) for j, column in enumerate(columns)),
        tuple(_mostly([bool(MARK.match(t)) for t in column], _MOST) and len(column) > 1 for column in texts),
        tuple(_mostly([bool(STOP.search(t)) for t in column], _MOST) and len(column) > 2 for column in texts),
        tuple(_mostly([not NAME_MARKS.isdisjoint(t) for t in column if len(t) > 8], 0.5) for column in texts),
        tuple(_mostly([says_where(t) for t in column], _MOST) and len(column) > 2 for column in texts),
        tuple(
            _mostly([bool(LIMIT.fullmatch(t)) for t in column], _MOST) and len(column) > 2 for column in texts
        ),
        tuple(
            _mostly([is_party(x) for t in column for x, _, _ in split_names(t)], _NEARLY_ALL)
            and len(column) > 2
            for column in texts
        ),
        tuple(_mostly(list(map(is_doing, column)), _MOST) and len(column) > 2 for column in texts),
        tuple(
            _mostly([len(c) == 1 for c in column if c], _NEARLY_ALL) and len(t) > 2
            for column, t in zip(columns, texts, strict=True)
        ),
        tuple(_widest([lines[n].text for cell in column for n in cell]) for column in columns),
        _standing([t for t, name in zip(texts, names, strict=True) if name in AGENCY_MEANINGS]),
    )


def _standing(columns: Sequence[Sequence[str]]) -> frozenset[str]:
    """Names that stand in two cells or more."""
    counts = Counter(name for column in columns for text in column for name in set(split_by_marks(text)))
    return frozenset(name for name, n in counts.items() if n > 1 and len(name) >= _SHORTEST_NAME)


@lru_cache(maxsize=8192)
def has_stranger(text: str, standing: frozenset[str]) -> bool:
    """A name of the cell is one that stands elsewhere with other words before it (业务培训市财政局), or its end (政局)."""
    return any(
        any(name[n:] in standing for n in range(1, len(name)))
        or any(map(str.endswith, standing, repeat(name)))
        for name in split_by_marks(text)
        if name and name not in standing
    )


@lru_cache(maxsize=8192)
def begins_name(text: str, standing: frozenset[str]) -> bool:
    """The line is the beginning of a name that stands elsewhere, and more of it than a level and a word."""
    return len(text) > _SHORTEST_NAME and any(name != text and name.startswith(text) for name in standing)


def _usual_width(column: Sequence[tuple[int, ...]], lines: Sequence[CellLine]) -> float:
    """What nine of ten full lines do not exceed, or of few the half: a full line is one that goes on in the next."""
    full = sorted(printed_width(lines[n].text) for cell in column for n in cell[:-1])
    if len(full) < 3:
        return 0.0
    return full[min(len(full) - 1, len(full) * 9 // 10)] if len(full) >= _MANY else full[len(full) // 2]


def _widest(texts: Sequence[str]) -> float:
    """What nine of ten lines do not exceed, full or not."""
    widths = sorted(map(width, texts))
    return widths[(len(widths) - 1) * 9 // 10] if len(widths) > 2 else inf


def _log_odds(column: Sequence[tuple[int, ...]], name: str, main: bool) -> float:
    """How much a blank costs: what nearly every row has is not left out, what few have is."""
    if name == "row_number" or main:
        return _first_guess(name, main)
    share = (sum(map(bool, column)) + 1) / (len(column) + 2)
    return 2.5 * (2 * share - 1)


def _mostly(said: Sequence[bool], share: float) -> bool:
    return bool(said) and sum(said) >= share * len(said)
