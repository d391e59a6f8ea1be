"""Lists of agencies: where one name ends and the next begins."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

import regex

from pipeline.language import patterns
from pipeline.language.bodies import (
    BODY_WORDS,
    LEVEL,
    OTHER_KINDS,
    WHOLE,
    is_agency,
    is_collective,
    is_office_holder,
)
from pipeline.language.brackets import without_brackets
from pipeline.language.cut_names import goes_on
from pipeline.language.departments import OF_FIELDS, is_department_of_field
from pipeline.language.parties import is_party, is_possible_name, is_sentence
from pipeline.language.registers import known_names, known_pattern, longest_first
from pipeline.language.shared_suffixes import (
    CLASS_WORD,
    Name,
    place_of,
    share_department,
    share_suffix,
    suffix_for,
)

__all__ = [
    "Name", "is_agency", "is_collective", "is_office_holder", "is_party", "is_possible_name", "is_sentence",
    "split_names",
]  # fmt: skip

OPENING, CLOSING = "（(〔[【〖〈“《「", "）)〕]】〗〉”》」"
_CLOSING_MARKS = frozenset(CLOSING)
SEPARATOR = patterns.compile(r"[、，,；;。\n\t]|\s+")
# 和平, 和田, 和顺 … are places.
JOINT = patterns.compile(r"以及|及|和(?![平田顺林硕静龙政谐美])|与|或")
ET_CETERA = patterns.compile(r"(?<![高中初平同相])等(?!级|教育|学校|候|专业)(?P<rest>.*)$", regex.DOTALL)
# 等部门, 等9部门 say only that the list goes on; 等有关单位, 等市级有关部门 name a further addressee.
_GOING_ON = ("以及", "和", "及", "与", "、")
GOES_ON = patterns.compile(
    r"(?:\d+|[一二三四五六七八九十两多]+)?个?(?:多个?|的)?"
    rf"(?:{BODY_WORDS}|企业|委办局|部委|方面)?(?:[和、及](?:{BODY_WORDS}|企业))?"
)
# A body ends and a level word or place follows at once: only then is the long pattern of all bodies built.
RUN_TOGETHER = patterns.compile(r"[局委办厅联府处](?:\p{Han}{2,4}?)?[省市区县州旗镇乡]\p{Han}")
BEFORE_DIVISION = patterns.compile(r"(?:[局委厅办部]|委员会|政府|办公[室厅]|中心)$")
BARE_CLASS = patterns.compile(
    r"部|委|办|局|厅|室|院|校|部门|单位|机构|企业|组织|团体|院校|街道|园区|派出机构"
)


def split_names(text: str) -> list[Name]:
    """The agencies of a list as (name, start, end), in order.

    `text` holds the list alone, without 责任单位： before and 负责 after it. Brackets and quotation
    marks protect what they hold. `text[start:end]` is the name as printed, save where a suffix
    is shared: of 甲区、乙区人民政府 the first is given as 甲区人民政府 at the place of 甲区.
    """
    return list(_names(text))


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[Name, ...]:
    pieces = _rejoin_classes(text, _cut(text))
    parts = [part for piece in pieces for part in _split_piece(text, *piece)]
    return tuple(share_department(text, share_suffix(text, parts)))


# --- cutting ----------------------------------------------------------------------------------


def protected(text: str) -> list[bool]:
    """For each character: does it stand inside a pair of brackets that is closed again?"""
    inside, opened = [False] * len(text), list[int]()
    if _CLOSING_MARKS.isdisjoint(text):
        return inside
    for i, char in enumerate(text):
        if char in OPENING:
            opened.append(i)
        elif char in CLOSING and opened:
            start = opened.pop()
            inside[start : i + 1] = [True] * (i + 1 - start)
    return inside


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str) -> list[tuple[int, int]]:
    """Stretches between separators; white space separates only what are two names already."""
    inside = protected(text)
    marks = [m.span() for m in SEPARATOR.finditer(text) if not inside[m.start()]]
    edges = [(0, 0), *marks, (len(text), len(text))]
    cuts = [(*_trim(text, a[1], b[0]), text[b[0] : b[1]].isspace()) for a, b in pairwise(edges)]
    kept, open_start = list[tuple[int, int]](), -1
    for start, end, soft in cuts:
        first = open_start if open_start >= 0 else start
        open_start = first if soft and not _is_parted(text[first:end], text[end:]) else -1
        if open_start < 0 and first < end:
            kept.append((first, end))
    return kept


def _is_parted(name: str, behind: str) -> bool:
    """Whether what stands before a blank is a name, and not the half of one: 市场监管部门 消防救援机构; never 市 教育局."""
    if is_agency(name) or is_department_of_field(name):
        return True
    below = SEPARATOR.split(behind.strip(), 1)[0]
    return is_party(name) and is_agency(below) and not goes_on(name, below, False)


def _rejoin_classes(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """各委、办、局 and 各有关部门、单位 are one addressee: a bare class word belongs to the 各 before it."""
    kept = list[tuple[int, int]]()
    for start, end in pieces:
        before = text[kept[-1][0] : start] if kept else ""
        if kept and BARE_CLASS.fullmatch(without_brackets(text[start:end])) and _calls_all(before):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _calls_all(before: str) -> bool:
    """Does the stretch end in 各委、 or 各委、办、, so that a bare 局 goes on with it?"""
    several = rf"(?:{WHOLE})(?:[部委办局厅]|{BODY_WORDS}|企业)"
    return bool(patterns.search(rf"{several}(?:、(?:{BARE_CLASS.pattern}))*、$", before))


def _split_piece(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without 、 into names: at 等, at 及, 和, 与 between names, where names are run together."""
    inside = protected(text[start:end])
    etc = next((m for m in ET_CETERA.finditer(text[start:end]) if not inside[m.start()]), None)
    if etc:
        before = _split_piece(text, start, start + etc.start()) if etc.start() else []
        after = start + etc.start("rest")
        after += next((len(word) for word in _GOING_ON if text.startswith(word, after, end)), 0)
        rest = text[after:end]
        # 等部门|及|各区县: behind the joint stands somebody else.
        on = next((m for m in JOINT.finditer(rest, 1) if GOES_ON.fullmatch(rest[: m.start()])), None)
        if on and not GOES_ON.fullmatch(rest):
            return [*before, *_split_piece(text, after + on.end(), end)]
        return before if GOES_ON.fullmatch(rest) or not rest else [*before, *_split_piece(text, after, end)]
    for m in JOINT.finditer(text, start, end):
        left, right = text[start : m.start()], text[m.end() : end]
        if not inside[m.start() - start] and _are_two_bodies(left, right):
            return [(start, m.start()), *_split_piece(text, m.end(), end)]
    if several := _departments(text[start:end]):
        return [(start + a, start + b) for a, b in several]
    run_together = RUN_TOGETHER.search(text, start, end)
    glued = _glued_pattern().fullmatch(text[start:end]) if run_together else None
    return [(start + a, start + b) for a, b in glued.spans("one")] if glued else [(start, end)]


