"""The time expressions of official notices: one rule a form, with the phrases that prove it.

The longest match from a place wins. What is no time at all (一查到底, 末端, 一刻钟, 〔2021〕) matches no rule; what
is a name (2023年工作要点) or past is left to the stage that reads deadlines.
"""

from __future__ import annotations

from pipeline.language.rules import Rule
from pipeline.language.time_pieces import CLOCK, DASH, DATE, DIGITS, N2, N3, REL, THIRD, YEAR, D, M, Y
from pipeline.language.time_pieces import time_rule as _rule
from pipeline.language.time_readers import (
    read_by,
    read_festival,
    read_months,
    read_plan,
    read_quarter,
    read_range,
    read_since,
    read_this_year,
    read_until,
    read_whole,
    read_year,
)
from pipeline.language.time_spans import SPANS
from pipeline.language.time_starts import STARTS_AND_ENDS
from pipeline.language.times import Day, FoundTime, Time

# 前后, 前期, 前往, 前三季度: this 前 ends nothing.
_EVE = r"前(?![后期往述三两二])"
_BY = rf"(?P<by>底(?:之前|以前|{_EVE})?|末(?:之前|{_EVE})?|{_EVE}|之前|以前|截?止|为止|初)"
_PLAN = r"[“\"]?(?P<plan>十[一二三四五六])·?五[”\"]?"
# What takes place at a time rather than being dated by it.
_DOING = "举办|举行|启动|召开|开展|组织|完成|实施|上线|开工|开业|投用|印发|出台|发布|建成|投产"
_FEAST = r"[“\"]?(?P<feast>春节|元宵节?|清明节?|端午节?|中秋节?|重阳节|元旦节?|五一节?|十一(?!五|[月日条章])|国庆节?|(?:五一)?劳动节)[”\"]?"
# The year of accounts is a time where a figure is to be reached in it: 2025年度增长目标为6%.
_REACHED = r"(?=[^，。；]{0,50}?(?:目标为|控制在|达到|不低于|不超过|增长|下降)[^，。；]{0,4}\d)"


