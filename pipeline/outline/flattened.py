"""Tables that came out one cell line a text line, headings too: where they begin, go on behind page ends, and end.

序号⏎重点任务⏎牵头部门⏎1⏎修缮河岸步道，⏎逐处建立台账。⏎市花木局⏎2⏎…
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.cell_times import is_time
from pipeline.language.cells import is_dash, is_value, serial_number
from pipeline.language.cut_names import first_name, last_name
from pipeline.language.headings import (
    AGENCY_MEANINGS,
    heading_size,
    may_be_heading,
    meaning,
    split_headings,
)
from pipeline.language.names import is_agency, split_names
from pipeline.outline.incomplete_heads import are_incomplete
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.signed_below import is_signature

_MOST_HEADING_LINES = 24
_FEWEST_HEADINGS = 3
_FURTHEST_ONE = 12  # lines of a category may stand before the first serial number
_LONGEST_ROW = 150
_LONGEST_REST = 6  # lines of a cut row that stand on the last page
_WIDER = 1.3  # a line of running text is as wide as the page, a cell never is
_FEWEST_LINES = 12  # of a table whose width is told by its lines
_SHORTEST_END = 4  # characters; who signs, and a day, are longer
_PERSON = patterns.compile(r"\p{Han}{2,4}")
_DATED = ("年", "月", "日", "底", "末", "季度")
_TEXTS = ("task", "label", "indicator", "measure", "category")


def heading_end(lines: Sequence[Line], start: int) -> int | None:
    """The index behind the headings that begin at `start`, one a line; None if no such table begins there."""
    if not may_be_heading(lines[start].squeezed) or not meaning(lines[start].squeezed):
        return None
    shown = [
        n for n in range(start, min(len(lines), start + 2 * _MOST_HEADING_LINES)) if not lines[n].furniture
    ]
    words = [lines[n].squeezed for n in shown]
    used = _heading_size(words, _again(lines, shown))
    texts = ["".join(words[a:b]) for a, b in split_headings(words[:used])]
    meanings = [meaning(text) for text in texts]
    if len(texts) < _FEWEST_HEADINGS or used >= len(shown) or not set(meanings) & {*_TEXTS, ""}:
        return None
    if "row_number" in meanings:
        return shown[used] if any(_opens(lines[n], 1) for n in shown[used : used + _FURTHEST_ONE]) else None
    if are_incomplete([lines[n] for n in shown[:used]], [lines[n].squeezed for n in shown[used:]]):
        return None
    # Without serial numbers only what must stand beside a task tells headings from words of a text.
    return shown[used] if set(meanings) & {*AGENCY_MEANINGS, "deadline"} else None


def _opens(line: Line, serial: int) -> bool:
    """The line is this serial number, or begins with it and a blank."""
    return any(serial_number(word) == serial for word in line.text.split()[:1])


def _again(lines: Sequence[Line], shown: Sequence[int]) -> list[str]:
    """The words behind the place where the first two headings stand again, right behind a page's end; [] if nowhere."""
    if len(shown) < _FEWEST_HEADINGS:
        return []
    first, second = (lines[n].squeezed for n in shown[:2])
    for n in range(shown[1] + 1, len(lines) - 1):
        if lines[n].squeezed == first and lines[n + 1].squeezed == second and _opens_page(lines, n):
            return [line.squeezed for line in lines[n : n + _MOST_HEADING_LINES]]
    return []


def _opens_page(lines: Sequence[Line], n: int) -> bool:
    return lines[n].gap > 0 or any(line.furniture for line in lines[max(0, n - 2) : n])


def _heading_size(words: Sequence[str], again: Sequence[str]) -> int:
    """How many lines the headings take: as many as are printed again, or up to the first that is no heading."""
    if again:
        same = 0
        for a, b in zip(words, again, strict=False):
            if a != b or not may_be_heading(a):
                break
            same += 1
        if same >= _FEWEST_HEADINGS:
            return same
    return heading_size(words[:_MOST_HEADING_LINES])


