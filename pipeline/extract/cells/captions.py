"""Lines that are the names of tables, and say nothing of their own: 2026—2027年建设计划表（单位：个）."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.quantities import quantities
from pipeline.model import Passage, Span

# A sentence above a table is none.
_SENTENCE = frozenset("，。；")


def names_table(passage: Passage, captions: Sequence[Span]) -> bool:
    """Whether a line stands in one of the captions and counts nothing but years."""
    span = passage.span()
    inside = any(caption.start <= span.start and span.end <= caption.end for caption in captions)
    if not inside or not _SENTENCE.isdisjoint(passage.text):
        return False
    return all(q.dimension == "time" for q in quantities(passage.text))
