"""Time expressions that say from when or until when something holds: the table's part of beginnings and ends."""

from __future__ import annotations

from pipeline.language.rules import Rule
from pipeline.language.time_pieces import CLOCK, DATE, DIGITS, REL, THIRD, D, M, Y
from pipeline.language.time_pieces import time_rule as _rule
from pipeline.language.time_readers import (
    read_expiry,
    read_issue,
    read_quarter_start,
    read_range_from_issue,
    read_start,
    read_term_start,
)
from pipeline.language.times import Day, Time

_ISSUED = Time("effective_from", start=Day(written=True))
_IN_FORCE = Time("effective_from", start=Day(in_force=True))
_PAPER = r"(?:本|该)?(?:通知|办法|方案|意见|细则|规定|措施|政策措施|政策|文件|实施细则|实施意见|实施方案|通告|公告|规划)"
_ISSUE = r"(?:印发|发布|公布|下发|颁布|发文|公告|签发|颁发)(?:实施|施行|执行)?"
# 自2020年起至2022年 is a range, 自2023年6月起至任务完成为止 a beginning.
_OPEN = rf"(?!(?:至|到)[{DIGITS}])"
_FROM = rf"(?:开始|起(?![草来步点伏飞])){_OPEN}"
_TAKES_FORCE = r"(?=(?:正式|全面)?(?:施行|实施|执行|生效|启用)(?!期|情况|方案))"

