"""Lengths of time that nobody is to reach: how long a grant runs, how long somebody must have worked, after how long."""

from __future__ import annotations

from pipeline.extract.seats import Seat
from pipeline.language import patterns

# Entitlements and terms of a grant, a contract or a certificate run for a time that nobody is to reach.
_TERM = patterns.compile(
    r"(?:补贴|补助|有效|资助|免租|优惠|过渡|执行|试用|缓缴|宽限|展期|居住|免费|租赁|保护|缓冲|存续)[^，。；]{0,6}$"
)
# 连续缴存6个月以上, 从事本行业3年以上: how long somebody must have done what entitles him.
_LASTED = patterns.compile(
    r"(?:满|连续|缴存|缴纳|参保|参加\p{Han}{2,6}|从事|经营|持续|居住|工作(?!日))[^，。；、]{0,10}$"
)
_PROCESSING = r"时限|时间|时长|周期|期限|用时|审批|报装|平均"
_HASTEN = r"(?:压缩|缩短|压减|控制|降低|减少|放宽|提高|调整)(?:为|到|至|在)?$"
_PERIOD = patterns.compile("(?:租赁|贷款|合同|保修|质保|养护|延期)期限?")
# 办理时限：3个工作日, 公示期为5个工作日: what the public may count on.
_DONE_IN = patterns.compile("^(?:即可|全部)?(?:办结|审结|办完)")
_LIMIT = patterns.compile(
    r"(?:办理|办结|审批|审核|受理|承诺|法定|完成|验收)\p{Han}{0,2}(?:时限|时间|期限)：$|公示(?:期|时间)[为是：]$"
)
# An application dealt with (完成资格核实, 对资格进行确认), not a step that follows on another (推送, 公示, 反馈).
_DECIDED = "审批|审核|办理|登记|初审|初核|核实|复核|审查|评审|验收|查验|认定|确认|评估"
_HANDLED = patterns.compile(
    rf"^[^，。；]{{0,6}}(?:办结|审结|办理完毕|办完|完成[^，。；]{{0,6}}(?:{_DECIDED})(?!后))"
    rf"|^对[^，。；]{{2,40}}进行(?:{_DECIDED})"
)


def is_length_of_time(s: Seat) -> bool:
    """补贴期不超过2年, 连续缴存6个月以上; not 签订不低于5年的协议, 办理时限：3个工作日."""
    q = s.quantity
    if q.dimension != "time" or q.unit in ("学时", "课时"):
        return False
    if q.comparator == "<=" and _PERIOD.search(s.before + s.words):
        return False
    if (
        q.comparator == "<="
        and q.unit.endswith(("年", "月"))
        and not patterns.search(_PROCESSING + "|办|审", s.before)
    ):
        return not _HANDLED.match(s.after)
    if (_LASTED if q.comparator == ">=" else _TERM).search(s.before):
        return True
    timed = patterns.search(rf"(?:{_PROCESSING}|{_HASTEN})", s.before) or is_promised(s)
    return q.comparator in (None, "<", ">", "~=") and not timed


def is_delay(s: Seat) -> bool:
    """七日内公示: by when a step follows on another; not 10个工作日内办结, which is promised to the public."""
    q = s.quantity
    if q.dimension != "time" or q.comparator != "<=" or q.end == q.number_end:
        return False
    return not (patterns.search(rf"(?:{_PROCESSING})|{_HASTEN}", s.before) or _HANDLED.match(s.after))


def is_promised(s: Seat) -> bool:
    """办理时限：3个工作日, 登记1个工作日办结."""
    done = s.quantity.dimension == "time" and _DONE_IN.match(s.after)
    return bool(_LIMIT.search(s.lead) or done)
