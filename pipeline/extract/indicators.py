"""The noun phrase a reader would put beside a value: what is to reach it, per what, where, how firmly."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.extract.reading import Sense
from pipeline.extract.target_kinds import ACHIEVE, Seat
from pipeline.language.sentences import BLANK, around
from pipeline.language.time_rules import times

_MODALS = r"力争|争取|确保|努力|保证|原则上|基本|一般|逐步|总体|稳步|持续|分别|均|全部|应当|应|须|需要|还需|需|要|可|并|且|其中|使|则|再|至少|也|即|含|各自|平均"
_LEAD = regex.compile(
    rf"^(?:[一二三四五六七八九十]+是|\d+[.．、]|[一二三四五六七八九十]+、|[）”」；，、]|和|与|及|{_MODALS}|按照|按|将|对|把|实现|推动|促进|推进|达到|落实|持续|引导|鼓励|支持|每年|每月|到|在|于)+"
)
_TAIL = regex.compile(
    rf"(?:{_MODALS}|同比|年均|占比为|达到|达|为|是|到|至|在|由|从|以|[提升增降][高升加长低至到]?[到至为]?|提[高升][到至为]?|增[加长至][到至]?|降低?[到至]|减少[到至]?|下降[到至]?|压[缩减][到至为]?|缩短[到至为]?|放宽[到至]?|调整[到至为了]*|扩大[到至]?|控制在?|稳定在|保持在|实现|不|的|\s|（|“|，|设置了?|配备|限|了)+$"
)
_VERB_LAST = regex.compile(ACHIEVE + r"了?$")
_VERB_FIRST = regex.compile(
    r"^(?:[^，。；、]{0,6}?(?:区级|镇级|村级|市级|省级|县级))?(?:新?建成|建设|新建|新增|培育|打造|创建|设置|设立|配备|布局|完成|发展|开展|举办|组建|建立|出台|形成|推出|引进|组织|安排)"
)
_SCOPE = regex.compile(r"^(?:全(?:省|市|区|县|州|镇|国|旗|盟|系统)|(?:我|本)(?:省|市|区|县|州|镇)|各(?:地|省|市|区|县|镇街?|部门|单位)[^，。；]{0,6}?(?=[\p{Han}]{4}))")
_PER = regex.compile(r"每(?!年|月|季|周|日|天|半|学期)(?P<what>(?:[\d百千万亿]+(?:名|位|个)?)?[^，。；、\d应至配设布建组有不达须需]{1,14}?)(?=布局|设置|设立|建设|建成|建立|配备|组建|培育|至少|不|应|须|有|达|拥有|新建|打造|完成|安排|开展|创建|原则上|给予|\d|托位数|床位)")
_PER_TIME = regex.compile(r"每(?P<what>年|月|季度|半年|周|日|天|学期|人每年)")
_SLASH = regex.compile(r"^/(?P<what>[\p{Han}]{1,6})")
_MODALITY = regex.compile(r"力争|原则上|确保|争取|努力|基本|一般|有条件的|鼓励|预计")
_MEASURED = {"area": "面积", "length": "长度"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a target other than its value."""

    indicator: str
    per: str | None
    scope: str | None
    modality: str | None


def _without_times(text: str) -> str:
    for found in reversed(times(text)):
        text = text[: found.start] + text[found.end :]
    return text


def _noun_before(words: str) -> tuple[str, bool]:
    """The noun phrase that ends before the number, and whether a verb stands between (建成2个…)."""
    words = _without_times(words)
    verb = bool(_VERB_LAST.search(words.rstrip("了“")))
    previous = None
    while previous != words:
        previous, words = words, _TAIL.sub("", _LEAD.sub("", words))
    return words, verb


def _noun_after(words: str) -> str:
    """The noun phrase after the number: 的互助养老点, 兼具…等功能的互助养老点 → 互助养老点."""
    words = words.lstrip("的“（”以上左右")
    head, dot, rest = words.rpartition("的")
    if dot and ("、" in head or len(head) > 12) and len(rest) > 1:
        words = rest
    return regex.split(r"[、，。；]|以及|和(?=\d)", words)[0].strip("“”（")


def _inherited(sense: Sense, seat: Seat) -> str:
    """The subject of the part before, for a part that says only 原则上不低于100平方米."""
    earlier = [p for p in sense.parts if p.end <= seat.part.start and p.start >= seat.sentence.start]
    for part in reversed(earlier):
        words = _VERB_FIRST.sub("", regex.split(r"[\d]", sense.text[part.start : part.end])[0])
        words = _noun_before(regex.sub(r"^[^，]*?(?:单独)?(?:设立|建设|建立|配备)", "", words))[0]
        if len(words) > 1:
            return words
    return ""


def phrase(sense: Sense, seat: Seat, floor: int, subject: str = "") -> Phrase:
    """What the value in `seat` is of; nothing before `floor` (the end of the value before) belongs to it.

    `subject` is what a table row is about, for prose cells that do not say it.
    """
    q = seat.quantity
    start = max(seat.part.start, floor)
    text = sense.text
    before, after = text[start : q.start], text[q.end : seat.part.end]
    between = text[q.start : q.number_start]
    noun, verb = _noun_before(before + _fill(between))
    late = _noun_after(after)
    indicator = late if (verb or not noun) and late else noun
    indicator = indicator or _noun_before(text[seat.part.start : q.start])[0]
    scope = _SCOPE.match(indicator)
    if scope:
        indicator = indicator[scope.end() :]
    per = _PER.search(before) or _SLASH.match(after) or _PER.search(text, seat.part.start, q.start) or _PER_TIME.search(before)
    if not late and not _is_noun(indicator):
        indicator = subject or _inherited(sense, seat) or indicator
    elif subject and subject not in indicator and len(indicator) <= 6:
        indicator = subject + indicator
    if not verb and (kind := _MEASURED.get(q.dimension)) and kind not in indicator:
        indicator += kind
    indicator = _PER.sub("", _VERB_FIRST.sub("", indicator)) or indicator
    word = _MODALITY.search(text, seat.part.start, q.number_start) or _MODALITY.search(text, seat.sentence.start, q.start)
    return Phrase(
        indicator.replace(BLANK, "").strip("，、：“”（）"),
        per["what"] if per else None,
        scope.group() if scope else None,
        word.group() if word else None,
    )


def _fill(between: str) -> str:
    """The verb inside 至少配备1名, 不低于总量的10%."""
    return regex.sub(r"^(?:不(?:得|应)?(?:低于|少于|超过|高于)|至少|最高|最多|最少|控制在)", "", between)


def _is_noun(words: str) -> bool:
    return len(words) > 1 and not regex.fullmatch(r"(?:有条件的|原则上|其中|面积|比例|数量)*", words)


def part_quote(sense: Sense, seat: Seat, floor: int) -> tuple[int, int]:
    """The stretch of the text from which a reader can rebuild the value: its part, or its share of a list."""
    text, q = sense.text, seat.quantity
    start, end = seat.part.start, max(seat.part.end, q.end)
    if floor > start and (cut := text.rfind("、", floor, q.start)) >= 0:
        start = cut + 1
    later = next((x for x in sense.quantities if x.number_start > q.number_start and x.start < end), None)
    if later and (cut := text.find("、", q.end, later.start)) >= 0:
        end = cut
    while start < end and text[start] in "，、；。（） ":
        start += 1
    return start, end


def sentence_part(sense: Sense, at: int) -> tuple[int, int]:
    """The part that holds offset `at`."""
    part = around(sense.parts, at)
    return part.start, part.end
