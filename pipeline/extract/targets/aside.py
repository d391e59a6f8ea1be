"""The numbers of a reading that are no targets, with the reason: told by a row, named by the noun they describe, past."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.reading import Reading
from pipeline.extract.targets.bygone import is_bygone, only_asks, only_says_how, still_tells
from pipeline.extract.targets.clauses import parted, reading_sentences
from pipeline.extract.targets.described import why_a_name
from pipeline.extract.targets.reader import row_against
from pipeline.language.quantity import Quantity
from pipeline.language.section_kinds import NO_AIMS
from pipeline.language.tokens import Token


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
    counted = {t.start: i for i, t in enumerate(tokens) if t.kind == "qty"}
    for i, token in enumerate(said):
        if not isinstance(token.said, Quantity):
            continue
        at = counted.get(token.start)
        if token.cls == "score":
            yield token.said, "score"
        elif at is None:
            yield token.said, why_a_name(said, i)
        elif row := row_against(parted(tokens, at)[0]):
            yield token.said, row.gives
        elif only_asks(reading, tokens, at):
            yield token.said, "condition"
        elif told or is_bygone(reading, tokens, at):
            yield token.said, "past"
