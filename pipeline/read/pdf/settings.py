"""The lines of a table without rules between its rows → how its cells are set: pitch of lines, length of lines, room between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_dash
from pipeline.read.pdf.gutters import Chunk, Printed, columns_of

# A number; and what stands together at the start of a line: a figure or Latin word, two Chinese letters.
NUMBER = patterns.compile(r"[-+−]?\d[\d,.，]*\s*[%‰％]?")
_TOKEN = patterns.compile(r"[!-~]+|.{1,2}")
# A cell is as wide as its column but for the space at its sides.
FILLED = 0.9
# Lines that fold have more letters than this.
_SHORT = 5
# Of a line's height: how far pitches of one text differ, and the least pitch there is.
_SAME_PITCH, _LEAST_PITCH = 0.08, 0.85
# A table has room between its rows if so many of the cells that end with room are farther apart than lines.
_MOSTLY = 0.9

# The numbers of the rows stand in one of so many columns at the left, and are so many at least.
_SERIAL_COLUMNS, _FEWEST_SERIAL = 3, 2


def is_figure(text: str) -> bool:
    """A number, or the dash that stands for one."""
    return bool(NUMBER.fullmatch(text)) or is_dash(text)


def is_of_figures(texts: Sequence[str]) -> bool:
    """Figures that are of their own rows: those that count on may be the numbers of groups."""
    counted = all(map(str.isdecimal, texts)) and all(int(b) == int(a) + 1 for a, b in pairwise(texts))
    return all(map(is_figure, texts)) and not counted


# First column and number of columns.
Reach = tuple[int, int]
# How long the lines of each column may be.
Rooms = dict[Reach, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """A printed line by the columns that its chunks reach."""

    top: float
    bottom: float
    cells: dict[Reach, list[Chunk]]

    def text(self, reach: Reach) -> str:
        return "".join(chunk.text for chunk in self.cells.get(reach, ()))

    def top_of(self, reach: Reach) -> float:
        return min(glyph.top for chunk in self.cells[reach] for glyph in chunk.glyphs)

    def bottom_of(self, reach: Reach) -> float:
        return max(glyph.bottom for chunk in self.cells[reach] for glyph in chunk.glyphs)


def printed_to_spread(row: Printed, gutters: Sequence[float]) -> Spread:
    cells: dict[Reach, list[Chunk]] = {}
    for chunk in row.chunks:
        cells.setdefault(columns_of(chunk, gutters), []).append(chunk)
    return Spread(row.top, row.bottom, cells)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the cells of a table are set: how high a line is, how far lines of a cell are apart (without end where nothing
    says it), how long they may be and how long the longest is, whether rows leave more room between them, and the column
    with the numbers of rows."""

    height: float
    pitch: float
    rooms: Rooms
    widest: Rooms
    is_padded: bool
    serial: Reach | None = None

    def is_apart(self, above: Spread, below: Spread, reach: Reach) -> bool:
        return below.top_of(reach) - above.top_of(reach) > self.pitch + _SAME_PITCH * self.height


def bands_to_setting(bands: Sequence[Sequence[Spread]], edges: Sequence[float]) -> Setting:
    """From the lines between each two rules of a table, on one page or on several as wide."""
    heights = sorted(
        line.bottom_of(reach) - line.top_of(reach) for band in bands for line in band for reach in line.cells
    )
    height = heights[len(heights) // 2]
    pairs = _pairs(bands)
    numbered = {line for band in bands for line in _numbered(band)}
    gaps = sorted((b.top_of(reach) - a.top_of(reach), id(b) in numbered) for reach, a, b in pairs)
    real = [gap for gap in gaps if gap[0] >= _LEAST_PITCH * height]
    # A row is a line high at least.
    rows = min((gap for gap, is_row in real if is_row), default=float("inf"))
    within = [gap for gap, is_row in real if not is_row and gap <= rows + _SAME_PITCH * height]
    # No two lines of a cell are farther apart than the nearest lines that there are.
    nearest = real[0][0] if real else float("inf")
    pitch = next((b for a, b in pairwise(within) if b - a <= _SAME_PITCH * height), nearest)
    bare = Setting(height, pitch, {}, {}, False)
    widest: Rooms = {}
    for reach, chunks in _chunks(bands):
        widest[reach] = max(widest.get(reach, 0.0), width_of(chunks))
    rooms = {reach: _room(reach, bands, edges, bare) for reach in widest}
    ended = [bare.is_apart(a, b, reach) for reach, a, b in pairs if has_room(a, b, reach, rooms)]
    serial = next((at for band in bands if (at := serial_column(band))), None)
    is_padded = bool(ended) and sum(ended) >= _MOSTLY * len(ended)
    return Setting(height, pitch, rooms, widest, is_padded, serial)


def width_of(chunks: Sequence[Chunk]) -> float:
    """How wide a line of a cell is."""
    return chunks[-1].x1 - chunks[0].x0


def serial_column(lines: Sequence[Spread]) -> Reach | None:
    """The column with the numbers of the rows: one of the first, that counts on from line to line."""
    for reach in sorted({reach for line in lines for reach in line.cells if sum(reach) <= _SERIAL_COLUMNS}):
        counted = [int(text) for line in lines if (text := line.text(reach)).isdecimal()]
        if len(counted) >= _FEWEST_SERIAL and all(b in (a + 1, 1) for a, b in pairwise(counted)):
            return reach
    return None


def _numbered(band: Sequence[Spread]) -> set[int]:
    """The lines, by identity, with the number of a row."""
    reach = serial_column(band)
    return {id(line) for line in band if reach and line.text(reach).isdecimal()}


def _chunks(bands: Sequence[Sequence[Spread]]) -> list[tuple[Reach, list[Chunk]]]:
    return [(reach, chunks) for band in bands for line in band for reach, chunks in line.cells.items()]


def _pairs(bands: Sequence[Sequence[Spread]]) -> list[tuple[Reach, Spread, Spread]]:
    """Lines that follow one another in a column between two rules."""
    found: list[tuple[Reach, Spread, Spread]] = []
    for band in bands:
        last: dict[Reach, Spread] = {}
        for line in band:
            found += [(reach, last[reach], line) for reach in line.cells if reach in last]
            last.update(dict.fromkeys(line.cells, line))
    return found


def _room(reach: Reach, bands: Sequence[Sequence[Spread]], edges: Sequence[float], setting: Setting) -> float:
    """How long lines of a column may be: as the longest where the column folds its lines, as several are so long, or stand
    as near as lines of a cell do where others stand apart; else as wide as the column is."""
    chunks = [chunks for at, chunks in _chunks(bands) if at == reach]
    widths = sorted(map(width_of, chunks))
    letter = max(g.x1 - g.x0 for part in chunks for chunk in part for g in chunk.glyphs)
    several = len(widths) > 1 and widths[-2] > max(widths[-1] - letter, _SHORT * letter)
    near = [not setting.is_apart(a, b, reach) for at, a, b in _pairs(bands) if at == reach]
    if several or (sum(near) > 1 and not all(near)):
        return widths[-1]
    return FILLED * (edges[sum(reach)] - edges[reach[0]])


def has_room(above: Spread, below: Spread, reach: Reach, rooms: Rooms) -> bool:
    """Whether the first word of a cell's line would have had room in the line above."""
    upper, lower, words = above.cells[reach], below.cells[reach], below.text(reach)
    token = _TOKEN.match(words)
    first = width_of(lower) * (len(token[0]) if token else 0) / len(words)
    return width_of(upper) + first <= rooms[reach]
