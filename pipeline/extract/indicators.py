"""The noun phrase a reader would put beside a value: what is to reach it, per what, where, how firmly.

Chinese puts it before the value (护理型床位占比达到60%) or, with a verb before the value, after it (配备1名
养老助理). What a part leaves unsaid stands in the part before it, or heads the row of the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.baselines import AGAINST_EARLIER
from pipeline.extract.half_sentences import doing_of, noun_phrase, share_base, with_whole_marks
from pipeline.extract.reading import Sense
from pipeline.extract.seats import ACHIEVE, Seat
from pipeline.language import patterns
from pipeline.language.times import times

_MODALS = r"力争|争取|确保|努力|保证|原则上|基本|一般|逐步|总体|稳步|持续|分别|均|全部|应当|应|须|需要|还需|需|要|可|并|且|其中|使|则|再|至少|也|即|含|各自|平均"
_LEAD = patterns.compile(
    rf"^(?:[一二三四五六七八九十]+是|\d+[.．、]|[一二三四五六七八九十]+[、）]|[）”」；，、]|[和与及]|{_MODALS}|按照?|将|对|把|实现|推动|促进|推进"
    r"|落实|引导|鼓励|支持|每年|每月|[到在于由]|从(?![业事])|第[一二三四五六七八九十百]+条\s?)+"
)
_TAIL = patterns.compile(
    rf"(?:{_MODALS}|同比|年均|占比为|达到?|为|是|到|至|在|由|从|以|新增[到至]?|(?<!新)[提升增降][高升加长低至到]?[到至为]?|提[高升][到至为]?|增[加长至][到至]?|降低?[到至]"
    r"|减少[到至]?|下降[到至]?|压[缩减][到至为]?|缩短[到至为]?|放宽[到至]?|调整[到至为了]*|扩大[到至]?|控制在?|稳定在|保持在|实现|不|的|\s|[（“，、]"
    r"|设置了?|配备|了|超|近|约|有|(?:由|从)(?:之前|原来|原先|现行|目前)的?)+$"
)
_FOUNDING = patterns.compile(r"^[^，]*?(?:单独)?(?:设立|建设|建立|配备)(?=\p{Han}{3})")
_WEAVE = patterns.compile(rf"原则上|分别|力争|{AGAINST_EARLIER}")
_OBJECT_MARK = patterns.compile(r"(?<=^\p{Han}{0,14})[将把](?=\p{Han}{3})")
_COMPARING = patterns.compile(
    r"^(?:不(?:得|应|可|能|会|要)?(?:低于|少于|小于|短于|超过|超出|高于|大于|多于|长于|超)|至少|最少|最低|至多|最多|最高|最长|控制在|超过|突破|低于|少于|小于"
    r"|高于|大于|约|近|超|[≥≤<>=]+)+"
)
_VERB_LAST = patterns.compile(ACHIEVE + r"了?$")
_VERB_FIRST = patterns.compile(
    r"^(?P<level>(?:[区镇村市省县乡]|街道|社区)级)?(?:单独)?(?:新?建成(?!区(?!级))|建设|新建|新增|培育|打造|创建|设[置立]|配[备置]|布局|完成|发展|开展|举办|组建|建立|出台"
    r"|形成|推出|引进|组织|安排)(?=\p{Han}{4})"
)
_SCOPE = patterns.compile(
    r"^(?:全(?:省|市|区|县|州|镇|国|旗|盟|系统)|[我本](?:省|市|区|县|州|镇)|各(?:地|区|市|县)(?=\p{Han}{4}))"
)
_CLASSIFIER = patterns.compile(r"^[个所家名位户张床件项次台套辆座](?=\p{Han})")
_DOES = r"布局|设|建|配|组建|组织|培育|至少|不|应|须|需|有|达|拥有|打造|完成|安排|开展|创建|原则上|给予|每?\d|托位|床位"
_PER = patterns.compile(
    rf"每(?!年|月|季|周|日|天|半|学期)(?P<what>(?:[\d百千万亿]+[名位个]?)?[^，。；、\d]{{1,14}}?)(?={_DOES})"
)
_PER_TIME = patterns.compile(r"每(?P<what>年|月|季度|半年|周|日|天|学期)")
_SLASH = patterns.compile(r"^/(?P<what>\p{Han}{1,6})")
_MODALITY = patterns.compile(
    r"力争|原则上|确保|争取|努力|基本(?=实现|建成|形成)|一般(?=应|不)|有条件的|鼓励|预计"
)
_MEASURED = {"area": "面积", "length": "长度", "time": "期限"}
_EMPTY = patterns.compile(r"(?:有条件的|原则上|其中|面积|比例|数量|建筑面积|使用面积|较|比)*")
_VAGUE = patterns.compile(r"(?:建筑|使用|占地)?面积|比例|数量|金额|期限")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a target other than its value."""

    indicator: str
    per: str | None
    scope: str | None
    modality: str | None


def without_times(text: str) -> str:
    """`text` without its time expressions."""
    for found in reversed(times(text)):
        text = text[: found.start] + text[found.end :]
    return text


def noun_before(words: str) -> str:
    """The noun phrase that ends before a number: 力争到2025年护理型床位占比达到 → 护理型床位占比."""
    words, previous = without_times(_WEAVE.sub("", words)), None
    for before in _OBJECT_MARK.finditer(words):  # 逐步将平均担保费率降至: the object is what changes
        words = words[before.end() :]
        break
    while previous != words:
        previous, words = words, _TAIL.sub("", _LEAD.sub("", words))
    return _without_verb(words)


