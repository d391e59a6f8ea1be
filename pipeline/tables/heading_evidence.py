"""Which ways to lay headings on columns are likelier: what is told by the headings themselves.

What counts (村数, 合计, 备注) is of one column; lines stand where they are printed; a heading that begins one group begins all
it is in; years are not parted from the next and end their group; headings that differ in their year alone are both divided
or none; headings of one column stand before those of several.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.brackets import without_round
from pipeline.language.cells import is_total, year, year_within
from pipeline.language.heading_units import heading_unit
from pipeline.language.headings import meaning
from pipeline.tables.draft import Slot

_DIVIDED = ("", "task", "measure", "indicator", "label")  # meanings of headings that may stand over others
_YEAR = 4  # figures


class Node(NamedTuple):
    """A heading and those below it."""

    slot: Slot
    below: tuple[Node, ...] = ()

    @property
    def size(self) -> int:
        return sum(node.size for node in self.below) or 1


Forest = tuple[Node, ...]


def likeliest(found: list[Forest], moved: Mapping[Forest, int]) -> list[Forest]:
    """Those that each kind of evidence prefers, one after the other."""
    evidence: tuple[Callable[[Forest], int], ...] = (
        _odd_parents,
        moved.__getitem__,
        _unlike_starts,
        _cut_years,
        _unlike_years,
        _bare_years,
        _measured,
    )
    for faults in evidence:
        if len(found) > 1:
            least = min(map(faults, found))
            found = [forest for forest in found if faults(forest) == least]
    return found


def name_of(node: Node) -> str:
    """走读生（每人250元） and 走读生（每人312.5元） are the same heading of two groups."""
    return node.slot.text.partition("（")[0] or node.slot.text


def is_half(name: str) -> bool:
    """20 of 2025年, whose other half stands on a line of its own: the next may begin with it too."""
    return name.isdecimal() and len(name) < _YEAR


def proved_sums(forest: Forest, add_up: Callable[[Sequence[int], int], bool], first: int = 0) -> int:
    """How many sums (合计, 小计) stand over the figures that are the sum of those beside them below the same heading."""
    found, col = 0, first
    for node in forest:
        columns = {col + n: below for n, below in enumerate(node.below) if node.size == len(node.below)}
        totals = [j for j, below in columns.items() if is_total(below.slot.text)]
        parts = [j for j in columns if j not in totals]
        found += len(totals) == 1 and add_up(parts, totals[0])
        found += proved_sums(node.below, add_up, col)
        col += node.size
    return found


def _groups(forest: Forest) -> list[list[list[str]]]:
    """Of each line the groups of headings that stand below those of the line above."""
    found = []
    while nodes := [node for node in forest if node.below]:
        found.append([[name_of(below) for below in node.below] for node in nodes])
        forest = tuple(below for node in nodes for below in node.below)
    return found


def _unlike_starts(forest: Forest) -> int:
    """Lines in which a heading that begins a group stands inside another."""
    return sum(
        not begin_alike([name for group in line for name in group], _starts(line)) for line in _groups(forest)
    )


def _starts(line: Sequence[Sequence[str]]) -> list[int]:
    at = 0
    return [at := at + size for size in (0, *(len(group) for group in line[:-1]))]


def _odd_parents(forest: Forest) -> int:
    """Headings of one column (村数, 合计, 备注) over others."""
    odd = sum(bool(node.below) and _is_of_one(node.slot.text) for node in forest)
    return odd + sum(_odd_parents(node.below) for node in forest)


def _is_of_one(text: str) -> bool:
    if year_within(text):
        return False
    if heading_unit(text) is not None:
        return is_total(text)
    return meaning(text) not in _DIVIDED or without_round(text).endswith("数")


def _measured(forest: Forest) -> int:
    """What is measured alone (床位（张）) over others, but years, where another heading may be."""
    nodes = [node for node in forest if node.below]
    alone = len(nodes) == 1 and heading_unit(nodes[0].slot.text) is not None
    return int(alone and not any(year(one.slot.text) for one in nodes[0].below))


def _cut_years(forest: Forest) -> int:
    """Years parted from the next, and other headings behind years in one group, but for their sum."""
    lines = _groups(forest)
    parted = sum(is_next_year(one[-1], two[0]) for line in lines for one, two in pairwise(line))
    inside = (pair for line in lines for group in line for pair in pairwise(group))
    return parted + sum(bool(year(one)) and not year(two) and not is_total(two) for one, two in inside)


def _unlike_years(forest: Forest) -> int:
    """Neighbours that differ in their year alone, one of them over others and the other over none."""
    pairs = ((one, two) for one, two in pairwise(forest) if _but_year(one) == _but_year(two) != "")
    return sum(bool(one.below) != bool(two.below) for one, two in pairs) + sum(
        _unlike_years(node.below) for node in forest
    )


def _but_year(node: Node) -> str:
    found = year_within(node.slot.text)
    return node.slot.text.replace(str(found), "") if found else ""


def _bare_years(forest: Forest) -> int:
    """Years (2025年拟建数) over none, where others are over several: a year says nothing by itself."""
    others = any(node.below and not year_within(node.slot.text) for node in forest)
    bare = sum(bool(year_within(node.slot.text)) and not node.below for node in forest)
    return others * bare


def alone(forest: Forest) -> int:
    """Headings of one column alone below another."""
    return sum(len(node.below) == node.size == 1 or alone(node.below) for node in forest)


def singles(forest: Forest) -> int:
    """Headings of one column alone below others, in lines that have headings again; but below a sum, and below 2026年拟建数
    beside 2025年拟建数 of several columns."""
    again = [len({n for g in line for n in g}) < sum(map(len, line)) for line in _groups(forest)]
    found = 0
    for repeats in again:
        nodes = [node for node in forest if node.below]
        wide = {_but_year(node) for node in nodes if node.size > 1} - {""}
        lone = [node for node in nodes if node.size == 1 and _but_year(node) not in wide]
        found += repeats * sum(meaning(name_of(node.below[0])) != "total" for node in lone)
        forest = tuple(below for node in nodes for below in node.below)
    return found


def are_told(forest: Forest) -> bool:
    """Of each lower line some headings come again, or it has none but years and sums: words one a line are of two levels then."""
    lines = [[name for group in line for name in group] for line in _groups(forest)]
    return all(
        len(set(names)) < len(names) or all(year(name) or is_total(name) for name in names) for names in lines
    )


def is_next_year(name: str, following: str) -> bool:
    first, second = year(name), year(following)
    if first is None or second is None:
        return False
    return second == first + 1 and name.replace(str(first), "") == following.replace(str(second), "")


def begin_alike(names: Sequence[str], starts: Sequence[int]) -> bool:
    """A heading that begins a group begins each it is in."""
    first = {names[at] for at in starts}
    return all(at in starts for at, name in enumerate(names) if name in first)
