"""Where a sentence goes on to something else: 安排资金1亿元，其中市级5000万元；另安排培训经费300万元."""

from __future__ import annotations

from pipeline.language.words import words

# 其中一个镇200万元，另一个镇300万元: the other of two.
_ONE = "一"


def last_going_on(text: str) -> int:
    """The place of the last word after which something is counted anew (另, 此外); -1 without one.

    >>> last_going_on("其中市级5000万元；另安排"), last_going_on("其中一个镇200万元，另一个镇")
    (11, -1)
    """
    places = ((text.rfind(word), word) for word in words("anew"))
    return max((at for at, word in places if not text.startswith(_ONE, at + len(word))), default=-1)
