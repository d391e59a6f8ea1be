"""Lines as those who look for tables see them: every blank as so many half-width ones as it takes on paper.

镇街　床位　　公厕    →    镇街  床位    公厕        Two half-width blanks and more part cells, and so does one of full width,
合　计　　12         →    合 计    12              but between the letters of one word that are printed apart.
镇街⇥⇥床位⇥公厕      →    镇街    床位  公厕        Tabs, too, where only so all lines have as many cells: some stand for the room
双河口镇⇥12⇥3             双河口镇  12  3           that a short word leaves, or blanks part other cells of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.language.cells import is_total
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.blank_words import is_letter
from pipeline.outline.lines import Line
from pipeline.outline.pieces import cells_of

# No-break, em, en, figure and thin blanks, and the one as wide as a Han letter.
_AS_WIDE = {
    "\u00a0": 1,
    "\u2002": 1,
    "\u2003": 2,
    "\u2007": 1,
    "\u2009": 1,
    "\u202f": 1,
    "\u3000": 2,
    "\t": 2,
}
_BLANKS = frozenset(_AS_WIDE)
_OTHERS = frozenset("\t|")  # part the cells of a line whatever blanks are in them
_DRAWN = frozenset("│┃║┆┇┊┋")  # bars that part cells as those of ASCII do
_BARS = str.maketrans(dict.fromkeys(_DRAWN, "|"))
_LETTERS = "合计"  # two alone on their line are one word whatever stands between them
_FEWEST_COLUMNS, _FEWEST_LINES = 3, 3


def with_half_blanks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with half-width blanks alone and one kind of bars; all blanks that stand for one have its place in the text."""
    seen = list(map(_without_wide, lines))
    at = 0 if any("\t" in line.text for line in lines) else len(lines)
    while at < len(lines):
        end = _end_of_run(lines, at) if _has_cells(lines[at]) else at
        if end - at >= _FEWEST_LINES and len({line.text.count("\t") for line in lines[at:end]}) > 1:
            blank = [_with_blanks(line) for line in lines[at:end]]
            told = _are_whole(blank) and not _mostly_part_cells(lines[at:end], len(cells_of(blank[0])))
            seen[at:end] = blank if told else seen[at:end]
        at = max(end, at + 1)
    return tuple(seen)


def _end_of_run(lines: Sequence[Line], at: int) -> int:
    """Behind the lines right below one another of which each has several cells."""
    end = at + 1
    while end < len(lines) and not (lines[end].gap or lines[end].furniture):
        if not _has_cells(lines[end]):
            break
        end += 1
    return end


def _has_cells(line: Line) -> bool:
    return "|" not in line.text and len(cells_of(_with_blanks(line))) > 1


def _are_whole(lines: Sequence[Line]) -> bool:
    """Below headings every line has as many cells as there are; a total may stand across two columns."""
    rows = [[piece.text for piece, _, _ in cells_of(line)] for line in lines]
    heads, *below = rows
    return (
        len(heads) >= _FEWEST_COLUMNS
        and all(len(heads) - len(row) in (0, is_total("".join(row[0].split()))) for row in below)
        and all(map(may_be_heading, heads))
        and any(map(meaning, heads))
    )


def _mostly_part_cells(lines: Sequence[Line], columns: int) -> bool:
    """One tab stands between two cells of the headings, and of most rows: so each of the tabs before 2⇥双河口镇⇥12⇥3 or before
    合计⇥15⇥3 is a blank cell."""
    whole = [line.text.count("\t") == columns - 1 for line in lines]
    return whole[0] and 2 * sum(whole) > len(whole)


def _without_wide(line: Line) -> Line:
    if not _DRAWN.isdisjoint(line.text):
        return replace(line, text=line.text.translate(_BARS), printed=line.printed or line.text)
    if _BLANKS.isdisjoint(line.text) or not _OTHERS.isdisjoint(line.text):
        return line
    return _with_blanks(line)


def _with_blanks(line: Line) -> Line:
    shown = line.printed or line.text
    text, printed, places = list[str](), list[str](), list[int]()
    for start, end, many in _runs(line.text):
        text.append(" " * many if many else line.text[start:end])
        printed.append(" " * many if many else shown[start:end])
        places += line.places[start : start + 1] * many if many else line.places[start:end]
    return replace(line, text="".join(text), printed="".join(printed), places=tuple(places))


def _runs(text: str) -> list[tuple[int, int, int]]:
    """What blanks part, and the blanks between, from where to where: with how many half-width ones these are."""
    runs, at = list[tuple[int, int, int]](), 0
    for is_blank, chars in groupby(text, key=lambda char: char == " " or char in _BLANKS):
        run = list(chars)
        runs.append((at, at + len(run), sum(_AS_WIDE.get(char, 1) for char in run) if is_blank else 0))
        at += len(run)
    parts = [is_letter(text[start:end]) for start, end, _ in runs]
    widest = max((many for start, _, many in runs if start), default=0)
    between = [k for k in range(1, len(runs) - 1) if parts[k - 1] and parts[k + 1]]
    least = min((runs[k][2] for k in between), default=0)
    for k in between:
        start, end, many = runs[k]
        if many == least and (many < widest or sum(parts) == len(_LETTERS)):
            runs[k] = (start, end, 1)
    return runs
