"""Names of bodies at the end of a line: is the last one whole, or does it go on in the next line?"""

from __future__ import annotations

from functools import cache

from pipeline.language.bodies import COMMITTEES, WHOLE, known_body, suffix_of
from pipeline.language.parties import is_party

_SEPARATORS = str.maketrans("，,；;", "、、、、")
LEVELS = "省市州盟区县旗镇乡"
_FAR = 8  # the longest place before its level has seven characters


@cache
def goes_on(upper: str, lower: str, listed: bool) -> bool:
    """Do the last name of one line and the first of the next make one? `listed`: 、 parts the names of this cell.

    >>> goes_on("市财政局、市委", "宣传部", True), goes_on("市蚕桑办", "公室", False), goes_on("绿化处", "规划处", False)
    (True, True, False)
    """
    if upper[-1:] in "、，,；;" or lower[:1] in "、，,；;":
        return False
    first = upper.translate(_SEPARATORS).rpartition("、")[2]
    rest = lower.translate(_SEPARATORS).partition("、")[0]
    if not is_party(first) or is_cut(first, rest):
        return True
    if known_body(first + rest):
        return not (known_body(first) and known_body(rest))
    if _says_where(rest):  # a name that says its level or place begins anew, be it cut itself
        return False
    # Where 、 parts names, a line end parts none.
    return listed or first in COMMITTEES or not is_party(rest)


@cache
def is_cut(first: str, rest: str) -> bool:
    """The ending of a name is cut in two: 办|公室."""
    suffix = suffix_of(first + rest)
    return suffix is not None and len(suffix["suffix"]) > len(rest)


def _says_where(name: str) -> bool:
    """市教育局, 江津区规划…, 各县: a name that says its level or place, or calls all."""
    return name.startswith(tuple(WHOLE.split("|"))) or any(char in LEVELS for char in name[:_FAR])
