"""Second table: what the words before and behind a base make of it – 到2025年, 6月底前, 自印发之日起, “十四五”期间.

A row says for which bases, between which lead and edge, a time is read and which. Rows are tried in order; the first
whose words fit and whose reading holds is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.language import patterns
from pipeline.language.times.bases import N2, Base, choice
from pipeline.language.times.calendar import Day, FoundTime, Time
from pipeline.language.words import alternation

_LEADS = ("to", "as_of", "from", "at")
_EDGES = ("before", "until", "start", "after", "since", "during", "within", "begin", "midway")
# 以上任务|于6月底前完成, but 请|务于6月底前完成.
_NO_WORD_BEFORE = "(?<![任服业事政医劳商财防](?=务于))"
_LEAD = patterns.compile(f"{_NO_WORD_BEFORE}(?:" + "|".join(f"(?P<{c}>{choice(c)})" for c in _LEADS) + ")$")
_EDGE = patterns.compile(f"(?P<end>{choice('end')})?(?:{'|'.join(f'(?P<{c}>{choice(c)})' for c in _EDGES)})?")
_LONGEST_BEFORE = 40
NO = "-"


@dataclass(frozen=True, slots=True)
class Setting:
    """A base and the words at it: `lead` and `edge` are classes of words (NO: there is none), `ended` where 底 or 末
    stands behind it, text[start:end] the base with them."""

    base: Base
    lead: str
    edge: str
    ended: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """For bases of `kinds`, with one of these leads and edges, what `read` makes of them.

    `dated` asks that the year is said (False: that it is not), `ended` that 底 or 末 is (None: either). `before`,
    `behind` and `unless` are patterns of what stands right before, right behind, and must not stand behind.
    """

    name: str
    kinds: str
    read: Callable[[Setting], Time | None]
    examples: Mapping[str, Time | None] = field(default_factory=dict)
    leads: str = "- to as_of from at"
    edges: str = NO
    dated: bool | None = None
    ended: bool | None = False
    before: str = ""
    behind: str = ""
    unless: str = ""


def setting(text: str, base: Base) -> Setting:
    """The base with the words right before and behind it."""
    lead = _LEAD.search(text, max(0, base.start - 4), base.start)
    edge = _EDGE.match(text, base.end)
    assert edge is not None
    word = edge.lastgroup or NO
    ended = bool(edge["end"]) or base.kind == "year_end"
    start = lead.start() if lead else base.start
    return Setting(
        base,
        (lead.lastgroup if lead else None) or NO,
        NO if word == "end" else word,
        ended,
        start,
        edge.end(),
    )


def _by(at: Setting) -> Time:
    """2025年底前, 6月30日前; 2025年前 without 底 is the day before it begins."""
    last = at.base.last
    eve = at.edge == "before" and not (at.ended or last.day or last.festival or last.occasion)
    return Time("by", replace(at.base.first if eve else last, eve=eve))


def _during(at: Setting) -> Time:
    return Time("during", at.base.last, at.base.first)


def _range(at: Setting) -> Time:
    return Time("range", at.base.last, at.base.first)


def _past(at: Setting) -> Time:
    return Time("past", at.base.last)


def _from(at: Setting) -> Time:
    return Time("effective_from", start=at.base.first)


def _expires(at: Setting) -> Time:
    return Time("expires", at.base.last)


def _bare(at: Setting) -> Time:
    """2020年，: the words around decide what it is."""
    return Time("during", at.base.last, at.base.first, bare=True)


def _early(at: Setting) -> Time:
    """3月初: its first ten days."""
    return Time("by", replace(at.base.last, third=1))


_DIGITS = r"\d〇一二三四五六七八九十"
# 2025年三月, 2025年二季度; 2025年四川 and 2025年十堰 are places.
_COUNTED = "[〇一二三四五六七八九十]{1,3}(?:月|季|旬|[日号](?!\\p{Han})|个)"
# 自2020年起至2022年 is a range, 自2023年6月起至任务完成为止 a beginning.
_OPEN = rf"(?:至|到)[{_DIGITS}]"
# 3月16日起运: 起 is of a word; 9月1日起运行.
_BEGUN = rf"{_OPEN}|运(?:$|[，。；、：）])"
_CLOSED = r"起|至|到|—|-|－|~|～"
# What takes place at a time rather than being dated by it.
_DOING = "举办|举行|启动|召开|开展|组织|完成|实施|上线|开工|开业|投用|印发|出台|发布|建成|投产"
# The year of accounts is a time where a figure is to be reached in it: 2025年度增长目标为6%.
_REACHED = r"(?=[^，。；]{0,50}?(?:目标为|控制在|达到|不低于|不超过|增长|下降)[^，。；]{0,4}\d)"
# 2026年度目标任务：新增学位2000个: what is aimed at in it stands behind the mark.
_AIMS = r"\p{Han}{0,4}(?:目标|任务|计划|指标){1,2}[为是]?："
# What was reached is kept from then on: 2028年及以后保持在95%以上.
_KEPT_ON = rf"(?:及[以之]后)?(?<=后)(?:每年|各年度?|年度)?，?(?:每年|始终|持续|继续|长期|均|都|要|应|全面)?(?=(?:{alternation('hold')}))"
_TAKES_FORCE = r"(?=(?:正式|全面)?(?:施行|实施|执行|生效|启用)(?!期|情况|方案))"
_IN_FORCE = r"(?:正式)?(?:施行|实施|执行|生效|试行)?"
_OWED = "缴纳|交纳|补足|补缴|缴存|偿还|归还|还款|还本|付息|申报|申请|报名|整改|清缴"
_CLOSING = (
    r"(?:(?:申报|申请|报名|受理|完成|整改|落实|办结|报送|推进|建成|竣工|验收)(?:的?(?:时间|日期|期限|时限|节点|日))?(?:要求)?(?:截止|截(?=至))?(?:为|到|至|：)"
    r"|(?:截止|申报|申请|报名|受理|完成)(?:时间|日期|期限|时限)(?:截止|截(?=至))?(?:为|到|至|：)?"
    r"|(?:时限|(?<!\p{Han})期限|时间节点|(?:时间|进度)(?:安排|要求))(?:要求)?(?:为|：))"
)
# A number of its own right behind a year: 2027年74%, 2027年120家; 2027年7-9 and 2027年12日 are parts of a day.
_NUMBER = r"\d+(?:\.\d+)?(?:[%％万亿余多]|个(?!月)|[^\d\s.．/、，。；）)年月日号时分点级期度\-—－~～至到起])"
# What a number may be held to: 不少于3次, 至少3次.
_LIMIT = rf"不?(?:得|应)?(?:{alternation('comparator')})"
# What is done in a year of accounts (2026年度新增) or in brackets (（2026年完成2个）).
_ACTS = rf"{_DOING}|新增|新建|改造|培训|培育|引进|招收|投入|实现|达到|安排|计划完成|力争|争取|确保|拟"
# What a plan does in a month: 3月制定方案, 9月竣工, 12月验收.
_DEEDS = rf"{_ACTS}|{alternation('make')}|{alternation('handled')}|总结|报送|上报"
# What is told of a day rather than set for it.
_HAPPENED = "印发|发布|公布|颁布|下发|出台|成立|经|由|修订|修正|通过|批准|审议|第"
# What takes place on a day that is set for it.
_HELD = (
    r"(?:报名|报到|注册|开学|上课|开课|笔试|面试|考试|测试|培训|会议|活动|比赛|竞赛|评审|答辩|受理|缴费|领取|发放|录取|检查|施工|实施|集合|征集)"
    r"(?:的?时间|日期)?(?:拟定于|定于|定在|(?<=时间|日期)(?:为|是|：))(?:20\d\d年)?"
    r"|(?<=^|[）、.．\s])时间："
)
_VALID = r"(?:(?:有效|实施|执行|政策|试行|优惠|缓缴)?(?<![近远中长短早前后])期限?|执行|延续|延长|实施|顺延)(?:截?至|到|为|截止[到至]?)"
_MADE = r"(?:印发|出台|发布|颁布|修订)(?:的|了)"
_ISSUED, _FORCE = (
    Time("effective_from", start=Day(written=True)),
    Time("effective_from", start=Day(in_force=True)),
)
_DATES = "year month third day"

# Long: one table; cut in two, nobody would see which readings there are and which are missing.
READINGS = (
    Row("range", "range", _range, {
        "2019—2022年": Time("range", Day(2022), Day(2019)),
        "2023年至2025年": Time("range", Day(2025), Day(2023)),
        "2023年5月至12月": Time("range", Day(2023, 12), Day(2023, 5)),
        "2026年10月至次年3月": Time("range", Day(2027, 3), Day(2026, 10)),
        "2025年8月1日至2030年7月31日": Time("range", Day(2030, 7, 31), Day(2025, 8, 1)),
        "2026年1月1日0时起至2026年12月31日": Time("range", Day(2026, 12, 31), Day(2026, 1, 1)),
        "2022年5月16日（含5月16日）至2024年5月15日（含5月15日），": Time("range", Day(2024, 5, 15), Day(2022, 5, 16)),
        "7月至9月": Time("range", Day(None, 9), Day(None, 7)),
        "2023年7—9月": Time("range", Day(2023, 9), Day(2023, 7)),
        "今年8—12月": Time("range", Day(None, 12), Day(None, 8)),
        "自7月1日起至9月30日止": Time("range", Day(None, 9, 30), Day(None, 7, 1)),
        "6月1日—30日": Time("range", Day(None, 6, 30), Day(None, 6, 1)),
        "5月1—3日开展宣传": Time("range", Day(None, 5, 3), Day(None, 5, 1)),
        "申报时间为9月1日至9月30日": Time("range", Day(None, 9, 30), Day(None, 9, 1)),
        "2023年5月至": None,
        "12月至9月": None,
    }, edges="- until during", ended=None, unless=r"[度版第]"),
    Row("from_term", "term", _from, {
        "从2022年秋季学期开始": Time("effective_from", start=Day(2022, 9)),
        "2025年春季学期起": Time("effective_from", start=Day(2025, 3)),
        "2025年春季招聘": None,
    }, edges="start"),
    Row("from_quarter", "quarter", _from, {
        "从2023年第二季度起": Time("effective_from", start=Day(2023, 4)),
        "2023年下半年起": Time("effective_from", start=Day(2023, 7)),
    }, edges="start", unless=_OPEN),
    Row("from_date", "year month third day", _from, {
        "自2019年1月1日起施行": Time("effective_from", start=Day(2019, 1, 1)),
        "2020年起，": Time("effective_from", start=Day(2020)),
        "2023年6月起至任务完成为止": Time("effective_from", start=Day(2023, 6)),
        "2026年9月1日0时起": Time("effective_from", start=Day(2026, 9, 1)),
        "2020年起至2022年": None,
        "2023年起草方案": None,
        "2026年3月16日起运；": None,
        "2026年9月1日起运行": Time("effective_from", start=Day(2026, 9, 1)),
    }, edges="start", dated=True, unless=_BEGUN),
    Row("from_month", "month third day this_year", _from, {
        "从明年起": Time("effective_from", start=Day(ahead=1)),
        "9月起每月报送": Time("effective_from", start=Day(None, 9)),
        "从9月起全面实施": Time("effective_from", start=Day(None, 9)),
        "自10月1日起": Time("effective_from", start=Day(None, 10, 1)),
        "10月19日（含）起": Time("effective_from", start=Day(None, 10, 19)),
        "9月16日起运。": None,
    }, edges="start", dated=False, unless=_BEGUN),
    Row("from_issue", "issue", lambda at: None if at.base.first.in_force else _from(at), {
        "自印发之日起施行": _ISSUED,
        "自发布之日起，": _ISSUED,
        "自本办法印发之日起，原办法废止": _ISSUED,
        "本通知即日起实施": _ISSUED,
        "即日起至2025年3月31日": None,
        "公告之日起满6个月": None,
    }, edges="start", behind=_IN_FORCE, unless=rf"[{_DIGITS}半两满内后前至到]|届满"),
    Row("from_issue", "issue", lambda at: None if at.base.first.in_force else _from(at), {
        "自发布之日生效": _ISSUED,
        "自发布之日计算": None,
    }, behind=r"(?=(?:正式)?(?:生效|施行|实施))"),
    Row("from_force", "issue", _from, {
        "自本办法施行之日起，原办法同时废止": _FORCE,
        "项目实施之日起": None,
    }, edges="start", unless=rf"[{_DIGITS}半两满内后前至到]"),
    Row("from_date_of", "year month day", _from, {
        "从2024年中招开始": Time("effective_from", start=Day(2024)),
        "自2025年1月份工资起发放": Time("effective_from", start=Day(2025, 1)),
        "自2021年3月发起": None,
    }, leads="from", dated=True,
        behind=rf"(?!月日)度?[^，。；、{_DIGITS}※至到]{{1,8}}?(?<![发兴引掀])(?:开始|起(?![草来步点伏飞]))(?!{_OPEN})"),
    Row("in_force_from", "year month day", _from, {
        "本办法自2025年3月1日施行": Time("effective_from", start=Day(2025, 3, 1)),
        "于2025年3月1日正式实施": Time("effective_from", start=Day(2025, 3, 1)),
    }, leads="from at", dated=True, behind=_TAKES_FORCE),
    Row("after_day", "day", _from, {
        "请于8月15日后登录系统": Time("effective_from", start=Day(None, 8, 15)),
        "2023年4月1日（含当日）以后取得许可证": Time("effective_from", start=Day(2023, 4, 1)),
        "8月15日后续": None,
    }, edges="after"),
    Row("year_on", "year", _from, {
        "2028年及以后保持在95%以上": Time("effective_from", start=Day(2028)),
        "2028年后始终稳定在95%左右": Time("effective_from", start=Day(2028)),
        "2028年以后，每年维持2000亩": Time("effective_from", start=Day(2028)),
        "2028年以后建成的住宅": None,
        "2028年后续工作保持稳定": None,
    }, dated=True, edges="- after", behind=_KEPT_ON),
    Row("not_before", "day month", _from, {
        "最早不早于2023年1月1日": Time("effective_from", start=Day(2023, 1, 1)),
        "不早于前一年": None,
    }, before=r"(?:最早)?不(?:得)?早于"),
    Row("no_later", "year month third day quarter", _by, {
        "不迟于2026年3月31日": Time("by", Day(2026, 3, 31)),
        "最迟于6月底": Time("by", Day(None, 6)),
        "最迟反馈": None,
        "最迟不得超过4月30日": Time("by", Day(None, 4, 30)),
    }, ended=None, edges="- before", before=r"不(?:得|应)?[迟晚]于|最[迟晚](?:不(?:得|应)?(?:超过|[迟晚]于)|于|在)?"),
    Row("ends", "day third", _by, {
        "复核于10月中旬结束": Time("by", Day(None, 10, third=2)),
        "活动6月3日结束": Time("by", Day(None, 6, 3)),
        "报名5月20日17时结束": Time("by", Day(None, 5, 20)),
    }, ended=True),
    Row("postponed", _DATES, _by, {
        "补足保证金期限延长至2024年3月31日": Time("by", Day(2024, 3, 31)),
        "优惠政策延长至2024年12月31日": None,
    }, ended=None, edges="- before", before=rf"(?:{_OWED})[^，。；]{{0,12}}?(?:延长|延期|推迟|顺延|延)(?:至|到)"),
    Row("runs_out", "day month", _expires, {
        "该办法将于今年10月18日到期": Time("expires", Day(None, 10, 18)),
        "于2023年10月18日有效期届满": Time("expires", Day(2023, 10, 18)),
        "2023年10月18日印发": None,
    }, before="(?:将?于|在)?", behind=r"(?:有效期)?(?:到期|期满|届满|失效|废止|停止执行|终止)"),
    Row("closing", "year month third day quarter year_end near_month", _by, {
        "申报截止时间为2025年6月30日": Time("by", Day(2025, 6, 30)),
        "截止时间为9月30日": Time("by", Day(None, 9, 30)),
        "报名截止日期为9月30日": Time("by", Day(None, 9, 30)),
        "完成时限：2026年10月31日": Time("by", Day(2026, 10, 31)),
        "完成时限：2026-10-31": Time("by", Day(2026, 10, 31)),
        "整改时限：2026/10/31": Time("by", Day(2026, 10, 31)),
        "时限：12月": Time("by", Day(None, 12)),
        "完成时间：2025年Q3": Time("by", Day(2025, 9)),
        "受理时间为2025年6月1日至6月30日": None,
        "会议时间：2025年6月1日": None,
    }, ended=None, edges="- before until", before=_CLOSING, unless=_CLOSED),
    Row("expires", _DATES, _expires, {
        "有效期至2030年7月31日": Time("expires", Day(2030, 7, 31)),
        "实施期限为2024年1月1日至2026年12月31日": None,
        "缓缴期限执行到2022年底": Time("expires", Day(2022)),
        "远期到2035年": None,
        "征收所属期为2021年度": None,
    }, dated=True, ended=None, edges="- until", before=_VALID, unless=rf"度|{_CLOSED}"),
    Row("festival", "feast", _by, {
        "争取元宵节前复工": Time("by", Day(festival="元宵节")),
        "2024年国庆节前建成": Time("by", Day(2024, festival="国庆节")),
        "春节前后": None,
    }, edges="before"),
    Row("occasion", "occasion", _by, {
        "汛前完成清淤": Time("by", Day(occasion=True)),
        "2026年汛期来临前": Time("by", Day(2026, occasion=True)),
        "务必于节前拨付到位": Time("by", Day(occasion=True)),
        "明年入冬之前": Time("by", Day(ahead=1, occasion=True)),
        "年终考核前上报": Time("by", Day(occasion=True)),
        "开学前后": None,
        "关键环节前移": None,
    }, edges="before"),
    Row("occasion", "feast occasion", lambda at: Time("during", replace(at.base.last, festival=None, occasion=True)), {
        "春节期间加强值守": Time("during", Day(occasion=True)),
        "2026年高考期间": Time("during", Day(2026, occasion=True)),
        "节日前期": None,
    }, edges="during"),
    Row("occasion", "stretch", lambda at: Time("during", at.base.last), {
        "2026年暑期改造校舍": Time("during", Day(2026, occasion=True)),
        "2023—2024学年，新增学位": Time("during", Day(2024, occasion=True)),
        "到2026学年末": Time("during", Day(2026, occasion=True)),
        "2026学年起": None,
    }, edges="- during within", ended=None, unless="度"),
    Row("five_year_plan", "plan", _by, {"到“十四五”末": Time("by", Day(2025)), "“十四五”规划": None}, ended=True, edges="- before"),
    Row("five_year_plan", "plan", _during, {
        "“十四五”期间": Time("during", Day(2025), Day(2021)),
        "“十四五”时期": Time("during", Day(2025), Day(2021)),
    }, edges="during"),
    # A time of a plan that is no day of the calendar: what it governs is dated by nothing else.
    Row("midway_of_plan", "plan", lambda at: Time("by", Day(occasion=True)), {
        "到“十五五”中期，建成": Time("by", Day(occasion=True)),
        "“十四五”初期建成": Time("by", Day(occasion=True)),
        "“十四五”中期评估": None,
    }, edges="midway", unless="评估|考核|检查|总结|报告|调整|规划"),
    Row("quarter", "quarter", _by, {
        "2024年第三季度末": Time("by", Day(2024, 9)),
        "三季度前": Time("by", Day(None, 7, eve=True)),
        "二季度结束前": Time("by", Day(None, 6)),
    }, ended=None, edges="before"),
    Row("quarter", "quarter", _by, {"2024年第三季度末": Time("by", Day(2024, 9)), "今年三季度末": Time("by", Day(None, 9))}, ended=True),
    Row("quarter", "quarter quarter_listed", _during, {
        "2019年上半年": Time("during", Day(2019, 6), Day(2019, 1)),
        "一季度": Time("during", Day(None, 3), Day(None, 1)),
        "今年二季度": Time("during", Day(None, 6), Day(None, 4)),
        "明年上半年": Time("during", Day(None, 6, ahead=1), Day(None, 1, ahead=1)),
        "前三季度": Time("during", Day(None, 9), Day(None, 1)),
        "每年第四季度": None,
        "上一季度": None,
        "一季度开门红": None,
    }, edges="- during within", unless=r"第|开门红"),
    Row("as_of", _DATES + " plan quarter", _past, {
        "截至2022年底": Time("past", Day(2022)),
        "今年截至8月底": Time("past", Day(None, 8)),
        "截至2024年12月31日已": Time("past", Day(2024, 12, 31)),
    }, leads="as_of", ended=None),
    Row("since", _DATES + " plan this_year", _past, {"2021年以来": Time("past", Day(2021)), "今年以来": Time("past", Day())}, edges="since"),
    Row("by_date", _DATES, _by, {
        "2025年底前": Time("by", Day(2025)),
        "于2019年11月底前完成": Time("by", Day(2019, 11)),
        "2023年2月10日前": Time("by", Day(2023, 2, 10)),
        "2020年年底前": Time("by", Day(2020)),
        "2022年3月前": Time("by", Day(2022, 3, eve=True)),
        "2025年前": Time("by", Day(2025, eve=True)),
        "2025年12月31日前（含）竣工": Time("by", Day(2025, 12, 31)),
        "2025年12月31日24时前": Time("by", Day(2025, 12, 31)),
        "在2026年2月中旬前": Time("by", Day(2026, 2, third=2, eve=True)),
        "2O26年l2月底前": Time("by", Day(2026, 12)),
    }, ended=None, edges="before until", dated=True),
    Row("by_date", _DATES, _by, {"二〇二五年底": Time("by", Day(2025)), "2025年11月末": Time("by", Day(2025, 11))}, ended=True, dated=True),
    Row("by_month", "month third day near_month", _by, {
        "6月底前": Time("by", Day(None, 6)),
        "星期五7月15日前": Time("by", Day(None, 7, 15)),
        "于10月31日前": Time("by", Day(None, 10, 31)),
        "今年6月底前": Time("by", Day(None, 6)),
        "明年3月底前": Time("by", Day(None, 3, ahead=1)),
        "6月前": Time("by", Day(None, 6, eve=True)),
        "3月上旬前": Time("by", Day(None, 3, third=1, eve=True)),
        "十二月月底前": Time("by", Day(None, 12)),
        "务于本月底前报齐": Time("by", Day(months_on=0)),
        "任务于本月底前完成": Time("by", Day(months_on=0)),
        "下月10日前": Time("by", Day(day=10, months_on=1)),
        "3月前往": None,
    }, ended=None, edges="before until", dated=False),
    Row("month_end", "month near_month", _by, {"9月底": Time("by", Day(None, 9)), "本月底": Time("by", Day(months_on=0))}, ended=True, dated=False),
    Row("early_month", "month", _early, {"2025年3月初": Time("by", Day(2025, 3, third=1)), "9月初步完成": None}, edges="begin"),
    Row("year_end", "year_end this_year", _by, {
        "年底前实现": Time("by", Day()),
        "今年年底": Time("by", Day()),
        "明年底前": Time("by", Day(ahead=1)),
        "后年年底": Time("by", Day(ahead=2)),
        "每年底": None,
        "上年末": None,
    }, ended=True, edges="- before until"),
    Row("to_date", _DATES, _by, {
        "到2025年，全区": Time("by", Day(2025)),
        "展望2035年，": Time("by", Day(2035)),
        "到2022年6月": Time("by", Day(2022, 6)),
        "截止到2025年6月30日": Time("by", Day(2025, 6, 30)),
        "到2025年度": None,
    }, leads="to", dated=True, unless=r"[度第初—\-版]"),
    Row("to_date", "day this_year", _by, {
        "到明年，": Time("by", Day(ahead=1)),
        "截止到4月30日": Time("by", Day(None, 4, 30)),
    }, leads="to", dated=False),
    Row("within_year", "year", _during, {
        "2023年内": Time("during", Day(2023), Day(2023)),
        "2023年全年": Time("during", Day(2023), Day(2023)),
    }, edges="within during"),
    Row("third_of_month", "third", _during, {
        "10月中旬举办": Time("during", Day(None, 10, third=2), Day(None, 10, third=2)),
        "2026年2月下旬": Time("during", Day(2026, 2, third=3), Day(2026, 2, third=3)),
    }),
    Row("time_of_doing", "day month", _during, {
        "开学报到时间为9月1日，": Time("during", Day(None, 9, 1), Day(None, 9, 1)),
        "集中培训时间：2026年7月": Time("during", Day(2026, 7), Day(2026, 7)),
        "笔试定于3月8日，": Time("during", Day(None, 3, 8), Day(None, 3, 8)),
        "（一）时间：2026年5月20日": Time("during", Day(2026, 5, 20), Day(2026, 5, 20)),
        "发布时间：2026年6月8日": None,
        "报名时间为6月1日至6月9日": None,
    }, before=_HELD, unless=_CLOSED),
    Row("month_of_doing", "month day", _during, {
        "9月举办消费促进活动": Time("during", Day(None, 9), Day(None, 9)),
        "今年10月完成": Time("during", Day(None, 10), Day(None, 10)),
        "6月份，新建水窖": Time("during", Day(None, 6), Day(None, 6)),
        "拟于6月8日举办": Time("during", Day(None, 6, 8), Day(None, 6, 8)),
        "3月制定方案": Time("during", Day(None, 3), Day(None, 3)),
        "明年6月竣工": Time("during", Day(None, 6, ahead=1), Day(None, 6, ahead=1)),
        "12月总结验收": Time("during", Day(None, 12), Day(None, 12)),
        "11月报送名单": Time("during", Day(None, 11), Day(None, 11)),
        "10月上报数据": Time("during", Day(None, 10), Day(None, 10)),
        "每年10月开展": None,
        "3月，区里": None,
        "总结阶段（12月）": Time("during", Day(None, 12), Day(None, 12)),
        "第三阶段：整改提高（11月）": Time("during", Day(None, 11), Day(None, 11)),
        "部署启动阶段：4月份，制定方案": Time("during", Day(None, 4), Day(None, 4)),
        "11月各组织一次培训": Time("during", Day(None, 11), Day(None, 11)),
        "印发方案（11月）": None,
        "1.三月份：制定方案": Time("during", Day(None, 3), Day(None, 3)),
        "组织实施；7月：总结": Time("during", Day(None, 7), Day(None, 7)),
        "增速如下，3月：35.2%": None,
    }, dated=False, leads="- at", behind=rf"(?=，?(?:各|分别|集中|全面)?(?:{_ACTS})|(?<=(?:^|[。；\s.．、）]){N2}月份?)：(?:{_DEEDS}|已|\d{{1,2}}[.．、](?!\d)|[（(①])|(?<=月份?)(?:{_DEEDS})|(?<=(?:阶段|步)[^，。；（）]{{0,16}}（[^（）]*)）|(?<=(?:阶段|步)：{N2}月份?)，)"),
    Row("day_of_doing", "day", _during, {
        "6月30日，发放准考证": Time("during", Day(None, 6, 30), Day(None, 6, 30)),
        "抽签后，6月25日公示名单": Time("during", Day(None, 6, 25), Day(None, 6, 25)),
        "6月底完成整改，并于7月4日提交报告": Time("during", Day(None, 7, 4), Day(None, 7, 4)),
        "7月15日：公示名单": Time("during", Day(None, 7, 15), Day(None, 7, 15)),
        "6月25日：经会议通过": None,
        "6月25日的会议": None,
        "2026年9月1日报到": Time("during", Day(2026, 9, 1), Day(2026, 9, 1)),
        "按照6月25日会议要求": None,
        "2026年6月8日成立": None,
    }, leads="- at", before=r"(?<=^|[，。；：、）])(?:并?于)?", behind=rf"(?=[，：]?\p{{Han}}{{2}})(?![的止至到起后与和及]|[，：]?(?:{_HAPPENED}))"),
    Row("day_of_doing", "day", _during, {
        "拟于2026年6月8日举办": Time("during", Day(2026, 6, 8), Day(2026, 6, 8)),
        "定于2026年6月8日上午9时在区政府召开会议": Time("during", Day(2026, 6, 8), Day(2026, 6, 8)),
        "2023年6月8日印发": None,
    }, dated=True, leads="- at", behind=r"(?=，?(?:举办|举行|召开|启动|开幕|开工|开业|开赛|投用|上线)|在[^，。；]{2,20}?(?:举办|举行|召开))"),
    Row("day_of_going", "day", _during, {
        "第一组于4月19日出发": Time("during", Day(None, 4, 19), Day(None, 4, 19)),
        "学员于9月1日上午报到": Time("during", Day(None, 9, 1), Day(None, 9, 1)),
        "检查组已于4月19日出发": None,
        "企业于4月19日成立": None,
    }, before=r"(?<!已|曾)于", behind=r"(?=(?:上午|下午)?(?:报到|出发|开班|离会))"),
    Row("day_to_come", "day", _during, {
        "将于8月18日联合督查": Time("during", Day(None, 8, 18), Day(None, 8, 18)),
        "拟于2026年6月8日组织评审": Time("during", Day(2026, 6, 8), Day(2026, 6, 8)),
        "将于8月18日前": None,
        "已于8月18日联合督查": None,
    }, before=r"(?<=将|拟|定)(?:于|在)", behind=r"(?=[\p{Han}，（])(?![的止至到起后与和及前以之])"),
    Row("month_to_come", "month", _during, {
        "将于7月份对各镇督查": Time("during", Day(None, 7), Day(None, 7)),
        "拟于8月集中会商": Time("during", Day(None, 8), Day(None, 8)),
        "将于8月底": None,
        "于7月份会商": None,
    }, before=r"(?<=将|拟|定)(?:于|在)", behind=r"(?=[\p{Han}，（])(?![的止至到起后与前以之底末初上中下])"),
    Row("month", "month near_month", _during, {
        "2023年10月，举办": Time("during", Day(2023, 10), Day(2023, 10)),
        "2026年9月上报": Time("during", Day(2026, 9), Day(2026, 9)),
        "2021年1月印发": None,
    }, dated=True, edges="- during within", unless=rf"[{_DIGITS}至到—－~～\-印出发颁修以]|[上中下]旬"),
    Row("within_month", "month near_month", _during, {"本月内": Time("during", Day(months_on=0), Day(months_on=0)), "当月内": None},
        dated=False, edges="within", unless=r"(?<=当月内)"),
    Row("this_year", "this_year", _during, {
        "力争年内开工": Time("during", Day(), Day()),
        "全年实际利用外资": Time("during", Day(), Day()),
        "全年新增": Time("during", Day(), Day()),
        "上半年25个，全年50个": Time("during", Day(), Day()),
        "全年365天": None,
        "年内3家企业上市": None,
        "明年新增": Time("during", Day(ahead=1), Day(ahead=1)),
        "三年内": None,
        "全年实际占用总床日数": None,
        "汇总全年采购项目": None,
        "今年疫情发生后": None,
        "报送全年工作总结": None,
    }, edges="- during within", unless=r"[底末截]|\d(?![\d.]*[百千万亿]{0,2}(?![月日天号周年届]|小时)[\p{Han}%％]{1,4}?(?:以上|左右)?(?:[，。；、）]|$))|至今|实际(?!利用|使用|到位|引进|完成)|平均|日均|收入|支出|采购|预算|总(?![体计])|[^，。；]{0,8}发生|工作总结"),
    Row("year_of_account", "year", _during, {
        "确定2025年度销售增长目标为6%": Time("during", Day(2025), Day(2025)),
        "2026年度，资金投入60万元": Time("during", Day(2026), Day(2026)),
        "2026年度新增学位2000个": Time("during", Day(2026), Day(2026)),
        "完成2026年度1.2万亩": Time("during", Day(2026), Day(2026)),
        "2026年度累计不少于3次": Time("during", Day(2026), Day(2026)),
        "2026年度目标任务：新增学位2000个": Time("during", Day(2026), Day(2026)),
        "编制2025年度报告": None,
        "分解2026年度目标任务": None,
    }, behind=rf"度(?:{_REACHED}|内|(?=，|{_ACTS}|(?:累计|合计)?(?:{_LIMIT})?{_NUMBER}|{_AIMS}))"),
    Row("year_in_brackets", "year", _during, {
        "增配校医2945名（2030年）": Time("during", Day(2030), Day(2030)),
        "（2030年完成2个，": Time("during", Day(2030), Day(2030)),
        "（2030年12家、": Time("during", Day(2030), Day(2030)),
        "（2030年降至8%以内）": Time("during", Day(2030), Day(2030)),
        "建成12座（2030年，区水务局牵头）": Time("during", Day(2030), Day(2030)),
        "办法（2030年修订）": None,
    }, before=r"(?<=（)", behind=rf"(?=）|，|{_ACTS}|{alternation('up')}|{alternation('down')}|{_NUMBER})"),
    Row("bare_year", "year", _bare, {
        "2020年，全区": Time("during", Day(2020), Day(2020), bare=True),
        "2023年下达": Time("during", Day(2023), Day(2023), bare=True),
        "2026年修订《某条例》": Time("during", Day(2026), Day(2026), bare=True),
        "——2026年，建成示范村20个": Time("during", Day(2026), Day(2026), bare=True),
        "2026年修订的《某条例》": None,
        "2026年出台了《某意见》": None,
        "2027年74%的农户": Time("during", Day(2027), Day(2027), bare=True),
        "2027年120家企业": Time("during", Day(2027), Day(2027), bare=True),
        "2027年7-9日": None,
        "2023年到位资金": Time("during", Day(2023), Day(2023), bare=True),
        "2023年至少新建2个": Time("during", Day(2023), Day(2023), bare=True),
        "2023年四川将新建2个": Time("during", Day(2023), Day(2023), bare=True),
        "2023年二、三季度": None,
        "2023年普查之前的新发疫区": None,
        "2023年下旬": None,
        "2023年度": None,
        "2023年是开局之年": None,
        "〔2021〕7号": None,
    }, before=r"(?<![〔（\d])(?<![^—\-。；][—\-]{1,2})(?:在|于|到|从|自)?", edges="- during",
        unless=rf"[度版第是月]|(?!{_NUMBER})(?:\d|{_COUNTED})|[上下](?:半|年|季|学期|月|旬)|[春秋]季(?:学期)?开学前|确定为|作为|及?以[前后]|(?:至|到)[{_DIGITS}今本明后年月底末]|—|-|{_MADE}|\p{{Han}}{{2,8}}(?:[以之][前后])的"),
)  # fmt: skip

Indexed = dict[str, list[tuple[Row, frozenset[str], frozenset[str]]]]


def by_kind(rows: tuple[Row, ...]) -> Indexed:
    """Kind of base → the rows for it in their order, with their leads and edges."""
    indexed: Indexed = {}
    for row in rows:
        for kind in row.kinds.split():
            indexed.setdefault(kind, []).append(
                (row, frozenset(row.leads.split()), frozenset(row.edges.split()))
            )
    return indexed


_BY_KIND = by_kind(READINGS)


def _fits(row: Row, text: str, at: Setting) -> tuple[int, int] | None:
    """text[start:end] that `row` takes for its time, if the words before and behind fit."""
    start, end = at.start, at.end
    if row.before:
        before = patterns.compile(f"(?:{row.before})$").search(
            text, max(0, at.base.start - _LONGEST_BEFORE), at.base.start
        )
        if not before:
            return None
        start = before.start()
    if row.behind:
        behind = patterns.compile(row.behind).match(text, end)
        if not behind:
            return None
        end = behind.end()
    if row.unless and patterns.compile(row.unless).match(text, end):
        return None
    return start, end


def read(text: str, at: Setting) -> tuple[Row, FoundTime] | None:
    """What the words at a base make of it, and the row that says so."""
    for row, leads, edges in _BY_KIND.get(at.base.kind, ()):
        if at.edge not in edges or (not row.before and at.lead not in leads):
            continue
        if row.dated not in (None, at.base.dated) or row.ended not in (None, at.ended):
            continue
        if (place := _fits(row, text, at)) and (time := row.read(at)):
            return row, FoundTime(time, *place, row.name)
    return None
