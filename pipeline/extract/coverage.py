"""What is to be reached without a number of its own: 全覆盖, 应护尽护, 1:3, 三级, 每月一次, 基本建成…体系.

Published as targets of the kinds coverage, ratio, ordinal, rate and qualitative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pipeline.extract.reading import Sense
from pipeline.language.comparators import AT_LEAST, AT_MOST, EQUAL
from pipeline.language.rules import Rule
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime

ALL = "all"


@dataclass(frozen=True, slots=True)
class Wording:
    """text[start:end] says that `indicator` is to be reached; `text` are the words that say how far."""

    kind: str
    indicator: str
    comparator: str
    text: str
    rule: str = ""
    start: int = 0
    end: int = 0
    unit: str | None = None
    per: str | None = None


_TO_REACH = r"(?:(?:基本|全面|逐步|加快|持续|统筹)?(?:实现|推进|推动|达到|确保|做到|形成))"
_AS_WHOLE = r"(?:全覆盖|全面覆盖|全域覆盖|全员覆盖|全贯通|清零)"
_NOUN = r"[^，。；、“”：]{2,40}?"
_SIGNS = {"不": AT_LEAST, "至": AT_LEAST}


def _clean(words: str) -> str:
    words = regex.sub(rf"^(?:[一二三四五六七八九十]+是|以|和|及|与|{_TO_REACH}|为|力争|[\p{{Han}}]{{0,2}}前)+", "", words)
    return regex.sub(r"(?:基本|全面)?(?:实现|达到)?[“的]?$", "", words).strip("“”")


def _whole(m: regex.Match[str]) -> Wording | None:
    noun = _clean(m["noun"])
    return Wording("coverage", noun, ALL, m["all"]) if noun else None


def _every(m: regex.Match[str]) -> Wording:
    return Wording("coverage", _clean(m["noun"]), ALL, m["all"])


def _ratio(m: regex.Match[str]) -> Wording:
    floor = m["floor"] or ""
    comparator = EQUAL if not floor else AT_MOST if "超" in floor or "高" in floor else AT_LEAST
    noun = _clean(m["noun"] or "") or (m["late"] or "")
    return Wording("ratio", noun + "比例" if "比例" not in noun else noun, comparator, m["ratio"], unit="比例")


def _ordinal(m: regex.Match[str]) -> Wording:
    comparator = AT_MOST if m["floor"].endswith(("高于", "超过")) else AT_LEAST
    return Wording("ordinal", _clean(m["noun"]), comparator, m["grade"])


def _frequency(m: regex.Match[str]) -> Wording:
    noun = regex.sub(r"^(?:对|召开|开展|进行|组织)", "", m["noun"]).strip("至少不于")
    return Wording("rate", noun, AT_LEAST if m["least"] else EQUAL, m["often"], unit="次", per=m["per"])


def _quality(m: regex.Match[str]) -> Wording:
    return Wording("qualitative", m["state"], ALL, m["how"])


def _rule(name: str, pattern: str, read: object, examples: dict[str, Wording | None]) -> Rule[Wording]:
    return Rule(name, regex.compile(pattern), read, examples)  # type: ignore[arg-type]


RULES: tuple[Rule[Wording], ...] = (
    _rule("coverage/whole", rf"(?P<noun>(?:{_TO_REACH}|以|和|、)?{_NOUN})(?P<all>(?:基本)?(?:实现)?{_AS_WHOLE})”?(?=[，。；、）和及与]|目标|为(?!基础)|$)", _whole, {
        "推进家庭医生签约服务全覆盖。": Wording("coverage", "家庭医生签约服务", ALL, "全覆盖"),
        "加强全覆盖工作": None,
        "将区级留存资金用于全覆盖设施建设": None,
    }),
    _rule("coverage/as needed", r"(?P<noun>[^，。；、“”：]{0,40})[“]?(?P<all>[应需愿能可](?P<verb>\p{Han})尽(?P=verb)|有需必应)[”]?", _every, {
        "实现农村特困人员集中供养“应养尽养”": Wording("coverage", "农村特困人员集中供养", ALL, "应养尽养"),
    }),
    _rule("coverage/all", r"(?P<noun>[^，。；：]{2,40}?)(?P<all>(?:全部|全面|均|全员|100%)(?:清除|达标|持证上岗|纳入|整改到位|完成|入网|建档|消除|关停))", _every, {
        "确保安全隐患全部清除": Wording("coverage", "确保安全隐患", ALL, "全部清除"),
    }),
    _rule("coverage/licensed", r"实现(?P<noun>[^，。；：均]{2,30}?)(?P<all>持证上岗)", _every, {
        "基本实现护理员持证上岗": Wording("coverage", "护理员", ALL, "持证上岗"),
    }),
    _rule("coverage/each", r"(?:确保|实现|保障|让)(?P<noun>[^，。；]{0,8}(?P<all>每[个名位]\p{Han}{2,8}?)(?:都能?|均能?)?(?:享有|享受|拥有|获得)[^，。；]{2,16})", _every, {
        "确保每个老年人享有基本养老服务": Wording("coverage", "每个老年人享有基本养老服务", ALL, "每个老年人"),
    }),
    _rule("ratio", r"(?P<noun>[^，。；：]{0,20}?)(?:按照?|达到|为)?(?P<floor>不(?:得|应)?(?:低于|少于|高于|超过))?(?<![\d:：])(?P<ratio>\d{1,3}[:：]\d{1,4}(?:\.\d+)?)(?![\d:：])(?=的?(?:标准|比例|配比)(?:配备|配置|安排)?(?P<late>[^，。；]{2,12})?)", _ratio, {
        "按照不低于1:3标准配备服务人员": Wording("ratio", "服务人员比例", AT_LEAST, "1:3", unit="比例"),
        "7月14日12:00前": None,
    }),
    _rule("ordinal", r"(?P<noun>[^，。；：]{2,24}?)(?P<floor>不(?:应|得|能)?(?:低于|高于))(?P<grade>[一二三四五六七八九甲乙丙丁ABC]+(?:级|等|类))", _ordinal, {
        "建筑物耐火指标等级不应低于三级": Wording("ordinal", "建筑物耐火指标等级", AT_LEAST, "三级"),
    }),
    _rule("frequency", r"每(?P<per>半年|季度|年|个?月|周|日|天)(?P<least>至少|不少于)?(?P<noun>[^，。；“”\d]{2,24}?)(?P<often>[一两二三四][次遍轮])(?!性)", _frequency, {
        "区政府每月对全覆盖工作调度一次": Wording("rate", "全覆盖工作调度", EQUAL, "一次", unit="次", per="月"),
    }),
    _rule("state", r"(?P<how>基本|全面|初步)(?P<state>(?:建成|形成|建立|构建)[^。；]{4,40}?(?:体系|网络|格局|机制|制度|集群|高地))(?=[，。；])", _quality, {
        "全区基本建成覆盖城乡的养老托育服务体系，": Wording("qualitative", "建成覆盖城乡的养老托育服务体系", ALL, "基本"),
    }),
)  # fmt: skip

# A state is a target only by a time; without one it is a wish.
_NEEDS_TIME = "qualitative"
_HEADING = regex.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])")


def _in_heading(sense: Sense, at: int) -> bool:
    """（三）推进镇养老服务中心全覆盖。 names the point; what is to be done follows."""
    first = sense.sentences[0]
    return at < first.end and first.end - first.start < 40 and bool(_HEADING.match(sense.text))


def _timed(sense: Sense, times: tuple[FoundTime, ...], at: int) -> bool:
    sentence = around(sense.sentences, at)
    return any(sentence.start <= t.start < at for t in times)


def wordings(sense: Sense, times: tuple[FoundTime, ...]) -> Iterator[Wording]:
    """Every such wording of a text, in order; `times` are the binding times of the text."""
    found: list[Wording] = []
    for rule in RULES:
        for match in rule.pattern.finditer(sense.masked):
            read = rule.read(match)
            if read is None or _in_heading(sense, match.start()):
                continue
            if read.kind == _NEEDS_TIME and not _timed(sense, times, match.start()):
                continue
            start = around(sense.parts, match.start("noun") if "noun" in match.groupdict() else match.start()).start
            found.append(Wording(read.kind, read.indicator, read.comparator, read.text, rule.name, max(start, match.start()), match.end(), read.unit, read.per))
    return iter(sorted(found, key=lambda w: (w.start, w.end, w.kind)))
