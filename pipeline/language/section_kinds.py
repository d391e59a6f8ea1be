"""What a heading or a title says of what stands under it, where that decides how its numbers are meant.

A look back (2024年工作回顾, 发展现状) tells what was reached, a list of conditions (申报条件, 应具备以下条件) who may ask:
neither sets a target. A report (…进展情况的报告, 工作总结) looks back wherever no heading plans (下一步打算). What is measured under aims (发展目标) is one also without a verb.
"""

# Long: which words in headings, titles and leads say what a part is, is told in one place.
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from pipeline.language import patterns
from pipeline.language.times import FoundTime
from pipeline.language.words import words

Section = Literal[
    "review",
    "report",
    "facts",
    "conditions",
    "scored",
    "terms",
    "forecast",
    "aims",
    "plans",
    "caption",
    "grants",
    "event",
]
#: What stands in such a part tells what was done; a whole notice may be a report.
LOOKS_BACK = frozenset({"review", "report"})
#: A part in which no number is an aim, and why.
NO_AIMS: dict[Section | None, str] = {
    "conditions": "condition",
    "scored": "condition",
    "terms": "formula",
    "forecast": "forecast",
}


def why_unbound(section: Section | None, found: FoundTime) -> str | None:
    """Why a time in such a part binds nothing: 每年有专利申请 among conditions is how often; a day there may be that by which to
    ask, a term (运营期不少于10年) what is to be kept, and what is scored is to be done."""
    lasts = found.time.kind in ("duration", "recurring") and found.rule != "term"
    asked = section == "scored" or (section == "conditions" and not lasts)
    return None if asked else NO_AIMS.get(section)


