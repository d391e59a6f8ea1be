"""Money granted: how much, to whom, for what, how often.

An amount is a grant where something is given (给予, 补助, 奖励, 拨付 …); the size of a firm, a project or a loan
stock is not. 分别给予5万元、10万元、15万元 is one grant an amount, each with its own grade of recipient.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.amount_lists import amount_lists, is_raised
from pipeline.extract.reading import Reading, Sense, readings
from pipeline.extract.recipients import recipient
from pipeline.language import patterns
from pipeline.language.comparators import AT_MOST, EQUAL
from pipeline.language.quantities import Quantity
from pipeline.language.sentences import Stretch, around
from pipeline.model import Fact, Mended

_GIFT = (
    "补助金?|补贴|奖励|奖补|奖金|资助|津贴|扶持|资金支持|经费支持|支持|补偿金?|安家费|生活费|运营经费|经费|贴息|救助金?|抚恤金|保障金|扣除|减免"
    "|红包|消费券|担保贷款|信用贷款|额度的?贷款|优惠|奖|补(?![足缴齐办正充短交贴助])"
)
_GIVE = "给予|予以|发放|拨付|奖励|补助|补贴|资助|奖补|安排|再奖|一次性|奖|补(?![足缴齐办正充短交])|享受|扣除|减免|支付|提供|领取"
_GIVEN_BEFORE = patterns.compile(rf"(?:{_GIVE})[^，。；]{{0,24}}$")
_GIFT_AFTER = patterns.compile(
    rf"^(?:[/·每人年月户床张个]|的)*(?:标准|额度)?[^，。；]{{0,20}}?(?P<type>{_GIFT})"
)
_GIFT_LAST = patterns.compile(rf"(?P<type>{_GIFT})(?:资金|标准)?[^，。；]{{0,14}}$")
# 低保标准为每人每月1309元: what a person is paid by right.
_STANDARD_BEFORE = patterns.compile(
    r"(?:保障|低保|救助|救济|养育|供养|特困[^，。；]{0,4}|抚恤|饮食|优待|补贴|补助|奖励|资助|津贴)[^，。；]{0,8}标准(?!地)[^，。；]{0,14}?(?:为|[至到]|按)?每[人户][^，。；]{0,6}$"
)
# 高龄津贴每月不低于50元.
_ALLOWANCE = patterns.compile(
    r"(?:津贴|补贴|补助|救助金|护理费|生活费)(?:标准)?[为按]?(?:每人)?每[月年][^，。；]{0,6}$"
)
_STANDARD_AFTER = patterns.compile(r"^(?:/\p{Han}{1,3})*的?标准")
_GIVES = patterns.compile("[补奖]|给予|发放|资助|扣除|列支|支持(?:金额|额度|资金)")
_SIZE = patterns.compile(
    r"(?:投资|产值|收入|注册资本|销售额|营业额|营收|纳税|成交额|贷款余额|增量|规模|(?<!奖励|补贴|补助|资助|奖补)总额|资产|产出|交易额|零售额|罚款|处以|收费|价格|单价|均价|造价|缴纳|缴费|筹资"
    r"|押金|保证金|上限)[^，。；、给予补奖]{0,10}$"
)
# 全年发放创业担保贷款5亿元, 提供信贷资金达到10亿元: a volume of lending to reach.
_LENT = patterns.compile(
    r"(?:贷款|信贷|融资|授信|债券|投资)(?!(?:\p{Han}{0,4})(?:贴息|补贴|奖励|补助))[^，。；给予补奖]{0,10}$"
)
_SIZE_AFTER = patterns.compile(
    r"^[^，。；]{0,6}(?:的(?:企业|项目|单位|机构|个人|家庭|小微|平台|经营主体|法人|商户|门店)|罚款)"
)
# 同一机构每年最高300万元, 单笔最高30万元: a ceiling in a sentence that gives.
_CEILING = patterns.compile(
    r"(?:最高|单笔|每[人个家户年单位项]|同一\p{Han}{2,6}|累计|支持(?:金额|额度)|(?:奖励|补贴|补助|资助|奖补)(?:总额|金额|资金))[^，。；]{0,10}$"
)
# 百岁以上老年人每人每月不低于500元, in a sentence that gives.
_EACH_TIME = patterns.compile(r"每[人户]每[月年季][^，。；]{0,6}$")
_TIME_UNIT = "学年|学期|季度|年|月|日|天"
_RATE = patterns.compile(rf"^(?:/\p{{Han}}{{1,3}})?[/·](?P<per>{_TIME_UNIT})")
_FREQUENCIES = (
    ("once", patterns.compile("一次性")),
    ("yearly", patterns.compile(r"每年|/(?:\p{Han}[/·])?年|按年(?!度)")),
    ("quarterly", patterns.compile("每季度?|/季")),
    ("monthly", patterns.compile(r"每月|/(?:\p{Han}[/·])?月|按月")),
    ("daily", patterns.compile("每[日天]|/[日天]")),
)
_PER_SLASH = patterns.compile(
    rf"^(?:/(?:{_TIME_UNIT}))?/(?P<per>(?!{_TIME_UNIT})\p{{Han}}{{1,6}}?)(?=[/·的标，。；、）]|$)"
)
_PER_EACH = patterns.compile(
    r"每一?(?P<per>(?:个|所|家|名|人|户|张|床|亩|件|项|次|位|台|套|辆|座)[^，。；、\d]{0,12}?)"
    r"(?=[，；]|给予|分别|每[年月]|\d|补|奖|不|最高|一次|按|建设?|资助|发放|增加|$)"
)
_CLASSIFIER = patterns.compile(r"^[个所家名户张件项次位台套辆座](?=\p{Han})")
_PAYER = patterns.compile(
    r"(?P<who>(?:中央|国家|省级?|自治区|市级?|区级?|县级?|州级?|镇级?|本级|各级|同级)\p{Han}{0,4}?(?:财政|奖补资金|专项资金))"
    r"|由(?P<who>[^，。；]{2,14}?)(?:向|给予|对|发放|拨付)"
)
_MAGNITUDES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
               "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip
_YUAN = patterns.compile(r"(?P<size>[万亿千百十]*)(?:元|人民币)")


@dataclass(frozen=True, slots=True)
class Grant:
    """An amount granted and the sentence it stands in; `place` of `many` in a list of amounts."""

    quantity: Quantity
    sentence: Stretch
    place: int = 0
    many: int = 1


# 奖金标准为：一等奖5万元/项，二等奖3万元/项: what a colon opens is granted.
_LISTED = patterns.compile(r"(?:[奖补]|资助|津贴)[^。；：]{0,12}标准(?:为|如下)?：[^。]*$")


def _is_grant(sense: Sense, q: Quantity) -> bool:
    part, sentence = around(sense.parts, q.number_start), around(sense.sentences, q.number_start)
    text = sense.masked
    before, after = text[part.start : q.number_start], text[q.end : max(part.end, q.end)]
    if q.scope or _SIZE_AFTER.match(after) or _SIZE.search(before):
        return False
    if q.dimension == "money" and _LENT.search(before) and q.comparator != AT_MOST:
        return False
    if _GIFT_AFTER.match(after) or any(
        pattern.search(before) for pattern in (_GIVEN_BEFORE, _STANDARD_BEFORE, _ALLOWANCE)
    ):
        return True
    if _LISTED.search(text[sentence.start : part.start]):
        return True
    near = text[sentence.start : min(sentence.end, part.end + 20)]
    if _STANDARD_AFTER.match(after):
        return bool(_GIVES.search(near))
    bounded = _CEILING.search(before) if q.comparator == AT_MOST else None
    return bool(bounded or _EACH_TIME.search(before)) and bool(_GIVES.search(near))


@lru_cache(maxsize=2048)
def granted(sense: Sense) -> tuple[Grant, ...]:
    """The amounts of a text that are granted, left to right; a list is granted whole."""
    money = [q for q in sense.quantities if q.dimension == "money"]
    was = {to: q for q, to in pairwise(money) if is_raised(sense.masked, q, to)}
    before = set(was.values())
    return tuple(
        Grant(q, around(sense.sentences, q.number_start), place, len(members))
        for members in amount_lists(sense)
        if any(q not in before and _is_grant(sense, was.get(q, q)) for q in members)
        for place, q in enumerate(members)
    )


def amount_in_yuan(value: float, unit: str) -> float | None:
    """(1.2, 万元) → 12000; None for another currency."""
    match = _YUAN.fullmatch(unit)
    return round(value * _MAGNITUDES[match["size"]], 2) if match else None


def _type(before: str, after: str) -> str | None:
    """What the grant is called: 的建设补助 → 建设补助; before the amount: 市级奖补资金 → 奖补."""
    if match := _GIFT_AFTER.match(after):
        words = patterns.search(r"\p{Han}{0,10}$", after[: match.start("type")])
        stem = (
            patterns.split("的|给予|标准|进行|予以|一次性|年|月|个|发放|用于|元", words.group())[-1]
            if words
            else ""
        )
        return stem + match["type"]
    last = _GIFT_LAST.search(before)
    return last["type"] if last else None


def _per(clause: str, near: str, after: str) -> str | None:
    match = _PER_SLASH.match(after) or _PER_EACH.search(near) or _PER_EACH.search(clause)
    return _CLASSIFIER.sub("", match["per"]) if match else None


def _fact(reading: Reading, grant: Grant) -> Fact:
    sense, q = reading.sense, grant.quantity
    text, part = sense.text, around(sense.parts, q.number_start)
    end = max(part.end, q.end)
    near, after = text[part.start : end], text[q.end : end]
    clause = text[grant.sentence.start : q.start].rpartition("；")[2]
    whom = recipient(clause, text[q.end : grant.sentence.end], grant.place, grant.many)
    rate = _RATE.match(after)
    payer = _PAYER.search(clause)
    to = None if payer and whom.name == payer["who"] else whom.name
    columns = {
        "amount": q.value,
        "amount_max": q.value_max,
        "unit": f"{q.unit}/{rate['per']}" if rate else q.unit,
        "amount_text": text[q.start : q.end],
        "amount_cny": amount_in_yuan(q.value, q.unit),
        "comparator": q.comparator or EQUAL,
        "per": _per(clause, near, after),
        "recipient": to or reading.subject or None,
        "payer": payer["who"] if payer else None,
        "type": _type(near[: q.start - part.start], after),
        "frequency": next((name for name, words in _FREQUENCIES if words.search(near)), None),
        "condition": whom.condition,
        "row_label": reading.subject or None,
    }
    return reading.fact("funding", part.start, end, rule="funding/granted", **columns)


def funding(mended: Mended) -> tuple[Fact, ...]:
    """Every amount granted in a notice's body and prose cells, in the order of the source."""
    return tuple(_fact(reading, grant) for reading in readings(mended) for grant in granted(reading.sense))
