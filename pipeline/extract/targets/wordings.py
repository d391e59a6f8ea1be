"""The words for what is to be reached without a number of its own: 全覆盖, 应护尽护, 1:3, 三级, 每月一次, 基本建成…体系.

Published as targets of the kinds coverage, ratio, ordinal, relative, rate and qualitative.
"""

# Long: a table of rules with their examples.
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.language import patterns
from pipeline.language.comparators import ABOUT, AT_LEAST, AT_MOST, EQUAL, LESS, MORE
from pipeline.language.numbers import numeral_to_number
from pipeline.language.rules import Rule
from pipeline.language.segmentation import says_what
from pipeline.language.times import times
from pipeline.language.words import lookup

ALL = "all"


@dataclass(frozen=True, slots=True)
class Wording:
    """text[start:end] says that `indicator` is to be reached; `text` are the words that say how far."""

    kind: str
    indicator: str
    comparator: str
    text: str
    unit: str | None = None
    per: str | None = None
    value: float | None = None
    rule: str = ""
    start: int = 0
    end: int = 0


_ADVERB = r"(?:基本|全面|逐步|加快|持续|统筹|联动|协同|动态|力争|确保|努力|早日|深入)*"
_REACH = rf"{_ADVERB}(?:实现|推进|推动|达到|做到|形成|确保|保障|保持)"
_LEAD = patterns.compile(
    rf"^(?:[（(\d一二三四五六七八九十]+[）)、.．]\s*|[一二三四五六七八九十]是|[、，和及与以]|{_REACH}|按照?|要|计划(?![内外生])|力争|加快|加强|扩大|落实|开展|实施|组织)+"
)
_INNER = patterns.compile(
    rf"(?:要?{_REACH}|进行)(?=\p{{Han}}{{2}})|(?:要?按照?|{_ADVERB}(?:实现|[进实]行|实施|做到)?|全部|均|将|要|(?:按照?|依据|根据)\p{{Han}}{{2,12}})?$"
)
# 一心, 一体, 一律 …: idiom, not one of each.
# 一村一品, 一户一策: what each is known by or is dealt with by is no place that all get.
_ONE = r"一(?![体律样级定般起批些直次同并刻键网窗致切带路类品业特策档案码]|站式)\p{Han}{1,3}(?:（\p{Han}{1,4}）)?"
_PLACE = r"一(?:镇|街|村|社区|乡|县|区|校|园|企|户|市)(?:（\p{Han}{1,4}）)?"


def without_times(text: str) -> str:
    """`text` without its time expressions."""
    for found in reversed(times(text)):
        text = text[: found.start] + text[found.end :]
    return text


_DONE_TO = ("进行", "实行", "实施", "实现", "做到")


def _clean(words: str) -> str:
    """What is covered, without when and that: 力争到2022年各镇基本实现养老机构 → 各镇养老机构."""
    said = _LEAD.sub("", without_times(words).strip())
    words = _LEAD.sub("", _INNER.sub("", said))
    # 对教师进行全员培训, but 对公账户
    words = words.removeprefix("对") if said.endswith(_DONE_TO) else words
    words = words.strip("，、")
    return words if words.count("“") == words.count("”") else words.strip("“”")


def _cover(match: patterns.Match) -> Wording | None:
    """以上任务全部完成 says when all that was told is done, and covers nothing of its own; 70%以上的城市全面消除 is of a share."""
    noun, told = _clean(match["noun"]), without_times(match["noun"])
    covers = len(noun) > 1 and "%" not in noun and says_what(told)
    return Wording("coverage", noun, ALL, match["all"]) if covers else None


def _ratio(match: patterns.Match) -> Wording:
    floor = match["floor"] or ""
    comparator = AT_MOST if any(word in floor for word in "高大超") else AT_LEAST if floor else EQUAL
    noun = f"{match['late']}{match['verb']}" if match["late"] else _clean(match["noun"])
    return Wording("ratio", f"{noun.removesuffix('比例')}比例", comparator, match["ratio"], unit="比例")


def _named_ratio(match: patterns.Match) -> Wording:
    """控制在2.2:1以内: what stands behind a ratio bounds it as it does other numbers."""
    said = _ratio(match)
    behind = lookup(match.string[match.end() : match.end() + 2])
    bound = behind.cls if behind and behind.kind == "bound" else said.comparator
    return replace(said, indicator=_clean(match["noun"]), comparator=bound)


