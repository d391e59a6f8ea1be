"""The time expressions of official notices: one rule a form, with the phrases that prove it.

The longest match from a place wins. What is no time at all (一查到底, 末端, 一刻钟, 〔2021〕) matches no rule; what
is a name (2023年工作要点) or past is left to the stage that reads deadlines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.language import patterns
from pipeline.language.rules import Rule
from pipeline.language.time_readers import (
    DATE,
    REL,
    SPAN,
    YEAR,
    D,
    M,
    N,
    Y,
    constant,
    read_by,
    read_every,
    read_expiry,
    read_months,
    read_plan,
    read_quarter,
    read_quarter_start,
    read_range,
    read_since,
    read_span,
    read_start,
    read_this_year,
    read_until,
    read_whole,
    read_year,
)
from pipeline.language.times import Day, FoundTime, Time

# 前后, 前期, 前往, 前三季度: this 前 ends nothing.
_EVE = r"前(?![后期往述三两二])"
_BY = rf"(?P<by>底(?:之前|以前|{_EVE})?|末(?:之前|{_EVE})?|{_EVE}|之前|以前|截?止|为止|初)"
_DIGITS = r"\d〇一二三四五六七八九十"
_PLAN = r"[“\"]?(?P<plan>十[一二三四五六])·?五[”\"]?"
_WORKS = "调度|通报|考核|报告|评估|总结|点评|督查|例会|推进会|汇总|盘点|分析|研判"
_ISSUED = Time("effective_from", start=Day(written=True))
_DASH = r"(?:[-—－~～]{1,2}|至|到)"


def _rule(
    name: str,
    pattern: str,
    read: Callable[[patterns.Match], Time | None],
    examples: Mapping[str, Time | None],
) -> Rule[Time]:
    return Rule(name, patterns.compile(pattern), read, examples)


# Long: one table of rules; cut in two, nobody would see which forms there are and which are missing.
# fmt: off
DATED: tuple[Rule[Time], ...] = (
    _rule("by_date", rf"(?:截至|截止到?|到|至|于|在)?{DATE}(?:[上中下]旬)?{_BY}", read_by, {
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
    _rule("to_date", rf"(?:到|至|截止到?){DATE}(?![度第初—\-])", read_until, {
        "到2025年，全区": Time("by", Day(2025)),
        "到2022年6月": Time("by", Day(2022, 6)),
        "到2025年第三季度": None,
    }),
    _rule("since", rf"{Y}(?:{M})?(?:{D})?以来", read_since, {"2021年以来": Time("past", Day(2021))}),
    _rule("closing", rf"(?:截止|申报|申请|报名|受理)(?:时间|日期|期限)(?:截止|截(?=至))?(?:为|到|至|：)?(?>{DATE})(?!起|至|—|-)", read_until, {
        "申报截止时间为2025年6月30日": Time("by", Day(2025, 6, 30)),
        "受理时间为2025年6月1日至6月30日": None,
    }),
    _rule("and_date", rf"(?<=[到至]{YEAR}(?:底|末)?[、和及与]){Y}(?:底|末)?(?!度)", read_until, {
        "到2025年和2030年，分别达到": Time("by", Day(2030)),
        "2025年和2030年": None,
    }),
    _rule("by_month", rf"(?<![\d年度每])(?:截至|截止到?|于|在|到)?{REL}{M}(?:{D}|底|末|[上中下]旬)?(?P<by>{_EVE}|之前|以前)", read_by, {
        "6月底前": Time("by", Day(None, 6)),
        "于10月31日前": Time("by", Day(None, 10, 31)),
        "今年6月底前": Time("by", Day(None, 6)),
        "明年3月底前": Time("by", Day(None, 3, ahead=1)),
        "6月前": Time("by", Day(None, 6, eve=True)),
        "3月前往": None,
    }),
    _rule("month_end", rf"(?:(?<![\d年度每])(?:到|至|于)?|截至|截止到?){REL}{M}(?P<by>底|末)(?!前)", read_by, {
        "9月底": Time("by", Day(None, 9)),
        "今年截至8月底": Time("past", Day(None, 8)),
    }),
    _rule("year_end", rf"(?<![{_DIGITS}每上去次翌往历])(?:到|于|在)?(?:今|本|当|明)?年年?[底末](?:之?前)?", read_this_year, {
        "年底前实现": Time("by", Day()),
        "今年年底": Time("by", Day()),
        "明年底前": Time("by", Day(ahead=1)),
        "每年底": None,
        "上年末": None,
    }),
    _rule("this_year", rf"(?<![{_DIGITS}半多两几每近])(?:年内|全年|今年|(?<!基)本年(?!度))(?!以来|[底末\d截]|实际|平均|日均|收入|支出|总(?![体计]))", read_this_year, {
        "力争年内开工": Time("during", Day(), Day()),
        "全年新增": Time("during", Day(), Day()),
        "三年内": None,
        "全年实际占用总床日数": None,
    }),
    _rule("within_year", rf"(?:在|于)?{Y}(?:全年|年?内)", read_whole, {"2023年内": Time("during", Day(2023), Day(2023))}),
    _rule("month", rf"(?:在|于)?{Y}{M}(?:份)?(?![{_DIGITS}底末前起初上中下至到—－~～\-印出发颁修以])", read_whole, {
        "2023年10月，举办": Time("during", Day(2023, 10), Day(2023, 10)),
        "2023年10月底": None,
        "2021年1月29日": None,
    }),
    _rule("month_of_doing",
          rf"(?<![\d年度每、至到\-—])(?:拟于|定于|计划于|于|在)?{REL}{M}(?:{D})?"
          r"(?=，?(?:举办|举行|启动|召开|开展|组织|完成|实施|上线|开工|开业|投用|印发|出台|发布|建成|投产))", read_whole, {
        "9月举办消费促进活动": Time("during", Day(None, 9), Day(None, 9)),
        "今年10月完成": Time("during", Day(None, 10), Day(None, 10)),
        "每年10月开展": None,
        "2025年10月完成": None,
    }),
    _rule("months",
          rf"(?<![\d年度每])(?:(?P<y1>{YEAR})|{REL})(?P<m1>{N}{{1,2}})月?{_DASH}{M}(?![{_DIGITS}底末前])", read_months, {
        "7月至9月": Time("range", Day(None, 9), Day(None, 7)),
        "2023年7—9月": Time("range", Day(2023, 9), Day(2023, 7)),
        "今年8—12月": Time("range", Day(None, 12), Day(None, 8)),
        "12月至9月": None,
    }),
    _rule("third_of_month", rf"(?<![\d度每年])(?:于|在)?(?:{Y}|{REL}){M}[上中下]旬(?!之?前)", read_whole, {
        "10月中旬举办": Time("during", Day(None, 10), Day(None, 10)),
        "2026年2月下旬": Time("during", Day(2026, 2), Day(2026, 2)),
    }),
    _rule("quarter",
          rf"(?<!每年第?)(?:到|于|在)?(?:{Y}|{REL})(?:(?P<half>[上下])半年|前(?P<first>[二两三])个?季度|第?(?P<q>[一二三四1-4])季度)"
          r"(?P<by>末|底|前|结束前)?(?!第)", read_quarter, {
        "2019年上半年": Time("during", Day(2019, 6), Day(2019, 1)),
        "2024年第三季度末": Time("by", Day(2024, 9)),
        "一季度": Time("during", Day(None, 3), Day(None, 1)),
        "今年二季度": Time("during", Day(None, 6), Day(None, 4)),
        "明年上半年": Time("during", Day(None, 6, ahead=1), Day(None, 1, ahead=1)),
        "每年第四季度": None,
        "前三季度": Time("during", Day(None, 9), Day(None, 1)),
    }),
    _rule("range", rf"(?:自|从)?(?P<y1>{YEAR[:-1]})年?起?{_DASH}{DATE}(?![度版第])", read_range, {
        "2019—2022年": Time("range", Day(2022), Day(2019)),
        "2023年至2025年": Time("range", Day(2025), Day(2023)),
    }),
    _rule("range_of_months",
          rf"(?:自|从)?(?P<y1>{YEAR})(?P<m1>{N}{{1,2}})月(?:(?P<d1>{N}{{1,3}})日)?(?:\d{{1,2}}时)?起?{_DASH}(?:{Y})?(?:{M})?(?:{D})?",
          read_range, {
        "2023年5月至12月": Time("range", Day(2023, 12), Day(2023, 5)),
        "2025年8月1日至2030年7月31日": Time("range", Day(2030, 7, 31), Day(2025, 8, 1)),
        "2026年1月1日0时起至2026年12月31日": Time("range", Day(2026, 12, 31), Day(2026, 1, 1)),
        "2023年5月至": None,
    }),
    _rule("five_year_plan", rf"(?:到|至)?{_PLAN}(?:时期|期)?(?P<by>末)|{_PLAN}(?:期间|时期|期内)", read_plan, {
        "到“十四五”末": Time("by", Day(2025)),
        "“十四五”期间": Time("during", Day(2025), Day(2021)),
        "“十四五”规划": None,
    }),
    _rule("bare_year",
          rf"(?<![〔（\d—\-]){Y}(?![度底末版第前上下初起{_DIGITS}]|以来|及?以[前后]|至|到|—|-|(?:印发|出台|发布|颁布|修订)(?:的|了|《|※))",
          read_year, {
        "2020年，全区": Time("during", Day(2020), Day(2020), bare=True),
        "2023年度": None,
        "〔2021〕7号": None,
    }),
)

STARTS_AND_ENDS: tuple[Rule[Time], ...] = (
    _rule("from_issue",
          r"自?(?:本(?:通知|办法|方案|意见|细则|规定|措施|政策))?(?:印发|发布|公布|下发|颁布|发文|公告|签发|颁发)之日起"
          rf"(?:正式)?(?:施行|实施|执行|生效|试行)?(?![{_DIGITS}]+(?:个|日|天|年|工作))", constant(_ISSUED), {
        "自印发之日起施行": _ISSUED,
        "自发布之日起30日后": None,
    }),
    _rule("from_date", rf"(?:自|从)?{DATE}(?:开始|起)(?!至|到)", read_start, {
        "自2019年1月1日起施行": Time("effective_from", start=Day(2019, 1, 1)),
        "2020年起，": Time("effective_from", start=Day(2020)),
    }),
    _rule("from_month", rf"(?<![\d年度每、至到\-—])(?:自|从)?{REL}{M}(?:{D})?(?:开始|起)(?!至|到)", read_start, {
        "9月起每月报送": Time("effective_from", start=Day(None, 9)),
        "从9月起全面实施": Time("effective_from", start=Day(None, 9)),
        "自10月1日起": Time("effective_from", start=Day(None, 10, 1)),
    }),
    _rule("from_quarter", rf"(?:[自从](?:{Y}|{REL})|{Y})(?:(?P<half>[上下])半年|(?P<first>(?!))|第?(?P<q>[一二三四1-4])季度)(?P<by>(?!))?(?:开始|起)",
          read_quarter_start, {
        "从2023年第二季度起": Time("effective_from", start=Day(2023, 4)),
        "2023年下半年起": Time("effective_from", start=Day(2023, 7)),
    }),
    _rule("expires",
          r"(?:有效期限?|(?:实施|执行|政策|试行|优惠|缓缴)?期限?|执行|延续|延长|实施|顺延)(?:截?至|到|为|截止到?)"
          rf"(?>{DATE})(?:底|末|止)?(?!起?[至到—\-])", read_expiry, {
        "有效期至2030年7月31日": Time("expires", Day(2030, 7, 31)),
        "实施期限为2024年1月1日至2026年12月31日": None,
        "缓缴期限执行到2022年底": Time("expires", Day(2022)),
    }),
)

SPANS: tuple[Rule[Time], ...] = (
    _rule("recurring",
          r"(?<![人户床亩张])每(?P<every>半年|季度|个?季|[两二三四五六2-6]个?月|个?月|周|[两二三四五2-5]年|年)度?"
          rf"(?:年?[初底末]|第?[一二三四1-4]季度|[上下]半年|{N}{{1,2}}月(?:份|底|初|{N}{{1,3}}日)?)?前?(?!龄)", read_every, {
        "每年2月底前": Time("recurring", period="P1Y"),
        "每季度": Time("recurring", period="P3M"),
        "每半年": Time("recurring", period="P6M"),
        "每月对": Time("recurring", period="P1M"),
        "每两年": Time("recurring", period="P2Y"),
        "每2个月": Time("recurring", period="P2M"),
        "每年第四季度": Time("recurring", period="P1Y"),
        "每人每年360元": None,
    }),
    _rule("cycle", r"(?P<every>[两二三四五2-5]年)(?:为)?一(?:个|大)?(?:周期|轮(?!车|船))", read_every, {
        "5年一周期的全员轮训": Time("recurring", period="P5Y"),
        "三年一轮": Time("recurring", period="P3Y"),
    }),
    _rule("regular",
          r"按照?(?P<every>半年|年|月|季|周)度?(?=实施|开展|进行|调度|通报|报送|上报|考核|评估|组织|公布|发布|统计|推进|汇总)"
          rf"|(?<![{_DIGITS}每半上下当本跨全个今去明年月近逐度])(?P<every>[年月季周])(?={_WORKS})", read_every, {
        "按照年度实施": Time("recurring", period="P1Y"),
        "“月调度、": Time("recurring", period="P1M"),
        "年度考核": None,
        "半年考核": None,
    }),
    _rule("within",
          rf"(?:[^，。；、（）]{{2,14}}之日起)?[在于]?(?<![\d第.近超过])(?:\d+[-—~－～])?{SPAN}(?:以内|之内|内)(?![部容地外设蒙])",
          read_span, {
        "三年内": Time("duration", period="P3Y"),
        "20个工作日内": Time("duration", period="P20D"),
        "裁定受理之日起6个月内审结": Time("duration", period="P6M"),
        "24小时内": Time("duration", period="PT24H"),
        "近三年内": None,
    }),
    _rule("within_member",
          r"(?<![\d.第A-Za-z])(?P<n>\d+(?:\.\d+)?)(?=、\d+(?:\.\d+)?个?(?P<u>月|工作日|天|日|小时|分钟)(?:以内|之内|内))",
          read_span, {"分别压缩至2.5、5个工作日以内": Time("duration", period="P2.5D")}),
    _rule("no_longer_than", rf"(?:不(?:得|应)?(?:超过|多于|高于)|最长(?!不)|至多){SPAN}", read_span, {
        "不超过5个工作日": Time("duration", period="P5D"),
        "最长不超过240个月": Time("duration", period="P240M"),
        "不超过2021年度出让地价": None,
    }),
    _rule("term",
          rf"(?:不(?:得|应)?(?:低于|少于|短于)|至少){SPAN}(?=的?[^，。；]{{0,10}}(?:协议|合同|期))"
          rf"|(?:有效期|为期|期限|服务期|租期|试点期|试行期|周期)限?(?:为|是|一般为)?{SPAN}(?![底末前])", read_span, {
        "签订不低于5年的社区养老服务协议": Time("duration", period="P5Y"),
        "有效期5年": Time("duration", period="P5Y"),
        "不少于20天": None,
    }),
    _rule("same_day",
          r"当[日天](?=[^，。；、]{0,4}(?:受理|办结|办理|反馈|完成|送达|报送|上报|出具|答复|领取|发放))",
          constant(Time("duration", period="P1D")), {"做到当日受理": Time("duration", period="P1D"), "当天天气": None}),
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
