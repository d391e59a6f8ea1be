"""Tables a line a row, whose cells blanks part; headings on one line or on several that divide one another.

镇街 养老床位 公共厕所
2025年 2026年 2025年 2026年     →    | 镇街 | 养老床位 |        | 公共厕所 |        |
甲镇 3 4 5 6                         |      | 2025年 | 2026年 | 2025年   | 2026年 |

Which column a cell stands in is told by its place on paper (aligned_blanks), by its turn in the row (worded_rows), by line
ends that stand for blank cells (blank_line_cells). Rows that no way lays whole are as short as they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import year
from pipeline.language.headings import meaning
from pipeline.outline.aligned_blanks import by_places
from pipeline.outline.blank_line_cells import by_line_ends, end_of_figures
from pipeline.outline.blank_words import headings_of, is_figure, texts, words_of
from pipeline.outline.laying import Laying, Printed, one_left
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.regions import is_of_page
from pipeline.outline.unread_rows import end_of_cells
from pipeline.outline.worded_rows import by_turns

_MOST_COLUMNS, _MOST_HEADINGS = 30, 4
_FEWEST_ROWS = 3
_LONGEST, _LONGEST_HEADING, _LONGEST_NAME = 40, 24, 12
_SENTENCE = patterns.compile(r"[。；！？]")
_STOPS = frozenset("，。；？！,;")
_COLONS = ("：", ":")
_NAMES = frozenset(("", "label"))  # 红林镇, 金溪社区: names that end as headings do
_OVER_VALUES = frozenset(("value", "year_value", "total", "note"))  # no name of a row stands below it


def blank_table(lines: Sequence[Line], start: int) -> Laying | None:
    """The table whose headings begin at `start`, or None; of one that nothing lays all that stands there, no sentence."""
    heads, at = _heading_lines(lines, start)
    table = _laid(lines, heads, at) if heads else None
    return table._replace(end=end_of_cells(lines, table.end - 1)) if table and not table.rows else table


def _laid(lines: Sequence[Line], heads: tuple[Line, ...], at: int) -> Laying | None:
    printed = _printed(lines, heads, at)
    if _go_over_lines(printed):
        return Laying((), printed.end) if len(headings_of(heads[0])) > 1 else None
    laid = one_left([*by_places(printed), *by_turns(printed), *by_line_ends(lines, heads, at)])
    end = 0 if laid else end_of_figures(lines, at)
    return Laying((), end) if end else laid


def _go_over_lines(printed: Printed) -> bool:
    """Whether words stand alone on more than half as many lines as rows do, or letters on several: no names of groups or of
    rows without figures, but the rest of cells."""
    rows = [texts(words_of(line)) for line in printed.rows]
    alone = [row[0] for row in rows if len(row) == 1 and text_to_mark(row[0]) is None]
    letters = sum(len(word) == 1 and word not in CLASS_ALONE for word in alone)
    return letters > 1 or 2 * len(alone) > max(len(rows) - len(alone), _FEWEST_ROWS)


def _can_be_row(line: Line) -> bool:
    return not (line.level or "\t" in line.text or "|" in line.text or _SENTENCE.search(line.text))


def _heading_lines(lines: Sequence[Line], start: int) -> tuple[tuple[Line, ...], int]:
    """The lines of headings, as far as each is nothing but headings, and where the rows begin."""
    if " " not in lines[start].text:  # One heading stands over no names and values.
        return (), start
    end = start
    for line in lines[start : start + _MOST_HEADINGS]:
        words = texts(headings_of(line)) if _can_be_row(line) and not line.furniture else []
        if not words or not all(map(_may_be_heading, words)):
            break
        if len(words) == 1 and not line.text.startswith(" "):
            break  # 东部片区 names the rows below it, a heading stands over a column of its own
        if end > start and line.gap > lines[start + 1].gap:
            break
        end += 1
    first = meaning(headings_of(lines[start])[0].text) if end > start else ""
    return (tuple(lines[start:end]), end) if first and first not in _OVER_VALUES else ((), start)


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and _STOPS.isdisjoint(text)
        and not text.endswith(_COLONS)
        and (bool(year(text)) or not is_figure(text))
    )


def _printed(lines: Sequence[Line], heads: tuple[Line, ...], at: int) -> Printed:
    """The lines of rows from one on, with what stands alone between them, up to the first that is none."""
    again = [texts(words_of(head)) for head in heads]
    rows: list[Line] = []
    ends: list[int] = []
    alone: list[Line] = []
    end, broken = at, False
    for n in range(at, len(lines)):
        line = lines[n]
        words = texts(words_of(line)) if _can_be_row(line) else []
        if is_of_page(line) or (rows and (words in again or _is_page_number(line))):
            broken = True
            continue
        if _stands_alone(line, words, bool(rows)):
            alone.append(line)  # if rows follow
            continue
        if not _is_row(words):
            break
        if broken or (rows and line.gap > 1):
            ends.append(len(rows))
        rows += [*alone, line]
        alone, end, broken = [], n + 1, False
    if alone and alone[0].squeezed in CLASS_ALONE and not alone[0].gap:
        rows, end = [*rows, alone[0]], end + 1
    return Printed(heads, tuple(rows), end, tuple(ends))


def _stands_alone(line: Line, words: Sequence[str], below: bool) -> bool:
    """一、东部片区 names the rows below it; a name right below a row has no figures, or is half of one: 东 above 河街道 3 4. So has
    青水镇  新坪村, among rows of villages."""
    if len(words) > 1:
        short = all(len(word) <= _LONGEST_NAME and _STOPS.isdisjoint(word) for word in words)
        return (
            below
            and not line.gap
            and short
            and not any(map(is_figure, words))
            and {meaning(word) for word in words} <= _NAMES
        )
    if len(words) != 1:
        return False
    cell = below and not line.gap and len(words[0]) <= _LONGEST_HEADING and not is_figure(words[0])
    return cell or text_to_mark(words[0]) is not None


def _is_page_number(line: Line) -> bool:
    return bool(line.gap) and line.text.strip().isdecimal()


def _is_row(words: Sequence[str]) -> bool:
    fits = 1 < len(words) <= _MOST_COLUMNS and all(len(text) <= _LONGEST for text in words)
    return fits and any(map(is_figure, words))
