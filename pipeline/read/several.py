"""A notice in several files: the notice first, then its annexes in order, as one text."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int
from pipeline.messages import say
from pipeline.model import Grid, Issue, Piece, Repair, Span, TextQuality
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.signature import bytes_to_format
from pipeline.read.text import text_to_parts

_LABEL = patterns.compile(r"附(?:件|表|录)\s*[（(]?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?")
_HEAD_LABEL = patterns.compile(r"^\s*附\s*(?:件|表|录)")
_EXPLAINS = patterns.compile(r"解读|图解|起草说明|一图读懂|问答")
_TITLE = patterns.compile(
    r"关于.{2,80}的(?:通知|意见|决定|公告|通告|批复|函|报告|请示|办法)|(?:通知|意见|决定|公告|通告)$"
)
_LISTED = patterns.compile(r"(?m)^\s*(?:附件[:：]?)?\s*(?:(\d{1,2})[.、．])?\s*《?(.{2,80}?)》?\s*$")
_QUALITIES: tuple[TextQuality, ...] = ("clean", "repaired", "ocr", "unreadable")
_HEAD_LINES = 20

Pointed = TypeVar("Pointed", Repair, Issue)


def bytes_to_parts(content: bytes, name: str, limits: Limits, reader: str | None = None) -> Parts:
    """One file read in this process by `reader`, or by the one its bytes ask for; text is read as text."""
    if reader is None:
        kind = bytes_to_format(content)
        if kind is not None and kind.reader is None:
            raise kind.refusal()
        reader = kind.reader if kind else None
    if reader is not None:
        module, _, function = reader.partition(":")
        parts: Parts = getattr(importlib.import_module(module), function)(content, name, limits)
        return parts
    return text_to_parts(content, PurePath(name).suffix.lower())


def join_parts(files: Sequence[tuple[str, Parts]], issues: Sequence[Issue] = ()) -> Parts:
    """The files (name, content) of one notice as one: the main one, then the annexes, each under its label.

    The label (`附件2`) is what the file's name or the notice's list of annexes says; where the annex itself
    begins with one, none is added. What was added is in `repairs`.
    """
    main = max(files, key=_is_main)[1]
    annexes = [(_label(name, parts, main.text), name, parts) for name, parts in files if parts is not main]
    annexes.sort(key=lambda annex: (_label_number(annex[0]), annex[1]))
    joined = replace(main, issues=(*main.issues, *issues))
    for label, name, parts in annexes:
        joined = _append(joined, _labelled(label, name, parts))
    return joined


def _is_main(file: tuple[str, Parts]) -> tuple[bool, bool, bool, int]:
    """What tells the notice from its annexes, the surest first."""
    name, parts = PurePath(file[0]).stem, file[1]
    head = parts.text.strip().splitlines()[:_HEAD_LINES]
    is_annex = bool(_LABEL.match(name)) or (bool(head) and bool(_HEAD_LABEL.match(head[0])))
    titled = bool(_TITLE.search(name)) or any(_TITLE.search(line.strip()) for line in head)
    return not is_annex, not _EXPLAINS.search(name), titled, len(parts.text)


def _label(name: str, parts: Parts, notice: str) -> str:
    """`附件2`: by the file's name, else by the notice's list of annexes, else `附件`."""
    stem = PurePath(name).stem
    if (match := _LABEL.match(stem)) is not None and match[1]:
        return f"附件{chinese_to_int(match[1]) or match[1]}"
    words = _letters(stem)
    for listed in _LISTED.finditer(notice):
        title = _letters(listed[2])
        if listed[1] and title and words and (title in words or words in title):
            return f"附件{listed[1]}"
    return "附件"


def _label_number(label: str) -> int:
    number = label.removeprefix("附件")
    return int(number) if number.isdecimal() else 1_000


def _letters(text: str) -> str:
    return patterns.sub(r"[^\p{Han}\p{L}\p{N}]", "", _LABEL.sub("", text, count=1))


def _labelled(label: str, name: str, parts: Parts) -> Parts:
    if _HEAD_LABEL.match(parts.text):
        return parts
    line = f"{label}\n"
    why = say("annex_file", file=name)
    added = Repair("annex_label", "", label, why, "probable", Span(0, len(label)))
    return replace(_shift(parts, len(line), 0), text=line + parts.text, repairs=(added, *parts.repairs))


def _append(first: Parts, second: Parts) -> Parts:
    gap = "" if first.text.endswith("\n") or not first.text else "\n"
    moved = _shift(second, len(first.text) + len(gap), first.pages[-1].number if first.pages else 0)
    worse = max(first.text_quality, second.text_quality, key=_QUALITIES.index)
    return replace(
        first,
        text=first.text + gap + second.text,
        text_quality=worse,
        pages=(*first.pages, *moved.pages),
        grids=(*first.grids, *moved.grids),
        boxes=(*first.boxes, *moved.boxes),
        doubtful=(*first.doubtful, *moved.doubtful),
        repairs=(*first.repairs, *moved.repairs),
        issues=(*first.issues, *moved.issues),
    )


def _shift(parts: Parts, by: int, pages: int) -> Parts:
    """Parts whose text begins `by` characters and `pages` pages further on."""

    def span(old: Span) -> Span:
        return Span(old.start + by, old.end + by)

    def grid(old: Grid) -> Grid:
        # A merged cell is the same piece in each place: one new one for each old.
        moved = {id(p): Piece(p.text, span(p.span)) for row in old.rows for p in row}
        return Grid(tuple(tuple(moved[id(p)] for p in row) for row in old.rows), span(old.span))

    def with_span(old: Pointed) -> Pointed:
        return old if old.span is None else replace(old, span=span(old.span))

    return replace(
        parts,
        pages=tuple(replace(p, number=p.number + pages, span=span(p.span)) for p in parts.pages),
        grids=tuple(map(grid, parts.grids)),
        boxes=tuple(replace(b, page=b.page + pages, span=span(b.span)) for b in parts.boxes),
        doubtful=tuple(map(span, parts.doubtful)),
        repairs=tuple(map(with_span, parts.repairs)),
        issues=tuple(map(with_span, parts.issues)),
    )
