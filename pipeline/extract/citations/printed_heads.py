"""What is printed in a notice under a head of its own: texts that it annexes, whatever else it calls them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Outline

# A shorter title may be part of many.
SHORTEST, _LONGEST = 8, 60
_NO_HEAD, _END = frozenset("，。；：《》"), 2


def printed_heads(outline: Outline) -> Iterator[str]:
    """What stands on a line of its own or on two, as the head of a text that is printed here does."""
    lines = (p.text if p.role in ("body", "title") else "" for p in outline.passages)
    above = ""
    for text in lines:
        text = text if _NO_HEAD.isdisjoint(text) else ""
        for head in (text, above + text):
            if text and SHORTEST <= len(head) <= _LONGEST:
                yield head
        above = text


def ends_of_cited(outline: Outline) -> set[str]:
    """What the titles end in that the text names: only a head that ends so may be one of them in other words."""
    texts = (p.text for p in outline.passages if "》" in p.text)
    return {end_of(piece) for text in texts for piece in text.split("》")[:-1]}


def end_of(title: str) -> str:
    """The last two letters before what stands in brackets behind a title."""
    at = title.rfind("（") if title.endswith("）") else len(title)
    return title[max(at - _END, 0) : at] if at > 0 else title
