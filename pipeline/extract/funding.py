"""Money granted: how much, to whom, for what, how often.

An amount is a grant where something is given (给予, 补助, 奖励, 拨付 …); the size of a firm, a project or a loan
stock is not. 分别给予5万元、10万元、15万元 is one grant an amount, each with its own grade of recipient.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.extract.reading import Reading, Sense, readings
from pipeline.language.comparators import EQUAL
from pipeline.language.measures import Quantity
from pipeline.language.sentences import Stretch, around
from pipeline.model import Fact, Mended

_GIFT = "补助金?|补贴|奖励|奖补|奖金|资助|津贴|扶持|资金支持|经费支持|支持|补偿金?|补|经费|贴息|救助金?|抚恤金|保障金|生活费|扣除|减免|红包|消费券|担保贷款|信用贷款|贷款额度|额度的?贷款|优惠"
_GIVE = "给予|予以|发放|拨付|奖励|补助|补贴|资助|奖补|安排|再奖|一次性|奖|补|享受|扣除|减免|支付|提供|领取"
_GIVEN_BEFORE = regex.compile(rf"(?:{_GIVE})[^，。；]{{0,24}}$")
_GIFT_AFTER = regex.compile(rf"^(?:[/·每人年月户床张个]|的)*(?:标准|额度)?[^，。；]{{0,20}}?(?P<type>{_GIFT})")
_STANDARD_AFTER = regex.compile(r"^(?:/\p{Han}{1,3})*的?标准[，]?(?:[^，。；]{0,12})?(?:给予|全部用于|补|奖|发放|进行|拨付|执行)?")
_SIZE = regex.compile(r"(?:投资|产值|收入|注册资本|销售额|营业额|营收|纳税|成交额|贷款余额|增量|规模|总额|资产|产出|交易额|零售额|罚款|处以|收费|价格|单价|均价|造价|缴纳|押金|保证金)[^，。；、给予补奖]{0,10}$")
_SIZE_AFTER = regex.compile(r"^[^，。；]{0,6}(?:的(?:企业|项目|单位|机构|个人|家庭|小微|平台|经营主体|法人|商户|门店)|罚款)")
_LIST_GAP = regex.compile(r"[、和及与或]|以及")
_RATE = regex.compile(r"^/(?P<per>年|月|季度|日|天|学年|学期)|^/\p{Han}{1,3}[/·](?P<per>年|月|季度|日|天|学年|学期)")
_PER_SLASH = regex.compile(r"^(?:/(?:年|月|日|天))?/(?P<per>(?!年|月|季度|日|天|学年|学期)\p{Han}{1,6}?)(?=[/的标，。；、）]|$)")
_PER_EACH = regex.compile(r"每(?:一)?(?P<per>[个所家名人户床张亩件项次位台套辆座](?:\p{Han}{0,12}?)?)(?=[，；]|给予|每[年月]|[\d]|补|奖|不超|最高|一次|按|建|资助|发放)")
_FREQUENCY = (("once", r"一次性"), ("yearly", r"每(?:人)?每?年|/(?:\p{Han}/)?年|按年|年度"), ("quarterly", r"每季度?|/季"), ("monthly", r"每(?:人)?每?月|/(?:\p{Han}[/·])?月|按月"), ("daily", r"每(?:人)?每?[日天]|/[日天]"))  # fmt: skip
_PAYER = regex.compile(r"(?P<who>(?:中央|国家|省级?|自治区|市级?|区级?|县级?|州级?|镇级?|本级|各级|同级)[\p{Han}]{0,4}?(?:财政|奖补资金|资金))|由(?P<who>[^，。；]{2,14}?)(?:向|给予|对|按|发放|拨付)")
_FOR = (
    regex.compile(r"(?:对于?|给予|为)(?P<who>(?!予)[^。；]{3,70}?)(?:，?(?:按照?|分别|一次性|每\p{Han}{1,10}?给予|每个给予|给予|予以|最高|奖励|补助|发放))"),
    regex.compile(r"向(?P<who>[^，。；]{2,20}?)(?:拨付|发放|支付|给予)"),
    regex.compile(r"(?:用于|支持)(?P<who>[^，。；]{2,20})"),
    regex.compile(r"(?:^|[，。；])(?P<who>[^，。；]{2,20}?)(?:根据[^，。；]{2,10})?(?:给予|每\p{Han}{1,6}(?:给予|补助|奖励))"),
)  # fmt: skip
_CONDITION = regex.compile(r"(?:符合|经|验收|审计|整改|考核|通过|达到|获得|首次)[^，。；]{0,24}?(?=的[，、]|的每|的\p{Han}{2,})")
_MAGNITUDES = {"万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "百": 100, "千": 1000}
_CURRENCY = regex.compile(r"(?P<size>[万亿千百十]*)(?:元|人民币)")
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Grant:
    """An amount granted and the sentence it stands in; `place` of `many` in a 分别 list."""

    quantity: Quantity
    sentence: Stretch
    place: int = 0
    many: int = 1


def _is_given(sense: Sense, q: Quantity) -> bool:
    part = around(sense.parts, q.number_start)
    before, after = sense.masked[part.start : q.number_start], sense.masked[q.end : max(part.end, q.end)]
    if q.scope or _SIZE_AFTER.match(after) or _SIZE.search(before):
        return False
    if _GIFT_AFTER.match(after):
        return True
    if _STANDARD_AFTER.match(after) and regex.search("[补奖]|给予|发放", sense.masked[part.start : part.end + 20]):
        return True
    return bool(_GIVEN_BEFORE.search(before))


@lru_cache(maxsize=2048)
def granted(sense: Sense) -> tuple[Grant, ...]:
    """The amounts of a text that are granted, left to right."""
    money = [q for q in sense.quantities if q.dimension == "money"]
    given = [_is_given(sense, q) for q in money]
    lists: list[list[int]] = []
    for i, q in enumerate(money):
        if lists and _LIST_GAP.fullmatch(sense.masked[money[lists[-1][-1]].end : q.start]):
            lists[-1].append(i)
        else:
            lists.append([i])
    return tuple(
        Grant(money[i], around(sense.sentences, money[i].number_start), place, len(members))
        for members in lists
        if any(given[i] for i in members)
        for place, i in enumerate(members)
    )


def amount_in_yuan(value: float, unit: str) -> float | None:
    """1.2 万元 → 12000; None for another currency."""
    match = _CURRENCY.fullmatch(unit.partition("/")[0])
    if not match:
        return None
    return round(value * (_MAGNITUDES[match["size"]] if match["size"] else 1), 2)


def _recipient(text: str, grant: Grant) -> str | None:
    for pattern in _FOR:
        if found := list(pattern.finditer(text)):
            return _distribute(found[-1]["who"].strip("，、"), grant)
    return None


def _distribute(who: str, grant: Grant) -> str:
    """评比三星级、四星级、五星级的养老机构 and three amounts: the second is for 评比四星级的养老机构."""
    if grant.many < 2:
        return who
    grades = regex.search(r"(?P<first>[^，。；、]+)(?P<rest>(?:[、和及][^，。；、的和及]{1,10}){%d})" % (grant.many - 1), who)
    if not grades:
        return who
    rest = regex.split("[、和及]", grades["rest"].strip("、和及"))
    stem, first = grades["first"][: -len(rest[0])], grades["first"][-len(rest[0]) :]
    return who[: grades.start()] + stem + [first, *rest][grant.place] + who[grades.end() :]


def _first(pattern: regex.Pattern[str], text: str, group: str) -> str | None:
    match = pattern.search(text)
    return match[group] if match else None


def _fact(reading: Reading, grant: Grant) -> Fact:
    sense, q = reading.sense, grant.quantity
    text, part = sense.text, around(sense.parts, q.number_start)
    after = text[q.end : max(part.end, q.end)]
    lead = text[grant.sentence.start : q.start]
    clause = lead.rpartition("；")[2]
    rate = _RATE.match(after)
    unit = f"{q.unit}/{rate['per']}" if rate else q.unit
    near = text[part.start : part.end]
    kind = _GIFT_AFTER.match(after) or _GIFT_AFTER.match(text[q.end : grant.sentence.end])
    frequency = next((name for name, words in _FREQUENCY if regex.search(words, near)), None)
    slash = _first(_PER_SLASH, after, "per")
    columns = {
        "amount": q.value,
        "amount_max": q.value_max,
        "unit": unit,
        "amount_text": text[q.start : q.end],
        "amount_cny": amount_in_yuan(q.value, q.unit),
        "comparator": q.comparator or EQUAL,
        "per": slash or _first(_PER_EACH, clause + near, "per"),
        "recipient": _recipient(clause, grant) or reading.subject or None,
        "payer": _first(_PAYER, clause, "who"),
        "type": _type(after, kind),
        "frequency": frequency,
        "condition": _condition(clause),
        "row_label": reading.subject or None,
    }
    return reading.fact("funding", part.start, max(part.end, q.end), rule="funding/granted", confidence=CONFIDENCE, **columns)


def _type(after: str, kind: regex.Match[str] | None) -> str | None:
    """The noun of the grant with what stands close before it: 的建设补助 → 建设补助."""
    if kind is None:
        return None
    words = regex.search(r"(?P<what>\p{Han}{0,10})$", kind.string[: kind.start("type")])
    stem = regex.split(r"的|给予|标准|进行|予以|元|一次性|年|月|个", words["what"])[-1] if words else ""
    return stem + kind["type"]


def _condition(clause: str) -> str | None:
    match = _CONDITION.search(clause)
    return match.group() if match else None


def funding(mended: Mended) -> tuple[Fact, ...]:
    """Every amount granted in a notice's body and prose cells, in the order of the source."""
    return tuple(_fact(reading, grant) for reading in readings(mended) for grant in granted(reading.sense))

