"""Corrections of two branches → one file, entry by entry; where both decided about the same place, a conflict to read.

git merge → this: (common ancestor, ours, theirs) → ours; an entry that only one of them touched is taken from it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.review.blocks import Block, about, blocks_to_text, text_to_blocks

# What is decided about one place; several missing facts may stand in the same words.
Places = Mapping[tuple[str, ...], Sequence[Block]]
_OURS, _BETWEEN, _THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


def merge_corrections(texts: Sequence[str], file: str) -> tuple[str, bool]:
    """(`file` as both branches have it, whether somebody must choose) of (ancestor, ours, theirs).

    BrokenPromise if one of them is no file of corrections.
    """
    heads, sides = zip(*(_places(text, file) for text in texts), strict=True)
    base, ours, theirs = sides
    blocks: list[str] = []
    must_choose = False
    for place in _order(list(ours), list(theirs)):
        old, mine, yours = (side.get(place, ()) for side in (base, ours, theirs))
        if list(_texts(mine)) == list(_texts(old)):
            blocks += [one.text for one in yours]
        elif list(_texts(yours)) == list(_texts(old)) or _same(mine, yours):
            blocks += [one.text for one in mine]
        else:
            must_choose = True
            blocks.append("\n".join((_OURS, *_texts(mine), _BETWEEN, *_texts(yours), _THEIRS)))
    return blocks_to_text(_head(*heads), blocks), must_choose


def _places(text: str, file: str) -> tuple[str, dict[tuple[str, ...], list[Block]]]:
    head, blocks = text_to_blocks(text, file)
    places: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        places.setdefault(about(block.said), []).append(block)
    return head, places


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for n, block in enumerate(blocks):
        if n:
            yield ""
        yield block.text


def _same(one: Sequence[Block], other: Sequence[Block]) -> bool:
    """Whether two branches decided alike: who said so, and why, is no matter to choose about."""
    return [(b.said.verdict, b.said.values) for b in one] == [(b.said.verdict, b.said.values) for b in other]


def _order(ours: list[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Ours in its order; what only theirs has behind the one that it follows there."""
    order = list(ours)
    at = 0
    for place in theirs:
        if place in order:
            at = order.index(place) + 1
        else:
            order.insert(at, place)
            at += 1
    return order


def _head(base: str, ours: str, theirs: str) -> str:
    if theirs in (base, ours):
        return ours
    return theirs if ours == base else "\n".join(part for part in (ours, theirs) if part)
