"""Duties said in cells of sentences (责任单位：市卫生健康委；完成时间：…), and in rows that begin with a label: 牵头单位 | 市民政局."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.cells.agency_columns import SUPERVISES, agency_columns
from pipeline.extract.cells.layout import READINGS, Layout, cell_span
from pipeline.extract.cells.passages import cell_passages
from pipeline.extract.cells.rows import layouts
from pipeline.extract.duties.assignments import UNKNOWN_NAME, read_list
from pipeline.extract.duties.in_parts import UNPROVED
from pipeline.extract.duties.responsibilities import passage_duties
from pipeline.extract.facts import Duty, Place, said_to_fact, with_columns
from pipeline.language.folding import fold
from pipeline.language.labels import heading_role
from pipeline.language.names import is_agency, is_party, split_names
from pipeline.model import Cell, Fact, Mended, Span


def cell_duties(mended: Mended) -> Iterator[Fact]:
    """Facts of table `responsibilities`, kind `assignment`, from the cells that hold sentences and the rows that begin
    with a label."""
    for cell in cell_passages(mended):
        for fact in passage_duties(cell.passage):
            of_row = replace(fact, table_id=cell.table.table_id, row=cell.row)
            yield with_columns(of_row, Duty, row_label=cell.subject or None)
    for layout in layouts(mended):
        if not agency_columns(layout):
            for col in range(1, layout.table.n_cols):
                for run in _labelled(layout, col):
                    yield from _assignment(layout, run)


def _labelled(layout: Layout, col: int) -> Iterator[list[tuple[str, Cell]]]:
    """The cells of a column that hold bodies alone and whose row begins with a label, with it; the same label again
    begins another assignment: 牵头单位 | 市民政局, 配合单位 | 市财政局, 牵头单位 | …."""
    run: list[tuple[str, Cell]] = []
    for row in layout.grid:
        head, cell = row[0], row[col]
        label = fold(head.text).rstrip("：") if head else ""
        if not (cell and cell.parts and label and heading_role(label, whole=True)):
            continue
        if cell is head or cell in (said for _, said in run) or any(word in label for word in SUPERVISES):
            continue
        names = split_names(fold(cell.text))
        if not names or not all(is_party(name) for name, _, _ in names):
            continue
        if label in (said for said, _ in run):
            yield run
            run = []
        run.append((label, cell))
    if run:
        yield run


def _assignment(layout: Layout, run: list[tuple[str, Cell]]) -> Iterator[Fact]:
    table = layout.table
    words = "；".join(f"{label}：{fold(cell.text)}" for label, cell in run)
    spans = [cell_span(cell) for _, cell in run]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    own = tuple(part for _, cell in run for part in cell.parts)
    place = Place(span, table_id=table.table_id, row=run[0][1].row, own=own)
    for seq, named in enumerate(read_list(words), 1):
        sure = UNPROVED * READINGS[table.status] * (1.0 if is_agency(named.name) else UNKNOWN_NAME)
        yield said_to_fact(
            Duty(seq, named.name, named.role, "assignment"), place, "label_row", round(sure, 3)
        )
