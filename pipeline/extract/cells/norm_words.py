"""The words by which headings and captions of tables say what stands below them."""

from __future__ import annotations

from functools import cache

from pipeline import lexicons


@cache
def norm_words(kind: str) -> tuple[str, ...]:
    """The words of lexicons/norms.tsv of a kind."""
    return tuple(word for word, its_kind in lexicons.rows("norms") if its_kind == kind)