def _ordinal(match: patterns.Match) -> Wording:
    comparator = AT_MOST if match["floor"].endswith("高于") else AT_LEAST
    return Wording("ordinal", _clean(match["noun"]), comparator, match["grade"])


_THAN: tuple[tuple[tuple[str, ...], str], ...] = (
    (("不低", "不少", "不小"), AT_LEAST),
    (("不高", "不超"), AT_MOST),
    (("高", "超", "优", "快", "多"), MORE),
    (("低", "少"), LESS),
)


def _relative(match: patterns.Match) -> Wording | None:
    noun = _clean(match["noun"])
    than = match["than"]
    comparator = next((sign for words, sign in _THAN if than.startswith(words)), EQUAL)
    return Wording("relative", noun, comparator, match["mean"]) if len(noun) > 1 else None


def _rank(match: patterns.Match) -> Wording | None:
    noun = _clean(match["noun"])
    return Wording("ordinal", noun, AT_MOST, match["grade"]) if len(noun) > 1 else None


# 提供一次体检服务, 在建设领域开展一次清理活动: a verb that tells nothing of what is done.
_EMPTY = ("召开", "开展", "进行", "举办", "组织", "提供")


def _frequency(match: patterns.Match) -> Wording | None:
    noun = patterns.sub("^(?:对|召开|开展|进行|举办|组织|至少)+", "", match["noun"])
    noun = (match["late"] or noun) if match["noun"].endswith(_EMPTY) else noun
    often = match["often"]
    given = lookup(noun[-2:])
    if given and given.kind in ("give", "gift"):
        return None  # 每年补贴一次 says how often it is given
    comparator = AT_LEAST if match["least"] else EQUAL
    return Wording("rate", noun, comparator, often, often[-1], match["per"], numeral_to_number(often[:-1]))


def _state(match: patterns.Match) -> Wording:
    return Wording("qualitative", match["state"], ALL, match.group())


def _rule(
    name: str,
    pattern: str,
    read: Callable[[patterns.Match], Wording | None],
    examples: Mapping[str, Wording | None],
) -> Rule[Wording]:
    return Rule(name, patterns.compile(pattern), read, examples)


#: 全部清除, 均达标: how it is said that something is done to all.
TO_ALL = ("全部", "全面", "均", "全员", "100%")
DONE_TO_ALL = ("清除", "达标", "持证上岗", "纳入", "整改到位", "完成", "入网", "建档", "消除", "关停")


