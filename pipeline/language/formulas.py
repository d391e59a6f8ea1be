"""Text that a spreadsheet would compute instead of showing it."""

from __future__ import annotations

# Full-width signs too; white space before them hides them from no spreadsheet.
SIGNS = tuple("=+-@＝＋－＠")
CONTROLS = tuple("\t\r\n")


def without_formula(value: object) -> object:
    """A value as a spreadsheet may have it: text that it would compute gets an apostrophe in front, numbers stay numbers.

    A sign with nothing behind it is no formula: the comparator = stays as it is.

    >>> without_formula("=1+1"), without_formula("养老床位"), without_formula(-3), without_formula("=")
    ("'=1+1", '养老床位', -3, '=')
    """
    if value is None or isinstance(value, (int, float)):
        return value
    text = str(value)
    if text in SIGNS:
        return text
    return f"'{text}" if text.startswith(CONTROLS) or text.lstrip().startswith(SIGNS) else text
