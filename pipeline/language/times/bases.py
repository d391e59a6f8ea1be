"""First table: what a time expression is built on – a day, a month, a quarter, a year, a plan, a festival, a span.

A row says how such a base is written and which days it means. What stands before and behind it (到…, …底前) is the
business of the second table, `edges`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.numbers import numeral_to_number
from pipeline.language.numerals import chinese_to_int
from pipeline.language.times.calendar import Day

# What a scan reads for a digit: 2O26年, l2月, 二O二五年.
_LETTER = str.maketrans("OolI", "0011")
_MISREAD = _LETTER | str.maketrans("〇○零", "000")
_HALF_OF = {"Y": "P6M", "M": "P15D", "TH": "PT30M"}
Groups = Mapping[str, str | None]
NO_DAY = Day()


@cache
def values(cls: str) -> Mapping[str, str]:
    """The words of a class with their values, longest first."""
    rows = [row for row in lexicons.records("times") if row["class"] == cls]
    return {row["word"]: row["value"] for row in sorted(rows, key=lambda row: -len(row["word"]))}


@cache
def choice(cls: str) -> str:
    """The words of a class as an alternation, longest first, each with the letters that must not follow."""
    rows = [row for row in lexicons.records("times") if row["class"] == cls]
    rows.sort(key=lambda row: -len(row["word"]))
    return "|".join(row["word"] + (f"(?![{row['not before']}])" if row["not before"] else "") for row in rows)


def to_int(text: str | None) -> int | None:
    """The whole number of a numeral: 12, 十二, 二〇二五, l2; None where it is none."""
    plain = (text or "").translate(_MISREAD)
    return int(plain) if plain.isdecimal() else chinese_to_int(plain.replace("0", "〇"))


def to_period(number: str, unit: str) -> str:
    """(20, 工作日) → P20D, (半, 年) → P6M, (三, 年) → P3Y, (8.5, 分钟) → PT8.5M, (一半, 年) → P1.5Y."""
    code = values("unit")[unit]
    if number == "半":
        return _HALF_OF.get(code, "P0.5D")
    clock, letter = ("T", code[1]) if code.startswith("T") else ("", code)
    half = 0.5 if number.endswith("半") else 0
    return f"P{clock}{numeral_to_number(number.removesuffix('半').translate(_LETTER)) + half:g}{letter}"


@dataclass(frozen=True, slots=True)
class Base:
    """text[start:end]: the days `first` to `last`, or a span of `period` (from `period_min`).

    `dated` where the year is said, `relative` where it is said as 今年 or 明年.
    """

    kind: str
    start: int
    end: int
    first: Day = NO_DAY
    last: Day = NO_DAY
    period: str | None = None
    period_min: str | None = None
    dated: bool = False
    relative: bool = False


class Row(NamedTuple):
    """A kind of base: how it is written, and the days or the period its groups mean (None: it is none)."""

    kind: str
    pattern: str
    read: Callable[[Groups], Base | None]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


# Years are of four digits, also in Chinese numerals with any of the noughts in use, also as a scan misreads them.
YEAR4 = r"(?:(?:19|2[0Oo〇○]|[lI]9)[\dOol]{2}|[一二][〇○零Oo0一二三四五六七八九]{3})"
# 26年6月底前: of two figures before a month, behind what leads to a time.
_YEAR2 = r"(?<=^|[于到至在自从：:，。；、（(—\-])2\d年(?=(?:1[0-2]|[1-9])月)"
YEAR = rf"(?:(?<![\dA-Za-z]){YEAR4}年|{_YEAR2})"
# In digits or in words, never in both: 星期五7月15日 is of July.
_N2, N3 = (rf"(?:\d{{1,{most}}}|[一二三四五六七八九十]{{1,{most}}})" for most in (2, 3))
# ll月底, l0月l8日: a scan may misread every figure of a month or of a day.
_MISREAD_2 = r"(?<![A-Za-z\d])[\dOlI][\dOolI]?(?=[月日号曰])"
N2 = rf"(?:{_MISREAD_2}|\d[Oo]|{_N2})"
# A scan reads a dash as 一.
DASH = r"(?:[-—－~～]{1,2}|至|到|(?<=[月日])一(?=\d))"
#: What may stand right after a day without changing it: 24时, 9:00—11:30, （含当日）.
CLOCK = r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:(?:(?:上午|下午|中午|晚上?|当[日天])?下班|上午|中午|午夜)(?=之?前)|(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d{2}|[时点](?!间)(?:\d{1,2}分|整)?)(?:[-—~～至到]{1,2}(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d{2}|[时点](?!间)(?:\d{1,2}分|整)?))?)?(?:[（(](?:不?含|包[含括])[^（）()，。]{0,8}[）)])?"
# 6月 日: a day that nobody has filled in leaves no month. 目 and 口 are a misread 日 before what only a day has.
_Y, _M = rf"(?P<y>{YEAR})年?", rf"(?P<m>{N2})月份?(?!日(?!报|常))"
_D = rf"(?P<d>{_MISREAD_2}|{N3})(?:[日号曰]|[目口](?=[前止起至]))"
_REL = rf"(?P<rel>{choice('year')})"
# 达产后|年产值, 建成后|年接待游客: behind any other word 后 is of that word.
_AFTER_NEXT = r"(?<=^|\P{Han}|[到至于从自在和及与比较争划计保拟要])后年"
_WHEN = rf"(?:{_Y}|{_REL})?"
_FREE = r"(?<!\d)"
# 完成时限：12.31, 时限：2026.3-2026.12: figures alone are days where days are asked for.
_AT_LIMIT = r"(?<=(?:限|节点|时间)：[\d./\-—~至]*)"
_MISREAD_3 = r"(?<![A-Za-z\d])(?:\d[\dOolI]{1,2}|[OlI]\d[\dOolI]?|[OlI][OolI]\d)(?![A-Za-z\d])"
_NUMBER = rf"(?:半|两|[一二三四五六七八九十百]+|\d{{1,3}}(?:\.\d{{1,2}}(?!\d))?(?![OolI])|{_MISREAD_3})"
_UNITS = "年|(?<=[个半])月|周(?!岁)|星期|工作日|自然日|天|日|小时|分钟"
#: What is done by the month or the year as a matter of routine: 月调度, 季通报, 年度发布.
WORKS = "(?:调度|通报|考核|报告|评估|评比|巡查|总结|点评|督查|例会|推进会|汇总|盘点|分析|研判|排名|发布|公布|会商|报送|结算|清算)"
_NO_WORK = r"\d〇一二三四五六七八九十每半上下当本跨全个今去明次翌历往年月近逐度节假即昨双单"
_CYCLES = "半年|半月|半个月|学年|学期|季度|年度|月度|工作日|星期|年|季|月|周|旬|日|天"
_SEASONS = {"上": (1, 6), "下": (7, 12)}
_THIRDS = {"上": 1, "中": 2, "下": 3}
_OWN_YEAR = ("今年", "本年")


def _year(groups: Groups, suffix: str = "") -> int | None:
    said = groups.get(f"y{suffix}")
    year = to_int(said.rstrip("年")) if said else None
    return year + 2000 if year and year < 100 else year


def _day(groups: Groups, suffix: str = "") -> Day:
    """The date in the groups y, m, d, with the year a word like 明年 says."""
    ahead = int(values("year").get(groups.get("rel") or "", "0"))
    third = _THIRDS.get(groups.get(f"x{suffix}") or "")
    month, day = to_int(groups.get(f"m{suffix}")), to_int(groups.get(f"d{suffix}"))
    return Day(_year(groups, suffix), month, day, ahead, third=third, own=groups.get("rel") in _OWN_YEAR)


def _base(groups: Groups, first: Day, last: Day | None = None) -> Base:
    dated, relative = bool(groups.get("y") or groups.get("y1")), bool(groups.get("rel"))
    return Base("", 0, 0, first, last or first, dated=dated, relative=relative)


def _read_day(groups: Groups) -> Base | None:
    day = _day(groups)
    return _base(groups, day) if (day.month or 1) < 100 and (day.day or 1) < 100 else None


def is_in_order(first: Day, last: Day) -> bool:
    """Whether `first` comes before `last` as far as both are said."""
    begins = (first.year or 0, first.ahead, first.month or 1, first.day or 1)
    return begins <= (last.year or 0, last.ahead, last.month or 12, last.day or 31)


# From autumn into spring; 12月至9月 is a misprint.
_LONGEST_WINTER = 6


def is_over_new_year(first: Day, last: Day) -> bool:
    """11月15日至3月15日: without a year, into the months after the next new year."""
    if first.year or last.year or first.ahead or not (first.month and last.month):
        return False
    return last.month < first.month and last.month + 12 - first.month <= _LONGEST_WINTER


def _read_two_years(groups: Groups) -> Base:
    """今明两年: this year and the next; 明后两年: the next and the one behind it."""
    ahead = int(values("year")[f"{str(groups['first'])[0]}年"])
    return Base("", 0, 0, Day(ahead=ahead), Day(ahead=ahead + 1), relative=True)


def _read_range(groups: Groups) -> Base | None:
    """2023—2025年, 2023年5月至12月, 6月1日至30日, 5月1—3日, 8月中旬至12月, 11月15日至3月15日."""
    start, end = _day(groups, "1"), _day(groups)
    if start.month and not (end.month or end.day):
        return None
    start = replace(start, ahead=0 if start.year else end.ahead)
    year, month = end.year or start.year, end.month or (start.month if end.day else None)
    year = start.year + 1 if groups.get("next") and start.year else year
    end = Day(year, month, end.day, end.ahead, third=end.third)
    apart = start.day or start.third
    same = start.month == end.month and not apart and bool(start.month) and start.year == end.year
    ordered = is_in_order(start, end) or is_over_new_year(start, end)
    return _base(groups, start, end) if ordered and not same else None


def _read_part(groups: Groups) -> Base | None:
    """上半年, 前三季度, 第二季度, 二、三季度, 2025年Q3."""
    whole = _day(groups)
    if (
        groups.get("q1")
        and groups.get("and")
        and (to_int(groups["q"]) or 0) - (to_int(groups["q1"]) or 0) > 1
    ):
        return None  # 第一、三季度: two of them
    if half := groups.get("half"):
        first, last = _SEASONS[half]
    elif quarters := groups.get("to"):
        first, last = 1, 3 * (to_int(quarters) or 1)
    elif months := groups.get("months"):
        first, last = 1, min(to_int(months.replace("两", "二")) or 12, 12)
    else:
        last = 3 * (to_int(groups.get("q")) or 1)
        first = 3 * (to_int(groups.get("q1")) or last // 3) - 2
    return _base(groups, replace(whole, month=first), replace(whole, month=last))


def _read_term(groups: Groups) -> Base:
    """2022年秋季学期: the month in which it begins."""
    return _base(groups, replace(_day(groups), month=int(values("term")[str(groups["term"])])))


def _read_plan(groups: Groups) -> Base:
    """“十四五”: the years 2021 to 2025."""
    first = int(values("plan")[str(groups["plan"])])
    return Base("", 0, 0, Day(first), Day(first + 4), dated=True)


def _read_feast(groups: Groups) -> Base:
    return _base(groups, replace(_day(groups), festival=groups["feast"]))


def _read_occasion(groups: Groups) -> Base:
    """汛期, 开学: what comes every year on no day of the calendar."""
    return _base(groups, replace(_day(groups), occasion=True))


def _read_month_from_now(groups: Groups) -> Base:
    """本月, 下月10日: counted from the month the notice was written in."""
    return _base(
        groups, Day(day=to_int(groups.get("d")), months_on=int(values("month")[groups.get("near") or "本月"]))
    )


def _read_span(groups: Groups) -> Base:
    """三年, 20个工作日, 2-4年, 一年半: of two the longer, which is the limit; the shorter is only how often (2～3年一次)."""
    unit, low = str(groups["u"] or groups["w"]), groups.get("low")
    number = f"{groups['n']}半" if groups.get("half") or groups.get("w") else str(groups["n"])
    return Base("", 0, 0, period=to_period(number, unit), period_min=to_period(low, unit) if low else None)


def _read_every(groups: Groups) -> Base:
    """每半年, 每两年, 每2～3年, 每隔12个月, 按月."""
    code = values("cycle")[str(groups["cycle"])]
    number, low = groups.get("n"), groups.get("low")
    period = code if not number else f"P{(to_int(number) or 1) * int(code[1:-1])}{code[-1]}"
    if low:
        return Base("", 0, 0, period=period, period_min=f"P{(to_int(low) or 1) * int(code[1:-1])}{code[-1]}")
    return Base("", 0, 0, period=period)


def _read_every_hours(groups: Groups) -> Base:
    """每2小时, 每30分钟."""
    return Base("", 0, 0, period=to_period(str(groups["n"]), str(groups["u"])))


def _read_issue(groups: Groups) -> Base:
    """印发之日, 本办法施行之日, 即日."""
    day = Day(in_force=True) if groups.get("force") else Day(written=True)
    return Base("", 0, 0, day, day, dated=True)


_PAPER = r"(?:本|该)?(?:通知|办法|方案|意见|细则|规定|措施|政策措施|政策|文件|实施细则|实施意见|实施方案|通告|公告|规划)"
_ISSUE = r"(?:印发|发布|公布|下发|颁布|发文|公告|签发|颁发)(?:实施|施行|执行)?"

# 汛期来临前, 节日期间: what comes every year is a time only before it or while it lasts; 节前 only where no word goes on before it.
_OCCASION = rf"(?:(?:(?:{choice('term')})季(?:学期)?)?(?:{choice('occasion')})|(?:{choice('term')})季?学期(?={choice('before')})|(?<=^|[，。；、：（）于在须应要])节)(?:来临|到来|开始|结束)?(?=(?:{choice('before')})|(?:{choice('during')}))"

# 提前, 目前, 以前: with 前 behind them no event.
_AGO = "提目以之日眼空跟底末月旬"

# Long: one table; cut in two, nobody would see which bases there are and which are missing.
BASES = (
    Row("every", rf"(?<!每[人户床亩张])每隔?(?:(?:(?P<low>[两二三四五六]|\d{{1,2}})年?{DASH})?(?P<n>[一两二三四五六]|\d{{1,2}}))?个?(?P<cycle>{_CYCLES})度?",
        _read_every, ("每年", "每季度", "每半年", "每两年", "每2个月", "每隔12个月", "每2～3年", "每天", "每周"), ("每人每年",)),
    Row("every", r"(?<!每[人户床亩张])每隔?(?P<n>[两二三四五六]|\d{1,3})个?(?P<u>小时|分钟)", _read_every_hours, ("每2小时", "每隔30分钟"), ("每小时", "每千小时")),
    Row("every", rf"(?<![每第十百])(?P<n>[一两二三])个?(?P<cycle>年|季度|季|月|周|日|天)一(?={WORKS}|评|检|查|报|清|审|更新|小结|协调|督导|督办|推进|演练|培训)",
        _read_every, ("一月一调度", "两年一评", "一月一协调"), ("一年一次性补贴", "一天一个样")),
    Row("that", r"当(?P<cycle>[日天月])", _read_every, ("当日", "当月")),
    Row("next", rf"次(?P<cycle>月)(?:{_D}|上旬|初)", _read_every, ("次月10日", "次月初"), ("多次月报",)),
    Row("that", r"(?<![一二三四五六七八九十两多几\d首每上至到—依其])次(?P<cycle>[日月])(?![\d〇一二三四五六七八九十上中下初起]|(?<=月)报)", _read_every, ("于次日报送", "次月调整"), ("至次日6时", "两次月考", "次月10日")),
    Row("work", rf"(?<![{_NO_WORK}])(?P<cycle>半月|[月季周]|(?<![^行展立实和及、，“：；（])年)(?={WORKS})", _read_every, ("月调度", "季通报", "年考核", "半月调度"), ("每年考核", "争优年督查")),
    Row("work_listed", rf"(?<![{_NO_WORK}])(?P<cycle>年度|季度|月度|半年|旬|日)(?={WORKS})", _read_every, ("年度发布", "日调度")),
    Row("by_unit", rf"(?:按照?|逐)(?P<cycle>{_CYCLES})度?", _read_every, ("按月", "按季度", "按照年度", "逐年")),
    Row("range", rf"(?P<y1>(?<![\dA-Za-z]){YEAR4})年?起?{DASH}{_Y}(?:{_M}(?:{_D})?)?", _read_range,
        ("2019—2022年", "2023年至2025年"), ("2022—2019年",)),
    Row("range", rf"(?P<y1>{YEAR})(?P<m1>{N2})月(?:(?P<d1>{N3})[日号曰]?|(?P<x1>[上中下])旬)?{CLOCK}起?{DASH}(?:{_Y}|(?P<next>次年|翌年))?(?:{_M})?(?:{_D}{CLOCK}|(?P<x>[上中下])旬)?(?:底|末)?",
        _read_range, ("2023年5月至12月", "2026年4月起至11月中旬", "2026年10月至次年3月", "2025年8月1日至2030年7月31日", "2025年4月1日9:00至4月30日17:00", "2025年5月1—3日"),
        ("2023年5月至",)),
    Row("range", rf"{_FREE}(?:{_REL})?(?P<m1>{N2})月(?P<d1>{N3})[日号曰]?{CLOCK}起?{DASH}(?:{_M})?{_D}{CLOCK}", _read_range,
        ("7月1日起至9月30日", "6月1日—30日", "5月1—3日"), ("6月1日至学期末",)),
    Row("range", rf"{_FREE}(?:(?P<y1>{YEAR})|{_REL})?(?P<m1>{N2})月(?:(?P<x1>[上中下])旬)?{DASH}(?:{_Y})?{_M}(?:(?P<x>[上中下])旬)?", _read_range,
        ("8月中旬至12月", "2022年3月至4月上旬", "2025年11月上旬至2026年1月中旬"), ("12月上旬至9月",)),
    Row("range", rf"{_FREE}(?:(?P<y1>{YEAR})|{_REL})?(?P<m1>{N2})月?{DASH}{_M}(?:(?P<x>[上中下])旬)?", _read_range,
        ("7月至9月", "2023年7—9月", "今年8—12月", "10至11月中旬"), ("12月至9月",)),
    Row("range", rf"(?<![\d./-])(?P<y1>20\d{{2}})(?P<dot>[./])(?P<m1>\d{{1,2}})(?P=dot)(?P<d1>\d{{1,2}}){DASH}(?:(?P<y>20\d{{2}})(?P=dot))?(?P<m>\d{{1,2}})(?P=dot)(?P<d>\d{{1,2}})(?![\d./-])", _read_range,
        ("2023.6.18-2023.7.6", "2023/6/18至7/6"), ("2023.7.6-2023.6.18",)),
    Row("range", rf"(?<!\d)(?P<y1>20\d{{2}}){DASH}(?P<y>20\d{{2}})(?![\d./年月]){_AT_LIMIT}", _read_range, ("完成时限：2024-2026", "建设时间：2024至2026"), ("电话：2024-2026",)),
    Row("third", rf"{_FREE}{_WHEN}{_M}[上中]?(?P<x>[上中下])旬", _read_day, ("10月中旬", "2026年2月下旬"), ("上旬",)),
    Row("day", rf"{_FREE}{_WHEN}{_M}{_D}{CLOCK}", _read_day, ("2023年2月10日", "2026年6月18日（星期四）上午9:00—11:30", "7月15日", "二〇二五年四月八日", "2O26年l2月31日", "2O26年l0月l8日", "1O月3l日", "2026年6月30曰")),
    Row("day", r"(?<![\d./\-])(?P<y>20\d{2})(?P<dot>[./\-])(?P<m>\d{1,2})(?P=dot)(?P<d>\d{1,2})(?![\d./\-])", _read_day,
        ("2026-10-31", "2026/10/31", "2026.10.31"), ("2026-10/31",)),
    Row("day", rf"(?P<y>20\d{{2}})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d){_AT_LIMIT}", _read_day, ("完成时限：20261231",), ("编号：20261231",)),
    Row("day", rf"(?=\d)(?<![\d./A-Za-z])(?P<m>1[0-2]|0?[1-9])[./](?P<d>[0-3]?\d)(?:(?=之?前)|{_AT_LIMIT}(?![\d./个年月天日小周%]))", _read_day,
        ("时间节点：12.31", "12.31前完成"), ("时限：2.5个月", "第12.31.2前")),
    Row("day_on", rf"(?<=月(?:\d{{1,2}}[日号]?[、和及])+){_D}{CLOCK}", _read_day, ("6月10日、15日", "4月10、20日"), ("月底、15日",)),
    Row("month", rf"(?P<y>20\d{{2}})[./-](?P<m>1[0-2]|0?[1-9])(?![\d./]){_AT_LIMIT}", _read_day,
        ("完成时限：2026.8", "时限：2026.3-2026.12"), ("报价2026.8",)),
    Row("quarter", rf"(?<!每年第?|(?<!原则)上|[下每各]){_WHEN}(?:(?P<half>[上下])半年|前(?P<to>[二两三])个?季度|(?<=^|[，。；：年])前(?P<months>\d{{1,2}}|[二两三四五六七八九十]{{1,2}})个月(?=，)|(?:第?(?P<q1>[一二三1-3])(?:(?P<and>[、和])|至|到|—))?第?(?P<q>[一二三四1-4])季度)"
        rf"|{_Y}Q(?P<q>[1-4])(?!\d)",
        _read_part, ("2019年上半年", "前三季度", "今年二季度", "二、三季度", "2025年Q3", "前10个月，"), ("上一季度", "每年第四季度", "开学前3个月，")),
    Row("quarter_listed", rf"{_FREE}{_WHEN}第?(?P<q>[一二1-2])(?=[、和]第?[三四3-4]季度)", _read_part, ("第一、三季度", "二、四季度"), ("一、二季度",)),
    # A time whose end is cut off is what alone its figure may begin: 2026年7 is a July, 2026年1 may be four months.
    Row("day", rf"{_FREE}{_WHEN}{_M}(?P<d>0[1-9]|[4-9]|[12]\d|3[01])$", _read_day, ("2026年7月15", "12月8"), ("7月2", "7月15个")),
    Row("month", rf"{_Y}(?P<m>0[1-9]|[2-9]|1[0-2])$", _read_day, ("2026年7", "2026年12"), ("2026年1", "2026年7项")),
    Row("month", rf"{_FREE}{_WHEN}{_M}(?!\d+$)", _read_day, ("2019年11月", "明年3月", "十二月", "2026年ll月"), ("7月1",)),
    Row("term", rf"{_WHEN}(?P<term>{choice('term')})(?:季(?:学期)?|学期)(?:开学|入学|招生)?(?=开始|起)", _read_term, ("2022年秋季学期起",), ("春节起", "2010年春季开学前")),
    Row("feast", rf"{_WHEN}[“\"]?(?P<feast>{choice('feast')})[”\"]?(?:假期)?", _read_feast, ("元宵节", "2024年国庆节"), ("十一条",)),
    Row("occasion", rf"{_WHEN}(?:{_OCCASION})", _read_occasion, ("汛前", "2026年秋季学期开学前", "秋季学期前", "2026年汛期来临前", "开学前", "节日期间"), ("环节前", "目前", "节前后")),
    # 2027年项目验收前，: before what happens in a year.
    Row("occasion", rf"{_Y}(?![上下]半年)\p{{Han}}{{2,8}}?(?<![{_AGO}])(?=前[，、])", _read_occasion, ("2027年项目验收前，", "2026年正式开园前、"), ("2027年前，", "2027年提前，", "2027年以前，")),
    Row("stretch", rf"{_Y}(?:{choice('occasion')})(?<=[期季假运])(?!学期)|(?:{YEAR4}年?{DASH})?(?P<y>(?<!\d){YEAR4})学年(?!度?前)", _read_occasion,
        ("2026年暑期", "2023—2024学年", "2022至2023学年", "2026学年"), ("每学年", "暑期")),
    Row("year_end", rf"(?<![\d〇一二三四五六七八九十每去次翌往历])(?<!(?<!原则)上)(?P<rel>[今本当明次翌]年|{_AFTER_NEXT})?年[底末]|(?P<rel>[今本当明次翌]年|{_AFTER_NEXT})[底末]",
        _read_day, ("年底", "今年年底", "后年底", "原则上年底", "会后年底"), ("每年底", "上年末")),
    Row("year", rf"{_Y}(?!\d+(?:[.月]\d+)?$)", _read_day, ("2020年", "二〇二五年"), ("20年", "2026年1", "2026年7月1")),
    Row("year", rf"(?<!\d)(?P<y>20\d{{2}})(?![\d./年月、—\-]){_AT_LIMIT}", _read_day, ("完成时限：2026",), ("编号：2026", "完成时限：20261231")),
    Row("year", r"(?P<y>20\d\d)(?=[、和及](?:20\d\d[、和及])*20\d\d年(?!度))", _read_day, ("2025、2026年", "2025、2026和2027年分别"), ("2025、2026个",)),
    Row("range", "(?P<first>今明|明后)两年", _read_two_years, ("今明两年，", "明后两年分别"), ("明年",)),
    Row("this_year", rf"(?<![\d〇一二三四五六七八九十半多两几每近])(?:年内|年度内|全年)|(?P<rel>本年)度(?=[，内底末]|$)|(?:(?P<rel>今年|(?<!基)本年|明年|{_AFTER_NEXT})内?)(?!度)", _read_day,
        ("年内", "今年", "明年", "年度内", "本年度，", "到后年"), ("三年内", "基本年", "达产后年产值", "建成后年接待游客")),
    Row("near_month", rf"(?P<near>{choice('month')})(?:{_D})?|(?<![\d〇一二三四五六七八九十每上当次各逐按个度半正腊])月(?=[底末]前)", _read_month_from_now,
        ("本月", "下月10日", "务必月底前"), ("6月底前", "每月底前")),
    Row("plan", rf"[“\"]?(?P<plan>{choice('plan')})·?五[”\"]?", _read_plan, ("“十四五”", "十五五"), ("十五",)),
    Row("issue", rf"(?:本?(?:{_PAPER})?{_ISSUE}之日|即日|(?<=从)现在|(?P<force>{_PAPER}(?:实施|施行|生效|执行)之日))", _read_issue,
        ("印发之日", "本通知印发之日", "本办法施行之日", "即日"), ("项目实施之日",)),
    Row("span", rf"(?<![\d〇OolI])(?:(?P<low>{_NUMBER})个?{DASH})?(?P<n>{_NUMBER})(?:个半(?P<w>月|小时|工作日|学期)|个?(?P<u>{_UNITS})(?P<half>(?<=[年天])半(?!数))?)", _read_span,
        ("三年", "20个工作日", "2-4年", "8.5分钟", "半年", "一年半", "两个半月", "3O日", "l5个工作日"), ("2020年",)),
)  # fmt: skip


# What a base begins with, so that most places of a text are passed over at once: a figure, also as it is misread, a word
# of lexicons/times.tsv, or one of the words in the rows; of what often begins other words, with what must follow.
_CLASSES = ("year", "term", "feast", "occasion", "month", "plan", "cycle")
_WORDS = {word for cls in _CLASSES for word in values(cls)}
_LETTERS = "".join(sorted(word for word in _WORDS if len(word) == 1))
_FIRST, _SECOND = ("".join(sorted({word[i] for word in _WORDS if len(word) > 1})) for i in (0, 1))
_HAN = "一二三四五六七八九十百"
# What may stand behind the figures that a base begins with; where days are asked for figures alone are one.
_FIGURES = (
    rf"\d[\dOolI〇○零]*(?:[年月日号曰目口天周星工自小分个季学起./\-—－~～至到一、和及]|$)|\d{_AT_LIMIT}"
)
_OPENS = (
    rf"(?={_FIGURES}|[IlO〇零每半{_LETTERS}]|[{_HAN}两几][{_HAN}\dOo〇○零半个年月日天周季旬星学工自小分、和至到\-—－~～]|[“\"]?[{_FIRST}][{_SECOND}]"
    rf"|[按逐]照?[{_FIRST}{_LETTERS}]|[次当本][年月日天]|明后|第[\d一二三四]|[上下]半|前[\d二两三四五六七八九十]|节|全年|即日|现在"
    r"|[本该通办方意细规措政文实公印发颁签下].{1,10}之日)"
)
# The same letter by letter: names of bodies and of places have none of them.
_BEGINNINGS = frozenset(
    f"0123456789０１２３４５６７８９IlO〇零每半{_LETTERS}{_HAN}两几{_FIRST}按逐次当本第上下前节全即现"
)


class Scan:
    """Some rows as one pattern, and each as its own."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.any = patterns.compile("|".join(rf"(?:{row.pattern})(?P<row{i}>)" for i, row in enumerate(rows)))

    def read(self, match: patterns.Match) -> Base | None:
        groups = match.groupdict()
        row = next(row for i, row in enumerate(self.rows) if groups[f"row{i}"] is not None)
        base = row.read(groups)
        return replace(base, kind=row.kind, start=match.start(), end=match.end()) if base else None

    def at(self, text: str, start: int) -> Base | None:
        """The base that begins at `start`: the first row whose reading holds."""
        for row in self.rows:
            match = patterns.compile(row.pattern).match(text, start)
            if match and (base := row.read(match.groupdict())):
                return replace(base, kind=row.kind, start=start, end=match.end())
        return None


