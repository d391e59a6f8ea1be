"""Traditional and simplified script: which a text is printed in, and the one read as the other, character by character."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline import lexicons

# Of the letters of notices in traditional script a quarter and more are written otherwise; a simplified one may quote
# a title of Hong Kong.
_LEAST, _SHARE = 5, 0.1


@cache
def _forms() -> dict[int, str]:
    return str.maketrans({row[0]: row[1] for row in lexicons.rows("traditional")})


@cache
def _letters() -> frozenset[str]:
    """Those that are written otherwise: few texts have one."""
    return frozenset(map(chr, _forms()))


# A passage is asked for again by every stage that looks for labels and mentions.
@lru_cache(maxsize=4096)
def simplified(text: str) -> str:
    """`text` in simplified script, for rules to match on; same length. What is published is what is printed.

    >>> simplified("責任單位：市財政局")
    '责任单位：市财政局'
    """
    return text if _letters().isdisjoint(text) else text.translate(_forms())


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional script.

    >>> is_traditional("關於優化營商環境的若干意見"), is_traditional("关于《臺灣》一书的批复")
    (True, False)
    """
    read = simplified(text)
    other = 0 if read == text else sum(a != b for a, b in zip(text, read, strict=True))
    return other >= _LEAST and other >= _SHARE * sum("一" <= char <= "鿿" for char in text)
