"""Names of bodies whose letters all stand apart, as a justified line prints them: 医 保 局 药 监 局."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name, is_end_of_name

_SHORTEST, _LONGEST = 3, 60
# 乙 分 局 behind 甲 市 公 安 局 is a part of it.
_OF_ANOTHER = ("分局", "支局", "分院", "支队", "大队", "中队")


def names_apart(passage: Passage, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where the names stand in text[start:stop], the whole of it where its letters stand together or it is one name."""
    text, places = passage.text, passage.places
    ends = range(start + _SHORTEST, stop - _SHORTEST + 1)
    if (
        ends
        and stop - start <= _LONGEST
        and all(places[i] - places[i - 1] > 1 for i in range(start + 1, stop))
    ):
        for end in (end for end in ends if is_body_name(text[start:end])):
            others = [*names_apart(passage, end, stop)]
            if all(_is_other(text[a:b]) for a, b in others):
                yield start, end
                yield from others
                return
    yield start, stop


def _is_other(name: str) -> bool:
    return is_body_name(name) and not is_end_of_name(name) and not name.endswith(_OF_ANOTHER)
