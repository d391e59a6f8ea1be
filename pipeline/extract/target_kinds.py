"""Which numbers of a notice are targets: tables of reasons, each a question about one quantity.

`kind_of` asks first why a number is none (an age, a scope, a past figure, the length of a list, a grant),
then what makes it one. Every reason is a row with a pattern; `Seat` says where the pattern looks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from pipeline.extract.reading import Sense
from pipeline.language.measures import Quantity
from pipeline.language.sentences import Stretch, around


@dataclass(frozen=True, slots=True)
class Seat:
    """A quantity with the words around it, cut once for all rules.

    `before` and `after` reach to the ends of its part, `lead` from the start of its sentence.
    """

    quantity: Quantity
    before: str
    after: str
    lead: str
    rest: str
    part: Stretch
    sentence: Stretch
    timed: bool = False

    @property
    def plain(self) -> bool:
        return self.quantity.comparator is None


def seat(sense: Sense, quantity: Quantity, timed: bool) -> Seat:
    """Where `quantity` stands in `sense`; `timed` where a binding time stands before it."""
    part, sentence = (
        around(sense.parts, quantity.number_start),
        around(sense.sentences, quantity.number_start),
    )
    text = sense.masked
    return Seat(
        quantity,
        text[part.start : quantity.start],
        text[quantity.end : max(part.end, quantity.end)],
        text[sentence.start : quantity.start],
        text[quantity.end : sentence.end],
        part,
        sentence,
        timed,
    )


ACHIEVE = (
    "(?:建成|建设|新建|改建|扩建|改造|新增|新认定|认定|培育|培养|培训|打造|创建|设置|设立|设|配备|配置|布局|完成|达到|达|引进|引育"
    "|推出|实现|发展|开展|举办|承办|组织|组建|建立|制定|制修订|出台|形成|安排|落实|提升|提高|扩大|增加|增长|净增|改扩建|升级|"
    "推广|推动|推进|打通|开通|开工|投产|投用|竣工|吸纳|帮扶|服务|覆盖|签约|发放|发布|编制|开发|研发|突破|转化|孵化|集聚|聚集|"
    "入库|入选|争创|争取|力争|确保|遴选|选取|选择|选树|评选|评定|筹集|筹建|供应|投放|布设|安装|更新|淘汰|拆除|整治|治理|修复|"
    "种植|造林|绿化|收储|盘活|供地|出让|招引|落地|储备|实施|梳理|归集|纳入|压减|减少|压缩|缩短|降低|下降|取消|下放|新开|开设|"
    "举行|派驻|选派|招聘|招募|录用|解决|办结|查处|检查|抽查|督查|调度|走访|进行|保持|稳定在|保障|提供|支持|设定|构建|配足|配齐|有|为)"
)
_ACHIEVE = regex.compile(ACHIEVE)
_VERB_HARD_BY = regex.compile(ACHIEVE + r"(?:不少于|了|全[市省区县州国])?$")


@dataclass(frozen=True, slots=True)
class Reason:
    """`holds` looks at a seat; `examples` are sentences whose first number it must (not) hold for."""

    name: str
    holds: Callable[[Seat], bool]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


def _matches(where: str, pattern: str, flags: int = 0) -> Callable[[Seat], bool]:
    compiled = regex.compile(pattern, flags)
    return lambda seat: bool(compiled.search(getattr(seat, where)))


_NEVER = {"age", "rank", "generation", "voltage", "temperature", "score"}
_OBJECT = regex.compile(r"^[的]?[\p{Han}“]")
_RELATIVE = regex.compile(r"^[^，。；、]{0,14}?的[\p{Han}“]")
_OF_WHOM = regex.compile(
    r"(?:对|对于|凡|针对|符合|具有|具备|拥有|以及|有|经|超|满|连续|单笔|单户|单体|总额|投资|注册资本|年收入|营业收入|产值)[^，。；]*$"
)
_REACH = regex.compile(
    r"(?:达到|达|提高到|提升到|提升至|提高至|增至|增加到|至|到|占比?|实现|完成|不|控制在|设置|配备|建设|建成|应|须)$"
)
_LISTED = regex.compile(
    r"^(?:方面|大?类|个?(?:方面|部分|环节|领域|要素|维度|层面|层次|阶段|等级|档次|类别|步骤|条件|原则|问题|情形|字|专栏|附件))"
)
_HELD = regex.compile(
    r"(?:已(?!经?达到)|现有|目前|截至|原有|去年|上年|上一年|历年|累计已|曾|仅有|依托|所辖|下辖|辖区内?共|共有|利用|围绕|自查|涉及|按照“?$)"
)
_HELD_BY_OTHERS = regex.compile(r"^(?:[^，。；]{0,10}(?:印发|成立|以来|以前))")
_FRAME = regex.compile(r"“[^”]*$")


def _scope_of_rule(s: Seat) -> bool:
    """500万元以上的小微企业, 4.5吨以下货车, 有三名以上公证员的公证机构: says whom a rule is about."""
    q = s.quantity
    if q.scope:
        return not _REACH.search(s.before)
    suffixed = q.end > q.number_end
    if not suffixed or not _OBJECT.match(s.after):
        return (
            q.comparator == ">" and q.dimension in ("time", "money", "mass") and bool(_OBJECT.match(s.after))
        )
    if q.dimension in ("mass", "power", "length", "age"):
        return True
    if q.dimension in ("time", "money", "area", "volume") and q.comparator in (">=", "<", ">"):
        return not _VERB_HARD_BY.search(s.before)
    return bool(_OF_WHOM.search(s.before)) and bool(_RELATIVE.match(s.after)) and not _REACH.search(s.before)


def _grammatical(s: Seat) -> bool:
    """一个, 两类, 五张清单: a Chinese numeral counts here only if compared or said of each."""
    q = s.quantity
    if not q.words or not s.plain or q.dimension in ("share", "points", "money", "area"):
        return False
    return q.dimension == "count" and not (
        regex.search(r"每(?!年|月|季|周|日|天)", s.before) and _ACHIEVE.search(s.before)
    )


def _list_count(s: Seat) -> bool:
    """等5类信息, 四项公证事项, 分为14个方面: the length of a list just given or to come."""
    if not s.plain:
        return False
    unit, tail = s.quantity.unit, s.quantity.unit[-1:] + s.after
    if _LISTED.match(tail) or unit in ("方面", "大类", "类", "环节"):
        return not regex.search(r"(?:达到?|不少于|新增)$", s.before)
    if regex.search(r"(?:等|分为|分|共|包括|包含|以下|下列|上述|前述|这|共计)$", s.before):
        return unit in ("项", "条", "种", "件", "方面") or bool(regex.search(r"[分共下列述这]$", s.before))
    return False


def _plain_time(s: Seat) -> bool:
    """三年行动, 24小时供水, 连续3年: a length of time that nothing compares."""
    q = s.quantity
    if q.dimension != "time":
        return False
    if regex.search(r"(?:时限|时间|周期|时长|期限|学时|课时)[^，。；]{0,12}$", s.before) or q.unit in (
        "学时",
        "课时",
    ):
        return False
    if q.comparator in (None, "<", ">", "~="):
        return not regex.search(
            r"(?:压缩|缩短|压减|控制|降低|减少|放宽|延长|提高|调整)(?:为|到|至|在)?$", s.before
        )
    return False


_PROCESSING = r"时限|时间|时长|周期|期限|用时|审批|报装|平均"
_HANDLED = regex.compile(r"^(?:[^，。；]{0,6})(?:办结|审结|办理完毕|办完|完成(?:审批|审核|办理|登记))")


def _mere_delay(s: Seat) -> bool:
    """在1个工作日内推送, 七日内公示, 三年内: when to do it, not how long it may take."""
    q = s.quantity
    if q.dimension != "time" or q.comparator != "<=":
        return False
    if q.unit in ("分钟", "小时") and q.start < q.number_start:
        return False
    if q.end > q.number_end:  # …内
        return not (
            regex.search(rf"(?:{_PROCESSING})|(?:压缩|缩短|压减|控制|减少|降低)[到至在为]?$", s.before)
            or _HANDLED.match(s.after)
        )
    return False


def _unverbed(s: Seat) -> bool:
    """A bare count is a target only if something is to be done about it, or by a time."""
    q = s.quantity
    if not s.plain or q.dimension in ("share", "points"):
        return False
    if q.dimension == "money":
        return not regex.search(
            r"(?:达到?|提[高升][到至]|增[加长至]|[上下]限|总额|规模|突破|完成|新增|实现|力争|降[至到]|调整[为到至])[^，。；]{0,4}$",
            s.before,
        )
    return not (_ACHIEVE.search(s.lead) or s.timed or regex.match(r"[^。；]{0,30}达到", s.after))


def _share_of_nothing(s: Seat) -> bool:
    q = s.quantity
    if q.dimension != "share" or not s.plain:
        return False
    return not (
        s.timed
        or regex.search(
            rf"率[^，。；]{{0,8}}$|比[例重]?[^，。；]{{0,8}}$|度[^，。；]{{0,6}}$|{ACHIEVE}|占|[增降升提]|调整|比例",
            s.before,
        )
        or regex.match(r"(?:全|的)", s.after)
    )


REASONS_AGAINST: tuple[Reason, ...] = (
    Reason("age or grade", lambda s: s.quantity.dimension in _NEVER, ("3岁以下婴幼儿",)),
    Reason("each", _matches("before", r"每隔?(?:满)?$"), ("每10万人拥有",)),
    Reason("scope", _scope_of_rule,
           ("对单户担保金额500万元以上的小微企业", "对4.5吨以下货车不再细分", "20千伏及以下短距离电力接入工程"),
           ("实现70%以上的证照同步制发", "建成5宗以上“标准地”")),
    Reason("grammatical one", _grammatical, ("五张清单", "两个方面"), ("每个社区配备一名社工",)),
    Reason("length of a list", _list_count, ("分为14个方面", "行政奖励等5类信用信息")),
    Reason("length of time", _plain_time, ("开展三年行动", "提供24小时供水")),
    Reason("delay", _mere_delay, ("七日内公示",), ("10个工作日内办结", "审批时限压缩至2个工作日内")),
    Reason("as it was", lambda s: bool(_HELD.search(s.before)) and not s.timed, ("依托88个观测点", "现有床位200张")),
    Reason("name", lambda s: bool(_FRAME.search(s.before)) and "”" in s.after, ("“10个一批”工程",)),
    Reason("penalty or charge", _matches("before", r"(?:罚款|税率|费率为|利率|按[^，。；]{0,8}(?:征收|缴纳|计提|缴存|收取))"), ("罚款500元",)),
    Reason("nothing to reach", _unverbed, ("全市12个区县",), ("新认定高新技术企业500家",)),
    Reason("share of nothing", _share_of_nothing),
)  # fmt: skip


def reason_against(seat: Seat) -> str | None:
    """Why the number in this seat is no target, or None."""
    return next((reason.name for reason in REASONS_AGAINST if reason.holds(seat)), None)


_FUND = r"(?:资金|经费|公益金|生活金|基金|补贴|补助|投资额|费用|金)"
_RATE_BEFORE = regex.compile(rf"{_FUND}(?:[^，。；、]{{0,8}}留存)?(?:部分)?的?$|按(?:照)?[^，。；]{{0,24}}$")
_RATE_AFTER = regex.compile(
    r"^的?(?:比例|标准)?[，、]?(?:专项)?(?:用于|核定|给予|予以|补助|补贴|奖励|奖补|贴息|资助|安排)"
)
_GRANT = regex.compile(r"(?:给予|补助|补贴|奖励|奖补|贴息|资助|报销|减免|减按|返还)[^，。；]{0,16}$")


def is_funding_rate(seat: Seat) -> bool:
    """福彩公益金的80%用于…, 按不低于…生活金15%的比例核定, 给予30%的补助: how money is shared out."""
    if seat.quantity.dimension != "share":
        return False
    if _RATE_BEFORE.search(seat.before) and (
        _RATE_AFTER.match(seat.rest) or regex.match(r"的比例", seat.after)
    ):
        return True
    if regex.search(rf"{_FUND}(?:的)?$", seat.before) and not regex.search(r"占|增长|支出", seat.before):
        return True
    return bool(_GRANT.search(seat.before))
