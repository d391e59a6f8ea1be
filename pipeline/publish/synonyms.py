"""Indicators that may be one under two names: rows of indicator_links, with their evidence. Nothing is merged.

Only names of one base unit are compared, and of these only such as share two of their rarest characters: two names with
a ratio of LEAST share so many characters that two of those must be among them (the prefix filter of similarity joins).
Two characters that very many names have tell nothing apart, and pair nothing: so the work grows as the names do.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from pipeline.publish.sheet import Row

# 养老床位 and 养老机构床位 are 0.8 alike; among 953 names of 111 notices 68 pairs are so, most of them one thing.
LEAST = 0.8
MOST_SHARING = 100
# Of an indicator: base unit, id, names, notices.
Told = tuple[str, str, Sequence[str], Sequence[str]]
_FIGURES = frozenset("0123456789一二三四五六七八九十百千万")


def load() -> None:
    """Loads now what compares names."""
    from rapidfuzz import distance, fuzz  # noqa: F401


def indicator_links(told: Callable[[], Iterable[Told]]) -> list[Row]:
    """A row a pair of ids with names alike, in no order."""
    blocks: dict[str, dict[str, str]] = defaultdict(dict)
    for unit, one, names, _ in told():
        block = blocks[unit]
        block[one] = min(
            (*names, *([block[one]] if one in block else [])), key=lambda name: (len(name), name)
        )
    links = [link for unit, block in blocks.items() for link in _links(unit, block)]
    # Who says so is asked only of names that are alike: notices are many.
    notices: dict[tuple[str, str], set[str]] = {
        (str(link["unit_base"]), str(link[key])): set()
        for link in links
        for key in ("indicator_id", "other_id")
    }
    for unit, one, _, those in told() if links else ():
        if (unit, one) in notices:
            notices[unit, one].update(those)
    for link in links:
        here, there = (
            notices[str(link["unit_base"]), str(link[key])] for key in ("indicator_id", "other_id")
        )
        link["in_one_notice"] = not here.isdisjoint(there)
    return links


def _links(unit: str, names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    pairs = sorted(candidates(names))
    if not pairs:
        return
    from rapidfuzz import fuzz

    for one, other in pairs:
        name, other_name = names[one], names[other]
        score = round(fuzz.ratio(name, other_name) / 100, 3)
        if score >= LEAST and _figures(name) == _figures(other_name):
            yield {
                "indicator_id": one,
                "other_id": other,
                "unit_base": unit,
                "name": name,
                "other_name": other_name,
                "score": score,
                "difference": _difference(name, other_name),
            }


def candidates(names: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of ids, the smaller first, whose names share two of their rarest characters."""
    held = {one: _numbered(name) for one, name in names.items()}
    seen = Counter(char for chars in held.values() for char in chars)
    sharing: dict[tuple[_Char, _Char], list[str]] = defaultdict(list)
    for one in sorted(held):
        for two in combinations(_rarest(held[one], seen), 2):
            sharing[two].append(one)
    return {pair for ids in sharing.values() if len(ids) <= MOST_SHARING for pair in combinations(ids, 2)}


_Char = tuple[str, int]


def _numbered(name: str) -> Sequence[_Char]:
    """The characters of a name, each with how often it stood before: the second 养 is another than the first."""
    if len(set(name)) == len(name):
        return [(char, 0) for char in name]
    before: Counter[str] = Counter()
    chars = []
    for char in name:
        chars.append((char, before[char]))
        before[char] += 1
    return chars


def _rarest(chars: Sequence[_Char], seen: Mapping[_Char, int]) -> Sequence[_Char]:
    """So many of a name's characters, rarest first, that whatever is LEAST alike has two of them among its own.

    A name that is LEAST alike shares at least LEAST / (2 - LEAST) of this one's characters with it.
    """
    shared = math.ceil(len(chars) * LEAST / (2 - LEAST))
    return sorted(chars, key=lambda char: (seen[char], char))[: len(chars) - shared + 2]


def _figures(name: str) -> Sequence[str]:
    """Names with other figures are of other things: 60岁以上, 80岁以上."""
    return [char for char in name if char in _FIGURES]


def _difference(name: str, other: str) -> str | None:
    """What one has and the other has not.

    >>> _difference("床位占比", "床位比例")
    '占 | 例'
    """
    from rapidfuzz.distance import Indel

    edits = Indel.editops(name, other)
    gone = "".join(name[edit.src_pos] for edit in edits if edit.tag == "delete")
    new = "".join(other[edit.dest_pos] for edit in edits if edit.tag == "insert")
    return f"{gone} | {new}".strip() or None
