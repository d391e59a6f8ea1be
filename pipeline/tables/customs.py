"""How the rows of a table are used to be written: what stands where there is none, and what is filled together.

| 镇   | 现有 | 缺口 | 2025年 | 2026年 |      where there is none 缺口 says 0 and the years stay blank; 现有 and 缺口
| 东镇 | 2    | 0    |        | 1      |      are filled in both or in neither

No sum tells a 0 from a blank: of the readings that the sums leave those that keep to this are likelier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.cells import is_dash, number, year
from pipeline.tables.draft import Row, Slot
from pipeline.tables.relations import RowRelation

_FEWEST_FILLED = 12  # rows that show that a column is never blank
_FEWEST = 5  # rows that show what is usual
_SELDOM = 20  # one in so many is unusual: such rows may be damaged themselves

_FEWEST_FIGURES, _FAR_LESS, _FAR_MORE = 5, 4, 2  # 47 is none of 1, 3, 2, 1, 4; 2 none of 20, 35, 61, 44, 80
_UNKNOWN = 0.4  # a way to write none in a column that keeps to no one way: less than what parts two readings
_MAINLY = 0.8  # of the cells that say none
_NO_WAY = dict.fromkeys(("blank", "dash", "0"), _UNKNOWN)

_Pattern = tuple[bool, ...]


class Customs(NamedTuple):
    """`costs`: of each column how unusual each way to write none (blank, 0, dash) is in it, 0 to 1; `together`: columns of
    an identity, that of the whole first, and how they are filled; `sizes`: between what the figures of a column are by far."""

    costs: tuple[Mapping[str, float], ...] = ()
    sizes: tuple[tuple[Decimal, Decimal] | None, ...] = ()
    together: tuple[tuple[tuple[int, ...], frozenset[_Pattern]], ...] = ()

    def broken(self, slots: Sequence[Slot]) -> float:
        """How often a row breaks with them."""
        nones = sum(costs.get(_none(slot), 0) for slot, costs in zip(slots, self.costs, strict=False))
        return (
            nones
            + self.strange(slots)
            + sum(
                _pattern(slots, cols) not in usual and not _is_nothing(slots, cols)
                for cols, usual in self.together
            )
        )

    def strange(self, slots: Sequence[Slot]) -> int:
        """How many figures are far less or far more than those of their columns."""
        return sum(_is_beyond(slot, size) for slot, size in zip(slots, self.sizes, strict=False))


def customs(
    body: Sequence[Row], paths: Sequence[tuple[str, ...]], relations: Sequence[RowRelation]
) -> Customs:
    """What the undamaged rows of a body keep to; `paths`: the headings of its columns. Columns that the same lowest heading has
    under several others (现有, or a year each) are written alike."""
    n_cols = len(paths)
    forms = [Counter(_none(row[j]) for row in body) for j in range(n_cols)]
    kinds = [_kind_of(path) or str(j) for j, path in enumerate(paths)]
    alike: dict[str, Counter[str]] = {}
    for kind, own in zip(kinds, forms, strict=True):
        alike[kind] = alike.get(kind, Counter()) + own
    return Customs(
        tuple(_costs(own) or _costs(alike[kind]) or _NO_WAY for own, kind in zip(forms, kinds, strict=True)),
        tuple(_size([value for row in body if (value := number(row[j].text))]) for j in range(n_cols)),
        tuple(
            (_whole_first(relation), usual)
            for relation in relations
            if (usual := _usual(Counter(_pattern(row.slots, _whole_first(relation)) for row in body)))
        ),
    )


def _kind_of(path: tuple[str, ...]) -> str:
    """Its lowest heading, 年 for any year; "" where it stands under no other."""
    lowest = path[-1] if len(path) > 1 else ""
    return "年" if year(lowest) else lowest


def _size(figures: Sequence[Decimal]) -> tuple[Decimal, Decimal] | None:
    """Far less than the least and far more than the greatest of the figures; None where too few show how large they are."""
    if len(figures) < _FEWEST_FIGURES:
        return None
    return min(figures) / _FAR_LESS, max(figures) * _FAR_MORE


def _is_beyond(slot: Slot, size: tuple[Decimal, Decimal] | None) -> bool:
    value = number(slot.text)
    return size is not None and bool(value) and value is not None and not size[0] <= value <= size[1]


def _none(slot: Slot) -> str:
    """How a cell says that there is none; a figure of 1 or more is `some`."""
    if not slot.text:
        return "blank"
    if is_dash(slot.text):
        return "dash"
    return "0" if number(slot.text) == 0 else "some"


def _costs(forms: Counter[str]) -> dict[str, float]:
    """Nothing for the way a column nearly always writes none, 1 for one that it does not use beside it, and for a blank where
    every row has a cell; {} where it keeps to no way."""
    ways = {form: forms[form] for form in ("blank", "dash", "0")}
    most = sum(ways.values())
    if max(ways.values()) < max(_FEWEST, _MAINLY * most):
        always = not forms["blank"] and forms.total() >= _FEWEST_FILLED
        return _NO_WAY | {"blank": 1.0} if always else {}
    return {
        form: 0.0 if n >= _MAINLY * most else 1.0 if n * _SELDOM <= most else _UNKNOWN
        for form, n in ways.items()
    }


def _whole_first(relation: RowRelation) -> tuple[int, ...]:
    """The columns of an identity, that of the whole before those of its parts."""
    whole = relation.plus[0] if relation.minus else relation.total
    return whole, *(j for j in relation.columns if j != whole)


def _is_nothing(slots: Sequence[Slot], cols: Sequence[int]) -> bool:
    """The whole is 0, and its parts are blank."""
    return _pattern(slots, cols) == (True, *(False,) * (len(cols) - 1)) and _none(slots[cols[0]]) == "0"


def _pattern(slots: Sequence[Slot], cols: Sequence[int]) -> _Pattern:
    return tuple(j < len(slots) and bool(slots[j]) for j in cols)


def _usual(patterns: Counter[_Pattern]) -> frozenset[_Pattern]:
    """The ways in which the columns are filled together, the rare ones left out; none where too few rows show them."""
    most = patterns.total()
    return (
        frozenset(one for one, n in patterns.items() if n * _SELDOM > most)
        if most >= _FEWEST
        else frozenset()
    )