# fmt: off
RULES: tuple[Rule[Wording], ...] = (
    _rule("coverage/whole",
          r"(?P<noun>(?:(?!全覆盖)[^，。；：“”]){2,60}?)(?P<all>(?:全|全面|全域|全员)覆盖|清零)”?(?=[，。；、）和及与]|目标|为(?!基础)|$)",
          _cover, {
        "推进家庭医生签约服务全覆盖。": Wording("coverage", "家庭医生签约服务", ALL, "全覆盖"),
        "3. 联动推进存量安置房动态清零。": Wording("coverage", "存量安置房", ALL, "清零"),
        "收入10万元以下的村全部清零。": Wording("coverage", "收入10万元以下的村", ALL, "清零"),
        "加强重点场所消防设施全覆盖。": Wording("coverage", "重点场所消防设施", ALL, "全覆盖"),
        "力争到2022年，各镇基本实现养老机构全覆盖。": Wording("coverage", "各镇养老机构", ALL, "全覆盖"),
        "加强全覆盖工作": None,
        "将区级留存资金用于全覆盖设施建设": None,
    }),
    _rule("coverage/as needed", r"(?P<noun>(?:[^，。；、“”：]|“[^“”]{1,12}”){0,40})“?(?P<all>[应需愿能可](?P<verb>\p{Han})尽(?P=verb)(?!率)|有需必应)”?",
          _cover, {
        "实现农村特困人员集中供养“应养尽养”": Wording("coverage", "农村特困人员集中供养", ALL, "应养尽养"),
        "对农村“四类重点”人群进行“应改尽改”": Wording("coverage", "农村“四类重点”人群", ALL, "应改尽改"),
        "消火栓按照规划应建尽建": Wording("coverage", "消火栓", ALL, "应建尽建"),
        "残疾儿童应救尽救率": None,
    }),
    _rule("coverage/all",
          rf"(?P<noun>[^，。；：]{{2,40}}?)(?P<all>(?:{'|'.join(TO_ALL).replace('均', '(?<!平)均')})(?:{'|'.join(DONE_TO_ALL)}))", _cover, {
        "确保安全隐患全部清除": Wording("coverage", "安全隐患", ALL, "全部清除"),
        "书面作业平均完成时间": None,
        "70%以上的城市全面消除重污染天气": None,
        "以上任务于2026年11月底前全部完成": None,
    }),
    _rule("coverage/everyone",
          r"(?P<noun>[^，。；：]{2,20}?)(?:每?[两二三四五2-5]年一(?:个|大)?(?:周期|轮)的?)?(?P<all>全员(?:轮训|培训|参保|参训))", _cover, {
        "落实教师5年一周期的全员轮训制度": Wording("coverage", "教师", ALL, "全员轮训"),
        "开展全员培训": None,
    }),
    _rule("coverage/licensed", r"(?P<noun>实现[^，。；：均]{2,30}?)(?P<all>持证上岗)", _cover, {
        "基本实现护理员持证上岗": Wording("coverage", "护理员", ALL, "持证上岗"),
    }),
    _rule("coverage/each",
          r"(?P<noun>(?:确保|实现|保障|让)[^，。；]{0,12}(?P<all>每[个名位]\p{Han}{2,8}?)(?:都|均)?能?(?:享有|享受|拥有|获得)[^，。；]{2,16})",
          _cover, {
        "确保每个老年人享有基本养老服务": Wording("coverage", "每个老年人享有基本养老服务", ALL, "每个老年人"),
    }),
    _rule("coverage/one each", rf"(?P<noun>(?P<all>{_PLACE}{_ONE}(?:[，、]{_PLACE}{_ONE})*))", _cover, {
        "按照“一镇（街道）一中心，一村（社区）一站（点）”要求":
            Wording("coverage", "一镇（街道）一中心，一村（社区）一站（点）", ALL, "一镇（街道）一中心，一村（社区）一站（点）"),
        "一区一体": None,
        "发展“一村一品”示范村5个": None,
    }),
    _rule("ratio",
          r"(?P<noun>[^，。；：]{0,20}?)按?照?(?P<floor>不(?:得|应)?(?:低于|少于|小于|高于|大于|超过))?"
          r"(?<![\d:：])(?P<ratio>\d{1,3}(?:\.\d+)?[:：]\d{1,4}(?:\.\d+)?)(?![\d:：])的?(?:标准|比例|配比)(?!\p{Han}{0,4}(?:分[担摊成配]|承担|负担))(?:(?P<verb>配备|配置|安排)(?P<late>[^，。；]{2,12}))?",
          _ratio, {
        "按照不低于1:3标准配备服务人员": Wording("ratio", "服务人员配备比例", AT_LEAST, "1:3", unit="比例"),
        "7月14日12:00前": None,
        "由县乡两级按7:3比例分担": None,
    }),
    _rule("ratio/named",
          r"(?<![^，。；：、.．\d])(?P<noun>[^，。；：、.．\d]{1,24}?(?:比例?|差距))(?P<floor>不(?:得|应)?(?:低于|少于|小于|高于|大于|超过))?(?:均?达到?|为|优于|\p{Han}{2}[到至在])?"
          r"(?P<ratio>\d{1,3}(?:\.\d+)?[:：]\d{1,4}(?:\.\d+)?)(?![\d:：])(?P<late>)(?P<verb>)(?=[，。；、）以左]|$)", _named_ratio, {
        "小学生师比不高于19:1，": Wording("ratio", "小学生师比", AT_MOST, "19:1", unit="比例"),
        "车桩比优于2.5:1。": Wording("ratio", "车桩比", EQUAL, "2.5:1", unit="比例"),
        "2.医护比达到1:1.25。": Wording("ratio", "医护比", EQUAL, "1:1.25", unit="比例"),
        "城乡居民收入比缩小到2.2:1以内，": Wording("ratio", "城乡居民收入比", AT_MOST, "2.2:1", unit="比例"),
        "中心区人均收入与全域人均收入差距缩小到1.2:1。": Wording("ratio", "中心区人均收入与全域人均收入差距", EQUAL, "1.2:1", unit="比例"),
        "人均产值差距缩小到1.2:1。": Wording("ratio", "人均产值差距", EQUAL, "1.2:1", unit="比例"),
        "普职比保持在6:4左右，": Wording("ratio", "普职比", ABOUT, "6:4", unit="比例"),
        "师生比控制在1:20以下，": Wording("ratio", "师生比", LESS, "1:20", unit="比例"),
        "特教教师与学生比例不低于1:3。": Wording("ratio", "特教教师与学生比例", AT_LEAST, "1:3", unit="比例"),
        "双方以3:1取胜": None,
    }),
    _rule("ordinal",
          r"(?P<noun>[^，。；：]{2,24}?)(?P<floor>不[应得能]?(?:低于|高于))(?P<grade>[一二三四五六七八九甲乙丙丁A-D]+[级等类])",
          _ordinal, {
        "建筑物耐火指标等级不应低于三级": Wording("ordinal", "建筑物耐火指标等级", AT_LEAST, "三级"),
    }),
    _rule("relative",
          r"(?P<noun>[^，。；：、]{2,30}?)(?P<than>不[应得能]?(?:低于|少于|高于|超过)|(?<!不)(?:达到|高于|超过|优于|快于|低于))"
          r"(?P<mean>(?:(?:同期|上年|当地|所在地)?(?:全[国省市区县州]|[省市]级?|国家|行业|同类|周边)?(?:地区|城市|单位)?平均(?:水平|值|数)?"
          r"|上年(?:同期)?(?:水平)?|去年(?:同期)?水平|GDP增速|经济增速))(?=[，。；、）]|以上|$)", _relative, {
        "其他主要经济指标不低于全市平均水平": Wording("relative", "其他主要经济指标", AT_LEAST, "全市平均水平"),
        "力争增速高于全省平均水平。": Wording("relative", "增速", MORE, "全省平均水平"),
        "满意度达到全国平均水平": Wording("relative", "满意度", EQUAL, "全国平均水平"),
        "不低于全市平均水平的60%": None,
    }),
    _rule("rank",
          r"(?P<noun>[^，。；：、]{2,24}?)(?:进入|位居|位列|达到|保持在?|居|排名在?)(?:全[国省市区县州][^，。；、]{0,6})?(?P<grade>前(?:(?:\d{1,3}|[一二三四五六七八九十]+)(?:位|名|强)|\d{1,3}(?=[，。；、）]|$)))(?!的)",
          _rank, {
        "指标在全区排名达到前3位。": Wording("ordinal", "指标在全区排名", AT_MOST, "前3位"),
        "综合实力排名前10。": Wording("ordinal", "综合实力", AT_MOST, "前10"),
        "考核结果列全省前3名的分别奖励": None,
    }),
    _rule("frequency",
          r"每(?P<per>半年|季度|年|个?月|周|日|天)(?P<least>至少|不少于)?(?P<noun>[^，。；“”\d]{2,24}?)(?P<often>[一两二三四][次遍轮])(?!性)(?P<late>(?!以上|左右|并|至|的)\p{Han}{2,12}(?=[，。；]|$))?",
          _frequency, {
        "每月对全覆盖工作调度一次": Wording("rate", "全覆盖工作调度", EQUAL, "一次", "次", "月", 1),
        "每年一次性": None,
        "每年补贴一次。": None,
        "每月至少开展一次联合检查。": Wording("rate", "联合检查", AT_LEAST, "一次", "次", "月", 1),
    }),
    _rule("state",
          r"(?:基本|全面|初步)(?P<state>(?:建成|形成|建立|构建)[^。；]{1,40}?(?:体系|网络|格局|机制|制度|集群|高地))(?=[，。；]|$)", _state, {
        "基本建成覆盖城乡的服务体系，":
            Wording("qualitative", "建成覆盖城乡的服务体系", ALL, "基本建成覆盖城乡的服务体系"),
    }),
)
# fmt: on
