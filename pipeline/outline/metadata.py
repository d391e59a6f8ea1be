"""The box of `名：值` lines that web pages print above a notice."""

from __future__ import annotations

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.model import Passage

_FIELDS = {row[0]: row[1] for row in lexicons.rows("metadata_keys")}
_LINE = patterns.compile(rf"^[-*]?({lexicons.alternation('metadata_keys')})：(.*)$")


def text_to_field(text: str) -> tuple[str, int] | None:
    """(field the line fills or `-`, where its value starts), None if text is no such line."""
    match = _LINE.match(text)
    return (_FIELDS[match[1]], match.start(2)) if match else None


def is_metadata(passage: Passage) -> bool:
    return text_to_field(passage.text) is not None
