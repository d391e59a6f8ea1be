"""What a title in 《》 names, by the noun it ends in and the words right beside it: a document, a form, a work."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.segmentation import tagged
from pipeline.language.words import alternation

_BRACKET = r"(?:（[^（）]*）)"
# A row of titles, each with what stands in brackets behind it.
TITLES = rf"(?:《(?:[^《》]|《[^《》]*》)*》{_BRACKET}?[、，和及与或]?(?:以及)?)"
# …（试行）, …（2022年版）, …2023年修订版, …第14号——收入: no part of the noun.
_EDITION = patterns.compile(
    rf"(?:{_BRACKET}|〔[^〕]*〕|“[^”]*”$|(?:(?:19|20)\d\d)?年?(?:[修新]订|第\p{{Han}})?版|第\d{{1,3}}号(?:[—-]{{1,2}}[^—-]*)?|(?<![\d—-])[\d—-]++年?)+$"
)
# The few laws of two letters; other words of two letters in 法 are ways to do something: 书法, 语法, 疗法.
_SHORT_LAWS = frozenset(("宪法", "刑法", "民法", "商法", "税法"))
_NO_LAWS = ("方法", "办法", "兵法", "说法", "做法", "看法", "算法", "工作法", "教学法", "操作法")
# 《办法》, 《实施方案》, 《若干措施》: nothing but the kind of document.
_WORDS = lexicons.rows("title_heads")
_MODIFIERS = tuple(word for word, kind in _WORDS if kind == "modifier")
_NO_PART_OF_A_NAME = ("征求意见稿", "送审稿", "试行", "暂行")
_NO_MARKS = str.maketrans("", "", "《》〈〉<>（）()的“”‘’\"'")
_SHORT_FORM = 2
# What a collection says of another document in brackets of its own.
_OF_FORCE = ("废止", "失效", "修订", "修正", "修改", "最新", "替代", "代替")
_LONGEST_REMARK = 80
_YEAR = 4
_A_WORK = "|".join(word for word, kind in _WORDS if kind == "work")
_WORK_BEFORE = patterns.compile(rf"(?:{_A_WORK})(?:为|是|有|包括|如)?[：，]?{TITLES}*$")
_WORK_AFTER = patterns.compile(
    rf"^[\d.,]+[百千万]*[余多]?[册本]|^[、和及]?{TITLES}*(?:等|这)?(?:系列|主题|校本|核心|专业|必修|选修|公共|本|部|首)?(?:{_A_WORK})"
)
_DOCUMENT_AFTER = patterns.compile(
    rf"^[、和及]?{TITLES}*(?:等|的)?(?:有关|相关|各项|系列)?(?:(?P<standard>(?:国家|行业|地方|团体|企业|推荐性|强制性)+标准)"
    r"|法律|法规|规章|文件|规定|要求|精神|条款|政策|收悉|第[\d一二三四五六七八九十百]+[条章款])"
)
_DOCUMENT_BEFORE = patterns.compile(
    rf"(?:(?:国家|行业|地方|团体|强制性|推荐性)+标准|{alternation('source')}|贯彻|落实|执行|印发|出台|颁布|修订|废止|转发)(?:实施)?(?:了|好)?"
    rf"(?:[\p{{Han}}]{{0,16}}[部委局厅院署会府])?(?:的)?{TITLES}*$"
)


@cache
def heads() -> Mapping[str, str]:
    """Noun → law, standard, policy or form; the 文种 are policies unless the lexicon says otherwise."""
    nouns = {word: kind for word, kind in _WORDS if kind not in ("work", "modifier")}
    genres = lexicons.words("document_types")
    # 告知书 is a 书.
    return {genre: nouns["书"] if genre.endswith("书") else "policy" for genre in genres} | nouns


def title_to_kind(title: str) -> str | None:
    """law, standard, policy or form, by the noun that the title ends in; None for 计算机原理.

    >>> title_to_kind("老年人权益保障法"), title_to_kind("不动产权证书"), title_to_kind("中国书法")
    ('law', 'form', None)
    """
    bare = _EDITION.sub("", "".join(c for c in title if c not in "《》〈〉<>" and not c.isspace())) or title
    if bare.endswith("法"):
        return "law" if _is_law(bare) else heads().get("办法") if bare.endswith("办法") else None
    if bare.endswith("条") and bare[-2:-1] in tuple("一二三四五六七八九十0123456789"):
        return "policy"
    ends = (bare[-n:] for n in range(min(len(bare), 8), 0, -1))
    found = next((heads()[end] for end in ends if end in heads()), None)
    return found or ("policy" if title.startswith("关于") else None)


def _is_law(title: str) -> bool:
    """The last word of a law is 法, 促进法 or one of the few short ones."""
    last = tagged(title)[-1][0]
    return not title.endswith(_NO_LAWS) and (last == "法" or len(last) > 2 or last in _SHORT_LAWS)


def is_short_name(title: str) -> bool:
    """Does a title say nothing but the kind of document, and so stand for one named elsewhere: 《办法》, 《若干措施》, 《三年行动计划（2023—2025年）》?"""
    short = _EDITION.sub("", title)
    while first := next((m for m in _MODIFIERS if short.startswith(m) and short != m), None):
        short = short.removeprefix(first)
    return short in heads() and (heads()[short] != "form" or len(title) <= _SHORT_FORM)


def is_work(before: str, after: str) -> bool:
    """Do the words right beside a title say that it is a book, a course, a film: 《…》课程, 纪录片《…》?"""
    return bool(_WORK_BEFORE.search(before[-200:]) or _WORK_AFTER.match(after[:200]))


def is_remark(before: str, after: str) -> bool:
    """Is a title in what a collection says in 【】 within a sentence: 《甲条例》【已废止，最新为《乙条例》】?

    >>> is_remark("《甲条例》【已废止，最新为：", "】规定"), is_remark("【重点任务】落实", "要求")
    (True, False)
    """
    _, mark, opened = before[-_LONGEST_REMARK:].rpartition("【")
    closing, end, _ = after[:_LONGEST_REMARK].partition("】")
    return bool(mark and end) and "】" not in opened and any(word in opened + closing for word in _OF_FORCE)


def called_a_document(before: str, after: str) -> str | None:
    """standard or policy, where only the words right beside a title say that it is a document: 《…》国家标准."""
    if near := _DOCUMENT_AFTER.match(after[:200]):
        return "standard" if near["standard"] else "policy"
    return "policy" if _DOCUMENT_BEFORE.search(before[-200:]) else None


def bare(title: str) -> str:
    """A title without marks, quotes, brackets, 征求意见稿, 关于 and 的, to compare by.

    >>> bare("关于促进就业的实施方案（试行）"), bare("促进就业实施方案")
    ('促进就业实施方案', '促进就业实施方案')
    """
    for word in _NO_PART_OF_A_NAME:
        title = title.replace(word, "")
    return "".join(title.split()).translate(_NO_MARKS).removeprefix("关于")


def letters_and_years(title: str) -> tuple[str, frozenset[str]]:
    """What a title says without the years it names (2023年, 2023年度, 2023年版), wherever these stand, and the years: papers
    of one name and of other years are others.

    >>> letters_and_years("某市2023年普法要点") == letters_and_years("2023年某市普法要点")
    True
    >>> letters_and_years("养老三年行动计划（2023—2025年）")[0]
    '养老三年行动计划'
    """
    rest, letters, years = bare(title), "", set()
    while rest:
        if _is_year(year := rest[:_YEAR]):
            years.add(year)
            rest = rest[_YEAR:].removeprefix("年").removeprefix("度").removeprefix("版").lstrip("-—~至")
        else:
            letters, rest = letters + rest[0], rest[1:]
    return letters, frozenset(years)


def _is_year(digits: str) -> bool:
    return len(digits) == _YEAR and digits.isascii() and digits.isdecimal() and digits[:2] in ("19", "20")


def short_title(title: str) -> str:
    """What a title says behind its issuer, from 关于 on; nothing where it says first that it forwards another document.

    >>> short_title("某市民政局关于加强养老服务的意见"), short_title("某县民政局转发某市关于加强养老服务的意见")
    ('关于加强养老服务的意见', '')
    """
    before, about, rest = title.partition("关于")
    return about + rest if about and "转" not in before else ""


def named_within(title: str) -> list[str]:
    """The documents that a title names: those in 《》, and what stands from a second 关于 on, or behind 转发.

    >>> named_within("某县人民政府关于转发市政府关于加强养老服务的意见的通知")
    ['关于加强养老服务的意见', '关于加强养老服务的意见的通知']
    """
    opened, closed = title.find("《"), title.rfind("》")
    quoted = [title[opened + 1 : closed]] if 0 <= opened < closed else []
    rest = title.removeprefix(title.partition("关于")[0]) if short_title(title) else title
    behind = rest[at:] if (at := rest.find("关于", 2)) >= 0 and not quoted else ""
    return [*quoted, *filter(None, (behind.removesuffix("的通知"), behind))]
