"""Which numbers of a notice are targets: reasons against, each a question about one quantity.

A number is asked first why it is none (an age, a scope, a condition, a past figure, the length of a list).
What no reason speaks against is a target. Every reason is a row with sentences whose first
number it must hold for, and such that it must not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.extract.lengths_of_time import is_delay, is_length_of_time, is_promised
from pipeline.extract.past_figures import is_held
from pipeline.extract.scopes import is_condition, is_scope
from pipeline.extract.seats import ACHIEVE, Seat, is_funding_rate
from pipeline.language import patterns

_ACHIEVE = patterns.compile(ACHIEVE)
_LISTED = patterns.compile(
    r"^(?:方面|大?类|个?(?:方面|部分|环节|领域|要素|维度|层面|层次|阶段|等级|档次|类别|步骤|条件|原则|问题|情形|指标|字|专栏|附件))"
)
# 支持甲、乙、丙3市建设: so many were named.
_ENUMERATED = patterns.compile(r"\p{Han}{2,}、[^、，。；]{2,8}等?$")
_PLACES = frozenset("省市县区州盟旗镇乡村") | {"个市", "个县", "个区"}
_MEASURES = patterns.compile("^(?:具体|政策|重点|惠企|改革|工作)*(?:举措|措施)")
_COUNTED_AS = patterns.compile("(?:每|按|不足)[^，。；]*(?<![设合累统总估预审共小])计$")
_FINE = patterns.compile(
    r"(?:处以|(?<![点多等各某几到此查])处|罚款)(?:[^，。；]{0,8}(?:金额|所得|价款|总额)的?)?$"
)
_LIFE = patterns.compile("寿命[^，。；]{0,8}$")
_BEFOREHAND = patterns.compile("[日之以]前$")
_FOR_EACH = patterns.compile(
    r"(?:每|凡)(?:成功|新)?(?:引进|招收|招用|新增|培养|建成|增加|安置|吸纳|培训|创建|转化|完成|带动|认定|满|隔|超过|招录|推荐|举办)?$"
)
_CHARGE = patterns.compile(
    r"罚款(?![^，。；]{0,4}率)|税率|费率为|利率|按[^，。；]{0,8}(?:征收|缴纳|计提|缴存|收取)"
)
_PAID = patterns.compile("(?:缴纳|支付|付清|留足)[^，。；]*的?$")
_PAID_SHARE = patterns.compile("(?:缴纳|支付|缴清|存入)[^，。；]{2,16}的$")
_CHARGED = patterns.compile(
    "^的?(?:征收率|预征率|税率|费率|利率|滞纳金|违约金|手续费|(?:税额)?幅度)|^(?:抵减|抵扣|扣除)"
)
_GROWN = patterns.compile(
    r"(?:达到?|(?:可|再|分别|额度)提[高升]|提[高升][到至]|增[加长至]|[上下]限|总额|规模|突破|完成|新增|实现|力争|争取|带动|拉动|撬动|降[至到]|调整[为到至])[^，。；]{0,4}$"
)
# 分别达到300亿元和100亿元: what stands before the first member is said of the others.
_MEMBERS_BEFORE = patterns.compile(r"(?:\d[\d.]*[万亿千百]*元[、和及与])+$")
_RATED = patterns.compile(
    rf"率[^，。；]{{0,8}}$|比[例重]?[^，。；]{{0,8}}$|[度量][^，。；]{{0,6}}$|{ACHIEVE}|占|[增降升提浮]|调整|比例"
)


def _is_grammatical(s: Seat) -> bool:
    q = s.quantity
    if not q.words or not s.plain or q.dimension in ("share", "points", "money", "area", "time"):
        return False
    each = patterns.search(r"每(?!年|月|季|半|周|日|天|[两二三四五\d]年)", s.before)
    return not (q.dimension == "count" and each and _ACHIEVE.search(s.before))


def _is_list_count(s: Seat) -> bool:
    if not s.plain:
        return False
    unit, tail = s.quantity.unit, s.quantity.unit[-1:] + s.after
    if unit == "个" and s.before.endswith(("下设", "内设")):
        return True  # 下设3个工作组
    if unit in ("项", "条") and _MEASURES.match(s.after) and not s.before.endswith(("推出", "出台", "新增")):
        return True  # 制定优化营商环境30条措施: how long the notice is
    if unit in _PLACES and _ENUMERATED.search(s.before):
        return True
    if s.before.endswith("方面") and not s.after:  # （四）科技成果转化方面4项：
        return True
    if _LISTED.match(tail) or unit in ("方面", "大类", "类", "环节"):
        return not patterns.search(r"(?:达到?|新增)$", s.before)
    if patterns.search(r"(?:分为|分|共|以下|下列|上述|前述|这)$", s.before):
        return True
    return unit in ("项", "条", "种", "件") and bool(patterns.search(r"(?:等|包括|包含)$", s.before))


def _is_multiple(s: Seat) -> bool:
    kept = s.words.startswith("不") and not patterns.search("给予|[奖补]", s.before)  # 不超过月平均工资的3倍
    if kept or "利率" in s.before:  # 按同期贷款利率的1.1倍执行: how dear
        return False
    return s.quantity.dimension == "ratio" and not patterns.search(
        r"(?:达到?|增长|提高|提升|翻|增加|扩大)[^，。；]{0,4}$", s.before
    )


def _is_said_again(s: Seat) -> bool:
    return patterns.fullmatch("不?含", s.before) is not None and not s.after


def _is_rank(s: Seat) -> bool:
    return s.quantity.unit in ("位", "名") and s.before.endswith("前")


def _is_unverbed(s: Seat) -> bool:
    q = s.quantity
    if not s.plain or q.dimension in ("share", "points"):
        return False
    if q.dimension == "money":
        before = _MEMBERS_BEFORE.sub("", s.before)
        return not _GROWN.search(before) or (not s.timed and before.endswith(("规模", "总额")))
    set_after = patterns.match(
        r"[^。；]{0,30}达到|\p{Han}{2,20}(?:开展|推进)\p{Han}{2,14}试点|(?:/\p{Han}{1,3})?(?:的?标准)?(?:配[建备置套]|设置|执行)",
        s.after,
    )
    named = patterns.search("[每各][^，。；]{0,16}(?:指定|明确|确定|选定)(?:至少)?$", s.before)
    return not (_ACHIEVE.search(s.lead) or is_promised(s) or s.timed or set_after or named)


def _is_charge(s: Seat) -> bool:
    dear = s.quantity.dimension in ("money", "share", "ratio")
    if dear and (_FINE.search(s.before) or patterns.match("的?罚款", s.after)):
        return True
    if not s.plain or s.quantity.dimension in ("points", "ratio"):
        return False
    paid = s.quantity.dimension != "share" and _PAID.search(s.before)
    return bool(paid or _CHARGE.search(s.before) or _CHARGED.match(s.after))


def _is_share_of_nothing(s: Seat) -> bool:
    if s.quantity.dimension != "share" or not s.plain or s.timed:
        return False
    if s.quantity.value == 100 and patterns.match(r"\p{Han}{2}", s.after):  # 100%共享评估成果
        return False
    return not (
        _RATED.search(s.before)
        or _PAID_SHARE.search(s.before)
        or patterns.match(r"[全的]", s.after)
        or is_funding_rate(s)
    )


@dataclass(frozen=True, slots=True)
class Reason:
    """`holds` looks at a seat; `examples` hold at their first number, `counterexamples` do not."""

    name: str
    holds: Callable[[Seat], bool]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


_SCORED = patterns.compile(r"^[^。；]{0,24}?[，（]?(?:最[多高]|各|可|不)?(?:得|扣|加|计|减)\d+(?:\.\d+)?分")
_NEVER = frozenset(("age", "rank", "generation", "voltage", "temperature", "score"))
REASONS: tuple[Reason, ...] = (
    Reason("age or grade", lambda s: s.quantity.dimension in _NEVER and not _LIFE.search(s.before),
           ("做好3岁以下婴幼儿照护",), ("人均预期寿命提高到78.5岁",)),
    Reason("for each", lambda s: bool(_FOR_EACH.search(s.before)), ("每10万人拥有", "每引进1名人才奖励"), ("培养1名",)),
    Reason("scope", is_scope,
           ("对单户担保金额500万元以上的小微企业", "对4.5吨以下货车不再细分", "20千伏及以下短距离电力接入工程",
            "30户以上村寨设施覆盖率提高到80%", "组织150家企业及以上",
            "9座以上新能源客车", "对月销售额10万元以下（含本数）的纳税人", "不足5000名的至少配备", "对在有三名以上公证员的公证机构开通", "进度达到四分之一以上的房屋", "坚决杜绝66人以上的超大班额", "轻伤2人以下的事故", "造成30人以上死亡的", "对7座以上面包车、大客车开展检查", "从业人员300人以下，"),
           ("实现70%以上的证照同步制发", "建成5宗以上“标准地”", "带动从业人员300人以上", "签订不低于5年的协议")),
    Reason("condition", is_condition, ("服务达到1000人次的，给予补贴", "面积小于144平方米",
           "产值达10亿元的奖励5万元", "层数达三分之一、二分之一节点时拨付", "在本市投资30万元以上，投资人可迁入户口", "投资达到25%以上，即可办理许可", "出租天数达到总天数50%的，当月计算奖补", "同意票数达到三分之二以上的即为通过", "在缴纳不低于50%的价款后，可办理许可",
           "当缺口大于最高负荷的5%时，启动预案", "如人数超过50人，应分批开展",
           "多层建筑进度达到三分之一及以上，高层建筑达到四分之一以上的房屋，可申请"), ("建成20个，给予补贴", "当年完成率达到95%，排名靠前", "如期完成20个，确保质量")),
    Reason("grammatical number", _is_grammatical, ("制定五张清单", "建设两个基地"), ("每个社区配备一名社工",)),
    Reason("length of a list", _is_list_count, ("分为14个方面", "将行政奖励等5类信用信息纳入", "制定优化营商环境30条措施", "支持甲城、乙城、丙城6市建设中心", "领导小组下设5个专项小组"),
           ("新增5类", "推出20条改革举措")),
    Reason("length of time", is_length_of_time,
           ("开展三年行动", "提供24小时供水", "补贴期不超过2年"), ("签订不低于5年的协议", "办理时限：3个工作日。", "公示期为5个工作日", "最长贷款期限为30年", "租赁期最长可延长至20年")),
    Reason("delay", is_delay, ("七日内公示", "1个工作日内将信息推送税务部门", "2日内进行反馈"), ("5个工作日内完成资格核实", "3个工作日内对申请人资格进行确认", "10个工作日内办结", "审批时限压缩至2个工作日内")),
    Reason("multiple", _is_multiple, ("给予最高2倍年薪",), ("增长2倍", "缴存基数不得超过平均工资的3倍", "贷款利率按同期利率的1.1倍执行")),
    Reason("as it was", is_held, ("依托88个观测点开展", "现有床位200张", "实施改革以来，机构压减率达到98%",
           "床位比上年增长5%", "近年来，累计建成食堂300个"), ("建成床位200张", "化肥利用率达到43%以上", "手术成功率达到95%", "力争床位比上年增长5%", "能耗强度较上年降低3%左右", "改革以来，成效明显，力争压减率达到98%")),
    Reason("said again", _is_said_again, ("面积不小于（含50平方米）",), ("（含2个敬老院新建）",)),
    Reason(
        "step of a score",
        lambda s: bool(_SCORED.match(s.rest)),
        ("绿化率20%（含）以上，得1分", "每发现1处扣0.2分"),
        ("绿化率20%以上，并得到好评",),
    ),
    Reason("unit of account", lambda s: s.plain and bool(_COUNTED_AS.search(s.before)), ("每人每餐计1次",), ("每名教师设计1份",)),
    Reason("days before", lambda s: s.plain and bool(_BEFOREHAND.search(s.before)) and s.quantity.dimension in ("count", "time"),
           ("以响应日前5个正常工作日的负荷为基线",), ("2025年底前建成5个中心",)),
    Reason("rank", _is_rank, ("全国排名进入前5位",), ("培养前往支援的护理员5名",)),
    Reason("name", lambda s: bool(patterns.search("“[^”]*$", s.before)) and "”" in s.after, ("实施“10个一批”工程",)),
    Reason("charge", _is_charge, ("税率为3%", "缴纳违约金200元", "适用3%征收率", "按进项税额加计5%抵减应纳税额", "处1万元以上3万元以下罚款", "并处合同金额5%以上10%以下的罚款", "处五百元以下罚款"),
           ("依法查处违法案件结案率达到100%", "签约后一个月内缴纳总价款的50%", "罚款收缴率达到98%",)),
    Reason("nothing to do", _is_unverbed, ("全市12个区县", "首期规模100亿元"),
           ("新认定高新技术企业500家", "按1.5车位/户配建", "各学校指定1名负责人", "在4个旗县开展智慧大厅建设试点", "贷款额度可提高10万元", "产业规模达到100亿元")),
    Reason("share of nothing", _is_share_of_nothing, ("其余30%部分",), ("覆盖率80%", "80%的清理工作", "100%共享评估成果", "拨付额度上浮5%")),
)  # fmt: skip


def reason_against(seat: Seat) -> str | None:
    """Why the number in this seat is no target, or None."""
    return next((reason.name for reason in REASONS if reason.holds(seat)), None)
