"""The number beside a title in 《》: in brackets behind it, right behind it, before it, or behind the words 的通知."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.cited_numbers import (
    STANDARD,
    STANDARD_NUMBER,
    Numbered,
    leads_to_title,
    numbers_in,
)
from pipeline.language.titled_numbers import number_alone

# What is a number beside a title: 财政部 税务总局公告2023年第28号, where bodies may be several and their names long, 91号主席令, 31号令;
# that of a standard, also without its year (《甲标准》（JGJ450）).
_BESIDE = patterns.compile(
    rf"{STANDARD_NUMBER.pattern}|{STANDARD}(?<=\d\d)(?<!\d{{6}})(?![\d.OoIl])|(?<![\d\p{{Han}}])\d{{1,4}}号\p{{Han}}{{0,12}}令|(?<!\d)(?=\p{{Han}})(?:[\p{{Han}}、]|(?<=等)\d{{1,2}}(?=\p{{Han}})){{1,60}}(?:令|公告|通告)(?:[〔\[]?(?:(?:19|20)\d{{2}}|\d{{1,2}}届)[〕\]]?年?)?第?\s?(?:\d{{1,4}}|[〇零一二三四五六七八九十百]{{1,5}})\s?号"
)
_BEHIND = patterns.compile(
    r"(?|（((?:[^（）]|（[^（）]*）){4,120})）|[【〔\[]((?:[^【】〔〕\[\]]|[〔\[][^〔〕\[\]]*[〕\]]){6,60})[】〕\]])"
)
# 关于印发《甲办法》的通知（甲发〔2024〕5号).
_ISSUING, _ISSUED_BY = ("印发", "发布", "公布", "颁布", "下发"), ("通知", "公告", "通告", "决定", "函")
_LONGEST_ALONE = 16


def end_of_issuing(text: str, start: int, end: int) -> int:
    """Where 关于印发《甲办法》的通知 ends, whose number is the one by which 甲办法 is known; else where the title itself does."""
    said = text.startswith("的", end) and text[:start].removesuffix("了").endswith(_ISSUING)
    ends = (end + 1 + len(paper) for paper in _ISSUED_BY if said and text.startswith(f"{paper}（", end + 1))
    return next(ends, end)


def numbers_after(text: str, end: int) -> tuple[list[Numbered], int]:
    """The numbers in the bracket right behind a title, or right behind it without one, and where they end."""
    bracket = _BEHIND.match(text, end)
    if bracket and (numbers := numbers_beside(bracket[1], bracket.start(1))):
        return numbers, bracket.end()
    if text.startswith("（", end):
        # （甲发〔2019）13号）: the year closes with another sign than opens it, and not the bracket with it.
        inside = next((n for n in numbers_in(text[end + 1 : end + 60]) if n.start == 0), None)
        after = end + 1 + inside.end if inside else end
        return ([_moved(inside, end + 1)], after + text.startswith("）", after)) if inside else ([], end)
    found = next((n for n in numbers_beside(text[end : end + 60], 0) if n.start == 0), None)
    if found is None and (alone := number_alone(text[end : text.find("号", end, end + _LONGEST_ALONE) + 1])):
        found = Numbered(alone.text, 0, len(alone.text)) if alone.year else None
    return ([_moved(found, end)], end + found.end) if found else ([], end)


def amends(text: str, number: Numbered) -> bool:
    """Whether a number is that of what amended or ended another paper: 国务院令第666号第二次修订, 第42号、第52号修正."""
    said = text[number.end : number.end + _LONGEST_HISTORY]
    said = said[: min((i for i, char in enumerate(said) if char in "，；）"), default=len(said))]
    return any(word in said for word in _AMENDED)


_AMENDED, _LONGEST_HISTORY = ("修订", "修正", "修改", "废止"), 24


def _moved(number: Numbered, by: int) -> Numbered:
    """The same number, `by` characters further on."""
    return Numbered(number.number, number.start + by, number.end + by)


def number_before(text: str, start: int, numbers: list[Numbered]) -> int:
    """Where a title begins with the number right before it (国办发〔2019〕5号《甲意见》), which is put first of `numbers`."""
    low = max(0, start - 60)
    near = text[low:start]
    found = (*numbers_in(near), *_beside(near))
    if last := next((n for n in found if leads_to_title(near[n.end :])), None):
        numbers.insert(0, _moved(last, low))
        return low + last.start
    return start


def numbers_beside(words: str, at: int) -> list[Numbered]:
    """Every number of a bracket: 文号, orders, standards, the lone 2016年第2号 of what is made public."""
    if (alone := number_alone(words)) and alone.year:
        return [Numbered(alone.text, at, at + len(words))]
    beside = _beside(words)
    found = [n for n in numbers_in(words) if not any(o.start < n.end and n.start < o.end for o in beside)]
    return [_moved(n, at) for n in sorted((*beside, *found), key=lambda n: n.start)]


def _beside(words: str) -> list[Numbered]:
    """The numbers in the words beside a title: each has a 号, or begins with 建标 or with capital letters."""
    may = "号" in words or "建标" in words or words != words.lower()
    return [Numbered(m[0], *m.span()) for m in _BESIDE.finditer(words)] if may else []
