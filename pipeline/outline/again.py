"""What the lines of a file become is made once: it is looked through for several notices, and then read, most times as one; what
one of its lines holds, which is asked again and again, too."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, TypeVarTuple

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
One = TypeVar("One")
At = TypeVarTuple("At")
_MOST_LINES = 1 << 16
_kept: list[dict[object, object]] = []


def made_once(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """`make`, giving what it made last where it is asked the same again; no more than that is kept."""
    last: list[tuple[object, Made]] = []

    @wraps(make)
    def made(*args: Asked.args, **named: Asked.kwargs) -> Made:
        if not last or last[0][0] != (args, named):
            last.clear()
            last.append(((args, named), make(*args, **named)))
        return last[0][1]

    return made


def once_a_line(make: Callable[[One, *At], Made]) -> Callable[[One, *At], Made]:
    """`make`, asked once of each line: one that looks for tables after the other asks what blanks part in it. Lines are told by
    their identity, which none that is kept gives to another; they are kept until `forget_lines`."""
    known: dict[object, tuple[One, Made]] = {}
    _kept.append(known)  # type: ignore[arg-type]

    @wraps(make)
    def made(line: One, *at: *At) -> Made:
        key = (id(line), *at) if at else id(line)
        if found := known.get(key):
            return found[1]
        if len(known) == _MOST_LINES:
            known.clear()
        known[key] = line, make(line, *at)
        return known[key][1]

    return made


def forget_lines() -> None:
    """What was made of lines is no longer asked for."""
    for known in _kept:
        known.clear()
