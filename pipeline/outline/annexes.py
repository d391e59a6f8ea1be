"""Annexes: the list a notice gives of them, the labels they stand under, and which text is whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int
from pipeline.model import Annex, Passage, Span
from pipeline.outline.annex_labels import ALONE, FILE_NAME, LABEL, LIST, LISTED, NUMBERED_LABEL, heads_annex
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import line_to_date
from pipeline.outline.numbering import text_to_mark

_IN_ONE_LINE = patterns.compile(r"(?<=\S)\s*(?=(?<!\d)\d{1,2}[.、](?=[^\d]))")
# A file named by the labels of what is in it and nothing else: 附件1.pdf, 附件2-5.zip.
_LABELS = r"附(?:件|表|录)(\d{0,2}(?:[-—~～至、]\d{1,2})*)"
_LONGEST_TITLE, _MOST_LISTED, _HEAD = 80, 14, 6


def mark_annexes(passages: Sequence[Passage], tables: Sequence[int] = ()) -> tuple[Passage, ...]:
    """Passages with role and annex set: the list, each label, the title under it, the text of it.

    `tables` are the places in the source where tables begin that were cut out of the lines."""
    marked: list[Passage] = []
    annex: str | None = None
    state = "body"
    lines = _lines_of_list(passages)
    for i, passage in enumerate(passages):
        if passage.role == "furniture":
            marked.append(passage)
            continue
        label = LABEL.match(passage.text)
        # A label at the very top says that the whole file is an annex of something else.
        if annex is None and i in lines:
            state = "list"
            marked.append(passage._replace(role="annex_list"))
        elif label and annex is None and (items := _heads_list(passages, i)):
            state, lines = "list", lines | items
            marked.append(passage._replace(role="annex_list"))
        elif label and i > 0 and any(p.role == "body" for p in marked):
            annex, state = label[1], "label"
            marked.append(passage._replace(role="annex_label", annex=annex))
        elif state == "label" and _is_title(passage.text):
            marked.append(passage._replace(role="annex_title", annex=annex))
        elif annex is None and FILE_NAME.search(passage.text) and len(passage.text) <= _LONGEST_TITLE:
            marked.append(passage._replace(role="annex_list"))
        elif annex is None and heads_annex(passages, i, tables):
            annex, state = ALONE, "body"
            marked.append(passage._replace(role="annex_label", annex=annex))
        elif annex is None and LIST.match(passage.text) and any("。" in p.text for p in marked):
            state = "list"
            marked.append(passage._replace(role="annex_list"))
        elif state == "list" and _is_listed(passage.text):
            marked.append(passage._replace(role="annex_list"))
        else:
            state = "body"
            marked.append(passage if annex == passage.annex else passage._replace(annex=annex))
    return tuple(marked)


def _lines_of_list(passages: Sequence[Passage]) -> frozenset[int]:
    """Where `附件1：甲流程图`, `附件2：乙表` stand one below the other, from the first on: a list, for no text of an annex
    is between them."""
    shown = [i for i, passage in enumerate(passages) if passage.role != "furniture"]
    runs: list[list[int]] = []
    for last, i in pairwise([-1, *shown]):
        match = NUMBERED_LABEL.match(passages[i].text)
        number = chinese_to_int(match[2]) if match else None
        if number == 1:
            runs.append([i])
        elif number and runs and runs[-1][-1] == last and number == len(runs[-1]) + 1:
            runs[-1].append(i)
    return frozenset(i for run in runs if len(run) > 1 for i in run)


def _heads_list(passages: Sequence[Passage], at: int) -> frozenset[int]:
    """The lines that `附件：` alone heads as a list, not as the annex: `1.甲流程图`, `2.乙表`, or names above the signature."""
    if not passages[at].text.endswith("："):
        return frozenset()
    below = [
        i for i in range(at + 1, min(at + _MOST_LISTED, len(passages))) if passages[i].role != "furniture"
    ]
    texts = [passages[i].text for i in below[:2]]
    if len(texts) == 2 and all(
        patterns.match(rf"{n}[.、]", text) and _is_listed(text) and not patterns.search("[。；：，]", text)
        for n, text in enumerate(texts, 1)
    ):
        return frozenset(below[:2])
    return frozenset(_above_signature(passages, at, below))


def _above_signature(passages: Sequence[Passage], at: int, below: Sequence[int]) -> list[int]:
    """The titles between `附件：` and the first day of the notice, which its issuer signs with, each ended as the items of a
    list are (`1、甲办法；`, `2、乙表。`); only those with numbers where nobody's name stands above the day. [] if none is signed so."""
    day = next((n for n, i in enumerate(below) if line_to_date(passages[i].text)), 0)
    if any(line_to_date(p.text) for p in passages[_HEAD:at]):
        return []
    signed = next((n for n in range(day) if is_body_name(passages[below[n]].text)), day)
    items = below[:signed]
    numbered = all(text_to_mark(passages[i].text) for i in items)
    named = all(_is_title(_listed_name(passages[i].text)) for i in items)
    return list(items) if items and named and (numbered or signed < day) else []


