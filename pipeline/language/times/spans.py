"""How long and how often: the words around a span (三年) or a cycle (每年, 按月) that make it a time.

A span alone says nothing: 三年 may be an age, a price's time, a look back. A frame says between which words it is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.language import patterns
from pipeline.language.times.bases import CLOCK, Base
from pipeline.language.times.calendar import FoundTime, Time
from pipeline.language.words import alternation

_LONGEST_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands right before and right behind a span that is a time (`kinds` says of which bases)."""

    name: str
    before: str
    behind: str
    examples: Mapping[str, Time | None] = field(default_factory=dict)
    kinds: str = "span"


def _lasts(period: str) -> Time:
    return Time("duration", period=period)


def _every(period: str) -> Time:
    return Time("recurring", period=period)


# Where a span is left open or tells of the past.
_OPENED = r"(?!以?之?内|以?上)"
_LEAST = r"不(?:得|应)?(?:低于|少于|短于)|至少"
# A stretch of time that bears a name: 有效期, 服务期限; 周期 and 学期 measure or name, 近期 is vague. How long a loan, an
# insurance or a benefit lasts is no time by which anybody must act.
_HELD = "资助|贷款|借款|债券|融资|授信|存款|贴息|贴现|保险|补贴|津贴|补助|领取|享受|待遇"
_TERM = (
    rf"(?:\p{{Han}}{{1,2}}?(?<![周学假近前中后长短定分早延到逾日星暑寒预末初按为]|(?<!合)同|{_HELD})期限?|为期|(?<!{_HELD})期限|年限"
    r"|(?:服务|考核|评价|实施|建设|认定|项目)周期)"
)
_TERM_NAMES = (
    "缓存|缓缴|缓交|过渡|宽限|缓冲|整改|公示|建设|有效|免租|试用|保护|培育|申报|公告|观察|考核|信用修复"
)
_NO_PRICE = r"(?!(?:的|当地)?[^，。；]{0,8}(?:工资|租金|[电保]费|缴费基数|养老金))"
_LIMIT = r"(?:时限|(?:办理|办结|审批|审核|受理|答复|处理|通关|办电|完成|报装|出件|签发|办税|退税|支付|拨付)(?:平均|总)?(?:时间|期限))"
_STEPS = "办结|响应|到场|到达|反馈|答复|出证|送达|通电|办成|完成受理|完成审|填报|放行|审结|签发"
_TO = r"(?:压缩|缩短|压减|缩减|精简|减少|提速|缩)(?:至|到|为)"
_ITS_DAY = r"(?:(?:自|从)[^，。；、（）自从]{2,24}之日起|[^，。；、（）自从在于应须要可]{2,8}之日起)"
_TOLD = "提出|通知|通告|告知|公告|公示|公布|报|申请|预约|提交|发布|书面|预告|提醒|下达|送达"
# What is carried out in shares: 分4年落实, 分三个月完成.
_CARRIED = "落实|实施|推进|完成|建设|建成|安排|到位|偿还|归还|发放|拨付|兑现|兑付|支付|逐步|培训|配备|改造|达到|实现|分?批|滚动|全面|组织"

# What an amount or a plan is reckoned by, not how often something is done: 按月缴存额, 按年度计划.
_BASIS = "(?:缴存额|[均龄薪租份产销级化息]|平均|利率|工资|收入|标准|计划|预算|目标|任务|指标|节|周岁|历|累计|度?(?:计划|预算|目标|任务|指标)|[计结付]息|加收|计[算征发提]|收取|比例|落实到|分解|细化|分配|划分|排序|归类)"
# 逐年提高 says that something grows, not how often it is done.
_GROWS = "(?<=逐.)(?:" + f"{alternation('up')}|{alternation('down')}" + "|改善|好转|完善|优化|消化|消除)"
# What a span of days lies before: 开学前一周, 届满前30日.
_EVENTS = "报到|换届|考|放假|开始|结束|会议?|活动|开学|开标|开工|开幕|到期|期满|届满|执行日|时段|举办|召开|考试|截止|启用|施工|生效|入住|演练|培训|比赛|评审"
# What persons do day by day, and what a day costs.
_OF_PERSONS = r"(?:至少|坚持|保证|应|进行|累计|不少于)*(?:锻炼|睡眠|睡觉|运动|活动|户外|体育|作业|饮|食|摄入|用药|服|吃|步行|学习|阅读|生活|工资|工作时间|补贴|补助|收费|限额|限购|人均|人次|允许|有|的)"

