"""Mended tables → facts: tidy values, the targets of indicator tables, the agencies of agency columns."""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.asked import Asked
from pipeline.extract.cells.bodies import assignments
from pipeline.extract.cells.indicator_rows import indicator_targets
from pipeline.extract.cells.layout import Column, Layout, cell_span
from pipeline.extract.cells.meanings import LABELS
from pipeline.extract.cells.over_tables import over_tables
from pipeline.extract.cells.sureness import sure
from pipeline.extract.facts import Place, TableFact, said_to_fact
from pipeline.language.addends import is_whole_place
from pipeline.language.cells import is_dash, is_total, says_total, year
from pipeline.language.heading_units import SHARES, heading_unit, is_unit
from pipeline.language.value_cells import value_cell
from pipeline.model import Cell, Fact, Mended


def table_rows(mended: Mended) -> tuple[Fact, ...]:
    """Every fact that stands in the cells of the tables, except in sentences (see cell_passages)."""
    facts: list[Fact] = []
    for layout in layouts(mended):
        facts += table_facts(layout)
        facts += indicator_targets(layout, mended)
        facts += assignments(layout)
    return tuple(facts)


def layouts(mended: Mended) -> list[Layout]:
    """Its tables, each with what stands over it in the notice."""
    return _of_notice(Asked(mended))


@lru_cache(maxsize=1)
def _of_notice(asked: Asked) -> list[Layout]:
    return list(map(Layout, asked.mended.tables, over_tables(asked.mended)))


# --- tidy values --------------------------------------------------------------------------------


def table_facts(layout: Layout) -> list[Fact]:
    """A fact for each filled cell that is not a label: row label, column path, year, value, unit."""
    skip = {*layout.label_columns, *(c.index for c in layout.columns if c.meaning in ("row_number", "unit"))}
    facts = []
    for row in layout.rows():
        for cell, column in layout.cells(row):
            # A value printed once for several rows holds for each of them, but is one total.
            again = cell.row != row and cell.role == "total"
            if column.index in skip or not cell.parts or again:
                continue
            facts += [_cell_fact(layout, row, cell, path) for path in _paths(layout, cell, column)]
    return facts


def _paths(layout: Layout, cell: Cell, first: Column) -> list[Column]:
    """The columns a cell is a value of: a spanning dash of each, a spanning value of their group."""
    covered = [layout.columns[j] for j in range(cell.col, cell.col + cell.col_span)]
    if len(covered) == 1 or is_dash(cell.text):
        return covered
    shared = tuple(h for h in first.path if all(h in c.path for c in covered))
    return [Column(first.index, shared, first.meaning, first.unit, None)]


def _cell_fact(layout: Layout, row: int, cell: Cell, column: Column) -> Fact:
    table = layout.table
    # A code, a telephone, the number of a document or of a house: figures that count nothing.
    found = value_cell(cell.text) if column.meaning not in ("code", "address") else None
    label = layout.label(row)
    measure = [h for h in column.path if not _is_year(h)]
    said = TableFact(
        row_label=label,
        column_path="/".join(column.path),
        measure=_without_unit(measure[-1]) if measure else layout.name(row),
        year=column.year,
        value=found.value if found else None,
        value_text=cell.text,
        unit=_unit(layout, row, column, found.unit) if found else None,
        status=table.status,
        proved=cell.proved,
        is_total=_is_total(layout, row, cell, column),
    )
    own = cell.parts if found else ()  # of a cell of words what stands in it is still to be read
    place = Place(cell_span(cell), table_id=table.table_id, row=row, own=own)
    return said_to_fact(said, place, "table_cell", sure(layout, cell))


def _is_total(layout: Layout, row: int, cell: Cell, column: Column) -> bool:
    """Whether the value is the sum of others of its table: in a row or under a heading 合计, in the row 全市 above its districts.

    合计 with nothing beside it but 其中：农村 is no sum of what is printed: it is the value, and 其中 a part of it.
    """
    label = layout.name(row)
    if cell.role == "total" or says_total(label) or (is_whole_place(label) and len(layout.rows()) > 1):
        return True
    if not any(map(is_total, column.path)):
        return False
    beside = [c.path for c in layout.columns if c.path[:-1] == column.path[:-1] and c.path != column.path]
    return not (beside and all(path and path[-1].startswith(_PART) for path in beside))


_PART = "其中"


def _unit(layout: Layout, row: int, column: Column, printed: str) -> str | None:
    """The unit of a value: in the cell, in its heading, in the column 单位, above the table unless it is a count or a code."""
    own = next((c.index for c in layout.columns if c.meaning == "unit"), None)
    beside = layout.grid[row][own] if own is not None else None
    above = _one_unit(layout.table.unit)
    headed = all(c.unit is None or (c.unit in SHARES and above not in SHARES) for c in layout.columns)
    measured = not (_counts(column) or column.meaning in LABELS)
    return (
        printed
        or column.unit
        or (beside.text if beside else "")
        or (above if headed and measured else None)
        or None
    )


def _one_unit(above: str | None) -> str | None:
    """万亩、万株 above a table do not say which column counts in which."""
    return None if above and "、" in above else above


def _counts(column: Column) -> bool:
    """户数, 区县数量: so many of what stands before, whatever the unit above the table is; 预算数 is none."""
    counted = column.heading.removesuffix("量")
    return counted.endswith("数") and is_unit(counted[-2:-1])


def _is_year(heading: str) -> bool:
    return year(heading) is not None


def _without_unit(heading: str) -> str:
    at = max(map(heading.rfind, "(（"))
    return heading[:at] if at >= 0 and heading[-1] in ")）" and heading_unit(heading) else heading
