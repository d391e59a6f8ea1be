"""Who is responsible for a row: the bodies of its cells under 责任单位, 牵头单位, 配合单位."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.cells.agency_columns import agency_columns
from pipeline.extract.cells.layout import READINGS, Column, Layout, cell_span, is_prose
from pipeline.extract.duties.assignments import UNKNOWN_NAME, read_list
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language.folding import fold
from pipeline.language.names import is_agency, is_possible_name, split_names
from pipeline.model import Cell, Fact


def assignments(layout: Layout) -> list[Fact]:
    """Table `responsibilities`: the agencies of each cell under 责任单位, 牵头单位, 配合单位…

    One assignment a cell. The heading gives the role; words in the cell (甲牵头，乙配合) go before it. A cell that begins left of
    these columns names its row: 合计 over number, project and 实施单位.
    """
    columns = agency_columns(layout)
    facts: list[Fact] = []
    for row in layout.rows() if columns else []:
        with_lead = any(c.meaning == "lead_agency" and _text(layout, row, c) for c in columns)
        for column in columns:
            cell = layout.grid[row][column.index]
            named = cell is not None and cell.col >= min(c.index for c in columns)
            if cell is not None and named and cell.parts and is_prose(cell.text):
                role = (
                    "joint"
                    if _may_be_beside(layout, row, cell, columns)
                    else _role(column.meaning, with_lead)
                )
                facts += _cell_assignment(layout, row, cell, role)
    return facts


def open_cells(layout: Layout) -> list[tuple[int, Cell]]:
    """The rows whose only bodies may stand in more than one of the columns of bodies, and the cell that holds them."""
    columns = agency_columns(layout)
    cells = ((row, layout.grid[row][column.index]) for row in layout.rows() for column in columns)
    return [
        (row, cell)
        for row, cell in cells
        if cell and cell.text and _may_be_beside(layout, row, cell, columns)
    ]


def _may_be_beside(layout: Layout, row: int, cell: Cell, columns: list[Column]) -> bool:
    """Nothing tells which of the columns of bodies this cell, the only one of its row there, stands in."""
    return cell.doubt != "" and len(columns) > 1 and sum(bool(_text(layout, row, c)) for c in columns) == 1


def _text(layout: Layout, row: int, column: Column) -> str:
    cell = layout.grid[row][column.index]
    return cell.text if cell and is_prose(cell.text) else ""


def _role(meaning: str, with_lead: bool) -> str:
    if meaning == "lead_agency":
        return "lead"
    return "support" if with_lead or meaning == "support_agency" else "joint"


def _cell_assignment(layout: Layout, row: int, cell: Cell, role: str) -> Iterator[Fact]:
    text = fold(cell.text)
    named = [(a.name, a.role) for a in read_list(text)] or [
        (name, role) for name, _, _ in split_names(text) if is_possible_name(name)
    ]
    place = Place(cell_span(cell), table_id=layout.table.table_id, row=row, own=cell.parts)
    for seq, (name, its_role) in enumerate(named, 1):
        duty = Duty(seq, name, its_role, "assignment", layout.label(row))
        stated = READINGS[layout.table.status] * (1.0 if is_agency(name) else UNKNOWN_NAME)
        yield said_to_fact(duty, place, "agency_column", round(stated, 3))