def _without_verb(words: str) -> str:
    return _VERB_FIRST.sub(lambda m: m["level"] or "", words)


def noun_after(words: str) -> str:
    """The noun phrase after a number: 个兼具…等功能的互助养老点，… → 互助养老点."""
    words = words.lstrip("的“（”")
    head, dot, rest = words.rpartition("的")
    if dot and ("、" in head or len(head) > 12) and len(rest) > 1:
        words = rest
    return patterns.split(r"[、，。；]|以及|[和及与](?=\d|$)", words)[0].strip("“”（")


def _inherited(sense: Sense, seat: Seat) -> str:
    """The subject of the part before, for a part that says only 原则上不低于100平方米."""
    before = [p for p in sense.parts if seat.sentence.start <= p.start and p.end <= seat.part.start]
    for part in reversed(before[-12:]):  # no reader looks further back
        own = patterns.sub(r"^\d+[.．、]", "", sense.text[part.start : part.end])
        words = patterns.split(r"\d", own)[0]
        words = noun_before(_FOUNDING.sub("", words))
        if len(words) > 1:
            return words
    return ""


def _own_words(sense: Sense, seat: Seat, floor: int) -> tuple[str, str]:
    """What of the part stands before the value and after it; of a list, only this member's share."""
    text, q = sense.text, seat.quantity
    before = text[max(seat.part.start, floor) : q.start]
    if floor > seat.part.start:
        before = patterns.split(r"[、和及与]", before)[-1]
    inside = text[q.start : q.number_start]
    inside = "" if share_base(inside) else _COMPARING.sub("", inside)
    return before + inside, text[q.end : max(seat.part.end, q.end)]


def _indicator(sense: Sense, seat: Seat, floor: int, subject: str) -> str:
    before, after = _own_words(sense, seat, floor)
    if per := _PER.search(before):
        before = before[: per.start()] + (
            before[per.end() :] if not _is_rate(before) else before[per.start() :]
        )
    noun, late = noun_before(before), noun_after(after)
    verb = bool(_VERB_LAST.search(without_times(before).rstrip("了“")))
    agreed = seat.quantity.dimension == "time" and after.startswith("的")  # 签订不低于5年的协议
    words = doing_of(late) if late and (verb or agreed or not noun) else noun
    if not late and _EMPTY.fullmatch(words):
        words = (subject or _inherited(sense, seat)) + words
    elif subject and subject not in words and _VAGUE.fullmatch(words):
        words = subject + words
    return words


def _is_rate(before: str) -> bool:
    """每千人口托位数: the indicator itself is a number for each."""
    return bool(patterns.search(r"每[\d百千万亿]+", before))


def _per(sense: Sense, seat: Seat, before: str, after: str) -> str | None:
    match = (
        _PER.search(before)
        or _SLASH.match(after)
        or _PER.search(sense.text, seat.part.start, seat.quantity.start)
    )
    if not match and not noun_before(before):  # 每个村设置1个…，至少配备1名…: still each village
        match = next(iter(list(_PER.finditer(seat.lead))[-1:]), None)
    match = match or _PER_TIME.search(before)
    return _CLASSIFIER.sub("", match["what"]) if match else None


def phrase(sense: Sense, seat: Seat, floor: int, subject: str = "") -> Phrase:
    """What the value in `seat` is of; nothing before `floor` (the end of the value before) belongs to it.

    `subject` is what a table row is about, for prose cells that do not say it.
    """
    q, text = seat.quantity, sense.text
    before, after = _own_words(sense, seat, floor)
    indicator = noun_phrase(_indicator(sense, seat, floor, subject))
    scope = _SCOPE.match(indicator)
    indicator = _without_verb(indicator[scope.end() :]) if scope else indicator
    measured = q.unit if q.unit in ("学时", "课时") else _MEASURED.get(q.dimension)
    if measured and not patterns.search("面积|长度|时|期|周期|圈$", indicator):
        indicator += measured
    if indicator and (base := share_base(text[q.start : q.number_start])):
        indicator += f"（占{base}）"
    word = _MODALITY.search(text, seat.part.start, q.number_start) or patterns.search(
        r"力争|确保|争取|努力", text[seat.sentence.start : q.start]
    )
    return Phrase(
        with_whole_marks(indicator.strip("，、：“”（；")),
        _per(sense, seat, before, after),
        scope.group() if scope else None,
        word.group() if word else None,
    )


_MEMBERS = patterns.compile(r"[、和及与]")
_SHARED_RATE = patterns.compile(r"(?:[^、和及与]{1,18}率[、和及与])+[^、和及与]{1,18}率")


def distribute(indicator: str, place: int, many: int) -> str:
    """贫血患病率和生长迟缓率分别…: the member of the list that the value at `place` of `many` is of."""
    members = _MEMBERS.split(indicator)
    if many < 2 or len(members) != many:
        return indicator
    # 种植、收获机械化率: what the members share stands on the last, and where it begins nobody can tell.
    tail = patterns.search("率|占比|比例|量|数|时限|时间|面积", members[-1][-2:])
    shared = tail and all(member.endswith(tail.group()) for member in members)
    return members[place] if shared else indicator


def each_rate(indicator: str) -> list[str]:
    """检查率、公示率达到100% says it of both."""
    return _MEMBERS.split(indicator) if _SHARED_RATE.fullmatch(indicator) else [indicator]