# Long: one table of rules; cut in two, nobody would see which forms there are and which are missing.
# fmt: off
DATED: tuple[Rule[Time], ...] = (
    _rule("by_date", rf"(?:截至|截止到?|到|至|于|在)?{DATE}{CLOCK}(?:{THIRD})?{_BY}", read_by, {
        "2025年底前": Time("by", Day(2025)),
        "于2019年11月底前完成": Time("by", Day(2019, 11)),
        "2023年2月10日前": Time("by", Day(2023, 2, 10)),
        "2020年年底前": Time("by", Day(2020)),
        "2022年3月前": Time("by", Day(2022, 3, eve=True)),
        "2025年前": Time("by", Day(2025, eve=True)),
        "二〇二五年底": Time("by", Day(2025)),
        "截至2022年底": Time("past", Day(2022)),
        "2025年12月31日前（含）竣工": Time("by", Day(2025, 12, 31)),
        "2025年12月31日24时前": Time("by", Day(2025, 12, 31)),
        "在2026年2月中旬前": Time("by", Day(2026, 2, third=2, eve=True)),
        "一查到底": None,
    }),
    _rule("by_date_of_list",
          rf"(?:分别)?(?:于|在)?(?:{Y})?{M}(?:{D}|底|末)(?=(?:、|和|及|以及|或)(?:{YEAR})?{N2}月(?:{N3}[日号]|底|末)?(?:之前|以前|{_EVE}))",
          read_until, {
        "分别于2025年3月31日、2026年3月31日前公布": Time("by", Day(2025, 3, 31)),
        "请于6月15日、12月15日前报送": Time("by", Day(None, 6, 15)),
        "6月15日、12月15日举行": None,
    }),
    _rule("to_date", rf"(?:到|至|截止到?){DATE}{CLOCK}(?![度第初—\-])", read_until, {
        "到2025年，全区": Time("by", Day(2025)),
        "到2022年6月": Time("by", Day(2022, 6)),
        "到2025年第三季度": None,
    }),
    _rule("since", rf"{Y}(?:{M})?(?:{D})?以来", read_since, {"2021年以来": Time("past", Day(2021))}),
    _rule("closing", rf"(?:截止|申报|申请|报名|受理)(?:时间|日期|期限)(?:截止|截(?=至))?(?:为|到|至|：)?(?>{DATE}{CLOCK})(?!起|至|—|-)", read_until, {
        "申报截止时间为2025年6月30日": Time("by", Day(2025, 6, 30)),
        "受理时间为2025年6月1日至6月30日": None,
    }),
    _rule("closing_day",
          rf"(?<!每年度?)(?:截止|申报|申请|报名|受理)(?:时间|日期|期限)(?:截止|截(?=至))?(?:为|到|至|：)?(?:{REL})(?>{M}{D})(?!起|至|—|-)", read_until, {
        "报名截止日期为9月30日": Time("by", Day(None, 9, 30)),
        "报名时间为9月1日至9月30日": None,
    }),
    _rule("postponed",
          r"(?:缴纳|交纳|补足|补缴|缴存|偿还|归还|还款|还本|付息|申报|申请|报名|整改|清缴)[^，。；]{0,12}?(?:延长|延期|推迟|顺延|延)(?:至|到)"
          rf"{DATE}(?:{THIRD}|底|末)?", read_until, {
        "补足保证金期限延长至2024年3月31日": Time("by", Day(2024, 3, 31)),
        "优惠政策延长至2024年12月31日": None,
    }),
    _rule("festival", rf"(?:于|在)?(?:{Y}|{REL}){_FEAST}(?:假期)?(?:前夕?|之前)(?!后|期|往|夕)", read_festival, {
        "争取元宵节前复工": Time("by", Day(festival="元宵节")),
        "2024年国庆节前建成": Time("by", Day(2024, festival="国庆节")),
        "春节前后": None,
    }),
    _rule("and_date", rf"(?<=[到至]{YEAR}(?:底|末)?[、和及与]){Y}(?:底|末)?(?!度)", read_until, {
        "到2025年和2030年，分别达到": Time("by", Day(2030)),
        "2025年和2030年": None,
    }),
    _rule("by_month", rf"(?<![\d年度每])(?:截至|截止到?|于|在|到)?{REL}{M}(?:{D}{CLOCK}|底|末|{THIRD})?(?P<by>{_EVE}|之前|以前)", read_by, {
        "6月底前": Time("by", Day(None, 6)),
        "星期五7月15日前": Time("by", Day(None, 7, 15)),
        "于10月31日前": Time("by", Day(None, 10, 31)),
        "今年6月底前": Time("by", Day(None, 6)),
        "明年3月底前": Time("by", Day(None, 3, ahead=1)),
        "6月前": Time("by", Day(None, 6, eve=True)),
        "3月上旬前": Time("by", Day(None, 3, third=1, eve=True)),
        "3月前往": None,
    }),
    _rule("month_end", rf"(?:(?<![\d年度每])(?:到|至|于)?|截至|截止到?){REL}{M}(?P<by>底|末)(?!前)", read_by, {
        "9月底": Time("by", Day(None, 9)),
        "今年截至8月底": Time("past", Day(None, 8)),
    }),
    _rule("year_end", rf"(?<![{DIGITS}每上去次翌往历])(?:到|于|在)?(?:今|本|当|明|后)?年年?[底末](?:之?前)?", read_this_year, {
        "年底前实现": Time("by", Day()),
        "今年年底": Time("by", Day()),
        "明年底前": Time("by", Day(ahead=1)),
        "后年年底": Time("by", Day(ahead=2)),
        "每年底": None,
        "上年末": None,
    }),
    _rule("this_year", rf"(?<![{DIGITS}半多两几每近])(?:年内|全年|今年|(?<!基)本年(?!度))(?!以来|[底末\d截]|至今|实际|平均|日均|收入|支出|采购|预算|总(?![体计])|[^，。；]{{0,8}}发生)", read_this_year, {
        "力争年内开工": Time("during", Day(), Day()),
        "全年新增": Time("during", Day(), Day()),
        "三年内": None,
        "全年实际占用总床日数": None,
        "汇总全年采购项目": None,
        "今年疫情发生后": None,
    }),
    _rule("within_year", rf"(?:在|于)?{Y}(?:全年|年?内)", read_whole, {"2023年内": Time("during", Day(2023), Day(2023))}),
    _rule("month", rf"(?:在|于)?{Y}{M}(?:份)?(?![{DIGITS}底末前起初上中下至到—－~～\-印出发颁修以])", read_whole, {
        "2023年10月，举办": Time("during", Day(2023, 10), Day(2023, 10)),
        "2023年10月底": None,
        "2021年1月29日": None,
    }),
    _rule("month_of_doing",
          rf"(?<![\d年度每、至到\-—])(?:拟于|定于|计划于|于|在)?{REL}{M}(?:{D})?"
          rf"(?=，?(?:{_DOING}))", read_whole, {
        "9月举办消费促进活动": Time("during", Day(None, 9), Day(None, 9)),
        "今年10月完成": Time("during", Day(None, 10), Day(None, 10)),
        "每年10月开展": None,
        "2025年10月完成": None,
    }),
    _rule("months",
          rf"(?<![\d年度每])(?:(?P<y1>{YEAR})|{REL})(?P<m1>{N2})月?{DASH}{M}(?![{DIGITS}底末前])", read_months, {
        "7月至9月": Time("range", Day(None, 9), Day(None, 7)),
        "2023年7—9月": Time("range", Day(2023, 9), Day(2023, 7)),
        "今年8—12月": Time("range", Day(None, 12), Day(None, 8)),
        "12月至9月": None,
    }),
    _rule("days",
          rf"(?<![\d年度每])(?:自|从)?{REL}(?P<m1>{N2})月(?P<d1>{N3})[日号]{CLOCK}起?{DASH}(?:{M})?{D}{CLOCK}(?:止|期间)?", read_months, {
        "自7月1日起至9月30日止": Time("range", Day(None, 9, 30), Day(None, 7, 1)),
        "6月1日—30日": Time("range", Day(None, 6, 30), Day(None, 6, 1)),
        "6月1日至学期末": None,
    }),
    _rule("third_of_month", rf"(?<![\d度每年])(?:于|在)?(?:{Y}|{REL}){M}{THIRD}(?!之?前)", read_whole, {
        "10月中旬举办": Time("during", Day(None, 10, third=2), Day(None, 10, third=2)),
        "2026年2月下旬": Time("during", Day(2026, 2, third=3), Day(2026, 2, third=3)),
    }),
    _rule("quarter",
          rf"(?<!每年第?|[上下每各])(?:到|于|在)?(?:{Y}|{REL})(?:(?P<half>[上下])半年|前(?P<first>[二两三])个?季度|第?(?P<q>[一二三四1-4])季度)"
          r"(?P<by>末|底|前|结束前)?(?!第|开门红)", read_quarter, {
        "2019年上半年": Time("during", Day(2019, 6), Day(2019, 1)),
        "2024年第三季度末": Time("by", Day(2024, 9)),
        "一季度": Time("during", Day(None, 3), Day(None, 1)),
        "今年二季度": Time("during", Day(None, 6), Day(None, 4)),
        "明年上半年": Time("during", Day(None, 6, ahead=1), Day(None, 1, ahead=1)),
        "每年第四季度": None,
        "上一季度": None,
        "前三季度": Time("during", Day(None, 9), Day(None, 1)),
    }),
    _rule("range", rf"(?:自|从)?(?P<y1>{YEAR[:-1]})年?起?{DASH}{DATE}(?![度版第])", read_range, {
        "2019—2022年": Time("range", Day(2022), Day(2019)),
        "2023年至2025年": Time("range", Day(2025), Day(2023)),
    }),
    _rule("range_of_months",
          rf"(?:自|从)?(?P<y1>{YEAR})(?P<m1>{N2})月(?:(?P<d1>{N3})[日号])?{CLOCK}起?{DASH}(?:{Y})?(?:{M})?(?:{D}{CLOCK})?(?:底|末)?(?:止|期间)?",
          read_range, {
        "2023年5月至12月": Time("range", Day(2023, 12), Day(2023, 5)),
        "2025年8月1日至2030年7月31日": Time("range", Day(2030, 7, 31), Day(2025, 8, 1)),
        "2026年1月1日0时起至2026年12月31日": Time("range", Day(2026, 12, 31), Day(2026, 1, 1)),
        "2022年5月16日（含5月16日）至2024年5月15日（含5月15日），": Time("range", Day(2024, 5, 15), Day(2022, 5, 16)),
        "2023年5月至": None,
    }),
    _rule("five_year_plan", rf"(?:到|至)?{_PLAN}(?:时期|期)?(?P<by>末)|{_PLAN}(?:期间|时期|期内)", read_plan, {
        "到“十四五”末": Time("by", Day(2025)),
        "“十四五”期间": Time("during", Day(2025), Day(2021)),
        "“十四五”规划": None,
    }),
    _rule("year_of_account", rf"{Y}度{_REACHED}", read_whole, {
        "确定2025年度销售增长目标为6%": Time("during", Day(2025), Day(2025)),
        "编制2025年度报告": None,
    }),
    _rule("bare_year",
          rf"(?<![〔（\d—\-]){Y}(?![度底末版第前初起月是{DIGITS}]|[上下](?:半|年|季|学期|月|旬)|确定为|作为|以来|及?以[前后]|至|到|—|-|(?:印发|出台|发布|颁布|修订)(?:的|了|《|※))",
          read_year, {
        "2020年，全区": Time("during", Day(2020), Day(2020), bare=True),
        "2023年下达": Time("during", Day(2023), Day(2023), bare=True),
        "2023年下旬": None,
        "2023年度": None,
        "2023年是开局之年": None,
        "〔2021〕7号": None,
    }),
)
# fmt: on

RULES = DATED + STARTS_AND_ENDS + SPANS


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
