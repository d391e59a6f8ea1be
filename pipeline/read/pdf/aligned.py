"""Tables whose columns no rule parts: with rules across alone (三线表), or with none.

The columns are where all rows leave a gutter free, on each page of the table (`columns_proved`). The rows are the bands
between rules where each row has its own; elsewhere a printed row begins a new one unless it goes on with a cell above that
was full.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from pipeline.language import patterns
from pipeline.read.pdf.bands import Cells, Told, bands_to_cells
from pipeline.read.pdf.cell_runs import Ends
from pipeline.read.pdf.columns_proved import cut_at, prove_columns, two_over_one
from pipeline.read.pdf.extents import Columns, rows_to_columns
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.grounds import Ground, Part, Region
from pipeline.read.pdf.gutters import FREE_GAP, Printed, letter_width, row_to_printed, rows_to_gutters
from pipeline.read.pdf.lines import FIELD
from pipeline.read.pdf.regions import grounds_to_regions
from pipeline.read.pdf.row_groups import count_headings
from pipeline.read.pdf.settings import bands_to_setting, printed_to_spread
from pipeline.read.pdf.tabular import is_heading

# Rows of a table without rules follow one another within so many letters' widths, and are so many at least.
_FARTHEST = 3.5
_FEWEST_FREE = 3
# One stretch of letters over so much of a table's width is a line of prose.
_PROSE = 0.6
# A column of figures where no rule says that there is a table: so many of its cells below the first.
_FIGURES = 0.7
_VALUE = patterns.compile(r"(?!(?:19|20)\d\d$)[≥≤＞＜><~约]?[-+−±]?\d[\d,.，]*\s*[%‰％]?|[-—–－/]+")
_FIGURE = patterns.compile(r"[≥≤＞＜><~约]?[-+−±]?\d[\d,.，]*\s*(?:[%‰％]|\p{Han}{1,2})?|[-—–－/]+")


@dataclass(slots=True)
class Found:
    """Of one page the tables, the rows of glyphs outside them, and the rows of what is laid out like a table and
    cannot be read, a list for each such table."""

    tables: list[Cells] = field(default_factory=list)
    rest: list[Sequence[Glyph]] = field(default_factory=list)
    unread: list[list[Sequence[Glyph]]] = field(default_factory=list)


def grounds_to_found(grounds: Sequence[Ground]) -> list[Found]:
    """What stands outside of ruled tables on pages that follow one another, a Found for each."""
    found = [Found() for _ in grounds]
    taken: list[set[int]] = [set() for _ in grounds]
    for region in grounds_to_regions(grounds):
        _read_region(region, taken, found)
    for ground, one, gone in zip(grounds, found, taken, strict=True):
        for run in _free_runs(ground.rows, gone | ground.edge):
            _read_free(run, ground.rows, gone, one)
        one.rest = [row for i, row in enumerate(ground.rows) if i not in gone]
        one.tables.sort(key=lambda table: table.box[1])
    return found


def _read_region(region: Region, taken: Sequence[set[int]], found: Sequence[Found]) -> None:
    rows = [*region.headings(), *region.body()]
    if _is_box(rows):
        return
    tables = None if region.is_broken else _region_to_cells(region)
    for n, part in enumerate(region.parts):
        indexes = [i for band in part.bands for i in band]
        if tables:
            found[part.page].tables.append(tables[n])
        elif _is_like_a_table(region, rows):
            found[part.page].unread.append([region.grounds[part.page].rows[i] for i in indexes])
        else:
            continue
        taken[part.page].update(indexes)


def _is_like_a_table(region: Region, rows: Sequence[Printed]) -> bool:
    """Three rules and more, or several pages of it, and several rows with words apart."""
    ruled = len(region.parts[0].bands) > 1 or len(region.parts) > 1
    return ruled and sum(len(row.chunks) > 1 for row in rows) >= _FEWEST_FREE


def _region_to_cells(region: Region) -> list[Cells] | None:
    """The table on each of its pages; None if its columns are not proved."""
    proved = prove_columns(region.headings(), region.body(), region.width)
    if proved is None:
        return None
    tables: list[Cells] = []
    for part in region.parts:
        mates = [other for other in region.parts if other.is_as_wide_as((part.left, part.right))]
        columns = proved if region.parts[0] in mates else proved.stretched((part.left, part.right))
        spread = [
            columns.spread(_cut(region, mate, band, columns))
            for mate in mates
            for band in mate.bands[mate.is_headed :]
        ]
        setting = bands_to_setting(spread, columns.edges)
        bands = [_cut(region, part, band, columns) for band in part.bands]
        ends = Ends(part is region.parts[0], not part.is_open, any(table.has_middles() for table in tables))
        cells = bands_to_cells(
            bands, columns, setting, Told(part.is_headed, ends, region.grounds[part.page].rules)
        )
        if cells is None or (part.is_headed and not _is_headed(cells)):
            return None
        tables.append(cells)
    return tables


def _cut(region: Region, part: Part, band: Sequence[int], columns: Columns) -> list[Printed]:
    return [cut_at(row, columns.gutters) for row in region.grounds[part.page].printed(band)]


def _is_box(rows: Sequence[Printed]) -> bool:
    """Whether the rows are of the box above a notice: a third of them begin with a name and a colon (`索引号：`)."""
    named = sum(bool(FIELD.match("".join(chunk.text for chunk in row.chunks))) for row in rows)
    return 3 * named >= len(rows)


def _is_headed(cells: Cells) -> bool:
    """Whether the first row names every column, and a table follows: one row of figures or of three cells, or two."""
    texts = cells.texts()
    if len(texts) < 2 or not all(texts[0]) or any(map(_VALUE.fullmatch, texts[0][1:])):
        return False
    below = texts[1:]
    return len(below) > 1 or len(texts[0]) > 2 or any(_FIGURE.fullmatch(text) for text in below[0])


def _is_wide(row: Printed, width: float) -> bool:
    """Whether a row is one stretch over most of the width: a line of prose."""
    return len(row.chunks) == 1 and row.chunks[0].x1 - row.chunks[0].x0 > _PROSE * width


def _free_runs(rows: Sequence[Sequence[Glyph]], taken: Set[int]) -> list[list[int]]:
    """Rows one below the other that leave a wide gap somewhere, and the short lines among them."""
    runs: list[list[int]] = []
    last: Printed | None = None
    left = right = 0.0
    for i, row in enumerate(rows):
        em = letter_width([row])
        printed = None if i in taken else row_to_printed(row, FREE_GAP * em)
        near = printed is not None and last is not None and printed.top - last.bottom <= _FARTHEST * em
        if printed is not None and len(printed.chunks) > 1:
            x0, x1 = printed.chunks[0].x0, printed.chunks[-1].x1
            if near:
                runs[-1].append(i)
                left, right = min(left, x0), max(right, x1)
            else:
                runs.append([i])
                left, right = x0, x1
            last = printed
        elif printed is not None and near and not _is_wide(printed, right - left):
            runs[-1].append(i)
            last = printed
        else:
            last = None
    return [run for run in runs if len(run) >= _FEWEST_FREE]


def _read_free(run: Sequence[int], rows: Sequence[Sequence[Glyph]], taken: set[int], found: Found) -> None:
    em = letter_width([rows[i] for i in run])
    printed = [p for i in run if (p := row_to_printed(rows[i], FREE_GAP * em))]
    gutters = [] if _is_box(printed) else rows_to_gutters(printed, FREE_GAP * em)
    cells = _free_cells(printed, gutters) if gutters else None
    if cells is not None:
        found.tables.append(cells)
    elif not _is_box(printed) and len(printed[0].chunks) >= _FEWEST_FREE and is_heading(printed[:1]):
        found.unread.append([rows[i] for i in run])
    else:
        return
    taken.update(run)


def _free_cells(printed: Sequence[Printed], gutters: Sequence[float]) -> Cells | None:
    """The table that rows without any rule make; None if a column has two headings, or they are not like a table's."""
    width = (min(p.chunks[0].x0 for p in printed), max(p.chunks[-1].x1 for p in printed))
    first = next((i for i, row in enumerate(printed) if any(_VALUE.fullmatch(c.text) for c in row.chunks)), 0)
    edges = (width[0], *gutters, width[1])
    top = count_headings([printed_to_spread(row, gutters) for row in printed], edges, first)
    columns = rows_to_columns(printed[:top], printed[top:], gutters, width)
    if two_over_one(printed[:top], columns.gutters):
        return None
    setting = bands_to_setting([columns.spread(printed[top:])], columns.edges)
    cells = bands_to_cells([printed[:top], printed[top:]], columns, setting)
    return cells if cells is not None and _is_headed(cells) and _has_figures(cells) else None


def _has_figures(cells: Cells) -> bool:
    """Whether some column holds little but figures, all rows of which are filled."""
    columns = zip(*cells.texts()[1:], strict=True)
    return any(
        sum(bool(_FIGURE.fullmatch(text)) for text in column) >= _FIGURES * len(column) for column in columns
    )
