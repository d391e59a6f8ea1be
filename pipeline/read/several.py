"""A notice in several files: the notice first, then its annexes in order, as one text."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from pipeline.messages import say
from pipeline.model import Grid, Issue, Piece, Repair, Span, TextQuality
from pipeline.read.grouping import HEAD_LABEL, File, file_to_label, grouped, label_number, words
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.signature import bytes_to_format
from pipeline.read.text import text_to_parts

_QUALITIES: tuple[TextQuality, ...] = ("clean", "repaired", "ocr", "unreadable")

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
    once = {words(file): file for file in reversed(files)}
    kept = [file for file in files if once[words(file)] is file]
    again = [
        Issue("repeated_file", say("repeated_file", file=file[0]), file[0])
        for file in files
        if file not in kept
    ]
    first, *others = [_join_one(main, annexes) for main, annexes in grouped(kept)]
    joined = replace(first, issues=(*first.issues, *issues, *again))
    for other in others:
        joined = replace(_append(joined, other), starts=(*joined.starts, _after(joined)))
    return joined


def _join_one(main: File, annexes: Sequence[File]) -> Parts:
    joined = main[1]
    labelled = [(file_to_label(name, parts, joined.text), name, parts) for name, parts in annexes]
    for label, name, parts in sorted(labelled, key=lambda annex: (label_number(annex[0]), annex[1])):
        joined = _append(joined, _labelled(label, name, parts))
    return joined


def _labelled(label: str, name: str, parts: Parts) -> Parts:
    if HEAD_LABEL.match(parts.text):
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
