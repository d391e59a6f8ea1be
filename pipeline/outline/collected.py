"""Several notices printed one after another in one file: where each of them begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.messages import say
from pipeline.model import Issue, Passage, Span
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import DATE_SUFFIX, ENDS_IN_TYPE, without_date

# `4. …关于印发` / `《…方案` / `（试行）》` / `的通知` / `（2023年5月10日）`: the most lines measured in such files is four.
_MOST_LINES, _SHORTEST_TITLE = 6, 10


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first and the last passage of the title of a notice in a collection, and the title as printed there."""

    index: int
    last: int
    title: str
    span: Span


def beginnings(passages: Sequence[Passage]) -> tuple[Beginning, ...]:
    """Where a collection's notices begin: `3. …关于印发…的通知（2023年2月24日）` above a 文号 or addressees.

    A list of titles (what is repealed, what is annexed) has neither below a title. Of a file that is surely
    a collection a 方案 with its date in brackets begins a notice too, whatever follows.
    """
    shown = [i for i, passage in enumerate(passages) if passage.role != "furniture"]
    starts = [n for n, i in enumerate(shown) if text_to_mark(passages[i].text) is not None]
    titled = [found for n in starts if (found := _beginning(passages, shown[n:]))]
    sure = [found for found, below in titled if _is_below_title(below)]
    return tuple(
        found for found, below in titled if found in sure or (len(sure) > 1 and not text_to_mark(below))
    )


def mark_further_titles(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The titles of all notices but the first are titles too: no points, and no documents cited."""
    further = {i for begun in beginnings(passages)[1:] for i in range(begun.index, begun.last + 1)}
    return tuple(
        replace(passage, role="title") if i in further and passage.role != "furniture" else passage
        for i, passage in enumerate(passages)
    )


def collection_issues(passages: Sequence[Passage]) -> Iterator[Issue]:
    """One for each notice but the first, and one for what stands above the first: nothing of it is told apart."""
    found = beginnings(passages)
    for n, begun in enumerate(found[1:], 2):
        yield Issue(
            "several_notices",
            say("several_notices", n=n, of=len(found), title=begun.title),
            passages[begun.index].clause_id or "",
            begun.span,
        )
    above = [p for p in passages[: found[0].index] if p.text.endswith("。")] if found else []
    if above:
        yield Issue(
            "text_above_notice",
            say("text_above_notice"),
            above[-1].clause_id or "",
            above[-1].span(),
        )


def _beginning(passages: Sequence[Passage], shown: Sequence[int]) -> tuple[Beginning, str] | None:
    """The dated title that begins at the first of `shown`, and what stands below it."""
    text = ""
    for n, i in enumerate(shown[:_MOST_LINES]):
        if n and text_to_mark(passages[i].text) is not None:
            return None
        text += passages[i].text
        if patterns.search(r"[。：；]", text):
            return None
        if DATE_SUFFIX.search(text):
            mark = text_to_mark(text)
            title = without_date(text[mark.length if mark else 0 :])
            if not ENDS_IN_TYPE.search(title) or len(title) < _SHORTEST_TITLE:
                return None
            span = Span(passages[shown[0]].span().start, passages[i].span().end)
            below = passages[shown[n + 1]].text if n + 1 < len(shown) else ""
            # The number below is that of this notice, none of a document it names.
            last = shown[n + 1] if below and not below.endswith("：") and _is_below_title(below) else i
            return Beginning(shown[0], last, title, span), below
    return None


def _is_below_title(text: str) -> bool:
    number = NUMBERED.pattern.search(text)
    return text.endswith("：") or (number is not None and number.end() - number.start() >= len(text) - 4)