# A look back is named in few words; a longer sentence only speaks of 形势 or 成效.
LONGEST_NAME = 20
_REVIEW = patterns.compile(
    r"回顾|(?<!摸清|掌握|调查|改变)现状$|(?:发展|工作|建设|现实|主要|取得的?)(?:成效|成就|成绩)$|(?:(?:发展|现有|工作|现实)基础|(?:基础|现有|发展)条件)(?:$|[和与及])"
    # 起草背景 is none: it says what the draft is to reach.
    r"|(?:完成|进展|落实|执行|实施|开展|办理|推进)情况$|(?:发展|面临|所处|编制|工作)(?:的)?(?:形势|背景)|(?:形势|现状|情况|问题)分析$|概况$|(?:上半年|季度|[\d一二三四五六七八九十]月份?)(?:工作|总体|基本|主要)?(?:情况|形势)$|存在的?(?:主要|突出)?(?:问题|困难|不足|短板)(?:[和与及、](?:问题|困难|不足|短板|原因))?$|^现状"
    # 主要做法, 已开展的工作, 案例一：某街道: what others did, or what was done.
    r"|^(?:主要|具体|基本|典型)?做法(?:[和与及](?:成效|经验))?$|^已(?:经)?(?:开展|完成|做)的?工作$|^(?:典型|优秀|创新)?案例(?:[一二三四五六七八九十\d]|$)"
    # Why and how a draft was made, and what it goes by: 制定的必要性, 起草过程, 主要依据, 征求意见情况.
    r"|(?:必要性|重要意义)(?:[和与及、](?:可行性|紧迫性|必要性))?$|^(?:主要|编制|起草|制定|修订|政策|法律)依据$|^(?:起草|编制|制定|修订)(?:的)?(?:主要)?(?:过程|经过)$|意见(?:征求|征集|采纳|反馈|收集)[和与及]?(?:采纳)?(?:情况)?$|^(?:公开)?征求意见(?:及采纳)?情况$"
    # 做好年度工作总结 is to be done.
    r"|^(?:(?:20\d\d)?年|[上下]半年|[\d一二三四五六七八九十]月份?|季度|年度|全年|今年)+(?:主要|重点)?工作总结$"
)
_CONDITIONS = patterns.compile(
    # 场地应当具备以下条件, 组建评委会应符合下列条件: a norm to be kept by those who build, not a condition for asking.
    r"^(?![^，。]{0,12}(?:场地|场所|设施|用房|建筑|设备|站点|床位))(?!组建|新建|配建|设置)[^。]*?"
    r"(?:(?:具备|符合|满足)(?:以下|下列|如下)[^，。]{0,8}(?:条件|要求|标准)|同时(?:具备|符合|满足)$|(?:应当?|须)(?:同时)?(?:具备|符合|满足)[^，。]{0,8}条件)"
    r"|^(?!扩大|优化|完善|明确|放宽|提高|改善|增加|创造|强化|规范|落实|创新|保障)[^，。]{0,10}"
    r"(?:(?:申[请报]|基本|支持|认定|资助|补贴|奖励|奖补|补助|扶持|适用|享受|申领|申办|申购|承租|配租|入住|减免|录取|报考|应聘|任职|选任|聘任|参赛|准入|主体|项目|资格|贷款|提取|备案|录入|注册|入库|征集|遴选|评定|入户|落户|报名|推荐|评选|参评|启动|触发)(?:条件|资格|范围|对象)|适用(?:范围|对象)[^，。]{0,6}|(?:实施|创建)条件)$"
    r"|(?:以下|下列)(?:情况|情形|条件)之一"
    # 录入条件为：, 需要什么条件？, 评选标准（100分）: what is named or chosen has to be so.
    r"|^[^，。]{0,12}条件(?:为|是|如下)$|(?:什么|哪些)(?:资格|条件)$|^(?:认定|评定|评选|遴选|推荐|参评|入选|命名)标准(?:（[^）]*)?$"
    # What a doctor or an assessor looks for in a person.
    r"|^[^，。]{0,16}(?:诊断|准入|纳入|排除|入选|转诊|出院|检查|免疫学|临床)(?:标准|依据|指征)$|^[^，。]{0,10}适应[症证]$"
)
# Every such heading has one of these words; most have none, and the pattern is slow to say so.
_OF_CONDITIONS = (
    "条件", "要求", "标准", "具备", "符合", "满足", "资格", "范围", "对象", "之一", "依据", "指征", "适应",
)  # fmt: skip
# 基本情况, 房源情况: what there is, though what is given may stand there too.
_FACTS, _LONGEST_FACTS = "情况", 8
_OTHER_FACTS = ("了解", "摸清", "掌握", "核实", "报送", "特殊", "其他", "以下", "下列")
# What is measured under such a heading is to be reached, though no verb says so.
_AIMS, _MEASURES = "目标", "指标"
# 名词解释: what words mean; 来水预测: what is looked for without anybody's doing.
_TERMS, _EXPLAINED = ("名词", "术语", "用语", "词语"), ("解释", "释义", "定义", "含义", "说明")
_FORECAST = ("预测", "预判", "展望")
# 加强监测预测 is to be done.
_DONE_WELL = (
    "加强", "强化", "开展", "做好", "完善", "提升", "健全", "深化", "科学", "及时", "建立", "抓好", "搞好", "监测",
)  # fmt: skip
_STRENGTHEN = ("夯实", "打牢", "巩固", "筑牢", "强化")
NUMBER = patterns.compile(
    r"^(?:第[^章编篇节条]{1,5}[章编篇节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*"
)


@lru_cache(maxsize=1024)
def heading_to_section(heading: str) -> Section | None:
    """What the heading says of all that stands under it.

    >>> heading_to_section("2024年工作回顾"), heading_to_section("申报条件"), heading_to_section("夯实发展基础")
    ('review', 'conditions', None)
    >>> heading_to_section("附录 名词解释"), heading_to_section("一、来水预测"), heading_to_section("（二）发展目标")
    ('terms', 'forecast', 'aims')
    """
    words = NUMBER.sub("", heading).strip(" 　：:（）？?")
    named = len(words) <= LONGEST_NAME and "，" not in words
    if named and _REVIEW.search(words) and not words.startswith(_STRENGTHEN):
        return "review"
    if any(map(words.__contains__, _OF_CONDITIONS)) and _CONDITIONS.search(words):
        return "conditions"
    if named and words.endswith(_EXPLAINED) and any(word in words for word in _TERMS):
        return "terms"
    if named and words.endswith(_FORECAST) and not words.startswith(_DONE_WELL):
        return "forecast"
    if named and (_AIMS in words or words.endswith(_MEASURES)):
        return "aims"
    short = words.endswith(_FACTS) and len(words) <= _LONGEST_FACTS and "、" not in words
    if named and short and not words.startswith(_OTHER_FACTS):
        return "facts"
    return "plans" if named and (words.startswith(_NEXT) or words.endswith(_INTENDED)) else None


