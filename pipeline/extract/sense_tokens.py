"""The tokens of a text with all its numbers and times, lexed once for its amounts and for the times that bind nothing."""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.reading import Sense
from pipeline.language.tokens import Token, lex


@lru_cache(maxsize=2048)
def sense_tokens(sense: Sense) -> tuple[Token, ...]:
    """Left to right; offsets are of the text."""
    return lex(sense.masked, sense.quantities, sense.times)
