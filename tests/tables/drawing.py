"""Tables drawn as text: `|` between cells, a line of dashes for a page break; and mended ones drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent
from typing import Literal

from pipeline.model import Fragment, Piece, Span, Table

Kind = Literal["tabs", "lines", "grid"]


def fragment(
    rows: Sequence[Sequence[str]], kind: Kind = "tabs", breaks: Sequence[int] = (), title: str = ""
) -> Fragment:
    """A fragment whose spans are those of the rows written with tabs and line ends."""
    at, made = 0, []
    for row in rows:
        pieces = []
        for text in row:
            pieces.append(Piece(text, Span(at, at + len(text))))
            at += len(text) + 1
        made.append(tuple(pieces))
    return Fragment(kind, tuple(made), Span(0, at), title, breaks=tuple(breaks))


def source(found: Fragment) -> str:
    """The text that the spans of `fragment` point into."""
    return "\n".join("\t".join(piece.text for piece in row) for row in found.rows) + "\n"


def drawn(picture: str, kind: Kind = "tabs") -> Fragment:
    """A fragment from a drawing."""
    rows: list[list[str]] = []
    breaks: list[int] = []
    for line in dedent(picture).strip("\n").splitlines():
        bare = line.strip()
        if bare.startswith("- -"):
            breaks.append(len(rows))
        elif bare.startswith("|"):
            rows.append([cell.strip() for cell in bare.strip("|").split("|")])
        elif bare:
            rows.append([bare])
    return fragment(rows, kind, breaks)


def draw(table: Table | None) -> str:
    """Rows of the mended table; `"` where a cell reaches down, `<` where it reaches to the right."""
    if table is None:
        return ""
    lines = []
    for i, row in enumerate(table.grid()):
        texts = []
        for j, cell in enumerate(row):
            if cell is None:
                texts.append("?")
            elif cell.row == i and cell.col == j:
                texts.append(cell.text)
            else:
                texts.append("<" if cell.row == i else '"')
        lines.append("| " + " | ".join(texts) + " |")
    return "\n".join(lines)


def tidy(picture: str) -> str:
    """A drawing with its columns not lined up, to compare with `draw`."""
    rows = [line.strip().strip("|").split("|") for line in dedent(picture).strip().splitlines()]
    return "\n".join("| " + " | ".join(cell.strip() for cell in row) + " |" for row in rows)


def texts(table: Table) -> list[list[str]]:
    """The grid with merged cells repeated wherever they reach."""
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def reprinted(table: Table) -> Fragment:
    """A mended table as a reader of grids would hand it over: merged cells repeated with their place."""
    rows = []
    for row in table.grid():
        pieces = []
        group = row[0] if row[0] and row[0].role == "group" else None
        for cell in (group or place for place in row):
            parts = cell.parts if cell else ()
            place = Span(min(p.start for p in parts), max(p.end for p in parts)) if parts else Span(0, 0)
            pieces.append(Piece(cell.text if cell else "", place))
        rows.append(tuple(pieces))
    return Fragment("grid", tuple(rows), table.span, table.title, annex=table.annex)
