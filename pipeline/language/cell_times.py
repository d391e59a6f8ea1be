"""Lines of cells that are times of their own."""

from __future__ import annotations

from functools import cache

from pipeline.language.cells import year
from pipeline.language.labels import duty_words
from pipeline.language.words import words

_LONGEST = 12


@cache
def begins_time(text: str) -> bool:
    """A time that begins with its year, or says how often or how long: no such line of a cell is the rest of another.

    >>> begins_time("2026年12月底"), begins_time("每年8月底"), begins_time("长期"), begins_time("月底前")
    (True, True, True, False)
    """
    bare = "".join(text.split())
    if len(bare) > _LONGEST:
        return False
    dated = "年" in bare and year(bare.partition("年")[0] + "年") is not None
    return dated or bare.startswith((*words("each", "time"), *duty_words("lasting")))
