"""The passages of a title block → what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.bodies import is_agency
from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number
from pipeline.language.names import split_names
from pipeline.language.titled_numbers import title_to_number
from pipeline.model import Named, Passage, Span, Status, TitleBlock
from pipeline.outline.box_days import box_day, box_first_day, boxed_in_history
from pipeline.outline.days_written import day_written
from pipeline.outline.force import mark_of_status, says_it_ended, text_to_status
from pipeline.outline.issuers import read_issuers
from pipeline.outline.mastheads import sent_to
from pipeline.outline.metadata import box_statuses, box_values, text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.red_head import numbers
from pipeline.outline.title_words import (
    ACTION,
    DISCLOSURE,
    DRAFT,
    DRAFT_LINE,
    ENDS_IN_TYPE,
    SUFFIX,
    TYPES,
    title_to_type,
    unwrapped,
    without_date,
    without_label,
)

_HEAD_LINES = 24
# 各区人民政府：现将…: the addressees in one line with the first sentence.
_ADDRESSED = patterns.compile(r"^(?P<names>[^。；：《》]{3,300})：(?=.)")


class TitleLines(NamedTuple):
    """Indexes of the passages that are the title, the lines of the red head above it, and the title that the file's name
    is, where the text prints none."""

    title: Sequence[int]
    red_head: Sequence[Passage] = ()
    named: str = ""


def read_block(passages: Sequence[Passage], lines_of: TitleLines) -> TitleBlock:
    """What the marked passages say; `lines_of` tells which of them are the title and the red head."""
    lines = [passages[i] for i in lines_of.title]
    box = box_values(passages)
    words, marked = mark_of_status(
        "".join(without_date(without_label(p.text)) for p in lines)
        or without_label(box.get("title", ""))
        or lines_of.named
    )
    _, start, end = title_to_number(words)
    words = words[start:end].lstrip("：")
    mark = text_to_mark(words)
    words = words[mark.length :].lstrip("：") if mark and ENDS_IN_TYPE.search(words) else words
    words = unwrapped(words)
    number, place = _numbered(passages) or (box_number(box.get("doc_number", "")), None)
    dated = day_written(passages, lines)
    action, subject = _title_to_action(words)
    return TitleBlock(
        title=words,
        title_span=Span(lines[0].span().start, lines[-1].span().end) if lines else None,
        doc_number=number.text if number else None,
        doc_number_agency=(number.agency or None) if number else None,
        doc_number_year=number.year if number else None,
        doc_number_serial=number.serial if number else None,
        doc_number_span=place,
        document_type=title_to_type(words),
        action=action,
        subject_title=subject,
        status=_status(passages, words, marked),
        written_date=boxed_in_history(box, passages) or (dated[0] if dated else _boxed_day(box)),
        written_date_span=dated[1] if dated else None,
        effective_date=box_day(box.get("effective_date", "")) or box_first_day(box.get("expires_date", "")),
        expires_date=box_day(box.get("expires_date", "")) or _expiry(passages),
        disclosure=next(
            (m[1] for p in passages if p.role == "disclosure" and (m := DISCLOSURE.match(p.text))), None
        ),
        issuers=read_issuers(passages, lines or _boxed_title(passages), lines_of.red_head),
        recipients=tuple(_recipients(passages)),
    )


def _boxed_title(passages: Sequence[Passage]) -> list[Passage]:
    """The words of a title that only the box of the page prints."""
    fields = ((p, field) for p in passages if p.role == "furniture" and (field := text_to_field(p.text)))
    return [
        Passage(p.text[start:], p.places[start:])
        for p, (meaning, start) in fields
        if meaning == "title" and p.text[start:]
    ][:1]


def box_number(text: str) -> DocNumber | None:
    """The number a box gives: a 文号 among other words, or an order's alone."""
    return NUMBERED.first(text) or line_to_number(text)


def _boxed_day(box: Mapping[str, str]) -> str | None:
    """The day that the box says the notice was written; in a collection of laws (which says when a paper comes into
    force, and has no index of what a government makes public) also that it was made public."""
    if written := box_day(box.get("written_date", "")):
        return written
    public, effective = box_day(box.get("published", "")), box_day(box.get("effective_date", ""))
    of_law = "of_law" in box or ("effective_date" in box and not {"written_date", "-"} & set(box))
    return public if of_law and not (public and effective and public > effective) else None


def _expiry(passages: Sequence[Passage]) -> str | None:
    return next((day for value in box_statuses(passages) if (day := box_day(value))), None)


def _numbered(passages: Sequence[Passage]) -> tuple[DocNumber, Span] | None:
    found = next(numbers(passages), None)
    return (found[0], Span(found[1].span().start, found[2].span().end)) if found else None


def _status(passages: Sequence[Passage], words: str, marked: Status | None) -> Status:
    """Whether the page says that the notice is no longer in force, else whether it is a draft."""
    said = [text_to_status(value) for value in box_statuses(passages)]
    # 【失效日期】 without a day is the name of a field.
    marks = (p.text for p in passages[:_HEAD_LINES] if p.role == "furniture" and not text_to_field(p.text))
    said += [text_to_status(text) for text in marks if says_it_ended(text)]
    ended = marked or next((status for status in said if status), None)
    if ended:
        return ended
    is_draft = DRAFT.search(words) or any(
        p.role == "furniture" and DRAFT_LINE.match(p.text) for p in passages[:_HEAD_LINES]
    )
    return "draft" if is_draft else "issued"


def _title_to_action(title: str) -> tuple[str | None, str | None]:
    """(印发, the 方案 it issues) of `关于印发…方案的通知`; (None, None) of a direct notice."""
    match = ACTION.search(title)
    if match is None:
        return None, None
    subject = unwrapped(patterns.sub(rf"的(?:{TYPES}){SUFFIX}$", "", match[2]))
    return match[1], subject or None


def _recipients(passages: Sequence[Passage]) -> list[Named]:
    """The addressees, as the names of a list of agencies: 各委、办、局 is one, 甲区、乙区人民政府 are two."""
    lines = [(p, p.text.rstrip("：。；")) for p in passages if p.role == "recipients"]
    return [
        Named(name, p.span(at + start, at + end))
        for p, text in lines or _addressed(passages)
        for at in [sent_to(text)]
        for name, start, end in split_names(text[at:])
    ]


def _addressed(passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """The addressees that stand before the first sentence in its own line, where all are bodies."""
    first = next((p for p in passages if p.role == "body"), None)
    match = _ADDRESSED.match(first.text) if first else None
    is_list = match and all(is_agency(name) for name, _, _ in split_names(match["names"]))
    return [(first, match["names"])] if first and match and is_list else []
