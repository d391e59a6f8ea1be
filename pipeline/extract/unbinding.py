"""Why a time expression binds nothing: it stands in a name, tells of the past, sets a price, or is a condition.

Each test says of a time found in a text whether it is such a one; `NOT_BINDING` lists them.
"""

from __future__ import annotations

from pipeline.extract.baselines import is_measure
from pipeline.extract.reading import Sense
from pipeline.language import patterns
from pipeline.language.sentences import around
from pipeline.language.times import Calendar, FoundTime, to_days

# A year before one of these names a paper, a figure or an event, and times nothing; 2023年出台方案 is no name.
_MADE = "制定|制订|出台|编制|印发|发布|修订|推出|公布|上报|报送|举办|举行|召开|组织|启动|完成|形成|建成|研究|承办|参加|新增(?!建设用地)|增加|新建|引进|培育|培训|打造|新认定"
_NAMED = patterns.compile(
    rf"(?:(?!{_MADE})[^，。；：]){{0,24}}?(?:要点|计划(?![外内])|方案|清单|目录|报告|预案|规划|公报|年鉴|指南|版|名单|预算|决算|以来|试行|数据|统计|通知|意见|标准|会议|现场会|考核结果|表(?![彰示明达])|书|台账|主要目标任务$"
    r"|情况(?!下)|总体要求"
    r"|博览会|交易会|展览会|展会|展销会|大会|论坛|峰会|大赛|锦标赛|运动会|年会|消费季|嘉年华|(?:购物|美食|消费|文化|旅游|艺术|音乐|电影)节)"
)
# 现公布我市2025年城乡低保、特困人员供养等标准: what is handed out has a long name.
_HANDED_OUT = patterns.compile(r"(?:公布|发布|贯彻落实|贯彻|关于)[^，。；：]{0,6}$")
_LONG_NAME = patterns.compile(r"[^，。；：]{0,80}(?:标准|要求|精神|名单|目录|计划)")
_LEAD_IN = patterns.compile(
    r"(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)、.．]|力争|确保|计划|争取|预计|全[省市区县州盟旗国]|并?在|从|其中|即|如期|）|——)*"
)
_PAST = patterns.compile(r"(?:已(?!建|有)|截至|截止目前|[^未]曾|同期)")
_DONE = patterns.compile(
    r"，?[^，。；]{0,14}?(?:出台|印发|发布|制定|启动|建成|完成|实现|实施|成立|召开|获得)了"
)
# How an amount is paid: 每年1000元, 每年每个机场不超过3000万元.
_AMOUNT_AFTER = patterns.compile(
    r"(?:[^，。；、]{0,6}?|(?:每\p{Han}|各|分别|最高|不超过|不少于|不低于|不高于)[^，。；、\d]{0,16}?)[\d.]+(?:万|亿|千|百)?元"
)
_REFERENCE = patterns.compile(
    r"(?:(?:法定|规定|约定|合同)(?:的|之)?(?:期限|时限|工作日|时间)?|以上[^，。；]{0,3})$"
)
# 住院时间不超过48小时, 睡眠时间达到10小时, 作业平均完成时间不超过60分钟 are of persons, not of offices.
_OF_PERSONS = patterns.compile(
    r"(?:住院|治疗|疗程|病程|用药|服药|随访|睡眠|作业(?![^，。；]{0,2}审)|锻炼|体育活动|户外活动|连续驾驶|休息)[^，。；]{0,6}$"
)
# 四季度成效好: a row of quarters is a slogan.
_ROW_OF_QUARTERS = patterns.compile(
    r"(?:第?[一二三四]季度(?!\d)\p{Han}{2,6}[、，]){2,}第?[一二三四]季度\p{Han}{2,6}"
)
# 近三年内, 购房之日前2年内: a look back, as is a long span in which nothing must have happened.
_BACK = patterns.compile(r"(?:近|最近|过去|此前|之日前|前)[在于]?$")
_HAPPENED = patterns.compile(
    r"[^，。；]{0,8}?(?:未(?![来成])|无(?![偿条论])|没有|不存在|曾|发生|出现|受到|累计缴|连续缴|涨跌|有[^，。；]{0,8}(?:记录|行为|情形))"
)
# 对全年上缴经费低于1万元的工会: whom it is for; 且2026年上半年销售额保持增长.
_FOR_WHOM = patterns.compile(r"(?:对于?|凡|如|若|且)")
_THRESHOLD = patterns.compile(
    r"[^，。；]{0,40}?(?:低于|超过|高于|不足|不低于|不少于|达到?|增长|增速|同比)[^，。；]{0,24}"
)
_BORN = patterns.compile(r"[（(]?(?:出生|毕业|入伍|入职|注册|成立|登记注册|参加工作|取得户籍)")
# Words that make a rate or a name of what follows: 白银市每年住宅用地供应目标.
_OF_EVERY_YEAR = patterns.compile(r"[\p{Han}“”]{2,12}(?:目标|计划|规模|总量|指标)(?:[，。；]|$)")
_NAMED_TIMES = ("bare_year", "range", "this_year", "quarter", "year_of_account")


def opens_part(sense: Sense, found: FoundTime) -> bool:
    """到2025年，… says when what follows is due; 对2023年新开工项目 says which projects."""
    part = around(sense.parts, found.start)
    return bool(_LEAD_IN.fullmatch(sense.text[part.start : found.start]))


