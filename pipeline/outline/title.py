"""The title block of a notice: title, 文号, issuers, recipients, date, status (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from pipeline import lexicons
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.numerals import chinese_to_int
from pipeline.model import Named, Passage, PassageRole, Span, TitleBlock
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark

_TYPES = lexicons.alternation("document_types")
_SUFFIX = r"(?:（[^（）]{1,20}）|\[[^\[\]]{1,10}\]|〔[^〔〕]{1,10}〕)*"
_ENDS_IN_TYPE = regex.compile(rf"(?:{_TYPES})》?{_SUFFIX}$")
_TYPE = regex.compile(rf"({_TYPES})》?{_SUFFIX}$")
_WHOLE = regex.compile(rf"关于.*?的(?:{_TYPES}){_SUFFIX}$|(?:印发|发布|公布)《.*》{_SUFFIX}$")
_ACTION = regex.compile(
    r"(?:^|关于|办公[厅室]|政府|委|局|厅)(印发|转发|批转|发布|公布|下发|废止|修订|修改|调整|公开征求)(.*)$"
)
_BRACKETED = regex.compile(r"^（[^（）]{1,20}）$")
_RED_HEAD = regex.compile(r"文\s?件$")
_DRAFT = regex.compile(r"征求意见|草案|讨论稿|送审稿|起草说明|征集意见|公开征询")
_DATE = regex.compile(
    r"^(?P<y>\d{4}|[〇○零一二三四五六七八九]{4})年(?P<m>.{1,2})月(?P<d>.{1,3})日(?:印发|发布)?$"
)
_DATE_SUFFIX = regex.compile(r"（(\d{4}年\d{1,2}月\d{1,2}日)）$")
_DISCLOSURE = regex.compile(r"^（?(?:此件|本件)?((?:主动|依申请|不予|删减后)?公开(?:发布)?)）?$")
_STOP = regex.compile(r"[。；！？]")
_SIGNED = regex.compile(r"（(?:代章|盖章|印章|公章)）$")
_LONGEST_TITLE_LINE, _LONGEST_SIGNATURE = 90, 40
_HEAD = 24


def mark_title_block(passages: Sequence[Passage], source: str) -> tuple[tuple[Passage, ...], TitleBlock]:
    """Passages with their roles in the title block set, and the block read from them.

    `source` is the notice's text: names are given as printed there, without blanks.
    """
    marked = list(passages)
    head = _head(marked)
    for i in head:
        marked[i] = replace(marked[i], role=_head_role(marked[i].text))
    title = _title_run(marked, head)
    for i in title:
        marked[i] = replace(marked[i], role="title")
    _mark_recipients(marked, title[-1] + 1 if title else 0)
    _mark_signatures(marked)
    block = _read_block(marked, title)
    _mark_subject(marked, block)
    return tuple(marked), block


def _head(passages: Sequence[Passage]) -> list[int]:
    """Indexes of the passages above the text: until an addressee, a point or a sentence."""
    head: list[int] = []
    for i, passage in enumerate(passages[: _HEAD * 2]):
        if passage.role == "furniture":
            continue
        field = text_to_field(passage.text)
        mark = text_to_mark(passage.text)
        titled_point = mark is not None and i < 3 and _begins_title(passages[i : i + 4])
        if (
            field is None
            and not titled_point
            and (passage.text.endswith("：") or _STOP.search(passage.text) or (mark and mark.style.rank > 2))
        ):
            break
        head.append(i)
        if len(head) >= _HEAD:
            break
    return head


def _begins_title(passages: Sequence[Passage]) -> bool:
    """A collection numbers the titles of its notices: `4. …关于印发…的通知（2023年5月10日）`."""
    text = ""
    for passage in passages:
        text += _without_date(passage.text)
        if regex.search(r"[。：；]", text):
            return False
        if "关于" in text and _WHOLE.search(text):
            return True
    return False


def _head_role(text: str) -> PassageRole:
    if (
        text_to_field(text)
        or text.rstrip("：") in ("正文", "基本信息", "正文内容")
        or regex.match(r"^附(?:件|表)[\d\-—]*[：:]?$", text)
    ):
        return "furniture"
    number = NUMBERED.pattern.search(text)
    if number and number.end() - number.start() >= len(text) - 4:
        return "doc_number"
    if _DATE.match(text):
        return "written_date"
    if _DISCLOSURE.match(text):
        return "disclosure"
    return "body"


def _title_run(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """Indexes of the passages that together are the title; the first whole run that ends in a 文种."""
    lines = [i for i in head if passages[i].role == "body" and len(passages[i].text) <= _LONGEST_TITLE_LINE]
    lines = [i for i in lines if not _RED_HEAD.search(passages[i].text)]
    for start in range(len(lines)):
        run = _run_from(passages, lines[start:])
        if run:
            return run
    return lines[:1]


def _run_from(passages: Sequence[Passage], lines: Sequence[int]) -> list[int]:
    text = ""
    for n, i in enumerate(lines):
        text += _without_date(passages[i].text)
        following = passages[lines[n + 1]].text if n + 1 < len(lines) else ""
        if not _ENDS_IN_TYPE.search(text) or (
            "关于" in text
            and not _WHOLE.search(text)
            and _ENDS_IN_TYPE.search(text + _without_date(following))
        ):
            continue
        return [*lines[: n + 1], *([lines[n + 1]] if _BRACKETED.match(following) else [])]
    return []


def _without_date(text: str) -> str:
    return _DATE_SUFFIX.sub("", text)


def _mark_recipients(passages: list[Passage], start: int) -> None:
    for i in range(start, min(start + 6, len(passages))):
        text = passages[i].text
        if passages[i].role == "body" and text.endswith("：") and not _STOP.search(text) and len(text) < 400:
            if text_to_mark(text) is None and not regex.search(r"如下：$|以下", text):
                passages[i] = replace(passages[i], role="recipients")
            return
        if passages[i].role == "body":
            return


def _mark_signatures(passages: list[Passage]) -> None:
    """The issuers' names right above a line that is a date, and what is said of disclosure."""
    for i, passage in enumerate(passages):
        if passage.role != "body" or passage.annex:
            continue
        if _DISCLOSURE.match(passage.text):
            passages[i] = replace(passage, role="disclosure")
        elif _DATE.match(passage.text):
            passages[i] = replace(passage, role="written_date")
            for j in range(i - 1, -1, -1):
                if not _is_signature(passages[j]):
                    break
                passages[j] = replace(passages[j], role="signature")


