"""What a heading or a title says of what stands under it, where that decides how its numbers are meant.

A look back (2024年工作回顾, 发展现状) tells what was reached, a list of conditions (申报条件, 应具备以下条件) who may ask:
neither sets a target. A report (…进展情况的报告, 工作总结) looks back wherever no heading plans (下一步打算). What is measured under aims (发展目标) is one also without a verb.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pipeline.language import patterns

Section = Literal["review", "report", "facts", "conditions", "aims", "plans", "caption", "grants", "event"]
#: What stands in such a part tells what was done; a whole notice may be a report.
LOOKS_BACK = frozenset({"review", "report"})

# A look back is named in few words; a longer sentence only speaks of 形势 or 成效.
LONGEST_NAME = 20
_REVIEW = patterns.compile(
    r"回顾|(?<!摸清|掌握|调查|改变)现状$|(?:发展|工作|建设|现实|主要|取得的?)(?:成效|成就|成绩)$|(?:(?:发展|现有|工作|现实)基础|(?:基础|现有|发展)条件)(?:$|[和与及])"
    # 起草背景 is none: it says what the draft is to reach.
    r"|(?:完成|进展|落实|执行|实施)情况$|(?:发展|面临|所处|编制|工作)(?:的)?(?:形势|背景)|(?:形势|现状|情况|问题)分析$|概况$|(?:上半年|季度|[\d一二三四五六七八九十]月份?)(?:工作|总体|基本|主要)?(?:情况|形势)$|存在的?(?:主要|突出)?问题$|^现状"
    # 做好年度工作总结 is to be done.
    r"|^(?:(?:20\d\d)?年|[上下]半年|[\d一二三四五六七八九十]月份?|季度|年度|全年|今年)+(?:主要|重点)?工作总结$"
)
_CONDITIONS = patterns.compile(
    # 场地应当具备以下条件 is a norm to be kept by those who build, not a condition for asking.
    r"^(?![^，。]{0,12}(?:场地|场所|设施|用房|建筑|设备|站点|床位))[^。]*?"
    r"(?:(?:具备|符合|满足)(?:以下|下列)[^，。]{0,8}(?:条件|要求)|(?:应当?|须)(?:同时)?(?:具备|符合|满足)[^，。]{0,8}条件)"
    r"|^(?!扩大|优化|完善|明确|放宽|提高|改善|增加|创造|强化|规范|落实|创新|保障)[^，。]{0,10}"
    r"(?:(?:申[请报]|基本|支持|认定|资助|补贴|奖励|奖补|补助|扶持|适用|享受|申领|申办|申购|承租|配租|入住|减免|录取|报考|应聘|参赛|遴选|准入|主体|项目|资格|贷款|提取|入户|落户|报名|推荐|评选|参评|启动|触发)(?:条件|资格|范围|对象)|适用(?:范围|对象)[^，。]{0,6})$"
    r"|(?:以下|下列)(?:情况|情形|条件)之一"
    # What a doctor or an assessor looks for in a person.
    r"|^[^，。]{0,16}(?:诊断|准入|纳入|排除|入选|转诊|出院|检查|免疫学|临床)(?:标准|依据|指征)$|^[^，。]{0,10}适应[症证]$"
)
# 基本情况, 房源情况: what there is, though what is given may stand there too.
_FACTS, _LONGEST_FACTS = "情况", 8
_OTHER_FACTS = ("了解", "摸清", "掌握", "核实", "报送", "特殊", "其他", "以下", "下列")
# What is measured under such a heading is to be reached, though no verb says so.
_AIMS, _MEASURES = "目标", "指标"
_STRENGTHEN = ("夯实", "打牢", "巩固", "筑牢", "强化")
NUMBER = patterns.compile(
    r"^(?:第[^章编篇节条]{1,5}[章编篇节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*"
)


@lru_cache(maxsize=1024)
def heading_to_section(heading: str) -> Section | None:
    """What the heading says of all that stands under it.

    >>> heading_to_section("2024年工作回顾"), heading_to_section("申报条件"), heading_to_section("夯实发展基础")
    ('review', 'conditions', None)
    >>> heading_to_section("一、编制背景"), heading_to_section("一、起草背景")
    ('review', None)
    >>> heading_to_section("一、前三季度情况"), heading_to_section("一、1—9月工作情况"), heading_to_section("四季度工作安排")
    ('review', 'review', 'plans')
    >>> heading_to_section("一、上半年工作总结"), heading_to_section("一、2025年工作总结"), heading_to_section("（三）做好年度工作总结")
    ('review', 'review', None)
    >>> heading_to_section("一、基本情况"), heading_to_section("一、房源情况"), heading_to_section("其他情况")
    ('facts', 'facts', None)
    >>> heading_to_section("二、诊断标准"), heading_to_section("统一准入标准")
    ('conditions', 'conditions')
    >>> heading_to_section("第六条（申请条件）"), heading_to_section("（三）奖补条件"), heading_to_section("三、改善居住条件")
    ('conditions', 'conditions', None)
    >>> heading_to_section("（二）启动条件")
    'conditions'
    >>> heading_to_section("（二）发展目标"), heading_to_section("一、目标和任务")
    ('aims', 'aims')
    """
    words = NUMBER.sub("", heading).strip(" 　：:（）")
    named = len(words) <= LONGEST_NAME and "，" not in words
    if named and _REVIEW.search(words) and not words.startswith(_STRENGTHEN):
        return "review"
    if _CONDITIONS.search(words):
        return "conditions"
    if named and (_AIMS in words or words.endswith(_MEASURES)):
        return "aims"
    short = words.endswith(_FACTS) and len(words) <= _LONGEST_FACTS and "、" not in words
    if named and short and not words.startswith(_OTHER_FACTS):
        return "facts"
    return "plans" if named and (words.startswith(_NEXT) or words.endswith(_INTENDED)) else None


# 下一步工作打算: what a report says is still to be done.
_NEXT, _INTENDED = (
    ("下一步", "下步", "下一阶段", "今后", "明年", "下年"),
    ("打算", "思路", "安排", "计划", "努力方向", "要求"),
)
_TOLD, _PAPERS = ("情况", "总结", "综述", "自查", "述职"), ("报告", "通报", "汇报", "公告", "公示", "的")
# What is looked into, where a paper says what came of it: 审计工作报告, 环境影响评价公示.
_LOOKED_INTO = (
    "审计",
    "审计工作",
    "审计结果",
    "调研",
    "调查",
    "评价",
    "评估",
    "监测",
    "核查",
    "检查",
    "督查",
    "决算",
    "体检",
)
# A paper that only tells, whatever it is on: 督查通报（2026年第3期）.
_TELLS = ("通报", "简报", "统计公报")


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
    return on.endswith(_TOLD) or (on != title and on.endswith(_LOOKED_INTO))


# 关于举办第三届技能大赛的通知, 公开招聘教师公告, 关于表彰先进集体的决定: what calls people together or names some, and
# what it is that is held.
_CALLS = ("通知", "公告", "启事", "规程", "简章", "邀请函", "决定")
_HELD = (
    "举办",
    "召开",
    "举行",
    "招聘",
    "招募",
    "征集",
    "征文",
    "评选",
    "评比",
    "选拔",
    "表彰",
    "授予",
    "命名",
)
_ENDS_AS_HELD = ("赛", "运动会", "考试")


def is_event(title: str) -> bool:
    """Whether a title calls to something that is held on some day: its numbers say how it is held, of how many, and who
    may take part.

    >>> [is_event(title) for title in ("关于举办第三届技能大赛的通知", "公开招聘教师公告", "篮球比赛规程", "关于开展评选示范村工作的意见")]
    [True, True, True, False]
    """
    title = title.partition("（")[0] or title
    call = next((call for call in _CALLS if title.endswith(call)), None)
    held = title.removesuffix(call).removesuffix("的") if call else ""
    return any(word in held for word in _HELD) or held.endswith(_ENDS_AS_HELD)
