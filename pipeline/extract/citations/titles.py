"""Titles in 《》: where they end, the number behind them, what kind of document they name and why it is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.words import alternation

# GB 50016—2014, JGJ450-2018, GB/T 9704—2012, DB31/T 1234-2020.
STANDARD_NUMBER = patterns.compile(
    r"(?:GB|JGJ|CJJ|DB|YY|WS|MZ|HJ|NY|JT|SB|TD|CJ|DL|AQ|GA|LY|SL|YD|JR|T/)[A-Z0-9]{0,6}(?:/T|/Z)?\s?\d{1,6}(?:\.\d+)?[-—–]\d{4}"
)
# 国务院令第722号, 财政部税务总局公告2023年第28号: bodies may be several, their names long.
_ORDER = patterns.compile(
    r"[\p{Han}、]{2,60}(?:令|公告|通告)(?:[〔\[]?(?:19|20)\d{2}[〕\]]?年?)?第?\s?(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})\s?号"
)
_SEEN_ANNEX = patterns.compile(r"^（?(?:详)?见附(?:件|表)\s?(\d{0,2})")
# The first whose words stand before a title says why it is named.
_RELATIONS = tuple(
    (name, patterns.compile(pattern))
    for name, pattern in (
        ("repeals", r"(?:废止|取代|停止执行)[^。；]{0,12}$"),
        ("amends", r"(?:修订|修改|调整|完善)(?:了)?$"),
        ("forwards", r"(?:转发)(?:了|给)?[^。；]{0,10}$"),
        ("based_on", rf"(?:{alternation('source', 'base')}|按《)[^。；]{{0,40}}$"),
        (
            "in_accordance",
            rf"(?:{alternation('source', 'accord')}|按|参照|对照|符合|执行|严格执行|适用|达到)[^。；]{{0,40}}$",
        ),
        ("implements", r"(?:落实|贯彻|推进|实施|结合)[^。；]{0,40}$"),
    )
)
_REPEALED = patterns.compile(
    r"^(?:[、和及]?《[^《》]*》(?:（[^（）]*）)?)*(?:自[^，。；]{2,16}起)?(?:同时|一并|相应|即行)?(?:予以)?(?:废止|失效|停止执行)"
)
# What is said of the first of a row of titles is said of each.
_TITLES_BEFORE = patterns.compile(r"(?:《(?:[^《》]|《[^《》]*》)*》(?:（[^（）]*）)?[、和及]?)+$")
_LAW = patterns.compile(
    r"^中华人民共和国.*(?:(?<!办)法|条例)$|^[^的]{1,30}(?:(?<!办)法|法典|条例)(?:（[^）]*）)?$"
)
# 为贯彻落实农业农村部《…》: the words before the name.
_GOING_BY = patterns.compile(
    rf"^为?(?:{alternation('modal')}|认真|切实)*(?:贯彻|落实|执行|{alternation('source')}|结合|转发|参照|对照)+"
)
_STANDARD = patterns.compile(r"(?:标准|规范|规程|导则|指标|技术要求|规则|目录)(?:（[^）]*）)?$")
_FORM = patterns.compile(
    r"(?:表|表格|申请书|承诺书|登记卡|台账|审批单|回执|名册|许可证|证书?|执照|合同|协议书?|报告书|证明|通知书|批准书|认定书|决定书|登记书|建议书|责任书|委托书)(?:（[^）]*）)?$"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A 《…》 and what stands right behind it."""

    title: str
    start: int
    end: int
    number: str | None
    number_end: int
    closed: bool = True


def quoted(text: str) -> Iterator[Cited]:
    """Outermost 《…》; one that is never closed ends before 以下简称 or at the end of its bracket."""
    position = 0
    while (start := text.find("《", position)) >= 0:
        end, closed = _closing(text, start)
        title = text[start + 1 : end - 1 if closed else end]
        position = end
        if not title or len(title) > 120:
            position = start + 1
            continue
        number, number_end = _number_after(text, end)
        yield Cited(title, start, end, number, number_end, closed)


def _closing(text: str, start: int) -> tuple[int, bool]:
    depth = 0
    alias = patterns.compile(r"（(?:以下|下)(?:统)?简?称").search(text, start)
    for i in range(start, len(text)):
        if alias and i == alias.start() and depth:
            return i, False
        if text[i] == "《":
            depth += 1
        elif text[i] == "》":
            depth -= 1
            if depth == 0:
                return i + 1, True
        elif text[i] in "。；" and depth == 1:
            break
    return _end_of_unclosed(text, start), False


def _end_of_unclosed(text: str, start: int) -> int:
    """（见《关于某事的通知（试行）） ends with the bracket it stands in, other titles at the next stop."""
    opened = 0
    for i in range(start, len(text)):
        if text[i] in "，。；、" or (text[i] == "）" and not opened):
            return i
        opened += (text[i] == "（") - (text[i] == "）")
    return len(text)


def _number_after(text: str, end: int) -> tuple[str | None, int]:
    """The 文号 or standard number in the bracket right behind a title, and where the bracket ends."""
    bracket = patterns.compile(r"（((?:[^（）]|（[^（）]*）){4,60})）").match(text, end)
    if bracket is None:
        return None, end
    if number := NUMBERED.first(bracket[1]):
        return number.text, bracket.end()
    if standard := STANDARD_NUMBER.search(bracket[1]):
        return standard[0], bracket.end()
    if order := _ORDER.search(bracket[1]):
        return order[0], bracket.end()
    return None, end


def kind_of(cited: Cited, own: dict[str, str], after: str, listed: bool) -> str:
    """policy, law, standard or form; self and annex by the names in `own` (bare titles); `after` is what follows."""
    title = bare(cited.title)
    if title in own and not (own[title] == "self" and is_repealed(after)):
        return own[title]
    if listed or _SEEN_ANNEX.match(after):
        return "annex"
    if cited.number and STANDARD_NUMBER.match(cited.number):
        return "standard"
    if _FORM.search(cited.title):
        return "form"
    if _LAW.search(cited.title):
        return "law"
    return "standard" if _STANDARD.search(cited.title) else "policy"


def is_repealed(after: str) -> bool:
    """Is the document in front of these words repealed by them (…同时废止)?"""
    return bool(_REPEALED.match(after))


def relation_of(before: str, after: str = "") -> str:
    """Why a document is named, by the words around it; mentions where they do not say.

    >>> relation_of("根据《甲条例》（国发〔2019〕5号）、")
    'based_on'
    """
    if is_repealed(after):
        return "repeals"
    near = _TITLES_BEFORE.sub("", before[-200:])[-60:]
    return next((name for name, pattern in _RELATIONS if pattern.search(near)), "mentions")


def issuer_of(before: str) -> str | None:
    """Who issued the document, where it is said before the title: 民政部等部门《…》."""
    match = patterns.search(
        r"(?:^|[，。；、：按照据实行及和])([\p{Han}]{2,20}?(?:部|委|厅|局|办|政府|办公[厅室]|国务院)(?:等(?:\d+|[一二三四五六七八九十]+)?(?:个)?部门)?)(?:联合)?(?:印发|发布|制定|出台)?的?$",
        before[-30:],
    )
    return _GOING_BY.sub("", match[1]) if match else None


def bare(title: str) -> str:
    """A title without marks, brackets and 征求意见稿, to compare by."""
    return patterns.sub(r"[《》〈〉（）()\s]|征求意见稿|送审稿|试行|暂行", "", title)
