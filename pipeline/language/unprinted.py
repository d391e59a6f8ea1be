"""Characters that print nothing, or what only one font knows: they stand in the text and belong to no word."""

from __future__ import annotations

from pipeline.language import patterns

# Control characters but blanks and line ends, format characters (zero-width, direction, soft hyphen), private use.
CLASS = r"[\p{Cf}\p{Co}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
UNPRINTED = patterns.compile(CLASS)
_UNNAMED = "Unnamed"  # and : or ：, and the number of the column
_NOTHING = patterns.compile(rf"(?:\s|{CLASS}|[\p{{Cn}}\u3164\u2800])*")


def without_unprinted(text: str) -> str:
    """The words as they are read.

    >>> without_unprinted("养\\u200b老\\ue004服务")
    '养老服务'
    """
    return text if text.isprintable() else UNPRINTED.sub("", text)


def prints_nothing(text: str) -> bool:
    """Whether it holds blanks and such characters alone.

    >>> prints_nothing(" \\u3000\\n\\u200b"), prints_nothing("一")
    (True, False)
    """
    return not "一" <= text[:1] <= "龥" and _NOTHING.fullmatch(text) is not None


def says_nothing(cell: str) -> bool:
    """What programs write into a cell that holds nothing.

    >>> says_nothing("NaN"), says_nothing("Unnamed: 3"), says_nothing("Na")
    (True, True, False)
    """
    number = cell[len(_UNNAMED) + 1 :].partition("_")[0]
    return cell == "NaN" or (cell.startswith(_UNNAMED) and number.strip().isdecimal())
