"""A notice in traditional script is read as what it says in simplified script: the offsets are the same."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.script import is_traditional, simplified
from pipeline.model import Document, Grid, Piece


def in_simplified(document: Document) -> Document:
    """The document with its text in simplified script and the printed one beside it; one in simplified script as it is."""
    if not is_traditional(document.text):
        return document
    return replace(
        document,
        text=simplified(document.text),
        traditional=document.text,
        grids=tuple(_grid(grid) for grid in document.grids),
    )


def _grid(grid: Grid) -> Grid:
    """A merged cell stays the very same piece in each place it reaches."""
    made: dict[int, Piece] = {}
    return grid._replace(
        rows=tuple(
            tuple(made.setdefault(id(p), Piece(simplified(p.text), p.span)) for p in row) for row in grid.rows
        ),
    )
