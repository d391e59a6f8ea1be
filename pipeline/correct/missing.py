"""A fact that no rule read, added by an editor: the words it stands in, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.correct.together import hold_together
from pipeline.decisions.address import brief, neighbours, squeezed, table_places
from pipeline.decisions.values import plain
from pipeline.messages import say
from pipeline.model import BrokenPromise, Cell, Correction, Extracted, Fact, Span

#: The rule of a fact that an editor added, and how sure it is: as sure as editors are.
RULE = "editor"
SURE = 1.0
# What follows from where a fact stands: an agency added is alone in its list.
_FOLLOWING: Mapping[str, Mapping[str, object]] = {"responsibilities": {"seq": 1}}
Points = Mapping[str, tuple[str, ...]]


class _Found(NamedTuple):
    """Where the words of an added fact stand: in a point, or in a row of a table."""

    span: Span
    clause_id: str | None
    table_id: str | None
    row: int | None
    places: tuple[str, ...]


def missing_to_fact(said: Correction, extracted: Extracted, points: Points) -> Fact:
    """The fact an editor added, in the place that its quote, its place and the characters beside it name.

    BrokenPromise if no words of the notice fit, or several do, or the machine reads the same fact by now.
    """
    found = [one for one in _occurrences(said, extracted, points) if _fits(said, one, extracted)]
    if not found:
        raise BrokenPromise(say("missing_not_found", where=said.where, quote=brief(said.quote)))
    if len(found) > 1:
        places = tuple(one.places[0] or say("notice_itself") for one in found[:5])
        raise BrokenPromise(say("missing_ambiguous", where=said.where, n=len(found), places=places))
    at = found[0]
    if any(_says_the_same(said, fact, at.span) for fact in extracted.of(said.table)):
        raise BrokenPromise(say("missing_read_now", where=said.where, quote=brief(said.quote)))
    hold_together(said, said.values)
    return Fact(
        table=said.table,
        span=at.span,
        rule=RULE,
        values={**_FOLLOWING.get(said.table, {}), **said.values},
        confidence=SURE,
        clause_id=at.clause_id,
        table_id=at.table_id,
        row=at.row,
        own=(at.span,),
        correction=said,
    )


def _fits(said: Correction, one: _Found, extracted: Extracted) -> bool:
    text = extracted.mended.outline.document.text
    before, after = neighbours(text, one.span.start, one.span.end)
    place = squeezed(said.place)
    return (
        (not place or place in one.places)
        and before.endswith(squeezed(said.before))
        and after.startswith(squeezed(said.after))
    )


def _says_the_same(said: Correction, fact: Fact, span: Span) -> bool:
    meets = fact.span.start < span.end and span.start < fact.span.end
    return meets and all(plain(fact.values.get(name)) == value for name, value in said.values.items())


def _occurrences(said: Correction, extracted: Extracted, points: Points) -> Iterator[_Found]:
    outline = extracted.mended.outline
    clauses = {at: p.clause_id for p in outline.passages if p.clause_id for at in p.places}
    for span in _spans(outline.document.text, squeezed(said.quote)):
        inside = next(_cells(extracted, span), None)
        if inside:
            table_id, row, title = inside
            places = (*table_places(title, table_id, said.values), *table_places(title, table_id, {}))
            yield _Found(span, None, table_id, row, places)
        else:
            clause_id = clauses.get(span.start)
            yield _Found(span, clause_id, None, None, points.get(clause_id or "", ("",)))


def _spans(text: str, quote: str) -> Iterator[Span]:
    """Where the words stand in the text, whatever white space is between them."""
    kept = [i for i, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[i] for i in kept)
    start = bare.find(quote) if quote else -1
    while start >= 0:
        yield Span(kept[start], kept[start + len(quote) - 1] + 1)
        start = bare.find(quote, start + 1)


def _cells(extracted: Extracted, span: Span) -> Iterator[tuple[str, int, str]]:
    """(table, row, title) of the cell that holds the first character of the words."""
    for table in extracted.mended.tables:
        if cell := _holding(table.cells, span.start):
            yield table.table_id, cell.row, table.title


def _holding(cells: Sequence[Cell], at: int) -> Cell | None:
    return next((cell for cell in cells if any(p.start <= at < p.end for p in cell.parts)), None)
