"""Half a sentence → the noun phrase in it: 办理时限由法定 → 办理时限, 进一步推动服务覆盖率 → 服务覆盖率.

Letters alone do not say whether 由, 应 or 推行 is a word of its own or part of a name (自由贸易, 应急), so
names that hold such letters, and only those, are cut into words with their parts of speech.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.segmentation import tagged

Words = list[tuple[str, str]]

_MEASURE = patterns.compile(
    r"(?:率|比例|占比|比重|额度?|价格|时间|时限|期限|周期|[上下]限|面积|长度|[人次户家总件床托]?数|数量|容量|规模)$"
)
_MODALS = frozenset({"应", "应当", "须", "必须"})
_FROM = frozenset({"由", "自", "从", "按", "按照"})
_SINCE = frozenset({"于", "自", "从"})
_BECOME = frozenset({"调整", "提高", "降低", "下调", "上调"})
_ADVERBS = frozenset({"d", "ad"})
# Verbs that say only that a thing is done. What is counted is the thing: 召开对接会10次.
_DO = frozenset(
    patterns.split(
        "、",
        "实施、推行、推动、推进、推广、构建、开展、召开、举办、举行、增加、解决、执行、严格执行、做好、用好、确定、落实、争创",
    )
)
_HELD = frozenset({"开展", "召开", "举办", "举行"})
_SHORTEST = 4  # characters; less is the last word of a name, not a phrase (推广|面积, 实施|方案)


def joined(words: Words) -> str:
    return "".join(word for word, _ in words)


def _measured(words: Words) -> bool:
    return bool(_MEASURE.search(joined(words)))


def before_source(words: Words) -> Words:
    """What a measure is reckoned from, by or to is not its name."""
    for i, (word, tag) in enumerate(words):
        if not i or not _measured(words[:i]):
            continue
        comes_from = (
            word in _FROM
            and tag == "p"
            and words[i + 1 : i + 2] != [("高", "a")]
            and not _measured(words[i:])
        )
        becomes = word in _BECOME and words[i + 1 : i + 2] and words[i + 1][0] in ("为", "至", "到")
        if comes_from or becomes or word in _MODALS:
            return words[:i]
    return words


def before_start(words: Words) -> Words:
    """From when a time limit runs is not its name."""
    for i, (word, tag) in enumerate(words):
        rest = joined(words[i + 1 :])
        if i and word in _SINCE and tag == "p" and (not rest or patterns.search("起$|后$", rest)):
            return words[:i]
    return words


def after_modal(words: Words) -> Words:
    """Who has to is not what is measured."""
    for i, (word, _) in enumerate(words):
        if i and word in _MODALS:
            rest = words[i + 1 :]
            while rest and rest[0][1] in _ADVERBS:
                rest = rest[1:]
            return rest if rest and _measured(rest) and not {"p", "v"} & {tag for _, tag in rest} else words
    return words


def after_doing(words: Words) -> Words:
    """How a thing is done, and that it is, stand before its name; before a measure the verb may be part of it."""
    rest = words
    while len(rest) > 1 and rest[0][1] in _ADVERBS:
        rest = rest[1:]
    urged = len(rest) < len(words)
    if rest and rest[0][0] in _DO and (urged or not _measured(rest)) and len(joined(rest[1:])) >= _SHORTEST:
        return rest[1:]
    return rest if urged and rest[0][1] == "v" else words


def what_is_held(words: Words) -> Words:
    """Who holds meetings is not what is counted."""
    for i, (word, _) in enumerate(words):
        if i and word in _HELD and "到" not in joined(words[:i]) and len(joined(words[i + 1 :])) >= _SHORTEST:
            return words[i + 1 :]
    return words


@dataclass(frozen=True, slots=True)
class Trim:
    """Words of a half sentence → fewer of them, or the same; `hint` are letters without which it has no work."""

    trim: Callable[[Words], Words]
    hint: patterns.Pattern
    examples: Mapping[str, str]


TRIMS = (
    Trim(
        before_source,
        patterns.compile(r".(?:[由自从按应须]|(?:调整|提高|降低|[上下]调)[为至到])"),
        {
            "信用修复的办理时限由法定": "信用修复的办理时限",
            "贷款利率下限调整为相应期限市场报价利率加": "贷款利率下限",
            "评审专家人数应当评委会人数": "评审专家人数",
            "材料由应用系统自动获取": "材料由应用系统自动获取",
            "自由贸易试验区数量": "自由贸易试验区数量",
            "应急物资储备率": "应急物资储备率",
        },
    ),
    Trim(
        before_start,
        patterns.compile(r".[于自从]"),
        {
            "简单案件于裁定受理之日起": "简单案件",
            "普通案件于": "普通案件",
            "高于平均水平的村": "高于平均水平的村",
        },
    ),
    Trim(
        after_modal,
        patterns.compile(r".[应须]"),
        {"每个街道应当单独建筑面积": "建筑面积", "一体化应急救援站点数": "一体化应急救援站点数"},
    ),
    Trim(
        after_doing,
        patterns.compile(
            rf"^(?:{'|'.join(sorted(_DO))}|进一步|积极|加快|全力|大力|严格|深入|切实|有效|持续|不断)"
        ),
        {
            "进一步推动农机社会化服务覆盖率": "农机社会化服务覆盖率",
            "推行水电气报装并联审批": "水电气报装并联审批",
            "开展“粤菜师傅”培训": "“粤菜师傅”培训",
            "推广面积": "推广面积",
            "推广应用覆盖率": "推广应用覆盖率",
            "持续增长率": "持续增长率",
        },
    ),
    Trim(
        what_is_held,
        patterns.compile(".(?:" + "|".join(sorted(_HELD)) + ")"),
        {
            "各县市区召开融资对接会": "融资对接会",
            "市场主体开展投资者保护宣传": "投资者保护宣传",
            "科技特派员到基层开展科技服务": "科技特派员到基层开展科技服务",
            "活动开展次数": "活动开展次数",
            "培训开展率": "培训开展率",
        },
    ),
)
_QUANTIFIED_DOES = patterns.compile(
    r"(?<=^[^，、到在为向对的]{2,14}(?:户|家庭|企业|人员|村|社区|学校))开展(?=\p{Han}{4})"
)


def noun_phrase(name: str) -> str:
    """`name` without what makes it half a sentence; the same words where it is none."""
    for step in TRIMS:
        if step.hint.search(name):
            name = joined(step.trim(tagged(name)))
    return name


def doing_of(name: str) -> str:
    """Of those counted, what is done with them as one name: 困难家庭开展适老化改造 → 困难家庭适老化改造."""
    return _QUANTIFIED_DOES.sub("", name)


_SHARE = patterns.compile(
    r"(?:最[高低])?不(?:[得应可能会宜要])?(?:低于|少于|小于|超过|超出|高于|大于|多于|超)(?P<base>\p{Han}[^，。；、\d]{2,}?)的?"
)


def share_base(words: str) -> str | None:
    """Of what a share is one, from the words before its number: 不低于供应总量的(5%) → 供应总量."""
    found = _SHARE.fullmatch(words)
    return found["base"] if found else None


def with_whole_marks(name: str) -> str:
    """`name` with quotation marks in pairs and no bracket that nothing opened: 标准地”出让 → “标准地”出让."""
    if "”" in name and "“" not in name[: name.index("”")]:
        name = "“" + name
    if name.rfind("“") > name.rfind("”"):
        name += "”"
    if "）" in name and "（" not in name[: name.index("）")]:
        name = name[name.index("）") + 1 :]
    return name
