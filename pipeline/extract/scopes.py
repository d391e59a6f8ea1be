"""Numbers that say whom a sentence is about, not what is to be reached: scopes, bounds of classes, conditions of grants."""

from __future__ import annotations

from pipeline.extract.seats import ACHIEVE, Seat, is_funding_rate
from pipeline.language import patterns

_ACHIEVE = patterns.compile(ACHIEVE)
_VERB_HARD_BY = patterns.compile(ACHIEVE + r"(?:了|全[市省区县州国])?$")
_REACH = patterns.compile(
    r"(?:达到|达|提高到|提升到|提升至|提高至|增至|增加到|至|到|占比?|实现|完成|不|控制在|设置|配备|建设|建成|应|须)$"
)
# 达到1000人次（…），且按规定…的，给予补贴; 对面积在80平方米以下，并完成备案的购房人，可享受补贴.
_GIVES = "(?:(?:分别)?给予|予以|奖励|补助|补贴|资助|享受|发放|一次性)"
_CONSEQUENCE = patterns.compile(
    r"，[^。；]{0,24}?(?:给予|予以|奖[励补]|不计|视为|补助|补贴|可|按|且[^，]*的|或|应当?|由|不予|享受|再)"
    r"|，(?:依法|依规|责令|取消|暂停|撤销|一律|列入|纳入|须|需|视情)"
)
_GIVEN_IF = patterns.compile(
    rf"^[^。；]{{0,70}}?的，?(?:可|再|每\p{{Han}}|由[^，。；]{{2,10}}|按[^，。；]{{2,20}})?{_GIVES}"
)
# 票数达到三分之二以上的即为通过; 缴纳不低于50%的价款后，可办理; 进度达到三分之一以上，高层达到四分之一以上的房屋，可申请.
_VERDICT = patterns.compile(
    "^[^，。；]{0,12}的，?(?:即为?|视为|视同|认定为|评为|定为|方可|才可|不得|不予)|^，(?:即可|方可|才可|才能|即予|即视为)"
)
# 层数达三分之一、二分之一、三分之二节点: the stages of a work.
_STAGE = patterns.compile(r"^(?:[、和及或][^，。；、]{1,6})*的?(?:节点|阶段)")
# 投资30万元以上，投资人可迁入.
_ENTITLED = patterns.compile(r"^，\p{Han}{2,12}(?:可|均可|可以|有权)\p{Han}")
_SAME_CLASS = patterns.compile(
    r"^，[^，。；]{2,24}(?:以上|以下|以内)的\p{Han}{1,8}，(?:均?可|方可|给予|予以|按)"
)
# 当缺口大于最高负荷的5%时, 如人数超过50人，应…: what may come to pass; 当年 and 如期 open no such clause.
_IN_CASE = patterns.compile(
    r"(?:^|[，；])(?:当(?![年地前月日天季期场])|如果|如(?![期何下上实数一同有])|若(?!干)|一旦)(?:(?!，(?:则|应|可|要|须|由|将|按|给))[^。；])*$"
)
# 杜绝66人以上的超大班额, 轻伤2人以下的事故, 从业人员300人以下, 7座以上面包车: a class of cases, of firms, of cars.
_SHUNNED = patterns.compile(r"(?:杜绝|严禁|禁止|消除|防止|避免|遏制|防范)(?:发生|出现)?(?:一次)?(?:死亡)?$")
_HURT = patterns.compile(r"(?:死亡|重伤|轻伤|受伤|伤亡|失踪|中毒|感染|被困|遇难)(?:或者?|人数)?$")
_HURT_AFTER = patterns.compile(r"^(?:的?人员)?(?:死亡|重伤|轻伤|受伤|伤亡|失踪|中毒|被困|遇难)")
_STAFF = patterns.compile(r"(?<!带动)(?:从业人员|从业人数|职工人数|员工人数)$")
_CAR = patterns.compile(r"的?[^，。；、]{0,6}车")
_IN_WHICH = patterns.compile("^[^。；]{0,40}?(?:时|的)?，")
_TO_WHOM = patterns.compile(
    r"(?:^|[，、）是.．])(?:对(?!标|接|外|口|照)|对于|凡|向)(?:(?!进行|开展|实施|加强|推动|建设)[^。；])*$"
)
_GIVEN_TO = patterns.compile(
    rf"^[^。；]{{0,50}}?的\p{{Han}}{{1,12}}，?(?:可(?!持续)|按[^，。；]{{2,20}}|由[^，。；]{{2,10}})?{_GIVES}"
)
_OBJECT = patterns.compile(r"^的?[\p{Han}“]")
_RELATIVE = patterns.compile(r"^[^，。；、]{0,14}?的[\p{Han}“]")
_OF_WHOM = patterns.compile(
    r"(?:对|对于|凡|针对|符合|具有|具备|拥有|以及|有|经|超|满|连续|单笔|单户|单体|总额|投资|注册资本|收入|产值)[^，。；]*$"
)


