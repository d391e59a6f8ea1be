"""The name of an indicator without what only says where and that it is done, so that two notices' can be held together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pipeline.language.segmentation import tagged
from pipeline.language.words import words

_LEAST = 2  # characters that a name keeps


@lru_cache(65536)
def plain_name(indicator: str, places: Iterable[str] = ()) -> str:
    """The name without its place, the verbs before it, spaces and marks; as it is where nothing would be left.

    >>> plain_name("全区建成养老服务床位"), plain_name("甲县养老服务床位", ("甲县",)), plain_name("新建床位")
    ('养老服务床位', '养老服务床位', '新建床位')
    """
    name = "".join(char for char in indicator if char.isalnum())
    for place in sorted(places, key=len, reverse=True):
        name = name.removeprefix(place) if len(name) - len(place) >= _LEAST else name
    cut = [word for word, _ in tagged(name)]
    while len(cut) > 1 and cut[0] in _words() and len("".join(cut[1:])) >= _LEAST:
        cut = cut[1:]
    return "".join(cut) or indicator


@lru_cache(1)
def _words() -> frozenset[str]:
    """What says only where (全区, 我市) or that it is reached (实现, 建成): 新建, 年均 and 累计 tell another figure."""
    where = (word for word in words("scope") if word[0] in "全我本" and len(word) == _LEAST)
    return frozenset((*where, *words("reach"), *(word for word in words("make") if word.endswith("成"))))
