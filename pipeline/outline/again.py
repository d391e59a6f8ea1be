"""What the lines of a file become is made once: it is looked through for several notices, and then read, most times as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


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
