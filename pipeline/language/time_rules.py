"""The time expressions of official notices: one rule a form, with the phrases that prove it.

Longer matches win over shorter ones from the same place. What is no time at all (一查到底, 末端, 一刻钟,
〔2021〕) matches no rule; what is a name (2023年工作要点) is left to the stage that reads deadlines.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from pipeline.language.numbers import numeral_to_number
from pipeline.language.rules import Rule
from pipeline.language.times import Day, FoundTime, Time, TimeKind

_N = r"[一二三四五六七八九十\d]"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇○零Oo一二三四五六七八九]{3})年"
_Y, _M, _D = rf"(?P<y>{_YEAR})", rf"(?P<m>{_N}{{1,2}})月(?:份)?", rf"(?P<d>{_N}{{1,3}})[日号]"
_DATE = rf"(?:{_Y}(?:年)?(?:{_M}(?:{_D})?)?)"
_LEAD = r"(?:截至|截止到?|到|至|于|在)?"
_PERIODS = {"年": "Y", "月": "M", "周": "W", "星期": "W", "天": "D", "日": "D", "小时": "H", "分钟": "M"}
_SPAN = r"(?P<n>半|两|[一二三四五六七八九十百]+|\d+(?:\.\d+)?)(?:个)?(?P<u>年|月|周|星期|工作日|自然日|天|日|小时|分钟)"
_HALF = {"上": (1, 6), "下": (7, 12)}
_FIVE_YEARS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
_FIVE = r"[“\"]?(?P<plan>十[一二三四五六])[·]?五[”\"]?"
# Not after these: a part of a longer expression or of a name.
_NOT_AFTER = r"(?<![\d年每半上下当本月第])"


def _number(text: str | None) -> int | None:
    return int(numeral_to_number(text.replace("O", "〇").replace("o", "〇"))) if text else None


def _day(m: regex.Match[str], suffix: str = "", eve: bool = False, ahead: int = 0) -> Day:
    groups = m.groupdict()
    year, month, day = (groups.get(f"{k}{suffix}") for k in "ymd")
    return Day(_number(year.rstrip("年")) if year else None, _number(month), _number(day), ahead, eve)


def _by(m: regex.Match[str]) -> Time | None:
    day = _day(m)
    if (day.month or 1) > 12 or (day.day or 1) > 31:
        return None
    words = m["by"]
    ended = regex.search("[底末旬初]", m.group())
    if m.group().startswith(("截至", "截止")) and "前" not in words:
        return Time("past", day)
    return Time("by", _day(m, eve=not day.day and not ended and words in ("前", "之前", "以前")))


def _within_year(m: regex.Match[str]) -> Time:
    words = m.group()
    ahead = 1 if words.startswith("明年") else 0
    day = Day(ahead=ahead)
    return Time("by", day) if "底" in words or "末" in words else Time("during", day, day)


def _quarter(m: regex.Match[str]) -> Time:
    year = _day(m).year
    if half := m["half"]:
        first, last = _HALF[half]
    elif m["first"]:
        first, last = 1, 3 * (_number(m["first"]) or 1)
    else:
        last = 3 * (_number(m["q"]) or 1)
        first = last - 2
    end = Day(year, last)
    return Time("by", end) if m["by"] else Time("during", end, Day(year, first))


def _range(m: regex.Match[str]) -> Time | None:
    start, end = _day(m, "1"), _day(m)
    if end.month is None and "m1" in m.groupdict() and not m["d"]:
        return None
    if end.year is None:
        end = Day(start.year, end.month or (start.month if end.day else None), end.day)
    if start.year is None and end.year is not None:
        start = Day(end.year, start.month, start.day)
    ordered = (start.year or 0) <= (end.year or 0) and max(start.month or 1, end.month or 1) <= 12
    return Time("range", end, start) if ordered else None


def _bare_year(m: regex.Match[str]) -> Time:
    return Time("during", _day(m), _day(m), bare=True)


def _dated(kind: TimeKind) -> Callable[[regex.Match[str]], Time]:
    if kind == "expires":
        return lambda m: Time("expires", _day(m))
    return lambda m: Time("effective_from", start=_day(m))


def _five_years(m: regex.Match[str]) -> Time:
    first = _FIVE_YEARS[m["plan"]]
    end = Day(first + 4)
    return Time("by", end) if m["by"] else Time("during", end, Day(first))


def _span_to_period(n: str, unit: str) -> str:
    """(20, 工作日) → P20D, (半, 年) → P6M, (三, 年) → P3Y, (24, 小时) → PT24H."""
    if n == "半":
        return {"年": "P6M", "月": "P15D"}.get(unit, "P1D")
    number = numeral_to_number(n)
    letter = _PERIODS.get(unit, "D")
    return f"P{'T' if unit in ('小时', '分钟') else ''}{number:g}{letter}"


def _duration(m: regex.Match[str]) -> Time:
    return Time("duration", period=_span_to_period(m["n"], m["u"]))


_EVERY = {"年": "P1Y", "半年": "P6M", "季度": "P3M", "季": "P3M", "月": "P1M", "周": "P1W", "旬": "P10D"}


def _recurring(m: regex.Match[str]) -> Time:
    word = m["every"].removeprefix("个").removesuffix("度")
    if word[0] in "两二三四五\d23456789":
        return Time("recurring", period=f"P{_number(word[:-1])}Y")
    return Time("recurring", period=_EVERY.get(word, "P1Y"))


def _day_only(m: regex.Match[str]) -> Time:
    return Time("duration", period="P1D")


def _rule(name: str, pattern: str, read: Callable[[regex.Match[str]], Time | None],
          examples: dict[str, Time | None]) -> Rule[Time]:  # fmt: skip
    return Rule(name, regex.compile(pattern), read, examples)


_WRITTEN = Time("effective_from", start=Day(written=True))
_BY_WORDS = r"(?P<by>底(?:之前|以前|前)?|末(?:之前|前)?|前|之前|以前|止|为止|初)"

RULES: tuple[Rule[Time], ...] = (
    _rule("by_date", rf"{_LEAD}{_DATE}(?:[上中下]旬)?{_BY_WORDS}", _by, {
        "2025年底前": Time("by", Day(2025)),
        "于2019年11月底前完成": Time("by", Day(2019, 11)),
        "2023年2月10日前": Time("by", Day(2023, 2, 10)),
        "2020年年底前": Time("by", Day(2020)),
        "2022年3月前": Time("by", Day(2022, 3, eve=True)),
        "2025年前": Time("by", Day(2025, eve=True)),
        "二〇二五年底": Time("by", Day(2025)),
        "截至2022年底": Time("past", Day(2022)),
        "一查到底": None,
    }),
    _rule("since", rf"{_Y}(?:{_M})?(?:{_D})?以来", lambda m: Time("past", _day(m)), {"2021年以来": Time("past", Day(2021))}),
    _rule("to_date", rf"(?:到|至|截止到?){_DATE}(?![度第初—\-])", lambda m: Time("by", _day(m)), {
        "到2025年，全区": Time("by", Day(2025)),
        "到2022年6月": Time("by", Day(2022, 6)),
        "到2025年第三季度": None,
    }),
    _rule("by_month", rf"(?<![\d年每])(?:于|在|到)?{_M}(?:{_D}|底|末|[上中下]旬)?(?P<by>前|之前|以前)", _by, {
        "6月底前": Time("by", Day(None, 6)),
        "于10月31日前": Time("by", Day(None, 10, 31)),
    }),
    _rule("month_end", rf"(?<![\d年每])(?:到|至|于)?{_M}(?P<by>底|末)(?!前)", _by, {"9月底": Time("by", Day(None, 9))}),
    _rule("year_end", r"(?<![\d〇一二三四五六七八九十年每上去次翌往历])(?:(?:到|于|在)?(?:今|本|当|明)?年(?:年)?[底末](?:之?前)?)", _within_year, {
        "年底前实现": Time("by", Day()),
        "今年年底": Time("by", Day()),
        "明年底前": Time("by", Day(ahead=1)),
        "每年底": None,
        "上年末": None,
    }),
    _rule("this_year", r"(?<![\d〇一二三四五六七八九十半多两几每近])(?:年内|全年|今年|(?<!基)本年(?!度))(?!以来|[底末])", _within_year, {
        "力争年内开工": Time("during", Day(), Day()),
        "全年新增": Time("during", Day(), Day()),
        "三年内": None,
    }),
    _rule("quarter", rf"(?:到|于|在)?(?:{_Y})?(?<![前])(?:(?P<half>[上下])半年|前(?P<first>[二两三])(?:个)?季度|第?(?P<q>[一二三四1-4])季度)(?P<by>末|底|前|结束前)?(?!第)", _quarter, {
        "2019年上半年": Time("during", Day(2019, 6), Day(2019, 1)),
        "2024年第三季度末": Time("by", Day(2024, 9)),
        "一季度": Time("during", Day(None, 3), Day(None, 1)),
    }),
    _rule("range", rf"(?:自|从)?(?P<y1>{_YEAR[:-1]})年?(?:起)?(?:[-—－~～]{{1,2}}|至|到){_DATE}(?![度版第])", _range, {
        "2019—2022年": Time("range", Day(2022), Day(2019)),
        "2023年至2025年": Time("range", Day(2025), Day(2023)),
    }),
    _rule("range_of_months", rf"(?:自|从)?(?P<y1>{_YEAR})(?P<m1>{_N}{{1,2}})月(?:(?P<d1>{_N}{{1,3}})日)?(?:起)?(?:[-—－~～]{{1,2}}|至|到)(?:{_Y})?(?:{_M})?(?:{_D})?", _range, {
        "2023年5月至12月": Time("range", Day(2023, 12), Day(2023, 5)),
        "2025年8月1日至2030年7月31日": Time("range", Day(2030, 7, 31), Day(2025, 8, 1)),
        "2023年5月至": None,
    }),
    _rule("from_issue", r"自?(?:本(?:通知|办法|方案|意见|细则|规定|措施|政策))?(?:印发|发布|公布|下发|颁布|发文|公告|签发|颁发)之日起(?:正式)?(?:施行|实施|执行|生效|试行)?(?![\d一二三四五六七八九十]+(?:个|日|天|年|工作))", lambda m: _WRITTEN, {
        "自印发之日起施行": _WRITTEN,
        "自发布之日起30日后": None,
    }),
    _rule("from_date", rf"(?:自|从)?{_DATE}(?:开始|起)(?!至|到)", _dated("effective_from"), {
        "自2019年1月1日起施行": Time("effective_from", start=Day(2019, 1, 1)),
        "2020年起，": Time("effective_from", start=Day(2020)),
    }),
    _rule("expires", rf"(?:有效期限?|(?:实施|执行|政策|试行|优惠|缓缴)?(?:期限?)|执行|延续|延长|实施|顺延)(?:截?至|到|为|截止到?){_DATE}(?:底|末|止)?", _dated("expires"), {
        "有效期至2030年7月31日": Time("expires", Day(2030, 7, 31)),
        "缓缴期限执行到2022年底": Time("expires", Day(2022)),
    }),
    _rule("five_year_plan", rf"(?:到|至)?{_FIVE}(?:时期|期)?(?P<by>末|期末|时期末)|{_FIVE}(?:期间|时期|期内)(?P<by>末)?", _five_years, {
        "到“十四五”末": Time("by", Day(2025)),
        "“十四五”期间": Time("during", Day(2025), Day(2021)),
    }),
    _rule("recurring", rf"(?<!人|户|床|亩|张)每(?P<every>半年|个?季度|季|个?月|周|[两二三四五2345]年|年)(?:度)?(?:年?[初底末]|{_N}{{1,2}}月(?:份|底|初|{_N}{{1,3}}日)?)?前?(?!龄)", _recurring, {
        "每年2月底前": Time("recurring", period="P1Y"),
        "每季度": Time("recurring", period="P3M"),
        "每半年": Time("recurring", period="P6M"),
        "每月对": Time("recurring", period="P1M"),
        "每两年": Time("recurring", period="P2Y"),
    }),
    _rule("regular", rf"按(?:照)?(?P<every>年|月|季|半年|周)度?(?=实施|开展|进行|调度|通报|报送|上报|考核|评估|组织|公布|发布|统计|推进|汇总)|(?<![\d{'一二三四五六七八九十'}每半上下当本跨全个今去明年月近逐度])(?P<every>[年月季周])(?=调度|通报|考核|报告|评估|总结|点评|督查|例会|推进会|汇总|盘点|分析|研判)", _recurring, {
        "按照年度实施": Time("recurring", period="P1Y"),
        "“月调度、": Time("recurring", period="P1M"),
        "年度考核": None,
    }),
    _rule("within", rf"(?:[^，。；、（）]{{2,14}}之日起)?(?:在|于)?(?<![\d第.近超过])(?:\d+[-—~－～])?{_SPAN}(?:以内|之内|内)(?![部容地外设蒙])", _duration, {
        "三年内": Time("duration", period="P3Y"),
        "20个工作日内": Time("duration", period="P20D"),
        "6个月内审结": Time("duration", period="P6M"),
        "24小时内": Time("duration", period="PT24H"),
        "近三年内": None,
    }),
    _rule("within_member", r"(?<![\d.第A-Za-z])(?P<n>\d+(?:\.\d+)?)(?=、\d+(?:\.\d+)?(?:个)?(?P<u>月|工作日|天|日|小时|分钟)(?:以内|之内|内))", _duration, {
        "分别压缩至2.5、5个工作日以内": Time("duration", period="P2.5D"),
    }),
    _rule("no_longer_than", rf"(?:不(?:得|应)?(?:超过|多于|高于)|最长|至多){_SPAN}", _duration, {
        "不超过5个工作日": Time("duration", period="P5D"),
        "最长不超过240个月": Time("duration", period="P240M"),
    }),
    _rule("term", rf"(?:不(?:得|应)?(?:低于|少于|短于)|至少|(?:有效期|为期|期限|服务期|租期|试点期|试行期|周期)限?(?:为|是|一般为)?){_SPAN}(?![底末前])(?=的?[^，。；]{{0,10}}(?:协议|合同|期)|(?<=期限?.{{0,8}}))", _duration, {
        "签订不低于5年的社区养老服务协议": Time("duration", period="P5Y"),
        "有效期5年": Time("duration", period="P5Y"),
        "不少于20天": None,
    }),
    _rule("same_day", r"当[日天](?=[^，。；、]{0,4}(?:受理|办结|办理|反馈|完成|送达|报送|上报|出具|答复|领取|发放))", _day_only, {
        "做到当日受理": Time("duration", period="P1D"),
    }),
    _rule("bare_year", rf"(?<![〔（\d—\-]){_Y}(?![度底末版第前上下初起\d一二三四五六七八九十]|{_N}{{1,2}}月|以来|及?以[前后]|至|到|—|-|印发|出台|发布|颁布|修订)", _bare_year, {
        "2020年，全区": Time("during", Day(2020), Day(2020), bare=True),
        "2023年度": None,
    }),
)  # fmt: skip


def times(text: str) -> tuple[FoundTime, ...]:
    """Every time expression of `text`, left to right, none overlapping another."""
    found = [
        FoundTime(time, *match.span(), rule.name)
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if (time := rule.read(match)) is not None
    ]
    found.sort(key=lambda f: (f.start, -f.end))
    kept: list[FoundTime] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
