"""Time expressions that say how long or how often: the table's part of spans and repeats."""

from __future__ import annotations

from pipeline.language.rules import Rule
from pipeline.language.time_pieces import DIGITS, SPAN, N
from pipeline.language.time_pieces import time_rule as _rule
from pipeline.language.time_readers import constant, read_every, read_span
from pipeline.language.times import Time

_WORKS = "调度|通报|考核|报告|评估|总结|点评|督查|例会|推进会|汇总|盘点|分析|研判"
# What is done by the month or the year; 按月缴存额, 按年龄, 按年度计划 are none.
_DONE_BY = (
    r"(?=(?:定期|足额|全额|及时|按时|据实|统一|分批|逐级|动态)?"
    r"(?:实施|开展|进行|调度|通报|报送|上报|考核|评估|组织|公布|发布|统计|推进|汇总|拨付|发放|支付|兑付|兑现|向|报(?![告表名价销])"
    r"|提交|召开|申请|申报|审核|返还|结算|清算|更新|公示|检查|抽查|编制|制定|报告(?![书期])|下达|预拨))"
)
_AFTER_EVERY = (
    r"(?:年?[初底末]|第?[一二三四1-4]季度|[上下]半年|(?:首月|末月|第一个月|最后一个?[月周])?"
    rf"(?:{N}{{1,2}}月(?:份|底|初|{N}{{1,3}}[日号])?|{N}{{1,3}}[日号](?=之?前))"
    r"|(?:开学|结束|终了)?[前后](?:[一二三四五六七八九十\d]+个?(?:工作日|日|天|周|月)以?内?)|(?:首|末|第一|最后一)个?[月周])?"
)
_LEAST = r"不(?:得|应)?(?:低于|少于|短于)|至少"
# A stretch of time that bears a name: 有效期, 服务期限, 补贴期; 周期 and 学期 measure or name, 近期 is vague.
_TERM = (
    r"(?:\p{Han}{1,2}?(?<![周学假近前中后长短定分早延到逾日星暑寒预末初同按])期限?|为期|期限|年限"
    r"|(?:服务|考核|评价|实施|建设|认定|项目)周期)"
)
_NO_PRICE = r"(?!(?:的|当地)?[^，。；]{0,8}(?:工资|租金|电费|保费|缴费基数|养老金))"
_LIMIT = r"(?:时限|(?:办理|办结|审批|审核|受理|答复|处理|通关|办电|完成|报装|出件|签发|办税|退税|支付|拨付)(?:平均|总)?(?:时间|期限))"
_STEPS = "办结|响应|到场|到达|反馈|答复|出证|送达|通电|办成|完成受理|完成审"

