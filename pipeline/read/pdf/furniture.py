"""What is printed at the edge of each page and is no text of the notice: running heads and feet, page numbers.

A line is such if it stands nearer to the edge of the paper than the text of any page, and the same words
(but for their digits) stand there on several pages, or nothing but a page number does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence, Set
from itertools import pairwise
from statistics import median

from pipeline.language import patterns
from pipeline.messages import Message, say
from pipeline.read.pdf.laid import Table
from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.page_numbers import is_page_number, is_plain_number
from pipeline.read.pdf.sheet import Sheet

# Heads and feet have at most three lines each (the prints of browsers two).
_DEEPEST = 3
# The part of the paper, from its edge, where heads and feet may stand: GB/T 9704 leaves 37 mm of 297 above
# the text and 35 mm below.
_MARGIN = 0.14
# The same head stands at the same height (points).
_SAME_HEIGHT = 6.0
# Left and right pages may have heads of their own, the first page and those with a drawing none.
_LEAST_SHARE = 0.3
# Heads stand off from the text by more than its lines do from one another, or are smaller: heads and feet of
# browsers are 0.62-0.74 as high as the text.
_APART = 1.3
_SMALLER = 0.85
# Lines of one text are no farther apart than so many times their height; a table or a blank stands between others.
_WIDEST_PITCH = 2.0
_DIGITS = patterns.compile(r"\d+")
# 附件1 stands at the head of the page where the annex begins, on several pages of a short notice.
_LABEL = patterns.compile(r"附\s*(?:件|表|录)")

# On this share of at least three pages a line is a head whatever else one page has at its edge.
_MOST_PAGES = 0.6

# (index of the sheet, index of the item) of a line.
_Spot = tuple[int, int]


def sheets_to_furniture(sheets: Sequence[Sheet]) -> dict[int, dict[int, Message]]:
    """Index of the sheet → index of each item that is furniture → why that is thought."""
    edges = [_edge_lines(sheet) for sheet in sheets]
    shared = _shared(sheets, edges)
    numbers = _numbers(sheets, edges)
    candidates = shared.keys() | numbers
    found: dict[int, dict[int, Message]] = defaultdict(dict)
    for upper in (True, False):
        bodies = [_body_edge(sheet, n, candidates, upper) for n, sheet in enumerate(sheets)]
        nearest = min(bodies, default=1.0)
        for n, i in sorted(candidates, key=lambda spot: (spot[0], -_depth(sheets, spot, upper))):
            line, pages = _line(sheets[n], i), shared.get((n, i), 0)
            if (line.top + line.bottom < sheets[n].height) != upper:
                continue
            everywhere = pages >= max(3, _MOST_PAGES * len(sheets))
            body = bodies[n] if everywhere or not pages else nearest
            if _depth(sheets, (n, i), upper) <= body and _is_apart(sheets[n], line, found[n], upper):
                found[n][i] = _why(pages, len(sheets))
    return found


def _is_apart(sheet: Sheet, line: Line, found: Container[int], upper: bool) -> bool:
    """Whether a line stands off from the text of its page, is printed smaller, or is a page number.

    `found` are the items nearer to the text than the line that are furniture.
    """
    if is_page_number(line.text):
        return True
    others = [item for i, item in enumerate(sheet.items) if i not in found and item is not line]
    text = [item for item in others if isinstance(item, Line)]
    if len(text) < 2:
        return True
    high = median(item.bottom - item.top for item in text)
    if line.bottom - line.top <= _SMALLER * high:
        return True
    reaches = [_reach(item, sheet) for item in others]
    gaps = [top - line.top if upper else line.top - top for top, _ in reaches]
    pitch = min(median(abs(below.top - above.top) for above, below in pairwise(text)), _WIDEST_PITCH * high)
    return min((gap for gap in gaps if gap > 0), default=0.0) > _APART * pitch


def _why(pages: int, of: int) -> Message:
    return say("aside_edge", pages=pages, of=of) if pages else say("aside_page_number")


def _numbers(sheets: Sequence[Sheet], edges: Sequence[Sequence[int]]) -> set[_Spot]:
    """The lines that are page numbers: a lone number, which may be the last cell of a table, where others count on with it
    from page to page."""
    found: set[_Spot] = set()
    counted: dict[int, set[_Spot]] = defaultdict(set)
    for n, spots in enumerate(edges):
        for i in spots:
            words = _line(sheets[n], i).text
            if words.isdecimal():
                counted[int(words) - sheets[n].number].add((n, i))
            elif is_page_number(words) and not is_plain_number(words):
                found.add((n, i))
    return found.union(*(spots for spots in counted.values() if len({n for n, _ in spots}) > 1))


def _edge_lines(sheet: Sheet) -> list[int]:
    """The lines in the upper and lower margin, the few that are nearest to the edge."""
    lines = [(i, item) for i, item in enumerate(sheet.items) if isinstance(item, Line)]
    above = sorted((item.top, i) for i, item in lines if item.bottom <= _MARGIN * sheet.height)
    below = sorted((-item.bottom, i) for i, item in lines if item.top >= (1 - _MARGIN) * sheet.height)
    return [i for _, i in (*_nearest(above), *_nearest(below))]


def _nearest(spots: Sequence[tuple[float, int]]) -> Sequence[tuple[float, int]]:
    """Those on the three outermost heights; words side by side at one height count once."""
    heights: list[float] = []
    for count, (height, _) in enumerate(spots):
        if not heights or height > heights[-1] + _SAME_HEIGHT:
            heights.append(height)
            if len(heights) > _DEEPEST:
                return spots[:count]
    return spots


def _shared(sheets: Sequence[Sheet], edges: Sequence[Sequence[int]]) -> dict[_Spot, int]:
    """Edge lines whose words (digits aside) stand at the same height on several pages, and on how many."""
    alike: dict[str, list[tuple[float, _Spot]]] = defaultdict(list)
    for n, spots in enumerate(edges):
        for i in spots:
            line = _line(sheets[n], i)
            if not _LABEL.match(line.text):
                alike[_DIGITS.sub("#", "".join(line.text.split()))].append((line.top, (n, i)))
    least = max(2, round(_LEAST_SHARE * len(sheets)))
    return {
        spot: len(pages)
        for places in alike.values()
        for group in _by_height(places)
        if len(pages := {spot[0] for _, spot in group}) >= least
        for _, spot in group
    }


def _by_height(places: Iterable[tuple[float, _Spot]]) -> list[list[tuple[float, _Spot]]]:
    groups: list[list[tuple[float, _Spot]]] = []
    for top, spot in sorted(places):
        if groups and top - groups[-1][-1][0] <= _SAME_HEIGHT:
            groups[-1].append((top, spot))
        else:
            groups.append([(top, spot)])
    return groups


def _body_edge(sheet: Sheet, n: int, candidates: Set[_Spot], upper: bool) -> float:
    """How near the text of a page comes to the edge: the share of the height of the page that is free."""
    free = [
        _edge(*_reach(item, sheet), sheet, upper)
        for i, item in enumerate(sheet.items)
        if (n, i) not in candidates
    ]
    return min(free, default=1.0)


def _reach(item: Line | Table, sheet: Sheet) -> tuple[float, float]:
    """Upper and lower end."""
    if isinstance(item, Line):
        return item.top, item.bottom
    places = [cell.place for cell in item.cells if cell.place]
    return min((p.top for p in places), default=0.0), max((p.bottom for p in places), default=sheet.height)


def _edge(top: float, bottom: float, sheet: Sheet, upper: bool) -> float:
    """How far what reaches from `top` to `bottom` is from the edge, as a share of the height of the page."""
    return (top if upper else sheet.height - bottom) / sheet.height


def _depth(sheets: Sequence[Sheet], spot: _Spot, upper: bool) -> float:
    sheet = sheets[spot[0]]
    return _edge(*_reach(sheet.items[spot[1]], sheet), sheet, upper)


def _line(sheet: Sheet, i: int) -> Line:
    item = sheet.items[i]
    assert isinstance(item, Line)
    return item
