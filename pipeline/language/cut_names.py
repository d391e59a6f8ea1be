"""Names of bodies at the end of a line: is the last one whole, or does it go on in the next line?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from pipeline.language.bodies import COMMITTEES, WHOLE, known_body, suffix_of
from pipeline.language.parties import is_party
from pipeline.language.segmentation import tagged
from pipeline.language.words import words

#: What is printed between the names of a list; a blank may be, too.
NAME_MARKS = frozenset("、，,；;")
_SEPARATORS = str.maketrans("，,；; ", "、、、、、")
LEVELS = "省市州盟区县旗镇乡"
_NATIONAL = ("国家", "中央", "全国")
_FAR = 8  # the longest place before its level has seven characters
_NEAR = 6  # letters on each side of a cut that tell whether it is in a word


def split_by_marks(text: str) -> list[str]:
    """The names of a list, as marks or blanks part them."""
    return text.translate(_SEPARATORS).split("、")


def how_parted(cells: Iterable[Sequence[str]]) -> tuple[int, int]:
    """Of cells of names, each as its lines and parts between blanks: in how many marks part them, and in how many none does
    but the end of a line or a blank: 经济发展局 ⏎ 党群工作部."""
    marked = bare = 0
    for parts in cells:
        if not NAME_MARKS.isdisjoint("".join(parts)):
            marked += 1
        elif any(is_party(a) and is_party(b) and not goes_on(a, b, False) for a, b in pairwise(parts)):
            bare += 1
    return marked, bare


def last_name(text: str) -> str:
    return split_by_marks(text)[-1]


def first_name(text: str) -> str:
    return split_by_marks(text)[0]


@cache
def goes_on(upper: str, lower: str, listed: bool) -> bool:
    """Do the last name of one line and the first of the next make one? `listed`: 、 parts the names of this cell.

    >>> goes_on("市财政局、市委", "宣传部", True), goes_on("市蚕桑办", "公室", False), goes_on("绿化处", "规划处", False)
    (True, True, False)
    """
    if lower[:1] in ("（", "("):  # 各县 over （市、区）人民政府
        return True
    if not NAME_MARKS.isdisjoint(upper[-1:] + lower[:1]):
        return False
    first, rest = last_name(upper), first_name(lower)
    if cuts_word(first, rest) or _is_called_with(first, rest):
        return True
    if len(first) > 1 and first[0] == rest[:1] and first[0] in LEVELS:  # 市交通运输综合, 市机关事务管理局
        return False
    if not is_party(first) or is_cut(first, rest):
        return True
    if known_body(first + rest):
        return not (known_body(first) and known_body(rest))
    if says_where(rest):  # a name that says its level or place begins anew, be it cut itself
        return False
    # Where 、 parts names, a line end parts none.
    return listed or first in COMMITTEES or not is_party(rest)


def _is_called_with(first: str, rest: str) -> bool:
    """人民银行 over 某市分行, 各乡 over 镇（街道）: the second is nobody without the first."""
    ending = (suffix_of(rest) or {"suffix": ""})["suffix"]
    # What a 总局 of the country has in a place: 金融监管总局 over 某省监管局.
    if first.endswith("总局") and ending.endswith("局") and says_where(rest):
        return True
    # Of a branch 分行, 支行, 分局 say where it is; whose it is stands before. Of 税务分局 its field says it.
    if ending[:1] in ("分", "支") and ending[-1:] in ("行", "局"):
        of = rest.removesuffix(ending)
        return is_party(first) and not set(of) & set("局行司委院") and not known_body(of + "局")
    behind = rest.lstrip(LEVELS)
    ends = not behind or behind[0] in "（(〔" or behind in ("人民政府", "政府", "管委会")
    return first[:1] == "各" and first[-1:] in LEVELS and ends and behind != rest


def cuts_word(upper: str, lower: str, compounds: bool = True) -> bool:
    """One line ends and the next begins within a word: 市城 over 市管理局, 组织开 over 展培训.

    Words of nothing but levels (县市) are none: both may begin a name. Without `compounds` neither is what two words make
    (更新改造): 城市更新 may be whole over 改造提升管网.
    """
    return _cuts_word(upper[-_NEAR:], lower[:_NEAR], compounds)


@cache
def _cuts_word(near: str, lower: str, compounds: bool) -> bool:
    at = 0
    for word, _ in tagged(near + lower):
        if at < len(near) < at + len(word):
            parted = len(near) - at > 1 and at + len(word) - len(near) > 1
            return word.isalpha() and not set(word) <= {*LEVELS, "各"} and (compounds or not parted)
        at += len(word)
    return False


@cache
def may_end(upper: str, lower: str) -> bool:
    """The last name of a line is one without the first of the next: 市花木局, and not 市竹编发展中 over 心."""
    first = last_name(upper)
    return is_party(first) and not is_cut(first, first_name(lower))


@cache
def is_cut(first: str, rest: str) -> bool:
    """The ending of a name is cut in two: 办|公室; or what is named second: 人力资源和社|会保障局."""
    if ends_within(first):
        return not says_where(rest)
    suffix = suffix_of(first + rest)
    of_place = first[-1:] in ("）", ")")  # 各县（市、区） is nobody without its 人民政府
    return suffix is not None and len(suffix["suffix"]) > len(rest) - of_place


def ends_within(name: str) -> bool:
    """One letter stands behind 和: 市人力资源和社."""
    return name[-2:-1] in words("link", "and")


def says_where(name: str) -> bool:
    """市教育局, 江津区规划…, 各县: a name that says its level or place, or calls all."""
    return name.startswith((*WHOLE.split("|"), *_NATIONAL)) or any(char in LEVELS for char in name[:_FAR])