def cells_end(lines: Sequence[Line], start: int, body: int) -> int:
    """The index behind the table whose headings are [start, body): rows run on as their serial numbers do, the last
    one to the last agency, time or value in it."""
    stop = _hard_stop(lines, start, body)
    heads = [meaning(line.squeezed) for line in lines[start:body]]
    if "row_number" not in heads:
        return _trimmed(lines, (start, body), body, _narrow_end(lines, body, stop))
    last, at = 0, body
    for n in range(body, stop):
        if n - at > _LONGEST_ROW:
            break
        if _opens(lines[n], last + 1):
            last, at = last + 1, n
    widest = max(_width(line) for line in lines[body : at + 1])
    end = at + 1
    while end < stop and _width(lines[end]) <= max(widest, 8) * _WIDER:
        end += 1
    if end == stop < len(lines) and is_signature(lines, stop):
        return stop
    return _trimmed(lines, (start, body), at, end)


def _hard_stop(lines: Sequence[Line], start: int, body: int) -> int:
    """Where the lines of the table end at the latest: a heading of the text, an annex, another table."""
    from pipeline.outline.regions import is_row

    first = lines[start].squeezed
    heads = [meaning(line.squeezed) for line in lines[start:body]]
    dated = heads[-1] == "deadline" and heads[-2] in AGENCY_MEANINGS
    for n in range(body, len(lines)):
        line = lines[n]
        if is_signature(lines, n) and (not dated or line.gap > lines[body].gap):
            return n
        if line.level or ANNEX.match(line.squeezed) or is_caption(line) or is_row(line):
            return n
        if line.squeezed == first and any(_opens(x, 1) for x in lines[n + 1 : n + _FURTHEST_ONE + 2]):
            return n
    return len(lines)


def _narrow_end(lines: Sequence[Line], body: int, stop: int) -> int:
    """Lines of cells are narrow; the first as wide as running text is behind the table."""
    widths = [_width(line) for line in lines[body : body + _FEWEST_LINES] if not line.furniture]
    usual = max(widths, default=0)
    for n in range(body, stop):
        if not lines[n].furniture and _width(lines[n]) > usual * _WIDER + 4:
            return n
    return stop


def _trimmed(lines: Sequence[Line], heads: tuple[int, int], at: int, end: int) -> int:
    """Without what stands behind the last agency, time or value: the next caption, a signature.

    The rest of a cut sentence stays, which stands there below headings that are printed again.
    """
    words = {line.squeezed for line in lines[heads[0] : heads[1]]}
    closing = (n for n in range(end - 1, at, -1) if not lines[n].furniture and lines[n].squeezed not in words)
    last = next((n for n in closing if closes_row(lines[n].squeezed)), end - 1)
    first = lines[heads[0]].squeezed
    again = next((n for n in range(last + 1, end) if lines[n].squeezed == first), None)
    if again is not None:
        below = again + heads[1] - heads[0]
        rest = range(below, min(end, below + _LONGEST_REST))
        return next((n + 1 for n in rest if lines[n].squeezed.endswith("。")), rest.stop)
    held = lines[last].squeezed
    while last + 1 < end and _is_cut(held, lines[last + 1].squeezed):
        last += 1
        held += lines[last].squeezed
    if last + 2 == end == len(lines) and len(lines[end - 1].squeezed) <= _SHORTEST_END:
        return end  # 2026年9月底前|见效, where the notice ends
    persons = meaning(lines[heads[1] - 1].squeezed) == "person"
    named = persons and last + 1 < end and _PERSON.fullmatch(lines[last + 1].squeezed)
    return last + 2 if named else last + 1


def _is_cut(upper: str, lower: str) -> bool:
    """The last name of a line is whole only with the next line: 市竹编局、市梯田发 | 展中心; or a bracket is open, or the
    edge of a time stands below: 各县（ | 市、区）人民政府, 2026年9月底 | 前完成."""
    if upper.count("（") > upper.count("）") or (upper.endswith(_DATED) and lower[:1] in "前内"):
        return True
    if upper.endswith("、"):  # 市交易中心、| 市文旅局: a list goes on
        return True
    name = last_name(upper)
    return not is_agency(name) and is_agency(name + first_name(lower))


def closes_row(text: str) -> bool:
    names = [name for name, _, _ in split_names(text)]
    return any(map(is_agency, names)) or is_dash(text) or is_value(text) or is_time(text)


def _width(line: Line) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in line.squeezed)