def is_attributive(sense: Sense, found: FoundTime) -> bool:
    return not opens_part(sense, found)


def is_past(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a time lies before the notice's year: 截至2022年底, “十三五”期间 in a plan of 2021.

    A quarter or a month that is over on the day of the notice is past too, and so is what 2020年2月1日后 began.
    """
    if found.time.kind == "past":
        return True
    start = to_days(found.time, calendar)[0]
    if found.rule == "after_day" and start and calendar.written:
        return start < calendar.written
    if found.time.kind not in ("during", "range"):
        return False
    end = to_days(found.time, calendar)[1]
    if found.rule in ("quarter", "month", "third_of_month") and end and calendar.written:
        return end < calendar.written
    year = calendar.written.year if calendar.written else calendar.year
    return bool(year and end and end.year < year)


def is_ahead(found: FoundTime, calendar: Calendar) -> bool:
    """Whether a time names a year that was not over when the notice was written."""
    year = calendar.written.year if calendar.written else calendar.year
    said = found.time.end.year if found.time.end else None
    return bool(found.time.kind != "past" and said and year and said >= year)


def _is_name(sense: Sense, found: FoundTime) -> bool:
    text = sense.masked
    if (
        found.time.kind == "range"
        and text[found.start - 1 : found.start] == "（"
        and text[found.end : found.end + 1] == "）"
    ):
        return True
    if found.rule not in _NAMED_TIMES:
        return False
    handed_out = found.time.bare and _HANDED_OUT.search(text, max(0, found.start - 14), found.start)
    if handed_out and _LONG_NAME.match(text, found.end):
        return True
    return bool(_NAMED.match(text, found.end)) and (
        is_attributive(sense, found) or "，" not in text[found.end : found.end + 1]
    )


def _is_reported(sense: Sense, found: FoundTime) -> bool:
    after = sense.masked[found.end :]
    # 2018年底前已完成转制的企业; 今年4月3日起我市已… tells of a rule that still holds
    if patterns.match("已" if found.time.kind == "effective_from" else "[^，。；]{0,2}?已", after):
        return True
    if found.rule == "month" and _DONE.match(after):
        return True
    if not found.time.bare:
        return False
    sentence = around(sense.sentences, found.start)
    return bool(_PAST.search(sense.masked, found.end, min(sentence.end, found.end + 30)))


def _price(sense: Sense, found: FoundTime) -> bool:
    """每年1000元: how an amount is paid, not when."""
    return found.time.kind == "recurring" and bool(_AMOUNT_AFTER.match(sense.masked, found.end))


def _scope(sense: Sense, found: FoundTime) -> bool:
    """法定期限内, 规定的5日内: a reference to a time limit set elsewhere; 住院时间不超过48小时."""
    before = sense.masked[max(0, found.start - 10) : found.start]
    return found.time.kind == "duration" and bool(
        _REFERENCE.search(before[-6:]) or _OF_PERSONS.search(before)
    )


def _look_back(sense: Sense, found: FoundTime) -> bool:
    """近三年内, 两年内未发生事故: what was, not what is to be; 10日内未反馈的 is a limit."""
    if found.rule != "within" or not (found.time.period or "").endswith(("Y", "M")):
        return False
    before = sense.masked[max(0, found.start - 6) : found.start]
    return bool(_BACK.search(before) or _HAPPENED.match(sense.masked, found.end))


def _slogan(sense: Sense, found: FoundTime) -> bool:
    if found.rule != "quarter":
        return False
    sentence = around(sense.sentences, found.start)
    rows = _ROW_OF_QUARTERS.finditer(sense.masked, sentence.start, sentence.end)
    return any(row.start() <= found.start < row.end() for row in rows)


def _condition(sense: Sense, found: FoundTime) -> bool:
    """对全年上缴经费低于1万元的工会: the time of a figure that says whom something is for."""
    if found.rule not in ("this_year", "quarter", "bare_year") or opens_part(sense, found):
        return False
    part = around(sense.parts, found.start)
    opened = _FOR_WHOM.match(sense.masked, part.start, found.start)
    return bool(opened and _THRESHOLD.fullmatch(sense.masked, found.end, part.end))


def _introduced(sense: Sense, found: FoundTime) -> bool:
    """“十四五”时期（2021—2025年），是关键时期 says what a time is, not what is done in it."""
    after = patterns.match(r"(?:（[^（）]{0,14}）)?，?是(?!否)", sense.masked[found.end :])
    return found.time.kind == "during" and after is not None


def _age(sense: Sense, found: FoundTime) -> bool:
    """2014年8月31日以前出生."""
    return found.time.kind in ("by", "during") and bool(_BORN.match(sense.masked, found.end))


def _of_every_year(sense: Sense, found: FoundTime) -> bool:
    """合理确定每年住宅用地供应目标: the goal of each year, which is set once."""
    if found.rule != "recurring" or opens_part(sense, found):
        return False
    return bool(_OF_EVERY_YEAR.match(sense.masked, found.end)) and bool(
        patterns.search(r"(?:确定|制定|编制|明确|合理安排)[^，。；]{0,8}$", sense.masked[: found.start])
    )


NOT_BINDING = (
    is_measure,
    _is_name,
    _is_reported,
    _price,
    _scope,
    _look_back,
    _slogan,
    _condition,
    _introduced,
    _age,
    _of_every_year,
)
