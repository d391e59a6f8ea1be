"""Time expressions that bind: what must be done by when, how often, within what time.

A time expression in a name (2023年工作要点), of the past (截至2022年底, 2020年以来) or that only says how much
a thing costs (每人每年360元) binds nothing.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.reading import Reading, Sense, readings
from pipeline.language import patterns
from pipeline.language.sentences import around
from pipeline.language.times import Calendar, FoundTime, Time, to_days, to_precision
from pipeline.model import Fact, Mended

# A year before one of these names a paper, a figure or an event, and times nothing; 2023年出台方案 is no name.
_MADE = "制定|制订|出台|编制|印发|发布|修订|推出|公布|上报|报送|举办|举行|召开|组织|启动|完成|形成|建成|研究|承办|参加"
_NAMED = patterns.compile(
    rf"(?:(?!{_MADE})[^，。；：]){{0,24}}?(?:要点|计划|方案|清单|目录|报告|预案|规划|公报|年鉴|指南|版|名单|预算|决算|以来|试行|数据|统计|通知|意见|标准|会议|考核结果|表(?![彰示明达])|书|台账|主要目标任务$"
    r"|博览会|交易会|展览会|展会|展销会|大会|论坛|峰会|大赛|锦标赛|运动会|年会|消费季|嘉年华|(?:购物|美食|消费|文化|旅游|艺术|音乐|电影)节)"
)
# A benefit runs until then: 减半征收至2027年底.
_BENEFIT = patterns.compile(
    "免征|减征|减免|减半|免收|缓缴|返还|补贴|补助|优惠|降低[^，。；]{0,8}费率|阶段性|延续|继续(?:实施|执行|享受)"
)

# States that are reached by the end of a year; other verbs happen during it.
_REACHED = patterns.compile(
    r"实现|达到|达[\d成]|全覆盖|建成|形成|提高到|提升[到至]|增至|增加到|降[至到]|稳定在|控制在|不低于|完成全部"
)
_PAST = patterns.compile(r"(?:已(?!建|有)|截至|截止目前|[^未]曾|同期)")
_MODALITY = patterns.compile(r"力争|确保|原则上|争取|努力|一般|最迟|必须")
_LEAD_IN = patterns.compile(
    r"(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、.．]|力争|确保|计划|争取|预计|并?在|从|其中|即|如期|）|——)*"
)
# A month without a year after 每年2月底前 in the same sentence is of every year too.
_EVERY_YEAR = "P1Y"
_AMOUNT_AFTER = patterns.compile(r"[^，。；、]{0,6}?[\d.]+(?:万|亿)?元")
_REFERENCE = patterns.compile(r"(?:法定|规定|约定|合同|以上)[^，。；]{0,3}$")


def opens_part(sense: Sense, found: FoundTime) -> bool:
    """到2025年，… says when what follows is due; 对2023年新开工项目 says which projects."""
    part = around(sense.parts, found.start)
    return bool(_LEAD_IN.fullmatch(sense.text[part.start : found.start]))


def _attributive(sense: Sense, found: FoundTime) -> bool:
    return not opens_part(sense, found)


def _is_name(sense: Sense, found: FoundTime) -> bool:
    text = sense.masked
    if (
        found.time.kind == "range"
        and text[found.start - 1 : found.start] == "（"
        and text[found.end : found.end + 1] == "）"
    ):
        return True
    if found.rule not in ("bare_year", "range", "this_year", "quarter"):
        return False
    return bool(_NAMED.match(text, found.end)) and (
        _attributive(sense, found) or "，" not in text[found.end : found.end + 1]
    )


def is_past(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a time lies before the notice's year: 截至2022年底, “十三五”期间 in a plan of 2021."""
    if found.time.kind == "past":
        return True
    year = calendar.written.year if calendar.written else calendar.year
    end = to_days(found.time, calendar)[1]
    return bool(found.time.kind in ("during", "range") and year and end and end.year < year)


