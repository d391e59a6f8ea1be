"""Tables that a page draws without <table>: elements laid out as rows and cells by their style, or rows alike of cells alike.

<ul><li class="tr"><span class="td">序号</span><span class="td">任务</span>…</li>…</ul>

Read as lines or as running words, the cells of a row would be one sentence.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.read.html.tables import CellTable
from pipeline.read.html.walk import TEXT, is_hidden, is_wordless
from pipeline.read.html.words import cell_to_line, count_han
from pipeline.read.limits import Limits
from pipeline.read.parts import CellText

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_AROUND = frozenset(("div", "ul", "ol", "dl", "section", "article"))
_ROW = patterns.compile(r"(?i)display\s*:\s*table-row\b")
_CELL = patterns.compile(r"(?i)display\s*:\s*table-cell\b")


def drawn_to_cells(node: LexborNode, limits: Limits) -> CellTable | None:
    """The cells of the table that an element draws; None if it draws none."""
    if node.tag not in _AROUND:
        return None
    rows = _shown(node)
    if rows is None or len(rows) < _FEWEST_ROWS:
        return None
    laid = [_shown(row) for row in rows[:_FEWEST_ROWS]]
    if any(cells is None or len(cells) < _FEWEST_CELLS for cells in laid):
        return None
    every = [_shown(row) or [] for row in rows]
    if not (_is_styled(rows, every) or _are_alike(rows, every)):
        return None
    return _read(every, limits)


def _shown(node: LexborNode) -> list[LexborNode] | None:
    """The elements in an element; None where words stand beside them."""
    found: list[LexborNode] = []
    child = node.child
    while child is not None:
        if child.tag == TEXT:
            if (child.text_content or "").strip():
                return None
        elif (
            child.tag
            and not child.tag.startswith(("-", "!"))
            and not is_wordless(child)
            and not is_hidden(child)
        ):
            found.append(child)
        child = child.next
    return found


def _is_styled(rows: list[LexborNode], cells: list[list[LexborNode]]) -> bool:
    """Whether the page says of every row and every cell that it is one."""
    every = [cell for row in cells for cell in row]
    return all(_says(row, "row", _ROW) for row in rows) and all(_says(cell, "cell", _CELL) for cell in every)


def _says(node: LexborNode, role: str, display: patterns.Pattern) -> bool:
    told = (node.attributes.get("role") or "").lower()
    return told.endswith((role, "header")) or bool(display.search(node.attributes.get("style") or ""))


def _are_alike(rows: list[LexborNode], cells: list[list[LexborNode]]) -> bool:
    """Whether all rows are elements of one kind, and hold as many elements of one kind each, with no links in them."""
    kinds = {_kind(row) for row in rows}, {_kind(cell) for row in cells for cell in row}
    named = all(len(kind) == 1 and all(name for _, name in kind) for kind in kinds)
    return named and len(set(map(len, cells))) == 1 and not any(row.css_first("a") for row in rows)


def _kind(node: LexborNode) -> tuple[str, str]:
    """The name of an element, and the first of its class: `tr odd` is one of `tr`."""
    return node.tag or "", ((node.attributes.get("class") or "").split() or [""])[0]


def _read(rows: list[list[LexborNode]], limits: Limits) -> CellTable | None:
    cells: list[CellText] = []
    struck: list[str] = []
    linked = 0
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            read = cell_to_line(cell, limits.max_depth)
            if read is None:
                return None
            line, _ = read
            struck += line.struck
            linked += line.linked
            cells.append(CellText(line.lines(), i, j, 1, 1))
    hans = sum(count_han(cell.text) for cell in cells)
    return CellTable(tuple(cells), "", hans, linked, tuple(struck))