# Long: one table; cut in two, nobody would see which frames there are and which are missing.
FRAMES = (
    Frame("within", rf"{_ITS_DAY}?[在于]?(?<![\d第近超过续])", r"(?:以内|之内|内)(?![部容地外设蒙科]|服(?!务))", {
        "三年内": _lasts("P3Y"),
        "20个工作日内": _lasts("P20D"),
        "裁定受理之日起6个月内审结": _lasts("P6M"),
        "24小时内": _lasts("PT24H"),
        "压缩到8.5分钟以内": _lasts("PT8.5M"),
        "2-4年内完成": _lasts("P4Y"),
        "1.三年内建成": _lasts("P3Y"),
        "4.5年内新增": _lasts("P5Y"),
        "近三年内": None,
        "提前3天内服": None,
    }),
    Frame("from_its_day", r"(?:自|从)[^，。；、（）自从]{2,24}之日起", r"(?!以?之?内|以上|之?后|方|满|前|的)", {
        "自收到申请之日起15个工作日采取入户调查": _lasts("P15D"),
        "自发布之日起30日后": None,
    }),
    Frame("within", r"(?:不(?:得|应当?|能)?[晚迟]于|最[晚迟]于)[^，。；、]{2,20}后", r"(?!以?上|[岁年])(?=[，。；、）]|\p{Han}{2}|$)", {
        "支付时间不应晚于竣工验收后30日": _lasts("P30D"),
        "最迟于验收合格后15个工作日拨付": _lasts("P15D"),
        "竣工验收后30日": None,
    }),
    Frame("no_longer_than", rf"(?<!(?:{_HELD})期?限?(?:最长|原则上|一般)?)(?:不(?:得|应)?(?:超过?|多于|高于)|最长(?!不)|至多)", _NO_PRICE, {
        "贷款期限不超过3年": None,
        "不超过5个工作日": _lasts("P5D"),
        "平均用时不超38个工作日": _lasts("P38D"),
        "最长不超过240个月": _lasts("P240M"),
        "不超过2021年度出让地价": None,
        "不超过1个月当地最低工资标准": None,
    }),
    Frame("public_notice", rf"(?:公示|公开征求意见)(?:期|时间|时长|期限|期间)?(?:一般)?(?:为|是|{_LEAST}|不(?:得)?超过|达到?)?", r"(?!以?之?内|后|前)", {
        "公示期为5个工作日": _lasts("P5D"),
        "公示10天": _lasts("P10D"),
        "公示期不少于7日": _lasts("P7D"),
        "公示3日后": None,
    }),
    Frame("public_notice", r"(?:公示|公开征求意见)（", r"(?=）)", {"进行公示（5个工作日）": _lasts("P5D"), "公示（第5天）": None}),
    Frame("term", rf"(?:{_LEAST})", r"(?=的?[^，。；]{0,10}(?:协议|合同|期))", {
        "签订不低于5年的社区养老服务协议": _lasts("P5Y"),
        "不少于20天": None,
    }),
    Frame("term", rf"{_TERM}(?:应当?|须|原则上|一般|均|统一|暂定|最长|可选择?)*(?:为|是|{_LEAST}|不(?:得|应)?超过|：)?(?:最长|至少)?",
        r"(?![底末前]|\d|以?之?内|(?<=年限[^，。；]{0,8})(?:、\d+年)*的)", {
        "使用年限为6年的座椅": None,
        "有效期5年": _lasts("P5Y"),
        "补贴期3年": None,
        "最长贷款期限为30年": None,
        "运营期不少于10年": _lasts("P10Y"),
        "有效期暂定2年": _lasts("P2Y"),
        "去化周期为26个月": None,
        "专项债券期限15年": None,
        "待遇领取期限最长为24个月": None,
        "资助期限为3年": None,
        "合同期3年": _lasts("P3Y"),
        "同期3年": None,
        "近期3年": None,
    }),
    Frame("term_named", r"(?<![\d第近满])", rf"的?(?:\p{{Han}}{{1,4}}?)??(?:{_TERM_NAMES})期(?!限?内|间)", {
        "给予4个月的缓存期": _lasts("P4M"),
        "设置5个月的水费缓交期": _lasts("P5M"),
        "满3年的有效期": None,
    }),
    Frame("shortened", _TO, _OPENED, {"流程精简至20个工作日": _lasts("P20D"), "压缩至5次": None}),
    Frame("shortened", r"(?<=(?:时限|期限|时间|周期)[^，。；]{0,12})(?:调整|延长|统一|优化|降低|达到)(?:至|到|为)?", _OPENED, {
        "支付期限调整为3个月": _lasts("P3M"),
        "学制调整为3年": None,
    }),
    Frame("shortened", r"由(?:原来?的?)?(?:法定的?)?\d+(?:\.\d+)?个?工作日(?:压缩|缩短|调整|减少)?(?:至|到|为)", _OPENED, {
        "由原来的45个工作日压缩至20个工作日": _lasts("P20D"),
        "时限由20个工作日至15个工作日": _lasts("P15D"),
    }),
    Frame("limit", rf"{_LIMIT}(?:要求)?(?:应当?|均|统一|一般|原则上)*(?:为|是|：|控制在|[压减缩]\p{{Han}}[至到为]|调整为)?", _OPENED, {
        "办理时限：1.5个工作日": _lasts("P1.5D"),
        "办理时间控制在3个工作日": _lasts("P3D"),
        "完成时限：6月底前": None,
        "时间2个月以上": None,
    }),
    Frame("limit", r"(?:办结|时限|办理)（", r"(?=）)", {"实行限时办结（5个工作日）": _lasts("P5D")}),
    Frame("kept", rf"(?:保存|留存|存档|保管)(?:时间|期限?|年限)?(?:{_LEAST}|为)?", _OPENED, {
        "档案保存不少于3年": _lasts("P3Y"),
        "保存3年以上": None,
    }),
    Frame("lengthened", r"(?:(?<!可)(?:延长|顺延|延期)(?:至|到)|(?:延长|顺延|延期)(?:不超过)?)", r"(?<!年)(?!以?之?内|以?上|[\d月])", {
        "需会商的延长3个工作日": _lasts("P3D"),
        "最多可延长2个月": _lasts("P2M"),
        "租赁期最长可延长至20年": None,
        "延长至2025年": None,
        "承包期延长30年": None,
        "延长至20年以上": None,
    }),
    Frame("on_trial", r"(?:试行|试点|暂行|暂定)", r"(?!以?之?内|以?上|来|期)", {
        "自2023年1月1日起试行3年": _lasts("P3Y"),
        "试点1年来": None,
    }),
    Frame("ahead_of", r"提前(?:至少)?", rf"(?=[^，。；]{{0,14}}?(?:{_TOLD}))", {
        "需提前5个工作日向服务对象进行公示": _lasts("P5D"),
        "提前3个工作日向乡镇提出": _lasts("P3D"),
        "提前3天服药": None,
    }),
    Frame("before_event", rf"(?:{_EVENTS})前(?:至少)?", r"(?!以?之?内|以?上|后|的)", {
        "执行日前一天告知用户": _lasts("P1D"),
        "有效期届满前30日申请延续": _lasts("P30D"),
        "会前至少3天报送材料": _lasts("P3D"),
        "新录用人员报到前3日落实食宿": _lasts("P3D"),
        "准考证于考前3天开放打印": _lasts("P3D"),
        "采购活动开始前30日公开": _lasts("P30D"),
        "放假前3日报值班表": _lasts("P3D"),
        "目前3天": None,
        "开学前两年内": None,
    }),
    Frame("step", r"(?<![\d第近每满×*\-—])", rf"(?=(?:{_STEPS})(?!机制|服务|热线|[^，。；]{{0,2}}率))", {
        "1小时响应": _lasts("PT1H"),
        "实现1个工作日办结": _lasts("P1D"),
        "7×24小时响应": None,
        "30分钟到达率": None,
            "3分钟填报": _lasts("PT3M"),
    }),
    Frame("effort", r"(?:利?用|通过|经过|以|再?花|力争|争取)(?:约|大约)?", r"(?:左右)?的?(?:(?:集中|专项|全力|持续)(?:攻坚|治理|整治)|(?=时间|努力|(?<=[年月]|左右)(?:基本|全面)?(?:建成|完成)|建设|攻坚|治理|整治|奋斗|\p{Han}{0,2}实践))", {
        "力争用3年时间": _lasts("P3Y"),
        "通过五年时间的努力": _lasts("P5Y"),
        "力争3年左右建成": _lasts("P3Y"),
        "力争通过三年治理": _lasts("P3Y"),
        "利用两年左右时间": _lasts("P2Y"),
        "通过8个月的集中整治": _lasts("P8M"),
        "利用2-4年时间": _lasts("P4Y"),
        "用三年行动": None,
    }),
    Frame("in_shares", r"(?<![部十百千区积成\d])分(?:别用)?", rf"(?:时间)?(?=[^，。；、]{{0,4}}(?:按[^，。；、]{{1,12}})?(?:{_CARRIED}))", {
        "分3年按4:3:3比例发放": _lasts("P3Y"),
        "分4年落实到位": _lasts("P4Y"),
        "分三年逐步完成": _lasts("P3Y"),
        "部分3年完成": None,
        "得分3年以上": None,
    }),
    Frame("coming", r"(?:未来|今后)", r"(?<=年)(?:左右)?(?!行动|规划|计划|滚动|以?之?内|发展)", {
        "未来三年新增学位2万个": _lasts("P3Y"),
        "未来三年行动": None,
    }),
    Frame("within", r"(?<![\d第近满])", r"(?=(?:要|力争|实现)*(?:再?翻|倍增(?!行动|计划|工程)))", {
        "产值三年翻一番": _lasts("P3Y"),
        "规模5年倍增": _lasts("P5Y"),
        "三年倍增行动": None,
    }),
    Frame("cycle", "", r"(?<=年)(?:为)?一(?:个|大)?(?:周期|轮(?!车|船))", {
        "5年一周期的全员轮训": _every("P5Y"),
        "三年一轮": _every("P3Y"),
        "十二年一贯": None,
    }),
    Frame("once_in", r"(?<![每近第\d])", r"(?:开展|组织|进行|举办|召开|至少)*[一1]次(?!性)", {
        "评审两年一次": _every("P2Y"),
        "半年召开一次": _every("P6M"),
        "2～3年一次": Time("recurring", period="P2Y", period_max="P3Y"),
        "一年一次性补贴": None,
    }),
    Frame("same_day", "", rf"(?:(?<=[日天])|(?<=次月))(?:{CLOCK}之?前)?(?=[^，。；、“]{{0,4}}(?:受理|办结|办理|反馈|完成|送达|报送|上报|出具|答复|领取|发放|移送))", {
        "做到当日受理": _lasts("P1D"),
        "于当日17:00前报送": _lasts("P1D"),
        "次日反馈": _lasts("P1D"),
        "当天天气": None,
    }, kinds="that"),
    Frame("next_month", "[于在]?", "之?前", {"于次月10日前报送上月情况": _every("P1M"), "次月10日": None}, kinds="next"),
    Frame("same_month", "[在于]?", r"(?<=月)内", {"应在当月内使用完毕": _lasts("P1M"), "当月有效": None}, kinds="that"),
    Frame("regular", "", rf"(?!{_BASIS}|{_GROWS})(?=\p{{Han}}{{2}}|[、，；。）”])", {
        "按照年度实施": _every("P1Y"),
        "及时按月足额拨付给机构": _every("P1M"),
        "按季度向市政府报告": _every("P3M"),
        "按月结清养护费": _every("P1M"),
        "逐月公布": _every("P1M"),
        "按年龄分组": None,
        "按月缴存额计算": None,
        "债券按年付息": None,
        "按日加收滞纳金": None,
        "按年度计划推进": None,
        "普及率逐年提高": None,
    }, kinds="by_unit"),
    Frame("regular", "", "", {"“月调度、": _every("P1M"), "年度考核": None, "半年考核": None}, kinds="work"),
    Frame("every_day", r"(?<!(?:学生|儿童|幼儿|青少年|职工|居民|老年?人|患者|孩子|教师|每人)[^，。；]{0,3})", rf"(?=\p{{Han}}{{2}}|\d{{1,2}}(?:[时点]|次\p{{Han}}))(?!{_OF_PERSONS})", {
        "每日16时前报告": _every("P1D"),
        "每日报送进展": _every("P1D"),
        "每日2次报送水情": _every("P1D"),
        "汛期每天巡河不少于2小时": _every("P1D"),
        "每天锻炼一小时": None,
    }, kinds="every_day"),
)  # fmt: skip

