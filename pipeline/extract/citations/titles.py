"""Titles in 《》: where they end, the numbers behind them, what kind of document they name and who issued it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline import lexicons
from pipeline.extract.citations.relations import is_ended
from pipeline.language import patterns
from pipeline.language.cited_numbers import STANDARD_NUMBER, Numbered, numbers_in
from pipeline.language.documents import (
    bare,
    called_a_document,
    is_remark,
    is_short_name,
    is_work,
    title_to_kind,
)
from pipeline.language.words import alternation, words

# 财政部 税务总局公告2023年第28号 in a bracket is one number: bodies may be several, their names long.
_ORDER = patterns.compile(
    r"(?<!\d)[\p{Han}、]{1,60}(?:令|公告|通告)(?:[〔\[]?(?:(?:19|20)\d{2}|\d{1,2}届)[〕\]]?年?)?第?\s?(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})\s?号"
)
_BEHIND = patterns.compile(r"（((?:[^（）]|（[^（）]*）){4,120})）")
_SEEN_ANNEX = ("见附件", "见附表", "详见附件", "详见附表")
# A label of a page's own box inside a title: lines of two columns were mixed.
_LABELS = tuple(f"{key}：" for key in lexicons.words("metadata_keys"))
_SHORT_NAME = ("（以下简称", "（以下称", "（以下统称", "（以下统简称", "（下称", "（下简称")
_BETWEEN = "、，和及与"
# 为贯彻落实农业农村部《…》: the words before the name are no part of it.
_ISSUER = patterns.compile(
    rf"(?:^|[，。；、：按照据实行及和]照?)为?(?:{alternation('modal')}|认真|切实|贯彻|落实|执行|{alternation('source')}|结合|转发|参照|对照)*+"
    r"([\p{Han}]{2,20}?(?:部|委|厅|局|办|政府|办公[厅室]|国务院)(?:等(?:\d+|[一二三四五六七八九十]+)?(?:个)?部门)?)(?:联合)?(?:印发|发布|制定|出台)?的?$"
)
# 具体工作依照国务院办公厅《…》, 修订市局《…》: what is done by it, not part of its name.
_BEFORE_ISSUER = (*words("source"), "参照", "对照", "适用", "修订", "修改", "废止")
_LONGEST = 120
_SHORTEST_END = 4
# 转发某部关于乙的通知, 修改《乙办法》: what follows such a word in a name is another's.
_DOES = patterns.compile(rf"关于|{alternation('source')}|转发|批转|修[改订正]|废止|贯彻|落实|执行|实施|学习|宣传|解读")


@dataclass(frozen=True, slots=True)
class Cited:
    """A 《…》 with its number: [start, end) are the marks and a number before them, one behind ends at `number_end`."""

    title: str
    start: int
    end: int
    number: str | None
    number_end: int
    closed: bool = True


def quoted(text: str) -> Iterator[Cited]:
    """Outermost 《…》 in their order; one that is never closed ends before 以下简称 or at the end of its bracket."""
    row: list[Cited] = []
    for cited, numbers in _with_numbers(text):
        if row and not _is_next(text, row[-1], cited):
            yield from row
            row = []
        row.append(cited)
        if numbers:
            yield from _each_its_number(row, numbers)
            row = []
    yield from row


def _is_next(text: str, last: Cited, cited: Cited) -> bool:
    return not text[last.number_end : cited.start].strip(_BETWEEN)


def _each_its_number(row: list[Cited], numbers: list[Numbered]) -> list[Cited]:
    """《甲》《乙》（民发〔2026〕52、53号): as many titles as numbers have one each, else the last has the first."""
    if len(numbers) < 2 or len(numbers) != len(row):
        last, end = row[-1], numbers[0].end if len(numbers) > 1 else row[-1].number_end
        return [*row[:-1], replace(last, number=numbers[0].number, number_end=end)]
    last = replace(row[-1], number=numbers[-1].number)
    return [*(replace(c, number=n.number) for c, n in zip(row[:-1], numbers, strict=False)), last]


def _with_numbers(text: str) -> Iterator[tuple[Cited, list[Numbered]]]:
    position = 0
    while (start := text.find("《", position)) >= 0:
        end, closed = _closing(text, start)
        title = text[start + 1 : end - 1 if closed else end]
        position = end
        if not title or len(title) > _LONGEST:
            position = start + 1
            continue
        if any(label in title for label in _LABELS):
            continue
        numbers, number_end = _numbers_after(text, end)
        start = start if numbers else _number_before(text, start, numbers)
        if not numbers and (found := _numbers_inside(title)):
            title, numbers = title[: title.rfind("（")], found
        yield Cited(title, start, end, None, number_end, closed), numbers


def _closing(text: str, start: int) -> tuple[int, bool]:
    depth = 0
    for i in range(start, len(text)):
        if depth and text.startswith(_SHORT_NAME, i):
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


def _numbers_after(text: str, end: int) -> tuple[list[Numbered], int]:
    """The numbers in the bracket right behind a title, or right behind it without one, and where they end."""
    if bracket := _BEHIND.match(text, end):
        numbers = _numbers(bracket[1], bracket.start(1))
        return numbers, bracket.end() if numbers else end
    found = next((n for n in _numbers(text[end : end + 60], 0) if n.start == 0), None)
    return ([_moved(found, end)], end + found.end) if found else ([], end)


def _moved(number: Numbered, by: int) -> Numbered:
    """The same number, `by` characters further on."""
    return Numbered(number.number, number.start + by, number.end + by)


def _number_before(text: str, start: int, numbers: list[Numbered]) -> int:
    """Where a title begins with the number right before it (国办发〔2019〕5号《甲意见》), which is put into `numbers`."""
    low = max(0, start - 60)
    near = text[low:start]
    found = (*numbers_in(near), *(Numbered(m[0], *m.span()) for m in STANDARD_NUMBER.finditer(near)))
    if last := next((n for n in found if n.end == len(near)), None):
        numbers.append(_moved(last, low))
        return low + last.start
    return start


def _numbers_inside(title: str) -> list[Numbered]:
    """《甲意见（临政办〔2022〕8号）》."""
    return _numbers(title[title.rfind("（") + 1 : -1], 0) if title.endswith("）") else []


def _numbers(words: str, at: int) -> list[Numbered]:
    """Every number of a bracket: 文号, orders, standards."""
    orders = [Numbered(m[0], *m.span()) for m in _ORDER.finditer(words)]
    found = [n for n in numbers_in(words) if not any(o.start < n.end and n.start < o.end for o in orders)]
    standards = [Numbered(m[0], *m.span()) for m in STANDARD_NUMBER.finditer(words)]
    return [_moved(n, at) for n in sorted((*orders, *found, *standards), key=lambda n: n.start)]


def kind_of(cited: Cited, own: dict[str, str], around: tuple[str, str], listed: bool) -> str | None:
    """policy, law, standard or form; self and annex by the names in `own` (bare titles); None for what is no document
    or only the short name of one. `around` is what stands before the title and behind its number.
    """
    before, after = around
    if is_remark(before, after):
        return None
    if (whose := _own_kind(cited, own, before)) and not (whose == "self" and is_ended(after)):
        return whose
    if listed or after.lstrip("（").startswith(_SEEN_ANNEX):
        return "annex"
    if cited.number is None and is_short_name(cited.title):
        return None
    kind = title_to_kind(cited.title)
    if cited.number and (STANDARD_NUMBER.match(cited.number) or kind in (None, "form")):
        return "standard" if STANDARD_NUMBER.match(cited.number) else "policy"
    if cited.number is None and not cited.title.startswith("关于") and is_work(before, after):
        return None
    return kind or called_a_document(before, after)


def _own_kind(cited: Cited, own: dict[str, str], before: str) -> str | None:
    """self or annex of a title that is the notice's own, or what one of these ends in: of the 甲专项2026年度申报指南 the
    《申报指南》 is spoken of, where neither a number nor an issuer says that it is another."""
    title = bare(cited.title)
    if title in own:
        return own[title]
    if cited.number or issuer_of(before) or len(title) < _SHORTEST_END:
        return None
    ends = ((name.removesuffix(title), whose) for name, whose in own.items() if name.endswith(title))
    return next((whose for begins, whose in ends if not _DOES.search(begins)), None)


def issuer_of(before: str) -> str | None:
    """Who issued the document, where it is said before the title: 民政部等部门《…》."""
    match = _ISSUER.search(before[-30:])
    name = match[1] if match else None
    for word in _BEFORE_ISSUER if name else ():
        name = name.rpartition(word)[2] if name else None
    return name
