"""The passages of a title block → what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.numerals import chinese_to_int
from pipeline.model import Named, Passage, Span, TitleBlock
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import (
    ACTION,
    DATE,
    DATE_SUFFIX,
    DISCLOSURE,
    DRAFT,
    ENDS_IN_TYPE,
    SIGNED,
    SUFFIX,
    TYPE,
    TYPES,
    is_body_name,
    unwrapped,
    without_date,
)

_SHORT_NAME = regex.compile(
    r"^[省市区县州盟旗](?:委|人民政府|政府)?(?:、[省市区县州盟旗]政府)?(?:办公[厅室]|政府|委)$"
)


# 甲局等单位关于…: who the others are, the signatures say.
_AFTER_ISSUERS = regex.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:单位|部门)|(?:联合)?(?:关于|印发|转发|批转)|贯彻(?:落实|执行)?|$"
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
        disclosure=next(
            (m[1] for p in passages if p.role == "disclosure" and (m := DISCLOSURE.match(p.text))), None
        ),
        issuers=_issuers(passages, lines),
        recipients=tuple(_recipients(passages)),
    )


def _box(passages: Sequence[Passage]) -> dict[str, str]:
    """What the `名：值` lines above the notice say: title, doc_number, written_date, issuer."""
    box: dict[str, str] = {}
    for passage in passages:
        if passage.role == "furniture" and (field := text_to_field(passage.text)):
            box.setdefault(field[0], passage.text[field[1] :])
    if (written := box.pop("written_date", None)) and (day := text_to_date(written.replace("-", "年", 1))):
        box["written_date"] = day
    return box


def text_to_date(text: str) -> str | None:
    """`2021年6月3日`, `二〇二一年六月三日`, `2021年06-03` → ISO date, None if text is no date."""
    match = DATE.match(text) or regex.match(r"^(?P<y>\d{4})年(?P<m>\d{1,2})-(?P<d>\d{1,2})", text)
    if match is None:
        return None
    parts = [chinese_to_int(match[k]) for k in "ymd"]
    if None in parts:
        return None
    year, month, day = (p or 0 for p in parts)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


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
    subject = unwrapped(regex.sub(rf"的(?:{TYPES}){SUFFIX}$", "", match[2]))
    return match[1], subject or None


def _issuers(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[Named, ...]:
    """Names before 关于 or 印发 in the title, and the signatures that are not among them."""
    signed = list(_signatures(passages))
    titled: dict[str, Named] = {}
    for name, span in _title_issuers(title):
        # 市政府 in the title signs as 某市人民政府.
        if not (signed and _SHORT_NAME.match(name)):
            titled.setdefault(name, Named(name, span))
    others = {name: Named(name, span) for name, span in signed if not _is_among(name, tuple(titled))}
    return (*titled.values(), *others.values())


def _is_among(name: str, titled: Sequence[str]) -> bool:
    """Is this one of the bodies of the title, called short (省政府办公厅, 财政局), or several in one word?"""
    if not titled:
        return False
    return (
        bool(_SHORT_NAME.match(name))
        or "".join(titled).startswith(name)
        or any(t.endswith(name) for t in titled)
    )


def _signatures(passages: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """Names above the first date; a name too long for its line goes on in the next.

    Signatures further down are those of what the notice issues, or of the next one in a collection.
    """
    begun, start, seen, read = "", 0, False, False
    for passage in passages:
        if passage.role != "signature":
            begun = ""
            if seen and passage.role == "body":
                return
            read = read or passage.role == "body"
            seen = seen or (read and passage.role == "written_date")
            continue
        name = SIGNED.sub("", passage.text)
        parts = _parts(passage, 0, len(name))
        if not begun and len(parts) > 1:
            seen = True
            yield from ((passage.text[a:b], passage.span(a, b)) for a, b in parts)
            continue
        start = start if begun else passage.span().start
        begun += name
        if is_body_name(begun):
            seen = True
            yield begun, Span(start, passage.span(0, len(name)).end)
            begun = ""


def _parts(passage: Passage, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the names of text[start:stop] stand that blanks part; all of it, if a part is no name."""
    gaps = (i for i in range(start + 1, stop) if passage.places[i] - passage.places[i - 1] > 1)
    parts = [(a, b) for a, b in pairwise([start, *gaps, stop]) if b - a >= 2]
    if all(is_body_name(passage.text[a:b]) for a, b in parts):
        return parts
    return [(start, stop)] if is_body_name(passage.text[start:stop]) else []


def _title_issuers(title: Sequence[Passage]) -> list[tuple[str, Span]]:
    """Issuers' names in the lines of the title; blanks between names part them."""
    names: list[tuple[str, Span]] = []
    for passage in title:
        mark = text_to_mark(passage.text)
        start = mark.length if mark else 0
        if passage.text.startswith("《", start):
            # 《甲局关于…的通知》 is the title itself; 《甲局关于…的通知》解读 is about a notice of 甲局.
            if not passage.text.endswith("》") and len(title) == 1:
                break
            start += 1
        end = _AFTER_ISSUERS.search(passage.text)
        stop = end.start() if end else len(passage.text)
        if stop == len(passage.text) and not (is_body_name(passage.text) and len(title) > 1):
            break
        parts = _parts(passage, start, stop)
        names += [(passage.text[a:b], passage.span(a, b)) for a, b in parts]
        if stop < len(passage.text):
            break
    return names


def _recipients(passages: Sequence[Passage]) -> list[Named]:
    names: list[Named] = []
    for passage in passages:
        if passage.role != "recipients":
            continue
        for match in regex.finditer(r"(?:[^，、；：（）]|（[^（）]*）)+", passage.text):
            names.append(Named(match[0], passage.span(match.start(), match.end())))
    return names
