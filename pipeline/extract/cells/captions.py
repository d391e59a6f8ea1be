"""Lines that are the names of tables, and say nothing of their own: 2026—2027年建设计划表（单位：个）."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_note
from pipeline.language.quantities import quantities
from pipeline.language.quantity import Quantity
from pipeline.model import Passage, Span

# A sentence above a table is none.
_SENTENCE = frozenset("，。；")


def names_table(passage: Passage, captions: Sequence[Span]) -> bool:
    """Whether a line stands in one of the captions and counts nothing but years."""
    span = passage.span()
    inside = any(caption.start <= span.start and span.end <= caption.end for caption in captions)
    if not inside or not _SENTENCE.isdisjoint(passage.text):
        return False
    return all(q.dimension == "time" or _numbers(passage.text, q) for q in quantities(passage.text))


def explains_table(text: str) -> bool:
    """注：2025年价格按2020年不变价计算: what stands below a table says how it is to be read, and binds nothing.

    >>> explains_table("注：[ ]内为五年累计数。"), explains_table("注重实效，2026年底前建成3座。")
    (True, False)
    """
    return text.startswith("注") and is_note(text)


# 表1 社区食堂建设标准: the number of the table, and no community.
_NUMBERED = ("表", "附表", "专栏", "图")


def _numbers(text: str, found: Quantity) -> bool:
    return text[: found.number_start].strip() in _NUMBERED
