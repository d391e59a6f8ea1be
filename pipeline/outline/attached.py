"""The number of a notice that stands only below its text: 某政办发〔2022〕167号.pdf, or in a line behind its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number, number_to_key
from pipeline.language.notice_heads import file_to_number
from pipeline.model import Passage, TitleBlock
from pipeline.outline.metadata import text_to_field

_OF_ANOTHER, _BEGINS_TITLE = ("转发", "批转"), "关于"


def number_files(passages: Sequence[Passage]) -> dict[int, DocNumber]:
    """The lines that are the name of a file which is a number and nothing else, with the number."""
    named = ((i, file_to_number(p.text)) for i, p in enumerate(passages) if p.role in ("body", "annex_list"))
    return {i: number for i, number in named if number}


def own_file(passages: Sequence[Passage], block: TitleBlock, files: dict[int, DocNumber]) -> list[int]:
    """The one of these lines whose number is the notice's own: it prints no other, is of that year, passes on nobody's
    paper, and speaks of none so numbered; 附件：乙函〔2022〕3号.pdf above it would be one of two."""
    year = int((block.written_date or "0")[:4])
    annexed = (file_to_number(p.text.partition("：")[2]) for p in passages if p.role == "annex_list")
    all_files = {n.text for n in (*files.values(), *annexed) if n}
    if block.doc_number or block.action in _OF_ANOTHER or len(all_files) != 1:
        return []
    number = next(iter(files.values()))
    said = {number_to_key(text) for text in _numbers(passages, files)}
    return [] if number.year != year or number_to_key(number.text) in said else [min(files)]


def number_below(passages: Sequence[Passage], block: TitleBlock) -> list[int]:
    """The first line behind who signs and the day, where it is a number of that year and nothing else: （某政发〔2022〕8号）,
    文号：某政发〔2022〕8号; what a notice that passes on another's paper prints there may be the other's."""
    signed = [i for i, p in enumerate(passages) if p.role in ("signature", "written_date") and not p.annex]
    below = range(signed[-1] + 1, len(passages)) if signed else range(0)
    near = [i for i in below if passages[i].role not in ("disclosure", "furniture")][:2]
    # Another paper begins with its number too: 某发改〔2022〕8号 | 某局关于…的批复.
    others = any(not passages[i].annex and _BEGINS_TITLE in passages[i].text for i in near[1:])
    if not near or others or block.doc_number or block.action in _OF_ANOTHER or not block.written_date:
        return []
    first = near[0]
    text = passages[first].text
    field = text_to_field(text)
    number = line_to_number(text[field[1] :] if field and field[0] == "doc_number" else text)
    return [first] if number and number.year == int(block.written_date[:4]) else []


def _numbers(passages: Sequence[Passage], files: dict[int, DocNumber]) -> Iterator[str]:
    for i, passage in enumerate(passages):
        if i not in files and "号" in passage.text:
            yield from (n.text for m in NUMBERED.pattern.finditer(passage.text) if (n := NUMBERED.read(m)))