def _is_bound_of_class(s: Seat) -> bool:
    """957个50户以上村寨, 30户以上村寨覆盖率提高到80%, （150家企业以上）: which ones, not how many."""
    q = s.quantity
    if (
        patterns.match(r"(?!规模|限额|[万亿千百]*元)\p{Han}{1,4}及?以[上下]", s.after)
        and q.dimension == "count"
    ):
        return True
    if q.dimension != "count" or q.end == q.number_end or not patterns.match(r"的?\p{Han}", s.after):
        return False
    counted = patterns.search(r"\d(?:个|家|户|所|名|项|条|座|人|套|种|处|只|辆)$", s.before)
    if s.before:
        return bool(counted)
    return bool(patterns.search(r"[达到至为占超]+\d", s.after)) or not _ACHIEVE.search(
        s.lead.rpartition("；")[2]
    )


def _is_class_of_cases(s: Seat) -> bool:
    """杜绝66人以上的大班额, 轻伤2人以下的事故, 7座以上面包车; not 带动就业300人以上."""
    q = s.quantity
    if q.end == q.number_end or q.dimension not in ("count", "money"):
        return False
    if _SHUNNED.search(s.before) or (q.unit == "座" and _CAR.match(s.after)):
        return True
    hurt = _HURT.search(s.before) or _HURT_AFTER.match(s.after)
    return bool(hurt or (q.comparator == "<" and _STAFF.search(s.before)))


def is_scope(s: Seat) -> bool:
    """对单户担保500万元以上的企业, 4.5吨以下货车: whom or what something is said of."""
    q = s.quantity
    if _is_bound_of_class(s) or _is_class_of_cases(s):
        return True
    if (
        patterns.search("(?:达到?|占)$", s.before)
        and q.end > q.number_end
        and patterns.match(r"的\p{Han}", s.after)
    ):
        return True
    if q.dimension == "length" and patterns.match("(?:半径)?(?:覆盖|范围)", s.after):
        return True  # 公交站点500米覆盖率
    if q.scope:
        return not _REACH.search(s.before) and bool(_OBJECT.match(s.after))
    if q.end == q.number_end:
        bounded = q.comparator in (">", "<") and q.dimension in ("time", "money", "mass", "count")
        if q.comparator in (">", "<") and q.dimension in ("area", "length", "volume"):
            return bool(patterns.match(r"的[\p{Han}“]", s.after)) and not _VERB_HARD_BY.search(s.before)
        return bounded and bool(
            patterns.match(r"的" if q.dimension == "count" else r"的?[\p{Han}“]", s.after)
        )
    if not _OBJECT.match(s.after):
        return False
    if q.dimension in ("mass", "power", "length"):
        return True
    if q.dimension in ("time", "money", "area", "volume") and q.comparator in (">=", "<", ">"):
        return q.dimension in ("time", "money") or not _VERB_HARD_BY.search(s.before)
    return bool(_OF_WHOM.search(s.before)) and bool(_RELATIVE.match(s.after)) and not _REACH.search(s.before)


def is_condition(s: Seat) -> bool:
    """达到1000人次的，给予补贴: what must be so before something is given or done."""
    if s.words.startswith(("小于", "大于")):  # 面积小于144平方米: a class, told from the next by its bounds
        return True
    if _IN_CASE.search(s.lead) and _IN_WHICH.match(s.rest):
        return True
    tail = s.after.rstrip("”")
    if s.plain and s.quantity.dimension == "share" and _STAGE.match(s.rest):
        return True
    if _VERDICT.match(s.rest) or (s.quantity.comparator and _SAME_CLASS.match(s.rest)):
        return True
    if tail.endswith(("的", "后")) and _CONSEQUENCE.match(s.rest[len(s.after) :]):
        return True
    bounded = s.quantity.dimension == "money" and s.quantity.comparator
    if bounded and not (_ACHIEVE.search(s.before) or s.timed) and _ENTITLED.match(s.rest):
        return True
    if is_funding_rate(s):
        return False
    named = _TO_WHOM.search(s.lead)
    if s.timed:
        return bool(named and _GIVEN_TO.match(s.rest))
    whom = named or not _ACHIEVE.search(s.before)
    return bool(_GIVEN_IF.match(s.rest) or (whom and _GIVEN_TO.match(s.rest)))
