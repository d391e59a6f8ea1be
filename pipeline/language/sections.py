"""What a part of a notice is about, where that decides how its numbers are meant.

A look back (2024年工作回顾, 发展现状) tells what was reached, a list of conditions (申报条件, 应具备以下条件) who may ask:
neither sets a target. A report (…进展情况的报告, 工作总结) looks back wherever no heading plans (下一步打算). What is measured under aims (发展目标) is one also without a verb. Read from the paragraphs in order, because a heading holds until the next of its rank.
"""

# Long: what a heading says of what stands under it, what kind of part it is and when that is due, is told in one place.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, Protocol, TypeVar

from pipeline.language import patterns
from pipeline.language.times.bases import values
from pipeline.language.times.calendar import Calendar, Precision, to_days
from pipeline.language.times.found import times, times_of_limit
from pipeline.language.times.when_due import due

T = TypeVar("T")
Section = Literal["review", "report", "facts", "conditions", "aims", "plans", "caption", "grants", "event"]
#: What stands in such a part tells what was done; a whole notice may be a report.
LOOKS_BACK = frozenset({"review", "report"})


class Paragraph(Protocol):
    """What is asked of a paragraph: its words, and the annex it stands in."""

    @property
    def text(self) -> str: ...
    @property
    def annex(self) -> str | None: ...


# （二）第二阶段 and 1.准备, however short, have the rank of their numbers.
_NUMBERED = r"（[一二三四五六七八九十]+）|\d+[.．、](?!\d)|[（(]\d+[）)]|[①-⑳]"
# Ranks of GB/T 9704 and of regulations, highest first; a heading without a number stands below 一、 and above （一）.
_RANKS = tuple(
    patterns.compile(pattern)
    for pattern in (
        r"第[一二三四五六七八九十百\d]+[章编篇]",
        r"第[一二三四五六七八九十百\d]+[节条]",
        r"[一二三四五六七八九十]+[、.．]",
        rf"(?!{_NUMBERED})(?=[^，。；：]{{2,14}}$)",
        r"（[一二三四五六七八九十]+）",
        r"\d+[.．、](?!\d)",
        # 第二阶段：…, behind which the points of a stage may stand, is of itself alone.
        r"[（(]\d+[）)]|[①-⑳]|第[一二三四五六]阶段",
    )
)
# Its last bracket may say who does it and when: （责任单位：某局；完成时限：2026年10月）.
_HEADING = patterns.compile(r"[^。；：！？\n]{1,40}?(?:（[^（）。\n]{1,80}）)?(?=[。：]|$)")
# A look back is named in few words; a longer sentence only speaks of 形势 or 成效.
_LONGEST_NAME = 20
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
_NUMBER = patterns.compile(
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
    words = _NUMBER.sub("", heading).strip(" 　：:（）")
    named = len(words) <= _LONGEST_NAME and "，" not in words
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


#: The rank of 一、 : what stands so is a part of the notice, no member of a list.
HIGHEST_LISTED = 2
#: The rank of a paragraph that begins with no number.
NO_RANK = len(_RANKS)


@lru_cache(maxsize=2048)
def to_rank(text: str) -> int:
    """The rank of the heading that a paragraph begins with, the highest 0; one more than the lowest for none."""
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.match(text)), NO_RANK)


# 二、2026年重点任务; not 2026年1月的…, 2021—2025年, 较2020年.
_YEAR = patterns.compile(r"(?<![\d—–\-较比与自从])(20\d\d)年(?!\d|[—–-]|以来|期间的)")
# 二、“十五五”时期主要目标: the last year of the plan; not “十五五”以来, “十五五”规划.
_WHILE = ("时期", "期间")
_OF_PLAN = 4  # years behind its first
_MARKS_OF_PLAN = str.maketrans("", "", '“”"·')


_FIGURES = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_MISREAD = str.maketrans("OoＯ〇○Il", "0000011")


