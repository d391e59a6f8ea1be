"""Who issued a notice: the names at the head of its title, and the signatures above its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.names import split_names
from pipeline.model import Named, Passage, Span
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import RED_HEAD, SIGNED, is_body_name

_SHORT_NAME = patterns.compile(
    r"^[省市区县州盟旗](?:委|人民政府|政府)?(?:、[省市区县州盟旗]政府)?(?:办公[厅室]|政府|委)$"
)


# 甲局等单位关于…: who the others are, the signatures say.
_AFTER_ISSUERS = patterns.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:单位|部门)|(?:联合)?(?:关于|印发|转发|批转)|贯彻(?:落实|执行)?|$"
)


_AND_OTHERS = patterns.compile(r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:单位|部门)(?:联合)?(?:关于|印发)")
_RED_HEAD_LINES = 8


def read_issuers(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[Named, ...]:
    """Names before 关于 or 印发 in the title, and the signatures that are not among them."""
    signed = list(_signatures(passages))
    titled: dict[str, Named] = {}
    for name, span in _title_issuers(title):
        # 市政府 in the title signs as 某市人民政府.
        if not (signed and (_SHORT_NAME.match(name) or _is_written_out(name, signed))):
            titled.setdefault(name, Named(name, span))
    others = {name: Named(name, span) for name, span in signed if not _is_among(name, tuple(titled))}
    found = (*titled.values(), *others.values())
    if not found:
        return _boxed(passages) or _red_head(passages)
    # 甲局等部门关于…: where no signature names them, the box above the notice may.
    joint = any(_AND_OTHERS.search(passage.text) for passage in title)
    known = tuple(named.name for named in found)
    boxed = [n for n in _boxed(passages) if not _is_among(n.name, known)] if joint and not others else []
    return (*found, *boxed)


def _boxed(passages: Sequence[Passage]) -> tuple[Named, ...]:
    """`发文机关：甲局` of the box of a web page."""
    fields = ((p, field) for p in passages if p.role == "furniture" and (field := text_to_field(p.text)))
    return tuple(
        Named(name, passage.span(at + start, at + end))
        for passage, (meaning, at) in fields
        if meaning == "issuer"
        for name, start, end in split_names(passage.text[at:])
        if is_body_name(name)
    )


def _red_head(passages: Sequence[Passage]) -> tuple[Named, ...]:
    """甲委员会文件 above the number: who issues what is not signed (GB/T 9704: 发文机关标志)."""
    for passage, below in pairwise(p for p in passages[:_RED_HEAD_LINES] if p.role != "furniture"):
        name = RED_HEAD.sub("", passage.text)
        if below.role == "doc_number" and name != passage.text and is_body_name(name):
            return (Named(name, passage.span(0, len(name))),)
    return ()


def _is_written_out(name: str, signed: Sequence[tuple[str, Span]]) -> bool:
    """中共甲市委办公室 of a title signs as 中共甲市委员会办公室."""
    return any(name != full and name == full.replace("委员会", "委") for full, _ in signed)


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
    if len(parts) > 1 and all(is_body_name(passage.text[a:b]) for a, b in parts):
        return parts
    if glued := _glued(passage.text, start, stop):
        return glued
    return [(start, stop)] if is_body_name(passage.text[start:stop]) else []


def _glued(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """中共甲市委办公室甲市人民政府办公室: where the place is named once more another name begins; [] if none does."""
    place = patterns.match(r"(?:中共)?(\p{Han}{1,7}?[省市区县州盟旗])", text[start:stop])
    if place is None:
        return []
    again = (m.start() for m in patterns.finditer(rf"(?:中共)?{place[1]}", text[start:stop]))
    cuts = [start, *(start + at for at in again if at), stop]
    parts = list(pairwise(cuts))
    return parts if len(parts) > 1 and all(is_body_name(text[a:b]) for a, b in parts) else []


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