_SCAN, _OPENING = Scan(BASES), patterns.compile(_OPENS)
# Of these the year is that of what stands before them: 2025年5月, 每年5月, 年度5月.
_YEARLESS = frozenset({"month", "day", "third", "range", "quarter"})
# 4.5年内 that opens a point is its number 4 and five years; 5.10个 and 3.11月 are never decimals.
_POINT = patterns.compile(
    r"(?:^|(?<=[。；]))\s*[1-9]\d?[.．](?=[1-9]\d{0,2}(?:年|个月)|(?:1[0-2]|[1-9])月|[1-9]\d?0[个天日])"
)


def _hangs(text: str, base: Base) -> bool:
    """Whether the year of a base without one stands before it as no base: 三年5月, 年度5月; 进度5月 is of no year."""
    alone = base.kind in _YEARLESS and not base.dated and not base.relative
    return alone and text[: base.start].endswith(("年", "年度", "季度"))


def bases(text: str) -> Iterator[Base]:
    """Every base in `text`, left to right, none overlapping another."""
    if _BEGINNINGS.isdisjoint(text) and "之日" not in text:
        return
    pointed = "." in text or "．" in text
    points = {match.end(): match.start() for match in _POINT.finditer(text)} if pointed else {}
    at, every = 0, -1
    # Asking for them where they may begin takes half as long as searching.
    for opened in _OPENING.finditer(text):
        if opened.start() < at or not (match := _SCAN.any.match(text, opened.start())):
            continue
        start = next((end for end, begin in points.items() if begin <= match.start() < end), match.start())
        base = (_SCAN.read(match) if start == match.start() else None) or _SCAN.at(text, start)
        if base is None:
            at = start if start > match.start() else start + 1
            continue
        at = base.end
        if base.kind == "every":
            every = base.end
        if every == start or not _hangs(text, base):
            yield base
