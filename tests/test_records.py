"""Values of the program behave as dataclasses of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from pipeline.model import Span
from pipeline.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    """Two that tell it apart, one that does not, one that is made of them."""

    x: int
    y: tuple[int, ...] = field(default=(), hash=False)
    note: str = field(default="", compare=False, repr=False)
    both: int = field(init=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "both", self.x + len(self.y))


@dataclass(frozen=True)
class Alone:
    one: int


@dataclass(slots=True)
class Changing:
    one: list[int]


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    a: int
    b: int


def test_equal_values_are_one_in_a_set() -> None:
    assert {Point(1, (2,), "a"), Point(1, (2,), "b")} == {Point(1, (2,))}
    assert Point(1) != Point(2) and Point(1) != (1, (), "") and Alone(1) == Alone(1) != Alone(2)
    assert hash(Point(1, (2,))) == hash(Point(1, (3,)))


def test_what_may_change_has_no_hash() -> None:
    assert Changing([1]) == Changing([1])
    with pytest.raises(TypeError):
        hash(Changing([1]))


def test_a_changed_copy_is_made_as_a_value_is() -> None:
    assert replace(Point(1, (2,), "a"), x=5) == Point(5, (2,)) and replace(Point(1, (2,), "a"), x=5).both == 6
    assert dataclasses.replace(Alone(1), one=2) == replace(Alone(1), one=2) == Alone(2)
    with pytest.raises(TypeError):
        replace(Alone(1), two=2)  # type: ignore[call-arg]


def test_values_are_ordered_as_their_fields_are() -> None:
    assert sorted([Ordered(2, 1), Ordered(1, 2), Ordered(1, 1)]) == [
        Ordered(1, 1),
        Ordered(1, 2),
        Ordered(2, 1),
    ]
    assert Ordered(1, 1) <= Ordered(1, 1) < Ordered(2, 0) and Ordered(2, 0) >= Ordered(2, 0) > Ordered(1, 9)
    with pytest.raises(TypeError):
        sorted([Ordered(1, 1), Span(1, 1)])  # type: ignore[list-item]


def test_values_are_shown_and_travel_between_processes() -> None:
    assert repr(Point(1, (2,), "a")) == "Point(x=1, y=(2,), both=2)"
    assert pickle.loads(pickle.dumps(Point(1, (2,), "a"))) == copy.copy(Point(1, (2,)))
    assert dataclasses.asdict(Ordered(1, 2)) == {"a": 1, "b": 2}