# Long: one table of rules; cut in two, nobody would see which forms there are and which are missing.
# fmt: off
SPANS: tuple[Rule[Time], ...] = (
    _rule("recurring",
          r"(?<![人户床亩张])每(?:隔)?(?P<every>半年|学年|学期|季度|个?季|(?:[两二三四五六]|\d{1,2})个?月|个?月|周|星期|(?:[两二三四五]|\d)年|年)度?"
          rf"{_AFTER_EVERY}前?(?!龄|的)", read_every, {
        "每年2月底前": Time("recurring", period="P1Y"),
        "每季度": Time("recurring", period="P3M"),
        "每半年": Time("recurring", period="P6M"),
        "每月对": Time("recurring", period="P1M"),
        "每两年": Time("recurring", period="P2Y"),
        "每2个月": Time("recurring", period="P2M"),
        "每隔12个月": Time("recurring", period="P12M"),
        "每年第四季度": Time("recurring", period="P1Y"),
        "于每学期开学前一周": Time("recurring", period="P6M"),
        "每季度前5个工作日内": Time("recurring", period="P3M"),
        "每人每年360元": None,
        "每年的重点工作": None,
    }),
    _rule("every_day", r"每(?:个)?(?P<every>日|天|工作日)(?=(?:[早晚定]时|下班前)?(?:报送|上报|报告|调度|通报|更新|巡查|巡检|公布|汇总|研判|消毒))", read_every, {
        "每日报送进展": Time("recurring", period="P1D"),
        "每天锻炼一小时": None,
    }),
    _rule("cycle", r"(?P<every>[两二三四五2-5]年)(?:为)?一(?:个|大)?(?:周期|轮(?!车|船))", read_every, {
        "5年一周期的全员轮训": Time("recurring", period="P5Y"),
        "三年一轮": Time("recurring", period="P3Y"),
    }),
    _rule("once_in", r"(?<![每近第\d])(?P<every>半年|[一两二三四五]年|一个?季度|一个?月|[两三]个月|一周)(?:开展|组织|进行|举办|召开|至少)*一次(?!性)", read_every, {
        "坚持一季度一次调度": Time("recurring", period="P3M"),
        "评审两年一次": Time("recurring", period="P2Y"),
        "一年一次性补贴": None,
    }),
    _rule("regular",
          rf"(?:按照?|逐)(?P<every>半年|学年|学期|年|月|季|周)度?{_DONE_BY}"
          rf"|(?<![{DIGITS}每半上下当本跨全个今去明年月近逐度])(?P<every>[年月季周])(?={_WORKS})", read_every, {
        "按照年度实施": Time("recurring", period="P1Y"),
        "及时按月足额拨付给机构": Time("recurring", period="P1M"),
        "按季度向市政府报告": Time("recurring", period="P3M"),
        "“月调度、": Time("recurring", period="P1M"),
        "年度考核": None,
        "半年考核": None,
        "按年龄分组": None,
        "按月缴存额计算": None,
    }),
    _rule("within",
          rf"(?:(?:自|从|在)[^，。；、（）自从]{{2,24}}之日起|[^，。；、（）自从]{{2,8}}之日起)?[在于]?(?<![\d第.近超过续])(?:\d+[-—~－～])?{SPAN}(?:以内|之内|内)(?![部容地外设蒙科]|服(?!务))",
          read_span, {
        "三年内": Time("duration", period="P3Y"),
        "20个工作日内": Time("duration", period="P20D"),
        "裁定受理之日起6个月内审结": Time("duration", period="P6M"),
        "24小时内": Time("duration", period="PT24H"),
        "近三年内": None,
        "提前3天内服": None,
    }),
    _rule("from_its_day", rf"(?:自|从)[^，。；、（）自从]{{2,24}}之日起{SPAN}(?!以?之?内|以上|之?后|方|满|前|的)", read_span, {
        "自收到申请之日起15个工作日采取入户调查": Time("duration", period="P15D"),
        "自发布之日起30日后": None,
    }),
    _rule("within_member",
          r"(?<![\d.第A-Za-z])(?P<n>\d+(?:\.\d+)?)(?=、\d+(?:\.\d+)?个?(?P<u>月|工作日|天|日|小时|分钟)(?:以内|之内|内))",
          read_span, {"分别压缩至2.5、5个工作日以内": Time("duration", period="P2.5D")}),
    _rule("no_longer_than", rf"(?:不(?:得|应)?(?:超过|多于|高于)|最长(?!不)|至多){SPAN}{_NO_PRICE}", read_span, {
        "不超过5个工作日": Time("duration", period="P5D"),
        "最长不超过240个月": Time("duration", period="P240M"),
        "不超过2021年度出让地价": None,
        "不超过1个月当地最低工资标准": None,
    }),
    _rule("term",
          rf"(?:{_LEAST}){SPAN}(?=的?[^，。；]{{0,10}}(?:协议|合同|期))"
          rf"|{_TERM}(?:应当?|须|原则上|一般|均|统一|暂定|最长)*(?:为|是|{_LEAST}|不(?:得|应)?超过|：)?(?:最长|至少)?{SPAN}(?![底末前]|\d|以?之?内)", read_span, {
        "签订不低于5年的社区养老服务协议": Time("duration", period="P5Y"),
        "有效期5年": Time("duration", period="P5Y"),
        "补贴期3年": Time("duration", period="P3Y"),
        "运营期不少于10年": Time("duration", period="P10Y"),
        "有效期暂定2年": Time("duration", period="P2Y"),
        "不少于20天": None,
        "去化周期为26个月": None,
        "近期3年": None,
    }),
    _rule("term_named",
          rf"(?<![\d第.近满]){SPAN}的?(?:缓存|缓缴|过渡|宽限|缓冲|整改|公示|建设|有效|免租|试用|保护|培育|申报|公告|观察|考核|信用修复)期(?!限?内|间)", read_span, {
        "给予4个月的缓存期": Time("duration", period="P4M"),
        "满3年的有效期": None,
    }),
    _rule("public_notice",
          rf"(?:公示|公开征求意见)(?:期|时间|时长|期限|期间)?(?:一般)?(?:为|是|{_LEAST}|不(?:得)?超过|达到?)?{SPAN}(?!以?之?内|后|前)", read_span, {
        "公示期为5个工作日": Time("duration", period="P5D"),
        "公示10天": Time("duration", period="P10D"),
        "公示期不少于7日": Time("duration", period="P7D"),
        "公示3日后": None,
    }),
    _rule("limit", rf"{_LIMIT}(?:要求)?(?:应当?|均|统一|一般|原则上)*(?:为|是|：|控制在|[压减缩]\p{{Han}}[至到为]|调整为)?{SPAN}(?!以?之?内|以?上)", read_span, {
        "办理时限：1.5个工作日": Time("duration", period="P1.5D"),
        "审批时限统一为3个工作日": Time("duration", period="P3D"),
        "完成时限：6月底前": None,
        "时间2个月以上": None,
    }),
    _rule("shortened",
          rf"(?:压缩|缩短|压减|缩减|精简|减少|提速|缩)(?:至|到|为){SPAN}(?!以?之?内|以?上)"
          rf"|(?<=(?:时限|期限|时间|周期)[^，。；]{{0,12}})(?:调整|延长|统一|优化|降低|达到)(?:至|到|为)?{SPAN}(?!以?之?内|以?上)"
          rf"|由(?:原来?的?)?(?:法定的?)?\d+(?:\.\d+)?个?工作日(?:压缩|缩短|调整|减少)?(?:至|到|为){SPAN}(?!以?之?内|以?上)", read_span, {
        "由原来的45个工作日压缩至20个工作日": Time("duration", period="P20D"),
        "支付期限调整为3个月": Time("duration", period="P3M"),
        "时限由20个工作日至15个工作日": Time("duration", period="P15D"),
        "学制调整为3年": None,
    }),
    _rule("lengthened", rf"(?:延长|顺延|延期)(?:至|到|不超过)?{SPAN}(?!以?之?内|以?上|[\d月])|延(?:长)?至[^，。；、]{{2,16}}后{SPAN}(?!以?之?内)", read_span, {
        "需会商的延长3个工作日": Time("duration", period="P3D"),
        "租赁期最长可延长至20年": Time("duration", period="P20Y"),
        "可延至法定退休年龄后5年": Time("duration", period="P5Y"),
        "延长至2025年": None,
        "延长至20年以上": None,
    }),
    _rule("on_trial", rf"(?:试行|试点|暂行|暂定){SPAN}(?!以?之?内|以?上|来|期)", read_span, {
        "自2023年1月1日起试行3年": Time("duration", period="P3Y"),
        "试点1年来": None,
    }),
    _rule("ahead_of",
          rf"提前(?:至少)?{SPAN}(?=[^，。；]{{0,14}}?(?:通知|通告|告知|公告|公示|公布|报|申请|预约|提交|发布|书面|预告|提醒|下达|送达))", read_span, {
        "需提前5个工作日向服务对象进行公示": Time("duration", period="P5D"),
        "提前3天服药": None,
    }),
    _rule("step", rf"(?<![\d第.近每满×*\-—]){SPAN}(?=(?:{_STEPS})(?!机制|服务|热线))", read_span, {
        "1小时响应": Time("duration", period="PT1H"),
        "实现1个工作日办结": Time("duration", period="P1D"),
        "7×24小时响应": None,
    }),
    _rule("effort", rf"(?:用|通过|经过|以|再?花|力争|争取)(?:约)?{SPAN}(?:左右)?的?(?=时间|努力|建设|攻坚|\p{{Han}}{{0,2}}实践)", read_span, {
        "力争用3年时间": Time("duration", period="P3Y"),
        "通过五年时间的努力": Time("duration", period="P5Y"),
        "利用两年左右时间": Time("duration", period="P2Y"),
        "用三年行动": None,
    }),
    _rule("coming", r"(?:未来|今后)(?P<n>[一二两三四五十\d]+)(?P<u>年)(?:左右)?(?!行动|规划|计划|滚动|以?之?内|发展)", read_span, {
        "未来三年新增学位2万个": Time("duration", period="P3Y"),
        "未来三年行动": None,
    }),
    _rule("same_day",
          r"当[日天](?=[^，。；、]{0,4}(?:受理|办结|办理|反馈|完成|送达|报送|上报|出具|答复|领取|发放))",
          constant(Time("duration", period="P1D")), {"做到当日受理": Time("duration", period="P1D"), "当天天气": None}),
    _rule("same_month", r"[在于]?当月内", constant(Time("duration", period="P1M")), {
        "应在当月内使用完毕": Time("duration", period="P1M"),
        "当月有效": None,
    }),
)
# fmt: on
