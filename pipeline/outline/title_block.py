"""The passages of a title block → what they say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.names import split_names
from pipeline.language.times import Day, to_int
from pipeline.model import Named, Passage, Span, TitleBlock
from pipeline.outline.issuers import read_issuers
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import (
    ACTION,
    DATE,
    DATE_SUFFIX,
    DISCLOSURE,
    DRAFT,
    ENDS_IN_TYPE,
    SUFFIX,
    TYPE,
    TYPES,
    unwrapped,
    without_date,
)


def read_block(passages: Sequence[Passage], title: Sequence[int]) -> TitleBlock:
    """What the marked passages say; `title` holds the indexes of those that are the title."""
    lines = [passages[i] for i in title]
    box = _box(passages)
    words = "".join(without_date(p.text) for p in lines) or box.get("title", "")
    mark = text_to_mark(words)
    words = words[mark.length :] if mark and ENDS_IN_TYPE.search(words) else words
    # Some pages print the title as a citation of itself.
    words = unwrapped(words)
    number = next((n for p in passages if p.role == "doc_number" and (n := NUMBERED.first(p.text))), None)
    number = number or NUMBERED.first(box.get("doc_number", ""))
    place = next((p for p in passages if p.role == "doc_number"), None)
    dated = _dated(passages, lines)
    action, subject = _title_to_action(words)
    kind = TYPE.search(words)
    return TitleBlock(
        title=words,
        title_span=Span(lines[0].span().start, lines[-1].span().end) if lines else None,
        doc_number=number.text if number else None,
        doc_number_agency=number.agency if number else None,
        doc_number_year=number.year if number else None,
        doc_number_serial=number.serial if number else None,
        doc_number_span=place.span() if place else None,
        document_type=kind[1] if kind else None,
        action=action,
        subject_title=subject,
        status="draft" if DRAFT.search(words) else "issued",
        written_date=dated[0] if dated else box.get("written_date"),
        written_date_span=dated[1] if dated else None,
        effective_date=_day_of_box(box.get("effective_date", "")),
        expires_date=_day_of_box(box.get("expires_date", "")),
        disclosure=next(
            (m[1] for p in passages if p.role == "disclosure" and (m := DISCLOSURE.match(p.text))), None
        ),
        issuers=read_issuers(passages, lines),
        recipients=tuple(_recipients(passages)),
    )


def _box(passages: Sequence[Passage]) -> dict[str, str]:
    """What the `名：值` lines above the notice say: title, doc_number, written_date, issuer, effective_date …"""
    box: dict[str, str] = {}
    for passage in passages:
        if passage.role == "furniture" and (field := text_to_field(passage.text)):
            box.setdefault(field[0], passage.text[field[1] :])
    if (written := box.pop("written_date", None)) and (day := text_to_date(written.replace("-", "年", 1))):
        box["written_date"] = day
    return box


def _day_of_box(text: str) -> str | None:
    """`2024-06-30`, `至2024年6月30日`, `2024/6/30 0:00:00` → ISO date; None for 5年, 有效 or two dates."""
    match = patterns.fullmatch(
        r"\s*(?:截?至|截止到?)?(\d{4}[-年./]\d{1,2}[-月./]\d{1,2})日?(?:止|\s*0?0:00(?::00)?)?\s*", text
    )
    return text_to_date(patterns.sub("[-年月./]", "-", match[1]).replace("-", "年", 1)) if match else None


def text_to_date(text: str) -> str | None:
    """`2021年6月3日`, `二〇二一年六月三日`, `2021年06-03` → ISO date, None if text is no date.

    Of a day that no calendar has (6月31日) the month is kept.
    """
    match = DATE.match(text) or patterns.match(r"^(?P<y>\d{4})年(?P<m>\d{1,2})-(?P<d>\d{1,2})", text)
    if match is None:
        return None
    day = Day(to_int(match["y"]), to_int(match["m"]), to_int(match["d"]))
    if None in (day.year, day.month, day.day) or not 1 <= (day.month or 0) <= 12:
        return None
    return f"{day.year:04}-{day.month:02}" + (f"-{day.day:02}" if day.is_real else "")


def _dated(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[str, Span] | None:
    for passage in passages:
        if passage.role == "written_date" and (day := text_to_date(passage.text)):
            return day, passage.span()
    for passage in title:
        if (match := DATE_SUFFIX.search(passage.text)) and (day := text_to_date(match[1])):
            return day, passage.span(match.start(1), match.end(1))
    return None


def _title_to_action(title: str) -> tuple[str | None, str | None]:
    """(印发, the 方案 it issues) of `关于印发…方案的通知`; (None, None) of a direct notice."""
    match = ACTION.search(title)
    if match is None:
        return None, None
    subject = unwrapped(patterns.sub(rf"的(?:{TYPES}){SUFFIX}$", "", match[2]))
    return match[1], subject or None


def _recipients(passages: Sequence[Passage]) -> list[Named]:
    """The addressees, as the names of a list of agencies: 各委、办、局 is one, 甲区、乙区人民政府 are two."""
    lines = ((passage, passage.text.rstrip("：")) for passage in passages if passage.role == "recipients")
    return [Named(name, p.span(start, end)) for p, text in lines for name, start, end in split_names(text)]
