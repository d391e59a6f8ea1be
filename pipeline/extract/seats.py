"""A number in its place: the words around it, which decide what it is."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.reading import Sense
from pipeline.language import patterns
from pipeline.language.quantities import Quantity
from pipeline.language.sentences import Stretch, around


@dataclass(frozen=True, slots=True)
class Seat:
    """A quantity with the words around it, cut once for all reasons.

    `words` are the words of comparison before the number. `before` and `after` reach to the ends of its part, `lead` and `rest` to those of its sentence. `timed`
    where a binding time before it says when it is due, `bygone` where what stands before speaks of the past.
    """

    quantity: Quantity
    before: str
    after: str
    lead: str
    rest: str
    part: Stretch
    sentence: Stretch
    timed: bool = False
    bygone: bool = False
    words: str = ""

    @property
    def plain(self) -> bool:
        return self.quantity.comparator is None


# 低于1万元（不含）的, 10万元以下（含本数）的: whether the bound itself counts changes nothing in what is said of it.
_PART_END = patterns.compile("[，。；（]")
_BOUND_TOO = patterns.compile(r"^（不?含[^（）]{0,8}）")


def seat(sense: Sense, quantity: Quantity, timed: bool = False, bygone: bool = False) -> Seat:
    """Where `quantity` stands in `sense`."""
    part, sentence = (
        around(sense.parts, quantity.number_start),
        around(sense.sentences, quantity.number_start),
    )
    text, end = sense.masked, max(part.end, quantity.end)
    before, after = text[part.start : quantity.start], text[quantity.end : end]
    lead, rest = text[sentence.start : quantity.start], text[quantity.end : sentence.end]
    if bracket := _BOUND_TOO.match(rest):
        rest = rest[bracket.end() :]
        after = _PART_END.split(rest, 1)[0]
    words = text[quantity.start : quantity.number_start]
    return Seat(quantity, before, after, lead, rest, part, sentence, timed, bygone, words)


#: Verbs that say something is to be done, in the order of no rule: one pattern.
ACHIEVE = (
    "(?:建成|建设|新建|改建|扩建|改造|新增|新认定|认定|培育|培养|培训|打造|创建|设置|设立|设|配备|配置|布局|完成|达到|达|引进|引育|推出|实现"
    "|发展|开展|举办|承办|办好|组织|组建|建立|制定|制修订|出台|形成|安排|落实|提升|提高|扩大|增加|增长|净增|改扩建|升级|推广|推动|推进"
    "|打通|开通|开工|投产|投用|竣工|吸纳|帮扶|服务|覆盖|签约|发放|发布|编制|开发|研发|突破|转化|孵化|集聚|聚集|入库|入选|争创|争取|力争|确保"
    "|遴选|选取|选择|选树|评选|评定|筹集|筹建|供应|投放|布设|安装|更新|更换|铺设|敷设|架设|购置|交付|带动|推介|征集|发动|救助|回收|淘汰|拆除|整治|治理|修复|种植|造林|绿化|收储|盘活|供地|出让|招引"
    "|落地|储备|实施|梳理|归集|纳入|压减|减少|压缩|缩短|降低|下降|取消|下放|新开|开设|举行|派驻|选派|招聘|招募|录用|解决|办结|查处|检查|抽查"
    "|督查|调度|走访|进行|保持|稳定在|保障|提供|支持|设定|构建|配足|配齐|有|为)"
)

_FUND = r"(?:资金|经费|公益金|生活金|基金|补贴|补助|投资额|费用|金)"
_RATE_BEFORE = patterns.compile(
    rf"{_FUND}(?:[^，。；、]{{0,8}}留存)?(?:部分)?的?$|按(?:照)?[^，。；]{{0,24}}$"
)
_RATE_AFTER = patterns.compile(
    r"^的?(?:比例|标准)?[，、]?(?:专项)?(?:用于|核定|给予|予以|补助|补贴|奖励|奖补|贴息|资助|安排|提供|拨付|返还|退还|发放)"
)
# 给予不低于合同金额50%的预付款: paid sooner, not given.
_PREPAID = patterns.compile("^的?预付款")
_GRANT = patterns.compile(r"(?:给予|补助|补贴|奖励|奖补|贴息|资助|报销|减免|减按|返还)[^，。；]{0,16}$")


def is_funding_rate(seat: Seat) -> bool:
    """福彩公益金的80%用于…, 按不低于…生活金15%的比例核定, 给予30%的补助: how money is shared out."""
    if seat.quantity.dimension != "share":
        return False
    if _RATE_BEFORE.search(seat.before) and (
        _RATE_AFTER.match(seat.rest) or patterns.match("的比例", seat.after)
    ):
        return True
    # 账户内的资金不得低于监管额度的5% is a floor to be kept.
    kept = patterns.search("占|增长|支出", seat.before) or (not seat.plain and seat.words.endswith("的"))
    if patterns.search(rf"{_FUND}的?$", seat.before) and not kept:
        return True
    return bool(_GRANT.search(seat.before)) and not _PREPAID.match(seat.after)


def part_quote(sense: Sense, seat: Seat, floor: int) -> tuple[int, int]:
    """The stretch of the text from which a reader can rebuild the value: its part, or its share of a list."""
    text, q = sense.text, seat.quantity
    start, end = seat.part.start, max(seat.part.end, q.end)
    if "分别" not in text[start : q.number_start]:
        if floor > start and (cut := text.rfind("、", floor, q.number_start)) >= 0 and q.start >= cut:
            start = cut + 1
        later = next((x for x in sense.quantities if q.end < x.number_start < end), None)
        if later and (cut := text.find("、", q.end, later.number_start)) >= 0:
            end = cut
    while start < end and text[start] in "，、；。（） ":
        start += 1
    return start, end
