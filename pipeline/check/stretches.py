"""The text of a notice in stretches, each once: its paragraphs, the cells of its tables, and whatever else stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.intervals import Within
from pipeline.model import Cell, Extracted, Span


class Stretch(NamedTuple):
    """Words of the source with the offset of every character; what they are, and whether a table or prose holds them."""

    text: str
    places: tuple[int, ...]
    role: str
    place: Literal["prose", "cells"] = "prose"


def stretches(extracted: Extracted) -> Iterator[Stretch]:
    """Every stretch of a notice's text; no character stands in two."""
    outline = extracted.mended.outline
    source = outline.document.text
    seen = bytearray(len(source))
    for passage in outline.passages:
        for place in passage.places:
            seen[place] = 1
        yield Stretch(passage.text, passage.places, passage.role)
    for table in extracted.mended.tables:
        for cell in table.cells:
            if cell.parts and not all(seen[part.start] for part in cell.parts):
                yield _of_cell(cell, source)
            for part in cell.parts:
                seen[part.start : part.end] = b"\x01" * (part.end - part.start)
    yield from _left(extracted, source, seen)


def _of_cell(cell: Cell, source: str) -> Stretch:
    """A cell as its reader reads it: without line ends and blanks, but for those that part two figures."""
    places: list[int] = []
    blank = -1
    for part in cell.parts:
        if places and blank < 0 and part.start > places[-1] + 1:
            blank = places[-1] + 1
        for i in range(part.start, part.end):
            if source[i].isspace():
                blank = i
                continue
            if blank >= 0 and places and _is_figure(source[places[-1]]) and _is_figure(source[i]):
                places.append(blank)
            blank = -1
            places.append(i)
    text = "".join(" " if source[i].isspace() else source[i] for i in places)
    return Stretch(fold(text), tuple(places), cell.role, "cells")


def _is_figure(char: str) -> bool:
    return char.isascii() and char.isalnum()


_RUN = patterns.compile(r"[^\n\f]+")


def _left(extracted: Extracted, source: str, seen: bytearray) -> Iterator[Stretch]:
    """What neither a paragraph nor a cell holds: furniture that was set aside, or words that were lost."""
    repairs = (*extracted.mended.repairs, *extracted.mended.outline.repairs)
    aside = Within(r.span for r in repairs if r.span and not r.after)
    tabled = Within(fragment.span for fragment in extracted.mended.outline.fragments)
    for line in _RUN.finditer(source):
        start, stop = line.span()
        while (start := seen.find(0, start, stop)) >= 0:
            if source[start].isspace():
                start += 1
                continue
            end = seen.find(1, start, stop)
            end = stop if end < 0 else end
            span = Span(start, end)
            role = "furniture" if span in aside else "left"
            place: Literal["prose", "cells"] = "cells" if span in tabled else "prose"
            yield Stretch(fold(source[start:end]), tuple(range(start, end)), role, place)
            start = end