def year_in_figures(text: str) -> str:
    """A year of Chinese numerals, or that a scan misread, in figures; any other text as it is.

    >>> year_in_figures("二〇二六年工作要点"), year_in_figures("2O26年工作要点"), year_in_figures("建设2O所学校")
    ('2026年工作要点', '2026年工作要点', '建设2O所学校')
    """
    at = next((text.find(begun) for begun in ("二〇", "二○", "二零") if begun in text), -1)
    if at >= 0:
        return text[:at] + text[at : at + 4].translate(_FIGURES) + text[at + 4 :]
    at = next((text.find(begun) for begun in ("2O", "2o", "20") if begun in text), -1)
    year = text[at : at + 4].translate(_MISREAD)
    is_year = at >= 0 and len(year) == 4 and year.isdecimal() and text[at + 4 : at + 5] in tuple("年-—~至")
    return text[:at] + year + text[at + 4 :] if is_year else text


def _last_of_years(words: str) -> int | None:
    """2027 of 2026—2027年重点任务, where no other figure stands."""
    spans = [
        t for t in times(words) if t.time.kind == "range" and t.time.end and t.time.end.precision == "year"
    ]
    if len(spans) != 1 or any(map(str.isdecimal, words[: spans[0].start] + words[spans[0].end :])):
        return None
    return spans[0].time.end.year if spans[0].time.end else None


@lru_cache(maxsize=1024)
def heading_to_year(heading: str) -> int | None:
    """The year over a section, which is when what stands under it is to be done; of a five-year plan the last.

    >>> heading_to_year("二、2026年重点任务"), heading_to_year("一、2025年工作回顾"), heading_to_year("1.床位较2020年增长5%")
    (2026, None, None)
    >>> heading_to_year("二、“十五五”时期主要目标"), heading_to_year("一、“十四五”时期工作回顾"), heading_to_year("“十四五”规划")
    (2030, None, None)
    >>> heading_to_year("二、二〇二六年主要任务"), heading_to_year("三、2026—2027年重点任务")
    (2026, 2027)
    """
    words = year_in_figures(_NUMBER.sub("", heading).strip(" 　：:"))
    if len(words) <= _LONGEST_NAME and "，" not in words and (last := _last_of_years(words)):
        return last if heading_to_section(heading) != "review" else None
    years = [*_YEAR.findall(words), *_plan_years(words)]
    figures = any(map(str.isdecimal, _YEAR.sub("", words)))  # a sentence that stands as a point of its own
    named = len(words) <= _LONGEST_NAME and "，" not in words and len(years) == 1 and not figures
    return int(years[0]) if named and heading_to_section(heading) != "review" else None


def _plan_years(words: str) -> list[int]:
    """The last year of each five-year plan whose time is named."""
    bare = words.translate(_MARKS_OF_PLAN)
    plans = (plan for plan in values("plan") if any(f"{plan}五{span}" in bare for span in _WHILE))
    return [int(values("plan")[plan]) + _OF_PLAN for plan in plans]


@lru_cache(maxsize=1024)
def heading_to_years_ahead(heading: str) -> int | None:
    """How many years after the notice's own that is which is over a section.

    >>> heading_to_years_ahead("二、今年重点工作"), heading_to_years_ahead("三、明年打算"), heading_to_years_ahead("一、今年以来工作回顾")
    (0, 1, None)
    """
    words = _NUMBER.sub("", heading).strip(" 　：:")
    named = len(words) <= _LONGEST_NAME and "，" not in words and not any(map(str.isdecimal, words))
    said = next((ahead for word, ahead in values("year").items() if words.startswith(word)), None)
    return int(said) if named and said and heading_to_section(heading) != "review" else None


_ENDS_OF_HEADING = "。： 　"


def _held(passages: Iterable[Paragraph], read: Callable[[str, str], T | None]) -> Iterator[T | None]:
    """For each paragraph what `read` makes of the headings over it, told what stands behind each in its paragraph; the
    nearest that says anything counts."""
    open_: list[tuple[int, T]] = []
    annex: str | None = None
    for passage in passages:
        rank = to_rank(passage.text)
        if passage.annex != annex:
            open_, annex = [], passage.annex
        if rank < len(_RANKS):
            open_ = [(above, said) for above, said in open_ if above < rank]
            first = _HEADING.match(passage.text)
            if first and (said := read(first.group(), passage.text[first.end() :])) is not None:
                open_.append((rank, said))
        yield open_[-1][1] if open_ else None