def _is_signature(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.role == "body"
        and 3 <= len(text) <= _LONGEST_SIGNATURE
        and not regex.search(r"[，。；：！？、]", text)
        and text_to_mark(text) is None
    )


def _read_block(passages: Sequence[Passage], title: Sequence[int]) -> TitleBlock:
    lines = [passages[i] for i in title]
    box = _box(passages)
    words = "".join(_without_date(p.text) for p in lines) or box.get("title", "")
    mark = text_to_mark(words)
    words = words[mark.length :] if mark and _ENDS_IN_TYPE.search(words) else words
    number = next((n for p in passages if p.role == "doc_number" and (n := NUMBERED.first(p.text))), None)
    number = number or NUMBERED.first(box.get("doc_number", ""))
    place = next((p for p in passages if p.role == "doc_number"), None)
    dated = _dated(passages, lines)
    action, subject = _title_to_action(words)
    kind = _TYPE.search(words)
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
        status="draft" if _DRAFT.search(words) else "issued",
        written_date=dated[0] if dated else box.get("written_date"),
        written_date_span=dated[1] if dated else None,
        disclosure=next(
            (m[1] for p in passages if p.role == "disclosure" and (m := _DISCLOSURE.match(p.text))), None
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
    match = _DATE.match(text) or regex.match(r"^(?P<y>\d{4})年(?P<m>\d{1,2})-(?P<d>\d{1,2})", text)
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
        if (match := _DATE_SUFFIX.search(passage.text)) and (day := text_to_date(match[1])):
            return day, passage.span(match.start(1), match.end(1))
    return None


def _title_to_action(title: str) -> tuple[str | None, str | None]:
    """(印发, the 方案 it issues) of `关于印发…方案的通知`; (None, None) of a direct notice."""
    match = _ACTION.search(title)
    if match is None:
        return None, None
    subject = regex.sub(rf"的(?:{_TYPES}){_SUFFIX}$", "", match[2]).strip("《》“”")
    return match[1], subject or None


def _issuers(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[Named, ...]:
    """Names before 关于 or 印发 in the title, and the signatures that are not among them."""
    found: dict[str, Named] = {}
    for name, span in _title_issuers(title):
        found.setdefault(name, Named(name, span))
    for name, span in _signatures(passages):
        found.setdefault(name, Named(name, span))
    return tuple(found.values())


def _signatures(passages: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """Names above the date; a name too long for its line goes on in the next."""
    begun, start = "", 0
    for passage in passages:
        if passage.role != "signature":
            begun = ""
            continue
        name = _SIGNED.sub("", passage.text)
        start = start if begun else passage.span().start
        begun += name
        if _is_body_name(begun):
            yield begun, Span(start, passage.span(0, len(name)).end)
            begun = ""


def _title_issuers(title: Sequence[Passage]) -> list[tuple[str, Span]]:
    """Issuers' names in the lines of the title; blanks between names part them."""
    names: list[tuple[str, Span]] = []
    for passage in title:
        mark = text_to_mark(passage.text)
        start = mark.length if mark else 0
        end = regex.search(r"关于|印发|转发|批转|$", passage.text)
        stop = end.start() if end else len(passage.text)
        cuts = [
            start,
            *(i for i in range(start + 1, stop) if passage.places[i] - passage.places[i - 1] > 1),
            stop,
        ]
        parts = [(a, b) for a, b in pairwise(cuts) if b - a >= 2]
        if stop == len(passage.text) and not (_is_body_name(passage.text) and len(title) > 1):
            break
        if parts and not all(_is_body_name(passage.text[a:b]) for a, b in parts):
            parts = [(start, stop)] if _is_body_name(passage.text[start:stop]) else []
        names += [(passage.text[a:b], passage.span(a, b)) for a, b in parts]
        if stop < len(passage.text):
            break
    return names


def _is_body_name(text: str) -> bool:
    return bool(
        regex.search(
            r"(?:政府|办公[厅室]|委员会|局|委|厅|部|院|会|署|处|中心|办|总署|银行|党委|组织部|领导小组|公司)(?:（[^（）]+）)?$",
            text,
        )
    )


def _recipients(passages: Sequence[Passage]) -> list[Named]:
    names: list[Named] = []
    for passage in passages:
        if passage.role != "recipients":
            continue
        for match in regex.finditer(r"(?:[^，、；：（）]|（[^（）]*）)+", passage.text):
            names.append(Named(match[0], passage.span(match.start(), match.end())))
    return names


def _mark_subject(passages: list[Passage], block: TitleBlock) -> None:
    """The 方案 issued has its title once more where its text begins."""
    if not block.subject_title:
        return
    subject = regex.sub(r"[《》“”（）\s]", "", block.subject_title)
    for i, passage in enumerate(passages):
        words = regex.sub(r"[《》“”（）\s]", "", passage.text)
        if passage.role == "body" and words == subject:
            passages[i] = replace(passage, role="title")
