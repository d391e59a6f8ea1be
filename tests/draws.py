"""How much the tests draw that draw their examples: a few in every run, all they can in `make bench-draws`."""

from __future__ import annotations

import os
from typing import TypeVar

Drawn = TypeVar("Drawn")
MANY = bool(os.environ.get("MANY_DRAWS"))


def drawn(few: Drawn, many: Drawn) -> Drawn:
    """`few` in every run, `many` where that is asked for; what is proved of each is the same."""
    return many if MANY else few
