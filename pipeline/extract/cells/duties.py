"""Duties said in cells of sentences: 责任单位：市卫生健康委；完成时间：…, （牵头单位：市民政局）."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.cells.passages import cell_passages
from pipeline.extract.duties.responsibilities import passage_duties
from pipeline.extract.facts import Duty, with_columns
from pipeline.model import Fact, Mended


def cell_duties(mended: Mended) -> Iterator[Fact]:
    """Facts of table `responsibilities`, kind `assignment`, from the cells that hold sentences."""
    for cell in cell_passages(mended):
        for fact in passage_duties(cell.passage):
            of_row = replace(fact, table_id=cell.table.table_id, row=cell.row)
            yield with_columns(of_row, Duty, row_label=cell.subject or None)
