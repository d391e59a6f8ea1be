"""A passage with its numbers and times read, as targets, deadlines and funding all need it."""

# Long: all that a passage is read by is put together in one place.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from sys import maxsize

from pipeline.extract.asked import Asked
from pipeline.extract.calendars import (
    caption_year,
    column_due,
    framed,
    holds_without_date,
    nearer_due,
    notice_calendar,
    own_title,
    title_due,
    under_caption,
)
from pipeline.extract.cells.captions import explains_table, names_table
from pipeline.extract.cells.passages import CellPassage, cell_passages
from pipeline.extract.facts import Place, Said, said_to_fact
from pipeline.extract.pieces import in_pieces
from pipeline.language import patterns
from pipeline.language.quantities import Quantity, quantities
from pipeline.language.scope import Due, From
from pipeline.language.section_kinds import Section, conditions_from, tells_of
from pipeline.language.sections import heading_days, heading_parts, sections
from pipeline.language.segmentation import says_what
from pipeline.language.sentences import Stretch, mask, parts, sentences
from pipeline.language.times import Calendar, FoundTime, times, times_of_event, times_of_limit
from pipeline.model import Clause, Fact, Mended, Outline, Passage


@dataclass(frozen=True, slots=True)
class Sense:
    """What stands in a text; every offset is of `text`. `masked` has titles and numbers of documents blanked.

    Several readers remember what they made of one: the hash of its words is enough, and cheap."""

    text: str
    masked: str
    quantities: tuple[Quantity, ...] = field(hash=False)
    times: tuple[FoundTime, ...] = field(hash=False)
    sentences: tuple[Stretch, ...] = field(hash=False)
    parts: tuple[Stretch, ...] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage in its place. `subject` is the row a table cell stands in, which its prose leaves unsaid;
    `heading` names the point it stands in, or its row where a cell before it does, in a few words; `section` the kind of part the passage stands in, where that
    bears on its numbers; `above` the year that the heading over it, or the title, sets for what has no time of its own,
    and which of the two; `asks_from` where in its text conditions begin; `due_rows` the rows of its table that a cell under 完成时限 is the time limit of; `row_due` the
    last day of the year its column is of; `at_edge` whether it stands above the title or last in its part of the paper."""

    passage: Passage
    sense: Sense
    calendar: Calendar
    table_id: str | None = None
    row: int | None = None
    subject: str = ""
    heading: str = ""
    section: Section | None = None
    above: tuple[Due, From] | None = None
    due_rows: range = range(0)
    row_due: Due | None = None
    asks_from: int = maxsize
    at_edge: bool = False

    def fact(self, said: Said, at: Sequence[tuple[int, int]], rule: str, sure: float | None = None) -> Fact:
        """A fact read from text[slice(*at[0])], its own value and dates from those of the further stretches; `sure` where
        something speaks against it."""
        clause = None if self.table_id else self.passage.clause_id
        span, *own = (self.passage.span(*stretch) for stretch in at)
        place = Place(span, clause, self.table_id, self.row, tuple(own))
        return said_to_fact(said, place, rule, sure or 1.0)


# One paragraph is read by three verbs; the reading depends on its words alone.
@lru_cache(maxsize=2048)
def text_to_sense(text: str, number: int = 0) -> Sense:
    """What stands in `text`; its first `number` characters are the number of a point, which says nothing else."""
    masked = " " * number + mask(text[number:])
    return Sense(text, masked, quantities(masked), times(masked), sentences(masked), parts(masked))


# A heading that is longer is a sentence.
_LONGEST_NAME = 16


def _names_of_points(clauses: Iterable[Clause]) -> dict[str, str]:
    """Point → the name of what it is about: its own heading where that is one, else that of the point above."""
    names: dict[str, str] = {}
    for clause in clauses:
        heading = clause.heading.rstrip("。：:；")
        is_name = 2 < len(heading) <= _LONGEST_NAME and not patterns.search(r"[，。；：\d]|阶段", heading)
        names[clause.clause_id] = (
            heading if is_name and says_what(heading) else names.get(clause.parent_id or "", "")
        )
    return names


def readings(mended: Mended) -> tuple[Reading, ...]:
    """Every body paragraph and every prose cell of a table, with what stands in it; read once for all who ask in turn."""
    return _of_notice(Asked(mended))


@lru_cache(maxsize=1)
def _of_notice(asked: Asked) -> tuple[Reading, ...]:
    return tuple(_readings(asked.mended))


# 一、会议时间: what stands under it says when that is held.
_EVENT = "时间"


def _readings(mended: Mended) -> Iterator[Reading]:
    calendar = notice_calendar(mended)
    body = [passage for passage in mended.outline.passages if passage.role == "body"]
    numbers = {clause.span.start: clause.number for clause in mended.outline.clauses}
    named = _names_of_points(mended.outline.clauses)
    titled = title_due(mended, calendar)
    from_title: tuple[Due, From] | None = (titled, "title") if titled else None
    norms = {annex.label for annex in mended.outline.annexes if holds_without_date(annex.title)}
    days = list(heading_days(body, calendar))
    under = heading_parts(body, calendar)
    titles = (*(t.title_span for t in mended.tables), *(f.title_span for f in mended.outline.fragments))
    captions = list(filter(None, titles))
    edges, told = _at_edge(mended.outline, body), sections(body, own_title(mended))
    kinds = _kinds(told, days, calendar.written) if tells_of(own_title(mended)) else told
    for passage, section, day, part in zip(body, kinds, days, under, strict=True):
        above: tuple[Due, From] | None = (day, "heading") if day else from_title
        above = above if day or passage.annex not in norms else None
        for piece in in_pieces(passage):
            number = numbers.get(piece.places[0], "")
            point = len(number) if piece.text.startswith(number) else 0
            sense = text_to_sense(piece.text, point)
            name = named.get(piece.clause_id or "", "")
            if name.endswith(_EVENT) and not number:
                sense = replace(sense, times=times_of_event(sense.masked))
            calendar = calendar if part else framed(calendar, sense.times)
            if calendar.part != part:
                calendar = replace(calendar, part=part)
            beside = names_table(piece, captions) or explains_table(piece.text)
            yield Reading(
                piece,
                sense,
                calendar,
                section="caption" if beside else section,
                above=above,
                heading=name,
                asks_from=conditions_from(piece.text),
                at_edge=passage.places[0] in edges,
            )
    for cell in cell_passages(mended):
        yield _cell_reading(cell, under_caption(calendar, cell.table), from_title)


def _at_edge(outline: Outline, body: Sequence[Passage]) -> set[int]:
    """Where the paragraphs begin that stand above the title or last in their part of the paper."""
    title, last = outline.title_block.title_span, {passage.annex: passage for passage in body}
    above = (p for p in body if title and p.places[0] < title.start)
    return {passage.places[0] for passage in (*last.values(), *above)}


def _kinds(
    told: Iterable[Section | None], days: Sequence[Due | None], written: date | None
) -> Iterator[Section | None]:
    """The sections of a paper that tells of what was done, and a look back where a heading's year is over (2025年主要工作, of
    January 2026) while another's goes on (2026年工作安排)."""
    over = [bool(day and written and day[0] < written) for day in days]
    goes_on = any(day and not past for day, past in zip(days, over, strict=True))
    return (
        "review" if past and goes_on and not kind else kind for kind, past in zip(told, over, strict=True)
    )


def _end_of(year: int | None) -> tuple[Due, From] | None:
    return ((date(year, 12, 31), "year"), "heading") if year else None


def _cell_reading(cell: CellPassage, calendar: Calendar, from_title: tuple[Due, From] | None) -> Reading:
    above = _end_of(caption_year(cell.table, calendar.own_year)) or from_title
    above = None if cell.lasts else above
    sense = text_to_sense(cell.passage.text)
    if cell.is_limit:
        sense = replace(sense, times=times_of_limit(sense.masked))
    due_then = column_due(cell.heading, cell.year, calendar)
    over = due_then and calendar.written and due_then[0] < calendar.written
    return Reading(
        cell.passage,
        sense,
        calendar,
        cell.table.table_id,
        cell.row,
        cell.subject,
        cell.name,
        section="review" if over and cell.year is None else cell.section,
        above=above,
        due_rows=range(cell.row, cell.until) if cell.is_limit else range(0),
        row_due=due_then and nearer_due(due_then, cell.limit, calendar),
    )
