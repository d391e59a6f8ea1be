"""What of a row says where it stands, not what it says: text inserted elsewhere changes it."""

from __future__ import annotations

from pipeline.language import patterns

_OF_WORDS = ("", "title_", "doc_number_", "written_date_", "source_")
OFFSETS = frozenset(f"{words}{end}" for words in _OF_WORDS for end in ("char_start", "char_end"))
BOXES = frozenset({"page", "pages", "x0", "top", "x1", "bottom"})
# A point inserted renumbers all points after it.
NUMBERS = frozenset({"clause_id", "parent_id", "number", "number_expected", "where"})
# They may begin with such a number: what a point says, and the words something was read from.
NUMBERED = frozenset({"text", "quote"})
PLACE_COLUMNS = OFFSETS | BOXES | NUMBERS

_NUMERAL = r"(?:[一二三四五六七八九十百零〇]+|\d{1,3}(?:\.\d{1,3})*)"
_NUMBER = patterns.compile(
    rf"\s*(?:[（(]{_NUMERAL}[）)]|{_NUMERAL}[、.．](?!\d)|第{_NUMERAL}[条章节项款])\s*"
)


def without_number(text: str) -> str:
    """The words of a point without the number they begin with.

    >>> without_number("（三）推进全覆盖"), without_number("3.5万张床位"), without_number("第二条 范围")
    ('推进全覆盖', '3.5万张床位', '范围')
    """
    return text[match.end() :] if (match := _NUMBER.match(text)) else text