# What the title says of a whole notice does not hold of parts that say otherwise of themselves.
_GIVES_WAY: dict[Section | None, tuple[Section | None, ...]] = {
    "report": (None, "review"),
    "event": (None, "review", "plans", "facts"),
}
_LABEL = "："


def _own_label(text: str) -> Section | None:
    """What the label of a paragraph without a number says of it alone: 目前完成情况：已建成3座。"""
    label = text.partition(_LABEL)[0] if _LABEL in text[: _LONGEST_NAME + 1] else ""
    named = label and "，" not in label and to_rank(text) == NO_RANK
    said = heading_to_section(label) if named else None
    return said if said in ("review", "conditions") else None


def sections(passages: Sequence[Paragraph], title: str = "") -> Iterator[Section | None]:
    """For each paragraph, in order, the kind of part it stands in; of a report, by its title, all but what it plans, and
    of what calls to an event all but what it aims at."""
    whole: Section | None = "report" if is_report(title) else "event" if is_event(title) else None
    held: Iterator[Section | None] = _held(passages, lambda heading, _: heading_to_section(heading))
    for passage, said in zip(passages, held, strict=True):
        said = _own_label(passage.text) or said
        yield whole if said in _GIVES_WAY.get(whole, ()) else said


@lru_cache(maxsize=1024)
def heading_to_due(heading: str, alone: bool, calendar: Calendar) -> tuple[date, Precision] | None:
    """The last day of a stage whose time stands alone in the bracket that ends its heading, or the one day by which a heading
    says that all under it is to be done: in the bracket, or in its own words where it is `alone` in its paragraph.

    >>> heading_to_due("（二）巩固提升阶段（2027年1月—11月）", True, Calendar())
    (datetime.date(2027, 11, 30), 'month')
    >>> heading_to_due("（一）改造厕所（责任单位：市农业局；完成时限：2026年10月）", False, Calendar())
    (datetime.date(2026, 10, 31), 'month')
    >>> heading_to_due("3.2026年10月底前完成厕所改造", True, Calendar()), heading_to_due("3.2026年10月底前改造2座", True, Calendar())
    ((datetime.date(2026, 10, 31), 'month'), None)
    >>> heading_to_due("3.2026年4月底前报送方案", False, Calendar()), heading_to_due("（一）宣传发动（3月）", True, Calendar(2026))
    (None, (datetime.date(2026, 3, 31), 'month'))
    """
    words = _NUMBER.sub("", heading).strip(" 　：:")
    said = words[words.rfind("（") + 1 : -1] if words.endswith("）") else words
    found = times(said) if any(map(str.isdecimal, said)) else ()
    if not found and said is not words:  # 宣传发动（3月）
        found = tuple(t for t in times_of_limit(said) if t.end - t.start >= len(said) and not t.start)
        found = found if said.endswith(("月", "月份", "季度")) else ()
    if len(found) != 1 or heading_to_section(heading) == "review":
        return None
    rest, day = said[: found[0].start] + said[found[0].end :], due(found[0].time, calendar)
    if said is words:
        is_set = alone and found[0].time.kind == "by" and not any(map(str.isdecimal, rest))
        return day if day and is_set and day[1] != "year" else None
    return day if day and (found[0].time.kind == "by" or (not rest and day[1] != "year")) else None


def heading_to_part_of_year(heading: str, calendar: Calendar) -> tuple[date, Precision] | None:
    """The end of the half or the quarter of a year whose work a heading names, if it was not over when that was written.

    >>> heading_to_part_of_year("一、上半年重点工作", Calendar(2026)), heading_to_part_of_year("二、2026年第三季度安排", Calendar())
    ((datetime.date(2026, 6, 30), 'month'), (datetime.date(2026, 9, 30), 'month'))
    >>> heading_to_part_of_year("一、上半年工作情况", Calendar(2026))
    >>> heading_to_part_of_year("一、上半年重点工作", Calendar(2026, date(2026, 7, 20)))
    """
    words = _NUMBER.sub("", heading).strip(" 　：:")
    found = times(words) if len(words) <= _LONGEST_NAME and "，" not in words else ()
    if len(found) != 1 or found[0].rule != "quarter" or found[0].start or found[0].time.kind != "during":
        return None
    day = due(found[0].time, calendar)
    over = day and calendar.written and day[0] < calendar.written
    return None if over or heading_to_section(heading) == "review" else day


