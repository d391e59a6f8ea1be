"""Readings in Latin letters that some copies of pages print behind characters: 工(gōng)作(zuò). They stand in the text and belong to no word."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Issue

# Every reading that has a tone has one of these; without one it cannot be told from 厚度(mm).
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
#: A reading in brackets, with its brackets, behind the character it is of.
READING = rf"(?<=\p{{Han}})[（(][a-zü]{{0,5}}[{TONES}][a-zü]{{0,3}}[）)]"
_ANY = patterns.compile(rf"(?P<bracketed>{READING})|[{TONES}][a-z]*\p{{Han}}[a-z]{{1,6}}[{TONES}]")
_LEAST = 5


def readings_issues(text: str) -> Iterator[Issue]:
    """One where so many stand in a text that it is such a copy."""
    found = sum(1 for _ in _ANY.finditer(text))
    if found >= _LEAST:
        yield Issue("mirror", say("readings_mirror", n=found))


def without_readings(text: str) -> str:
    """The words without the readings in brackets.

    >>> without_readings("新增(zēng)床位(wèi)30張(mm)")
    '新增床位30張(mm)'
    """
    return text if text.isascii() else _ANY.sub(lambda match: "" if match["bracketed"] else match[0], text)