# Long: one table of rules; cut in two, nobody would see which forms there are and which are missing.
# fmt: off
STARTS_AND_ENDS: tuple[Rule[Time], ...] = (
    _rule("from_issue",
          rf"(?:自|从)?(?:本)?(?:{_PAPER})?{_ISSUE}之日(?:起(?:正式)?(?:施行|实施|执行|生效|试行)?|(?=生效))"
          rf"(?![{DIGITS}半两满内后前至到]|届满)", read_issue, {
        "自印发之日起施行": _ISSUED,
        "自发布之日生效": Time("effective_from", start=Day(written=True)),
        "自本办法印发之日起，原办法废止": _ISSUED,
        "自发布之日起30日后": None,
        "公告之日起满6个月": None,
        "自发布之日起至年底": None,
    }),
    _rule("from_now", rf"(?:自|从)?即日起(?:施行|实施|执行)?{_OPEN}", read_issue, {
        "本通知即日起实施": _ISSUED,
        "即日起至2025年3月31日": None,
    }),
    _rule("from_force", rf"自?(?:{_PAPER})(?:实施|施行|生效|执行)之日起(?![{DIGITS}半两满内后前至到])", read_issue, {
        "自本办法施行之日起，原办法同时废止": _IN_FORCE,
        "项目实施之日起": None,
    }),
    _rule("range_from_issue",
          rf"(?:(?:自|从)[^，。；]{{0,16}}?(?:印发|发布|公布|下发|颁布|发文|公告|签发|实施|施行|执行)之日|(?:自|从)?即日)起?(?:至|到)[^，。；\d]{{0,60}}?"
          rf"{DATE}{CLOCK}(?:有效期)?(?:届满)?(?:之日)?(?:底|末)?(?:止|为止)?", read_range_from_issue, {
        "自本文件发布之日起至2023年2月20日24:00止": Time("range", Day(2023, 2, 20), Day(written=True)),
        "即日起至2025年3月31日": Time("range", Day(2025, 3, 31), Day(written=True)),
        "自发布之日起至任务完成": None,
    }),
    _rule("from_date", rf"(?:自|从)?{DATE}{CLOCK}{_FROM}", read_start, {
        "自2019年1月1日起施行": Time("effective_from", start=Day(2019, 1, 1)),
        "2020年起，": Time("effective_from", start=Day(2020)),
        "2023年6月起至任务完成为止": Time("effective_from", start=Day(2023, 6)),
        "2026年9月1日0时起": Time("effective_from", start=Day(2026, 9, 1)),
        "2020年起至2022年": None,
    }),
    _rule("from_term", rf"(?:自|从)?(?:{Y}|{REL})(?P<term>[秋春])季?(?:学期)?(?:开学|入学|招生)?{_FROM}", read_term_start, {
        "从2022年秋季学期开始": Time("effective_from", start=Day(2022, 9)),
        "2025年春季学期起": Time("effective_from", start=Day(2025, 3)),
    }),
    _rule("from_date_of", rf"(?:自|从)(?>{DATE})(?!月)度?[^，。；、{DIGITS}※至到]{{1,8}}?(?<![发兴引掀]){_FROM}", read_start, {
        "从2024年中招开始": Time("effective_from", start=Day(2024)),
        "自2025年1月份工资起发放": Time("effective_from", start=Day(2025, 1)),
        "自2021年3月发起": None,
    }),
    _rule("in_force_from", rf"(?:自|从|于)(?>{DATE}){_TAKES_FORCE}", read_start, {
        "本办法自2025年3月1日施行": Time("effective_from", start=Day(2025, 3, 1)),
        "于2025年3月1日前实施": None,
    }),
    _rule("from_month", rf"(?<![\d年度每、至到\-—])(?:自|从)?{REL}{M}(?:{D})?{CLOCK}{_FROM}", read_start, {
        "9月起每月报送": Time("effective_from", start=Day(None, 9)),
        "从9月起全面实施": Time("effective_from", start=Day(None, 9)),
        "自10月1日起": Time("effective_from", start=Day(None, 10, 1)),
        "10月19日（含）起": Time("effective_from", start=Day(None, 10, 19)),
    }),
    _rule("after_day",
          rf"(?:(?<![\d年度每、至到\-—])(?:自|从|于|在)?{REL}|(?:自|从|于|在)?{Y}){M}{D}{CLOCK}(?:之后|以后|后)(?![续勤备期半续])", read_start, {
        "请于8月15日后登录系统": Time("effective_from", start=Day(None, 8, 15)),
        "2023年4月1日（含当日）以后取得许可证": Time("effective_from", start=Day(2023, 4, 1)),
        "8月15日后续": None,
    }),
    _rule("not_before", rf"(?:最早)?不(?:得)?早于(?:{Y}|{REL}){M}(?:{D})?", read_start, {
        "最早不早于2023年1月1日": Time("effective_from", start=Day(2023, 1, 1)),
        "不早于前一年": None,
    }),
    _rule("from_quarter", rf"(?:[自从](?:{Y}|{REL})|{Y})(?:(?P<half>[上下])半年|(?P<first>(?!))|第?(?P<q>[一二三四1-4])季度)(?P<by>(?!))?(?:开始|起)",
          read_quarter_start, {
        "从2023年第二季度起": Time("effective_from", start=Day(2023, 4)),
        "2023年下半年起": Time("effective_from", start=Day(2023, 7)),
    }),
    _rule("expires",
          r"(?:有效期限?|(?:实施|执行|政策|试行|优惠|缓缴)?期限?|执行|延续|延长|实施|顺延)(?:截?至|到|为|截止到?)"
          rf"(?>{DATE})(?:底|末|止|{THIRD})?(?!起?[至到—\-])", read_expiry, {
        "有效期至2030年7月31日": Time("expires", Day(2030, 7, 31)),
        "实施期限为2024年1月1日至2026年12月31日": None,
        "缓缴期限执行到2022年底": Time("expires", Day(2022)),
    }),
    _rule("runs_out", rf"(?:将?于|在)?(?:{Y}|{REL}){M}{D}{CLOCK}(?:有效期)?(?:到期|期满|届满|失效|废止|停止执行|终止)", read_expiry, {
        "该办法将于今年10月18日到期": Time("expires", Day(None, 10, 18)),
        "于2023年10月18日有效期届满": Time("expires", Day(2023, 10, 18)),
        "2023年10月18日印发": None,
    }),
)
# fmt: on
