"""Tables that lost every separator."""

from __future__ import annotations

from random import Random

from breakers.printed import Line, Printed


def _may_lose(printed: Printed) -> bool:
    """Numbered rows of words under one row of headings, nothing blank: else the cut would be a guess."""
    known = printed.lines[0].cells[0] == "序号" and len(printed.head()) == 1
    roles = {line.role for line in printed.lines[1:]}
    return (
        known
        and roles <= {"body", "page", "header"}
        and all(t for i in printed.body() for t in printed.lines[i].cells)
    )


def lost_separators(printed: Printed, random: Random) -> Printed | None:
    """A printed line a row, blanks between the cells."""
    if not _may_lose(printed):
        return None
    return Printed(
        tuple(Line((" ".join(line.cells),), line.role, line.breaks) for line in printed.lines), "lines"
    )


def wrapped_cells(printed: Printed, random: Random) -> Printed | None:
    """… and long cells run over several lines."""
    if not _may_lose(printed):
        return None
    lines: list[Line] = []
    for line in printed.lines:
        text = max(line.cells, key=len)
        at = line.cells.index(text)
        cut = random.randrange(len(text) // 3, len(text)) if len(text) > 8 else 0
        if line.role != "body" or not cut or text[cut].isdecimal() or random.random() < 0.4:
            lines.append(Line((" ".join(line.cells),), line.role, line.breaks))
            continue
        words = [" ".join((*line.cells[:at], text[:cut])), " ".join((text[cut:], *line.cells[at + 1 :]))]
        lines += [Line((w,), line.role, line.breaks and n == 0) for n, w in enumerate(words)]
    return Printed(tuple(lines), "lines")


def cell_a_line(printed: Printed, random: Random) -> Printed | None:
    """Each cell on a line of its own, the headings too."""
    if not _may_lose(printed):
        return None
    lines = [
        Line((text,), line.role, line.breaks and j == 0)
        for line in printed.lines
        for j, text in enumerate(line.cells)
    ]
    return Printed(tuple(lines), "lines")
