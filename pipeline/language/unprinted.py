"""Characters that print nothing, or what only one font knows: they stand in the text and belong to no word."""

from __future__ import annotations

from pipeline.language import patterns

# Control characters but blanks and line ends, format characters (zero-width, direction, soft hyphen), private use.
CLASS = r"[\p{Cf}\p{Co}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
UNPRINTED = patterns.compile(CLASS)
# Each with the number of the column behind it, the first with : or ：.
_UNNAMED, _COLUMN = "Unnamed", "Col"
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

    >>> says_nothing("NaN"), says_nothing("Unnamed: 3"), says_nothing("Col3"), says_nothing("Col")
    (True, True, True, False)
    """
    if cell.startswith(_COLUMN):
        return cell[len(_COLUMN) :].isdecimal()
    if not cell.startswith(_UNNAMED):
        return cell == "NaN"
    return cell[len(_UNNAMED) + 1 :].partition("_")[0].strip().isdecimal()