# 下一步工作打算: what a report says is still to be done.
_NEXT, _INTENDED = (
    ("下一步", "下步", "下一阶段", "下阶段", "下半年", "今后", "明年", "下年"),
    ("打算", "思路", "安排", "计划", "努力方向", "要求", "建议", "举措"),
)
_TOLD = ("情况", "总结", "综述", "自查", "述职", "进展", "回顾", "形势", "分析")
_PAPERS = ("报告", "通报", "汇报", "汇报材料", "公告", "公示", "公开说明", "说明", "的")
# 关于…的建议的答复 tells what was done, a 答复 to a question what holds.
_ANSWERS, _ASKED = ("答复", "答复函", "复函"), ("建议", "提案")
# What is looked into, where a paper says what came of it: 审计工作报告, 环境影响评价公示.
_LOOKED_INTO = (
    "审计", "审计工作", "审计结果", "调研", "调查", "评价", "评估", "监测", "核查", "检查", "督查", "决算",
    "部门预算", "单位预算", "体检",
)  # fmt: skip
# A paper that only tells, whatever it is on: 督查通报（2026年第3期）.
_TELLS = ("通报", "简报", "统计公报")


def tells_of(title: str) -> bool:
    """Whether a paper tells of what was done, and may plan too: 2025年工作总结和2026年工作计划, 政府工作报告.

    >>> [tells_of(title) for title in ("某局2025年总结和2026年要点", "某县政府工作报告任务分工", "某县重大情况报告制度")]
    [True, False, False]
    """
    words = (title.partition("（")[0] or title).removesuffix("的通知")
    plans = words.endswith((*_INTENDED, "要点", "草案")) and any(told in words for told in _TOLD)
    return plans or words.endswith((*_TOLD, "报告", "汇报"))


def is_report(title: str) -> bool:
    """Whether a title is that of a report on what was done.

    >>> [is_report(title) for title in ("某区2025年重点任务进展情况的报告", "某局年度工作总结", "政府工作报告", "某县工作情况报送办法")]
    [True, True, False, False]
    >>> is_report("督查通报（2026年第3期）"), is_report("2025年度财政收支的审计工作报告"), is_report("关于开展安全生产检查")
    (True, True, False)
    """
    title = title.partition("（")[0] or title
    if title.endswith(_TELLS):
        return True
    on = title
    for paper in _PAPERS:
        on = on.removesuffix(paper)
    if title.endswith(_ANSWERS) and any(word in title for word in _ASKED):
        return True
    return on.endswith(_TOLD) or (on != title and on.endswith(_LOOKED_INTO))


# 现将有关情况汇报如下：
_OPENS_REPORT = tuple(f"{said}如下" for said in ("汇报", "报告", "通报", "总结"))


# A plan that opens so (现将情况报告如下) sets aims all the same.
_PLANS = ("方案", "计划", "规划", "要点", "意见", "措施", "办法", "安排")


def is_plan(title: str) -> bool:
    """Whether a title is that of a plan or of a rule."""
    return (title.partition("（")[0] or title).endswith(_PLANS)


def opens_report(text: str) -> bool:
    """Whether a paragraph says that what stands behind it tells what was done, whatever the title is.

    >>> [opens_report(text) for text in ("现将有关情况汇报如下：", "现将有关事项通知如下：", "您提出的建议收悉，现答复如下：")]
    [True, False, True]
    """
    said = text.rstrip("：:。 ")
    return said.endswith(_OPENS_REPORT) or (
        said.endswith("答复如下") and any(word in said for word in _ASKED)
    )


