"""Titles in 《》, or in what a scan made of these marks: where they end, and the numbers beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import lexicons
from pipeline.extract.citations.numbers_beside import (
    amends,
    end_of_issuing,
    number_before,
    numbers_after,
    numbers_beside,
)
from pipeline.language.cited_numbers import Numbered
from pipeline.language.documents import title_to_kind
from pipeline.language.names import is_agency, split_names
from pipeline.language.words import words

# A label of a page's own box inside a title: lines of two columns were mixed.
_LABELS = tuple(f"{key}：" for key in lexicons.words("metadata_keys"))
_SHORT_NAME = ("（以下简称", "（以下称", "（以下统称", "（以下统简称", "（下称", "（下简称")
# What opens a title, as printed or as scanned, with what closes it; 》 where what opened it was lost.
_CLOSED_BY = {"《": "》", "〈": "〉", "<<": ">>", "》": "》"}
# What may stand before a title that was not opened.
_BEGINS = (*words("source"), *"，。；：、", "贯彻", "落实", "执行", "印发", "转发", "将", "《", "》")
_TYPES = tuple(lexicons.words("document_types"))
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
            yield from _each_its_number(row, numbers, text)
            row = []
    yield from row


def _is_next(text: str, last: Cited, cited: Cited) -> bool:
    return not text[last.number_end : cited.start].strip(_BETWEEN)


def _each_its_number(row: list[Cited], numbers: list[Numbered], text: str) -> list[Cited]:
    """《甲》《乙》（民发〔2026〕52、53号): as many titles as numbers have one each, else the last has the first; that of what amended
    it (国务院令第379号，2016年国务院令第666号修订) is no title's, and is cited by itself."""
    own = [numbers[0], *(n for n in numbers[1:] if not amends(text, n))]
    if len(own) < 2 or len(own) != len(row) or _are_of_last(row, own):
        last = row[-1]
        end = own[0].end if len(numbers) > 1 else last.number_end
        return [*row[:-1], replace(last, number=own[0].number, number_end=end)]
    last = replace(row[-1], number=own[-1].number)
    return [*(replace(c, number=n.number) for c, n in zip(row[:-1], own, strict=False)), last]


def _are_of_last(row: list[Cited], numbers: list[Numbered]) -> bool:
    """《甲条例》和《乙部 丙部关于某事的通知》（建城〔2022〕2号、财建〔2022〕15号): a law has no 文号, so both are the last one's, or it names as
    many bodies as there are numbers."""
    of_papers = all("〔" in number.number and "令" not in number.number for number in numbers)
    bodies = [name for name, _, _ in split_names("".join(row[-1].title.partition("关于")[0].split()))]
    named = len(bodies) == len(numbers) and all(map(is_agency, bodies))
    return of_papers and (named or any(title_to_kind(cited.title) == "law" for cited in row[:-1]))


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
        numbers, number_end = numbers_after(text, end_of_issuing(text, start, end))
        number_end = number_end if numbers else end
        if all(amends(text, number) for number in numbers):
            start = number_before(text, start, numbers)
        inside = title.rfind("（")  # 《甲意见（临政办〔2022〕8号）》
        if not numbers and title.endswith("）") and (found := numbers_beside(title[inside + 1 : -1], 0)):
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
    start += _length_of_mark(text[start:at]) if start == 0 else 0
    is_open = text.count("《", 0, at) > text.count("》", 0, at)
    title = text[start:at]
    return start, at + 1, False, "" if is_open or title_to_kind(title) is None else title


def _length_of_mark(words: str) -> int:
    """2. of 2.关于某事的通知》, a point of a list."""
    figures = len(words) - len(words.lstrip("0123456789"))
    return figures + 1 if figures and words[figures : figures + 1] in (".", "．", "、") else 0


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
        elif text[i] in "。；" and depth == 1 and not _is_point(text, i):
            break
    return _end_of_unclosed(text, start), False


def _is_point(text: str, at: int) -> bool:
    """Whether a stop is the point of a number that was misprinted: （V2。0）."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _end_of_unclosed(text: str, start: int) -> int:
    """（见《关于某事的通知（试行）） ends with the bracket it stands in, other titles before their number or where their
    type is followed by 要求, at the latest at the next stop."""
    opened = 0
    for i in range(start, len(text)):
        if text[i] in "，。；、" or (text[i] == "）" and not opened) or numbers_after(text, i)[0]:
            said = (
                n for n in range(start, i) if text.startswith(_SAID_OF_IT, n) and text[:n].endswith(_TYPES)
            )
            return next(said, i)
        opened += (text[i] == "（") - (text[i] == "）")
    return len(text)
