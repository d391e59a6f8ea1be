"""Words that compare a number: 不低于, 至少, 以上, 以内, 左右 … and how lists share them.

Works on quantities already found by `measures`; kept apart because words of comparison stand on either
side of a number, at a distance, or once for a whole list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.language import patterns

AT_LEAST, AT_MOST, LESS, MORE, ABOUT, EQUAL = ">=", "<=", "<", ">", "~=", "="


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] with its comparator words; [number_start, number_end) is number and unit alone.

    `comparator` is None where no word says one; `unit` keeps its magnitude (`万张`); `words` is True for a
    number in Chinese numerals; `scope` for 及以上/及以下, which nearly always say whom a rule is about.
    """

    value: float
    unit: str
    dimension: str
    start: int
    end: int
    number_start: int
    number_end: int
    comparator: str | None = None
    value_max: float | None = None
    words: bool = False
    scope: bool = False


_NOT = "不(?:得|应|可|能|会|要)?"
#: What may stand between the words of comparison and the number.
_FILL = (
    r"(?:于|到|至|为|在|是|应|需|要|有|需?达到?|给予|补助|奖励|补贴|资助|支持|安排|可达|可获)?"
    r"(?:每[^，。；、（）\d]{1,6})?(?:人民币)?$"
)
_PREFIXES: tuple[tuple[str, str], ...] = (
    (AT_LEAST, rf"{_NOT}(?:低于|少于|小于|短于|下于)|至少|最少|最低|起码|(?<![上])下限(?:维持|为)|≥|>="),
    (
        AT_MOST,
        rf"{_NOT}(?:超过|超出|高于|大于|多于|长于|超|突破)|至多|最多|最高|最长|最大|≤|<=|上限(?:维持|为)?|封顶",
    ),
    (LESS, r"(?<!不|不得|不应|不可|不能)(?:低于|少于|小于|不足|不满|不到|未满|未达)|<|＜"),
    (MORE, r"(?<!不|不得|不应|不可|不能|未)(?:超过|突破|高于|大于|多于|超出|长于|超)|>|＞"),
    (ABOUT, r"大约|约|近(?!年)|接近"),
)
_PREFIX = tuple((sign, patterns.compile(rf"(?:{words}){_FILL}")) for sign, words in _PREFIXES)
# A ceiling or mean that gives way to a word after the number: 控制在10%以下, 平均50%左右.
_WEAK = (
    (AT_MOST, patterns.compile(r"(?:控制|限制)在$")),
    (ABOUT, patterns.compile(r"平均(?:达到?|为|约)?$")),
)
# 至少配备1名, 不低于本年度项目总量的10%, 最高给予100万元: the number stands further off.
_FAR = (
    (
        AT_LEAST,
        patterns.compile(
            rf"(?:至少|最少|{_NOT}(?:少于|低于|小于))(?:[^，。；：、（）“”\d]|20\d\d年){{1,24}}$"
        ),
    ),
    # 每户只能购买1个, 同一房源仅可奖补一次, 每人只到一所学校登记.
    (
        AT_MOST,
        patterns.compile(
            r"(?:只[能可准许]|只允许|仅[限能可]|仅允许|只(?=到|提供|享受|组建|保留|申报)|限(?=报|购|领))"
            r"[^，。；：、（）“”\d]{0,8}$"
        ),
    ),
    # 最长贷款期限为30年; but 最长的隧道10公里 is only described.
    (
        AT_MOST,
        patterns.compile(r"(?:最长|最大|最高)(?!的)[^，。；：、（）“”\d]{1,16}(?:[为是]|延长?[至到])$"),
    ),
    (
        AT_MOST,
        patterns.compile(
            # 一般为企业最高负荷的5%: of the highest there is, not at most.
            rf"(?:最高(?!(?:(?![可给按不补奖资支达])[^，。；：、（）“”\d]){{2,16}}的$)|最多|至多|{_NOT}(?:超过|高于|大于|多于))(?:[^，。；：、（）“”\d]|20\d\d年){{1,24}}$"
        ),
    ),
)
_SUFFIX = patterns.compile(
    r"(?P<scope>（?[及或含]其?以[上下内]）?|（含）以[上下内])"
    r"|(?P<up>[以之]上)|(?P<down>[以之]下)|(?P<within>[以之]内|以里|内(?![部容地外设蒙涵陆需]))"
    r"|(?P<about>左右|上下)"
)
_SIGNS = {"up": AT_LEAST, "down": LESS, "within": AT_MOST, "about": ABOUT}
_FAR_REACH, _NEAR_REACH = 36, 18
_JOINT = patterns.compile(r"[、和及与或]|以及")
# A later member of a list has no verb and no comparison of its own: 1个老年协会、1名养老助理和1支…
_MEMBER = patterns.compile(r"[^，。；：（）\d]{0,20}?(?:[、和及与]|以及)")


def _suffixed(text: str, found: Quantity) -> Quantity:
    match = _SUFFIX.match(text, found.end)
    if not match:
        return found
    word = match.group()
    if word == "内" and found.dimension not in ("time", "length"):
        return found
    if match.lastgroup == "scope":
        return replace(found, comparator=AT_LEAST if "上" in word else AT_MOST, end=match.end(), scope=True)
    return replace(found, comparator=_SIGNS[str(match.lastgroup)], end=match.end())


def _prefixed(text: str, found: Quantity, floor: int) -> Quantity:
    near = max(floor, found.number_start - _NEAR_REACH)
    for sign, pattern in _PREFIX:
        if match := pattern.search(text, near, found.number_start):
            return replace(found, comparator=sign, start=match.start())
    for sign, pattern in _WEAK:
        if match := pattern.search(text, near, found.number_start):
            return replace(found, comparator=found.comparator or sign, start=match.start())
    if found.comparator is None:
        for sign, pattern in _FAR:
            if match := pattern.search(text, max(floor, found.number_start - _FAR_REACH), found.number_start):
                return replace(found, comparator=sign, start=match.start())
    return found


def compare(text: str, found: Quantity, floor: int) -> Quantity:
    """`found` with the words of comparison on either side of it, none of them before `floor`.

    Words before the number outrank 以上 after it (不超过50人以上 does not occur; 至少15000张以上 does).
    """
    return _prefixed(text, _suffixed(text, found), floor)


def _share_backward(text: str, found: list[Quantity]) -> None:
    """分别控制在10%和4%以下: the word after the last member is said of every member."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        own = here.comparator and not text[here.start : here.number_start].endswith(("控制在", "限制在"))
        if own or not after.comparator or after.end == after.number_end or after.unit != here.unit:
            continue
        apart = "分别" in text[max(0, here.start - 12) : here.number_start]
        if apart and _JOINT.fullmatch(text, here.end, after.start):
            found[i] = replace(here, comparator=after.comparator)


def _share_forward(text: str, found: list[Quantity]) -> None:
    """至少有1个甲、1名乙和1支丙: the word before the first member is said of every member."""
    carried: str | None = None
    for i, here in enumerate(found):
        before = found[i - 1] if i else None
        if here.comparator is not None:
            leads = here.start < here.number_start and here.end == here.number_end
            carried = here.comparator if leads else None
        elif carried and before and _MEMBER.fullmatch(text, before.end, here.start):
            found[i] = replace(here, comparator=carried)
        else:
            carried = None


def share(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give every member of a list the comparator that is said once for the list."""
    members = list(found)
    _share_backward(text, members)
    _share_forward(text, members)
    return members
