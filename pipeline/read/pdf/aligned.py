"""Tables whose columns no rule parts: with rules across alone (三线表), or with none.

The columns are where all rows leave a gutter free, on each page of the table (`columns_proved`). The rows are the bands
between rules where each row has its own; elsewhere a printed row begins a new one unless it goes on with a cell above that
was full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.headings import is_unpunctuated
from pipeline.read.pdf.bands import Cells, Told, bands_to_cells
from pipeline.read.pdf.cell_runs import Ends
from pipeline.read.pdf.columns_proved import cut_at, prove_columns
from pipeline.read.pdf.extents import Columns
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.grounds import Ground, Part, Region
from pipeline.read.pdf.gutters import Printed
from pipeline.read.pdf.headed import name_a_table, names
from pipeline.read.pdf.lines import FIELD
from pipeline.read.pdf.regions import grounds_to_regions
from pipeline.read.pdf.settings import bands_to_setting
from pipeline.read.pdf.tabular import is_heading, is_value
from pipeline.read.pdf.unruled import grounds_to_unruled

# What is laid out like a table has so many rows with words apart.
_FEWEST_FREE = 3
# A column of figures where no rule says that there is a table: so many of its cells below the first.
_FIGURES = 0.7
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
    bare = [replace(ground, edge=ground.edge | gone) for ground, gone in zip(grounds, taken, strict=True)]
    for region in grounds_to_unruled(bare):
        _read_region(region, taken, found)
    for ground, one, gone in zip(grounds, found, taken, strict=True):
        one.rest = [row for i, row in enumerate(ground.rows) if i not in gone]
        one.tables.sort(key=lambda table: table.box[1])
    return found


def _read_region(region: Region, taken: Sequence[set[int]], found: Sequence[Found]) -> None:
    rows = [*region.headings(), *region.body()]
    if _is_box(rows):
        return
    tables = None if region.is_broken else _region_to_cells(region)
    if tables and region.is_bare and not _says_that_it_is_one(region, tables):
        tables = None
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
    """Several rows have words apart, between three rules and more, on several pages, or below known headings."""
    ruled = len(region.parts[0].bands) > 1 or len(region.parts) > 1
    told = is_heading(region.headings()) if region.is_bare else ruled
    return told and sum(len(row.chunks) > 1 for row in rows) >= _FEWEST_FREE


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
    if len(texts) < 2 or not all(texts[0]) or any(map(is_value, texts[0][1:])):
        return False
    below = texts[1:]
    return len(below) > 1 or len(texts[0]) > 2 or any(_FIGURE.fullmatch(text) for text in below[0])


def _says_that_it_is_one(region: Region, tables: Sequence[Cells]) -> bool:
    """Of what no rule says that it is a table most headings are known, or a column below headings has little but figures
    that do not count its rows."""
    columns = prove_columns(region.headings(), region.body(), region.width)
    said = names(region.headings(), columns) if columns is not None else []
    if name_a_table(said):
        return True
    parts = zip(region.parts, tables, strict=True)
    rows = [row for part, table in parts for row in table.texts()[part.is_headed :]]
    return all(map(is_unpunctuated, said)) and any(map(_is_of_figures, zip(*rows, strict=True)))


def _is_of_figures(column: Sequence[str]) -> bool:
    figures = [text for text in column if _FIGURE.fullmatch(text)]
    counted = all(b.isdecimal() and a.isdecimal() and int(b) == int(a) + 1 for a, b in pairwise(figures))
    return len(figures) >= _FIGURES * len(column) and not (counted and len(figures) > 1)
