"""Titles in 《》, or in what a scan made of these marks: where they end, and the numbers beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.cited_numbers import (
    STANDARD,
    STANDARD_NUMBER,
    Numbered,
    leads_to_title,
    numbers_in,
)
from pipeline.language.documents import title_to_kind
from pipeline.language.titled_numbers import number_alone
from pipeline.language.words import words

# What is a number beside a title: 财政部 税务总局公告2023年第28号, where bodies may be several and their names long, 91号主席令, 31号令;
# that of a standard, also without its year (《甲标准》（JGJ450）).
_BESIDE = patterns.compile(
    rf"{STANDARD_NUMBER.pattern}|{STANDARD}(?<=\d\d)(?<!\d{{6}})(?![\d.])|(?<![\d\p{{Han}}])\d{{1,4}}号\p{{Han}}{{0,12}}令|(?<!\d)(?:[\p{{Han}}、]|(?<=等)\d{{1,2}}(?=\p{{Han}})){{1,60}}(?:令|公告|通告)(?:[〔\[]?(?:(?:19|20)\d{{2}}|\d{{1,2}}届)[〕\]]?年?)?第?\s?(?:\d{{1,4}}|[〇零一二三四五六七八九十百]{{1,5}})\s?号"
)
_BEHIND = patterns.compile(r"（((?:[^（）]|（[^（）]*）){4,120})）")
# A label of a page's own box inside a title: lines of two columns were mixed.
_LABELS = tuple(f"{key}：" for key in lexicons.words("metadata_keys"))
_SHORT_NAME = ("（以下简称", "（以下称", "（以下统称", "（以下统简称", "（下称", "（下简称")
# What opens a title, as printed or as scanned, with what closes it; 》 where what opened it was lost.
_CLOSED_BY = {"《": "》", "〈": "〉", "<<": ">>", "》": "》"}
# What may stand before a title that was not opened.
_BEGINS = (*words("source"), *"，。；：、", "贯彻", "落实", "执行", "印发", "转发", "将", "《", "》")
_TYPES = tuple(lexicons.words("document_types"))
# 关于印发《甲办法》的通知（甲发〔2024〕5号).
_ISSUING, _ISSUED_BY = ("印发", "发布", "公布", "颁布", "下发"), ("通知", "公告", "通告", "决定", "函")
_BETWEEN, _LONGEST, _LONGEST_ALONE, _SAID_OF_IT = (
    "、，和及与",
    120,
    16,
    ("要求", "精神", "规定", "部署", "收悉", "悉"),
)


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
    position, marks = 0, _marks(text)
    while mark := _next_mark(marks, position):
        start, end, closed, title = _unopened(text, position, mark) or _marked(text, mark)
        position = end
        if not title or len(title) > _LONGEST:
            position = start + 1
            continue
        if any(map(title.__contains__, _LABELS)):
            continue
        numbers, number_end = _numbers_after(text, _end_of_issuing(text, start, end))
        number_end = number_end if numbers else end
        start = start if numbers else _number_before(text, start, numbers)
        inside = title.rfind("（")  # 《甲意见（临政办〔2022〕8号）》
        if not numbers and title.endswith("）") and (found := _numbers(title[inside + 1 : -1], 0)):
            title, numbers = title[:inside].rstrip(), found
        yield Cited(title, start, end, None, number_end, closed), numbers


def _marks(text: str) -> list[tuple[int, str]]:
    """Each mark that opens or closes a title, with its place: sought once, however many titles there are."""
    return sorted(
        (at, mark)
        for at, char in enumerate(text)
        if char in "《〈<》"
        for mark in _CLOSED_BY
        if text.startswith(mark, at)
    )


def _next_mark(marks: Sequence[tuple[int, str]], position: int) -> tuple[int, str] | None:
    at = bisect_left(marks, (position, ""))
    return marks[at] if at < len(marks) else None


def _marked(text: str, mark: tuple[int, str]) -> tuple[int, int, bool, str]:
    """(start, end, whether it is closed, title) of what a mark opens."""
    start, opening = mark
    end, closed = _closing(text, start, opening, _CLOSED_BY[opening])
    return start, end, closed, text[start + len(opening) : end - len(opening) if closed else end]


def _unopened(text: str, position: int, mark: tuple[int, str]) -> tuple[int, int, bool, str] | None:
    """A title of which the first mark was lost: 贯彻落实某意见》（某办〔2022〕8号）."""
    at, closing = mark
    if closing != "》":
        return None
    start = max(
        (i + len(word) for word in _BEGINS if (i := text.rfind(word, position, at)) >= 0), default=position
    )
    is_open = text.count("《", 0, at) > text.count("》", 0, at)
    title = text[start:at]
    return start, at + 1, False, "" if is_open or title_to_kind(title) is None else title


def _closing(text: str, start: int, opening: str, closing: str) -> tuple[int, bool]:
    depth = 0
    for i in range(start, len(text)):
        if depth and text.startswith(_SHORT_NAME, i):
            return i, False
        if text.startswith(opening, i):
            depth += 1
        elif text.startswith(closing, i):
            depth -= 1
            if depth == 0:
                return i + len(closing), True
        elif text[i] in "。；" and depth == 1:
            break
    return _end_of_unclosed(text, start), False


def _end_of_unclosed(text: str, start: int) -> int:
    """（见《关于某事的通知（试行）） ends with the bracket it stands in, other titles before their number or where their
    type is followed by 要求, at the latest at the next stop."""
    opened = 0
    for i in range(start, len(text)):
        if text[i] in "，。；、" or (text[i] == "）" and not opened) or _numbers_after(text, i)[0]:
            said = (
                n for n in range(start, i) if text.startswith(_SAID_OF_IT, n) and text[:n].endswith(_TYPES)
            )
            return next(said, i)
        opened += (text[i] == "（") - (text[i] == "）")
    return len(text)


def _end_of_issuing(text: str, start: int, end: int) -> int:
    """Where 关于印发《甲办法》的通知 ends, whose number is the one by which 甲办法 is known; else where the title itself does."""
    said = text.startswith("的", end) and text[:start].endswith(_ISSUING)
    ends = (end + 1 + len(paper) for paper in _ISSUED_BY if said and text.startswith(f"{paper}（", end + 1))
    return next(ends, end)


def _numbers_after(text: str, end: int) -> tuple[list[Numbered], int]:
    """The numbers in the bracket right behind a title, or right behind it without one, and where they end."""
    if bracket := _BEHIND.match(text, end):
        numbers = _numbers(bracket[1], bracket.start(1))
        return numbers, bracket.end() if numbers else end
    found = next((n for n in _numbers(text[end : end + 60], 0) if n.start == 0), None)
    if found is None and (alone := number_alone(text[end : text.find("号", end, end + _LONGEST_ALONE) + 1])):
        found = Numbered(alone.text, 0, len(alone.text)) if alone.year else None
    return ([_moved(found, end)], end + found.end) if found else ([], end)


def _moved(number: Numbered, by: int) -> Numbered:
    """The same number, `by` characters further on."""
    return Numbered(number.number, number.start + by, number.end + by)


def _number_before(text: str, start: int, numbers: list[Numbered]) -> int:
    """Where a title begins with the number right before it (国办发〔2019〕5号《甲意见》), which is put into `numbers`."""
    low = max(0, start - 60)
    near = text[low:start]
    found = (*numbers_in(near), *_beside(near))
    if last := next((n for n in found if leads_to_title(near[n.end :])), None):
        numbers.append(_moved(last, low))
        return low + last.start
    return start


def _numbers(words: str, at: int) -> list[Numbered]:
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
