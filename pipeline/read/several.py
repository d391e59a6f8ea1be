"""A notice in several files: the notice first, then its annexes in order, as one text."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.notice_heads import is_addressed, text_to_number
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
_HEAD_LINES, _HEAD_LENGTH = 20, 4_000
_NO_NUMBER = 1_000
File = tuple[str, Parts]

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


def join_parts(files: Sequence[File], issues: Sequence[Issue] = ()) -> Parts:
    """The files (name, content) of a folder or an archive as one text: each notice, then its annexes under their labels.

    Most hold one notice; `starts` says where the text of a second begins. The label (`附件2`) is what the file's name
    or the notice's list of annexes says; where the annex itself begins with one, none is added. What was added is in
    `repairs`.
    """
    first, *others = [_join_one(main, annexes) for main, annexes in _grouped(files)]
    joined = replace(first, issues=(*first.issues, *issues))
    for other in others:
        joined = replace(_append(joined, other), starts=(*joined.starts, _after(joined)))
    return joined


def _join_one(main: File, annexes: Sequence[File]) -> Parts:
    joined = main[1]
    labelled = [(_label(name, parts, joined.text), name, parts) for name, parts in annexes]
    for label, name, parts in sorted(labelled, key=lambda annex: (_label_number(annex[0]), annex[1])):
        joined = _append(joined, _labelled(label, name, parts))
    return joined


def _grouped(files: Sequence[File]) -> list[tuple[File, list[File]]]:
    """Each notice with its annexes: those its list names, else those that stand behind it in the order of names."""
    notices = [file for file in files if _is_notice(file)]
    own = [file for file in notices if not any(_names(other, file) for other in notices if other is not file)]
    if len(own) < 2 or len({_title(file) for file in own}) < len(own):  # One in two formats is one.
        main = max(files, key=_is_main)
        return [(main, [file for file in files if file is not main])]
    groups = [(file, list[File]()) for file in own]
    for file in files:
        if file not in own:
            listing = [
                group for group in groups if _label_number(_label(*file, group[0][1].text)) < _NO_NUMBER
            ]
            before = [group for group in groups if group[0][0] < file[0]] or groups[:1]
            (listing[0] if len(listing) == 1 else before[-1])[1].append(file)
    return groups


def _is_notice(file: File) -> bool:
    """Whether it has a title block: a title, and 文号 or addressees. An annex may be a plan with a title alone."""
    lines = _head(file)
    if not lines or _HEAD_LABEL.match(lines[0]) or _LABEL.match(PurePath(file[0]).stem):
        return False
    return bool(_title(file)) and any(text_to_number(line) or is_addressed(line) for line in lines)


def _head(file: File) -> list[str]:
    """The first lines, as they are read: without blanks, look-alikes folded."""
    lines = file[1].text[:_HEAD_LENGTH].strip().splitlines()
    return [words for line in lines if (words := patterns.sub(r"\s", "", fold(line)))][:_HEAD_LINES]


def _title(file: File) -> str:
    match = _TITLE.search("".join(_head(file)))
    return match[0] if match else ""


def _names(notice: File, file: File) -> bool:
    """Whether the file is what the notice issues or forwards: it says its title, and has another itself."""
    matter = _title(file)
    return matter != _title(notice) and matter in patterns.sub(r"\s", "", fold(notice[1].text))


def _is_main(file: File) -> tuple[bool, bool, bool, int]:
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
    return int(number) if number.isdecimal() else _NO_NUMBER


def _letters(text: str) -> str:
    return patterns.sub(r"[^\p{Han}\p{L}\p{N}]", "", _LABEL.sub("", text, count=1))


def _labelled(label: str, name: str, parts: Parts) -> Parts:
    if _HEAD_LABEL.match(parts.text):
        return parts
    line = f"{label}\n"
    why = say("annex_file", file=name)
    added = Repair("annex_label", "", label, why, "probable", Span(0, len(label)))
    return replace(_shift(parts, len(line), 0), text=line + parts.text, repairs=(added, *parts.repairs))


def _after(parts: Parts) -> int:
    """Where what is put behind begins: on a line of its own."""
    return len(parts.text) + (not parts.text.endswith("\n") and bool(parts.text))


def _append(first: Parts, second: Parts) -> Parts:
    after = _after(first)
    moved = _shift(second, after, first.pages[-1].number if first.pages else 0)
    worse = max(first.text_quality, second.text_quality, key=_QUALITIES.index)
    return replace(
        first,
        text=f"{first.text:\n<{after}}" + second.text,
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