def _departments(text: str) -> list[tuple[int, int]]:
    """市场监管部门消防救援机构住建部门, parted in print by blanks alone: each the department of a field, or there are none."""
    whole = text.endswith(OF_FIELDS) and sum(map(text.count, OF_FIELDS)) > 1
    ends = [i for i in (range(1, len(text) + 1) if whole else ()) if text.endswith(OF_FIELDS, 0, i)]
    several = list(zip([0, *ends], ends, strict=False))
    return several if all(is_department_of_field(text[a:b]) for a, b in several) else []


def _are_two_bodies(left: str, right: str) -> bool:
    """市住建委 and 资金中心 of 市住建委和资金中心; never 发展 and 改革委, whose left half is none.

    Behind a whole department a division or centre stands without its level.
    """
    # 和义街道 and 和平镇 begin with the word; 驻镇单位 is whoever is there.
    if patterns.match(r"(?![各驻])\p{Han}(?:街道|[镇乡])", right):
        return False
    if place_of(left) == place_of(right) == "class":
        return True
    # 直辖市及新疆生产建设兵团|教育厅: the last of a list of places has the body of each.
    if is_agency(right) or (place_of(left) == "class" and suffix_for(left, right)):
        return is_agency(left) or bool(place_of(left))
    if right in OTHER_KINDS:  # 在川高校和科研院所
        return is_collective(left)
    return bool(BEFORE_DIVISION.search(left)) and is_agency(left) and is_party(right)


@cache
def _glued_pattern() -> patterns.Pattern:
    """Names run together without a mark: each must begin with a level word or place and be known."""
    town = r"\p{Han}{2,6}?(?:街道办事处|[镇乡]人民政府)"
    body = rf"(?:{'|'.join(longest_first(known_names()))}|{known_pattern().pattern}|{town})"
    several = rf"(?P<one>(?:{LEVEL}|\p{{Han}}{{2,4}}?[省市区县州旗]){body}|{town})"
    # 各市 at the end shares what stands behind the next mark: 各市、县人民政府.
    return patterns.compile(rf"{several}(?:{several})*(?:{several}|(?P<one>各{CLASS_WORD}))")