def _listed_name(text: str) -> str:
    """What an item of a list names, without its number and the stop behind it."""
    mark = text_to_mark(text)
    return patterns.sub("[；。，]$", "", text[mark.length if mark else 0 :])


def _is_listed(text: str) -> bool:
    mark = text_to_mark(text)
    return mark is not None and mark.style.rank >= 4 and len(text) <= _LONGEST_TITLE


def _is_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and text_to_mark(text) is None
        and not patterns.search(r"[。；：，]", text)
    )


class _Listed(NamedTuple):
    number: int | None
    title: str
    span: Span


def passages_to_annexes(passages: Sequence[Passage], captions: Sequence[Span] = ()) -> tuple[Annex, ...]:
    """The annexes listed and those that stand there, matched by number; absent ones say so. What one of the `captions` of
    tables names (附表：任务分解表) stands there too."""
    found = {
        (x.number, x.title): x for p in reversed(passages) if p.role == "annex_list" for x in _listed_in(p)
    }
    named = {number for number, title in found if title}
    listed = [x for x in found.values() if x.title or not (x.number in named or (named and not x.number))]
    standing = _standing(passages)
    annexes: list[Annex] = []
    for item in listed:
        label = f"附件{item.number}" if item.number else "附件"
        there = label in standing or (item.number == 1 and len(listed) == 1 and ALONE in standing)
        there = there or any(span.start <= item.span.start < span.end for span in captions)
        standing.pop(label, None)
        annexes.append(Annex(label, item.number, item.title, item.span, present=there))
    for label, (title, span) in standing.items():
        number = LABEL.match(label)
        annexes.append(Annex(label, chinese_to_int(number[2]) if number and number[2] else None, title, span))
    return tuple(sorted(annexes, key=lambda a: (a.number or 0, a.span)))


def _listed_in(passage: Passage) -> Iterator[_Listed]:
    if alone := NUMBERED_LABEL.match(passage.text):
        yield _Listed(chinese_to_int(alone[2]), FILE_NAME.sub("", alone[3]), passage.span(*alone.span(3)))
        return
    stem = FILE_NAME.sub("", passage.text)
    if stem != passage.text and (labels := patterns.fullmatch(_LABELS, stem)):
        if labels[1].isdecimal() or not labels[1]:
            yield _Listed(int(labels[1] or 0) or None, "", passage.span())
        return
    head = LIST.match(passage.text)
    start = head.start(1) if head else 0
    cuts = [start, *(m.end() for m in _IN_ONE_LINE.finditer(passage.text, start + 1)), len(passage.text)]
    for begin, end in pairwise(cuts):
        item = LISTED.match(passage.text[begin:end].rstrip())
        if item and item[3]:
            number = chinese_to_int(item[1] or item[2] or "")
            span = passage.span(begin + item.start(3), begin + item.end(3))
            yield _Listed(number, FILE_NAME.sub("", item[3]), span)


def _standing(passages: Sequence[Passage]) -> dict[str, tuple[str, Span]]:
    there: dict[str, tuple[str, Span]] = {}
    for passage in passages:
        if passage.role == "annex_label" and passage.annex:
            head = LIST.match(passage.text)
            title, start = (head[1], head.start(1)) if head and head[1] else ("", 0)
            there.setdefault(passage.annex, (title, passage.span(start)))
        elif passage.role == "annex_title" and passage.annex in there:
            title, span = there[passage.annex]
            there[passage.annex] = (title + passage.text, Span(span.start, passage.span().end))
    return there
