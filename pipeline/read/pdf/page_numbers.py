"""The forms in which pages are numbered: `- 3 -`, `第3页 共8页`, `3/8`."""

from __future__ import annotations

from pipeline.language import patterns

_PAGE_NUMBER = patterns.compile(
    r"[-—–－·~\s]*(?:\d{1,4}|[ivxIVX]{1,6})[-—–－·~\s]*"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_PLAIN_NUMBER = patterns.compile(r"[\divxIVX]+")


def is_page_number(words: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(words))


def is_plain_number(words: str) -> bool:
    """A number without marks: it may be the last cell of a table instead."""
    return bool(_PLAIN_NUMBER.fullmatch(words))