# 关于举办第三届技能大赛的通知, 公开招聘教师公告, 关于表彰先进集体的决定: what calls people together or names some, and
# what it is that is held.
_CALLS = ("通知", "公告", "启事", "规程", "规程总则", "简章", "邀请函", "决定")
_HELD = (
    "举办", "召开", "举行", "招聘", "招募", "征集", "征文", "评选", "评比", "申报", "推荐", "遴选", "选拔", "表彰",
    "授予", "命名",
)  # fmt: skip
_ENDS_AS_HELD = ("赛", "运动会", "考试")


def is_event(title: str) -> bool:
    """Whether a title calls to something that is held on some day: its numbers say how it is held, of how many, and who
    may take part.

    >>> [is_event(title) for title in ("关于举办第三届技能大赛的通知", "公开招聘教师公告", "篮球比赛规程", "关于开展评选示范村工作的意见")]
    [True, True, True, False]
    >>> is_event("关于组织申报2026年示范园区的通知"), is_event("关于开展特色村推荐工作的通知")
    (True, True)
    """
    title = title.partition("（")[0] or title
    call = next((call for call in _CALLS if title.endswith(call)), None)
    held = title.removesuffix(call).removesuffix("的") if call else ""
    return any(word in held for word in _HELD) or held.endswith(_ENDS_AS_HELD)


def title_to_section(title: str) -> Section | None:
    """What a title says of a whole notice, where its parts do not say otherwise of themselves.

    >>> title_to_section("2025年工作总结"), title_to_section("篮球比赛规程"), title_to_section("申请创新基金的企业应具备的基本条件")
    ('report', 'event', 'conditions')
    """
    if is_report(title):
        return "report"
    if is_event(title):
        return "event"
    return "conditions" if title.endswith("条件") and heading_to_section(title) == "conditions" else None


def leads_conditions(text: str) -> bool:
    """Whether the last clause of a paragraph leads in what somebody has to be or to have.

    >>> leads_conditions("示范场由县局评定。申报主体应当符合以下条件："), leads_conditions("申报主体应当符合以下条件。")
    (True, False)
    >>> leads_conditions("符合下列条件的企业，可以申请。"), leads_conditions("符合条件的企业，可以申请。")
    (True, False)
    """
    said = text.rstrip(_COLONS)
    clause = said[max(said.rfind(stop) for stop in _STOPS) + 1 :]
    if said == text:  # 符合下列条件的企业，可以申请。
        clause = text.rstrip("。").rpartition("。")[2].partition("，")[0]
        whom = max((word for word in words("if", "whom") if clause.startswith(word)), key=len, default="")
        opens = clause.removeprefix(whom).startswith(_MEETS) and "的" in clause
        return opens and heading_to_section(clause) == "conditions"
    return heading_to_section(clause) == "conditions"


_COLONS, _STOPS = "：:", "。；："
_MEETS = ("具备", "符合", "满足", "同时具备", "同时符合", "同时满足")
_ARE = ("条件为", "条件是")


def conditions_from(text: str) -> int:
    """Where in a paragraph such conditions begin: 示范场应当符合以下标准：流转期限在5年以上。; its length if nowhere.

    >>> conditions_from("示范场应当符合以下标准：流转期限在5年以上。"), conditions_from("主要目标：建成20个。"), conditions_from("评选条件为，有场所2处。")
    (12, 11, 6)
    """
    colons = {end for colon in _COLONS for end in _ends(text, colon)}
    said = {end + 1 for word in _ARE for end in _ends(text, word) if end < len(text)}
    ends = sorted(colons | said)
    return next((end for end in ends if leads_conditions(f"{text[: end - 1]}：")), len(text))


def _ends(text: str, word: str) -> Iterator[int]:
    """Where in a text a word ends."""
    at = text.find(word)
    while at >= 0:
        yield at + len(word)
        at = text.find(word, at + 1)
