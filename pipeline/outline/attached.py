"""The number of a notice that stands only in the name of the file of it below the text: 某政办发〔2022〕167号.pdf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.doc_numbers import NUMBERED, DocNumber, number_to_key
from pipeline.language.notice_heads import file_to_number
from pipeline.model import Passage, TitleBlock

_OF_ANOTHER = ("转发", "批转")


def number_files(passages: Sequence[Passage]) -> dict[int, DocNumber]:
    """The lines that are the name of a file which is a number and nothing else, with the number."""
    named = ((i, file_to_number(p.text)) for i, p in enumerate(passages) if p.role in ("body", "annex_list"))
    return {i: number for i, number in named if number}


def own_file(passages: Sequence[Passage], block: TitleBlock, files: dict[int, DocNumber]) -> list[int]:
    """The one of these lines whose number is the notice's own: it prints no other, is of that year, passes on nobody's
    paper, and speaks of none so numbered."""
    year = int((block.written_date or "0")[:4])
    if block.doc_number or block.action in _OF_ANOTHER or len({n.text for n in files.values()}) != 1:
        return []
    number = next(iter(files.values()))
    said = {number_to_key(text) for text in _numbers(passages, files)}
    return [] if number.year != year or number_to_key(number.text) in said else [min(files)]


def _numbers(passages: Sequence[Passage], files: dict[int, DocNumber]) -> Iterator[str]:
    for i, passage in enumerate(passages):
        if i not in files and "号" in passage.text:
            yield from (n.text for m in NUMBERED.pattern.finditer(passage.text) if (n := NUMBERED.read(m)))