# Frames of a span that say how often, not how long.
_OFTEN = frozenset({"cycle", "once_in"})


def _place(frame: Frame, text: str, base: Base) -> tuple[int, int] | None:
    """text[start:end] that the words of `frame` and the base take, if both fit."""
    start, end = base.start, base.end
    if frame.before:
        before = patterns.compile(f"(?:{frame.before})$").search(text, max(0, start - _LONGEST_BEFORE), start)
        if not before:
            return None
        start = before.start()
    if frame.behind:
        behind = patterns.compile(frame.behind).match(text, end)
        if not behind:
            return None
        end = behind.end()
    return start, end


def recurring(base: Base) -> Time:
    """How often: every two to three years has the shorter period and the longer."""
    if base.period_min:
        return Time("recurring", period=base.period_min, period_max=base.period)
    return Time("recurring", period=base.period)


def read(text: str, base: Base) -> FoundTime | None:
    """A span or a cycle as the first frame that fits reads it."""
    kind = "every_day" if base.kind == "every" and base.period == "P1D" else base.kind
    for frame in FRAMES:
        if frame.kinds == kind and (place := _place(frame, text, base)):
            lasts = kind in ("span", "that") and frame.name not in _OFTEN
            return FoundTime(
                Time("duration", period=base.period) if lasts else recurring(base), *place, frame.name
            )
    return None