def is_ahead(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a time names a year that was not over when the notice was written."""
    year = calendar.written.year if calendar.written else calendar.year
    said = found.time.end.year if found.time.end else None
    return bool(found.time.kind != "past" and said and year and said >= year)


def _is_reported(sense: Sense, found: FoundTime) -> bool:
    if patterns.match(r"[^，。；]{0,2}?已", sense.masked[found.end :]):  # 2018年底前已完成转制的企业
        return True
    if not found.time.bare:
        return False
    sentence = around(sense.sentences, found.start)
    return bool(_PAST.search(sense.masked, found.end, min(sentence.end, found.end + 30)))


def _price(sense: Sense, found: FoundTime) -> bool:
    """每年1000元: how an amount is paid, not when."""
    return found.time.kind == "recurring" and bool(_AMOUNT_AFTER.match(sense.masked, found.end))


def _scope(sense: Sense, found: FoundTime) -> bool:
    """法定期限内, 规定的5日内: a reference to a time limit set elsewhere."""
    return found.time.kind == "duration" and bool(
        _REFERENCE.search(sense.masked, max(0, found.start - 6), found.start)
    )


NOT_BINDING = (_is_name, _is_reported, _price, _scope)


def _milestone(sense: Sense, found: FoundTime) -> Time:
    """2020年，全区实现全覆盖 is due by the end of 2020; 2020年启动试点 happens during it."""
    time = found.time
    if not time.bare or _attributive(sense, found):
        return time
    sentence = around(sense.sentences, found.start)
    later = next((t.start for t in sense.times if t.start > found.start), sentence.end)
    first_stop = sense.text.find("，", found.end + 1)
    stop = min(later, sentence.end, first_stop if first_stop > 0 else sentence.end)
    return replace(time, kind="by", start=None) if _REACHED.search(sense.masked, found.end, stop) else time


def _lasting(sense: Sense, found: FoundTime) -> Time:
    """继续免征车辆购置税至2027年底: how long a benefit runs, not when something is due."""
    part = around(sense.parts, found.start)
    until = found.time.kind == "by" and sense.text[found.start] == "至"
    benefits = until and _BENEFIT.search(sense.masked, part.start, found.start)
    return replace(found.time, kind="expires") if benefits else found.time


def _yearly(sense: Sense, found: FoundTime) -> Time:
    sentence = around(sense.sentences, found.start)
    before = (t for t in sense.times if sentence.start <= t.start < found.start)
    every_year = any(t.time.kind == "recurring" and t.time.period == _EVERY_YEAR for t in before)
    yearless = found.time.end is not None and found.time.end.year is None and bool(found.time.end.month)
    if every_year and yearless and found.time.kind == "by":
        return Time("recurring", period=_EVERY_YEAR)
    return found.time


def binding_times(reading: Reading) -> tuple[FoundTime, ...]:
    """The time expressions of a text that bind, with what the words around them make of them.

    In a look back only a year that is said may bind: 全年 there is a year that is over.
    """
    sense, calendar = reading.sense, reading.calendar
    future = (found for found in sense.times if not is_past(found, calendar))
    if reading.section == "review":
        future = (found for found in future if is_ahead(found, calendar))
    kept = (found for found in future if not any(test(sense, found) for test in NOT_BINDING))
    read = (replace(found, time=_milestone(sense, found)) for found in kept)
    lasting = (replace(found, time=_lasting(sense, found)) for found in read)
    return tuple(replace(found, time=_yearly(sense, found)) for found in lasting)


def governs(sense: Sense, found: FoundTime) -> bool:
    """Whether a binding time says when what follows it in its sentence is due."""
    return found.time.kind in ("by", "during", "range", "duration") and not (
        (found.time.kind in ("during", "range")) and _attributive(sense, found)
    )


def _fact(reading: Reading, found: FoundTime) -> Fact:
    sense = reading.sense
    first, last = to_days(found.time, reading.calendar)
    part = around(sense.parts, found.start)
    # The part after the comma says what is due: 到2025年，全区基本建成…
    end = max(part.end, found.end)
    if end - found.end < 2 and (after := next((p for p in sense.parts if p.start > found.start), None)):
        end = after.end
    word = _MODALITY.search(sense.text, max(part.start, found.start - 8), min(end, found.end + 8))
    columns = {
        "kind": found.time.kind,
        "start_date": first.isoformat() if first and found.time.kind not in ("by", "expires") else None,
        "end_date": last.isoformat() if last else None,
        "period": found.time.period,
        "precision": to_precision(found.time),
        "text": sense.text[found.start : found.end],
        "modality": word.group() if word else None,
        "row_label": reading.subject or None,
    }
    return reading.fact("deadlines", min(part.start, found.start), end, rule=found.rule, **columns)


def deadlines(mended: Mended) -> tuple[Fact, ...]:
    """Every time expression of a notice's body and prose cells that binds, in the order of the source."""
    return tuple(
        _fact(reading, found)
        for reading in readings(mended)
        for found in binding_times(reading)
        if found.time.period or any(to_days(found.time, reading.calendar))
    )
