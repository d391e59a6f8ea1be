"""Copies of a page that a program made for other readers: in traditional characters."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.read.html.words import count_han

# Among the commonest letters of notices; none of them is written so in simplified Chinese.
_TRADITIONAL = patterns.compile("[們國會發應關務業產過進動實現對級經縣鎮鄉區廳構設費標準據證項統點]")
# Pages in traditional characters have 9 to 14 of 100, simplified ones none but in names.
_LEAST_TRADITIONAL = 0.03


def mirror_issues(text: str) -> Iterator[Issue]:
    """An issue if `text` is such a copy."""
    if sum(1 for _ in _TRADITIONAL.finditer(text)) >= max(1, _LEAST_TRADITIONAL * count_han(text)):
        yield Issue("mirror", say("traditional_mirror"))