def heading_to_part(heading: str, calendar: Calendar) -> tuple[date, date] | None:
    """The ends of the year over a section (二、2027年重点任务), or of the stage whose time a heading says with its year, of which
    the days below it are; none where that was over when the notice was written, or the year is of what is made in it
    (2027年度预算编制).

    >>> heading_to_part("二、2027年重点任务", Calendar()), heading_to_part("（四）总结阶段（2028年11月—12月）", Calendar())
    ((datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)), (datetime.date(2028, 11, 1), datetime.date(2028, 12, 31)))
    >>> heading_to_part("二、2027年度预算编制", Calendar()), heading_to_part("三、2026—2027年重点任务", Calendar())
    (None, None)
    """
    words = year_in_figures(_NUMBER.sub("", heading).strip(" 　：:"))
    said = words[words.rfind("（") + 1 : -1] if words.endswith("）") else ""
    found = times(said)
    first, last = to_days(found[0].time, calendar) if len(found) == 1 else (None, None)
    if not (last and found[0].time.end and found[0].time.end.year):
        year = heading_to_year(heading)
        alone = year and _YEAR.findall(words) == [str(year)] and f"{year}年度" not in words
        first, last = (date(year, 1, 1), date(year, 12, 31)) if year and alone else (None, None)
    over = last and calendar.written and last < calendar.written
    return (first or date(last.year, 1, 1), last) if last and not over else None


# 第三阶段：2026年10月底前: all behind the colon is its time, in so many letters.
_LONGEST_STAGE = 30


def _with_stage(heading: str, behind: str) -> str | None:
    """A heading with the time that stands alone behind its colon (准备阶段：3月1日至3月20日) in a bracket, as others have it; one
    that has a name and a bracket there (第二阶段：攻坚（9月至12月）) with both."""
    named = behind.partition("。")[0].strip(_ENDS_OF_HEADING)
    is_named = named.endswith("）") and named.count("（") == 1
    said = named if is_named else behind.strip(_ENDS_OF_HEADING)
    if not behind.startswith("：") or not said or len(said) > _LONGEST_STAGE:
        return None
    return f"{heading}{said}" if is_named else f"{heading}（{said}）"


def heading_days(
    passages: Iterable[Paragraph], calendar: Calendar
) -> Iterator[tuple[date, Precision] | None]:
    """For each paragraph, in order, when what stands under the headings over it is due: the end of the year over the
    section (今年 is the notice's own), or the day that one sets."""
    this_year = calendar.own_year

    def read(heading: str, behind: str) -> tuple[date, Precision] | None:
        alone = not behind.strip(_ENDS_OF_HEADING)
        if part := heading_to_part_of_year(heading, calendar) if alone else None:
            return part
        ahead = heading_to_years_ahead(heading) if this_year else None
        year = this_year + ahead if this_year and ahead is not None else heading_to_year(heading)
        if year:
            return date(year, 12, 31), "year"
        if day := heading_to_due(heading, alone, calendar):
            return day
        stage = _with_stage(heading, behind)
        return heading_to_due(stage, True, calendar) if stage else None

    return _held(passages, read)


def heading_parts(passages: Iterable[Paragraph], calendar: Calendar) -> Iterator[tuple[date, date] | None]:
    """For each paragraph, in order, the ends of the year or stage that the headings over it name."""

    def read(heading: str, behind: str) -> tuple[date, date] | None:
        stage = _with_stage(heading, behind)
        return heading_to_part(heading, calendar) or (heading_to_part(stage, calendar) if stage else None)

    return _held(passages, read)
