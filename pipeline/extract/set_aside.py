"""Numbers and times that give no row, each by the rule of grammar that read it and the reason it gives."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.passages import holds_prose
from pipeline.extract.cells.rows import layouts
from pipeline.extract.deadlines import times_aside
from pipeline.extract.funding.given_then import given_then
from pipeline.extract.funding.granting import amounts_aside
from pipeline.extract.reading import Reading, readings
from pipeline.extract.targets.bygone import is_bygone, only_asks, only_says_how, still_tells
from pipeline.extract.targets.clauses import parted, reading_sentences
from pipeline.extract.targets.described import why_a_name
from pipeline.extract.targets.parts import parts_of_sums
from pipeline.extract.targets.reader import row_against
from pipeline.language.quantity import Quantity
from pipeline.language.section_kinds import NO_AIMS
from pipeline.language.tokens import Token
from pipeline.model import Mended, SetAside


def set_aside(mended: Mended) -> tuple[SetAside, ...]:
    """What the rules of targets, grants and deadlines read in the paragraphs and cells of a notice and found to be none."""
    read = (
        SetAside(reading.passage.span(start, end), reason.replace(" ", "_"))
        for reading in readings(mended)
        for start, end, reason in _aside(reading)
    )
    named = (aside for layout in layouts(mended) for aside in _cells_aside(layout))
    return (*read, *named)


def _aside(reading: Reading) -> Iterator[tuple[int, int, str]]:
    yield from ((time.start, time.end, why) for time, why in times_aside(reading))
    yield from ((q.start, q.end, why) for q, why in numbers_aside(reading))
    yield from ((q.start, q.end, why) for q, why in amounts_aside(reading.sense))
    yield from ((q.start, q.end, "past") for q in given_then(reading))


# Columns whose figures count nothing, or what was done so far: what they say of a row is said by their headings.
_NAMES = {
    "row_number": "row_number", "code": "code", "unit": "unit", "level": "level", "address": "address",
    "progress": "past",
}  # fmt: skip


def _cells_aside(layout: Layout) -> Iterator[SetAside]:
    """The cells that number or name their row."""
    for row in layout.rows():
        for cell, column in layout.cells(row):
            if cell.row != row:
                continue
            reason = _NAMES.get(column.meaning)
            if column.index in layout.label_columns and not holds_prose(layout, cell, column):
                reason = reason or "row_label"
            if reason:
                yield from (SetAside(part, reason) for part in cell.parts)


def numbers_aside(reading: Reading) -> Iterator[tuple[Quantity, str]]:
    """Each number that a rule of grammar sets aside, and why; those that are targets may be among them."""
    sense = reading.sense
    if not sense.quantities:
        return
    if why := NO_AIMS.get(reading.section):
        yield from ((q, why) for q in sense.quantities)
        return
    told = ""
    for said, tokens in reading_sentences(reading):
        told = still_tells(reading, tokens, told)
        if only_says_how(reading, tokens):
            yield from ((t.said, "condition") for t in said if isinstance(t.said, Quantity))
            continue
        yield from _of_sentence(reading, said, tokens, bool(told))


def _of_sentence(
    reading: Reading, said: tuple[Token, ...], tokens: tuple[Token, ...], told: bool
) -> Iterator[tuple[Quantity, str]]:
    counted, of = {t.start: i for i, t in enumerate(tokens) if t.kind == "qty"}, parts_of_sums(tokens)
    for i, token in enumerate(said):
        if not isinstance(token.said, Quantity):
            continue
        at = counted.get(token.start)
        if token.cls == "score":
            yield token.said, "score"
        elif at is None:
            yield token.said, why_a_name(said, i)
        elif row := row_against(parted(tokens, at)[0]) or row_against(parted(tokens, of.get(at, at))[0]):
            yield token.said, row.gives
        elif only_asks(reading, tokens, at):
            yield token.said, "condition"
        elif told or is_bygone(reading, tokens, at):
            yield token.said, "past"
